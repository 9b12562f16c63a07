"""The window: friends on the left, transfers on the right."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QIcon,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QWidget

from byhand.gui.announcer import announce
from byhand.gui.content import Content, content_of, may_be_taken
from byhand.gui.details_pane import DetailsPane
from byhand.gui.details_splitter import DetailsSplitter
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.friend_menu import Wish
from byhand.gui.history_page import HistoryPage
from byhand.gui.queue_pane import QueuePane
from byhand.gui.recipients import Friends, Recipients
from byhand.gui.sidebar import Sidebar
from byhand.gui.theme import Theme
from byhand.gui.transfer_list_model import TransferListModel
from byhand.gui.translation import translate

FIRST_SIZE = QSize(1120, 760)
SMALLEST_SIZE = QSize(560, 420)


class MainWindow(QWidget):
    """Puts the two panes together and turns keys, drops and pastes into wishes."""

    closed = Signal()
    put_away_requested = Signal()
    send_requested = Signal(object, object)  # Content, Friends
    check_requested = Signal(object)  # FriendId who cannot be reached, or None: nobody is found

    def __init__(
        self,
        theme: Theme,
        friends: FriendListModel,
        transfers: TransferListModel,
        icon: QIcon,
        home: str,
    ) -> None:
        super().__init__()
        self.theme = theme
        self._recipients = Recipients(theme, friends, self)
        self._chosen = 0
        self.setObjectName("main-window")
        self.setWindowTitle(translate("MainWindow", "Byhand"))
        self.setWindowIcon(icon)
        self.setMinimumSize(SMALLEST_SIZE)
        self.resize(FIRST_SIZE)
        self.setAcceptDrops(True)
        self.sidebar = Sidebar(theme, friends)
        self.pane = QueuePane(theme, transfers, home)
        self.details = DetailsPane(theme)
        self.splitter = DetailsSplitter(self.pane, self.details)
        self.history = HistoryPage(theme, friends)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.splitter)
        self._pages.addWidget(self.history)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.sidebar)
        layout.addWidget(self._pages, 1)
        self._connect()
        self._set_keys()
        self._set_tab_order()
        self.sidebar.view.setFocus()

    # --- the pages on the right

    def show_history(self) -> None:
        """Show the history in place of the queue; requests and notices come along."""
        if not self.history.isVisible():
            self.history.open(self.focusWidget(), self.pane.offers)
            self._pages.setCurrentWidget(self.history)
            self.history.take_focus()

    def show_queue(self) -> None:
        """Show the queue; the focus goes back to where it was before."""
        if not self.pane.isVisible():
            self.pane.take_offers()
            self._pages.setCurrentWidget(self.splitter)
            self.history.give_focus_back(self.pane.header.history)

    # --- choosing files

    def choose_files(self, friends: Friends = ()) -> None:
        """Open the file chooser; without friends, ask for them afterwards."""
        dialog = QFileDialog(self, translate("MainWindow", "Choose files to send"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda paths: self._offer_paths(tuple(paths), friends))
        dialog.open()

    def choose_files_for(self, friends: Friends) -> None:
        """Open the file chooser, after asking for which of a person's computers."""
        self._recipients.settle(friends, self.sidebar.view.place_of_current(), self.choose_files)

    def choose_folder(
        self,
        title: str,
        start: str,
        answer: Callable[[str], None],
        above: QWidget | None = None,
    ) -> None:
        """Open the folder chooser, above another dialog if need be; `answer` gets the folder."""
        dialog = QFileDialog(above or self, title, start)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(answer)
        dialog.open()

    def pick_friend(self, content: Content, place: QPoint) -> None:
        """Ask at a global place which friends get something."""
        self._recipients.ask(content, place, self._send)

    def send_to(self, content: Content, friends: Friends, place: QPoint) -> None:
        """Send to people; at a global place ask to which of their computers, if to any."""
        self._recipients.settle(friends, place, lambda chosen: self._send(content, chosen))

    def _send(self, content: Content, friends: Friends) -> None:
        """Send to each; each has a row of its own."""
        self.send_requested.emit(content, friends)
        if len(friends) > 1:
            announce(self, translate("MainWindow", "Sending to %n friend(s)", "", len(friends)))

    def _choose_for_anybody(self) -> None:
        self.choose_files()

    def _offer_paths(self, paths: tuple[str, ...], friends: Friends) -> None:
        if paths and friends:
            self._send(Content(paths), friends)
        elif paths:
            self._ask_whom(Content(paths))

    def _ask_whom(self, content: Content) -> None:
        if not self._recipients.are_there:
            self.pane.take_focus()  # there it says what comes first
            return
        strip = self.pane.strip if self.pane.strip.isVisible() else self.pane.empty
        self.pick_friend(content, strip.mapToGlobal(strip.rect().center()))

    def _paste(self) -> None:
        content = content_of(QGuiApplication.clipboard().mimeData())
        friends = self.sidebar.view.chosen_friends()
        if content is None:
            return
        if friends:
            self.send_to(content, friends, self.sidebar.view.place_of_current())
        else:
            self._ask_whom(content)

    def _choose_for_current(self) -> None:
        friends = self.sidebar.view.chosen_friends()
        if friends:
            self.choose_files_for(friends)
        else:
            self.choose_files()

    # --- what Qt tells

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the window is gone."""
        event.accept()
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the sidebar less room in a narrow window."""
        super().resizeEvent(event)
        metrics = self.theme.metrics
        is_narrow = event.size().width() < metrics.sidebar_collapses_below
        width = metrics.sidebar_collapsed_width if is_narrow else metrics.sidebar_width
        self.sidebar.setFixedWidth(width)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, folders, pictures and texts anywhere in the window."""
        if self._recipients.are_there and may_be_taken(event.mimeData()):
            self._aim_at_zone(True)
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go back to rest."""
        self._aim_at_zone(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask who gets what was dropped beside the friends."""
        self._aim_at_zone(False)
        content = content_of(event.mimeData())
        if content is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.pick_friend(content, self.mapToGlobal(event.position().toPoint()))

    def _tell_of_chosen(self) -> None:
        self.pane.notice.show_for(self.sidebar.view.chosen_person())
        count = len(self.sidebar.view.chosen_friends())
        if count != self._chosen and count > 1:
            announce(self, translate("MainWindow", "%n friend(s) chosen", "", count))
        self._chosen = count

    def _aim_at_zone(self, is_target: bool) -> None:
        self.pane.strip.set_target(is_target)
        self.pane.empty.set_target(is_target)

    # --- putting it together

    def _connect(self) -> None:
        self.pane.header.history_requested.connect(self.show_history)
        self.history.left.connect(self.show_queue)
        view = self.sidebar.view
        self._recipients.explain_requested.connect(
            lambda friend_id: view.wish_told.emit(Wish.EXPLAIN, friend_id)
        )
        view.content_dropped.connect(self.send_to)
        view.files_requested.connect(self.choose_files_for)
        view.chosen_changed.connect(self._tell_of_chosen)
        for area in (self.pane.strip, self.pane.empty):
            area.content_dropped.connect(self.pick_friend)
            area.choose_requested.connect(self._choose_for_anybody)

    def _set_keys(self) -> None:
        for keys, wish in (
            ("Ctrl+O", self._choose_for_current),
            ("Ctrl+V", self._paste),
            ("Ctrl+F", self._find),
            ("Ctrl+H", self.show_history),
            ("Ctrl+N", self.sidebar.add_requested.emit),
            ("Ctrl+,", self.sidebar.settings_requested.emit),
            ("Ctrl+P", self.pane.header.hold.click),
            ("Ctrl+W", self.put_away_requested.emit),
            ("Ctrl+Q", self.closed.emit),
            ("F6", lambda: self._cycle(1)),
            ("Shift+F6", lambda: self._cycle(-1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(wish)

    def _set_tab_order(self) -> None:
        strip = self.pane.strip.choose_button
        order = (
            self.sidebar.view,
            self.sidebar.view.menu_button,
            self.sidebar.search,
            self.sidebar.add_button,
            self.pane.header.filter,
            self.pane.header.hold,
            self.pane.header.history,
            self.pane.offers,
            strip,
            self.pane.view,
        )
        for one, next_one in pairwise(order):
            QWidget.setTabOrder(one, next_one)

    def _find(self) -> None:
        field = self.history.header.search if self.history.isVisible() else self.sidebar.search
        field.setFocus()

    def _cycle(self, step: int) -> None:
        """Move the focus to the next pane: friends, offers, queue or history, details."""
        card = self.pane.offers.first_card()
        if self.history.isVisible():
            queue = self.history.main_part()
        else:
            queue = self.pane.view if self.pane.view.isVisible() else self._placeholder()
        details = self.details
        panes = [self.sidebar.view, *([card] if card else []), queue]
        panes += [details] if details.isVisible() else []
        focused = self.focusWidget()
        here = next(
            (n for n, pane in enumerate(panes) if pane is focused or pane.isAncestorOf(focused)),
            -1 if step > 0 else 0,
        )
        target = panes[(here + step) % len(panes)]
        if target is details:
            details.take_focus()
        else:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def _placeholder(self) -> QWidget:
        if self.pane.first_friend.isVisible():
            return self.pane.first_friend.add_button
        return self.pane.empty.choose_button
