"""A friend who offers without end, and offers that nobody may make (protocol sections 11, 19)."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from byhand.domain.codes import Code
from byhand.domain.manifest import Entry
from byhand.domain.transfer import TransferId, TransferState
from byhand.protocol.messages import Answer, Cancel, Offer, Verdict, Withdraw
from byhand.service.offer_limits import OFFERS_A_FRIEND, REFUSED_KEPT
from tests.helpers.circles import befriend, circle, id_of, sends, until_online
from tests.helpers.lanes import write_tree
from tests.helpers.scripted_friend import (
    ScriptedFriend,
    Spoken,
    files,
    fresh_id,
    heard_before_pong,
    offer,
    told,
    until_at_rest,
)
from tests.helpers.trees import snapshot
from tests.helpers.two_services import Party

_S = TransferState
MANY = 1000
ENTRIES = files(a=10, b=300_000)


@pytest.fixture
async def alice(tmp_path: Path) -> AsyncIterator[Party]:
    async with circle(tmp_path, "Alice") as (alice,):
        yield alice


async def offers(
    spoken: Spoken, transfer_id: TransferId, entries: list[Entry], number: int = 1
) -> None:
    await spoken.say(offer(transfer_id, number), told(transfer_id, entries))


def nothing_received(alice: Party) -> bool:
    return snapshot(alice.folder) == {}


# --- R05


async def test_R05_of_a_thousand_offers_three_are_shown_and_the_rest_is_busy(alice: Party) -> None:
    mallory = await ScriptedFriend.of(alice)
    async with mallory.calls() as spoken:
        ids = [fresh_id() for _ in range(MANY)]
        await spoken.say(*(offer(each, number) for number, each in enumerate(ids, 1)))
        answers = [each for each in await heard_before_pong(spoken) if isinstance(each, Answer)]
        assert {each.transfer_id for each in answers} == set(ids[OFFERS_A_FRIEND:])
        assert {(each.verdict, each.code) for each in answers} == {(Verdict.DECLINE, Code.BUSY)}
        assert set(alice.transfers()) == set(ids[:OFFERS_A_FRIEND])
        alice.service.friends.block(mallory.id)
        await spoken.until_hung_up()
        await alice.until(lambda: all(each.is_final for each in alice.transfers().values()))


async def test_R05_offers_that_are_taken_back_at_once_fill_nothing(alice: Party) -> None:
    mallory = await ScriptedFriend.of(alice)
    handing_over = alice.service._handing_over
    async with mallory.calls() as spoken:
        for number in range(1, MANY // 2):
            transfer_id = fresh_id()
            await spoken.say(
                offer(transfer_id, number),
                told(transfer_id, ENTRIES),
                Withdraw(transfer_id=transfer_id),
            )
        answers = [each for each in await heard_before_pong(spoken) if isinstance(each, Answer)]
        await until_at_rest(alice)
        assert len(list(handing_over.queue)) <= REFUSED_KEPT
        assert len(answers) > MANY // 4, "left alone after the first few"
    kept = handing_over.memory._stores.database.transfers.kept_ids
    assert await handing_over.memory._storage.run(kept) == frozenset()
    await handing_over.memory.sweep()
    assert list(handing_over.memory._stores.folder.transfers.glob("*.entries")) == []
    assert nothing_received(alice)


@pytest.mark.parametrize("title", ["x" * 60_000, "x" * 201], ids=["huge", "one too long"])
async def test_R05_a_title_without_end_is_hung_up_on(alice: Party, title: str) -> None:
    mallory = await ScriptedFriend.of(alice)
    async with mallory.calls() as spoken:
        await spoken.say_anyway(Offer(transfer_id=fresh_id(), number=1, title=title))
        await spoken.until_hung_up()
    assert alice.transfers() == {}


# --- ids that are taken


async def finished_transfer(alice: Party, bob: Party, tmp_path: Path) -> TransferId:
    """Let Bob send Alice something, and return its id once it is there."""
    source = await asyncio.to_thread(write_tree, tmp_path / "from", [10])
    transfer_id = sends(bob, alice, source)
    await alice.until_offered(transfer_id)
    alice.service.accept(transfer_id)
    await alice.until_final(transfer_id)
    await bob.until_final(transfer_id)
    await until_at_rest(alice)
    await until_at_rest(bob)
    return transfer_id


@pytest.mark.parametrize("is_listed", [True, False], ids=["listed", "in the history"])
async def test_M10_nobody_offers_under_the_id_of_a_finished_transfer_of_another_friend(
    tmp_path: Path, is_listed: bool
) -> None:
    async with circle(tmp_path, "Alice", "Bob") as (alice, bob):
        await befriend(alice, bob)
        await until_online(bob, id_of(alice))
        transfer_id = await finished_transfer(alice, bob, tmp_path)
        if not is_listed:
            alice.service.remove(transfer_id)
        await stays_as_it_is(alice, transfer_id, await ScriptedFriend.of(alice))


async def test_M10_nobody_offers_under_the_id_of_an_unfinished_transfer_of_another_friend(
    tmp_path: Path,
) -> None:
    async with circle(tmp_path, "Alice", "Bob") as (alice, bob):
        await befriend(alice, bob)
        await until_online(bob, id_of(alice))
        source = await asyncio.to_thread(write_tree, tmp_path / "from", [10])
        transfer_id = sends(bob, alice, source)
        await alice.until_offered(transfer_id)
        await stays_as_it_is(alice, transfer_id, await ScriptedFriend.of(alice))
        alice.service.accept(transfer_id)
        assert (await alice.until_final(transfer_id)).state is _S.DONE


@pytest.mark.parametrize("is_listed", [True, False], ids=["listed", "in the history"])
@pytest.mark.parametrize("direction", ["to us", "from us"])
async def test_M10_nobody_offers_under_the_id_of_a_finished_transfer_of_their_own(
    tmp_path: Path, direction: str, is_listed: bool
) -> None:
    """What the history knows of it, to be checked again, is not the friend's to change."""
    async with circle(tmp_path, "Alice", "Bob") as (alice, bob):
        await befriend(alice, bob)
        await until_online(bob, id_of(alice))
        await until_online(alice, id_of(bob))
        one, other = (alice, bob) if direction == "to us" else (bob, alice)
        transfer_id = await finished_transfer(one, other, tmp_path)
        if not is_listed:
            alice.service.remove(transfer_id)
        session = bob.service._people.sessions.get(id_of(alice))
        assert session is not None
        await stays_as_it_is(alice, transfer_id, None, session.post)


