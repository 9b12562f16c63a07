"""The choice, beside several friends who get the same, whether they pass it on to each other."""

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from byhand import wording
from byhand.domain.group import GroupMode
from byhand.domain.text import filled
from byhand.gui.block_menu import below
from byhand.gui.names import unmarked
from byhand.gui.picker_button import PickerButton
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import text_label


class GroupChoice(QWidget):
    """Shows what holds, and a menu of what else there is; `mode` is what is chosen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.mode = GroupMode.AUTO
        text = translate("FriendPicker", "They pass it on to each other")
        self._label = text_label(theme.fonts.small, text, "secondary", wraps=True)
        self._button = PickerButton(theme)
        self._button.setObjectName("group-mode")
        self._label.setBuddy(self._button)
        self._button.clicked.connect(self._open_menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 6)
        layout.setSpacing(3)
        layout.addWidget(self._label)
        layout.addWidget(self._button)
        self._choose(self.mode)

    def _choose(self, mode: GroupMode) -> None:
        self.mode = mode
        shown = wording.group_mode_text(mode, translate)
        self._button.show_choice(shown)
        text = translate("FriendPicker", "They pass it on to each other: {choice}")
        self._button.setAccessibleName(filled(text, choice=shown))

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("group-modes")
        for mode in GroupMode:
            entry = menu.addAction(unmarked(wording.group_mode_text(mode, translate)))
            entry.setCheckable(True)
            entry.setChecked(mode is self.mode)
            entry.triggered.connect(lambda _=False, mode=mode: self._choose(mode))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setMinimumWidth(self._button.width())
        menu.popup(below(self._button))
