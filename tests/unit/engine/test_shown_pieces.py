"""What a member shows to others: what is here, and whose hash is known."""

from byhand.domain.ranges import RangeSet
from byhand.engine.shown_pieces import ShownPieces
from byhand.engine.told_hashes import ToldHashes


def shown_pieces() -> tuple[ToldHashes, ShownPieces]:
    told = ToldHashes(20)
    return told, ShownPieces(told)


def test_what_is_here_is_shown_once_its_hash_is_known() -> None:
    told, pieces = shown_pieces()
    assert pieces.came(3, 6) == (RangeSet([(3, 6)]), RangeSet())
    told.add(4, bytes(32 * 4))
    assert pieces.told(4, 8) == (RangeSet([(6, 8)]), RangeSet([(4, 6)]))
    assert pieces.came(5, 8) == (RangeSet([(6, 8)]), RangeSet([(6, 8)]))
    assert pieces.shown == RangeSet([(4, 8)])


def test_what_is_not_as_it_was_offered_is_never_here_again() -> None:
    told, pieces = shown_pieces()
    told.add(0, bytes(32 * 10))
    pieces.came(0, 5)
    pieces.gone(2, 4, for_good=True)
    assert pieces.came(2, 6) == (RangeSet([(5, 6)]), RangeSet([(5, 6)]))
    told.add(2, bytes(32 * 2))
    assert pieces.told(2, 4) == (RangeSet(), RangeSet())
    assert pieces.here == RangeSet([(0, 2), (4, 6)])


def test_what_is_gone_is_not_shown_but_was_here() -> None:
    told, pieces = shown_pieces()
    told.add(0, bytes(32 * 10))
    pieces.came(0, 5)
    pieces.gone(2, 3, for_good=False)
    assert pieces.shown == RangeSet([(0, 2), (3, 5)])
    assert pieces.here == RangeSet([(0, 5)])


def test_news_are_what_has_come_since() -> None:
    _, pieces = shown_pieces()
    pieces.came(1, 3)
    assert pieces.take_news() == RangeSet([(1, 3)])
    pieces.came(2, 4)
    assert pieces.take_news() == RangeSet([(3, 4)])
    assert not pieces.take_news()


def test_what_is_wanted_again_is_shown_as_before_and_news_once_it_has_come() -> None:
    told, pieces = shown_pieces()
    told.add(0, bytes(32 * 10))
    pieces.came(0, 5)
    pieces.wanted_again(4, 5)
    assert (pieces.take_news(), pieces.here) == (RangeSet([(0, 4)]), RangeSet([(0, 4)]))
    assert pieces.shown == RangeSet([(0, 5)])
    pieces.came(4, 5)
    assert pieces.take_news() == RangeSet([(4, 5)])
