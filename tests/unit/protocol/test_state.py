import pytest
from hypothesis import given

from byhand.protocol.message import Message
from byhand.protocol.messages import Bye, ErrorReport, Hello
from byhand.protocol.resume_messages import Sync
from byhand.protocol.state import TRANSITIONS, ConnectionState, Move, receiving, sending
from tests.helpers.messages import any_message

LIVE = {
    ConnectionState.NEW,
    ConnectionState.GREETED,
    ConnectionState.WELCOMED,
    ConnectionState.OPEN,
    ConnectionState.TOLD,
    ConnectionState.HEARD,
    ConnectionState.SYNCED,
}
SENT_AND_RECEIVED = {
    Move.SEND_HELLO: Move.RECEIVE_HELLO,
    Move.SEND_SYNC: Move.RECEIVE_SYNC,
    Move.SEND_END_OF_SYNC: Move.RECEIVE_END_OF_SYNC,
    Move.SEND_TRANSFER: Move.RECEIVE_TRANSFER,
    Move.SEND_OTHER: Move.RECEIVE_OTHER,
}


def test_every_state_has_a_row() -> None:
    assert set(TRANSITIONS) == set(ConnectionState)


@pytest.mark.parametrize("state", [state for state in ConnectionState if state in LIVE])
def test_a_live_connection_may_be_closed_and_may_break_at_any_time(state: ConnectionState) -> None:
    assert TRANSITIONS[state][Move.SEND_BYE] is ConnectionState.CLOSED_BY_US
    assert TRANSITIONS[state][Move.RECEIVE_BYE] is ConnectionState.CLOSED_BY_THEM
    assert TRANSITIONS[state][Move.FAIL] is ConnectionState.BROKEN


@pytest.mark.parametrize("state", [state for state in ConnectionState if state not in LIVE])
def test_nothing_leads_back_from_the_end(state: ConnectionState) -> None:
    assert not LIVE & set(TRANSITIONS[state].values())


def test_each_side_greets_exactly_once_and_before_anything_else() -> None:
    for mine, other in (
        (Move.SEND_HELLO, Move.SEND_OTHER),
        (Move.RECEIVE_HELLO, Move.RECEIVE_OTHER),
    ):
        for state in LIVE:
            has_greeted = other in TRANSITIONS[state]
            assert (mine in TRANSITIONS[state]) != has_greeted
            if not has_greeted:
                assert other in TRANSITIONS[TRANSITIONS[state][mine]]


def test_each_side_says_all_of_sync_exactly_once_and_after_both_greetings() -> None:
    said = {ConnectionState.TOLD, ConnectionState.SYNCED}
    for state in LIVE:
        may_say = Move.SEND_END_OF_SYNC in TRANSITIONS[state]
        assert may_say == (Move.SEND_SYNC in TRANSITIONS[state])
        assert may_say == (state in {ConnectionState.OPEN, ConnectionState.HEARD})
        if may_say:
            assert TRANSITIONS[state][Move.SEND_SYNC] is state
            assert TRANSITIONS[state][Move.SEND_END_OF_SYNC] in said


def test_transfers_are_spoken_of_only_when_both_have_said_all_of_sync() -> None:
    for move in (Move.SEND_TRANSFER, Move.RECEIVE_TRANSFER):
        states = {state for state in ConnectionState if move in TRANSITIONS[state]}
        assert states == {ConnectionState.SYNCED}


def test_what_goes_and_what_comes_mirror_each_other() -> None:
    mirrored = {
        ConnectionState.GREETED: ConnectionState.WELCOMED,
        ConnectionState.TOLD: ConnectionState.HEARD,
    }
    mirrored |= {state: mirror for mirror, state in mirrored.items()}
    for state in LIVE:
        other_row = TRANSITIONS[mirrored.get(state, state)]
        for move, counterpart in SENT_AND_RECEIVED.items():
            after = TRANSITIONS[state].get(move)
            expected = mirrored.get(after, after) if after else None
            assert other_row.get(counterpart) is expected


@given(any_message)
def test_every_message_is_a_move(message: Message) -> None:
    match message:
        case Hello():
            move = Move.SEND_HELLO
        case Bye():
            assert (sending(message), receiving(message)) == (Move.SEND_BYE, Move.RECEIVE_BYE)
            return
        case Sync(more=more):
            move = Move.SEND_SYNC if more else Move.SEND_END_OF_SYNC
        case _ if hasattr(message, "transfer_id") and not isinstance(message, ErrorReport):
            move = Move.SEND_TRANSFER
        case _:
            move = Move.SEND_OTHER
    assert (sending(message), receiving(message)) == (move, SENT_AND_RECEIVED[move])
