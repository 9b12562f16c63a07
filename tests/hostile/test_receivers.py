"""A receiver who lies, asks for too much, or does not read (protocol sections 9 and 11)."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from byhand.domain.codes import Code
from byhand.domain.pieces import MIB, PACK_INDEX
from byhand.domain.transfer import TransferId, TransferState
from byhand.network.lane import FrameReceiver
from byhand.protocol.message import Message
from byhand.protocol.messages import (
    Answer,
    Cancel,
    Entries,
    FileRow,
    Files,
    FileState,
    Finished,
    Lanes,
    Need,
    Offer,
    Roots,
    Sent,
    Status,
    Verdict,
    Want,
)
from byhand.protocol.resume_messages import HashAnswer, HashAsk, Pause, Pieces, Resume
from tests.helpers.circles import circle
from tests.helpers.outbound import unpaced
from tests.helpers.scripted_friend import ScriptedFriend, Spoken, heard_before_pong, until_at_rest
from tests.helpers.two_services import Party

_S = TransferState
END = 1_000_000
"""More than any offer has, as far as a message can say it."""


@pytest.fixture
async def alice(tmp_path: Path) -> AsyncIterator[Party]:
    async with circle(tmp_path, "Alice") as (alice,):
        yield alice


def source(tmp_path: Path, size: int = 300_000) -> Path:
    """A folder with a big file, and two small ones that make a pack."""
    folder = tmp_path / "from"
    folder.mkdir()
    (folder / "big").write_bytes(os.urandom(MIB) * (size // MIB) or os.urandom(size))
    for name in ("small", "smaller"):
        (folder / name).write_bytes(os.urandom(10))
    return folder


@asynccontextmanager
async def offered(
    alice: Party, tmp_path: Path, size: int = 300_000
) -> AsyncIterator[tuple[Spoken, TransferId, bytes]]:
    """Let Alice offer something; yield who may answer, for what, and the manifest's digest."""
    mallory = await ScriptedFriend.of(alice)
    async with mallory.calls() as spoken:
        folder = await asyncio.to_thread(source, tmp_path, size)
        alice.service.send([str(folder)], mallory.id)
        transfer_id = TransferId((await spoken.hear_a(Offer)).transfer_id)
        while (end := (await spoken.hear_a(Entries)).end) is None:
            pass
        yield spoken, transfer_id, end.digest


def accept(transfer_id: TransferId, digest: bytes, chosen: list[int] | None = None) -> Answer:
    return Answer(transfer_id=transfer_id, verdict=Verdict.ACCEPT, digest=digest, chosen=chosen)


@pytest.mark.parametrize(
    "chosen",
    [[0, END], [END - 1, 1], [0, 1, 0, 1], [3, 1, 1, 1], [0, 0], [1]],
    ids=["all and more", "none of it", "twice", "descending", "nothing", "half a range"],
)
async def test_M02_a_choice_that_was_not_offered_is_hung_up_on(
    alice: Party, tmp_path: Path, chosen: list[int]
) -> None:
    async with offered(alice, tmp_path) as (spoken, transfer_id, digest):
        await spoken.say(accept(transfer_id, digest, chosen))
        await spoken.until_hung_up()
        assert (await alice.until_final(transfer_id)).state is _S.FAILED


async def test_N19_who_accepts_another_manifest_is_hung_up_on(alice: Party, tmp_path: Path) -> None:
    async with offered(alice, tmp_path) as (spoken, transfer_id, digest):
        await spoken.say(accept(transfer_id, digest[::-1]))
        await spoken.until_hung_up()
        assert (await alice.until_final(transfer_id)).state is _S.FAILED


def lies(transfer_id: TransferId) -> dict[str, Message]:
    """Return what nobody may say of what was accepted, by what it is."""
    return {
        "a wish for more": Need(transfer_id=transfer_id, epoch=1, wants=[Want(END - 1, [0, 1])]),
        "a wish for a folder": Need(transfer_id=transfer_id, epoch=1, wants=[Want(0, [0, 1])]),
        "a wish beyond a file": Need(transfer_id=transfer_id, epoch=1, wants=[Want(1, [0, 1000])]),
        "a wish for other packs": Need(
            transfer_id=transfer_id, epoch=1, wants=[Want(PACK_INDEX, [5, 1])]
        ),
        "a cancel beyond the end": Cancel(transfer_id=transfer_id, entries=[0, END]),
        "a cancel of half a range": Cancel(transfer_id=transfer_id, entries=[1]),
        "a file that is none": Files(
            transfer_id=transfer_id, rows=[FileRow(END - 1, FileState.FAILED, Code.OK)]
        ),
        "a folder that failed": Files(
            transfer_id=transfer_id, rows=[FileRow(0, FileState.FAILED, Code.OK)]
        ),
    }


