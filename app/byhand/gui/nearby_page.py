"""The way to become friends in one room: who is nearby, who asks, and for how long."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from byhand import wording
from byhand.domain.friend import Nearby
from byhand.domain.pairing import Pairing, PairingId, PairingWindow
from byhand.gui.announcer import announce
from byhand.gui.click_shield import ClickShield
from byhand.gui.nearby_list import NearbyList
from byhand.gui.painting import paint_tile
from byhand.gui.pairing_cards import ask_card
from byhand.gui.request_card import RequestCard
from byhand.gui.switch import Switch
from byhand.gui.tab_order import set_tab_order_after
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import IconLabel, push_button, set_tone, text_label

TICK_MS = 1000


class NearbyPage(QWidget):
    """Shows whom one can pick, and those who have picked the user.

    `mine` says whether it is a computer of the user's own; its place is beside the buttons.
    """

    pair_requested = Signal(str, bool)  # key, whether it is a computer of one's own
    answered = Signal(object, bool, bool)  # PairingId, agrees, is one's own
    look_requested = Signal()
    check_requested = Signal()

    def __init__(self, theme: Theme, now: Callable[[], float]) -> None:
        super().__init__()
        self._theme = theme
        self._cards: dict[PairingId, RequestCard] = {}
        self.clock = _WindowClock(theme, now)
        self.people = NearbyList(theme)
        self.mine = Switch(theme, translate("AddFriend", "This is my own computer"))
        self.mine.setObjectName("is-mine")
        self._asking = QVBoxLayout()
        self._asking.setSpacing(theme.metrics.card_gap)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.clock)
        layout.addLayout(self._asking)
        layout.addWidget(self.people, 1)
        self._shield = ClickShield(self)
        self.clock.look_requested.connect(self.look_requested)
        self.people.add_requested.connect(self._pick)
        self.people.check_requested.connect(self.check_requested)
        self.people.arranged.connect(self._order)

    def show_window(self, window: PairingWindow) -> None:
        """Show for how long people nearby may ask."""
        self.clock.show_window(window)

    def put_nearby(self, nearby: Nearby) -> None:
        """Show somebody nearby."""
        self.people.put(nearby)

    def remove_nearby(self, key: str) -> None:
        """Take somebody nearby off the list."""
        self.people.remove(key)

    def show_asking(self, pairing: Pairing) -> None:
        """Show that somebody wants to be added, or to compare codes."""
        if pairing.id in self._cards:
            return
        card = self._cards[pairing.id] = ask_card(self._theme, pairing)
        card.agreed.connect(lambda: self._answer(pairing.id, agrees=True))
        card.declined.connect(lambda: self._answer(pairing.id, agrees=False))
        self._asking.addWidget(card)
        self._order()

    def remove_asking(self, pairing_id: PairingId) -> None:
        """Take the card of somebody away who does not ask any more."""
        card = self._cards.pop(pairing_id, None)
        if card is not None:
            self._asking.removeWidget(card)
            card.hide()
            card.deleteLater()
            # What lies below moves up, under a finger that may be about to click once more.
            self._shield.rise()

    def _order(self) -> None:
        parts = (self.clock, *self._cards.values(), *self.people.parts())
        set_tab_order_after(self, parts)

    def _pick(self, key: str) -> None:
        self.pair_requested.emit(key, self.mine.isChecked())

    def _answer(self, pairing_id: PairingId, *, agrees: bool) -> None:
        self.answered.emit(pairing_id, agrees, self.mine.isChecked())


class _WindowClock(QWidget):
    """Counts down until people nearby may not ask any more, and warns of too many who did."""

    look_requested = Signal()

    def __init__(self, theme: Theme, now: Callable[[], float]) -> None:
        super().__init__()
        self._theme = theme
        self._now = now
        self._window = PairingWindow()
        self._icon = IconLabel(theme, "eye", "text_secondary", 16)
        self._text = text_label(theme.fonts.figures, "", "secondary", wraps=True)
        self._text.setObjectName("window-clock")
        self._look = push_button(translate("AddFriend", "Look again"), "link")
        self._look.setObjectName("look-again")
        self._look.clicked.connect(self.look_requested)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(8)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._look)
        self._ticking = QTimer(self)
        self._ticking.setInterval(TICK_MS)
        self._ticking.timeout.connect(self.tick)
        theme.changed.connect(self.update)
        self.tick()

    def show_window(self, window: PairingWindow) -> None:
        """Show until when people nearby may ask."""
        if window.is_warned and not self._window.is_warned:
            announce(self, wording.window_warning(translate), is_urgent=True)
        self._window = window
        self.tick()

    def tick(self) -> None:
        """Say how much time is left."""
        left = self._window.open_until - self._now()
        is_warned = self._window.is_warned
        if is_warned:
            self._say(wording.window_warning(translate), ("triangle-alert", "warn"), "warning")
        else:
            icon = ("eye", "text_secondary") if left > 0 else ("eye-off", "text_tertiary")
            self._say(wording.window_line(left, translate), icon, "secondary")
        self._look.setVisible(left <= 0)
        margin = 12 if is_warned else 0
        self._row.setContentsMargins(margin, margin, margin, margin)
        if left > 0:
            self._ticking.start()
        else:
            self._ticking.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a warning's tile."""
        if not self._window.is_warned:
            return
        radius = self._theme.metrics.radius_row
        paint_tile(self, radius, self._theme.palette.warn_soft)

    def _say(self, text: str, icon: tuple[str, str], tone: str) -> None:
        self._text.setText(text)
        self._icon.set_icon(*icon)
        set_tone(self._text, tone)
        self.update()
