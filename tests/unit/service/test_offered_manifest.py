from pathlib import Path

import pytest

from byhand.domain.manifest import Entry, EntryKind, manifest_digest
from byhand.errors import RemoteProtocolError
from byhand.protocol.messages import EntriesEnd
from byhand.service.offered_manifest import OfferedManifest
from byhand.storage.manifest_block import ENTRIES
from byhand.storage.manifest_spool import Spool

FOLDER = Entry(("a",), EntryKind.FOLDER)
FILE = Entry(("a", "b"), EntryKind.FILE, 7, 7)
DIGEST = manifest_digest([FOLDER, FILE])
END = EntriesEnd(1, 7, 7, DIGEST)


def test_what_fits_its_end_is_on_the_disk_and_found_again(tmp_path: Path) -> None:
    manifest = OfferedManifest(tmp_path / "m.entries")
    manifest.write([FOLDER])
    manifest.write([FILE])
    facts = manifest.finish(END)
    facts.entries.close()
    assert (facts.digest, facts.is_folder, facts.is_text) == (DIGEST, True, False)
    again = Spool.open(tmp_path / "m.entries", ENTRIES, facts.manifest)
    assert list(again) == [FOLDER, FILE]
    again.close()


@pytest.mark.parametrize(
    "end",
    [
        EntriesEnd(2, 7, 7, DIGEST),
        EntriesEnd(1, 8, 7, DIGEST),
        EntriesEnd(1, 7, 6, DIGEST),
        EntriesEnd(1, 7, 7, bytes(32)),
    ],
)
def test_N19_an_end_that_does_not_fit_is_a_lie_and_leaves_nothing(
    tmp_path: Path, end: EntriesEnd
) -> None:
    manifest = OfferedManifest(tmp_path / "m.entries")
    manifest.write([FOLDER, FILE])
    with pytest.raises(RemoteProtocolError):
        manifest.finish(end)
    manifest.discard()
    assert list(tmp_path.iterdir()) == []


def test_an_offer_of_nothing_is_a_lie(tmp_path: Path) -> None:
    with pytest.raises(RemoteProtocolError):
        OfferedManifest(tmp_path / "m.entries").finish(EntriesEnd(0, 0, 0, manifest_digest([])))


@pytest.mark.parametrize(
    ("entries", "is_text"),
    [
        ([Entry(("t",), EntryKind.TEXT, 3, 3)], True),
        ([Entry(("t",), EntryKind.TEXT, 3, 3), Entry(("f",), EntryKind.FILE, 1, 1)], False),
    ],
)
def test_what_is_text_alone_is_text(tmp_path: Path, entries: list[Entry], is_text: bool) -> None:
    manifest = OfferedManifest(tmp_path / "m.entries")
    manifest.write(entries)
    byte_count = sum(entry.size for entry in entries)
    end = EntriesEnd(len(entries), byte_count, byte_count, manifest_digest(entries))
    facts = manifest.finish(end)
    facts.entries.close()
    assert (facts.is_text, facts.is_folder) == (is_text, False)
