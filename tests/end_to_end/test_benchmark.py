"""The benchmark of transfers, in small: every kind of row still finds what it measures."""

from tests.benchmarks.transfer.pair import ACCEPT_TO_FINISHED, WHOLE_COMMAND, byhand
from tests.benchmarks.transfer.plan import Case
from tests.benchmarks.transfer.rows import first_data, one_file, overhead
from tests.benchmarks.transfer.ssh import rsync, scp
from tests.helpers.needs import find_tool, needs_tool
from tests.helpers.private_network import needs_private_network

pytestmark = needs_private_network()

SMALL_BYTES = 3_000_000


@needs_tool("sshd", "scp")
def test_one_file_goes_in_turns_with_its_peers() -> None:
    peers = [scp, rsync] if find_tool("rsync") else [scp]
    report = one_file.measure(Case(SMALL_BYTES, 1), [byhand, *peers])
    names = [line[0] for line in report.lines]
    assert names[:3] == [ACCEPT_TO_FINISHED, WHOLE_COMMAND, "scp"]
    assert len(report.figures) == len(peers) + 1
    assert all(figure.value > 0 for figure in report.figures)


def test_data_is_seen_before_a_file_of_holes_is_whole() -> None:
    report = first_data.measure_sparse(Case(100_000_000, 1))
    assert report.figures[0].value > 0


def test_no_byte_on_the_wire_is_missed() -> None:
    report = overhead.measure(Case(SMALL_BYTES, 1))
    in_tcp, on_ethernet = (int(line[1].replace(",", "")) for line in report.lines)
    assert SMALL_BYTES < in_tcp < on_ethernet
