"""The rows of the queue in their sections and their order, as plain lists."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from enum import Enum

from msgspec import Struct

from byhand.domain.identity import FriendId
from byhand.domain.progress import Progress
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.gui.transfer_actions import Neighbours
from byhand.gui.transfer_row import (
    Circumstances,
    RowLook,
    Section,
    fraction_of,
    row_look,
    section_of,
    section_title,
)


class Filter(Enum):
    """Which parts of the queue are shown."""

    ALL = frozenset(Section)
    ACTIVE = frozenset({Section.IN_PROGRESS, Section.WAITING})
    FINISHED = frozenset({Section.FINISHED})


class TransferRow:
    """A transfer in the queue; `fraction` moves often, `look` only as fast as people read.

    `section` is where the row stands, and changes when it is moved.
    """

    __slots__ = (
        "around",
        "fraction",
        "look",
        "name",
        "progress",
        "section",
        "short_name",
        "transfer",
    )

    def __init__(self, transfer: Transfer) -> None:
        self.transfer = transfer
        self.section = section_of(transfer)
        self.name = ""
        self.short_name = ""
        self.around = Circumstances()
        self.progress: Progress | None = None
        self.fraction: float | None = None
        self.look: RowLook = row_look(transfer, None, "", "")

    def renew(self) -> None:
        """Make its look, and how far its bar is, anew from what is known."""
        self.look = row_look(self.transfer, self.progress, self.name, self.short_name, self.around)
        self.move_bar()

    def move_bar(self) -> None:
        """Make anew how far its bar is; the words stay."""
        bar = self.look.bar
        moves = bar is not None and bar.fraction is not None and self.transfer.state in _MEASURED
        self.fraction = fraction_of(self.progress) if moves else bar.fraction if bar else None


_MEASURED = frozenset(
    {TransferState.ACTIVE, TransferState.PAUSED, TransferState.STALLED, TransferState.BLOCKED}
)


class HeadingRow(Struct, frozen=True):
    """A heading: "Waiting 2"."""

    section: Section
    text: str
    count: int


QueueRow = HeadingRow | TransferRow


class Step(Struct, frozen=True):
    """Where a transfer goes that is moved by one row: before another one, or last."""

    before: TransferId | None


class QueueRows:
    """Holds the rows; a section has a heading, in which it takes one more position.

    Positions count what the filter shows, headings included.
    """

    def __init__(self) -> None:
        self.filter = Filter.ALL
        self._rows: dict[Section, list[TransferRow]] = {section: [] for section in Section}
        self._headed: set[Section] = set()

    def __iter__(self) -> Iterator[TransferRow]:
        """Yield every row, shown or not, from top to bottom."""
        for section in Section:
            yield from self._rows[section]

    def __len__(self) -> int:
        """Return how many positions are shown."""
        return sum(len(self._rows[section]) + 1 for section in self._shown())

    def of(self, section: Section) -> list[TransferRow]:
        """Return the rows of a section."""
        return self._rows[section]

    def unfinished(self) -> list[TransferRow]:
        """Return the rows of what is not over, in the order in which their turn comes."""
        rows = [*self._rows[Section.IN_PROGRESS], *self._rows[Section.WAITING]]
        return sorted(rows, key=_turn)

    # --- positions

    def at(self, position: int) -> QueueRow | None:
        """Return what stands at a position."""
        for section in self._shown():
            rows = self._rows[section]
            if position <= len(rows):
                if position == 0:
                    return HeadingRow(section, section_title(section), len(rows))
                return rows[position - 1] if position > 0 else None
            position -= len(rows) + 1
        return None

    def is_shown(self, section: Section) -> bool:
        """Say whether the filter shows a section."""
        return section in self.filter.value

    def has_heading(self, section: Section) -> bool:
        """Say whether a section has a heading."""
        return section in self._headed

    def start(self, section: Section) -> int:
        """Return the position of a section's heading, where it is or would be."""
        above = (each for each in self._shown() if each.value < section.value)
        return sum(len(self._rows[each]) + 1 for each in above)

    def position(self, row: TransferRow) -> int:
        """Return a row's position; -1 while it is not shown."""
        place = self.place(row) if self.is_shown(row.section) else -1
        return -1 if place < 0 else self.start(row.section) + 1 + place

    def place(self, row: TransferRow) -> int:
        """Return which of its section's rows a row is; -1 for none."""
        rows = enumerate(self._rows[row.section])
        return next((place for place, each in rows if each is row), -1)

    def place_for(self, row: TransferRow, section: Section) -> int:
        """Return which of the other rows of a section it comes before.

        By the turn, first come first served; what is finished newest first.
        """
        rows, turn = self._rows[section], _turn(row)
        if section is Section.FINISHED:
            return bisect_left(rows, _end(row), key=_end)
        return sum(_turn(each) <= turn for each in rows if each is not row)

    def step(self, row: TransferRow, *, is_up: bool) -> Step | None:
        """Return where a row goes that changes places with its neighbour; None without one."""
        if row.section is Section.FINISHED:
            return None
        rows, place = self._rows[row.section], self.place(row)
        neighbours = neighbours_in(rows, place)
        if is_up:
            return Step(rows[place - 1].transfer.id) if neighbours.has_above else None
        if not neighbours.has_below:
            return None
        in_turn = [each for each in self.unfinished() if each is not row]
        following = in_turn[in_turn.index(rows[place + 1]) + 1 :]
        return Step(following[0].transfer.id if following else None)

    # --- changes

    def put_heading(self, section: Section) -> None:
        """Give a section a heading."""
        self._headed.add(section)

    def remove_heading(self, section: Section) -> None:
        """Take an empty section's heading away."""
        self._headed.discard(section)

    def insert(self, row: TransferRow, section: Section, place: int) -> None:
        """Put a row into a section."""
        row.section = section
        self._rows[section].insert(place, row)

    def take(self, row: TransferRow) -> None:
        """Take a row out of its section."""
        del self._rows[row.section][self.place(row)]

    def _shown(self) -> Iterable[Section]:
        return [each for each in Section if each in self._headed and self.is_shown(each)]


def neighbours_in(rows: list[TransferRow], place: int) -> Neighbours:
    """Return whether a row has others above and below."""
    return Neighbours(has_above=place > 0, has_below=place < len(rows) - 1)


def titles_before(rows: Iterable[TransferRow]) -> dict[TransferId, str]:
    """Return for each that waits for its turn the title of the one to the same friend before it.

    The rows come in the order in which their turn comes; what the user holds has none.
    """
    latest: dict[FriendId, str] = {}
    titles: dict[TransferId, str] = {}
    for row in rows:
        transfer = row.transfer
        if transfer.direction is Direction.INCOMING:
            continue
        if transfer.state is TransferState.QUEUED or transfer.awaits_turn:
            titles[transfer.id] = latest.get(transfer.friend_id, "")
        if not transfer.is_paused:
            latest[transfer.friend_id] = row.look.title
    return titles


def _turn(row: TransferRow) -> tuple[float, float]:
    return row.transfer.place, row.transfer.created_at


def _end(row: TransferRow) -> float:
    return -row.transfer.ended_at
