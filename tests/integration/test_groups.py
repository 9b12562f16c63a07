"""Anna sends the same to Marek and Mira, who do not know each other; over loopback."""

import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from byhand.domain.group import GroupMode, GroupPart
from byhand.domain.limits import RateLimits
from byhand.domain.plan import SendOptions
from byhand.domain.transfer import TransferState
from tests.helpers.groups import is_done, is_over, now, offered, standings
from tests.helpers.three_services import MAREK, MIRA, three_services
from tests.helpers.two_services import Party

MIB = 1024 * 1024
FORCED = SendOptions(group=GroupMode.ON)


@asynccontextmanager
async def sent_to_both(
    folder: Path, paths: Sequence[Path], options: SendOptions = FORCED
) -> AsyncIterator[tuple[Party, Party, Party]]:
    """Run the three, once Anna has offered something to both of her friends and they have it."""
    async with three_services(folder) as (anna, marek, mira):
        anna.service.profile.set_limits(RateLimits(up=6 * MIB, down=None))
        to = [anna.service.friend_named(name).id for name in (MAREK, MIRA)]
        anna.service.send_to_all([str(path) for path in paths], to, options)
        for party in (marek, mira):
            await offered(party)
        yield anna, marek, mira


async def test_both_have_everything_and_anna_has_sent_it_little_more_than_once(
    tmp_path: Path,
) -> None:
    film = tmp_path / "film"
    film.write_bytes(os.urandom(16 * MIB + 5))
    async with sent_to_both(tmp_path, [film]) as (anna, marek, mira):
        for party in (marek, mira):
            offer = await offered(party)
            assert offer.others == 1
            party.service.accept(offer.id)
        await anna.until(lambda: is_done(anna, 2))
        for party in (marek, mira):
            await party.until(lambda: is_done(party))  # noqa: B023  # awaited at once
        received = [party.folder / "film" for party in (marek, mira)]
        assert [path.read_bytes() == film.read_bytes() for path in received] == [True, True]
        sent = standings(anna)[-1]
        assert sent.part is GroupPart.SENDER
        assert sent.from_sender_bytes < 1.6 * sent.total_bytes
        for party in (marek, mira):
            await party.until(lambda: is_over(party))  # noqa: B023
            standing = standings(party)[-1]
            assert standing.part is GroupPart.MEMBER
            assert standing.from_others_bytes > 0
            assert [member.friend_id for member in standing.members] == [None]


async def test_who_takes_no_part_is_sent_everything_by_anna(tmp_path: Path) -> None:
    film = tmp_path / "film"
    film.write_bytes(os.urandom(8 * MIB))
    async with sent_to_both(tmp_path, [film]) as (anna, marek, mira):
        marek.service.accept((await offered(marek)).id)
        mira.service.accept((await offered(mira)).id, in_group=False)
        await anna.until(lambda: is_done(anna, 2))
        assert standings(mira) == []
        assert (mira.folder / "film").read_bytes() == film.read_bytes()


async def test_a_group_is_over_once_all_have_all(tmp_path: Path) -> None:
    film = tmp_path / "film"
    film.write_bytes(os.urandom(8 * MIB))
    async with sent_to_both(tmp_path, [film]) as (anna, marek, mira):
        for party in (marek, mira):
            party.service.accept((await offered(party)).id)
        for party in (anna, marek, mira):
            await party.until(lambda: is_over(party))  # noqa: B023


async def test_a_file_that_fails_is_no_matter_to_who_has_not_chosen_it(tmp_path: Path) -> None:
    folder = tmp_path / "top"
    folder.mkdir()
    for name in ("lost", "kept"):
        (folder / name).write_bytes(os.urandom(MIB))
    async with sent_to_both(tmp_path, [folder]) as (anna, marek, mira):
        (folder / "lost").unlink()
        marek.service.accept((await offered(marek)).id)
        await marek.until(lambda: next(iter(now(marek).values())).is_final)
        mira.service.accept((await offered(mira)).id, chosen=[0, 2])
        await mira.until(lambda: next(iter(now(mira).values())).is_final)
        await anna.until(lambda: all(each.is_final for each in now(anna).values()))
        states = {each.friend_id: each.state for each in now(anna).values()}
        assert states == {
            anna.service.friend_named(MAREK).id: TransferState.PARTLY_DONE,
            anna.service.friend_named(MIRA).id: TransferState.DONE,
        }
