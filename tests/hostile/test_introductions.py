"""I01 to I13: friends who lie about friends, or ask too much; PROTOCOL.md, section 18."""

import dataclasses
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.friend import Trust
from byhand.domain.identity import FriendId
from byhand.domain.introduction import IntroductionId, IntroductionStage
from byhand.errors import AuthenticationError, RemoteProtocolError, UnreachableError
from byhand.network.addresses import Hint
from byhand.network.dialer import dial
from byhand.protocol.codec import decode_message, encode_message
from byhand.protocol.credentials import Introduction, LocalIdentity, OpenInvite
from byhand.protocol.friend_messages import Introduce
from byhand.protocol.handshake import answer, use_invite
from byhand.protocol.introduction import sign_introduction, verify_introduction
from byhand.service.introduction_rules import CLOCKS_APART_SECONDS
from byhand.storage.friend_store import FriendRecord, IntroductionRecord, InviteRecord
from tests.helpers.connection_pair import ALICE, ALICE_INTRODUCED, BOB, EVE, FakeDoor, run_steps
from tests.helpers.introduction_desk import (
    DAY,
    LATER,
    OWN_PORT,
    Desk,
    desk,
    friend_record,
    introduction,
)
from tests.helpers.messages import introductions
from tests.helpers.three_services import (
    ANNA,
    MAREK,
    MIRA,
    id_of,
    introduce,
    is_online,
    shown,
    three_services,
    until_online,
    until_stage,
)

_S = IntroductionStage
ANNAS, MAREKS, MIRAS, STRANGERS = (LocalIdentity.generate() for _ in range(4))


@pytest.fixture
async def mine(tmp_path: Path) -> AsyncIterator[Desk]:
    """Anna and Marek are friends of mine."""
    friends = [friend_record(ANNAS, ANNA), friend_record(MAREKS, MAREK)]
    async with desk(tmp_path, friends) as one:
        yield one


def said(mine: Desk, introduced: LocalIdentity, number: int = 1, **changes: object) -> Introduce:
    return introduction(ANNAS, mine.identity.friend_id, introduced, number, **changes)


def is_untouched(mine: Desk) -> bool:
    return not mine.shown() and not mine.book.openings.introductions()


@pytest.mark.parametrize(
    "change",
    [
        {"introduction_id": IntroductionId(bytes(16))},
        {"x25519": STRANGERS.keys.x25519},
        {"ed25519": STRANGERS.keys.ed25519},
        {"name": "Mirа"},
        {"computer": "another"},
        {"psk": bytes(32)},
        {"expires_at": int(LATER + 1)},
        {"hints": []},
        {"hints": ["tcp://10.78.9.9:47801"]},
        {"name": "Mir", "computer": "aMira's computer"},
        {"signature": bytes(64)},
    ],
)
async def test_I01_whatever_was_changed_after_signing_is_a_lie(
    mine: Desk, change: dict[str, object]
) -> None:
    forged = msgspec.structs.replace(said(mine, MIRAS), **change)
    with pytest.raises(AuthenticationError):
        await mine.hears(ANNAS, forged)
    assert is_untouched(mine)
    assert mine.answered(ANNAS) == []


@given(introductions, introductions, st.sampled_from(Introduce.__struct_fields__))
def test_I01_a_signature_covers_every_field(one: Introduce, other: Introduce, field: str) -> None:
    signed = msgspec.structs.replace(one, signature=sign_introduction(ANNAS, MAREKS.friend_id, one))
    verify_introduction(ANNAS.keys.ed25519, ANNAS.friend_id, MAREKS.friend_id, signed)
    forged = msgspec.structs.replace(signed, **{field: getattr(other, field)})
    assume(forged != signed)
    with pytest.raises(AuthenticationError):
        verify_introduction(ANNAS.keys.ed25519, ANNAS.friend_id, MAREKS.friend_id, forged)


async def test_I01_what_another_signed_or_for_another_is_a_lie(mine: Desk) -> None:
    own_id = mine.identity.friend_id
    for forged in (
        introduction(MAREKS, own_id, MIRAS),
        introduction(STRANGERS, own_id, MIRAS),
        introduction(ANNAS, MAREKS.friend_id, MIRAS),
    ):
        with pytest.raises(AuthenticationError):
            await mine.hears(ANNAS, forged)
    assert is_untouched(mine)


