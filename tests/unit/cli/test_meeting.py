"""The commands about introductions."""

from typing import Any

import pytest
from msgspec.structs import replace

from byhand.cli import meeting
from byhand.cli.happenings import Stop, Tick
from byhand.cli.orders import (
    AnswerIntroduction,
    ExitCode,
    Introduce,
    Invite,
    ListIntroductions,
)
from byhand.domain.events import (
    Event,
    FriendChanged,
    IntroductionAnswered,
    IntroductionChanged,
    IntroductionGone,
    InviteMade,
)
from byhand.domain.introduction import Introduced, IntroductionId, IntroductionStage
from byhand.errors import UnknownFriendError
from tests.helpers.scripted_service import ANNA, AWAY, HERE, MAREK, ScriptedService
from tests.unit.cli.test_friends import LINK, run

_S = IntroductionStage
LEA = Introduced(IntroductionId(b"i" * 16), ANNA, "Lea", "Lea's desk", 2e9)


class Introducing(ScriptedService):
    """A service to which somebody is being introduced."""

    def subscribe(self, observer: Any) -> Any:
        observer(IntroductionChanged(LEA))
        return super().subscribe(observer)


def told(stage: IntroductionStage) -> Event:
    return IntroductionChanged(replace(LEA, stage=stage))


async def test_an_invitation_is_made_as_long_and_for_where_the_user_says() -> None:
    made = InviteMade(LINK, 2e9)
    service = ScriptedService({}, reactions={"make_invite": lambda *_: [made]})
    await run(meeting.invite, service, Invite(2.0, ("nas:1",)), Stop())
    assert service.orders == [("make_invite", 2.0, ["nas:1"])]


async def test_two_friends_are_introduced_once_they_are_there_and_both_are_heard() -> None:
    service = ScriptedService({ANNA: HERE, MAREK: AWAY})
    code, _ = await run(
        meeting.introduce,
        service,
        Introduce("Anna Lindqvist", "Marek Novák"),
        FriendChanged(MAREK, HERE),
        IntroductionAnswered(ANNA, "Marek Novák", agrees=True),
        IntroductionAnswered(MAREK, "Anna Lindqvist", agrees=False),
    )
    assert code is ExitCode.DECLINED
    assert service.orders == [("introduce", ANNA.id, MAREK.id)]


async def test_who_stays_away_is_left_to_the_service_to_refuse() -> None:
    service = ScriptedService({ANNA: HERE, MAREK: AWAY})
    ticks = (Tick(1.0), Tick(1.0 + meeting.ONLINE_SECONDS))
    order = Introduce("Anna Lindqvist", "Marek Novák")
    code, _ = await run(meeting.introduce, service, order, *ticks, Stop())
    assert (code, service.orders) == (ExitCode.DONE, [("introduce", ANNA.id, MAREK.id)])


async def test_introductions_are_listed() -> None:
    code, lines = await run(meeting.carry_out, Introducing(), ListIntroductions())
    assert code is ExitCode.DONE
    assert lines == [
        {
            "event": "introduction",
            "id": "69" * 16,
            "introducer": "Anna Lindqvist",
            "name": "Lea",
            "computer": "Lea's desk",
            "stage": "asked",
            "expires": 2_000_000_000,
        }
    ]


@pytest.mark.parametrize(
    ("agrees", "events", "stages", "code"),
    [
        (True, [told(_S.AGREED), told(_S.DONE)], ["agreed", "done"], ExitCode.DONE),
        (True, [told(_S.AGREED), Stop()], ["agreed"], ExitCode.DONE),
        (True, [told(_S.AGREED), told(_S.EXPIRED)], ["agreed", "expired"], ExitCode.FAILED),
        (False, [told(_S.DECLINED)], ["declined"], ExitCode.DONE),
        (False, [IntroductionGone(LEA.id)], [], ExitCode.DONE),
    ],
)
async def test_an_answer_is_followed_to_its_end(
    agrees: bool, events: list[Any], stages: list[str], code: ExitCode
) -> None:
    service = Introducing()
    order = AnswerIntroduction("lea", agrees)
    ended, lines = await run(meeting.answer_introduction, service, order, *events)
    assert (ended, [line["stage"] for line in lines]) == (code, stages)
    assert service.orders == [("answer_introduction", LEA.id, agrees)]


async def test_nobody_of_that_name_is_said() -> None:
    with pytest.raises(UnknownFriendError):
        await run(meeting.answer_introduction, Introducing(), AnswerIntroduction("Max", True))
