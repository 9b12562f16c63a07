from collections import Counter
from random import Random

import pytest

from byhand.domain.ranges import RangeSet
from byhand.swarm.member_picker import DUPLICATE_BYTES, LATE_SECONDS, MemberPicker
from byhand.swarm.peer_requests import (
    CANCELLED_KEPT,
    FIRST_REST_SECONDS,
    FIRST_WINDOW,
    LARGEST_WINDOW,
    STUCK_SECONDS,
    Request,
)
from tests.helpers.counted_lengths import CountedLengths

KIB = 1024
MIB = 1024 * KIB
PIECE = 256 * KIB
ALICE, BOB, CAROL = b"alice", b"bob", b"carol"


class Lowest(Random):
    """Draws what comes first."""

    def randrange(self, start: int, stop: int | None = None, step: int = 1) -> int:
        return 0


def picker_of(count: int, *peers: bytes, length: int = PIECE) -> MemberPicker:
    """Return the picker of who lacks everything, knows all hashes, and has peers with all."""
    picker = MemberPicker([length] * count, RangeSet([(0, count)]), Lowest())
    picker.known(RangeSet([(0, count)]))
    for peer in peers:
        picker.peer_joined(peer)
        picker.peer_has(peer, RangeSet([(0, count)]))
    return picker


def numbers_of(requests: list[Request]) -> list[int]:
    return [number for each in requests for number in range(each.first, each.end)]


def take(picker: MemberPicker, peer: bytes, request: Request, now: float) -> None:
    """Let everything come that was asked for."""
    for number in range(request.first, request.end):
        picker.arrived(peer, request.request_id, number, now)
        picker.here(RangeSet([(number, number + 1)]))


def test_a_piece_whose_hash_the_sender_has_not_told_is_not_asked() -> None:
    picker = MemberPicker([PIECE] * 2, RangeSet([(0, 2)]), Random(5))
    picker.peer_joined(ALICE)
    picker.peer_has(ALICE, RangeSet([(0, 2)]))
    assert picker.ask(ALICE, 0.0) == []
    picker.known(RangeSet([(1, 2)]))
    assert numbers_of(picker.ask(ALICE, 0.0)) == [1]


def test_a_piece_that_is_not_wanted_is_not_asked() -> None:
    picker = MemberPicker([PIECE] * 2, RangeSet([(1, 2)]), Random(5))
    picker.known(RangeSet([(0, 2)]))
    picker.peer_joined(ALICE)
    picker.peer_has(ALICE, RangeSet([(0, 2)]))
    assert numbers_of(picker.ask(ALICE, 0.0)) == [1]


def test_a_piece_is_asked_of_one_peer() -> None:
    picker = picker_of(8, ALICE, BOB, length=KIB)
    assert sorted(numbers_of(picker.ask(ALICE, 0.0))) == list(range(8))
    picker.known(RangeSet([(0, 8)]))
    assert len(numbers_of(picker.ask(BOB, 0.0))) == 8, "at the end the oldest are asked twice"
    assert picker.ask(BOB, 0.0) == picker.ask(ALICE, 0.0) == []


def test_up_to_four_adjoining_pieces_are_one_request() -> None:
    picker = picker_of(100, ALICE, length=KIB)
    sizes = Counter(each.end - each.first for each in picker.ask(ALICE, 0.0))
    assert max(sizes) == 4


def test_the_rarest_is_asked_first() -> None:
    picker = MemberPicker([MIB] * 5, RangeSet([(0, 5)]), Random(5))
    picker.known(RangeSet([(0, 5)]))
    for peer in (ALICE, BOB, CAROL):
        picker.peer_joined(peer)
    picker.peer_has(ALICE, RangeSet([(0, 5)]))
    picker.peer_has(BOB, RangeSet([(0, 3), (4, 5)]))
    picker.peer_has(CAROL, RangeSet([(0, 2), (4, 5)]))
    assert [numbers_of(picker.ask(peer, 0.0)) for peer in (ALICE, BOB)] == [[3], [2]]


