"""What can be typed after `byhand limits`."""

from typing import Annotated

import typer

from byhand.cli.following import AsJson, followed
from byhand.cli.hours import days_typed, hours_typed
from byhand.cli.limit_orders import LimitAll, SetHours, ShowLimits
from byhand.cli.orders import LimitFriend
from byhand.cli.sizes import at_once_typed, changed_limits, limit_typed
from byhand.domain.limits import EVERY_DAY, UNLIMITED, Schedule

Rate = Annotated[
    int | None,
    typer.Option(parser=limit_typed, metavar="SPEED", help="A second: 500kB, 10MB; or none."),
]


def limits(  # noqa: PLR0913, PLR0917 - each is an option
    context: typer.Context,
    friend: Annotated[
        str | None, typer.Option(metavar="NAME", help="Of one friend, not of all together.")
    ] = None,
    up: Rate = None,
    down: Rate = None,
    hours: Annotated[
        str | None,
        typer.Option(metavar="HOURS", help="Only then, like 22:00-06:00; none: at all hours."),
    ] = None,
    days: Annotated[
        str | None, typer.Option(metavar="DAYS", help="Hours that begin on mon-fri, or sat,sun.")
    ] = None,
    at_once: Annotated[
        int | None,
        typer.Option(parser=at_once_typed, metavar="N", help="Transfers to one friend at once."),
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Show, or say, how fast bytes may go up and come down, and how many transfers at once."""
    if at_once is not None and not (friend is None and hours is None and days is None):
        raise typer.BadParameter("give --at-once without --friend and --hours: it is for all")
    if hours is not None or days is not None:
        if friend is not None or hours is None:
            raise typer.BadParameter("give --hours, and with it no --friend: they are for all")
        return followed(context, SetHours(_schedule(hours, days, up, down)), as_json)
    if up is None and down is None and at_once is None:
        return followed(context, ShowLimits(friend), as_json)
    if friend is not None:
        return followed(context, LimitFriend(friend, up, down), as_json)
    return followed(context, LimitAll(up, down, at_once), as_json)


def _schedule(hours: str, days: str | None, up: int | None, down: int | None) -> Schedule | None:
    if hours.strip().lower() == "none":
        if not (days is None and up is None and down is None):
            raise typer.BadParameter("give --hours none alone: no other limits will be left")
        return None
    begin, end = hours_typed(hours)
    limits = changed_limits(UNLIMITED, up, down)
    return Schedule(limits, begin, end, EVERY_DAY if days is None else days_typed(days))
