"""What a transfer's row in the queue says and shows, as plain values."""

import time
from enum import Enum, StrEnum

from msgspec import Struct

from byhand import wording
from byhand.domain.obstacle import NO_OBSTACLE, Obstacle
from byhand.domain.progress import Progress
from byhand.domain.text import filled, joined, safe_text
from byhand.domain.transfer import HELD_STATES, Direction, Transfer, TransferState
from byhand.gui.group_notes import NO_GROUP, GroupNote
from byhand.gui.kind_icons import kind_icon
from byhand.gui.transfer_actions import ALONE, Action, Neighbours, button_actions
from byhand.gui.translation import translate

TITLE_CHARACTERS = 200
TEXT_SUFFIX = ".txt"
_S = TransferState
_RESTLESS = frozenset({_S.SCANNING, _S.CHECKING})
_BARRED = _RESTLESS | HELD_STATES | {_S.ACTIVE, _S.CLOSING, _S.FINALIZING}
_WAITING = frozenset({_S.QUEUED, _S.OFFERED, _S.STALLED, _S.BLOCKED})
_NOT_ACCEPTED = frozenset({_S.SCANNING, _S.QUEUED, _S.OFFERED})


class Section(Enum):
    """The parts of the queue, from top to bottom."""

    IN_PROGRESS = 0
    WAITING = 1
    FINISHED = 2


class Tone(StrEnum):
    """The colour that a line, an icon or a bar speaks in; never its only sign."""

    PLAIN = "plain"
    ACCENT = "accent"
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"
    IDLE = "idle"


class Bar(Struct, frozen=True):
    """A progress bar; a fraction of None moves without telling how far."""

    tone: Tone
    fraction: float | None
    is_striped: bool = False


class Circumstances(Struct, frozen=True):
    """What else a row tells: whether the friend is there, or what is in the way; its neighbours.

    `after` is the title, safe to show, of the one to the same friend whose turn is before it.
    `group` is what is said of others who receive the same.
    """

    is_online: bool = False
    obstacle: Obstacle = NO_OBSTACLE
    after: str = ""
    neighbours: Neighbours = ALONE
    group: GroupNote = NO_GROUP


NO_MATTER = Circumstances()


class RowLook(Struct, frozen=True):
    """Everything that is drawn or read aloud for one transfer."""

    kind_icon: str
    title: str
    person: str
    line: str
    line_icon: str
    tone: Tone
    bar: Bar | None
    figures: tuple[str, str]
    percent: str
    stamp: str
    actions: tuple[Action, ...]
    is_dimmed: bool
    spoken: str


def section_of(transfer: Transfer) -> Section:
    """Return the part of the queue that a transfer belongs to."""
    if transfer.is_final:
        return Section.FINISHED
    is_waiting = transfer.state in _WAITING or transfer.awaits_turn
    return Section.WAITING if is_waiting else Section.IN_PROGRESS


def has_bar(transfer: Transfer) -> bool:
    """Say whether a transfer's row shows a progress bar."""
    return transfer.state in _BARRED and not _is_put_down(transfer)


def shown_title(transfer: Transfer) -> str:
    """Return what a transfer is called: a text by its first words."""
    title = transfer.title.removesuffix(TEXT_SUFFIX) if transfer.is_text else transfer.title
    return safe_text(title, TITLE_CHARACTERS)


def transfer_icon(transfer: Transfer) -> str:
    """Return the icon of what a transfer is about."""
    if transfer.is_text:
        return "file-text"
    return kind_icon(transfer.title, is_folder=transfer.is_folder)


def row_look(
    transfer: Transfer,
    progress: Progress | None,
    friend_name: str,
    short_name: str,
    around: Circumstances = NO_MATTER,
) -> RowLook:
    """Return how a transfer looks now; its line says `short_name`, beside the whole name."""
    bar = _bar(transfer, progress)
    title = shown_title(transfer)
    line = _line(transfer, progress, short_name, around)
    icon, tone = _sign(transfer, progress, around)
    figures = _figures(transfer, progress)
    person = _person(transfer, friend_name, around.group.giving)
    percent = percent_text(bar.fraction) if bar and _is_known(transfer, progress) else ""
    return RowLook(
        kind_icon=transfer_icon(transfer),
        title=title,
        person=person,
        line=line,
        line_icon=icon,
        tone=tone,
        bar=bar,
        figures=figures,
        percent=percent,
        stamp=_stamp(transfer),
        actions=button_actions(
            transfer, around.neighbours, around.obstacle, is_passed_on=around.group.is_passing_on
        ),
        is_dimmed=transfer.state in (_S.DECLINED, _S.WITHDRAWN, _S.EXPIRED, _S.CANCELLED),
        spoken=", ".join(part for part in (title, person, line, percent, *figures) if part),
    )


def percent_text(fraction: float | None) -> str:
    """Return how far a bar is: "62%", never 100% before it is; "" while that is not known."""
    return "" if fraction is None else f"{int(fraction * 100)}%"


def section_title(section: Section) -> str:
    """Return the heading over a part of the queue."""
    return {
        Section.IN_PROGRESS: translate("TransferList", "In progress"),
        Section.WAITING: translate("TransferList", "Waiting"),
        Section.FINISHED: translate("TransferList", "Finished"),
    }[section]


