from collections.abc import Container, Sequence
from pathlib import Path

import pytest

from byhand.domain.codes import Code
from byhand.domain.manifest import EntryKind
from byhand.domain.names import check_manifest_names
from byhand.errors import SourceMissingError
from byhand.storage.scan import SourceProblem, scan
from byhand.storage.scan_again import IsAsBefore, Repeated, scan_again
from byhand.storage.source import FileStamp, SourceEntry

FILES = ("a/1", "a/2", "b/deep/er/f", "b/z", "c/x", "last")


class Offer:
    """A folder that was offered, and what of it is offered once more."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self.sources = [each for each in scan([str(top)], bool) if isinstance(each, SourceEntry)]
        self.paths = ["/".join(source.entry.components) for source in self.sources]

    def number(self, path: str) -> int:
        return self.paths.index(f"top/{path}")

    def again(
        self,
        wanted: Container[int],
        unread: Sequence[str] = (),
        *,
        as_before: IsAsBefore | None = None,
        follows_links: bool = False,
    ) -> list[SourceEntry | SourceProblem]:
        repeated = Repeated([str(self.top)], self.sources, wanted, unread, as_before=as_before)
        return list(scan_again(repeated, bool, follows_links=follows_links))


@pytest.fixture
def offer(tmp_path: Path) -> Offer:
    for path in FILES:
        (tmp_path / "top" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "top" / path).write_bytes(path.encode())
    return Offer(tmp_path / "top")


def told(found: Sequence[SourceEntry | SourceProblem]) -> list[str]:
    """Return the paths in order; what is found can be offered."""
    entries = [each.entry for each in found if isinstance(each, SourceEntry)]
    check_manifest_names(entries)
    return ["/".join(entry.components) for entry in entries]


def problems(found: Sequence[SourceEntry | SourceProblem]) -> list[tuple[str, Code]]:
    return [(each.path, each.code) for each in found if isinstance(each, SourceProblem)]


def test_what_is_wanted_comes_after_the_folders_that_it_lies_in(offer: Offer) -> None:
    wanted = {offer.number("a/2"), offer.number("b/deep/er/f"), offer.number("b/z")}
    found = offer.again(wanted)
    assert told(found) == [
        *("top", "top/a", "top/a/2", "top/b", "top/b/deep", "top/b/deep/er"),
        *("top/b/deep/er/f", "top/b/z"),
    ]
    assert problems(found) == []
    assert found[2] == offer.sources[offer.number("a/2")]


def test_nothing_is_wanted_of_folders_alone(offer: Offer) -> None:
    folders = {
        index for index, source in enumerate(offer.sources) if source.entry.kind is EntryKind.FOLDER
    }
    assert offer.again(folders) == []


def test_a_file_is_offered_as_it_is_now(offer: Offer) -> None:
    (offer.top / "last").write_bytes(b"another, and longer")
    found = offer.again({offer.number("last")})[-1]
    assert isinstance(found, SourceEntry)
    assert found.entry.size == 19


def test_what_is_not_there_is_a_problem_and_brings_no_folder_along(offer: Offer) -> None:
    wanted = {offer.number(path) for path in ("a/1", "b/z", "c/x", "last")}
    (offer.top / "a/1").unlink()
    (offer.top / "b/z").unlink()
    (offer.top / "b/z").mkdir()
    (offer.top / "c/x").unlink()
    (offer.top / "c/x").symlink_to(offer.top / "last")
    found = offer.again(wanted)
    assert told(found) == ["top", "top/last"]
    assert problems(found) == [
        ("top/a/1", Code.SOURCE_GONE),
        ("top/b/z", Code.SOURCE_CHANGED),
        ("top/c/x", Code.UNSUPPORTED),
    ]


def test_where_only_the_same_will_do_what_is_not_is_a_problem(offer: Offer) -> None:
    wanted = {offer.number("a/1"), offer.number("a/2"), offer.number("last")}
    (offer.top / "last").write_bytes(b"another")
    asked: list[int] = []

    def as_before(index: int, source: SourceEntry, now: FileStamp) -> bool:
        asked.append(index)
        assert source == offer.sources[index]
        return now == source.stamp and index != offer.number("a/2")

    found = offer.again(wanted, as_before=as_before)
    assert told(found) == ["top", "top/a", "top/a/1"]
    assert problems(found) == [
        ("top/a/2", Code.SOURCE_CHANGED),
        ("top/last", Code.SOURCE_CHANGED),
    ]
    assert asked == sorted(wanted)


def test_what_could_not_be_read_then_is_looked_for_once_more(offer: Offer) -> None:
    for path in ("a/new", "b/deep/new"):
        (offer.top / path).write_bytes(b"new")
    found = offer.again({offer.number("b/z")}, ["top/a/new", "top/b/deep/new", "top/gone"])
    assert told(found) == [
        *("top", "top/a", "top/a/new", "top/b", "top/b/deep", "top/b/deep/new", "top/b/z"),
    ]
    assert problems(found) == [("top/gone", Code.SOURCE_GONE)]


def test_of_a_folder_that_could_not_be_listed_everything_is_looked_for(offer: Offer) -> None:
    (offer.top / "empty/inner").mkdir(parents=True)
    listed = Offer(offer.top)
    (offer.top / "empty/inner/x").write_bytes(b"x")
    (offer.top / "empty/y").write_bytes(b"y")
    listed.sources = [source for source in listed.sources if "inner" not in source.path]
    assert told(listed.again((), ["top/empty"])) == [
        *("top", "top/empty", "top/empty/inner", "top/empty/inner/x", "top/empty/y"),
    ]


def test_a_file_that_was_offered_is_wanted_or_not_whatever_was_said_of_it(offer: Offer) -> None:
    assert offer.again((), ["top/a/1"]) == []
    assert told(offer.again({offer.number("a/1")}, ["top/a/1"])) == ["top", "top/a", "top/a/1"]


def test_something_given_that_was_not_there_at_all_is_looked_for_by_its_name(
    tmp_path: Path,
) -> None:
    (tmp_path / "one").write_bytes(b"1")
    (tmp_path / "two").write_bytes(b"2")
    paths = [str(tmp_path / "one"), str(tmp_path / "two")]
    sources = [each for each in scan(paths[:1], bool) if isinstance(each, SourceEntry)]
    repeated = Repeated(paths, sources, (), ["two"])
    assert told(list(scan_again(repeated, bool))) == ["two"]
    (tmp_path / "two").unlink()
    with pytest.raises(SourceMissingError):
        list(scan_again(repeated, bool))


def test_a_link_to_a_folder_above_is_no_way_back_to_it(offer: Offer) -> None:
    (offer.top / "b/deep/up").symlink_to(offer.top / "b")
    found = offer.again((), ["top/b/deep/up"], follows_links=True)
    assert (told(found), problems(found)) == ([], [("top/b/deep/up", Code.UNSUPPORTED)])


def test_it_ends_when_it_is_cancelled(offer: Offer) -> None:
    looks = iter([False] * 3)
    repeated = Repeated([str(offer.top)], offer.sources, range(100))
    found = list(scan_again(repeated, lambda: next(looks, True)))
    assert told(found) == ["top", "top/a", "top/a/1"]
