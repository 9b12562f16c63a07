"""What the user sends: judged first, then begun as transfers."""

import os
from collections.abc import Sequence
from pathlib import Path

from byhand.domain.friend import Trust
from byhand.domain.identity import FriendId
from byhand.domain.plan import OutgoingPlan, SendOptions, StoredTransfer
from byhand.domain.transfer import TransferId
from byhand.errors import FriendOrderError, FriendProblem, UnknownFriendError, UsageError
from byhand.network.addresses import typed_hint
from byhand.service.people import People
from byhand.service.starting import grouped, plan_of
from byhand.service.transfer_files import TEXT_BYTES
from byhand.service.transfers import Transfers
from byhand.storage.text_file import text_path


class SendingOut:
    """Offers files and texts to friends, to one or to several."""

    def __init__(self, texts: Path, people: People, transfers: Transfers) -> None:
        """`texts` is where what texts say is kept."""
        self._texts = texts
        self._people = people
        self._transfers = transfers

    def send(
        self, paths: Sequence[str], to: FriendId, at: str | None, options: SendOptions
    ) -> TransferId:
        """Offer files and folders to a friend; UnknownFriendError, FriendOrderError, UsageError."""
        return self.send_plan(plan_of(paths, options), to, at)

    def send_to_all(
        self, paths: Sequence[str], to: Sequence[FriendId], options: SendOptions, at: str | None
    ) -> tuple[TransferId, ...]:
        """Offer the same to several friends, as a group unless they are not to pass it on.

        Raises as `send`, before anything is offered to anybody.
        """
        plan = grouped(plan_of(paths, options), set(to))
        for friend_id in to:
            self._judge(friend_id)
        return tuple(self.send_plan(plan, friend_id, at) for friend_id in to)

    def send_text(self, text: str, to: FriendId, at: str | None) -> TransferId:
        """Offer a text; raises as `send`, UsageError also for none, or for more than 1 MiB."""
        if not text.strip():
            raise UsageError("There is no text to send.")
        if len(text.encode("utf-8", "replace")) > TEXT_BYTES:
            raise UsageError("A text may have up to 1 MiB: send a file instead.")
        path = text_path(self._texts, text)
        return self.send_plan(OutgoingPlan((os.fsencode(path),), text=text), to, at)

    def send_plan(self, plan: OutgoingPlan, to: FriendId, at: str | None = None) -> TransferId:
        """Offer what a plan is about; raises as `send`."""
        self._judge(to)
        hints = [typed_hint(at)] if at else []
        self._people.sessions.look_for(to, hints, afresh=True)
        key = self._people.book.keys(to).ed25519
        return self._transfers.send(plan, to, key)

    def _judge(self, to: FriendId) -> None:
        """Raise UnknownFriendError or FriendOrderError for somebody to whom nothing goes."""
        friend = self._people.book.get(to)
        if friend is None:
            raise UnknownFriendError(to.hex())
        if friend.trust is Trust.BLOCKED:
            raise FriendOrderError(FriendProblem.BLOCKED, friend.name)

    def send_again(self, transfer_id: TransferId) -> TransferId:
        """Offer the same files to the same friend once more; UsageError, UnknownFriendError."""
        stored = self._transfers.stored(transfer_id)
        if stored is None:
            raise UsageError("That transfer is not on the list any more.")
        return self.repeat(stored)

    def repeat(self, stored: StoredTransfer) -> TransferId:
        """Offer once more what a transfer was about; UsageError, UnknownFriendError."""
        if not isinstance(stored.plan, OutgoingPlan):
            raise UsageError("Only what was sent from here can be sent again.")
        plan = OutgoingPlan(stored.plan.paths, stored.plan.options, text=stored.plan.text)
        return self.send_plan(plan, stored.transfer.friend_id)
