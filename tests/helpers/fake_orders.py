"""Stand-ins for the service's groups of orders: each records what it is told."""

from collections.abc import Callable, Sequence

from byhand.domain.file_query import EVERY_FILE, FileQuery
from byhand.domain.friend import Policy
from byhand.domain.history import EVERYTHING, HistoryQuery
from byhand.domain.identity import FriendId
from byhand.domain.introduction import IntroductionId
from byhand.domain.limits import RateLimits, Schedule
from byhand.domain.notification import Telling
from byhand.domain.pairing import PairingId
from byhand.domain.pictures import PICTURE_BYTES, TOO_LARGE_TO_SEND
from byhand.domain.profile import Visibility
from byhand.domain.retention import Retention
from byhand.domain.transfer import TransferId
from byhand.errors import UsageError

TAKEN_NAME = "Taken already"
"""No friend can be renamed to this."""
TAKEN_PORT = 47999
"""Another program has this one."""
BAD_ADDRESS = "not an address"
"""No invitation can be made with this."""
Record = Callable[..., None]
"""record(name, *arguments)"""
Change = Callable[..., None]
"""change(**fields of the profile)"""


class FakeFriendOrders:
    """Records orders about friends: ("rename", id, name) as ("rename_friend", id, name)."""

    def __init__(self, record: Record) -> None:
        self._record = record

    def rename(self, friend_id: FriendId, name: str) -> None:
        if name == TAKEN_NAME:
            raise UsageError("You already have a friend of that name.")
        self._record("rename_friend", friend_id, name)

    def remove(self, friend_id: FriendId) -> None:
        self._record("remove_friend", friend_id)

    def block(self, friend_id: FriendId) -> None:
        self._record("block_friend", friend_id)

    def unblock(self, friend_id: FriendId) -> None:
        self._record("unblock_friend", friend_id)

    def set_mine(self, friend_id: FriendId, is_mine: bool) -> None:
        self._record("set_mine", friend_id, is_mine)

    def join(self, friend_id: FriendId, person: FriendId) -> None:
        self._record("join_friend", friend_id, person)

    def keep_apart(self, friend_id: FriendId, name: str) -> None:
        if name == TAKEN_NAME:
            raise UsageError("You already have a friend of that name.")
        self._record("keep_apart", friend_id, name)

    def set_policy(self, friend_id: FriendId, policy: Policy) -> None:
        self._record("set_policy", friend_id, policy)

    def set_limits(self, friend_id: FriendId, limits: RateLimits) -> None:
        self._record("set_friend_limits", friend_id, limits)

    def confirm_moved(self, friend_id: FriendId) -> None:
        self._record("confirm_moved", friend_id)

    def add_address(self, friend_id: FriendId, address: str) -> None:
        if " " in address:
            raise UsageError("That is not an address; write it as HOST:PORT.")
        self._record("add_address", friend_id, address)


class FakePairingOrders:
    """Records orders about pairing, each as ("pairing.NAME", arguments)."""

    def __init__(self, record: Record) -> None:
        self.absent: set[FriendId] = set()
        self._record = record

    def open(self) -> None:
        self._record("pairing.open")

    def close(self) -> None:
        self._record("pairing.close")

    def pair(self, nearby_key: str, *, is_mine: bool = False) -> None:
        self._record("pairing.pair", nearby_key, is_mine)

    def accept(self, pairing_id: PairingId, *, is_mine: bool = False) -> None:
        self._record("pairing.accept", pairing_id, is_mine)

    def compare_codes(self, friend_id: FriendId) -> None:
        if friend_id in self.absent:
            raise UsageError("They are not there now.")
        self._record("pairing.compare_codes", friend_id)

    def type_code(self, pairing_id: PairingId, digits: str) -> None:
        self._record("pairing.type_code", pairing_id, digits)

    def put_off(self, pairing_id: PairingId) -> None:
        self._record("pairing.put_off", pairing_id)

    def refuse(self, pairing_id: PairingId, *, codes_differ: bool = False) -> None:
        self._record("pairing.refuse", pairing_id, codes_differ)


class FakeIntroductionOrders:
    """Records orders about introductions."""

    def __init__(self, record: Record) -> None:
        self.absent: set[FriendId] = set()
        self._record = record

    def introduce(self, friend_id: FriendId, other: FriendId) -> None:
        if {friend_id, other} & self.absent:
            raise UsageError("They are not there now.")
        self._record("introduce", friend_id, other)

    def answer(self, introduction_id: IntroductionId, *, agrees: bool) -> None:
        self._record("answer_introduction", introduction_id, agrees)

    def dismiss(self, introduction_id: IntroductionId) -> None:
        self._record("dismiss_introduction", introduction_id)


