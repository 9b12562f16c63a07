"""Cases H as whoever answers or dials meets them, before there are sockets."""

import itertools
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byhand.errors import AuthenticationError, LocalProtocolError, RemoteProtocolError
from byhand.noise.handshake_state import HandshakeState
from byhand.noise.primitives import KeyPair
from byhand.protocol.codec import decode_message
from byhand.protocol.credentials import OpenInvite, PinnedFriend, invite_selector
from byhand.protocol.handshake import (
    LaneTicket,
    Steps,
    answer,
    call_friend,
    lane_ticket,
    open_lane,
    open_member,
    pair_with,
    use_invite,
)
from byhand.protocol.handshake_steps import Claim
from byhand.protocol.preamble import (
    PREAMBLE_BYTES,
    RULES,
    LaneCipher,
    Preamble,
    Use,
    encode_preamble,
    lane_prologue,
    mac1,
    member_prologue,
    prologue,
)
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
    is_refused_in_silence,
    lane_pair,
    member_pair,
    member_tickets,
    run_ends,
    session_pair,
)
from tests.helpers.noise_pair import low_order_keys

Begin = Callable[[], tuple[Steps, Steps]]


def call(friend: PinnedFriend = BOB_AS_FRIEND, now_ns: int = NOW_NS) -> Steps:
    return call_friend(ALICE, friend, now_ns)


def friends_meet() -> tuple[Steps, Steps]:
    return call(), answer(FakeDoor())


def an_invite_is_used() -> tuple[Steps, Steps]:
    return use_invite(ALICE, ALICE_INTRODUCED, BOBS_INVITE), answer(FakeDoor())


def strangers_pair() -> tuple[Steps, Steps]:
    return pair_with(ALICE, ALICE_INTRODUCED, TOKEN), answer(FakeDoor(pairing_tokens=(TOKEN,)))


def a_lane_is_opened() -> tuple[Steps, Steps]:
    ticket = lane_ticket(session_pair()[0], 0, 0, 1)
    return open_lane(ticket), answer(FakeDoor(tickets={ticket.tag: ticket}))


def members_meet() -> tuple[Steps, Steps]:
    dialling, answering = member_tickets()
    return open_member(dialling), answer(FakeDoor(members={answering.own_tag: answering}))


USES: dict[Use, Begin] = {
    Use.PAIR: strangers_pair,
    Use.INVITE: an_invite_is_used,
    Use.FRIEND: friends_meet,
    Use.LANE: a_lane_is_opened,
    Use.MEMBER: members_meet,
}
CLAIMS = {use: Claim[use.name] for use in USES}
SHOWN_AT_ONCE = [use for use in USES if use is not Use.PAIR]
"""Uses whose first message is sealed already; that of XX is in clear but for its token."""

every_use = pytest.mark.parametrize("begin", USES.values(), ids=[use.name for use in USES])


def sent_by_both(begin: Begin) -> list[bytes]:
    """What both send in an undisturbed run, in order."""
    wire: list[bytes] = []
    initiator, responder = map(HandshakeEnd, begin())

    def note(sent: bytes) -> bytes:
        wire.append(sent)
        return sent

    run_ends(initiator, responder, note)
    assert initiator.is_done
    assert responder.is_done
    return wire


def both_are_content(begin: Begin, number: int, changed: Callable[[bytes], bytes]) -> bool:
    """Whether a handshake of which one message was changed leaves both with a session."""
    ends = [HandshakeEnd(steps) for steps in begin()]
    count = -1

    def change(sent: bytes) -> bytes:
        nonlocal count
        count += 1
        return changed(sent) if count == number else sent

    with suppress(RemoteProtocolError):
        run_ends(ends[0], ends[1], change)
    return all(end.is_done and not end.inbox for end in ends)


def with_flipped_bit(place: int, bit: int, message: bytes) -> bytes:
    changed = bytearray(message)
    changed[place] ^= 1 << bit
    return bytes(changed)


def cut_at(size: int, message: bytes) -> bytes:
    return message[:size]


def refusal_of_preamble(opening: bytes) -> RemoteProtocolError:
    """What the first eight bytes alone are refused with."""
    steps = answer(FakeDoor())
    next(steps)
    with pytest.raises(RemoteProtocolError) as caught:
        steps.send(opening[:PREAMBLE_BYTES])
    return caught.value


