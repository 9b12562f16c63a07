"""Names that nobody may send, names that only look odd, and how they come to a test."""

import string
import unicodedata
from collections.abc import Sequence

from hypothesis import strategies as st

from byhand.domain.local_names import System
from byhand.domain.local_paths import LocalPaths
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.names import (
    COMPONENT_BYTES,
    check_component,
    check_manifest_names,
    cleaned_component,
)
from byhand.errors import UnsafeNameError

FAMILY = "👨\u200d👩\u200d👧"
PERSIAN = "می\u200cخواهم.txt"
DOS_SYSTEMS = (System.WINDOWS, System.FAT)

REFUSED = {
    "N01": ["../x", "..", ".", "", "a/../../x", "/etc/x", "//x", "a/b"],
    "N02": ["..\\x", "C:\\x", "\\\\srv\\s\\x", "\\\\?\\C:\\x", "\\\\.\\COM1"],
    "N03": ["a\0", "a\nb", "a\tb", "\x1b]0;x\x07", "a\x7f", "a\x9bb", "a\x85b"],
    "N04": ["\ud800", "a\udc80", "\udcc0\udcae"],
    "N06": ["a ", " a", "a\u00a0", "\u3000a", "a\u2003", "\u2028", "a\u2029b"],
    "N07": ["x" * 256, "文" * 86, "é" * 128],
    "N08": [
        *("photo\u202egpj.exe", "a\u2066b", "a\u2069", "a\u200bb", "a\ufeffb", "a\u200fb"),
        *("\u061c", "a\u2060b", "a\u2061b", "a\u2064b"),
    ],
    "joiners": ["a\u200db", "\u200d", "👨\u200d", "\u200c👨", "a\u200c文", "文\u200c.txt"],
    "noncharacters": ["\uffff", "a\ufdd0", "\U0001fffe", "\U0010ffff", "a\ufdef"],
    "not NFC": ["e\u0301", "\u212a", "\u212b", "\u0958", "\ufb1d"],
}
"""By case; N04 is what Python makes of bytes that are no UTF-8."""

NOT_UTF_8 = {
    "overlong": b"\xc0\xae",
    "overlong in three bytes": b"\xe0\x80\xaf",
    "a surrogate": b"\xed\xa0\x80",
    "a pair of surrogates": b"\xed\xa0\xbd\xed\xb8\x80",
    "cut off": b"a\xe6\x96",
    "five bytes": b"\xf8\x88\x80\x80\x80",
    "beyond the last": b"\xf4\x90\x80\x80",
    "a lone continuation": b"a\x80b",
}

HONEST = [
    *("a", "a..b", "..a", "...", "…", "x" * 255, "文" * 85, "a b", "'q\" u`", "%s", "-rf", "$(x)"),
    *("'; DROP", "C:x", "a:b", "a:$DATA", "a.", "a...", "~", ".ssh", "CON", "é", "ﬁ", "\ue000"),
    *(FAMILY, PERSIAN, "İstanbul", "x\u00ad", "🇩🇪", "1\ufe0f\u20e3", "क्\u200dष", "{0}", "%(a)s"),
]

_ODD = st.sampled_from(
    [point for names in REFUSED.values() for name in names for point in name]
    + [*'./ é<>:"|?*~$', "\u0301"]
)
_KNOWN = st.sampled_from([*HONEST, *(name for names in REFUSED.values() for name in names)])
NAMES = st.text(st.one_of(_ODD, st.characters(), st.sampled_from(string.printable)), max_size=300)
_TWINS = st.sampled_from(["a", "A", "a:", "a_", "a?", "a.", "con", "_con", "a (1)", "aux .b", "É"])
_LAWFUL = st.one_of(_TWINS, st.sampled_from(HONEST), NAMES.map(cleaned_component))
PATHS = st.one_of(
    st.lists(st.lists(_LAWFUL, min_size=1, max_size=5).map(tuple), max_size=8),
    st.lists(st.lists(st.one_of(_KNOWN, NAMES), max_size=5).map(tuple), max_size=3),
)
"""Random lists of components: mostly such as may travel, and such as nobody may send."""


def tree_of(paths: Sequence[tuple[str, ...]]) -> list[Entry]:
    """Return a manifest of files at these paths and the folders above them, each once."""
    entries: dict[tuple[str, ...], Entry] = {}
    for path in paths:
        for end in range(1, len(path)):
            entries.setdefault(path[:end], Entry(path[:end], EntryKind.FOLDER))
        entries.setdefault(path, Entry(path, EntryKind.FILE))
    return list(entries.values())


def is_refused(entries: Sequence[Entry]) -> bool:
    """Say whether an offer of this is refused for its names."""
    try:
        check_manifest_names(entries)
    except UnsafeNameError:
        return True
    return False


def assert_lies_below(entries: Sequence[Entry], system: System, folds_case: bool) -> None:
    """Assert that entries that were let in are saved strictly below the root, each by itself.

    And that what they are saved as would be saved as that again.
    """
    saved = list(LocalPaths(entries, system, folds_case))
    for entry, path in zip(entries, saved, strict=True):
        assert len(path) == len(entry.components) >= 1
        for name in path:
            check_component(name)
            assert len(name.encode()) <= COMPONENT_BYTES
            assert system not in DOS_SYSTEMS or not name.endswith((".", " "))
            assert system not in DOS_SYSTEMS or not set('<>:"|?*') & set(name)
    assert len(set(saved)) == len(saved)
    if system is System.MACOS:
        assert len({tuple(map(_decomposed, path)) for path in saved}) == len(saved)
    again = [Entry(path, entry.kind) for path, entry in zip(saved, entries, strict=True)]
    assert list(LocalPaths(again, system, folds_case)) == saved


def _decomposed(name: str) -> str:
    return unicodedata.normalize("NFD", name)
