"""How long what is kept of transfers stays (PROTOCOL.md, section 13)."""

from enum import StrEnum

from byhand.domain.transfer import Transfer, TransferState

DAY_SECONDS = 24 * 3600
OFFER_SECONDS = 7 * DAY_SECONDS
"""How long an offer waits for an answer."""
PARTIAL_SECONDS = 14 * DAY_SECONDS
"""How long what has arrived of a transfer stays while nothing more arrives."""
ENDING_SECONDS = 30 * DAY_SECONDS
"""How long a friend may still ask how a transfer has ended, whatever the user keeps."""


class Retention(StrEnum):
    """How long the user keeps the history; the values are in settings.json."""

    FOREVER = "forever"
    THIRTY_DAYS = "30_days"
    NEVER = "never"


_SECONDS = {Retention.THIRTY_DAYS: 30.0 * DAY_SECONDS, Retention.NEVER: 0.0}


def forgotten_before(retention: Retention, now: float) -> float | None:
    """Return before when what has ended leaves the history, in Unix seconds; None: nothing."""
    seconds = _SECONDS.get(retention)
    return None if seconds is None else now - seconds


def is_expired(transfer: Transfer, now: float) -> bool:
    """Say whether an offer has waited too long for its answer; `now` in Unix seconds."""
    return transfer.state is TransferState.OFFERED and now - transfer.created_at >= OFFER_SECONDS
