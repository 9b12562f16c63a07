"""Any message that may travel, as hypothesis strategies by type."""

from collections.abc import Iterable
from typing import TypeVar

from hypothesis import strategies as st

from byhand.domain.codes import Code
from byhand.domain.group import LinkKind
from byhand.domain.manifest import ENTRY_LIMIT, SIZE_LIMIT, EntryKind
from byhand.domain.person_name import fitting_name
from byhand.domain.pieces import PACK_INDEX
from byhand.domain.profile import LOWEST_PORT
from byhand.domain.transfer import TransferId
from byhand.protocol.dial_back import DialBack, DialResult
from byhand.protocol.fields import FAILED_GENERATION
from byhand.protocol.friend_messages import (
    INTRODUCED_HINTS,
    Introduce,
    IntroduceAnswer,
    PairCommit,
    PairLater,
    PairNo,
    PairNonce,
    PairOk,
    PairReveal,
)
from byhand.protocol.group_consent import NETWORK_BYTES, GroupConsent, GroupOffer
from byhand.protocol.judgement import EXPIRY_LIMIT
from byhand.protocol.member_messages import (
    ASKED_PIECES,
    MEMBER_HINTS,
    Asked,
    Bits,
    CancelGet,
    Complain,
    Get,
    Group,
    GroupRow,
    Have,
    Holding,
    No,
)
from byhand.protocol.message import Message
from byhand.protocol.message_types import MEMBER_MESSAGES
from byhand.protocol.messages import (
    Addresses,
    Answer,
    Bye,
    Cancel,
    Entries,
    EntriesEnd,
    EntryRow,
    ErrorReport,
    FileRow,
    Files,
    FileState,
    Finished,
    Hello,
    Lanes,
    Need,
    Offer,
    Ping,
    Pong,
    ProfileUpdate,
    RootRow,
    Roots,
    Sent,
    Source,
    SourceRow,
    Status,
    Verdict,
    Want,
    Withdraw,
)
from byhand.protocol.preamble import LaneCipher
from byhand.protocol.resume_messages import (
    Again,
    HashAnswer,
    HashAsk,
    Pause,
    Phase,
    Pieces,
    Resume,
    Role,
    Sync,
    SyncRow,
)

_Row = TypeVar("_Row")

unsigned = st.integers(0, 2**63 - 1)
unsigned32 = st.integers(0, 2**32 - 1)
generations = st.integers(0, FAILED_GENERATION - 1)
unsigned16 = st.integers(0, 2**16 - 1)
transfer_ids = st.binary(min_size=16, max_size=16).map(TransferId)
hashes = st.binary(min_size=32, max_size=32)
codes = st.sampled_from(Code)
entry_indices = st.integers(0, ENTRY_LIMIT - 1)
entry_counts = st.integers(0, ENTRY_LIMIT)
entries_or_packs = entry_indices | st.just(PACK_INDEX)
ranges = st.lists(st.integers(0, 2**32), max_size=20)
epochs = st.integers(1, 2**32 - 1)


def text(limit: int) -> st.SearchStrategy[str]:
    return st.text(max_size=min(limit, 40))


def rows(row: st.SearchStrategy[_Row]) -> st.SearchStrategy[list[_Row]]:
    return st.lists(row, max_size=5)


def _entry_row(kind: EntryKind) -> st.SearchStrategy[EntryRow]:
    largest = {EntryKind.FILE: SIZE_LIMIT, EntryKind.FOLDER: 0, EntryKind.TEXT: 2**20}[kind]
    sizes = st.tuples(st.integers(0, largest), st.integers(0, largest)).map(sorted)
    return st.builds(
        lambda components, size, mtime_ns, executable: EntryRow(
            tuple(components), kind, size[1], size[0], mtime_ns, executable
        ),
        st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=4),
        sizes,
        st.integers(-(2**63), 2**63 - 1),
        st.booleans() if kind is EntryKind.FILE else st.just(False),
    )


