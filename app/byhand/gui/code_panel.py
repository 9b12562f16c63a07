"""The middle of a pairing: the number to read out, and the field for the one read to us."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from byhand import wording
from byhand.domain.pairing import TRIES, Pairing, PairingStage
from byhand.domain.text import filled
from byhand.gui.code_field import CodeField, CodeNumber
from byhand.gui.painting import draw_tile
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import IconLabel, set_tone, text_label

STATUS_ICON = 16


class CodePanel(QWidget):
    """Shows both numbers on a card, and below them who acts next."""

    changed = Signal()
    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tries_left = TRIES
        fonts = theme.fonts
        self._number = CodeNumber(theme)
        self._number.setObjectName("own-number")
        self._theirs = text_label(fonts.body, "", "secondary", wraps=True)
        self.field = CodeField(theme)
        self._theirs.setBuddy(self.field)
        self._icon = IconLabel(theme, "clock", "text_secondary", STATUS_ICON)
        self._status = text_label(fonts.body, "", "secondary", wraps=True)
        self._status.setObjectName("pairing-status")
        self._status.setMinimumHeight(fonts.body.height)
        self._lay_out()
        self.field.textChanged.connect(self.changed)
        self.field.returnPressed.connect(self.entered)
        theme.changed.connect(self.update)

    def show_pairing(self, pairing: Pairing, name: str, *, is_put_off: bool) -> None:
        """Show the numbers as they are now; `is_put_off` if the user has not typed theirs."""
        self._number.setText(pairing.shown)
        self._number.setAccessibleName(wording.digits_spoken(pairing.shown))
        theirs = filled(translate("Pairing", "{name}'s number"), name=name)
        self._theirs.setText(theirs)
        self.field.setAccessibleName(theirs)
        mine = translate("Pairing", "Your number: {digits}")
        self.field.setAccessibleDescription(
            filled(mine, digits=wording.digits_spoken(pairing.shown))
        )
        is_settled = pairing.stage is PairingStage.SETTLED_HERE
        self.field.set_right(is_settled and not is_put_off)
        self.field.setEnabled(not (is_settled and is_put_off))
        if pairing.tries_left < self._tries_left:
            self.field.selectAll()
            self.field.setFocus()
        self._tries_left = pairing.tries_left
        self._tell_status(pairing, name)

    def status(self) -> str:
        """Return what is said of how far it is."""
        return self._status.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        colours, radius = self._theme.palette, self._theme.metrics.radius_card
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self._card.geometry())
        draw_tile(painter, box, radius, colours.surface, colours.border)
        painter.end()

    def _tell_status(self, pairing: Pairing, name: str) -> None:
        icon, ink, tone = "clock", "text_secondary", "secondary"
        if pairing.stage is PairingStage.COMPARING and pairing.tries_left < TRIES:
            icon, ink, tone = "circle-alert", "bad", "bad"
        elif pairing.has_other_settled and not pairing.has_other_put_off:
            icon, ink, tone = "circle-check", "ok", "good"
        text = wording.pairing_line(pairing, name, translate)
        self._icon.set_icon(icon, ink)
        set_tone(self._status, tone)
        self._status.setText(text)
        self._icon.setVisible(bool(text))

    def _lay_out(self) -> None:
        fonts = self._theme.fonts
        mine = text_label(fonts.body, translate("Pairing", "Your number"), "secondary")
        self._card = QWidget()
        grid = QGridLayout(self._card)
        grid.setContentsMargins(24, 16, 24, 18)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        grid.addWidget(mine, 0, 0)
        grid.addWidget(self._number, 0, 1)
        grid.addWidget(self._theirs, 1, 0)
        grid.addWidget(self.field, 1, 1)
        status = QHBoxLayout()
        status.setContentsMargins(4, 0, 4, 0)
        status.setSpacing(8)
        status.addWidget(self._icon)
        status.addWidget(self._status, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._card)
        layout.addLayout(status)
