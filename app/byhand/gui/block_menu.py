"""The menu on a friend's card that leads to blocking them."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from byhand.gui.translation import translate


def open_block_menu(button: QWidget, name: str, block: Callable[[], None]) -> None:
    """Open a menu below a button, with one entry that blocks somebody."""
    menu = QMenu(button)
    menu.setObjectName("block-menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    text = translate("Request", "Block {name}").format(name=name)
    # An ampersand of the name is no mark of a key.
    menu.addAction(text.replace("&", "&&")).triggered.connect(block)
    menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))
