"""The same goes to several friends: a transfer for each, and they know of each other's number."""

import filecmp
from pathlib import Path

import pytest

from byhand.domain.group import GroupMode
from byhand.domain.identity import FriendId
from byhand.domain.plan import AS_IT_IS, OutgoingPlan, SendOptions
from byhand.domain.transfer import TransferId
from byhand.errors import UnknownFriendError
from tests.helpers.gifts import make_file
from tests.helpers.three_services import MAREK, MIRA, three_services
from tests.helpers.two_services import Party


def plan_of(sender: Party, transfer_id: TransferId) -> OutgoingPlan:
    stored = sender.service._handing_over.transfers.stored(transfer_id)
    assert stored is not None
    assert isinstance(stored.plan, OutgoingPlan)
    return stored.plan


async def test_several_friends_get_the_same_each_by_a_transfer_of_their_own(
    tmp_path: Path,
) -> None:
    gift = make_file(tmp_path / "gift", 70_000)
    async with three_services(tmp_path) as (anna, marek, mira):
        to = [anna.service.friend_named(name).id for name in (MAREK, MIRA)]
        both = anna.service.send_to_all([str(gift)], to)
        assert [anna.transfers()[each].friend_id for each in both] == to
        groups = {plan_of(anna, each).group_id for each in both}
        assert len(groups) == 1
        assert groups != {b""}
        for party, transfer_id in zip((marek, mira), both, strict=True):
            await party.until_offered(transfer_id)
            party.service.accept(transfer_id)
            await party.until_final(transfer_id)
            (saved,) = party.transfers()[transfer_id].saved_paths
            assert filecmp.cmp(saved, gift, shallow=False)


async def test_what_nobody_may_pass_on_is_sent_to_each_alone(tmp_path: Path) -> None:
    gift = make_file(tmp_path / "gift", 10)
    async with three_services(tmp_path) as (anna, _, _):
        to = [anna.service.friend_named(name).id for name in (MAREK, MIRA)]
        both = anna.service.send_to_all([str(gift)], to, SendOptions(group=GroupMode.OFF))
        assert {plan_of(anna, each).group_id for each in both} == {b""}
        assert anna.service.send_to_all([str(gift)], to, AS_IT_IS) == both  # joined


async def test_nothing_goes_to_anybody_if_one_is_no_friend(tmp_path: Path) -> None:
    gift = make_file(tmp_path / "gift", 10)
    async with three_services(tmp_path) as (anna, _, _):
        to = [anna.service.friend_named(MAREK).id, FriendId(b"nobody" + bytes(26))]
        with pytest.raises(UnknownFriendError):
            anna.service.send_to_all([str(gift)], to)
        assert list(anna.service._handing_over.queue) == []
