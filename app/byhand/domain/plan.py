"""What must be known of a transfer, beside what everybody sees, to go on with it after a stop."""

from msgspec import Struct
from msgspec.structs import replace

from byhand.domain.group import GroupMode
from byhand.domain.ranges import RangeSet, decode_ranges
from byhand.domain.transfer import Transfer, TransferId


class SpoolDigest(Struct, frozen=True):
    """A manifest kept in a file: entries, length in bytes and the BLAKE3 hash of the file."""

    entries: int
    byte_count: int
    blake3: bytes


class SendOptions(Struct, frozen=True):
    """How something is sent: with a note for the friend; with what links lead to; passed on.

    `group`: whether several friends who get it let each other have pieces of it.
    """

    note: str = ""
    follows_links: bool = False
    group: GroupMode = GroupMode.AUTO


AS_IT_IS = SendOptions()


class OutgoingPlan(Struct, frozen=True):
    """An outgoing transfer: the files given (as the system encodes paths) and what was accepted.

    `manifest` and `digest` are of the last count that was offered. `chosen` and `cancelled` are
    ranges [start, count, …] of entries; `chosen` None = all. `unread`: how many files that count
    could not read. With a `text`, the path is where a file of our own holds it. Of an earlier
    transfer, `retry_of`, it repeats what has not arrived, or the entries `again`, ranges, too,
    which the friend has lost since. What goes to several friends as a group has the same
    `group_id`, 16 random bytes; else it is empty. `consent`: by what link the receiver takes part
    in it, a LinkKind and what names its access point; None: they do not.
    """

    paths: tuple[bytes, ...]
    options: SendOptions = AS_IT_IS
    manifest: SpoolDigest | None = None
    digest: bytes = b""
    is_accepted: bool = False
    chosen: tuple[int, ...] | None = None
    cancelled: tuple[int, ...] = ()
    retry_of: TransferId | None = None
    text: str = ""
    unread: int = 0
    again: tuple[int, ...] = ()
    group_id: bytes = b""
    consent: tuple[int, bytes] | None = None

    @property
    def as_given(self) -> "OutgoingPlan":
        """The plan before anything came of it."""
        return OutgoingPlan(
            self.paths,
            self.options,
            retry_of=self.retry_of,
            text=self.text,
            again=self.again,
            group_id=self.group_id,
        )

    def is_same_as(self, other: "OutgoingPlan") -> bool:
        """Say whether both send the same, which is sent once, however it is passed on."""
        return self._without_group() == other._without_group()

    def _without_group(self) -> "OutgoingPlan":
        options = replace(self.options, group=GroupMode.AUTO)
        return replace(self.as_given, options=options, group_id=b"")


class Entered(Struct, frozen=True):
    """Something that is there already, and that what would be saved as `top` is saved as, or into.

    Both are names in the folder chosen; device and inode tell it from any other of its name.
    """

    top: str
    name: str
    dev: int
    inode: int


class IncomingPlan(Struct, frozen=True):
    """An incoming transfer: what was offered, what of it was accepted, and where it is built.

    `staging` is the staging folder's path as the system encodes it, empty before there is one,
    and `base` what tells the folder that it lies in from any other there: device and inode.
    `updates`: the folder that is already there is brought up to date. `entered` are folders
    that files are saved into one by one; with `updates` they replace what lies there. `saved` is
    what came of it at the top: of many, some; `lost` is how many files, of those that the sender
    takes for chosen, did not. `keeps_modes`: what the sender marks executable becomes so here.
    `is_in_doubt`: the disk has failed; of what arrived only what was flushed before is believed.
    `group_id` is that of the group it was offered in, else empty; `in_group`: we take part.
    """

    manifest: SpoolDigest | None = None
    digest: bytes = b""
    chosen: tuple[int, ...] | None = None
    cancelled: tuple[int, ...] = ()
    staging: bytes = b""
    updates: bool = False
    retry_of: TransferId | None = None
    entered: tuple[Entered, ...] = ()
    saved: tuple[Entered, ...] = ()
    lost: int = 0
    base: tuple[int, int] | None = None
    keeps_modes: bool = False
    is_in_doubt: bool = False
    group_id: bytes = b""
    in_group: bool = False


class StoredTransfer(Struct, frozen=True):
    """A transfer as it is kept: what everybody sees, and the plan.

    `receipt` is the receiver's signed word; `is_listed`: the user has not taken it off the list.
    `friend_name` is for the history, which outlives the friend; empty: as it was kept before.
    """

    transfer: Transfer
    plan: OutgoingPlan | IncomingPlan
    receipt: bytes = b""
    is_listed: bool = True
    friend_name: str = ""


def not_chosen(plan: OutgoingPlan | IncomingPlan, count: int) -> RangeSet:
    """Return the entries, of so many, that the receiver did not choose."""
    rest = RangeSet()
    if plan.chosen is not None:
        rest.add(0, count)
        for start, end in decode_ranges(plan.chosen, count):
            rest.subtract(start, end)
    return rest


def left_out(plan: OutgoingPlan | IncomingPlan, count: int) -> RangeSet:
    """Return the entries that are not handed over: not chosen, or cancelled."""
    rest = not_chosen(plan, count)
    for start, end in decode_ranges(plan.cancelled, count):
        rest.add(start, end)
    return rest
