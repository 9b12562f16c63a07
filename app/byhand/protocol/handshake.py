"""From an open connection to an established session, as generators without I/O (§5, §6, §7, §22).

A driver sends `step.send`, receives exactly `step.wanted` bytes, sends these into the generator,
and goes on until it returns. After an error nothing more may be sent. Both sides of each use
stand in a module of their own; this one answers whoever dials.
"""

from collections.abc import Callable, Generator
from typing import Final, TypeAlias

from byhand.errors import RemoteProtocolError
from byhand.protocol.credentials import LaneTicket, MemberTicket, lane_ticket
from byhand.protocol.door import Door
from byhand.protocol.friend_handshake import (
    FUTURE_LIMIT_NS,
    FriendEstablished,
    answer_friend,
    call_friend,
)
from byhand.protocol.handshake_steps import Step
from byhand.protocol.invite_handshake import InviteEstablished, answer_invite, use_invite
from byhand.protocol.lane_handshake import LaneEstablished, answer_lane, open_lane
from byhand.protocol.member_handshake import MemberEstablished, answer_member, open_member
from byhand.protocol.pair_handshake import PairEstablished, answer_pair, pair_with
from byhand.protocol.preamble import PREAMBLE_BYTES, Preamble, Use, decode_preamble

__all__ = [
    "FUTURE_LIMIT_NS",
    "Door",
    "Established",
    "FriendEstablished",
    "InviteEstablished",
    "LaneEstablished",
    "LaneTicket",
    "MemberEstablished",
    "MemberTicket",
    "PairEstablished",
    "Step",
    "Steps",
    "answer",
    "call_friend",
    "lane_ticket",
    "open_lane",
    "open_member",
    "pair_with",
    "use_invite",
]

Established: TypeAlias = (
    PairEstablished | InviteEstablished | FriendEstablished | LaneEstablished | MemberEstablished
)
Steps: TypeAlias = Generator[Step, bytes, Established]

_ANSWERS: Final[dict[Use, Callable[[Door, Preamble, bytes], Steps]]] = {
    Use.PAIR: answer_pair,
    Use.INVITE: answer_invite,
    Use.FRIEND: answer_friend,
    Use.LANE: answer_lane,
    Use.MEMBER: answer_member,
}


def answer(door: Door) -> Steps:
    """Answer whoever dialled us; ends in any of the five. Raises RemoteProtocolError.

    Strangers hear nothing: the first byte is sent once a token, a key, an invite or a tag is
    known. Outside the pairing window no more than the preamble of use 1 is read.
    """
    preamble = decode_preamble((yield Step(b"", PREAMBLE_BYTES)))
    if preamble.use is Use.PAIR and not door.pairing_tokens:
        raise RemoteProtocolError("strangers are not answered now")
    opening = yield Step(b"", preamble.opening_bytes)
    return (yield from _ANSWERS[preamble.use](door, preamble, opening))
