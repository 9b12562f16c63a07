"""The commands `me`, `nearby`, `networks` and `doctor`: who we are, who and what is around."""

from collections.abc import Sequence

from msgspec.structs import replace

from byhand.cli.doctor import check_connection
from byhand.cli.happenings import Inbox, Stop, Tick
from byhand.cli.names import person_name
from byhand.cli.orders import (
    CheckConnection,
    ExitCode,
    ListNetworks,
    LookNearby,
    Me,
    OwnOrder,
    TrustNetwork,
)
from byhand.cli.output import Output
from byhand.cli.present import Present
from byhand.cli.waiting import Patience, heard, subscribed, wait_for
from byhand.domain.events import NearbyAppeared, ProfileChanged
from byhand.domain.profile import Network, Profile
from byhand.errors import UsageError
from byhand.service.orders import Service

NETWORK_SECONDS = 3.0
"""How long to wait for the networks to be known."""


async def carry_out(service: Service, inbox: Inbox, output: Output, order: OwnOrder) -> ExitCode:
    """Do what is ordered and tell what came of it."""
    match order:
        case Me():
            return await me(service, inbox, output, order)
        case LookNearby():
            return await look_nearby(service, inbox, output, order)
        case ListNetworks():
            return await list_networks(service, inbox, output)
        case TrustNetwork():
            return await trust_network(service, inbox, output, order)
        case CheckConnection():
            return await check_connection(service, inbox, output, order)


async def me(service: Service, inbox: Inbox, output: Output, order: Me) -> ExitCode:
    """Tell who the user is, once the names that are given have been set."""
    with subscribed(service, inbox):
        has_ordered = False
        profile: Profile | None = None
        while profile is None:
            match await heard(inbox):
                case Stop():
                    return ExitCode.FAILED
                case ProfileChanged(now) if has_ordered or not _changes(order, now):
                    profile = now
                case ProfileChanged(now):
                    has_ordered = True
                    _order_changes(service, order, now)
                case _:
                    pass
    output.me(profile)
    return ExitCode.DONE


async def look_nearby(
    service: Service, inbox: Inbox, output: Output, order: LookNearby
) -> ExitCode:
    """Tell who is seen nearby, as they appear, for as long as ordered."""
    with subscribed(service, inbox):
        patience = Patience(order.seconds)
        names: dict[str, str] = {}
        while True:
            match await inbox.get():
                case Stop():
                    break
                case Tick(now) if patience.has_ended(now):
                    break
                case NearbyAppeared(nearby) if names.get(nearby.key) != nearby.name:
                    names[nearby.key] = nearby.name
                    output.nearby(nearby)
                case _:
                    pass
    if not names:
        output.note(
            "Nobody nearby shows themselves. They need “Add a friend” open in Byhand, or"
            " `byhand friends pair`, on the same network."
        )
    return ExitCode.DONE


async def list_networks(service: Service, inbox: Inbox, output: Output) -> ExitCode:
    """Tell which networks this computer is in, once they are known."""
    networks = await _networks(service, inbox)
    for network in networks:
        output.network(network)
    if not networks:
        output.note("This computer is in no network that could be told from others.")
    return ExitCode.DONE


async def trust_network(
    service: Service, inbox: Inbox, output: Output, order: TrustNetwork
) -> ExitCode:
    """Trust a network that this computer is in, or not any more, and tell it."""
    network = _named(await _networks(service, inbox), order.network)
    if network.is_trusted is not order.is_trusted:
        with subscribed(service, inbox):
            service.profile.set_trusted(network.id, order.is_trusted)
            is_saved = await _until_saved(inbox, network.id, order.is_trusted)
        if not is_saved:
            return ExitCode.FAILED
    output.network(replace(network, is_trusted=order.is_trusted))
    return ExitCode.DONE


async def _until_saved(inbox: Inbox, network_id: str, is_trusted: bool) -> bool:
    """Say whether the user has waited until a network is trusted, or not any more."""
    while True:
        match await heard(inbox):
            case Stop():
                return False
            case ProfileChanged(now) if any(
                (each.id, each.is_trusted) == (network_id, is_trusted) for each in now.networks
            ):
                return True
            case _:
                pass


async def _networks(service: Service, inbox: Inbox) -> tuple[Network, ...]:
    """Return the networks around us; they are told a moment after the start."""

    def are_told(now: Present) -> bool:
        return now.profile is not None and bool(now.profile.networks)

    profile = (await wait_for(service, inbox, NETWORK_SECONDS, are_told)).profile
    return profile.networks if profile else ()


def _named(networks: Sequence[Network], wanted: str) -> Network:
    # A name ends in the interface's, which nobody needs to type: "10.0.0.0/24 (eth0)".
    found = [
        each for each in networks if wanted in (each.id, each.name, each.name.partition(" (")[0])
    ]
    if len(found) != 1:
        raise UsageError(
            f"This computer is in no network called “{person_name(wanted)}”:"
            " byhand networks lists them."
        )
    return found[0]


def _order_changes(service: Service, order: Me, now: Profile) -> None:
    name, computer = order.name or now.name, order.computer or now.computer
    if (name, computer) != (now.name, now.computer):
        service.profile.set_names(name, computer)
    if order.visibility not in (None, now.visibility):
        service.profile.set_visibility(order.visibility)


def _changes(order: Me, profile: Profile) -> bool:
    wanted = (order.name, order.computer, order.visibility)
    has = (profile.name, profile.computer, profile.visibility)
    return any(each not in (None, now) for each, now in zip(wanted, has, strict=True))
