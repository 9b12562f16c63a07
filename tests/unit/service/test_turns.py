from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from byhand.domain.identity import FriendId
from byhand.domain.progress import Progress
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.service.turns import SMALL_BYTES, Contender, turns
from byhand.service.turns import contender as transfer_contender

ANNA, BEN = FriendId(bytes(32)), FriendId(bytes([1]) * 32)
BIG = SMALL_BYTES + 1


def contender(
    number: int, place: float, left: int = BIG, *, friend: FriendId = ANNA, has_turn: bool = False
) -> Contender:
    return Contender(TransferId(bytes([number]) * 16), friend, place, left, has_turn)


def numbers(chosen: frozenset[TransferId]) -> list[int]:
    return sorted(each[0] for each in chosen)


def test_the_first_of_the_queue_go_and_no_more_than_may() -> None:
    waiting = [contender(number, 10.0 - number) for number in range(5)]
    assert numbers(turns(waiting, 2)) == [3, 4]


def test_whoever_has_begun_goes_on_though_others_are_moved_before_them() -> None:
    waiting = [contender(0, 9.0, has_turn=True), contender(1, 1.0), contender(2, 2.0)]
    assert numbers(turns(waiting, 2)) == [0, 1]


def test_if_fewer_may_go_now_the_last_of_those_that_have_begun_wait() -> None:
    begun = [contender(number, float(number), has_turn=True) for number in range(3)]
    assert numbers(turns([*begun, contender(9, 0.5)], 1)) == [0]


def test_what_is_left_of_a_transfer_is_what_its_receiver_lacks() -> None:
    transfer = Transfer(
        TransferId(bytes(16)), Direction.OUTGOING, ANNA, "x", TransferState.ACTIVE, 0.0,
        total_bytes=100, place=2.5,
    )  # fmt: skip
    progress = Progress(30, 100, 0, 1)
    made = transfer_contender(transfer, progress, has_turn=True)
    assert made == Contender(transfer.id, ANNA, 2.5, 70, has_turn=True)
    assert transfer_contender(transfer, None, has_turn=False).bytes_left == 100


def test_the_small_wait_for_nobody_and_take_no_place() -> None:
    huge = [contender(number, 1.0, has_turn=True) for number in range(3)]
    small = [contender(9, 2.0, SMALL_BYTES), contender(8, 3.0, 1)]
    assert numbers(turns([*huge, *small], 3)) == [0, 1, 2, 8, 9]


def test_friends_do_not_wait_for_each_other() -> None:
    waiting = [contender(0, 1.0), contender(1, 2.0), contender(2, 3.0, friend=BEN)]
    assert numbers(turns(waiting, 1)) == [0, 2]


@given(
    st.lists(
        st.tuples(
            st.floats(0, 100), st.integers(0, 2 * BIG), st.sampled_from([ANNA, BEN]), st.booleans()
        ),
        max_size=20,
    ),
    st.integers(1, 5),
)
def test_no_place_stays_free_while_somebody_waits(
    drawn: list[tuple[float, int, FriendId, bool]], at_once: int
) -> None:
    waiting = [
        contender(number, place, left, friend=friend, has_turn=has_turn)
        for number, (place, left, friend, has_turn) in enumerate(drawn)
    ]
    chosen = turns(waiting, at_once)
    big = [each for each in waiting if each.bytes_left > SMALL_BYTES]
    wanted = Counter(each.friend_id for each in big)
    going = Counter(each.friend_id for each in big if each.id in chosen)
    assert going == {friend: min(count, at_once) for friend, count in wanted.items()}
    assert all(each.id in chosen for each in waiting if each.bytes_left <= SMALL_BYTES)
