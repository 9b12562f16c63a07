"""What the queue's rows tell of groups: who gives, and what is passed on from here."""

import time

from msgspec import Struct

from byhand.domain.events import Event, TransferRemoved
from byhand.domain.group import GroupPart, GroupStanding
from byhand.domain.group_events import GroupChanged, GroupOver
from byhand.domain.text import filled
from byhand.domain.transfer import TransferId
from byhand.gui.translation import translate


class GroupNote(Struct, frozen=True):
    """What a row says: how many others give of it; for how many it stays here, and until when.

    `until` is in Unix seconds, 0 while it is not passed on.
    """

    giving: int = 0
    others: int = 0
    until: float = 0.0

    @property
    def is_passing_on(self) -> bool:
        """Say whether it is all here and stays for others to fetch."""
        return self.until > 0.0

    def passing_on_line(self) -> str:
        """Return for whom it stays; nobody is asked when Byhand is quit, so it is said here."""
        text = translate(
            "TransferList",
            "Passing it on to %n other(s) until {time}, or until you quit",
            "",
            self.others,
        )
        return filled(text, time=time.strftime("%H:%M", time.localtime(self.until)))


NO_GROUP = GroupNote()


class GroupNotes:
    """The notes of all transfers that are part of a group now."""

    def __init__(self) -> None:
        self._notes: dict[TransferId, GroupNote] = {}

    @property
    def passed_on(self) -> tuple[TransferId, ...]:
        """The transfers that are passed on from here."""
        return tuple(each for each, note in self._notes.items() if note.is_passing_on)

    def of(self, transfer_id: TransferId) -> GroupNote:
        """Return what is to be said of a transfer."""
        return self._notes.get(transfer_id, NO_GROUP)

    def follow(self, event: Event) -> bool:
        """Take note of what an event tells; return whether a row says something else by that."""
        match event:
            case GroupChanged(standing):
                before = self.of(standing.transfer_id)
                note = self._notes[standing.transfer_id] = note_of(standing)
                return note != before
            case GroupOver(transfer_id) | TransferRemoved(transfer_id):
                return self._notes.pop(transfer_id, NO_GROUP) != NO_GROUP
            case _:
                return False


def note_of(standing: GroupStanding) -> GroupNote:
    """Return what a row says of how a group stands."""
    if standing.part is GroupPart.SENDER:
        return NO_GROUP
    others = len(standing.members)
    return GroupNote(standing.giving, others, standing.lingers_until)
