"""How sizes, speeds, times and counts are said."""

import math
from collections.abc import Sequence

from byhand.domain.local_names import Caution
from byhand.domain.progress import Progress
from byhand.domain.text import filled
from byhand.domain.transfer import Compared, Transfer
from byhand.wording.translation import Translate, plain


def size(byte_count: int, translate: Translate = plain) -> str:
    """Return a size in SI units: "312 bytes", "240 kB", "2.1 GB"."""
    if byte_count < 1000:
        return translate("wording", "%n byte(s)", "", byte_count)
    return _scaled(byte_count / 1000, _size_units(translate), translate)


def round_size(byte_count: int, translate: Translate = plain) -> str:
    """Return a size from 1 kB on that somebody chose: "1 GB", "1.5 GB"."""
    return _scaled(byte_count / 1000, _size_units(translate), translate, is_round=True)


def _size_units(translate: Translate) -> Sequence[tuple[str, int]]:
    return (
        (translate("wording", "{number} kB"), 10),
        (translate("wording", "{number} MB"), 10),
        (translate("wording", "{number} GB"), 100),
        (translate("wording", "{number} TB"), 100),
    )


def speed(bytes_per_second: float, translate: Translate = plain) -> str:
    """Return a speed in SI units: "812 kB/s", "41.8 MB/s"."""
    units = (
        (translate("wording", "{number} kB/s"), 0),
        (translate("wording", "{number} MB/s"), 100),
        (translate("wording", "{number} GB/s"), 100),
    )
    return _scaled(bytes_per_second / 1000, units, translate)


def number(count: int, translate: Translate = plain) -> str:
    """Return a whole number with its thousands apart: "1,204"."""
    return translate("wording", "%n", "a number in figures", count)


def time_left(seconds: float | None, translate: Translate = plain) -> str:
    """Return the time left, rounded up: "31 s left", "about 1 h left"; None is not known yet."""
    if seconds is None:
        return translate("wording", "estimating…")
    whole = max(1, math.ceil(seconds))
    if whole < 60:
        return translate("wording", "%n s left", "", whole)
    minutes = math.ceil(whole / 60)
    if minutes < 60:
        return translate("wording", "%n min left", "", minutes)
    hours = max(1, round(whole / 3600))
    if hours < 48:
        return translate("wording", "about %n h left", "", hours)
    return translate("wording", "about %n day(s) left", "", round(hours / 24))


def count_files(count: int, translate: Translate = plain) -> str:
    """Return "1 file" or "2,000 files"."""
    return translate("wording", "%n file(s)", "", count)


def amount(transfer: Transfer, translate: Translate = plain) -> str:
    """Return how much is on offer: "6 files · 1.9 GB", or just the size of a single file."""
    if transfer.total_files == 1 and not transfer.is_folder:
        return size(transfer.total_bytes, translate)
    total = size(transfer.total_bytes, translate)
    return f"{count_files(transfer.total_files, translate)} · {total}"


def compared_line(compared: Compared, translate: Translate = plain) -> str:
    """Return how an offer differs from a folder: "12 new, 3 changed, 400 identical"."""
    parts = (
        (compared.new, translate("wording", "%n new", "", compared.new)),
        (compared.changed, translate("wording", "%n changed", "", compared.changed)),
        (compared.identical, translate("wording", "%n identical", "", compared.identical)),
    )
    return ", ".join(text for count, text in parts if count)


def programs_line(transfer: Transfer, translate: Translate = plain) -> str:
    """Return how many files on offer are programs: "2 programs among them"; "" for none."""
    if not transfer.programs:
        return ""
    if transfer.total_files == 1:
        return translate("wording", "It is a program")
    return translate("wording", "%n program(s) among them", "", transfer.programs)


def caution_tag(caution: Caution, translate: Translate = plain) -> str:
    """Return what stands beside the name of such a file: "program"."""
    if caution is Caution.PROGRAM:
        return translate("wording", "program")
    if caution is Caution.ACTS_BY_ITSELF:
        return translate("wording", "acts by itself")
    return translate("wording", "hidden")


def many_entries_line(transfer: Transfer, translate: Translate = plain) -> str:
    """Return a warning of an offer of very many files and folders; "" for any other."""
    if not transfer.has_many_entries:
        return ""
    return translate("wording", "Very many files and folders: saving them takes long")


def done_of_total(progress: Progress, translate: Translate = plain) -> str:
    """Return how many bytes are there: "2.1 GB of 3.4 GB"."""
    text = translate("wording", "{bytes} of {total}")
    done, total = size(progress.bytes, translate), size(progress.total_bytes, translate)
    return filled(text, bytes=done, total=total)


def _scaled(
    value: float,
    units: Sequence[tuple[str, int]],
    translate: Translate,
    *,
    is_round: bool = False,
) -> str:
    """Say a value in the first of the units that fits; each has the figure below which it is fine.

    Below that figure it gets a decimal; a round one only if it needs one.
    """
    (unit, fine_limit), *larger = units
    if value >= 999.5 and larger:
        return _scaled(value / 1000, larger, translate, is_round=is_round)
    # 9.96 would be written as 10.0
    if value >= fine_limit - 0.05 or (is_round and value == int(value)):
        return filled(unit, number=number(round(value), translate))
    whole, _, tenth = f"{value:.1f}".partition(".")
    decimal = translate("wording", "{whole}.{tenth}")
    return filled(unit, number=filled(decimal, whole=number(int(whole), translate), tenth=tenth))
