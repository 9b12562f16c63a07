"""Groups of the sample world: one that Mira sends, and one in which she receives."""

from msgspec.structs import replace

from byhand.domain.events import TransferChanged
from byhand.domain.group import GroupPart, GroupStanding, MemberStanding
from byhand.domain.group_events import GroupChanged
from tests.helpers.fake_service import FakeService
from tests.helpers.sample_world import FINISHED, FRIENDS, MOVING, NOW, OFFER, sample_service

GROUP = b"sample group".ljust(16)
SUMMER, VIDEO, INVITATION = MOVING[0], MOVING[1], FINISHED[0]
OFFERED = replace(OFFER, others=3)
SENT = GroupStanding(
    SUMMER.id,
    GROUP,
    GroupPart.SENDER,
    tuple(
        MemberStanding(number, FRIENDS[name][0].id, is_linked=True, given_bytes=up, has_bytes=has)
        for number, name, up, has in (
            (1, "Anna Lindqvist", 1_120_000_000, 2_108_000_000),
            (2, "Jonas Weber", 980_000_000, 2_410_000_000),
            (3, "Lea Fontaine", 1_010_000_000, 1_870_000_000),
            (4, "Priya Nair", 290_000_000, 640_000_000),
        )
    ),
    SUMMER.total_bytes,
    from_sender_bytes=3_400_000_000,
)
OTHERS = (
    MemberStanding(1, is_linked=True, taken_bytes=90_000_000, given_bytes=130_000_000),
    MemberStanding(2, is_linked=True, taken_bytes=70_000_000, given_bytes=42_000_000),
    MemberStanding(3, taken_bytes=20_000_000, given_bytes=0),
)
RECEIVED = GroupStanding(
    VIDEO.id, GROUP, GroupPart.MEMBER, OTHERS, VIDEO.total_bytes, from_sender_bytes=120_000_000
)
PASSED_ON = GroupStanding(
    INVITATION.id,
    GROUP,
    GroupPart.MEMBER,
    tuple(replace(each, taken_bytes=500_000, given_bytes=700_000 * each.number) for each in OTHERS),
    INVITATION.total_bytes,
    from_sender_bytes=600_000,
    lingers_until=NOW + 14 * 3600 + 32 * 60,
)


def group_service() -> FakeService:
    """Return a service that knows the sample world, in which several get the same."""
    service = sample_service()
    service.emit(TransferChanged(OFFERED))
    for standing in (SENT, RECEIVED, PASSED_ON):
        service.emit(GroupChanged(standing))
    return service
