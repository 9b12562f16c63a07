"""The cards of all that waits for an answer: offers, and what else friends ask."""

from collections.abc import Hashable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from byhand.domain.friend import Friend
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.gui.acceptance import Acceptance
from byhand.gui.offer_card import OfferCard
from byhand.gui.scroll_bar import ThinScrollBar
from byhand.gui.tab_order import set_tab_order_after
from byhand.gui.theme import Theme

FADING_MS = 5000
MOST_SHOWN = 3
TAKEN_BACK = (TransferState.WITHDRAWN, TransferState.EXPIRED)


class OfferList(QScrollArea):
    """Shows card below card, the oldest on top; more than three, or than fit, scroll."""

    accept_requested = Signal(object, object)  # TransferId, Acceptance
    decline_requested = Signal(object)  # TransferId
    later_requested = Signal(object)  # TransferId
    choose_requested = Signal(object)  # Transfer
    folder_requested = Signal(object, str)  # TransferId, the folder now
    block_requested = Signal(object)  # FriendId
    shown_changed = Signal(bool)
    card_left = Signal()
    focus_left = Signal()

    def __init__(self, theme: Theme, home: str) -> None:
        super().__init__()
        self._theme = theme
        self._home = home
        self._cards: dict[Hashable, QWidget] = {}
        self._notices: dict[Hashable, QWidget] = {}
        self._room: int | None = None
        content = QWidget()
        content.setObjectName("ScrollContent")
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.metrics.card_gap)
        self._column.addStretch(1)
        self.setObjectName("offers")
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(ThinScrollBar(self))
        self.hide()

    def show_offer(self, transfer: Transfer, friend: Friend, folder: str) -> None:
        """Show or renew an incoming transfer's card; it goes once answered or taken back."""
        if transfer.direction is not Direction.INCOMING:
            return
        card = self._offer_card(transfer.id)
        if transfer.state is TransferState.OFFERED:
            card = card or self._new_card(transfer.id)
            card.show_offer(transfer, friend, folder)
        elif card is not None and transfer.state in TAKEN_BACK and not transfer.ended_by_me:
            card.show_offer(transfer, friend, folder)
            QTimer.singleShot(FADING_MS, card, lambda: self.remove(transfer.id))
        else:
            self.remove(transfer.id)
        self._fit()

    def forget_offer(self, transfer_id: TransferId) -> None:
        """Take an offer's card away; one that says who took it back is read first, and fades."""
        card = self._offer_card(transfer_id)
        if card is None or not card.is_over:
            self.remove(transfer_id)

    def put(self, key: Hashable, card: QWidget) -> None:
        """Show another card that asks for something, in place of the one with the same key."""
        self.remove(key)
        self._insert(key, card)

    def put_notice(self, key: Hashable, card: QWidget) -> None:
        """Show a card that only tells something, below those that ask."""
        self.remove(key)
        self._notices[key] = card
        self._column.insertWidget(self._column.count() - 1, card)
        set_tab_order_after(self, self._all_cards())
        self._fit()

    def remove(self, key: Hashable) -> None:
        """Take a card away; an offer's key is its TransferId."""
        card = self._cards.pop(key, None) or self._notices.pop(key, None)
        if card is not None:
            self._pass_focus_on(card)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
            self.card_left.emit()
        self._fit()

    def set_room(self, height: int) -> None:
        """Become no higher than this."""
        if self._room != height:
            self._room = height
            self._fit()

    def set_folder(self, transfer_id: TransferId, folder: str) -> None:
        """Show that an offer goes to another folder."""
        card = self._offer_card(transfer_id)
        if card is not None:
            card.set_folder(folder)

    def acceptance(self, transfer_id: TransferId) -> Acceptance | None:
        """Return how an offer's card would have all of it accepted; None without a card."""
        card = self._offer_card(transfer_id)
        return None if card is None else card.acceptance()

    def accept_chosen(
        self, transfer_id: TransferId, ranges: tuple[int, ...] | None, *, takes_part: bool
    ) -> None:
        """Accept some of an offer's entries, None for all, as its card says otherwise."""
        card = self._offer_card(transfer_id)
        if card is not None:
            card.taking_part.takes_part = takes_part
            card.accept_chosen(ranges)

    def asking(self) -> list[tuple[Hashable, str]]:
        """Return what waits for an answer, the oldest first: the key of its card, and what asks."""
        return [
            (key, card.accessibleName())
            for key, card in self._cards.items()
            if not (isinstance(card, OfferCard) and card.is_over)
        ]

    def focus_card(self, key: Hashable) -> None:
        """Give a card the focus, if it is still there, and let it be seen."""
        card = self._cards.get(key)
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(card)

    def first_card(self) -> QWidget | None:
        """Return the topmost card."""
        return next(iter(self._all_cards()), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for questions that need a second line now, or no longer."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _pass_focus_on(self, card: QWidget) -> None:
        """Give a leaving card's focus to the next one, else to what follows the offers."""
        if not any(part.hasFocus() for part in (card, *card.findChildren(QWidget))):
            return
        heir = self.first_card()
        if heir is None:
            self.focus_left.emit()
        else:
            heir.setFocus()

    def _offer_card(self, transfer_id: TransferId) -> OfferCard | None:
        card = self._cards.get(transfer_id)
        return card if isinstance(card, OfferCard) else None

    def _new_card(self, transfer_id: TransferId) -> OfferCard:
        card = OfferCard(self._theme, self._home)
        card.accept_requested.connect(self.accept_requested)
        card.decline_requested.connect(self.decline_requested)
        card.later_requested.connect(self.later_requested)
        card.choose_requested.connect(self.choose_requested)
        card.folder_requested.connect(self.folder_requested)
        card.block_requested.connect(self.block_requested)
        self._insert(transfer_id, card)
        return card

    def _insert(self, key: Hashable, card: QWidget) -> None:
        self._column.insertWidget(len(self._cards), card)
        self._cards[key] = card
        set_tab_order_after(self, self._all_cards())
        self._fit()

    def _all_cards(self) -> list[QWidget]:
        return [*self._cards.values(), *self._notices.values()]

    def _fit(self) -> None:
        cards = self._all_cards()
        width = self.viewport().width()
        heights = [card.heightForWidth(width) for card in cards[:MOST_SHOWN]]
        gaps = self._theme.metrics.card_gap * max(0, len(heights) - 1)
        height = sum(heights) + gaps
        self.setFixedHeight(max(1, height if self._room is None else min(self._room, height)))
        self.setVisible(bool(cards))
        self.shown_changed.emit(bool(cards))
