"""Cases S: members who lie, leave or say nothing, in groups that a service of ours sends to."""

import asyncio
import os
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from byhand.domain.group import GroupMode
from byhand.domain.identity import short_id
from byhand.domain.pieces import KIB, MIB
from byhand.domain.plan import SendOptions
from byhand.errors import ConnectionLostError
from byhand.network.addresses import parse_hints
from byhand.protocol.codec import encode_message
from byhand.protocol.member_messages import Complain, Get, Group, GroupRow, Holding, No
from byhand.protocol.message import Message
from byhand.protocol.messages import Addresses, Answer, Cancel, Verdict, Want
from byhand.protocol.resume_messages import Pieces
from tests.helpers.groups import from_others, now, standings
from tests.helpers.member_talk import MemberTalk
from tests.helpers.mixed_groups import mixed_group
from tests.helpers.private_network import needs_private_network
from tests.helpers.relay import relay_to
from tests.helpers.scripted_friend import HELLO, heard_before_pong
from tests.helpers.scripted_groups import ScriptedReceiver, asked_places, hint_in
from tests.helpers.three_services import MAREK, MIRA
from tests.helpers.two_services import SECONDS, Party

MALLORY, TRUDY = "Mallory", "Trudy"


@pytest.fixture
def film(tmp_path: Path) -> Path:
    film = tmp_path / "film"
    film.write_bytes(os.urandom(2 * MIB + 5))
    return film


def lies(talk: MemberTalk, content: bytes = b"") -> None:
    """Say to have everything, give something else for the first piece, and be hung up on."""
    talk.has()
    get = talk.hear(Get)
    entry, piece = asked_places(get)[0]
    length = talk.numbering.length(talk.numbering.number(entry, piece))
    talk.send(get.request, entry, piece, content[:length] or os.urandom(length))
    talk.hear_all()


def leading_to(party: Party, rows: Sequence[GroupRow]) -> GroupRow:
    """Return the ticket for a service."""
    (row,) = [row for row in rows if parse_hints(row.hints)[0].port == party.service._people.port]
    return row


async def until_shut_out(receiver: ScriptedReceiver, *rows: GroupRow) -> None:
    """Wait until tickets are answered no more; no event tells that."""
    async with asyncio.timeout(SECONDS):
        for row in rows:
            while await receiver.is_let_in(row):  # noqa: ASYNC110
                await asyncio.sleep(0.05)


# S01


async def test_S01_who_gives_a_wrong_piece_is_parted_from_and_all_the_others_have_it_right(
    tmp_path: Path, film: Path
) -> None:
    async with mixed_group(tmp_path, [film], [MAREK, MIRA], [MALLORY]) as group:
        (mallory,) = group.scripted
        await group.accept()
        await mallory.accept()
        rows = await mallory.tickets(2)
        async with mallory.calls(rows[0]) as one, mallory.calls(rows[1]) as other:
            await asyncio.gather(*(asyncio.to_thread(lies, each) for each in (one, other)))
        await mallory.tickets(0)  # both complained, and nobody is told of her again
        assert not [row for row in rows if await mallory.is_let_in(row)]
        await group.all_done()


# S04


async def test_S04_who_boasts_and_gives_nothing_keeps_nobody_from_anything(
    tmp_path: Path, film: Path
) -> None:
    """Neither the other member nor the sender goes by what she says."""
    async with mixed_group(tmp_path, [film], [MAREK], [MALLORY]) as group:
        (mallory,) = group.scripted
        await group.accept()
        await mallory.accept()
        await mallory.takes()
        everything = [Want(0, [0, len(mallory.numbering)])]
        await mallory.spoken.say(Holding(mallory.transfer_id, everything))
        async with mallory.calls((await mallory.tickets(1))[0]) as talk:

            def boast() -> None:
                talk.has()
                with suppress(ConnectionLostError):
                    while (said := talk.hear_next()) is not None:
                        if isinstance(said, Get):
                            talk.say(No(request=said.request, rows=said.rows))

            boasting = asyncio.create_task(asyncio.to_thread(boast))
            await group.all_done()
            talk.hang_up()
            await boasting


@pytest.mark.parametrize("what", ["no such file", "beyond its end", "half a range"])
async def test_S04_who_tells_the_sender_of_what_was_not_offered_is_hung_up_on(
    tmp_path: Path, film: Path, what: str
) -> None:
    async with mixed_group(tmp_path, [film], [], [MALLORY, TRUDY]) as group:
        mallory, trudy = group.scripted
        for each in (mallory, trudy):
            await each.accept()
        for each in (mallory, trudy):
            await each.tickets(1)
        count = len(mallory.numbering)
        want = {
            "no such file": Want(1, [0, 1]),
            "beyond its end": Want(0, [0, count + 1]),
            "half a range": Want(0, [1]),
        }[what]
        await mallory.spoken.say(Holding(mallory.transfer_id, [want]))
        await mallory.spoken.until_hung_up()

        await trudy.tickets(0)