class FakeProfileOrders:
    """Records what the user says of themselves, and tells what they may see at once."""

    def __init__(self, record: Record, change: Change) -> None:
        self.appearance = "system"
        self.language = "en"
        self._record = record
        self._change = change

    def set_names(self, name: str, computer: str) -> None:
        self._record("set_names", name, computer)
        self._change(name=name, computer=computer, is_new=False)

    def set_downloads(self, folder: str) -> None:
        self._record("set_downloads", folder)
        self._change(downloads=folder)

    def set_has_folders(self, has_folders: bool) -> None:
        self._record("set_has_folders", has_folders)
        self._change(has_folders=has_folders)

    def set_accepts_verified(self, accepts: bool) -> None:
        self._record("set_accepts_verified", accepts)
        self._change(accepts_verified=accepts)

    def set_port(self, port: int) -> None:
        if port == TAKEN_PORT:
            raise UsageError("Another program uses that port.")
        self._record("set_port", port)
        self._change(wanted_port=port)

    def set_visible(self, seconds: float) -> None:
        self._record("set_visible", seconds)

    def set_visibility(self, visibility: Visibility) -> None:
        self._record("set_visibility", visibility)
        self._change(visibility=visibility)

    def set_trusted(self, network_id: str, is_trusted: bool) -> None:
        self._record("set_trusted", network_id, is_trusted)

    def set_limits(self, limits: RateLimits) -> None:
        self._record("set_limits", limits)
        self._change(limits=limits)

    def set_schedule(self, schedule: Schedule | None) -> None:
        self._record("set_schedule", schedule)
        self._change(schedule=schedule)

    def set_at_once(self, count: int) -> None:
        self._record("set_at_once", count)
        self._change(at_once=count)

    def set_keeps_running(self, keeps_running: bool) -> None:
        self._record("set_keeps_running", keeps_running)
        self._change(keeps_running=keeps_running)

    def set_knows_tray(self) -> None:
        self._record("set_knows_tray")
        self._change(knows_tray=True)

    def set_retention(self, retention: Retention) -> None:
        self._record("set_retention", retention)
        self._change(retention=retention)

    def set_telling(self, telling: Telling) -> None:
        self._record("set_telling", telling)
        self._change(telling=telling)

    def set_appearance(self, appearance: str) -> None:
        self._record("set_appearance", appearance)
        self.appearance = appearance

    def set_language(self, language: str) -> None:
        self._record("set_language", language)
        self.language = language

    def export(self, path: str, passphrase: str) -> None:
        self._record("export", path, passphrase)

    def read_backup(self, path: str, passphrase: str) -> None:
        self._record("read_backup", path, passphrase)


class FakeQueueOrders:
    """Records orders about transfers, each as ("queue.NAME", arguments)."""

    def __init__(self, record: Record) -> None:
        self.retried = TransferId(b"again" + bytes(11))
        self._record = record

    def pause(self, transfer_id: TransferId) -> None:
        self._record("queue.pause", transfer_id)

    def resume(self, transfer_id: TransferId) -> None:
        self._record("queue.resume", transfer_id)

    def pause_all(self) -> None:
        self._record("queue.pause_all")

    def resume_all(self) -> None:
        self._record("queue.resume_all")

    def move(self, transfer_id: TransferId, before: TransferId | None) -> None:
        self._record("queue.move", transfer_id, before)

    def put_off(self, transfer_id: TransferId) -> None:
        self._record("queue.put_off", transfer_id)

    def leave_out(self, transfer_id: TransferId, entries: Sequence[int]) -> None:
        self._record("queue.leave_out", transfer_id, list(entries))

    def retry(self, transfer_id: TransferId) -> TransferId:
        self._record("queue.retry", transfer_id)
        return self.retried

    def request_files(
        self, transfer_id: TransferId, first: int, count: int, query: FileQuery = EVERY_FILE
    ) -> None:
        extras = () if query == EVERY_FILE else (query,)
        self._record("queue.request_files", transfer_id, first, count, *extras)

    def request_room(self, folder: str) -> None:
        self._record("queue.request_room", folder)

    def show_text(self, transfer_id: TransferId) -> None:
        self._record("queue.show_text", transfer_id)


class FakeHistoryOrders:
    """Records orders about the history, each as ("history.NAME", arguments)."""

    def __init__(self, record: Record) -> None:
        self._record = record

    def request(self, first: int, count: int, query: HistoryQuery = EVERYTHING) -> None:
        self._record("history.request", first, count, query)

    def outline(self, query: HistoryQuery = EVERYTHING) -> None:
        self._record("history.outline", query)

    def locate(self, ids: Sequence[TransferId]) -> None:
        self._record("history.locate", list(ids))

    def send_again(self, transfer_id: TransferId) -> None:
        self._record("history.send_again", transfer_id)

    def check_again(self, transfer_id: TransferId) -> None:
        self._record("history.check_again", transfer_id)

    def fetch_again(self, transfer_id: TransferId) -> None:
        self._record("history.fetch_again", transfer_id)

    def forget(self, transfer_id: TransferId) -> None:
        self._record("history.forget", transfer_id)

    def clear(self) -> None:
        self._record("history.clear")


class FakePictureOrders:
    """Records orders about pictures, each as ("pictures.NAME", arguments)."""

    def __init__(self, record: Record) -> None:
        self.asked: list[Callable[[bytes], None]] = []
        """Who wants the file of a picture: the test gives it."""
        self._record = record

    def send(self, png: bytes, to: FriendId) -> None:
        if len(png) > PICTURE_BYTES:
            raise UsageError(TOO_LARGE_TO_SEND)
        self._record("pictures.send", png, to)

    def read(self, transfer_id: TransferId, shown: Callable[[bytes], None]) -> None:
        self._record("pictures.read", transfer_id)
        self.asked.append(shown)
