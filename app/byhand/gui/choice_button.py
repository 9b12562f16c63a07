"""A button that says what is chosen, and opens a menu of what else could be: "Anyone v"."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton

from byhand.domain.text import filled
from byhand.gui.names import unmarked
from byhand.gui.theme import Theme
from byhand.gui.translation import translate

Choice = tuple[str, object]
"""What is shown, and what it stands for."""


class ChoiceButton(QPushButton):
    """`chosen` tells what the choice stands for that the user has made."""

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, name: str, first: Choice, others: Callable[[], Sequence[Choice]]
    ) -> None:
        """`name` says to screen readers what is chosen; `first` is chosen to begin with.

        `others` returns what else there is whenever the menu opens.
        """
        super().__init__()
        self._theme = theme
        self._name = name
        self._first = first
        self._others = others
        self.choice = first
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIconSize(QSize(theme.metrics.icon - 4, theme.metrics.icon - 4))
        self.clicked.connect(self._open)
        theme.changed.connect(self._dress)
        self._dress()
        self._show()

    def reset(self) -> None:
        """Go back to the first choice; nobody is told."""
        self.choice = self._first
        self._show()

    def show_choice(self, value: object) -> None:
        """Show what stands for a value, else the first choice; nobody is told."""
        others = (choice for choice in self._others() if choice[1] == value)
        self.choice = next(others, self._first)
        self._show()

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("choices")
        menu.setLayoutDirection(QGuiApplication.layoutDirection())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for choice in (self._first, *self._others()):
            entry = menu.addAction(unmarked(choice[0]))
            entry.setCheckable(True)
            entry.setChecked(choice[1] == self.choice[1])
            entry.triggered.connect(lambda _=False, choice=choice: self._choose(choice))
            group.addAction(entry)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _choose(self, choice: Choice) -> None:
        self.choice = choice
        self._show()
        self.chosen.emit(choice[1])

    def _show(self) -> None:
        text, _ = self.choice
        self.setText(f"{unmarked(text)} ")
        self.setAccessibleName(
            filled(translate("ChoiceButton", "{name}: {choice}"), name=self._name, choice=text)
        )

    def _dress(self) -> None:
        left, right = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
        # Qt draws the icon first, but this arrow stands behind the words.
        self.setLayoutDirection(left if QGuiApplication.isRightToLeft() else right)
        ink = self._theme.palette.text_secondary
        self.setIcon(self._theme.icons.icon("chevron-down", ink, self.iconSize().width()))
