"""The control messages, one frozen struct a type (§8); decoding enforces the bounds of fields."""

from enum import IntEnum
from typing import Annotated

from msgspec import Meta, Struct, field

from byhand.domain.codes import Code
from byhand.domain.manifest import EntryKind
from byhand.protocol.fields import (
    HINT_LIMIT,
    LANE_LIMIT,
    WIRE_KEYS,
    Components,
    EntryCount,
    EntryIndex,
    EntryOrPacks,
    Epoch,
    Generation,
    Hash,
    Id,
    Line,
    Many,
    Note,
    Pack,
    Ranges,
    Signed,
    Size,
    Title,
    Token,
    Unsigned,
    Unsigned16,
    Unsigned32,
)
from byhand.protocol.group_consent import GroupConsent, GroupOffer
from byhand.protocol.message import Message


class Hello(Message, frozen=True):
    """The first message each way: what this side is and can do; port 0 = not listening."""

    versions: Annotated[list[Unsigned16], Meta(min_length=1, max_length=16)]
    app: Annotated[str, Meta(max_length=64)]
    installation_id: Annotated[bytes, Meta(min_length=16, max_length=16)]
    capabilities: Annotated[list[Token], Meta(max_length=64)] = field(default_factory=list)
    limits: Annotated[dict[Token, Unsigned], Meta(max_length=32)] = field(default_factory=dict)
    aes_is_faster: bool = False
    port: Unsigned16 = 0


class Ping(Message, frozen=True):
    """Are you there? `t` is the asker's own and comes back."""

    t: Unsigned


class Pong(Message, frozen=True):
    """Yes."""

    t: Unsigned


class ErrorReport(Message, frozen=True):
    """Something could not be done; `about` is the type of the message it is about, or 0."""

    code: Code
    about: Unsigned16 = 0
    transfer_id: Id | None = None
    entry: EntryIndex | None = None
    text: Annotated[str, Meta(max_length=200)] = ""


class Bye(Message, frozen=True):
    """The last message: this side closes in order."""

    code: Code = Code.OK


class Lanes(Message, frozen=True):
    """Lanes that shall be opened; direction 0 = data flows from the control initiator."""

    indices: Annotated[list[Unsigned32], Meta(min_length=1, max_length=LANE_LIMIT)]
    direction: Annotated[int, Meta(ge=0, le=1)]


class Addresses(Message, frozen=True):
    """Where this side listens now, and the address it sees the other side come from."""

    hints: Annotated[list[Line], Meta(max_length=HINT_LIMIT)]
    seen_you_as: Line = ""


class ProfileUpdate(Message, frozen=True):
    """The names this side proposes for itself."""

    name: str
    computer: str


class Offer(Message, frozen=True):
    """Something to hand over; `number` names it in data frames. Totals may be unknown yet."""

    transfer_id: Id
    number: Annotated[int, Meta(ge=1, le=2**32 - 1)]
    title: Title
    count: EntryCount | None = None
    bytes: Unsigned | None = None
    note: Note | None = None
    retry_of: Id | None = None
    group: GroupOffer | None = None


class EntryRow(Struct, frozen=True, array_like=True, gc=False):
    """One entry of an offer, as in `domain.manifest.Entry`."""

    components: Components
    kind: EntryKind
    size: Size
    allocated: Size
    mtime_ns: Signed
    executable: bool


class EntriesEnd(Struct, frozen=True, rename=WIRE_KEYS):
    """The manifest is complete: files (folders do not count), bytes, bytes on disk, digest."""

    count: EntryCount
    bytes: Unsigned
    allocated: Unsigned
    digest: Hash


class Entries(Message, frozen=True):
    """The next entries of an offer; with `end` the last ones."""

    transfer_id: Id
    first_index: EntryCount
    entries: Annotated[list[EntryRow], Many] = field(default_factory=list)
    end: EntriesEnd | None = None


class Verdict(IntEnum):
    """What the receiver says to an offer."""

    DECLINE = 0
    ACCEPT = 1
    LATER = 2


class Answer(Message, frozen=True):
    """The receiver's word on the manifest of that digest; `chosen` None = all entries.

    `group` None: it takes no part in the group of the offer.
    """

    transfer_id: Id
    verdict: Verdict
    digest: Annotated[bytes, Meta(max_length=32)] = b""
    chosen: Ranges | None = None
    code: Code = Code.OK
    group: GroupConsent | None = None


class Withdraw(Message, frozen=True):
    """The sender takes an offer back."""

    transfer_id: Id


class Want(Struct, frozen=True, array_like=True):
    """Pieces wanted of one entry, or packs if `entry` is PACK_INDEX."""

    entry: EntryOrPacks
    ranges: Ranges


class Need(Message, frozen=True):
    """What the receiver wishes: everything if `wants` is None; acts once `more` is false."""

    transfer_id: Id
    epoch: Epoch
    wants: Annotated[list[Want], Many] | None = None
    add: bool = False
    more: bool = False


class FileState(IntEnum):
    """What became of a file at the receiver."""

    FINISHED = 1
    SKIPPED = 2
    FAILED = 3
    CANCELLED = 4


class FileRow(Struct, frozen=True, array_like=True, gc=False):
    """What became of one file, and why."""

    entry: EntryIndex
    state: FileState
    code: Code


class Files(Message, frozen=True):
    """What became of files at the receiver."""

    transfer_id: Id
    rows: Annotated[list[FileRow], Many]
    more: bool = False


class SourceRow(Struct, frozen=True, array_like=True, gc=False):
    """What is wrong with one source file; its generation from now on, or FAILED_GENERATION."""

    entry: EntryIndex
    code: Code
    generation: Unsigned32


class Source(Message, frozen=True):
    """Source files that changed or cannot be read."""

    transfer_id: Id
    rows: Annotated[list[SourceRow], Many]


class RootRow(Struct, frozen=True, array_like=True, gc=False):
    """The root of a file (`pack` -1), or of a pack (`entry` PACK_INDEX)."""

    entry: EntryOrPacks
    pack: Pack
    generation: Generation
    root: Hash


class Roots(Message, frozen=True):
    """Roots that the sender knows now."""

    transfer_id: Id
    rows: Annotated[list[RootRow], Many]
    more: bool = False


class Status(Message, frozen=True):
    """How far the receiver is: bytes, whole files, bytes a second; `blocked`: why it waits.

    `held_up_by`: an Activity, or one that we do not know.
    """

    transfer_id: Id
    written: Unsigned
    durable: Unsigned = 0
    files: EntryCount = 0
    rate: Unsigned = 0
    blocked: Code = Code.OK
    held_up_by: Unsigned16 = 0


class Cancel(Message, frozen=True):
    """This transfer, or these entries of it, are over for good."""

    transfer_id: Id
    entries: Ranges | None = None
    code: Code = Code.CANCELLED


class Sent(Message, frozen=True):
    """The wish of an epoch has left: how many frames each lane (index, frames) carried so far.

    `needs`: of how many NEED it consists, the first and those that added to it.
    """

    transfer_id: Id
    epoch: Epoch
    lanes: Annotated[list[tuple[Unsigned32, Unsigned]], Meta(max_length=LANE_LIMIT)]
    ok: EntryCount = 0
    bad: EntryCount = 0
    needs: Unsigned32 = 1


class Finished(Message, frozen=True):
    """Everything is written and flushed; the receipt is that of receipt.py."""

    transfer_id: Id
    ok: EntryCount
    bad: EntryCount
    receipt: Annotated[bytes, Meta(min_length=72, max_length=72)]
