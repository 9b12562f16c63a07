"""What is found out about our files while they are sent, told to the receiver many at once."""

from collections.abc import Iterable

from byhand.domain.codes import Code
from byhand.domain.transfer import TransferId
from byhand.engine.reports import RootKnown, SourceChanged, SourceFailed, WishServed
from byhand.protocol.codec import batches
from byhand.protocol.fields import FAILED_GENERATION
from byhand.protocol.messages import RootRow, Roots, Sent, Source, SourceRow
from byhand.protocol.resume_messages import HashAnswer
from byhand.service.friend_session import FriendSession

ROOTS_AT_ONCE = 32
"""So many known roots do not wait: what is not vouched for is not kept by a receiver that stops."""


class SourceNews:
    """Collects roots, and files that changed or failed, until they are said."""

    def __init__(self, transfer_id: TransferId) -> None:
        self._transfer_id = transfer_id
        self._roots: list[RootRow] = []
        self._lost: list[SourceRow] = []

    @property
    def is_full(self) -> bool:
        """Whether so many roots are collected that they are said at once."""
        return len(self._roots) >= ROOTS_AT_ONCE

    def hear(self, report: object) -> None:
        """Take note of what a lane or a worker has found out."""
        match report:
            case RootKnown(entry, pack, generation, root):
                self._roots.append(RootRow(entry, pack, generation, root))
            case SourceChanged(entry, generation):
                self._lost.append(SourceRow(entry, Code.SOURCE_CHANGED, generation))
            case SourceFailed(entry, code):
                self._lost.append(SourceRow(entry, code, FAILED_GENERATION))

    def say(self, session: FriendSession) -> None:
        """Tell which sources failed, then the roots that have become known."""
        lost, self._lost = self._lost, []
        for rows in batches(lost):
            session.post(Source(transfer_id=self._transfer_id, rows=rows))
        roots, self._roots = self._roots, []
        for known in batches(roots):
            session.post(Roots(transfer_id=self._transfer_id, rows=known))

    def answer(self, session: FriendSession, known: Iterable[tuple[int, bytes]]) -> None:
        """Tell roots that were asked for and told before."""
        for rows in batches(known):
            session.post(HashAnswer(transfer_id=self._transfer_id, rows=rows))

    def say_sent(self, session: FriendSession, served: WishServed, ok: int, bad: int) -> None:
        """Tell that a wish has left; so many files could be read, and could not."""
        lanes = [(served.lane_index, served.frames)]
        session.post(
            Sent(
                transfer_id=self._transfer_id,
                epoch=served.epoch,
                lanes=lanes,
                ok=ok,
                bad=bad,
                needs=served.needs,
            )
        )