@pytest.mark.parametrize("lie", lies(TransferId(bytes(16))))
async def test_M03_what_was_not_offered_is_not_to_be_spoken_of(
    alice: Party, tmp_path: Path, lie: str
) -> None:
    async with offered(alice, tmp_path) as (spoken, transfer_id, digest):
        await spoken.say(accept(transfer_id, digest), lies(transfer_id)[lie])
        await spoken.until_hung_up()
        assert (await alice.until_final(transfer_id)).state is _S.FAILED


def nonsense(transfer_id: TransferId) -> list[Message]:
    """Return what is out of place, but no lie, or nothing that a sender goes by."""
    return [
        Status(
            transfer_id=transfer_id,
            written=2**63 - 1,
            durable=2**63 - 1,
            files=END,
            rate=2**63 - 1,
            held_up_by=2**16 - 1,
        ),
        Roots(transfer_id=transfer_id, rows=[]),
        Sent(transfer_id=transfer_id, epoch=1, lanes=[(7, 7)]),
        Answer(transfer_id=transfer_id, verdict=Verdict.LATER),
        accept(transfer_id, bytes(32)),
        Resume(transfer_id=transfer_id),
    ]


async def test_M09_what_is_out_of_place_changes_nothing(alice: Party, tmp_path: Path) -> None:
    async with offered(alice, tmp_path) as (spoken, transfer_id, digest):
        await spoken.say(accept(transfer_id, digest), *nonsense(transfer_id))
        await spoken.say(Need(transfer_id=transfer_id, epoch=1))
        await spoken.receiving_lane()
        await heard_before_pong(spoken)
        assert not alice.transfers()[transfer_id].is_final
        progress = alice.service.progress()[transfer_id]
        assert progress.bytes <= progress.total_bytes


@pytest.mark.parametrize("kind", ["pieces", "answer", "ask"])
@pytest.mark.parametrize("entry", [0, 1, END - 1], ids=["a folder", "a file", "nothing"])
async def test_M10_hashes_that_are_lies_send_nothing_else_and_break_nothing(
    alice: Party, tmp_path: Path, kind: str, entry: int
) -> None:
    """Whatever comes of it, hanging up too: nobody crashes, and the file is as it was."""
    async with offered(alice, tmp_path) as (spoken, transfer_id, digest):
        said: Message = {
            "pieces": Pieces(
                transfer_id=transfer_id,
                entry=entry,
                first=2**32 - 1,
                generation=9,
                hashes=bytes(64),
            ),
            "answer": HashAnswer(
                transfer_id=transfer_id, rows=[(entry, bytes(32)), (entry, b"short")]
            ),
            "ask": HashAsk(transfer_id=transfer_id, entries=[entry, 1]),
        }[kind]
        await spoken.say(said, accept(transfer_id, digest), said, said)
        await spoken.say(Need(transfer_id=transfer_id, epoch=1))
        await spoken.say(Cancel(transfer_id=transfer_id))
        ends = (_S.CANCELLED, _S.FAILED, _S.STALLED, _S.QUEUED)
        assert (await alice.until_state(transfer_id, *ends)).state in ends


@pytest.mark.parametrize("is_asked_for", [True, False], ids=["read", "never asked for"])
async def test_M05_a_receipt_that_the_receiver_did_not_sign_is_no_end(
    alice: Party, tmp_path: Path, is_asked_for: bool
) -> None:
    async with offered(alice, tmp_path) as (spoken, transfer_id, digest):
        await spoken.say(accept(transfer_id, digest))
        if is_asked_for:
            await spoken.say(Need(transfer_id=transfer_id, epoch=1))
            await spoken.receiving_lane()
        await spoken.say(Finished(transfer_id=transfer_id, ok=END, bad=0, receipt=bytes(72)))
        ended = await alice.until_final(transfer_id)
        assert (ended.state, ended.code) == (_S.FAILED, Code.HASH_MISMATCH)


