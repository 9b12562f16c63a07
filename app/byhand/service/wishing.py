"""What a receiver still misses is wished for, epoch after epoch (PROTOCOL.md, §11)."""

import asyncio

from byhand.domain.transfer import TransferId
from byhand.engine.arriving_content import ArrivingContent, Missing
from byhand.engine.arriving_pieces import ArrivingPieces
from byhand.engine.held_back import HeldBack, Released
from byhand.protocol.codec import batches, wants
from byhand.protocol.messages import Need, Sent, Want
from byhand.service.friend_session import FriendSession
from byhand.service.surroundings import Surroundings

ROUNDS = 5
"""How often in a session what SENT left missing is asked for again."""

_Ordered = HeldBack | Released
"""Wish for everything but what is held back; or for what is not held back any more, too."""


class Wishing:
    """Sends the complete wish whenever it is another; nothing while the transfer is held.

    What is held back is added once it is released. If that is everything, the wish waits.
    """

    def __init__(
        self,
        transfer_id: TransferId,
        content: ArrivingContent,
        pieces: ArrivingPieces,
        held: HeldBack,
        around: Surroundings,
    ) -> None:
        self._transfer_id = transfer_id
        self._content = content
        self._pieces = pieces
        self._held = held
        self._around = around
        self._session: FriendSession | None = None
        self._epoch = self._needs = self._rounds = 0
        self._is_held = True
        self._is_wished = False
        self._sent: Sent | None = None
        self._ordered: list[_Ordered] = []
        self._work: asyncio.Task[None] | None = None
        self._wrong: set[int] = set()

    def attach(self, session: FriendSession | None) -> None:
        """Wish in a session, or in none."""
        self._session = session
        self._epoch = self._rounds = 0
        self._sent, self._is_wished = None, False
        self._ordered.clear()

    def hold(self, *, is_held: bool) -> bool:
        """Wish for nothing while it is held; for all that is missing once it is no more.

        Return whether it begins to by that.
        """
        self._is_held = is_held
        if is_held:
            self._is_wished = False
            self._ordered.clear()
        elif not self._is_wished:
            self.wish_anew()
            return self._is_wished
        return False

    def wish_anew(self) -> None:
        """Send NEED, unless nothing may be wished for now: all that is missing."""
        if self._is_held or self._session is None:
            return
        self._epoch += 1
        self._needs = 0
        self._is_wished = True
        self._pieces.new_epoch()
        self._expect_sent()
        self._ordered = [self._held.copy()]
        self._go()

    def add(self, released: Released) -> None:
        """Wish for what is missing of these, too."""
        if self._is_wished:
            self._ordered.append(released)
            self._go()

    def wish_again(self) -> bool:
        """Ask again for what SENT left missing; say whether that may still be done.

        What was lost with a lane may be asked for as often as that happens.
        """
        session, sent = self._session, self._sent
        if session is None or sent is None:
            return True
        self._rounds += not any(session.lanes.has_ended(index) for index, _ in sent.lanes)
        if self._rounds > ROUNDS:
            return False
        self.wish_anew()
        return True

    def wish_for_wrong(self) -> bool:
        """Ask again, once, for files that are not what the sender vouched for; say whether any are.

        Without a session nobody can be asked.
        """
        wrong = [each for each in self._content.states.wrong() if each not in self._wrong]
        if not wrong or self._session is None:
            return False
        self._wrong.update(wrong)
        for entry in wrong:
            self._content.ask_again(entry)
        self.wish_anew()
        return True

    def served(self, message: Sent) -> None:
        """Note that the sender has served our wish; what it says of a part of it says nothing."""
        if (message.epoch, message.needs) == (self._epoch, self._needs):
            self._sent = message
            self._pieces.is_watched = True

    def is_served(self) -> bool:
        """Say whether each lane that SENT names has delivered its frames, or is closed."""
        session, sent = self._session, self._sent
        if session is None or sent is None or self._ordered:
            return False
        return all(session.lanes.has_delivered(*lane) for lane in sent.lanes)

    def look_for_silence(self) -> None:
        """End a lane that brings nothing though something is wished for."""
        is_awaited = self._is_wished and self._needs > 0
        if self._session is not None and is_awaited and not self.is_served():
            self._session.lanes.hang_up_silent()

    def _expect_sent(self) -> None:
        """Take what was said of less for nothing."""
        self._sent = None
        self._pieces.is_watched = False

    def _go(self) -> None:
        if self._work is None:
            self._work = self._around.spawn(self._wish())

    async def _wish(self) -> None:
        """Find out on a worker's thread what is missing: of a million files that takes a second."""
        try:
            while self._ordered:
                session, epoch, ordered = self._session, self._epoch, self._ordered[0]
                parts = await self._around.disk.run(self._missing, ordered)
                if ordered not in self._ordered:
                    continue  # what is wished for is another by now
                self._ordered.remove(ordered)
                if session is not None and session is self._session and epoch == self._epoch:
                    self._say(session, parts)
        finally:
            self._work = None

    def _missing(self, ordered: _Ordered) -> list[list[Want]]:
        """Return what to say of it, by messages; nothing if there is nothing to be said."""
        if isinstance(ordered, Released):
            return _in_messages(self._content.wish_of(ordered))
        return _in_messages(self._content.wish(ordered)) or ([] if ordered else [[]])

    def _say(self, session: FriendSession, parts: list[list[Want]]) -> None:
        for number, part in enumerate(parts, 1):
            session.post(
                Need(
                    transfer_id=self._transfer_id,
                    epoch=self._epoch,
                    wants=part,
                    add=self._needs > 0,
                    more=number < len(parts),
                )
            )
        if parts:
            self._needs += 1
            self._expect_sent()


def _in_messages(missing: Missing) -> list[list[Want]]:
    return list(batches(row for entry, parts in missing for row in wants(entry, parts.encode())))
