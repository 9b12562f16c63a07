import pytest

from byhand.domain.codes import Code
from byhand.domain.identity import FriendId
from byhand.domain.transfer import (
    FINAL_STATES,
    TRANSITIONS,
    Direction,
    Transfer,
    TransferId,
    TransferState,
    end_by,
    end_of_files,
)
from byhand.errors import LocalProtocolError

STARTS = {Direction.OUTGOING: TransferState.SCANNING, Direction.INCOMING: TransferState.OFFERED}


def transfer(direction: Direction, state: TransferState) -> Transfer:
    return Transfer(TransferId(bytes(16)), direction, FriendId(bytes(32)), "title", state, 0.0)


def reachable(direction: Direction) -> set[TransferState]:
    found = {STARTS[direction]}
    while (
        more := {
            following for state in found for following in TRANSITIONS[direction].get(state, ())
        }
        - found
    ):
        found |= more
    return found


@pytest.mark.parametrize("state", TransferState)
@pytest.mark.parametrize("direction", Direction)
def test_a_transfer_moves_only_as_the_table_says(
    direction: Direction, state: TransferState
) -> None:
    before = transfer(direction, state)
    for following in TransferState:
        if following in TRANSITIONS[direction].get(state, ()):
            assert before.moved_to(following).state is following
            assert before.state is state
        else:
            with pytest.raises(LocalProtocolError):
                before.moved_to(following)


@pytest.mark.parametrize("direction", Direction)
def test_nothing_leads_out_of_a_final_state(direction: Direction) -> None:
    assert not FINAL_STATES & set(TRANSITIONS[direction])
    assert all(transfer(direction, state).is_final for state in FINAL_STATES)


@pytest.mark.parametrize("direction", Direction)
def test_every_state_of_the_table_is_reached_and_can_end(direction: Direction) -> None:
    states = reachable(direction)
    assert set(TRANSITIONS[direction]) <= states
    for state in states - FINAL_STATES:
        assert not transfer(direction, state).is_final
        ends = TRANSITIONS[direction][state]
        assert {TransferState.CANCELLED, TransferState.FAILED} <= ends


@pytest.mark.parametrize(
    ("direction", "state"),
    [
        (Direction.OUTGOING, TransferState.ACTIVE),
        (Direction.OUTGOING, TransferState.CLOSING),
        (Direction.INCOMING, TransferState.FINALIZING),
    ],
)
def test_only_a_transfer_that_ran_is_done(direction: Direction, state: TransferState) -> None:
    done = {
        before
        for before, following in TRANSITIONS[direction].items()
        if TransferState.DONE in following
    }
    assert state in done
    assert not done & {*STARTS.values(), TransferState.QUEUED, TransferState.CHECKING}


@pytest.mark.parametrize(
    ("code", "state"),
    [
        (Code.OK, TransferState.CANCELLED),
        (Code.CANCELLED, TransferState.CANCELLED),
        (Code.EXPIRED, TransferState.EXPIRED),
        (Code.DISK_FULL, TransferState.FAILED),
    ],
)
def test_who_gives_it_up_says_how_it_ends(code: Code, state: TransferState) -> None:
    assert end_by(code) is state


@pytest.mark.parametrize(
    ("done", "given_up", "end"),
    [
        (2, [], (TransferState.DONE, Code.OK)),
        (0, [], (TransferState.DONE, Code.OK)),
        (1, [Code.SOURCE_GONE], (TransferState.PARTLY_DONE, Code.OK)),
        (1, [Code.CANCELLED], (TransferState.PARTLY_DONE, Code.OK)),
        (0, [Code.CANCELLED, Code.SOURCE_GONE], (TransferState.FAILED, Code.SOURCE_GONE)),
        (0, [Code.CANCELLED], (TransferState.CANCELLED, Code.CANCELLED)),
    ],
)
def test_both_sides_come_to_the_same_end_by_what_became_of_files(
    done: int, given_up: list[Code], end: tuple[TransferState, Code]
) -> None:
    assert end_of_files(done, given_up) == end
    assert end_of_files(done, reversed(given_up)) == end
