"""Hashes are told soon, many at once, in as few messages as may be, and never twice."""

import asyncio
from collections.abc import Sequence

import pytest

from byhand.domain.pieces import PACK_INDEX
from byhand.protocol.fields import PIECES_HASHES
from byhand.protocol.message import Message
from byhand.protocol.resume_messages import Pieces
from byhand.service.hash_telling import HashTelling
from tests.helpers.group_parts import member_of, source_of, transfer_of
from tests.helpers.transfer_parts import FakeSession

SECONDS = 20.0


def hashes(first: int, count: int) -> bytes:
    """Return the hashes of pieces, which tell their numbers."""
    return b"".join(number.to_bytes(32) for number in range(first, first + count))


class ListenedTo(FakeSession):
    """A session in which something is waited for."""

    def __init__(self) -> None:
        super().__init__()
        self.is_told = asyncio.Event()

    def post(self, message: Message) -> None:
        super().post(message)
        self.is_told.set()


class World:
    def __init__(self) -> None:
        self.member = member_of(source_of(), 1)
        self.telling = HashTelling(transfer_of(1), self.member)
        self.session = FakeSession()
        self.telling.attach(self.session.real)

    def learn(self, *runs: tuple[int, int, int]) -> None:
        """Let (entry, first piece, count) be known."""
        for entry, first, count in runs:
            self.member.learn((entry, first, hashes(first, count)))

    def told(self) -> list[tuple[int, int, int]]:
        """Return the same of what was told since the last question, in order."""
        messages = self.session.posted_of(Pieces)
        self.session.posted.clear()
        for each in messages:
            assert each.hashes == hashes(each.first, len(each.hashes) // 32)
            assert (each.transfer_id, each.generation) == (transfer_of(1), 0)
        return [(each.entry, each.first, len(each.hashes) // 32) for each in messages]


async def test_runs_that_follow_each_other_are_told_as_one() -> None:
    world = World()
    world.learn((1, 4, 4), (2, 0, 1), (1, 0, 4), (1, 9, 1), (PACK_INDEX, 0, 1), (1, 8, 1))
    world.telling.say()
    assert world.told() == [(1, 0, 10), (2, 0, 1), (PACK_INDEX, 0, 1)]


async def test_runs_with_something_between_them_are_told_apart() -> None:
    world = World()
    world.learn((1, 0, 2), (1, 3, 2), (2, 5, 1))
    world.telling.say()
    assert world.told() == [(1, 0, 2), (1, 3, 2), (2, 5, 1)]


@pytest.mark.parametrize(
    ("count", "parts"),
    [
        (PIECES_HASHES, [PIECES_HASHES]),
        (PIECES_HASHES + 1, [PIECES_HASHES, 1]),
        (2 * PIECES_HASHES + 7, [PIECES_HASHES, PIECES_HASHES, 7]),
    ],
)
async def test_no_message_holds_more_hashes_than_it_may(count: int, parts: Sequence[int]) -> None:
    assert PIECES_HASHES == 1900
    world = World()
    world.learn((3, 10, count - 5), (3, 10 + count - 5, 5))
    world.telling.say()
    told = world.told()
    assert [each for _, _, each in told] == parts
    assert [first for _, first, _ in told] == [10 + at * PIECES_HASHES for at in range(len(parts))]


async def test_what_was_told_is_not_told_again() -> None:
    world = World()
    world.learn((1, 0, 2))
    world.telling.say()
    world.told()
    world.telling.say()
    assert world.told() == []
    assert not world.member.has_learnt


async def test_to_who_is_away_nothing_is_told_nor_kept() -> None:
    world = World()
    world.learn((1, 0, 2))
    world.telling.attach(None)
    world.learn((1, 2, 2))
    world.telling.say()
    assert not world.member.has_learnt
    world.telling.attach(FakeSession().real)
    world.telling.say()
    assert world.told() == []


async def test_what_becomes_known_is_told_by_itself_all_of_a_moment_at_once() -> None:
    world = World()
    session = ListenedTo()
    world.session = session
    world.telling.attach(session.real)
    world.learn((1, 0, 2), (1, 2, 2))
    async with asyncio.timeout(SECONDS):
        await session.is_told.wait()
    assert world.told() == [(1, 0, 4)]
