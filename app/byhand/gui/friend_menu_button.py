"""The button for more: one for the whole list, on the row under the pointer or the current one."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QListView

from byhand.gui.friend_list_delegate import FriendListDelegate
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.friend_menu import menu_name
from byhand.gui.painting import mirrored
from byhand.gui.person_row import PersonRow
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import IconButton


class FriendMenuButton(IconButton):
    """Lies over a row of a list that shows a FriendListModel; a list without menus hides it."""

    def __init__(
        self,
        theme: Theme,
        view: QListView,
        model: FriendListModel,
        delegate: FriendListDelegate,
        *,
        has_menu: bool,
    ) -> None:
        super().__init__(theme, "ellipsis", translate("FriendList", "More"))
        self.setParent(view.viewport())
        self.setObjectName("friend-menu")
        self._view = view
        self._model = model
        self._delegate = delegate
        self._has_menu = has_menu
        self._hovered = -1

    def hover(self, number: int) -> None:
        """Go to the row under the pointer; with -1 to the chosen one."""
        if number != self._hovered:
            self._hovered = number
            self.settle()

    def row_index(self) -> QModelIndex:
        """Return the row that it is about."""
        if self._hovered >= 0:
            return self._model.index(self._hovered)
        chosen = self._view.selectedIndexes()
        return chosen[0] if chosen else QModelIndex()

    def leave(self) -> None:
        """Leave the row that the pointer was on: another may be there now."""
        self.hover(-1)

    def settle(self) -> None:
        """Go where it belongs now."""
        index = self.row_index()
        row = self._model.row_at(index)
        is_wanted = self._has_menu and isinstance(row, PersonRow) and not self._delegate.is_compact
        number = index.row() if is_wanted else -1
        if self._delegate.menu_row != number:
            self._delegate.menu_row = number
            self._view.viewport().update()
        if isinstance(row, PersonRow) and is_wanted:
            bounds = self._view.visualRect(index)
            box = self._delegate.menu_button(bounds)
            self.setGeometry(mirrored(self._view.layoutDirection(), bounds, box))
            self.set_name(menu_name(row))
        self.setVisible(is_wanted)