# H02, H03


@every_use
def test_H02_a_flipped_bit_in_any_byte_leaves_nobody_with_a_session(begin: Begin) -> None:
    for number, message in enumerate(sent_by_both(begin)):
        for place in range(len(message)):
            bit = (place + number) % 8
            assert not both_are_content(begin, number, partial(with_flipped_bit, place, bit))


@every_use
def test_H03_a_message_cut_anywhere_leaves_nobody_with_a_session(begin: Begin) -> None:
    for number, message in enumerate(sent_by_both(begin)):
        for size in range(len(message)):
            assert not both_are_content(begin, number, partial(cut_at, size))


@every_use
def test_H03_a_byte_more_is_never_taken_for_part_of_a_message(begin: Begin) -> None:
    for number in range(len(sent_by_both(begin))):
        assert not both_are_content(begin, number, lambda sent: sent + b"\0")


# H04, H05: first messages by somebody who has everything else right


FIRST_BYTES = {Use.PAIR: 40, Use.INVITE: 64, Use.FRIEND: 108, Use.LANE: 48, Use.MEMBER: 48}


def first_message(
    use: Use, ephemeral: KeyPair, ticket: LaneTicket, more_prologue: bytes = b""
) -> bytes:
    """The first bytes of a call, with an ephemeral key and a prologue of the caller's choosing."""
    preamble = Preamble(use, FIRST_BYTES[use])
    name, opening = preamble.noise_protocol_name, encode_preamble(preamble)
    bound = prologue(preamble) + more_prologue
    match use:
        case Use.PAIR:
            state = HandshakeState(name, True, bound, ALICE.x25519, ephemeral)
            return opening + state.write_message(TOKEN)
        case Use.INVITE:
            state = HandshakeState(name, True, bound, ALICE.x25519, ephemeral)
            return opening + state.write_message(invite_selector(INVITE_PSK, ephemeral.public))
        case Use.FRIEND:
            bob = BOB.keys.x25519
            state = HandshakeState(name, True, bound, ALICE.x25519, ephemeral, bob)
            opening += state.write_message(NOW_NS.to_bytes(12, "big"))
            return opening + mac1(bob, opening)
        case Use.LANE:
            bound = lane_prologue(preamble, ticket.tag, ticket.control_hash, 0, 0)
            return _behind_tag(preamble, ticket.tag, bound + more_prologue, ephemeral, ticket.psk)
        case Use.MEMBER:
            ours = member_tickets()[0]
            bound = member_prologue(preamble, ours.group_id, ours.own_tag, ours.their_tag)
            bound += more_prologue
            return _behind_tag(preamble, ours.their_tag, bound, ephemeral, ours.key)


def _behind_tag(
    preamble: Preamble, tag: bytes, bound: bytes, ephemeral: KeyPair, key: bytes
) -> bytes:
    name = preamble.noise_protocol_name
    state = HandshakeState(name, True, bound, e=ephemeral, psks=(key,))
    return encode_preamble(preamble) + tag + state.write_message()


def answer_to(opening: bytes, *tickets: LaneTicket) -> list[bytes]:
    """What is sent back before the end, if it is refused."""
    announced = {ticket.tag: ticket for ticket in tickets}
    theirs = member_tickets()[1]
    members = {theirs.own_tag: theirs}
    door = FakeDoor(tickets=announced, members=members, pairing_tokens=(TOKEN,))
    bob = HandshakeEnd(answer(door))
    bob.inbox += opening
    with suppress(RemoteProtocolError):
        bob.run()
    return bob.sent


@pytest.mark.parametrize("key", low_order_keys(), ids=bytes.hex)
@pytest.mark.parametrize("use", USES)
def test_H04_a_key_of_low_order_from_whoever_dials_is_met_with_silence(
    use: Use, key: bytes
) -> None:
    ticket = lane_ticket(session_pair()[0], 0, 0, 1)
    pair = KeyPair.generate()
    liar = KeyPair(pair.private, key, pair._key)
    assert answer_to(first_message(use, liar, ticket), ticket) == []


@pytest.mark.parametrize("use", SHOWN_AT_ONCE)
def test_H05_another_prologue_is_met_with_silence(use: Use) -> None:
    ticket = lane_ticket(session_pair()[0], 0, 0, 1)
    pair = KeyPair.generate()
    assert answer_to(first_message(use, pair, ticket, b"\0"), ticket) == []
    assert answer_to(first_message(use, pair, ticket), ticket) != []


