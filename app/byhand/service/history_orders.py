"""What may be asked of what has ended; what comes of it is told as events of the history."""

from collections.abc import Sequence
from typing import Protocol

from byhand.domain.history import EVERYTHING, HistoryQuery
from byhand.domain.transfer import TransferId


class HistoryOrders(Protocol):
    """What is asked of what has ended."""

    def request(self, first: int, count: int, /, query: HistoryQuery = EVERYTHING) -> None:
        """Tell some of what has ended and is looked for, the newest first, by HistoryTold."""

    def outline(self, query: HistoryQuery = EVERYTHING) -> None:
        """Tell on which days how much of it has ended, by HistoryOutlined."""

    def locate(self, ids: Sequence[TransferId], /) -> None:
        """Tell what is there now of what transfers have saved, by FilesLocated."""

    def send_again(self, transfer_id: TransferId, /) -> None:
        """Offer the same files to the same friend once more; OrderFailed if that cannot be."""

    def check_again(self, transfer_id: TransferId, /) -> None:
        """Compare the files of a transfer on our disk with its receipt; CheckedAgain tells.

        CheckingAgain tells meanwhile how far that is.
        """

    def fetch_again(self, transfer_id: TransferId, /) -> None:
        """Ask the friend for what the last check found missing or changed; it is made if need be.

        OrderFailed tells that it is not to be had. What comes is a transfer of its own, `again_of`
        this one.
        """

    def forget(self, transfer_id: TransferId, /) -> None:
        """Take one out of the history; files stay where they are."""

    def clear(self) -> None:
        """Empty the history; files stay where they are."""
