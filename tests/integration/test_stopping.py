"""Whether the next run believes that this one came to its end by itself."""

from pathlib import Path

import pytest

from byhand.service.stores import open_stores
from tests.helpers.two_services import party


def is_stopped_well(profile: Path) -> bool:
    stores = open_stores(profile)
    stores.mark_stopped()
    stores.close()
    return stores.database.opening.was_stopped_well


async def test_a_service_that_ends_by_itself_says_so_and_one_that_fails_does_not(
    tmp_path: Path,
) -> None:
    profile = tmp_path / "profile"
    async with party(profile, tmp_path / "downloads"):
        pass
    assert is_stopped_well(profile)
    with pytest.raises(ZeroDivisionError):
        async with party(profile, tmp_path / "downloads"):
            raise ZeroDivisionError
    assert not is_stopped_well(profile)
    assert is_stopped_well(profile)
