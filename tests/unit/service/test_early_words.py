"""What is said before there is anything to receive into: as much of it as may be kept."""

from byhand.domain.transfer import TransferId
from byhand.protocol.fields import PIECES_HASHES
from byhand.protocol.messages import Cancel, RootRow, Roots
from byhand.protocol.resume_messages import Pieces
from byhand.service.early_words import HASHES, ROWS, EarlyWords, Word

ID = TransferId(b"t" * 16)
HASH = bytes(32)


def pieces(first: int, count: int) -> Pieces:
    return Pieces(transfer_id=ID, entry=0, first=first, generation=0, hashes=HASH * count)


def test_all_is_taken_once_in_the_order_in_which_it_came() -> None:
    early = EarlyWords()
    said: list[Word] = [Cancel(transfer_id=ID, entries=[3, 1]), pieces(0, 2), pieces(2, 1)]
    assert all(early.keep(word) for word in said)
    assert early.take() == said
    assert early.take() == []


def test_of_more_than_is_kept_it_is_to_be_said_again() -> None:
    early = EarlyWords()
    rows = [RootRow(0, -1, 0, HASH)] * 1000
    kept = [early.keep(Roots(transfer_id=ID, rows=rows)) for _ in range(ROWS // 1000 + 1)]
    assert kept == [True] * (ROWS // 1000) + [False]
    early.take()
    assert early.keep(Roots(transfer_id=ID, rows=rows))


def test_of_hashes_no_more_is_kept_than_there_is_room_for_and_no_session_ends_by_that() -> None:
    early = EarlyWords()
    for number in range(2 * HASHES // PIECES_HASHES):
        assert early.keep(pieces(number * PIECES_HASHES, PIECES_HASHES))
    kept = sum(len(word.hashes) // 32 for word in early.take() if isinstance(word, Pieces))
    assert HASHES - PIECES_HASHES < kept <= HASHES


def test_what_was_taken_makes_room() -> None:
    early = EarlyWords()
    firsts = range(0, HASHES - PIECES_HASHES, PIECES_HASHES)
    for _ in range(3):
        for first in firsts:
            early.keep(pieces(first, PIECES_HASHES))
        assert len(early.take()) == len(firsts)
