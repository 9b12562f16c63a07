"""A link as a QR code, drawn sharp at any size."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from byhand.gui.painting import draw_tile
from byhand.gui.theme import Theme

QUIET_MODULES = 4
MARK = 56
DARK = QColor("#1B1D22")
LIGHT = QColor("#FFFFFF")


class QrCode(QWidget):
    """Shows a text as a QR code; dark on light in every scheme, as cameras want it."""

    def __init__(self, theme: Theme, size: int) -> None:
        super().__init__()
        self._theme = theme
        self._modules: tuple[tuple[bool, ...], ...] = ()
        self._mark: tuple[str, str] | None = None
        self.setFixedSize(size, size)
        theme.changed.connect(self.update)

    def set_text(self, text: str) -> None:
        """Show another text; "" shows an empty card."""
        self._modules = _modules(text) if text else ()
        self._mark = None
        self.update()

    def is_open(self) -> bool:
        """Say whether a code is shown that leads somewhere."""
        return bool(self._modules) and self._mark is None

    def set_spent(self, icon: str, ink: str) -> None:
        """Show that the code leads nowhere any more: an icon in a colour in its place."""
        self._mark = icon, ink
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card and the code on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        fill = LIGHT if self.is_open() else self._theme.palette.surface
        radius = self._theme.metrics.radius_card
        draw_tile(painter, box, radius, fill, self._theme.palette.border)
        if self._mark is not None:
            self._draw_mark(painter, *self._mark)
        elif self.is_open():
            self._draw_modules(painter)
        painter.end()

    def _draw_mark(self, painter: QPainter, icon: str, ink: str) -> None:
        colour = getattr(self._theme.palette, ink)
        pixmap = self._theme.icons.pixmap(icon, colour, MARK, self.devicePixelRatioF())
        start = (self.width() - MARK) // 2
        painter.drawPixmap(start, start, pixmap)

    def _draw_modules(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(DARK)
        count = len(self._modules)
        ratio = self.devicePixelRatioF()
        # Whole device pixels a module: blurred edges cost cameras their certainty.
        module = int(self.width() * ratio / (count + 2 * QUIET_MODULES)) / ratio
        start = (self.width() - module * count) / 2
        start = round(start * ratio) / ratio
        for y, row in enumerate(self._modules):
            for x, is_dark in enumerate(row):
                if is_dark:
                    painter.drawRect(QRectF(start + x * module, start + y * module, module, module))


def _modules(text: str) -> tuple[tuple[bool, ...], ...]:
    import segno  # noqa: PLC0415 - 3 MB that most who open the window never need

    code = segno.make(text, error="m", micro=False)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)
