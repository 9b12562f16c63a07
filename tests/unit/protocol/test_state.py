import pytest
from hypothesis import given

from byhand.protocol.message import Message
from byhand.protocol.messages import Bye, Hello
from byhand.protocol.state import TRANSITIONS, ConnectionState, Move, receiving, sending
from tests.helpers.messages import any_message

LIVE = {
    ConnectionState.NEW,
    ConnectionState.GREETED,
    ConnectionState.WELCOMED,
    ConnectionState.OPEN,
}


def test_every_state_has_a_row() -> None:
    assert set(TRANSITIONS) == set(ConnectionState)


@pytest.mark.parametrize("state", LIVE)
def test_a_live_connection_may_be_closed_and_may_break_at_any_time(state: ConnectionState) -> None:
    assert TRANSITIONS[state][Move.SEND_BYE] is ConnectionState.CLOSED_BY_US
    assert TRANSITIONS[state][Move.RECEIVE_BYE] is ConnectionState.CLOSED_BY_THEM
    assert TRANSITIONS[state][Move.FAIL] is ConnectionState.BROKEN


@pytest.mark.parametrize("state", set(ConnectionState) - LIVE)
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


def test_what_goes_and_what_comes_mirror_each_other() -> None:
    mirrored = {ConnectionState.GREETED: ConnectionState.WELCOMED}
    mirrored |= {state: mirror for mirror, state in mirrored.items()}
    moves = {Move.SEND_HELLO: Move.RECEIVE_HELLO, Move.SEND_OTHER: Move.RECEIVE_OTHER}
    for state in LIVE:
        other_row = TRANSITIONS[mirrored.get(state, state)]
        for move, counterpart in moves.items():
            after = TRANSITIONS[state].get(move)
            expected = mirrored.get(after, after) if after else None
            assert other_row.get(counterpart) is expected


@given(any_message)
def test_every_message_is_a_move(message: Message) -> None:
    moves = {
        Hello: (Move.SEND_HELLO, Move.RECEIVE_HELLO),
        Bye: (Move.SEND_BYE, Move.RECEIVE_BYE),
    }
    others = (Move.SEND_OTHER, Move.RECEIVE_OTHER)
    assert (sending(message), receiving(message)) == moves.get(type(message), others)
