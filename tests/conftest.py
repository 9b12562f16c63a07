"""What every test runs under: no screen, an ordinary terminal, no profile of the user's."""

import os
from collections.abc import Generator, Iterator
from pathlib import Path

import hypothesis
import hypothesis.configuration
import pytest

from tests.helpers.needs import MISSING
from tests.helpers.private_network import enter_private_network

pytest_plugins = ("tests.helpers.pairs",)

ROOT = Path(__file__).parents[1]
XDG_FOLDERS = ("CACHE_HOME", "CONFIG_HOME", "DATA_HOME", "STATE_HOME", "RUNTIME_DIR")
THE_USERS_DESKTOP = ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY")

hypothesis.configuration.set_hypothesis_home_dir(ROOT / ".cache/hypothesis")
hypothesis.settings.register_profile("byhand", deadline=None)
hypothesis.settings.load_profile("byhand")


def pytest_configure() -> None:
    """Leave the machine's networks, before anything is collected or any thread is started."""
    enter_private_network()


@pytest.fixture(scope="session", autouse=True)
def private_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home of the tests' own, for them and the processes they start; and no desktop."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        for name in XDG_FOLDERS:
            folder = home / name.lower()
            folder.mkdir(mode=0o700)
            patch.setenv(f"XDG_{name}", str(folder))
        for name in THE_USERS_DESKTOP:
            patch.delenv(name, raising=False)
        patch.setenv("QT_QPA_PLATFORM", "offscreen")
        patch.setenv("TERM", "xterm-256color")
        yield home


def pytest_xdist_auto_num_workers() -> int:
    """Return in how many processes `-n auto` runs the tests: most wait for other processes."""
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With CI=true a test that lacks a tool has failed; what it wrote can be told elsewhere."""
    report = yield
    _insist_on_tools(report)
    report.sections = [
        (title, text.encode("utf-8", "backslashreplace").decode())
        for title, text in report.sections
    ]
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """With CI=true a module that lacks a tool has failed."""
    report = yield
    _insist_on_tools(report)
    return report


def _insist_on_tools(report: pytest.TestReport | pytest.CollectReport) -> None:
    if os.environ.get("CI") != "true" or not report.skipped:
        return
    if isinstance(report.longrepr, tuple) and MISSING in report.longrepr[2]:
        report.outcome = "failed"
        report.longrepr = report.longrepr[2].removeprefix("Skipped: ")
