"""The menu on an offer's card: what is done less often than to accept or decline it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from byhand.domain.text import filled
from byhand.domain.transfer import Transfer
from byhand.gui.names import unmarked
from byhand.gui.translation import translate

Entry = tuple[str, Callable[[], object]]
"""An entry's text, and what it does."""


def may_be_put_off(transfer: Transfer) -> bool:
    """Say whether the friend can be told that an offer is decided on later."""
    return transfer.is_counted and not transfer.is_put_off


def may_be_chosen_from(transfer: Transfer) -> bool:
    """Say whether some of an offer can be accepted without the rest."""
    has_parts = transfer.is_folder or transfer.total_files > 1
    return transfer.is_counted and has_parts and not transfer.is_text


def open_offer_menu(
    card: QWidget, place: QPoint, entries: Iterable[Entry], name: str, block: Callable[[], object]
) -> None:
    """Open a menu at a global place; its last entry blocks somebody."""
    menu = QMenu(card)
    menu.setObjectName("offer-menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for text, do in entries:
        menu.addAction(text).triggered.connect(do)
    menu.addSeparator()
    text = filled(translate("Request", "Block {name}"), name=name)
    # An ampersand of the name is no mark of a key.
    menu.addAction(unmarked(text)).triggered.connect(block)
    menu.popup(place)
