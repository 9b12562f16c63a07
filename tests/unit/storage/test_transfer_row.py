import msgspec
import pytest
from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.group import GroupMode
from byhand.domain.identity import FriendId
from byhand.domain.plan import (
    Entered,
    IncomingPlan,
    OutgoingPlan,
    SendOptions,
    SpoolDigest,
    StoredTransfer,
)
from byhand.domain.transfer import Direction, FileProblem, Transfer, TransferState
from byhand.storage.transfer_row import DAMAGED, decode_stored, decode_transfer, encode
from tests.helpers.kept import FIRST, LEA, SECOND, stored

SPOOL = SpoolDigest(3, 400, b"h" * 32)
FULL = Transfer(
    FIRST,
    Direction.OUTGOING,
    LEA,
    "Holiday\u202e \0 ☀",
    TransferState.PARTLY_DONE,
    created_at=1.5,
    total_files=3,
    total_bytes=2**56,
    is_counted=True,
    is_folder=True,
    folder="/home/lea/b\udcffd",
    saved_paths=("/a/\udc80\udcfe", "/b"),
    problems=(FileProblem("Holiday/x", Code.SOURCE_GONE),),
    code=Code.DISK_FULL,
    ended_at=9.25,
    note="for you",
    place=-3.5,
    paused_by_friend=True,
    again_of=SECOND,
    others=7,
)
OUTGOING = OutgoingPlan(
    (b"/home/lea/\xff", b"/b"),
    SendOptions("for you", follows_links=True, group=GroupMode.ON),
    SPOOL,
    b"d" * 32,
    is_accepted=True,
    chosen=(0, 2, 7, 1),
    cancelled=(7, 1),
    retry_of=SECOND,
    again=(3, 1),
    group_id=b"g" * 16,
)
PLACE = Entered("a ☀", "a ☀ (1)", 2**63 + 1, 2**64 - 1)
INCOMING = IncomingPlan(
    *(SPOOL, b"d" * 32, None, (), b"/d/\xff/.byhand-0"),
    updates=True,
    entered=(PLACE,),
    saved=(PLACE, PLACE),
    group_id=b"g" * 16,
    in_group=True,
)


def test_every_field_comes_back_as_it_was() -> None:
    assert decode_stored(FIRST, encode(FULL), encode(OUTGOING)) == StoredTransfer(FULL, OUTGOING)
    incoming = replace(FULL, direction=Direction.INCOMING)
    assert decode_stored(FIRST, encode(incoming), encode(INCOMING)).plan == INCOMING


@pytest.mark.parametrize("text", ["\0", "\x00ff", "\udcff", "\0\udc80ff", "\x000000"])
def test_names_that_are_no_text_come_back_as_they_were(text: str) -> None:
    transfer = replace(FULL, folder=text, saved_paths=(text, "plain"))
    assert decode_transfer(FIRST, encode(transfer)) == transfer


@pytest.mark.parametrize("name", ["..", "../x", "/etc/x", "a\0", "\udcff", ""])
@pytest.mark.parametrize("field", ["entered", "saved"])
def test_a_row_that_was_edited_to_leave_its_folder_cannot_be_read(field: str, name: str) -> None:
    incoming = encode(replace(FULL, direction=Direction.INCOMING))
    for place in (replace(PLACE, name=name), replace(PLACE, top=name)):
        with pytest.raises(DAMAGED):
            decode_stored(FIRST, incoming, encode(replace(INCOMING, **{field: (place,)})))


def changed(transfer: Transfer, **changes: object) -> bytes:
    """Return a snapshot as another version would write it."""
    return msgspec.msgpack.encode(msgspec.msgpack.decode(encode(transfer)) | changes)


PLAIN = stored(FIRST).transfer


def test_what_a_later_version_adds_is_ignored() -> None:
    assert decode_transfer(FIRST, changed(PLAIN, mood="glad", depth=[1])) == PLAIN


def test_what_an_earlier_version_did_not_have_gets_its_default() -> None:
    content = msgspec.msgpack.decode(encode(PLAIN))
    kept = ("id", "direction", "friend_id", "title", "state", "created_at")
    assert decode_transfer(
        FIRST, msgspec.msgpack.encode({name: content[name] for name in kept})
    ) == Transfer(FIRST, Direction.INCOMING, LEA, "Holiday", TransferState.ACTIVE, 1.0)


def test_plans_of_a_version_that_knew_no_groups_are_of_none() -> None:
    plan = msgspec.msgpack.decode(encode(OUTGOING))
    del plan["group_id"], plan["options"]["group"]
    kept = decode_stored(FIRST, encode(FULL), msgspec.msgpack.encode(plan)).plan
    options = replace(OUTGOING.options, group=GroupMode.AUTO)
    assert kept == replace(OUTGOING, group_id=b"", options=options)
    theirs = msgspec.msgpack.decode(encode(INCOMING))
    del theirs["group_id"], theirs["in_group"]
    assert decode_stored(FIRST, encode(PLAIN), msgspec.msgpack.encode(theirs)).plan == replace(
        INCOMING, group_id=b"", in_group=False
    )


def test_a_code_that_only_a_later_version_knows_is_internal() -> None:
    assert decode_transfer(FIRST, changed(PLAIN, code=999)).code is Code.INTERNAL


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xc1",
        b"\x91" * 100_000,
        encode(PLAIN)[:-1],
        changed(PLAIN, state="teleporting"),
        changed(PLAIN, direction="sideways"),
        changed(PLAIN, total_bytes="many"),
        changed(PLAIN, title=None),
        encode(stored(SECOND).transfer),
    ],
)
def test_what_cannot_be_read_is_said_to_be_damaged(content: bytes) -> None:
    with pytest.raises(DAMAGED):
        decode_transfer(FIRST, content)


def test_the_plan_of_the_other_direction_is_damaged() -> None:
    with pytest.raises(DAMAGED):
        decode_stored(FIRST, encode(FULL), msgspec.msgpack.encode({"digest": 5}))
    friend = FriendId(b"t" * 32)
    transfer = replace(FULL, friend_id=friend)
    assert decode_stored(FIRST, encode(transfer), encode(OUTGOING)).transfer.friend_id == friend
