"""The commands `history …`: what has ended, and what is still done about it."""

import math

from msgspec import Struct

from byhand.cli.happenings import Happening, Inbox, Tick
from byhand.cli.names import heading, person_name
from byhand.cli.orders import ExitCode
from byhand.cli.output import Output
from byhand.cli.present import Present
from byhand.cli.rows import row_of
from byhand.cli.transfer_orders import (
    CheckAgain,
    ClearHistory,
    ForgetTransfer,
    HistoryOrder,
    ListHistory,
)
from byhand.cli.waiting import ANSWER_SECONDS, done, not_done, subscribed, until
from byhand.cli.which_transfer import transfer_meant
from byhand.domain.history import HistoryItem, HistoryPage, HistoryQuery
from byhand.domain.history_events import CheckedAgain, HistoryTold
from byhand.domain.transfer import Direction, Transfer, TransferId
from byhand.errors import UsageError
from byhand.service.orders import Service
from byhand.wording import plain

PAGE_ITEMS = 200
LOOKS = 5
"""How often to look whether something is gone from the history, a tick after the other."""
EVERYTHING = 2**62


async def carry_out(
    service: Service, inbox: Inbox, output: Output, order: HistoryOrder
) -> ExitCode:
    """Do what is ordered of the history and tell what came of it; UsageError."""
    with subscribed(service, inbox):
        history = _History(service, inbox)
        match order:
            case ListHistory():
                return await list_history(history, output, order)
            case CheckAgain():
                return await check_again(history, output, order)
            case ForgetTransfer():
                return await forget(history, output, order)
            case ClearHistory():
                return await clear(history, output)


class _History(Struct, frozen=True):
    """A service's history and where it tells it."""

    service: Service
    inbox: Inbox

    async def read(self, text: str = "", count: int = EVERYTHING) -> HistoryPage | None:
        """Return what is found, the newest first, `count` at most; None if it is not told."""
        items: list[HistoryItem] = []
        first, total = 0, 1
        while first < min(count, total):
            page = await self._page(first, min(PAGE_ITEMS, count - first), text)
            if page is None:
                return None
            items += page.items
            first, total = first + PAGE_ITEMS, page.total
        return HistoryPage(tuple(items), 0, total)

    async def meant(self, text: str) -> HistoryItem | None:
        """Return the item that is meant; None if the history is not told. UsageError."""
        page = await self.read()
        if page is None:
            return None
        items = {item.transfer.id: item for item in page.items}
        meant = transfer_meant(text, [item.transfer for item in items.values()])
        return items[meant.id]

    async def _page(self, first: int, count: int, text: str) -> HistoryPage | None:
        def told(happening: Happening) -> HistoryPage | None:
            match happening:
                case HistoryTold(page) if page.first == first:
                    return page
                case _:
                    return None

        self.service.history.request(first, count, HistoryQuery(text))
        return await until(self.inbox, ANSWER_SECONDS, told)


async def list_history(history: _History, output: Output, order: ListHistory) -> ExitCode:
    """Tell what ended last, or of it what holds a text."""
    page = await history.read(order.text, order.count)
    if page is None:
        return _not_told(output)
    output.history(page.items)
    if not page.total:
        output.note("Nothing is found." if order.text else "Nothing has ended yet.")
    elif page.total > order.count:
        more = plain("", "%n more", "", page.total - order.count)
        output.note(f"… and {more}: --count says how many are shown.")
    return ExitCode.DONE


async def check_again(history: _History, output: Output, order: CheckAgain) -> ExitCode:
    """Compare a transfer's files with its receipt; fetch what is missing if that is wanted."""
    item = await history.meant(order.transfer)
    if item is None:
        return _not_told(output)
    if not (item.has_receipt and item.has_roots):
        raise UsageError(f"No receipt was kept of {_called(item)}: it can't be checked.")
    if order.fetches and item.transfer.direction is Direction.OUTGOING:
        raise UsageError(f"{_called(item)} came from here: nobody can send it back.")
    transfer_id = item.transfer.id
    history.service.history.check_again(transfer_id)
    output.note("Reading the files… (Ctrl+C leaves)")

    def told(happening: Happening) -> CheckedAgain | None:
        match happening:
            case CheckedAgain(about) if about == transfer_id:
                return happening
            case _:
                return None

    checked = await until(history.inbox, math.inf, told)
    if checked is None:
        return ExitCode.FAILED
    output.checked(checked)
    if not checked.missing and not checked.changed:
        return ExitCode.FAILED if checked.is_signed_right is False else ExitCode.DONE
    if order.fetches:
        return await _fetch(history, output, item, checked)
    if checked.could_be_fetched:
        output.note("They may still be had: byhand history check ID --fetch asks for them.")
    return ExitCode.FAILED


async def forget(history: _History, output: Output, order: ForgetTransfer) -> ExitCode:
    """Take one out of the history."""
    item = await history.meant(order.transfer)
    if item is None:
        return _not_told(output)
    history.service.history.forget(item.transfer.id)
    for _ in range(LOOKS):
        page = await history.read()
        if page is not None and all(each.transfer.id != item.transfer.id for each in page.items):
            output.note(f"{_called(item)} is forgotten; files stay where they are.")
            return ExitCode.DONE
        await _tick(history)
    return not_done(output)


async def clear(history: _History, output: Output) -> ExitCode:
    """Empty the history."""
    history.service.history.clear()
    for _ in range(LOOKS):
        page = await history.read(count=1)
        if page is not None and not page.total:
            output.note("The history is empty; files stay where they are.")
            return ExitCode.DONE
        await _tick(history)
    return not_done(output)


async def _fetch(
    history: _History, output: Output, item: HistoryItem, checked: CheckedAgain
) -> ExitCode:
    if not checked.could_be_fetched:
        sentence = f"{person_name(item.friend_name)} can't send them again."
        output.error("not_found", sentence, item.transfer.id)
        return ExitCode.FAILED
    transfer, fetch_again = item.transfer, history.service.history.fetch_again
    now = await done(
        history.service,
        history.inbox,
        lambda: fetch_again(transfer.id),
        lambda now: bool(_coming(now, transfer.id)),
    )
    if now is None:
        name = person_name(item.friend_name)
        sentence = f"{name} has not answered: try again when they are there."
        output.error("not_there", sentence, transfer.id)
        return ExitCode.FAILED
    row = row_of(now, _coming(now, transfer.id)[0])
    output.ordered([row], f"What is missing of {_called(item)} is fetched again.")
    return ExitCode.DONE


def _coming(now: Present, transfer_id: TransferId) -> list[Transfer]:
    """Return the transfers, not over yet, that bring what is missing of another."""
    coming = now.transfers.values()
    return [each for each in coming if each.again_of == transfer_id and not each.is_final]


async def _tick(history: _History) -> None:
    await until(
        history.inbox, ANSWER_SECONDS, lambda each: each if isinstance(each, Tick) else None
    )


def _called(item: HistoryItem) -> str:
    return heading(item.transfer, item.friend_name)


def _not_told(output: Output) -> ExitCode:
    output.error("not_told", "The history was not read to the end: try again.")
    return ExitCode.FAILED
