"""Where something is saved, and the button that changes it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from byhand.gui.names import folder_name, plain_tool_tip
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import ElidedLabel, IconLabel, push_button


class FolderField(QWidget):
    """Shows a folder, short; the whole of it is the tool tip."""

    change_requested = Signal()

    def __init__(self, theme: Theme, change: str, home: str) -> None:
        """`change` says what the button does, to those who do not see what stands beside it."""
        super().__init__()
        self._home = home
        self._where = ElidedLabel(theme.fonts.body)
        self.button = push_button(translate("Settings", "Change…"))
        self.button.setAccessibleName(change)
        self.button.clicked.connect(self.change_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(IconLabel(theme, "folder", "text_secondary", 18))
        layout.addWidget(self._where, 1)
        layout.addWidget(self.button)

    def show_folder(self, folder: str) -> None:
        """Show another folder."""
        self._where.set_full_text(folder_name(folder, self._home))
        self._where.setToolTip(plain_tool_tip(folder))
