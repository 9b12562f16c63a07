from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byhand.domain.identity import PublicKeys
from byhand.errors import AuthenticationError, LocalProtocolError, RemoteProtocolError
from byhand.noise.handshake_state import Session
from byhand.protocol.credentials import InviteSecret, LocalIdentity, OpenInvite, PinnedFriend
from byhand.protocol.handshake import (
    FUTURE_LIMIT_NS,
    FriendEstablished,
    InviteEstablished,
    LaneTicket,
    Steps,
    answer,
    call_friend,
    lane_ticket,
    open_lane,
    pair_with,
    use_invite,
)
from byhand.protocol.preamble import LaneCipher
from byhand.protocol.records import open_record, seal
from tests.helpers.connection_pair import (
    ALICE,
    ALICE_AS_FRIEND,
    ALICE_INTRODUCED,
    BOB,
    BOB_AS_FRIEND,
    BOB_INTRODUCED,
    BOBS_INVITE,
    EVE,
    INVITE_PSK,
    NOW_NS,
    PSK,
    TOKEN,
    FakeDoor,
    HandshakeEnd,
    become_friends,
    lane_pair,
    meet_as_friends,
    run_ends,
    run_steps,
    session_pair,
)

HOUR_NS = 3600 * 10**9


def call(friend: PinnedFriend = BOB_AS_FRIEND, now_ns: int = NOW_NS) -> Steps:
    return call_friend(ALICE, friend, now_ns)


def answered_in_silence(initiator: Steps, door: FakeDoor) -> bool:
    """Whether the door refuses without having sent a byte."""
    caller, bob = HandshakeEnd(initiator), HandshakeEnd(answer(door))
    with pytest.raises(RemoteProtocolError):
        run_ends(caller, bob)
    return not bob.sent


def can_talk(ours: Session, theirs: Session) -> bool:
    there = open_record(theirs.receiving, seal(ours.sending, b"ping")[2:])
    back = open_record(ours.receiving, seal(theirs.sending, b"pong")[2:])
    return (there, back) == (b"ping", b"pong")


# Friends (use 3)


def test_friends_meet() -> None:
    ours, theirs = meet_as_friends()
    assert (ours.friend_id, theirs.friend_id) == (BOB.friend_id, ALICE.friend_id)
    assert ours.timestamp_ns == theirs.timestamp_ns == NOW_NS
    assert ours.session.handshake_hash == theirs.session.handshake_hash
    assert ours.session.exporter(b"label") == theirs.session.exporter(b"label")
    assert can_talk(ours.session, theirs.session)


def test_a_timestamp_is_later_than_the_last_though_the_clock_went_back() -> None:
    later = replace(BOB_AS_FRIEND, last_timestamp=NOW_NS + HOUR_NS)
    door = FakeDoor(friends=[replace(ALICE_AS_FRIEND, last_timestamp=NOW_NS + HOUR_NS)])
    ours, theirs = run_steps(call(later), answer(door))
    assert isinstance(ours, FriendEstablished)
    assert isinstance(theirs, FriendEstablished)
    assert ours.timestamp_ns == theirs.timestamp_ns == NOW_NS + HOUR_NS + 1


def test_H07_a_first_message_that_came_before_is_met_with_silence() -> None:
    for confirmed in (NOW_NS, NOW_NS + 1):
        door = FakeDoor(friends=[replace(ALICE_AS_FRIEND, last_timestamp=confirmed)])
        assert answered_in_silence(call(), door)


def test_H07_a_recorded_handshake_played_again_gets_no_further_than_its_first_message() -> None:
    caller = HandshakeEnd(call())
    run_ends(caller, HandshakeEnd(answer(FakeDoor())))
    bob = HandshakeEnd(answer(FakeDoor()))
    for sent in caller.sent:
        bob.inbox += sent
    with pytest.raises(AuthenticationError):
        bob.run()
    assert len(bob.sent) == 1
    assert not bob.is_done


def test_a_timestamp_up_to_48_hours_ahead_is_taken() -> None:
    door = FakeDoor(time_ns=NOW_NS - FUTURE_LIMIT_NS)
    assert run_steps(call(), answer(door))
    door = FakeDoor(time_ns=NOW_NS - FUTURE_LIMIT_NS - 1)
    assert answered_in_silence(call(), door)


def test_H06_strangers_removed_friends_and_wrong_secrets_meet_silence() -> None:
    assert answered_in_silence(call(), FakeDoor(friends=[]))
    stranger = call_friend(EVE, BOB_AS_FRIEND, NOW_NS)
    assert answered_in_silence(stranger, FakeDoor())


