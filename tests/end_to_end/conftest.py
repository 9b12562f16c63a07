"""Two people with a window each, on a screen of the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.accessibility import ScreenReader
from tests.helpers.stage import Stage, place_in_memory, set_stage


@pytest.fixture
def place() -> Iterator[Path]:
    with place_in_memory() as folder:
        yield folder


@pytest.fixture
def reader() -> Iterator[ScreenReader]:
    with ScreenReader() as reader:
        yield reader


@pytest.fixture
def stage(place: Path) -> Iterator[Stage]:
    with set_stage(place) as stage:
        yield stage


@pytest.fixture
def read_stage(place: Path, reader: ScreenReader) -> Iterator[Stage]:
    """A stage whose windows the reader hears."""
    with set_stage(place) as stage:
        stage.screen.environment |= reader.environment
        yield stage
