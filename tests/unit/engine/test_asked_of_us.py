"""What a peer has asked for: how much of it is taken, and what becomes of it."""

import pytest

from byhand.domain.columns import columns_of
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.numbering import Numbering
from byhand.domain.pieces import KIB, MIB, PACK_INDEX, Packs
from byhand.engine.asked_of_us import WAITING_LIMIT, AskedOfUs
from byhand.errors import RemoteProtocolError
from byhand.protocol.member_messages import Asked, Get


def asked_of_us() -> AskedOfUs:
    columns = columns_of([Entry(("film",), EntryKind.FILE, 40 * MIB, 40 * MIB)])
    return AskedOfUs(Numbering(columns, Packs(columns)))


def test_what_is_asked_for_is_answered_in_order() -> None:
    asked = asked_of_us()
    asked.add(Get(request=1, rows=[Asked(0, 4, 2), Asked(0, 1, 1)]))
    asked.add(Get(request=3, rows=[Asked(0, 9, 1)]))
    answered = []
    while (each := asked.next()) is not None:
        assert asked.answered(each)
        answered.append(each)
    assert answered == [(1, 0, 4), (1, 0, 5), (1, 0, 1), (3, 0, 9)]
    assert not asked


def test_what_was_cancelled_while_it_was_read_is_not_answered_twice() -> None:
    asked = asked_of_us()
    asked.add(Get(request=1, rows=[Asked(0, 4, 2)]))
    first = asked.next()
    assert first is not None
    assert asked.cancel(1) == [(0, 4), (0, 5)]
    assert not asked.answered(first)
    assert asked.cancel(1) == []


def test_more_than_16_MiB_at_a_time_is_refused() -> None:
    asked = asked_of_us()
    for request in range(1, 5):
        assert asked.add(Get(request=request, rows=[Asked(0, 16 * request, 16)])) == []
    assert asked.add(Get(request=5, rows=[Asked(0, 0, 2)])) == [(0, 0), (0, 1)]
    first = asked.next()
    assert first is not None
    asked.answered(first)
    assert asked.add(Get(request=6, rows=[Asked(0, 0, 2)])) == [(0, 1)]
    assert len(asked.take_all()) == 16 * MIB // (256 * KIB)
    assert asked.add(Get(request=7, rows=[Asked(0, 0, 2)])) == []


def test_a_number_that_is_not_higher_than_those_before_is_the_others_fault() -> None:
    asked = asked_of_us()
    asked.add(Get(request=7, rows=[Asked(0, 0, 1)]))
    for request in (7, 3):
        with pytest.raises(RemoteProtocolError):
            asked.add(Get(request=request, rows=[Asked(0, 1, 1)]))


def test_pieces_beyond_the_manifest_are_the_others_fault() -> None:
    asked = asked_of_us()
    for row in (Asked(0, 159, 2), Asked(1, 0, 1)):
        with pytest.raises(RemoteProtocolError):
            asked.add(Get(request=1, rows=[row]))
    assert not asked


def test_so_many_small_ones_are_waited_for_and_no_more() -> None:
    columns = columns_of([Entry(("note",), EntryKind.FILE, 1, 1)])
    asked = AskedOfUs(Numbering(columns, Packs(columns)))
    get = [Asked(PACK_INDEX, 0, 1)] * 16
    for request in range(1, WAITING_LIMIT // 16 + 1):
        assert asked.add(Get(request=request, rows=get)) == []
    assert asked.add(Get(request=WAITING_LIMIT, rows=get)) == [(PACK_INDEX, 0)] * 16
