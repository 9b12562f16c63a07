"""Every kept input of the fuzzer is taken, or refused as it should be."""

from pathlib import Path

import pytest

from tests.fuzz.corpus_files import CORPUS, kept_inputs
from tests.fuzz.targets import TARGETS

FILES_A_TARGET = 80
LARGEST_FILE = 8192


@pytest.mark.parametrize(
    "path", [path for name in TARGETS for path in kept_inputs(name)], ids=lambda path: path.name
)
def test_a_kept_input_raises_nothing_but_what_its_parser_promises(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


def test_the_corpus_is_small_and_every_target_has_one() -> None:
    assert {folder.name for folder in CORPUS.iterdir()} == set(TARGETS)
    for name in TARGETS:
        files = kept_inputs(name)
        assert 3 <= len(files) <= FILES_A_TARGET, name
        assert all(path.stat().st_size <= LARGEST_FILE for path in files)
