"""The pane below the queue: one transfer with its files, its speed and its technical details."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from byhand.domain.group import GroupStanding
from byhand.domain.identity import FriendId
from byhand.gui.files_panel import FilesPanel
from byhand.gui.group_page import GroupPage
from byhand.gui.margins import set_margins
from byhand.gui.segmented import SegmentedControl
from byhand.gui.speed_graph import SpeedPanel
from byhand.gui.technical_page import TechnicalPage
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import ElidedLabel, IconButton, TitleLabel

STACKED_BELOW = 700
STACKED_GAP = 6
LINES_OF_SPEED = 5
LEAST_HEIGHT = 164
FILES, TECHNICAL, GROUP = 0, 1, 2


class DetailsPane(QWidget):
    """Lays out headline, pages and speed; Esc closes it."""

    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("DetailsPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(translate("Details", "Details"))
        self.setMinimumHeight(LEAST_HEIGHT)
        self._title = TitleLabel(theme.fonts.strong)
        self._title.setObjectName("details-title")
        self._line = ElidedLabel(theme.fonts.small, "", "secondary")
        self._line.setObjectName("details-line")
        self.tabs = SegmentedControl(
            theme,
            translate("Details", "Show"),
            [
                translate("Details", "Files"),
                translate("Details", "Technical"),
                translate("Details", "Group"),
            ],
        )
        self.tabs.setObjectName("details-tabs")
        self.close_button = IconButton(theme, "x", translate("Details", "Close details"))
        self.close_button.setObjectName("details-close")
        self.files = FilesPanel(theme)
        self.technical = TechnicalPage(theme)
        self.group = GroupPage(theme)
        self.speed = SpeedPanel(theme)
        self._pages = QStackedWidget()
        for page in (self.files, self.technical, self.group):
            self._pages.addWidget(page)
        self._has_speed = False
        self._least_with_speed = LEAST_HEIGHT + LINES_OF_SPEED * theme.fonts.body.height
        self._lay_out(theme)
        self.tabs.chosen.connect(self._pages.setCurrentIndex)
        self.tabs.set_shown(GROUP, False)
        self.close_button.clicked.connect(self.closed)

    def show_headline(self, title: str, line: str) -> None:
        """Show what it is called and how it stands."""
        self._title.set_title(title, "")
        self._title.setMaximumWidth(self._title.full_width())
        self._line.set_full_text(line)

    def show_group(
        self, standing: GroupStanding | None, sender: str, names: Mapping[FriendId, str]
    ) -> None:
        """Show who gives what of what several receive; without them there is no such page."""
        self.tabs.set_shown(GROUP, standing is not None)
        if standing is not None:
            self.group.show_standing(standing, sender, names)

    def show_speed(self, is_shown: bool) -> None:
        """Show the speed, or leave its room to the files."""
        self._has_speed = is_shown
        self._fit()

    def take_focus(self) -> None:
        """Give the focus to what is shown."""
        if self._pages.currentIndex() == FILES:
            self.files.take_focus()
        else:
            self.tabs.focus_chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc, wherever in it the focus is."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the speed above the files where there is no room beside them, or leave it out."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_stacked = self.width() < STACKED_BELOW
        direction = QBoxLayout.Direction
        self._body.setDirection(direction.BottomToTop if is_stacked else direction.LeftToRight)
        self._body.setSpacing(STACKED_GAP if is_stacked else self._beside_gap)
        self.speed.set_compact(is_stacked)
        # The files are what somebody opens it for.
        is_low = is_stacked and self.height() < self._least_with_speed
        self.speed.setVisible(self._has_speed and not is_low)

    def _lay_out(self, theme: Theme) -> None:
        margin = self._beside_gap = theme.metrics.page_margin
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title, 2)
        head.addWidget(self._line, 1)
        head.addWidget(self.tabs)
        head.addWidget(self.close_button)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.addWidget(self._pages, 1)
        self._body.addWidget(self.speed)
        layout = QVBoxLayout(self)
        set_margins(layout, margin, 8, 16, 8)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addLayout(self._body, 1)
