"""The commands that make friends, or make sure of them."""

import time

from byhand import wording
from byhand.cli.happenings import Happening, Inbox, Stop, Tick
from byhand.cli.names import person_name
from byhand.cli.orders import (
    AddFriend,
    AnswerIntroduction,
    ExitCode,
    Introduce,
    Invite,
    ListIntroductions,
    MeetingOrder,
    Pair,
    Verify,
)
from byhand.cli.output import Output
from byhand.cli.pairing import pair, verify
from byhand.cli.present import Present, just_met
from byhand.cli.waiting import heard, subscribed, until, wait_for
from byhand.domain.events import (
    AddingFriend,
    AddingStage,
    Event,
    FriendChanged,
    IntroductionAnswered,
    IntroductionChanged,
    IntroductionGone,
    InviteMade,
    InviteUsed,
)
from byhand.domain.friend import Friend
from byhand.domain.introduction import Introduced, IntroductionStage
from byhand.errors import InviteProblem, UnknownFriendError
from byhand.service.orders import Service

ONLINE_SECONDS = 5.0
"""How long an introducer waits for the two to be there."""
BOTH_KNOW_SECONDS = 10.0
"""How long whoever has a new friend waits for them to know it, too."""
_ENDS = {
    IntroductionStage.DONE: ExitCode.DONE,
    IntroductionStage.DECLINED: ExitCode.DONE,
    IntroductionStage.EXPIRED: ExitCode.FAILED,
}

_WRONG_LINKS = frozenset({InviteProblem.NOT_AN_INVITE, InviteProblem.DAMAGED, InviteProblem.OWN})


async def carry_out(
    service: Service, inbox: Inbox, output: Output, order: MeetingOrder
) -> ExitCode:
    """Do what is ordered and tell what came of it."""
    match order:
        case Invite():
            return await invite(service, inbox, output, order)
        case AddFriend():
            return await add_friend(service, inbox, output, order)
        case Pair():
            return await pair(service, inbox, output, order)
        case Verify():
            return await verify(service, inbox, output, order)
        case Introduce():
            return await introduce(service, inbox, output, order)
        case ListIntroductions():
            return list_introductions(service, output)
        case AnswerIntroduction():
            return await answer_introduction(service, inbox, output, order)


async def invite(service: Service, inbox: Inbox, output: Output, order: Invite) -> ExitCode:
    """Hand out a link and stay until it is used, has expired, or the user leaves."""
    with subscribed(service, inbox):
        service.make_invite(order.hours, order.at)
        made: InviteMade | None = None
        code: ExitCode | None = None
        while code is None:
            match await heard(inbox):
                case Stop():
                    output.note("The invitation stays good while Byhand is open on this computer.")
                    code = ExitCode.DONE
                case Tick() if made and time.time() >= made.expires_at:
                    output.error("expired", "Nobody used this invitation in time: make a new one.")
                    code = ExitCode.FAILED
                case InviteMade() as made:
                    output.invite(made.link, made.expires_at)
                    output.note("Waiting for your friend to use it… (Ctrl+C leaves)")
                case InviteUsed(link, friend) if made and link == made.link:
                    output.note(
                        f"{person_name(friend.name)} used your invitation and is your friend now."
                    )
                    output.friend(friend, just_met())
                    await _until_both_know(service, inbox, friend)
                    code = ExitCode.DONE
                case _:
                    pass
    return code


async def add_friend(service: Service, inbox: Inbox, output: Output, order: AddFriend) -> ExitCode:
    """Use a link and stay until its maker is a friend, or it is clear why not."""
    with subscribed(service, inbox):
        service.add_friend(order.link)
        code: ExitCode | None = None
        while code is None:
            match await inbox.get():
                case Stop():
                    code = ExitCode.FAILED
                case AddingFriend(AddingStage.CONNECTING):
                    output.note("Connecting to your friend…")
                case AddingFriend(AddingStage.FAILED, problem=problem):
                    output.error(problem, wording.invite_sentence(problem))
                    code = _exit_code_of(problem)
                case AddingFriend(AddingStage.ADDED, Friend() as friend):
                    output.note(f"{person_name(friend.name)} is your friend now.")
                    output.friend(friend, just_met())
                    await _until_both_know(service, inbox, friend)
                    code = ExitCode.DONE
                case _:
                    pass
    return code


