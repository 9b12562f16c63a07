"""The files of a transfer as a table: name, size, where each stands, how far it is."""

from enum import IntEnum
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from byhand import wording
from byhand.domain.events import UNKNOWN_SIZE, FileRow, FilesPage
from byhand.domain.file_query import EVERY_FILE, FileQuery
from byhand.domain.text import filled, safe_text
from byhand.domain.transfer import EntryState, Transfer
from byhand.gui.file_pages import FilePages
from byhand.gui.friend_list_model import ROW_ROLE, AnyIndex
from byhand.gui.kind_icons import kind_icon
from byhand.gui.names import plain_tool_tip
from byhand.gui.transfer_row import Tone, percent_text
from byhand.gui.translation import translate

NO_PARENT = QModelIndex()
NAME_CHARACTERS = 120
PATH_CHARACTERS = 300
LOOKS_KEPT = 512
_E = EntryState
_Role = Qt.ItemDataRole
_ANSWERED = frozenset(
    {_Role.UserRole, _Role.DisplayRole, _Role.AccessibleTextRole, _Role.ToolTipRole}
)


class Column(IntEnum):
    """What the columns hold, from the start of a line."""

    NAME = 0
    SIZE = 1
    STATE = 2
    PROGRESS = 3


class FileLook(Struct, frozen=True):
    """A file as it is drawn. `place` is the folder it lies in, `remark` what is to be said of it.

    `fraction` is None unless it is on its way.
    """

    icon: str
    name: str
    place: str
    remark: str
    size: str
    state: str
    state_icon: str
    tone: Tone
    fraction: float | None
    is_folder: bool
    tool_tip: str

    @property
    def spoken(self) -> str:
        """The whole row as a screen reader says it."""
        percent = percent_text(self.fraction)
        parts = (self.name, self.remark, self.size, self.state, percent, self.place)
        return ", ".join(part for part in parts if part)


