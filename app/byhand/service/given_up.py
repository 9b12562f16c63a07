"""The files of one transfer that are not handed over: failed or cancelled, counted and named."""

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence

from byhand.domain.codes import Code
from byhand.domain.plan import IncomingPlan, OutgoingPlan
from byhand.domain.transfer import FileProblem
from byhand.errors import StorageError
from byhand.service.row import SHOWN_PROBLEMS, Row
from byhand.service.worker import Worker

logger = logging.getLogger(__name__)


class GivenUp:
    """Why each was given up; the row is told of many at once, a thousand cost one look.

    Those that failed are problems, with their names as far as these are shown; that somebody
    does not want a file is none.
    """

    def __init__(
        self,
        row: Row[OutgoingPlan] | Row[IncomingPlan],
        disk: Worker,
        components_of: Callable[[int], Sequence[str]],
        kept: int = 0,
    ) -> None:
        """`components_of` returns the path of an entry; it waits for a disk, StorageError.

        Of the problems that are shown the first `kept` stay; the rest is going to be told again.
        """
        self.codes: dict[int, Code] = {}
        self._row = row
        self._disk = disk
        self._components_of = components_of
        self._untold: list[int] = []
        self._lock = asyncio.Lock()
        row.update(failed_files=kept, problems=row.now.problems[:kept])

    def add(self, entry: int, code: Code) -> bool:
        """Note why a file is given up, CANCELLED if nobody wants it; say whether that is news."""
        if entry in self.codes:
            return False
        self.codes[entry] = code
        self._untold.append(entry)
        return True

    async def tell(self) -> None:
        """Have everything that was noted in the row."""
        async with self._lock:
            entries, self._untold = self._untold, []
            failed = [entry for entry in entries if self.codes[entry] is not Code.CANCELLED]
            shown = failed[: max(0, SHOWN_PROBLEMS - len(self._row.now.problems))]
            problems = await self._disk.run(self._named, shown) if shown else []
            self._row.add_problems(problems, len(failed) - len(problems))

    def _named(self, entries: Iterable[int]) -> list[FileProblem]:
        try:
            return [
                FileProblem("/".join(self._components_of(entry)), self.codes[entry])
                for entry in entries
            ]
        except StorageError as exc:
            logger.warning("files that failed are not named: %s", exc.reason)
            return []
