"""The demo's job without a screen: a file and a folder from one process to another."""

import asyncio
import filecmp
import os
from pathlib import Path

from msgspec import Struct

from byhand.demo.person import DemoError, Person, running

FILE_BYTES = 32_000_000
SMALL_FILES = 200
SMALL_FILE_BYTES = 4096


class Gift(Struct, frozen=True):
    """What is handed over: a file, and a folder with many small ones."""

    file: Path
    folder: Path


async def hand_over(sender: Person, receiver: Person, place: Path) -> Gift:
    """Send a real file and a real folder and compare every byte; return what was sent."""
    inbox = place / "arrived"
    gift = await asyncio.to_thread(_make_gift, place / "sent")
    async with running(receiver, "receive", "--into", str(inbox)) as receive:
        paths = (str(gift.file), str(gift.folder))
        async with running(sender, "send", *paths, "--to", receiver.name) as send:
            offer = await receive.wait_for("offer")
            await receive.write(f"accept {offer['id']}")
            await receive.wait_for("finished")
            await send.end_well()
    differing = await asyncio.to_thread(_differences, gift, inbox)
    if differing:
        raise DemoError(f"What arrived is not what was sent: {', '.join(differing[:5])}.")
    return gift


def _make_gift(place: Path) -> Gift:
    gift = Gift(place / "holiday.mov", place / "Letters")
    (gift.folder / "empty").mkdir(parents=True)
    gift.file.write_bytes(os.urandom(FILE_BYTES))
    for number in range(SMALL_FILES):
        letter = gift.folder / f"year {number % 7}" / f"letter {number}.txt"
        letter.parent.mkdir(exist_ok=True)
        letter.write_bytes(os.urandom(SMALL_FILE_BYTES))
    return gift


def _differences(gift: Gift, inbox: Path) -> list[str]:
    sent = _tree(gift.file.parent)
    arrived = _tree(inbox)
    names = sent.keys() ^ arrived.keys()
    both = sent.keys() & arrived.keys()
    return sorted(names | {name for name in both if not _is_equal(sent[name], arrived[name])})


def _tree(root: Path) -> dict[str, Path]:
    return {str(path.relative_to(root)): path for path in root.rglob("*")}


def _is_equal(one: Path, other: Path) -> bool:
    if one.is_dir() or other.is_dir():
        return one.is_dir() and other.is_dir()
    return filecmp.cmp(one, other, shallow=False)
