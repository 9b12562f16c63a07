"""The files of an offer with what is chosen of them, and the box that chooses all or none."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from byhand import wording
from byhand.domain.events import FilesPage
from byhand.domain.file_query import EVERY_FILE, FileQuery
from byhand.domain.text import filled
from byhand.domain.transfer import Transfer
from byhand.gui.check_box import CheckBox
from byhand.gui.file_choice import FileChoice
from byhand.gui.offered_files_bar import OfferedFilesBar
from byhand.gui.offered_files_model import OfferedFilesModel, RequestFound
from byhand.gui.offered_files_view import OfferedFilesView
from byhand.gui.theme import Theme
from byhand.gui.translation import translate

FEWEST_ROWS, MOST_ROWS = 3, 10
UNFILTERED_FILES = 200
"""So many are looked through without being looked for."""
PADDING = 7
"""Between the list's line and its rows."""


class OfferedFilesPane(QWidget):
    """Everything is chosen at first; the model's `choice_changed` tells when that changes."""

    def __init__(self, theme: Theme, transfer: Transfer, request: RequestFound) -> None:
        super().__init__()
        self._total_files = transfer.total_files
        self._request = request
        whole = partial(_whole, request)
        self.choice = FileChoice(whole, transfer.total_files, transfer.total_bytes)
        self.model = OfferedFilesModel(self.choice, has_one_root=transfer.is_folder, parent=self)
        self._view = OfferedFilesView(theme, self.model)
        self._all = CheckBox(theme)
        self._all.setObjectName("choose-all")
        self._all.setTristate(True)
        # One folder stands for all that is in it: its own box is the first of the list.
        self._all.setVisible(not transfer.is_folder)
        self._bar = OfferedFilesBar(theme)
        self._bar.setVisible(transfer.total_files > UNFILTERED_FILES)
        self.setFocusProxy(self._view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self._bar)
        layout.addWidget(self._view, 1)
        self._all.clicked.connect(self._choose_all)
        self._bar.query_changed.connect(self._look_for)
        self._bar.left.connect(self._view.setFocus)
        self.model.choice_changed.connect(self._tell)
        self._tell()

    def take(self, page: FilesPage) -> None:
        """Show some files."""
        is_first = not self._view.currentIndex().isValid()
        self.model.take(page)
        if is_first and self.model.rowCount():
            self._view.setCurrentIndex(self.model.index(0, 0))

    def set_roomy(self, is_roomy: bool) -> None:
        """Ask for the height of as many rows as there are, up to some; or of the fewest."""
        rows = max(FEWEST_ROWS, min(MOST_ROWS, self._total_files + 1)) if is_roomy else FEWEST_ROWS
        row = self._view.verticalHeader().defaultSectionSize()
        self._view.setMinimumHeight(row * rows + 2 * PADDING)

    def _look_for(self, query: FileQuery) -> None:
        self.model.look_for(query, self._request)
        if self.model.rowCount():
            self._view.setCurrentIndex(self.model.index(0, 0))
        self._tell_found()

    def _tell_found(self) -> None:
        self._bar.show_found(None if self.model.is_looking else self.model.rowCount())

    def _choose_all(self) -> None:
        # A click means all or nothing, however many were chosen before it.
        self.model.choose_all(is_chosen=not self.choice.has_all)

    def _tell(self) -> None:
        text = translate("Review", "{count} of %n file(s) chosen", "", self._total_files)
        self._all.setText(filled(text, count=wording.number(self.choice.files, translate)))
        self._tell_found()
        states = Qt.CheckState
        some = states.PartiallyChecked if self.choice.has_any else states.Unchecked
        self._all.setCheckState(states.Checked if self.choice.has_all else some)
        self._all.updateGeometry()


def _whole(request: RequestFound, first: int, count: int) -> None:
    request(first, count, EVERY_FILE)
