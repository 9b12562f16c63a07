"""A window on sample people, with a service that only records orders."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from byhand.gui.controller import Controller
from byhand.gui.language import speak
from byhand.gui.main_window import MainWindow
from byhand.gui.opening import open_window
from byhand.gui.theme import Theme
from tests.helpers.fake_desktop import FakeDesktop
from tests.helpers.fake_service import FakeService
from tests.helpers.sample_world import NOW, doubtful_service, sample_service
from tests.helpers.waiting_world import waiting_service

HOME = "/home/mira"


@dataclass
class Opened:
    """A window that is shown, and what stands behind it."""

    window: MainWindow
    controller: Controller
    service: FakeService
    desktop: FakeDesktop
    taken_over: list[tuple[str, str]]


@pytest.fixture(scope="session", autouse=True)
def emptied_clipboard(qapp: QApplication) -> Iterator[None]:
    """What Python put on the clipboard goes before Python does: Qt would call it once more."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(scope="session", autouse=True)
def in_english(qapp: QApplication) -> None:
    """Windows opened later leave the direction alone that a test may set."""
    speak("en")


@pytest.fixture(autouse=True)
def pointer_far_away(qapp: QApplication) -> None:
    """The next window does not open under the pointer that a test has moved."""
    QCursor.setPos(20_000, 20_000)


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, 10.0)


@pytest.fixture
def opened(theme: Theme, qtbot: QtBot) -> Iterator[Opened]:
    yield from _opened(theme, qtbot, sample_service())


@pytest.fixture
def doubtful(theme: Theme, qtbot: QtBot) -> Iterator[Opened]:
    yield from _opened(theme, qtbot, doubtful_service())


@pytest.fixture
def waiting(theme: Theme, qtbot: QtBot) -> Iterator[Opened]:
    yield from _opened(theme, qtbot, waiting_service())


@pytest.fixture
def empty(theme: Theme, qtbot: QtBot) -> Iterator[Opened]:
    yield from _opened(theme, qtbot, sample_service(with_transfers=False))


@pytest.fixture
def nobody(theme: Theme, qtbot: QtBot) -> Iterator[Opened]:
    yield from _opened(theme, qtbot, sample_service(with_transfers=False, with_friends=False))


def _opened(theme: Theme, qtbot: QtBot, service: FakeService) -> Iterator[Opened]:
    desktop = FakeDesktop()
    taken: list[tuple[str, str]] = []
    window, controller = open_window(
        service,
        theme,
        desktop,
        lambda: NOW,
        HOME,
        take_over=lambda path, passphrase: taken.append((path, passphrase)),
    )
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield Opened(window, controller, service, desktop, taken)
    if service.observer_count:
        controller.close()
