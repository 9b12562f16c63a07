from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from byhand.domain.codes import Code
from byhand.domain.events import IntroductionAnswered, IntroductionChanged, IntroductionGone
from byhand.domain.friend import Trust
from byhand.domain.introduction import IntroductionId, IntroductionStage
from byhand.errors import UsageError
from byhand.protocol.credentials import LocalIdentity
from byhand.protocol.friend_messages import Introduce, IntroduceAnswer
from byhand.protocol.introduction import verify_introduction
from byhand.protocol.messages import Addresses
from byhand.storage.friend_store import IntroductionRecord
from tests.helpers.introduction_desk import (
    DAY,
    LATER,
    Desk,
    FakeSession,
    desk,
    friend_record,
    introduction,
)

_S = IntroductionStage
ANNA, MAREK, MIRA = (LocalIdentity.generate() for _ in range(3))
FIRST = IntroductionId((1).to_bytes(16, "big"))


@pytest.fixture
async def mine(tmp_path: Path) -> AsyncIterator[Desk]:
    """My introductions; Anna is a friend of mine."""
    async with desk(tmp_path, [friend_record(ANNA, "Anna")]) as one:
        yield one


def said_of_mira(mine: Desk, number: int = 1, **changes: object) -> Introduce:
    return introduction(ANNA, mine.identity.friend_id, MIRA, number, **changes)


async def test_the_user_is_asked_and_nobody_answered_before(mine: Desk) -> None:
    await mine.hears(ANNA, said_of_mira(mine))
    (asked,) = mine.shown()
    assert (asked.introducer.name, asked.name, asked.computer) == (
        "Anna",
        "Mira",
        "Mira's computer",
    )
    assert (asked.stage, asked.expires_at) == (_S.ASKED, LATER + 7 * DAY)
    assert mine.answered(ANNA) == []
    assert list(mine.introductions.present()) == [IntroductionChanged(asked)]
    assert mine.introductions.acquainting.secrets() == ()
    assert mine.introductions.acquainting.announced() == {}


async def test_a_yes_opens_the_door_to_exactly_that_one(mine: Desk) -> None:
    await mine.hears(ANNA, said_of_mira(mine))
    await mine.answers(FIRST, agrees=True)
    (secret,) = mine.introductions.acquainting.secrets()
    assert (secret.psk, secret.friend_id) == ((1).to_bytes(32, "big"), MIRA.friend_id)
    assert mine.introductions.acquainting.announced() == {MIRA.friend_id: secret.psk}
    assert mine.answered(ANNA) == [Code.OK]
    assert mine.announcements > 0
    assert [each.stage for each in mine.shown()] == [_S.AGREED]


async def test_a_no_is_told_and_forgotten(mine: Desk) -> None:
    await mine.hears(ANNA, said_of_mira(mine))
    await mine.answers(FIRST, agrees=False)
    assert mine.answered(ANNA) == [Code.DECLINED]
    assert (mine.shown(), mine.book.openings.introductions()) == ([], ())
    await mine.answers(FIRST, agrees=True)
    assert mine.answered(ANNA) == [Code.DECLINED]


async def test_who_says_yes_and_no_in_one_breath_looks_for_nobody(mine: Desk) -> None:
    await mine.hears(ANNA, said_of_mira(mine))
    for agrees in (True, False):
        mine.introductions.answer(FIRST, agrees=agrees)
    await mine.settled()
    assert mine.shown() == []
    assert mine.book.openings.introductions() == ()
    assert mine.introductions.acquainting._with(MIRA.friend_id) == []


async def test_an_answer_waits_until_the_introducer_is_back(mine: Desk) -> None:
    await mine.hears(ANNA, said_of_mira(mine))
    del mine.sessions[ANNA.friend_id]
    await mine.answers(FIRST, agrees=True)
    mine.introductions.ready(ANNA.friend_id)
    back = mine.sessions[ANNA.friend_id] = FakeSession(ANNA.friend_id)
    for _ in range(2):
        mine.introductions.ready(ANNA.friend_id)
        assert back.answers() == [(FIRST, Code.OK)]


