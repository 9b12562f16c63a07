"""How what has arrived gets its final names, and what of it had them before a stop."""

import os
from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from byhand.domain.journal import PartStamp
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.plan import Entered
from byhand.domain.ranges import RangeSet
from byhand.errors import LocalProtocolError, StorageError
from byhand.storage.base_folder import check_base
from byhand.storage.disk import Disk
from byhand.storage.entered_folders import EnteredFolders
from byhand.storage.existing_files import ExistingFiles
from byhand.storage.final_names import FinalNames, Top
from byhand.storage.final_places import FinalPlaces
from byhand.storage.folder_tree import Components
from byhand.storage.in_place import InPlace
from byhand.storage.os_errors import translated
from byhand.storage.part_file import PartFolder
from byhand.storage.promise_log import identity_at
from byhand.storage.source import FileStamp
from byhand.storage.staged_tree import StagedTree
from byhand.storage.staging_folder import StagingFolder
from byhand.storage.unflushed import FEW_FILES

PLACES_KEPT = 1_000
"""Of so many names at the top is kept what they stand for."""


class Committing:
    """One thread, when nothing arrives any more; everything raises OSError or StorageError.

    `in_place` are files that lie already where they are to be saved; `saved` is what lies at
    the top once everything has its name: of many, the first PLACES_KEPT.
    """

    def __init__(
        self,
        folder: StagingFolder,
        entries: Sequence[Entry],
        paths: Sequence[Components],
        parts: PartFolder,
        tree: StagedTree,
        disk: Disk,
    ) -> None:
        self.in_place = InPlace(len(entries))
        self.saved: tuple[Entered, ...] = ()
        self.existing = ExistingFiles(folder.base.path, folder.base.fd, self.saved_path, disk)
        self._folder = folder
        self._entries = entries
        self._paths = paths
        self._parts = parts
        self._tree = tree
        self._disk = disk
        self._entered = EnteredFolders(folder, (), disk, replaces=False)
        self._files: dict[str, Entered] = {}
        self._renamed: dict[str, str] = {}
        # Local names at the top, and entries, that have left the tree.
        self._given: set[str] = set()
        self._placed = RangeSet()

    # Folders that are there already

    def folders_there(self) -> tuple[Entered, ...]:
        """Return the folders that lie already where those at the top are to be saved."""
        tops = (top for top in self._all_tops() if self._is_folder(top.index))
        found = ((top.name, self.existing.folder(top.index)) for top in tops)
        return tuple(Entered(name, name, *there) for name, there in found if there is not None)

    def enter(self, entered: Sequence[Entered], *, replaces: bool) -> None:
        """Save into these folders, and as these files; to be said before anything else.

        See EnteredFolders and FinalNames: what `replaces` is kept.
        """
        every = self._all_tops() if entered else ()
        tops = {top.name for top in every if self._is_folder(top.index)}
        folders = [each for each in entered if each.top in tops]
        self._files = {each.top: each for each in entered if replaces and each.top not in tops}
        with translated(self._folder.base.path):
            self._entered = EnteredFolders(self._folder, folders, self._disk, replaces=replaces)
            self._placed = self._entered.placed(self._paths)

    def is_entered(self, index: int) -> bool:
        """Say whether an entry is saved into a folder that is there already."""
        return bool(self._entered) and self._paths[index][0] in self._entered

    def saved_path(self, index: int) -> Components:
        """Return where an entry is to be saved, below the base folder, if its name is free."""
        path = self._paths[index]
        if self.is_entered(index):
            return (self._entered.name_of(path[0]), *path[1:])
        file = self._files.get(path[0])
        return path if file is None else (file.name,)

    def stamp(self, index: int) -> PartStamp | None:
        """Return what a file looks like that was left in place; None if it is another by now."""
        file = self.existing.file(index)
        is_it = file is not None and self.in_place.is_same(index, file.stamp)
        return _part_stamp(index, file.stamp) if file is not None and is_it else None

    def adopt_in_place(self, recorded: PartStamp) -> bool:
        """Take over a file that was in place before a stop, if it still looks so."""
        entry = recorded.entry
        file = self.existing.file(entry) if self.is_entered(entry) else None
        # The device may be another after a restart.
        if file is None or _part_stamp(entry, replace(file.stamp, dev=recorded.dev)) != recorded:
            return False
        self.in_place.leave(entry, file.stamp)
        return True

    def take_changed(self) -> list[int]:
        """Return the files left in place that are others by now, or gone; they are not any more."""
        base = self._folder.base
        # Folders are opened as they are now.
        existing = ExistingFiles(base.path, base.fd, self.saved_path, self._disk)
        try:
            return self.in_place.take_changed(existing)
        finally:
            existing.close()

    # Names

    def find_given(self) -> None:
        """Find out what got its final name before a stop."""
        self._find_given(self._final_names())

    def is_given(self, index: int) -> bool:
        """Say whether an entry had its final name before the stop: it is in the tree no more."""
        if self._placed and index in self._placed:
            return True
        return bool(self._given) and self._paths[index][0] in self._given

    def commit(
        self, failed: Container[int], chosen: Container[int] | None, *, keeps_modes: bool
    ) -> list[str]:
        """Give everything its final name; return those at the top, in order. See Staging."""
        names = self._final_names()
        self._find_given(names)
        tops = self._tops_of(failed, chosen)
        self._tree.dress(self._given, keeps_modes=keeps_modes)
        self._flush_tree()
        self._tree.let_go()
        check_base(self._folder.base, self._disk)
        there = self._partly_there()
        entering = {top.name for top in tops if self._enters(top, names, there)}
        names.give([top for top in tops if top.name not in entering])
        if entering:
            self._entered.promise(self._staged_files(entering))
        for top in tops:
            if top.name in entering:
                self._entered.place(top)
        self._disk.sync(self._folder.base.fd)
        finals = [
            self._entered.name_of(top.name) if top.name in entering else names.name_of(top)
            for top in tops
        ]
        named = zip(tops, finals, strict=True)
        self._renamed = {top.name: final for top, final in named if top.name != final}
        found = zip(tops[:PLACES_KEPT], finals, strict=False)
        self.saved = tuple(self._recognised(found))
        return finals

    def final_places(self) -> FinalPlaces:
        """Return where everything lies once it was committed; the entries must stay open."""
        base = self._folder.base
        return FinalPlaces(base, self._entries, self._paths, self._renamed, self._disk)

    def _recognised(self, named: Iterable[tuple[Top, str]]) -> Iterator[Entered]:
        for top, name in named:
            identity = identity_at(name, self._folder.base.fd, self._disk)
            if identity is not None:
                yield Entered(top.name, name, *identity)

    def _final_names(self) -> FinalNames:
        return FinalNames(self._folder, self._disk, self._files)

    def _find_given(self, names: FinalNames) -> None:
        if names.are_any:
            self._given = {top.name for top in self._all_tops() if names.is_given(top)}
        self._placed = self._entered.placed(self._paths)
        if self._placed:
            self._tree.look_again()  # an earlier try may have been cut off by an error

    def _all_tops(self) -> Iterable[Top]:
        for index, entry in enumerate(self._entries):
            if len(entry.components) == 1:
                yield Top(index, self._paths[index][0])

    def _tops_of(self, failed: Container[int], chosen: Container[int] | None) -> list[Top]:
        """Put files at their places; return what has something to show at the top, in order."""
        # Of each top whether a file came to it, None if none was to come.
        shows: dict[str, bool | None] = {}
        tops: dict[str, Top] = {}
        for index, (entry, (name, *_)) in enumerate(zip(self._entries, self._paths, strict=True)):
            if len(entry.components) == 1:
                tops[name] = Top(index, name)
            if chosen is not None and index not in chosen:
                continue
            if entry.kind is EntryKind.FOLDER and not self.is_given(index):
                shows.setdefault(name, None)
                self._tree.make_folder(index)
            elif self._put(index, failed):
                shows[name] = True
            else:
                shows[name] = shows.get(name) or False
        return [tops[name] for name, has_files in shows.items() if has_files is not False]

    def _put(self, index: int, failed: Container[int]) -> bool:
        """Put a file at its place, unless it is there; remove one that failed, and say so."""
        if self.is_given(index) or index in self.in_place:
            return True
        if index in failed:
            self._tree.remove(index)
            return False
        self._place(index)
        return True

    def _is_there(self, index: int) -> bool:
        return index in self._placed or index in self.in_place

    def _is_folder(self, index: int) -> bool:
        return self._entries[index].kind is EntryKind.FOLDER

    def _place(self, index: int) -> None:
        if self._parts.is_whole(index):
            self._tree.place(index, self._folder.parts, str(index))
            self._parts.placed(index)
        elif not self._tree.has(index):
            raise LocalProtocolError("a file that is neither there nor failed")

    def _flush_tree(self) -> None:
        """Flush everything that gets a final name."""
        if self._tree.count() > FEW_FILES:
            self._disk.sync_file_system(self._folder.tree)
        else:
            self._tree.sync(self._tree.there())

    def _enters(self, top: Top, names: FinalNames, there: Container[str]) -> bool:
        """Say whether a top is saved into a folder that is there; else under a name of its own.

        Never the one for a part of it and the other for the rest: `there` are tops of which a
        part is there.
        """
        if top.name not in self._entered or names.is_promised(top):
            return False
        if self._entered.may_enter(top.name):
            return True
        if top.name in there:
            place = os.path.join(self._folder.base.path, self._entered.name_of(top.name))
            raise StorageError(Path(place), "it is not the same folder any more")
        return False

    def _staged_files(self, tops: Container[str]) -> Iterator[tuple[int, Components]]:
        for index, path in enumerate(self._paths):
            is_staged = not self._is_folder(index) and self._tree.has(index)
            if path[0] in tops and is_staged and index not in self._placed:
                yield index, path

    def _partly_there(self) -> set[str]:
        """Return the tops of which a part lies already where it is to be saved."""
        indices = range(len(self._paths)) if self._entered else ()
        return {self._paths[index][0] for index in indices if self._is_there(index)}


def _part_stamp(index: int, stamp: FileStamp) -> PartStamp:
    return PartStamp(index, stamp.dev, stamp.inode, stamp.size, stamp.mtime_ns, stamp.ctime_ns)
