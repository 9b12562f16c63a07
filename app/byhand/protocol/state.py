"""Which messages may go and come when: the states of a control connection as one table (§8)."""

from enum import Enum, auto
from typing import Final, get_args

from byhand.protocol.friend_messages import PairMessage
from byhand.protocol.message import Message
from byhand.protocol.message_types import TYPES
from byhand.protocol.messages import Bye, ErrorReport, Hello, Ping, Pong

ALL_MESSAGES: Final = frozenset(TYPES.values())
PAIRING_MESSAGES: Final[frozenset[type[Message]]] = frozenset(
    {Hello, Ping, Pong, ErrorReport, Bye, *get_args(PairMessage)}
)
"""All that strangers may say to each other, on a connection of use 1 (§17)."""


class ConnectionState(Enum):
    """Where a control connection stands, seen from this side."""

    NEW = auto()
    """No HELLO yet."""
    GREETED = auto()
    """We have said HELLO."""
    WELCOMED = auto()
    """The other side has said HELLO."""
    OPEN = auto()
    """Both have."""
    CLOSED_BY_US = auto()
    CLOSED_BY_THEM = auto()
    BROKEN = auto()
    """The other side broke the protocol; all that is left to say is BYE."""


class Move(Enum):
    """What can happen to a connection."""

    SEND_HELLO = auto()
    SEND_OTHER = auto()
    SEND_BYE = auto()
    RECEIVE_HELLO = auto()
    RECEIVE_OTHER = auto()
    RECEIVE_BYE = auto()
    FAIL = auto()


_S = ConnectionState
_M = Move

_ENDS: Final = {
    _M.SEND_BYE: _S.CLOSED_BY_US,
    _M.RECEIVE_BYE: _S.CLOSED_BY_THEM,
    _M.FAIL: _S.BROKEN,
}

TRANSITIONS: Final[dict[ConnectionState, dict[Move, ConnectionState]]] = {
    _S.NEW: _ENDS | {_M.SEND_HELLO: _S.GREETED, _M.RECEIVE_HELLO: _S.WELCOMED},
    _S.GREETED: _ENDS | {_M.SEND_OTHER: _S.GREETED, _M.RECEIVE_HELLO: _S.OPEN},
    _S.WELCOMED: _ENDS | {_M.SEND_HELLO: _S.OPEN, _M.RECEIVE_OTHER: _S.WELCOMED},
    _S.OPEN: _ENDS | {_M.SEND_OTHER: _S.OPEN, _M.RECEIVE_OTHER: _S.OPEN},
    _S.CLOSED_BY_US: {},
    _S.CLOSED_BY_THEM: {},
    _S.BROKEN: {_M.SEND_BYE: _S.CLOSED_BY_US},
}
"""What is not in the table may not happen; who did it anyway is at fault."""


def sending(message: Message) -> Move:
    """Return the move that sending this message is."""
    match message:
        case Hello():
            return Move.SEND_HELLO
        case Bye():
            return Move.SEND_BYE
        case _:
            return Move.SEND_OTHER


def receiving(message: Message) -> Move:
    """Return the move that receiving this message is."""
    match message:
        case Hello():
            return Move.RECEIVE_HELLO
        case Bye():
            return Move.RECEIVE_BYE
        case _:
            return Move.RECEIVE_OTHER
