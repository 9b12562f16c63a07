"""How fast does a folder of very many files go, and in how much memory on either side?"""

from collections.abc import Sequence
from statistics import median

from byhand.domain.pieces import KIB, MIB
from tests.benchmarks.transfer.gifts import FILES_A_FOLDER, crowd, take_away
from tests.benchmarks.transfer.memory import memory_folder, require_memory
from tests.benchmarks.transfer.pair import HandOver, friends, hand_over
from tests.benchmarks.transfer.plan import Case
from tests.benchmarks.transfer.report import Cells, Figure, Report

HEADER = ("round", "accept to FINISHED s", "whole s", "CPU-s", "sender MiB", "receiver MiB")
FILE_BYTES = 4 * KIB
FILES_A_SECOND = 5000.0
FILES_MEMORY_MIB = 250.0
BYTES_A_FILE = 6 * KIB
"""What a small file takes in memory, its name and its dates included."""
TINY_BYTES = (0, 16)
ENTRIES_MEMORY_MIB = 400.0


def measure_files(case: Case) -> Report:
    """Hand over so many files of 4 KiB."""
    what = f"{case.amount:,} files of 4 KiB"
    handed = _handed(case.amount, [FILE_BYTES], case.rounds)
    rate = case.amount / median(each.laps[0].seconds for each in handed)
    figures = [
        Figure(f"{what}, accept to FINISHED", rate, "files/s", FILES_A_SECOND, True),
        _peak(what, handed, FILES_MEMORY_MIB),
    ]
    return Report(what, HEADER, _lines(handed), figures)


def measure_entries(case: Case) -> Report:
    """Hand over so many entries, files that are empty or tiny and their folders, once."""
    what = f"{case.amount:,} entries"
    files = case.amount - case.amount // FILES_A_FOLDER - 1
    handed = _handed(files, TINY_BYTES, rounds=1)
    return Report(what, HEADER, _lines(handed), [_peak(what, handed, ENTRIES_MEMORY_MIB)])


def _handed(files: int, sizes: Sequence[int], rounds: int) -> list[HandOver]:
    require_memory(2 * files * BYTES_A_FILE)
    handed: list[HandOver] = []
    # In memory, too: to write a million files to the disk takes longer than all the rest.
    with memory_folder() as folder, memory_folder() as target:
        source = crowd(folder, files, sizes)
        for _ in range(rounds):
            with friends() as pair:
                handed.append(hand_over(pair, source, target))
            take_away(target, source)
    return handed


def _lines(handed: Sequence[HandOver]) -> list[Cells]:
    return [
        (
            f"{number}",
            f"{each.laps[0].seconds:.2f}",
            f"{each.laps[1].seconds:.2f}",
            f"{each.laps[0].cpu_seconds:.2f}",
            f"{each.sender_peak_bytes / MIB:.0f}",
            f"{each.receiver_peak_bytes / MIB:.0f}",
        )
        for number, each in enumerate(handed, 1)
    ]


def _peak(what: str, handed: Sequence[HandOver], goal: float) -> Figure:
    peak = max(max(each.sender_peak_bytes, each.receiver_peak_bytes) for each in handed)
    return Figure(f"{what}, most memory on a side", peak / MIB, "MiB", goal)
