"""What only a window in the same process may ask: it is too large for a line between processes."""

from collections.abc import Callable
from typing import Protocol

from byhand.domain.identity import FriendId
from byhand.domain.transfer import TransferId
from byhand.service.orders import Service


class PictureOrders(Protocol):
    """Pictures that come from a clipboard, or shall go to one."""

    def send(self, png: bytes, to: FriendId, /) -> None:
        """Offer a picture, a PNG, to a friend as soon as it is in a file of ours.

        Raises UsageError for more than PICTURE_BYTES; OrderFailed tells what fails later.
        """

    def read(self, transfer_id: TransferId, shown: Callable[[bytes], None], /) -> None:
        """Give `shown` the file of a picture that was received, as it is; OrderFailed if not.

        Nobody has looked at what is in it.
        """


class WindowService(Service, Protocol):
    """A service that runs in the window's own process."""

    @property
    def pictures(self) -> PictureOrders: ...
