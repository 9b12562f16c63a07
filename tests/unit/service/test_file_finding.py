from collections.abc import Iterator

from msgspec.structs import replace

from byhand.domain.file_query import TEXT_LIMIT, FileQuery
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.plan import IncomingPlan, StoredTransfer
from byhand.domain.transfer import (
    Direction,
    EntryState,
    Standing,
    Transfer,
    TransferId,
    TransferState,
)
from byhand.service.file_finding import LOOKED_AT_ONCE, FileFinding
from tests.helpers.connection_pair import ALICE

MANY = 100_000
COMING = Transfer(
    TransferId(bytes(16)), Direction.INCOMING, ALICE.friend_id, "x", TransferState.ACTIVE, 0.0
)
STORED = StoredTransfer(COMING, IncomingPlan())
FAILED, DONE = Standing(EntryState.FAILED), Standing(EntryState.DONE)


class Entries:
    """Many files; counts how often somebody goes through them."""

    def __init__(self, count: int = MANY) -> None:
        self.walks = 0
        self._count = count

    def __iter__(self) -> Iterator[Entry]:
        self.walks += 1
        for number in range(self._count):
            yield Entry(("box", f"{number:06}.jpg"), EntryKind.FILE, 1, 1)


def find(finding: FileFinding, query: FileQuery, entries: Entries, **changes: object) -> list[int]:
    stored = replace(STORED, transfer=replace(COMING, **changes))
    standing = lambda index: FAILED if index % 1000 == 0 else DONE  # noqa: E731
    return list(finding.find(stored, query, entries, standing))


def test_pages_of_one_query_cost_one_walk() -> None:
    entries, finding = Entries(), FileFinding(lambda: False)
    expected = [number for number in range(MANY) if "99" in f"{number:06}"]
    for _ in range(5):
        assert find(finding, FileQuery("99"), entries) == expected
    assert entries.walks == 1
    assert find(finding, FileQuery("099999"), entries) == [99_999]
    assert entries.walks == 2


def test_when_another_file_fails_problems_are_looked_for_again() -> None:
    entries, finding = Entries(3_000), FileFinding(lambda: False)
    problems = FileQuery(only_problems=True)
    assert find(finding, problems, entries, failed_files=3) == [0, 1000, 2000]
    find(finding, problems, entries, failed_files=3)
    assert entries.walks == 1
    find(finding, problems, entries, failed_files=4)
    assert entries.walks == 2


def test_folders_are_no_problems() -> None:
    finding, folder = FileFinding(lambda: False), Entry(("box",), EntryKind.FOLDER)
    found = finding.find(STORED, FileQuery(only_problems=True), [folder], lambda _: FAILED)
    assert list(found) == []


def test_at_the_end_of_the_program_nobody_waits_for_a_search() -> None:
    looked = iter([False, True])
    finding = FileFinding(lambda: next(looked))
    assert len(find(finding, FileQuery("box"), Entries())) == LOOKED_AT_ONCE


def test_of_a_text_that_is_too_long_only_the_start_counts() -> None:
    assert FileQuery("A" * 10 * TEXT_LIMIT).wanted == "a" * TEXT_LIMIT


def test_the_largest_come_first_and_folders_not_at_all() -> None:
    entries = [
        Entry(("box",), EntryKind.FOLDER, 0, 1),
        Entry(("box", "small"), EntryKind.FILE, 1, 1),
        Entry(("box", "large"), EntryKind.FILE, 900, 1),
        Entry(("box", "also small"), EntryKind.FILE, 1, 1),
    ]
    finding = FileFinding(lambda: False)
    largest = FileQuery(largest_first=True)
    assert list(finding.find(STORED, largest, entries, lambda _: DONE)) == [2, 1, 3]
    some = FileQuery("small", largest_first=True)
    assert list(finding.find(STORED, some, entries, lambda _: DONE)) == [1, 3]
    assert list(finding.find(STORED, FileQuery("small"), entries, lambda _: DONE)) == [1, 3]
    assert list(finding.find(STORED, FileQuery("box"), entries, lambda _: DONE)) == [0, 1, 2, 3]
