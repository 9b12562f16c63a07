"""Which names may travel and be written."""

import re
import secrets
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from blake3 import blake3

from byhand.domain.characters import (
    BIDI_CONTROLS,
    CONTROLS,
    DEFAULT_IGNORABLE,
    JOINERS,
    LINE_BREAKS,
    MISPLACED_JOINER,
    NONCHARACTERS,
    SURROGATES,
    ZERO_WIDTH,
)
from byhand.domain.manifest import ENTRY_LIMIT, MANIFEST_BYTES_LIMIT, Entry, EntryKind
from byhand.domain.spread_set import SpreadSet
from byhand.errors import RemoteProtocolError, UnsafeNameError

COMPONENT_BYTES = 255
PATH_BYTES = 4096
DEPTH_LIMIT = 64

_PLAIN_NAME = r"(?!\.\.?(?:/|\Z))[!-.0-\[\]-~](?:[ -.0-\[\]-~]{0,253}[!-.0-\[\]-~])?"
_PLAIN = re.compile(_PLAIN_NAME)
_PLAIN_NAMES = re.compile(f"{_PLAIN_NAME}(?:/{_PLAIN_NAME})*")
_REFUSED = re.compile(
    f"[/\\\\{CONTROLS}{LINE_BREAKS}{BIDI_CONTROLS}{ZERO_WIDTH}{NONCHARACTERS}{SURROGATES}]"
)
_EXTENSION = re.compile(r"(?<!^)(?P<inner>\.[A-Za-z][A-Za-z0-9]{0,5})?\.(?P<outer>[^\s.]{1,16})\Z")
_COMPRESSIONS = frozenset({"br", "bz2", "gz", "lz", "lz4", "lzma", "xz", "z", "zst"})
_ENTRY_OVERHEAD = 22
_WIDEST_NUMBER = ENTRY_LIMIT
_DIGEST_BYTES = 16


def check_component(name: str) -> None:
    """Raise UnsafeNameError unless one file or folder name keeps the wire rule."""
    if _PLAIN.fullmatch(name):
        return
    reason = _fault_of(name)
    if reason:
        raise UnsafeNameError(name, reason)


def check_components(names: Sequence[str]) -> None:
    """Raise UnsafeNameError unless all of some names keep the wire rule."""
    # Together, plain names cost a tenth; one that holds a "/" is not two of them.
    joined = "/".join(names)
    if joined.count("/") == len(names) - 1 and _PLAIN_NAMES.fullmatch(joined):
        return
    for name in names:
        check_component(name)


def check_entry_path(components: tuple[str, ...]) -> None:
    """Raise UnsafeNameError unless a whole path, as it travels, keeps the wire rule."""
    if not 1 <= len(components) <= DEPTH_LIMIT:
        raise UnsafeNameError(_shown(components), "too deep")
    for component in components:
        check_component(component)
    if len(_encoded(components)) > PATH_BYTES:
        raise UnsafeNameError(_shown(components), "too long")


def check_manifest_names(entries: Iterable[Entry]) -> None:
    """Judge all entries of an offer; raises as ManifestNames.add does."""
    names = ManifestNames()
    for entry in entries:
        names.add(entry)


class ManifestNames:
    """Judges the names of an offer while its entries arrive in order.

    A folder comes before what it holds; nothing comes twice. Of each path only a digest is kept,
    under a key of our own so that nobody can make two of them equal.
    """

    def __init__(
        self, entry_limit: int = ENTRY_LIMIT, bytes_limit: int = MANIFEST_BYTES_LIMIT
    ) -> None:
        """`bytes_limit` is for the entries as the digest encodes them."""
        self._entry_limit = entry_limit
        self._bytes_limit = bytes_limit
        self._key = secrets.token_bytes(32)
        self._files = SpreadSet()
        self._folders = SpreadSet()
        self._folders.add(self._digest_of((), b""))
        self._parent: tuple[str, ...] = ()
        self._byte_count = 0

    def add(self, entry: Entry) -> None:
        """Take the next entry.

        Raises UnsafeNameError for a name, RemoteProtocolError for more than an offer may hold.
        """
        components = entry.components
        self._judge(components)
        path = _encoded(components)
        digest = self._digest_of(components, path)
        if digest in self._files or digest in self._folders:
            raise UnsafeNameError(_shown(components), "twice in the offer")
        if len(path) > PATH_BYTES:
            raise UnsafeNameError(_shown(components), "too long")
        (self._folders if entry.kind is EntryKind.FOLDER else self._files).add(digest)
        if len(self._files) + len(self._folders) - 1 > self._entry_limit:
            raise RemoteProtocolError("too many entries in an offer")
        self._byte_count += len(path) + len(components) + _ENTRY_OVERHEAD
        if self._byte_count > self._bytes_limit:
            raise RemoteProtocolError("too many bytes in an offer's names")

    def _judge(self, components: tuple[str, ...]) -> None:
        """Raise UnsafeNameError unless it is a good name in a folder that came before."""
        if not 1 <= len(components) <= DEPTH_LIMIT:
            raise UnsafeNameError(_shown(components), "too deep")
        check_component(components[-1])
        parent = components[:-1]
        if parent == self._parent:
            return
        # The folder was judged when it came, so its names need no second look.
        if self._digest_of(parent, _encoded(parent)) not in self._folders:
            raise UnsafeNameError(_shown(components), "not in a folder of the offer")
        self._parent = parent

    def _digest_of(self, components: tuple[str, ...], path: bytes) -> int:
        # With their number, equal paths are equal components: names that were judged hold no "/".
        digest = blake3(len(components).to_bytes(4, "little") + path, key=self._key)
        return int.from_bytes(digest.digest(length=_DIGEST_BYTES), "little")


