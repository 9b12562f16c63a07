"""Opens the details of the current transfer, feeds them and gives their orders."""

import re
from collections.abc import Callable, Mapping
from pathlib import PurePath

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from byhand import wording
from byhand.domain.events import (
    Event,
    FileRow,
    FilesPage,
    FriendAdded,
    FriendChanged,
    TransferAdded,
    TransferChanged,
    TransferRemoved,
)
from byhand.domain.friend import Friend, Presence
from byhand.domain.identity import FriendId
from byhand.domain.names import numbered
from byhand.domain.progress import Progress
from byhand.domain.text import joined
from byhand.domain.transfer import Transfer, TransferId, TransferState
from byhand.gui.attempts import attempt
from byhand.gui.desktop_orders import DesktopOrders
from byhand.gui.last_standings import LastStandings
from byhand.gui.main_window import MainWindow
from byhand.gui.names import shown_name
from byhand.gui.shown_transfer import TransferRow
from byhand.gui.speed_log import SpeedLog, Speeds
from byhand.gui.technical_lines import technical_lines
from byhand.gui.transfer_list_model import TransferListModel
from byhand.gui.transfer_row import Circumstances, RowLook, row_look
from byhand.gui.translation import translate
from byhand.service.orders import Service

NOBODY = Presence()
_NUMBER = re.compile(r" \((\d{1,6})\)")
_MOVING = frozenset({TransferState.ACTIVE, TransferState.CLOSING, TransferState.STALLED})


