"""Cases S: what tickets of a group are worth, and to whom; the sender has software of their own."""

import asyncio
import os
import secrets
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.domain.group_events import GroupChanged
from byhand.domain.pieces import KIB, MIB
from byhand.domain.transfer import TransferState
from byhand.engine.told_numbers import told_numbers
from byhand.network.addresses import Hint
from byhand.network.message_rate import MESSAGES_A_SECOND, MESSAGES_WINDOW_SECONDS
from byhand.protocol.codec import encode_message
from byhand.protocol.friend_messages import PairCommit
from byhand.protocol.member_messages import (
    TICKETS_LIMIT,
    Bits,
    Complain,
    Get,
    Group,
    GroupRow,
    Have,
    Holding,
    No,
)
from byhand.protocol.message import Message
from byhand.protocol.messages import Cancel, Lanes, Need, Want, Withdraw
from byhand.protocol.preamble import LaneCipher
from tests.helpers.circles import circle
from tests.helpers.groups import is_over, standings
from tests.helpers.member_talk import MemberTalk
from tests.helpers.scripted_friend import (
    ScriptedFriend,
    files,
    fresh_id,
    heard_before_pong,
    offer,
    told,
    until_at_rest,
)
from tests.helpers.scripted_groups import (
    GREETING,
    HOUR,
    ScriptedSender,
    accepted,
    asked_places,
    dead_end,
)
from tests.helpers.trees import Tree, snapshot
from tests.helpers.two_services import SECONDS, Party

FILM: Tree = {"film": os.urandom(MIB)}


@pytest.fixture
async def marek(tmp_path: Path) -> AsyncIterator[Party]:
    async with circle(tmp_path, "Marek") as (marek,):
        yield marek


@pytest.fixture
async def sender(marek: Party) -> AsyncIterator[ScriptedSender]:
    async with accepted(marek, FILM) as sender:
        yield sender


@pytest.fixture
def nobody() -> Iterator[Hint]:
    with dead_end() as hint:
        yield hint


@dataclass
class MovedTime:
    """Unix seconds as they go by, and as many more as a test says."""

    ahead: float = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead


@pytest.fixture
def clock(marek: Party) -> MovedTime:
    """What the service takes for the time, as far as groups go; before the sender comes."""
    memberships, clock = marek.service._handing_over.memberships, MovedTime()
    memberships._needs = replace(memberships._needs, now=clock)
    return clock


async def until_let_in(sender: ScriptedSender, row: GroupRow) -> None:
    """Wait until a ticket is answered; no event tells that."""
    async with asyncio.timeout(SECONDS):
        while not await sender.lets_in(row):  # noqa: ASYNC110
            await asyncio.sleep(0.05)


async def has_film(marek: Party) -> None:
    """Wait until the film is all that is there, and look at it."""
    await marek.until_only("film")
    assert snapshot(marek.folder) == FILM


async def hung_up_on(talk: MemberTalk) -> bool:
    """Wait until the service hangs up on a member."""
    await asyncio.to_thread(talk.hear_all)
    return True


@asynccontextmanager
async def whole(sender: ScriptedSender, row: GroupRow) -> AsyncIterator[MemberTalk]:
    """Let another member give the service everything, but the roots are not told."""
    await sender.tell(row)
    await sender.vouch()
    async with sender.calls(row) as talk:
        talk.has()
        await asyncio.to_thread(sender.gives, talk)
        yield talk


# S02


async def test_S02_who_holds_the_other_half_of_a_ticket_is_let_in(
    sender: ScriptedSender, nobody: Hint
) -> None:
    row = sender.row(nobody)
    await sender.tell(row)
    async with sender.calls(row) as talk:
        assert not (await asyncio.to_thread(talk.hear_have, Bits))


async def test_S02_a_tag_that_nobody_told_us_of_meets_silence(
    sender: ScriptedSender, nobody: Hint
) -> None:
    row = sender.row(nobody)
    await sender.tell(row)
    assert not await sender.lets_in(replace(row, own_tag=secrets.token_bytes(16)))
    assert not await sender.lets_in(replace(row, own_tag=row.their_tag, their_tag=row.own_tag))
    assert await sender.lets_in(row)


async def test_S02_an_expired_ticket_meets_silence(sender: ScriptedSender, nobody: Hint) -> None:
    row = sender.row(nobody, seconds=-1)
    await sender.tell(row)
    assert not await sender.lets_in(row)


