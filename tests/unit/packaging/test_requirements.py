"""The locked requirements: every release pinned and hashed, and no place to fetch it from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.helpers.checkout import REQUIREMENTS, ROOT

OTHERS = ("requirements-fuzz.txt", "requirements-peers.txt")
FILES = (REQUIREMENTS, *map(REQUIREMENTS.with_name, OTHERS))
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_release_is_pinned_and_hashed(path: Path) -> None:
    for entry in _entries(path):
        requirement, *hashes = entry.split(" \\ ")
        assert re.fullmatch(r"[a-z0-9-]+==[^ ]+( ; .+)?", requirement), requirement
        assert hashes, requirement
        assert all(HASH.fullmatch(one) for one in hashes), requirement


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_host_is_named(path: Path) -> None:
    text = path.read_text("utf-8")
    assert re.findall(r"://|index|find-links|trusted-host|\.(?:org|com|io)\b", text) == []


def test_what_the_project_asks_for_is_locked() -> None:
    entries = [entry for path in FILES for entry in _entries(path)]
    locked = [Requirement(entry.split(" \\ ")[0]) for entry in entries]
    for wanted in _wanted():
        pins = [pin for pin in locked if pin.name == canonicalize_name(wanted.name)]
        assert any(wanted.specifier.contains(_version(pin)) for pin in pins), str(wanted)


def _entries(path: Path) -> list[str]:
    """Each requirement with its hashes as one line, without comments."""
    lines = path.read_text("utf-8").splitlines()
    kept = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
    return [re.sub(r"\\\n\s+", r"\\ ", entry) for entry in re.split(r"\n(?=\S)", kept.strip())]


def _wanted() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = [line for group in project["dependency-groups"].values() for line in group]
    lists = (project["project"]["dependencies"], groups, project["build-system"]["requires"])
    return [Requirement(line) for lines in lists for line in lines]


def _version(pin: Requirement) -> Version:
    (specifier,) = pin.specifier
    return Version(specifier.version)
