"""A friend who knows the keys and speaks the protocol, and lies as a scene has it."""

import asyncio
import time
from collections import Counter
from random import Random
from typing import Final

from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.introduction import IntroductionId
from byhand.domain.transfer import TransferId
from byhand.errors import ByhandError
from byhand.network.addresses import Hint
from byhand.network.handshaking import run_handshake
from byhand.protocol.credentials import LocalIdentity, PinnedFriend
from byhand.protocol.data_frame import FrameHeader
from byhand.protocol.friend_messages import Introduce, PairCommit
from byhand.protocol.handshake import FriendEstablished, call_friend
from byhand.protocol.introduction import sign_introduction
from byhand.protocol.message import Message
from byhand.protocol.message_types import SYNC_TYPE
from byhand.protocol.messages import (
    Bye,
    Cancel,
    ErrorReport,
    Hello,
    Lanes,
    Offer,
    Ping,
    Pong,
    ProfileUpdate,
    Status,
)
from byhand.protocol.resume_messages import Sync
from byhand.service.ourselves import CAPABILITIES
from tests.fuzz.frame_lies import FrameLies
from tests.fuzz.giver import Giver
from tests.fuzz.mouth import Mouth
from tests.fuzz.plot import Plot
from tests.fuzz.taker import Taker
from tests.fuzz.talk import HANDSHAKE_SECONDS, Talk
from tests.fuzz.values import Known
from tests.helpers.stranger import connected

NO_ACTIVITY: Final = (Status, Ping, Pong)
"""What is said while nothing happens."""
ABSURD_TIMES_NS: Final = (0, 1, 2**63, 2**96 - 1)


