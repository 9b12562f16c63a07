"""Icons coloured by token, kept ready as pixmaps."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from byhand.resources import resource_path


class Icons:
    """Draws the line icons of `resources/icons`; every file is read when this is made."""

    def __init__(self, stroke: float) -> None:
        folder = resource_path("icons")
        self._sources = {path.stem: path.read_text("utf-8") for path in folder.glob("*.svg")}
        self._stroke = stroke
        self._pixmaps: dict[tuple[str, int, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
        """Return an icon of `size` logical pixels; KeyError for a name that does not exist."""
        key = (name, colour.rgba(), size, ratio)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = self._rendered(name, colour, size, ratio)
        return found

    def icon(self, name: str, colour: QColor, size: int, disabled: QColor | None = None) -> QIcon:
        """Return an icon for a button, sharp on plain and on double-density screens."""
        icon = QIcon()
        for ratio in (1.0, 2.0):
            icon.addPixmap(self.pixmap(name, colour, size, ratio))
            if disabled is not None:
                faded = self.pixmap(name, disabled, size, ratio)
                icon.addPixmap(faded, QIcon.Mode.Disabled)
        return icon

    def _rendered(self, name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
        source = self._sources[name]
        source = source.replace("currentColor", colour.name())
        source = source.replace('stroke-width="2"', f'stroke-width="{self._stroke}"')
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setOpacity(colour.alphaF())
        renderer = QSvgRenderer(QByteArray(source.encode()))
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        return pixmap
