"""A transfer in the queue, its friend, and how it looks once somebody looks."""

from collections import defaultdict
from collections.abc import Mapping

from byhand.domain.friend import Friend, Presence
from byhand.domain.identity import FriendId
from byhand.domain.obstacle import NO_OBSTACLE, obstacle_to
from byhand.domain.progress import Progress
from byhand.domain.transfer import Transfer, TransferState
from byhand.gui.group_notes import GroupNote, GroupNotes
from byhand.gui.names import shown_name
from byhand.gui.transfer_actions import ALONE
from byhand.gui.transfer_row import Circumstances, RowLook, fraction_of, row_look, section_of

AWAITS_FRIEND = frozenset({TransferState.QUEUED, TransferState.STALLED})


class Person:
    """What the rows of one friend say of them; nothing yet.

    `waiting` counts what waits until they are there.
    """

    __slots__ = ("friend", "is_online", "name", "obstacle", "short_name", "waiting")

    def __init__(self) -> None:
        self.friend: Friend | None = None
        self.waiting = 0
        self.name = ""
        self.short_name = ""
        self.is_online = False
        self.obstacle = NO_OBSTACLE

    def meet(self, friend: Friend, presence: Presence) -> None:
        """Take note of what they are called, and what is in their way."""
        self.obstacle = obstacle_to(friend, presence)
        if friend is not self.friend:
            self.friend, self.name = friend, shown_name(friend)


class People:
    """Those to whom the queue's transfers go, and from whom they come."""

    def __init__(self) -> None:
        self._people: defaultdict[FriendId, Person] = defaultdict(Person)
        self._short_names: Mapping[FriendId, str] = {}

    def met(self, friend_id: FriendId, friend: Friend | None, presence: Presence) -> Person:
        """Return what is said of a friend; of one who is nobody's any more what was said last."""
        person = self._people[friend_id]
        person.is_online = presence.is_online
        if friend is not None:
            person.meet(friend, presence)
        person.short_name = self._short_names.get(friend_id, person.short_name or person.name)
        return person

    def call(self, short_names: Mapping[FriendId, str]) -> None:
        """Call friends by these names in second lines."""
        self._short_names = short_names
        for friend_id, person in self._people.items():
            person.short_name = short_names.get(friend_id, person.short_name)

    def awaited(self) -> Mapping[FriendId, int]:
        """Return how many transfers wait until a friend is there, by friend."""
        people = self._people.items()
        return {friend_id: person.waiting for friend_id, person in people if person.waiting}


class TransferRow:
    """A transfer in the queue; `fraction` moves often, `look` only as fast as people read.

    `section` is where the row stands, and changes when it is moved. How it looks is made when
    somebody looks: of a hundred thousand rows ten are seen.
    """

    __slots__ = (
        "_around",
        "_fraction",
        "_groups",
        "_look",
        "_names",
        "after",
        "neighbours",
        "person",
        "progress",
        "section",
        "transfer",
    )

    def __init__(self, transfer: Transfer, person: Person, groups: GroupNotes) -> None:
        self.transfer = transfer
        self.person = person
        self.section = section_of(transfer)
        self.progress: Progress | None = None
        self.after = ""
        self.neighbours = ALONE
        self._groups = groups
        self._look: RowLook | None = None
        self._fraction: float | None = None
        self._around = Circumstances()
        self._names = ("", "")

    @property
    def look(self) -> RowLook:
        """What is drawn and said, made anew if anything is said otherwise since."""
        return self._made()

    @property
    def group(self) -> GroupNote:
        """What is said of others who receive the same."""
        return self._groups.of(self.transfer.id)

    @property
    def fraction(self) -> float | None:
        """How far its bar is; None without one, and for one that does not tell."""
        self._made()
        return self._fraction

    def _made(self) -> RowLook:
        person = self.person
        around = Circumstances(
            person.is_online, person.obstacle, self.after, self.neighbours, self.group
        )
        names = person.name, person.short_name
        if self._look is None or around != self._around or names != self._names:
            self._around, self._names = around, names
            self._look = row_look(self.transfer, self.progress, *names, around)
            self.move_bar()
        return self._look

    def renew(self) -> None:
        """Say of its look that something of it has changed."""
        self._look = None

    def move_bar(self) -> None:
        """Make anew how far its bar is; the words stay."""
        bar = self.look.bar
        moves = bar is not None and bar.fraction is not None and self.transfer.state in _MEASURED
        self._fraction = fraction_of(self.progress) if moves else bar.fraction if bar else None


_MEASURED = frozenset(
    {TransferState.ACTIVE, TransferState.PAUSED, TransferState.STALLED, TransferState.BLOCKED}
)
