from dataclasses import replace

import pytest

from byhand.domain.identity import PublicKeys
from byhand.errors import AuthenticationError, RemoteProtocolError
from byhand.noise.handshake_state import Session
from byhand.protocol.credentials import InviteSecret, LocalIdentity, OpenInvite, PinnedFriend
from byhand.protocol.handshake import (
    FUTURE_LIMIT_NS,
    FriendEstablished,
    InviteEstablished,
    Steps,
    answer,
    call_friend,
    lane_ticket,
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
    FakeDoor,
    HandshakeEnd,
    become_friends,
    is_refused_in_silence,
    lane_pair,
    meet_as_friends,
    run_ends,
    run_steps,
    session_pair,
)

HOUR_NS = 3600 * 10**9


def call(friend: PinnedFriend = BOB_AS_FRIEND, now_ns: int = NOW_NS) -> Steps:
    return call_friend(ALICE, friend, now_ns)


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


def test_a_timestamp_up_to_48_hours_ahead_is_taken() -> None:
    door = FakeDoor(time_ns=NOW_NS - FUTURE_LIMIT_NS)
    assert run_steps(call(), answer(door))
    door = FakeDoor(time_ns=NOW_NS - FUTURE_LIMIT_NS - 1)
    assert is_refused_in_silence(call(), door)


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
    assert is_refused_in_silence(using, FakeDoor(invites=invites))


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


# Whoever dials


def test_H10_pairing_outside_its_window_is_refused_before_anything_else_is_read() -> None:
    steps = answer(FakeDoor())
    next(steps)
    with pytest.raises(RemoteProtocolError):
        steps.send(b"BYH1\1\1\0\x30")


@pytest.mark.parametrize("size", [0, 1, 47, 49, 65535])
def test_an_answer_of_another_length_is_refused_before_it_is_read(size: int) -> None:
    steps = call()
    next(steps)
    with pytest.raises(RemoteProtocolError):
        steps.send(size.to_bytes(2, "big"))