entry_rows = st.sampled_from(EntryKind).flatmap(_entry_row)
names = st.text(max_size=40).map(fitting_name)
root_rows = st.one_of(
    st.builds(RootRow, entry_indices, st.just(-1), generations, hashes),
    st.builds(RootRow, st.just(PACK_INDEX), entry_indices, generations, hashes),
)
wants = st.builds(Want, entries_or_packs, ranges)
sixteen = st.binary(min_size=16, max_size=16)
consents = st.builds(
    GroupConsent,
    st.sampled_from(LinkKind),
    st.just(b"") | st.binary(min_size=NETWORK_BYTES, max_size=NETWORK_BYTES),
)
answers = st.one_of(
    st.builds(
        Answer,
        transfer_id=transfer_ids,
        verdict=st.just(Verdict.ACCEPT),
        digest=hashes,
        chosen=st.none() | ranges,
        group=st.none() | consents,
    ),
    st.builds(
        Answer,
        transfer_id=transfer_ids,
        verdict=st.sampled_from([Verdict.DECLINE, Verdict.LATER]),
        digest=st.just(b"") | hashes,
        code=codes,
    ),
)


def _sync_rows(phase: Phase) -> st.SearchStrategy[SyncRow]:
    digests = hashes if phase is Phase.ACCEPTED else st.just(b"") | hashes
    return st.builds(
        lambda transfer_id, digest, number, is_paused: SyncRow(
            transfer_id, Role.SENDER if number else Role.RECEIVER, phase, digest, number, is_paused
        ),
        transfer_ids,
        digests,
        unsigned32,
        st.booleans(),
    )


sync_rows = st.sampled_from(Phase).flatmap(_sync_rows)
hints = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=40).map(
    "tcp://{}".format
)
introductions = st.builds(
    Introduce,
    introduction_id=transfer_ids,
    x25519=hashes,
    ed25519=hashes,
    name=names,
    computer=names,
    psk=hashes,
    expires_at=st.integers(0, EXPIRY_LIMIT - 1),
    hints=st.lists(hints, max_size=INTRODUCED_HINTS),
    signature=st.binary(min_size=64, max_size=64),
)

requests = st.integers(1, 2**32 - 1)
asked_rows = st.lists(
    st.builds(
        Asked, entries_or_packs, st.integers(0, ENTRY_LIMIT - 16), st.integers(1, ASKED_PIECES)
    ),
    min_size=1,
    max_size=4,
)
tickets = st.builds(
    GroupRow,
    sixteen.filter(lambda tag: tag != bytes(16)),
    st.just(bytes(16)),
    hashes,
    st.sampled_from(LaneCipher),
    st.lists(hints, max_size=MEMBER_HINTS),
    st.integers(0, EXPIRY_LIMIT - 1),
)
pieces_of_files = st.tuples(entry_indices, st.integers(0, 2**32 - 5), generations)
pieces_of_packs = st.tuples(st.just(PACK_INDEX), st.integers(0, ENTRY_LIMIT - 5), st.just(0))

