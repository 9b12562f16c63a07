"""An offer that its sender makes anew while the earlier one still comes to its end."""

import secrets
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from byhand.domain.transfer import TransferId
from byhand.protocol.messages import Withdraw
from byhand.protocol.resume_messages import Phase, Role, Sync, SyncRow
from tests.helpers.circles import circle
from tests.helpers.scripted_friend import ScriptedFriend, files, offer, told
from tests.helpers.two_services import Party

ENTRIES = files(a=10, b=300_000)


@pytest.fixture
async def alice(tmp_path: Path) -> AsyncIterator[Party]:
    async with circle(tmp_path, "Alice") as (alice,):
        yield alice


@pytest.fixture
def transfer_id() -> TransferId:
    return TransferId(secrets.token_bytes(16))


async def test_an_offer_right_behind_its_withdrawal_is_shown(
    alice: Party, transfer_id: TransferId
) -> None:
    bob = await ScriptedFriend.of(alice, "Bob")
    async with bob.calls() as spoken:
        await spoken.say(
            offer(transfer_id),
            Withdraw(transfer_id=transfer_id),
            offer(transfer_id, 2),
            told(transfer_id, ENTRIES),
        )
        await alice.until_offered(transfer_id)
        assert alice.transfers()[transfer_id].total_files == len(ENTRIES)


async def test_an_offer_right_behind_the_sync_of_a_newer_session_is_shown(
    alice: Party, transfer_id: TransferId
) -> None:
    bob = await ScriptedFriend.of(alice, "Bob")
    async with bob.calls() as spoken:
        await spoken.say(offer(transfer_id))
        await alice.until(lambda: transfer_id in alice.transfers())
        async with bob.calls(is_synced=False) as newer:
            while (await newer.hear_a(Sync)).more:
                pass
            row = SyncRow(transfer_id, Role.SENDER, Phase.OFFERED, b"", 1, False)
            await newer.say(Sync(rows=[row]), offer(transfer_id, 2), told(transfer_id, ENTRIES))
            await alice.until_offered(transfer_id)
            assert alice.transfers()[transfer_id].total_files == len(ENTRIES)


async def test_what_exactly_is_offered_is_named_and_only_once_it_is_all_told(
    alice: Party, transfer_id: TransferId
) -> None:
    bob = await ScriptedFriend.of(alice, "Bob")
    named: list[bytes] = []
    async with bob.calls() as spoken:
        for number, entries in enumerate((ENTRIES, ENTRIES, files(a=11, b=300_000)), 1):
            await spoken.say(offer(transfer_id, number))
            await alice.until(lambda: transfer_id in alice.transfers() and not counted(alice))
            assert alice.transfers()[transfer_id].digest == b""
            await spoken.say(told(transfer_id, entries))
            await alice.until_offered(transfer_id)
            named.append(alice.transfers()[transfer_id].digest)
            await spoken.say(Withdraw(transfer_id=transfer_id))
    assert named[0] == named[1] != named[2]


def counted(party: Party) -> bool:
    return any(transfer.is_counted for transfer in party.transfers().values())
