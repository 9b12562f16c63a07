"""Finding others and being found by mDNS, on every network around us (PROTOCOL.md, section 2)."""

import asyncio
import contextlib
import logging
import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import SystemRandom
from types import TracebackType
from typing import Self

from byhand.domain.events import Trouble
from byhand.domain.identity import FriendId
from byhand.errors import NetworkError
from byhand.network.addresses import Hint, Interface, own_interfaces
from byhand.network.announcement import TOKEN_BYTES, Nickname, Sighting, new_announcement
from byhand.network.hints import epoch_at
from byhand.network.mdns_link import MdnsLink
from byhand.network.recognition import Findings, Recognition

POLL_SECONDS = 3.0
ASK_AGAIN_SECONDS = 5 * 60.0
# Not everybody at the same second when an epoch turns; neighbouring epochs are accepted.
EPOCH_SPREAD_SECONDS = 60.0

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Observer:
    """Who is told, on the loop, how discovery fares; no trouble is None."""

    findings: Findings
    on_trouble: Callable[[Trouble | None], None]
    on_visibility_ended: Callable[[], None]


class Discovery:
    """Browses and announces on every interface, inside `async with`; follows network changes.

    Starts as "friends only". `port` is the TCP port that is announced; `clock` gives Unix time.
    """

    def __init__(
        self,
        own_id: FriendId,
        port: int,
        observer: Observer,
        *,
        find_interfaces: Callable[[], Sequence[Interface]] = own_interfaces,
        clock: Callable[[], float] = time.time,
        poll_seconds: float = POLL_SECONDS,
        ask_again_seconds: float = ASK_AGAIN_SECONDS,
    ) -> None:
        self._port = port
        self._observer = observer
        self._find_interfaces = find_interfaces
        self._clock = clock
        self._poll_seconds = poll_seconds
        self._ask_again_seconds = ask_again_seconds
        self._recognition = Recognition(own_id, port, observer.findings, clock)
        self._epoch_lag = SystemRandom().uniform(0, EPOCH_SPREAD_SECONDS)
        self._nickname: Nickname | None = None
        self._visible_until = 0.0
        self._is_hidden = False
        self._links: dict[int, MdnsLink] = {}
        self._announced: dict[int, tuple[int, int]] = {}
        self._changes = 0
        self._turn = 0
        self._trouble: Trouble | None = None
        self._wake = asyncio.Event()
        self._group = asyncio.TaskGroup()
        self._tasks: list[asyncio.Task[None]] = []

    @property
    def visible_until(self) -> float:
        """Until when everybody may see our name, in Unix seconds; 0 when only friends do."""
        return self._visible_until if self._nickname is not None else 0.0

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
            await self._close_links(list(self._links), with_goodbye=True)

    def set_secrets(
        self, friends: Mapping[FriendId, bytes], invites: Mapping[bytes, FriendId | None]
    ) -> None:
        """Say whom to recognise and to be recognised by.

        `friends` holds pre-shared keys, of whoever was online last first; `invites` who made
        each open link, None for our own.
        """
        if self._recognition.set_secrets(friends, invites):
            self._announce_anew()

    def show_to_everyone(self, name: str, seconds: float) -> None:
        """Let everybody nearby see this name for so long; then again only friends see us."""
        token = self._nickname.token if self._nickname else secrets.token_bytes(TOKEN_BYTES)
        self._visible_until = self._clock() + seconds
        self._show(Nickname(name, token), is_hidden=False)

    def show_to_friends(self) -> None:
        """Announce nothing that anybody but friends can read."""
        self._show(None, is_hidden=False)

    def hide(self) -> None:
        """Announce nothing; still look for others."""
        self._show(None, is_hidden=True)

    def hints_of(self, friend_id: FriendId) -> tuple[Hint, ...]:
        """Return the addresses that a friend seems to be announced at now, the latest first."""
        return self._recognition.hints_of(friend_id)

    def tokens(self) -> tuple[bytes, ...]:
        """Return the tokens that a first contact may carry now; none when nobody sees us."""
        return (self._nickname.token,) if self._nickname is not None else ()

    def nearby_hints(self, key: str) -> tuple[tuple[Hint, ...], bytes]:
        """Return where somebody nearby may be dialled, nowhere once they are gone; and by what."""
        return self._recognition.nearby_hints(key)

    def recognised_hosts(self) -> frozenset[str]:
        """Return the addresses that friends and invites' users seem to be announced at now."""
        return self._recognition.recognised_hosts()

    def _show(self, nickname: Nickname | None, *, is_hidden: bool) -> None:
        if (nickname, is_hidden) != (self._nickname, self._is_hidden):
            self._nickname, self._is_hidden = nickname, is_hidden
            self._announce_anew()

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
        try:
            interfaces = {each.index: each for each in self._find_interfaces()}
        except NetworkError as exc:
            logger.warning("%s", exc)
            return
        changed = [
            index for index, link in self._links.items() if interfaces.get(index) != link.interface
        ]
        # A goodbye would carry the old network's names into the new one.
        await self._close_links(changed, with_goodbye=False)
        for index in interfaces.keys() - self._links.keys():
            with contextlib.suppress(NetworkError):  # tried again at the next look
                self._links[index] = await MdnsLink.open(interfaces[index], self._see, self._lose)
        self._tell_trouble(has_interfaces=bool(interfaces))

    async def _close_links(self, indexes: Sequence[int], *, with_goodbye: bool) -> None:
        links = [self._links.pop(index) for index in indexes]
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
        if self._nickname is not None and self._clock() >= self._visible_until:
            self.show_to_friends()
            self._observer.on_visibility_ended()

    async def _announce(self) -> None:
        """Announce ourselves wherever the last announcement is not of this epoch and state."""
        wanted = (epoch_at(self._clock() - self._epoch_lag), self._changes)
        stale = [index for index in self._links if self._announced.get(index) != wanted]
        await asyncio.gather(*(self._announce_on(self._links[index]) for index in stale))
        self._announced |= dict.fromkeys(stale, wanted)

    async def _announce_on(self, link: MdnsLink) -> None:
        if self._is_hidden:
            await link.withdraw()
            return
        self._turn += 1
        announcement = new_announcement(
            self._recognition.secrets(), epoch_at(self._clock()), self._turn, self._nickname
        )
        self._recognition.ignore(announcement.instance)
        await link.announce(announcement, self._port)

    def _see(self, link: MdnsLink, sighting: Sighting) -> None:
        now = asyncio.get_running_loop().time()
        self._recognition.see(link.interface, sighting, now)

    def _lose(self, link: MdnsLink, instance: str) -> None:
        self._recognition.lose(link.interface.index, instance)