def test_until_a_peers_rate_is_known_little_is_asked() -> None:
    picker = picker_of(100, ALICE)
    assert sum(PIECE for _ in numbers_of(picker.ask(ALICE, 0.0))) == FIRST_WINDOW


@pytest.mark.parametrize(
    ("rate", "window"),
    [
        pytest.param(0.01 * MIB, MIB, id="slow"),
        pytest.param(8 * MIB, 4 * MIB, id="8 MiB a second"),
        pytest.param(1000 * MIB, LARGEST_WINDOW, id="fast"),
    ],
)
def test_half_a_second_is_under_way(rate: float, window: int) -> None:
    picker = picker_of(2000, ALICE)
    now, asked = 0.0, picker.ask(ALICE, 0.0)
    for _ in range(400):
        request = asked.pop(0)
        now += PIECE * (request.end - request.first) / rate
        take(picker, ALICE, request, now)
        asked += picker.ask(ALICE, now)
    assert PIECE * len(numbers_of(asked)) == pytest.approx(window, abs=MIB)


def test_nothing_is_asked_beyond_the_window() -> None:
    picker = picker_of(100, ALICE)
    assert picker.ask(ALICE, 0.0)
    assert picker.ask(ALICE, 0.0) == []


def test_what_comes_from_the_sender_is_cancelled_where_it_was_asked() -> None:
    picker = picker_of(2, ALICE)
    (request,) = picker.ask(ALICE, 0.0)
    assert picker.here(RangeSet([(0, 1)])) == []
    assert picker.here(RangeSet([(1, 2)])) == [(ALICE, request.request_id)]


def test_a_request_is_cancelled_once_though_several_of_its_pieces_come_at_once() -> None:
    picker = picker_of(2, ALICE)
    (request,) = picker.ask(ALICE, 0.0)
    assert picker.here(RangeSet([(0, 2)])) == [(ALICE, request.request_id)]
    assert picker.here(RangeSet([(0, 2)])) == []


def test_an_answer_to_a_cancelled_request_is_still_taken_but_only_once() -> None:
    picker = picker_of(1, ALICE)
    (request,) = picker.ask(ALICE, 0.0)
    picker.here(RangeSet([(0, 1)]))
    assert picker.may_take(ALICE, request.request_id, 0)
    picker.arrived(ALICE, request.request_id, 0, 1.0)
    assert not picker.may_take(ALICE, request.request_id, 0)


def test_cancelled_requests_are_not_remembered_without_end() -> None:
    picker = picker_of(1, ALICE, length=KIB)
    requests = []
    for _ in range(CANCELLED_KEPT + 10):
        (request,) = picker.ask(ALICE, 0.0)
        requests.append(request.request_id)
        picker.unwanted(RangeSet([(0, 1)]))
        picker = requeue(picker)
    assert [picker.may_take(ALICE, each, 0) for each in requests].count(True) == CANCELLED_KEPT


def requeue(picker: MemberPicker) -> MemberPicker:
    """Make a piece that was given up wanted again, as no member ever does."""
    picker._pieces._states[0] = 2
    picker._pieces._peers[ALICE][0] = 3
    return picker


@pytest.mark.parametrize(
    ("peer", "request_id", "number"),
    [
        pytest.param(ALICE, 0, 0, id="pushed"),
        pytest.param(ALICE, 2, 0, id="an unknown request"),
        pytest.param(ALICE, 1, 1, id="another piece"),
        pytest.param(BOB, 1, 0, id="another peer"),
        pytest.param(CAROL, 1, 0, id="nobody's peer"),
    ],
)
def test_S01_what_was_not_asked_may_not_come(peer: bytes, request_id: int, number: int) -> None:
    picker = picker_of(1, ALICE)
    picker.peer_joined(BOB)
    assert [each.request_id for each in picker.ask(ALICE, 0.0)] == [1]
    assert not picker.may_take(peer, request_id, number)
    picker.arrived(peer, request_id, number, 0.0)
    picker.refused(peer, request_id, number, 0.0)
    picker.put_off(peer, request_id, number, 0.0)
    assert picker.may_take(ALICE, 1, 0)


