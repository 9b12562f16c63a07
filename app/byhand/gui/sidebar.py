"""The left side: me, the search, the friends, and the way to get more of them."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from byhand.domain.profile import Profile, Visibility
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.friend_list_view import FriendListView
from byhand.gui.margins import set_margins
from byhand.gui.names import person_name
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import AvatarLabel, ElidedLabel, IconButton, IconPushButton

MY_AVATAR = 38
SETTINGS_OVERHANG = 3


class Sidebar(QWidget):
    """Shows the profile and the friends."""

    settings_requested = Signal()
    add_requested = Signal()

    def __init__(self, theme: Theme, model: FriendListModel) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self.setObjectName("Sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        fonts = theme.fonts
        self._avatar = AvatarLabel(theme, MY_AVATAR)
        self._name = ElidedLabel(fonts.strong)
        self._visibility = ElidedLabel(fonts.small, "", "secondary")
        self._settings = IconButton(theme, "settings", translate("Sidebar", "Settings"))
        self.search = QLineEdit()
        self.view = FriendListView(theme, model)
        self.add_button = IconPushButton(theme, "user-plus", _add_text(), "text")
        self._search_icon = QAction(translate("Sidebar", "Find a friend"), self.search)
        self._search_icon.triggered.connect(self.search.setFocus)
        self.search.addAction(self._search_icon, QLineEdit.ActionPosition.LeadingPosition)
        self._name_parts()
        self._lay_out()
        self._settings.clicked.connect(self.settings_requested)
        self.add_button.clicked.connect(self.add_requested)
        self.search.textChanged.connect(self._look_for)
        self.search.returnPressed.connect(self._send_to_first)
        self.search.installEventFilter(self)
        theme.changed.connect(self._dress)
        self._dress()

    def show_profile(self, profile: Profile, *, is_visible: bool) -> None:
        """Show who the user is and who can see them."""
        name = person_name(profile.name)
        self._avatar.set_person(name, profile.id, is_online=True)
        self._name.set_full_text(name)
        self._visibility.set_full_text(_visibility(profile, is_visible))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that lead out of the search."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            return True
        if event.key() == Qt.Key.Key_Down:
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
            if not self.view.currentIndex().isValid():
                self.view.choose_first()
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show avatars only where there is no room for more."""
        super().resizeEvent(event)
        is_compact = event.size().width() < self._theme.metrics.sidebar_minimum_width
        for part in (self._name, self._visibility, self.search):
            part.setVisible(not is_compact)
        self._put_settings(self._middle if is_compact else self._top)
        self.view.set_compact(is_compact)
        self.add_button.set_face("user-plus", "" if is_compact else _add_text())
        self.add_button.setAccessibleName(_add_text())
        side = 8 if is_compact else self._theme.metrics.sidebar_margin
        for row, overhang in ((self._top, SETTINGS_OVERHANG), (self._middle, 0), (self._bottom, 0)):
            margins = row.contentsMargins()
            # The line at the sidebar's edge takes one pixel of the margin.
            end = side - 1 - (0 if is_compact else overhang)
            set_margins(row, side, margins.top(), end, margins.bottom())

    def _put_settings(self, row: QHBoxLayout) -> None:
        """Have the button beside the name, or below the avatar where there is no room for that."""
        if row.indexOf(self._settings) < 0:
            for each in (self._top, self._middle):
                each.removeWidget(self._settings)
            row.addWidget(self._settings)

    def _look_for(self, text: str) -> None:
        self._model.set_wanted(text)
        if text:
            self.view.choose_first()

    def _send_to_first(self) -> None:
        friends = self.view.chosen_friends()
        if friends:
            self.view.files_requested.emit(friends)

    def _name_parts(self) -> None:
        self._settings.setObjectName("open-settings")
        self.search.setObjectName("find-friend")
        self.search.setPlaceholderText(translate("Sidebar", "Find a friend"))
        self.search.setAccessibleName(translate("Sidebar", "Find a friend"))
        for icon_button in self.search.findChildren(QToolButton):
            icon_button.setAccessibleName(translate("Sidebar", "Find a friend"))
        self.add_button.setObjectName("open-add-friend")

    def _lay_out(self) -> None:
        margin = self._theme.metrics.sidebar_margin
        lines = QVBoxLayout()
        lines.setSpacing(3)
        lines.addStretch(1)
        lines.addWidget(self._name)
        lines.addWidget(self._visibility)
        lines.addStretch(1)
        self._top = QHBoxLayout()
        set_margins(self._top, margin, margin, margin - SETTINGS_OVERHANG, 0)
        self._top.setSpacing(12)
        self._top.addWidget(self._avatar)
        self._top.addLayout(lines, 1)
        self._top.addWidget(self._settings)
        self._middle = QHBoxLayout()
        self._middle.setContentsMargins(margin, 12, margin, 10)
        self._middle.addWidget(self.search)
        self._bottom = QHBoxLayout()
        self._bottom.setContentsMargins(margin, 10, margin, margin)
        self._bottom.addWidget(self.add_button)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addLayout(self._middle)
        column.addWidget(self.view, 1)
        column.addLayout(self._bottom)
        edge = QFrame()
        edge.setObjectName("SidebarEdge")
        edge.setFixedWidth(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column, 1)
        whole.addWidget(edge)

    def _dress(self) -> None:
        ink = self._theme.palette.text_secondary
        self._search_icon.setIcon(self._theme.icons.icon("search", ink, 16))


def _visibility(profile: Profile, is_visible: bool) -> str:
    if is_visible or any(network.is_trusted for network in profile.networks):
        return translate("Sidebar", "Visible to people nearby")
    if profile.visibility is Visibility.NOBODY:
        return translate("Sidebar", "Visible to nobody")
    return translate("Sidebar", "Visible to friends only")


def _add_text() -> str:
    return translate("Sidebar", "Add a friend…")
