"""The history as a table: a row for each transfer that has ended, under the day on which it did."""

import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from byhand.domain.history import EVERYTHING, HistoryDay, HistoryItem, HistoryQuery, Located
from byhand.domain.history_events import HistoryTold
from byhand.domain.transfer import TransferId
from byhand.gui.friend_list_model import ROW_ROLE, AnyIndex
from byhand.gui.history_actions import Check, Known
from byhand.gui.history_columns import Column, cell_spoken, cell_text, column_name
from byhand.gui.history_pages import Change, Heading, HistoryPages
from byhand.gui.history_row import DayRow, HistoryRow, day_row, history_row
from byhand.gui.names import plain_tool_tip

NO_PARENT = QModelIndex()
ROWS_KEPT = 8_000
_UNKNOWN = Known()


class HistoryModel(QAbstractTableModel):
    """Answers from the pages that were told; asks for others once they are seen."""

    page_wanted = Signal(int, int)  # first, count
    outline_wanted = Signal()
    files_wanted = Signal(list)  # TransferId
    told = Signal()

    def __init__(
        self,
        names_of: Callable[[HistoryItem], tuple[str, str]],
        now: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        """`names_of` returns a friend's name, and what they are called where that stands beside.

        Both are safe to show; `now` returns Unix seconds.
        """
        super().__init__(parent)
        self.query = EVERYTHING
        self.is_known = False
        """Whether it has been told how long the list is."""
        self.names_of = names_of
        self.is_narrow = False
        """Whether the words over the directions have no room."""
        self._now = now
        self._pages = HistoryPages()
        self._rows: dict[TransferId, HistoryRow] = {}
        self._headings: dict[date, DayRow] = {}
        self._known: dict[TransferId, Known] = {}
        self._today = self._present_day()

    # --- what the user looks for, and what the service tells

    def look_for(self, query: HistoryQuery) -> None:
        """Show what is looked for, once it is told how long that is."""
        self.query = query
        self.is_known = False
        self.outline_wanted.emit()

    def set_days(self, query: HistoryQuery, days: Sequence[HistoryDay]) -> None:
        """Take the days of what is looked for; what is being read stays where it is."""
        if query != self.query:
            return
        if self.is_known:
            self._follow(days)
            self._pages.expire()
        else:
            self.beginResetModel()
            self._pages.reset(days)
            self.is_known = True
            self.endResetModel()
        self.told.emit()

    def take(self, told: HistoryTold) -> None:
        """Take a page; one that is out of date has the days told anew."""
        if told.query != self.query or not self.is_known:
            return
        numbers = self._pages.take(told.page)
        if numbers is None:
            self.outline_wanted.emit()
            return
        for item in told.page.items:
            self._rows.pop(item.transfer.id, None)
        if numbers:
            self._tell(*(self._pages.position(n) for n in (numbers[0], numbers[-1])))
        saved = [item.transfer.id for item in told.page.items if item.transfer.saved_paths]
        if saved:
            self.files_wanted.emit(saved)

    def set_there(self, located: Sequence[Located]) -> None:
        """Take which files are there."""
        self._learn(
            {
                each.transfer_id: replace(self._known_of(each.transfer_id), there=each.there)
                for each in located
            }
        )

    def set_check(self, transfer_id: TransferId, check: Check | None) -> None:
        """Take how a check of files goes, or what came of it."""
        self._learn({transfer_id: replace(self._known_of(transfer_id), check=check)})

    def tell_days_again(self) -> None:
        """Say days anew once another one has begun."""
        if self._today != self._present_day():
            self.renew()

    def renew(self) -> None:
        """Say names and days anew."""
        self._today = self._present_day()
        self._rows.clear()
        self._headings.clear()
        if len(self._pages):
            self._tell(0, len(self._pages) - 1)

    # --- what the view asks

    @property
    def total(self) -> int:
        """How many transfers there are of what is looked for."""
        return self._pages.total

    def want(self, first: int, last: int) -> None:
        """Have told what stands at positions that are seen."""
        for page in self._pages.wanted(first, last):
            self.page_wanted.emit(*page)

    def row_at(self, position: int) -> DayRow | HistoryRow | None:
        """Return what stands at a position; None while that is not known."""
        if not 0 <= position < len(self._pages):
            return None
        match self._pages.at(position):
            case Heading(HistoryDay(day, count)):
                return self._heading(day, count)
            case HistoryItem() as item:
                return self._row(item)
            case _:
                return None

    def item(self, transfer_id: TransferId) -> HistoryItem | None:
        """Return a transfer that was told."""
        number = self._pages.find(transfer_id)
        found = None if number < 0 else self._pages.at(self._pages.position(number))
        return found if isinstance(found, HistoryItem) else None

    # --- Qt's questions

    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Return how many rows there are, headings included."""
        return 0 if parent.isValid() else len(self._pages)

    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return what a column is called, on the screen and for screen readers."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = Column(section)
        is_bare = column is Column.ACTIONS or (column is Column.WAY and self.is_narrow)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "" if is_bare else column_name(column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return column_name(column)
            case Qt.ItemDataRole.TextAlignmentRole if column is Column.SIZE:
                return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
            case _:
                return None

    def data(self, index: AnyIndex, role: int = ROW_ROLE) -> Any:
        """Return the row itself, or a cell's words."""
        if not index.isValid():
            return None
        row = self.row_at(index.row())
        column = Column(index.column())
        match role, row:
            case Qt.ItemDataRole.UserRole, _:
                return row
            case Qt.ItemDataRole.AccessibleTextRole, _:
                return cell_spoken(row, column)
            case Qt.ItemDataRole.DisplayRole, HistoryRow():
                return cell_text(row, column)
            case Qt.ItemDataRole.DisplayRole, DayRow() if column is Column.NAME:
                return row.text
            case Qt.ItemDataRole.ToolTipRole, HistoryRow():
                return plain_tool_tip(cell_text(row, column))
            case _:
                return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return that transfers can be chosen, and dragged where their files are."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        match self.row_at(index.row()):
            case DayRow():
                return flag.NoItemFlags
            case HistoryRow(known=known) if known.there:
                return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled
            case _:
                return flag.ItemIsEnabled | flag.ItemIsSelectable

    # --- inside

    def _row(self, item: HistoryItem) -> HistoryRow:
        row = self._rows.get(item.transfer.id)
        if row is None:
            if len(self._rows) >= ROWS_KEPT:
                self._rows.clear()
            known = self._known_of(item.transfer.id)
            row = history_row(item, known, self.names_of(item), self._today)
            self._rows[item.transfer.id] = row
        return row

    def _heading(self, day: date, count: int) -> DayRow:
        row = self._headings.get(day)
        if row is None or row.count != count:
            if len(self._headings) >= ROWS_KEPT:
                self._headings.clear()
            row = self._headings[day] = day_row(day, count, self._today)
        return row

    def _known_of(self, transfer_id: TransferId) -> Known:
        return self._known.get(transfer_id, _UNKNOWN)

    def _learn(self, known: Mapping[TransferId, Known]) -> None:
        """Take what is known now of some transfers, and tell of all their rows at once."""
        news = {id_: each for id_, each in known.items() if self._known_of(id_) != each}
        if len(self._known) >= ROWS_KEPT:
            self._known = {id_: each for id_, each in self._known.items() if each.check}
        self._known |= news
        for transfer_id in news:
            self._rows.pop(transfer_id, None)
        numbers = [n for n, item in self._pages.items() if item.transfer.id in news] if news else []
        if numbers:
            self._tell(self._pages.position(min(numbers)), self._pages.position(max(numbers)))

    def _follow(self, days: Sequence[HistoryDay]) -> None:
        end: Callable[[], None] | None = None
        for change in self._pages.changes(days):
            # The one before has been made by now.
            if end is not None:
                end()
            end = self._begin(change)
        if end is not None:
            end()
        self.tell_days_again()

    def _begin(self, change: Change) -> Callable[[], None]:
        last = change.first + change.count - 1
        if change.is_insertion:
            self.beginInsertRows(NO_PARENT, change.first, last)
            return self.endInsertRows
        self.beginRemoveRows(NO_PARENT, change.first, last)
        return self.endRemoveRows

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    def _present_day(self) -> date:
        return date(*time.localtime(self._now())[:3])
