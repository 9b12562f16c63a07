"""Whole services and invite links: how they lead there, how long, and only once."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from byhand.domain.events import AddingFriend, AddingStage, Event, InviteMade, InviteUsed
from byhand.errors import UsageError
from byhand.network.addresses import Hint
from byhand.protocol.credentials import InviteSecret
from byhand.protocol.invite import decode_link, encode_link
from byhand.service.first_contacts import FirstContact
from tests.helpers.small_disk import fill, small_disk
from tests.helpers.three_services import (
    ANNA,
    MAREK,
    MIRA,
    friend_named,
    links,
    shared_key,
    somebody,
    until_online,
)
from tests.helpers.two_services import Party


async def made_by(anna: Party, *at: str) -> str:
    count = len(links(anna))
    anna.service.make_invite(at=at)
    await anna.until(lambda: len(links(anna)) > count)
    return links(anna)[-1]


def ends(events: Sequence[Event]) -> list[AddingFriend]:
    told = (each for each in events if isinstance(each, AddingFriend))
    return [each for each in told if each.stage is not AddingStage.CONNECTING]


async def until_end(marek: Party) -> AddingFriend:
    await marek.until(lambda: bool(ends(marek.events)))
    return ends(marek.events)[0]


async def test_a_host_name_that_the_maker_typed_leads_there(tmp_path: Path) -> None:
    async with somebody(ANNA, tmp_path) as anna, somebody(MAREK, tmp_path) as marek:
        port = anna.service.profile.now().port
        invite = decode_link(await made_by(anna, f"localhost:{port}"))
        assert invite.hints[0] == f"tcp://localhost:{port}"
        by_name = Hint("localhost", port)
        only_that = type(invite)(
            invite.psk, invite.friend_id, invite.expires_at, (str(by_name),), invite.name
        )
        marek.service.add_friend(encode_link(only_that))
        assert (await until_end(marek)).stage is AddingStage.ADDED
        await until_online(anna, MAREK)


async def test_what_cannot_be_is_said_at_once(tmp_path: Path) -> None:
    async with somebody(ANNA, tmp_path) as anna:
        with pytest.raises(UsageError, match="7 days"):
            anna.service.make_invite(hours=169)
        with pytest.raises(UsageError, match="HOST:PORT"):
            anna.service.make_invite(at=["not an address"])
        assert not any(isinstance(each, InviteMade) for each in anna.events)


async def test_an_invite_outlives_a_restart_and_works_once(tmp_path: Path) -> None:
    async with somebody(ANNA, tmp_path) as anna:
        link = await made_by(anna)
    async with (
        somebody(ANNA, tmp_path) as anna,
        somebody(MAREK, tmp_path) as marek,
        somebody(MIRA, tmp_path) as mira,
    ):
        invite = decode_link(link)
        here = str(Hint("127.0.0.1", anna.service.profile.now().port))
        moved = encode_link(
            type(invite)(invite.psk, invite.friend_id, invite.expires_at, (here,), ANNA)
        )
        marek.service.add_friend(moved)
        await until_online(anna, MAREK)
        assert [each.link for each in anna.events if isinstance(each, InviteUsed)] == [link]
        mira.service.add_friend(moved)
        await until_end(mira)
        assert friend_named(anna, MIRA) is None


@pytest.mark.parametrize("late", ["nobody", ANNA, MAREK])
async def test_calls_of_maker_and_user_that_cross_leave_one_key(
    tmp_path: Path, late: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("byhand.service.inviting.USER_FIRST_SECONDS", 0.0)
    both_through = asyncio.Barrier(2)
    async with somebody(ANNA, tmp_path) as anna, somebody(MAREK, tmp_path) as marek:

        def hold_back(one: Party, name: str) -> None:
            contacts = one.service._people.newcomers._contacts
            original = contacts.call

            async def call(hints: Sequence[Hint], secret: InviteSecret) -> FirstContact:
                contact = await original(hints, secret)
                try:
                    await both_through.wait()
                    await asyncio.sleep(0.3 if name == late else 0)
                except BaseException:
                    contact.sock.close()
                    raise
                return contact

            monkeypatch.setattr(contacts, "call", call)

        link = await made_by(anna)
        hold_back(anna, ANNA)
        hold_back(marek, MAREK)
        marek.service.add_friend(link)
        await marek.until(lambda: bool(marek.service._people.newcomers.inviting.given()))
        marek_at = Hint("127.0.0.1", marek.service.profile.now().port)
        anna.service._people._invite_seen(decode_link(link).psk, marek_at)
        assert (await until_end(marek)).stage is AddingStage.ADDED
        await asyncio.sleep(0.5)  # whatever comes late has come
        await until_online(anna, MAREK)
        await until_online(marek, ANNA)
        assert shared_key(anna, marek) == shared_key(marek, anna)


def address_of(party: Party) -> Hint:
    return Hint("127.0.0.1", party.service.profile.now().port)


def leading_to(link: str, hint: Hint) -> str:
    """Return the same link as if its maker was there when it was made."""
    return encode_link(replace(decode_link(link), hints=(str(hint),)))


@pytest.mark.parametrize(("who", "problem"), [(MAREK, "unreachable"), (MIRA, "refused")])
async def test_where_somebody_else_is_now_leads_to_nobody(
    tmp_path: Path, who: str, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Marek finds himself, or a stranger, where the maker was."""
    monkeypatch.setattr("byhand.service.inviting.PATIENCE_SECONDS", 1.0)
    async with (
        somebody(ANNA, tmp_path) as anna,
        somebody(MAREK, tmp_path) as marek,
        somebody(MIRA, tmp_path) as mira,
    ):
        found = address_of({MAREK: marek, MIRA: mira}[who])
        marek.service.add_friend(leading_to(await made_by(anna), found))
        assert (await until_end(marek)).problem == problem


async def test_a_maker_is_waited_for_where_a_stranger_hangs_up(tmp_path: Path) -> None:
    async with (
        somebody(ANNA, tmp_path) as anna,
        somebody(MAREK, tmp_path) as marek,
        somebody(MIRA, tmp_path) as mira,
    ):
        link = await made_by(anna)
        inviting = marek.service._people.newcomers.inviting
        calls = 0
        original = inviting._contacts.call

        async def call(hints: Sequence[Hint], secret: InviteSecret) -> FirstContact:
            nonlocal calls
            calls += 1
            if calls == 3:
                await inviting.found(decode_link(link).psk, address_of(anna))
            return await original(hints, secret)

        inviting._contacts.call = call  # type: ignore[method-assign]
        marek.service.add_friend(leading_to(link, address_of(mira)))
        assert (await until_end(marek)).stage is AddingStage.ADDED
        assert calls > 2


async def test_a_full_disk_is_told_and_the_link_works_once_there_is_room(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 16_000_000) as disk:
        async with somebody(ANNA, tmp_path) as anna, somebody(MAREK, disk) as marek:
            link = leading_to(await made_by(anna), address_of(anna))
            filler = fill(disk)
            marek.service.add_friend(link)
            assert (await until_end(marek)).problem == "not_saved"
            filler.unlink()
            marek.service.add_friend(link)
            await marek.until(lambda: len(ends(marek.events)) == 2)
            assert ends(marek.events)[1].stage is AddingStage.ADDED
            await until_online(anna, MAREK)
