"""What is told of transfers that have ended: pages of the history, and checks of their files."""

from msgspec import Struct

from byhand.domain.history import EVERYTHING, HistoryDay, HistoryPage, HistoryQuery, Located
from byhand.domain.transfer import TransferId

CHECKED_PATHS = 100
"""How many files a CheckedAgain names of each kind."""


class HistoryTold(Struct, frozen=True):
    """Some of what has ended, as it was asked for."""

    page: HistoryPage
    query: HistoryQuery = EVERYTHING


class HistoryOutlined(Struct, frozen=True):
    """On which days how much of what was looked for has ended, the newest first."""

    query: HistoryQuery
    days: tuple[HistoryDay, ...]


class HistoryChanged(Struct, frozen=True):
    """Something has come into the history, or has left it."""


class FilesLocated(Struct, frozen=True):
    """What is there now of what transfers have saved; of those that are in the history no more,
    nothing is said.
    """

    located: tuple[Located, ...]


class CheckingAgain(Struct, frozen=True):
    """So many bytes of a transfer's files have been compared, of about so many in all."""

    transfer_id: TransferId
    bytes: int
    total_bytes: int


class CheckedAgain(Struct, frozen=True):
    """Files of a transfer that has ended were compared with what they were then.

    Counts, and the paths, as offered, of at most CHECKED_PATHS files that are missing, or
    changed. `could_be_fetched`: the friend may be asked for those, by `fetch_again`.
    `is_signed_right`: what they were then is what the receiver has signed; None if the
    receiver's key is not known any more.
    """

    transfer_id: TransferId
    right: int
    missing: int = 0
    changed: int = 0
    missing_paths: tuple[str, ...] = ()
    changed_paths: tuple[str, ...] = ()
    could_be_fetched: bool = False
    is_signed_right: bool | None = None
