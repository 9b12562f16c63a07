import pytest
from msgspec.structs import replace

from byhand.domain.identity import FriendId
from byhand.domain.pictures import PICTURE_BYTES, is_picture, may_be_copied
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState

PICTURE = Transfer(
    TransferId(bytes(16)),
    Direction.INCOMING,
    FriendId(bytes(32)),
    "harbour.png",
    TransferState.DONE,
    0.0,
    total_files=1,
    total_bytes=1_000,
    saved_paths=("/downloads/harbour (1).png",),
)


@pytest.mark.parametrize("name", ["a.png", "a.JPG", "a.jpeg", "a.gif", "a.webp"])
def test_one_file_that_has_arrived_is_a_picture_by_its_name(name: str) -> None:
    assert is_picture(replace(PICTURE, saved_paths=(f"/downloads/{name}",)))


@pytest.mark.parametrize(
    "changes",
    [
        {"direction": Direction.OUTGOING},
        {"state": TransferState.ACTIVE},
        {"state": TransferState.PARTLY_DONE},
        {"is_folder": True},
        {"is_text": True},
        {"saved_paths": ()},
        {"saved_paths": ("/downloads/a.png", "/downloads/b.png")},
        {"saved_paths": ("/downloads/drawing.svg",)},
        {"saved_paths": ("/downloads/a.png.exe",)},
        {"saved_paths": ("/downloads/.png",)},
        {"saved_paths": ("/downloads/png",)},
    ],
)
def test_nothing_else_is(changes: dict[str, object]) -> None:
    assert not is_picture(replace(PICTURE, **changes))  # by name


def test_what_the_friend_calls_it_makes_no_picture_of_a_file() -> None:
    assert not is_picture(replace(PICTURE, title="a.png", saved_paths=("/downloads/a.sh",)))


def test_a_large_one_is_a_picture_that_is_not_copied() -> None:
    largest = replace(PICTURE, total_bytes=PICTURE_BYTES)
    too_large = replace(PICTURE, total_bytes=PICTURE_BYTES + 1)
    assert [may_be_copied(each) for each in (largest, too_large)] == [True, False]
    assert is_picture(too_large)
