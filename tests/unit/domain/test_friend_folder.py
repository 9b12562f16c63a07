import pytest

from byhand.domain.friend import Friend
from byhand.domain.friend_folder import folder_of
from byhand.domain.identity import FriendId

LEA = Friend(FriendId(b"l" * 32), "Lea Fontaine", "laptop")


def named(name: str) -> Friend:
    return Friend(LEA.id, name, "")


def test_a_person_has_a_folder_of_their_name() -> None:
    assert folder_of(LEA) == "Lea Fontaine"


def test_a_computer_of_my_own_has_one_of_its_own() -> None:
    assert folder_of(Friend(LEA.id, "Mira", "attic", is_mine=True)) == "attic"
    assert folder_of(Friend(LEA.id, "Mira", "", is_mine=True)) == "Mira"


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("..", "__"),
        ("../../etc", "_.._etc"),
        ("a/b\\c", "a_b_c"),
        (".ssh", "ssh"),
        (". .byhand-1", "byhand-1"),
        ("CON", "_CON"),
        ("Lea.", "Lea_"),
        ("a:b", "a_b"),
        ("...", "_"),
        ("Żółć", "Żółć"),
    ],
)
def test_no_name_leads_anywhere_else(name: str, folder: str) -> None:
    assert folder_of(named(name)) == folder
