"""How the rows of the history are drawn: each as a whole, which is far less work than by cells."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTableView

from byhand.domain.text import joined
from byhand.gui.canvas import Canvas
from byhand.gui.fonts import Face
from byhand.gui.history_actions import action_icon
from byhand.gui.history_columns import Column
from byhand.gui.history_row import DayRow, HistoryRow
from byhand.gui.palette import mixed
from byhand.gui.scroll_bar import GUTTER
from byhand.gui.stylesheet import CELL_PADDING, TABLE_EDGE
from byhand.gui.theme import Theme
from byhand.gui.translation import translate

PAD = CELL_PADDING
EDGE = TABLE_EDGE
ICON = 16
ICON_GAP = 7
BUTTON_GAP = 2
BUTTONS = 2
MORE = "ellipsis"


class HistoryPainter:
    """Draws headings and transfers; the buttons of `overlaid_row` are real ones laid over it."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        self._theme = theme
        self._view = view
        self._inset = theme.metrics.page_margin - GUTTER
        self.overlaid_row = -1
        self.hovered_row = -1
        self.is_narrow = False
        self.widths: dict[Column, int] = {}
        """Of the columns that are shown."""

    def height(self) -> int:
        """Return the height of every row; in a narrow table a name has a line below it."""
        fonts = self._theme.fonts
        lines = fonts.strong.height + (fonts.small.height - 4 if self.is_narrow else 0)
        return max(lines + 20, self._theme.metrics.hit_target + 8)

    def width_of(self, column: Column) -> int:
        """Return how wide a column has to be; 0 for what takes the rest."""
        fonts, size = self._theme.fonts, self._theme.metrics.hit_target
        match column:
            case Column.TIME:
                return EDGE + fonts.figures.width("88:88") + 2 + PAD
            case Column.WAY if self.is_narrow:
                return ICON + 2 * PAD
            case Column.WAY:
                words = translate("History", "Received"), translate("History", "Sent")
                head = fonts.small.width(translate("History", "Direction"))
                widest = max(fonts.small.width(word) for word in words) + ICON + ICON_GAP
                return max(widest, head) + 2 * PAD
            case Column.SIZE:
                return fonts.figures.width("888.8 MB") + 2 * PAD
            case Column.ACTIONS:
                return BUTTONS * (size + BUTTON_GAP) + EDGE - PAD + self._inset
            case _:
                return 0

    def cells(self, bounds: QRect) -> dict[Column, QRect]:
        """Return where the cells of a row lie, for left-to-right reading."""
        cells, left = {}, bounds.left()
        for column, width in self.widths.items():
            cells[column] = QRect(left, bounds.top(), width, bounds.height())
            left += width
        return cells

    def buttons(self, cell: QRect, row: HistoryRow) -> tuple[QRect, ...]:
        """Return where a row's buttons lie in its last cell, for left-to-right reading."""
        size = self._theme.metrics.hit_target
        right = cell.right() + 1 - self._inset - EDGE + PAD
        top = cell.top() + (cell.height() - size) // 2
        count = len(button_icons(row))
        lefts = [right - (size + BUTTON_GAP) * (count - n) + BUTTON_GAP for n in range(count)]
        return tuple(QRect(left, top, size, size) for left in lefts)

    def paint(self, canvas: Canvas, row: DayRow | HistoryRow | None, position: int) -> None:
        """Draw what stands at a position."""
        if isinstance(row, DayRow):
            self._paint_day(canvas, row)
            return
        self._paint_tile(canvas, position)
        cells = self.cells(canvas.bounds)
        if isinstance(row, HistoryRow):
            self._paint_row(canvas, cells, row)
            if position != self.overlaid_row:
                self._paint_buttons(canvas, cells[Column.ACTIONS], row)
        else:
            text, ink = translate("History", "…"), self._theme.palette.text_tertiary
            canvas.text(_inner(cells[Column.NAME]), self._theme.fonts.body, ink, text)

    def _paint_day(self, canvas: Canvas, row: DayRow) -> None:
        fonts, ink = self._theme.fonts, self._theme.palette.text_secondary
        box = canvas.bounds.adjusted(EDGE, 6, -EDGE, 0)
        canvas.text(box, fonts.small_strong, ink, row.text)
        box.setLeft(box.left() + fonts.small_strong.width(row.text) + 9)
        canvas.text(box, fonts.small, ink, str(row.count))

    def _paint_tile(self, canvas: Canvas, position: int) -> None:
        colours, radius = self._theme.palette, self._theme.metrics.radius_row
        box = canvas.bounds.adjusted(0, 1, -self._inset, -1)
        if position == self._view.currentIndex().row():
            ring = colours.accent if self._view.hasFocus() else None
            canvas.tile(box, radius, colours.accent_soft, ring, 2.0)
        elif position == self.hovered_row:
            canvas.tile(box, radius, mixed(colours.window, colours.track, 0.6))
        else:
            line = QRect(box.left() + EDGE, canvas.bounds.bottom(), box.width() - 2 * EDGE, 1)
            canvas.painter.fillRect(canvas.place(line), colours.border)

    def _paint_row(self, canvas: Canvas, cells: dict[Column, QRect], row: HistoryRow) -> None:
        colours, fonts, look = self._theme.palette, self._theme.fonts, row.look
        quiet = colours.text_secondary
        time = cells[Column.TIME].adjusted(EDGE, 0, -PAD, 0)
        canvas.text(time, fonts.figures, quiet, look.time)
        word = "" if self.is_narrow else look.way
        _paint_sign(canvas, cells[Column.WAY], look.way_icon, quiet, word, fonts.small)
        self._paint_name(canvas, _inner(cells[Column.NAME]), row)
        if not self.is_narrow:
            canvas.text(_inner(cells[Column.PERSON]), fonts.body, quiet, look.person)
            size = _inner(cells[Column.SIZE])
            canvas.text(size, fonts.figures, quiet, look.size, at_end=True)
        ink = colours.ink(look.tone)
        result = cells[Column.RESULT]
        _paint_sign(canvas, result, look.result_icon, ink, look.result, fonts.small)

    def _paint_name(self, canvas: Canvas, box: QRect, row: HistoryRow) -> None:
        colours, fonts, look = self._theme.palette, self._theme.fonts, row.look
        quiet = colours.text_secondary
        if self.is_narrow:
            half = (fonts.strong.height + fonts.small.height) // 2
            first = QRect(box.left(), box.center().y() - half, box.width(), fonts.strong.height)
            second = QRect(box.left(), first.bottom() + 1, box.width(), fonts.small.height)
            canvas.text(second, fonts.figures, quiet, joined((look.person, look.size)))
            box = first
        canvas.icon(look.kind_icon, quiet, box.left(), box.center().y() + 1, ICON)
        box.setLeft(box.left() + ICON + ICON_GAP)
        ink = quiet if look.is_dimmed else colours.text
        canvas.file_name(box, fonts.strong, ink, look.title)

    def _paint_buttons(self, canvas: Canvas, cell: QRect, row: HistoryRow) -> None:
        ink, size = self._theme.palette.text_secondary, self._theme.metrics.icon
        for icon, box in zip(button_icons(row), self.buttons(cell, row), strict=True):
            left = box.left() + (box.width() - size) // 2
            canvas.icon(icon, ink, left, box.center().y() + 1, size)


def button_icons(row: HistoryRow) -> tuple[str, ...]:
    """Return the icons of a row's buttons: its likeliest action, and the way to the others."""
    first, *others = row.look.actions
    return (action_icon(first), MORE) if others else (action_icon(first),)


def _paint_sign(canvas: Canvas, cell: QRect, icon: str, ink: QColor, word: str, face: Face) -> None:
    box = _inner(cell)
    canvas.icon(icon, ink, box.left(), box.center().y() + 1, ICON - 1)
    box.setLeft(box.left() + ICON + ICON_GAP - 1)
    canvas.text(box, face, ink, word)


def _inner(cell: QRect) -> QRect:
    return cell.adjusted(PAD, 0, -PAD, 0)