# H05: nothing can be negotiated, and trying costs us nothing


@pytest.mark.parametrize("magic", [b"BYH0", b"BYH2", b"byh1", b"BYH\0", b"HTTP", bytes(4)])
def test_H05_another_version_is_refused_by_its_first_bytes(
    magic: bytes, exchanges: list[bytes]
) -> None:
    refusal_of_preamble(magic + b"\3\1\0\x6c")
    assert exchanges == []


@pytest.mark.parametrize("use", Use)
def test_H05_no_cipher_but_those_of_its_use_is_answered(use: Use, exchanges: list[bytes]) -> None:
    size = RULES[use].first_message[0]
    for cipher in set(range(256)) - set(RULES[use].ciphers):
        refusal_of_preamble(b"BYH1" + bytes([use, cipher]) + size.to_bytes(2, "big"))
    assert exchanges == []


def test_H05_control_channels_have_one_cipher_and_lanes_two() -> None:
    for use in (Use.PAIR, Use.INVITE, Use.FRIEND):
        assert RULES[use].ciphers == (LaneCipher.CHACHAPOLY,)
    for use in (Use.LANE, Use.MEMBER):
        assert set(RULES[use].ciphers) == set(LaneCipher)


def test_H05_no_use_but_those_there_are_is_answered(exchanges: list[bytes]) -> None:
    for use in set(range(256)) - set(USES):
        refusal_of_preamble(b"BYH1" + bytes([use, 1, 0, 64]))
    assert exchanges == []


@pytest.mark.parametrize(("use", "other"), list(itertools.permutations(USES, 2)))
def test_H05_a_first_message_of_another_pattern_is_met_with_silence(use: Use, other: Use) -> None:
    opening = bytearray(sent_by_both(USES[use])[0])
    opening[4] = other
    assert answer_to(bytes(opening)) == []


def test_H05_a_wrong_psk_is_met_with_silence() -> None:
    ticket = lane_ticket(session_pair()[0], 0, 0, 1)
    door = FakeDoor(tickets={ticket.tag: ticket})
    assert is_refused_in_silence(open_lane(replace(ticket, psk=bytes(32))), door)
    dialling, answering = member_tickets()
    members = FakeDoor(members={answering.own_tag: answering})
    assert is_refused_in_silence(open_member(replace(dialling, key=bytes(32))), members)
    wrong = replace(BOBS_INVITE, psk=bytes(32))
    assert is_refused_in_silence(use_invite(ALICE, ALICE_INTRODUCED, wrong), FakeDoor())


# H06


def test_H06_strangers_removed_friends_and_wrong_secrets_meet_silence() -> None:
    assert is_refused_in_silence(call(), FakeDoor(friends=[]))
    stranger = call_friend(EVE, BOB_AS_FRIEND, NOW_NS)
    assert is_refused_in_silence(stranger, FakeDoor())


def test_H06_a_wrong_psk_establishes_nothing_on_either_side() -> None:
    """IKpsk2 mixes it in with its second message: that one is sent, and means nothing to them."""
    caller = HandshakeEnd(call(replace(BOB_AS_FRIEND, psk=bytes(32))))
    bob = HandshakeEnd(answer(FakeDoor()))
    with pytest.raises(AuthenticationError):
        run_ends(caller, bob)
    assert not caller.is_done
    assert not bob.is_done
    assert [len(sent) for sent in bob.sent] == [2 + 48]


# H07


def test_H07_a_first_message_that_came_before_is_met_with_silence() -> None:
    for confirmed in (NOW_NS, NOW_NS + 1):
        door = FakeDoor(friends=[replace(ALICE_AS_FRIEND, last_timestamp=confirmed)])
        assert is_refused_in_silence(call(), door)


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


# H09


def test_H09_our_own_identity_is_no_friend() -> None:
    own = PinnedFriend(BOB.friend_id, BOB.keys, PSK)
    with pytest.raises(LocalProtocolError):
        next(call_friend(BOB, own, NOW_NS))
    mirror = use_invite(BOB, BOB_INTRODUCED, BOBS_INVITE)
    with pytest.raises(AuthenticationError):
        run_ends(HandshakeEnd(mirror), HandshakeEnd(answer(FakeDoor())))


