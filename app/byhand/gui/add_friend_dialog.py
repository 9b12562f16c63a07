"""The dialog that makes friends: with somebody nearby, or by an invite link."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from byhand.gui.nearby_page import NearbyPage
from byhand.gui.own_invite import OwnInvite
from byhand.gui.received_link import ReceivedLink
from byhand.gui.segmented import SegmentedControl
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import push_button

WIDTH_LINES = 39


class Way(IntEnum):
    """The two ways to a friend, in the order they are shown."""

    NEARBY = 0
    INVITE = 1


class AddFriendDialog(QDialog):
    """Shows one way at a time; an invitation is made when its way is first shown."""

    def __init__(self, theme: Theme, now: Callable[[], float], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("add-friend")
        self.setWindowTitle(translate("AddFriend", "Add a friend"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._has_invite = False
        self.nearby = NearbyPage(theme, now)
        self.link = ReceivedLink(theme)
        self.invite = OwnInvite(theme, now, self.link)
        self._ways = SegmentedControl(
            theme,
            translate("AddFriend", "How to add them"),
            [translate("AddFriend", "Someone nearby"), translate("AddFriend", "Invite link")],
        )
        self._ways.setObjectName("ways")
        self._pages = QStackedWidget()
        self._pages.setObjectName("ways-pages")
        self._pages.addWidget(self.nearby)
        self._pages.addWidget(self.invite)
        self._lay_out(theme)
        self._ways.chosen.connect(lambda number: self._turn_to(Way(number)))

    def show_way(self, way: Way) -> None:
        """Show one of the two ways, the focus where one begins."""
        self._ways.choose(way)
        self._turn_to(way)
        if way is Way.INVITE:
            self.link.field.setFocus()

    def _turn_to(self, way: Way) -> None:
        self._pages.setCurrentIndex(way)
        self.nearby.mine.setVisible(way is Way.NEARBY)
        if way is Way.INVITE and not self._has_invite:
            self._has_invite = True
            self.invite.make()

    def _lay_out(self, theme: Theme) -> None:
        top = QHBoxLayout()
        top.addStretch(1)
        top.addWidget(self._ways)
        top.addStretch(1)
        done = push_button(translate("AddFriend", "Close"))
        done.setObjectName("add-friend-close")
        done.clicked.connect(self.close)
        bottom = QHBoxLayout()
        # No wider than its words: a click beside them must not change whose computer it is.
        bottom.addWidget(self.nearby.mine)
        bottom.addStretch(1)
        bottom.addWidget(done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 20, 28, 20)
        layout.setSpacing(18)
        layout.addLayout(top)
        layout.addWidget(self._pages, 1)
        layout.addLayout(bottom)
        # Wrapped words have no width of their own.
        self._pages.setFixedWidth(round(theme.fonts.body.height * WIDTH_LINES))
        layout.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
