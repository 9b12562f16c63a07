"""Draws the cells of the table of files."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from byhand.gui.canvas import Canvas
from byhand.gui.cell_painting import is_focused, open_cell, paint_ring
from byhand.gui.files_model import Column, FileLook
from byhand.gui.fonts import Face
from byhand.gui.friend_list_model import ROW_ROLE
from byhand.gui.painting import draw_bar
from byhand.gui.theme import Theme
from byhand.gui.transfer_row import Tone, percent_text
from byhand.gui.translation import translate

MARGIN = 8
ICON = 16
GAP = 10
LEAST_NAME = 90
"""Narrower than that a name leaves no room for the folder beside it."""


class FilesDelegate(QStyledItemDelegate):
    """Where there is no column for it, how far a file is takes the place of where it stands."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.is_narrow = False

    def height(self) -> int:
        """Return the height of every row."""
        return max(self._theme.fonts.body.height, ICON) + 10

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return a cell's size."""
        return QSize(80, self.height())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell."""
        canvas = open_cell(painter, self._theme, option)
        if is_focused(self.parent(), index):
            last, column = Column.STATE if self.is_narrow else Column.PROGRESS, index.column()
            is_first, is_last = column == Column.NAME, column == last
            paint_ring(canvas, self._theme, is_first=is_first, is_last=is_last)
        look = index.data(ROW_ROLE)
        if isinstance(look, FileLook):
            self._paint_cell(canvas, Column(index.column()), look)
        elif index.column() == Column.NAME:
            box = canvas.bounds.adjusted(MARGIN + ICON + GAP, 0, -MARGIN, 0)
            text = translate("Files", "…")
            canvas.text(box, self._theme.fonts.body, self._theme.palette.text_tertiary, text)
        painter.restore()

    def _paint_cell(self, canvas: Canvas, column: Column, look: FileLook) -> None:
        match column:
            case Column.NAME:
                self._paint_name(canvas, look)
            case Column.SIZE:
                box = canvas.bounds.adjusted(MARGIN, 0, -MARGIN, 0)
                face, ink = self._theme.fonts.figures, self._theme.palette.text_secondary
                canvas.text(box, face, ink, look.size, at_end=True)
            case Column.STATE if self.is_narrow and look.fraction is not None:
                self._paint_progress(canvas, look.fraction)
            case Column.STATE:
                self._paint_state(canvas, look)
            case Column.PROGRESS if look.fraction is not None:
                self._paint_progress(canvas, look.fraction)

    def _paint_name(self, canvas: Canvas, look: FileLook) -> None:
        colours, fonts, bounds = self._theme.palette, self._theme.fonts, canvas.bounds
        left = bounds.left() + MARGIN
        canvas.icon(look.icon, colours.text_secondary, left, bounds.center().y() + 1, ICON)
        left += ICON + GAP
        face = fonts.strong if look.is_folder else fonts.body
        room = bounds.right() - MARGIN - left
        width = min(room, face.width(look.name) + 2)
        is_idle = look.tone is Tone.IDLE and not look.is_folder
        ink = colours.text_secondary if is_idle else colours.text
        name = QRect(left, bounds.top(), width, bounds.height())
        canvas.file_name(name, face, ink, look.name)
        rest = QRect(name.right() + 1 + GAP, bounds.top(), room - width - GAP, bounds.height())
        self._paint_beside(canvas, rest, look, fonts.small)

    def _paint_beside(self, canvas: Canvas, box: QRect, look: FileLook, face: Face) -> None:
        """Draw what is to be said of a file, or else the folder it lies in."""
        colours = self._theme.palette
        if look.remark:
            canvas.text(box, face, colours.warn, look.remark)
        elif look.place and not look.is_folder and box.width() >= LEAST_NAME:
            canvas.text(box, face, colours.text_tertiary, look.place)

    def _paint_state(self, canvas: Canvas, look: FileLook) -> None:
        colours, bounds = self._theme.palette, canvas.bounds
        left = bounds.left() + MARGIN
        if look.state_icon:
            ink = colours.ink(look.tone)
            canvas.icon(look.state_icon, ink, left, bounds.center().y() + 1, ICON - 2)
            left += ICON + 4
        box = QRect(left, bounds.top(), bounds.right() - MARGIN - left, bounds.height())
        tone = look.tone if look.tone in (Tone.BAD, Tone.ACCENT, Tone.IDLE) else Tone.PLAIN
        canvas.text(box, self._theme.fonts.small, colours.ink(tone), look.state)

    def _paint_progress(self, canvas: Canvas, fraction: float) -> None:
        colours, face, bounds = self._theme.palette, self._theme.fonts.figures, canvas.bounds
        text = percent_text(fraction)
        width = face.width("100%") + 4
        end = bounds.right() - MARGIN
        figure = QRect(end - width, bounds.top(), width, bounds.height())
        canvas.text(figure, face, colours.text_secondary, text, at_end=True)
        height = self._theme.metrics.bar - 2
        left = bounds.left() + MARGIN
        track = QRect(
            left, bounds.center().y() - height // 2 + 1, figure.left() - GAP - left, height
        )
        if track.width() > 2 * height:
            span = (0.0, fraction)
            place = canvas.place(track)
            if canvas.is_mirrored:
                span = (1.0 - fraction, 1.0)
            draw_bar(canvas.painter, QRectF(place), span, colours.accent, colours.track)
