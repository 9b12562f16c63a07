"""How fast a transfer goes: a small graph of the last seconds, with the same in figures."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from byhand import wording
from byhand.domain.text import filled, joined
from byhand.gui.speed_log import SECONDS_SHOWN, Speeds
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import text_label

WIDTH = 210
ANY_WIDTH = (1 << 24) - 1
"""What Qt takes for no limit."""
HEIGHT, COMPACT_HEIGHT = 72, 30
LINE = 2.0
HEADROOM = 1.15
"""The highest speed does not touch the edge."""


class SpeedGraph(QWidget):
    """Draws speeds by seconds, the newest at the end of the reading direction."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._speeds = Speeds()
        self.setObjectName("speed-graph")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return a size that shows every second."""
        return QSize(2 * SECONDS_SHOWN, HEIGHT)

    def show_speeds(self, speeds: Speeds) -> None:
        """Draw other speeds, and say the same to whoever does not see them."""
        self._speeds = speeds
        self.setAccessibleName(translate("SpeedGraph", "Speed"))
        self.setAccessibleDescription(spoken_speeds(speeds))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the baseline, the average and the course."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        colours, box = self._theme.palette, QRectF(self.rect()).adjusted(1, 2, -1, -1.5)
        painter.setPen(QPen(colours.border_strong, 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        points = course(self._speeds, box)
        if len(points) > 1:
            self._paint_average(painter, box)
            self._paint_course(painter, box, points)
        painter.end()

    def _paint_average(self, painter: QPainter, box: QRectF) -> None:
        y = _height(self._speeds, self._speeds.average, box)
        pen = QPen(self._theme.palette.control, 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

    def _paint_course(self, painter: QPainter, box: QRectF, points: list[QPointF]) -> None:
        line = QPainterPath(points[0])
        for point in points[1:]:
            line.lineTo(point)
        area = QPainterPath(line)
        area.lineTo(points[-1].x(), box.bottom())
        area.lineTo(points[0].x(), box.bottom())
        area.closeSubpath()
        accent = self._theme.palette.accent
        fill = QColor(accent)
        fill.setAlphaF(0.16)
        painter.fillPath(area, fill)
        pen = QPen(accent, LINE)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.strokePath(line, pen)


class SpeedPanel(QWidget):
    """The graph, the speed now, the average and the highest; below it why it is not faster."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        fonts = theme.fonts
        self.setObjectName("speed-panel")
        self.graph = SpeedGraph(theme)
        self._now = text_label(fonts.strong_figures)
        self._now.setObjectName("speed-now")
        self._rest = text_label(fonts.figures, "", "secondary", wraps=True)
        self._rest.setObjectName("speed-rest")
        self._reason = text_label(fonts.small, "", "secondary", wraps=True)
        self._reason.setObjectName("speed-reason")
        self._reason.hide()
        self._separator = "\n"
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._parts.setSpacing(4)
        self._parts.addWidget(self._now)
        self._parts.addWidget(self.graph, 1)
        self._parts.addWidget(self._rest)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._parts)
        layout.addWidget(self._reason)
        layout.addStretch(1)
        self.set_compact(False)

    def set_compact(self, is_compact: bool) -> None:
        """Take one low line over the whole width, or a column."""
        direction = QBoxLayout.Direction
        self._separator = " · " if is_compact else "\n"
        self._parts.setDirection(direction.LeftToRight if is_compact else direction.TopToBottom)
        self._parts.setSpacing(16 if is_compact else 4)
        for label in (self._rest, self._reason):
            label.setWordWrap(not is_compact)
        vertical = QSizePolicy.Policy.Maximum if is_compact else QSizePolicy.Policy.Preferred
        self.setSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        self.graph.setFixedHeight(COMPACT_HEIGHT if is_compact else HEIGHT)
        if is_compact:
            self.setMinimumWidth(0)
            self.setMaximumWidth(ANY_WIDTH)
        else:
            self.setFixedWidth(WIDTH)

    def show_speeds(self, speeds: Speeds, *, is_moving: bool) -> None:
        """Show how fast it goes, or went."""
        self.graph.show_speeds(speeds)
        self._now.setText(wording.speed(speeds.now, translate) if is_moving else "")
        self._now.setVisible(is_moving)
        self._rest.setText(joined(_average_parts(speeds), self._separator))

    def show_reason(self, text: str) -> None:
        """Say what keeps it from going faster; "" for nothing."""
        self._reason.setText(text)
        self._reason.setVisible(bool(text))


def spoken_speeds(speeds: Speeds) -> str:
    """Return what the graph shows: "now 41.8 MB/s, average 38.2 MB/s, highest 52.0 MB/s"."""
    now = filled(translate("SpeedGraph", "now {speed}"), speed=wording.speed(speeds.now, translate))
    return joined((now, *_average_parts(speeds)), ", ")


def course(speeds: Speeds, box: QRectF) -> list[QPointF]:
    """Return where the line goes through: the newest second at the right edge."""
    step = box.width() / (SECONDS_SHOWN - 1)
    first = SECONDS_SHOWN - len(speeds.recent)
    return [
        QPointF(box.left() + (first + place) * step, _height(speeds, speed, box))
        for place, speed in enumerate(speeds.recent)
    ]


def _height(speeds: Speeds, speed: float, box: QRectF) -> float:
    highest = max(max(speeds.recent, default=0.0), speeds.average) * HEADROOM
    return box.bottom() - box.height() * speed / highest if highest else box.bottom()


def _average_parts(speeds: Speeds) -> tuple[str, str]:
    average = translate("SpeedGraph", "average {speed}")
    highest = translate("SpeedGraph", "highest {speed}")
    return (
        filled(average, speed=wording.speed(speeds.average, translate)),
        filled(highest, speed=wording.speed(speeds.highest, translate)),
    )
