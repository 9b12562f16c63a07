"""Which messages may go and come when: the states of a control connection as one table (§8)."""

from enum import Enum, auto
from typing import Final, get_args

from byhand.protocol.friend_messages import PairMessage
from byhand.protocol.message import Message
from byhand.protocol.message_types import MEMBER_MESSAGES, TRANSFER_MESSAGES, TYPES
from byhand.protocol.messages import Bye, ErrorReport, Hello, Ping, Pong
from byhand.protocol.resume_messages import Sync

CONTROL_MESSAGES: Final = frozenset(TYPES.values()) - MEMBER_MESSAGES
"""All that friends may say to each other in a session."""
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
    TOLD = auto()
    """We have said all of our SYNC."""
    HEARD = auto()
    """The other side has."""
    SYNCED = auto()
    """Both have: transfers may be spoken of."""
    CLOSED_BY_US = auto()
    CLOSED_BY_THEM = auto()
    BROKEN = auto()
    """The other side broke the protocol; all that is left to say is BYE."""


class Move(Enum):
    """What can happen to a connection."""

    SEND_HELLO = auto()
    SEND_SYNC = auto()
    """A part of it; more follows."""
    SEND_END_OF_SYNC = auto()
    SEND_TRANSFER = auto()
    """Anything about a transfer."""
    SEND_OTHER = auto()
    SEND_BYE = auto()
    RECEIVE_HELLO = auto()
    RECEIVE_SYNC = auto()
    RECEIVE_END_OF_SYNC = auto()
    RECEIVE_TRANSFER = auto()
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
    _S.OPEN: _ENDS
    | {_M.SEND_OTHER: _S.OPEN, _M.RECEIVE_OTHER: _S.OPEN}
    | {_M.SEND_SYNC: _S.OPEN, _M.SEND_END_OF_SYNC: _S.TOLD}
    | {_M.RECEIVE_SYNC: _S.OPEN, _M.RECEIVE_END_OF_SYNC: _S.HEARD},
    _S.TOLD: _ENDS
    | {_M.SEND_OTHER: _S.TOLD, _M.RECEIVE_OTHER: _S.TOLD}
    | {_M.RECEIVE_SYNC: _S.TOLD, _M.RECEIVE_END_OF_SYNC: _S.SYNCED},
    _S.HEARD: _ENDS
    | {_M.SEND_OTHER: _S.HEARD, _M.RECEIVE_OTHER: _S.HEARD}
    | {_M.SEND_SYNC: _S.HEARD, _M.SEND_END_OF_SYNC: _S.SYNCED},
    _S.SYNCED: _ENDS
    | {_M.SEND_OTHER: _S.SYNCED, _M.RECEIVE_OTHER: _S.SYNCED}
    | {_M.SEND_TRANSFER: _S.SYNCED, _M.RECEIVE_TRANSFER: _S.SYNCED},
    _S.CLOSED_BY_US: {},
    _S.CLOSED_BY_THEM: {},
    _S.BROKEN: {_M.SEND_BYE: _S.CLOSED_BY_US},
}
"""What is not in the table may not happen; who did it anyway is at fault."""


def sending(message: Message) -> Move:
    """Return the move that sending this message is."""
    return _moves(message)[0]


def receiving(message: Message) -> Move:
    """Return the move that receiving this message is."""
    return _moves(message)[1]


def _moves(message: Message) -> tuple[Move, Move]:
    match message:
        case Hello():
            return _M.SEND_HELLO, _M.RECEIVE_HELLO
        case Bye():
            return _M.SEND_BYE, _M.RECEIVE_BYE
        case Sync(more=True):
            return _M.SEND_SYNC, _M.RECEIVE_SYNC
        case Sync():
            return _M.SEND_END_OF_SYNC, _M.RECEIVE_END_OF_SYNC
        case _ if type(message) in TRANSFER_MESSAGES:
            return _M.SEND_TRANSFER, _M.RECEIVE_TRANSFER
        case _:
            return _M.SEND_OTHER, _M.RECEIVE_OTHER
