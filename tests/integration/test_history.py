"""Two whole services: what has ended is listed, found, and kept as long as the user wants."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest

from byhand.domain.events import OrderFailed, ProfileChanged, TextShown
from byhand.domain.history import EVERYTHING, HistoryPage, HistoryQuery, Located
from byhand.domain.history_events import (
    CheckedAgain,
    CheckingAgain,
    FilesLocated,
    HistoryChanged,
    HistoryOutlined,
    HistoryTold,
)
from byhand.domain.retention import Retention
from byhand.domain.transfer import Direction, TransferId
from byhand.errors import UsageError
from byhand.service.history import BYTES_BETWEEN_WORDS
from tests.helpers.exchanging import handed_over
from tests.helpers.lanes import write_tree
from tests.helpers.two_services import Party

Told = TypeVar("Told")


async def answer(side: Party, kind: type[Told], order: Callable[[], None]) -> Told:
    """Give an order and return what is told of it."""
    before = len(side.events)
    order()

    def told() -> list[Told]:
        return [each for each in side.events[before:] if isinstance(each, kind)]

    await side.until(lambda: bool(told()))
    return told()[0]


async def listed(side: Party, query: HistoryQuery = EVERYTHING) -> HistoryPage:
    ask = side.service.history.request
    told = await answer(side, HistoryTold, lambda: ask(0, 100, query))
    assert told.query == query
    return told.page


async def there(side: Party, *ids: TransferId) -> tuple[Located, ...]:
    locate = side.service.history.locate
    return (await answer(side, FilesLocated, lambda: locate(ids))).located


async def until_changed(side: Party, seen: int = 0) -> None:
    """Wait until more changes have been told than were seen."""
    await side.until(lambda: side.events.count(HistoryChanged()) > seen)


async def until_listed(side: Party, titles: list[str]) -> None:
    """Look again after each change that is told, as the window does."""
    seen = -1
    while True:
        await until_changed(side, seen)
        seen = side.events.count(HistoryChanged())
        if [item.transfer.title for item in (await listed(side)).items] == titles:
            return


async def text_of(side: Party, transfer_id: TransferId) -> str:
    return (await answer(side, TextShown, lambda: side.service.queue.show_text(transfer_id))).text


async def keep_for(side: Party, retention: Retention) -> None:
    """Keep the history that long, and wait until that is saved."""
    side.service.profile.set_retention(retention)
    told = side.events
    await side.until(
        lambda: any(
            isinstance(each, ProfileChanged) and each.profile.retention is retention
            for each in told
        )
    )


async def test_what_is_kept_never_goes_once_it_is_off_the_list(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    transfer_id = await handed_over(alice, bob, write_tree(tmp_path / "photos", [10]))
    assert [item.transfer.id for item in (await listed(bob)).items] == [transfer_id]
    bob.service.remove(transfer_id)
    await keep_for(bob, Retention.THIRTY_DAYS)
    assert (await listed(bob)).total == 1
    await keep_for(bob, Retention.NEVER)
    while (await listed(bob)).total:
        pass
    assert (await listed(alice)).total == 1
    assert (bob.folder / "photos").is_dir()


async def test_what_has_ended_is_told_and_then_it_is_listed(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    transfer_id = await handed_over(alice, bob, write_tree(tmp_path / "photos", [10]))
    for side, direction in ((alice, Direction.OUTGOING), (bob, Direction.INCOMING)):
        await until_changed(side)
        other = next(each for each in Direction if each is not direction)
        page = await listed(side, HistoryQuery("PHOTO", direction, (side.friend.id,)))
        assert [item.transfer.id for item in page.items] == [transfer_id]
        assert (await listed(side, HistoryQuery(direction=other))).total == 0
        outline = side.service.history.outline
        (day,) = (await answer(side, HistoryOutlined, outline)).days
        assert (day.day, day.count) == (date.fromtimestamp(page.items[0].transfer.ended_at), 1)  # noqa: DTZ012


async def test_no_count_brings_more_than_a_page(pair: tuple[Party, Party], tmp_path: Path) -> None:
    alice, bob = pair
    await handed_over(alice, bob, write_tree(tmp_path / "photos", [10]))
    await until_changed(bob)
    request = bob.service.history.request
    page = (await answer(bob, HistoryTold, lambda: request(0, -1))).page
    assert (page.items, page.total) == ((), 1)


async def test_what_was_moved_away_is_told(pair: tuple[Party, Party], tmp_path: Path) -> None:
    alice, bob = pair
    first = await handed_over(alice, bob, write_tree(tmp_path / "photos", [10]))
    second = await handed_over(alice, bob, write_tree(tmp_path / "films", [10]))
    (bob.folder / "photos").rename(bob.folder / "elsewhere")
    films = Located(second, (str(bob.folder / "films"),))
    assert await there(bob, first, second, TransferId(bytes(16))) == (Located(first, ()), films)
    assert await there(alice, second) == (Located(second, ()),), "it was sent, and saved nowhere"


async def test_it_is_told_when_something_is_forgotten_or_everything(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    first = await handed_over(alice, bob, write_tree(tmp_path / "photos", [10]))
    await handed_over(alice, bob, write_tree(tmp_path / "films", [10]))
    bob.service.history.forget(first)
    await until_listed(bob, ["films"])
    bob.service.history.clear()
    await until_listed(bob, [])


async def test_what_is_only_in_the_history_can_be_sent_again_and_its_text_be_read(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    transfer_id = await handed_over(alice, bob, write_tree(tmp_path / "photos", [10]))
    alice.service.remove(transfer_id)
    alice.service.history.send_again(transfer_id)
    await bob.until(lambda: len(bob.transfers()) == 2)
    text_id = alice.service.send_text("See you at eight", alice.friend.id)
    await bob.until_offered(text_id)
    bob.service.accept(text_id)
    for side in pair:
        await side.until_final(text_id)
        side.service.remove(text_id)
        assert await text_of(side, text_id) == "See you at eight"
    failed = await answer(bob, OrderFailed, lambda: bob.service.history.send_again(text_id))
    assert isinstance(failed.error, UsageError)


async def test_a_long_check_tells_how_far_it_is(
    pair: tuple[Party, Party], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice, bob = pair
    monkeypatch.setattr("byhand.service.history.BYTES_BETWEEN_WORDS", 1_000_000)
    assert BYTES_BETWEEN_WORDS > 1_000_000
    transfer_id = await handed_over(alice, bob, write_tree(tmp_path / "photos", [1_500_000] * 2))
    check = bob.service.history.check_again
    checked = await answer(bob, CheckedAgain, lambda: check(transfer_id))
    assert checked.right == 2
    words = [each for each in bob.events if isinstance(each, CheckingAgain)]
    assert [each.bytes > 1_000_000 * n for n, each in enumerate(words, 1)] == [True] * len(words)
    assert len(words) >= 2
    assert {each.total_bytes for each in words} == {3_000_000}