class FilesModel(QAbstractTableModel):
    """One row for each file that fits the query; one that is not known yet is None."""

    rows_requested = Signal(object, int, int, object)  # TransferId, first, count, FileQuery
    told = Signal()
    """Something is known that was not: how many there are, or that there are none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._transfer: Transfer | None = None
        self._rows = 0
        self.query = EVERY_FILE
        self.digest = b""
        self.is_told = False
        """Whether anything is known of it."""
        self._pages = FilePages(self._ask)
        self._looks: dict[int, tuple[FileRow, FileLook]] = {}

    # --- what the window says

    def show_files(self, transfer: Transfer | None, query: FileQuery = EVERY_FILE) -> None:
        """Begin with the files of another transfer, or with others of the same."""
        self.beginResetModel()
        if transfer is None or self._transfer is None or transfer.id != self._transfer.id:
            self.digest = b""
        self._transfer, self.query = transfer, query
        self._rows, self.is_told = 0, False
        self._pages = FilePages(self._ask)
        self._looks.clear()
        self.endResetModel()
        if transfer is not None:
            self._pages.start()

    def set_transfer(self, transfer: Transfer) -> None:
        """Go by a newer snapshot of the same transfer: words may be others at its end."""
        before, self._transfer = self._transfer, transfer
        if before is not None and before.is_final != transfer.is_final:
            self._looks.clear()
        if before is not None and before.is_final != transfer.is_final and self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(self._rows - 1, Column.PROGRESS))

    def renew(self, first: int, last: int) -> None:
        """Have the rows that are seen told again."""
        if self._transfer is not None:
            self._pages.renew(max(0, first), max(0, first, last))

    def take(self, page: FilesPage) -> None:
        """Take some rows; others than were asked for are passed over."""
        is_ours = self._transfer is not None and page.transfer_id == self._transfer.id
        if not is_ours or page.query != self.query or not self._pages.is_awaited(page):
            return
        before = self._pages.take(page)
        self._resize(page.total)
        self._tell_changes(page, before)
        self.digest, self.is_told = page.digest, True
        self.told.emit()

    def row_at(self, number: int) -> FileRow | None:
        """Return a file if it is here."""
        return self._pages.known(number)

    # --- Qt's questions

    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Return how many files fit."""
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        """Return what a column is called; figures stand at its end."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _Role.TextAlignmentRole and section == Column.SIZE:
            return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        if role != _Role.DisplayRole:
            return None
        return {
            Column.NAME: translate("Files", "Name"),
            Column.SIZE: translate("Files", "Size"),
            Column.STATE: translate("Files", "State"),
            Column.PROGRESS: translate("Files", "Progress"),
        }[Column(section)]

    def data(self, index: AnyIndex, role: int = ROW_ROLE) -> Any:
        """Return the row itself, or its words."""
        row = self._pages.row(index.row()) if index.isValid() else None
        if row is None or self._transfer is None or role not in _ANSWERED:
            return None
        look = self._look(row, self._transfer)
        match role:
            case _Role.UserRole:
                return look
            case _Role.ToolTipRole:
                return plain_tool_tip(look.tool_tip)
            case _Role.AccessibleTextRole if index.column() == Column.NAME:
                return look.spoken
            case _:
                return _cell(look, index.column())

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return that every row can be chosen."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren

    def _look(self, row: FileRow, transfer: Transfer) -> FileLook:
        """Return how a file looks, made once for all its cells."""
        found = self._looks.get(row.index)
        if found is None or found[0] is not row:
            if len(self._looks) >= LOOKS_KEPT:
                self._looks.clear()
            found = self._looks[row.index] = row, file_look(row, transfer)
        return found[1]

    def _ask(self, first: int, count: int) -> None:
        if self._transfer is not None:
            self.rows_requested.emit(self._transfer.id, first, count, self.query)

    def _resize(self, total: int) -> None:
        if total > self._rows:
            self.beginInsertRows(NO_PARENT, self._rows, total - 1)
            self._rows = total
            self.endInsertRows()
        elif total < self._rows:
            self.beginRemoveRows(NO_PARENT, total, self._rows - 1)
            self._rows = total
            self.endRemoveRows()

    def _tell_changes(self, page: FilesPage, before: tuple[FileRow, ...]) -> None:
        """Say which rows are others now, those beside each other at once."""
        first: int | None = None
        for place, row in enumerate((*page.rows, None)):
            is_other = row is not None and (place >= len(before) or before[place] != row)
            if is_other and first is None:
                first = place
            elif not is_other and first is not None:
                start, end = page.first + first, page.first + place - 1
                self.dataChanged.emit(self.index(start, 0), self.index(end, Column.PROGRESS))
                first = None


def file_look(row: FileRow, transfer: Transfer) -> FileLook:
    """Return how a file looks now."""
    *above, name = row.path.split("/")
    icon, tone = _SIGNS[row.state]
    is_moving = row.state is _E.PARTIAL and row.size > 0
    is_sized = not row.is_folder and row.size != UNKNOWN_SIZE
    return FileLook(
        icon=kind_icon(name, is_folder=row.is_folder),
        name=safe_text(name, NAME_CHARACTERS),
        place=safe_text("/".join(above), PATH_CHARACTERS),
        remark=_remark(row),
        size=wording.size(row.size, translate) if is_sized else "",
        state=wording.file_line(row, transfer, translate),
        state_icon="" if row.is_folder else icon,
        tone=tone,
        fraction=min(1.0, row.here / row.size) if is_moving else None,
        is_folder=row.is_folder,
        tool_tip=safe_text(row.path, PATH_CHARACTERS),
    )


_SIGNS = {
    _E.WAITING: ("", Tone.IDLE),
    _E.PARTIAL: ("", Tone.ACCENT),
    _E.COMPLETE: ("check", Tone.PLAIN),
    _E.DONE: ("check", Tone.GOOD),
    _E.SKIPPED: ("check", Tone.PLAIN),
    _E.NOT_CHOSEN: ("minus", Tone.IDLE),
    _E.FAILED: ("triangle-alert", Tone.BAD),
    _E.CANCELLED: ("ban", Tone.IDLE),
}


def _remark(row: FileRow) -> str:
    if row.saved_as:
        name = safe_text(row.saved_as, NAME_CHARACTERS)
        return filled(translate("Files", "saved as {name}"), name=name)
    return "" if row.caution is None else wording.caution_tag(row.caution, translate)


def _cell(look: FileLook, column: int) -> str:
    return {
        Column.NAME: look.name,
        Column.SIZE: look.size,
        Column.STATE: look.state,
        Column.PROGRESS: percent_text(look.fraction),
    }[Column(column)]