def test_S01_what_a_liar_gave_is_asked_of_another() -> None:
    picker = picker_of(1, ALICE, BOB)
    (request,) = picker.ask(ALICE, 0.0)
    picker.arrived(ALICE, request.request_id, 0, 1.0)
    assert picker.ask(BOB, 1.0) == []
    picker.peer_left(ALICE)
    assert numbers_of(picker.ask(BOB, 1.0)) == [0]


def test_what_arrived_and_could_not_be_kept_is_asked_again() -> None:
    picker = picker_of(1, ALICE)
    (request,) = picker.ask(ALICE, 0.0)
    picker.arrived(ALICE, request.request_id, 0, 1.0)
    picker.spoiled(0)
    assert numbers_of(picker.ask(ALICE, 1.0)) == [0]


def test_S04_what_a_peer_refuses_is_not_asked_of_it_again_until_it_says_so() -> None:
    picker = picker_of(1, ALICE, BOB)
    (request,) = picker.ask(ALICE, 0.0)
    picker.refused(ALICE, request.request_id, 0, 0.0)
    assert picker.ask(ALICE, 0.0) == []
    assert numbers_of(picker.ask(BOB, 0.0)) == [0]
    picker.peer_has(ALICE, RangeSet([(0, 1)]))
    assert numbers_of(picker.ask(ALICE, LATE_SECONDS + 1)) == [0]


def test_a_peer_that_is_busy_is_asked_again_after_a_rest() -> None:
    picker = picker_of(2, ALICE, BOB)
    (request,) = picker.ask(ALICE, 0.0)
    for number in (0, 1):
        picker.put_off(ALICE, request.request_id, number, 0.0)
    assert picker.ask(ALICE, 0.0) == []
    assert numbers_of(picker.ask(BOB, 0.0)) == [0, 1]
    picker.peer_left(BOB)
    assert picker.ask(ALICE, FIRST_REST_SECONDS - 0.1) == []
    assert numbers_of(picker.ask(ALICE, FIRST_REST_SECONDS)) == [0, 1]


def test_a_peer_that_was_busy_is_asked_when_it_says_what_it_has() -> None:
    picker = picker_of(1, ALICE)
    (request,) = picker.ask(ALICE, 0.0)
    picker.put_off(ALICE, request.request_id, 0, 0.0)
    picker.peer_has(ALICE, RangeSet([(0, 1)]))
    assert numbers_of(picker.ask(ALICE, 0.0)) == [0]


def test_S10_a_peer_that_only_says_what_it_has_and_gives_nothing_has_its_rest() -> None:
    picker = picker_of(1, ALICE)
    picker.ask(ALICE, 0.0)
    late = STUCK_SECONDS + 0.1
    assert picker.timed_out(ALICE, late)
    picker.peer_has(ALICE, RangeSet([(0, 1)]))
    assert picker.ask(ALICE, late) == []


def test_who_stays_busy_is_asked_ever_more_seldom_until_something_comes() -> None:
    picker = picker_of(1, ALICE)
    now, waits = 0.0, []
    for _ in range(8):
        asked_at = now
        while not (asked := picker.ask(ALICE, now)):
            now += 1.0
        waits.append(now - asked_at)
        picker.put_off(ALICE, asked[0].request_id, 0, now)
    assert waits == [0, 5, 10, 20, 40, 80, 80, 80]


def test_what_was_asked_of_a_peer_that_leaves_is_free() -> None:
    picker = picker_of(2, ALICE, BOB)
    assert numbers_of(picker.ask(ALICE, 0.0)) == [0, 1]
    picker.peer_left(ALICE)
    assert numbers_of(picker.ask(BOB, 0.0)) == [0, 1]


