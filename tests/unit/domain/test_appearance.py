"""Which looks can be chosen."""

import pytest

from byhand.domain.appearance import APPEARANCES, judged_appearance
from byhand.errors import UsageError


@pytest.mark.parametrize("appearance", APPEARANCES)
def test_a_look_that_there_is_can_be_chosen(appearance: str) -> None:
    assert judged_appearance(appearance) == appearance


@pytest.mark.parametrize("appearance", ["", "Dark", "sepia"])
def test_no_other_can_be_chosen(appearance: str) -> None:
    with pytest.raises(UsageError):
        judged_appearance(appearance)