MESSAGES: dict[type[Message], st.SearchStrategy[Message]] = {
    Hello: st.builds(
        Hello,
        versions=st.lists(unsigned16, min_size=1, max_size=16),
        app=text(64),
        installation_id=st.binary(min_size=16, max_size=16),
        capabilities=st.lists(st.text(max_size=32), max_size=5),
        limits=st.dictionaries(st.text(max_size=32), unsigned, max_size=5),
        aes_is_faster=st.booleans(),
        port=unsigned16,
    ),
    Ping: st.builds(Ping, unsigned),
    Pong: st.builds(Pong, unsigned),
    ErrorReport: st.builds(
        ErrorReport,
        code=codes,
        about=unsigned16,
        transfer_id=st.none() | transfer_ids,
        entry=st.none() | entry_indices,
        text=text(200),
    ),
    Bye: st.builds(Bye, codes),
    Lanes: st.builds(
        Lanes,
        indices=st.lists(unsigned32, min_size=1, max_size=8),
        direction=st.integers(0, 1),
    ),
    Addresses: st.builds(Addresses, hints=st.lists(text(255), max_size=5), seen_you_as=text(255)),
    ProfileUpdate: st.builds(ProfileUpdate, name=names, computer=names),
    DialBack: st.builds(DialBack, number=unsigned32, port=st.integers(LOWEST_PORT, 2**16 - 1)),
    DialResult: st.builds(DialResult, number=unsigned32, code=codes),
    Offer: st.builds(
        Offer,
        transfer_id=transfer_ids,
        number=st.integers(1, 2**32 - 1),
        title=text(200),
        count=st.none() | entry_counts,
        bytes=st.none() | unsigned,
        note=st.none() | text(2000),
        retry_of=st.none() | transfer_ids,
        group=st.none() | st.builds(GroupOffer, sixteen, st.integers(1, 2**16 - 1)),
    ),
    Entries: st.builds(
        Entries,
        transfer_id=transfer_ids,
        first_index=st.integers(0, ENTRY_LIMIT - 5),
        entries=rows(entry_rows),
        end=st.none() | st.builds(EntriesEnd, entry_counts, unsigned, unsigned, hashes),
    ),
    Answer: answers,
    Withdraw: st.builds(Withdraw, transfer_ids),
    Need: st.builds(
        Need,
        transfer_id=transfer_ids,
        epoch=epochs,
        wants=st.none() | rows(wants),
        add=st.booleans(),
        more=st.booleans(),
    ),
    Files: st.builds(
        Files,
        transfer_id=transfer_ids,
        rows=rows(st.builds(FileRow, entry_indices, st.sampled_from(FileState), codes)),
        more=st.booleans(),
    ),
    Source: st.builds(
        Source,
        transfer_id=transfer_ids,
        rows=rows(st.builds(SourceRow, entry_indices, codes, unsigned32)),
    ),
    Roots: st.builds(Roots, transfer_id=transfer_ids, rows=rows(root_rows), more=st.booleans()),
    Sync: st.builds(Sync, rows=rows(sync_rows), more=st.booleans()),
    Pieces: st.builds(
        lambda transfer_id, place, listed, more: Pieces(
            transfer_id, place[0], place[1], place[2], b"".join(listed), more
        ),
        transfer_ids,
        pieces_of_files | pieces_of_packs,
        st.lists(hashes, min_size=1, max_size=5),
        st.booleans(),
    ),
    HashAsk: st.builds(HashAsk, transfer_id=transfer_ids, entries=ranges, more=st.booleans()),
    Again: st.builds(Again, transfer_id=transfer_ids, entries=ranges),
    HashAnswer: st.builds(
        HashAnswer,
        transfer_id=transfer_ids,
        rows=rows(st.tuples(entry_indices, st.just(b"") | hashes)),
        more=st.booleans(),
    ),
    Pause: st.builds(Pause, transfer_ids),
    Resume: st.builds(Resume, transfer_ids),
    Status: st.builds(
        Status,
        transfer_id=transfer_ids,
        written=unsigned,
        durable=unsigned,
        files=entry_counts,
        rate=unsigned,
        blocked=codes,
    ),
    Cancel: st.builds(Cancel, transfer_id=transfer_ids, entries=st.none() | ranges, code=codes),
    Sent: st.builds(
        Sent,
        transfer_id=transfer_ids,
        epoch=epochs,
        lanes=st.lists(st.tuples(unsigned32, unsigned), max_size=8),
        ok=entry_counts,
        bad=entry_counts,
    ),
    Finished: st.builds(
        Finished,
        transfer_id=transfer_ids,
        ok=entry_counts,
        bad=entry_counts,
        receipt=st.binary(min_size=72, max_size=72),
    ),
    Introduce: introductions,
    IntroduceAnswer: st.builds(IntroduceAnswer, introduction_id=transfer_ids, code=codes),
    PairCommit: st.builds(PairCommit, hashes),
    PairNonce: st.builds(PairNonce, hashes),
    PairReveal: st.builds(PairReveal, hashes),
    PairOk: st.just(PairOk()),
    PairLater: st.just(PairLater()),
    PairNo: st.builds(PairNo, codes),
    Bits: st.builds(Bits, rows(wants), st.booleans()),
    Have: st.builds(Have, rows(wants), st.booleans()),
    Get: st.builds(Get, requests, asked_rows),
    No: st.builds(No, requests, asked_rows, codes),
    CancelGet: st.builds(CancelGet, requests),
    Group: st.builds(
        Group,
        transfer_id=transfer_ids,
        epoch=epochs,
        rows=rows(tickets),
        removed=rows(sixteen),
        is_over=st.booleans(),
        more=st.booleans(),
    ),
    Complain: st.builds(
        lambda transfer_id, tag, place: Complain(transfer_id, tag, *place[:2]),
        transfer_ids,
        sixteen,
        pieces_of_files | pieces_of_packs,
    ),
    Holding: st.builds(Holding, transfer_ids, rows(wants), st.booleans()),
}


def _any_of(kinds: Iterable[type[Message]]) -> st.SearchStrategy[Message]:
    return st.sampled_from(list(kinds)).flatmap(MESSAGES.__getitem__)


any_message = _any_of(MESSAGES)
any_member_message = _any_of(each for each in MESSAGES if each in MEMBER_MESSAGES)
"""Any that two members of a group may say to each other."""
any_control_message = _any_of(each for each in MESSAGES if each not in MEMBER_MESSAGES)
"""Any that friends may say to each other in a session."""
