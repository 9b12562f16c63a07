"""What a receiver still misses is wished for, epoch after epoch (PROTOCOL.md, §11)."""

from byhand.domain.transfer import TransferId
from byhand.engine.arriving_content import ArrivingContent
from byhand.engine.arriving_pieces import ArrivingPieces
from byhand.protocol.codec import batches, wants
from byhand.protocol.messages import Need, Sent, Want
from byhand.service.friend_session import FriendSession
from byhand.service.surroundings import Surroundings

ROUNDS = 5
"""How often in a session what SENT left missing is asked for again."""


class Wishing:
    """Sends the complete wish whenever it is another; nothing while the transfer is held."""

    def __init__(
        self,
        transfer_id: TransferId,
        content: ArrivingContent,
        pieces: ArrivingPieces,
        around: Surroundings,
    ) -> None:
        self._transfer_id = transfer_id
        self._content = content
        self._pieces = pieces
        self._around = around
        self._session: FriendSession | None = None
        self.epoch = 0
        """In which epoch of the session was wished last."""
        self._rounds = 0
        self._is_held = True
        self._is_wished = False
        self._sent: Sent | None = None
        self._wrong: set[int] = set()

    def attach(self, session: FriendSession | None, after_epoch: int = 0) -> None:
        """Wish in a session, in epochs after one, or in none."""
        self._session = session
        self.epoch, self._rounds = after_epoch, 0
        self._sent, self._is_wished = None, False

    def hold(self, *, is_held: bool) -> None:
        """Wish for nothing while it is held; for all that is missing once it is no more."""
        self._is_held = is_held
        if is_held:
            self._is_wished = False
        elif not self._is_wished:
            self.wish_anew()

    def wish_anew(self) -> None:
        """Send NEED, unless nothing may be wished for now: all that is missing."""
        if self._is_held or self._session is None:
            return
        self.epoch += 1
        self._sent = None
        self._is_wished = True
        self._pieces.is_watched = False
        self._pieces.new_epoch()
        self._around.spawn(self._wish(self._session, self.epoch))

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
        """Note that the sender has served our wish; an earlier wish's SENT says nothing."""
        if message.epoch == self.epoch:
            self._sent = message
            self._pieces.is_watched = True

    def is_served(self) -> bool:
        """Say whether each lane that SENT names has delivered its frames, or is closed."""
        session, sent = self._session, self._sent
        if session is None or sent is None:
            return False
        return all(session.lanes.has_delivered(*lane) for lane in sent.lanes)

    def look_for_silence(self) -> None:
        """End a lane that brings nothing though something is wished for."""
        if self._session is not None and self._is_wished and not self.is_served():
            self._session.lanes.hang_up_silent()

    async def _wish(self, session: FriendSession, epoch: int) -> None:
        """Find out on a worker's thread what is missing: of a million files that takes a second."""
        parts = await self._around.disk.run(self._missing)
        for number, part in enumerate(parts, 1):
            if session is not self._session or epoch != self.epoch or self._is_held:
                return  # what is wished for is another by now
            is_last = number == len(parts)
            session.post(
                Need(transfer_id=self._transfer_id, epoch=epoch, wants=part, more=not is_last)
            )

    def _missing(self) -> list[list[Want]]:
        missing = self._content.wish()
        rows = (row for entry, parts in missing for row in wants(entry, parts.encode()))
        return list(batches(rows)) or [[]]
