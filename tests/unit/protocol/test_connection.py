import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byhand.domain.codes import Code
from byhand.domain.transfer import TransferId
from byhand.errors import (
    AuthenticationError,
    LocalProtocolError,
    RemoteProtocolError,
    UnsupportedMessageError,
)
from byhand.protocol.codec import encode_message
from byhand.protocol.connection import Connection
from byhand.protocol.message import Message
from byhand.protocol.message_types import TYPES
from byhand.protocol.messages import (
    Bye,
    ErrorReport,
    FileRow,
    Files,
    FileState,
    Hello,
    Ping,
    Pong,
)
from byhand.protocol.records import seal
from byhand.protocol.resume_messages import Pause, Sync
from byhand.protocol.state import PAIRING_MESSAGES, ConnectionState
from tests.helpers.connection_pair import (
    HELLO,
    connection_pair,
    greeted_pair,
    meet_in_person,
    open_pair,
    received,
)
from tests.helpers.messages import any_control_message, any_member_message

conversations = st.lists(
    any_control_message.filter(lambda message: not isinstance(message, Hello | Sync | Bye)),
    max_size=5,
)


@given(conversations)
@settings(max_examples=30)
def test_messages_survive_being_fed_one_byte_at_a_time(messages: list[Message]) -> None:
    alice, bob = open_pair()
    wire = b"".join(map(alice.send, messages))
    assert [message for byte in wire for message in received(bob, bytes([byte]))] == messages


@given(conversations, st.lists(st.integers(1, 200), max_size=20))
@settings(max_examples=30)
def test_messages_survive_any_portions(messages: list[Message], portions: list[int]) -> None:
    alice, bob = open_pair()
    wire = memoryview(b"".join(map(alice.send, messages)))
    arrived: list[Message] = []
    for size in [*portions, len(wire)]:
        arrived += received(bob, wire[:size])
        wire = wire[size:]
    assert arrived == messages


def test_both_directions_are_independent() -> None:
    alice, bob = open_pair()
    from_alice, from_bob = alice.send(Ping(1)), bob.send(Ping(2))
    assert received(alice, from_bob) == [Ping(2)]
    assert received(bob, from_alice) == [Ping(1)]


def test_hello_comes_first_each_way() -> None:
    alice, bob = connection_pair()
    with pytest.raises(LocalProtocolError):
        alice.send(Ping(1))
    assert alice.state is ConnectionState.NEW
    assert received(bob, alice.send(HELLO)) == [HELLO]
    with pytest.raises(LocalProtocolError):
        bob.send(Ping(1))
    assert received(bob, alice.send(Ping(2))) == [Ping(2)]


def test_another_first_message_is_the_other_sides_fault() -> None:
    alice, bob = connection_pair()
    forged = seal(alice.session.sending, b"\0\2\0\x81\xa1t\1")
    with pytest.raises(RemoteProtocolError):
        received(bob, forged)
    assert bob.state is ConnectionState.BROKEN


def test_a_second_hello_is_refused_at_both_ends() -> None:
    alice, bob = open_pair()
    with pytest.raises(LocalProtocolError):
        alice.send(HELLO)
    with pytest.raises(RemoteProtocolError):
        received(bob, seal(alice.session.sending, encode_message(HELLO)))


PAUSE = Pause(TransferId(bytes(16)))


def test_nothing_is_said_of_transfers_before_both_have_said_all_of_sync() -> None:
    alice, bob = greeted_pair()
    assert received(bob, alice.send(Sync(more=True)) + alice.send(Sync())) == [
        Sync(more=True),
        Sync(),
    ]
    for side in (alice, bob):
        with pytest.raises(LocalProtocolError):
            side.send(PAUSE)
    assert received(alice, bob.send(Sync(more=True))) == [Sync(more=True)]
    with pytest.raises(LocalProtocolError):
        bob.send(PAUSE)
    assert received(alice, bob.send(Sync()) + bob.send(PAUSE)) == [Sync(), PAUSE]
    assert received(bob, alice.send(PAUSE)) == [PAUSE]


