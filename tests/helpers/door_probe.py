"""A service without a window and without multicast: `python -m tests.helpers.door_probe PROFILE`.

It writes JSON lines: {"event": "ready", "port"}, {"event": "friend", "online", "seconds"}. A line
that comes in is an address where it looks for its friends from now on; the seconds count from
there. Between SIGUSR1 and SIGUSR2 it measures, and then writes {"event": "measured", ...}.
"""

import asyncio
import json
import signal
import sys
import time
from pathlib import Path

from byhand.domain.events import Event, FriendAdded, FriendChanged
from byhand.network.addresses import typed_hint
from byhand.service.transfer_service import TransferService, open_service
from tests.helpers.lateness import Lateness
from tests.helpers.two_services import without_networks

TICK_SECONDS = 0.005


def report(event: str, **fields: object) -> None:
    print(json.dumps({"event": event, **fields}), flush=True)


class Watch:
    """Looks for friends and tells when one is there."""

    def __init__(self, service: TransferService) -> None:
        self._people = service._people
        self._began = time.monotonic()
        service.subscribe(self._handle)

    def look(self, address: str) -> None:
        """Look for all friends at an address."""
        self._began = time.monotonic()
        for friend in self._people.book:
            self._people.sessions.look_for(friend.id, [typed_hint(address)], afresh=True)

    def _handle(self, event: Event) -> None:
        match event:
            case FriendAdded(_, presence) | FriendChanged(_, presence):
                passed = time.monotonic() - self._began
                report("friend", online=presence.is_online, seconds=passed)


async def tick(lateness: Lateness) -> None:
    while True:
        await asyncio.sleep(TICK_SECONDS)
        lateness.tick()


async def obey(watch: Watch) -> None:
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    async for line in reader:
        watch.look(line.decode().strip())


async def main(profile: Path) -> None:
    lateness = Lateness(TICK_SECONDS)
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGUSR1, lateness.begin)
    loop.add_signal_handler(signal.SIGUSR2, lambda: report("measured", **lateness.end()))
    async with open_service(profile, port=0, discover=without_networks) as service:
        obeying = asyncio.create_task(obey(Watch(service)))
        ticking = asyncio.create_task(tick(lateness))
        loop.add_signal_handler(signal.SIGTERM, obeying.cancel)
        report("ready", port=service.profile.now().port)
        await asyncio.wait([obeying])
        ticking.cancel()
    report("end", exit=0)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
