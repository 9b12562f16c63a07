"""The control messages by which transfers are held and go on, one frozen struct a type (§8)."""

from enum import IntEnum
from typing import Annotated

from msgspec import Meta, Struct, field

from byhand.protocol.fields import (
    PIECES_HASHES,
    EntryIndex,
    EntryOrPacks,
    Generation,
    Id,
    Many,
    Ranges,
    Unsigned32,
)
from byhand.protocol.message import Message


class Role(IntEnum):
    """Which end of a transfer a side is."""

    SENDER = 0
    RECEIVER = 1


class Phase(IntEnum):
    """Where an unfinished transfer stands at one side."""

    OFFERED = 0
    """Not accepted yet: at the sender it may still wait to be offered."""
    ACCEPTED = 1


class SyncRow(Struct, frozen=True, array_like=True, gc=False):
    """One transfer that is unfinished at this side, and its role in it.

    `digest` is empty while the manifest is not complete; `number` names it in data frames, 0 at
    the receiver; `is_paused` is this side's own bit.
    """

    transfer_id: Id
    role: Role
    phase: Phase
    digest: Annotated[bytes, Meta(max_length=32)]
    number: Unsigned32
    is_paused: bool


class Sync(Message, frozen=True):
    """Every transfer with the other side that is unfinished here; once a session (§19)."""

    rows: Annotated[list[SyncRow], Many] = field(default_factory=list)
    more: bool = False


class Pieces(Message, frozen=True):
    """Hashes of pieces of an entry, or of packs, without data, `first` the first; n × 32 bytes.

    From the sender: those of its files. From the receiver: those of old bytes that it has.
    """

    transfer_id: Id
    entry: EntryOrPacks
    first: Unsigned32
    generation: Generation
    hashes: Annotated[bytes, Meta(max_length=PIECES_HASHES * 32)]
    more: bool = False


class HashAsk(Message, frozen=True):
    """What are the roots of these files? I may have them already."""

    transfer_id: Id
    entries: Ranges
    more: bool = False


class HashAnswer(Message, frozen=True):
    """The roots of files that were asked for; empty for one that cannot be read."""

    transfer_id: Id
    rows: Annotated[list[tuple[EntryIndex, Annotated[bytes, Meta(max_length=32)]]], Many]
    more: bool = False


class Again(Message, frozen=True):
    """Offer these files of a transfer that has ended once more: they are lost here."""

    transfer_id: Id
    entries: Ranges


class Pause(Message, frozen=True):
    """This side holds the transfer."""

    transfer_id: Id


class Resume(Message, frozen=True):
    """This side holds the transfer no more."""

    transfer_id: Id
