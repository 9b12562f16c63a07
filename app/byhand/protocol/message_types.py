"""Every control message that there is, by its number on the wire (§8)."""

from typing import Final

from byhand.protocol.dial_back import DialBack, DialResult
from byhand.protocol.friend_messages import (
    Introduce,
    IntroduceAnswer,
    PairCommit,
    PairLater,
    PairNo,
    PairNonce,
    PairOk,
    PairReveal,
)
from byhand.protocol.member_messages import (
    Bits,
    CancelGet,
    Complain,
    Get,
    Group,
    Have,
    Holding,
    No,
)
from byhand.protocol.message import Message
from byhand.protocol.messages import (
    Addresses,
    Answer,
    Bye,
    Cancel,
    Entries,
    ErrorReport,
    Files,
    Finished,
    Hello,
    Lanes,
    Need,
    Offer,
    Ping,
    Pong,
    ProfileUpdate,
    Roots,
    Sent,
    Source,
    Status,
    Withdraw,
)
from byhand.protocol.resume_messages import (
    Again,
    HashAnswer,
    HashAsk,
    Pause,
    Pieces,
    Resume,
    Sync,
)

TYPES: Final[dict[int, type[Message]]] = {
    1: Hello,
    2: Ping,
    3: Pong,
    4: Sync,
    5: ErrorReport,
    6: Bye,
    7: Lanes,
    8: Addresses,
    9: ProfileUpdate,
    10: DialBack,
    11: DialResult,
    12: Introduce,
    13: IntroduceAnswer,
    16: Offer,
    17: Entries,
    18: Answer,
    19: Withdraw,
    32: Need,
    33: Files,
    34: Source,
    35: Roots,
    36: Pieces,
    37: HashAsk,
    38: HashAnswer,
    39: Status,
    40: Pause,
    41: Resume,
    42: Cancel,
    43: Sent,
    44: Finished,
    45: Again,
    48: PairCommit,
    49: PairNonce,
    50: PairReveal,
    51: PairOk,
    52: PairLater,
    53: PairNo,
    64: Bits,
    65: Have,
    66: Get,
    67: No,
    68: CancelGet,
    80: Group,
    81: Complain,
    82: Holding,
}

SYNC_TYPE: Final = 4
"""What an ERROR is about that says that a transfer is not known (§19)."""

AGAIN_TYPE: Final = 45
"""What an ERROR is about that says that files are not to be had again (§11)."""

TRANSFER_MESSAGES: Final = frozenset(
    kind for number, kind in TYPES.items() if 16 <= number < 48 or number >= 80
)
"""Messages about one transfer; nobody sends one before SYNC is complete both ways (§19)."""

MEMBER_MESSAGES: Final = frozenset(kind for number, kind in TYPES.items() if 64 <= number < 80)
"""All that two members of a group may say to each other, and nobody to anybody else (§22)."""

_PASSABLE: Final = {
    *(
        Ping,
        Pong,
        ErrorReport,
        Addresses,
        ProfileUpdate,
        Files,
        Status,
        IntroduceAnswer,
        DialBack,
        DialResult,
    ),
    *(Complain, Holding),
}
CRITICAL: Final = frozenset(TYPES.values()) - _PASSABLE
"""Messages that no receiver may pass over, not even one that does not know them."""
