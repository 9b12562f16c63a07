"""The history's table: real columns, with real buttons over the row being used."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from byhand.gui.canvas import Canvas
from byhand.gui.drag_out import drag_files
from byhand.gui.history_actions import HistoryAction, action_text
from byhand.gui.history_buttons import HistoryButtons
from byhand.gui.history_columns import Column
from byhand.gui.history_model import HistoryModel
from byhand.gui.history_painter import HistoryPainter
from byhand.gui.history_row import HistoryRow
from byhand.gui.row_table import set_up_rows
from byhand.gui.theme import Theme
from byhand.gui.translation import translate

NARROW_IN_LINES = 34
"""A table narrower than so many lines of text are high says people and sizes below the names."""
NARROW_WITHOUT = frozenset({Column.PERSON, Column.SIZE})
SHARES = {Column.NAME: 7, Column.PERSON: 5, Column.RESULT: 8}
NARROW_SHARES = {Column.NAME: 4, Column.RESULT: 3}
"""How what is left of the width is shared out."""
LOOK_MS = 40
"""What a scroll leaves behind within this time is not asked for."""
_CONTROL = Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier
KEYS: dict[tuple[Qt.Key, Qt.KeyboardModifier], tuple[HistoryAction, ...]] = {
    (Qt.Key.Key_Delete, _NONE): (HistoryAction.FORGET,),
    (Qt.Key.Key_F5, _NONE): (HistoryAction.FETCH_AGAIN, HistoryAction.OFFER_AGAIN),
    (Qt.Key.Key_Return, _CONTROL): (HistoryAction.SHOW_IN_FOLDER,),
    (Qt.Key.Key_Enter, _CONTROL): (HistoryAction.SHOW_IN_FOLDER,),
}
"""What a key does to the current row: the first that can be done. Return does the likeliest."""


class HistoryView(QTableView):
    """Shows a HistoryModel."""

    action_requested = Signal(object, object)  # HistoryAction, HistoryItem

    def __init__(self, theme: Theme, model: HistoryModel) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self._painter = HistoryPainter(theme, self)
        self._buttons = HistoryButtons(theme, self, self._painter, self._act, self._open_menu)
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._want_what_is_seen)
        self.setObjectName("history")
        self.setAccessibleName(translate("History", "History"))
        self._set_up_table()
        self.setModel(model)
        for changed in (model.modelReset, model.told, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._look.start)
        model.rowsInserted.connect(self._keep_place)
        model.dataChanged.connect(lambda *_: self._place_buttons())
        model.modelReset.connect(self._start_at_top)
        self.selectionModel().currentChanged.connect(lambda *_: self._place_buttons())
        theme.changed.connect(self._lay_out)
        self._lay_out()

    def choose_first(self) -> None:
        """Make the newest transfer the current one, unless another is."""
        if not self.currentIndex().isValid() and self._model.rowCount() > 1:
            self.setCurrentIndex(self._model.index(1, Column.NAME))

    # --- what Qt tells

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows that need it, each as a whole."""
        painter = QPainter(self.viewport())
        first, last = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        last = self._model.rowCount() - 1 if last < 0 else last
        for position in range(max(0, first), last + 1):
            bounds = self._bounds(position)
            canvas = Canvas(painter, self._theme, bounds, self.layoutDirection())
            self._painter.paint(canvas, self._model.row_at(position), position)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ring the current row."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do the likeliest, show, offer, or take off the list from the keyboard."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        row = self._row_at(self.currentIndex())
        wanted = KEYS.get((key, modifiers), ())
        if row is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not modifiers:
            wanted = row.look.actions[:1] if row.look.actions[0] != HistoryAction.FORGET else ()
        elif not wanted or row is None:
            super().keyPressEvent(event)
            return
        assert row is not None
        for action in wanted:
            if action in row.look.actions:
                self._act(action, row)
                return

    def keyboardSearch(self, search: str) -> None:
        """Look for nothing: most rows are not here. The field above looks everywhere."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a transfer."""
        is_by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if is_by_key else self.indexAt(event.pos())
        row = self._row_at(index)
        if row is not None:
            place = self.visualRect(index).center() if is_by_key else event.pos()
            self._open_menu(row, self.viewport().mapToGlobal(place))

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the current transfer's files to another program."""
        row = self._row_at(self.currentIndex())
        if row is not None and row.known.there:
            drag_files(self, row.known.there)

    def viewportEvent(self, event: QEvent) -> bool:
        """Bring the buttons to the row on which the pointer arrives, be it without a move."""
        if isinstance(event, QEnterEvent):
            self._hover(self.rowAt(round(event.position().y())))
        return super().viewportEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Bring the buttons to the row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        """Give the buttons back to the current row."""
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the width, and look what is seen now."""
        super().resizeEvent(event)
        self._fit_columns()
        self._place_buttons()
        self._look.start()

    def updateGeometries(self) -> None:
        """Keep the buttons at their place."""
        super().updateGeometries()
        self._place_buttons()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Keep the buttons at their place, and look what is seen now."""
        super().scrollContentsBy(dx, dy)
        self._place_buttons()
        self._look.start()

    # --- pages

    def _want_what_is_seen(self) -> None:
        if self.isVisible() and self._model.rowCount():
            first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
            self._model.want(first, self._model.rowCount() - 1 if last < 0 else last)

    def _keep_place(self, _: QModelIndex, first: int, last: int) -> None:
        """Leave what is being read where it is when something comes above it."""
        bar = self.verticalScrollBar()
        height = self._painter.height()
        if bar.value() > 0 and first * height < bar.value():
            self.updateGeometries()
            bar.setValue(bar.value() + (last - first + 1) * height)

    def _start_at_top(self) -> None:
        self.scrollToTop()
        self._place_buttons()

    # --- layout

    def _set_up_table(self) -> None:
        set_up_rows(self)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(1)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(False)
        header.setFont(self._theme.fonts.small.font)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setCornerButtonEnabled(False)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)

    def _lay_out(self) -> None:
        self._fit_columns()
        self._place_buttons()
        self.viewport().update()

    def _fit_columns(self) -> None:
        width, painter = self.viewport().width(), self._painter
        painter.is_narrow = width < NARROW_IN_LINES * self._theme.fonts.body.height
        self._model.is_narrow = painter.is_narrow
        self.verticalHeader().setDefaultSectionSize(painter.height())
        shown = [each for each in Column if not (painter.is_narrow and each in NARROW_WITHOUT)]
        rest = max(0, width - sum(painter.width_of(column) for column in shown))
        shares = NARROW_SHARES if painter.is_narrow else SHARES
        painter.widths = {
            column: painter.width_of(column) + rest * shares.get(column, 0) // sum(shares.values())
            for column in shown
        }
        for column in Column:
            self.setColumnHidden(column, column not in shown)
            if column in shown:
                self.setColumnWidth(column, painter.widths[column])

    def _bounds(self, position: int) -> QRect:
        """Return where a row lies in the viewport."""
        top = self.rowViewportPosition(position)
        return QRect(0, top, self.viewport().width(), self.rowHeight(position))

    # --- the buttons

    def _hover(self, position: int) -> None:
        if position != self._painter.hovered_row:
            self._painter.hovered_row = position
            self._place_buttons()
            self.viewport().update()

    def _place_buttons(self) -> None:
        hovered = self._painter.hovered_row
        position = hovered if hovered >= 0 else self.currentIndex().row()
        row = self._model.row_at(position)
        if isinstance(row, HistoryRow):
            self._buttons.place(row, position, self._bounds(position))
        else:
            self._buttons.hide()

    def _act(self, action: HistoryAction, row: HistoryRow) -> None:
        self.action_requested.emit(action, row.item)

    def _open_menu(self, row: HistoryRow, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("history-menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in row.look.actions:
            if action is HistoryAction.FORGET:
                menu.addSeparator()
            entry = menu.addAction(action_text(action))
            entry.triggered.connect(lambda _=False, action=action: self._act(action, row))
        menu.popup(place)

    def _row_at(self, index: QModelIndex) -> HistoryRow | None:
        row = self._model.row_at(index.row()) if index.isValid() else None
        return row if isinstance(row, HistoryRow) else None
