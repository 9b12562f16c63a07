"""A picture from the clipboard arrives as it is, can be sent again, and leaves nothing behind."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from byhand.domain.transfer import Direction, Transfer, TransferState
from tests.helpers.lasting import friends_in
from tests.helpers.two_services import SECONDS, Party, two_services

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 2_000


def outgoing(party: Party) -> list[Transfer]:
    every = party.transfers().values()
    return [each for each in every if each.direction is Direction.OUTGOING]


def kept(profile: Path) -> list[Path]:
    return [path for path in (profile / "texts").glob("*/*") if path.is_file()]


async def settled(is_so: Callable[[], bool]) -> None:
    """Wait for what no event tells."""
    async with asyncio.timeout(SECONDS):
        while not is_so():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def received(alice: Party, bob: Party, transfer: Transfer) -> Path:
    await bob.until_offered(transfer.id)
    bob.service.accept(transfer.id)
    assert (await alice.until_final(transfer.id)).state is TransferState.DONE
    return Path((await bob.until_final(transfer.id)).saved_paths[0])


async def test_a_picture_arrives_as_it_is_and_is_kept_until_it_is_off_the_list(
    tmp_path: Path,
) -> None:
    async with two_services(tmp_path) as (alice, bob):
        alice.service.pictures.send(PNG, alice.friend.id)
        await alice.until(lambda: bool(outgoing(alice)))
        (first,) = outgoing(alice)
        assert first.title.startswith("Picture ")
        path = await received(alice, bob, first)
        assert path.name == first.title
        assert path.read_bytes() == PNG
        given: list[bytes] = []
        bob.service.pictures.read(first.id, given.append)
        await settled(lambda: bool(given))
        assert given == [PNG]
        again_id = alice.service.send_again(first.id)
        again = await received(alice, bob, alice.transfers()[again_id])
        assert again != path
        assert again.read_bytes() == PNG
        assert len(kept(tmp_path / "alice")) == 1
        for transfer_id in (first.id, again_id):
            assert kept(tmp_path / "alice")
            alice.service.remove(transfer_id)
        await settled(lambda: not kept(tmp_path / "alice"))


async def test_a_picture_pasted_just_before_the_end_goes_after_a_restart(tmp_path: Path) -> None:
    async with friends_in(tmp_path) as friends:
        alice, bob = friends.alice, friends.bob
        await bob.stop()
        alice.service.pictures.send(PNG, alice.friend_id)
        await alice.stop()
        assert len(kept(alice.profile)) == 1
        # What a kill leaves between the file and the queue, or before the file is whole.
        for number, name in enumerate((".Picture.png.new", "Picture.png")):
            place = alice.profile / "texts" / f"{number:016}"
            place.mkdir()
            (place / name).write_bytes(PNG)
        for side in (alice, bob):
            await side.start()
        (waiting,) = outgoing(alice.party)
        path = await received(alice.party, bob.party, waiting)
        assert path.read_bytes() == PNG
        assert [each.name for each in kept(alice.profile)] == [waiting.title]
