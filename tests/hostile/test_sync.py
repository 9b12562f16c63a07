"""Lies in SYNC, and about transfers that go on (protocol sections 11 and 19)."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from byhand.domain.codes import Code
from byhand.domain.manifest import manifest_digest
from byhand.domain.transfer import TransferId, TransferState
from byhand.protocol.messages import (
    Answer,
    Cancel,
    ErrorReport,
    Finished,
    Hello,
    Need,
    Offer,
    Verdict,
)
from byhand.protocol.resume_messages import Pause, Phase, Resume, Role, Sync, SyncRow
from byhand.service.unfinished import ROWS_LIMIT
from tests.helpers.circles import circle
from tests.helpers.scripted_friend import (
    ScriptedFriend,
    files,
    fresh_id,
    heard_before_pong,
    offer,
    told,
    until_settled,
)
from tests.helpers.trees import snapshot
from tests.helpers.two_services import Party

_S = TransferState
ENTRIES = files(a=10, b=300_000)
DIGEST = manifest_digest(ENTRIES)
OTHER_DIGEST = manifest_digest(files(a=11))


@pytest.fixture
async def alice(tmp_path: Path) -> AsyncIterator[Party]:
    async with circle(tmp_path, "Alice") as (alice,):
        yield alice


def row(
    transfer_id: TransferId,
    role: Role = Role.SENDER,
    phase: Phase = Phase.ACCEPTED,
    digest: bytes = DIGEST,
    number: int = 7,
) -> SyncRow:
    return SyncRow(transfer_id, role, phase, digest, number, False)


async def offered(alice: Party, mallory: ScriptedFriend) -> TransferId:
    """Leave an offer with Alice, and hang up."""
    transfer_id = fresh_id()
    async with mallory.calls() as spoken:
        await spoken.say(offer(transfer_id), told(transfer_id, ENTRIES))
        await alice.until_offered(transfer_id)
    return transfer_id


async def accepted(alice: Party, mallory: ScriptedFriend) -> TransferId:
    """Leave a transfer that Alice has accepted, of which nothing has come."""
    transfer_id = fresh_id()
    async with mallory.calls() as spoken:
        await spoken.say(offer(transfer_id), told(transfer_id, ENTRIES))
        await alice.until_offered(transfer_id)
        alice.service.accept(transfer_id)
        await spoken.hear_a(Need)
    await alice.until_state(transfer_id, _S.STALLED)
    return transfer_id


def received(alice: Party) -> list[str]:
    """Return what lies in Alice's folder but staging folders."""
    return [path for path in snapshot(alice.folder) if not path.startswith(".")]


async def test_R05_ten_thousand_rows_that_nobody_knows_are_answered_and_shown_nowhere(
    alice: Party,
) -> None:
    mallory = await ScriptedFriend.of(alice)
    rows = [row(fresh_id(), number=number) for number in range(1, ROWS_LIMIT + 1)]
    async with mallory.calls(is_synced=False) as spoken:
        await spoken.hear_a(Hello)
        for start in range(0, len(rows), 500):
            await spoken.say(Sync(rows=rows[start : start + 500], more=True))
        await spoken.say(Sync())
        answers = [await spoken.hear_a(ErrorReport) for _ in rows]
        assert {each.transfer_id for each in answers} == {each.transfer_id for each in rows}
        assert {each.code for each in answers} == {Code.NOT_FOUND}
    assert alice.transfers() == {}


@pytest.mark.parametrize("how", ["one too many", "one twice", "a number twice", "SYNC twice"])
async def test_R05_a_sync_that_cannot_be_is_hung_up_on(alice: Party, how: str) -> None:
    mallory = await ScriptedFriend.of(alice)
    same = fresh_id()
    rows = {
        "one too many": [row(fresh_id(), number=n) for n in range(1, ROWS_LIMIT + 2)],
        "one twice": [row(same), row(same, number=8)],
        "a number twice": [row(fresh_id()), row(fresh_id())],
        "SYNC twice": [],
    }[how]
    async with mallory.calls(is_synced=False) as spoken:
        await spoken.hear_a(Hello)
        for start in range(0, len(rows), 500):
            await spoken.say(Sync(rows=rows[start : start + 500], more=True))
        await spoken.say(Sync())
        if how == "SYNC twice":
            await spoken.say_anyway(Sync())
        await spoken.until_hung_up()
    assert alice.transfers() == {}


async def test_M02_an_offer_before_sync_is_hung_up_on(alice: Party) -> None:
    mallory = await ScriptedFriend.of(alice)
    async with mallory.calls(is_synced=False) as spoken:
        await spoken.hear_a(Hello)
        await spoken.say_anyway(offer(fresh_id()))
        await spoken.until_hung_up()
    assert alice.transfers() == {}


async def test_M10_who_claims_our_own_role_is_hung_up_on_and_the_transfer_stays(
    alice: Party,
) -> None:
    mallory = await ScriptedFriend.of(alice)
    transfer_id = await accepted(alice, mallory)
    async with mallory.calls(is_synced=False) as spoken:
        await spoken.hear_a(Hello)
        await spoken.say(Sync(rows=[row(transfer_id, Role.RECEIVER)]))
        await spoken.until_hung_up()
    assert not alice.transfers()[transfer_id].is_final
    async with mallory.calls(row(transfer_id)) as spoken:
        await spoken.hear_a(Need)


