"""Names and sizes of an offer that nobody may send: refused as a whole, and nothing is written."""

from collections.abc import AsyncIterator, Iterable, Sequence
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.events import FilesPage
from byhand.domain.local_names import System
from byhand.domain.manifest import ENTRY_LIMIT, SIZE_LIMIT, Entry, EntryKind, manifest_digest
from byhand.domain.names import DEPTH_LIMIT
from byhand.domain.transfer import TransferId, TransferState
from byhand.protocol.codec import encode_message
from byhand.protocol.fields import WIRE_KEYS
from byhand.protocol.message import Message
from byhand.protocol.messages import Answer, Entries, EntriesEnd, Need, Ping, Pong, Verdict
from byhand.protocol.records import seal
from tests.helpers.odd_names import (
    NOT_UTF_8,
    PATHS,
    REFUSED,
    assert_lies_below,
    is_refused,
    tree_of,
)
from tests.helpers.scripted_friend import (
    ScriptedFriend,
    Spoken,
    files,
    fresh_id,
    offer,
    told,
)
from tests.helpers.two_services import Party, party
from tests.hostile.conftest import Oracle

_S = TransferState
PLACE = "QQQQ"
"""Stands in a message for what no encoder writes, and is as long as its length says."""
EXAMPLES = 300


@pytest.fixture
async def alice(tmp_path: Path, oracle: Oracle) -> AsyncIterator[Party]:
    """Somebody who receives into a folder beside which nothing may change, and gets nothing."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "x").write_bytes(b"theirs")
    oracle.guard(home, apart_from=home / "in")
    async with party(tmp_path / "profile", home / "in") as alice:
        yield alice
        await alice.until_only()


def file(*components: str) -> Entry:
    return Entry(components, EntryKind.FILE, 10, 10)


def folder(*components: str) -> Entry:
    return Entry(components, EntryKind.FOLDER)


def at_each_place(name: str) -> list[list[Entry]]:
    """Return offers with a name as a file, as one in a folder, as a folder, and above a file."""
    return [
        [file(name)],
        [folder("top"), file("top", "good"), file("top", name)],
        [folder(name), file(name, "good")],
        [folder("top"), folder("top", name)],
        [file("good"), file(name, "good")],
    ]


async def refusal(spoken: Spoken) -> Code | None:
    """Return why an offer is declined, None if the session is hung up on instead."""
    while (message := await spoken.hear()) is not None:
        if isinstance(message, Answer):
            assert message.verdict is Verdict.DECLINE
            return message.code
    return None


async def refusals(alice: Party, said: Iterable[Sequence[bytes | Message]]) -> list[Code | None]:
    """Say things, each an offer and its entries, and return what comes of each of them.

    Whoever was hung up on is a friend no more: what they began to offer stays open else.
    """
    rest, found = list(said), list[Code | None]()
    while len(found) < len(rest):
        mallory = await ScriptedFriend.of(alice, f"Mallory {len(found)}")
        async with mallory.calls() as spoken:
            while len(found) < len(rest):
                for each in rest[len(found)]:
                    await spoken.say_raw(_sealed(spoken, each))
                found.append(await refusal(spoken))
                if found[-1] is None:
                    break
        alice.service.friends.remove(mallory.id)
    return found


def _sealed(spoken: Spoken, said: bytes | Message) -> bytes:
    content = said if isinstance(said, bytes) else encode_message(said)
    return seal(spoken.connection._session.sending, content)


def offers(manifests: Iterable[Sequence[Entry]]) -> list[Sequence[Message]]:
    ids = (fresh_id() for _ in iter(int, 1))
    numbered = enumerate(manifests, 1)
    return [
        (offer(each, number), told(each, entries))
        for each, (number, entries) in zip(ids, numbered, strict=False)
    ]


async def assert_all_refused(alice: Party, manifests: Sequence[Sequence[Entry]]) -> None:
    """Offer each; a name that fits no message ends the session, any other the offer."""
    found = await refusals(alice, offers(manifests))
    assert set(found) <= {Code.NAME_REFUSED, None}
    for manifest, code in zip(manifests, found, strict=True):
        fits = all(0 < len(name) < 256 for entry in manifest for name in entry.components)
        assert fits == (code is Code.NAME_REFUSED), manifest
    await alice.until(lambda: all(each.is_final for each in alice.transfers().values()))


async def assert_names_refused(alice: Party, names: Iterable[str]) -> None:
    await assert_all_refused(alice, [each for name in names for each in at_each_place(name)])


async def test_N01_names_that_climb_or_are_paths_refuse_the_offer(alice: Party) -> None:
    await assert_names_refused(alice, REFUSED["N01"])
    climbing = [folder("a"), folder("a", ".."), folder("a", "..", ".."), file("a", "..", "..", "x")]
    await assert_all_refused(alice, [climbing, [file("..", "x")], [file("a", "", "x")]])


async def test_N02_paths_of_windows_refuse_the_offer(alice: Party) -> None:
    await assert_names_refused(alice, REFUSED["N02"])


async def test_N03_controls_refuse_the_offer(alice: Party) -> None:
    await assert_names_refused(alice, REFUSED["N03"])


async def test_N04_what_is_no_utf_8_ends_the_session(alice: Party) -> None:
    said = [
        (offer(transfer_id, 1), respelt(told(transfer_id, entries), raw))
        for raw in NOT_UTF_8.values()
        for entries in at_each_place(PLACE)[:3]
        for transfer_id in [fresh_id()]
    ]
    assert set(await refusals(alice, said)) == {None}


def respelt(message: Message, raw: bytes) -> bytes:
    """Return a message in which bytes of our choice stand for a name."""
    head, encoded = bytes([0xA0 + len(PLACE)]) + PLACE.encode(), bytes([0xA0 + len(raw)]) + raw
    content = encode_message(message)
    assert head in content
    return content.replace(head, encoded)


async def test_N06_white_space_at_an_end_refuses_the_offer(alice: Party) -> None:
    await assert_names_refused(alice, REFUSED["N06"])


async def test_N07_what_is_too_long_or_too_deep_refuses_the_offer(alice: Party) -> None:
    await assert_names_refused(alice, REFUSED["N07"])
    chain = [folder(*["x" * 255] * depth) for depth in range(1, 17)]
    await assert_all_refused(
        alice,
        [
            [*chain, file(*["x" * 255] * 16, "y")],
            [*chain, folder(*["x" * 255] * 16, "y")],
        ],
    )
    deep = [folder(*["d"] * depth) for depth in range(1, DEPTH_LIMIT + 1)]
    assert await refusals(alice, offers([[*deep, file(*["d"] * (DEPTH_LIMIT + 1))]])) == [None]


async def test_N08_what_cannot_be_seen_or_turns_the_line_refuses_the_offer(alice: Party) -> None:
    await assert_names_refused(alice, REFUSED["N08"])
    await assert_names_refused(alice, REFUSED["joiners"])


async def test_N09_names_that_are_not_in_normal_form_refuse_the_offer(alice: Party) -> None:
    """Else two of them could look, and on a Mac be, the same."""
    await assert_names_refused(alice, [*REFUSED["not NFC"], *REFUSED["noncharacters"]])


CONTRADICTIONS = [
    [file("a"), file("a")],
    [file("a"), file("a", "b")],
    [file("a"), folder("a")],
    [folder("a"), file("a")],
    [folder("a"), folder("a")],
    [folder("a"), file("a", "b"), file("a", "b", "c")],
    [file("a", "b")],
    [file("a", "b"), folder("a")],
]


async def test_N10_paths_that_contradict_each_other_refuse_the_offer(alice: Party) -> None:
    await assert_all_refused(alice, CONTRADICTIONS)
    in_parts: list[Sequence[Message]] = []
    for entries in (CONTRADICTIONS[0], CONTRADICTIONS[1], CONTRADICTIONS[3]):
        transfer_id = fresh_id()
        whole = told(transfer_id, entries)
        first = Entries(transfer_id=transfer_id, first_index=0, entries=whole.entries[:1])
        rest = Entries(
            transfer_id=transfer_id, first_index=1, entries=whole.entries[1:], end=whole.end
        )
        in_parts.append((offer(transfer_id, len(in_parts) + 1), first, rest))
    assert set(await refusals(alice, in_parts)) == {Code.NAME_REFUSED}


ROW = [["a"], 0, 1, 1, 0, False]


@pytest.mark.parametrize(
    "row",
    [
        *([["a"], kind, 1, 1, 0, False] for kind in (3, 4, 5, 6, 255, -1, "link", None)),
        *([["a"], 0, 1, 1, 0, mode] for mode in (0o4755, "x", None)),
        *([["a"], 0, size, 0, 0, False] for size in (-1, 2**63, 2**64 - 1, SIZE_LIMIT + 1, 1.5)),
        *([["a"], 0, 1, allocated, 0, False] for allocated in (2, -1, 2**63)),
        *([["a"], 1, 1, 0, 0, False], [["a"], 1, 0, 0, 0, True]),
        *([name, 0, 1, 1, 0, False] for name in ("a", [], ["a", 1], [b"a"], None, {"a": 1})),
    ],
    ids=repr,
)
async def test_N12_N18_an_entry_of_another_kind_or_size_ends_the_session(
    alice: Party, row: list[object]
) -> None:
    transfer_id = fresh_id()
    assert await refusals(alice, [(offer(transfer_id), entries_of(transfer_id, [row]))]) == [None]


def entries_of(transfer_id: TransferId, rows: Sequence[object], **more: object) -> bytes:
    """Return the message that tells rows whatever is in them, with fields that nobody knows."""
    end = told(transfer_id, files(a=1)).end
    named = {"transfer_id": transfer_id, "first_index": 0, "entries": rows, "end": end}
    fields = {WIRE_KEYS.get(name, name): value for name, value in (named | more).items()}
    return encode_message(told(transfer_id, []))[:3] + msgspec.msgpack.encode(fields)


async def test_N18_sizes_that_are_more_than_there_can_be_end_the_session(alice: Party) -> None:
    many = [Entry((f"{number}",), EntryKind.FILE, SIZE_LIMIT, 0) for number in range(128)]
    one, transfer_id = files(a=10), fresh_id()
    end = EntriesEnd(1, 10, 10, manifest_digest(one))
    lies = [
        replace(end, **{field: value})
        for field, value in [("count", 0), ("count", 2), ("bytes", 9), ("bytes", 2**63 - 1)]
    ]
    lies += [
        replace(end, allocated=11),
        replace(end, digest=bytes(32)),
    ]
    rows = told(transfer_id, one).entries
    said: list[Sequence[Message]] = [(offer(transfer_id), told(transfer_id, many))]
    said += [
        (offer(each), Entries(transfer_id=each, first_index=0, entries=rows, end=lie))
        for lie in lies
        for each in [fresh_id()]
    ]
    assert set(await refusals(alice, said)) == {None}


async def test_N17_more_entries_than_an_offer_may_have_end_the_session(alice: Party) -> None:
    """All of a million in the long run `names`."""
    transfer_id = fresh_id()
    beyond = told(transfer_id, files(a=1))
    said: list[Sequence[bytes | Message]] = [
        (offer(transfer_id), replace(beyond, first_index=ENTRY_LIMIT)),
        (offer(transfer_id), replace(beyond, first_index=1)),
        (offer(transfer_id), entries_of(transfer_id, [ROW], first_index=ENTRY_LIMIT + 1)),
        (offer(transfer_id), told(transfer_id, [])),
    ]
    assert set(await refusals(alice, said)) == {None}


async def test_N13_no_second_list_of_names_is_listened_to(alice: Party) -> None:
    """Fields nobody knows are passed over, and so are messages; entries come once."""
    mallory = await ScriptedFriend.of(alice)
    transfer_id = fresh_id()
    evil = ["../x", "/etc/x", "other"]
    more = {"tops": evil, "delete": evil, "paths": evil, "thumbnails": evil, "root": "../x"}
    unknown = bytes([0, 0xF0, 0xFF]) + msgspec.msgpack.encode({"id": transfer_id, "e": evil})
    async with mallory.calls() as spoken:
        plain = msgspec.msgpack.decode(encode_message(offer(transfer_id))[3:])
        head = encode_message(offer(transfer_id))[:3]
        await spoken.say_raw(_sealed(spoken, head + msgspec.msgpack.encode(plain | more)))
        await spoken.say_raw(_sealed(spoken, unknown))
        whole = told(transfer_id, files(good=10))
        rows = [[*msgspec.to_builtins(row), {"xattr": "x"}, "../x"] for row in whole.entries]
        await spoken.say_raw(_sealed(spoken, entries_of(transfer_id, rows, end=whole.end, **more)))
        await alice.until_offered(transfer_id)
        assert alice.transfers()[transfer_id].title == "x"
        assert await file_rows(alice, transfer_id) == ["good"]
        await spoken.say(told(transfer_id, files(other=10)))
        await spoken.until_hung_up()
    assert (await alice.until_final(transfer_id)).state is _S.FAILED


async def file_rows(alice: Party, transfer_id: TransferId) -> list[str]:
    """Return the paths that the card shows."""
    before = len(alice.events)
    alice.service.queue.request_files(transfer_id, 0, 100)

    def pages() -> list[FilesPage]:
        return [each for each in alice.events[before:] if isinstance(each, FilesPage)]

    await alice.until(lambda: bool(pages()))
    return [row.path for row in pages()[0].rows]


@pytest.mark.parametrize("again", ["entries", "an offer", "an offer of the same"])
async def test_N19_a_manifest_that_changes_after_it_was_accepted_is_not_taken(
    alice: Party, again: str
) -> None:
    mallory = await ScriptedFriend.of(alice)
    transfer_id = fresh_id()
    async with mallory.calls() as spoken:
        await spoken.say(offer(transfer_id), told(transfer_id, files(good=300_000)))
        await alice.until_offered(transfer_id)
        alice.service.accept(transfer_id)
        await spoken.hear_a(Need)
        other = told(transfer_id, files(good=300_000 if again.endswith("same") else 9, other=9))
        if again.startswith("an offer"):
            await spoken.say_anyway(offer(transfer_id, 2))
        await spoken.say_anyway(other, Ping(t=1))
        while (heard := await spoken.hear()) is not None and not isinstance(heard, Pong):
            pass
        await alice.until_quiet()
        shown = alice.transfers()[transfer_id]
        assert shown.total_files <= 1
        assert not shown.is_final or shown.state is _S.FAILED
    alice.service.cancel(transfer_id)
    await alice.until_final(transfer_id)


@settings(max_examples=EXAMPLES)
@given(PATHS, st.sampled_from(System), st.booleans())
def test_N20_whatever_the_components_are_the_result_is_below_the_root_or_refused(
    paths: list[tuple[str, ...]], system: System, folds_case: bool
) -> None:
    """A hundred thousand of them in the long run `names`."""
    entries = tree_of(paths)
    if not is_refused(entries):
        assert_lies_below(entries, system, folds_case)
