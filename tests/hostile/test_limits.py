"""How much a known friend may do, and what an answer binds (security, sections 9 and 10)."""

import os
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.pieces import MIB
from byhand.domain.retention import DAY_SECONDS, OFFER_SECONDS, Retention
from byhand.domain.transfer import TransferId, TransferState
from byhand.protocol.fields import LANE_LIMIT
from byhand.protocol.messages import Answer, Cancel, Lanes, Offer, Verdict, Withdraw
from byhand.service.expiring import Expiring
from byhand.service.offer_limits import OFFERS_A_FRIEND, OFFERS_IN_ALL, TRANSFERS_A_FRIEND
from byhand.storage.disk import SYSTEM_DISK
from byhand.storage.staging import Staging
from tests.helpers.circles import circle
from tests.helpers.faulty_disk import FaultyDisk
from tests.helpers.scripted_friend import (
    ScriptedFriend,
    Spoken,
    files,
    fresh_id,
    heard_before_pong,
    offer,
    told,
)
from tests.helpers.small_disk import small_ext4
from tests.helpers.trees import snapshot
from tests.helpers.two_services import Party

_S = TransferState
TERABYTE = 10**12


@pytest.fixture
async def alice(tmp_path: Path) -> AsyncIterator[Party]:
    async with circle(tmp_path, "Alice") as (alice,):
        yield alice


async def offered(spoken: Spoken, alice: Party, number: int = 1, **sizes: int) -> TransferId:
    """Let somebody offer files of these sizes; return which transfer that is."""
    transfer_id = fresh_id()
    await spoken.say(offer(transfer_id, number), told(transfer_id, files(**(sizes or {"a": 10}))))
    await alice.until_offered(transfer_id)
    return transfer_id


async def declined_for(spoken: Spoken, transfer_id: TransferId) -> Code:
    while (answer := await spoken.hear_a(Answer)).transfer_id != transfer_id:
        pass
    assert answer.verdict is Verdict.DECLINE
    return answer.code


# How much may wait, and move


async def test_R05_ten_offers_wait_in_all_whoever_made_them(alice: Party) -> None:
    shown = 0
    crowd = [await ScriptedFriend.of(alice, f"Mallory {n}") for n in range(4)]
    for friend in crowd:
        async with friend.calls() as spoken:
            for number in range(1, OFFERS_A_FRIEND + 1):
                if shown < OFFERS_IN_ALL:
                    await offered(spoken, alice, number)
                    shown += 1
                    continue
                transfer_id = fresh_id()
                await spoken.say(offer(transfer_id, number))
                assert await declined_for(spoken, transfer_id) is Code.BUSY
    assert shown == OFFERS_IN_ALL == len(alice.transfers())


async def test_R05_beside_eight_transfers_of_a_friend_a_ninth_is_busy(alice: Party) -> None:
    mallory = await ScriptedFriend.of(alice)
    async with mallory.calls() as spoken:
        for number in range(1, TRANSFERS_A_FRIEND + 1):
            transfer_id = await offered(spoken, alice, number, **{f"f{number}": 10})
            alice.service.accept(transfer_id)
            await alice.until_state(transfer_id, _S.ACTIVE)
        ninth = fresh_id()
        await spoken.say(offer(ninth, 99))
        assert await declined_for(spoken, ninth) is Code.BUSY
        assert ninth not in alice.transfers()
        for each in alice.transfers():
            alice.service.cancel(each)
            await alice.until_final(each)


async def test_R06_more_lanes_than_a_session_may_have_are_hung_up_on(alice: Party) -> None:
    mallory = await ScriptedFriend.of(alice)
    async with mallory.calls() as spoken:
        indices = [2 * number for number in range(LANE_LIMIT + 1)]
        await spoken.say_anyway(Lanes(indices=indices, direction=0))
        await spoken.until_hung_up()


@pytest.mark.parametrize("is_too_long", [False, True])
async def test_R05_a_note_of_2000_characters_is_the_longest(
    alice: Party, is_too_long: bool
) -> None:
    mallory = await ScriptedFriend.of(alice)
    transfer_id = fresh_id()
    note = "n" * (2001 if is_too_long else 2000)
    async with mallory.calls() as spoken:
        await spoken.say_anyway(Offer(transfer_id=transfer_id, number=1, title="x", note=note))
        if is_too_long:
            await spoken.until_hung_up()
            assert alice.transfers() == {}
            return
        await spoken.say(told(transfer_id, files(a=10)))
        await alice.until_offered(transfer_id)
        assert alice.transfers()[transfer_id].note == note


# How long