def in_doubt(record: FriendRecord) -> FriendRecord:
    return dataclasses.replace(record, friend=replace(record.friend, rival=MAREKS.friend_id))


@pytest.mark.parametrize(
    "held",
    [
        friend_record(ANNAS, ANNA, Trust.BLOCKED),
        friend_record(ANNAS, ANNA, Trust.KEY_CHANGED),
        in_doubt(friend_record(ANNAS, ANNA)),
    ],
)
async def test_I02_who_is_held_introduces_nobody_and_hears_nothing(
    tmp_path: Path, held: FriendRecord
) -> None:
    async with desk(tmp_path, [held]) as mine:
        await mine.hears(ANNAS, said(mine, MIRAS))
        assert is_untouched(mine)
        assert mine.answered(ANNAS) == []


async def test_I02_a_stranger_introduces_nobody(mine: Desk) -> None:
    await mine.hears(STRANGERS, introduction(STRANGERS, mine.identity.friend_id, MIRAS))
    assert is_untouched(mine)


@pytest.mark.parametrize("key", ["x25519", "ed25519"])
async def test_I03_our_own_keys_are_nobody_else(mine: Desk, key: str) -> None:
    ours = getattr(mine.identity.keys, key)
    await mine.hears(ANNAS, said(mine, MIRAS, **{key: ours}))
    await mine.hears(ANNAS, said(mine, mine.identity))
    assert is_untouched(mine)
    assert mine.answered(ANNAS) == [Code.DECLINED] * 2


@pytest.mark.parametrize("key", ["x25519", "ed25519"])
@pytest.mark.parametrize("known", [MAREKS, ANNAS])
async def test_I04_a_friends_key_with_another_partner_is_refused(
    mine: Desk, key: str, known: LocalIdentity
) -> None:
    before = list(mine.book)
    await mine.hears(ANNAS, said(mine, MIRAS, **{key: getattr(known.keys, key)}))
    assert is_untouched(mine)
    assert mine.answered(ANNAS) == [Code.DECLINED]
    assert list(mine.book) == before


@pytest.mark.parametrize("known", [MAREKS, ANNAS])
async def test_I04_a_friend_is_not_introduced_anew(mine: Desk, known: LocalIdentity) -> None:
    before = list(mine.book)
    await mine.hears(ANNAS, said(mine, known, name="Somebody else"))
    assert is_untouched(mine)
    assert mine.answered(ANNAS) == [Code.OK]
    assert list(mine.book) == before
    assert mine.introductions.acquainting.secrets() == ()


async def test_I05_three_from_one_friend_wait_and_ten_in_all(tmp_path: Path) -> None:
    introducers = [LocalIdentity.generate() for _ in range(4)]
    friends = [friend_record(each, f"Friend {n}") for n, each in enumerate(introducers)]
    async with desk(tmp_path, friends) as mine:
        numbers = iter(range(1, 100))
        for introducer in introducers:
            for _ in range(4):
                message = introduction(
                    introducer, mine.identity.friend_id, LocalIdentity.generate(), next(numbers)
                )
                await mine.hears(introducer, message)
        assert [mine.answered(each) for each in introducers] == [
            *([[Code.BUSY]] * 3),
            [Code.BUSY] * 3,
        ]
        assert len(mine.shown()) == 10
        await mine.answers(mine.shown()[0].id, agrees=True)
        first = introducers[0]
        await mine.hears(first, introduction(first, mine.identity.friend_id, MIRAS, next(numbers)))
        assert len(mine.shown()) == 11


async def test_I05_many_that_come_at_once_count_each_other(mine: Desk) -> None:
    for number in range(1, 8):
        mine.begins_to_hear(ANNAS, said(mine, LocalIdentity.generate(), number))
    await mine.settled()
    assert len(mine.shown()) == len(mine.book.openings.introductions()) == 3
    assert mine.answered(ANNAS) == [Code.BUSY] * 4


