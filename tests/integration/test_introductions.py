"""Three whole services: Anna introduces Marek and Mira, in every way that can go."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from byhand.domain.events import IntroductionChanged, IntroductionGone
from byhand.domain.friend import Trust
from byhand.domain.introduction import IntroductionStage
from byhand.errors import UsageError
from byhand.network.addresses import Hint
from byhand.protocol.credentials import InviteSecret
from byhand.service.first_contacts import FirstContact
from tests.helpers.three_services import (
    ANNA,
    MAREK,
    MIRA,
    answers,
    become_friends,
    friend_named,
    id_of,
    introduce,
    shared_key,
    shown,
    somebody,
    three_services,
    until_online,
    until_stage,
)
from tests.helpers.two_services import Party

_S = IntroductionStage
Three = tuple[Party, Party, Party]


@pytest.fixture(autouse=True)
def without_long_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("byhand.service.acquainting.OTHER_FIRST_SECONDS", 0.1)
    monkeypatch.setattr("byhand.service.meeting.FIRST_PAUSE_SECONDS", 0.05)
    monkeypatch.setattr("byhand.service.meeting.REST_SECONDS", 0.2)


@pytest.fixture
async def three(tmp_path: Path) -> AsyncIterator[Three]:
    async with three_services(tmp_path) as all_three:
        yield all_three


async def agree(somebody: Party) -> None:
    asked = await until_stage(somebody, _S.ASKED)
    somebody.service.introductions.answer(asked.id, agrees=True)
    await until_not_asked(somebody)


async def decline(somebody: Party) -> None:
    asked = await until_stage(somebody, _S.ASKED)
    somebody.service.introductions.answer(asked.id, agrees=False)
    await until_not_asked(somebody)


async def until_not_asked(somebody: Party) -> None:
    await somebody.until(lambda: all(each.stage is not _S.ASKED for each in shown(somebody)))


async def until_friends(marek: Party, mira: Party) -> None:
    """Wait until both are in a session, and see that they share one key."""
    await until_online(marek, MIRA)
    await until_online(mira, MAREK)
    async with asyncio.timeout(30):
        while shared_key(marek, mira) != shared_key(mira, marek):  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def test_friends_of_a_friend_become_friends(three: Three) -> None:
    anna, marek, mira = three
    introduce(anna, MAREK, MIRA)
    asked = await until_stage(marek, _S.ASKED)
    assert (asked.introducer.name, asked.name, asked.computer) == (ANNA, MIRA, "Mira's computer")
    await agree(marek)
    await until_stage(marek, _S.AGREED)
    await agree(mira)
    for one, other in ((marek, MIRA), (mira, MAREK)):
        done = await until_stage(one, _S.DONE)
        friend = friend_named(one, other)
        assert friend is not None
        assert done.friend is not None
        assert done.friend.id == friend.id
        assert (friend.introduced_by, friend.trust) == (ANNA, Trust.UNVERIFIED)
        one.service.introductions.dismiss(done.id)
        assert shown(one) == []
    await until_friends(marek, mira)
    await anna.until(lambda: len(answers(anna)) == 2)
    assert set(answers(anna)) == {(MAREK, MIRA, True), (MIRA, MAREK, True)}


async def test_the_introducer_does_not_hold_the_key_of_the_two(three: Three) -> None:
    anna, marek, mira = three
    introduce(anna, MAREK, MIRA)
    secret = marek.service._people.book.openings.introductions
    await until_stage(marek, _S.ASKED)
    (introduced,) = secret()
    await agree(marek)
    await agree(mira)
    await until_friends(marek, mira)
    assert shared_key(marek, mira) not in (introduced.psk, shared_key(anna, marek))


async def test_they_meet_when_the_introducer_is_gone_and_one_was_started_anew(
    tmp_path: Path,
) -> None:
    async with AsyncExitStack() as stack:
        mira = await stack.enter_async_context(somebody(MIRA, tmp_path))
        async with AsyncExitStack() as earlier:
            anna = await earlier.enter_async_context(somebody(ANNA, tmp_path))
            marek = await earlier.enter_async_context(somebody(MAREK, tmp_path))
            await become_friends(anna, marek, MAREK)
            await become_friends(anna, mira, MIRA)
            introduce(anna, MAREK, MIRA)
            await agree(marek)
            await until_stage(mira, _S.ASKED)
        marek = await stack.enter_async_context(somebody(MAREK, tmp_path))
        assert [each.stage for each in shown(marek)] == [_S.AGREED]
        await agree(mira)
        await until_friends(marek, mira)
        assert (await until_stage(marek, _S.DONE)).introducer.name == ANNA
    async with somebody(MAREK, tmp_path) as marek, somebody(MIRA, tmp_path) as mira:
        assert shown(marek) == shown(mira) == []
        port = mira.service.profile.now().port
        marek.service._people.sessions.look_for(id_of(mira), [Hint("127.0.0.1", port)], afresh=True)
        await until_friends(marek, mira)


async def test_a_question_waits_over_a_restart(tmp_path: Path) -> None:
    async with three_services(tmp_path) as (anna, marek, mira):
        introduce(anna, MAREK, MIRA)
        asked = await until_stage(marek, _S.ASKED)
        await until_stage(mira, _S.ASKED)
    async with somebody(MAREK, tmp_path) as marek:
        assert shown(marek) == [asked]


async def test_a_no_is_told_to_the_introducer_alone(three: Three) -> None:
    anna, marek, mira = three
    introduce(anna, MAREK, MIRA)
    await agree(marek)
    await decline(mira)
    await anna.until(lambda: len(answers(anna)) == 2)
    assert set(answers(anna)) == {(MAREK, MIRA, True), (MIRA, MAREK, False)}
    assert shown(mira) == []
    assert [each.stage for each in shown(marek)] == [_S.AGREED]
    assert mira.service._people.book.openings.introductions() == ()
    assert friend_named(marek, MIRA) is None


async def test_a_yes_can_be_taken_back_until_they_have_met(three: Three) -> None:
    anna, marek, mira = three
    introduce(anna, MAREK, MIRA)
    await agree(marek)
    (agreed,) = shown(marek)
    marek.service.introductions.answer(agreed.id, agrees=False)
    await marek.until(lambda: shown(marek) == [])
    await agree(mira)
    assert marek.service.introductions.acquainting.secrets() == ()
    assert [each.stage for each in shown(mira)] == [_S.AGREED]


async def test_who_is_a_friend_already_is_not_asked(three: Three) -> None:
    anna, marek, mira = three
    await become_friends(marek, mira, MIRA)
    introduce(anna, MAREK, MIRA)
    await anna.until(lambda: len(answers(anna)) == 2)
    assert set(answers(anna)) == {(MAREK, MIRA, True), (MIRA, MAREK, True)}
    for one in (marek, mira):
        assert not any(isinstance(each, IntroductionChanged) for each in one.events)
        assert one.service._people.book.openings.introductions() == ()


async def test_who_becomes_a_friend_in_another_way_need_not_be_answered(three: Three) -> None:
    anna, marek, mira = three
    introduce(anna, MAREK, MIRA)
    await until_stage(marek, _S.ASKED)
    await agree(mira)
    await become_friends(marek, mira, MIRA)
    for one in (marek, mira):
        await one.service.introductions.review()
    assert shown(marek) == []
    assert any(isinstance(each, IntroductionGone) for each in marek.events)
    assert [each.stage for each in shown(mira)] == [_S.DONE]
    await anna.until(lambda: (MAREK, MIRA, True) in answers(anna))


async def test_they_find_each_other_by_what_they_announce(
    three: Three, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, marek, mira = three
    monkeypatch.setattr(anna.service.introductions._introducing, "_hints_of", lambda _: ())
    introduce(anna, MAREK, MIRA)
    await agree(marek)
    await agree(mira)
    acquainting = marek.service.introductions.acquainting
    assert list(acquainting.announced()) == [id_of(mira)]
    assert (
        acquainting.announced()[id_of(mira)]
        == (mira.service.introductions.acquainting.announced()[id_of(marek)])
    )
    port = mira.service.profile.now().port
    marek.service._people._seen(id_of(mira), Hint("127.0.0.1", port))
    await until_friends(marek, mira)
    assert acquainting.announced() == {}


@pytest.mark.parametrize("late", ["nobody", MAREK, MIRA])
@pytest.mark.parametrize("patience", [1.0, 0.05])
async def test_calls_that_cross_leave_one_key(
    three: Three, late: str, patience: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both are through before either side goes on with its own, one of them later than waited."""
    monkeypatch.setattr("byhand.service.meeting.CROSSING_SECONDS", patience)
    anna, marek, mira = three
    both_agree, both_through = asyncio.Event(), asyncio.Barrier(2)
    through: set[str] = set()

    def hold_back(one: Party, name: str) -> None:
        contacts = one.service._people.newcomers._contacts
        original = contacts.call

        async def call(hints: Sequence[Hint], secret: InviteSecret) -> FirstContact:
            await both_agree.wait()
            contact = await original(hints, secret)
            through.add(name)
            try:
                await both_through.wait()
                await asyncio.sleep(0.3 if name == late else 0)
            except BaseException:
                contact.sock.close()
                raise
            return contact

        monkeypatch.setattr(contacts, "call", call)

    hold_back(marek, MAREK)
    hold_back(mira, MIRA)
    introduce(anna, MAREK, MIRA)
    await asyncio.gather(agree(marek), agree(mira))
    both_agree.set()
    await until_friends(marek, mira)
    await asyncio.gather(until_stage(marek, _S.DONE), until_stage(mira, _S.DONE))
    assert through == {MAREK, MIRA}
    await asyncio.sleep(0.5)  # whatever comes late has come
    await until_friends(marek, mira)


