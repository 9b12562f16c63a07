"""The menu of everything that can be done with a transfer."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from byhand.domain.transfer import Transfer
from byhand.gui.names import unmarked
from byhand.gui.shown_transfer import TransferRow
from byhand.gui.transfer_actions import Action, action_text, actions_of

Act = Callable[[Action, Transfer], object]


def transfer_menu(parent: QWidget, row: TransferRow, act: Act) -> QMenu:
    """Return a row's menu, which goes once it is closed."""
    transfer = row.transfer
    menu = QMenu(parent)
    menu.setObjectName("transfer-menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    actions = actions_of(
        transfer, row.neighbours, row.person.obstacle, is_passed_on=row.group.is_passing_on
    )
    for action in actions:
        if action in (Action.CANCEL, Action.REMOVE):
            menu.addSeparator()
        text = action_text(action, transfer, row.person.short_name)
        entry = menu.addAction(unmarked(text))
        entry.triggered.connect(lambda _=False, action=action: act(action, transfer))
    return menu