async def test_I05_a_flood_costs_neither_signatures_nor_disk(mine: Desk) -> None:
    saved = 0
    keep = mine.book.openings.keep_introduction

    async def count(record: IntroductionRecord) -> None:
        nonlocal saved
        saved += 1
        await keep(record)

    mine.book.openings.keep_introduction = count  # type: ignore[method-assign]
    message = said(mine, MIRAS)
    forged = msgspec.structs.replace(message, psk=bytes(32))
    for _ in range(100):
        await mine.hears(ANNAS, message)
    for _ in range(900):
        await mine.hears(ANNAS, forged)  # it would raise if it were looked at
    assert saved <= 10
    assert mine.answered(ANNAS) == [Code.BUSY] * 990
    assert len(mine.shown()) == 1


@pytest.mark.parametrize(
    "expires_at",
    [0, 1, LATER - 1, LATER, LATER + 7 * DAY + CLOCKS_APART_SECONDS + 1, LATER + 3650 * DAY],
)
async def test_I06_one_that_has_expired_or_never_will_is_not_shown(
    mine: Desk, expires_at: float
) -> None:
    await mine.hears(ANNAS, said(mine, MIRAS, expires_at=int(expires_at)))
    assert is_untouched(mine)
    assert mine.answered(ANNAS) == [Code.EXPIRED]


async def test_I07_addresses_that_lead_to_us_or_by_a_name_are_not_kept(mine: Desk) -> None:
    lies = [
        "tcp://127.0.0.1:50000",
        "tcp://[::1]:50000",
        "tcp://[::ffff:127.0.0.1]:50000",
        "tcp://0.0.0.0:50000",
        "tcp://224.0.0.251:50000",
        "tcp://255.255.255.255:50000",
        "tcp://10.78.9.9:22",
        "tcp://attacker.example.net:50000",
        "tcp://localhost:50000",
        "tcp://[fe80::1%2]:50000",
        "tcp://2130706433:50000",
        "tcp://?",
        *mine.places.ours()[:2],
        "tcp://203.0.113.9:50000",
    ]
    assert f":{OWN_PORT}" in lies[-2]
    await mine.hears(ANNAS, said(mine, MIRAS, hints=lies))
    (record,) = mine.book.openings.introductions()
    assert record.hints == ("tcp://203.0.113.9:50000",)


async def test_I08_nobody_takes_over_the_number_of_anothers_introduction(mine: Desk) -> None:
    await mine.hears(ANNAS, said(mine, MIRAS))
    before = mine.book.openings.introductions()
    other = introduction(MAREKS, mine.identity.friend_id, STRANGERS, 1, name="Not Mira")
    await mine.hears(MAREKS, other)
    await mine.hears(ANNAS, said(mine, STRANGERS, 1))
    assert mine.answered(MAREKS) == mine.answered(ANNAS) == [Code.DECLINED]
    assert mine.book.openings.introductions() == before


async def test_I08_nobody_takes_over_a_secret_that_opens_to_others(mine: Desk) -> None:
    link = InviteRecord(b"i" * 32, LATER, "byhand://add/x")
    await mine.book.openings.open_invite(link)
    await mine.hears(ANNAS, said(mine, MIRAS))
    (before,) = mine.book.openings.introductions()
    for psk in (link.psk, before.psk):
        await mine.hears(MAREKS, introduction(MAREKS, mine.identity.friend_id, STRANGERS, psk=psk))
        await mine.hears(ANNAS, said(mine, STRANGERS, 2, psk=psk))
    assert mine.answered(MAREKS) == mine.answered(ANNAS) == [Code.DECLINED] * 2
    assert mine.book.openings.introductions() == (before,)
    assert not mine.introductions.acquainting.holds(link.psk)


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("is_agreed", [False, True])
async def test_I08_a_yes_is_to_the_name_that_was_shown(
    mine: Desk, number: int, is_agreed: bool
) -> None:
    await mine.hears(ANNAS, said(mine, MIRAS))
    if is_agreed:
        await mine.answers(mine.shown()[0].id, agrees=True)
    await mine.hears(ANNAS, said(mine, MIRAS, number, name=MAREK, computer="another"))
    (now,) = mine.book.openings.introductions()
    shown = [(each.name, each.computer) for each in mine.shown()]
    if number == 1 or is_agreed:
        assert [(now.name, now.computer)] == shown == [(MIRA, "Mira's computer")]
    else:
        assert [(now.name, now.computer)] == shown == [(MAREK, "another")], "it is asked anew"
    assert now.is_agreed is is_agreed


