"""Texts that are none, and texts that would show what they are not (protocol section 11)."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.events import TextShown
from byhand.domain.manifest import TEXT_BYTES_LIMIT, Entry, EntryKind
from byhand.domain.text import safe_lines
from byhand.domain.transfer import TransferState
from byhand.storage.own_files import keep_own
from byhand.storage.scan import look_at
from byhand.storage.source import SourceEntry
from tests.helpers.circles import circle, id_of
from tests.helpers.scripted_friend import ScriptedFriend, fresh_id, offer, told, until_at_rest
from tests.helpers.trees import snapshot
from tests.helpers.two_services import Party

_S = TransferState


@pytest.fixture
async def alice(tmp_path: Path) -> AsyncIterator[Party]:
    async with circle(tmp_path, "Alice") as (alice,):
        yield alice


def text(size: int) -> list[Entry]:
    return [Entry(("note.txt",), EntryKind.TEXT, size, size)]


NO_TEXTS = {
    "one byte": b"\xff",
    "cut off": "Žluť 🐢".encode()[:-1],
    "a surrogate": b"\xed\xa0\x80",
    "too long a way to write a slash": b"\xc0\xaf",
    "at the end of several pieces": b"a" * (TEXT_BYTES_LIMIT - 1) + b"\x80",
}


@pytest.mark.parametrize("how", NO_TEXTS)
async def test_a_text_that_is_not_utf_8_fails_for_both_and_leaves_nothing(
    pair: tuple[Party, Party], monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    mallory, alice = pair
    content = NO_TEXTS[how]

    def unchecked(path: str) -> SourceEntry:
        keep_own(Path(path), content)
        found = look_at((Path(path).name,), path)
        assert isinstance(found, SourceEntry)
        return replace(found, entry=replace(found.entry, kind=EntryKind.TEXT))

    monkeypatch.setattr("byhand.service.sought.scan_text", unchecked)
    transfer_id = mallory.service.send_text("See you at eight", id_of(alice))
    await alice.until_offered(transfer_id)
    assert alice.transfers()[transfer_id].is_text
    alice.service.accept(transfer_id)
    for each in (alice, mallory):
        ended = await each.until_final(transfer_id)
        assert (ended.state, ended.code) == (_S.FAILED, Code.PROTOCOL)
    await until_at_rest(alice)
    assert snapshot(alice.folder) == {}
    assert not any(isinstance(each, TextShown) for each in alice.events)


async def test_what_a_text_hides_is_written_out(pair: tuple[Party, Party]) -> None:
    mallory, alice = pair
    content = "pay\0 \u202eevil\u2066 \x1b[2J"
    transfer_id = mallory.service.send_text(content, id_of(alice))
    await alice.until_offered(transfer_id)
    alice.service.accept(transfer_id)
    assert (await alice.until_final(transfer_id)).state is _S.DONE
    alice.service.queue.show_text(transfer_id)
    await alice.until(lambda: any(isinstance(each, TextShown) for each in alice.events))
    (shown,) = (each.text for each in alice.events if isinstance(each, TextShown))
    assert shown == content
    assert [*safe_lines(shown)] == ["pay⟨U+0000⟩ ⟨U+202E⟩evil⟨U+2066⟩ ⟨U+001B⟩[2J"]


async def test_a_text_of_more_than_may_be_is_hung_up_on(alice: Party) -> None:
    mallory = await ScriptedFriend.of(alice)
    transfer_id = fresh_id()
    async with mallory.calls() as spoken:
        await spoken.say(offer(transfer_id))
        await spoken.say_anyway(told(transfer_id, text(TEXT_BYTES_LIMIT + 1)))
        await spoken.until_hung_up()
    await until_at_rest(alice)
    assert not any(each.is_counted for each in alice.transfers().values())
    assert snapshot(alice.folder) == {}
