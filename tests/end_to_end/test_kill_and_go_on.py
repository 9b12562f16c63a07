"""Two real programs, one of which is killed at a random moment: the same command goes on."""

from collections.abc import Iterator

import pytest

from tests.helpers.kills import Couple, couple_in_memory
from tests.helpers.private_network import needs_private_network

pytestmark = needs_private_network()

CYCLES = 20
AT_ONCE = 5
"""So many cycles are one test: they share two people."""


@pytest.fixture(scope="module")
def couple() -> Iterator[Couple]:
    with couple_in_memory() as both:
        yield both


@pytest.mark.parametrize("first", range(0, CYCLES, AT_ONCE))
def test_P1_whoever_is_killed_everything_arrives_and_nothing_is_left(
    couple: Couple, first: int
) -> None:
    for seed in range(first, first + AT_ONCE):
        couple.cycle(seed)