def test_H06_a_wrong_psk_establishes_nothing_on_either_side() -> None:
    caller = HandshakeEnd(call(replace(BOB_AS_FRIEND, psk=bytes(32))))
    bob = HandshakeEnd(answer(FakeDoor()))
    with pytest.raises(AuthenticationError):
        run_ends(caller, bob)
    assert not caller.is_done
    assert not bob.is_done


def test_who_does_not_know_our_key_meets_silence_before_any_exchange_of_keys() -> None:
    impostor = replace(BOB_AS_FRIEND, keys=EVE.keys)
    asked: list[bytes] = []

    class Door(FakeDoor):
        def friend_by_static(self, x25519: bytes) -> PinnedFriend | None:
            asked.append(x25519)
            return super().friend_by_static(x25519)

    assert answered_in_silence(call(impostor), Door())
    assert not asked


def test_a_friend_with_another_signing_key_is_refused_by_either_side() -> None:
    other_key = PublicKeys(ALICE.keys.x25519, EVE.keys.ed25519)
    door = FakeDoor(friends=[replace(ALICE_AS_FRIEND, keys=other_key)])
    bob = HandshakeEnd(answer(door))
    with pytest.raises(AuthenticationError):
        run_ends(HandshakeEnd(call()), bob)
    assert len(bob.sent) == 1  # the second message, but never its own bind
    twisted = LocalIdentity.from_private(BOB.x25519.private, EVE.ed25519_private)
    caller = HandshakeEnd(call())
    with pytest.raises(AuthenticationError):
        run_ends(caller, HandshakeEnd(answer(FakeDoor(identity=twisted))))
    assert not caller.is_done


def test_each_attempt_is_new() -> None:
    first, second = HandshakeEnd(call()), HandshakeEnd(call())
    first.take_turn()
    second.take_turn()
    assert first.sent[0][8:40] != second.sent[0][8:40]


# Invites (use 2)


def test_an_invite_makes_two_strangers_know_each_other() -> None:
    ours, theirs = become_friends()
    assert ours.keys == BOB.keys
    assert theirs.keys == ALICE.keys
    assert (ours.name, ours.computer) == (BOB_INTRODUCED.name, BOB_INTRODUCED.computer)
    assert (theirs.name, theirs.computer) == (ALICE_INTRODUCED.name, ALICE_INTRODUCED.computer)
    assert ours.psk_invite == theirs.psk_invite == INVITE_PSK
    assert ours.psk_friend == theirs.psk_friend
    assert len(ours.psk_friend) == 32
    assert can_talk(ours.session, theirs.session)


def test_the_secret_of_a_new_friendship_serves_their_next_meeting() -> None:
    ours, theirs = become_friends()
    bob = PinnedFriend(ours.keys.friend_id, ours.keys, ours.psk_friend)
    alice = PinnedFriend(theirs.keys.friend_id, theirs.keys, theirs.psk_friend)
    assert run_steps(call(bob), answer(FakeDoor(friends=[alice])))


def test_who_made_the_invite_may_dial_too() -> None:
    door = FakeDoor(identity=ALICE, introduction=ALICE_INTRODUCED, invites=[BOBS_INVITE])
    dialling = use_invite(BOB, BOB_INTRODUCED, OpenInvite(INVITE_PSK, BOBS_INVITE.expires_at))
    ours, theirs = run_steps(dialling, answer(door))
    assert isinstance(ours, InviteEstablished)
    assert isinstance(theirs, InviteEstablished)
    assert (ours.keys, theirs.keys) == (ALICE.keys, BOB.keys)


def test_the_invite_that_is_meant_is_found_among_others() -> None:
    expires_at = BOBS_INVITE.expires_at
    others: list[InviteSecret] = [OpenInvite(bytes([n]) * 32, expires_at) for n in range(9)]
    door = FakeDoor(invites=[*others, OpenInvite(INVITE_PSK, expires_at)])
    assert run_steps(use_invite(ALICE, ALICE_INTRODUCED, BOBS_INVITE), answer(door))


