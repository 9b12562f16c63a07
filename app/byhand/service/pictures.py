"""Pictures from and for a clipboard: `service.pictures`, as `picture_orders.PictureOrders`."""

import asyncio
import logging
import os
import time
from collections.abc import Callable, Coroutine
from pathlib import Path

from byhand.domain.events import Event, TransferAdded, TransferRemoved
from byhand.domain.identity import FriendId
from byhand.domain.pictures import PICTURE_BYTES, TOO_LARGE_TO_SEND, is_picture
from byhand.domain.plan import OutgoingPlan, StoredTransfer
from byhand.domain.transfer import Direction, TransferId
from byhand.errors import (
    ByhandError,
    SourceChangedError,
    SourceMissingError,
    StorageError,
    UsageError,
)
from byhand.service.worker import Worker
from byhand.storage.own_files import keep_own, remove_own
from byhand.storage.picture_file import picture_path, read_picture

logger = logging.getLogger(__name__)


class Pictures:
    """Keeps each picture that is sent in a file of ours while anything on the list is made of it.

    It is in the file before it is in the queue: what a kill leaves between the two is swept.
    """

    def __init__(
        self,
        folder: Path,
        disk: Worker,
        spawn: Callable[[Coroutine[None, None, None]], asyncio.Task[None]],
        send: Callable[[OutgoingPlan, FriendId], TransferId],
        stored: Callable[[TransferId], StoredTransfer | None],
        now: Callable[[], float] = time.time,
    ) -> None:
        """`send` starts a transfer and raises as `service.send`; `stored` finds one of the list."""
        self._folder = folder
        self._disk = disk
        self._spawn = spawn
        self._send = send
        self._stored = stored
        self._now = now
        self._used: dict[TransferId, Path] = {}
        self._sending: set[asyncio.Task[None]] = set()

    def send(self, png: bytes, to: FriendId) -> None:
        """Offer a picture, a PNG, to a friend once it is in a file; UsageError."""
        if len(png) > PICTURE_BYTES:
            raise UsageError(TOO_LARGE_TO_SEND)
        task = self._spawn(self._keep_and_send(png, to))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    def read(self, transfer_id: TransferId, shown: Callable[[bytes], None]) -> None:
        """Give `shown` the file of a picture that was received; OrderFailed tells why not."""
        self._spawn(self._read(transfer_id, shown))

    def hear(self, event: Event) -> None:
        """Let go of a picture with the last transfer on the list that is made of it."""
        match event:
            case TransferAdded(transfer) if not transfer.is_text:
                place = Path(transfer.folder)
                if transfer.direction is Direction.OUTGOING and place.parent == self._folder:
                    self._used[transfer.id] = place / transfer.title
            case TransferRemoved(transfer_id) if transfer_id in self._used:
                path = self._used.pop(transfer_id)
                if path not in self._used.values():
                    self._spawn(self._let_go(path))
            case _:
                pass

    async def settle(self) -> None:
        """Return once what was to be sent is in the queue, or has failed."""
        if self._sending:
            await asyncio.wait(self._sending)

    async def _keep_and_send(self, png: bytes, to: FriendId) -> None:
        path = picture_path(self._folder, self._now())
        try:
            await self._disk.run(keep_own, path, png)
            self._send(OutgoingPlan((os.fsencode(path),)), to)
        except ByhandError:
            await self._let_go(path)
            raise

    async def _let_go(self, path: Path) -> None:
        try:
            await self._disk.run(remove_own, path)
        except StorageError as exc:
            logger.warning("a picture stays until the next start: %s", exc.reason)

    async def _read(self, transfer_id: TransferId, shown: Callable[[bytes], None]) -> None:
        stored = self._stored(transfer_id)
        if stored is None or not is_picture(stored.transfer):
            raise UsageError("That is not a picture, or it has not arrived.")
        try:
            content = await self._disk.run(read_picture, stored.transfer.saved_paths[0])
        except (SourceMissingError, SourceChangedError) as exc:
            raise UsageError(
                "This picture can't be read any more: it may have been moved or deleted."
            ) from exc
        shown(content)
