"""Whole handshakes with fixed keys, byte for byte (tests/vectors/wire/handshakes.json)."""

from typing import Any

import pytest

from byhand.domain.codes import Code
from byhand.domain.pieces import PACK_INDEX
from byhand.noise.handshake_state import HandshakeState, Session
from byhand.noise.primitives import KeyPair
from byhand.protocol.bind import (
    decode_introduction,
    encode_bind,
    encode_introduction,
    verify_bind,
)
from byhand.protocol.codec import decode_message, encode_message
from byhand.protocol.connection import Connection
from byhand.protocol.credentials import Introduction, LocalIdentity, invite_selector
from byhand.protocol.data_frame import (
    Totals,
    encode_end,
)
from byhand.protocol.dial_back import dial_back_ticket
from byhand.protocol.handshake import LaneTicket, lane_ticket
from byhand.protocol.member_messages import Bits
from byhand.protocol.message import Message
from byhand.protocol.messages import Bye, Want
from byhand.protocol.newcomer import friend_psk, opened_introduction, sealed_introduction
from byhand.protocol.pairing import Comparison
from byhand.protocol.preamble import (
    LaneCipher,
    Preamble,
    Use,
    encode_preamble,
    lane_prologue,
    mac1,
    member_prologue,
    prologue,
)
from byhand.protocol.records import framed, open_record, seal
from byhand.protocol.state import PAIRING_MESSAGES
from tests.helpers.connection_pair import ALICE, BOB, received
from tests.helpers.noise_pair import load_json

h = bytes.fromhex
HANDSHAKES = load_json("wire/handshakes.json")
EPHEMERALS = {
    True: KeyPair.from_private(h(HANDSHAKES["ephemerals"]["initiator"])),
    False: KeyPair.from_private(h(HANDSHAKES["ephemerals"]["responder"])),
}


def test_the_handshake_of_friends() -> None:
    case = HANDSHAKES["friend"]
    preamble = Preamble(Use.FRIEND, 108)
    assert prologue(preamble) == h(case["prologue"])
    psks = (h(case["psk"]),)
    alice = _side(preamble, True, ALICE, rs=BOB.keys.x25519, psks=psks)
    bob = _side(preamble, False, BOB, psks=psks)
    timestamp = case["timestamp_ns"].to_bytes(12, "big")
    opening = encode_preamble(preamble) + alice.write_message(timestamp)
    sent = [opening + mac1(BOB.keys.x25519, opening)]
    assert bob.read_message(opening[8:]) == timestamp
    answered = [framed(bob.write_message())]
    alice.read_message(answered[0][2:])
    ours, theirs = alice.split(), bob.split()
    sent.append(seal(ours.sending, encode_bind(ALICE, ours.handshake_hash)))
    answered.append(seal(theirs.sending, encode_bind(BOB, theirs.handshake_hash)))
    _check(case, sent, answered, ours)
    bind = open_record(theirs.receiving, sent[1][2:])
    verify_bind(bind, theirs.handshake_hash, ALICE.keys)
    bind = open_record(ours.receiving, answered[1][2:])
    verify_bind(bind, ours.handshake_hash, BOB.keys)
    hello = decode_message(h(load_json("wire/messages.json")["messages"][1]["bytes"]))
    assert hello is not None
    ends = Connection(ours), Connection(theirs)
    assert ends[0].send(hello) == h(case["initiator_sends"][2])
    assert received(ends[0], h(case["responder_sends"][2])) == [hello]


def test_the_handshake_of_an_invite() -> None:
    case = HANDSHAKES["invite"]
    preamble = Preamble(Use.INVITE, 64)
    assert prologue(preamble) == h(case["prologue"])
    psks = (h(case["psk"]),)
    alice, bob = _side(preamble, True, ALICE, psks=psks), _side(preamble, False, BOB, psks=psks)
    selector = invite_selector(h(case["psk"]), EPHEMERALS[True].public)
    assert selector == h(case["selector"])
    sent = [encode_preamble(preamble) + alice.write_message(selector)]
    bob.read_message(sent[0][8:])
    answered = [framed(bob.write_message())]
    alice.read_message(answered[0][2:])
    third = framed(alice.write_message())
    bob.read_message(third[2:])
    ours, theirs = alice.split(), bob.split()
    names = [Introduction(**case[role]) for role in ("initiator", "responder")]
    introduced = encode_introduction(ALICE, names[0], ours.handshake_hash)
    sent.append(third + seal(ours.sending, introduced))
    introduced = encode_introduction(BOB, names[1], theirs.handshake_hash)
    answered.append(seal(theirs.sending, introduced))
    _check(case, sent, answered, ours)
    assert ours.exporter(b"byhand/v1/friend") == h(case["psk_friend"])
    content = open_record(ours.receiving, answered[1][2:])
    decoded = decode_introduction(content, ours.handshake_hash, BOB.keys.x25519)
    assert decoded == (BOB.keys, names[1])


