"""Which names may travel and be written."""

import re
import unicodedata
from collections.abc import Callable, Iterable

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
from byhand.errors import RemoteProtocolError, UnsafeNameError

COMPONENT_BYTES = 255
PATH_BYTES = 4096
DEPTH_LIMIT = 64

_PLAIN = re.compile(r"(?!\.\.?\Z)[!-.0-\[\]-~](?:[ -.0-\[\]-~]{0,253}[!-.0-\[\]-~])?")
_REFUSED = re.compile(
    f"[/\\\\{CONTROLS}{LINE_BREAKS}{BIDI_CONTROLS}{ZERO_WIDTH}{NONCHARACTERS}{SURROGATES}]"
)
_EXTENSION = re.compile(r"(?<!^)(?P<inner>\.[A-Za-z][A-Za-z0-9]{0,5})?\.(?P<outer>[^\s.]{1,16})\Z")
_COMPRESSIONS = frozenset({"br", "bz2", "gz", "lz", "lz4", "lzma", "xz", "z", "zst"})
_ENTRY_OVERHEAD = 22
_WIDEST_NUMBER = ENTRY_LIMIT


def check_component(name: str) -> None:
    """Raise UnsafeNameError unless one file or folder name keeps the wire rule."""
    if _PLAIN.fullmatch(name):
        return
    reason = _fault_of(name)
    if reason:
        raise UnsafeNameError(name, reason)


def check_entry_path(components: tuple[str, ...]) -> None:
    """Raise UnsafeNameError unless a whole path, as it travels, keeps the wire rule."""
    if not 1 <= len(components) <= DEPTH_LIMIT:
        raise UnsafeNameError(_shown(components), "too deep")
    for component in components:
        check_component(component)
    if sum(map(_byte_count, components)) + len(components) - 1 > PATH_BYTES:
        raise UnsafeNameError(_shown(components), "too long")


def check_manifest_names(entries: Iterable[Entry]) -> None:
    """Judge all entries of an offer; raises as ManifestNames.add does."""
    names = ManifestNames()
    for entry in entries:
        names.add(entry)


class ManifestNames:
    """Judges the names of an offer while its entries arrive in order.

    A folder comes before what it holds; nothing comes twice.
    """

    def __init__(
        self, entry_limit: int = ENTRY_LIMIT, bytes_limit: int = MANIFEST_BYTES_LIMIT
    ) -> None:
        """`bytes_limit` is for the entries as the digest encodes them."""
        self._entry_limit = entry_limit
        self._bytes_limit = bytes_limit
        self._files: set[tuple[str, ...]] = set()
        # What a path below each folder starts with: its length in bytes, separator included.
        self._folders: dict[tuple[str, ...], int] = {(): 0}
        self._byte_count = 0

    def add(self, entry: Entry) -> None:
        """Take the next entry.

        Raises UnsafeNameError for a name, RemoteProtocolError for more than an offer may hold.
        """
        components = entry.components
        path_bytes = self._judged(components)
        self._byte_count += path_bytes + len(components) + _ENTRY_OVERHEAD
        if entry.kind is EntryKind.FOLDER:
            self._folders[components] = path_bytes + 1
        else:
            self._files.add(components)
        if len(self._files) + len(self._folders) - 1 > self._entry_limit:
            raise RemoteProtocolError("too many entries in an offer")
        if self._byte_count > self._bytes_limit:
            raise RemoteProtocolError("too many bytes in an offer's names")

    def _judged(self, components: tuple[str, ...]) -> int:
        if not 1 <= len(components) <= DEPTH_LIMIT:
            raise UnsafeNameError(_shown(components), "too deep")
        name = components[-1]
        # The folder was judged when it came, so its names need no second look.
        check_component(name)
        parent_bytes = self._folders.get(components[:-1])
        if parent_bytes is None:
            raise UnsafeNameError(_shown(components), "not in a folder of the offer")
        if components in self._files or components in self._folders:
            raise UnsafeNameError(_shown(components), "twice in the offer")
        path_bytes = parent_bytes + _byte_count(name)
        if path_bytes > PATH_BYTES:
            raise UnsafeNameError(_shown(components), "too long")
        return path_bytes


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
        candidate = name
        if (key := self._key(name)) in self._taken:
            cut = self._key(numbered(name, _WIDEST_NUMBER))
            number = self._next.get(cut, 1)
            while (key := self._key(candidate := numbered(name, number))) in self._taken:
                number += 1
            self._next[cut] = number + 1
        self._taken.add(key)
        return candidate


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


def _byte_count(name: str) -> int:
    return len(name) if name.isascii() else len(name.encode())


def _shown(components: tuple[str, ...]) -> str:
    return "/".join(components)