async def test_S02_a_tag_that_is_in_use_meets_silence_until_its_connection_is_lost(
    sender: ScriptedSender, nobody: Hint
) -> None:
    row = sender.row(nobody)
    await sender.tell(row)
    async with sender.calls(row) as talk:
        await asyncio.to_thread(talk.hear, Bits)
        assert not await sender.lets_in(row)
    await until_let_in(sender, row)


@pytest.mark.parametrize("what", ["key", "cipher", "tag of the caller", "group"])
async def test_S02_what_belongs_to_another_pair_meets_silence(
    sender: ScriptedSender, nobody: Hint, what: str
) -> None:
    row, other = sender.row(nobody), sender.row(nobody)
    await sender.tell(row, other)
    false = {
        "key": replace(row, key=other.key),
        "cipher": replace(row, cipher=LaneCipher.AESGCM),
        "tag of the caller": replace(row, their_tag=other.their_tag),
        "group": row,
    }[what]
    group_id = sender.group_id
    if what == "group":
        sender.group_id = secrets.token_bytes(16)
    assert not await sender.lets_in(false)
    sender.group_id = group_id
    assert await sender.lets_in(row)


async def test_S02_a_tag_from_a_third_host_is_hung_up_on(
    sender: ScriptedSender, nobody: Hint
) -> None:
    row = sender.row(nobody)
    await sender.tell(row)
    async with sender.calls(row, host="127.0.0.2") as talk:
        assert not await asyncio.to_thread(talk.hear_all)
    async with sender.calls(row) as talk:
        await asyncio.to_thread(talk.hear, Bits)


async def test_S02_of_more_tickets_than_there_may_be_the_sender_is_at_fault(
    marek: Party, sender: ScriptedSender, nobody: Hint
) -> None:
    rows = [sender.row(nobody) for _ in range(TICKETS_LIMIT + 1)]
    await sender.tell(*rows[:TICKETS_LIMIT])
    assert await sender.lets_in(rows[0])
    await sender.spoken.say(Group(sender.transfer_id, 2, rows[TICKETS_LIMIT:]))
    await sender.spoken.until_hung_up()
    await marek.until_state(sender.transfer_id, TransferState.STALLED)


async def test_S02_a_ticket_told_by_somebody_else_is_none(
    marek: Party, sender: ScriptedSender, nobody: Hint
) -> None:
    trudy = await ScriptedFriend.of(marek, "Trudy")
    row = sender.row(nobody)
    async with trudy.calls(hello=GREETING) as spoken:
        await spoken.say(Group(sender.transfer_id, 1, [row]), Group(fresh_id(), 1, [row]))
        await heard_before_pong(spoken)
        assert not await sender.lets_in(row)
    await sender.tell(row)
    assert await sender.lets_in(row)


async def test_S02_a_word_that_comes_again_changes_nothing(
    sender: ScriptedSender, nobody: Hint
) -> None:
    row = sender.row(nobody)
    await sender.tell(row)
    await sender.spoken.say(Group(sender.transfer_id, 1, [], [row.own_tag], is_over=True))
    await heard_before_pong(sender.spoken)
    assert await sender.lets_in(row)


# S05


@pytest.mark.parametrize("what", ["an offer", "pairing", "a text", "a greeting", "a lane"])
async def test_S05_who_says_on_a_link_what_friends_say_is_hung_up_on_for_good(
    marek: Party, sender: ScriptedSender, nobody: Hint, what: str
) -> None:
    row = sender.row(nobody)
    await sender.tell(row)
    said: Message = {
        "an offer": offer(fresh_id()),
        "pairing": PairCommit(commitment=bytes(32)),
        "a text": told(fresh_id(), files(a=1)),
        "a greeting": GREETING,
        "a lane": Lanes(indices=[1], direction=0),
    }[what]
    before = [type(each) for each in marek.events if not isinstance(each, GroupChanged)]
    async with sender.calls(row) as talk:
        talk.has()
        talk.say_sealed(encode_message(said))
        await hung_up_on(talk)
    await heard_before_pong(sender.spoken)
    assert not await sender.lets_in(row)
    after = [type(each) for each in marek.events if not isinstance(each, GroupChanged)]
    assert after == before, "the user is shown nothing of it"


