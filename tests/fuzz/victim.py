"""The service that is lied to, and its user, who orders this and that at random moments."""

import asyncio
import os
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random
from typing import Final

from byhand.domain.events import (
    Event,
    IntroductionChanged,
    PairingChanged,
    TransferAdded,
    TransferChanged,
)
from byhand.domain.friend import Policy
from byhand.domain.identity import FriendId
from byhand.domain.introduction import IntroductionStage
from byhand.domain.limits import RateLimits
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.errors import ByhandError
from byhand.protocol.credentials import LocalIdentity, PinnedFriend
from byhand.storage.friend_store import FriendRecord
from tests.fuzz.liar import Liar
from tests.fuzz.plot import Plot
from tests.helpers.circles import id_of
from tests.helpers.two_services import Party, party

ANSWERS: Final = (*(("accept",) * 8), "choose", "update", "decline", "put off")
IDS_OF_OTHERS: Final = 4
"""So many transfers of earlier liars the next one knows of."""


class Victim:
    """A running service with one old friend, and whoever lies to it just now."""

    def __init__(self, party: Party, root: Path) -> None:
        self.party = party
        self.service = party.service
        self.root = root
        self.states: Counter[str] = Counter()
        self._seen: dict[TransferId, Transfer] = {}
        self._rng = Random(0)
        self._plot: Plot | None = None
        self._liar: FriendId | None = None
        self._answered: set[object] = set()
        self._ended: list[TransferId] = []
        self.service.subscribe(self._hear)

    @classmethod
    @asynccontextmanager
    async def at(cls, root: Path) -> AsyncIterator["Victim"]:
        """Run the service in `root`: its profile and the folder it receives into."""
        async with party(root / "profile", root / "in") as running:
            yield cls(running, root)

    @property
    def port(self) -> int:
        """Where it listens."""
        return self.service._people.port

    def friends(self) -> dict[FriendId, FriendRecord]:
        """Return everybody in the friend book, with what proves them."""
        return dict(self.service._people.book._file.records)

    async def befriend(self, plot: Plot, heard: "Counter[str]") -> Liar:
        """Make a liar a friend who was verified, and begin the scene."""
        identity, psk = LocalIdentity.generate(), os.urandom(32)
        name = f"Mallory {plot.seed}"
        await self.service._people.book.add(identity.keys, psk, name, "laptop", is_verified=True)
        pinned = PinnedFriend(id_of(self.party), self.service._stores.identity.keys, psk)
        self._rng, self._plot, self._liar = Random(f"{plot.seed} user"), plot, identity.friend_id
        if plot.by_policy:
            self.service.friends.set_policy(identity.friend_id, Policy(accepts_by_itself=True))
        liar = Liar(identity, pinned, plot, heard)
        liar.known.ids += self._ended[-IDS_OF_OTHERS:]
        return liar

    def send(self, folder: Path) -> TransferId:
        """Offer a folder to the liar."""
        assert self._liar is not None
        return self.service.send([str(folder)], self._liar)

    def of_liar(self) -> list[Transfer]:
        """Return the transfers with the liar of this scene, as they are now."""
        return [each for each in self._seen.values() if each.friend_id == self._liar]

    def is_settled(self) -> bool:
        """Say whether nothing with the liar is under way."""
        return all(each.is_final for each in self.of_liar())

    async def part(self) -> None:
        """End what is under way with the liar and forget them; wait until that is done."""
        assert self._liar is not None
        liar, self._plot = self._liar, None
        for each in self.of_liar():
            if not each.is_final:
                self.service.cancel(each.id)
        await self.party.until(self.is_settled)
        self.states.update(f"{each.direction} {each.state}" for each in self.of_liar())
        self.service.friends.remove(liar)
        async with asyncio.timeout(30):
            while self._is_busy(liar):  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        self._ended += self._seen
        self.party.events.clear()
        self._seen.clear()
        self._answered.clear()

    def _is_busy(self, liar: FriendId) -> bool:
        """Say whether a friend is not forgotten yet, or a transfer at work; no event tells it."""
        is_running = bool(self.service._handing_over.transfers._running.all())
        return is_running or self.service._people.book.get(liar) is not None

    def _hear(self, event: Event) -> None:
        if isinstance(event, TransferAdded | TransferChanged):
            self._seen[event.transfer.id] = event.transfer
        if self._plot is not None:
            asyncio.get_running_loop().call_soon(self._react, event, self._plot)

    def _react(self, event: Event, plot: Plot) -> None:
        if plot is not self._plot:
            return
        match event:
            case TransferChanged(transfer=transfer) if _is_open(transfer):
                self._once(transfer.id, lambda: self._answer(transfer, plot))
            case IntroductionChanged(introduced=introduced):
                if introduced.stage is IntroductionStage.ASKED:
                    self._once(
                        introduced.id,
                        lambda: self.service.introductions.answer(
                            introduced.id, agrees=self._rng.random() < 0.5
                        ),
                    )
            case PairingChanged(pairing=pairing) if self._rng.random() < 0.5:
                self._obeyed(lambda: self.service.pairing.accept(pairing.id))
                self._obeyed(lambda: self.service.pairing.type_code(pairing.id, "123456"))
            case _:
                pass
        if self._rng.random() < plot.orders and self.of_liar():
            self._order(self._rng.choice(self.of_liar()).id)

    def _answer(self, transfer: Transfer, plot: Plot) -> None:
        answer = "accept" if plot.is_honest else self._rng.choice(ANSWERS)
        if answer == "decline":
            self.service.decline(transfer.id)
        elif answer == "put off":
            self.service.queue.put_off(transfer.id)
            self._answered.discard(transfer.id)
        elif answer == "choose":
            self.service.accept(transfer.id, chosen=[0, 2])
        else:
            self.service.accept(transfer.id, updates=answer == "update")

    def _order(self, transfer_id: TransferId) -> None:
        service, queue = self.service, self.service.queue
        orders: tuple[Callable[[], object], ...] = (
            lambda: queue.pause(transfer_id),
            lambda: queue.resume(transfer_id),
            lambda: queue.resume(transfer_id),
            lambda: queue.leave_out(transfer_id, [1]),
            lambda: queue.retry(transfer_id),
            lambda: queue.move(transfer_id, None),
            lambda: queue.request_files(transfer_id, 0, 100),
            lambda: service.set_transfer_limits(transfer_id, RateLimits(up=10**8, down=10**8)),
            lambda: service.send_again(transfer_id),
            lambda: service.remove(transfer_id),
            lambda: service.cancel(transfer_id),
            lambda: service.accept(transfer_id),
            lambda: service.pairing.compare_codes(self._liar or FriendId(b"")),
        )
        self._obeyed(self._rng.choice(orders))

    def _once(self, key: object, order: Callable[[], object]) -> None:
        if key not in self._answered:
            self._answered.add(key)
            self._obeyed(order)

    def _obeyed(self, order: Callable[[], object]) -> None:
        """Order something, which may be impossible just now."""
        try:
            order()
        except ByhandError:
            self.states["orders that could not be"] += 1


def _is_open(transfer: Transfer) -> bool:
    return (
        transfer.direction is Direction.INCOMING
        and transfer.state is TransferState.OFFERED
        and transfer.is_counted
    )
