"""Imports point down only; each contract is also seen to break."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.checkout import ROOT

FORBIDDEN = [
    ("domain", "byhand.noise"),
    ("noise", "byhand.domain"),
    ("network", "byhand.storage"),
    ("protocol", "byhand.network"),
    ("service", "byhand.gui"),
    ("resources", "byhand.errors"),
    ("cli", "byhand.main"),
    ("gui", "byhand.engine"),
    ("gui", "byhand.protocol"),
    ("gui", "qasync"),
    ("service", "PySide6"),
    ("wording", "PySide6"),
    ("cli", "byhand.gui"),
    ("__main__", "PySide6"),
    ("domain", "asyncio"),
    ("noise", "socket"),
    ("protocol", "threading"),
    ("protocol", "zeroconf"),
    ("domain", "sqlite3"),
    ("engine", "asyncio"),
    ("swarm", "byhand.protocol"),
    ("swarm", "byhand.noise"),
    ("swarm", "asyncio"),
    ("swarm", "threading"),
]


def test_every_import_keeps_the_contracts() -> None:
    outcome = _lint(ROOT)
    assert outcome.returncode == 0, outcome.stdout


@pytest.fixture(scope="module")
def empty_rooms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with the same configuration and packages, and nothing in them."""
    checkout = tmp_path_factory.mktemp("checkout")
    shutil.copy(ROOT / "pyproject.toml", checkout)
    _write(checkout / "app/byhand/__init__.py", "")
    for room in _rooms():
        _write(checkout / f"app/byhand/{room}/__init__.py", "")
    return checkout


def test_empty_packages_keep_the_contracts(empty_rooms: Path) -> None:
    outcome = _lint(empty_rooms)
    assert outcome.returncode == 0, outcome.stdout


@pytest.mark.parametrize(("room", "wanted"), FORBIDDEN)
def test_a_forbidden_import_breaks_a_contract(empty_rooms: Path, room: str, wanted: str) -> None:
    intruder = empty_rooms / f"app/byhand/{room}/intruder.py"
    _write(intruder, f"import {wanted}\n")
    try:
        outcome = _lint(empty_rooms)
    finally:
        intruder.unlink()
    assert outcome.returncode == 1
    assert "BROKEN" in outcome.stdout


def test_a_package_without_a_place_breaks_a_contract(empty_rooms: Path) -> None:
    _write(empty_rooms / "app/byhand/attic/__init__.py", "")
    try:
        outcome = _lint(empty_rooms)
    finally:
        shutil.rmtree(empty_rooms / "app/byhand/attic")
    assert outcome.returncode == 1
    assert "attic" in outcome.stdout


def _rooms() -> list[str]:
    """The packages and modules that the layers name, but those for later."""
    config: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = config["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "layers")
    names = [name.strip() for layer in layers for name in layer.split("|")]
    return [name for name in names if not name.startswith("(")]


def _lint(checkout: Path) -> subprocess.CompletedProcess[str]:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", command, "--no-logo", "--no-cache"],
        cwd=checkout,
        env=os.environ | {"PYTHONPATH": str(checkout / "app")},
        capture_output=True,
        text=True,
        check=False,
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'"""A room."""\n{text}', "utf-8")