@pytest.mark.parametrize("agrees", [None, True])
async def test_one_that_expires_is_shown_so_until_it_is_dismissed(
    mine: Desk, agrees: bool | None
) -> None:
    await mine.hears(ANNA, said_of_mira(mine))
    if agrees:
        await mine.answers(FIRST, agrees=True)
    before = mine.shown()
    mine.now += 7 * DAY - 1
    await mine.introductions.review()
    assert mine.shown() == before
    mine.introductions.dismiss(FIRST)
    assert mine.shown() == before
    mine.now += 1
    assert mine.introductions.acquainting.secrets() == ()
    assert mine.introductions.acquainting.announced() == {}
    await mine.introductions.review()
    assert [each.stage for each in mine.shown()] == [_S.EXPIRED]
    assert mine.book.openings.introductions() == ()
    await mine.answers(FIRST, agrees=True)
    assert [each.stage for each in mine.shown()] == [_S.EXPIRED]
    mine.introductions.dismiss(FIRST)
    mine.introductions.dismiss(FIRST)
    assert mine.events.count(IntroductionGone(FIRST)) == 1
    assert list(mine.introductions.present()) == []


async def test_what_is_kept_expires_by_our_own_clock(mine: Desk) -> None:
    """The introducer's may be a day ahead."""
    await mine.hears(ANNA, said_of_mira(mine, expires_at=int(LATER + 8 * DAY)))
    assert [each.expires_at for each in mine.shown()] == [LATER + 7 * DAY]


async def test_somebody_without_a_name_goes_by_the_id(mine: Desk) -> None:
    await mine.hears(ANNA, said_of_mira(mine, name="  "))
    assert [each.name for each in mine.shown()] == [MIRA.friend_id.hex()[:16]]


async def test_the_same_one_again_replaces_the_first_and_keeps_a_yes(mine: Desk) -> None:
    await mine.hears(ANNA, said_of_mira(mine))
    await mine.hears(ANNA, said_of_mira(mine))
    await mine.hears(ANNA, said_of_mira(mine, 2))
    assert [each.id[-1] for each in mine.shown()] == [2]
    await mine.answers(mine.shown()[0].id, agrees=True)
    await mine.hears(ANNA, said_of_mira(mine, 3))
    assert [(each.id[-1], each.stage) for each in mine.shown()] == [(3, _S.AGREED)]
    assert [each.psk[-1] for each in mine.introductions.acquainting.secrets()] == [3]
    assert mine.answered(ANNA) == [Code.OK, Code.OK]


async def test_two_friends_may_introduce_the_same_person(tmp_path: Path) -> None:
    friends = [friend_record(ANNA, "Anna"), friend_record(MAREK, "Marek")]
    async with desk(tmp_path, friends) as mine:
        await mine.hears(ANNA, said_of_mira(mine))
        await mine.hears(MAREK, introduction(MAREK, mine.identity.friend_id, MIRA, 2))
        assert len(mine.shown()) == 2
        await mine.answers(FIRST, agrees=True)
        await mine.book.add(MIRA.keys, bytes(32), "Mira", "")
        await mine.introductions.review()
        (done,) = mine.shown()
        assert (done.id, done.stage) == (FIRST, _S.DONE)
        assert done.friend is not None
        assert mine.answered(MAREK) == [Code.OK]


async def test_whoever_removes_the_introducer_is_asked_no_more(mine: Desk) -> None:
    await mine.hears(ANNA, said_of_mira(mine))
    await mine.introductions.forget(ANNA.friend_id)
    assert (mine.shown(), mine.book.openings.introductions()) == ([], ())


@pytest.mark.parametrize("is_agreed", [False, True])
async def test_what_was_kept_is_shown_after_a_restart(tmp_path: Path, is_agreed: bool) -> None:
    record = IntroductionRecord(
        FIRST,
        ANNA.friend_id,
        MIRA.keys,
        "Mira",
        "",
        bytes(32),
        LATER + DAY,
        (),
        is_agreed,
    )
    async with desk(tmp_path, [friend_record(ANNA, "Anna")], [record]) as mine:
        (event,) = mine.introductions.present()
        assert isinstance(event, IntroductionChanged)
        assert event.introduced.stage is (_S.AGREED if is_agreed else _S.ASKED)
        assert bool(mine.introductions.acquainting.secrets()) is is_agreed
    friends = [friend_record(ANNA, "Anna"), friend_record(MIRA, "Mira")]
    async with desk(tmp_path, friends, [record]) as mine:
        assert list(mine.introductions.present()) == []


