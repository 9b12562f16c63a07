"""What a test needs from the machine: without it the test is skipped, with CI=true it fails."""

import functools
import os
import shutil
import subprocess

import pytest

from byhand.storage.landlock import LEAST_VERSION, SYSTEM_CALLS

MISSING = "missing tool: "
_SYSTEM_FOLDERS = ("/usr/local/sbin", "/usr/sbin", "/sbin", "/usr/libexec")


def find_tool(name: str) -> str | None:
    """Return a program's full path, or None; also looks where only root's PATH does."""
    places = [os.environ.get("PATH", os.defpath), *_SYSTEM_FOLDERS]
    return shutil.which(name, path=os.pathsep.join(places))


def needs_tool(*names: str) -> pytest.MarkDecorator:
    """Mark a test, class or module that runs these programs."""
    missing = [name for name in names if find_tool(name) is None]
    return pytest.mark.skipif(bool(missing), reason=MISSING + ", ".join(missing))


def needs_root() -> pytest.MarkDecorator:
    """Mark a test, class or module that only root can run."""
    return pytest.mark.skipif(os.geteuid() != 0, reason=f"{MISSING}root's rights")


def needs_namespaces() -> pytest.MarkDecorator:
    """Mark a test, class or module that makes network namespaces of its own."""
    return pytest.mark.skipif(
        not _can_make_namespaces(), reason=f"{MISSING}the right to make network namespaces"
    )


def needs_landlock(version: int = LEAST_VERSION) -> pytest.MarkDecorator:
    """Mark a test or module for which the kernel must confine threads, as from a version on.

    No tool that could be installed: it is skipped anywhere without.
    """
    return pytest.mark.skipif(
        _landlock_version() < version, reason=f"no kernel with Landlock {version}"
    )


def require_tool(name: str) -> str:
    """Return a program's full path; skip the running test when it is not there."""
    found = find_tool(name)
    if found is None:
        pytest.skip(MISSING + name)
    return found


@functools.cache
def _can_make_namespaces() -> bool:
    unshare = find_tool("unshare")
    if unshare is None:
        return False
    trial = subprocess.run([unshare, "--net", "--mount", "true"], capture_output=True, check=False)
    return trial.returncode == 0


def _landlock_version() -> int:
    try:
        return SYSTEM_CALLS.version()
    except OSError:
        return 0