@pytest.mark.parametrize(
    "invites",
    [
        [],
        [OpenInvite(bytes(32), BOBS_INVITE.expires_at)],
        [OpenInvite(INVITE_PSK, NOW_NS // 10**9)],
    ],
    ids=["none is open", "another secret", "expired"],
)
def test_without_an_open_invite_there_is_silence(invites: list[InviteSecret]) -> None:
    using = use_invite(ALICE, ALICE_INTRODUCED, BOBS_INVITE)
    assert answered_in_silence(using, FakeDoor(invites=invites))


def test_somebody_else_than_the_link_names_is_refused_whoever_dials() -> None:
    eves_door = FakeDoor(identity=EVE)
    caller = HandshakeEnd(use_invite(ALICE, ALICE_INTRODUCED, BOBS_INVITE))
    with pytest.raises(AuthenticationError):
        run_ends(caller, HandshakeEnd(answer(eves_door)))
    alices_door = FakeDoor(identity=ALICE, invites=[BOBS_INVITE])
    alice = HandshakeEnd(answer(alices_door))
    eve = use_invite(EVE, BOB_INTRODUCED, OpenInvite(INVITE_PSK, BOBS_INVITE.expires_at))
    with pytest.raises(AuthenticationError):
        run_ends(HandshakeEnd(eve), alice)
    assert not alice.is_done


def test_secrets_of_what_was_established_are_not_shown() -> None:
    ours, _ = become_friends()
    ticket = lane_ticket(ours.session, 0, 0, 1)
    for secret in (ours.psk_friend, ours.psk_invite, ticket.psk, ticket.tag):
        assert repr(secret)[2:-1] not in repr(ours) + repr(ticket)


# Lanes (use 4)


@pytest.mark.parametrize("cipher", LaneCipher)
def test_a_lane_opens_with_the_same_ticket_at_both_ends(cipher: LaneCipher) -> None:
    alice, bob = session_pair()
    ticket = lane_ticket(alice, 6, 1, cipher)
    assert lane_ticket(bob, 6, 1, cipher) == ticket
    ours, theirs = lane_pair(ticket)
    assert ours.ticket == theirs.ticket == ticket
    assert can_talk(ours.session, theirs.session)


def test_lanes_of_one_session_and_of_others_share_nothing() -> None:
    (alice, _), (other, _) = session_pair(), session_pair()
    tickets = [lane_ticket(session, index, 0, 1) for session in (alice, other) for index in (0, 2)]
    assert len({ticket.tag for ticket in tickets}) == 4
    assert len({ticket.psk for ticket in tickets}) == 4


def test_a_lane_works_once() -> None:
    ticket = lane_ticket(session_pair()[0], 0, 0, 1)
    door = FakeDoor(tickets={ticket.tag: ticket})
    run_steps(open_lane(ticket), answer(door))
    assert answered_in_silence(open_lane(ticket), door)


@pytest.mark.parametrize(
    "change",
    [
        lambda ticket: replace(ticket, index=ticket.index + 2),
        lambda ticket: replace(ticket, direction=1),
        lambda ticket: replace(ticket, psk=bytes(32)),
        lambda ticket: replace(ticket, control_hash=bytes(32)),
        lambda ticket: replace(ticket, cipher=LaneCipher.AESGCM),
        lambda ticket: replace(ticket, tag=bytes(16)),
    ],
    ids=["index", "direction", "psk", "session", "cipher", "tag"],
)
def test_every_part_of_a_ticket_must_be_right(change: Callable[[LaneTicket], LaneTicket]) -> None:
    ticket = lane_ticket(session_pair()[0], 0, 0, 1)
    door = FakeDoor(tickets={ticket.tag: ticket})
    assert answered_in_silence(open_lane(change(ticket)), door)


# Whoever dials


@pytest.mark.parametrize("use", [1, 5])
def test_H10_uses_that_are_closed_are_refused_before_anything_else_is_read(use: int) -> None:
    steps = answer(FakeDoor())
    next(steps)
    with pytest.raises(RemoteProtocolError):
        steps.send(b"BYH1" + bytes([use, 1, 0, 48]))


def _friend_steps() -> tuple[Steps, Steps]:
    return call(), answer(FakeDoor())


def _invite_steps() -> tuple[Steps, Steps]:
    return use_invite(ALICE, ALICE_INTRODUCED, BOBS_INVITE), answer(FakeDoor())


def _pair_steps() -> tuple[Steps, Steps]:
    return pair_with(ALICE, ALICE_INTRODUCED, TOKEN), answer(FakeDoor(pairing_tokens=(TOKEN,)))


def _lane_steps() -> tuple[Steps, Steps]:
    ticket = lane_ticket(session_pair()[0], 0, 0, 1)
    return open_lane(ticket), answer(FakeDoor(tickets={ticket.tag: ticket}))


ALL_USES = pytest.mark.parametrize(
    "begin", [_friend_steps, _invite_steps, _pair_steps, _lane_steps]
)


def _is_established(initiator: HandshakeEnd, responder: HandshakeEnd) -> bool:
    return initiator.is_done and responder.is_done


@ALL_USES
@given(place=st.integers(0), bit=st.integers(0, 7))
@settings(max_examples=80)
def test_H02_no_flipped_bit_leaves_both_sides_established(
    begin: Callable[[], tuple[Steps, Steps]], place: int, bit: int
) -> None:
    initiator, responder = map(HandshakeEnd, begin())
    flipped_at = place % sum(map(len, _record(begin)))
    seen = 0

    def flip(sent: bytes) -> bytes:
        nonlocal seen
        changed = bytearray(sent)
        if seen <= flipped_at < seen + len(sent):
            changed[flipped_at - seen] ^= 1 << bit
        seen += len(sent)
        return bytes(changed)

    with suppress(RemoteProtocolError):
        run_ends(initiator, responder, flip)
    assert not _is_established(initiator, responder)


@ALL_USES
@given(st.data())
@settings(max_examples=30)
def test_H03_no_truncated_message_is_enough(
    begin: Callable[[], tuple[Steps, Steps]], data: st.DataObject
) -> None:
    initiator, responder = map(HandshakeEnd, begin())
    messages = _record(begin)
    number = data.draw(st.integers(0, len(messages) - 1))
    cut = data.draw(st.integers(0, len(messages[number]) - 1))
    count = 0

    def truncate(sent: bytes) -> bytes:
        nonlocal count
        count += 1
        return sent[:cut] if count == number + 1 else sent

    with suppress(RemoteProtocolError):
        run_ends(initiator, responder, truncate)
    assert not _is_established(initiator, responder)


@given(st.binary(max_size=400))
def test_H13_random_bytes_at_the_door_raise_nothing_but_protocol_errors(noise: bytes) -> None:
    bob = HandshakeEnd(answer(FakeDoor()))
    bob.inbox += noise
    with suppress(RemoteProtocolError):
        bob.run()
    assert not bob.sent
    assert not bob.is_done


@pytest.mark.parametrize(
    "head", ["42594831030100" + "6c", "42594831020100" + "40", "42594831010100" + "28"]
)
@given(st.data())
def test_H13_random_first_messages_raise_nothing_but_protocol_errors(
    head: str, data: st.DataObject
) -> None:
    steps = answer(FakeDoor(pairing_tokens=(TOKEN,)))
    next(steps)
    step = steps.send(bytes.fromhex(head))
    with pytest.raises(RemoteProtocolError):
        steps.send(data.draw(st.binary(min_size=step.wanted, max_size=step.wanted)))


@pytest.mark.parametrize("size", [0, 1, 47, 49, 65535])
def test_an_answer_of_another_length_is_refused_before_it_is_read(size: int) -> None:
    steps = call()
    next(steps)
    with pytest.raises(RemoteProtocolError):
        steps.send(size.to_bytes(2, "big"))


def test_H11_no_step_wants_more_than_a_kibibyte() -> None:
    for begin in (_friend_steps, _invite_steps, _pair_steps, _lane_steps):
        for steps in begin():
            assert next(steps).wanted <= 1024
    longest = HandshakeEnd(use_invite(ALICE, ALICE_INTRODUCED, BOBS_INVITE))
    run_ends(longest, HandshakeEnd(answer(FakeDoor())))
    assert max(map(len, longest.sent)) <= 1024


def test_H04_keys_of_low_order_are_refused() -> None:
    for ephemeral in (bytes(32), b"\1" + bytes(31)):
        steps = answer(FakeDoor())
        next(steps)
        steps.send(bytes.fromhex("4259483102010040"))
        with pytest.raises(RemoteProtocolError):
            steps.send(ephemeral + bytes(32))


def test_H09_our_own_identity_is_no_friend() -> None:
    own = PinnedFriend(BOB.friend_id, BOB.keys, PSK)
    with pytest.raises(LocalProtocolError):
        next(call_friend(BOB, own, NOW_NS))
    mirror = use_invite(BOB, BOB_INTRODUCED, BOBS_INVITE)
    with pytest.raises(AuthenticationError):
        run_ends(HandshakeEnd(mirror), HandshakeEnd(answer(FakeDoor())))


def _record(begin: Callable[[], tuple[Steps, Steps]]) -> list[bytes]:
    """What both send in an undisturbed run, in order."""
    wire: list[bytes] = []
    initiator, responder = map(HandshakeEnd, begin())

    def note(sent: bytes) -> bytes:
        wire.append(sent)
        return sent

    run_ends(initiator, responder, note)
    assert _is_established(initiator, responder)
    return wire
