"""A program that only discovers: orders as JSON lines in, findings as JSON lines out."""

import asyncio
import importlib
import json
import os
import sys
import time
import warnings
from collections.abc import Coroutine
from typing import Any

from byhand.domain.events import Trouble
from byhand.domain.friend import Nearby
from byhand.domain.identity import FriendId
from byhand.domain.profile import Visibility
from byhand.network.addresses import Hint
from byhand.network.discovery import Discovery, Observer
from byhand.network.network_identity import NetworkAround
from byhand.network.recognition import Findings
from byhand.network.showing import Wishes


class Clock:
    """Unix time, set forward or back."""

    def __init__(self) -> None:
        self.offset = 0.0

    def __call__(self) -> float:
        return time.time() + self.offset


CLOCK = Clock()


def report(event: str, **fields: object) -> None:
    print(json.dumps({"event": event, **fields}), flush=True)


def on_candidate(friend_id: FriendId, hint: Hint) -> None:
    report("candidate", friend=friend_id.hex(), hint=str(hint))


def on_invite_candidate(psk: bytes, hint: Hint) -> None:
    report("invite_candidate", psk=psk.hex(), hint=str(hint))


def on_nearby(nearby: Nearby) -> None:
    report("nearby", key=nearby.key, name=nearby.name)


def on_trouble(trouble: Trouble | None) -> None:
    report("trouble", trouble=trouble)


def on_networks_changed(networks: tuple[NetworkAround, ...]) -> None:
    report(
        "networks",
        ids={each.interface.name: each.id for each in networks},
        routers={each.interface.name: each.router for each in networks},
    )


OBSERVER = Observer(
    Findings(
        on_candidate,
        on_invite_candidate,
        on_nearby,
        on_nearby_gone=lambda key: report("nearby_gone", key=key),
    ),
    on_trouble,
    on_visibility_ended=lambda: report("visibility_ended"),
    on_networks_changed=on_networks_changed,
)


def obey(discovery: Discovery, order: dict[str, Any]) -> None:
    match order:
        case {"friends": friends, "invites": invites}:
            discovery.set_secrets(
                {FriendId(bytes.fromhex(key)): bytes.fromhex(psk) for key, psk in friends.items()},
                {
                    bytes.fromhex(psk): FriendId(bytes.fromhex(maker)) if maker else None
                    for psk, maker in invites.items()
                },
            )
        case {"show": name, "seconds": seconds}:
            discovery.show_to_everyone(name, seconds)
        case {"visibility": visibility, "name": name, "trusted": trusted}:
            discovery.go_by(Wishes(name, Visibility(visibility), frozenset(trusted)))
        case {"clock_offset": seconds}:
            CLOCK.offset = seconds
        case {"descriptors": _}:
            report("descriptors", count=len(os.listdir("/proc/self/fd")))
        case {"tokens": _}:
            report("tokens", tokens=[token.hex() for token in discovery.tokens()])
        case {"hints_of": friend}:
            hints = discovery.hints_of(FriendId(bytes.fromhex(friend)))
            report("hints", hints=[str(hint) for hint in hints])


async def main(
    own_id: str, port: int, clock_offset: float, ask_again_seconds: float, visibility: str
) -> None:
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    CLOCK.offset = clock_offset
    discovery = Discovery(
        FriendId(bytes.fromhex(own_id)),
        port,
        OBSERVER,
        clock=CLOCK,
        poll_seconds=0.5,
        ask_again_seconds=ask_again_seconds,
    )
    discovery.go_by(Wishes(visibility=Visibility(visibility)))
    async with discovery:
        report("started")
        async for line in reader:
            obey(discovery, json.loads(line))
    report("ended")


def run_under_qt(work: Coroutine[object, object, None]) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qasync = importlib.import_module("qasync")
    application = importlib.import_module("PySide6.QtWidgets").QApplication([])
    with qasync.QEventLoop(application) as loop:
        loop.run_until_complete(work)


# zeroconf leaves its socket to the collector when the interface goes while it is opened; whether
# any stays open is seen by the count of descriptors.
warnings.filterwarnings("ignore", r"unclosed <socket.* laddr=\('::', 5353,", ResourceWarning)


def run(loop: str, **options: Any) -> None:
    if loop == "qt":
        run_under_qt(main(**options))
    else:
        asyncio.run(main(**options))


run(**json.loads(sys.argv[1]))
