"""Everybody is told what happens; what came of an order, only whoever gave it."""

import asyncio
import typing
from contextvars import copy_context
from pathlib import Path

import pytest

from byhand.domain.events import (
    AddingFriend,
    AddingStage,
    BackupFailed,
    BackupRead,
    BackupWritten,
    Event,
    FilesPage,
    FriendRemoved,
    InviteMade,
    OrderFailed,
    RoomTold,
    TextShown,
)
from byhand.domain.history import EVERYTHING, HistoryPage
from byhand.domain.history_events import (
    CheckedAgain,
    CheckingAgain,
    FilesLocated,
    HistoryOutlined,
    HistoryTold,
)
from byhand.domain.identity import FriendId
from byhand.domain.transfer import TransferId
from byhand.errors import StorageError
from byhand.service.observers import ANSWERS, Observers, orderer

ID = TransferId(bytes(16))
ERROR = StorageError(Path("/p"), "why")
TOLD: list[Event] = [
    AddingFriend(AddingStage.CONNECTING),
    BackupFailed("/f", ERROR),
    BackupRead("/f", "Mira", "desk", 1),
    BackupWritten("/f"),
    InviteMade("byhand://x", 0.0),
    OrderFailed(ERROR),
    FilesPage(ID, 0, 0, ()),
    RoomTold("/f", 1),
    TextShown(ID, "hello"),
    HistoryTold(HistoryPage((), 0, 0)),
    HistoryOutlined(EVERYTHING, ()),
    FilesLocated(()),
    CheckingAgain(ID, 1, 2),
    CheckedAgain(ID, 1),
]


def joined(observers: Observers, number: int) -> list[Event]:
    """Return what somebody of a number is told from now on."""
    told: list[Event] = []

    def join() -> None:
        orderer.set(number)
        observers.add(told.append)

    copy_context().run(join)
    return told


def test_the_answers_are_these() -> None:
    assert {type(event) for event in TOLD} == set(ANSWERS)
    assert set(ANSWERS) < set(typing.get_args(Event))


async def test_everybody_is_told_what_happens() -> None:
    observers = Observers()
    everybody = [joined(observers, number) for number in range(3)]
    event = FriendRemoved(FriendId(b"a"))
    observers.tell(event)
    assert everybody == [[event]] * 3


@pytest.mark.parametrize("event", TOLD, ids=lambda event: type(event).__name__)
@pytest.mark.parametrize("number", [0, 2])
async def test_an_answer_finds_back_through_the_tasks_that_an_order_began(
    event: Event, number: int
) -> None:
    observers = Observers()
    everybody = [joined(observers, each) for each in range(3)]

    async def later() -> None:
        await asyncio.sleep(0)
        observers.tell(event)

    def order() -> asyncio.Task[asyncio.Task[None]]:
        orderer.set(number)

        async def begin() -> asyncio.Task[None]:
            return asyncio.create_task(later())

        return asyncio.create_task(begin())

    await (await copy_context().run(order))
    assert everybody == [[event] if each == number else [] for each in range(3)]


async def test_who_fails_to_listen_takes_nothing_from_others(
    caplog: pytest.LogCaptureFixture,
) -> None:
    observers = Observers()

    def fail(event: Event) -> None:
        raise ZeroDivisionError

    end = observers.add(fail)
    told = joined(observers, 0)
    observers.tell(TOLD[0])
    assert told == TOLD[:1]
    assert "a bug in an observer" in caplog.text
    caplog.clear()
    end()
    observers.tell(TOLD[0])
    assert caplog.text == ""
