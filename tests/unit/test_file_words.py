import pytest
from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.events import FileRow
from byhand.domain.identity import FriendId
from byhand.domain.transfer import Direction, EntryState, Transfer, TransferId, TransferState
from byhand.wording import file_line

_E = EntryState
COMING = Transfer(
    TransferId(bytes(16)),
    Direction.INCOMING,
    FriendId(bytes(32)),
    "box",
    TransferState.ACTIVE,
    0.0,
)
CAME = replace(COMING, state=TransferState.DONE)
GOING = replace(COMING, direction=Direction.OUTGOING)
WORDS = [
    (_E.WAITING, "Waiting", "Waiting"),
    (_E.PARTIAL, "Receiving", "Sending"),
    (_E.COMPLETE, "Being checked", "Sent"),
    (_E.DONE, "Arrived", "Delivered"),
    (_E.SKIPPED, "Already here", "Was there already"),
    (_E.NOT_CHOSEN, "Not chosen", "Not chosen"),
    (_E.CANCELLED, "Left out", "Left out"),
]


@pytest.mark.parametrize(("state", "received", "sent"), WORDS)
def test_every_state_of_a_file_has_words_for_either_way(
    state: EntryState, received: str, sent: str
) -> None:
    row = FileRow(0, "a", 5, False, state)
    assert (file_line(row, COMING), file_line(row, GOING)) == (received, sent)


def test_what_arrived_is_saved_once_all_is_over() -> None:
    assert file_line(FileRow(0, "a", 5, False, _E.DONE), CAME) == "Saved"


@pytest.mark.parametrize("code", list(Code))
def test_a_file_that_failed_says_why_and_begins_like_the_others(code: Code) -> None:
    line = file_line(FileRow(0, "a", 5, False, _E.FAILED, code), COMING)
    assert line
    assert line[0].isupper()


@pytest.mark.parametrize("state", list(EntryState))
def test_a_folder_stands_nowhere(state: EntryState) -> None:
    assert file_line(FileRow(0, "a", 0, True, state), COMING) == ""
