"""What becomes of files is told to the sender, never of too many at once."""

import asyncio
from typing import Any, cast

from byhand.domain.columns import columns_of
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.pieces import Packs
from byhand.domain.transfer import EntryState, TransferId
from byhand.engine.acceptance import Acceptance
from byhand.engine.arriving_content import ArrivingContent
from byhand.engine.entry_states import EntryStates
from byhand.protocol.messages import Files, FileState
from byhand.service.file_news import DONE_AT_ONCE, FileNews
from byhand.service.friend_session import FriendSession

ID = TransferId(bytes(16))
COUNT = 2 * DONE_AT_ONCE + 3


class Session:
    """Keeps what is posted."""

    def __init__(self) -> None:
        self.posted: list[Any] = []

    def post(self, message: object) -> None:
        self.posted.append(message)

    def told(self) -> list[int]:
        return [row.entry for each in self.posted if isinstance(each, Files) for row in each.rows]


class Content:
    """The book of many files, of which nothing has come yet."""

    def __init__(self) -> None:
        entries = [Entry((f"{number}",), EntryKind.FILE) for number in range(COUNT)]
        columns = columns_of(entries)
        self.states = EntryStates(Acceptance(ID, entries, columns, Packs(columns), None))
        self.present_bytes = 0

    def finish(self, *entries: int) -> None:
        for entry in entries:
            self.states.keep(entry, EntryState.DONE, bytes(32))


def news(content: Content, session: Session | None) -> FileNews:
    files = FileNews(ID, cast(ArrivingContent, content))
    files.session = cast(FriendSession, session)
    return files


def test_files_that_are_done_are_told_once_each_and_not_too_many_at_a_time() -> None:
    content, session = Content(), Session()
    files = news(content, session)
    content.finish(*range(COUNT))
    assert not files.say_done()
    assert session.told() == list(range(DONE_AT_ONCE))
    assert not files.say_done()
    assert files.say_done()
    assert session.told() == list(range(COUNT))
    assert files.say_done()
    assert len(session.told()) == COUNT


def test_what_was_here_already_is_told_as_such() -> None:
    content, session = Content(), Session()
    content.states.keep(1, EntryState.SKIPPED, bytes(32))
    content.finish(0)
    news(content, session).say_done()
    rows = [(row.entry, row.state) for row in session.posted[0].rows]
    assert rows == [(1, FileState.SKIPPED), (0, FileState.FINISHED)]


def test_what_has_to_come_after_all_is_not_told_as_done() -> None:
    content, session = Content(), Session()
    content.finish(0, 1)
    content.states.want_back(0)
    assert news(content, session).say_done()
    assert session.told() == [1]


async def test_at_the_end_others_have_their_turns_while_all_that_is_done_is_told() -> None:
    content, session = Content(), Session()
    files = news(content, session)
    content.finish(*range(COUNT))
    telling = asyncio.create_task(files.say_all_done())
    told_by_turn = []
    while not telling.done():
        await asyncio.sleep(0)
        told_by_turn.append(len(session.told()))
    assert told_by_turn[:2] == [DONE_AT_ONCE, 2 * DONE_AT_ONCE]
    assert session.told() == list(range(COUNT))


async def test_without_a_session_nothing_is_told_and_nothing_is_forgotten() -> None:
    content, session = Content(), Session()
    content.finish(0)
    files = news(content, None)
    await files.say_all_done()
    files.session = cast(FriendSession, session)
    files.say_done()
    assert session.told() == [0]
