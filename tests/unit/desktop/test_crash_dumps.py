import subprocess
import sys

import pytest

if sys.platform != "win32":
    import resource


@pytest.mark.skipif(sys.platform == "win32", reason="crash dumps are the user's setting there")
@pytest.mark.parametrize("script", ["commands", "window"])
def test_no_crash_of_either_script_leaves_its_memory_on_the_disk(script: str) -> None:
    code = f"""
import atexit, resource, sys
hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
from byhand.__main__ import {script}
sys.argv = ["byhand", "--help"]
atexit.register(lambda: sys.stderr.write(str(resource.getrlimit(resource.RLIMIT_CORE)[0])))
{script}()
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    # On Linux 1 is the only limit that keeps a dump from the program it would be handed to.
    assert done.stderr == ("1" if sys.platform == "linux" and hard != 0 else "0")