async def test_S04_who_says_what_cannot_be_is_hung_up_on_for_good_and_the_rest_goes_on(
    marek: Party, sender: ScriptedSender, nobody: Hint
) -> None:
    liar, honest = sender.row(nobody), sender.row(nobody)
    await sender.tell(liar)
    async with sender.calls(liar) as talk:
        talk.say(Bits(rows=[Want(0, [0, 5])]))
        await hung_up_on(talk)
    assert not await sender.lets_in(liar)
    async with whole(sender, honest):
        await sender.vouch_for_whole()
        await marek.until_state(sender.transfer_id, TransferState.DONE)
    await has_film(marek)


async def test_S04_who_floods_us_is_hung_up_on_for_good(
    marek: Party, sender: ScriptedSender, nobody: Hint
) -> None:
    row = sender.row(nobody)
    await sender.tell(row)
    async with sender.calls(row) as talk:
        talk.has([])
        flood = [encode_message(Have(rows=[]))] * (2 * MESSAGES_A_SECOND * MESSAGES_WINDOW_SECONDS)
        await asyncio.to_thread(talk.say_sealed, *flood)
        await hung_up_on(talk)
    assert not await sender.lets_in(row)
    assert not marek.transfers()[sender.transfer_id].is_final


# S06


async def test_S06_a_ticket_that_is_taken_back_is_worth_nothing_at_once(
    sender: ScriptedSender, nobody: Hint
) -> None:
    row, other = sender.row(nobody), sender.row(nobody)
    await sender.tell(row, other)
    async with sender.calls(row) as talk, sender.calls(other) as stays:
        for each in (talk, stays):
            await asyncio.to_thread(each.hear, Bits)
        await sender.tell(removed=[row.own_tag])
        assert await hung_up_on(talk)
        assert not await sender.lets_in(row)
        stays.has([])
        stays.ask(1, (0, 0))
        assert (await asyncio.to_thread(stays.hear, No)).request == 1


@pytest.mark.parametrize("how", ["cancel", "withdraw", "over", "our user"])
async def test_S06_when_it_is_over_every_link_is(
    marek: Party, sender: ScriptedSender, nobody: Hint, how: str
) -> None:
    row = sender.row(nobody)
    await sender.tell(row)
    async with sender.calls(row) as talk:
        await asyncio.to_thread(talk.hear, Bits)
        if how == "cancel":
            await sender.spoken.say(Cancel(transfer_id=sender.transfer_id))
        elif how == "withdraw":
            await sender.spoken.say(Withdraw(transfer_id=sender.transfer_id))
        elif how == "over":
            await sender.tell(is_over=True)
        else:
            marek.service.cancel(sender.transfer_id)
        assert await hung_up_on(talk)
        assert not await sender.lets_in(row)
    if how != "over":
        await marek.until_final(sender.transfer_id)
        await until_at_rest(marek)
        assert snapshot(marek.folder) == {}


async def test_S06_whose_sender_vanishes_finishes_what_hashes_and_roots_are_known_of(
    marek: Party, sender: ScriptedSender, nobody: Hint
) -> None:
    row = sender.row(nobody)
    await sender.tell(row)
    await sender.vouch()
    await sender.vouch_for_whole()
    sender.spoken.hang_up()
    await marek.until_state(sender.transfer_id, TransferState.STALLED)
    async with sender.calls(row) as talk:
        talk.has()
        await asyncio.to_thread(sender.gives, talk)
        await marek.until_state(sender.transfer_id, TransferState.DONE)
        talk.ask(1, (0, 3))
        assert await asyncio.to_thread(talk.hear_piece) == sender.content(0, 3)
    await has_film(marek)


async def test_S06_without_roots_nothing_gets_a_final_name_until_the_sender_is_back(
    marek: Party, sender: ScriptedSender, nobody: Hint
) -> None:
    async with whole(sender, sender.row(nobody)):
        sender.spoken.hang_up()
        await marek.until_state(sender.transfer_id, TransferState.STALLED)
        assert "film" not in snapshot(marek.folder)
        async with sender.friend.calls(sender.sync_row, hello=GREETING) as spoken:
            sender.speaks_in(spoken)
            need, holding = await spoken.hear_a(Need), await spoken.hear_a(Holding)
            assert need.wants == [Want(0, [3, 1])], "with its end comes the root of a file"
            assert list(told_numbers(sender.numbering, holding.rows)) == [(0, 3)]
            await sender.sends((0, 3))
            holding = await spoken.hear_a(Holding)
            assert list(told_numbers(sender.numbering, holding.rows)) == [(3, 4)]
            await sender.vouch_for_whole()
            await marek.until_state(sender.transfer_id, TransferState.DONE)
    await has_film(marek)


