"""Draws the cells of the table of those who receive the same."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from byhand.gui.cell_painting import is_focused, open_cell, paint_ring
from byhand.gui.group_model import Column
from byhand.gui.theme import Theme

MARGIN = 8


class GroupDelegate(QStyledItemDelegate):
    """Who it is stands at the start of a line, amounts at the ends of their columns."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell."""
        canvas = open_cell(painter, self._theme, option)
        column = Column(index.column())
        is_first, is_last = column is Column.WHO, column is Column.FROM_US
        if is_focused(self.parent(), index):
            paint_ring(canvas, self._theme, is_first=is_first, is_last=is_last)
        fonts, colours = self._theme.fonts, self._theme.palette
        box = canvas.bounds.adjusted(MARGIN, 0, -MARGIN, 0)
        face = fonts.body if is_first else fonts.figures
        ink = colours.text if is_first else colours.text_secondary
        canvas.text(box, face, ink, str(index.data()), at_end=not is_first)
        painter.restore()
