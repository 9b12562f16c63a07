"""Where the socket of a profile lies: in it, or under a short name."""

import os
from pathlib import Path

from byhand.control.place import PATH_BYTES, control_path


def test_it_lies_in_the_profile(tmp_path: Path) -> None:
    profile = Path("/p")
    assert control_path(profile, "/run/user/1000") == Path("/p/control.sock")


def test_all_ways_to_a_profile_lead_to_one_place(tmp_path: Path) -> None:
    profile = tmp_path / "p"
    profile.mkdir()
    link = tmp_path / ("long " * 30)
    link.symlink_to(profile)
    assert control_path(link, "/run/1") == control_path(profile, "/run/1")


def test_where_its_path_is_too_long_a_short_one_stands_for_it() -> None:
    long = Path("/", "é" * 40, "a" * 20)
    path = control_path(long, "/run/user/1000")
    assert path is not None
    assert path.parent == Path("/run/user/1000/byhand")
    assert len(os.fsencode(path)) <= PATH_BYTES
    assert path != control_path(long / "b", "/run/user/1000")


def test_the_longest_path_that_is_not_too_long() -> None:
    fitting = Path("/", "a" * (PATH_BYTES - len("//control.sock")))
    assert control_path(fitting, None) == fitting / "control.sock"
    assert control_path(fitting.with_name(fitting.name + "a"), None) is None


def test_without_a_folder_of_the_users_there_is_no_short_one() -> None:
    for runtime in (None, ""):
        assert control_path(Path("/", "a" * 200), runtime) is None
