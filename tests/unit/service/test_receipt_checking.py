from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.ranges import RangeSet
from byhand.domain.root_chunks import each_root
from byhand.domain.transfer import TransferId
from byhand.errors import AuthenticationError, RemoteProtocolError
from byhand.protocol.messages import Finished
from byhand.protocol.receipt import Delivery, files_digest, sign_receipt
from byhand.service.receipt_checking import Handed, roots_received
from tests.helpers.connection_pair import ALICE, BOB, EVE
from tests.helpers.lanes import write_tree
from tests.helpers.outbound import Outbound, scanned

ID = TransferId(bytes(16))
DIGEST = bytes(range(32))
HANDED = Handed(ID, BOB.friend_id, ALICE.friend_id, DIGEST, RangeSet(), frozenset())


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder, entry 0, with a large file, two small ones and an empty one."""
    return write_tree(tmp_path / "from", [300_000, 10, 20, 0])


def roots_in(source: Path) -> dict[int, bytes]:
    """Return the roots of what lies there, read by itself."""
    outbound = Outbound.of(1, scanned(source))
    finished = Finished(transfer_id=ID, ok=0, bad=0, receipt=sign_receipt(ALICE, delivery({}), 1))
    with pytest.raises(AuthenticationError):
        roots_received(finished, HANDED, outbound.pieces, ALICE.keys.ed25519, lambda: False)
    return dict(outbound.pieces.roots_of(range(1, 5)))


def delivery(roots: dict[int, bytes]) -> Delivery:
    files = files_digest(sorted(roots.items()))
    return Delivery(ID, BOB.friend_id, ALICE.friend_id, DIGEST, files)


def received(
    source: Path,
    roots: dict[int, bytes],
    handed: Handed = HANDED,
    *,
    outbound: Outbound | None = None,
    is_stopped: bool = False,
    counts: tuple[int, int] | None = None,
) -> int:
    outbound = outbound or Outbound.of(1, scanned(source))
    ok, bad = counts or (len(roots), len(handed.given_up))
    receipt = sign_receipt(ALICE, delivery(roots), 1)
    finished = Finished(transfer_id=ID, ok=ok, bad=bad, receipt=receipt)
    key = ALICE.keys.ed25519
    roots_of_it = roots_received(finished, handed, outbound.pieces, key, lambda: is_stopped)
    return len(list(each_root(roots_of_it)))


def test_a_receipt_over_everything_is_right_even_if_all_has_to_be_read_for_it(
    source: Path,
) -> None:
    roots = roots_in(source)
    assert len(roots) == 4
    assert received(source, roots) == 4


@pytest.mark.parametrize("entry", [1, 2, 4])
def test_a_receipt_must_speak_of_every_file(source: Path, entry: int) -> None:
    roots = roots_in(source)
    del roots[entry]
    with pytest.raises(AuthenticationError):
        received(source, roots)


def test_a_receipt_over_other_bytes_is_wrong(source: Path) -> None:
    roots = roots_in(source)
    roots[2] = bytes(32)
    with pytest.raises(AuthenticationError):
        received(source, roots)


def test_somebody_elses_receipt_is_wrong(source: Path) -> None:
    receipt = sign_receipt(EVE, delivery(roots_in(source)), 1)
    finished = Finished(transfer_id=ID, ok=4, bad=0, receipt=receipt)
    pieces = Outbound.of(1, scanned(source)).pieces
    with pytest.raises(AuthenticationError):
        roots_received(finished, HANDED, pieces, ALICE.keys.ed25519, lambda: False)


@pytest.mark.parametrize(
    "handed",
    [
        replace(HANDED, not_chosen=RangeSet([(2, 3)])),
        replace(HANDED, given_up=frozenset({2})),
        replace(HANDED, not_chosen=RangeSet([(0, 1)]), given_up=frozenset({2})),
    ],
)
def test_what_was_not_chosen_or_given_up_is_not_in_it(source: Path, handed: Handed) -> None:
    roots = roots_in(source)
    with pytest.raises(AuthenticationError):
        received(source, roots, handed)
    del roots[2]
    assert received(source, roots, handed) == 3


@pytest.mark.parametrize("counts", [(3, 0), (5, 0), (4, 1), (3, 1), (0, 0)])
def test_a_right_receipt_beside_wrong_counts_is_the_receivers_fault(
    source: Path, counts: tuple[int, int]
) -> None:
    with pytest.raises(RemoteProtocolError):
        received(source, roots_in(source), counts=counts)


def test_what_is_lost_counts_once_and_only_if_it_was_chosen(source: Path) -> None:
    roots = roots_in(source)
    del roots[2], roots[3]
    # Entry 0 is a folder.
    handed = replace(HANDED, not_chosen=RangeSet([(3, 4)]), given_up=frozenset({0, 2, 3}))
    assert received(source, roots, handed, counts=(2, 1)) == 2
    for bad in (0, 2, 3):
        with pytest.raises(RemoteProtocolError):
            received(source, roots, handed, counts=(2, bad))


def test_what_was_cancelled_here_but_had_arrived_is_read_and_counts(source: Path) -> None:
    roots = roots_in(source)
    outbound = Outbound.of(1, scanned(source))
    outbound.pieces.leave_out(RangeSet([(1, 3)]))
    assert received(source, roots, outbound=outbound) == 4


def test_a_file_that_is_gone_before_it_could_be_read_is_not_vouched_for(source: Path) -> None:
    roots = roots_in(source)
    outbound = Outbound.of(1, scanned(source))
    (source / "00001").unlink()
    with pytest.raises(AuthenticationError):
        received(source, roots, outbound=outbound)
    assert outbound.pieces.hashes.is_failed(2)
    assert Code.SOURCE_GONE in {outcome.code for outcome in outbound.recorder.outcomes.values()}


def test_who_stops_it_gets_no_word(source: Path) -> None:
    with pytest.raises(AuthenticationError):
        received(source, roots_in(source), is_stopped=True)