class Details(QObject):
    """While it is open it follows the queue's current row."""

    def __init__(
        self,
        service: Service,
        window: MainWindow,
        model: TransferListModel,
        desktop: DesktopOrders,
        clock: Callable[[], float],
    ) -> None:
        super().__init__(window)
        self._service = service
        self._window = window
        self._model = model
        self._desktop = desktop
        self._friends: dict[FriendId, tuple[Friend, Presence]] = {}
        self.speeds = SpeedLog(clock)
        self.setObjectName("details-feed")
        self._latest: Mapping[TransferId, Progress] = {}
        self._shown: Transfer | None = None
        self._groups = LastStandings()
        self._pane = window.details
        self._pane.group.stop_requested.connect(self._stop_passing_on)
        self._pane.files.model.rows_requested.connect(service.queue.request_files)
        self._pane.closed.connect(self.close)
        self._pane.tabs.chosen.connect(lambda _: self._show_words())
        files = self._pane.files.view
        files.leave_out_requested.connect(self._leave_out)
        files.retry_requested.connect(self._retry)
        files.folder_requested.connect(self._show_in_folder)
        queue = window.pane.view
        queue.selectionModel().currentChanged.connect(self._follow)
        queue.doubleClicked.connect(self._open_row)
        esc = QShortcut(QKeySequence("Esc"), queue)
        esc.setContext(Qt.ShortcutContext.WidgetShortcut)
        esc.activated.connect(self._close_if_open)

    # --- open and closed

    def open(self, transfer: Transfer) -> None:
        """Show the details of a transfer."""
        self._window.splitter.open_details()
        self._show(transfer)
        self._pane.take_focus()

    def close(self) -> None:
        """Close them; the focus returns to the row."""
        self._window.splitter.close_details()
        self._shown = None
        self._pane.files.clear()
        self._window.pane.take_focus()

    def _close_if_open(self) -> None:
        if self.is_open:
            self.close()

    @property
    def is_open(self) -> bool:
        """Whether they are shown."""
        return self._shown is not None

    # --- what is told

    def handle(self, event: Event) -> None:
        """Follow an event."""
        changed = self._groups.follow(event)
        if self._shown is not None and changed == self._shown.id:
            self._show_group(self._shown)
        match event:
            case FilesPage():
                self._pane.files.take(event)
                self._show_words()
            case FriendAdded(friend, presence) | FriendChanged(friend, presence):
                self._friends[friend.id] = friend, presence
                self._show_words()
            case TransferAdded(transfer) | TransferChanged(transfer):
                if self._shown is not None and transfer.id == self._shown.id:
                    self._show(transfer)
            case TransferRemoved(transfer_id):
                if self._shown is not None and transfer_id == self._shown.id:
                    self._leave()
            case _:
                pass

    def show_progress(self, latest: Mapping[TransferId, Progress]) -> None:
        """Show how far everything is, once a second."""
        self._latest = latest
        if self.speeds.note(latest) and self.is_open:
            self._show_words()
            self._pane.files.renew()

    def _open_row(self, index: QModelIndex) -> None:
        row = self._model.row_at(index.row())
        if isinstance(row, TransferRow):
            self.open(row.transfer)

    def _follow(self, current: QModelIndex) -> None:
        row = self._model.row_at(current.row()) if current.isValid() else None
        if self.is_open and isinstance(row, TransferRow):
            self._show(row.transfer)

    def _leave(self) -> None:
        """Show the row that is current now that the one shown is gone, or nothing."""
        row = self._model.row_at(self._window.pane.view.currentIndex().row())
        if isinstance(row, TransferRow) and row.transfer.id != getattr(self._shown, "id", None):
            self._show(row.transfer)
        else:
            self.close()

    def _show(self, transfer: Transfer) -> None:
        self._shown = transfer
        self._pane.files.show_transfer(transfer)
        self._show_words()

    # --- what is said

    def _show_words(self) -> None:
        transfer = self._shown
        if transfer is None:
            return
        look, speeds = self._look(transfer), self.speeds.of(transfer.id)
        self._pane.show_headline(look.title, joined((look.person, look.line)))
        self._pane.show_speed(speeds is not None and speeds.highest > 0)
        self._pane.speed.show_speeds(speeds or Speeds(), is_moving=transfer.state in _MOVING)
        self._pane.speed.show_reason(self._reason(transfer))
        friend, presence = self._friends.get(transfer.friend_id, (None, NOBODY))
        digest = self._pane.files.model.digest
        lines = technical_lines(transfer, friend, presence, speeds, digest)
        self._pane.technical.show_lines(joined((look.title, look.person)), lines)
        self._show_group(transfer)

    def _show_group(self, transfer: Transfer) -> None:
        names = {friend.id: shown_name(friend) for friend, _ in self._friends.values()}
        sender = names.get(transfer.friend_id, "")
        self._pane.show_group(self._groups.of(transfer.id), sender, names)

    def _look(self, transfer: Transfer) -> RowLook:
        """Return what its row says; where it has none, what it would say."""
        row = self._model.row_at(self._model.position_of(transfer.id))
        if isinstance(row, TransferRow):
            return row.look
        friend, presence = self._friends.get(transfer.friend_id, (None, NOBODY))
        name = shown_name(friend) if friend is not None else ""
        around = Circumstances(is_online=presence.is_online)
        return row_look(transfer, self._latest.get(transfer.id), name, name, around)

    def _reason(self, transfer: Transfer) -> str:
        """Return what slows it down, while it moves and that is clear."""
        progress = self._latest.get(transfer.id)
        if progress is None or transfer.state is not TransferState.ACTIVE:
            return ""
        row = self._model.row_at(self._model.position_of(transfer.id))
        friend, _ = self._friends.get(transfer.friend_id, (None, NOBODY))
        name = shown_name(friend) if friend is not None else ""
        name = row.person.short_name if isinstance(row, TransferRow) else name
        return wording.bottleneck_line(progress, name, translate)

    # --- what the user wants

    def _leave_out(self, entries: tuple[int, ...]) -> None:
        transfer = self._shown
        if transfer is not None:
            self._attempt(lambda: self._service.queue.leave_out(transfer.id, entries))
            self._pane.files.renew()

    def _retry(self) -> None:
        transfer = self._shown
        if transfer is not None:
            self._attempt(lambda: self._service.queue.retry(transfer.id))

    def _stop_passing_on(self) -> None:
        if self._shown is not None:
            self._service.stop_passing_on(self._shown.id)

    def _show_in_folder(self, row: FileRow) -> None:
        if self._shown is not None:
            self._desktop.show_in_folder((saved_path(self._shown, row),))

    def _attempt(self, order: Callable[[], object]) -> None:
        attempt(self._window.theme, self._window, order)


def saved_path(transfer: Transfer, row: FileRow) -> str:
    """Return where a file was saved: inside what was saved at the top under its name or number."""
    top, *below = row.path.split("/")
    if row.saved_as and below:
        below[-1] = row.saved_as
    elif row.saved_as:
        top = row.saved_as
    saved = [PurePath(path) for path in transfer.saved_paths]
    named = [path for path in saved if path.name == top]
    named = named or [path for path in saved if _is_numbered(path.name, top)] or saved
    return str(named[0].joinpath(*below))


def _is_numbered(saved: str, name: str) -> bool:
    """Say whether something is saved under a name with a number, as that was there already."""
    return any(numbered(name, int(number)) == saved for number in _NUMBER.findall(saved))
