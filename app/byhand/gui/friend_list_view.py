"""The sidebar's list: choose a friend, drop things on one, add somebody nearby."""

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
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
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QToolTip

from byhand.domain.identity import FriendId
from byhand.gui.chosen_people import BY_KEY, people_at, recipients_of, settle_current
from byhand.gui.content import content_of, may_be_taken
from byhand.gui.friend_list_delegate import FriendListDelegate
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.friend_list_rows import NearbyRow, refusal
from byhand.gui.friend_menu import Wish, friend_menu, several_menu
from byhand.gui.friend_menu_button import FriendMenuButton
from byhand.gui.names import plain_tool_tip
from byhand.gui.painting import mirrored
from byhand.gui.person_row import PersonRow, Standing
from byhand.gui.scroll_bar import ThinScrollBar
from byhand.gui.theme import Theme
from byhand.gui.translation import translate

NO_INDEX = QPersistentModelIndex()


class FriendListView(QListView):
    """Shows a FriendListModel."""

    content_dropped = Signal(object, object, QPoint)  # Content, FriendIds, global place
    files_requested = Signal(object)  # FriendIds
    person_clicked = Signal(object, bool)  # FriendId, whether on the box for a tick
    pair_requested = Signal(str)  # key of somebody nearby
    verify_requested = Signal(object)  # FriendId
    introduce_requested = Signal(object)  # FriendId
    wish_told = Signal(object, object)  # Wish without a signal of its own, FriendId
    chosen_changed = Signal()

    def __init__(self, theme: Theme, model: FriendListModel, *, has_menu: bool = True) -> None:
        super().__init__()
        self._model = model
        self._delegate = FriendListDelegate(theme, self)
        self._has_menu = has_menu
        self.menu_button = FriendMenuButton(theme, self, model, self._delegate, has_menu=has_menu)
        self.menu_button.clicked.connect(
            lambda: self._open_menu(self.menu_button.row_index(), self.menu_button.place_below())
        )
        if has_menu:
            self.activated.connect(self._activate)
            self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
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
        theme.changed.connect(self.scheduleDelayedItemsLayout)
        for moved in (model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            moved.connect(self.menu_button.leave)
            moved.connect(self._rows_changed)
        model.dataChanged.connect(self._rows_changed)

    def chosen_person(self) -> PersonRow | None:
        """Return the person whose row is marked as chosen; None while several are."""
        people = people_at(self._model, self.selectedIndexes())
        return people[0] if len(people) == 1 else None

    def chosen_friends(self) -> tuple[FriendId, ...]:
        """Return the chosen friends who get what is sent now."""
        return recipients_of(people_at(self._model, self.selectedIndexes()))

    def drop_target(self) -> QPersistentModelIndex:
        """Return the friend that something is dragged over; invalid for nobody."""
        return self._delegate.drop_target

    def set_compact(self, is_compact: bool) -> None:
        """Show avatars only, or everything."""
        if self._delegate.is_compact != is_compact:
            self._delegate.is_compact = is_compact
            self.scheduleDelayedItemsLayout()

    def choose_first(self) -> None:
        """Choose the first friend, alone, whatever keys are held meanwhile."""
        for index in map(self._model.index, range(self._model.rowCount())):
            is_possible = self._model.flags(index) & Qt.ItemFlag.ItemIsEnabled
            if is_possible and isinstance(self._model.row_at(index), PersonRow):
                alone = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.selectionModel().setCurrentIndex(index, alone)
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
            case PersonRow() as row if not self._has_menu:
                bounds = self.visualRect(index)
                box = self._delegate.tick_box(bounds).adjusted(-10, -10, 10, 10)
                is_on_tick = mirrored(self.layoutDirection(), bounds, box).contains(place)
                self.person_clicked.emit(row.friend.id, is_on_tick)
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
        friends = self._targets(row)
        if len(friends) > 1:
            menu = several_menu(self, len(friends), lambda: self.files_requested.emit(friends))
        else:
            menu = friend_menu(self, row, self._tell)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _activate(self, index: QModelIndex) -> None:
        match self._model.row_at(index):
            case PersonRow() as row if len(self._targets(row)) > 1:
                self.files_requested.emit(self._targets(row))
            case PersonRow() as row if row.is_held or row.standing is Standing.CHANGED:
                self._tell(Wish.EXPLAIN, row.concern.id)
            case PersonRow() as row:
                self._tell(Wish.SEND, row.friend.id)
            case NearbyRow(nearby=nearby):
                self.pair_requested.emit(nearby.key)

    def _tell(self, wish: Wish, friend_id: FriendId) -> None:
        match wish:
            case Wish.SEND:
                self.files_requested.emit((friend_id,))
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
        self.menu_button.hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """Give the button back to the current row."""
        super().leaveEvent(event)
        self.menu_button.hover(-1)

    def updateGeometries(self) -> None:
        """Keep the button at its place."""
        super().updateGeometries()
        self.menu_button.settle()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Keep the button at its place."""
        super().scrollContentsBy(dx, dy)
        self.menu_button.settle()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Bring the button along, and say that somebody else is chosen."""
        super().selectionChanged(selected, deselected)
        self.menu_button.settle()
        self.chosen_changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose somebody for who comes by key, and show it."""
        super().focusInEvent(event)
        settle_current(self, chooses=event.reason() in BY_KEY)

    def _rows_changed(self) -> None:
        settle_current(self, chooses=False)
        self.menu_button.settle()
        self.chosen_changed.emit()

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
        self.content_dropped.emit(content, self._targets(row), self.viewport().mapToGlobal(place))

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
        if self._delegate.drop_target == target:
            return
        row = self._model.row_at(target) if target.isValid() else None
        friends = self._targets(row) if isinstance(row, PersonRow) else ()
        indexes = (QPersistentModelIndex(self._model.index_of(each)) for each in friends)
        self._delegate.drop_target = target
        self._delegate.fellow_targets = tuple(each for each in indexes if each != target)
        self.viewport().update()

    def _targets(self, row: PersonRow) -> tuple[FriendId, ...]:
        """Return who gets what is meant for a person: all that are chosen, if they are among."""
        chosen = self.chosen_friends()
        return chosen if row.friend.id in chosen else (row.friend.id,)
