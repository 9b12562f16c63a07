"""The dialog in which some files of an offer are chosen."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from byhand import wording
from byhand.domain.events import FilesPage
from byhand.domain.text import filled
from byhand.domain.transfer import Transfer
from byhand.gui.check_box import CheckBox
from byhand.gui.file_choice import FileChoice, Request
from byhand.gui.offer_card import ARMING_MS
from byhand.gui.offer_words import offer_question
from byhand.gui.offered_files_model import OfferedFilesModel
from byhand.gui.offered_files_view import OfferedFilesView
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import push_button, text_label

FEWEST_ROWS, MOST_ROWS = 3, 12
PADDING = 7
"""Between the list's line and its rows."""


class ChooseFilesDialog(QDialog):
    """Everything is chosen at first; `chosen` tells the ranges, None for all."""

    chosen = Signal(object)  # tuple[int, …] | None

    def __init__(
        self, theme: Theme, transfer: Transfer, name: str, request: Request, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._total_files = transfer.total_files
        self._is_armed = False
        self.setObjectName("choose-files-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("ChooseFiles", "Choose files"))
        self._choice = FileChoice(request, transfer.total_files, transfer.total_bytes)
        self.model = OfferedFilesModel(self._choice, self)
        self._view = OfferedFilesView(theme, self.model)
        self._all = CheckBox(theme)
        self._all.setObjectName("choose-all")
        self._all.setTristate(True)
        self._accept = push_button("", "primary")
        self._accept.setObjectName("choose-accept")
        self._lay_out(theme, transfer, name)
        self._all.clicked.connect(self._choose_all)
        self._accept.clicked.connect(self._say_chosen)
        self.model.choice_changed.connect(self._tell)
        arming = QTimer(self)
        arming.setSingleShot(True)
        arming.timeout.connect(self._arm)
        arming.start(ARMING_MS)
        self._tell()
        self._view.setFocus()
        self._choice.start()

    def take(self, page: FilesPage) -> None:
        """Show some files."""
        is_first = self.model.rowCount() == 0
        self.model.take(page)
        if is_first and self.model.rowCount():
            self._view.setCurrentIndex(self.model.index(0, 0))

    def _choose_all(self) -> None:
        # A click means all or nothing, however many were chosen before it.
        self.model.choose_all(is_chosen=not self._choice.has_all)

    def _say_chosen(self) -> None:
        self.chosen.emit(self._choice.ranges())
        self.accept()

    def _arm(self) -> None:
        self._is_armed = True
        self._tell()

    def _tell(self) -> None:
        choice = self._choice
        text = translate("ChooseFiles", "{count} of %n file(s) chosen", "", self._total_files)
        self._all.setText(filled(text, count=wording.number(choice.files, translate)))
        states = Qt.CheckState
        some = states.PartiallyChecked if choice.has_any else states.Unchecked
        self._all.setCheckState(states.Checked if choice.has_all else some)
        self._all.updateGeometry()
        files = wording.count_files(choice.files, translate)
        text = translate("ChooseFiles", "Accept {files} · {size}")
        size = wording.size(choice.bytes, translate)
        self._accept.setText(filled(text, files=files, size=size))
        self._accept.setEnabled(self._is_armed and choice.is_settled and choice.has_any)

    def _lay_out(self, theme: Theme, transfer: Transfer, name: str) -> None:
        fonts = theme.fonts
        close = push_button(translate("ChooseFiles", "Close"), "flat")
        close.clicked.connect(self.reject)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(close)
        bottom.addWidget(self._accept)
        heading = text_label(fonts.heading2, offer_question(transfer, name), wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(heading)
        layout.addWidget(self._all)
        layout.addWidget(self._view, 1)
        layout.addLayout(bottom)
        self.setMinimumWidth(fonts.body.height * 30)
        row = self._view.verticalHeader().defaultSectionSize()
        rows = max(FEWEST_ROWS, min(MOST_ROWS, transfer.total_files + 1))
        self._view.setMinimumHeight(row * rows + 2 * PADDING)
        self.resize(self.minimumWidth(), layout.totalHeightForWidth(self.minimumWidth()))
        self._view.setMinimumHeight(row * FEWEST_ROWS)
