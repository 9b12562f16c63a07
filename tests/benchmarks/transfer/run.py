"""The benchmark `transfer`: measures the rows asked for and prints their tables."""

import os
from collections.abc import Mapping, Sequence

from byhand.domain.pieces import GIB, MIB
from tests.benchmarks.transfer.plan import Row, plan
from tests.benchmarks.transfer.report import Figure, LeftOut, summary
from tests.benchmarks.transfer.rows import (
    again,
    first_data,
    killed,
    many_entries,
    one_file,
    overhead,
    small_files,
    stopped,
)

GIGABYTE = 1_000_000_000
ROWS: Mapping[str, Row] = {
    "file": Row(
        "one file, in turns with scp, rsync, magic-wormhole, iperf3",
        512 * MIB,
        4 * GIB,
        one_file.measure,
    ),
    "small": Row(
        "a folder of small files, in turns with rsync", 2_000, 10_000, small_files.measure
    ),
    "many": Row("many small files: speed, memory", 10_000, 100_000, many_entries.measure_files),
    "entries": Row("very many tiny files: memory", 20_000, 1_000_000, many_entries.measure_entries),
    "sparse": Row(
        "a file of holes: first data, memory",
        10 * GIGABYTE,
        100 * GIGABYTE,
        first_data.measure_sparse,
    ),
    "solid": Row("a huge file: first data, memory", GIB, 16 * GIB, first_data.measure_solid),
    "overhead": Row("bytes on the wire", 256 * MIB, GIB, overhead.measure),
    "again": Row("an identical folder sent again", 256 * MIB, 4 * GIB, again.measure),
    "killed": Row("kill -9 of either side at half", 512 * MIB, 8 * GIB, killed.measure),
    "pause": Row("from the order to the last byte", GIB, 4 * GIB, stopped.measure_pause),
    "cancel": Row("from the order to the last byte", GIB, 4 * GIB, stopped.measure_cancel),
}


def main(arguments: Sequence[str]) -> None:
    """Measure what the command line asks for."""
    asked = plan(arguments, ROWS)
    figures: list[Figure] = []
    for name, case in asked:
        try:
            report = ROWS[name].measure(case)
        except LeftOut as reason:
            print(f"### {name}\n\nLeft out: {reason}.\n", flush=True)
            continue
        print(f"{report.text()}\n", flush=True)
        figures += report.figures
    print(f"### All figures: page cache to memory, over loopback, on {os.cpu_count()} cores\n")
    print(summary(figures))
