import pytest

from byhand.errors import AuthenticationError
from byhand.protocol.codec import encode_message
from byhand.protocol.handshake import MemberEstablished, answer, open_member
from byhand.protocol.member_messages import Bits
from byhand.protocol.preamble import LaneCipher
from byhand.protocol.records import open_record, seal
from tests.helpers.connection_pair import (
    FakeDoor,
    HandshakeEnd,
    member_pair,
    member_tickets,
    run_ends,
)


@pytest.mark.parametrize("cipher", LaneCipher)
def test_two_members_meet_and_understand_each_other(cipher: LaneCipher) -> None:
    ends = member_pair(cipher)
    for one, other in (ends, ends[::-1]):
        record = seal(one.session.sending, encode_message(Bits()))
        assert open_record(other.session.receiving, record[2:]) == encode_message(Bits())


def test_each_end_has_its_own_side_of_the_ticket() -> None:
    dialling, answering = member_tickets()
    ours, theirs = member_pair()
    assert (ours.ticket, theirs.ticket) == (dialling, answering)
    assert ours.ticket.own_tag == theirs.ticket.their_tag


def test_either_of_the_two_may_dial() -> None:
    one, other = member_tickets()
    for dialling, answering in ((one, other), (other, one)):
        door = FakeDoor(members={answering.own_tag: answering})
        ends = HandshakeEnd(open_member(dialling)), HandshakeEnd(answer(door))
        run_ends(*ends)
        assert all(isinstance(end.established, MemberEstablished) for end in ends)


def test_who_answers_has_met_nobody_before_a_record_shows_the_key() -> None:
    dialling, answering = member_tickets()
    caller = HandshakeEnd(open_member(dialling))
    bob = HandshakeEnd(answer(FakeDoor(members={answering.own_tag: answering})))
    caller.run()
    bob.inbox += caller.sent[0]
    bob.run()
    assert not bob.is_done
    bob.inbox += (16).to_bytes(2, "big") + bytes(16)
    with pytest.raises(AuthenticationError):
        bob.run()


def test_a_ticket_shows_no_secret() -> None:
    shown = repr(member_tickets()[0])
    assert "group_id" in shown
    assert not any(secret in shown for secret in ("tag=", "key="))
