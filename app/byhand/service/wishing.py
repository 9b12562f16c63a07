"""What we ask a sender for: wishes, epoch by epoch, and whether one was served (§11)."""

from byhand.domain.transfer import TransferId
from byhand.engine.arriving_content import ArrivingContent, Missing
from byhand.engine.arriving_pieces import ArrivingPieces
from byhand.engine.held_back import HeldBack, Released
from byhand.protocol.codec import batches, wants
from byhand.protocol.messages import Need, Sent
from byhand.service.friend_session import FriendSession

ROUNDS = 5


class Wishing:
    """Says NEED in one session after the other; epochs begin anew in each."""

    def __init__(
        self, transfer_id: TransferId, content: ArrivingContent, pieces: ArrivingPieces
    ) -> None:
        self._transfer_id = transfer_id
        self._content = content
        self._pieces = pieces
        self._session: FriendSession | None = None
        self._epoch = self._needs = self._rounds = 0
        self._sent: Sent | None = None
        self.is_open = False
        """Whether something was wished for, and the sender goes by that."""

    def begin(self, session: FriendSession) -> None:
        """Wish in another session."""
        self._session = session
        self._epoch = self._rounds = 0

    def end(self) -> None:
        """Nothing of what was wished for will come."""
        self._session, self._sent, self.is_open = None, None, False

    def put_off(self) -> None:
        """Take note that the wish is over, though the session is not: something is held."""
        self.is_open = False

    def wish(self, held: HeldBack) -> None:
        """Wish for all that is missing and not held back, instead of what was wished before.

        If everything is held back, that waits.
        """
        missing = self._content.wish(held)
        self._epoch += 1
        self._needs, self._sent, self.is_open = 0, None, True
        self._pieces.is_watched = False
        self._pieces.new_epoch()
        if missing or not held:
            self._say(missing)

    def add(self, released: Released) -> None:
        """Wish for what is missing of some files, too."""
        missing = self._content.wish_of(released)
        if missing and self.is_open:
            self._say(missing)

    def served(self, sent: Sent) -> None:
        """Hear that a wish was served; what is said of an earlier one says nothing."""
        if (sent.epoch, sent.needs) == (self._epoch, self._needs):
            self._sent = sent
            self._pieces.is_watched = True

    def is_served(self) -> bool:
        """Say whether all has come that will: each lane of SENT has delivered it, or is closed."""
        session, sent = self._session, self._sent
        if session is None or sent is None:
            return False
        return all(session.lanes.has_delivered(*lane) for lane in sent.lanes)

    def again(self, held: HeldBack) -> bool:
        """Wish once more for what was served and is missing; False if that was often enough."""
        if self._rounds == ROUNDS:
            return False
        self._rounds += 1
        self.wish(held)
        return True

    def _say(self, missing: Missing) -> None:
        assert self._session is not None
        self._sent = None
        self._pieces.is_watched = False
        rows = (row for entry, parts in missing for row in wants(entry, parts.encode()))
        parts = list(batches(rows)) or [[]]
        for number, part in enumerate(parts, 1):
            self._session.post(
                Need(
                    transfer_id=self._transfer_id,
                    epoch=self._epoch,
                    wants=part,
                    add=self._needs > 0,
                    more=number < len(parts),
                )
            )
        self._needs += 1
