"""The end of an incoming transfer: all is saved, that is recorded, and then said."""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from byhand.domain.plan import IncomingPlan
from byhand.domain.root_chunks import in_chunks
from byhand.errors import StorageError
from byhand.protocol.credentials import LocalIdentity
from byhand.service.disk_reports import Saved
from byhand.service.receiving import Receiving
from byhand.service.remembering import remember_exchanged
from byhand.service.row import Row
from byhand.service.surroundings import Surroundings, Tick


class NotRecorded(Struct, frozen=True):
    """All is saved; that it is so could not be written down, and is tried again."""

    error: StorageError


class Saving:
    """Ends a transfer once it is certain that we shall say the same of it after any stop."""

    def __init__(
        self,
        row: Row[IncomingPlan],
        identity: LocalIdentity,
        around: Surroundings,
        put: Callable[[object], None],
    ) -> None:
        """`put` hears NotRecorded, or Tick: it is over."""
        self._row = row
        self._identity = identity
        self._around = around
        self._put = put
        self._refused: Receiving | None = None

    def start(self, receiving: Receiving, saved: Saved) -> None:
        """Record and say that everything is there."""
        self._row.replan(replace(self._row.plan, saved=saved.places))
        self._row.update(saved_paths=saved.paths)
        self._around.spawn(self._run(receiving))

    def retry(self) -> None:
        """Try again what the disk refused, if it did."""
        receiving, self._refused = self._refused, None
        if receiving is not None:
            self._around.spawn(self._run(receiving))

    async def _run(self, receiving: Receiving) -> None:
        row = self._row
        await receiving.tell_given_up()
        await receiving.tell_done()
        roots = await self._around.disk.run(list, in_chunks(receiving.roots()))
        finished = await receiving.finished(self._identity, self._around.own_id, roots)
        row.receipt = finished.receipt
        row.replan(replace(row.plan, lost=finished.bad))
        row.update(done_files=finished.ok)
        await self._around.memory.keep_roots(row.id, roots)
        state, code = receiving.end()
        try:
            await row.keep_end(state, code)
        except StorageError as exc:
            self._refused = receiving
            self._put(NotRecorded(exc))
            return
        row.end(state, code)
        if row.now.saved_paths:
            self._around.used(row.now.friend_id)
        receiving.say_finished(finished)
        self._around.spawn(remember_exchanged(row.stored, self._around))
        self._put(Tick())
