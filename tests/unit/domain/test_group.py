from byhand.domain.group import GroupPart, GroupStanding, MemberStanding
from byhand.domain.transfer import TransferId

MEMBERS = (MemberStanding(1, taken_bytes=5), MemberStanding(2), MemberStanding(3, taken_bytes=7))


def standing(members: tuple[MemberStanding, ...], lingers_until: float = 0.0) -> GroupStanding:
    return GroupStanding(
        TransferId(bytes(16)),
        bytes(16),
        GroupPart.MEMBER,
        members,
        lingers_until=lingers_until,
    )


def test_what_the_others_gave_is_summed_up() -> None:
    assert standing(MEMBERS).from_others_bytes == 12
    assert standing(MEMBERS).giving == 2
    assert standing(()).from_others_bytes == 0


def test_a_member_passes_on_while_there_is_an_end_to_it() -> None:
    assert not standing(MEMBERS).is_passing_on
    assert standing(MEMBERS, 1.7e9).is_passing_on