@every_use
def test_H09_what_we_send_comes_back_and_is_refused(begin: Begin) -> None:
    caller = HandshakeEnd(begin()[0])
    caller.run()
    caller.inbox += b"".join(caller.sent)
    with pytest.raises(RemoteProtocolError):
        caller.run()
    assert len(caller.sent) == 1


# H11


@every_use
def test_H11_no_step_wants_or_sends_more_than_a_kibibyte(begin: Begin) -> None:
    assert all(next(steps).wanted <= 1024 for steps in begin())
    assert max(map(len, sent_by_both(begin))) <= 1024


@pytest.mark.parametrize("use", USES)
def test_H11_a_first_message_outside_its_window_is_refused_by_its_length(
    use: Use, exchanges: list[bytes]
) -> None:
    window = RULES[use].first_message
    for size in (0, window[0] - 1, window[-1] + 1, 65535):
        refusal_of_preamble(b"BYH1" + bytes([use, 1]) + size.to_bytes(2, "big"))
    assert exchanges == []


@pytest.mark.parametrize("nested", [b"\x91", b"\x81\xa1x"], ids=["lists", "maps"])
def test_H11_the_first_words_after_a_handshake_nested_10000_deep_are_refused(
    nested: bytes,
) -> None:
    for deep in (nested * 10_000 + b"\xc0", nested * 10_000):
        for fields in (deep, b"\x81\xa2vs" + deep):
            with pytest.raises(RemoteProtocolError):
                decode_message(b"\1\1\0" + fields)


# H13; the long form is `packaging/dev soak random_handshakes`


@given(st.binary(max_size=400))
def test_H13_random_bytes_at_the_door_raise_nothing_but_protocol_errors(noise: bytes) -> None:
    bob = HandshakeEnd(answer(FakeDoor()))
    bob.inbox += noise
    with suppress(RemoteProtocolError):
        bob.run()
    assert not bob.sent
    assert not bob.is_done


@pytest.mark.parametrize("use", USES)
@given(st.data())
def test_H13_random_first_messages_raise_nothing_but_protocol_errors(
    use: Use, data: st.DataObject
) -> None:
    steps = answer(FakeDoor(pairing_tokens=(TOKEN,)))
    next(steps)
    step = steps.send(sent_by_both(USES[use])[0][:PREAMBLE_BYTES])
    with pytest.raises(RemoteProtocolError):
        steps.send(data.draw(st.binary(min_size=step.wanted, max_size=step.wanted)))


# What a first message costs us before it has shown anything


@pytest.mark.parametrize("use", USES)
def test_a_first_message_is_judged_before_any_diffie_hellman_is_computed(
    use: Use, exchanges: list[bytes]
) -> None:
    caller, answering = USES[use]()
    opening = next(caller).send
    next(answering)
    exchanges.clear()
    step = answering.send(opening[:PREAMBLE_BYTES])
    assert step.claim is None
    step = answering.send(opening[PREAMBLE_BYTES:])
    assert (step.claim, step.send, step.wanted) == (CLAIMS[use], b"", 0)
    assert exchanges == []
    assert answering.send(b"").send
    assert exchanges != []


def test_whoever_does_not_know_our_key_costs_no_diffie_hellman(exchanges: list[bytes]) -> None:
    impostor = call(replace(BOB_AS_FRIEND, keys=EVE.keys))
    opening = next(impostor).send
    wrong = [opening, *(with_flipped_bit(place, 0, opening) for place in range(116, 132))]
    exchanges.clear()
    for each in wrong:
        bob = HandshakeEnd(answer(FakeDoor()))
        bob.inbox += each
        with pytest.raises(AuthenticationError):
            bob.run()
        assert not bob.sent
    assert exchanges == []


def test_whoever_has_not_seen_our_announcement_costs_no_diffie_hellman(
    exchanges: list[bytes],
) -> None:
    door = FakeDoor(pairing_tokens=(bytes(8), bytes(range(1, 9))))
    assert is_refused_in_silence(pair_with(ALICE, ALICE_INTRODUCED, TOKEN), door)
    assert exchanges == []