@pytest.mark.parametrize("name", ["Mira\n", "\u202eariM", "x" * 33, "a\x00"])
def test_I09_a_name_that_may_not_travel_ends_the_session(name: str) -> None:
    message = introduction(ANNAS, MAREKS.friend_id, MIRAS, name=name)
    with pytest.raises(RemoteProtocolError):
        decode_message(encode_message(message))


@pytest.mark.parametrize("who", [ALICE, EVE])
def test_I10_the_secret_opens_the_door_to_nobody_but_the_one_introduced(
    who: LocalIdentity,
) -> None:
    secret = OpenInvite(bytes(32), 2**40, ALICE.friend_id)
    door = FakeDoor(invites=[secret])
    dialling = use_invite(who, ALICE_INTRODUCED, OpenInvite(bytes(32), 2**40, BOB.friend_id))
    if who is ALICE:
        run_steps(dialling, answer(door))
    else:
        with pytest.raises(AuthenticationError):
            run_steps(dialling, answer(door))


async def test_I11_the_introducer_cannot_come_in_by_the_secret(tmp_path: Path) -> None:
    async with three_services(tmp_path) as (anna, marek, _):
        introduce(anna, MAREK, MIRA)
        asked = await until_stage(marek, _S.ASKED)
        (record,) = marek.service._people.book.openings.introductions()
        port = marek.service.profile.now().port
        for answered in (False, True):
            if answered:
                marek.service.introductions.answer(asked.id, agrees=True)
                await until_stage(marek, _S.AGREED)
            for friend_id in (id_of(marek), None):
                with pytest.raises(UnreachableError) as refused:
                    await calls(anna.service._stores.identity, record.psk, friend_id, port)
                assert refused.value.was_refused
        assert len(list(marek.service._people.book)) == 1


async def calls(identity: LocalIdentity, psk: bytes, friend_id: FriendId | None, port: int) -> None:
    secret = OpenInvite(psk, 2**40, friend_id)
    dialled = await dial(
        [Hint("127.0.0.1", port)],
        lambda: use_invite(identity, Introduction("Mira", ""), secret),
        handshakes_at_once=1,
    )
    dialled.sock.close()


async def test_I12_the_door_closes_when_the_introducer_or_the_introduced_is_in_doubt(
    tmp_path: Path,
) -> None:
    record = IntroductionRecord(
        IntroductionId(bytes(16)),
        ANNAS.friend_id,
        MIRAS.keys,
        MIRA,
        "",
        bytes(32),
        LATER + DAY,
        (),
        True,
    )
    good = [friend_record(ANNAS, ANNA), friend_record(MIRAS, MIRA)]
    for number, (anna, mira, is_open) in enumerate(
        [
            (good[0], good[1], True),
            (friend_record(ANNAS, ANNA, Trust.BLOCKED), good[1], False),
            (in_doubt(good[0]), good[1], False),
            (good[0], friend_record(MIRAS, MIRA, Trust.BLOCKED), False),
            (good[0], in_doubt(good[1]), False),
        ]
    ):
        async with desk(tmp_path / str(number), [anna, mira], [record]) as mine:
            assert bool(mine.introductions.acquainting.secrets()) is is_open
    async with desk(tmp_path / "alone", [good[1]], [record]) as mine:
        assert mine.introductions.acquainting.secrets() == ()
        await mine.introductions.review()
        assert mine.book.openings.introductions() == ()


async def test_I13_a_forged_introduction_ends_the_session_and_shows_nothing(
    tmp_path: Path,
) -> None:
    async with three_services(tmp_path) as (anna, marek, mira):
        session = anna.service._people.sessions.get(id_of(marek))
        assert session is not None
        genuine = introduction(anna.service._stores.identity, id_of(mira), STRANGERS)
        session.post(genuine)
        await anna.until(lambda: not is_online(anna, MAREK))
        assert shown(marek) == []
        assert marek.service._people.book.openings.introductions() == ()
        await until_online(mira, ANNA)
