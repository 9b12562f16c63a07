"""The line on top that tells what is wrong with the network here; it goes by itself."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from byhand.domain.events import Trouble
from byhand.domain.text import filled
from byhand.gui.painting import paint_tile
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import IconLabel, text_label

GRAVEST_FIRST = (Trouble.OFFLINE, Trouble.NO_DISCOVERY, Trouble.OTHER_PORT)


class Banner(QWidget):
    """Shows the gravest of the present troubles."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("banner")
        self._icon = IconLabel(theme, "wifi-off", "text_secondary", 16)
        self._text = text_label(theme.fonts.small, "", "secondary", wraps=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(10)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        theme.changed.connect(self.update)
        self.hide()

    def show_troubles(self, troubles: frozenset[Trouble], port: int) -> None:
        """Show what is wrong; nothing when nothing is."""
        present = [trouble for trouble in GRAVEST_FIRST if trouble in troubles]
        self.setVisible(bool(present))
        if not present:
            return
        is_offline = present[0] is Trouble.OFFLINE
        self._icon.set_icon("wifi-off" if is_offline else "info", "text_secondary")
        self._text.setText(_sentence(present[0], port))
        self.setAccessibleName(self._text.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the banner's tile."""
        radius = self._theme.metrics.radius_row
        paint_tile(self, radius, self._theme.palette.track)


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
