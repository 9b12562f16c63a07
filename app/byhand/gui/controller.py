"""Turns the service's events into what the window shows, and wishes into orders."""

import time
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from byhand.domain.events import (
    ClosedUnexpectedly,
    Event,
    FriendAdded,
    FriendChanged,
    FriendRemoved,
    NearbyAppeared,
    NearbyGone,
    ProfileChanged,
    TransferAdded,
    TransferChanged,
    TransferRemoved,
    Trouble,
    TroublesChanged,
)
from byhand.domain.friend import Friend, Presence
from byhand.domain.identity import FriendId
from byhand.domain.profile import Profile
from byhand.domain.progress import Progress
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.gui.announcer import announce
from byhand.gui.choosing import Choosing
from byhand.gui.crash_notice import show_crash
from byhand.gui.desktop_orders import DesktopOrders
from byhand.gui.dialogs import Dialogs
from byhand.gui.first_run import FirstRun
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.history_orders import HistoryOrders
from byhand.gui.main_window import MainWindow
from byhand.gui.progress_announcer import ProgressAnnouncer
from byhand.gui.queue_summary import summary_line
from byhand.gui.transfer_announcer import TransferAnnouncer
from byhand.gui.transfer_list_model import TransferListModel
from byhand.gui.transfer_orders import TransferOrders
from byhand.gui.transfer_row import Section
from byhand.service.picture_orders import WindowService

FRAME_MS = 50
RESTING_FRAME_MS = 1000
"""While nobody sees it, or nothing moves."""
FRAMES_PER_TEXT = 20
RESTLESS_STEP = 0.035
LINES_AGE_MS = 30_000