async def test_S06_without_the_sender_a_ticket_holds_until_it_expires(
    marek: Party, clock: MovedTime, nobody: Hint
) -> None:
    async with accepted(marek, FILM) as sender:
        row = sender.row(nobody, seconds=20 * HOUR)
        await sender.tell(row)
        async with sender.calls(row) as talk:
            await asyncio.to_thread(talk.hear, Bits)
            sender.spoken.hang_up()
            await marek.until_state(sender.transfer_id, TransferState.STALLED)
            clock.ahead = 19 * HOUR
            talk.has([])
            talk.ask(1, (0, 0))
            await asyncio.to_thread(talk.hear, No)
            clock.ahead = 21 * HOUR
            assert await hung_up_on(talk)
        assert not await sender.lets_in(row)


async def test_S06_a_ticket_is_worth_nothing_after_a_day_whatever_the_sender_says(
    marek: Party, clock: MovedTime, nobody: Hint
) -> None:
    async with accepted(marek, FILM) as sender:
        row = sender.row(nobody, seconds=1000 * HOUR)
        await sender.tell(row)
        async with sender.calls(row) as talk:
            clock.ahead = 25 * HOUR
            assert await hung_up_on(talk)


async def test_S06_the_first_word_of_another_session_ends_what_it_does_not_name(
    marek: Party, sender: ScriptedSender, nobody: Hint
) -> None:
    gone, stays = sender.row(nobody), sender.row(nobody)
    await sender.tell(gone, stays)
    async with sender.calls(gone) as former, sender.calls(stays) as talk:
        for each in (former, talk):
            await asyncio.to_thread(each.hear, Bits)
        sender.spoken.hang_up()
        await marek.until_state(sender.transfer_id, TransferState.STALLED)
        async with sender.friend.calls(sender.sync_row, hello=GREETING) as spoken:
            sender.speaks_in(spoken)
            await sender.tell(stays)
            assert await hung_up_on(former)
            talk.has([])
            talk.ask(1, (0, 0))
            await asyncio.to_thread(talk.hear, No)


async def test_S06_a_lie_while_the_sender_is_away_is_told_when_they_are_back(
    marek: Party, sender: ScriptedSender, nobody: Hint
) -> None:
    liar, honest = sender.row(nobody), sender.row(nobody)
    await sender.tell(liar, honest)
    await sender.vouch()
    sender.spoken.hang_up()
    await marek.until_state(sender.transfer_id, TransferState.STALLED)
    async with sender.calls(liar) as talk:
        talk.has()
        get = await asyncio.to_thread(talk.hear, Get)
        talk.send(get.request, *asked_places(get)[0], os.urandom(256 * KIB))
        await hung_up_on(talk)
    async with sender.calls(honest) as talk:
        talk.has()
        await asyncio.to_thread(sender.gives, talk)
        async with sender.friend.calls(sender.sync_row, hello=GREETING) as spoken:
            sender.speaks_in(spoken)
            assert (await spoken.hear_a(Complain)).tag == liar.own_tag
            await sender.sends((0, 3))
            await sender.vouch_for_whole()
            await marek.until_state(sender.transfer_id, TransferState.DONE)
    await has_film(marek)


# Passing on


async def test_what_is_saved_is_passed_on_until_the_user_stops_it(
    marek: Party, sender: ScriptedSender, nobody: Hint
) -> None:
    async with whole(sender, sender.row(nobody)) as talk:
        await sender.vouch_for_whole()
        await marek.until(lambda: any(each.is_passing_on for each in standings(marek)))
        talk.ask(1, (0, 2))
        assert await asyncio.to_thread(talk.hear_piece) == sender.content(0, 2)
        marek.service.stop_passing_on(sender.transfer_id)
        assert await hung_up_on(talk)
    await marek.until(lambda: is_over(marek))
    await has_film(marek)


async def test_passing_on_ends_after_ten_minutes(
    marek: Party, clock: MovedTime, nobody: Hint
) -> None:
    async with accepted(marek, FILM) as sender, whole(sender, sender.row(nobody)) as talk:
        await sender.vouch_for_whole()
        await marek.until(lambda: any(each.is_passing_on for each in standings(marek)))
        clock.ahead = 601
        assert await hung_up_on(talk)
        await marek.until(lambda: is_over(marek))
