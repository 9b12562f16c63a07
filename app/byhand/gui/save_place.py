"""Where the files of an offer are saved, and whether there is room for them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from byhand import wording
from byhand.domain.events import RoomTold
from byhand.domain.text import filled
from byhand.gui.block_menu import below
from byhand.gui.names import folder_name, plain_tool_tip, unmarked
from byhand.gui.picker_button import PickerButton
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import IconLabel, text_label


class SavePlace(QWidget):
    """Offers some folders and any other; says what is free there, and when that is too little."""

    folder_chosen = Signal(str)
    other_requested = Signal(str)  # the folder now
    room_requested = Signal(str)
    changed = Signal()
    problem_changed = Signal()

    def __init__(self, theme: Theme, home: str, folders: Sequence[str]) -> None:
        super().__init__()
        self._home = home
        self._folders = tuple(dict.fromkeys(filter(None, folders)))
        self._needed = 0
        self._is_update = False
        self._free: int | None = None
        self.folder = ""
        self._label = text_label(theme.fonts.body, translate("Review", "Save to"), "secondary")
        self._button = PickerButton(theme)
        self._button.setObjectName("review-folder")
        self._label.setBuddy(self._button)
        self._room = text_label(theme.fonts.small, "", "secondary")
        self._room.setObjectName("review-room")
        self._problem = QWidget()
        self._words = text_label(theme.fonts.small, "", "bad", wraps=True)
        self._words.setObjectName("review-problem")
        self._lay_out(theme)
        self._button.clicked.connect(self._open_menu)

    @property
    def is_enough(self) -> bool:
        """Say whether what is chosen fits, as far as anybody knows."""
        # How much an update needs nobody knows yet: what is the same is not written again.
        return self._free is None or self._is_update or self._needed <= self._free

    def show_folder(self, folder: str, *, is_update: bool = False) -> None:
        """Show another folder, and have its room told.

        `is_update`: what is there already is brought up to date.
        """
        self.folder, self._free, self._is_update = folder, None, is_update
        shown = folder_name(folder, self._home)
        self._button.show_choice(shown)
        text = filled(translate("Review", "Save to {folder}"), folder=shown)
        self._button.setAccessibleName(text)
        self._button.setToolTip(plain_tool_tip(folder))
        self._tell()
        self.ask_room()

    def ask_room(self) -> None:
        """Have the room told once more: somebody may have made some."""
        if self.folder:
            self.room_requested.emit(self.folder)

    def take(self, told: RoomTold) -> None:
        """Show how much is free; of another folder it is passed over."""
        if told.folder == self.folder:
            self._free = told.free
            self._tell()

    def show_needed(self, count: int) -> None:
        """Show whether so many bytes fit."""
        self._needed = count
        self._tell()

    def _tell(self) -> None:
        free = "" if self._free is None else wording.size(self._free, translate)
        self._room.setText(filled(translate("Review", "{size} free"), size=free) if free else "")
        was_enough = self._problem.isHidden()
        self._problem.setVisible(not self.is_enough)
        if not self.is_enough:
            text = translate(
                "Review",
                "Needs {needed}, {free} free here — choose another folder or fewer files",
            )
            self._words.setText(
                filled(text, needed=wording.size(self._needed, translate), free=free)
            )
        self.changed.emit()
        if was_enough is not self.is_enough:
            self.problem_changed.emit()

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("review-folders")
        for folder in dict.fromkeys((self.folder, *self._folders)):
            entry = menu.addAction(unmarked(folder_name(folder, self._home)))
            entry.setCheckable(True)
            entry.setChecked(folder == self.folder)
            entry.triggered.connect(lambda _=False, each=folder: self.folder_chosen.emit(each))
        menu.addSeparator()
        other = menu.addAction(translate("Review", "Another folder…"))
        other.triggered.connect(lambda: self.other_requested.emit(self.folder))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setMinimumWidth(self._button.width())
        menu.popup(below(self._button))

    def _lay_out(self, theme: Theme) -> None:
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self._label)
        first.addWidget(self._button, 1)
        first.addWidget(self._room)
        second = QHBoxLayout(self._problem)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(8)
        second.addWidget(IconLabel(theme, "circle-alert", "bad", 16))
        second.addWidget(self._words, 1)
        self._problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(first)
        layout.addWidget(self._problem)
