"""A run that was cut off is told by the next one, and by no other."""

import logging
from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.domain.events import ClosedUnexpectedly
from byhand.domain.transfer import TransferState
from byhand.service.last_run import crash_before
from byhand.service.stores import open_stores
from tests.helpers.kept import FIRST, SECOND, THIRD, stored

IN_MY_HANDS = (
    stored(THIRD, TransferState.OFFERED).transfer,
    replace(stored(THIRD, TransferState.PAUSED).transfer, paused_by_me=True),
)
"""What waits for the user."""


def test_a_run_that_was_cut_off_is_told_with_what_goes_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    open_stores(tmp_path / "profile").close()  # and nothing said that it would end
    stores = open_stores(tmp_path / "profile")
    ended = stored(SECOND, TransferState.CANCELLED, ended_at=2.0).transfer
    with caplog.at_level(logging.WARNING):
        crash = crash_before(stores, [stored(FIRST).transfer, ended, *IN_MY_HANDS])
    assert crash == ClosedUnexpectedly(1, str(tmp_path / "profile" / "log"))
    assert "did not come to its end" in caplog.text
    stores.mark_stopped()
    stores.close()
    stores = open_stores(tmp_path / "profile")
    assert crash_before(stores, []) is None
    stores.close()


def test_the_first_run_of_all_follows_no_crash(tmp_path: Path) -> None:
    stores = open_stores(tmp_path / "profile")
    assert crash_before(stores, []) is None
    stores.close()