@pytest.mark.parametrize("early", [PAUSE, Sync()], ids=["a transfer", "SYNC"])
def test_who_speaks_of_transfers_before_sync_or_syncs_before_hello_is_at_fault(
    early: Message,
) -> None:
    alice, bob = connection_pair()
    if early is PAUSE:
        alice, bob = greeted_pair()
        received(bob, alice.send(Sync()))  # and Bob has not said his
    with pytest.raises(LocalProtocolError):
        alice.send(early)
    with pytest.raises(RemoteProtocolError):
        received(bob, seal(alice.session.sending, encode_message(early)))
    assert bob.state is ConnectionState.BROKEN


@pytest.mark.parametrize("more", [False, True])
def test_a_second_sync_is_refused_at_both_ends(more: bool) -> None:
    alice, bob = open_pair()
    with pytest.raises(LocalProtocolError):
        alice.send(Sync(more=more))
    with pytest.raises(RemoteProtocolError):
        received(bob, seal(alice.session.sending, encode_message(Sync(more=more))))


def test_all_else_may_be_said_before_sync() -> None:
    alice, bob = greeted_pair()
    received(bob, alice.send(Sync()))
    assert received(bob, alice.send(Ping(1))) == [Ping(1)]
    assert received(alice, bob.send(Ping(2))) == [Ping(2)]


def test_bye_closes_in_order() -> None:
    alice, bob = open_pair()
    last_words = alice.send(Ping(1)) + alice.close(Code.SHUTDOWN)
    assert alice.state is ConnectionState.CLOSED_BY_US
    assert received(bob, last_words) == [Ping(1), Bye(Code.SHUTDOWN)]
    assert bob.state is ConnectionState.CLOSED_BY_THEM
    assert alice.close(Code.OK) == bob.close(Code.OK) == b""
    for connection in (alice, bob):
        with pytest.raises(LocalProtocolError):
            connection.send(Pong(1))


def test_what_arrives_after_our_bye_is_dropped() -> None:
    alice, bob = open_pair()
    late = alice.send(Ping(1)) + alice.send(Ping(2))
    bob.receive_data(late)
    assert bob.next_message() == Ping(1)
    bob.close(Code.OK)
    assert bob.next_message() is None
    assert received(bob, alice.send(Ping(3)) + b"noise") == []
    assert bob.state is ConnectionState.CLOSED_BY_US


def test_nothing_may_follow_bye() -> None:
    alice, bob = open_pair()
    received(bob, alice.close(Code.OK))
    with pytest.raises(RemoteProtocolError):
        received(bob, seal(alice.session.sending, b"\0\2\0\x81\xa1t\1"))


def test_a_connection_may_be_closed_before_hello() -> None:
    alice, bob = connection_pair()
    assert received(bob, alice.close(Code.BUSY)) == [Bye(Code.BUSY)]


@given(st.integers(0), st.integers(0, 7))
@settings(max_examples=60)
def test_any_flipped_bit_is_the_other_sides_fault(place: int, bit: int) -> None:
    alice, bob = open_pair()
    wire = bytearray(alice.send(Ping(7)) + alice.send(Ping(8)))
    wire[place % len(wire)] ^= 1 << bit
    try:
        messages = received(bob, wire)
    except RemoteProtocolError:
        assert bob.state is ConnectionState.BROKEN
    else:
        # A length that grew: more is waited for, nothing forged has come out.
        assert messages in ([], [Ping(7)])


def test_after_an_error_only_the_last_words_are_possible() -> None:
    alice, bob = open_pair()
    wire = bytearray(alice.send(Ping(7)))
    wire[-1] ^= 1
    with pytest.raises(AuthenticationError):
        received(bob, bytes(wire) + alice.send(Ping(8)))
    for use in (bob.next_message, lambda: bob.receive_data(b"x"), lambda: bob.send(Ping(1))):
        with pytest.raises(LocalProtocolError):
            use()
    assert received(alice, bob.close(Code.PROTOCOL)) == [Bye(Code.PROTOCOL)]
    assert bob.close(Code.PROTOCOL) == b""


