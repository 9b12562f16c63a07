"""The commands `me` and `nearby`: who I am, and who shows themselves around here."""

from byhand.cli.happenings import Inbox, Stop, Tick
from byhand.cli.orders import ExitCode, LookNearby, Me
from byhand.cli.output import Output
from byhand.domain.events import NearbyAppeared, ProfileChanged
from byhand.domain.profile import Profile
from byhand.service.orders import Service


async def me(service: Service, inbox: Inbox, output: Output, order: Me) -> ExitCode:
    """Tell who the user is, once the names that are given have been set."""
    unsubscribe = service.subscribe(inbox.put_nowait)
    has_ordered = False
    profile: Profile | None = None
    while profile is None:
        match await inbox.get():
            case Stop():
                return ExitCode.FAILED
            case ProfileChanged(now) if has_ordered or not _changes(order, now):
                profile = now
            case ProfileChanged(now):
                has_ordered = True
                service.profile.set_names(order.name or now.name, order.computer or now.computer)
            case _:
                pass
    unsubscribe()
    output.me(profile)
    return ExitCode.DONE


async def look_nearby(
    service: Service, inbox: Inbox, output: Output, order: LookNearby
) -> ExitCode:
    """Tell who is seen nearby, as they appear, for as long as ordered."""
    unsubscribe = service.subscribe(inbox.put_nowait)
    started_at: float | None = None
    names: dict[str, str] = {}
    while True:
        match await inbox.get():
            case Stop():
                break
            case Tick(now):
                started_at = now if started_at is None else started_at
                if now - started_at >= order.seconds:
                    break
            case NearbyAppeared(nearby) if names.get(nearby.key) != nearby.name:
                names[nearby.key] = nearby.name
                output.nearby(nearby)
            case _:
                pass
    unsubscribe()
    if not names:
        output.note("Nobody nearby shows themselves. They need Byhand open on the same network.")
    return ExitCode.DONE


def _changes(order: Me, profile: Profile) -> bool:
    is_new_name = order.name not in (None, profile.name)
    return is_new_name or order.computer not in (None, profile.computer)
