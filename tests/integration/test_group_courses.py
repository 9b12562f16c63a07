"""What may happen on the way: a group that is joined late, paused, left, stopped and started."""

import asyncio
import os
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from byhand.domain.limits import RateLimits
from byhand.domain.pieces import KIB, MIB
from byhand.domain.transfer import TransferId, TransferState
from tests.helpers.changes import overwrite
from tests.helpers.exchanging import remembered
from tests.helpers.groups import from_others, is_done, is_over, now, offered, standings
from tests.helpers.mixed_groups import FORCED, MixedGroup, mixed_group
from tests.helpers.three_services import (
    ANNA,
    MAREK,
    MIRA,
    become_friends,
    somebody,
)
from tests.helpers.trees import snapshot, write_files
from tests.helpers.two_services import SECONDS, Party

_S = TransferState


@pytest.fixture
def film(tmp_path: Path) -> Path:
    film = tmp_path / "film"
    film.write_bytes(os.urandom(4 * MIB + 5))
    return film


def the_transfer(party: Party) -> TransferId:
    """Return the only transfer that somebody has."""
    (transfer,) = now(party).values()
    return transfer.id


async def until_has(party: Party, byte_count: int) -> None:
    """Wait until so much is here of what somebody receives; no event tells that."""
    async with asyncio.timeout(SECONDS):
        while True:
            progress = party.service.progress().get(the_transfer(party))
            if progress is not None and progress.bytes >= byte_count:
                return
            await asyncio.sleep(0.02)


async def test_who_accepts_late_is_given_what_another_has_saved(tmp_path: Path, film: Path) -> None:
    async with mixed_group(tmp_path, [film], [MAREK, MIRA], rate=8 * MIB) as group:
        marek, mira = group.services
        await group.accept(marek)
        await marek.until(lambda: is_done(marek))
        group.anna.service.profile.set_limits(RateLimits(up=64 * KIB, down=None))
        await group.accept(mira)
        await group.all_done()
        await mira.until(lambda: from_others(mira) > 3 * MIB)
        for party in (group.anna, marek, mira):
            await party.until(lambda: is_over(party))  # noqa: B023  # awaited at once


async def test_who_pauses_keeps_nobody_from_anything_and_goes_on_with_the_others(
    tmp_path: Path, film: Path
) -> None:
    async with mixed_group(tmp_path, [film], [MAREK, MIRA]) as group:
        marek, mira = group.services
        await group.accept()
        await until_has(marek, MIB)
        marek.service.queue.pause(the_transfer(marek))
        await marek.until_state(the_transfer(marek), _S.PAUSED)
        await mira.until(lambda: is_done(mira))
        assert now(marek)[the_transfer(marek)].state is _S.PAUSED
        group.anna.service.profile.set_limits(RateLimits(up=64 * KIB, down=None))
        marek.service.queue.resume(the_transfer(marek))
        await group.all_done()
        await marek.until(lambda: from_others(marek) > MIB)


def all_kinds(folder: Path) -> Path:
    """Write packs, the same twice, holes, and what is empty."""
    write_files(folder, {f"photo {number}": 1000 * number for number in range(80)})
    same = os.urandom(MIB + 7)
    for name in ("film", "film again"):
        (folder / name).write_bytes(same)
    with open(folder / "holes", "wb") as file:
        file.write(os.urandom(300 * KIB))
        file.truncate(8 * MIB)
        file.seek(7 * MIB)
        file.write(os.urandom(300 * KIB))
    (folder / "below").mkdir()
    return folder


async def test_all_kinds_of_files_reach_everybody(tmp_path: Path) -> None:
    folder = await asyncio.to_thread(all_kinds, tmp_path / "all")
    async with mixed_group(tmp_path, [folder], [MAREK, MIRA]) as group:
        await group.accept()
        for party in group.services:
            await party.until(lambda: is_done(party))  # noqa: B023  # awaited at once
            await party.until_only("all")
            assert snapshot(party.folder / "all") == snapshot(folder)
            await party.until(lambda: from_others(party) > 0)  # noqa: B023


async def test_what_changes_on_the_way_reaches_everybody_as_it_is_then(
    tmp_path: Path, film: Path
) -> None:
    async with mixed_group(tmp_path, [film], [MAREK, MIRA]) as group:
        await group.accept()
        for party in group.services:
            await until_has(party, MIB)
        await asyncio.to_thread(overwrite, film, 0, os.urandom(4 * MIB + 5))
        await group.all_done()


async def test_what_is_here_already_is_taken_from_nobody(tmp_path: Path, film: Path) -> None:
    async with mixed_group(tmp_path, [film], [MAREK, MIRA], rate=None) as group:
        await group.accept()
        await group.all_done()
        for party in group.services:
            await remembered(party, the_transfer(party))
        await group.anna.until(lambda: is_done(group.anna, 2))
        to = [group.anna.service.friend_named(name).id for name in (MAREK, MIRA)]
        again = group.anna.service.send_to_all([str(film)], to, FORCED)
        for party in group.services:
            party.service.accept((await offered(party)).id)
        for party in group.services:
            await party.until(lambda: is_done(party, 2))  # noqa: B023  # awaited at once
            told = [each for each in standings(party) if each.transfer_id in again]
            assert not [each for each in told if each.from_others_bytes]


@pytest.mark.parametrize("leaves", [ANNA, MAREK])
async def test_a_group_goes_on_with_one_who_was_stopped_and_started(
    tmp_path: Path, film: Path, leaves: str
) -> None:
    async with AsyncExitStack() as stack:
        async with AsyncExitStack() as first:
            stacks = {name: first if name == leaves else stack for name in (ANNA, MAREK, MIRA)}
            anna, marek, mira = [
                await stacks[name].enter_async_context(somebody(name, tmp_path)) for name in stacks
            ]
            await become_friends(anna, marek, MAREK)
            await become_friends(anna, mira, MIRA)
            anna.service.profile.set_limits(RateLimits(up=2 * MIB, down=None))
            to = [anna.service.friend_named(name).id for name in (MAREK, MIRA)]
            anna.service.send_to_all([str(film)], to, FORCED)
            for party in (marek, mira):
                party.service.accept((await offered(party)).id)
            for party in (marek, mira):
                await until_has(party, MIB)
        again = await stack.enter_async_context(somebody(leaves, tmp_path))
        if leaves == MAREK:
            marek = again
        await MixedGroup(anna, [marek, mira], [], [film]).all_done()
        await marek.until(lambda: from_others(marek) > 0)


async def test_members_finish_without_a_sender_who_may_leave(tmp_path: Path, film: Path) -> None:
    async with AsyncExitStack() as stack:
        marek = await stack.enter_async_context(somebody(MAREK, tmp_path))
        mira = await stack.enter_async_context(somebody(MIRA, tmp_path))
        async with somebody(ANNA, tmp_path) as anna:
            await become_friends(anna, marek, MAREK)
            await become_friends(anna, mira, MIRA)
            for party, rate in ((anna, 4 * MIB), (marek, 256 * KIB), (mira, 256 * KIB)):
                party.service.profile.set_limits(RateLimits(up=rate, down=None))
            to = [anna.service.friend_named(name).id for name in (MAREK, MIRA)]
            anna.service.send_to_all([str(film)], to, FORCED)
            for party in (marek, mira):
                party.service.accept((await offered(party)).id)
            await anna.until(lambda: any(each.may_leave for each in standings(anna)))
        for party in (marek, mira):
            party.service.profile.set_limits(RateLimits(up=None, down=None))
        await MixedGroup(anna, [marek, mira], [], [film]).all_done()
