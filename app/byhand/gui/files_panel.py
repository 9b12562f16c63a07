"""The panel of a transfer's files: looking for one, only those that failed, and the table."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from byhand.domain.events import FilesPage
from byhand.domain.file_query import TEXT_LIMIT, FileQuery
from byhand.domain.text import filled, safe_text
from byhand.domain.transfer import Transfer, TransferState
from byhand.gui.check_box import CheckBox
from byhand.gui.files_model import FilesModel
from byhand.gui.files_view import FilesView, can_retry
from byhand.gui.theme import Theme
from byhand.gui.transfer_actions import Action, action_text
from byhand.gui.translation import translate
from byhand.gui.typing_pause import typing_pause
from byhand.gui.widgets import push_button, text_label

FIELD_WIDTH = 200
SHOWN_CHARACTERS = 60


class FilesPanel(QWidget):
    """Shows the files of one transfer at a time."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._transfer: Transfer | None = None
        self._is_focus_due = False
        self.model = FilesModel(self)
        self.view = FilesView(theme, self.model)
        self.field = QLineEdit()
        self.field.setObjectName("find-file")
        self.field.setMaxLength(TEXT_LIMIT)
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(translate("Files", "Find a file"))
        self.field.setAccessibleName(translate("Files", "Find a file"))
        self.only_problems = CheckBox(theme, translate("Files", "Only problems"))
        self.only_problems.setObjectName("only-problems")
        self.retry = push_button("", "soft")
        self.retry.setObjectName("retry-failed")
        self._nothing = text_label(theme.fonts.body, "", "tertiary", wraps=True)
        self._nothing.setObjectName("no-files")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._typing = typing_pause(self.field, self._look)
        self._lay_out()
        self.field.textEdited.connect(self._stay)
        self.only_problems.toggled.connect(lambda _: self._look())
        self.retry.clicked.connect(self.view.retry_requested)
        self.model.told.connect(self._tell)

    def show_transfer(self, transfer: Transfer) -> None:
        """Show the files of a transfer; of another one from the start, all of them."""
        is_same = self._transfer is not None and transfer.id == self._transfer.id
        was_counted = self._transfer is not None and self._transfer.is_counted
        was_final = self._transfer is not None and self._transfer.is_final
        self._transfer = transfer
        self.view.set_transfer(transfer)
        if not is_same:
            self._begin(transfer)
        elif transfer.is_counted and not was_counted:
            self.model.show_files(transfer, self._query())
        else:
            self.model.set_transfer(transfer)
            if transfer.is_final and not was_final:
                self.model.renew(*self.view.seen_rows())
        self._tell()

    def clear(self) -> None:
        """Show nobody's files."""
        self._transfer = None
        self.view.set_transfer(None)
        self.model.show_files(None)

    def renew(self) -> None:
        """Have what is seen told again, as it changes while files move."""
        if self._transfer is not None and not self._transfer.is_final and self.isVisible():
            self.model.renew(*self.view.seen_rows())

    def take(self, page: FilesPage) -> None:
        """Show some files."""
        had_rows = self.model.rowCount() > 0
        self.model.take(page)
        if not had_rows and self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0, 0))
            self.view.clearSelection()
            if self._is_focus_due:
                self.take_focus()

    def take_focus(self) -> None:
        """Give the focus to the table; until something is told of it to the field above."""
        has_rows = self.model.rowCount() > 0
        self._is_focus_due = not has_rows
        (self.view if has_rows else self.field).setFocus(Qt.FocusReason.OtherFocusReason)

    def _stay(self) -> None:
        """Leave the focus where somebody types."""
        self._is_focus_due = False

    def _begin(self, transfer: Transfer) -> None:
        for part in (self.field, self.only_problems):
            part.blockSignals(True)  # it is one question, not three
        self.field.clear()
        self.only_problems.setChecked(False)
        for part in (self.field, self.only_problems):
            part.blockSignals(False)
        self._typing.stop()
        self.model.show_files(transfer)

    def _look(self) -> None:
        self._typing.stop()
        query = self._query()
        if self._transfer is not None and query != self.model.query:
            self.model.show_files(self._transfer, query)
            self._tell()

    def _query(self) -> FileQuery:
        return FileQuery(self.field.text().strip(), self.only_problems.isChecked())

    def _tell(self) -> None:
        has_rows = self.model.rowCount() > 0
        self._stack.setCurrentIndex(0 if has_rows else 1)
        self._nothing.setText("" if has_rows else self._empty_text())
        self.retry.setVisible(can_retry(self._transfer))
        if self._transfer is not None and can_retry(self._transfer):
            self.retry.setText(action_text(Action.TRY_AGAIN, self._transfer))

    def _empty_text(self) -> str:
        transfer, query = self._transfer, self.model.query
        if transfer is None or not self.model.is_told:
            return ""
        if transfer.state is TransferState.SCANNING:
            return translate("Files", "The files are being counted.")
        if query.text:
            text = translate("Files", "No file called “{text}”.")
            return filled(text, text=safe_text(query.text, SHOWN_CHARACTERS))
        if query.only_problems:
            return translate("Files", "No problems.")
        if transfer.is_final:
            return translate("Files", "The list of files was not kept, as nothing came of it.")
        return translate("Files", "The files are not known yet.")

    def _lay_out(self) -> None:
        self.field.setMinimumWidth(90)
        self.field.setMaximumWidth(FIELD_WIDTH)
        bar = QHBoxLayout()
        bar.setSpacing(12)
        bar.addWidget(self.field, 1)
        bar.addWidget(self.only_problems)
        bar.addStretch(1)
        bar.addWidget(self.retry)
        table = QWidget()
        self._stack = QStackedLayout(table)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(bar)
        layout.addWidget(table, 1)