def test_a_refusal_in_place_of_an_introduction() -> None:
    case = HANDSHAKES["invite"]
    preamble, psks = Preamble(Use.INVITE, 64), (h(case["psk"]),)
    alice, bob = _side(preamble, True, ALICE, psks=psks), _side(preamble, False, BOB, psks=psks)
    bob.read_message(alice.write_message(h(case["selector"])))
    alice.read_message(bob.write_message())
    bob.read_message(alice.write_message())
    refusal = case["refusal"]
    assert seal(bob.split().sending, bytes([refusal["code"]])) == h(refusal["responder_sends"])
    record = h(refusal["responder_sends"])[2:]
    assert open_record(alice.split().receiving, record) == bytes([Code.DENIED])


def test_the_handshake_of_a_pairing_and_a_run() -> None:
    case = HANDSHAKES["pair"]
    preamble = Preamble(Use.PAIR, 40)
    assert prologue(preamble) == h(case["prologue"])
    alice, bob = _side(preamble, True, ALICE), _side(preamble, False, BOB)
    sent = [encode_preamble(preamble) + alice.write_message(h(case["token"]))]
    assert bob.read_message(sent[0][8:]) == h(case["token"])
    answered = [framed(bob.write_message())]
    alice.read_message(answered[0][2:])
    third = framed(alice.write_message())
    bob.read_message(third[2:])
    ours, theirs = alice.split(), bob.split()
    names = [Introduction(**case[role]) for role in ("initiator", "responder")]
    sent.append(third + sealed_introduction(ours, ALICE, names[0]))
    answered.append(sealed_introduction(theirs, BOB, names[1]))
    _check(case, sent, answered, ours)
    assert friend_psk(ours) == h(case["psk_friend"])
    opened = opened_introduction(ours, ALICE, answered[1][2:])
    assert opened == (BOB.keys, names[1])
    opened_introduction(theirs, BOB, sent[1][len(third) + 2 :])
    _check_run(case, ours, theirs)


def _check_run(case: dict[str, Any], ours: Session, theirs: Session) -> None:
    """The messages from HELLO on, and the code that both see."""
    ids = ALICE.friend_id, BOB.friend_id
    nonces = iter([h(case["nonces"][role]) for role in ("initiator", "responder")])
    runs = [
        Comparison(ours.handshake_hash, *who, may_cross=False, random=lambda _: next(nonces))
        for who in (ids, ids[::-1])
    ]
    ends = Connection(ours, PAIRING_MESSAGES), Connection(theirs, PAIRING_MESSAGES)
    hello = decode_message(h(load_json("wire/messages.json")["messages"][1]["bytes"]))
    assert hello is not None
    commit = runs[0].start()
    runs[1].receive(commit)
    nonce = runs[1].accept()
    reveal = runs[0].receive(nonce)
    assert reveal is not None
    runs[1].receive(reveal)
    assert runs[0].shown + runs[1].shown == case["code"]
    by_alice: list[Message] = [hello, commit, reveal, runs[0].put_off(), Bye()]
    said = runs[1].type_half(runs[0].shown)
    assert said is not None
    by_bob: list[Message] = [hello, nonce, said]
    assert [ends[0].send(each).hex() for each in by_alice] == case["initiator_sends"][2:]
    assert [ends[1].send(each).hex() for each in by_bob] == case["responder_sends"][2:]


