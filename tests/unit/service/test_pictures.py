"""Pictures for and from a clipboard: in a file before they are sent, and only as long as needed."""

import asyncio
import os
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import ParamSpec, TypeVar

import pytest
from msgspec.structs import replace

from byhand.domain.events import TransferAdded, TransferRemoved
from byhand.domain.identity import FriendId
from byhand.domain.pictures import PICTURE_BYTES, TOO_LARGE_TO_SEND
from byhand.domain.plan import IncomingPlan, OutgoingPlan, StoredTransfer
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.errors import ByhandError, DiskFullError, UnknownFriendError, UsageError
from byhand.service.guarding import guarded
from byhand.service.pictures import Pictures
from byhand.service.worker import Worker
from byhand.storage.own_files import keep_own
from tests.helpers.connection_pair import ALICE
from tests.helpers.transfer_parts import PromptWorker

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")

FRIEND = ALICE.friend_id
PNG = b"\x89PNG\r\n\x1a\nand so on"
ARRIVED = Transfer(
    TransferId(bytes(16)), Direction.INCOMING, FRIEND, "a.png", TransferState.DONE, 0.0
)


class FullDisk(PromptWorker):
    """Is full when a file is there already, at the flush of its folder."""

    async def run(
        self,
        function: Callable[_Arguments, _Result],
        *args: _Arguments.args,
        **kwargs: _Arguments.kwargs,
    ) -> _Result:
        result = await super().run(function, *args, **kwargs)
        if function is keep_own:
            raise DiskFullError(Path("disk"))
        return result


class Sender:
    """Takes plans as the service does, if they can be taken."""

    def __init__(self, folder: Path, disk: Worker) -> None:
        self.folder = folder
        self.plans: list[OutgoingPlan] = []
        self.contents: list[bytes] = []
        self.failures: list[ByhandError] = []
        self.stored: dict[TransferId, StoredTransfer] = {}
        self.refusal: ByhandError | None = None
        self.pictures = Pictures(folder, disk, self.spawn, self.send, self.stored.get, lambda: 0.0)

    def spawn(self, work: Coroutine[None, None, None]) -> asyncio.Task[None]:
        return asyncio.get_running_loop().create_task(guarded(work, self.failures.append))

    def send(self, plan: OutgoingPlan, to: FriendId) -> TransferId:
        if self.refusal is not None:
            raise self.refusal
        path = Path(os.fsdecode(plan.paths[0]))
        self.plans.append(plan)
        self.contents.append(path.read_bytes())
        return self.list_one(path)

    def list_one(self, path: Path) -> TransferId:
        transfer = replace(
            ARRIVED,
            id=TransferId(os.urandom(16)),
            direction=Direction.OUTGOING,
            title=path.name,
            folder=str(path.parent),
        )
        self.pictures.hear(TransferAdded(transfer))
        return transfer.id

    def files(self) -> list[Path]:
        return [path for path in self.folder.rglob("*") if path.is_file()]


@pytest.fixture
async def sender(tmp_path: Path) -> Sender:
    return Sender(tmp_path / "texts", PromptWorker("disk"))


async def settled() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_a_picture_is_in_its_file_before_it_is_sent(sender: Sender) -> None:
    sender.pictures.send(PNG, FRIEND)
    await sender.pictures.settle()
    assert sender.contents == [PNG]
    path = Path(os.fsdecode(sender.plans[0].paths[0]))
    assert path.parent.parent == sender.folder
    assert path.name.startswith("Picture 19")


async def test_a_picture_that_is_too_large_is_refused_at_once(sender: Sender) -> None:
    with pytest.raises(UsageError, match=TOO_LARGE_TO_SEND):
        sender.pictures.send(bytes(PICTURE_BYTES + 1), FRIEND)
    await sender.pictures.settle()
    assert sender.plans == []


async def test_of_a_picture_that_cannot_be_sent_nothing_stays(sender: Sender) -> None:
    sender.refusal = UnknownFriendError("nobody")
    sender.pictures.send(PNG, FRIEND)
    await sender.pictures.settle()
    assert sender.failures == [sender.refusal]
    assert list(sender.folder.iterdir()) == []


async def test_of_a_picture_that_a_full_disk_refuses_nothing_stays(tmp_path: Path) -> None:
    sender = Sender(tmp_path / "texts", FullDisk("disk"))
    sender.pictures.send(PNG, FRIEND)
    await sender.pictures.settle()
    assert [type(error) for error in sender.failures] == [DiskFullError]
    assert sender.plans == []
    assert list(sender.folder.iterdir()) == []


async def test_a_picture_goes_with_the_last_on_the_list_that_is_made_of_it(
    sender: Sender,
) -> None:
    sender.pictures.send(PNG, FRIEND)
    await sender.pictures.settle()
    (path,) = sender.files()
    first = next(iter(sender.pictures._used))
    again = sender.list_one(path)
    sender.pictures.hear(TransferRemoved(first))
    await settled()
    assert sender.files() == [path]
    sender.pictures.hear(TransferRemoved(again))
    await settled()
    assert list(sender.folder.iterdir()) == []


async def test_files_of_the_user_are_never_let_go(sender: Sender, tmp_path: Path) -> None:
    own = tmp_path / "pictures" / "dear.png"
    own.parent.mkdir()
    own.touch()
    sender.pictures.hear(TransferRemoved(sender.list_one(own)))
    await settled()
    assert own.exists()


async def test_a_received_picture_is_given_as_it_is(sender: Sender, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(PNG)
    arrived = replace(ARRIVED, saved_paths=(str(path),))
    sender.stored[arrived.id] = StoredTransfer(arrived, IncomingPlan())
    given: list[bytes] = []
    sender.pictures.read(arrived.id, given.append)
    await settled()
    assert given == [PNG]
    path.unlink()
    sender.pictures.read(arrived.id, given.append)
    await settled()
    assert [str(error) for error in sender.failures] == [
        "This picture can't be read any more: it may have been moved or deleted."
    ]


@pytest.mark.parametrize("path", ["/tmp/a.sh", ""])
async def test_what_is_no_picture_is_not_given(sender: Sender, path: str) -> None:
    arrived = replace(ARRIVED, saved_paths=(path,) if path else ())
    sender.stored[arrived.id] = StoredTransfer(arrived, IncomingPlan())
    given: list[bytes] = []
    for transfer_id in (arrived.id, TransferId(b"unknown".ljust(16))):
        sender.pictures.read(transfer_id, given.append)
    await settled()
    assert given == []
    assert [type(error) for error in sender.failures] == [UsageError, UsageError]
