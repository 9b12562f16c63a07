"""Pictures from the clipboard to a friend, and from a friend to the clipboard."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QImage

from byhand.domain.identity import FriendId
from byhand.domain.transfer import Transfer, TransferId
from byhand.gui.attempts import attempt
from byhand.gui.content import Picture
from byhand.gui.main_window import MainWindow
from byhand.gui.off_thread import OffThread
from byhand.gui.picture_codec import decoded, encoded
from byhand.service.picture_orders import PictureOrders


class PictureTransfers(QObject):
    """Has pictures encoded and decoded beside the window's thread.

    What a friend sent is decoded when the user wants it copied, and never before.
    """

    def __init__(
        self, orders: PictureOrders, window: MainWindow, copied: Callable[[TransferId], None]
    ) -> None:
        """`copied` hears which transfer's picture is on the clipboard."""
        super().__init__(window)
        self._orders = orders
        self._window = window
        self._copied = copied
        self._encoding = OffThread(self)
        self._decoding = OffThread(self)

    def send(self, picture: Picture, friend_id: FriendId) -> None:
        """Offer a picture to a friend once it is a PNG; say why if that cannot be."""
        self._encoding.run(partial(encoded, picture), partial(self._send, friend_id))

    def copy(self, transfer: Transfer) -> None:
        """Put a picture that has arrived on the clipboard; one at a time."""
        if not self._decoding.is_busy:
            self._orders.read(transfer.id, partial(self._decode, transfer.id))

    def close(self) -> None:
        """Hand over what was pasted so far; what is being decoded is of no use any more."""
        self._encoding.settle()

    def _send(self, friend_id: FriendId, png: "Future[bytes]") -> None:
        self._attempt(lambda: self._orders.send(png.result(), friend_id))

    def _decode(self, transfer_id: TransferId, content: bytes) -> None:
        if not self._decoding.is_busy:
            self._decoding.run(partial(decoded, content), partial(self._copy, transfer_id))

    def _copy(self, transfer_id: TransferId, image: "Future[QImage]") -> None:
        self._attempt(lambda: self._put(transfer_id, image.result()))

    def _put(self, transfer_id: TransferId, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self._copied(transfer_id)

    def _attempt(self, order: Callable[[], object]) -> None:
        attempt(self._window.theme, self._window, order)
