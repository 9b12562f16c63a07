from byhand.domain.transfer import TransferId
from byhand.protocol.codec import RANGES_LIMIT, batches, encode_message, wants
from byhand.protocol.member_messages import (
    MEMBER_HINTS,
    TICKETS_LIMIT,
    Complain,
    Group,
    GroupRow,
    Have,
    Holding,
)
from byhand.protocol.preamble import LaneCipher
from byhand.protocol.records import RECORD_PAYLOAD_BYTES

ID = TransferId(bytes(16))
LONGEST_HINT = "tcp://" + "a" * 249


def ticket() -> GroupRow:
    hints = [LONGEST_HINT] * MEMBER_HINTS
    return GroupRow(b"o" * 16, b"t" * 16, b"k" * 32, LaneCipher.AESGCM, hints, 2**33)


def test_tickets_show_no_secret() -> None:
    shown = repr(Group(ID, 7, [ticket()], [b"r" * 16])) + repr([ticket()])
    assert "epoch=7" in shown
    assert not any(secret in shown for secret in ("ooo", "ttt", "kkk", "rrr", "aaa"))


def test_a_complaint_shows_no_tag() -> None:
    shown = repr(Complain(ID, b"t" * 16, 3, 7))
    assert "piece=7" in shown
    assert "ttt" not in shown


def test_as_many_tickets_as_a_member_may_hold_fit_messages_that_act_together() -> None:
    parts = list(batches([ticket()] * TICKETS_LIMIT))
    assert sum(map(len, parts)) == TICKETS_LIMIT
    for part in parts:
        assert len(encode_message(Group(ID, 1, part, more=True))) <= RECORD_PAYLOAD_BYTES


def test_what_a_member_has_fits_messages_however_scattered_it_is() -> None:
    ranges = [number for n in range(3 * RANGES_LIMIT) for number in (2**31 + 2 * n, 1)]
    parts = list(batches(wants(7, ranges)))
    assert len(parts) > 1
    for part in parts:
        assert len(encode_message(Have(part, more=True))) <= RECORD_PAYLOAD_BYTES
        assert len(encode_message(Holding(ID, part, more=True))) <= RECORD_PAYLOAD_BYTES
