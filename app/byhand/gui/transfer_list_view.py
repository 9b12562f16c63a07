"""The queue's view: rows as cards, with real buttons over the one being used."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QTableView,
    QWidget,
)

from byhand.domain.transfer import Transfer, TransferId
from byhand.gui.row_buttons import RowButtons
from byhand.gui.row_dragging import RowDragging
from byhand.gui.row_table import set_up_rows
from byhand.gui.shown_transfer import TransferRow
from byhand.gui.theme import Theme
from byhand.gui.transfer_actions import (
    Action,
    actions_of,
)
from byhand.gui.transfer_list_delegate import TransferListDelegate
from byhand.gui.transfer_list_model import TransferListModel
from byhand.gui.transfer_menu import transfer_menu
from byhand.gui.translation import translate

_CONTROL = Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier
KEYS: dict[tuple[Qt.Key, Qt.KeyboardModifier], tuple[Action, ...]] = {
    (Qt.Key.Key_Space, _NONE): (Action.RESUME, Action.PAUSE),
    (Qt.Key.Key_Delete, _NONE): (Action.CANCEL, Action.REMOVE),
    (Qt.Key.Key_F5, _NONE): (Action.TRY_AGAIN, Action.SEND_AGAIN, Action.RESUME),
    (Qt.Key.Key_Return, _NONE): (Action.DETAILS,),
    (Qt.Key.Key_Enter, _NONE): (Action.DETAILS,),
    (Qt.Key.Key_Return, _CONTROL): (Action.SHOW_IN_FOLDER,),
    (Qt.Key.Key_Enter, _CONTROL): (Action.SHOW_IN_FOLDER,),
    (Qt.Key.Key_C, _CONTROL): (Action.COPY_TEXT, Action.COPY_PICTURE),
    (Qt.Key.Key_Up, _CONTROL): (Action.MOVE_UP,),
    (Qt.Key.Key_Down, _CONTROL): (Action.MOVE_DOWN,),
}
"""What a key does to the current transfer: the first that can be done."""


class TransferListView(QTableView):
    """Shows a TransferListModel."""

    action_requested = Signal(object, object)  # Action, Transfer

    def __init__(
        self, theme: Theme, model: TransferListModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._delegate = TransferListDelegate(theme, self)
        self._hovered = -1
        self._buttons = RowButtons(theme, self.viewport())
        self._buttons.action_requested.connect(self.action_requested)
        self.setObjectName("queue")
        self.setAccessibleName(translate("TransferList", "Transfers"))
        self._set_up_table()
        self.setModel(model)
        self.dragging = RowDragging(self.viewport(), self._transfer_at)
        self.setItemDelegate(self._delegate)
        for changed in (model.rowsInserted, model.rowsRemoved):
            changed.connect(self._rows_changed)
        model.rowsMoved.connect(self._rows_moved)
        model.modelReset.connect(self._lay_out)
        model.dataChanged.connect(self._data_changed)
        model.looks_changed.connect(self._looks_changed)
        self.selectionModel().currentChanged.connect(lambda *_: self._place_buttons())
        theme.changed.connect(self._lay_out)
        self._lay_out()

    def repaint_rows(self, positions: list[int]) -> None:
        """Paint some rows anew, where they are seen."""
        area = self.viewport().rect()
        for position in positions:
            box = self.visualRect(self._model.index(position, 0))
            if box.intersects(area):
                self.viewport().update(box)

    def advance_restless_bars(self, step: float) -> None:
        """Move the bars that cannot tell how far they are."""
        self._delegate.phase = (self._delegate.phase + step) % 1.0
        self.viewport().update()

    def show_transfer(self, transfer_id: TransferId) -> None:
        """Scroll to a transfer."""
        position = self._model.position_of(transfer_id)
        if position >= 0:
            self.scrollTo(self._model.index(position, 0))

    def current_row(self) -> TransferRow | None:
        """Return the row that keys act on."""
        return self._row_at(self.currentIndex())

    def place_of(self, transfer_id: TransferId) -> QPoint:
        """Return where on the screen a transfer's row is."""
        index = self._model.index(self._model.position_of(transfer_id), 0)
        return self.viewport().mapToGlobal(self.visualRect(index).center())

    # --- what Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pause, cancel, remove, move, try again or show from the keyboard."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        wanted = KEYS.get((Qt.Key(event.key()), modifiers))
        row = self._row_at(self.currentIndex())
        if wanted is None or row is None:
            super().keyPressEvent(event)
            return
        possible = actions_of(row.transfer, row.neighbours, row.person.obstacle)
        for action in wanted:
            if action in possible:
                self.action_requested.emit(action, row.transfer)
                return

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a transfer."""
        is_by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if is_by_key else self.indexAt(event.pos())
        row = self._row_at(index)
        if row is None:
            return
        menu = transfer_menu(self, row, self.action_requested.emit)
        place = self.visualRect(index).center() if is_by_key else event.pos()
        menu.popup(self.viewport().mapToGlobal(place))

    def viewportEvent(self, event: QEvent) -> bool:
        """Bring the buttons to the row on which the pointer arrives, be it without a move."""
        if isinstance(event, QEnterEvent):
            self._hover(self.indexAt(event.position().toPoint()).row())
        return super().viewportEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Bring the buttons to the row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """Give the buttons back to the current row."""
        super().leaveEvent(event)
        self._hover(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, too: a scroll then moves what is there, and paints what comes alone."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.palette.window)
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons at their place."""
        super().resizeEvent(event)
        self._place_buttons()

    def updateGeometries(self) -> None:
        """Keep the buttons at their place."""
        super().updateGeometries()
        self._place_buttons()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Keep the buttons at their place."""
        super().scrollContentsBy(dx, dy)
        self._place_buttons()

    # --- layout

    def _set_up_table(self) -> None:
        set_up_rows(self)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def _lay_out(self) -> None:
        header = self.verticalHeader()
        header.setDefaultSectionSize(self._delegate.height(None))
        # What is over is as high as rows are by default.
        for position in range(min(self._model.first_finished(), self._model.rowCount())):
            self._set_height(position)
        self._place_buttons()
        self.viewport().update()

    def _rows_changed(self, _parent: QModelIndex, first: int, last: int) -> None:
        for position in range(first, min(last + 1, self._model.rowCount())):
            self._set_height(position)
        self._hovered = -1
        self._place_buttons()

    def _rows_moved(
        self, parent: QModelIndex, first: int, last: int, _target: QModelIndex, place: int
    ) -> None:
        """Give every row between the two places its own height."""
        self._rows_changed(parent, min(first, place), max(last, place))

    def _data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        """Make room for a bar that has come, or take back that of one that has gone."""
        for position in range(first.row(), last.row() + 1):
            self._set_height(position)
        self._place_buttons()

    def _looks_changed(self) -> None:
        self._place_buttons()
        self.viewport().update()

    def _set_height(self, position: int) -> None:
        height = self._delegate.height(self._model.row_at(position))
        if self.rowHeight(position) != height:
            self.setRowHeight(position, height)

    # --- the buttons

    def _hover(self, position: int) -> None:
        if position != self._hovered:
            self._hovered = position
            self._place_buttons()

    def _place_buttons(self) -> None:
        position = self._hovered if self._hovered >= 0 else self.currentIndex().row()
        row = self._model.row_at(position) if position >= 0 else None
        if not isinstance(row, TransferRow):
            self._overlay(-1)
            self._buttons.hide()
            return
        bounds = self.visualRect(self._model.index(position, 0))
        boxes = self._delegate.boxes(bounds, row)
        direction = self.layoutDirection()
        places = [QStyle.visualRect(direction, bounds, box) for box in boxes.buttons]
        self._overlay(position)
        self._buttons.lie_over(row, places)

    def _overlay(self, position: int) -> None:
        if self._delegate.overlaid_row != position:
            self._delegate.overlaid_row = position
            self.viewport().update()

    def _transfer_at(self, place: QPoint) -> Transfer | None:
        row = self._row_at(self.indexAt(place))
        return None if row is None else row.transfer

    def _row_at(self, index: QModelIndex) -> TransferRow | None:
        row = self._model.row_at(index.row()) if index.isValid() else None
        return row if isinstance(row, TransferRow) else None
