"""What a command can tell, whoever reads it: a person at a terminal or a script."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from byhand.cli.orders import ExitCode
from byhand.cli.rows import TransferRow
from byhand.domain.connection_check import ConnectionReport, Finding
from byhand.domain.events import FileRow
from byhand.domain.friend import Friend, Nearby, Presence
from byhand.domain.group import GroupStanding
from byhand.domain.history import HistoryItem
from byhand.domain.history_events import CheckedAgain
from byhand.domain.identity import FriendId
from byhand.domain.introduction import Introduced
from byhand.domain.pairing import Pairing
from byhand.domain.profile import Network, Profile
from byhand.domain.progress import Progress
from byhand.domain.transfer import Transfer, TransferId


class Output(Protocol):
    """One method a thing told; names and titles come raw and are made safe here."""

    @property
    def tick_seconds(self) -> float:
        """Return how long to wait between two looks at the progress."""

    def offer(self, transfer: Transfer, friend_name: str) -> None:
        """Tell what a transfer contains, now that it is counted."""

    def state(self, transfer: Transfer, friend_name: str) -> None:
        """Tell that a transfer has come into another state."""

    def progress(self, transfer: Transfer, progress: Progress, friend_name: str) -> None:
        """Tell how far a moving transfer is."""

    def group(
        self, standing: GroupStanding, friend_name: str, names: Mapping[FriendId, str]
    ) -> None:
        """Tell who gave how much of what several receive; `names` are those of all friends."""

    def group_progress(self, transfer: Transfer, standing: GroupStanding, friend_name: str) -> None:
        """Tell how far all who receive it are together, or that it is being passed on."""

    def group_over(self, transfer_id: TransferId, group_id: bytes) -> None:
        """Tell that a transfer is part of no group any more."""

    def finished(self, transfer: Transfer) -> None:
        """Tell what came of a transfer that is done, wholly or partly."""

    def question(self, transfer: Transfer, friend_name: str) -> None:
        """Ask whether an offer is accepted."""

    def question_gone(self) -> None:
        """Take the last question back, answered or not."""

    def transfers(self, rows: Sequence[TransferRow]) -> None:
        """Tell transfers of a list."""

    def ordered(self, rows: Sequence[TransferRow], sentence: str) -> None:
        """Tell what has come of an order, and where the transfers stand now."""

    def queued(self, transfer: Transfer, sentence: str) -> None:
        """Tell that a transfer is left in the queue, where it goes on without us."""

    def files(self, transfer_id: TransferId, rows: Sequence[FileRow]) -> None:
        """Tell some files of a transfer, and where they stand."""

    def text(self, transfer: Transfer, friend_name: str, text: str) -> None:
        """Tell what a text that was received says."""

    def history(self, items: Sequence[HistoryItem]) -> None:
        """Tell transfers that have ended."""

    def checked(self, checked: CheckedAgain) -> None:
        """Tell what came of comparing files with their receipt."""

    def friend(self, friend: Friend, presence: Presence) -> None:
        """Tell who a friend is and whether they are there."""

    def policy(self, friend: Friend) -> None:
        """Tell what happens to a friend's offers."""

    def limits(self, profile: Profile) -> None:
        """Tell how fast bytes go and come, all together, when others hold, and how many at once."""

    def friend_limits(self, friend: Friend) -> None:
        """Tell how fast bytes go to a friend and come from them."""

    def introduction(self, introduced: Introduced) -> None:
        """Tell whom a friend introduces, and how far that is."""

    def network(self, network: Network) -> None:
        """Tell a network around us, and whether our name is always shown there."""

    def finding(self, finding: Finding) -> None:
        """Tell what was found at one step of a check of the connection."""

    def connection(self, report: ConnectionReport) -> None:
        """Tell how it stands with all of a check that has ended."""

    def pairing(self, pairing: Pairing) -> None:
        """Tell how far a pairing is, and what the user may type now."""

    def candidate(self, number: int, nearby: Nearby) -> None:
        """Tell somebody whom the user may pick, by number."""

    def nearby(self, nearby: Nearby) -> None:
        """Tell who shows themselves on the network."""

    def me(self, profile: Profile) -> None:
        """Tell who the user is."""

    def ready(self, profile: Profile) -> None:
        """Tell that offers can come from now on."""

    def invite(self, link: str, expires_at: float) -> None:
        """Hand the user an invite link; `expires_at` in Unix seconds."""

    def backup(self, path: str, name: str, computer: str, friends: int) -> None:
        """Tell whose identity a file holds, and how many friends."""

    def note(self, sentence: str) -> None:
        """Tell a person something that a script knows already."""

    def error(self, code: str, sentence: str, transfer_id: TransferId | None = None) -> None:
        """Tell what went wrong and what to do."""

    def end(self, exit_code: ExitCode) -> None:
        """Tell that nothing more will come."""