async def test_a_person_can_be_introduced_again_while_the_first_time_waits(three: Three) -> None:
    anna, marek, mira = three
    introduce(anna, MAREK, MIRA)
    await agree(marek)
    first = await until_stage(mira, _S.ASKED)
    introduce(anna, MAREK, MIRA)
    await mira.until(lambda: [each.id for each in shown(mira)] not in ([first.id], []))
    assert len(shown(mira)) == 1
    await marek.until(lambda: [each.id for each in shown(marek)] == [shown(mira)[0].id])
    await agree(mira)
    await until_friends(marek, mira)


async def test_removing_whom_one_met_closes_the_door_behind_them(three: Three) -> None:
    anna, marek, mira = three
    introduce(anna, MAREK, MIRA)
    await agree(marek)
    await agree(mira)
    await until_friends(marek, mira)
    assert len(marek.service.introductions.acquainting.secrets()) == 1
    marek.service.friends.remove(id_of(mira))
    await marek.until(lambda: marek.service._people.book.get(id_of(mira)) is None)
    assert marek.service.introductions.acquainting.secrets() == ()
    assert marek.service._people.book.openings.introductions() == ()


async def test_only_two_people_who_are_there_can_be_introduced(three: Three) -> None:
    anna, marek, mira = three
    with pytest.raises(UsageError, match="different people"):
        introduce(anna, MAREK, MAREK)
    with pytest.raises(UsageError, match="not on the list"):
        anna.service.introductions.introduce(id_of(marek), id_of(anna))
    session = anna.service._people.sessions.get(id_of(mira))
    assert session is not None
    session.capabilities = frozenset()
    with pytest.raises(UsageError, match="newer Byhand"):
        introduce(anna, MIRA, MAREK)
    marek.service.friends.remove(id_of(anna))
    await marek.until(lambda: friend_named(marek, ANNA) is not None)
    await anna.until(lambda: anna.service._people.sessions.get(id_of(marek)) is None)
    with pytest.raises(UsageError, match="isn't here"):
        introduce(anna, MAREK, MIRA)
    assert shown(marek) == shown(mira) == []
