"""What a liar hands over: trees of files in memory, honest ones and such as nobody may offer."""

from collections.abc import Sequence
from random import Random
from typing import Final

from blake3 import blake3
from msgspec.structs import replace

from byhand.domain.columns import columns_of
from byhand.domain.manifest import Entry, EntryKind, manifest_digest, totals_of
from byhand.domain.pieces import KIB, PACK_INDEX, Packs, file_root
from byhand.domain.transfer import TransferId
from byhand.protocol.messages import Entries, EntriesEnd, EntryRow, Offer, RootRow
from byhand.protocol.resume_messages import Phase, Role, SyncRow
from tests.fuzz.grammar import HOSTILE_NAMES
from tests.helpers.arrivals import Sender
from tests.helpers.trees import Tree, entries_of

SIZES: Final = (0, 1, 10, 1000, 70 * KIB, 256 * KIB - 1, 256 * KIB, 300_000, 900_000)
USUAL_TIME_NS: Final = 1_600_000_000_000_000_000


def random_tree(rng: Random) -> Tree:
    """Return a few files, in a folder or not; every one has a name of its own."""
    stem = rng.randbytes(4).hex()
    tree: Tree = {}
    inside = ""
    if rng.random() < 0.6:
        tree[f"folder-{stem}"] = None
        inside = f"folder-{stem}/"
        if rng.random() < 0.3:
            tree[f"{inside}deeper"] = None
    for number in range(rng.randint(1, 5)):
        size = rng.choice(SIZES)
        content = bytes(size) if rng.random() < 0.15 else rng.randbytes(size)
        at = f"{inside}deeper/" if f"{inside}deeper" in tree and rng.random() < 0.5 else inside
        tree[f"{at}file-{stem}-{number}"] = content
    return tree


class Gift:
    """One transfer of the liar's, from the offer to what is said of it at last."""

    def __init__(self, rng: Random, tree: Tree, *, is_text: bool = False) -> None:
        self.id = TransferId(rng.randbytes(16))
        self.number = rng.randint(1, 2**20)
        self.tree = tree
        self.entries: list[Entry] = entries_of(tree, USUAL_TIME_NS)
        if is_text:
            self.entries = [replace(each, kind=EntryKind.TEXT) for each in self.entries]
        self.is_offered = False
        self.is_accepted = False
        self.is_over = False
        self._settle()

    def spoil(self, rng: Random) -> None:
        """Make the manifest one that an honest friend would not make; the digest fits it."""
        at = rng.randrange(len(self.entries))
        entry = self.entries[at]
        (*above, name) = entry.components
        self.entries[at] = rng.choice(
            (
                replace(entry, components=(*above, rng.choice(HOSTILE_NAMES))),
                replace(entry, components=(*above, rng.choice(HOSTILE_NAMES), name)),
                replace(entry, components=("..", *entry.components)),
                replace(entry, components=(name,) * rng.choice((2, 64, 65))),
                replace(entry, mtime_ns=rng.choice((-(2**63), -1, 0, 2**63 - 1, 2**33 * 10**9))),
                replace(entry, allocated=0),
                replace(entry, size=entry.size + 1),
                replace(entry, size=rng.choice((2**56, 2**40, 20 * 2**30)), allocated=0),
                replace(entry, is_executable=True),
                replace(entry, kind=rng.choice(tuple(EntryKind))),
                self.entries[0],
            )
        )
        self._settle()

    @property
    def digest(self) -> bytes:
        """The digest of the manifest."""
        return manifest_digest(self.entries)

    def offer(self) -> Offer:
        """Return the first word about it."""
        return Offer(transfer_id=self.id, number=self.number, title="gift", note="a note")

    def told(self, rng: Random) -> list[Entries]:
        """Return the manifest, in one message or two."""
        rows = [
            EntryRow(
                *(each.components, each.kind, each.size, each.allocated, each.mtime_ns),
                each.is_executable,
            )
            for each in self.entries
        ]
        totals = totals_of(self.entries)
        end = EntriesEnd(totals.files, totals.bytes, totals.allocated, self.digest)
        cut = rng.randrange(len(rows) + 1)
        if rng.random() < 0.5:
            return [Entries(transfer_id=self.id, first_index=0, entries=rows, end=end)]
        return [
            Entries(transfer_id=self.id, first_index=0, entries=rows[:cut]),
            Entries(transfer_id=self.id, first_index=cut, entries=rows[cut:], end=end),
        ]

    def row(self) -> SyncRow:
        """Return what SYNC says of it."""
        phase = Phase.ACCEPTED if self.is_accepted else Phase.OFFERED
        return SyncRow(self.id, Role.SENDER, phase, self.digest, self.number, False)

    def files(self) -> list[int]:
        """Return the indices of what are no folders."""
        return [at for at, each in enumerate(self.entries) if each.kind is not EntryKind.FOLDER]

    def roots(self) -> list[RootRow]:
        """Return the roots of all files and packs."""
        rows = []
        for at in self.files():
            generation = self.sender.generations.get(at, 0)
            if generation or self.packs.pack_of(at) is None:
                rows.append(RootRow(at, -1, generation, self.root(at)))
        for number in range(len(self.packs)):
            pack = self._sent_packs.get(number) or self.pack(number)
            root = file_root(len(pack), [blake3(pack).digest()])
            rows.append(RootRow(PACK_INDEX, number, 0, root))
        return rows

    def root(self, entry: int) -> bytes:
        """Return the root of a file that is not in a pack, or of one that is, by itself."""
        content = self.sender.content(entry)
        if self.packs.pack_of(entry) is None:
            return self.sender.root(entry)
        return file_root(len(content), [blake3(content).digest()])

    def pack(self, number: int) -> bytes:
        """Return a pack as it is sent now; members that have changed are zeros in it."""
        members = [
            bytes(self.columns.size(at))
            if self.sender.generations.get(at)
            else self.sender.content(at)
            for at in self.packs.members(number)
        ]
        self._sent_packs[number] = b"".join(members)
        return self._sent_packs[number]

    def change(self, entry: int, content: bytes) -> None:
        """Let a file be another one of the same size: its generation rises."""
        self.sender.contents[entry] = content
        self.sender.generations[entry] = self.sender.generations.get(entry, 0) + 1

    def wanted_of(self, entry: int) -> list[tuple[int, int]]:
        """Return (entry, piece) of all pieces of a file that is not in a pack."""
        size = self.columns.size(entry)
        return [(entry, piece) for piece in range(min(64, -(-size // (256 * KIB))))]

    def everything(self, chosen: Sequence[int]) -> list[tuple[int, int]]:
        """Return (entry, piece) and (PACK_INDEX, pack) of what was chosen."""
        wanted = [(PACK_INDEX, number) for number in range(len(self.packs))]
        for entry in chosen:
            if self.packs.pack_of(entry) is None:
                wanted += self.wanted_of(entry)
        return wanted

    def _settle(self) -> None:
        self.columns = columns_of(self.entries)
        self.packs = Packs(self.columns)
        contents = list(self.tree.values())
        self._sent_packs: dict[int, bytes] = {}
        self.sender = Sender(contents, self.packs)
