"""The menu on a friend's card that leads to blocking them."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from byhand.domain.text import filled
from byhand.gui.names import unmarked
from byhand.gui.translation import translate


def open_block_menu(card: QWidget, place: QPoint, name: str, block: Callable[[], None]) -> None:
    """Open a menu at a global place, with one entry that blocks somebody."""
    menu = QMenu(card)
    menu.setObjectName("block-menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    text = filled(translate("Request", "Block {name}"), name=name)
    # An ampersand of the name is no mark of a key.
    menu.addAction(unmarked(text)).triggered.connect(block)
    menu.popup(place)


def below(button: QWidget) -> QPoint:
    """Return the global place where a button's menu opens."""
    return button.mapToGlobal(button.rect().bottomLeft()) + QPoint(0, 2)