# S07


async def test_S07_two_who_collude_cost_an_honest_member_no_more_than_their_help(
    tmp_path: Path, film: Path
) -> None:
    """They tell the same lie, and both say that it was the honest one who lied."""
    async with mixed_group(tmp_path, [film], [MAREK], [MALLORY, TRUDY]) as group:
        (marek,), wrong = group.services, os.urandom(MIB)
        await group.accept()
        for liar in group.scripted:
            await liar.accept()
            await liar.takes()
        rows = [leading_to(marek, await liar.tickets(2)) for liar in group.scripted]
        for liar, row in zip(group.scripted, rows, strict=True):
            async with liar.calls(row) as talk:
                await asyncio.to_thread(lies, talk, wrong)
                complaint = Complain(liar.transfer_id, row.own_tag, entry=0, piece=0)
                await liar.spoken.say(complaint, complaint)
        for liar in group.scripted:
            await liar.tickets(1)  # each other
        await group.all_done()
        assert from_others(marek) == 0


async def test_S07_complaints_of_those_whom_one_was_not_told_of_change_nothing(
    tmp_path: Path, film: Path
) -> None:
    async with mixed_group(tmp_path, [film], [MAREK], [MALLORY, TRUDY]) as group:
        (marek,), (mallory, trudy) = group.services, group.scripted
        await group.accept()
        for each in (mallory, trudy):
            await each.accept()
        rows = [leading_to(marek, await each.tickets(2)) for each in (mallory, trudy)]
        for tag in (bytes(16), rows[1].own_tag, rows[1].their_tag, rows[0].their_tag):
            await mallory.spoken.say(Complain(mallory.transfer_id, tag, entry=0, piece=0))
        heard = await heard_before_pong(mallory.spoken)
        assert not [each for each in heard if isinstance(each, Group)]
        assert await trudy.is_let_in(rows[1])


# S08


def known_by(party: Party) -> dict[str, bytes]:
    """Return by what somebody could be known to others, in all ways in which it may be said."""
    profile, stores = party.service.profile.now(), party.service._stores
    raw = {
        "id": profile.id,
        "X25519 key": stores.identity.keys.x25519,
        "Ed25519 key": stores.identity.keys.ed25519,
        "installation": stores.installation_id,
        "transfer": next(iter(now(party))),
    }
    words = {"name": profile.name, "computer": profile.computer, "id": short_id(profile.id)}
    return (
        raw
        | {f"{what} in hex": each.hex().encode() for what, each in raw.items()}
        | {f"{what} in words": each.encode() for what, each in words.items()}
    )


async def test_S08_members_learn_of_each_other_nothing_but_a_ticket(
    tmp_path: Path, film: Path
) -> None:
    """Every byte that comes by a link, sealed and opened, and all that the sender says."""
    wire, opened = bytearray(), bytearray()
    async with mixed_group(tmp_path, [film], [MAREK], [MALLORY], rate=None) as group:
        (marek,), (mallory,) = group.services, group.scripted
        await group.accept()
        await mallory.accept()
        (row,) = await mallory.tickets(1)
        async with (
            relay_to(hint_in(row), said=wire) as relay,
            mallory.calls(row, relay.through) as talk,
        ):
            talk.has([])
            await group.all_done()
            talk.ask(1, *((0, piece) for piece in range(8)))
            frames = 0
            while frames < 8:
                heard = await asyncio.to_thread(talk.hear_next)
                if isinstance(heard, Message):
                    opened += encode_message(heard)
                elif heard is not None:
                    frames, opened = frames + 1, opened + heard[1]
        await heard_before_pong(mallory.spoken)
        told = b"".join(encode_message(each) for each in mallory.spoken.heard)
        assert row.their_tag in wire
        assert row.key in told
        assert len(opened) > 8 * 256 * KIB
        for what, secret in known_by(marek).items():
            for where, said in (("wire", wire), ("opened", opened), ("told", told)):
                assert secret not in said, (what, where)


PLACES = {
    "private": "tcp://192.168.7.7:5000",
    "private by IPv6": "tcp://[fd00::5]:5000",
    "VPN": "tcp://100.64.3.3:5000",
    "public": "tcp://93.184.216.34:5000",
    "public by IPv6": "tcp://[2a00:1450::5]:5000",
    "this computer": "tcp://127.0.0.1:5000",
    "name": "tcp://trudy.example:5000",
}


