"""The hashes of what other receivers of a group were sent, told to one receiver, many at once."""

import asyncio
from collections.abc import Iterable, Iterator

from byhand.domain.transfer import TransferId
from byhand.engine.group_source import GroupMember, Told
from byhand.protocol.data_frame import HASH_BYTES
from byhand.protocol.fields import PIECES_HASHES
from byhand.protocol.resume_messages import Pieces
from byhand.service.friend_session import FriendSession

TELL_SECONDS = 0.05
"""A receiver may ask others for a piece only once it knows its hash: not long after it is out."""


class HashTelling:
    """Tells what a member learns in the session that there is."""

    def __init__(self, transfer_id: TransferId, member: GroupMember) -> None:
        self._transfer_id = transfer_id
        self._member = member
        self._session: FriendSession | None = None
        self._loop = asyncio.get_running_loop()
        member.has_news = self._wake

    def attach(self, session: FriendSession | None) -> None:
        """Tell it in a session, or not at all; what was told in another is told anew by others."""
        self._session = session
        self._member.take_learnt()

    def say(self) -> None:
        """Tell what there is to be told."""
        learnt = self._member.take_learnt()
        if self._session is None:
            return
        for entry, first, hashes in _joined(learnt):
            for start in range(0, len(hashes), PIECES_HASHES * HASH_BYTES):
                part = hashes[start : start + PIECES_HASHES * HASH_BYTES]
                self._session.post(
                    Pieces(
                        transfer_id=self._transfer_id,
                        entry=entry,
                        first=first + start // HASH_BYTES,
                        generation=0,
                        hashes=part,
                    )
                )

    def _wake(self) -> None:
        """Tell it soon; called in a lane's thread."""
        self._loop.call_soon_threadsafe(self._loop.call_later, TELL_SECONDS, self.say)


def _joined(learnt: Iterable[Told]) -> Iterator[Told]:
    """Yield runs, those of one file that follow each other as one."""
    entry, first, hashes = -1, 0, b""
    for told in sorted(learnt):
        if told[0] == entry and told[1] == first + len(hashes) // HASH_BYTES:
            hashes += told[2]
            continue
        if hashes:
            yield entry, first, hashes
        entry, first, hashes = told
    if hashes:
        yield entry, first, hashes
