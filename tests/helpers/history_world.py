"""A sample history, and the answers that a service gives when it is asked for it."""

import time
from collections import Counter
from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.history import HistoryDay, HistoryItem, HistoryPage, HistoryQuery, Located
from byhand.domain.history_events import FilesLocated, HistoryOutlined, HistoryTold
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from tests.helpers.fake_service import FakeService
from tests.helpers.sample_world import FINISHED, NOW, transfer

_IN, _OUT = Direction.INCOMING, Direction.OUTGOING
_S = TransferState
DAY = 86_400.0
MIDNIGHT = time.mktime((*time.localtime(NOW)[:3], 0, 0, 0, 0, 0, -1))
TEXT = transfer(
    30, _IN, "Sam Okafor", "See you at eight.txt", _S.DONE, is_text=True, total_files=1,
    total_bytes=16, saved_paths=("/home/mira/.local/texts/See you at eight.txt",),
    ended_at=MIDNIGHT - 3 * 3600,
)  # fmt: skip
OLD = transfer(
    31, _IN, "Jonas Weber", "rehearsal-take-03.wav", _S.DONE, total_files=1,
    total_bytes=1_100_000_000, folder="/home/mira/Music", ended_at=MIDNIGHT - 5 * 3600,
    saved_paths=("/home/mira/Music/rehearsal-take-03.wav",),
)  # fmt: skip
EXPIRED = transfer(
    32, _IN, "Dad", "Garden plans", _S.EXPIRED, total_files=12, total_bytes=48_000_000,
    is_folder=True, code=Code.EXPIRED, ended_at=MIDNIGHT - 9 * DAY,
)  # fmt: skip


def ended(sample: Transfer, **changes: object) -> HistoryItem:
    """Return a sample transfer as the history has it."""
    is_done = sample.state in (_S.DONE, _S.PARTLY_DONE)
    return HistoryItem(replace(sample, **changes), "", is_done, is_done)


def today(sample: Transfer) -> HistoryItem:
    """Return a transfer as one that ended today, at the hour at which the sample did."""
    return ended(sample, ended_at=sample.ended_at - NOW + MIDNIGHT)


ITEMS = (*(today(each) for each in FINISHED), ended(TEXT), ended(OLD), ended(EXPIRED))


def many(count: int) -> tuple[HistoryItem, ...]:
    """Return a long history, the newest first: ten transfers a day."""
    return tuple(
        ended(
            OLD,
            id=TransferId(number.to_bytes(16, "big")),
            title=f"take-{number}.wav",
            saved_paths=(f"/home/mira/Music/take-{number}.wav",),
            ended_at=MIDNIGHT + DAY - 60 - number * DAY / 10,
        )
        for number in range(count)
    )


class Past:
    """Answers a FakeService's orders about the history from a list of items."""

    def __init__(self, service: FakeService, items: Sequence[HistoryItem] = ITEMS) -> None:
        self.service = service
        self.items = list(items)
        self.gone: set[TransferId] = set()
        """Whose files are not there any more."""

    def answer(self) -> int:
        """Answer what has been asked since the last time; return how many orders that were."""
        orders = [each for each in self.service.orders if str(each[0]).startswith("history.")]
        self.service.orders[:] = [each for each in self.service.orders if each not in orders]
        for name, *arguments in orders:
            self._answer(str(name), arguments)
        return len(orders)

    def answer_all(self) -> None:
        """Answer until nothing more is asked at once."""
        while self.answer():
            pass

    def found(self, query: HistoryQuery) -> list[HistoryItem]:
        """Return what a query finds, as simply as can be."""
        return [
            item
            for item in self.items
            if query.text.casefold() in item.transfer.title.casefold()
            and query.direction in (None, item.transfer.direction)
            and (not query.friend_ids or item.transfer.friend_id in query.friend_ids)
            and item.transfer.ended_at >= query.since
        ]

    def _answer(self, name: str, arguments: Sequence[object]) -> None:
        match name, arguments:
            case "history.outline", [HistoryQuery() as query]:
                days = Counter(_day(item) for item in self.found(query))
                told = tuple(HistoryDay(day, days[day]) for day in sorted(days, reverse=True))
                self.service.emit(HistoryOutlined(query, told))
            case "history.request", [int(first), int(count), HistoryQuery() as query]:
                items = self.found(query)
                page = HistoryPage(tuple(items[first : first + count]), first, len(items))
                self.service.emit(HistoryTold(page, query))
            case "history.locate", [list(ids)]:
                saved = {item.transfer.id: item.transfer.saved_paths for item in self.items}
                there = (() if id_ in self.gone else saved[id_] for id_ in ids)
                located = tuple(Located(*each) for each in zip(ids, there, strict=True))
                self.service.emit(FilesLocated(located))


def _day(item: HistoryItem) -> date:
    return date(*time.localtime(item.transfer.ended_at)[:3])
