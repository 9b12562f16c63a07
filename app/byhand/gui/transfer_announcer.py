"""What screen readers are told of transfers: who asks or accepts, who holds one, how it ended."""

from collections.abc import Callable, Mapping

from byhand.domain.friend import Friend
from byhand.domain.identity import FriendId
from byhand.domain.text import filled
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.gui.names import shown_name
from byhand.gui.offer_words import offer_question
from byhand.gui.transfer_row import Circumstances, row_look, shown_title
from byhand.gui.translation import translate

Say = Callable[[str, bool], None]
"""say(text, is_urgent)"""
_Told = tuple[TransferState, bool, bool]


class TransferAnnouncer:
    """Remembers what was told last of each transfer, and tells what is new."""

    def __init__(self, say: Say, short_names: Callable[[], Mapping[FriendId, str]]) -> None:
        self._say = say
        self._short_names = short_names
        self._told: dict[TransferId, _Told] = {}

    def follow(self, transfer: Transfer, friend: Friend | None, *, is_told: bool) -> None:
        """Take note of how a transfer stands now, and with `is_told` say what is new of it."""
        now = (transfer.state, transfer.paused_by_me, transfer.paused_by_friend)
        before = self._told.get(transfer.id)
        self._told[transfer.id] = now
        if friend is not None and is_told and before != now:
            self._tell(transfer, friend, before)

    def forget(self, transfer_id: TransferId) -> None:
        """Take note that a transfer is off the list."""
        self._told.pop(transfer_id, None)

    def _tell(self, transfer: Transfer, friend: Friend, before: _Told | None) -> None:
        name = shown_name(friend)
        is_new_state = before is None or before[0] is not transfer.state
        is_offered = transfer.state is TransferState.OFFERED
        if transfer.direction is Direction.INCOMING and is_offered:
            if is_new_state:
                self._say(offer_question(transfer, name), True)
        elif _is_accepted(transfer, before):
            self._say(filled(_accepted(), name=name, title=shown_title(transfer)), False)
        elif (transfer.is_final and is_new_state) or _is_held_anew(transfer, before):
            around = Circumstances(is_online=True)
            short_name = self._short_names().get(friend.id, name)
            self._say(row_look(transfer, None, name, short_name, around).spoken, False)


def _is_accepted(transfer: Transfer, before: _Told | None) -> bool:
    """Say whether the friend has taken a moment ago what we offer."""
    is_moving = transfer.state in (TransferState.ACTIVE, TransferState.BLOCKED)
    was_offered = before is not None and before[0] is TransferState.OFFERED
    return transfer.direction is Direction.OUTGOING and is_moving and was_offered


def _accepted() -> str:
    return translate("TransferList", "{name} accepted: {title}")


def _is_held_anew(transfer: Transfer, before: _Told | None) -> bool:
    """Say whether somebody holds it who did not a moment ago."""
    mine, theirs = before[1:] if before else (False, False)
    is_more = (transfer.paused_by_me and not mine) or (transfer.paused_by_friend and not theirs)
    return is_more and not transfer.is_final