async def stays_as_it_is(
    alice: Party, transfer_id: TransferId, mallory: ScriptedFriend | None, post: object = None
) -> None:
    """Offer under an id that is taken, and find all that is kept of it unchanged."""
    memory = alice.service._handing_over.memory
    keeping = alice.service._handing_over.transfers._keeping
    await keeping.settle()
    before = await memory.ended(transfer_id)
    assert before is not None
    spool = memory.spool_of(before.transfer)
    content = spool.read_bytes()
    shown = set(alice.service._handing_over.queue)
    if mallory is not None:
        async with mallory.calls() as spoken:
            await offers(spoken, transfer_id, ENTRIES)
            await spoken.until_hung_up()
    else:
        assert callable(post)
        post(offer(transfer_id, 1000))
        post(told(transfer_id, ENTRIES))
        await alice.until_quiet()
    await keeping.settle()
    assert await memory.ended(transfer_id) == before
    assert spool.read_bytes() == content
    assert {each for each in alice.service._handing_over.queue if not each.is_final} == {
        each for each in shown if not each.is_final
    }


async def test_M02_a_cancel_of_what_is_not_there_and_of_what_was_not_offered_changes_nothing(
    alice: Party,
) -> None:
    mallory = await ScriptedFriend.of(alice)
    async with mallory.calls() as spoken:
        transfer_id = fresh_id()
        await offers(spoken, transfer_id, ENTRIES)
        await alice.until_offered(transfer_id)
        await spoken.say(
            Cancel(transfer_id=fresh_id()),
            Cancel(transfer_id=transfer_id, entries=[0, 1_000_000, 2_000_000, 5]),
        )
        await heard_before_pong(spoken)
        assert alice.transfers()[transfer_id].state is _S.OFFERED
    assert nothing_received(alice)