class Liar:
    """Somebody with a plot; what they have under way outlives their sessions."""

    def __init__(
        self, identity: LocalIdentity, victim: PinnedFriend, plot: Plot, heard: "Counter[str]"
    ) -> None:
        self.identity = identity
        self.known = Known(Random(f"{plot.seed} mouth"))
        self.mouth = Mouth(self.known, plot.lies)
        self.frame_lies = FrameLies(Random(f"{plot.seed} frames"), plot.frame_lies)
        self.givers: dict[TransferId, Giver] = {}
        self.takers: dict[TransferId, Taker] = {}
        self.was_heard = asyncio.Event()
        self._victim = victim
        self._plot = plot
        self._heard = heard
        self._rng = Random(f"{plot.seed} moments")
        self._talks: list[Talk] = []

    @property
    def is_over(self) -> bool:
        """Say whether nothing is under way any more, as far as the liar knows."""
        gifts = all(each.gift.is_over for each in self.givers.values())
        taken = all(each.is_over for each in self.takers.values())
        return gifts and taken and len(self.takers) >= int(self._plot.victim_sends)

    @property
    def has_hung_up(self) -> bool:
        """Say whether no session is left."""
        return all(talk.has_ended.is_set() for talk in self._talks)

    async def until_heard(self, other: asyncio.Event) -> None:
        """Wait until something is said, a session ends, or something else happens."""
        ends = [talk.has_ended for talk in self._talks if not talk.has_ended.is_set()]
        events = (self.was_heard, other, *ends)
        waiting = [asyncio.ensure_future(event.wait()) for event in events]
        try:
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for each in waiting:
                each.cancel()

    async def call(self, port: int) -> Talk | None:
        """Begin a session; None if the victim will not have it."""
        at = Hint("127.0.0.1", port)
        now = time.time_ns()
        is_absurd = self._plot.lies > 0 and self._rng.random() < 0.03
        steps = call_friend(
            self.identity, self._victim, self._rng.choice(ABSURD_TIMES_NS) if is_absurd else now
        )
        sock = await connected(at)
        try:
            async with asyncio.timeout(HANDSHAKE_SECONDS):
                established = await run_handshake(sock, steps)
        except (ByhandError, TimeoutError):
            sock.close()
            return None
        assert isinstance(established, FriendEstablished)
        talk = Talk(sock, established, at, self.mouth, self.frame_lies, self._heard)
        self._begin(talk)
        return talk

    def _begin(self, talk: Talk) -> None:
        self._talks = [each for each in self._talks if not each.has_ended.is_set()] + [talk]
        talk.hear = lambda message: self._hear(talk, message)
        talk.hear_frame = self._hear_frame
        if self._plot.cuts and self._rng.random() < 0.7:
            talk.cuts_after = self._rng.randint(1, 25)
        talk.start()
        talk.say(self._hello())

    def _hello(self) -> Hello:
        return Hello(
            versions=[1],
            app="liar",
            installation_id=self.identity.friend_id[:16],
            capabilities=list(CAPABILITIES),
        )

    def _hear(self, talk: Talk, message: Message) -> None:
        if not isinstance(message, NO_ACTIVITY):
            self.was_heard.set()
        match message:
            case Hello():
                gifts = [each.gift for each in self.givers.values()]
                rows = [each.row() for each in gifts if each.is_offered and not each.is_over]
                rows += [each.row() for each in self.takers.values() if not each.is_over]
                talk.say(Sync(rows=rows))
            case Sync():
                self._hear_sync(talk, message)
            case Lanes():
                talk.hear_lanes(message)
            case Ping():
                talk.say(Pong(t=message.t))
            case Bye():
                talk.has_ended.set()
            case _:
                self._hear_of_transfer(talk, message)
        if self._rng.random() < self._plot.extras:
            self._say_something(talk)

    def _hear_sync(self, talk: Talk, sync: Sync) -> None:
        for row in sync.rows:
            self._answer_row(talk, TransferId(row.transfer_id))
        if sync.more:
            return
        for giver in self.givers.values():
            if not giver.gift.is_over:
                giver.begin(talk)
        for taker in self.takers.values():
            taker.begin(talk)
            if not taker.is_over:
                taker.go_on()

    def _answer_row(self, talk: Talk, transfer_id: TransferId) -> None:
        """Say what became of a transfer that is unfinished there, and not here."""
        if transfer_id in self.takers:
            finished = self.takers[transfer_id].finished
            if finished is not None:
                talk.say(finished)
        elif transfer_id in self.givers:
            if self.givers[transfer_id].gift.is_over:
                talk.say(Cancel(transfer_id=transfer_id))
        else:
            talk.say(ErrorReport(code=Code.NOT_FOUND, about=SYNC_TYPE, transfer_id=transfer_id))

    def _hear_of_transfer(self, talk: Talk, message: Message) -> None:
        transfer_id = TransferId(getattr(message, "transfer_id", None) or b"")
        if isinstance(message, Offer):
            self.known.ids.append(transfer_id)
            if transfer_id not in self.takers:
                taker = Taker(message, self.identity, self._victim.friend_id)
                self.takers[transfer_id] = taker
                taker.begin(talk)
        for each in (self.givers.get(transfer_id), self.takers.get(transfer_id)):
            if each is not None:
                if each.talk is not talk:  # of two sessions the other one has stayed
                    each.begin(talk)
                each.hear(message)

    def _hear_frame(self, lane: int, header: FrameHeader, body: bytes) -> None:
        self.was_heard.set()
        self._heard["frame"] += 1
        for taker in list(self.takers.values()):
            if taker.number == header.transfer_number:
                taker.hear_frame(lane, header, body)
            else:
                taker.passed(lane)

    def _say_something(self, talk: Talk) -> None:
        """Say what nothing called for: honest things about people, or anything at all."""
        choice = self._rng.randrange(4)
        if choice == 0:
            talk.say(ProfileUpdate(name="Mallory", computer="another"))
        elif choice == 1:
            talk.say(self._introduction())
        elif choice == 2:
            talk.say(PairCommit(commitment=self._rng.randbytes(32)))
        elif self.mouth.rate:
            for content in self.mouth.anything():
                talk.say_content(content)

    def _introduction(self) -> Introduce:
        stranger = LocalIdentity.generate().keys
        introduce = Introduce(
            introduction_id=IntroductionId(self._rng.randbytes(16)),
            x25519=stranger.x25519,
            ed25519=stranger.ed25519,
            name="Peggy",
            computer="desk",
            psk=self._rng.randbytes(32),
            expires_at=int(time.time()) + self._rng.choice((60, 3600, 8 * 86400)),
            hints=[],
            signature=bytes(64),
        )
        signature = sign_introduction(self.identity, self._victim.friend_id, introduce)
        return replace(introduce, signature=signature)
