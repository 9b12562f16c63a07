"""The files of an offer as rows with a check box each, filled in as they are looked at."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from byhand import wording
from byhand.domain.events import FileRow, FilesPage
from byhand.domain.file_query import EVERY_FILE, FileQuery
from byhand.domain.text import filled, safe_text
from byhand.gui.file_choice import FileChoice
from byhand.gui.file_pages import FilePages
from byhand.gui.friend_list_model import ROW_ROLE, AnyIndex
from byhand.gui.names import plain_tool_tip
from byhand.gui.translation import translate

PATH_CHARACTERS = 300
NAME_CHARACTERS = 120
NO_PARENT = QModelIndex()
RequestFound = Callable[[int, int, FileQuery], None]
"""request(first, count, query): has entries told, by a FilesPage."""
_Check = Qt.CheckState


class OfferedFile(Struct, frozen=True):
    """A row as it is drawn: `depth` folders lie above it; a folder's size is "" mostly.

    `tag` warns of what kind of file it is, `saved_as` says under what other name it is saved;
    both are "" mostly.
    """

    name: str
    size: str
    depth: int
    is_folder: bool
    check: Qt.CheckState
    tag: str = ""
    saved_as: str = ""


class OfferedFilesModel(QAbstractTableModel):
    """One row for each entry; a row that is not known yet is None until it is told."""

    choice_changed = Signal()

    def __init__(
        self, choice: FileChoice, *, has_one_root: bool = False, parent: QObject | None = None
    ) -> None:
        """`has_one_root`: the first entry is a folder that all others are in."""
        super().__init__(parent)
        self._choice = choice
        self._has_one_root = has_one_root
        self._query = EVERY_FILE
        self._found: FilePages | None = None
        self._is_found = False

    @property
    def is_looking(self) -> bool:
        """Say whether the files that are looked for are not known yet."""
        return self._found is not None and not self._is_found

    def take(self, page: FilesPage) -> None:
        """Take some entries: of the offer, or of what is looked for in it."""
        before = self.rowCount()
        if page.query == EVERY_FILE:
            self._choice.take(page)
        elif page.query == self._query and self._found and self._found.is_awaited(page):
            self._found.take(page)
            self._is_found = True
        if self.rowCount() != before:
            self.beginResetModel()
            self.endResetModel()
        else:
            self._tell_all()
        self.choice_changed.emit()

    def look_for(self, query: FileQuery, request: RequestFound) -> None:
        """Show what fits a query, each file by its whole path; every file as it lies."""
        self.beginResetModel()
        self._query, self._is_found = query, False
        self._found = None
        if query != EVERY_FILE:
            self._found = FilePages(lambda first, count: request(first, count, query))
        self.endResetModel()
        if self._found is not None:
            self._found.start()

    def choose_all(self, *, is_chosen: bool) -> None:
        """Choose everything, or nothing."""
        self._choice.choose_all(is_chosen=is_chosen)
        self._tell_all()
        self.choice_changed.emit()

    # --- Qt's questions

    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Return how many entries there are."""
        if parent.isValid():
            return 0
        return self._choice.total if self._found is None else self._found.total

    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Return 1: a row is drawn as a whole."""
        return 0 if parent.isValid() else 1

    def data(self, index: AnyIndex, role: int = ROW_ROLE) -> Any:
        """Return the row itself, whether it is chosen, or its words."""
        if not index.isValid():
            return None
        row = self._row(index.row())
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.UserRole:
                return self._shown(row)
            case Qt.ItemDataRole.CheckStateRole:
                return self._check(row)
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(row).name
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(self._shown(row))
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tool_tip(safe_text(row.path, PATH_CHARACTERS))
            case _:
                return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Choose an entry, and with a folder what is in it, or leave it out."""
        row = self._row(index.row()) if index.isValid() else None
        if row is None or role != Qt.ItemDataRole.CheckStateRole:
            return False
        self._choice.choose(row, is_chosen=_Check(value) is _Check.Checked)
        self._tell_all()  # folders above it, or what is in it, are chosen in part now
        self.choice_changed.emit()
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return that every row can be checked."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        return (
            flag.ItemIsEnabled
            | flag.ItemIsSelectable
            | flag.ItemIsUserCheckable
            | flag.ItemNeverHasChildren
        )

    def _row(self, number: int) -> FileRow | None:
        return self._choice.row(number) if self._found is None else self._found.row(number)

    def _shown(self, row: FileRow) -> OfferedFile:
        *above, name = row.path.split("/")
        if self._found is not None:
            above, name = [], row.path
        return OfferedFile(
            safe_text(name, NAME_CHARACTERS),
            self._amount(row),
            len(above),
            row.is_folder,
            self._check(row),
            "" if row.caution is None else wording.caution_tag(row.caution, translate),
            _saved_as(row),
        )

    def _amount(self, row: FileRow) -> str:
        """Return a file's size; of the folder that holds everything, how much of it is chosen."""
        if not row.is_folder:
            return wording.size(row.size, translate)
        if not self._has_one_root or row.index > 0:
            return ""
        text = translate("Review", "{count} of {total} chosen")
        count = wording.number(self._choice.files, translate)
        return filled(text, count=count, total=wording.number(self._choice.total_files, translate))

    def _check(self, row: FileRow) -> Qt.CheckState:
        if self._choice.is_partly_chosen(row):
            return _Check.PartiallyChecked
        return _Check.Checked if self._choice.is_chosen(row.index) else _Check.Unchecked

    def _tell_all(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))


def _saved_as(row: FileRow) -> str:
    if not row.saved_as:
        return ""
    name = safe_text(row.saved_as, NAME_CHARACTERS)
    return filled(translate("Review", "will be saved as {name}"), name=name)


def _spoken(row: OfferedFile) -> str:
    kind = translate("Review", "folder") if row.is_folder else ""
    states = {
        _Check.Checked: translate("Review", "chosen"),
        _Check.PartiallyChecked: translate("Review", "chosen in part"),
        _Check.Unchecked: translate("Review", "left out"),
    }
    parts = (row.name, row.tag, kind, row.size, row.saved_as, states[row.check])
    return ", ".join(part for part in parts if part)
