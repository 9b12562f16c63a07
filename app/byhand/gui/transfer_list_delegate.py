"""How the queue's rows are drawn."""

from msgspec import Struct
from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from byhand.domain.transfer import Direction, TransferState
from byhand.gui.canvas import Canvas
from byhand.gui.friend_list_model import ROW_ROLE, AnyIndex
from byhand.gui.painting import draw_bar
from byhand.gui.palette import mixed
from byhand.gui.queue_rows import HeadingRow, QueueRow
from byhand.gui.scroll_bar import GUTTER
from byhand.gui.shown_transfer import TransferRow
from byhand.gui.theme import Theme
from byhand.gui.transfer_actions import action_icon
from byhand.gui.transfer_row import has_bar, percent_text

AVATAR_GAP = 16
SMALL_ICON = 16
ICON_GAP = 7
NAME_GAP = 9
FADED = 0.6
RESTLESS_SHARE = 0.28


class RowBoxes(Struct, frozen=True):
    """Where the parts of a transfer's row lie, for left-to-right reading."""

    card: QRect
    avatar: QRect
    first: QRect
    second: QRect
    figures: QRect
    bar: QRect
    percent: QRect
    buttons: tuple[QRect, ...]


class TransferListDelegate(QStyledItemDelegate):
    """Draws headings and transfers; the buttons of `overlaid_row` are real ones laid over it."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.overlaid_row = -1
        self.phase = 0.0

    def height(self, row: QueueRow | None) -> int:
        """Return a row's height, the gap below it included."""
        fonts, metrics = self._theme.fonts, self._theme.metrics
        match row:
            case HeadingRow():
                return fonts.small.height + 24
            case TransferRow() if has_bar(row.transfer):
                return self._card_height() + self._bar_room() + metrics.card_gap
            case _:
                return self._card_height() + metrics.card_gap

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return a row's size."""
        return QSize(200, self.height(index.data(ROW_ROLE)))

    def boxes(self, bounds: QRect, row: TransferRow) -> RowBoxes:
        """Return where a row's parts lie."""
        fonts, metrics = self._theme.fonts, self._theme.metrics
        card = bounds.adjusted(0, 0, GUTTER - metrics.page_margin, -metrics.card_gap)
        pad = metrics.card_padding_horizontal
        lines = fonts.strong.height + fonts.small.height + 1
        bar_room = self._bar_room() if has_bar(row.transfer) else 0
        top = card.top() + (card.height() - bar_room - lines) // 2
        avatar = QRect(
            card.left() + pad + 1, card.top(), metrics.avatar_queue, metrics.avatar_queue
        )
        avatar.moveTop(
            card.top() + (card.height() - bar_room * 2 // 3 - metrics.avatar_queue + 1) // 2
        )
        buttons = self._buttons(card, row, top + lines // 2)
        end = min([button.left() for button in buttons], default=card.right() - pad) - 12
        figures = QRect(end - self._figures_width(), top, self._figures_width(), lines)
        has_figures = any(row.look.figures) or bool(row.look.stamp)
        text_end = figures.left() - 8 if has_figures else end
        left = avatar.right() + 1 + AVATAR_GAP
        first = QRect(left, top, text_end - left, fonts.strong.height)
        second = QRect(left, first.bottom() + 2, text_end - left, fonts.small.height)
        percent_width = fonts.figures.width("100%") + 2
        middle = second.bottom() + (card.bottom() - second.bottom()) // 2
        percent = QRect(0, 0, percent_width, fonts.small.height)
        percent.moveCenter(QRect(0, middle - 1, 1, 1).center())
        percent.moveRight(card.right() - pad)
        bar = QRect(left, middle - 2, percent.left() - 10 - left, metrics.bar)
        return RowBoxes(card, avatar, first, second, figures, bar, percent, buttons)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one row."""
        painter.save()
        canvas = Canvas.for_row(painter, self._theme, option)
        match index.data(ROW_ROLE):
            case HeadingRow() as row:
                self._paint_heading(canvas, row)
            case TransferRow() as row:
                is_overlaid = index.row() == self.overlaid_row
                self._paint_transfer(canvas, option.state, row, is_overlaid)
        painter.restore()

    def _paint_transfer(
        self, canvas: Canvas, state: QStyle.StateFlag, row: TransferRow, is_overlaid: bool
    ) -> None:
        boxes = self.boxes(canvas.bounds, row)
        fill = self._paint_card(canvas, boxes, state, row)
        self._paint_avatar(canvas, boxes, row, fill)
        self._paint_lines(canvas, boxes, row)
        self._paint_figures(canvas, boxes, row)
        self._paint_bar(canvas, boxes, row)
        if not is_overlaid:
            self._paint_buttons(canvas, boxes, row)

    def _paint_heading(self, canvas: Canvas, row: HeadingRow) -> None:
        fonts, ink = self._theme.fonts, self._theme.palette.text_secondary
        box = canvas.bounds.adjusted(4, 0, -4, 0)
        canvas.text(box, fonts.small_strong, ink, row.text)
        box.setLeft(box.left() + fonts.small_strong.width(row.text) + 9)
        canvas.text(box, fonts.small, ink, str(row.count))

    def _paint_card(
        self, canvas: Canvas, boxes: RowBoxes, state: QStyle.StateFlag, row: TransferRow
    ) -> QColor:
        """Draw the card for its state and return its colour."""
        colours, radius = self._theme.palette, self._theme.metrics.radius_card
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        fill = colours.accent_soft if is_selected else colours.surface
        border, width = colours.border, 1.0
        if row.transfer.state is TransferState.FAILED:
            border = colours.bad_border
        elif is_selected:
            border = mixed(colours.accent_soft, colours.accent, 0.3)
        elif state & QStyle.StateFlag.State_MouseOver:
            border = colours.border_strong
        if is_selected and state & QStyle.StateFlag.State_HasFocus:
            border, width = colours.accent, 2.0
        canvas.card(boxes.card, radius, fill, border, width)
        return fill

    def _paint_avatar(
        self, canvas: Canvas, boxes: RowBoxes, row: TransferRow, behind: QColor
    ) -> None:
        colours, size = self._theme.palette, self._theme.metrics.badge
        opacity = FADED if row.look.is_dimmed else 1.0
        canvas.avatar(boxes.avatar, row.person.name, row.transfer.friend_id, opacity)
        is_incoming = row.transfer.direction is Direction.INCOMING
        badge = QRect(0, 0, size, size)
        badge.moveCenter(boxes.avatar.bottomRight())
        badge.translate(-4, -4)
        spot = QRectF(canvas.place(badge))
        canvas.painter.setPen(Qt.PenStyle.NoPen)
        canvas.painter.setBrush(behind)
        canvas.painter.drawEllipse(spot.adjusted(-0.5, -0.5, 0.5, 0.5))
        canvas.painter.setBrush(colours.badge)
        canvas.painter.drawEllipse(spot.adjusted(1.5, 1.5, -1.5, -1.5))
        canvas.painter.setPen(_round_pen(colours.on_badge))
        tip = 3.2 if is_incoming else -3.2
        middle = spot.center()
        point = middle + QPointF(0, tip)
        canvas.painter.drawLine(middle - QPointF(0, tip), point)
        canvas.painter.drawLine(point, point + QPointF(-3, -tip * 0.94))
        canvas.painter.drawLine(point, point + QPointF(3, -tip * 0.94))

    def _paint_lines(self, canvas: Canvas, boxes: RowBoxes, row: TransferRow) -> None:
        colours, fonts, look = self._theme.palette, self._theme.fonts, row.look
        first, second = boxes.first, boxes.second
        ink = colours.text_secondary if look.is_dimmed else colours.text
        canvas.icon(
            look.kind_icon, colours.text_secondary, first.left(), first.center().y() + 1, SMALL_ICON
        )
        left = first.left() + SMALL_ICON + ICON_GAP
        room = first.right() - left
        person_width = min(fonts.body.width(look.person), room * 2 // 5)
        title_width = min(fonts.strong.width(look.title) + 1, room - person_width - NAME_GAP)
        title = QRect(left, first.top(), title_width, first.height())
        canvas.file_name(title, fonts.strong, ink, look.title)
        person_left = title.right() + NAME_GAP
        person = QRect(person_left, first.top(), first.right() - person_left, first.height())
        canvas.text(person, fonts.body, colours.text_secondary, look.person)
        tint = colours.ink(look.tone)
        if look.line_icon:
            canvas.icon(
                look.line_icon, tint, second.left() + 1, second.center().y() + 1, SMALL_ICON - 1
            )
            second = second.adjusted(SMALL_ICON + ICON_GAP, 0, 0, 0)
        canvas.text(second, fonts.figures, tint, look.line)

    def _paint_figures(self, canvas: Canvas, boxes: RowBoxes, row: TransferRow) -> None:
        colours, fonts = self._theme.palette, self._theme.fonts
        speed, left = row.look.figures
        box = boxes.figures
        if row.look.stamp:
            canvas.text(box, fonts.figures, colours.text_tertiary, row.look.stamp, at_end=True)
        top = QRect(box.left(), box.top(), box.width(), fonts.strong.height)
        canvas.text(top, fonts.strong_figures, colours.text, speed, at_end=True)
        below = QRect(box.left(), boxes.second.top(), box.width(), fonts.small.height)
        canvas.text(below, fonts.figures, colours.text_secondary, left, at_end=True)

    def _paint_bar(self, canvas: Canvas, boxes: RowBoxes, row: TransferRow) -> None:
        bar = row.look.bar
        if bar is None:
            return
        colours, fonts = self._theme.palette, self._theme.fonts
        start, end = 0.0, row.fraction or 0.0
        if bar.fraction is None:
            start = self.phase * (1 + RESTLESS_SHARE) - RESTLESS_SHARE
            start, end = max(0.0, start), min(1.0, start + RESTLESS_SHARE)
        place = QRectF(canvas.place(boxes.bar))
        if canvas.place(QRect(boxes.bar.topLeft(), QSize(1, 1))).left() > place.center().x():
            start, end = 1.0 - end, 1.0 - start
        fill = colours.fill(bar.tone)
        stripes = mixed(fill, colours.track, 0.5) if bar.is_striped else None
        draw_bar(canvas.painter, place, (start, end), fill, colours.track, stripes)
        canvas.text(
            boxes.percent,
            fonts.figures,
            colours.text_secondary,
            percent_text(row.fraction) if row.look.percent else "",
            at_end=True,
        )

    def _paint_buttons(self, canvas: Canvas, boxes: RowBoxes, row: TransferRow) -> None:
        colours, size = self._theme.palette, self._theme.metrics.icon
        for action, box in zip(row.look.actions, boxes.buttons, strict=True):
            left = box.left() + (box.width() - size) // 2
            is_bad = row.transfer.state is TransferState.FAILED and action is row.look.actions[0]
            has_way_out = is_bad and len(row.look.actions) > 1
            ink = colours.bad if has_way_out else colours.text_secondary
            canvas.icon(action_icon(action), ink, left, box.center().y() + 1, size)

    def _buttons(self, card: QRect, row: TransferRow, middle: int) -> tuple[QRect, ...]:
        size = self._theme.metrics.hit_target
        right = card.right() - self._theme.metrics.card_padding_horizontal + 3
        count = len(row.look.actions)
        lefts = [right - (size + 2) * (count - number) + 2 for number in range(count)]
        return tuple(QRect(left, middle - size // 2, size, size) for left in lefts)

    def _bar_room(self) -> int:
        return self._theme.fonts.small.height + 3

    def _figures_width(self) -> int:
        fonts = self._theme.fonts
        return max(fonts.strong_figures.width("888.8 MB/s"), fonts.figures.width("88 min left")) + 4

    def _card_height(self) -> int:
        fonts, metrics = self._theme.fonts, self._theme.metrics
        lines = fonts.strong.height + fonts.small.height + 1
        return max(lines, metrics.avatar_queue - 7) + 2 * metrics.card_padding_vertical


def _round_pen(colour: QColor) -> QPen:
    pen = QPen(colour, 1.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen
