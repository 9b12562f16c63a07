"""How the sidebar's rows are drawn."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from byhand.gui.avatars import draw_presence
from byhand.gui.canvas import Canvas
from byhand.gui.check_box import BOX, draw_check
from byhand.gui.friend_list_model import ROW_ROLE, AnyIndex
from byhand.gui.friend_list_rows import HeadingRow, NearbyRow, NoteRow
from byhand.gui.friend_row_words import fitting, invitation
from byhand.gui.palette import mixed
from byhand.gui.person_row import PersonRow, Standing
from byhand.gui.theme import Theme
from byhand.gui.translation import translate

FADED = 0.55
TILE_INSET = 8
COMPACT_INSET = 2
TILE_GAP = 3
TEXT_GAP = 12
SHIELD = 15
SIGN = 14
SIGN_GAP = 5


class FriendListDelegate(QStyledItemDelegate):
    """Draws people, headings and notes.

    `drop_target` is what files hover over, `fellow_targets` who would get them as well, `menu_row`
    where the button for more lies.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.drop_target = QPersistentModelIndex()
        self.fellow_targets: tuple[QPersistentModelIndex, ...] = ()
        self.menu_row = -1
        self.is_compact = False
        self.width = theme.metrics.sidebar_width

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return a row's height for its kind and the present fonts."""
        fonts, metrics = self._theme.fonts, self._theme.metrics
        match index.data(ROW_ROLE):
            case PersonRow() | NearbyRow():
                lines = fonts.strong.height + fonts.small.height
                return QSize(0, max(metrics.avatar_sidebar, lines + 3) + 20)
            case NoteRow(text=text) if not self.is_compact:
                room = QRect(0, 0, self.width - 2 * metrics.sidebar_margin, 1000)
                wrapped = fonts.small.metrics.boundingRect(room, _wrapping(), text)
                return QSize(0, wrapped.height() + 14)
            case HeadingRow() if not self.is_compact:
                return QSize(0, fonts.small.height + 22)
            case _:
                return QSize(0, TEXT_GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one row."""
        painter.save()
        canvas = Canvas.for_row(painter, self._theme, option)
        match index.data(ROW_ROLE):
            case PersonRow() as row:
                tick = index.data(Qt.ItemDataRole.CheckStateRole)
                end = self._end(canvas.bounds, index.row() == self.menu_row, tick)
                is_target = index == self.drop_target or index in self.fellow_targets
                self._paint_person(canvas, option.state, row, is_target, end)
                self._paint_tick(canvas, tick)
            case NearbyRow() as row:
                self._paint_nearby(canvas, option.state, row)
            case HeadingRow() as row if not self.is_compact:
                self._paint_heading(canvas, row)
            case NoteRow() as row if not self.is_compact:
                self._paint_note(canvas, row)
        painter.restore()

    def add_button(self, bounds: QRect) -> QRect:
        """Return where a nearby row's "Add" lies in the row, for left-to-right reading."""
        face = self._theme.fonts.small_strong
        height = face.height + 11
        box = QRect(0, 0, face.width(translate("FriendList", "Add")) + 24, height)
        box.moveCenter(bounds.center())
        box.moveRight(_tile(bounds).right() - 8)
        return box

    def menu_button(self, bounds: QRect) -> QRect:
        """Return where a person's button for more lies, for left-to-right reading."""
        size = self._theme.metrics.hit_target
        box = QRect(0, 0, size, size)
        box.moveCenter(bounds.center())
        box.moveRight(_tile(bounds).right() - 4)
        return box

    def tick_box(self, bounds: QRect) -> QRect:
        """Return where the box for a tick lies, for left-to-right reading."""
        box = QRect(0, 0, BOX, BOX)
        box.moveCenter(bounds.center())
        box.moveRight(_tile(bounds).right() - 10)
        return box

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: AnyIndex,
    ) -> bool:
        """Leave the pointer to the view: Qt looks for the box at another place."""
        if isinstance(event, QMouseEvent):
            return False
        return super().editorEvent(event, model, option, index)

    def _end(self, bounds: QRect, has_menu: bool, tick: Qt.CheckState | None) -> int:
        """Return where what is said of a person must end, for left-to-right reading."""
        if tick is not None:
            return self.tick_box(bounds).left() - 8
        if has_menu:
            return self.menu_button(bounds).left() - 4
        return _tile(bounds).right() - 8

    def _paint_tick(self, canvas: Canvas, tick: Qt.CheckState | None) -> None:
        if tick is not None:
            box = canvas.place(self.tick_box(canvas.bounds))
            draw_check(canvas.painter, self._theme, box, Qt.CheckState(tick))

    def _paint_person(
        self,
        canvas: Canvas,
        state: QStyle.StateFlag,
        row: PersonRow,
        is_target: bool,
        end: int,
    ) -> None:
        colours, fonts = self._theme.palette, self._theme.fonts
        behind = self._paint_tile(canvas, state, is_target)
        is_bright = row.presence.is_online or is_target or row.standing is Standing.CHANGED
        avatar = self._avatar_box(canvas.bounds)
        opacity = 1.0 if is_bright else FADED
        if row.is_computer:
            place = canvas.computer(avatar, row.key, opacity)
        else:
            place = canvas.avatar(avatar, row.name, row.key, opacity)
        draw_presence(canvas.painter, place, row.presence.is_online, colours, behind)
        if self.is_compact:
            self._paint_warning(canvas, avatar, row, behind)
            return
        first, second = self._lines(canvas.bounds, self._paint_badge(canvas, row.waiting, end))
        sign = self._trust_sign(row, is_bright)
        room = first.width() - (SHIELD + 8 if sign else 0)
        first.setWidth(min(fonts.strong.width(row.name) + 1, room))
        ink = colours.text if is_bright else colours.text_secondary
        canvas.text(first, fonts.strong, ink, row.name)
        if sign:
            canvas.icon(*sign, first.right() + 6, first.center().y() + 1, SHIELD)
        if is_target:
            canvas.text(
                second,
                fonts.small,
                colours.accent_text,
                invitation(row, 1 + len(self.fellow_targets)),
            )
        else:
            self._paint_line(canvas, second, row)

    def _trust_sign(self, row: PersonRow, is_bright: bool) -> tuple[str, QColor] | None:
        """Return the shield beside a name; words say who is not verified, unless others must."""
        colours = self._theme.palette
        if row.is_verified:
            return "shield-check", colours.ok if is_bright else colours.text_tertiary
        if row.is_unverified and row.icon:
            return "shield-alert", colours.warn
        return None

    def _paint_warning(self, canvas: Canvas, avatar: QRect, row: PersonRow, behind: QColor) -> None:
        """Draw what the line's words would say beside an avatar that stands alone."""
        if not row.icon:
            return
        box = QRect(0, 0, SIGN + 4, SIGN + 4)
        box.moveCenter(avatar.topRight())
        box.moveRight(min(box.right(), canvas.bounds.right() - 1))
        canvas.tile(box, box.height() / 2, behind)
        ink = self._theme.palette.ink(row.tone)
        canvas.icon(row.icon, ink, box.left() + 2, box.center().y() + 1, SIGN)

    def _paint_line(self, canvas: Canvas, box: QRect, row: PersonRow) -> None:
        """Draw the second line; where room is scarce, the names of computers give way."""
        colours, face = self._theme.palette, self._theme.fonts.small
        ink = colours.ink(row.tone)
        if row.icon:
            canvas.icon(row.icon, ink, box.left(), box.center().y() + 1, SIGN)
            box = box.adjusted(SIGN + SIGN_GAP, 0, 0, 0)
        head, line = fitting(row, face, box.width())
        if head:
            place = QRect(box.topLeft(), QSize(face.width(head) + 1, box.height()))
            canvas.text(place, face, colours.text_tertiary, head)
            box = box.adjusted(place.width(), 0, 0, 0)
        canvas.text(box, face, ink, line)

    def _paint_nearby(self, canvas: Canvas, state: QStyle.StateFlag, row: NearbyRow) -> None:
        colours, fonts = self._theme.palette, self._theme.fonts
        self._paint_tile(canvas, state, False)
        avatar = self._avatar_box(canvas.bounds)
        pen = QPen(colours.border_strong, 1.5)
        pen.setDashPattern([4, 2.5])
        canvas.painter.setPen(pen)
        canvas.painter.setBrush(colours.surface)
        canvas.painter.drawEllipse(QRectF(canvas.place(avatar)).adjusted(1, 1, -1, -1))
        size = self._theme.metrics.icon - 1
        left = avatar.left() + (avatar.width() - size) // 2
        canvas.icon("laptop", colours.text_secondary, left, avatar.center().y() + 1, size)
        if self.is_compact:
            return
        button = self.add_button(canvas.bounds)
        first, second = self._lines(canvas.bounds, button.left() - 6)
        canvas.text(first, fonts.strong, colours.text, row.name)
        line = translate("FriendList", "Not a friend yet")
        canvas.text(second, fonts.small, colours.text_secondary, line)
        share = 0.12 if state & QStyle.StateFlag.State_MouseOver else 0.0
        fill = mixed(colours.accent_soft, colours.accent, share)
        canvas.tile(button, button.height() / 2, fill)
        add = translate("FriendList", "Add")
        canvas.centred_text(button, fonts.small_strong, colours.accent_text, add)

    def _paint_heading(self, canvas: Canvas, row: HeadingRow) -> None:
        fonts, ink = self._theme.fonts, self._theme.palette.text_secondary
        margin = self._theme.metrics.sidebar_margin
        box = canvas.bounds.adjusted(margin, 0, -margin, 0)
        canvas.text(box, fonts.small_strong, ink, row.text)
        canvas.text(box, fonts.small, ink, row.remark, at_end=True)

    def _paint_note(self, canvas: Canvas, row: NoteRow) -> None:
        margin = self._theme.metrics.sidebar_margin
        canvas.painter.setFont(self._theme.fonts.small.font)
        canvas.painter.setPen(self._theme.palette.text_tertiary)
        box = canvas.bounds.adjusted(margin, 2, -margin, 0)
        canvas.painter.drawText(box, _wrapping(), row.text)

    def _paint_tile(self, canvas: Canvas, state: QStyle.StateFlag, is_target: bool) -> QColor:
        """Draw the row's background for its state and return its colour."""
        colours, radius = self._theme.palette, self._theme.metrics.radius_row
        box = _tile(canvas.bounds, COMPACT_INSET if self.is_compact else TILE_INSET)
        if is_target or state & QStyle.StateFlag.State_Selected:
            has_ring = is_target or bool(state & QStyle.StateFlag.State_HasFocus)
            ring = colours.accent if has_ring else None
            canvas.tile(box, radius, colours.accent_soft, ring, 2.0)
            return colours.accent_soft
        if state & QStyle.StateFlag.State_MouseOver:
            fill = mixed(colours.sidebar, colours.text, 0.05)
            canvas.tile(box, radius, fill)
            return fill
        return colours.sidebar

    def _avatar_box(self, bounds: QRect) -> QRect:
        size = self._theme.metrics.avatar_sidebar
        box = QRect(0, 0, size, size)
        box.moveCenter(bounds.center())
        if not self.is_compact:
            box.moveLeft(bounds.left() + self._theme.metrics.sidebar_margin)
        return box

    def _paint_badge(self, canvas: Canvas, count: int, end: int) -> int:
        """Draw how many transfers wait and return where the text must end."""
        if not count:
            return end
        colours, face = self._theme.palette, self._theme.fonts.small_strong
        text = str(count)
        height = face.height + 5
        box = QRect(0, 0, max(height, face.width(text) + 12), height)
        box.moveCenter(canvas.bounds.center())
        box.moveRight(end)
        canvas.tile(box, height / 2, colours.warn_soft)
        canvas.centred_text(box, face, colours.warn, text)
        return box.left() - 6

    def _lines(self, bounds: QRect, end: int) -> tuple[QRect, QRect]:
        """Return the boxes of the row's two lines of text."""
        fonts, metrics = self._theme.fonts, self._theme.metrics
        left = bounds.left() + metrics.sidebar_margin + metrics.avatar_sidebar + TEXT_GAP
        top = bounds.center().y() - (fonts.strong.height + fonts.small.height) // 2
        first = QRect(left, top, end - left, fonts.strong.height)
        return first, QRect(left, first.bottom() + 1, end - left, fonts.small.height)


def _tile(bounds: QRect, inset: int = TILE_INSET) -> QRect:
    return bounds.adjusted(inset, TILE_GAP, -inset, -TILE_GAP)


def _wrapping() -> int:
    return int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)
