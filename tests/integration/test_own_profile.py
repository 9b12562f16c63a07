"""What the user says of themselves, to a whole service."""

from pathlib import Path

from byhand.domain.events import ProfileChanged
from byhand.domain.profile import Profile
from tests.helpers.two_services import Party, party, two_services


def profile_of(somebody: Party) -> Profile:
    return next(
        each.profile for each in reversed(somebody.events) if isinstance(each, ProfileChanged)
    )


async def test_a_profile_is_new_until_somebody_has_said_who_they_are(tmp_path: Path) -> None:
    async with party(tmp_path / "profile", tmp_path / "downloads") as new:
        own = profile_of(new)
        assert own.is_new
        new.service.profile.set_names(own.name, own.computer)
        await new.until(lambda: not profile_of(new).is_new)
    async with party(tmp_path / "profile", tmp_path / "downloads") as known:
        assert not profile_of(known).is_new
        assert profile_of(known).name == own.name


async def test_who_has_a_friend_is_not_new(tmp_path: Path) -> None:
    async with two_services(tmp_path) as (alice, _):
        alice.service.profile.set_visible(0)
        assert not profile_of(alice).is_new
