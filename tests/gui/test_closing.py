"""What becomes of the window when it is closed."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from byhand.domain.events import ProfileChanged
from byhand.domain.notification import Reply
from byhand.gui.closing import Closing
from tests.gui.conftest import Opened
from tests.helpers.fake_service import PROFILE


class Closed:
    """A window whose closing is decided, and what it comes to."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.window, self.desktop = opened.window, opened.desktop
        self.closing = Closing(opened.service.profile, opened.window, opened.desktop)
        opened.service.subscribe(self._handle)
        self.ends: list[bool] = []
        opened.window.closed.connect(lambda: self.ends.append(True))

    def _handle(self, event: object) -> None:
        if isinstance(event, ProfileChanged):
            self.closing.show_profile(event.profile)

    def told(self) -> list[str]:
        return [each.title for each in self.desktop.told]


@pytest.fixture
def closed(empty: Opened) -> Closed:
    return Closed(empty)


def test_where_there_is_a_tray_byhand_keeps_running_in_it_and_says_so_once(
    closed: Closed,
) -> None:
    closed.window.close()
    assert (closed.window.isVisible(), closed.ends) == (False, [])
    assert closed.told() == ["Byhand keeps running in the tray"]
    assert closed.desktop.told[0].replies[-1] == (Reply.QUIT, "Quit instead")
    assert closed.opened.service.orders == [("set_knows_tray",)]
    closed.window.show()
    closed.window.close()
    assert (closed.window.isVisible(), closed.ends) == (False, [])
    assert len(closed.told()) == 1


def test_who_was_told_before_this_start_is_not_told_again(closed: Closed) -> None:
    closed.opened.service.emit(ProfileChanged(replace(PROFILE, knows_tray=True)))
    closed.window.close()
    assert closed.told() == []


def test_without_a_tray_closing_is_the_end(closed: Closed) -> None:
    closed.desktop.has_tray = False
    closed.window.close()
    assert (closed.ends, closed.told()) == ([True], [])


def test_who_does_not_want_it_in_the_tray_ends_it_by_closing(closed: Closed) -> None:
    closed.opened.service.emit(ProfileChanged(replace(PROFILE, keeps_running=False)))
    closed.window.close()
    assert (closed.ends, closed.told()) == ([True], [])


@pytest.mark.parametrize("has_tray", [True, False])
def test_in_the_middle_of_something_the_window_only_gets_small_and_says_why(
    closed: Closed, has_tray: bool
) -> None:
    closed.desktop.has_tray = has_tray
    closed.opened.service.emit(ProfileChanged(replace(PROFILE, keeps_running=not has_tray)))
    closed.closing.moving = 2
    closed.window.close()
    assert closed.window.isMinimized()
    assert closed.ends == []
    assert closed.told() == ["Byhand keeps running: 2 transfers under way"]
    assert closed.desktop.told[0].replies[-1] == (Reply.QUIT, "Quit instead")


def test_ctrl_w_puts_the_window_away_and_never_ends_it(closed: Closed) -> None:
    QTest.keyClick(closed.window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert not closed.window.isVisible()
    closed.window.show()
    closed.desktop.has_tray = False
    QTest.keyClick(closed.window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert closed.window.isMinimized()
    assert closed.ends == []


def test_ctrl_q_is_always_the_end(closed: Closed) -> None:
    closed.closing.moving = 2
    QTest.keyClick(closed.window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert closed.ends == [True]
