"""The first page: shown once to a new user, with a default for everything and no dead end."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from byhand.domain.events import FriendAdded, ProfileChanged
from byhand.gui.check_box import CheckBox
from byhand.gui.first_run_dialog import FirstRunDialog
from byhand.gui.opening import open_window
from byhand.gui.theme import Theme
from tests.gui.conftest import HOME, Opened
from tests.gui.parts import button, field, nameless, part, says
from tests.helpers.fake_desktop import FakeDesktop
from tests.helpers.fake_service import PROFILE, FakeService
from tests.helpers.sample_world import FRIENDS, NOW

NEW = replace(PROFILE, is_new=True)
KEPT = ("set_names", "Mira Kohl", "Mira's laptop")


@pytest.fixture
def fresh(theme: Theme, qtbot: QtBot) -> Iterator[Opened]:
    service, desktop = FakeService(NEW), FakeDesktop()
    window, controller = open_window(
        service, theme, desktop, lambda: NOW, HOME, take_over=lambda _path, _passphrase: None
    )
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    yield Opened(window, controller, service, desktop, [])
    controller.close()


def page(opened: Opened, qtbot: QtBot) -> FirstRunDialog:
    qtbot.waitUntil(lambda: opened.window.findChild(FirstRunDialog) is not None)
    dialog = opened.window.findChild(FirstRunDialog)
    assert isinstance(dialog, FirstRunDialog)
    dialog.activateWindow()
    return dialog


def focused(dialog: QWidget) -> str:
    return dialog.focusWidget().objectName()


def test_a_new_user_only_has_to_press_enter(fresh: Opened, qtbot: QtBot) -> None:
    dialog = page(fresh, qtbot)
    assert focused(dialog) == "first-name"
    QTest.keyClick(field(dialog, "first-name"), Qt.Key.Key_Return)
    assert fresh.service.orders == [KEPT, ("set_visible", 600.0)]
    assert fresh.desktop.starts_at_login is False
    qtbot.waitUntil(lambda: fresh.window.findChild(FirstRunDialog) is None)
    assert fresh.window.focusWidget() is fresh.window.pane.first_friend.add_button
    assert fresh.window.pane.first_friend.isVisible()


def test_until_start_is_pressed_nothing_is_ordered(fresh: Opened, qtbot: QtBot) -> None:
    dialog = page(fresh, qtbot)
    part(dialog, CheckBox, "first-at-login").click()
    field(dialog, "first-name").setText("Ada")
    assert fresh.service.orders == []
    assert fresh.desktop.starts_at_login is False


def test_what_is_said_on_the_page_is_done(fresh: Opened, qtbot: QtBot) -> None:
    dialog = page(fresh, qtbot)
    field(dialog, "first-name").setText("  Ada Byron ")
    field(dialog, "first-computer").setText("engine\u202e")
    part(dialog, CheckBox, "first-visible").click()
    part(dialog, CheckBox, "first-at-login").click()
    button(dialog, "first-folder").click()
    chooser = fresh.window.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit("/home/mira/Received")
    chooser.close()
    assert says(dialog, "Received")
    button(dialog, "first-start").click()
    assert fresh.service.orders == [
        ("set_names", "Ada Byron", "engine"),
        ("set_downloads", "/home/mira/Received"),
    ]
    assert fresh.desktop.starts_at_login is True


def test_a_field_that_is_emptied_keeps_its_default(fresh: Opened, qtbot: QtBot) -> None:
    dialog = page(fresh, qtbot)
    field(dialog, "first-name").setText("")
    field(dialog, "first-computer").setText(" ")
    button(dialog, "first-start").click()
    assert fresh.service.orders[0] == KEPT


@pytest.mark.parametrize("is_closed", [True, False], ids=["closed", "escape"])
def test_closing_it_keeps_the_defaults_and_shows_nobody_anything(
    fresh: Opened, qtbot: QtBot, is_closed: bool
) -> None:
    dialog = page(fresh, qtbot)
    field(dialog, "first-name").setText("half typed")
    if is_closed:
        dialog.close()
    else:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert fresh.service.orders == [KEPT]
    assert fresh.window.focusWidget() is fresh.window.pane.first_friend.add_button


def test_tab_goes_from_name_to_start(fresh: Opened, qtbot: QtBot) -> None:
    dialog = page(fresh, qtbot)
    order = [focused(dialog)]
    for _ in range(5):
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
        order.append(focused(dialog))
    assert order == [
        *("first-name", "first-computer", "first-folder"),
        *("first-visible", "first-at-login", "first-start"),
    ]


def test_every_field_is_called_what_stands_beside_it(fresh: Opened, qtbot: QtBot) -> None:
    dialog = page(fresh, qtbot)
    assert nameless(dialog) == []
    labels: list[tuple[str, QWidget | None]] = [
        (label.text(), label.buddy()) for label in dialog.findChildren(QLabel)
    ]
    buddies = {text: buddy.objectName() for text, buddy in labels if buddy is not None}
    assert buddies == {
        "Your name": "first-name",
        "This computer": "first-computer",
        "Save files in": "first-folder",
    }
    assert field(dialog, "first-name").accessibleName() == "Your name"
    assert says(dialog, "The firewall may ask once")


def test_it_is_shown_once(fresh: Opened, qtbot: QtBot) -> None:
    page(fresh, qtbot).accept()
    qtbot.waitUntil(lambda: fresh.window.findChild(FirstRunDialog) is None)
    fresh.window.hide()
    with qtbot.waitExposed(fresh.window):
        fresh.window.show()
    QApplication.processEvents()
    assert fresh.window.findChild(FirstRunDialog) is None


def test_who_is_not_new_is_not_asked(opened: Opened) -> None:
    QApplication.processEvents()
    assert opened.window.findChild(FirstRunDialog) is None


def test_it_goes_when_the_command_line_has_said_it_all(fresh: Opened, qtbot: QtBot) -> None:
    page(fresh, qtbot)
    fresh.service.emit(ProfileChanged(replace(NEW, name="Ada", is_new=False)))
    qtbot.waitUntil(lambda: fresh.window.findChild(FirstRunDialog) is None)
    assert fresh.service.orders == []


def test_the_card_for_the_first_friend_gives_way_to_a_friend(fresh: Opened, qtbot: QtBot) -> None:
    page(fresh, qtbot).accept()
    fresh.service.emit(FriendAdded(*FRIENDS["Anna Lindqvist"]))
    assert not fresh.window.pane.first_friend.isVisible()
    assert fresh.window.pane.empty.isVisible()


def test_a_desktop_that_refuses_says_so_in_the_window(fresh: Opened, qtbot: QtBot) -> None:
    fresh.desktop.refuses_login = True
    dialog = page(fresh, qtbot)
    part(dialog, CheckBox, "first-at-login").click()
    dialog.accept()
    assert fresh.desktop.starts_at_login is False
    assert says(fresh.window.pane, "doesn't let Byhand start when you log in")
