"""What slows a transfer down, as both of two whole services tell it: each case is made, and found.

None of them comes to its end: the file would take minutes, and it is cancelled.
"""

import asyncio
import functools
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from byhand.domain.bottleneck import Bottleneck
from byhand.domain.events import InviteMade
from byhand.domain.limits import RateLimits
from byhand.domain.transfer import TransferId, TransferState
from byhand.engine.arrival import begin_arrival
from byhand.network.addresses import Hint
from byhand.protocol.invite import Invite, decode_link, encode_link
from byhand.service import arrivals
from byhand.storage.source import SourceFile
from tests.helpers.faulty_disk import slow_disk
from tests.helpers.relay import relay_to
from tests.helpers.two_services import SECONDS, Party, party

SIZE = 100_000_000
RATE = 1_000_000
SLOW_SECONDS = 0.2
_B = Bottleneck


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """A large file that is not all a hole, which would be sent as one."""
    path = tmp_path / "film.mkv"
    path.write_bytes(bytes(range(1, 251)) * (SIZE // 250))
    return path


async def moving(sender: Party, receiver: Party, source: Path) -> TransferId:
    transfer_id = sender.service.send([str(source)], sender.friend.id)
    await receiver.until_offered(transfer_id)
    receiver.service.accept(transfer_id)
    await sender.until_state(transfer_id, TransferState.ACTIVE)
    return transfer_id


async def told(somebody: Party, transfer_id: TransferId, *found: Bottleneck | None) -> None:
    """Wait until somebody tells one of these of a transfer; no event does."""
    last = None
    try:
        async with asyncio.timeout(SECONDS):
            while True:
                progress = somebody.service.progress().get(transfer_id)
                last = progress and progress.bottleneck
                if progress is not None and last in found:
                    return
                await asyncio.sleep(0.05)
    except TimeoutError as exc:
        raise AssertionError(f"{found} was not told, last {last}") from exc


async def both_tell(
    sender: Party, receiver: Party, transfer_id: TransferId, at_sender: _B, at_receiver: _B
) -> None:
    await told(sender, transfer_id, at_sender)
    await told(receiver, transfer_id, at_receiver)


async def given_up(sender: Party, receiver: Party, transfer_id: TransferId) -> None:
    sender.service.cancel(transfer_id)
    for each in (sender, receiver):
        assert (await each.until_final(transfer_id)).state is TransferState.CANCELLED


async def test_a_limit_is_told_by_whoever_has_set_it_and_what_it_is(
    pair: tuple[Party, Party], film: Path
) -> None:
    alice, bob = pair
    alice.service.profile.set_limits(RateLimits(up=RATE))
    transfer_id = await moving(alice, bob, film)
    await told(alice, transfer_id, None)
    await both_tell(alice, bob, transfer_id, _B.LIMIT_HERE, _B.LIMIT_THERE)
    assert alice.service.progress()[transfer_id].limit == RATE
    assert bob.service.progress()[transfer_id].limit is None
    bob.service.set_transfer_limits(transfer_id, RateLimits(down=RATE // 4))
    await both_tell(alice, bob, transfer_id, _B.LIMIT_THERE, _B.LIMIT_HERE)
    assert bob.service.progress()[transfer_id].limit == RATE // 4
    await given_up(alice, bob, transfer_id)


async def test_a_disk_that_writes_slowly_is_told_at_both_ends(
    pair: tuple[Party, Party], film: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice, bob = pair
    slow = functools.partial(begin_arrival, disk=slow_disk(SLOW_SECONDS))
    monkeypatch.setattr(arrivals, "begin_arrival", slow)
    transfer_id = await moving(alice, bob, film)
    await both_tell(alice, bob, transfer_id, _B.DISK_THERE, _B.DISK_HERE)
    await given_up(alice, bob, transfer_id)


async def test_a_disk_that_reads_slowly_is_told_at_both_ends(
    pair: tuple[Party, Party], film: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice, bob = pair
    read_into = SourceFile.read_into

    def slowly(file: SourceFile, offset: int, view: memoryview) -> None:
        threading.Event().wait(SLOW_SECONDS)
        read_into(file, offset, view)

    monkeypatch.setattr(SourceFile, "read_into", slowly)
    transfer_id = await moving(alice, bob, film)
    await both_tell(alice, bob, transfer_id, _B.DISK_HERE, _B.DISK_THERE)
    await given_up(alice, bob, transfer_id)


async def test_a_slow_network_is_told_at_both_ends_until_the_transfer_is_held(
    tmp_path: Path, film: Path
) -> None:
    async with friends_over_slow_network(tmp_path) as (alice, bob):
        transfer_id = await moving(alice, bob, film)
        await both_tell(alice, bob, transfer_id, _B.NETWORK, _B.NETWORK)
        bob.service.queue.pause(transfer_id)
        await told(alice, transfer_id, None)
        await told(bob, transfer_id, None)
        await given_up(alice, bob, transfer_id)


@asynccontextmanager
async def friends_over_slow_network(folder: Path) -> AsyncIterator[tuple[Party, Party]]:
    async with (
        party(folder / "alice", folder / "alice's downloads") as alice,
        party(folder / "bob", folder / "bob's downloads") as bob,
        relay_to(Hint("127.0.0.1", alice.service.profile.now().port), RATE) as relay,
    ):
        alice.service.make_invite()
        await alice.until(lambda: any(isinstance(each, InviteMade) for each in alice.events))
        link = next(each.link for each in alice.events if isinstance(each, InviteMade))
        bob.service.add_friend(led_through(link, str(relay.through)))
        await alice.until(lambda: alice.is_friend_online)
        await bob.until(lambda: bob.is_friend_online)
        for each in (alice, bob):
            await each.until_synced()
        yield alice, bob


def led_through(link: str, hint: str) -> str:
    """Return an invite that leads to somebody on the way."""
    invite = decode_link(link)
    return encode_link(
        Invite(invite.psk, invite.friend_id, invite.expires_at, (hint,), invite.name)
    )
