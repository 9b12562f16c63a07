"""What a user can order about transfers that are there already, as values."""

from dataclasses import dataclass

HISTORY_COUNT = 20


@dataclass(frozen=True, slots=True)
class ListQueue:
    """Show every transfer that is not over, and those that ended lately."""


@dataclass(frozen=True, slots=True)
class ListFiles:
    """Show the files of a transfer."""

    transfer: str


@dataclass(frozen=True, slots=True)
class PauseTransfers:
    """Hold some transfers, or let them go on; none: every one that is not over."""

    transfers: tuple[str, ...] = ()
    is_paused: bool = True


@dataclass(frozen=True, slots=True)
class CancelTransfer:
    """End a transfer."""

    transfer: str


@dataclass(frozen=True, slots=True)
class CancelFiles:
    """Leave some files of a transfer out, by their numbers, as typed."""

    transfer: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RetryTransfer:
    """Offer once more what failed of a transfer."""

    transfer: str


@dataclass(frozen=True, slots=True)
class MoveTransfer:
    """Put a transfer before another one, first, or last."""

    transfer: str
    before: str | None = None
    is_first: bool = False


@dataclass(frozen=True, slots=True)
class RemoveTransfer:
    """Take a transfer that is over off the list."""

    transfer: str


@dataclass(frozen=True, slots=True)
class ListHistory:
    """Show what ended last, or of it what holds a text."""

    text: str = ""
    count: int = HISTORY_COUNT


@dataclass(frozen=True, slots=True)
class CheckAgain:
    """Compare a transfer's files with its receipt, and fetch what is missing if wanted."""

    transfer: str
    fetches: bool = False


@dataclass(frozen=True, slots=True)
class ForgetTransfer:
    """Take a transfer out of the history."""

    transfer: str


@dataclass(frozen=True, slots=True)
class ClearHistory:
    """Empty the history."""

    is_sure: bool = False


TransferChange = CancelTransfer | RetryTransfer | MoveTransfer | RemoveTransfer
"""What is ordered of one transfer, and done once that shows."""
QueueOrder = ListQueue | ListFiles | PauseTransfers | CancelFiles | TransferChange
HistoryOrder = ListHistory | CheckAgain | ForgetTransfer | ClearHistory
