"""What can be typed after `byhand limits`."""

from argparse import ArgumentTypeError, Namespace

from byhand.cli.command_line import Argument, Verb
from byhand.cli.hours import days_typed, hours_typed
from byhand.cli.limit_orders import LimitAll, SetHours, ShowLimits
from byhand.cli.orders import LimitFriend, Order
from byhand.cli.sizes import at_once_typed, changed_limits, limit_typed
from byhand.domain.limits import EVERY_DAY, UNLIMITED, Schedule


def _order(typed: Namespace) -> Order:
    friend, up, down, at_once = typed.friend, typed.up, typed.down, typed.at_once
    is_for_hours = typed.hours is not None or typed.days is not None
    if at_once is not None and (friend is not None or is_for_hours):
        raise ArgumentTypeError("give --at-once without --friend and --hours: it is for all")
    if is_for_hours:
        if friend is not None or typed.hours is None:
            raise ArgumentTypeError("give --hours, and with it no --friend: they are for all")
        return SetHours(_schedule(typed.hours, typed.days, up, down))
    if up is None and down is None and at_once is None:
        return ShowLimits(friend)
    if friend is not None:
        return LimitFriend(friend, up, down)
    return LimitAll(up, down, at_once)


def _schedule(hours: str, days: str | None, up: int | None, down: int | None) -> Schedule | None:
    if hours.strip().lower() == "none":
        if not (days is None and up is None and down is None):
            raise ArgumentTypeError("give --hours none alone: no other limits will be left")
        return None
    begin, end = hours_typed(hours)
    limits = changed_limits(UNLIMITED, up, down)
    return Schedule(limits, begin, end, EVERY_DAY if days is None else days_typed(days))


def _rate(name: str) -> Argument:
    return Argument(name, metavar="SPEED", type=limit_typed, help="A second: 500kB, 10MB; or none.")


LIMITS = Verb(
    "Show, or say, how fast bytes may go up and come down, and how many transfers at once.",
    _order,
    (
        Argument("--friend", metavar="NAME", help="Of one friend, not of all together."),
        _rate("--up"),
        _rate("--down"),
        Argument(
            "--hours", metavar="HOURS", help="Only then, like 22:00-06:00; none: at all hours."
        ),
        Argument("--days", metavar="DAYS", help="Hours that begin on mon-fri, or sat,sun."),
        Argument(
            "--at-once", metavar="N", type=at_once_typed, help="Transfers to one friend at once."
        ),
    ),
)
