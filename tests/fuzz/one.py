"""Fuzzes one target in this process: python -m tests.fuzz.one TARGET SECONDS FOLDER."""

import sys
from pathlib import Path

import atheris

from tests.fuzz.corpus_files import CORPUS

with atheris.instrument_imports(include=["byhand"]):
    from tests.fuzz.targets import TARGETS

LONGEST_INPUT = 8192
HANG_SECONDS = 20
MEMORY_MIB = 2048


def main(arguments: list[str]) -> None:
    """Run until the time is over, or until a crash, whose input is left in the folder."""
    name, seconds, folder = arguments
    found = Path(folder)
    (found / "corpus").mkdir(parents=True, exist_ok=True)
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST_INPUT}",
        f"-timeout={HANG_SECONDS}",
        f"-rss_limit_mb={MEMORY_MIB}",
        f"-artifact_prefix={found}/",
        "-print_final_stats=1",
        "-verbosity=0",
    ]
    # New inputs go into the first folder; the second is only read.
    atheris.Setup([name, *options, str(found / "corpus"), str(CORPUS / name)], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