def cleaned_component(name: bytes | str) -> str:
    """Return the name that a local file or folder travels under; it keeps the wire rule.

    What may not travel becomes `_`. A str may hold bytes that are not UTF-8 as
    `surrogateescape` puts them.
    """
    text = name.decode("utf-8", "surrogateescape") if isinstance(name, bytes) else name
    if _PLAIN.fullmatch(text):
        return text
    text = unicodedata.normalize("NFC", _REFUSED.sub("_", unicodedata.normalize("NFC", text)))
    text = text.strip()
    if text in ("", ".", ".."):
        return "_" * max(1, len(text))
    text = fitted(text, COMPONENT_BYTES)
    while MISPLACED_JOINER.search(text):
        text = MISPLACED_JOINER.sub("_", text)
    return text


def collision_key(name: str) -> str:
    """Return what two names share when some system takes them for one; only to compare."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    return DEFAULT_IGNORABLE.sub("", folded).rstrip(". ")


def numbered(name: str, number: int) -> str:
    """Return `foo (1).tar.gz` for `foo.tar.gz` and 1; never more than 255 bytes."""
    return fitted(name, COMPONENT_BYTES, f" ({number})")


def replaced(name: str, day: date) -> str:
    """Return `foo (replaced 2026-01-31).txt` for `foo.txt`; never more than 255 bytes."""
    return fitted(name, COMPONENT_BYTES, f" (replaced {day.isoformat()})")


def fitted(name: str, byte_limit: int, mark: str = "") -> str:
    """Return a name with a mark before its extension, its stem cut so that the whole fits."""
    stem, extension = _split(name)
    room = byte_limit - len((mark + extension).encode())
    encoded = stem.encode()
    if len(encoded) > room:
        cut = encoded[:room].decode(errors="ignore").rstrip()
        stem = cut.rstrip(JOINERS).rstrip() or "_"
    return stem + mark + extension


class DistinctNames:
    """Gives each name of one folder, in order, a name no earlier one has."""

    def __init__(self, key: Callable[[str], str] = str) -> None:
        """`key` says what two names share when the target takes them for one."""
        self._key = key
        self._taken: set[str] = set()
        # The number to try next: many equal names must not cost a search each, nor many that
        # are equal once they are cut for their number.
        self._next: dict[str, int] = {}

    def add(self, name: str) -> str:
        """Return the name itself, or `name (1)`, `name (2)` … where it is taken."""
        number = self.number_of(name)
        return numbered(name, number) if number else name

    def number_of(self, name: str) -> int:
        """Take the next name; return the number that makes it distinct, 0 if it is."""
        number = 0
        if (key := self._key(name)) in self._taken:
            cut = self._key(numbered(name, _WIDEST_NUMBER))
            number = self._next.get(cut, 1)
            while (key := self._key(numbered(name, number))) in self._taken:
                number += 1
            self._next[cut] = number + 1
        self._taken.add(key)
        return number


def _fault_of(name: str) -> str:
    if name in ("", ".", ".."):
        return "not a name"
    # Printable text holds none of them but the separators; a search costs ten times as much.
    is_printable = name.isprintable() and "/" not in name and "\\" not in name
    if not is_printable and _REFUSED.search(name):
        return "a character that may not be in a name"
    if len(name.encode()) > COMPONENT_BYTES:
        return "too long"
    if name[0].isspace() or name[-1].isspace():
        return "white space at an end"
    if not unicodedata.is_normalized("NFC", name):
        return "not in normal form C"
    if not is_printable and MISPLACED_JOINER.search(name):
        return "a joiner that joins nothing"
    return ""


def _split(name: str) -> tuple[str, str]:
    """Return stem and extension; an archive's two extensions count as one."""
    match = _EXTENSION.search(name)
    if not match:
        return name, ""
    start = match.start()
    if match["inner"] and match["outer"].lower() not in _COMPRESSIONS:
        start = match.start("outer") - 1
    return name[:start], name[start:]


def _encoded(components: tuple[str, ...]) -> bytes:
    # A folder that was never judged may be named by what is no text.
    return "/".join(components).encode("utf-8", "surrogatepass")


def _shown(components: tuple[str, ...]) -> str:
    return "/".join(components)
