"""Trees of files as plain dictionaries, to compare what was sent with what is there."""

import os
from collections.abc import Mapping
from pathlib import Path

from byhand.domain.manifest import Entry, EntryKind

Tree = dict[str, bytes | None]
"""Content of each file by its path below a folder; None for a folder."""


def snapshot(folder: Path) -> Tree:
    """Return everything below a folder; links as what they point to, never followed."""
    tree: Tree = {}
    for parent, folders, files in os.walk(folder):
        for name in [*folders, *files]:
            path = Path(parent, name)
            key = str(path.relative_to(folder))
            if path.is_symlink():
                tree[key] = b"link to " + os.fsencode(os.readlink(path))
            else:
                tree[key] = None if path.is_dir() else path.read_bytes()
    return tree


def entries_of(tree: Tree, mtime_ns: int = 1_600_000_000_000_000_000) -> list[Entry]:
    """Return the manifest of a tree, folders before what they hold."""
    return [_entry(tuple(path.split("/")), content, mtime_ns) for path, content in tree.items()]


def _entry(components: tuple[str, ...], content: bytes | None, mtime_ns: int) -> Entry:
    if content is None:
        return Entry(components, EntryKind.FOLDER, mtime_ns=mtime_ns)
    return Entry(components, EntryKind.FILE, len(content), len(content), mtime_ns)


def open_descriptors() -> set[str]:
    """Return the descriptors this process has open."""
    return set(os.listdir("/proc/self/fd"))


def write_files(folder: Path, sizes: Mapping[str, int]) -> Path:
    """Write files of these sizes by their names; no two pieces of them are the same."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, size in sizes.items():
        (folder / name).write_bytes(os.urandom(size))
    return folder
