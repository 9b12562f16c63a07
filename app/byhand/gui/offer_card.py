"""The card that asks whether files from a friend may come in."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from byhand import wording
from byhand.domain.friend import Friend, Trust
from byhand.domain.text import joined
from byhand.domain.transfer import Transfer, TransferState
from byhand.gui.acceptance import Acceptance
from byhand.gui.block_menu import below
from byhand.gui.check_box import CheckBox
from byhand.gui.margins import set_margins
from byhand.gui.names import folder_name, person_name, plain_tool_tip
from byhand.gui.offer_headline import OfferHeadline
from byhand.gui.offer_menu import Entry, may_be_chosen_from, may_be_put_off, open_offer_menu
from byhand.gui.offer_words import (
    comparison_line,
    offer_note,
    offer_question,
    offer_summary,
    refusal,
    withdrawn_line,
)
from byhand.gui.painting import paint_tile
from byhand.gui.taking_part import TakingPart
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import AvatarLabel, ElidedLabel, IconButton, TitleLabel, push_button

ARMING_MS = 700
AVATAR_GAP = 6


class OfferCard(QWidget):
    """Shows who, what, how much and where to; accept works once it is counted and armed."""

    accept_requested = Signal(object, object)  # TransferId, Acceptance
    decline_requested = Signal(object)  # TransferId
    later_requested = Signal(object)  # TransferId
    choose_requested = Signal(object)  # Transfer
    folder_requested = Signal(object, str)  # TransferId, the folder now
    block_requested = Signal(object)  # FriendId

    def __init__(self, theme: Theme, home: str, arming_ms: int = ARMING_MS) -> None:
        super().__init__()
        self._theme = theme
        self._home = home
        self._transfer: Transfer | None = None
        self._name = ""
        self._folder = ""
        self._is_armed = False
        self.setObjectName("offer")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        fonts = theme.fonts
        self._avatar = AvatarLabel(theme, theme.metrics.avatar_queue)
        self._headline = OfferHeadline(theme)
        self._summary = TitleLabel(fonts.small, "", "secondary")
        self._caution = ElidedLabel(fonts.small, "", "warning")
        self._note = ElidedLabel(fonts.small, "", "secondary")
        self._change = push_button(translate("Offer", "Change…"), "link")
        self._update = CheckBox(theme, translate("Offer", "Update the folder already here"))
        self.taking_part = TakingPart(theme)
        self._more = IconButton(theme, "ellipsis", translate("Offer", "More"))
        self._decline = push_button(translate("Offer", "Decline"), "flat")
        self._choose = push_button(translate("Offer", "Review…"))
        self._accept = push_button(translate("Offer", "Accept"), "primary")
        self._lay_out()
        self._name_parts()
        for part in (self._caution, self._note, self._update):
            part.hide()
        self._decline.clicked.connect(self._say_decline)
        self._accept.clicked.connect(self._say_accept)
        self._change.clicked.connect(self._say_change)
        self._choose.clicked.connect(self._say_choose)
        self._more.clicked.connect(lambda: self._open_menu(below(self._more)))
        shortcut = QShortcut(QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Return), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._accept.click)
        self._arming = QTimer(self)
        self._arming.setSingleShot(True)
        self._arming.timeout.connect(self._arm)
        self._arming.start(arming_ms)
        theme.changed.connect(self.update)

    def show_offer(self, transfer: Transfer, friend: Friend, folder: str) -> None:
        """Show an offer as it is now; `folder` is where it goes unless changed here.

        One that has become complete is another than was shown: Accept sleeps anew.
        """
        if transfer.is_counted and self._transfer is not None and not self._transfer.is_counted:
            self._is_armed = False
            self._arming.start()
        self._transfer = transfer
        name = self._name = person_name(friend.name)
        is_waiting = transfer.state is TransferState.OFFERED
        self._folder = self._folder or transfer.folder or folder
        self._avatar.set_person(name, friend.id)
        question = offer_question(transfer, name) if is_waiting else withdrawn_line(transfer, name)
        self._headline.show_question(question, is_verified=friend.trust is Trust.VERIFIED)
        self.setAccessibleName(question)
        for part in (self._decline, self._accept):
            part.setVisible(is_waiting)
        self._change.setVisible(is_waiting and not transfer.is_text)
        self._tell_more(transfer)
        self._arrange(self.width())
        self._tell_summary()
        self._tell_accept()
        self._row.activate()  # else a height is reckoned from what was shown before

    @property
    def is_over(self) -> bool:
        """Whether there is nothing to answer any more: it only says what became of the offer."""
        return self._transfer is None or self._transfer.is_final

    def set_folder(self, folder: str) -> None:
        """Save into another folder."""
        self._folder = folder
        self._tell_summary()
        if self._transfer is not None:
            self._tell_more(self._transfer)
            self._row.activate()

    def accept_chosen(self, ranges: tuple[int, ...] | None) -> None:
        """Accept some of the entries, None for all, as the card says otherwise."""
        if self._transfer is not None:
            self.accept_requested.emit(self._transfer.id, self.acceptance(ranges))

    def acceptance(self, ranges: tuple[int, ...] | None = None) -> Acceptance:
        """Return how some of the entries are accepted, None for all, as the card says now."""
        takes_part = self.taking_part.takes_part
        return Acceptance(self._folder, ranges, updates=self._updates(), takes_part=takes_part)

    def heightForWidth(self, width: int) -> int:
        """Return the height in a width; the question comes before the button for more."""
        self._arrange(width)
        return super().heightForWidth(width)

    def minimumSizeHint(self) -> QSize:
        """Return no height: how many lines a text takes is known by the width."""
        return QSize(super().minimumSizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what the button for more offers, which is not shown where room is scarce."""
        self._open_menu(event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew when the focus or the state is another."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card; with a wider line while it has the focus."""
        colours, radius = self._theme.palette, self._theme.metrics.radius_card
        transfer = self._transfer
        asks = transfer is not None and not (transfer.is_final or transfer.is_put_off)
        border = colours.accent if asks else colours.border_strong
        width = 2.0 if self.hasFocus() else 1.0
        paint_tile(self, radius, colours.surface, border, width)

    def _lay_out(self) -> None:
        second = QHBoxLayout()
        second.setSpacing(6)
        second.addWidget(self._summary, 1)
        second.addWidget(self._change)
        second.addStretch(0)
        self._update.setMinimumWidth(1)  # else a narrow window would have to be scrolled
        third = QHBoxLayout()
        third.addWidget(self._update)
        third.addStretch(1)
        lines = QVBoxLayout()
        lines.setSpacing(5)
        lines.addStretch(1)
        lines.addWidget(self._headline)
        lines.addLayout(second)
        lines.addWidget(self._caution)
        lines.addWidget(self._note)
        lines.addLayout(third)
        lines.addWidget(self.taking_part)
        lines.addStretch(1)
        layout = self._row = QHBoxLayout(self)
        set_margins(layout, 17, 13, 14, 13)
        layout.setSpacing(8)
        layout.addWidget(self._avatar)
        layout.addSpacing(AVATAR_GAP)
        layout.addLayout(lines, 1)
        layout.addWidget(self._more)
        layout.addWidget(self._decline)
        layout.addWidget(self._choose)
        layout.addWidget(self._accept)

    def _arrange(self, width: int) -> None:
        is_waiting = self._transfer is not None and self._transfer.state is TransferState.OFFERED
        margins, gap = self._row.contentsMargins(), self._row.spacing()
        taken = margins.left() + margins.right() + 4 * gap + AVATAR_GAP + self._avatar.width()
        buttons = self._decline.sizeHint().width() + self._accept.sizeHint().width()
        room = width - taken - buttons - self._more.width()
        self._more.setVisible(is_waiting and room >= self._headline.question_width())
        has_parts = self._transfer is not None and may_be_chosen_from(self._transfer)
        words = self._headline.sizeHint().width()
        is_room = room >= words + self._choose.sizeHint().width() + gap
        self._choose.setVisible(is_waiting and has_parts and is_room)

    def _name_parts(self) -> None:
        self._change.setObjectName("offer-change-folder")
        self._change.setAccessibleName(translate("Offer", "Change the folder it is saved in"))
        self._more.setObjectName("offer-more")
        self._choose.setObjectName("offer-choose")
        self._caution.setObjectName("offer-caution")
        self._update.setObjectName("offer-update")
        self._decline.setObjectName("offer-decline")
        self._accept.setObjectName("offer-accept")

    def _tell_summary(self) -> None:
        if self._transfer is None:
            return
        folder = folder_name(self._folder, self._home)
        refused = refusal(self._transfer, self._folder, self._name)
        title, rest = ("", refused) if refused else offer_summary(self._transfer, folder)
        self._summary.set_title(title, rest)
        self._summary.setMaximumWidth(self._summary.full_width())
        self._summary.setToolTip(plain_tool_tip(self._folder))
        others = self.taking_part.words
        parts = (self._summary.full_text(), self._caution.full_text(), others)
        said = joined(part for part in parts if part)
        self.setAccessibleDescription(said)

    def _tell_more(self, transfer: Transfer) -> None:
        """Say what else there is to say, and offer to update a folder that is where it goes."""
        is_waiting = transfer.state is TransferState.OFFERED
        is_there = transfer.compared is not None and self._folder == transfer.folder
        parts = [comparison_line(transfer)] if is_there else []
        text = joined(part for part in (*parts, offer_note(transfer)) if part)
        self._note.set_full_text(text)
        self._note.setToolTip(plain_tool_tip(text))
        self._note.setVisible(is_waiting and bool(text))
        caution = wording.programs_line(transfer, translate)
        self._caution.set_full_text(caution)
        self._caution.setVisible(is_waiting and bool(caution))
        self._update.setVisible(is_waiting and is_there)
        self.taking_part.show_offer(transfer)

    def _updates(self) -> bool:
        return self._update.isChecked() and not self._update.isHidden()

    def _tell_accept(self) -> None:
        is_counted = self._transfer is not None and self._transfer.is_counted
        self._accept.setEnabled(self._is_armed and is_counted)

    def _arm(self) -> None:
        self._is_armed = True
        self._tell_accept()

    def _say_accept(self) -> None:
        self.accept_chosen(None)

    def _say_choose(self) -> None:
        if self._transfer is not None:
            self.choose_requested.emit(self._transfer)

    def _say_later(self) -> None:
        if self._transfer is not None:
            self.later_requested.emit(self._transfer.id)

    def _say_decline(self) -> None:
        if self._transfer is not None:
            self.decline_requested.emit(self._transfer.id)

    def _open_menu(self, place: QPoint) -> None:
        transfer = self._transfer
        if transfer is None or transfer.is_final:
            return
        entries: list[Entry] = []
        if may_be_put_off(transfer):
            entries.append((translate("Offer", "Decide later"), self._say_later))
        if may_be_chosen_from(transfer):
            entries.append((self._choose.text(), self._say_choose))
        friend_id = transfer.friend_id
        open_offer_menu(
            self, place, entries, self._name, lambda: self.block_requested.emit(friend_id)
        )

    def _say_change(self) -> None:
        if self._transfer is not None:
            self.folder_requested.emit(self._transfer.id, self._folder)