async def test_M02_after_the_end_nothing_is_sent(alice: Party, tmp_path: Path) -> None:
    async with offered(alice, tmp_path) as (spoken, transfer_id, digest):
        await spoken.say(accept(transfer_id, digest))
        await spoken.say(Finished(transfer_id=transfer_id, ok=3, bad=0, receipt=bytes(72)))
        await alice.until_final(transfer_id)
        await until_at_rest(alice)
        for epoch in range(1, 50):
            await spoken.say(Need(transfer_id=transfer_id, epoch=epoch))
        await spoken.say(Pause(transfer_id=transfer_id), Cancel(transfer_id=transfer_id))
        heard = await heard_before_pong(spoken)
        assert not [each for each in heard if isinstance(each, Sent | Lanes)]


async def test_R06_wishes_without_end_are_hung_up_on(alice: Party, tmp_path: Path) -> None:
    """A wish that always goes on is given up when it holds more ranges than can be meant."""
    every_other = [number for piece in range(0, 4000, 2) for number in (piece, 1)]
    async with offered(alice, tmp_path, MIB) as (spoken, transfer_id, digest):
        await spoken.say(accept(transfer_id, digest))
        wish = Need(transfer_id=transfer_id, epoch=1, wants=[Want(1, every_other)], more=True)
        await spoken.say(wish)
        await spoken.until_hung_up()
        assert (await alice.until_final(transfer_id)).state is _S.FAILED


async def test_R07_a_receiver_who_does_not_read_costs_no_memory_and_holds_nobody(
    alice: Party, tmp_path: Path
) -> None:
    """256 MiB are to be sent; whoever takes none of it costs the sender a few buffers."""
    async with offered(alice, tmp_path, 256 * MIB) as (spoken, transfer_id, digest):
        await spoken.say(accept(transfer_id, digest), Need(transfer_id=transfer_id, epoch=1))
        await spoken.receiving_lane()
        for epoch in range(2, 40):
            await spoken.say(Need(transfer_id=transfer_id, epoch=epoch))
        await heard_before_pong(spoken)
        assert not alice.transfers()[transfer_id].is_final
        alice.service.cancel(transfer_id)
        await alice.until_final(transfer_id)
        assert (await spoken.hear_a(Cancel)).transfer_id == transfer_id
        await until_at_rest(alice)


async def test_R07_a_receiver_who_reads_byte_by_byte_is_let_go_with_the_session(
    alice: Party, tmp_path: Path
) -> None:
    async with offered(alice, tmp_path, 64 * MIB) as (spoken, transfer_id, digest):
        await spoken.say(accept(transfer_id, digest), Need(transfer_id=transfer_id, epoch=1))
        sock, _ = await spoken.receiving_lane()
        for _ in range(100):
            assert await asyncio.to_thread(sock.recv, 1)
        await heard_before_pong(spoken)
        assert not alice.transfers()[transfer_id].is_final
    await alice.until_state(transfer_id, _S.STALLED)
    alice.service.cancel(transfer_id)
    await alice.until_final(transfer_id)


async def test_R07_pausing_without_end_while_nothing_is_read_ends_as_it_was_said_last(
    alice: Party, tmp_path: Path
) -> None:
    async with offered(alice, tmp_path, 16 * MIB) as (spoken, transfer_id, digest):
        await spoken.say(accept(transfer_id, digest), Need(transfer_id=transfer_id, epoch=1))
        sock, lane = await spoken.receiving_lane()
        for epoch in range(2, 300):
            await spoken.say(Pause(transfer_id=transfer_id), Resume(transfer_id=transfer_id))
            await spoken.say(Need(transfer_id=transfer_id, epoch=epoch))
        receiver = FrameReceiver(sock, lane.session.receiving, unpaced())
        frame = await asyncio.to_thread(receiver.receive_frame)
        assert frame is not None
        assert not alice.transfers()[transfer_id].paused_by_friend
        await spoken.say(Cancel(transfer_id=transfer_id))
        assert (await alice.until_final(transfer_id)).state is _S.CANCELLED