def _line(
    transfer: Transfer, progress: Progress | None, short_name: str, around: Circumstances
) -> str:
    line = wording.transfer_line(
        transfer,
        progress,
        short_name,
        translate,
        is_online=around.is_online,
        obstacle=around.obstacle,
        after=around.after,
    )
    group = around.group
    return joined((group.passing_on_line(), line)) if group.is_passing_on else line


def _person(transfer: Transfer, friend_name: str, giving: int) -> str:
    if transfer.direction is Direction.OUTGOING:
        return filled(translate("TransferList", "to {name}"), name=friend_name)
    if giving:
        return wording.from_line(friend_name, giving, translate)
    return filled(translate("TransferList", "from {name}"), name=friend_name)


def _sign(transfer: Transfer, progress: Progress | None, around: Circumstances) -> tuple[str, Tone]:
    """Return the icon before a row's second line, and the tone of both."""
    if _is_put_down(transfer):
        return _SIGNS[_S.PAUSED]
    if around.group.is_passing_on:
        return "share-2", Tone.ACCENT
    if transfer.state in (_S.QUEUED, _S.STALLED) and around.obstacle in _OBSTACLE_SIGNS:
        return _OBSTACLE_SIGNS[around.obstacle]
    if transfer.state in (_S.QUEUED, _S.STALLED) and not around.is_online:
        return "wifi-off", Tone.PLAIN
    if transfer.state is _S.ACTIVE:
        is_waiting = transfer.awaits_turn or _is_idle(progress)
        return ("clock" if is_waiting else ""), Tone.PLAIN
    return _SIGNS[transfer.state]


_OBSTACLE_SIGNS = {
    Obstacle.HELD: ("shield-alert", Tone.BAD),
    Obstacle.NEW_IDENTITY: ("shield-alert", Tone.BAD),
    Obstacle.UNREACHABLE: ("triangle-alert", Tone.WARNING),
}
_SIGNS = {
    _S.SCANNING: ("", Tone.PLAIN),
    _S.QUEUED: ("clock", Tone.PLAIN),
    _S.OFFERED: ("clock", Tone.PLAIN),
    _S.CHECKING: ("", Tone.PLAIN),
    _S.PAUSED: ("circle-pause", Tone.WARNING),
    _S.STALLED: ("clock", Tone.PLAIN),
    _S.BLOCKED: ("triangle-alert", Tone.WARNING),
    _S.CLOSING: ("shield-check", Tone.ACCENT),
    _S.FINALIZING: ("shield-check", Tone.ACCENT),
    _S.DONE: ("circle-check", Tone.GOOD),
    _S.PARTLY_DONE: ("triangle-alert", Tone.WARNING),
    _S.DECLINED: ("ban", Tone.PLAIN),
    _S.WITHDRAWN: ("ban", Tone.PLAIN),
    _S.EXPIRED: ("clock", Tone.PLAIN),
    _S.CANCELLED: ("ban", Tone.PLAIN),
    _S.FAILED: ("triangle-alert", Tone.BAD),
}
_BAR_TONES = {_S.PAUSED: Tone.WARNING, _S.BLOCKED: Tone.WARNING, _S.STALLED: Tone.IDLE}


def _bar(transfer: Transfer, progress: Progress | None) -> Bar | None:
    if not has_bar(transfer):
        return None
    if transfer.state in _RESTLESS:
        return Bar(Tone.ACCENT, None)
    if transfer.state in (_S.CLOSING, _S.FINALIZING):
        return Bar(Tone.ACCENT, 1.0)
    if transfer.awaits_turn:
        return Bar(Tone.IDLE, fraction_of(progress))
    is_striped = transfer.state is _S.ACTIVE and _is_idle(progress)
    return Bar(_BAR_TONES.get(transfer.state, Tone.ACCENT), fraction_of(progress), is_striped)


def fraction_of(progress: Progress | None) -> float:
    """Return how far a bar is, from 0 to 1."""
    if progress is None or progress.total_bytes <= 0:
        return 0.0
    return min(1.0, progress.bytes / progress.total_bytes)


def _is_put_down(transfer: Transfer) -> bool:
    """Say whether the user holds what was not accepted yet."""
    return transfer.paused_by_me and transfer.state in _NOT_ACCEPTED


def _is_idle(progress: Progress | None) -> bool:
    return progress is not None and progress.idle_seconds >= wording.STALLED_SECONDS


def _is_known(transfer: Transfer, progress: Progress | None) -> bool:
    """Say whether it is known how far a bar is: what was kept is looked up after a start."""
    return progress is not None or transfer.state not in HELD_STATES


def _figures(transfer: Transfer, progress: Progress | None) -> tuple[str, str]:
    is_moving = transfer.state is _S.ACTIVE and not transfer.awaits_turn
    if not is_moving or progress is None or _is_idle(progress):
        return "", ""
    left = wording.time_left(progress.seconds_left, translate)
    return wording.speed(progress.bytes_per_second, translate), left


def _stamp(transfer: Transfer) -> str:
    if not transfer.is_final or not transfer.ended_at or transfer.state is _S.FAILED:
        return ""
    return time.strftime("%H:%M", time.localtime(transfer.ended_at))
