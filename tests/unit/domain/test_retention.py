import pytest
from msgspec.structs import replace

from byhand.domain.retention import (
    DAY_SECONDS,
    OFFER_SECONDS,
    Retention,
    forgotten_before,
    is_expired,
)
from byhand.domain.transfer import TransferState
from tests.helpers.kept import FIRST, stored

NOW = 1e9


def test_the_history_is_kept_as_long_as_the_user_says() -> None:
    assert forgotten_before(Retention.FOREVER, NOW) is None
    assert forgotten_before(Retention.THIRTY_DAYS, NOW) == NOW - 30 * DAY_SECONDS
    assert forgotten_before(Retention.NEVER, NOW) == NOW


@pytest.mark.parametrize("state", list(TransferState))
def test_only_an_offer_that_waits_expires_after_seven_days(state: TransferState) -> None:
    transfer = replace(stored(FIRST).transfer, state=state, created_at=NOW)
    assert not is_expired(transfer, NOW + OFFER_SECONDS - 1)
    assert is_expired(transfer, NOW + OFFER_SECONDS) == (state is TransferState.OFFERED)