@needs_private_network()
@pytest.mark.parametrize("mode", [GroupMode.AUTO, GroupMode.ON])
async def test_S08_where_members_are_is_told_of_private_networks_unless_all_is_allowed(
    tmp_path: Path, film: Path, mode: GroupMode
) -> None:
    options = SendOptions(group=mode)
    async with mixed_group(tmp_path, [film], [], [MALLORY, TRUDY], options=options) as group:
        mallory, trudy = group.scripted
        await trudy.spoken.say(Addresses(hints=list(PLACES.values())))
        for each in (trudy, mallory):
            await each.accept()
        (row,) = await mallory.tickets(1)
        told = {what for what, uri in PLACES.items() if uri in row.hints}
        private = {"private", "private by IPv6", "VPN"}
        public = {"public", "public by IPv6"} if mode is GroupMode.ON else set[str]()
        assert told == private | public
        assert len(row.hints) == len(told) + 1, "and where the sender sees them"


# S09


async def test_S09_who_declines_is_told_of_nobody(tmp_path: Path, film: Path) -> None:
    async with mixed_group(tmp_path, [film], [MAREK, MIRA], [MALLORY]) as group:
        (mallory,) = group.scripted
        await mallory.spoken.say(Answer(mallory.transfer_id, Verdict.DECLINE))
        await group.accept()
        await group.all_done()
        heard = await heard_before_pong(mallory.spoken)
        assert not [each for each in heard if isinstance(each, Group | Pieces)]
        assert all(len(each.members) == 1 for each in standings(group.services[0]))


async def test_S09_who_takes_no_part_is_told_of_nobody_and_believed_nothing(
    tmp_path: Path, film: Path
) -> None:
    async with mixed_group(tmp_path, [film], [MAREK], [MALLORY]) as group:
        (mallory,) = group.scripted
        await group.accept()
        await mallory.accept(consent=None)
        await group.all_done()
        heard = await heard_before_pong(mallory.spoken)
        assert not [each for each in heard if isinstance(each, Group | Pieces)]
        await mallory.spoken.say(Holding(mallory.transfer_id, [Want(0, [0, 1])]))
        await mallory.spoken.until_hung_up()


async def test_S09_who_leaves_takes_no_ticket_along(tmp_path: Path, film: Path) -> None:
    async with mixed_group(tmp_path, [film], [MAREK, MIRA], [MALLORY]) as group:
        (mallory,) = group.scripted
        await group.accept()
        await mallory.accept()
        rows = await mallory.tickets(2)
        async with mallory.calls(rows[0]) as talk:
            await mallory.spoken.say(Cancel(transfer_id=mallory.transfer_id))
            await asyncio.to_thread(talk.hear_all)
            await until_shut_out(mallory, *rows)
        await group.all_done()


async def test_S09_whom_the_sender_turns_away_takes_no_ticket_along(
    tmp_path: Path, film: Path
) -> None:
    async with mixed_group(tmp_path, [film], [MAREK], [MALLORY]) as group:
        (mallory,) = group.scripted
        await group.accept()
        await mallory.accept()
        (row,) = await mallory.tickets(1)
        async with mallory.calls(row) as talk:
            group.anna.service.cancel(mallory.transfer_id)
            await asyncio.to_thread(talk.hear_all)
            await until_shut_out(mallory, row)
        await group.all_done()


async def test_who_does_not_know_of_groups_is_sent_everything_as_ever(
    tmp_path: Path, film: Path
) -> None:
    async with mixed_group(tmp_path, [film], [MAREK], [MALLORY], hello=HELLO) as group:
        (mallory,) = group.scripted
        assert mallory.offer.group is None
        await group.accept()
        await mallory.accept()  # as if
        await group.all_done()
        heard = await heard_before_pong(mallory.spoken)
        assert not [each for each in heard if isinstance(each, Group | Pieces)]


# S10


async def test_S10_whom_nobody_reaches_and_who_calls_nobody_holds_nobody_up(
    tmp_path: Path, film: Path
) -> None:
    async with mixed_group(tmp_path, [film], [MAREK], [MALLORY]) as group:
        await group.accept()
        await group.scripted[0].accept()
        await group.scripted[0].tickets(1)
        await group.all_done()


async def test_S10_who_gives_1_kb_a_second_holds_nobody_up(tmp_path: Path, film: Path) -> None:
    is_over = threading.Event()
    async with mixed_group(tmp_path, [film], [MAREK], [MALLORY]) as group:
        (mallory,) = group.scripted
        await group.accept()
        await mallory.accept()
        await mallory.takes()
        async with mallory.calls((await mallory.tickets(1))[0]) as talk:

            def give_slowly() -> None:
                talk.has()
                get = talk.hear(Get)
                entry, piece = asked_places(get)[0]
                start = piece * 256 * KIB
                content = film.read_bytes()[start : start + 256 * KIB]
                talk.trickle(get.request, entry, piece, content, is_over)

            giving = asyncio.create_task(asyncio.to_thread(give_slowly))
            await group.all_done()
            is_over.set()
            await giving
