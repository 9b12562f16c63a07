"""An installed wheel finds its resources without the checkout."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.checkout import RESOURCES, ROOT

TOLD_WHERE = """
import sys
sys.path.insert(0, sys.argv[1])
from byhand.resources import resource_path
print(resource_path("icons/send.svg"))
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the wheel, built from this checkout, is installed in."""
    folder = tmp_path_factory.mktemp("wheel")
    _python("-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "dist"))
    (wheel,) = (folder / "dist").glob("byhand-*.whl")
    install = ["-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-compile"]
    _python(*install, "--target", str(folder / "site"), str(wheel))
    return folder / "site"


def test_installed_wheel_holds_every_resource(site: Path) -> None:
    installed = {path: (site / "byhand/_resources" / path).read_bytes() for path in _resources()}
    assert installed == {path: (RESOURCES / path).read_bytes() for path in _resources()}


def test_installed_wheel_finds_its_own_resources(site: Path) -> None:
    found = _python("-c", TOLD_WHERE, str(site), cwd=site)
    assert Path(found.strip()) == site / "byhand/_resources/icons/send.svg"


def test_installed_wheel_brings_its_place_in_the_menu(site: Path) -> None:
    assert (site / "share/applications/byhand.desktop").is_file()
    assert (site / "share/icons/hicolor/scalable/apps/byhand.svg").is_file()


def _resources() -> list[Path]:
    return [path.relative_to(RESOURCES) for path in RESOURCES.rglob("*") if path.is_file()]


def _python(*arguments: str, cwd: Path = ROOT) -> str:
    command = [sys.executable, *arguments]
    outcome = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stderr
    return outcome.stdout
