import logging
from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.domain.transfer import TransferState
from byhand.service.stores import open_stores
from byhand.storage.settings_store import save_settings
from tests.helpers.kept import FIRST, SECOND, half_received, stored
from tests.helpers.small_disk import fill, small_disk


def test_what_belongs_to_no_unfinished_transfer_is_deleted_at_the_next_start(
    tmp_path: Path,
) -> None:
    staged = [half_received(tmp_path / "downloads", number) for number in range(3)]
    stores = open_stores(tmp_path / "profile")
    ended = stored(SECOND, TransferState.CANCELLED, ended_at=2.0)
    stores.database.transfers.save_many([stored(FIRST), ended])
    for staging, transfer_id in zip(staged, (FIRST, SECOND, None), strict=True):
        stores.database.stagings.add(str(staging), 1.0, transfer_id)
    stores.close()
    stores = open_stores(tmp_path / "profile")
    assert [staging.exists() for staging in staged] == [True, False, False]
    assert stores.database.stagings.leftovers() == ()
    stores.close()


def test_an_end_that_cannot_be_noted_is_taken_for_a_crash(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with small_disk(tmp_path / "disk", 4_000_000) as disk:
        stores = open_stores(disk / "profile")
        # So that no room is left in the files that are there.
        stores.database._database.run("PRAGMA wal_checkpoint(TRUNCATE)")
        filler = fill(disk)
        with caplog.at_level(logging.WARNING):
            stores.mark_stopped()
        assert "crash" in caplog.text
        stores.close()
        filler.unlink()
        stores = open_stores(disk / "profile")
        assert not stores.database.opening.was_stopped_well
        stores.mark_stopped()
        stores.close()
        stores = open_stores(disk / "profile")
        assert stores.database.opening.was_stopped_well
        stores.close()


def test_a_profile_is_new_until_its_user_has_seen_it(tmp_path: Path) -> None:
    open_stores(tmp_path / "profile").close()
    stores = open_stores(tmp_path / "profile")
    assert stores.settings.is_new
    stores.close()
    save_settings(stores.folder.settings, replace(stores.settings, is_new=False))
    stores = open_stores(tmp_path / "profile")
    assert not stores.settings.is_new
    stores.close()


def test_one_that_was_there_before_is_not_new(tmp_path: Path) -> None:
    stores = open_stores(tmp_path / "profile")
    stores.close()
    stores.folder.settings.unlink()
    stores = open_stores(tmp_path / "profile")
    assert not stores.settings.is_new
    stores.close()


def test_whoever_is_killed_before_the_identity_is_there_is_as_new_the_next_time(
    tmp_path: Path,
) -> None:
    stores = open_stores(tmp_path / "profile")
    stores.close()
    stores.folder.identity.unlink()
    stores = open_stores(tmp_path / "profile")
    assert stores.settings.is_new
    stores.close()
