import sys
from pathlib import Path

import pytest

from byhand.storage.boot import boot_id


def test_the_boot_is_what_linux_says_it_is(tmp_path: Path) -> None:
    told = tmp_path / "boot_id"
    told.write_text("3f5a\n")
    assert boot_id(told) == "3f5a"


@pytest.mark.skipif(sys.platform != "linux", reason="others tell in other ways")
def test_all_programs_of_one_boot_see_the_same_one() -> None:
    assert boot_id() == boot_id() != ""


@pytest.mark.parametrize("content", [None, b"", b"\n", b"\xff"])
def test_a_boot_that_is_not_told_is_another_one_each_time(
    tmp_path: Path, content: bytes | None
) -> None:
    told = tmp_path / "boot_id"
    if content is not None:
        told.write_bytes(content)
    assert boot_id(told) != boot_id(told)
