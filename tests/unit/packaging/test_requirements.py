"""The locked requirements: every release pinned and hashed, and no place to fetch it from."""

import re
import tomllib

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.helpers.checkout import REQUIREMENTS, ROOT

HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def test_every_release_is_pinned_and_hashed() -> None:
    for entry in _entries():
        requirement, *hashes = entry.split(" \\ ")
        assert re.fullmatch(r"[a-z0-9-]+==[^ ]+( ; .+)?", requirement), requirement
        assert hashes, requirement
        assert all(HASH.fullmatch(one) for one in hashes), requirement


def test_no_host_is_named() -> None:
    text = REQUIREMENTS.read_text("utf-8")
    assert re.findall(r"://|index|find-links|trusted-host|\.(?:org|com|io)\b", text) == []


def test_what_the_project_asks_for_is_locked() -> None:
    locked = [Requirement(entry.split(" \\ ")[0]) for entry in _entries()]
    for wanted in _wanted():
        pins = [pin for pin in locked if pin.name == canonicalize_name(wanted.name)]
        assert any(wanted.specifier.contains(_version(pin)) for pin in pins), str(wanted)


def _entries() -> list[str]:
    """Each requirement with its hashes as one line, without comments."""
    lines = REQUIREMENTS.read_text("utf-8").splitlines()
    kept = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
    return [re.sub(r"\\\n\s+", r"\\ ", entry) for entry in re.split(r"\n(?=\S)", kept.strip())]


def _wanted() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    return [Requirement(line) for line in groups + project["build-system"]["requires"]]


def _version(pin: Requirement) -> Version:
    (specifier,) = pin.specifier
    return Version(specifier.version)
