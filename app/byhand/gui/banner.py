"""The line on top that tells what is wrong with the network here; it goes by itself."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from byhand.domain.events import Trouble
from byhand.domain.text import filled
from byhand.gui.painting import draw_tile
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import IconLabel, push_button, text_label

GAP_BELOW = 10
"""It belongs to the banner: when that goes, nothing is left."""
GRAVEST_FIRST = (Trouble.OFFLINE, Trouble.NO_DISCOVERY, Trouble.OTHER_PORT)


class Banner(QWidget):
    """Shows the gravest of the present troubles, and a button where the user can do something."""

    settings_requested = Signal()
    why_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("banner")
        self._icon = IconLabel(theme, "wifi-off", "text_secondary", 16)
        self._text = text_label(theme.fonts.small, "", "secondary", wraps=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8 + GAP_BELOW)
        layout.setSpacing(10)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        self._act = push_button("", "link")
        self._act.setObjectName("banner-act")
        self._act.clicked.connect(self._say_act)
        layout.addWidget(self._act)
        self._shown: Trouble | None = None
        theme.changed.connect(self.update)
        self.hide()

    def show_troubles(self, troubles: frozenset[Trouble], port: int) -> None:
        """Show what is wrong; nothing when nothing is."""
        present = [trouble for trouble in GRAVEST_FIRST if trouble in troubles]
        self.setVisible(bool(present))
        self._shown = present[0] if present else None
        if not present:
            return
        is_offline = present[0] is Trouble.OFFLINE
        verb = _verb(present[0])
        self._act.setText(verb)
        self._act.setVisible(bool(verb))
        self._icon.set_icon("wifi-off" if is_offline else "info", "text_secondary")
        self._text.setText(_sentence(present[0], port))
        self.setAccessibleName(self._text.text())

    def _say_act(self) -> None:
        is_port = self._shown is Trouble.OTHER_PORT
        (self.settings_requested if is_port else self.why_requested).emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the banner's tile."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect().adjusted(0, 0, 0, -GAP_BELOW))
        draw_tile(painter, box, self._theme.metrics.radius_row, self._theme.palette.track)
        painter.end()


def _verb(trouble: Trouble) -> str:
    return {
        Trouble.OFFLINE: "",
        Trouble.NO_DISCOVERY: translate("Banner", "Why?"),
        Trouble.OTHER_PORT: translate("Banner", "Settings"),
    }[trouble]


def _sentence(trouble: Trouble, port: int) -> str:
    match trouble:
        case Trouble.OFFLINE:
            return translate("Banner", "You're offline — continues when you're back")
        case Trouble.NO_DISCOVERY:
            return translate(
                "Banner",
                "Can't look for people nearby (the network blocks it). Friends still work",
            )
        case Trouble.OTHER_PORT:
            text = translate("Banner", "Another program uses our port — using {port} instead")
            return filled(text, port=port)
