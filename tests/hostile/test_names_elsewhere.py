"""Hostile names where no file is named by them: titles, notes, people, and what is read back."""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.cli.people_lines import friend_line
from byhand.cli.transfer_lines import question_text
from byhand.domain.characters import (
    BIDI_CONTROLS,
    CONTROLS,
    LINE_BREAKS,
    NONCHARACTERS,
    ZERO_WIDTH,
)
from byhand.domain.friend import Presence
from byhand.domain.introduction import IntroductionId
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.plan import Entered, IncomingPlan
from byhand.domain.transfer import TransferId, TransferState
from byhand.errors import FriendOrderError
from byhand.gui.offer_words import offer_note
from byhand.gui.transfer_row import row_look
from byhand.protocol.friend_messages import Introduce
from byhand.protocol.message import Message
from byhand.protocol.messages import Need, ProfileUpdate
from byhand.protocol.resume_messages import Phase, Role, SyncRow
from byhand.service.stores import open_stores
from byhand.storage.manifest_block import ENTRIES
from byhand.storage.manifest_spool import spool_path
from byhand.storage.spool_writer import SpoolWriter
from tests.helpers.circles import friend, until_offline
from tests.helpers.odd_names import REFUSED
from tests.helpers.scripted_friend import (
    ScriptedFriend,
    files,
    fresh_id,
    heard_before_pong,
    offer,
    told,
)
from tests.helpers.two_services import Party, party
from tests.hostile.conftest import Oracle

_S = TransferState
CASES = ("N01", "N02", "N03", "N06", "N08", "joiners", "noncharacters")
TEXTS = [name for case in CASES for name in REFUSED[case]]
SOME = [name for case in CASES for name in REFUSED[case][:2]]
UNFIT = re.compile(f"[{CONTROLS}{LINE_BREAKS}{BIDI_CONTROLS}{ZERO_WIDTH}{NONCHARACTERS}]")
GOOD = files(good=300_000)


@pytest.fixture
def home(tmp_path: Path, oracle: Oracle) -> Path:
    """A folder that nothing may change in, but what is received into another in it."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "x").write_bytes(b"theirs")
    oracle.guard(home, apart_from=home / "in")
    return home


@pytest.fixture
async def alice(tmp_path: Path, home: Path) -> AsyncIterator[Party]:
    async with party(tmp_path / "profile", home / "in") as alice:
        yield alice


async def test_N03_N08_a_title_and_a_note_are_shown_so_that_nothing_of_them_acts(
    alice: Party,
) -> None:
    """They name nothing on a disk: any text may come, and none is shown as it is."""
    mallory = await ScriptedFriend.of(alice)
    transfer_id = fresh_id()

    def noted() -> str | None:
        return transfer.note if (transfer := alice.transfers().get(transfer_id)) else None

    async with mallory.calls() as spoken:
        for number, text in enumerate(TEXTS, 1):
            await spoken.say(replace(offer(transfer_id, number, text), note=text))
            await spoken.say(told(transfer_id, GOOD))
            await alice.until(lambda: noted() == text)  # noqa: B023  # waited for at once
            shown = alice.transfers()[transfer_id]
            look = row_look(shown, None, "Mallory", "Mallory")
            for line in (look.title, look.spoken, offer_note(shown), question_text(shown, "M")):
                assert not UNFIT.search(line.replace("\n", "")), repr(text)
    assert not UNFIT.search((await logged(alice)).replace("\n", ""))


async def logged(alice: Party) -> str:
    """Return all that the profile's log says so far."""
    folder = alice.service._stores.folder.path / "log"
    read = [path.read_text("utf-8") for path in await asyncio.to_thread(list, folder.glob("*"))]
    return "".join(read)


def introduced(text: str) -> Introduce:
    return Introduce(
        introduction_id=IntroductionId(bytes(15) + b"i"),
        x25519=b"x" * 32,
        ed25519=b"e" * 32,
        name=text,
        computer="laptop",
        psk=b"p" * 32,
        expires_at=2**33,
        hints=[],
        signature=bytes(64),
    )


