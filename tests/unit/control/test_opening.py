"""Who wants a profile's service opens it, or finds who has it open."""

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import cast

import pytest

from byhand.control.link import Link
from byhand.control.opening import opened_or_found, service_of
from byhand.errors import CorruptIdentityError, ProfileInUseError
from byhand.service.transfer_service import TransferService
from byhand.storage.locations import ProfileFolder
from tests.helpers.elsewhere import Elsewhere
from tests.helpers.fake_service import PROFILE, FakeService
from tests.helpers.processes import HANG_SECONDS

OPENED = cast("TransferService", FakeService())


class Door:
    """Stands in for what opens a profile: `errors` are raised first, one a try."""

    def __init__(self, *errors: Exception) -> None:
        self.tries = 0
        self.is_open = False
        self._errors = list(errors)

    @asynccontextmanager
    async def open(self, profile: Path) -> AsyncIterator[TransferService]:
        self.tries += 1
        if self._errors:
            raise self._errors.pop(0)
        self.is_open = True
        try:
            yield OPENED
        finally:
            self.is_open = False


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Path]:
    """A profile that somebody has."""
    folder = ProfileFolder.open(tmp_path / "p")
    yield folder.path
    folder.close()


async def test_a_profile_that_nobody_has_is_opened(tmp_path: Path) -> None:
    door = Door()
    async with AsyncExitStack() as stack:
        assert await opened_or_found(stack, tmp_path, open_profile=door.open) is OPENED
        assert door.is_open
    assert not door.is_open


async def test_who_has_it_is_found_and_left_again(held: Path) -> None:
    service = FakeService()
    with Elsewhere(service, held) as there:
        async with AsyncExitStack() as stack:
            found = await opened_or_found(stack, held)
            assert isinstance(found, Link)
            found.subscribe(lambda _: None)
        await there.until(lambda: service.observer_count == 0)


async def test_who_has_it_for_a_moment_only_is_waited_for(tmp_path: Path) -> None:
    door = Door(ProfileInUseError(tmp_path), ProfileInUseError(tmp_path))
    async with AsyncExitStack() as stack:
        found = await opened_or_found(stack, tmp_path, HANG_SECONDS, door.open)
    assert found is OPENED
    assert door.tries == 3


async def test_who_has_it_and_never_answers_is_told_of(held: Path) -> None:
    with pytest.raises(ProfileInUseError) as caught:
        async with AsyncExitStack() as stack:
            await opened_or_found(stack, held, 0.0)
    assert caught.value.path == held


async def test_what_else_is_wrong_with_it_is_told_at_once(tmp_path: Path) -> None:
    door = Door(CorruptIdentityError(tmp_path, "why"))
    with pytest.raises(CorruptIdentityError):
        async with AsyncExitStack() as stack:
            await opened_or_found(stack, tmp_path, HANG_SECONDS, door.open)
    assert door.tries == 1


async def test_a_service_elsewhere_is_ordered_there(held: Path) -> None:
    service = FakeService()
    with Elsewhere(service, held):
        async with service_of(held, stays=True) as found:
            assert found.is_elsewhere
            found.profile.set_names("Mira", "desk")
    assert service.orders == [("set_names", "Mira", "desk")]
    assert PROFILE.name == "Mira Kohl"


@pytest.mark.parametrize("stays", [True, False])
async def test_only_who_stays_serves_others(tmp_path: Path, stays: bool) -> None:
    async with service_of(tmp_path / "p", stays=stays) as found:
        assert not found.is_elsewhere
        assert ("control.sock" in os.listdir(tmp_path / "p")) is stays
    assert "control.sock" not in os.listdir(tmp_path / "p")