async def introduce(service: Service, inbox: Inbox, output: Output, order: Introduce) -> ExitCode:
    """Introduce two friends and stay a while to hear what they say."""
    names = (order.friend, order.other)
    ids = [service.friend_named(name).id for name in names]
    await wait_for(service, inbox, ONLINE_SECONDS, lambda now: all(map(now.is_online, ids)))
    one, other = (service.friend_named(name) for name in names)
    with subscribed(service, inbox):
        service.introductions.introduce(one.id, other.id)
        sent = wording.introduction_sent(person_name(one.name), person_name(other.name))
        output.note(f"{sent}; they have 7 days to agree. (Ctrl+C leaves)")
        return await _hear_both(inbox, output)


def list_introductions(service: Service, output: Output) -> ExitCode:
    """Tell whom friends introduce."""
    introduced = _introduced(service)
    for each in introduced:
        output.introduction(each)
    if not introduced:
        output.note("Nobody is being introduced to you.")
    return ExitCode.DONE


async def answer_introduction(
    service: Service, inbox: Inbox, output: Output, order: AnswerIntroduction
) -> ExitCode:
    """Answer, and after a yes stay until the two are friends or the user leaves."""
    asked = [each for each in _introduced(service) if each.name.casefold() == order.name.casefold()]
    if len(asked) != 1:
        raise UnknownFriendError(order.name, len(asked))
    with subscribed(service, inbox):
        service.introductions.answer(asked[0].id, agrees=order.agrees)
        return await _until_introduced(inbox, output, asked[0])


async def _until_both_know(service: Service, inbox: Inbox, friend: Friend) -> None:
    """Stay a while, until a new friend is in a session with us.

    Of the two that a link brings together one knows it first. What they said last may be lost on
    its way: the other one calls again then, and must find somebody.
    """
    is_here = Present.of(service).is_online(friend.id)

    def seen(happening: Happening) -> bool | None:
        match happening:
            case FriendChanged(Friend(id=friend.id), presence) if presence.is_online:
                return True
        return None

    if not is_here:
        await until(inbox, BOTH_KNOW_SECONDS, seen)


async def _hear_both(inbox: Inbox, output: Output) -> ExitCode:
    answers: list[bool] = []
    while len(answers) < 2:
        match await inbox.get():
            case Stop():
                return ExitCode.DONE
            case IntroductionAnswered(friend, other_name, agrees):
                name, other = person_name(friend.name), person_name(other_name)
                output.note(wording.introduction_answer(name, other, agrees=agrees) + ".")
                answers.append(agrees)
            case _:
                pass
    return ExitCode.DONE if all(answers) else ExitCode.DECLINED


async def _until_introduced(inbox: Inbox, output: Output, asked: Introduced) -> ExitCode:
    told: IntroductionStage | None = None
    while True:
        match await inbox.get():
            case Stop():
                return ExitCode.DONE
            case IntroductionGone(asked.id):
                return ExitCode.DONE
            case IntroductionChanged(now) if now.id == asked.id and now.stage is not told:
                told = now.stage
                if told is not IntroductionStage.ASKED:
                    output.introduction(now)
                if told in _ENDS:
                    return _ENDS[told]
            case _:
                pass


def _introduced(service: Service) -> list[Introduced]:
    """Return what the service tells of introductions at once."""
    found: list[Introduced] = []

    def take(event: Event) -> None:
        if isinstance(event, IntroductionChanged):
            found.append(event.introduced)

    service.subscribe(take)()
    return found


def _exit_code_of(problem: str) -> ExitCode:
    if problem == "unreachable":
        return ExitCode.UNREACHABLE
    return ExitCode.WRONG_USE if problem in _WRONG_LINKS else ExitCode.FAILED