# The introducer's side


async def test_both_are_told_the_same_secret_and_each_only_of_the_other(tmp_path: Path) -> None:
    friends = [friend_record(MAREK, "Marek"), friend_record(MIRA, "Mira")]
    async with desk(tmp_path, friends) as mine:
        own_id = mine.identity.friend_id
        for one in (MAREK, MIRA):
            mine.sessions[one.friend_id] = FakeSession(one.friend_id)
        told = Addresses(hints=["tcp://10.78.9.9:47800", "tcp://nas.local:47800"])
        mine.places.tell(MIRA.friend_id, told)
        mine.introductions.introduce(MAREK.friend_id, MIRA.friend_id)
        (to_marek,) = mine.sessions[MAREK.friend_id].posted
        (to_mira,) = mine.sessions[MIRA.friend_id].posted
        assert isinstance(to_marek, Introduce)
        assert isinstance(to_mira, Introduce)
        assert (to_marek.psk, to_marek.introduction_id) == (to_mira.psk, to_mira.introduction_id)
        assert (to_marek.name, to_mira.name) == ("Mira", "Marek")
        assert (to_marek.x25519, to_mira.x25519) == (MIRA.keys.x25519, MAREK.keys.x25519)
        assert (to_marek.hints, to_mira.hints) == (["tcp://10.78.9.9:47800"], [])
        assert to_marek.expires_at == LATER + 7 * DAY
        for one, message in ((MAREK, to_marek), (MIRA, to_mira)):
            verify_introduction(mine.identity.keys.ed25519, own_id, one.friend_id, message)
        mine.introductions.introduce(MAREK.friend_id, MIRA.friend_id)
        again = mine.sessions[MAREK.friend_id].posted[-1]
        assert isinstance(again, Introduce)
        assert again.psk != to_marek.psk
        assert again.psk.hex() not in repr(again)


async def test_answers_are_told_once_and_only_those_that_were_asked_for(tmp_path: Path) -> None:
    names = {"Anna": ANNA, "Marek": MAREK, "Mira": MIRA}
    async with desk(tmp_path, [friend_record(each, name) for name, each in names.items()]) as mine:
        for one in (MAREK, MIRA):
            mine.sessions[one.friend_id] = FakeSession(one.friend_id)
        mine.introductions.introduce(MAREK.friend_id, MIRA.friend_id)
        (sent,) = mine.sessions[MAREK.friend_id].posted
        assert isinstance(sent, Introduce)
        for one, code in ((ANNA, Code.OK), (MAREK, Code.OK), (MAREK, Code.OK), (MIRA, Code.BUSY)):
            await mine.hears(one, IntroduceAnswer(sent.introduction_id, code))
        await mine.hears(MAREK, IntroduceAnswer(FIRST, Code.OK))
        told = [each for each in mine.events if isinstance(each, IntroductionAnswered)]
        assert [(each.friend.name, each.other_name, each.agrees) for each in told] == [
            ("Marek", "Mira", True),
            ("Mira", "Marek", False),
        ]


async def test_of_people_who_are_held_or_away_nobody_is_introduced(tmp_path: Path) -> None:
    doubtful, blocked = LocalIdentity.generate(), LocalIdentity.generate()
    friends = [
        friend_record(MAREK, "Marek"),
        friend_record(MIRA, "Mira"),
        friend_record(doubtful, "Jonas", Trust.KEY_CHANGED),
        friend_record(blocked, "Lea", Trust.BLOCKED),
    ]
    async with desk(tmp_path, friends) as mine:
        for one in (MIRA, doubtful, blocked):
            mine.sessions[one.friend_id] = FakeSession(one.friend_id)
        for other, reason in (
            (MAREK, "Marek isn't here"),
            (doubtful, "Say first who Jonas is"),
            (blocked, "You have blocked Lea"),
            (ANNA, "not on the list"),
            (MIRA, "different people"),
        ):
            for pair in ((MIRA, other), (other, MIRA)):
                with pytest.raises(UsageError, match=reason):
                    mine.introductions.introduce(*(each.friend_id for each in pair))
        assert mine.sessions[MIRA.friend_id].posted == []
