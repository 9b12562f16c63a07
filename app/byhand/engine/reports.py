"""What a lane's thread tells the service, as frozen values."""

from collections.abc import Callable

from msgspec import Struct

from byhand.domain.codes import Code
from byhand.errors import ByhandError


class RootKnown(Struct, frozen=True):
    """Every piece of an entry (or of pack number `pack`) has been read once: its root."""

    entry: int
    pack: int
    generation: int
    root: bytes


class SourceChanged(Struct, frozen=True):
    """An entry is not what it was: what was sent of it counts no more.

    It is sent once more, if that is asked for in a later epoch.
    """

    entry: int
    generation: int


class SourceFailed(Struct, frozen=True):
    """An entry cannot be sent any more."""

    entry: int
    code: Code


class WishServed(Struct, frozen=True):
    """All that was wanted in an epoch has left; `frames` counts all frames of the lane so far.

    `needs`: by how many wishes it was wanted.
    """

    epoch: int
    lane_index: int
    frames: int
    needs: int = 1


class SendingFailed(Struct, frozen=True):
    """The list of what is sent cannot be read on our own disk: the transfer cannot go on."""

    error: ByhandError


class FrameArrived(Struct, frozen=True):
    """A frame was taken after which a transfer may have come to its end."""

    lane_index: int


class ReceivingFailed(Struct, frozen=True):
    """The disk refused what was received: nothing more is taken until it is unblocked."""

    error: ByhandError


class JournalFailed(Struct, frozen=True):
    """What was received or sent cannot be recorded, or not be flushed."""

    error: ByhandError


class LaneEnded(Struct, frozen=True):
    """A lane is over; `error` is None when it was asked to stop or came to its end.

    `frames`: how many we have sent on it; of the last ones some may be lost.
    """

    lane_index: int
    error: ByhandError | None
    frames: int = 0


class PeerLied(Struct, frozen=True):
    """Who shares the ticket with our own `tag` sent a piece, or pack, that is wrong.

    Nothing of it was written, the link is closed, and the tag is not taken again.
    """

    tag: bytes
    entry: int
    piece: int

    def __repr__(self) -> str:
        """Show what was wrong, and not the tag."""
        return f"PeerLied(entry={self.entry}, piece={self.piece})"


class LinkEnded(Struct, frozen=True):
    """The link of a ticket is over; `error` is None if we dropped it, or they came to an end."""

    tag: bytes
    error: ByhandError | None

    def __repr__(self) -> str:
        """Show why, and not the tag."""
        return f"LinkEnded({self.error!r})"


SendingReport = RootKnown | SourceChanged | SourceFailed | WishServed | SendingFailed
ReceivingReport = FrameArrived | ReceivingFailed | JournalFailed
TellSender = Callable[[SendingReport], None]
TellReceiver = Callable[[ReceivingReport], None]
ExchangeReport = PeerLied | LinkEnded
TellExchange = Callable[[ExchangeReport], None]
"""Called in the lane's thread; must return at once and never raise."""
