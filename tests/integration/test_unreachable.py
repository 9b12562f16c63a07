"""A friend who is announced and does not answer is told apart from one who is away."""

from pathlib import Path

import pytest

from byhand.domain.identity import FriendId
from byhand.network.addresses import Hint
from byhand.network.discovery import Discovery, Observer
from tests.helpers.circles import befriend, id_of, presence, until_offline
from tests.helpers.two_services import party


class Announcements(Discovery):
    """Sees no network; the test says who is announced, and where."""

    def __init__(self, own_id: FriendId, port: int, observer: Observer) -> None:
        super().__init__(own_id, port, observer, find_networks=lambda: ())
        self.findings = observer.findings
        self.seen: dict[FriendId, tuple[Hint, ...]] = {}

    def hints_of(self, friend_id: FriendId) -> tuple[Hint, ...]:
        return self.seen.get(friend_id, ())

    def announce(self, friend_id: FriendId, hint: Hint) -> None:
        self.seen[friend_id] = (hint,)
        self.findings.on_candidate(friend_id, hint)


class Here:
    """Makes the discovery of one service, and keeps it."""

    def __init__(self) -> None:
        self.discovery: Announcements | None = None

    def __call__(self, own_id: FriendId, port: int, observer: Observer) -> Announcements:
        self.discovery = Announcements(own_id, port, observer)
        return self.discovery


async def test_whoever_is_announced_and_does_not_answer_is_unreachable_until_they_do(
    tmp_path: Path,
) -> None:
    here = Here()
    async with party(tmp_path / "alice", tmp_path / "alice's", here) as alice:
        async with party(tmp_path / "bob", tmp_path / "bob's") as bob:
            await befriend(alice, bob)
            bobs, port = id_of(bob), bob.service.profile.now().port
        await until_offline(alice, bobs)
        assert here.discovery is not None
        here.discovery.announce(bobs, Hint("127.0.0.1", port))
        await alice.until(lambda: presence(alice, bobs).is_unreachable)
        assert not presence(alice, bobs).is_online
        async with party(tmp_path / "bob", tmp_path / "bob's") as bob:
            port = bob.service.profile.now().port
            here.discovery.announce(bobs, Hint("127.0.0.1", port))
            await alice.until(lambda: presence(alice, bobs).is_online)
            assert not presence(alice, bobs).is_unreachable


async def test_whoever_is_announced_no_more_is_away_before_they_are_called_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for when in ("calling.FIRST_RETRY", "calling.QUIET_RETRY", "sessions.YOUNG_RETRY"):
        monkeypatch.setattr(f"byhand.service.{when}_SECONDS", 600.0)
    monkeypatch.setattr("byhand.service.transfer_service.TICKS_BETWEEN_TRIES", 1)
    here = Here()
    async with party(tmp_path / "alice", tmp_path / "alice's", here) as alice:
        async with party(tmp_path / "bob", tmp_path / "bob's") as bob:
            await befriend(alice, bob)
            bobs, port = id_of(bob), bob.service.profile.now().port
        await until_offline(alice, bobs)
        assert here.discovery is not None
        here.discovery.announce(bobs, Hint("127.0.0.1", port))
        await alice.until(lambda: presence(alice, bobs).is_unreachable)
        here.discovery.seen.clear()
        await alice.until(lambda: not presence(alice, bobs).is_unreachable)


async def test_whoever_is_not_announced_is_only_away(tmp_path: Path) -> None:
    here = Here()
    async with party(tmp_path / "alice", tmp_path / "alice's", here) as alice:
        async with party(tmp_path / "bob", tmp_path / "bob's") as bob:
            await befriend(alice, bob)
            bobs = id_of(bob)
        await until_offline(alice, bobs)
        alice.service._people.sessions.look_for(bobs, afresh=True)
        await alice.until_quiet()
        assert not presence(alice, bobs).is_unreachable
