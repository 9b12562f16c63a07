"""The window comes to the front when Byhand is started once more."""

import os

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from byhand.gui.coming_forward import ACTIVATION, bring_forward


class Noting(QWidget):
    """Notes by which token it was to be activated."""

    def __init__(self) -> None:
        super().__init__()
        self.tokens: list[str | None] = []

    def activateWindow(self) -> None:
        self.tokens.append(os.environ.get(ACTIVATION))
        super().activateWindow()


@pytest.fixture
def window(qtbot: QtBot) -> Noting:
    window = Noting()
    qtbot.addWidget(window)
    return window


def test_a_minimized_window_is_seen_again(window: Noting) -> None:
    window.showMinimized()
    bring_forward(window, "")
    assert window.isVisible()
    assert not window.isMinimized()


def test_a_maximized_window_stays_so(window: Noting) -> None:
    window.showMaximized()
    bring_forward(window, "")
    assert window.isMaximized()


@pytest.mark.parametrize("token", ["gnome-shell/1", ""])
def test_the_desktops_token_is_there_for_qt_and_for_nobody_after_it(
    window: Noting, token: str
) -> None:
    bring_forward(window, token)
    assert window.tokens == [token or None]
    assert ACTIVATION not in os.environ
