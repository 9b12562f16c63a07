"""The sidebar's list: choose a friend, drop things on one, add somebody nearby."""

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QToolTip

from byhand.domain.identity import FriendId
from byhand.gui.content import content_of, may_be_taken
from byhand.gui.friend_list_delegate import FriendListDelegate
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.friend_list_rows import NearbyRow, refusal
from byhand.gui.friend_menu import Wish, friend_menu, menu_name
from byhand.gui.names import plain_tool_tip
from byhand.gui.painting import mirrored
from byhand.gui.person_row import PersonRow, Standing
from byhand.gui.scroll_bar import ThinScrollBar
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import IconButton

NO_INDEX = QPersistentModelIndex()


class FriendListView(QListView):
    """Shows a FriendListModel."""

    content_dropped = Signal(object, object, QPoint)  # Content, FriendId, global place
    files_requested = Signal(object)  # FriendId
    pair_requested = Signal(str)  # key of somebody nearby
    verify_requested = Signal(object)  # FriendId
    introduce_requested = Signal(object)  # FriendId
    wish_told = Signal(object, object)  # Wish without a signal of its own, FriendId
    chosen_changed = Signal()

    def __init__(self, theme: Theme, model: FriendListModel, *, has_menu: bool = True) -> None:
        super().__init__()
        self._model = model
        self._delegate = FriendListDelegate(theme, self)
        self.menu_button = IconButton(theme, "ellipsis", translate("FriendList", "More"))
        self.menu_button.setParent(self.viewport())
        self.menu_button.setObjectName("friend-menu")
        self.menu_button.clicked.connect(
            lambda: self._open_menu(self._menu_index(), self.menu_button.place_below())
        )
        self._has_menu = has_menu
        self._hovered = -1
        self.setObjectName("friend-list")
        self.setAccessibleName(translate("FriendList", "Friends"))
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollBar(ThinScrollBar(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setAutoFillBackground(False)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.activated.connect(self._activate)
        theme.changed.connect(self.scheduleDelayedItemsLayout)
        for moved in (model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            moved.connect(self._rows_moved)
        model.dataChanged.connect(self._rows_changed)

    def chosen_person(self) -> PersonRow | None:
        """Return the person whose row is marked as chosen."""
        rows = map(self._model.row_at, self.selectedIndexes())
        return next((row for row in rows if isinstance(row, PersonRow)), None)

    def chosen_friend(self) -> FriendId | None:
        """Return the chosen friend: of a person's computers the one that stands for them."""
        row = self.chosen_person()
        return row.friend.id if row is not None else None

    def drop_target(self) -> QPersistentModelIndex:
        """Return the friend that something is dragged over; invalid for nobody."""
        return self._delegate.drop_target

    def set_compact(self, is_compact: bool) -> None:
        """Show avatars only, or everything."""
        if self._delegate.is_compact != is_compact:
            self._delegate.is_compact = is_compact
            self.scheduleDelayedItemsLayout()

    def choose_first(self) -> None:
        """Make the first friend the current one."""
        for index in map(self._model.index, range(self._model.rowCount())):
            is_possible = self._model.flags(index) & Qt.ItemFlag.ItemIsEnabled
            if is_possible and isinstance(self._model.row_at(index), PersonRow):
                self.setCurrentIndex(index)
                return

    def place_of_current(self) -> QPoint:
        """Return where on the screen something about the chosen friend opens from the keyboard."""
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())

    # --- pointer and keys

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click on a nearby row's "Add", or on somebody whose identity has changed."""
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        place = event.position().toPoint()
        index = self.indexAt(place)
        match self._model.row_at(index):
            case NearbyRow(nearby=nearby) if self._is_on_add(index, place):
                self.pair_requested.emit(nearby.key)
            case PersonRow(standing=Standing.CHANGED) as row:
                self._tell(Wish.EXPLAIN, row.concern.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send, add, rename or remove from the keyboard."""
        row = self._model.row_at(self.currentIndex())
        match Qt.Key(event.key()), row:
            case ((Qt.Key.Key_Return | Qt.Key.Key_Enter), _) if row is not None:
                self._activate(self.currentIndex())
            case Qt.Key.Key_F2, PersonRow() if not row.friend.is_mine:
                self._tell(Wish.RENAME, row.friend.id)
            case Qt.Key.Key_Delete, PersonRow(places=()):
                self._tell(Wish.REMOVE, row.friend.id)
            case Qt.Key.Key_Delete, PersonRow():
                self._open_menu(self.currentIndex(), self.place_of_current())
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the friend under the pointer or the current one."""
        is_by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if is_by_key else self.indexAt(event.pos())
        self._open_menu(index, self.place_of_current() if is_by_key else event.globalPos())

    def _is_on_add(self, index: QModelIndex, place: QPoint) -> bool:
        bounds = self.visualRect(index)
        box = mirrored(self.layoutDirection(), bounds, self._delegate.add_button(bounds))
        return box.contains(place) or self._delegate.is_compact

    def _open_menu(self, index: QModelIndex, place: QPoint) -> None:
        row = self._model.row_at(index)
        if not isinstance(row, PersonRow):
            return
        menu = friend_menu(self, row, self._tell)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _activate(self, index: QModelIndex) -> None:
        match self._model.row_at(index):
            case PersonRow() as row if row.is_held or row.standing is Standing.CHANGED:
                self._tell(Wish.EXPLAIN, row.concern.id)
            case PersonRow() as row:
                self._tell(Wish.SEND, row.friend.id)
            case NearbyRow(nearby=nearby):
                self.pair_requested.emit(nearby.key)

    def _tell(self, wish: Wish, friend_id: FriendId) -> None:
        match wish:
            case Wish.SEND:
                self.files_requested.emit(friend_id)
            case Wish.VERIFY:
                self.verify_requested.emit(friend_id)
            case Wish.INTRODUCE:
                self.introduce_requested.emit(friend_id)
            case _:
                self.wish_told.emit(wish, friend_id)

    # --- the button for more: one, on the row under the pointer or the current one

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Bring the button to the row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """Give the button back to the current row."""
        super().leaveEvent(event)
        self._hover(-1)

    def updateGeometries(self) -> None:
        """Keep the button at its place."""
        super().updateGeometries()
        self._place_menu_button()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Keep the button at its place."""
        super().scrollContentsBy(dx, dy)
        self._place_menu_button()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Bring the button along, and say that somebody else is chosen."""
        super().selectionChanged(selected, deselected)
        self._place_menu_button()
        self.chosen_changed.emit()

    def _rows_moved(self) -> None:
        self._hovered = -1
        self._rows_changed()

    def _rows_changed(self) -> None:
        self._place_menu_button()
        self.chosen_changed.emit()

    def _hover(self, number: int) -> None:
        if number != self._hovered:
            self._hovered = number
            self._place_menu_button()

    def _menu_index(self) -> QModelIndex:
        if self._hovered >= 0:
            return self._model.index(self._hovered)
        chosen = self.selectedIndexes()
        return chosen[0] if chosen else QModelIndex()

    def _place_menu_button(self) -> None:
        index = self._menu_index()
        row = self._model.row_at(index)
        is_wanted = self._has_menu and isinstance(row, PersonRow) and not self._delegate.is_compact
        number = index.row() if is_wanted else -1
        if self._delegate.menu_row != number:
            self._delegate.menu_row = number
            self.viewport().update()
        if isinstance(row, PersonRow) and is_wanted:
            bounds = self.visualRect(index)
            box = self._delegate.menu_button(bounds)
            self.menu_button.setGeometry(mirrored(self.layoutDirection(), bounds, box))
            self.menu_button.set_name(menu_name(row))
        self.menu_button.setVisible(is_wanted)

    # --- what is dragged over the list

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, folders, pictures and texts."""
        self._aim(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show which friend would get them."""
        self._aim(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget the friend."""
        self._set_target(NO_INDEX)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say who gets it."""
        content = content_of(event.mimeData())
        place = event.position().toPoint()
        row = self._model.row_at(self.indexAt(place))
        self._set_target(NO_INDEX)
        if content is None or not isinstance(row, PersonRow) or row.is_held:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.content_dropped.emit(content, row.friend.id, self.viewport().mapToGlobal(place))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap notes anew."""
        self._delegate.width = event.size().width()
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _aim(self, event: QDragMoveEvent) -> None:
        place = event.position().toPoint()
        index = self.indexAt(place)
        row = self._model.row_at(index)
        is_possible = may_be_taken(event.mimeData())
        if not isinstance(row, PersonRow) or row.is_held or not is_possible:
            self._set_target(NO_INDEX)
            QToolTip.showText(self.viewport().mapToGlobal(place), plain_tool_tip(refusal(row)))
            # Accepted without an action: the pointer says no, and the moves keep coming.
            event.setDropAction(Qt.DropAction.IgnoreAction)
            event.accept()
            return
        self._set_target(QPersistentModelIndex(index))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def _set_target(self, target: QPersistentModelIndex) -> None:
        if self._delegate.drop_target != target:
            self._delegate.drop_target = target
            self.viewport().update()
