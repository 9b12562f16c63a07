"""No control of any screen is nameless for those who do not see it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from byhand.domain.events import (
    ClosedUnexpectedly,
    PairingChanged,
    Trouble,
    TroublesChanged,
)
from byhand.domain.pairing import Pairing, PairingId, PairingStage
from byhand.gui.content import Content
from byhand.gui.friend_menu import Wish
from tests.gui.conftest import Opened
from tests.gui.parts import settle
from tests.gui.rows import choose
from tests.helpers.sample_world import FRIENDS, MOVING, OFFER

R = QAccessible.Role
CONTROLS = frozenset(
    {
        *(R.Button, R.CheckBox, R.RadioButton, R.ComboBox, R.EditableText, R.SpinBox, R.Slider),
        *(R.ListItem, R.TreeItem, R.MenuItem, R.PageTab, R.Link, R.List, R.Table, R.Tree),
        *(R.ButtonMenu, R.ButtonDropDown, R.Dialog, R.Window, R.ColumnHeader),
    }
)
MOST_CHILDREN = 200


@pytest.fixture(autouse=True)
def listening(qapp: QApplication) -> Iterator[None]:
    """Somebody reads the screen."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def controls(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Walk over all that is shown and used, as screen readers do."""
    if root.state().invisible:
        return
    if root.role() in CONTROLS:
        yield root
    for number in range(min(root.childCount(), MOST_CHILDREN)):
        child = root.child(number)
        if child:
            yield from controls(child)


def nameless(widget: QWidget) -> list[str]:
    """Return what has no name, by role and by what it is called in the program."""
    settle()
    root = QAccessible.queryAccessibleInterface(widget)
    assert root is not None
    seen = list(controls(root))
    assert len(seen) > 1, "nothing was looked at"
    return [
        f"{each.role().name} {each.object().objectName() if each.object() else ''}"
        for each in seen
        if not each.text(QAccessible.Text.Name).strip()
    ]


def windows(opened: Opened) -> list[QWidget]:
    """Return all that is open above the window."""
    return [
        each
        for each in QApplication.topLevelWidgets()
        if each.isVisible() and each is not opened.window
    ]


def test_a_nameless_control_is_found(opened: Opened) -> None:
    button = QPushButton(opened.window.pane)
    button.setObjectName("nobody")
    button.show()
    assert nameless(opened.window) == ["Button nobody"]


@pytest.mark.parametrize("world", ["opened", "doubtful", "waiting", "empty", "nobody"])
def test_the_window_in_every_state(world: str, request: pytest.FixtureRequest) -> None:
    opened: Opened = request.getfixturevalue(world)
    assert nameless(opened.window) == []


def test_the_window_with_banner_notices_and_the_buttons_of_a_row(opened: Opened) -> None:
    opened.service.emit(TroublesChanged(frozenset({Trouble.NO_DISCOVERY})))
    opened.service.emit(ClosedUnexpectedly(2, "/profile/log"))
    choose(opened, MOVING[0])
    assert nameless(opened.window) == []


def test_the_history(opened: Opened) -> None:
    opened.window.show_history()
    assert nameless(opened.window) == []


@pytest.mark.parametrize(
    "wish", [Wish.RENAME, Wish.POLICY, Wish.SPEED, Wish.ADDRESS, Wish.JOIN, Wish.REMOVE]
)
def test_what_is_asked_about_a_friend(opened: Opened, wish: Wish) -> None:
    opened.window.sidebar.view.wish_told.emit(wish, FRIENDS["Anna Lindqvist"][0].id)
    (dialog,) = windows(opened)
    assert nameless(dialog) == []
    dialog.close()


def test_the_menu_of_a_friend(opened: Opened) -> None:
    view = opened.window.sidebar.view
    view.choose_first()
    view.menu_button.click()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert nameless(menu) == []
    menu.close()


@pytest.mark.parametrize("screen", ["settings", "add friend", "invite", "introduce"])
def test_the_dialogs(opened: Opened, screen: str) -> None:
    window = opened.window
    match screen:
        case "settings":
            window.sidebar.settings_requested.emit()
        case "add friend":
            window.sidebar.add_requested.emit()
        case "invite":
            window.pane.first_friend.invite_requested.emit()
        case _:
            window.sidebar.view.introduce_requested.emit(FRIENDS["Anna Lindqvist"][0].id)
    (dialog,) = windows(opened)
    assert nameless(dialog) == []
    dialog.close()


def test_the_dialog_of_an_offer(opened: Opened) -> None:
    opened.window.pane.offers.choose_requested.emit(OFFER)
    (dialog,) = windows(opened)
    assert nameless(dialog) == []
    dialog.close()


def test_the_numbers_that_are_compared(opened: Opened) -> None:
    anna = FRIENDS["Anna Lindqvist"][0]
    opened.window.sidebar.view.verify_requested.emit(anna.id)
    pairing = Pairing(PairingId(7), PairingStage.COMPARING, anna.name, friend=anna, shown="482915")
    opened.service.emit(PairingChanged(pairing))
    for dialog in windows(opened):
        assert nameless(dialog) == []
        dialog.close()


def test_the_picker_and_its_ticks(opened: Opened, qtbot: QtBot) -> None:
    opened.window.pick_friend(Content(("/tmp/a",)), QPoint(300, 200))
    picker = QApplication.activePopupWidget()
    assert picker is not None
    assert nameless(picker) == []
    root = QAccessible.queryAccessibleInterface(picker)
    items = [each for each in controls(root) if each.role() is R.ListItem]
    assert all(each.state().checkable for each in items)
    picker.close()
