"""The rows of the queue in their sections and their order, as plain lists."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from enum import Enum
from heapq import merge

from msgspec import Struct

from byhand.domain.identity import FriendId
from byhand.domain.transfer import Direction, TransferId, TransferState
from byhand.gui.shown_transfer import TransferRow
from byhand.gui.transfer_actions import Neighbours
from byhand.gui.transfer_row import (
    Section,
    section_of,
    section_title,
    shown_title,
)


class Filter(Enum):
    """Which parts of the queue are shown."""

    ALL = frozenset(Section)
    ACTIVE = frozenset({Section.IN_PROGRESS, Section.WAITING})
    FINISHED = frozenset({Section.FINISHED})


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

    def unfinished(self) -> Iterator[TransferRow]:
        """Yield the rows of what is not over, in the order in which their turn comes."""
        return merge(self._rows[Section.IN_PROGRESS], self._rows[Section.WAITING], key=_turn)

    def fill(self, rows: Iterable[TransferRow]) -> None:
        """Hold these rows, and no others, each where it belongs."""
        self._rows = {section: [] for section in Section}
        for row in rows:
            row.section = section_of(row.transfer)
            self._rows[row.section].append(row)
        for section, held in self._rows.items():
            held.sort(key=_end if section is Section.FINISHED else _turn)
        self._headed = {section for section, held in self._rows.items() if held}

    # --- positions

    def at(self, position: int) -> QueueRow | None:
        """Return what stands at a position; a row says what stands around it now."""
        for section in self._shown():
            rows = self._rows[section]
            if position <= len(rows):
                if position == 0:
                    return HeadingRow(section, section_title(section), len(rows))
                return self._settled(section, position - 1) if position > 0 else None
            position -= len(rows) + 1
        return None

    def _settled(self, section: Section, place: int) -> TransferRow:
        rows = self._rows[section]
        row = rows[place]
        if section is not Section.FINISHED:
            row.neighbours = neighbours_in(rows, place)
        row.after = self._title_before(row, place)
        return row

    def _title_before(self, row: TransferRow, place: int) -> str:
        """Return the title of the one to the same friend whose turn is before; "" for none."""
        transfer = row.transfer
        is_waiting = transfer.state is TransferState.QUEUED or transfer.awaits_turn
        if not is_waiting or transfer.direction is Direction.INCOMING:
            return ""
        moving = self._rows[Section.IN_PROGRESS]
        ahead = [
            _nearest(moving, bisect_right(moving, _turn(row), key=_turn), transfer.friend_id),
            _nearest(self._rows[row.section], place, transfer.friend_id),
        ]
        latest = max((each for each in ahead if each), key=_turn, default=None)
        return shown_title(latest.transfer) if latest else ""

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
        rows = self._rows[row.section]
        key = _end if row.section is Section.FINISHED else _turn
        for place in range(bisect_left(rows, key(row), key=key), len(rows)):
            if rows[place] is row:
                return place
            if key(rows[place]) != key(row):
                break
        # What its place depends on has changed, and it is about to be moved.
        return next((place for place, each in enumerate(rows) if each is row), -1)

    def place_for(self, row: TransferRow, section: Section) -> int:
        """Return which of the rows of a section it comes before that it is not in yet.

        By the turn, first come first served; what is finished newest first.
        """
        rows, turn = self._rows[section], _turn(row)
        if section is Section.FINISHED:
            return bisect_left(rows, _end(row), key=_end)
        return bisect_right(rows, turn, key=_turn)

    def place_anew(self, row: TransferRow) -> int:
        """Return which of the other rows of its section it comes before now that is not over."""
        turn = _turn(row)
        return sum(_turn(each) <= turn for each in self._rows[row.section] if each is not row)

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


def _nearest(rows: list[TransferRow], end: int, friend_id: FriendId) -> TransferRow | None:
    """Return the last row before `end` that goes to a friend and is not held."""
    for place in range(end - 1, -1, -1):
        transfer = rows[place].transfer
        is_sent = transfer.direction is Direction.OUTGOING and transfer.friend_id == friend_id
        if is_sent and not transfer.is_paused:
            return rows[place]
    return None


def _turn(row: TransferRow) -> tuple[float, float]:
    return row.transfer.place, row.transfer.created_at


def _end(row: TransferRow) -> float:
    return -row.transfer.ended_at
