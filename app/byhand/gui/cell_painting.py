"""How the cells of a table that shows whole rows are drawn together."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from byhand.gui.canvas import Canvas
from byhand.gui.painting import draw_tile
from byhand.gui.palette import mixed
from byhand.gui.theme import Theme

RADIUS, RING = 5, 1.5
_State = QStyle.StateFlag


def open_cell(painter: QPainter, theme: Theme, option: QStyleOptionViewItem) -> Canvas:
    """Begin to draw a cell and what is behind it; the painter is to be restored at the end."""
    painter.save()
    painter.setClipRect(option.rect)
    canvas = Canvas.for_row(painter, theme, option)
    _paint_ground(canvas, theme, option.state)
    return canvas


def _paint_ground(canvas: Canvas, theme: Theme, state: QStyle.StateFlag) -> None:
    """Draw what is behind a cell of a row that is chosen or pointed at."""
    colours = theme.palette
    if state & _State.State_Selected:
        canvas.painter.fillRect(canvas.bounds, colours.accent_soft)
    elif state & _State.State_MouseOver:
        canvas.painter.fillRect(canvas.bounds, mixed(colours.surface, colours.track, 0.35))


def is_focused(view: QObject | None, index: QModelIndex | QPersistentModelIndex) -> bool:
    """Say whether a cell is in the row that the keyboard is at."""
    if not isinstance(view, QTableView) or not view.hasFocus():
        return False
    return view.currentIndex().row() == index.row()


def paint_ring(canvas: Canvas, theme: Theme, *, is_first: bool, is_last: bool) -> None:
    """Draw one ring round the whole row: each cell its part of it, the rest is cut off."""
    before = 0 if is_first else RADIUS
    behind = 0 if is_last else RADIUS
    box = canvas.place(canvas.bounds.adjusted(-before, 0, behind, 0))
    draw_tile(canvas.painter, QRectF(box), RADIUS, None, theme.palette.accent, RING)