def test_S04_a_peer_that_answers_nothing_is_given_up_and_asked_again_after_a_rest() -> None:
    picker = picker_of(2, ALICE, BOB)
    (request,) = picker.ask(ALICE, 0.0)
    assert picker.timed_out(ALICE, STUCK_SECONDS) == []
    late = STUCK_SECONDS + 0.1
    assert picker.timed_out(ALICE, late) == [request.request_id]
    assert picker.ask(ALICE, late) == []
    assert numbers_of(picker.ask(BOB, late)) == [0, 1]
    picker.peer_left(BOB)
    assert numbers_of(picker.ask(ALICE, late + FIRST_REST_SECONDS + 0.1)) == [0, 1]


def test_a_peer_of_whom_nothing_was_asked_is_not_late() -> None:
    picker = picker_of(1, ALICE)
    assert picker.timed_out(ALICE, 1e9) == []


def test_before_the_end_only_what_is_late_is_asked_twice() -> None:
    picker = picker_of(3, ALICE)
    picker.peer_joined(BOB)
    picker.peer_has(BOB, RangeSet([(0, 2)]))
    picker._pieces.has_not(ALICE, 2)
    assert numbers_of(picker.ask(ALICE, 0.0)) == [0, 1]
    assert picker.ask(BOB, LATE_SECONDS) == []
    assert numbers_of(picker.ask(BOB, LATE_SECONDS + 0.1)) == [0, 1]


def test_at_the_end_no_more_than_16_mib_are_asked_twice() -> None:
    peers = [b"%d" % number for number in range(40)]
    picker = picker_of(16, *peers, length=2 * MIB)
    asked = [number for peer in peers for number in numbers_of(picker.ask(peer, 0.0))]
    times = Counter(asked)
    assert sorted(times) == list(range(16))
    assert max(times.values()) == 2
    assert 2 * MIB * sum(each == 2 for each in times.values()) == DUPLICATE_BYTES


def test_what_is_never_exchanged_is_neither_asked_nor_had() -> None:
    picker = picker_of(2, ALICE)
    picker.here(RangeSet([(0, 1)]))
    assert picker.has(0)
    assert picker.unwanted(RangeSet([(0, 2)])) == []
    assert picker.ask(ALICE, 0.0) == []
    assert not picker.has(0)
    assert picker.have == RangeSet()


def test_what_is_here_before_is_had_though_it_was_not_wanted() -> None:
    picker = MemberPicker([PIECE] * 4, RangeSet([(2, 4)]), Random(5))
    picker.here(RangeSet([(0, 2)]))
    assert picker.have == RangeSet([(0, 2)])


def test_nobody_gets_more_than_one_and_a_half_times_the_size_and_64_mib() -> None:
    picker = picker_of(4, ALICE, BOB, length=MIB)
    most = 6 * MIB + 64 * MIB
    picker.served(ALICE, most - 5)
    assert picker.may_serve(ALICE, 5)
    assert not picker.may_serve(ALICE, 6)
    assert picker.may_serve(BOB, most)
    picker.peer_left(ALICE)
    picker.peer_joined(ALICE)
    assert not picker.may_serve(ALICE, 6), "coming back does not help"


def test_a_request_among_a_million_pieces_looks_at_a_few() -> None:
    lengths = CountedLengths(1_000_000, PIECE)
    picker = MemberPicker(lengths, RangeSet([(0, len(lengths))]), Random(5))
    picker.known(RangeSet([(0, len(lengths))]))
    for number in range(16):
        picker.peer_joined(b"%d" % number)
        picker.peer_has(b"%d" % number, RangeSet([(0, len(lengths))]))
    lengths.looked = 0
    asked = picker.ask(b"3", 0.0)
    assert len(numbers_of(asked)) == FIRST_WINDOW // PIECE
    assert lengths.looked <= 20