def test_whoever_holds_no_open_invite_costs_no_diffie_hellman(exchanges: list[bytes]) -> None:
    expired = OpenInvite(INVITE_PSK, NOW_NS // 10**9)
    for door in (FakeDoor(invites=[]), FakeDoor(invites=[expired])):
        assert is_refused_in_silence(use_invite(ALICE, ALICE_INTRODUCED, BOBS_INVITE), door)
    assert exchanges == []


def test_an_unknown_lane_costs_no_diffie_hellman(exchanges: list[bytes]) -> None:
    ticket = lane_ticket(session_pair()[0], 0, 0, 1)
    exchanges.clear()
    assert is_refused_in_silence(open_lane(ticket), FakeDoor())
    other_cipher = replace(ticket, cipher=LaneCipher.AESGCM)
    assert is_refused_in_silence(open_lane(other_cipher), FakeDoor(tickets={ticket.tag: ticket}))
    assert exchanges == []


def test_H10_pairing_outside_its_window_costs_no_diffie_hellman(exchanges: list[bytes]) -> None:
    size = RULES[Use.PAIR].first_message[0]
    refusal_of_preamble(b"BYH1" + bytes([Use.PAIR, 1]) + size.to_bytes(2, "big"))
    assert exchanges == []


# Lanes


def test_a_lane_works_once() -> None:
    ticket = lane_ticket(session_pair()[0], 0, 0, 1)
    door = FakeDoor(tickets={ticket.tag: ticket})
    run_ends(HandshakeEnd(open_lane(ticket)), HandshakeEnd(answer(door)))
    assert is_refused_in_silence(open_lane(ticket), door)


def test_every_lane_and_direction_has_keys_of_its_own() -> None:
    alice, _ = session_pair()
    sealed: set[bytes] = set()
    for index in (0, 2):
        for end in lane_pair(lane_ticket(alice, index, 0, 1)):
            sealed.add(end.session.sending.encrypt_with_ad(b"", bytes(32)))
    again = lane_pair(lane_ticket(alice, 0, 0, 1))
    sealed.update(end.session.sending.encrypt_with_ad(b"", bytes(32)) for end in again)
    assert len(sealed) == 6


# Members


def test_S02_a_tag_that_nobody_told_us_of_costs_no_diffie_hellman(exchanges: list[bytes]) -> None:
    dialling, answering = member_tickets()
    exchanges.clear()
    assert is_refused_in_silence(open_member(dialling), FakeDoor())
    other_cipher = replace(dialling, cipher=LaneCipher.AESGCM)
    door = FakeDoor(members={answering.own_tag: answering})
    assert is_refused_in_silence(open_member(other_cipher), door)
    assert exchanges == []


def test_S02_the_ticket_of_another_pair_or_group_is_met_with_silence() -> None:
    dialling, answering = member_tickets()
    door = FakeDoor(members={answering.own_tag: answering})
    for other in (
        replace(dialling, group_id=bytes(16)),
        replace(dialling, own_tag=bytes(16)),
        replace(dialling, key=bytes(32)),
    ):
        assert is_refused_in_silence(open_member(other), door)


def test_S02_a_members_tag_opens_no_lane_and_a_lanes_no_member() -> None:
    dialling, answering = member_tickets()
    ticket = lane_ticket(session_pair()[0], 0, 0, 1)
    lane = replace(ticket, tag=answering.own_tag, psk=answering.key)
    door = FakeDoor(tickets={ticket.tag: ticket}, members={answering.own_tag: answering})
    assert is_refused_in_silence(open_lane(lane), door)
    assert is_refused_in_silence(open_member(replace(dialling, their_tag=ticket.tag)), door)


def test_S02_a_first_message_of_a_member_that_came_before_gets_no_connection() -> None:
    """A tag may come again: a connection can be lost. Only who holds the key gets further."""
    dialling, answering = member_tickets()
    door = FakeDoor(members={answering.own_tag: answering})
    caller = HandshakeEnd(open_member(dialling))
    run_ends(caller, HandshakeEnd(answer(door)))
    again = HandshakeEnd(answer(door))
    again.inbox += b"".join(caller.sent)
    with pytest.raises(AuthenticationError):
        again.run()
    assert len(again.sent) == 1
    assert not again.is_done


def test_whoever_dials_a_member_twice_has_other_keys_each_time() -> None:
    sealed = {
        end.session.sending.encrypt_with_ad(b"", bytes(32))
        for _ in range(2)
        for end in member_pair()
    }
    assert len(sealed) == 4
