"""The queue: every transfer under its heading, in progress first."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from byhand.domain.friend import Friend
from byhand.domain.identity import FriendId
from byhand.domain.progress import Progress
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.gui.friend_list_model import ROW_ROLE, AnyIndex
from byhand.gui.names import shown_name
from byhand.gui.transfer_row import RowLook, Section, row_look, section_of, section_title


class Filter(Enum):
    """Which parts of the queue are shown."""

    ALL = frozenset(Section)
    ACTIVE = frozenset({Section.IN_PROGRESS, Section.WAITING})
    FINISHED = frozenset({Section.FINISHED})


@dataclass(slots=True)
class TransferRow:
    """A transfer in the queue; `fraction` moves often, `look` only as fast as people read."""

    transfer: Transfer
    name: str
    short_name: str
    is_online: bool
    look: RowLook
    fraction: float | None
    progress: Progress | None = None
    is_held: bool = False


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """A heading: "Waiting 2"."""

    section: Section
    text: str
    count: int


QueueRow = HeadingRow | TransferRow


class TransferListModel(QAbstractTableModel):
    """Transfers in sections; an offer that waits for our own answer is a card, not a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections: dict[Section, list[TransferRow]] = {section: [] for section in Section}
        self._by_id: dict[TransferId, TransferRow] = {}
        self._short_names: Mapping[FriendId, str] = {}
        self._filter = Filter.ALL

    # --- what the service tells

    def put(self, transfer: Transfer, friend: Friend | None, is_online: bool) -> None:
        """Show a transfer as it is now; `friend` is None when it is nobody's any more."""
        if transfer.direction is Direction.INCOMING and transfer.state is TransferState.OFFERED:
            self.remove(transfer.id)
            return
        known = self._by_id.get(transfer.id)
        row = known or _new_row(transfer)
        before = section_of(row.transfer)
        self._renew(row, transfer, friend, is_online)
        if known and section_of(transfer) is before:
            self._tell(row)
            return
        if known:
            self._take_out(row, before)
        self._put_in(row)

    def remove(self, transfer_id: TransferId) -> None:
        """Take a transfer off the list."""
        row = self._by_id.get(transfer_id)
        if row is not None:
            self._take_out(row, section_of(row.transfer))

    def friend_changed(self, friend: Friend, is_online: bool) -> None:
        """Say a friend's new name, and whether they are there, in their transfers' rows."""
        for row in self._by_id.values():
            if row.transfer.friend_id == friend.id:
                self._renew(row, row.transfer, friend, is_online)
                self._tell(row)

    def set_short_names(self, names: Mapping[FriendId, str]) -> None:
        """Call friends by these names in the second lines of their transfers' rows."""
        self._short_names = names
        for row in self._by_id.values():
            if names.get(row.transfer.friend_id, row.short_name) != row.short_name:
                self._renew(row, row.transfer, None, row.is_online)
                self._tell(row)

    # --- progress: no model signals, the view repaints what is seen

    def set_progress(self, latest: Mapping[TransferId, Progress], *, say: bool) -> list[int]:
        """Move the bars, and with `say` the texts too; return the rows that look different."""
        changed = []
        for transfer_id, progress in latest.items():
            row = self._by_id.get(transfer_id)
            if row is None or row.transfer.is_final:
                continue
            is_first = row.progress is None
            row.progress = progress
            before = row.look, row.fraction
            if say or is_first:
                row.look = _look(row)
            row.fraction = _moving_fraction(row)
            if (row.look, row.fraction) != before:
                changed.append(self._position(row))
        return [position for position in changed if position >= 0]

    def has_restless_bars(self) -> bool:
        """Say whether a bar moves without telling how far."""
        rows = self._sections[Section.IN_PROGRESS]
        return any(row.look.bar is not None and row.look.bar.fraction is None for row in rows)

    # --- what the window asks

    def set_filter(self, wanted: Filter) -> None:
        """Show other parts of the queue."""
        self.beginResetModel()
        self._filter = wanted
        self.endResetModel()

    def count(self, section: Section) -> int:
        """Return how many transfers a section holds, shown or not."""
        return len(self._sections[section])

    def transfers(self) -> list[Transfer]:
        """Return every transfer of the queue, shown or not."""
        return [row.transfer for row in self._by_id.values()]

    def row_at(self, position: int) -> QueueRow | None:
        """Return what stands at a position of the shown list."""
        start = 0
        for section in self._shown():
            rows = self._sections[section]
            if position <= start + len(rows):
                if position == start:
                    return HeadingRow(section, section_title(section), len(rows))
                return rows[position - start - 1] if position > start else None
            start += len(rows) + 1
        return None

    def position_of(self, transfer_id: TransferId) -> int:
        """Return a transfer's position in the shown list; -1 while it is not shown."""
        row = self._by_id.get(transfer_id)
        return -1 if row is None else self._position(row)

    # --- Qt's questions

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows are shown, headings included."""
        return sum(len(self._sections[section]) + 1 for section in self._shown())

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return 1: a row is one card."""
        return 1

    def data(self, index: AnyIndex, role: int = ROW_ROLE) -> Any:
        """Return the row itself, or its words for screen readers and type-ahead."""
        row = self.row_at(index.row())
        match role, row:
            case Qt.ItemDataRole.UserRole, _:
                return row
            case Qt.ItemDataRole.AccessibleTextRole, TransferRow():
                return row.look.spoken
            case Qt.ItemDataRole.AccessibleTextRole, HeadingRow():
                return f"{row.text}, {row.count}"
            case Qt.ItemDataRole.DisplayRole, TransferRow():
                return row.look.title
            case _:
                return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return that only transfers can be chosen."""
        if isinstance(self.row_at(index.row()), TransferRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    # --- keeping the rows in order

    def _shown(self) -> list[Section]:
        return [s for s in Section if s in self._filter.value and self._sections[s]]

    def _start(self, section: Section) -> int:
        before = [s for s in self._shown() if s.value < section.value]
        return sum(len(self._sections[s]) + 1 for s in before)

    def _position(self, row: TransferRow) -> int:
        section = section_of(row.transfer)
        if section not in self._filter.value:
            return -1
        rows = self._sections[section]
        place = next((n for n, other in enumerate(rows) if other is row), -1)
        return -1 if place < 0 else self._start(section) + 1 + place

    def _put_in(self, row: TransferRow) -> None:
        section = section_of(row.transfer)
        rows = self._sections[section]
        place = _place_for(row, rows, section)
        is_shown = section in self._filter.value
        start = self._start(section)
        if is_shown:
            first = start + 1 + place if rows else start
            self.beginInsertRows(QModelIndex(), first, start + 1 + place)
        rows.insert(place, row)
        self._by_id[row.transfer.id] = row
        if is_shown:
            self.endInsertRows()
            self._tell_heading(start)

    def _take_out(self, row: TransferRow, section: Section) -> None:
        rows = self._sections[section]
        place = next(n for n, other in enumerate(rows) if other is row)
        is_shown = section in self._filter.value
        start = self._start(section)
        if is_shown:
            first = start + 1 + place if len(rows) > 1 else start
            self.beginRemoveRows(QModelIndex(), first, start + 1 + place)
        del rows[place]
        del self._by_id[row.transfer.id]
        if is_shown:
            self.endRemoveRows()
            self._tell_heading(start)

    def _renew(
        self, row: TransferRow, transfer: Transfer, friend: Friend | None, is_online: bool
    ) -> None:
        row.transfer = transfer
        row.name = shown_name(friend) if friend else row.name
        row.is_held = friend.is_held if friend else row.is_held
        row.short_name = self._short_names.get(transfer.friend_id, row.short_name or row.name)
        row.is_online = is_online
        row.progress = None if transfer.is_final else row.progress
        row.look = _look(row)
        row.fraction = _moving_fraction(row)

    def _tell(self, row: TransferRow) -> None:
        position = self._position(row)
        if position >= 0:
            self.dataChanged.emit(self.index(position, 0), self.index(position, 0))

    def _tell_heading(self, position: int) -> None:
        if position < self.rowCount():
            self.dataChanged.emit(self.index(position, 0), self.index(position, 0))


def _new_row(transfer: Transfer) -> TransferRow:
    look = row_look(transfer, None, "", False, short_name="")
    return TransferRow(transfer, "", "", False, look, None)


def _look(row: TransferRow) -> RowLook:
    return row_look(
        row.transfer,
        row.progress,
        row.name,
        row.is_online,
        short_name=row.short_name,
        is_held=row.is_held,
    )


def _moving_fraction(row: TransferRow) -> float | None:
    if row.look.bar is None or row.look.bar.fraction is None:
        return None
    if row.transfer.state is not TransferState.ACTIVE or row.progress is None:
        return row.look.bar.fraction
    total = row.progress.total_bytes
    return min(1.0, row.progress.bytes / total) if total > 0 else 0.0


def _place_for(row: TransferRow, rows: list[TransferRow], section: Section) -> int:
    """Return where a row goes: first come first served, what is finished newest first."""
    transfer = row.transfer
    if section is Section.FINISHED:
        when = transfer.ended_at
        return next(
            (n for n, other in enumerate(rows) if other.transfer.ended_at <= when), len(rows)
        )
    when = transfer.created_at
    later = (n for n, other in enumerate(rows) if other.transfer.created_at > when)
    return next(later, len(rows))
