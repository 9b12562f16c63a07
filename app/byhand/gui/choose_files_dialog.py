"""The dialog in which an offer is looked through before it is answered."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from byhand import wording
from byhand.domain.events import FilesPage, RoomTold
from byhand.domain.text import filled
from byhand.domain.transfer import Transfer
from byhand.gui.always_accept import AlwaysAccept
from byhand.gui.offer_card import ARMING_MS
from byhand.gui.offered_files_model import RequestFound
from byhand.gui.offered_files_pane import OfferedFilesPane
from byhand.gui.person_row import FriendRow
from byhand.gui.review_head import ReviewHead
from byhand.gui.save_place import SavePlace
from byhand.gui.taking_part import TakingPart
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import push_button


class ChooseFilesDialog(QDialog):
    """Everything is chosen at first; `chosen` tells the ranges, None for all. Esc decides later."""

    chosen = Signal(object)  # tuple[int, …] | None
    declined = Signal()

    def __init__(
        self,
        theme: Theme,
        transfer: Transfer,
        row: FriendRow,
        short_name: str,
        place: SavePlace,
        request: RequestFound,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._transfer = transfer
        self._is_armed = False
        self._is_over = False
        self.setObjectName("choose-files-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = filled(translate("Review", "Files from {name}"), name=row.name)
        self.setWindowTitle(title)
        self._files = OfferedFilesPane(theme, transfer, request)
        self.model, self._choice = self._files.model, self._files.choice
        self.head = ReviewHead(theme, transfer, row)
        self.place = place
        self.taking_part = TakingPart(theme)
        self.taking_part.show_offer(transfer)
        self.always = AlwaysAccept(theme, row, short_name)
        self._decline = push_button(translate("Review", "Decline"), "flat")
        self._decline.setObjectName("choose-decline")
        self._accept = push_button("", "primary")
        self._accept.setObjectName("choose-accept")
        self._lay_out()
        self._accept.clicked.connect(self._say_chosen)
        self._decline.clicked.connect(self._say_declined)
        self.model.choice_changed.connect(self._tell)
        self.place.changed.connect(self._tell_accept)
        self.place.problem_changed.connect(self._fit)
        QTimer.singleShot(ARMING_MS, self, self._arm)
        self._tell()
        self._files.setFocus()
        self._choice.start()

    def take(self, page: FilesPage) -> None:
        """Show some files."""
        self._files.take(page)

    def take_room(self, told: RoomTold) -> None:
        """Show how much room there is."""
        self.place.take(told)

    def show_friend(self, row: FriendRow) -> None:
        """Show the friend as they are now."""
        self.head.show_friend(row)
        self.always.show_friend(row)

    def is_about(self, transfer: Transfer) -> bool:
        """Say whether an offer is still the one that is looked through."""
        shown = self._transfer
        return (shown.digest, shown.title, shown.total_files, shown.total_bytes) == (
            transfer.digest,
            transfer.title,
            transfer.total_files,
            transfer.total_bytes,
        )

    def end(self, sentence: str) -> None:
        """Say why there is nothing to answer any more."""
        self._is_over = True
        self.head.end(sentence)
        self.always.setEnabled(False)
        for part in (self._files, self._decline, self.place, self.taking_part):
            part.setEnabled(False)
        self._tell_accept()

    def event(self, event: QEvent) -> bool:
        """Look for room once more when the user comes back from making some."""
        if event.type() is QEvent.Type.WindowActivate and not self.place.is_enough:
            self.place.ask_room()
        return super().event(event)

    def _say_chosen(self) -> None:
        self.chosen.emit(self._choice.ranges())
        self.accept()

    def _say_declined(self) -> None:
        self.declined.emit()
        self.reject()

    def _arm(self) -> None:
        self._is_armed = True
        self._tell_accept()

    def _tell(self) -> None:
        choice = self._choice
        files = wording.count_files(choice.files, translate)
        text = translate("Review", "Accept {files} · {size}")
        size = wording.size(choice.bytes, translate)
        self._accept.setText(filled(text, files=files, size=size))
        self.place.show_needed(choice.bytes)

    def _tell_accept(self) -> None:
        choice = self._choice
        is_ready = self._is_armed and not self._is_over and choice.is_settled
        self._accept.setEnabled(is_ready and choice.has_any and self.place.is_enough)

    def _lay_out(self) -> None:
        bottom = QHBoxLayout()
        bottom.setSpacing(10)
        bottom.addStretch(1)
        bottom.addWidget(self._decline)
        bottom.addWidget(self._accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(self._files, 1)
        layout.addWidget(self.place)
        layout.addWidget(self.taking_part)
        layout.addWidget(self.always)
        layout.addSpacing(4)
        layout.addLayout(bottom)
        self.setMinimumWidth(round(self._theme.fonts.body.height * 32.5))
        self._fit()

    def _fit(self) -> None:
        """Become as high as some rows and everything around them need."""
        layout = self.layout()
        assert layout is not None
        self._files.set_roomy(True)
        width = max(self.width() if self.isVisible() else 0, self.minimumWidth())
        self.resize(width, layout.totalHeightForWidth(width))
        self._files.set_roomy(False)
