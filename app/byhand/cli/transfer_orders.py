"""What a user can order about transfers that are there already, as values."""

from msgspec import Struct

HISTORY_COUNT = 20


class ListQueue(Struct, frozen=True):
    """Show every transfer that is not over, and those that ended lately."""


class ListFiles(Struct, frozen=True):
    """Show the files of a transfer."""

    transfer: str


class PauseTransfers(Struct, frozen=True):
    """Hold some transfers, or let them go on; none: every one that is not over."""

    transfers: tuple[str, ...] = ()
    is_paused: bool = True


class CancelTransfer(Struct, frozen=True):
    """End a transfer."""

    transfer: str


class CancelFiles(Struct, frozen=True):
    """Leave some files of a transfer out, by their numbers, as typed."""

    transfer: str
    files: tuple[str, ...]


class RetryTransfer(Struct, frozen=True):
    """Offer once more what failed of a transfer."""

    transfer: str


class MoveTransfer(Struct, frozen=True):
    """Put a transfer before another one, first, or last."""

    transfer: str
    before: str | None = None
    is_first: bool = False


class RemoveTransfer(Struct, frozen=True):
    """Take a transfer that is over off the list."""

    transfer: str


class ListHistory(Struct, frozen=True):
    """Show what ended last, or of it what holds a text."""

    text: str = ""
    count: int = HISTORY_COUNT


class CheckAgain(Struct, frozen=True):
    """Compare a transfer's files with its receipt, and fetch what is missing if wanted."""

    transfer: str
    fetches: bool = False


class ForgetTransfer(Struct, frozen=True):
    """Take a transfer out of the history."""

    transfer: str


class ClearHistory(Struct, frozen=True):
    """Empty the history."""

    is_sure: bool = False


class ListGroup(Struct, frozen=True):
    """Show who gives what of a transfer that several receive."""

    transfer: str


class StopPassingOn(Struct, frozen=True):
    """Let others have no more of a transfer that is all here."""

    transfer: str


TransferChange = CancelTransfer | RetryTransfer | MoveTransfer | RemoveTransfer | StopPassingOn
"""What is ordered of one transfer, and done once that shows."""
QueueOrder = ListQueue | ListFiles | ListGroup | PauseTransfers | CancelFiles | TransferChange
HistoryOrder = ListHistory | CheckAgain | ForgetTransfer | ClearHistory