@pytest.mark.parametrize("case", HANDSHAKES["lanes"])
def test_the_handshake_of_a_lane(case: dict[str, Any]) -> None:
    ticket = _ticket(case)
    assert ticket.tag == h(case["tag"])
    assert ticket.psk == h(case["psk"])
    preamble = Preamble(Use.LANE, 48, ticket.cipher)
    mixed = lane_prologue(preamble, ticket.tag, ticket.control_hash, ticket.index, ticket.direction)
    assert mixed == h(case["prologue"])
    name, psks = preamble.noise_protocol_name, (ticket.psk,)
    alice = HandshakeState(name, True, mixed, e=EPHEMERALS[True], psks=psks)
    bob = HandshakeState(name, False, mixed, e=EPHEMERALS[False], psks=psks)
    sent = [encode_preamble(preamble) + ticket.tag + alice.write_message()]
    bob.read_message(sent[0][24:])
    answered = [framed(bob.write_message())]
    alice.read_message(answered[0][2:])
    ours = alice.split()
    sent.append(seal(ours.sending, encode_end(Totals(0, 0))))
    assert [wire.hex() for wire in sent] == case["initiator_sends"]
    assert [wire.hex() for wire in answered] == case["responder_sends"]
    assert ours.handshake_hash == h(case["handshake_hash"])


@pytest.mark.parametrize("case", HANDSHAKES["members"])
def test_the_handshake_of_two_members_and_their_first_words(case: dict[str, Any]) -> None:
    group_id, dialler, listener = (
        h(case[name]) for name in ("group_id", "diallers_tag", "listeners_tag")
    )
    preamble = Preamble(Use.MEMBER, 48, LaneCipher(case["cipher"]))
    mixed = member_prologue(preamble, group_id, dialler, listener)
    assert mixed == h(case["prologue"])
    name, psks = preamble.noise_protocol_name, (h(case["key"]),)
    alice = HandshakeState(name, True, mixed, e=EPHEMERALS[True], psks=psks)
    bob = HandshakeState(name, False, mixed, e=EPHEMERALS[False], psks=psks)
    sent = [encode_preamble(preamble) + listener + alice.write_message()]
    bob.read_message(sent[0][24:])
    answered = [framed(bob.write_message())]
    alice.read_message(answered[0][2:])
    ours, theirs = alice.split(), bob.split()
    packs = encode_message(Bits([Want(PACK_INDEX, [3, 2])]))
    said = (b"", packs, encode_end(Totals(0, 0)))
    sent += [seal(ours.sending, each) for each in said]
    answered.append(seal(theirs.sending, encode_message(Bits())))
    assert [wire.hex() for wire in sent] == case["initiator_sends"]
    assert [wire.hex() for wire in answered] == case["responder_sends"]
    assert ours.handshake_hash == h(case["handshake_hash"])


@pytest.mark.parametrize("case", HANDSHAKES["dial_backs"])
def test_what_a_call_that_was_asked_for_is_known_by(case: dict[str, Any]) -> None:
    for session in _friend_sessions():
        is_ours = session.is_initiator == (case["asker"] == 0)
        ticket = dial_back_ticket(session, case["number"], is_ours=is_ours)
        assert ticket.tag == h(case["tag"])
        assert ticket.psk == h(case["psk"])
        preamble = Preamble(Use.LANE, 48, ticket.cipher)
        place = ticket.index, ticket.direction
        mixed = lane_prologue(preamble, ticket.tag, ticket.control_hash, *place)
        assert mixed == h(case["prologue"])


def _ticket(case: dict[str, Any]) -> LaneTicket:
    """The ticket that the session of `friend` gives."""
    session, _ = _friend_sessions()
    return lane_ticket(session, case["index"], case["direction"], case["cipher"])


def _friend_sessions() -> tuple[Session, Session]:
    friend = HANDSHAKES["friend"]
    preamble = Preamble(Use.FRIEND, 108)
    psks = (h(friend["psk"]),)
    alice = _side(preamble, True, ALICE, rs=BOB.keys.x25519, psks=psks)
    bob = _side(preamble, False, BOB, psks=psks)
    bob.read_message(alice.write_message(friend["timestamp_ns"].to_bytes(12, "big")))
    alice.read_message(bob.write_message())
    return alice.split(), bob.split()


def _side(
    preamble: Preamble,
    is_initiator: bool,
    identity: LocalIdentity,
    rs: bytes | None = None,
    psks: tuple[bytes, ...] = (),
) -> HandshakeState:
    return HandshakeState(
        preamble.noise_protocol_name,
        is_initiator,
        prologue(preamble),
        s=identity.x25519,
        e=EPHEMERALS[is_initiator],
        rs=rs,
        psks=psks,
    )


def _check(case: dict[str, Any], sent: list[bytes], answered: list[bytes], ours: Session) -> None:
    assert [wire.hex() for wire in sent] == case["initiator_sends"][:2]
    assert [wire.hex() for wire in answered] == case["responder_sends"][:2]
    assert ours.handshake_hash == h(case["handshake_hash"])
    assert ours.exporter_key == h(case["exporter_key"])
