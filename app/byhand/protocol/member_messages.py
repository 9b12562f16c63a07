"""The messages of a group: between members, and with the sender about them (§8, §21, §22)."""

from typing import Annotated, Final

from msgspec import Meta, Struct, field

from byhand.domain.codes import Code
from byhand.protocol.fields import (
    EntryOrPacks,
    Epoch,
    Hash,
    Id,
    Line,
    Many,
    Tag,
    Unsigned,
    Unsigned32,
)
from byhand.protocol.message import Message
from byhand.protocol.messages import Want
from byhand.protocol.preamble import LaneCipher

ASKED_ROWS: Final = 16
ASKED_PIECES: Final = 16
MEMBER_HINTS: Final = 8
TICKETS_LIMIT: Final = 32
"""How many others a member may be told of in one message, and hold tickets for in all."""

Request = Annotated[int, Meta(ge=1, le=2**32 - 1)]


class Bits(Message, frozen=True):
    """All that this member has; once, the first thing that it says."""

    rows: Annotated[list[Want], Many] = field(default_factory=list)
    more: bool = False


class Have(Message, frozen=True):
    """What this member has got since."""

    rows: Annotated[list[Want], Many]
    more: bool = False


class Asked(Struct, frozen=True, array_like=True, gc=False):
    """Pieces of one entry, or packs if `entry` is PACK_INDEX, that follow each other."""

    entry: EntryOrPacks
    first: Unsigned32
    count: Annotated[int, Meta(ge=1, le=ASKED_PIECES)]


AskedRows = Annotated[list[Asked], Meta(min_length=1, max_length=ASKED_ROWS)]


class Get(Message, frozen=True):
    """Send me these pieces; frames that answer it carry the request's number."""

    request: Request
    rows: AskedRows


class No(Message, frozen=True):
    """These pieces of a request do not come."""

    request: Request
    rows: AskedRows
    code: Code = Code.NOT_FOUND


class CancelGet(Message, frozen=True):
    """What has not left yet of a request need not come."""

    request: Request


class GroupRow(Struct, frozen=True, array_like=True):
    """A ticket: what this member and one other reach each other with, until `expires_at`."""

    own_tag: Tag
    their_tag: Tag
    key: Hash
    cipher: LaneCipher
    hints: Annotated[list[Line], Meta(max_length=MEMBER_HINTS)]
    expires_at: Unsigned

    def __repr__(self) -> str:
        """Show when it ends, and not its secrets."""
        return f"GroupRow(expires_at={self.expires_at})"


class Group(Message, frozen=True):
    """Whom this member may exchange pieces with; `removed`: own tags that are worth nothing now.

    `is_over`: nobody needs anything of anybody any more.
    """

    transfer_id: Id
    epoch: Epoch
    rows: Annotated[list[GroupRow], Meta(max_length=TICKETS_LIMIT)] = field(default_factory=list)
    removed: Annotated[list[Tag], Meta(max_length=TICKETS_LIMIT)] = field(default_factory=list)
    is_over: bool = False
    more: bool = False

    def __repr__(self) -> str:
        """Show which one it is, and not its secrets."""
        return f"Group({self.transfer_id.hex()}, epoch={self.epoch})"


class Complain(Message, frozen=True):
    """Whom `tag`, this member's own of that pair, leads to has sent a piece that is wrong."""

    transfer_id: Id
    tag: Tag
    entry: EntryOrPacks
    piece: Unsigned32

    def __repr__(self) -> str:
        """Show of what it is, and not the tag."""
        return f"Complain({self.transfer_id.hex()}, entry={self.entry}, piece={self.piece})"


class Holding(Message, frozen=True):
    """What this member has got since it said so last, from whomever."""

    transfer_id: Id
    rows: Annotated[list[Want], Many]
    more: bool = False
