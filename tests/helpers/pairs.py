"""Fixtures of many modules: two services that are friends, and what they say to each other."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.helpers.exchanging import Wire, tapped
from tests.helpers.two_services import Party, two_services


@pytest.fixture
async def pair(tmp_path: Path) -> AsyncIterator[tuple[Party, Party]]:
    """Alice, who sends, and Bob."""
    async with two_services(tmp_path) as both:
        yield both


@pytest.fixture
def wire(monkeypatch: pytest.MonkeyPatch) -> Wire:
    """What services send from now on, counted and kept."""
    return tapped(monkeypatch)
