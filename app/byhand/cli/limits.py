"""The command `limits`: how fast bytes go and come, in which hours, and how many at once."""

from msgspec.structs import replace

from byhand.cli.happenings import Inbox, Stop
from byhand.cli.limit_orders import LimitAll, LimitOrder, SetHours, ShowLimits
from byhand.cli.orders import ExitCode
from byhand.cli.output import Output
from byhand.cli.present import Present
from byhand.cli.sizes import changed_limits
from byhand.cli.waiting import heard, subscribed
from byhand.domain.events import ProfileChanged
from byhand.domain.limits import UNLIMITED, RateLimits, Schedule
from byhand.domain.profile import Profile
from byhand.service.orders import Service


async def carry_out(service: Service, inbox: Inbox, output: Output, order: LimitOrder) -> ExitCode:
    """Do what is ordered and tell what came of it."""
    match order:
        case ShowLimits():
            return show_limits(service, output, order)
        case _:
            return await change_limits(service, inbox, output, order)


def show_limits(service: Service, output: Output, order: ShowLimits) -> ExitCode:
    """Tell the limits of one friend, or those of all and of every friend who has some."""
    if order.friend is not None:
        output.friend_limits(service.friend_named(order.friend))
        return ExitCode.DONE
    present = Present.of(service)
    if present.profile is not None:
        output.limits(present.profile)
    for friend in present.friends.values():
        if friend.limits != UNLIMITED:
            output.friend_limits(friend)
    return ExitCode.DONE


async def change_limits(
    service: Service, inbox: Inbox, output: Output, order: LimitAll | SetHours
) -> ExitCode:
    """Order what holds for all and tell it once it is kept; raises the error if it is not."""
    wanted: Profile | None = None
    with subscribed(service, inbox):
        while True:
            match await heard(inbox):
                case Stop():
                    return ExitCode.FAILED
                case ProfileChanged(now) if wanted is None:
                    wanted = _order(service, now, order)
                case ProfileChanged(now) if _rules(now) == _rules(wanted):
                    output.limits(now)
                    return ExitCode.DONE
                case _:
                    pass


def _order(service: Service, now: Profile, order: LimitAll | SetHours) -> Profile:
    """Order a change and return what will hold then."""
    match order:
        case LimitAll(up, down, at_once):
            limits = changed_limits(now.limits, up, down)
            if up is not None or down is not None:
                service.profile.set_limits(limits)
            if at_once is not None:
                service.profile.set_at_once(at_once)
            return replace(now, limits=limits, at_once=at_once or now.at_once)
        case SetHours(schedule):
            service.profile.set_schedule(schedule)
            return replace(now, schedule=schedule)


def _rules(profile: Profile | None) -> tuple[RateLimits, Schedule | None, int] | None:
    return None if profile is None else (profile.limits, profile.schedule, profile.at_once)
