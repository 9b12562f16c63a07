"""The sidebar's list: choose a friend, drop files on one, add somebody nearby."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
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
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QStyle, QWidget

from byhand.domain.identity import FriendId
from byhand.gui.friend_list_delegate import FriendListDelegate
from byhand.gui.friend_list_model import FriendListModel, FriendRow, NearbyRow
from byhand.gui.local_files import local_paths
from byhand.gui.scroll_bar import ThinScrollBar
from byhand.gui.theme import Theme
from byhand.gui.translation import translate

NO_INDEX = QPersistentModelIndex()


class FriendListView(QListView):
    """Shows a FriendListModel."""

    files_dropped = Signal(list, object)  # paths, FriendId
    files_requested = Signal(object)  # FriendId
    add_requested = Signal()
    pair_requested = Signal(str)  # key of somebody nearby
    verify_requested = Signal(object)  # FriendId
    introduce_requested = Signal(object)  # FriendId
    rename_requested = Signal(object)  # FriendId
    removal_requested = Signal(object)  # FriendId

    def __init__(self, theme: Theme, model: FriendListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = FriendListDelegate(theme, self)
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

    def current_friend(self) -> FriendId | None:
        """Return the chosen friend."""
        row = self._model.row_at(self.currentIndex())
        return row.friend.id if isinstance(row, FriendRow) else None

    def drop_target(self) -> QPersistentModelIndex:
        """Return the friend that dragged files are held over; invalid for nobody."""
        return self._delegate.drop_target

    def set_compact(self, is_compact: bool) -> None:
        """Show avatars only, or everything."""
        if self._delegate.is_compact != is_compact:
            self._delegate.is_compact = is_compact
            self.scheduleDelayedItemsLayout()

    def choose_first(self) -> None:
        """Make the first friend the current one."""
        for number in range(self._model.rowCount()):
            if isinstance(self._model.row_at(self._model.index(number)), FriendRow):
                self.setCurrentIndex(self._model.index(number))
                return

    # --- pointer and keys

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click on a nearby row's "Add"."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self._model.row_at(index)
        if isinstance(row, NearbyRow):
            bounds = self.visualRect(index)
            button = self._delegate.add_button(bounds)
            place = QStyle.visualRect(self.layoutDirection(), bounds, button)
            if place.contains(event.position().toPoint()) or self._delegate.is_compact:
                self.pair_requested.emit(row.nearby.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send, add, rename or remove from the keyboard."""
        row = self._model.row_at(self.currentIndex())
        match Qt.Key(event.key()), row:
            case ((Qt.Key.Key_Return | Qt.Key.Key_Enter), _) if row is not None:
                self._activate(self.currentIndex())
            case Qt.Key.Key_F2, FriendRow():
                self.rename_requested.emit(row.friend.id)
            case Qt.Key.Key_Delete, FriendRow():
                self.removal_requested.emit(row.friend.id)
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the friend under the pointer or the current one."""
        is_by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if is_by_key else self.indexAt(event.pos())
        row = self._model.row_at(index)
        if not isinstance(row, FriendRow):
            return
        place = self.visualRect(index).center() if is_by_key else event.pos()
        menu = self._friend_menu(row.friend.id)
        menu.popup(self.viewport().mapToGlobal(place))

    def _friend_menu(self, friend_id: FriendId) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, signal in (
            (translate("FriendList", "Send files…"), self.files_requested),
            (translate("FriendList", "Rename…"), self.rename_requested),
            (translate("FriendList", "Remove…"), self.removal_requested),
        ):
            action = menu.addAction(text)
            action.triggered.connect(lambda _=False, signal=signal: signal.emit(friend_id))
        return menu

    def _activate(self, index: QModelIndex) -> None:
        match self._model.row_at(index):
            case FriendRow(friend=friend):
                self.files_requested.emit(friend.id)
            case NearbyRow(nearby=nearby):
                self.pair_requested.emit(nearby.key)

    # --- files dragged over the list

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        self._aim(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show which friend would get them."""
        self._aim(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget the friend."""
        self._set_target(NO_INDEX)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say who gets the files."""
        paths = local_paths(event.mimeData())
        row = self._model.row_at(self.indexAt(event.position().toPoint()))
        self._set_target(NO_INDEX)
        if not paths or not isinstance(row, FriendRow):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.files_dropped.emit(paths, row.friend.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap notes anew."""
        self._delegate.width = event.size().width()
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _aim(self, event: QDragMoveEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        is_friend = isinstance(self._model.row_at(index), FriendRow)
        if not is_friend or not event.mimeData().hasUrls():
            self._set_target(NO_INDEX)
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
