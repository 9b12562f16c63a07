"""A quiet line that tells what has happened; it can be taken away, and may go by itself."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from byhand.domain.text import filled
from byhand.gui.margins import set_margins
from byhand.gui.painting import paint_tile
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import IconButton, IconLabel, push_button, text_label


class NoticeCard(QWidget):
    """Shows an icon, a sentence, perhaps a button, and a cross; `gone` when it need not stay."""

    gone = Signal()
    acted = Signal()

    def __init__(
        self,
        theme: Theme,
        icon: tuple[str, str],
        text: str,
        verb: str = "",
        lasting_ms: int = 0,
    ) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("notice")
        self.setAccessibleName(text)
        label = text_label(theme.fonts.body, text, "secondary", wraps=True)
        dismiss = IconButton(theme, "x", filled(translate("Notice", "Dismiss: {text}"), text=text))
        dismiss.setToolTip(translate("Notice", "Dismiss"))
        dismiss.setObjectName("notice-dismiss")
        dismiss.clicked.connect(self.gone)
        self.setFocusProxy(dismiss)
        layout = QHBoxLayout(self)
        set_margins(layout, 17, 5, 8, 5)
        layout.setSpacing(12)
        layout.addWidget(IconLabel(theme, *icon, 18))
        layout.addWidget(label, 1)
        if verb:
            layout.addWidget(self._button(verb))
        layout.addWidget(dismiss)
        self._lasting = QTimer(self)
        self._lasting.setSingleShot(True)
        self._lasting.timeout.connect(self._grow_old)
        if lasting_ms:
            self._lasting.start(lasting_ms)
        theme.changed.connect(self.update)

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew when the state is another."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        colours, radius = self._theme.palette, self._theme.metrics.radius_card
        paint_tile(self, radius, colours.surface, colours.border)

    def _button(self, verb: str) -> QWidget:
        button = push_button(verb, "soft")
        button.setObjectName("notice-act")
        button.clicked.connect(self.acted)
        return button

    def _grow_old(self) -> None:
        """Go, unless somebody is about to press a button here."""
        if self.underMouse() or any(part.hasFocus() for part in self.findChildren(QWidget)):
            self._lasting.start()
        else:
            self.gone.emit()
