"""What the tray shows of it all: an icon's state, and what its menu says."""

from collections.abc import Hashable, Iterable, Sequence
from enum import Enum, auto

from msgspec import Struct

from byhand.domain.identity import FriendId
from byhand.domain.text import joined
from byhand.domain.transfer import Transfer
from byhand.gui.person_row import PersonRow, use_rank
from byhand.gui.queue_summary import moving_count
from byhand.gui.translation import translate

MOST_FRIENDS = 5


class TrayState(Enum):
    """What the icon tells: a request waits, something runs, or everything is held."""

    PLAIN = auto()
    REQUEST = auto()
    RUNNING = auto()
    PAUSED = auto()


class Request(Struct, frozen=True):
    """Something that waits for an answer: the key of its card, and what is asked."""

    key: Hashable
    question: str


class TrayStatus(Struct, frozen=True):
    """What the tray shows now; `summary` is "" at rest, `unfinished` counts what goes on later.

    `passed_on` are all here, and stay for others to fetch.
    """

    state: TrayState
    requests: tuple[Request, ...]
    summary: str
    unfinished: int
    friends: tuple[tuple[FriendId, str], ...]
    is_visible: bool
    holding: str
    may_hold: bool
    passed_on: int = 0

    @property
    def tool_tip(self) -> str:
        """What it says when it is pointed at: words of ours alone, no name."""
        parts = [translate("Tray", "Byhand")]
        if self.requests:
            parts.append(translate("Tray", "%n request(s)", "", len(self.requests)))
        parts += [self.summary] if self.summary else []
        return joined(parts)


def tray_state(
    requests: Sequence[Request], in_progress: Sequence[Transfer], passed_on: int = 0
) -> TrayState:
    """Return what the icon tells; who waits for an answer comes before all else.

    `passed_on`: how many stay here for others to fetch.
    """
    if requests:
        return TrayState.REQUEST
    if moving_count(in_progress) or passed_on:
        return TrayState.RUNNING
    return TrayState.PAUSED if in_progress else TrayState.PLAIN


def recent_friends(people: Iterable[PersonRow]) -> tuple[tuple[FriendId, str], ...]:
    """Return whom files are likely sent to next, the one used last first."""
    able = sorted((person for person in people if not person.is_held), key=use_rank)
    return tuple((person.friend.id, person.name) for person in able[:MOST_FRIENDS])
