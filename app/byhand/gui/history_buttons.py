"""The real buttons that lie over the row of the history that is being used."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QStyle, QTableView, QToolButton

from byhand.gui.history_actions import HistoryAction, action_name, action_text
from byhand.gui.history_columns import Column
from byhand.gui.history_painter import BUTTONS, HistoryPainter, button_icons
from byhand.gui.history_row import HistoryRow
from byhand.gui.names import plain_tool_tip
from byhand.gui.theme import Theme
from byhand.gui.translation import translate


class HistoryButtons:
    """The likeliest action's button, and the one that opens the menu of all."""

    def __init__(
        self,
        theme: Theme,
        view: QTableView,
        painter: HistoryPainter,
        act: Callable[[HistoryAction, HistoryRow], None],
        open_menu: Callable[[HistoryRow, QPoint], None],
    ) -> None:
        """`open_menu` gets the global place of a menu."""
        self._theme = theme
        self._view = view
        self._painter = painter
        self._act = act
        self._menu = open_menu
        self._row: HistoryRow | None = None
        self._buttons = [QToolButton(view.viewport()) for _ in range(BUTTONS)]
        for button, clicked in zip(self._buttons, (self._do, self._open), strict=True):
            button.setFixedSize(theme.metrics.hit_target, theme.metrics.hit_target)
            button.setIconSize(QSize(theme.metrics.icon, theme.metrics.icon))
            button.setCursor(Qt.CursorShape.ArrowCursor)
            button.clicked.connect(clicked)
            button.hide()

    def hide(self) -> None:
        """Lie over no row."""
        self._row = None
        self._overlay(-1)
        self._show(0)

    def place(self, row: HistoryRow, position: int, bounds: QRect) -> None:
        """Lie over a row that is drawn within `bounds`."""
        self._row = row
        icons = button_icons(row)
        boxes = self._painter.buttons(self._painter.cells(bounds)[Column.ACTIONS], row)
        for button, box in zip(self._buttons, boxes, strict=False):
            place = QStyle.visualRect(self._view.layoutDirection(), bounds, box)
            button.move(place.topLeft())
        self._overlay(position)
        self._dress(row, icons)
        self._show(len(icons))

    def _show(self, count: int) -> None:
        for number, button in enumerate(self._buttons):
            if number >= count and button.hasFocus():
                self._view.setFocus()
            button.setVisible(number < count)

    def _overlay(self, position: int) -> None:
        if self._painter.overlaid_row != position:
            self._painter.overlaid_row = position
            self._view.viewport().update()

    def _dress(self, row: HistoryRow, icons: tuple[str, ...]) -> None:
        ink, size = self._theme.palette.text, self._theme.metrics.icon
        texts = (action_text(row.look.actions[0]), translate("History", "More"))
        names = ("history-likeliest", "history-more")
        for button, icon, text, name in zip(self._buttons, icons, texts, names, strict=False):
            button.setIcon(self._theme.icons.icon(icon, ink, size))
            button.setToolTip(plain_tool_tip(text))
            button.setAccessibleName(action_name(text, row.look.title))
            button.setObjectName(name)

    def _do(self) -> None:
        if self._row is not None:
            self._act(self._row.look.actions[0], self._row)

    def _open(self) -> None:
        if self._row is not None:
            button = self._buttons[1]
            self._menu(self._row, button.mapToGlobal(button.rect().bottomLeft()))
