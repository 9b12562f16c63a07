"""The real buttons of the queue: one set, laid over the row that is being used."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from byhand.domain.transfer import Transfer, TransferState
from byhand.gui.names import plain_tool_tip
from byhand.gui.shown_transfer import TransferRow
from byhand.gui.theme import Theme
from byhand.gui.transfer_actions import Action, action_icon, action_name, action_text
from byhand.gui.transfer_menu import transfer_menu

MOST_BUTTONS = 2


class RowButtons(QObject):
    """Shows what a row's look has as buttons, each named for what it does to which transfer."""

    action_requested = Signal(object, object)  # Action, Transfer

    def __init__(self, theme: Theme, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._theme = theme
        self._row: TransferRow | None = None
        self._buttons = [QToolButton(viewport) for _ in range(MOST_BUTTONS)]
        self._actions: list[tuple[Action, Transfer] | None] = [None] * MOST_BUTTONS
        size = theme.metrics.hit_target
        for number, button in enumerate(self._buttons):
            button.setFixedSize(size, size)
            button.setIconSize(QSize(theme.metrics.icon, theme.metrics.icon))
            button.setCursor(Qt.CursorShape.ArrowCursor)
            button.clicked.connect(lambda _=False, number=number: self._clicked(number))
            button.hide()

    def hide(self) -> None:
        """Be over no row."""
        self._row = None
        for button in self._buttons:
            button.hide()

    def lie_over(self, row: TransferRow, places: Sequence[QRect]) -> None:
        """Be a row's buttons, at these places."""
        self._row = row
        for button, place in zip(self._buttons, places, strict=False):
            button.move(place.topLeft())
        for number, action in enumerate(row.look.actions):
            self._dress(number, action, row)
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(row.look.actions))

    def _dress(self, number: int, action: Action, row: TransferRow) -> None:
        colours, size = self._theme.palette, self._theme.metrics.icon
        button, transfer = self._buttons[number], row.transfer
        self._actions[number] = (action, transfer)
        is_failed = transfer.state is TransferState.FAILED
        is_way_out = is_failed and number == 0 and len(row.look.actions) > 1
        ink = colours.bad if is_way_out else colours.text
        name = row.person.short_name
        button.setIcon(self._theme.icons.icon(action_icon(action), ink, size))
        button.setToolTip(plain_tool_tip(action_text(action, transfer, name)))
        button.setAccessibleName(action_name(action, transfer, row.look.title, name))
        button.setObjectName(f"row-{action.name.lower()}")

    def _clicked(self, number: int) -> None:
        wanted, button = self._actions[number], self._buttons[number]
        if wanted is None or self._row is None:
            return
        if wanted[0] is Action.MORE:
            menu = transfer_menu(button, self._row, self.action_requested.emit)
            menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        else:
            self.action_requested.emit(*wanted)