async def test_an_offer_waits_seven_days_as_a_row_and_then_goes(alice: Party) -> None:
    mallory = await ScriptedFriend.of(alice)
    handing_over, now = alice.service._handing_over, time.time()
    expiring = Expiring(
        handing_over.queue,
        handing_over.memory,
        handing_over.transfers.order,
        alice.events.append,
        Retention.FOREVER,
        lambda: now,
    )
    async with mallory.calls() as spoken:
        transfer_id = await offered(spoken, alice)
        now = alice.transfers()[transfer_id].created_at + OFFER_SECONDS - DAY_SECONDS
        await expiring.look()
        await heard_before_pong(spoken)
        assert alice.transfers()[transfer_id].state is _S.OFFERED
        now += DAY_SECONDS
        await expiring.look()
        assert (await spoken.hear_a(Cancel)).code is Code.EXPIRED
        assert (await alice.until_final(transfer_id)).state is _S.EXPIRED


async def test_an_offer_that_is_taken_back_goes(alice: Party) -> None:
    mallory = await ScriptedFriend.of(alice)
    async with mallory.calls() as spoken:
        transfer_id = await offered(spoken, alice)
        await spoken.say(Withdraw(transfer_id=transfer_id))
        await alice.until(lambda: alice.service._handing_over.queue.open_offers() == 0)


# Room on the disk


def test_K08_room_is_reserved_for_a_file_when_it_begins_and_for_no_other(tmp_path: Path) -> None:
    base = tmp_path / "in"
    base.mkdir()
    disk = FaultyDisk()
    staging = Staging.create(str(base), files(a=10 * MIB, b=10 * MIB), disk.disk)
    try:
        assert "allocate" not in disk.calls
        for begun in (1, 2):
            staging.open_part(begun - 1).close()
            assert disk.calls.count("allocate") == begun
    finally:
        staging.discard()


def test_K08_where_no_room_can_be_reserved_no_zeros_are_written_instead(tmp_path: Path) -> None:
    """Without extents ext4 has no fallocate; the C library would then fill the file."""
    with small_ext4(tmp_path / "disk", 64 * MIB, "^extent,^64bit") as disk:
        with (disk / "f").open("w+b") as file:
            SYSTEM_DISK.allocate(file.fileno(), 20 * MIB)
            status = os.fstat(file.fileno())
        assert (status.st_size, status.st_blocks) == (20 * MIB, 0)


# What an answer binds


def counted_files(alice: Party, transfer_id: TransferId) -> int:
    """Return how many files of an offer were counted so far."""
    transfer = alice.transfers().get(transfer_id)
    return transfer.total_files if transfer is not None else 0


async def test_K08_what_the_disk_has_no_room_for_is_not_accepted(alice: Party) -> None:
    mallory = await ScriptedFriend.of(alice)
    async with mallory.calls() as spoken:
        transfer_id = await offered(spoken, alice, a=2**50, b=2**50)
        alice.service.accept(transfer_id)
        await alice.until(lambda: alice.transfers()[transfer_id].code is Code.DISK_FULL)
        refused = alice.transfers()[transfer_id]
        assert refused.state is _S.OFFERED
        assert refused.missing_bytes > TERABYTE
        assert not [each for each in await heard_before_pong(spoken) if isinstance(each, Answer)]
    assert snapshot(alice.folder) == {}


async def test_N19_before_its_list_is_whole_an_offer_cannot_be_accepted(
    alice: Party, tmp_path: Path
) -> None:
    mallory = await ScriptedFriend.of(alice)
    transfer_id, whole = fresh_id(), files(a=10, b=20)
    async with mallory.calls() as spoken:
        part = told(transfer_id, whole)
        await spoken.say(offer(transfer_id))
        await spoken.say(replace(part, entries=part.entries[:1], end=None))
        await alice.until(lambda: counted_files(alice, transfer_id) == 1)
        alice.service.accept(transfer_id)
        await spoken.say(replace(part, first_index=1, entries=part.entries[1:]))
        await alice.until_offered(transfer_id)
        assert not [each for each in await heard_before_pong(spoken) if isinstance(each, Answer)]
        assert alice.transfers()[transfer_id].state is _S.OFFERED
        outside = {name for name in snapshot(tmp_path) if not name.startswith("profile 0")}
        assert outside == {"in 0"}


async def test_N19_what_was_accepted_is_not_changed_by_another_list(alice: Party) -> None:
    mallory = await ScriptedFriend.of(alice)
    async with mallory.calls() as spoken:
        transfer_id = await offered(spoken, alice, holiday=300_000)
        digest = told(transfer_id, files(holiday=300_000)).end
        alice.service.accept(transfer_id)
        answer = await spoken.hear_a(Answer)
        assert digest is not None
        assert (answer.verdict, answer.digest) == (Verdict.ACCEPT, digest.digest)
        await alice.until_state(transfer_id, _S.ACTIVE)
        before = alice.transfers()[transfer_id]
        await spoken.say(offer(transfer_id, 7, title="other"))
        await spoken.say(told(transfer_id, files(setup=MIB, more=MIB)))
        await heard_before_pong(spoken)
        after = alice.transfers()[transfer_id]
        assert (after.title, after.total_bytes) == (before.title, before.total_bytes)
        assert after.state is _S.ACTIVE
        alice.service.cancel(transfer_id)
        await alice.until_final(transfer_id)