@pytest.mark.parametrize("how", ["name", "computer", "introduced"])
async def test_N03_N08_what_somebody_calls_themselves_is_judged_and_renames_nobody(
    alice: Party, how: str
) -> None:
    mallory = await ScriptedFriend.of(alice)
    for text in SOME:
        said: dict[str, Message] = {
            "name": ProfileUpdate(name=text, computer="laptop"),
            "computer": ProfileUpdate(name="Mallory", computer=text),
            "introduced": introduced(text),
        }
        async with mallory.calls() as spoken:
            await spoken.say_anyway(said[how])
            if UNFIT.search(text) or how == "introduced":
                await spoken.until_hung_up()
            else:
                await heard_before_pong(spoken)
        await until_offline(alice, mallory.id)
        known = friend(alice, mallory.id)
        assert known.name == "Mallory"
        assert not UNFIT.search(known.computer)
        assert not UNFIT.search(friend_line(known, Presence()))


async def test_N03_N08_a_name_given_by_the_user_is_kept_without_what_cannot_be_seen(
    alice: Party,
) -> None:
    mallory = await ScriptedFriend.of(alice)
    await alice.until_quiet()
    for number, text in enumerate(TEXTS):
        told_before = len(alice.events)
        try:
            alice.service.friends.rename(mallory.id, f"{text}{number}{text}")
        except FriendOrderError:
            continue
        await alice.until(lambda: len(alice.events) > told_before)  # noqa: B023  # at once
        assert not UNFIT.search(friend(alice, mallory.id).name), repr(text)


async def left_accepted(tmp_path: Path, home: Path) -> tuple[ScriptedFriend, TransferId]:
    """Leave a transfer that was accepted, of which nothing has come, and stop."""
    transfer_id = fresh_id()
    async with party(tmp_path / "profile", home / "in") as alice:
        mallory = await ScriptedFriend.of(alice)
        async with mallory.calls() as spoken:
            await spoken.say(offer(transfer_id), told(transfer_id, GOOD))
            await alice.until_offered(transfer_id)
            alice.service.accept(transfer_id)
            await spoken.hear_a(Need)
    return mallory, transfer_id


def edited(profile: Path, transfer_id: TransferId, how: str, name: str) -> None:
    """Change what is kept of a transfer, as somebody does who knows how it is kept."""
    stores = open_stores(profile)
    try:
        stored = stores.database.transfers.get(transfer_id)
        assert stored is not None
        assert isinstance(stored.plan, IncomingPlan)
        changed = stored.plan
        if how in ("manifest", "folder"):
            path = spool_path(profile / "transfers", stored.transfer.friend_id, transfer_id)
            writer = SpoolWriter.create(path, ENTRIES)
            file = Entry((name,), EntryKind.FILE, GOOD[0].size, GOOD[0].size)
            if how == "folder":
                writer.append([Entry((name,), EntryKind.FOLDER)])
                file = replace(file, components=(name, "y"))
            writer.append([file])
            changed = replace(changed, manifest=writer.finish())
            writer.rows.close()
        else:
            inode = profile.stat()
            place = Entered("good", name, inode.st_dev, inode.st_ino)
            changed = replace(changed, **{how: (place,)})
        stores.database.transfers.save(replace(stored, plan=changed))
        stores.mark_stopped()
    finally:
        stores.close()


@pytest.mark.parametrize("how", ["manifest", "folder", "entered", "saved"])
@pytest.mark.parametrize("name", ["../x", "..", "{home}/x", "a/../../x"])
async def test_N01_a_record_that_was_edited_leads_nowhere_else_after_a_restart(
    tmp_path: Path, home: Path, how: str, name: str
) -> None:
    """It is given up, or left alone; what came of it stays in the folder chosen."""
    mallory, transfer_id = await left_accepted(tmp_path, home)
    evil = name.format(home=home)
    await asyncio.to_thread(edited, tmp_path / "profile", transfer_id, how, evil)
    async with party(tmp_path / "profile", home / "in") as alice:
        digest = told(transfer_id, GOOD).end
        assert digest is not None
        row = SyncRow(transfer_id, Role.SENDER, Phase.ACCEPTED, digest.digest, 1, False)
        async with mallory.calls(row, victim=alice) as spoken:
            await heard_before_pong(spoken)
            await alice.until_quiet()
            shown = alice.transfers().get(transfer_id)
            assert shown is None or not shown.saved_paths
            assert not any(isinstance(each, Need) for each in await heard_before_pong(spoken))
