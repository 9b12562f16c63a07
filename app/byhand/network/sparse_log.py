"""A log that strangers cannot fill: one line a source and minute, of so many sources."""

import logging
from collections import OrderedDict

APART_SECONDS = 60.0
SOURCES_LIMIT = 1024


class SparseLog:
    """Writes why connections were refused; the text is ours, never what somebody sent."""

    def __init__(self, logger: logging.Logger) -> None:
        self._logger = logger
        self._written_at: OrderedDict[str, float] = OrderedDict()

    def refused(self, source: str, reason: str, now: float) -> None:
        """Write a line, unless one about this source was written lately."""
        if self._is_due(source, now):
            self._logger.info("refused a connection from %s: %s", source, reason)

    def bug(self, error: Exception, now: float) -> None:
        """Write the traceback of a bug that a stranger can call up again and again."""
        if self._is_due("", now):
            self._logger.error("a bug", exc_info=error)

    def _is_due(self, source: str, now: float) -> bool:
        while self._written_at:
            oldest = next(iter(self._written_at))
            if now - self._written_at[oldest] < APART_SECONDS:
                break
            del self._written_at[oldest]
        if source in self._written_at or len(self._written_at) >= SOURCES_LIMIT:
            return False
        self._written_at[source] = now
        return True
