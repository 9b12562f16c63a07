"""Which roots are told: each once, and again where there is another."""

from byhand.domain.codes import Code
from byhand.domain.pieces import PACK_INDEX
from byhand.engine.reports import RootKnown, SourceChanged, SourceFailed
from byhand.engine.told_roots import ToldRoots

FILE, CHANGED = RootKnown(3, -1, 0, bytes(32)), RootKnown(3, -1, 1, bytes(32))
PACK = RootKnown(PACK_INDEX, 3, 0, bytes(32))


def test_what_was_told_is_not_missed() -> None:
    roots = ToldRoots()
    roots.note(FILE)
    assert list(roots.missed_by([FILE, PACK, CHANGED])) == [PACK, CHANGED]
    assert list(roots.missed_by([FILE, PACK, CHANGED])) == []


def test_a_pack_has_another_root_once_one_of_its_files_is_another() -> None:
    for trouble in (SourceChanged(7, 1), SourceFailed(7, Code.SOURCE_GONE)):
        roots = ToldRoots()
        roots.note(PACK)
        roots.note(FILE)
        roots.note(trouble)
        assert list(roots.missed_by([FILE, PACK])) == [PACK]