async def test_M10_a_transfer_of_another_friend_is_not_known(alice: Party) -> None:
    """Whoever asks learns nothing, and changes nothing."""
    bob, mallory = await ScriptedFriend.of(alice, "Bob"), await ScriptedFriend.of(alice)
    transfer_id = await accepted(alice, bob)
    async with mallory.calls(row(transfer_id)) as spoken:
        answer = await spoken.hear_a(ErrorReport)
        assert (answer.transfer_id, answer.code) == (transfer_id, Code.NOT_FOUND)
        await spoken.say(Cancel(transfer_id=transfer_id), Pause(transfer_id=transfer_id))
        assert not await heard_before_pong(spoken)
    assert alice.transfers()[transfer_id].state is _S.STALLED
    assert not alice.transfers()[transfer_id].paused_by_friend
    async with bob.calls(row(transfer_id)) as spoken:
        await spoken.hear_a(Need)


async def test_M10_what_was_not_accepted_is_not_accepted_because_the_sender_says_so(
    alice: Party,
) -> None:
    mallory = await ScriptedFriend.of(alice)
    transfer_id = await offered(alice, mallory)
    async with mallory.calls(row(transfer_id)) as spoken:
        heard = await heard_before_pong(spoken)
        assert not [each for each in heard if isinstance(each, Answer | Need | Finished)]
    assert alice.transfers()[transfer_id].state is _S.OFFERED
    assert snapshot(alice.folder) == {}


async def test_M10_what_was_declined_is_declined_again(alice: Party) -> None:
    mallory = await ScriptedFriend.of(alice)
    transfer_id = await offered(alice, mallory)
    alice.service.decline(transfer_id)
    await alice.until_final(transfer_id)
    async with mallory.calls(row(transfer_id)) as spoken:
        assert (await spoken.hear_a(Answer)).verdict is Verdict.DECLINE
        assert not [each for each in await heard_before_pong(spoken) if isinstance(each, Need)]
    assert snapshot(alice.folder) == {}


@pytest.mark.parametrize("phase", list(Phase))
async def test_M10_another_manifest_than_was_accepted_is_not_asked_for(
    alice: Party, phase: Phase
) -> None:
    mallory = await ScriptedFriend.of(alice)
    transfer_id = await accepted(alice, mallory)
    async with mallory.calls(row(transfer_id, phase=phase, digest=OTHER_DIGEST)) as spoken:
        heard = await heard_before_pong(spoken)
        assert not [each for each in heard if isinstance(each, Answer | Need)]
    assert received(alice) == []


async def test_M10_another_manifest_under_an_accepted_id_has_to_be_accepted_anew(
    alice: Party,
) -> None:
    """OFFER and ENTRIES replace what was accepted, and the answer (section 19)."""
    mallory = await ScriptedFriend.of(alice)
    transfer_id = await accepted(alice, mallory)
    another = files(other=5)
    changed = row(transfer_id, phase=Phase.OFFERED, digest=b"")
    async with mallory.calls(changed) as spoken:
        await spoken.say(offer(transfer_id, 9), told(transfer_id, another))
        await alice.until_state(transfer_id, _S.OFFERED)
        await alice.until_offered(transfer_id)
        heard = await heard_before_pong(spoken)
        assert not [each for each in heard if isinstance(each, Answer | Need)]
        alice.service.accept(transfer_id)
        answer = await spoken.hear_a(Answer)
        assert answer.digest == manifest_digest(another)
    assert received(alice) == []


async def test_R06_pausing_and_resuming_without_end_ends_as_it_was_said_last(alice: Party) -> None:
    mallory = await ScriptedFriend.of(alice)
    transfer_id = await accepted(alice, mallory)
    async with mallory.calls(row(transfer_id)) as spoken:
        await spoken.hear_a(Need)
        for _ in range(1000):
            await spoken.say(Pause(transfer_id=transfer_id), Resume(transfer_id=transfer_id))
        await spoken.say(Pause(transfer_id=transfer_id))
        await heard_before_pong(spoken)
        await alice.until_state(transfer_id, _S.PAUSED)
        await until_settled(alice)
        await spoken.say(Resume(transfer_id=transfer_id))
        await spoken.hear_a(Need)
    assert received(alice) == []


async def test_M02_an_offer_that_comes_again_when_it_is_declined_is_not_shown(
    alice: Party,
) -> None:
    mallory = await ScriptedFriend.of(alice)
    transfer_id = await offered(alice, mallory)
    alice.service.decline(transfer_id)
    await alice.until_final(transfer_id)
    async with mallory.calls() as spoken:
        await spoken.say(Offer(transfer_id=transfer_id, number=3, title="again"))
        assert (await spoken.hear_a(Answer)).code is Code.BUSY
    assert alice.transfers()[transfer_id].state is _S.DECLINED
