"""The demo runs by itself where there is no screen."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.helpers.needs import needs_namespaces, needs_tool


def test_demo_hands_over_compares_and_saves_a_picture() -> None:
    assert_demo_works([])


@needs_namespaces()
@needs_tool("ip")
def test_demo_needs_no_network_at_all() -> None:
    """Where there is loopback alone, nobody is announced: friends are found by their ports."""
    assert_demo_works(["unshare", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"])


def assert_demo_works(prefix: list[str]) -> None:
    done = subprocess.run(
        [*prefix, sys.executable, "-m", "byhand", "demo", "--json"],
        capture_output=True,
        text=True,
        check=False,
        timeout=110,
    )
    assert done.returncode == 0, done.stderr
    picture, end = map(json.loads, done.stdout.splitlines())
    assert end == {"event": "end", "exit": 0}
    shown = Path(picture["path"])
    assert shown.read_bytes().startswith(b"\x89PNG")
    shown.unlink()
    os.rmdir(shown.parent)
    assert "byte for byte" in done.stderr
