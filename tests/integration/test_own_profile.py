"""What the user says of themselves, to a whole service."""

from pathlib import Path

import pytest

from byhand.domain.events import FriendAdded, FriendChanged, ProfileChanged, RoomTold
from byhand.domain.friend import Friend, Policy
from byhand.domain.notification import Telling
from byhand.domain.profile import Profile
from byhand.domain.transfer import TransferState
from byhand.errors import UsageError
from byhand.network.sockets import open_servers
from byhand.storage.settings_store import load_settings
from tests.helpers.two_services import Party, party, two_services


def profile_of(somebody: Party) -> Profile:
    return next(
        each.profile for each in reversed(somebody.events) if isinstance(each, ProfileChanged)
    )


async def test_a_profile_is_new_until_somebody_has_said_who_they_are(tmp_path: Path) -> None:
    async with party(tmp_path / "profile", tmp_path / "downloads") as new:
        own = profile_of(new)
        assert own.is_new
        assert own.visible_until == 0, "nobody is shown a name that the user has not seen"
        new.service.profile.set_names(own.name, own.computer)
        await new.until(lambda: not profile_of(new).is_new)
    async with party(tmp_path / "profile", tmp_path / "downloads") as known:
        assert not profile_of(known).is_new
        assert profile_of(known).name == own.name


async def test_the_language_that_was_chosen_is_there_after_the_next_start(tmp_path: Path) -> None:
    async with party(tmp_path / "profile", tmp_path / "downloads") as first:
        assert first.service.profile.language == "system"
        with pytest.raises(UsageError):
            first.service.profile.set_language("tlh")
        told = len(first.events)
        first.service.profile.set_language("pl")
        await first.until(lambda: len(first.events) > told)
    async with party(tmp_path / "profile", tmp_path / "downloads") as second:
        assert second.service.profile.language == "pl"


async def test_a_look_that_there_is_not_does_not_get_into_the_settings(tmp_path: Path) -> None:
    async with party(tmp_path / "profile", tmp_path / "downloads") as first:
        with pytest.raises(UsageError):
            first.service.profile.set_appearance("sepia")
        told = len(first.events)
        first.service.profile.set_visible(0)
        await first.until(lambda: len(first.events) > told)
        assert first.service.profile.appearance == "system"


async def test_who_has_a_friend_is_not_new(tmp_path: Path) -> None:
    async with two_services(tmp_path) as (alice, _):
        alice.service.profile.set_visible(0)
        assert not profile_of(alice).is_new


async def test_each_friend_has_a_folder_of_their_own_where_that_is_set(tmp_path: Path) -> None:
    source = tmp_path / "plan.txt"
    source.write_text("at eight")
    async with two_services(tmp_path) as (alice, bob):
        bob.service.profile.set_has_folders(True)
        await bob.until(lambda: profile_of(bob).has_folders)
        transfer_id = alice.service.send([str(source)], alice.friend.id)
        await bob.until(lambda: transfer_id in bob.transfers())
        await bob.until(lambda: bob.transfers()[transfer_id].is_counted)
        folder = bob.folder / bob.friend.name
        assert bob.transfers()[transfer_id].folder == str(folder)
        bob.service.accept(transfer_id)
        await bob.until(lambda: bob.transfers()[transfer_id].state is TransferState.DONE)
        assert (folder / "plan.txt").read_text() == "at eight"


async def test_room_is_told_on_request(tmp_path: Path) -> None:
    async with party(tmp_path / "profile", tmp_path / "downloads") as alone:
        alone.service.queue.request_room(str(tmp_path / "downloads"))
        alone.service.queue.request_room(str(tmp_path / "no" / "such"))
        await alone.until(lambda: len([e for e in alone.events if isinstance(e, RoomTold)]) == 2)
        told = {e.folder: e.free for e in alone.events if isinstance(e, RoomTold)}
        assert told[str(tmp_path / "no" / "such")] is None
        assert told[str(tmp_path / "downloads")] is not None


async def test_a_port_that_is_taken_is_refused_and_the_old_one_stays(tmp_path: Path) -> None:
    async with party(tmp_path / "profile", tmp_path / "downloads") as alone:
        before = profile_of(alone)
        servers = open_servers(0)
        port = servers[0].getsockname()[1]
        try:
            with pytest.raises(UsageError):
                alone.service.profile.set_port(port)
        finally:
            for server in servers:
                server.close()
        with pytest.raises(UsageError):
            alone.service.profile.set_port(80)
        assert profile_of(alone) == before
        alone.service.profile.set_port(port)
        await alone.until(lambda: profile_of(alone).wanted_port == port)
        assert not profile_of(alone).is_port_taken
        assert profile_of(alone).port == before.port
    assert load_settings(tmp_path / "profile" / "settings.json").port == port


async def test_what_holds_for_verified_friends_is_there_after_a_restart(tmp_path: Path) -> None:
    async with party(tmp_path / "profile", tmp_path / "downloads") as first:
        first.service.profile.set_accepts_verified(True)
        await first.until(lambda: profile_of(first).accepts_verified)
    async with party(tmp_path / "profile", tmp_path / "downloads") as second:
        assert profile_of(second).accepts_verified
        assert second.service._people.book.accepts_verified


async def test_what_becomes_of_a_closed_window_and_what_notifications_say_is_kept(
    tmp_path: Path,
) -> None:
    async with party(tmp_path / "profile", tmp_path / "downloads") as first:
        own = profile_of(first)
        assert (own.keeps_running, own.knows_tray, own.telling) == (True, False, "everything")
        first.service.profile.set_keeps_running(False)
        first.service.profile.set_knows_tray()
        first.service.profile.set_telling(Telling.NO_NAMES)
        await first.until(lambda: profile_of(first).telling is Telling.NO_NAMES)
    async with party(tmp_path / "profile", tmp_path / "downloads") as again:
        own = profile_of(again)
        assert (own.keeps_running, own.knows_tray, own.telling) == (False, True, "no-names")


async def test_what_holds_already_and_is_said_again_leaves_what_was_said_of_a_friend(
    tmp_path: Path,
) -> None:
    async with two_services(tmp_path) as (_, bob):
        friends, friend_id = bob.service.friends, bob.friend.id

        def friend() -> Friend:
            return next(
                e.friend for e in reversed(bob.events) if isinstance(e, FriendAdded | FriendChanged)
            )

        await bob.service._people.book.set_verified(friend_id)
        friends.set_policy(friend_id, Policy(accepts_by_itself=True))
        bob.service.profile.set_accepts_verified(False)
        # Friends are changed one after the other.
        friends.rename(friend_id, "Rita")
        await bob.until(lambda: friend().name == "Rita")
        assert friend().policy.accepts_by_itself
