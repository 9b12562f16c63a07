"""Finding others and being found by mDNS, on every network around us (PROTOCOL.md, section 2)."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from random import SystemRandom
from types import TracebackType
from typing import Self

from msgspec import Struct

from byhand.domain.events import Trouble
from byhand.domain.identity import FriendId
from byhand.errors import NetworkError
from byhand.network.addresses import Hint
from byhand.network.announcement import Sighting, new_announcement
from byhand.network.hints import epoch_at
from byhand.network.mdns_link import MdnsLink
from byhand.network.nearby_batches import NearbyBatches
from byhand.network.network_identity import (
    NetworkAround,
    continued,
    is_another,
    is_left,
    networks_around,
)
from byhand.network.recognition import Findings, Recognition
from byhand.network.showing import Showing, Wishes

POLL_SECONDS = 3.0
ASK_AGAIN_SECONDS = 5 * 60.0
# Not everybody at the same second when an epoch turns; neighbouring epochs are accepted.
EPOCH_SPREAD_SECONDS = 60.0

logger = logging.getLogger(__name__)


class Observer(Struct, frozen=True):
    """Who is told, on the loop, how discovery fares; no trouble is None."""

    findings: Findings
    on_trouble: Callable[[Trouble | None], None]
    on_visibility_ended: Callable[[], None]
    on_networks_changed: Callable[[tuple[NetworkAround, ...]], None]


class Discovery:
    """Browses and announces on every interface, inside `async with`; follows network changes.

    Starts as "friends only". `port` is the TCP port that is announced; `clock` gives Unix time.
    `find_networks` is called on a thread of its own and may raise NetworkError.
    """

    def __init__(
        self,
        own_id: FriendId,
        port: int,
        observer: Observer,
        *,
        find_networks: Callable[[], tuple[NetworkAround, ...]] = networks_around,
        clock: Callable[[], float] = time.time,
        poll_seconds: float = POLL_SECONDS,
        ask_again_seconds: float = ASK_AGAIN_SECONDS,
    ) -> None:
        self._port = port
        self._observer = observer
        self._find_networks = find_networks
        self._clock = clock
        self._poll_seconds = poll_seconds
        self._ask_again_seconds = ask_again_seconds
        batches = NearbyBatches(observer.findings, _loop_time, self._call_later)
        self._recognition = Recognition(own_id, port, batches.findings, clock)
        self._epoch_lag = SystemRandom().uniform(0, EPOCH_SPREAD_SECONDS)
        self._showing = Showing(clock)
        self._links: dict[int, MdnsLink] = {}
        self._around: dict[int, NetworkAround] = {}
        self._networks: tuple[NetworkAround, ...] = ()
        self._announced: dict[int, tuple[int, int]] = {}
        self._changes = 0
        self._turn = 0
        self._trouble: Trouble | None = None
        self._wake = asyncio.Event()
        self._group = asyncio.TaskGroup()
        self._tasks: list[asyncio.Task[None]] = []
        self._timers: set[asyncio.TimerHandle] = set()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="networks")

    @property
    def visible_until(self) -> float:
        """Until when everybody may see our name, in Unix seconds; 0 when that was not asked for."""
        return self._showing.visible_until

    async def __aenter__(self) -> Self:
        await self._group.__aenter__()
        self._tasks.append(self._group.create_task(self._run()))
        self._tasks.append(self._group.create_task(self._ask_again()))
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for task in self._tasks:
            task.cancel()
        try:
            await self._group.__aexit__(None, None, None)
        finally:
            self._thread.shutdown()
            await self._close_links(list(self._links), with_goodbye=True)
            for timer in self._timers:
                timer.cancel()

    def set_secrets(
        self, friends: Mapping[FriendId, bytes], invites: Mapping[bytes, FriendId | None]
    ) -> None:
        """Say whom to recognise and to be recognised by.

        `friends` holds pre-shared keys, of whoever was online last first; `invites` who made
        each open link, None for our own.
        """
        if self._recognition.set_secrets(friends, invites):
            self._announce_anew()

    def go_by(self, wishes: Wishes) -> None:
        """Announce ourselves as the user wishes; a network that is trusted always sees our name."""
        if self._showing.wish(wishes):
            self._announce_anew()

    def show_to_everyone(self, name: str, seconds: float) -> None:
        """Let everybody nearby see this name for so long, also when nobody else is told of us."""
        if self._showing.show(name, seconds):
            self._announce_anew()

    def show_to_friends(self) -> None:
        """End what `show_to_everyone` began: go by the wishes alone."""
        if self._showing.end():
            self._announce_anew()

    def tokens(self) -> tuple[bytes, ...]:
        """Return the tokens that a first contact may carry now, the newest first.

        They are those of our announcement and of the one before it; none when nobody sees us.
        """
        return self._showing.tokens()

    def hints_of(self, friend_id: FriendId) -> tuple[Hint, ...]:
        """Return the addresses that a friend seems to be announced at now, the latest first."""
        return self._recognition.hints_of(friend_id)

    def nearby_hints(self, key: str) -> tuple[tuple[Hint, ...], bytes]:
        """Return where somebody nearby may be dialled, nowhere once they are gone; and by what."""
        return self._recognition.nearby_hints(key)

    def recognised_hosts(self) -> frozenset[str]:
        """Return the addresses that friends and invites' users seem to be announced at now."""
        return self._recognition.recognised_hosts()

    def _announce_anew(self) -> None:
        self._changes += 1
        self._wake.set()

    async def _run(self) -> None:
        while True:
            self._wake.clear()
            await self._follow_network()
            self._end_visibility()
            await self._announce()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._poll_seconds):
                    await self._wake.wait()

    async def _ask_again(self) -> None:
        """Ask from time to time: a network that was cut elsewhere heals without telling us."""
        while True:
            await asyncio.sleep(self._ask_again_seconds)
            for link in tuple(self._links.values()):
                await link.ask_again()

    async def _follow_network(self) -> None:
        """Make the links fit the interfaces: every change of one is a new network there."""
        loop = asyncio.get_running_loop()
        try:
            networks = await loop.run_in_executor(self._thread, self._find_networks)
        except NetworkError as exc:
            logger.warning("%s", exc)
            return
        around = {network.interface.index: network for network in networks}
        changed = [
            index
            for index, before in self._around.items()
            if index not in around or is_another(before, around[index])
        ]
        # A goodbye would carry the old network's names into the new one.
        await self._close_links(changed, with_goodbye=False)
        for index in around.keys() - self._links.keys():
            with contextlib.suppress(NetworkError):  # tried again at the next look
                interface = around[index].interface
                self._links[index] = await MdnsLink.open(interface, self._see, self._lose)
        self._move(around, changed)
        self._tell_trouble(has_interfaces=bool(networks))
        if networks != self._networks:
            self._networks = networks
            self._observer.on_networks_changed(networks)

    def _move(self, around: dict[int, NetworkAround], changed: Sequence[int]) -> None:
        """Show our name where it may be shown now."""
        # Where others can ask through another network, too, nothing is shown to one alone.
        known = {
            index: around[index].id
            for index, link in self._links.items()
            if around[index].router and link.is_apart
        }
        has_left = any(is_left(self._around[index], around.get(index)) for index in changed)
        if self._showing.move(known, has_left=has_left):
            self._announce_anew()
        unchanged = self._around.keys() - changed
        self._around = {
            index: continued(self._around[index], now) if index in unchanged else now
            for index, now in around.items()
        }

    async def _close_links(self, indexes: Sequence[int], *, with_goodbye: bool) -> None:
        links = [self._links.pop(index) for index in indexes if index in self._links]
        await asyncio.gather(*(link.close(with_goodbye=with_goodbye) for link in links))
        for index in indexes:
            self._announced.pop(index, None)
            self._recognition.lose(index)

    def _tell_trouble(self, *, has_interfaces: bool) -> None:
        trouble = None
        if not self._links:
            trouble = Trouble.NO_DISCOVERY if has_interfaces else Trouble.OFFLINE
        if trouble is not self._trouble:
            self._trouble = trouble
            logger.info("discovery: %s", trouble or "no trouble")
            self._observer.on_trouble(trouble)

    def _end_visibility(self) -> None:
        if self._showing.has_run_out:
            self.show_to_friends()
            self._observer.on_visibility_ended()

    async def _announce(self) -> None:
        """Announce ourselves wherever the last announcement is not of this epoch and state."""
        epoch = epoch_at(self._clock() - self._epoch_lag)
        self._showing.turn(epoch)
        wanted = (epoch, self._changes)
        stale = [index for index in self._links if self._announced.get(index) != wanted]
        await asyncio.gather(*(self._announce_on(self._links[index]) for index in stale))
        self._announced |= dict.fromkeys(stale, wanted)

    async def _announce_on(self, link: MdnsLink) -> None:
        if self._showing.is_hidden:
            await link.withdraw()
            return
        self._turn += 1
        announcement = new_announcement(
            self._recognition.secrets(),
            epoch_at(self._clock()),
            self._turn,
            self._showing.nickname_on(link.interface.index),
        )
        self._recognition.ignore(announcement.instance)
        await link.announce(announcement, self._port)

    def _see(self, link: MdnsLink, sighting: Sighting) -> None:
        now = asyncio.get_running_loop().time()
        self._recognition.see(link.interface, sighting, now)

    def _lose(self, link: MdnsLink, instance: str) -> None:
        self._recognition.lose(link.interface.index, instance)

    def _call_later(self, seconds: float, do: Callable[[], None]) -> None:
        def run() -> None:
            self._timers.discard(timer)
            do()

        timer = asyncio.get_running_loop().call_later(seconds, run)
        self._timers.add(timer)


def _loop_time() -> float:
    return asyncio.get_running_loop().time()
