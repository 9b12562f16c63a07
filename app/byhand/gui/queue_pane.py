"""The right side: what is on the way, what asks for an answer, and where to drop more."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from byhand.gui.banner import Banner
from byhand.gui.click_shield import ClickShield
from byhand.gui.drop_zone import DropStrip, EmptyQueue, FirstFriendCard
from byhand.gui.friend_notice import FriendNotice
from byhand.gui.header import Header
from byhand.gui.margins import set_margins
from byhand.gui.offer_list import OfferList
from byhand.gui.queue_rows import Filter
from byhand.gui.theme import Theme
from byhand.gui.transfer_list_model import TransferListModel
from byhand.gui.transfer_list_view import TransferListView
from byhand.gui.transfer_row import Section
from byhand.gui.translation import translate
from byhand.gui.widgets import text_label

PART_GAP = 12


class QueuePane(QWidget):
    """Lays out banner, header, offers, drop zone and queue, or what stands for an empty one."""

    def __init__(self, theme: Theme, model: TransferListModel, home: str) -> None:
        super().__init__()
        self._model = model
        self._has_friends = False
        self.setObjectName("MainPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.banner = Banner(theme)
        self.header = Header(theme)
        self.notice = FriendNotice(theme)
        self.offers = OfferList(theme, home)
        self.strip = DropStrip(theme)
        self.view = TransferListView(theme, model)
        self.empty = EmptyQueue(theme)
        self.first_friend = FirstFriendCard(theme)
        self._notice_gap, self._gap, self._lower_gap = _gap(), _gap(), _gap()
        self._nothing_here = text_label(theme.fonts.body, "", "tertiary")
        self._nothing_here.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out(theme)
        self._shield = ClickShield(self)
        self.header.filter_chosen.connect(self._filter)
        self.offers.shown_changed.connect(self._gap.setVisible)
        self.offers.card_left.connect(self._shield.rise)
        self.offers.focus_left.connect(self.take_focus)
        self.notice.shown_changed.connect(self._notice_gap.setVisible)
        # It comes and goes with the friend: no click may hit what has moved up or down with it.
        self.notice.shown_changed.connect(self._shield.rise)
        for gap in (self._notice_gap, self._gap):
            gap.hide()
        for changed in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            changed.connect(self.refresh)
        self.refresh()

    def set_has_friends(self, has_friends: bool) -> None:
        """Say whether there is anybody to send to."""
        if self._has_friends != has_friends:
            self._has_friends = has_friends
            self.refresh()

    def refresh(self) -> None:
        """Show what fits: the queue, the large drop area, or the first friend's card."""
        total = sum(self._model.count(section) for section in Section)
        for part in (self.strip, self._lower_gap):
            part.setVisible(total > 0)
        for part in (self.header.filter, self.header.hold):
            part.setVisible(total > 0)
        if total == 0:
            self._show_page(self._empty_page if self._has_friends else self._first_page)
        else:
            is_bare = self._model.rowCount() == 0
            self._show_page(self._nothing_here if is_bare else self.view)

    def take_focus(self) -> None:
        """Give the focus to the queue, or to what stands for an empty one."""
        match self._stack.currentWidget():
            case self._first_page:
                self.first_friend.add_button.setFocus()
            case self._empty_page:
                self.empty.choose_button.setFocus()
            case _:
                self.view.setFocus()

    def take_offers(self) -> None:
        """Have the offers here, wherever they were."""
        self._column.insertWidget(self._column.indexOf(self._gap), self.offers)

    def event(self, event: QEvent) -> bool:
        """Give the offers what height the other parts leave."""
        is_done = super().event(event)
        has_offers = self.offers.parent() is self
        if has_offers and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            others = self._layout.minimumSize().height() - self.offers.height()
            self.offers.set_room(self.height() - others)
        return is_done

    def _show_page(self, shown: QWidget) -> None:
        self._stack.setCurrentWidget(shown)
        for page in self._pages:
            # One that is not seen must not claim any height.
            policy = page.sizePolicy()
            vertical = QSizePolicy.Policy
            policy.setVerticalPolicy(vertical.Expanding if page is shown else vertical.Ignored)
            page.setSizePolicy(policy)

    def _filter(self, wanted: Filter) -> None:
        texts = {
            Filter.ALL: "",
            Filter.ACTIVE: translate("QueuePane", "Nothing on the way"),
            Filter.FINISHED: translate("QueuePane", "Nothing has finished yet"),
        }
        self._nothing_here.setText(texts[wanted])
        self._model.set_filter(wanted)

    def _lay_out(self, theme: Theme) -> None:
        margin = theme.metrics.page_margin
        self._empty_page, self._first_page = (
            _page(part, margin) for part in (self.empty, self.first_friend)
        )
        self._stack = QStackedLayout()
        self._pages = (self.view, self._empty_page, self._first_page, self._nothing_here)
        for page in self._pages:
            self._stack.addWidget(page)
        column = self._column = QVBoxLayout()
        set_margins(column, 0, 0, margin, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.header)
        column.addSpacing(PART_GAP)
        column.addWidget(self.notice)
        column.addWidget(self._notice_gap)
        column.addWidget(self.offers)
        column.addWidget(self._gap)
        column.addWidget(self.strip)
        column.addWidget(self._lower_gap)
        layout = self._layout = QVBoxLayout(self)
        set_margins(layout, margin, 18, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(column)
        layout.addLayout(self._stack, 1)


def _page(part: QWidget, margin: int) -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    set_margins(layout, 0, 0, margin, margin)
    layout.addWidget(part)
    return page


def _gap() -> QWidget:
    gap = QWidget()
    gap.setFixedHeight(PART_GAP)
    return gap
