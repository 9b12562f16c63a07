"""A program that is a window without a window: orders as JSON lines in, what it shows out."""

import asyncio
import json
import signal
import sys
from pathlib import Path
from typing import Any

from byhand import wording
from byhand.domain.events import (
    AddingFriend,
    Event,
    FriendAdded,
    FriendChanged,
    IntroductionChanged,
    InviteMade,
    ProfileChanged,
    TransferAdded,
    TransferChanged,
)
from byhand.domain.identity import FriendId
from byhand.domain.introduction import IntroductionId
from byhand.domain.transfer import Transfer, TransferId
from byhand.service.transfer_service import TransferService, open_service

PROGRESS_SECONDS = 0.1


def report(event: str, **fields: object) -> None:
    print(json.dumps({"event": event, **fields}), flush=True)


class Screen:
    """Tells what a window would show."""

    def __init__(self) -> None:
        self._names: dict[FriendId, str] = {}

    def show(self, event: Event) -> None:
        match event:
            case ProfileChanged(profile):
                report("ready", port=profile.port)
            case FriendAdded(friend, presence) | FriendChanged(friend, presence):
                self._names[friend.id] = friend.name
                report("friend", name=friend.name, online=presence.is_online)
            case InviteMade(link):
                report("invite", link=link)
            case AddingFriend(stage, _, problem):
                report("adding", stage=stage, problem=problem)
            case IntroductionChanged(introduced):
                report(
                    "introduced",
                    id=introduced.id.hex(),
                    name=introduced.name,
                    stage=introduced.stage,
                )
            case TransferAdded(transfer) | TransferChanged(transfer):
                self._show_transfer(transfer)

    def _show_transfer(self, transfer: Transfer) -> None:
        report(
            "transfer",
            id=transfer.id.hex(),
            direction=transfer.direction,
            title=transfer.title,
            state=transfer.state,
            code=transfer.code.name.lower(),
            line=wording.transfer_line(transfer, None, self._names[transfer.friend_id]),
            problems=[wording.problem_line(problem) for problem in transfer.problems],
            counted=transfer.is_counted,
            missing=transfer.missing_bytes,
            paths=transfer.saved_paths,
        )


def obey(service: TransferService, order: dict[str, Any]) -> None:
    match order:
        case {"send": paths, "to": name}:
            transfer_id = service.send(paths, service.friend_named(name).id)
            report("sent", id=transfer_id.hex())
        case {"accept": transfer_id, "into": folder}:
            service.accept(TransferId(bytes.fromhex(transfer_id)), folder)
        case {"decline": transfer_id}:
            service.decline(TransferId(bytes.fromhex(transfer_id)))
        case {"cancel": transfer_id}:
            service.cancel(TransferId(bytes.fromhex(transfer_id)))
        case {"pause": transfer_id}:
            service.queue.pause(TransferId(bytes.fromhex(transfer_id)))
        case {"invite_to": addresses}:
            service.make_invite(at=addresses)
        case {"use": link}:
            service.add_friend(link)
        case {"introduce": name, "and": other}:
            friends = (service.friend_named(name).id, service.friend_named(other).id)
            service.introductions.introduce(*friends)
        case {"agree": introduction_id}:
            service.introductions.answer(
                IntroductionId(bytes.fromhex(introduction_id)), agrees=True
            )


async def tell_progress(service: TransferService) -> None:
    while True:
        for transfer_id, now in service.progress().items():
            report("progress", id=transfer_id.hex(), bytes=now.bytes, files=now.files)
        await asyncio.sleep(PROGRESS_SECONDS)


async def obey_lines(service: TransferService, reader: asyncio.StreamReader) -> None:
    async for line in reader:
        obey(service, json.loads(line))


async def main(profile: Path, downloads: str) -> None:
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    screen = Screen()
    async with open_service(profile, downloads=downloads) as service:
        service.subscribe(screen.show)
        telling = asyncio.create_task(tell_progress(service))
        obeying = asyncio.create_task(obey_lines(service, reader))
        loop.add_signal_handler(signal.SIGTERM, obeying.cancel)
        await asyncio.wait([obeying])
        telling.cancel()
    report("end", exit=0)


asyncio.run(main(Path(sys.argv[1]), sys.argv[2]))
