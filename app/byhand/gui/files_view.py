"""The table of a transfer's files: keys, menu, and which of them are seen."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from byhand.domain.events import FileRow
from byhand.domain.transfer import Direction, EntryState, Transfer
from byhand.gui.files_delegate import FilesDelegate
from byhand.gui.files_model import Column, FilesModel
from byhand.gui.friend_list_model import AnyIndex
from byhand.gui.row_table import set_up_rows
from byhand.gui.theme import Theme
from byhand.gui.translation import translate

PROGRESS_WIDTH = 120
NARROW_BELOW = 560
LEFT_OUT_AT_ONCE = 1000
"""So many of the chosen rows are looked at; further ones can be left out in another go."""
_NOT_OVER = frozenset({EntryState.WAITING, EntryState.PARTIAL})
_CONTROL = Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier
_Key = Qt.Key


class FilesView(QTableView):
    """Shows a FilesModel."""

    leave_out_requested = Signal(object)  # tuple[int, …]: entries
    retry_requested = Signal()
    folder_requested = Signal(object)  # FileRow

    def __init__(self, theme: Theme, model: FilesModel) -> None:
        super().__init__()
        self._files = model
        self._transfer: Transfer | None = None
        self._delegate = FilesDelegate(theme, self)
        self._theme = theme
        self.setObjectName("files")
        self.setAccessibleName(translate("Files", "Files"))
        self._set_up_table()
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._set_up_columns()
        theme.changed.connect(self.viewport().update)

    def set_transfer(self, transfer: Transfer | None) -> None:
        """Say whose files these are: what can be done with them depends on it."""
        self._transfer = transfer

    def seen_rows(self) -> tuple[int, int]:
        """Return the first and the last row that are seen."""
        first = max(0, self.rowAt(0))
        last = self.rowAt(self.viewport().height() - 1)
        return first, last if last >= 0 else max(first, self._files.rowCount() - 1)

    def chosen_entries(self) -> tuple[int, ...]:
        """Return the chosen files that can still be left out, by their entries."""
        if self._transfer is None or self._transfer.is_final:
            return ()
        rows = (self._files.row_at(number) for number in self._chosen_rows())
        return tuple(row.index for row in rows if row and _may_go(row))

    # --- what Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave out, try again or show from the keyboard."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        keys: dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], None]] = {
            (_Key.Key_Delete, _NONE): self._leave_out,
            (_Key.Key_F5, _NONE): self._retry,
            (_Key.Key_Return, _CONTROL): self._show_in_folder,
            (_Key.Key_Enter, _CONTROL): self._show_in_folder,
        }
        wanted = keys.get((Qt.Key(event.key()), modifiers))
        if wanted is None:
            super().keyPressEvent(event)
        else:
            wanted()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the chosen files."""
        is_by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if is_by_key else self.indexAt(event.pos())
        if not index.isValid():
            return
        menu = self.menu()
        if menu.isEmpty():
            menu.deleteLater()
            return
        place: QPoint = self.visualRect(index).center() if is_by_key else event.pos()
        menu.popup(self.viewport().mapToGlobal(place))

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Draw the ring round the row that is current now, and no other."""
        super().currentChanged(current, previous)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give names the room of a column where there is little."""
        super().resizeEvent(event)
        is_narrow = self.viewport().width() < NARROW_BELOW
        self._delegate.is_narrow = is_narrow
        self.setColumnHidden(Column.PROGRESS, is_narrow)
        body = self._theme.fonts.body
        most = self.viewport().width() // 3
        self.setColumnWidth(Column.STATE, min(most, body.width("m" * 16)))

    def menu(self) -> QMenu:
        """Return the menu for the chosen files; it goes once it is closed."""
        menu = QMenu(self)
        menu.setObjectName("files-menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = self.chosen_entries()
        wanted = (
            (self._saved_row() is not None, _texts()["folder"], self._show_in_folder),
            (bool(chosen), _leave_out_text(len(chosen)), self._leave_out),
            (can_retry(self._transfer), _texts()["retry"], self._retry),
        )
        for is_possible, text, act in wanted:
            if is_possible:
                menu.addAction(text).triggered.connect(lambda _=False, act=act: act())
        return menu

    # --- what is wanted

    def _leave_out(self) -> None:
        entries = self.chosen_entries()
        if entries:
            self.leave_out_requested.emit(entries)

    def _retry(self) -> None:
        if can_retry(self._transfer):
            self.retry_requested.emit()

    def _show_in_folder(self) -> None:
        row = self._saved_row()
        if row is not None:
            self.folder_requested.emit(row)

    def _saved_row(self) -> FileRow | None:
        """Return the current row if it is a file that was saved here."""
        transfer, row = self._transfer, self._files.row_at(self.currentIndex().row())
        if transfer is None or row is None or not transfer.saved_paths:
            return None
        is_received = transfer.direction is Direction.INCOMING and transfer.is_final
        is_there = row.is_folder or row.state in (EntryState.DONE, EntryState.SKIPPED)
        return row if is_received and is_there else None

    def _chosen_rows(self) -> list[int]:
        selection, found = self.selectionModel().selection(), list[int]()
        for number in range(selection.count()):
            part, room = selection.at(number), LEFT_OUT_AT_ONCE - len(found)
            found += range(part.top(), part.bottom() + 1)[:room]
        return sorted(set(found))

    # --- layout

    def _set_up_table(self) -> None:
        set_up_rows(self)
        self.verticalHeader().setDefaultSectionSize(self._delegate.height())
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def _set_up_columns(self) -> None:
        header, mode = self.horizontalHeader(), QHeaderView.ResizeMode
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(Column.NAME, mode.Stretch)
        for column in (Column.SIZE, Column.STATE, Column.PROGRESS):
            header.setSectionResizeMode(column, mode.Fixed)
        fonts = self._theme.fonts
        self.setColumnWidth(Column.SIZE, fonts.figures.width("1,000 bytes") + 20)
        self.setColumnWidth(Column.PROGRESS, PROGRESS_WIDTH)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)


def can_retry(transfer: Transfer | None) -> bool:
    """Say whether what failed of a transfer can be sent once more."""
    if transfer is None or not transfer.is_final or not transfer.problems:
        return False
    return transfer.direction is Direction.OUTGOING


def _may_go(row: FileRow) -> bool:
    return row.state in _NOT_OVER and not row.is_folder


def _leave_out_text(count: int) -> str:
    if count == 1:
        return translate("Files", "Leave this file out")
    return translate("Files", "Leave %n file(s) out", "", count)


def _texts() -> dict[str, str]:
    return {
        "folder": translate("Files", "Show in folder"),
        "retry": translate("Files", "Try again what failed"),
    }
