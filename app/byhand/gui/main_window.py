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
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from byhand.domain.identity import FriendId
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.friend_picker import FriendPicker
from byhand.gui.local_files import local_paths
from byhand.gui.queue_pane import QueuePane
from byhand.gui.sidebar import Sidebar
from byhand.gui.theme import Theme
from byhand.gui.transfer_list_model import TransferListModel
from byhand.gui.translation import translate

FIRST_SIZE = QSize(1120, 760)
SMALLEST_SIZE = QSize(560, 420)


class MainWindow(QWidget):
    """Puts the two panes together and turns keys, drops and pastes into wishes."""

    closed = Signal()
    send_requested = Signal(list, object)  # paths, FriendId

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
        self._friends = friends
        self.setObjectName("main-window")
        self.setWindowTitle(translate("MainWindow", "Byhand"))
        self.setWindowIcon(icon)
        self.setMinimumSize(SMALLEST_SIZE)
        self.resize(FIRST_SIZE)
        self.setAcceptDrops(True)
        self.sidebar = Sidebar(theme, friends)
        self.pane = QueuePane(theme, transfers, home)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.sidebar)
        layout.addWidget(self.pane, 1)
        self._connect()
        self._set_keys()
        self._set_tab_order()
        self.sidebar.view.setFocus()

    # --- choosing files

    def choose_files(self, friend_id: FriendId | None = None) -> None:
        """Open the file chooser; without a friend, ask for one afterwards."""
        dialog = QFileDialog(self, translate("MainWindow", "Choose files to send"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda paths: self._offer_paths(paths, friend_id))
        dialog.open()

    def choose_folder(self, title: str, start: str, answer: Callable[[str], None]) -> None:
        """Open the folder chooser; `answer` gets the folder."""
        dialog = QFileDialog(self, title, start)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(answer)
        dialog.open()

    def pick_friend(self, paths: list[str], place: QPoint) -> None:
        """Ask at a global place which friend gets the paths."""
        if not self._friends.friends():
            return
        picker = FriendPicker(self.theme, self._friends, self)
        picker.picked.connect(self.send_requested)
        picker.ask(paths, place)

    def _choose_for_anybody(self) -> None:
        self.choose_files()

    def _offer_paths(self, paths: list[str], friend_id: FriendId | None) -> None:
        if not paths:
            return
        if friend_id is not None:
            self.send_requested.emit(paths, friend_id)
            return
        strip = self.pane.strip if self.pane.strip.isVisible() else self.pane.empty
        self.pick_friend(paths, strip.mapToGlobal(strip.rect().center()))

    def _paste(self) -> None:
        paths = local_paths(QGuiApplication.clipboard().mimeData())
        self._offer_paths(paths, self.sidebar.view.current_friend())

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
        """Take files and folders anywhere in the window."""
        if event.mimeData().hasUrls():
            self._aim_at_zone(True)
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go back to rest."""
        self._aim_at_zone(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask who gets what was dropped beside the friends."""
        self._aim_at_zone(False)
        paths = local_paths(event.mimeData())
        if not paths:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.pick_friend(paths, self.mapToGlobal(event.position().toPoint()))

    def _aim_at_zone(self, is_target: bool) -> None:
        self.pane.strip.set_target(is_target)
        self.pane.empty.set_target(is_target)

    # --- putting it together

    def _connect(self) -> None:
        view = self.sidebar.view
        view.files_dropped.connect(self.send_requested)
        view.files_requested.connect(self.choose_files)
        for area in (self.pane.strip, self.pane.empty):
            area.files_dropped.connect(self.pick_friend)
            area.choose_requested.connect(self._choose_for_anybody)

    def _set_keys(self) -> None:
        view, search = self.sidebar.view, self.sidebar.search
        for keys, wish in (
            ("Ctrl+O", lambda: self.choose_files(view.current_friend())),
            ("Ctrl+V", self._paste),
            ("Ctrl+F", search.setFocus),
            ("Ctrl+N", self.sidebar.add_requested.emit),
            ("Ctrl+,", self.sidebar.settings_requested.emit),
            ("Ctrl+W", self.showMinimized),
            ("Ctrl+Q", self.close),
            ("F6", lambda: self._cycle(1)),
            ("Shift+F6", lambda: self._cycle(-1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(wish)

    def _set_tab_order(self) -> None:
        strip = self.pane.strip.choose_button
        order = (
            self.sidebar.view,
            self.sidebar.search,
            self.sidebar.add_button,
            self.pane.header.filter,
            self.pane.offers,
            strip,
            self.pane.view,
        )
        for one, next_one in pairwise(order):
            QWidget.setTabOrder(one, next_one)

    def _cycle(self, step: int) -> None:
        """Move the focus to the next pane: friends, offers, queue."""
        card = self.pane.offers.first_card()
        queue = self.pane.view if self.pane.view.isVisible() else self._placeholder()
        panes = [self.sidebar.view, *([card] if card else []), queue]
        focused = self.focusWidget()
        here = next(
            (n for n, pane in enumerate(panes) if pane is focused or pane.isAncestorOf(focused)),
            -1 if step > 0 else 0,
        )
        panes[(here + step) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)

    def _placeholder(self) -> QWidget:
        if self.pane.first_friend.isVisible():
            return self.pane.first_friend.add_button
        return self.pane.empty.choose_button
