"""The second half of an incoming transfer: what was accepted arrives, is checked and saved."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from byhand.domain.codes import Code
from byhand.domain.columns import columns_of
from byhand.domain.identity import FriendId
from byhand.domain.manifest import Entry
from byhand.domain.pieces import Packs
from byhand.domain.transfer import EntryState, FileProblem, TransferId
from byhand.engine.acceptance import Acceptance
from byhand.engine.arrival import Arrival, begin_arrival
from byhand.engine.journal_writer import JournalWriter
from byhand.engine.reports import JournalFailed, ReceivingFailed, ReceivingReport
from byhand.errors import RemoteProtocolError
from byhand.protocol.codec import batches, wants
from byhand.protocol.credentials import LocalIdentity
from byhand.protocol.messages import (
    FileRow,
    Files,
    FileState,
    Finished,
    Need,
    Roots,
    Sent,
    Source,
    Status,
    Want,
)
from byhand.protocol.receipt import Delivery, sign_receipt
from byhand.service.friend_session import FriendSession
from byhand.service.row import Row

ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was accepted: the manifest, its digest, and the number that data frames name."""

    transfer_id: TransferId
    number: int
    entries: tuple[Entry, ...]
    digest: bytes


@dataclass(frozen=True, slots=True)
class Prepared:
    """There is room, and a staging folder to receive into."""

    arrival: Arrival
    writer: JournalWriter

    def let_go(self) -> None:
        """Take nothing more and leave nothing behind, on a worker's thread; StorageError."""
        try:
            self.arrival.discard()
        finally:
            self.writer.close()


def prepare(accepted: Accepted, folder: str, hear: Callable[[ReceivingReport], None]) -> Prepared:
    """Look for room and make the staging folder, on a worker's thread; raise StorageError."""
    columns = columns_of(accepted.entries)
    acceptance = Acceptance(accepted.transfer_id, accepted.entries, columns, Packs(columns))
    # Nothing is kept of it yet over a restart.
    writer = JournalWriter(lambda _: None)
    writer.start()

    def tell(report: ReceivingReport) -> None:
        hear(ReceivingFailed(report.error) if isinstance(report, JournalFailed) else report)

    try:
        return Prepared(begin_arrival(acceptance, folder, writer, tell), writer)
    except BaseException:
        writer.close()
        raise


class Receiving:
    """Says what is still missing until nothing is, then what has been saved."""

    def __init__(
        self, row: Row, accepted: Accepted, prepared: Prepared, session: FriendSession
    ) -> None:
        self.failed: dict[int, Code] = {}
        self._problems: list[FileProblem] = []
        self._row = row
        self._accepted = accepted
        self._arrival = prepared.arrival
        self._pieces = prepared.arrival.pieces
        self._content = prepared.arrival.content
        self._session = session
        self._epoch = 0
        self._sent: Sent | None = None
        self._told: set[int] = set()

    def start(self) -> None:
        """Wish for everything."""
        content = self._content
        self._row.start_moving(lambda: (content.present_bytes, len(content.states.roots())))
        self._session.lanes.receivers.admit(self._accepted.number, self._pieces)
        self._wish(None)

    def source_failed(self, message: Source) -> None:
        """Expect nothing more of files that the sender cannot send."""
        for row in message.rows:
            if row.entry >= len(self._accepted.entries):
                raise RemoteProtocolError("a source that was not offered")
            self._give_up(row.entry, row.code)
        self._tell_problems()

    def proven(self, message: Roots) -> None:
        """Note which roots the sender vouches for; they are compared at the end."""
        for row in message.rows:
            self._content.vouch(row.entry, row.pack, row.root)

    def served(self, message: Sent) -> None:
        """Note that the sender has served our wish; an earlier wish's SENT says nothing."""
        if message.epoch == self._epoch:
            self._sent = message
            self._pieces.is_watched = True

    def is_over(self) -> bool:
        """Say whether everything is here that will come; ask again for what SENT left missing."""
        self._pieces.has_news = False
        is_complete = self._pieces.is_complete()
        if is_complete and not self._content.states.unproven:
            return True
        if self._sent is None or not self._is_delivered(self._sent):
            return False
        if is_complete:
            raise RemoteProtocolError("SENT before the roots of what was sent")
        if self._epoch < ROUNDS:
            missing = self._content.wish()
            self._wish(row for entry, parts in missing for row in wants(entry, parts.encode()))
            return False
        for entry in list(self._content.states.wanted()):
            self._give_up(entry, Code.HASH_MISMATCH)
        self._tell_problems()
        return True

    def say_status(self) -> None:
        """Tell the sender what is written, and which files are whole."""
        written = self._content.present_bytes
        self._session.post(Status(transfer_id=self._row.id, written=written))
        self._say_files()

    def save(self) -> tuple[str, ...]:
        """Flush, give everything its final name and return it, on a worker's thread.

        Raises StorageError.
        """
        return self._arrival.save()

    def give_up_wrong(self) -> None:
        """Give up what is not what the sender itself vouched for."""
        for entry in self._content.states.wrong():
            self._give_up(entry, Code.HASH_MISMATCH)
        self._tell_problems()

    def say_finished(
        self, identity: LocalIdentity, own_id: FriendId, paths: tuple[str, ...]
    ) -> None:
        """Tell both sides what was saved, with our signature under it."""
        self._say_files()
        roots = self._content.states.roots()
        self._row.update(saved_paths=paths, done_files=len(roots))
        now = self._row.now
        delivery = Delivery(now.id, now.friend_id, own_id, self._accepted.digest, roots)
        self._session.post(
            Finished(
                transfer_id=now.id,
                ok=len(roots),
                bad=len(self.failed),
                receipt=sign_receipt(identity, delivery, int(time.time())),
            )
        )

    def let_go(self) -> None:
        """Take nothing more."""
        self._session.lanes.receivers.drop(self._accepted.number)

    def _wish(self, missing: Iterable[Want] | None) -> None:
        """Send NEED: everything, or what is still missing."""
        self._epoch += 1
        self._pieces.new_epoch()
        self._sent = None
        self._pieces.is_watched = False
        if missing is None:
            self._session.post(Need(transfer_id=self._row.id, epoch=self._epoch))
            return
        parts = list(batches(missing))
        for number, part in enumerate(parts, 1):
            is_last = number == len(parts)
            self._session.post(
                Need(transfer_id=self._row.id, epoch=self._epoch, wants=part, more=not is_last)
            )

    def _is_delivered(self, sent: Sent) -> bool:
        """Say whether each lane that SENT names has delivered its frames, or is closed."""
        return all(self._session.lanes.has_delivered(*lane) for lane in sent.lanes)

    def _give_up(self, entry: int, code: Code) -> None:
        if entry not in self.failed:
            self._content.give_up(entry, EntryState.FAILED, code)
            path = "/".join(self._accepted.entries[entry].components)
            self._problems.append(FileProblem(path, code))
        self.failed[entry] = code

    def _tell_problems(self) -> None:
        if self._problems:
            self._row.tell_problems(self._problems)

    def _say_files(self) -> None:
        states = self._content.states
        fresh = [
            entry
            for entry in states.roots()
            if entry not in self._told and states.state(entry) is EntryState.DONE
        ]
        self._told.update(fresh)
        for rows in batches(FileRow(entry, FileState.FINISHED, Code.OK) for entry in fresh):
            self._session.post(Files(transfer_id=self._row.id, rows=rows))
