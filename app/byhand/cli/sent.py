"""What has come of an order to send, kept over a change of the process that carries it out."""

from msgspec import Struct, field

from byhand.cli.orders import ExitCode
from byhand.domain.identity import FriendId
from byhand.domain.transfer import TransferId


class Sent(Struct, frozen=True):
    """What has come of an order so far, by friend: the transfers begun, and how those ended."""

    ids: dict[FriendId, TransferId] = field(default_factory=dict)
    codes: dict[FriendId, ExitCode] = field(default_factory=dict)
