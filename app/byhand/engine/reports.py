"""What a lane's thread tells the service, as frozen values."""

from collections.abc import Callable
from dataclasses import dataclass

from byhand.domain.codes import Code
from byhand.errors import ByhandError


@dataclass(frozen=True, slots=True)
class RootKnown:
    """Every piece of an entry (or of pack number `pack`) has been read once: its root."""

    entry: int
    pack: int
    generation: int
    root: bytes


@dataclass(frozen=True, slots=True)
class SourceChanged:
    """An entry is not what it was: what was sent of it counts no more.

    It is sent once more, if that is asked for in a later epoch.
    """

    entry: int
    generation: int


@dataclass(frozen=True, slots=True)
class SourceFailed:
    """An entry cannot be sent any more."""

    entry: int
    code: Code


@dataclass(frozen=True, slots=True)
class WishServed:
    """All that was wanted in an epoch has left; `frames` counts all frames of the lane so far."""

    epoch: int
    lane_index: int
    frames: int


@dataclass(frozen=True, slots=True)
class SendingFailed:
    """The list of what is sent cannot be read on our own disk: the transfer cannot go on."""

    error: ByhandError


@dataclass(frozen=True, slots=True)
class FrameArrived:
    """A frame was taken after which a transfer may have come to its end."""

    lane_index: int


@dataclass(frozen=True, slots=True)
class ReceivingFailed:
    """The disk refused what was received: nothing more is taken until it is unblocked."""

    error: ByhandError


@dataclass(frozen=True, slots=True)
class JournalFailed:
    """What was received or sent cannot be recorded, or not be flushed."""

    error: ByhandError


@dataclass(frozen=True, slots=True)
class LaneEnded:
    """A lane is over; `error` is None when it was asked to stop or came to its end.

    `frames`: how many we have sent on it; of the last ones some may be lost.
    """

    lane_index: int
    error: ByhandError | None
    frames: int = 0


SendingReport = RootKnown | SourceChanged | SourceFailed | WishServed | SendingFailed
ReceivingReport = FrameArrived | ReceivingFailed | JournalFailed
TellSender = Callable[[SendingReport], None]
TellReceiver = Callable[[ReceivingReport], None]
"""Called in the lane's thread; must return at once and never raise."""
