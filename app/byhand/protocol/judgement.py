"""What no single field of a message shows: how its fields must fit each other (§8)."""

from functools import singledispatch
from typing import Final

from byhand.domain.manifest import ENTRY_LIMIT, TEXT_BYTES_LIMIT, EntryKind
from byhand.domain.person_name import judge_name
from byhand.domain.pieces import PACK_INDEX
from byhand.errors import RemoteProtocolError
from byhand.protocol.data_frame import HASH_BYTES, PIECE_NUMBERS
from byhand.protocol.friend_messages import Introduce
from byhand.protocol.group_consent import NETWORK_BYTES
from byhand.protocol.invite import is_hint
from byhand.protocol.member_messages import (
    Asked,
    Bits,
    Complain,
    Get,
    Group,
    GroupRow,
    Have,
    Holding,
    No,
)
from byhand.protocol.message import Message
from byhand.protocol.messages import (
    Answer,
    Entries,
    EntryRow,
    Need,
    ProfileUpdate,
    Roots,
    Verdict,
)
from byhand.protocol.resume_messages import HashAnswer, Phase, Pieces, Role, Sync, SyncRow

EXPIRY_LIMIT: Final = 253_402_300_800
"""The year 10000, which no calendar reaches."""


@singledispatch
def judge(message: Message) -> None:
    """Raise RemoteProtocolError for fields that do not fit each other; most types have none."""


@judge.register
def _(message: Entries) -> None:
    if message.first_index + len(message.entries) > ENTRY_LIMIT:
        raise RemoteProtocolError("more entries than an offer may have")
    for row in message.entries:
        _judge_entry(row)


@judge.register
def _(message: ProfileUpdate) -> None:
    judge_name(message.name)
    judge_name(message.computer)


@judge.register
def _(message: Introduce) -> None:
    judge_name(message.name)
    judge_name(message.computer)
    if message.expires_at >= EXPIRY_LIMIT:
        raise RemoteProtocolError("an introduction that never expires")
    if not all(map(is_hint, message.hints)):
        raise RemoteProtocolError("an introduction with something else than hints")


@judge.register
def _(message: Answer) -> None:
    is_accepted = message.verdict is Verdict.ACCEPT
    if len(message.digest) != HASH_BYTES and (is_accepted or message.digest):
        raise RemoteProtocolError("an answer to no manifest")
    if message.chosen is not None and not is_accepted:
        raise RemoteProtocolError("a choice from what was not accepted")
    if message.group is not None:
        if not is_accepted:
            raise RemoteProtocolError("consent to a group by who did not accept")
        if len(message.group.network) not in (0, NETWORK_BYTES):
            raise RemoteProtocolError("a name of a network of another size")


@judge.register
def _(message: Need) -> None:
    _judge_entries([row.entry for row in message.wants or ()])


@judge.register
def _(message: Roots) -> None:
    _judge_entries([row.entry for row in message.rows])
    if any((row.entry == PACK_INDEX) != (row.pack >= 0) for row in message.rows):
        raise RemoteProtocolError("a root of neither a file nor a pack")


@judge.register
def _(message: Sync) -> None:
    for row in message.rows:
        _judge_sync_row(row)


@judge.register
def _(message: Pieces) -> None:
    count, rest = divmod(len(message.hashes), HASH_BYTES)
    if rest or not count:
        raise RemoteProtocolError("hashes of another size, or none")
    _judge_pieces(message.entry, message.first, count)
    if message.entry == PACK_INDEX and message.generation:
        raise RemoteProtocolError("packs of a later generation")


@judge.register
def _(message: HashAnswer) -> None:
    if any(len(root) not in (0, HASH_BYTES) for _, root in message.rows):
        raise RemoteProtocolError("a root of another size")


@judge.register(Bits)
@judge.register(Have)
@judge.register(Holding)
def _(message: Bits | Have | Holding) -> None:
    _judge_entries([row.entry for row in message.rows])


@judge.register(Get)
@judge.register(No)
def _(message: Get | No) -> None:
    _judge_asked(message.rows)


@judge.register
def _(message: Complain) -> None:
    _judge_pieces(message.entry, message.piece, 1)


@judge.register
def _(message: Group) -> None:
    for row in message.rows:
        _judge_ticket(row)


def _judge_entry(row: EntryRow) -> None:
    if row.allocated > row.size:
        raise RemoteProtocolError("an entry that takes more room than its size")
    if row.kind is EntryKind.FILE:
        return
    if row.kind is EntryKind.FOLDER and (row.size or row.executable):
        raise RemoteProtocolError("a folder with the marks of a file")
    if row.kind is EntryKind.TEXT and row.size > TEXT_BYTES_LIMIT:
        raise RemoteProtocolError("a text that is too long")


def _judge_entries(entries: list[int]) -> None:
    if any(entry >= ENTRY_LIMIT and entry != PACK_INDEX for entry in entries):
        raise RemoteProtocolError("an entry beyond the limit")


def _judge_pieces(entry: int, first: int, count: int) -> None:
    _judge_entries([entry])
    if first + count > (ENTRY_LIMIT if entry == PACK_INDEX else PIECE_NUMBERS):
        raise RemoteProtocolError("pieces beyond the limit")


def _judge_asked(rows: list[Asked]) -> None:
    for row in rows:
        _judge_pieces(row.entry, row.first, row.count)


def _judge_ticket(row: GroupRow) -> None:
    if row.own_tag == row.their_tag:
        raise RemoteProtocolError("a ticket from a member to itself")
    if row.expires_at >= EXPIRY_LIMIT:
        raise RemoteProtocolError("a ticket that never expires")
    if not all(map(is_hint, row.hints)):
        raise RemoteProtocolError("a ticket with something else than hints")


def _judge_sync_row(row: SyncRow) -> None:
    if (row.role is Role.RECEIVER) != (row.number == 0):
        raise RemoteProtocolError("a number by the receiver, or none by the sender")
    if len(row.digest) not in (0, HASH_BYTES):
        raise RemoteProtocolError("a digest of another size")
    if row.phase is Phase.ACCEPTED and not row.digest:
        raise RemoteProtocolError("a transfer accepted before its manifest was complete")
