"""The queue: every transfer under its heading, in progress first."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from byhand.domain.events import Event
from byhand.domain.friend import Friend, Presence
from byhand.domain.identity import FriendId
from byhand.domain.progress import Progress
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.gui.friend_list_model import ROW_ROLE, AnyIndex
from byhand.gui.group_notes import GroupNotes
from byhand.gui.holding_count import HoldingCount
from byhand.gui.queue_rows import Filter, HeadingRow, QueueRow, QueueRows, Step
from byhand.gui.shown_transfer import AWAITS_FRIEND, People, TransferRow
from byhand.gui.transfer_actions import Action
from byhand.gui.transfer_row import Section, section_of

NO_PARENT = QModelIndex()


class TransferListModel(QAbstractTableModel):
    """Transfers in sections; an offer that waits for our own answer is a card, not a row.

    What a row says of others, as of its friend, is made when it is looked at: `looks_changed` tells
    that any of them may say something else now.
    """

    looks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = QueueRows()
        self._by_id: dict[TransferId, TransferRow] = {}
        self._people = People()
        self.groups = GroupNotes()
        self._holding = HoldingCount()
        self._is_loading = False

    @contextmanager
    def loading(self) -> Iterator[None]:
        """Take many transfers at once: they come to their places in the end."""
        self.beginResetModel()
        self._is_loading = True
        try:
            yield
        finally:
            self._is_loading = False
            self._rows.fill(self._by_id.values())
            self.endResetModel()

    # --- what the service tells

    def put(self, transfer: Transfer, friend: Friend | None, presence: Presence) -> None:
        """Show a transfer as it is now; `friend` is None when it is nobody's any more."""
        if transfer.direction is Direction.INCOMING and transfer.state is TransferState.OFFERED:
            self.remove(transfer.id)
            return
        person = self._people.met(transfer.friend_id, friend, presence)
        row = self._by_id.get(transfer.id)
        before = row.transfer if row else None
        self._holding.change(before, transfer)
        person.waiting += transfer.state in AWAITS_FRIEND
        person.waiting -= before is not None and before.state in AWAITS_FRIEND
        row = row or TransferRow(transfer, person, self.groups)
        row.transfer = transfer
        row.progress = None if transfer.is_final else row.progress
        row.renew()
        self._by_id[transfer.id] = row
        if self._is_loading:
            return
        if before is None:
            self._put_in(row)
        elif section_of(transfer) is not row.section or _place_of(transfer) != _place_of(before):
            self._shift(row)
        else:
            self._tell(row)
        if before is None or _order_of(before) != _order_of(transfer):
            self.looks_changed.emit()

    def remove(self, transfer_id: TransferId) -> None:
        """Take a transfer off the list."""
        row = self._by_id.pop(transfer_id, None)
        if row is None:
            return
        self._holding.change(row.transfer, None)
        row.person.waiting -= row.transfer.state in AWAITS_FRIEND
        if not self._is_loading:
            self._take_out(row)
            self.looks_changed.emit()

    def follow_group(self, event: Event) -> None:
        """Say in rows who gives, and what is passed on from here."""
        if self.groups.follow(event):
            self.looks_changed.emit()

    def friend_changed(self, friend: Friend, presence: Presence) -> None:
        """Say a friend's new name, and whether they are there, in their transfers' rows."""
        self._people.met(friend.id, friend, presence)
        self.looks_changed.emit()

    def set_short_names(self, names: Mapping[FriendId, str]) -> None:
        """Call friends by these names in the second lines of their transfers' rows."""
        self._people.call(names)
        self.looks_changed.emit()

    # --- progress: no model signals, the view repaints what is seen

    def set_progress(self, latest: Mapping[TransferId, Progress], *, say: bool) -> list[int]:
        """Move the bars, and with `say` the texts too; return the rows that look different."""
        changed = []
        for transfer_id, progress in latest.items():
            row = self._by_id.get(transfer_id)
            if row is None or row.transfer.is_final:
                continue
            is_first = row.progress is None
            before = row.look, row.fraction
            row.progress = progress
            if say or is_first:
                row.renew()
            else:
                row.move_bar()
            if (row.look, row.fraction) != before:
                changed.append(self._rows.position(row))
        return [position for position in changed if position >= 0]

    def has_restless_bars(self) -> bool:
        """Say whether a bar moves without telling how far."""
        rows = self._rows.of(Section.IN_PROGRESS)
        return any(row.look.bar is not None and row.look.bar.fraction is None for row in rows)

    # --- what the window asks

    def set_filter(self, wanted: Filter) -> None:
        """Show other parts of the queue."""
        self.beginResetModel()
        self._rows.filter = wanted
        self.endResetModel()

    def count(self, section: Section) -> int:
        """Return how many transfers a section holds, shown or not."""
        return len(self._rows.of(section))

    def in_progress(self) -> list[Transfer]:
        """Return what is in progress, shown or not."""
        return [row.transfer for row in self._rows.of(Section.IN_PROGRESS)]

    def holding(self) -> frozenset[Action]:
        """Return what can be done with any transfer, shown or not: PAUSE, RESUME."""
        return self._holding.possible()

    def awaited(self) -> Mapping[FriendId, int]:
        """Return how many transfers wait until a friend is there, by friend."""
        return self._people.awaited()

    def first_finished(self) -> int:
        """Return the position from which on every row is over."""
        return self._rows.start(Section.FINISHED) + 1

    def row_at(self, position: int) -> QueueRow | None:
        """Return what stands at a position of the shown list."""
        return self._rows.at(position)

    def position_of(self, transfer_id: TransferId) -> int:
        """Return a transfer's position in the shown list; -1 while it is not shown."""
        row = self._by_id.get(transfer_id)
        return -1 if row is None else self._rows.position(row)

    def step(self, transfer_id: TransferId, *, is_up: bool) -> Step | None:
        """Return where a transfer goes that is moved by one row; None if it cannot."""
        row = self._by_id.get(transfer_id)
        return None if row is None else self._rows.step(row, is_up=is_up)

    # --- Qt's questions

    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Return how many rows are shown, headings included."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Return 1: a row is one card."""
        return 0 if parent.isValid() else 1

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

    def _put_in(self, row: TransferRow) -> None:
        section = section_of(row.transfer)
        self._put_heading(section)
        place = self._rows.place_for(row, section)
        position = self._rows.start(section) + 1 + place
        is_shown = self._rows.is_shown(section)
        if is_shown:
            self.beginInsertRows(NO_PARENT, position, position)
        self._rows.insert(row, section, place)
        if is_shown:
            self.endInsertRows()
        self._tell_section(row.section)

    def _take_out(self, row: TransferRow) -> None:
        section, position = row.section, self._rows.position(row)
        if position >= 0:
            self.beginRemoveRows(NO_PARENT, position, position)
        self._rows.take(row)
        if position >= 0:
            self.endRemoveRows()
        self._remove_heading(section)
        self._tell_section(section)

    def _shift(self, row: TransferRow) -> None:
        """Move a row to where it belongs now; shown before and after, it stays chosen."""
        source, target = row.section, section_of(row.transfer)
        is_seen = self._rows.is_shown(source) and self._rows.is_shown(target)
        if not is_seen or source is target is Section.FINISHED:
            self._take_out(row)
            self._put_in(row)
            return
        self._put_heading(target)
        is_moved_within = target is source
        place = self._rows.place_anew(row) if is_moved_within else self._rows.place_for(row, target)
        before = self._rows.position(row)
        after = self._rows.start(target) + 1 + place
        if after != before:
            # Qt counts as if the row were still where it was.
            wanted = after + 1 if is_moved_within and after > before else after
            self.beginMoveRows(NO_PARENT, before, before, NO_PARENT, wanted)
            self._rows.take(row)
            self._rows.insert(row, target, place)
            self.endMoveRows()
        self._remove_heading(source)
        self._tell(row)
        self._tell_section(target)
        self._tell_section(source)

    def _put_heading(self, section: Section) -> None:
        if self._rows.has_heading(section):
            return
        position, is_shown = self._rows.start(section), self._rows.is_shown(section)
        if is_shown:
            self.beginInsertRows(NO_PARENT, position, position)
        self._rows.put_heading(section)
        if is_shown:
            self.endInsertRows()

    def _remove_heading(self, section: Section) -> None:
        if self._rows.of(section) or not self._rows.has_heading(section):
            return
        position, is_shown = self._rows.start(section), self._rows.is_shown(section)
        if is_shown:
            self.beginRemoveRows(NO_PARENT, position, position)
        self._rows.remove_heading(section)
        if is_shown:
            self.endRemoveRows()

    # --- what the rows say

    def _tell(self, row: TransferRow) -> None:
        self._tell_at(self._rows.position(row))

    def _tell_at(self, position: int) -> None:
        if 0 <= position < self.rowCount():
            self.dataChanged.emit(self.index(position, 0), self.index(position, 0))

    def _tell_section(self, section: Section) -> None:
        """Say that a section's heading counts anew."""
        if self._rows.of(section) and self._rows.is_shown(section):
            self._tell_at(self._rows.start(section))


def _place_of(transfer: Transfer) -> float:
    return transfer.ended_at if transfer.is_final else transfer.place


def _order_of(transfer: Transfer) -> tuple[object, ...]:
    """Return what of a transfer others' turns depend on."""
    what = transfer.state, transfer.awaits_turn, transfer.is_paused
    return *what, transfer.place, transfer.title
