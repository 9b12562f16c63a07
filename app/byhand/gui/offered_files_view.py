"""The list in which files of an offer are chosen: a check box, a name and a size in each row."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from byhand.gui.canvas import Canvas
from byhand.gui.check_box import BOX, draw_check
from byhand.gui.friend_list_model import ROW_ROLE, AnyIndex
from byhand.gui.kind_icons import kind_icon
from byhand.gui.offered_files_model import OfferedFile, OfferedFilesModel
from byhand.gui.palette import mixed
from byhand.gui.row_table import set_up_rows
from byhand.gui.theme import Theme
from byhand.gui.translation import translate

MARGIN = 14
INDENT = 24
DEEPEST = 8
"""Deeper folders are indented no further."""
ICON = 16
GAP = 14
_CHECK_STATE = Qt.ItemDataRole.CheckStateRole


class OfferedFilesDelegate(QStyledItemDelegate):
    """Draws rows, and lets a click anywhere on one, or Space, choose it or leave it out."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def height(self) -> int:
        """Return the height of every row."""
        return max(self._theme.fonts.body.height, BOX) + 14

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return a row's size."""
        return QSize(200, self.height())

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: AnyIndex,
    ) -> bool:
        """Take a click or Space."""
        is_click = (
            isinstance(event, QMouseEvent)
            and event.type() is QEvent.Type.MouseButtonRelease
            and event.button() is Qt.MouseButton.LeftButton
            and option.rect.contains(event.position().toPoint())
        )
        is_key = isinstance(event, QKeyEvent) and event.key() in (
            Qt.Key.Key_Space,
            Qt.Key.Key_Select,
        )
        if not (is_click or is_key) or index.data(_CHECK_STATE) is None:
            return False
        is_chosen = Qt.CheckState(index.data(_CHECK_STATE)) is Qt.CheckState.Checked
        wanted = Qt.CheckState.Unchecked if is_chosen else Qt.CheckState.Checked
        return model.setData(index, wanted, _CHECK_STATE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one row."""
        painter.save()
        canvas = Canvas.for_row(painter, self._theme, option)
        self._paint_tile(canvas, option.state)
        row = index.data(ROW_ROLE)
        if isinstance(row, OfferedFile):
            self._paint_file(canvas, row)
        else:
            text = translate("Review", "…")
            box = canvas.bounds.adjusted(MARGIN + BOX + GAP, 0, -MARGIN, 0)
            canvas.text(box, self._theme.fonts.body, self._theme.palette.text_tertiary, text)
        painter.restore()

    def _paint_tile(self, canvas: Canvas, state: QStyle.StateFlag) -> None:
        colours, radius = self._theme.palette, self._theme.metrics.radius_button
        box = canvas.bounds.adjusted(4, 1, -4, -1)
        if state & QStyle.StateFlag.State_Selected:
            has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
            ring = colours.accent if has_focus else None
            canvas.tile(box, radius, colours.accent_soft if has_focus else None, ring, 1.5)
        elif state & QStyle.StateFlag.State_MouseOver:
            canvas.tile(box, radius, mixed(colours.surface, colours.track, 0.35))

    def _paint_file(self, canvas: Canvas, row: OfferedFile) -> None:
        colours, fonts, bounds = self._theme.palette, self._theme.fonts, canvas.bounds
        left = bounds.left() + MARGIN + INDENT * min(row.depth, DEEPEST)
        box = QRect(left, bounds.center().y() - BOX // 2 + 1, BOX, BOX)
        draw_check(canvas.painter, self._theme, canvas.place(box), row.check)
        left = box.right() + 1 + GAP
        icon = kind_icon(row.name, is_folder=row.is_folder)
        canvas.icon(icon, colours.text_secondary, left, bounds.center().y() + 1, ICON)
        size_width = fonts.figures.width(row.size) + 2 if row.size else 0
        end = bounds.right() - MARGIN
        size = QRect(end - size_width, bounds.top(), size_width, bounds.height())
        canvas.text(size, fonts.figures, colours.text_secondary, row.size, at_end=True)
        left += ICON + 10
        end = self._paint_remarks(canvas, row, size.left() - GAP)
        name = QRect(left, bounds.top(), end - left, bounds.height())
        face = fonts.strong if row.is_folder else fonts.body
        is_left_out = row.check is Qt.CheckState.Unchecked
        ink = colours.text_tertiary if is_left_out else colours.text
        canvas.file_name(name, face, ink, row.name)

    def _paint_remarks(self, canvas: Canvas, row: OfferedFile, end: int) -> int:
        """Draw what is to be said of a file, before its size; return where that begins."""
        face, colours = self._theme.fonts.small, self._theme.palette
        remarks = ((row.saved_as, colours.text_secondary), (row.tag, colours.warn))
        for text, colour in remarks:
            if text:
                left = end - min(face.width(text) + 2, canvas.bounds.width() // 2)
                box = QRect(left, canvas.bounds.top(), end - left, canvas.bounds.height())
                canvas.text(box, face, colour, text, at_end=True)
                end = left - GAP
        return end


class OfferedFilesView(QTableView):
    """Shows an OfferedFilesModel."""

    def __init__(self, theme: Theme, model: OfferedFilesModel) -> None:
        super().__init__()
        delegate = OfferedFilesDelegate(theme, self)
        self.setObjectName("offered-files")
        self.setAccessibleName(translate("Review", "Files"))
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        set_up_rows(self)
        self.verticalHeader().setDefaultSectionSize(delegate.height())
        self.setModel(model)
        self.setItemDelegate(delegate)