def test_who_sends_what_we_had_to_know_is_told_so() -> None:
    alice, bob = open_pair()
    unknown = next(number for number in range(1, 2**16) if number not in TYPES)
    wire = seal(alice.session.sending, b"\1" + unknown.to_bytes(2, "little") + b"\x80")
    with pytest.raises(UnsupportedMessageError):
        received(bob, wire)
    assert received(alice, bob.close(Code.UNSUPPORTED)) == [
        ErrorReport(code=Code.UNSUPPORTED, about=unknown),
        Bye(Code.UNSUPPORTED),
    ]


def test_what_may_be_passed_over_is_passed_over() -> None:
    alice, bob = open_pair()
    unknown = next(number for number in range(1, 2**16) if number not in TYPES)
    passable = seal(alice.session.sending, b"\0" + unknown.to_bytes(2, "little") + b"\x80")
    assert received(bob, passable + alice.send(Ping(1))) == [Ping(1)]


def test_a_message_that_cannot_be_sent_leaves_the_connection_as_it_was() -> None:
    alice, bob = open_pair()
    rows = [FileRow(0, FileState.FINISHED, Code.OK)] * 20_000
    too_long = Files(TransferId(bytes(16)), rows)
    with pytest.raises(LocalProtocolError):
        alice.send(too_long)
    assert received(bob, alice.send(Ping(1))) == [Ping(1)]


@given(st.binary(max_size=100))
def test_random_bytes_are_the_other_sides_fault_or_wait_for_more(noise: bytes) -> None:
    _, bob = open_pair()
    try:
        assert received(bob, noise) == []
    except RemoteProtocolError:
        assert bob.state is ConnectionState.BROKEN


def test_the_largest_record_passes() -> None:
    alice, bob = open_pair()
    padded = b"\0\2\0\x82\xa1t\7\xa1x\xc5" + (65519 - 12).to_bytes(2, "big") + bytes(65519 - 12)
    wire = seal(alice.session.sending, padded)
    assert len(wire) == 2 + 65535
    assert received(bob, wire) == [Ping(7)]


def test_a_connection_tells_its_session() -> None:
    alice, bob = connection_pair()
    assert isinstance(alice, Connection)
    assert alice.session.exporter(b"x") == bob.session.exporter(b"x")


def pairing_connections() -> tuple[Connection, Connection]:
    """Alice's and Bob's connection of use 1 after both have said HELLO."""
    ours, theirs = meet_in_person()
    alice = Connection(ours.session, PAIRING_MESSAGES)
    bob = Connection(theirs.session, PAIRING_MESSAGES)
    assert received(bob, alice.send(HELLO)) == [HELLO]
    assert received(alice, bob.send(HELLO)) == [HELLO]
    return alice, bob


@given(any_control_message.filter(lambda message: not isinstance(message, Hello)))
@settings(max_examples=200)
def test_strangers_may_say_nothing_but_what_pairing_needs(message: Message) -> None:
    alice, bob = pairing_connections()
    if type(message) in PAIRING_MESSAGES:
        assert received(bob, alice.send(message)) == [message]
        return
    with pytest.raises(LocalProtocolError):
        alice.send(message)
    with pytest.raises(RemoteProtocolError):
        received(bob, seal(alice.session.sending, encode_message(message)))
    assert bob.state is ConnectionState.BROKEN


def test_pairing_needs_these_messages_and_no_others() -> None:
    numbers = {number for number, kind in TYPES.items() if kind in PAIRING_MESSAGES}
    assert numbers == {1, 2, 3, 5, 6, *range(48, 54)}


@given(any_member_message)
@settings(max_examples=30)
def test_S05_what_members_say_to_each_other_is_no_word_between_friends(message: Message) -> None:
    alice, bob = open_pair()
    with pytest.raises(LocalProtocolError):
        alice.send(message)
    with pytest.raises(RemoteProtocolError):
        received(bob, seal(alice.session.sending, encode_message(message)))
    assert bob.state is ConnectionState.BROKEN