class Controller(QObject):
    """Stands between one window and the service."""

    def __init__(
        self,
        service: WindowService,
        window: MainWindow,
        friends: FriendListModel,
        transfers: TransferListModel,
        desktop: DesktopOrders,
        home: str,
        take_over: Callable[[str, str], None],
    ) -> None:
        super().__init__(window)
        self._service = service
        self._window = window
        self._friends = friends
        self._transfers = transfers
        self._desktop = desktop
        self._known: dict[FriendId, tuple[Friend, Presence]] = {}
        self._offers: dict[TransferId, Transfer] = {}
        self._profile: Profile | None = None
        self._troubles: frozenset[Trouble] = frozenset()
        self._frame = 0
        self._dialogs = Dialogs(service, window, friends, desktop, home, take_over)
        self._choosing = Choosing(service, window, friends, home)
        self._orders = TransferOrders(service, window, transfers, desktop)
        self._first_run = FirstRun(service.profile, window, desktop, home)
        self._history = HistoryOrders(service, window, desktop)
        self._announcer = TransferAnnouncer(self._say, friends.short_names)
        self._progress_announcer = ProgressAnnouncer(self._say, time.monotonic)
        self._is_replaying = True
        with transfers.loading():
            self._unsubscribe = service.subscribe(self.handle)
        self._is_replaying = False
        self._count_waiting()
        self._frames = self._timer(FRAME_MS, self._show_progress)
        self._ages = self._timer(LINES_AGE_MS, self._tell_times_again)
        self._tell_whether_friends()
        self._show_progress()
        self._sum_up()

    @property
    def models(self) -> tuple[FriendListModel, TransferListModel]:
        """What the window shows: friends, and transfers."""
        return self._friends, self._transfers

    def close(self) -> None:
        """Listen no more; what was pasted is on its way."""
        self._orders.close()
        self._frames.stop()
        self._ages.stop()
        self._unsubscribe()

    # --- what the service tells

    def handle(self, event: Event) -> None:
        """Show an event."""
        self._dialogs.handle(event)
        self._orders.handle(event)
        self._choosing.handle(event)
        self._first_run.handle(event)
        self._history.handle(event)
        self._transfers.follow_group(event)
        match event:
            case ProfileChanged(profile):
                self._profile_changed(profile)
            case FriendAdded(friend, presence) | FriendChanged(friend, presence):
                self._friend_changed(friend, presence)
            case FriendRemoved(friend_id):
                self._friends.remove_friend(friend_id)
                self._transfers.set_short_names(self._friends.short_names())
                self._tell_whether_friends()
            case NearbyAppeared(nearby):
                self._friends.put_nearby(nearby)
            case NearbyGone(key):
                self._friends.remove_nearby(key)
            case TransferAdded(transfer) | TransferChanged(transfer):
                self._transfer_changed(transfer, is_new=isinstance(event, TransferAdded))
            case TransferRemoved(transfer_id):
                self._transfer_removed(transfer_id)
            case TroublesChanged(troubles):
                self._troubles = troubles
                self._tell_troubles()
            case ClosedUnexpectedly():
                show_crash(self._window, self._desktop, event)
        self._orders.details.handle(event)

    def _profile_changed(self, profile: Profile) -> None:
        self._profile = profile
        is_visible = profile.is_visible(self._friends.now())
        self._window.sidebar.show_profile(profile, is_visible=is_visible)
        self._dialogs.show_profile(profile)
        self._tell_troubles()

    def _friend_changed(self, friend: Friend, presence: Presence) -> None:
        self._known[friend.id] = friend, presence
        self._friends.put_friend(friend, presence)
        self._transfers.set_short_names(self._friends.short_names())
        self._transfers.friend_changed(friend, presence)
        for offer in list(self._offers.values()):
            if offer.friend_id == friend.id:
                self._show_offer(offer, friend)
        self._tell_whether_friends()

    def _transfer_changed(self, transfer: Transfer, *, is_new: bool) -> None:
        friend, presence = self._known.get(transfer.friend_id, (None, Presence()))
        self._transfers.put(transfer, friend, presence)
        if friend is not None:
            self._show_offer(transfer, friend)
        self._announcer.follow(transfer, friend, is_told=not self._is_replaying)
        if self._is_replaying:
            return
        if is_new and transfer.direction is Direction.OUTGOING:
            self._window.pane.view.show_transfer(transfer.id)
        self._tick_every(FRAME_MS)
        self._count_waiting()
        self._sum_up()

    def _transfer_removed(self, transfer_id: TransferId) -> None:
        self._transfers.remove(transfer_id)
        self._announcer.forget(transfer_id)
        self._offers.pop(transfer_id, None)
        self._window.pane.offers.forget_offer(transfer_id)
        self._count_waiting()
        self._sum_up()

    def _show_offer(self, transfer: Transfer, friend: Friend) -> None:
        is_open = transfer.state is TransferState.OFFERED
        if transfer.direction is not Direction.INCOMING or not (
            is_open or transfer.id in self._offers
        ):
            return
        if is_open:
            self._offers[transfer.id] = transfer
        else:
            self._offers.pop(transfer.id, None)
        folder = self._profile.downloads if self._profile else ""
        self._window.pane.offers.show_offer(transfer, friend, folder)

    def _say(self, text: str, is_urgent: bool) -> None:
        announce(self._window, text, is_urgent=is_urgent)
        if is_urgent:
            QApplication.alert(self._window)

    # --- what the window shows of it all

    def _show_progress(self) -> None:
        is_seen = self._window.isVisible() and not self._window.isMinimized()
        latest = self._service.progress()
        is_restless = self._transfers.has_restless_bars()
        is_moving = bool(latest) or is_restless
        self._tick_every(FRAME_MS if is_seen and is_moving else RESTING_FRAME_MS)
        is_text_due = self._frame % FRAMES_PER_TEXT == 0
        self._frame += 1
        changed = self._transfers.set_progress(latest, say=is_text_due)
        self._orders.details.show_progress(latest)
        if not is_seen:
            return
        self._window.pane.view.repaint_rows(changed)
        if is_restless:
            self._window.pane.view.advance_restless_bars(RESTLESS_STEP)
        if is_text_due:
            self._sum_up(latest)
            row = self._window.pane.view.current_row()
            current = (row.transfer.id, row.look.title) if row is not None else (None, "")
            self._progress_announcer.follow(latest, *current)

    def _tick_every(self, interval_ms: int) -> None:
        # Setting it begins the interval anew: what is told all the time would hold up every frame.
        if self._frames.interval() != interval_ms:
            self._frames.setInterval(interval_ms)

    def _sum_up(self, latest: Mapping[TransferId, Progress] | None = None) -> None:
        latest = self._service.progress() if latest is None else latest
        header, transfers = self._window.pane.header, self._transfers
        waiting = transfers.count(Section.WAITING)
        passed_on = len(transfers.groups.passed_on)
        line = summary_line(transfers.in_progress(), waiting, latest, len(self._offers), passed_on)
        header.summary.set_full_text(line)
        header.show_holding(transfers.holding())

    def _count_waiting(self) -> None:
        self._friends.set_waiting(self._transfers.awaited())

    def _tell_times_again(self) -> None:
        self._friends.tell_times_again()
        if self._profile is not None:
            self._profile_changed(self._profile)

    def _tell_whether_friends(self) -> None:
        self._window.pane.set_has_friends(bool(self._friends.friends()))

    def _tell_troubles(self) -> None:
        port = self._profile.port if self._profile else 0
        self._window.pane.banner.show_troubles(self._troubles, port)

    def _timer(self, interval_ms: int, tick: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval_ms)
        timer.timeout.connect(tick)
        timer.start()
        return timer
