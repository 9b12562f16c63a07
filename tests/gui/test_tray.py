"""The tray: what its icon and its menu say, and what is done from there."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from byhand.domain.events import ProfileChanged, TransferAdded, TransferChanged
from byhand.domain.notification import Reply
from byhand.domain.transfer import TransferId, TransferState
from byhand.gui.palette import Scheme, load_palette
from byhand.gui.theme import Theme
from byhand.gui.tray import Tray
from byhand.gui.tray_icon import LOOKS_WITHOUT, TrayIcon
from byhand.gui.tray_menu import MOST_REQUESTS, TrayMenu
from byhand.gui.tray_picture import SIZES, TrayPicture
from byhand.gui.tray_status import TrayState
from tests.gui.conftest import Opened
from tests.helpers.fake_service import PROFILE
from tests.helpers.sample_world import FRIENDS, MOVING, NOW, OFFER

_S = TransferState


class FakeIcon(QObject):
    """A place in the tray that only remembers what it was to show."""

    clicked = Signal()
    lost = Signal()

    def __init__(self, menu: TrayMenu, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: list[tuple[QIcon, str]] = []
        self.is_open = True

    def show_icon(self, icon: QIcon, tool_tip: str) -> None:
        self.shown.append((icon, tool_tip))

    def close(self) -> None:
        self.is_open = False


@dataclass
class InTray:
    """A window, and Byhand in the tray."""

    opened: Opened
    tray: Tray
    icon: FakeIcon

    def entries(self) -> list[str]:
        """Return what the menu shows, "-" for a line."""
        return [
            "-" if action.isSeparator() else action.text()
            for action in self.tray.menu.actions()
            if action.isVisible()
        ]

    def entry(self, text: str) -> QAction:
        (found,) = (each for each in self.tray.menu.actions() if each.text().startswith(text))
        return found

    def tool_tip(self) -> str:
        return self.icon.shown[-1][1]

    def look(self) -> None:
        self.tray.tick()


@pytest.fixture
def in_tray(opened: Opened) -> Iterator[InTray]:
    yield from _in_tray(opened)


@pytest.fixture
def at_rest(empty: Opened) -> Iterator[InTray]:
    yield from _in_tray(empty)


def _in_tray(opened: Opened) -> Iterator[InTray]:
    tray = Tray(
        opened.service,
        opened.window,
        opened.controller.models,
        opened.desktop,
        FakeIcon,  # type: ignore[arg-type]
    )
    icon = tray.icon
    assert isinstance(icon, FakeIcon)
    yield InTray(opened, tray, icon)
    tray.close()
    assert not icon.is_open


# --- what is shown


def test_the_menu_says_what_waits_what_runs_and_what_can_be_done(in_tray: InTray) -> None:
    assert in_tray.entries() == [
        "Open Byhand",
        "-",
        "Lea Fontaine wants to send you 6 files…",
        "3 running · 1 paused · 45 s left",
        "Pause all",
        "-",
        "Send files…",
        "People nearby can see me for 10 minutes",
        "Settings…",
        "Quit (6 transfers continue next time)",
    ]
    assert in_tray.tool_tip() == "Byhand · 1 request · 3 running · 1 paused · 45 s left"


def test_at_rest_there_is_only_what_can_be_done(at_rest: InTray) -> None:
    assert at_rest.entries() == [
        "Open Byhand",
        "-",
        "Send files…",
        "People nearby can see me for 10 minutes",
        "Settings…",
        "Quit",
    ]
    assert at_rest.tool_tip() == "Byhand"


def test_nobody_to_send_to_is_no_empty_menu(nobody: Opened) -> None:
    for in_tray in _in_tray(nobody):
        assert "Send files…" not in in_tray.entries()


def test_five_friends_are_offered_whom_files_were_sent_to_last(in_tray: InTray) -> None:
    friends = in_tray.entry("Send files…").menu()
    assert isinstance(friends, QMenu)
    names = [action.text() for action in friends.actions()]
    assert len(names) == 5
    assert set(names) <= set(FRIENDS)


def test_many_requests_leave_the_menu_short(in_tray: InTray) -> None:
    for number in range(MOST_REQUESTS + 2):
        offer = replace(OFFER, id=TransferId(b"more%d" % number + b"." * 11))
        in_tray.opened.service.emit(TransferAdded(offer))
    in_tray.look()
    asked = [text for text in in_tray.entries() if "wants to send" in text]
    assert len(asked) == MOST_REQUESTS
    assert "3 more requests…" in in_tray.entries()


def test_a_name_makes_no_key_of_the_menu(in_tray: InTray) -> None:
    lea = replace(FRIENDS["Lea Fontaine"][0], name="R&D <b>")
    in_tray.opened.service.emit(TransferChanged(replace(OFFER, state=_S.WITHDRAWN)))
    in_tray.opened.service.emit(TransferAdded(OFFER))
    in_tray.opened.window.pane.offers.show_offer(OFFER, lea, "")
    in_tray.look()
    assert "R&&D <b> wants to send you 6 files…" in in_tray.entries()
    assert "R&D" not in in_tray.tool_tip()


def test_an_offer_that_is_taken_back_waits_for_nothing(in_tray: InTray) -> None:
    in_tray.opened.service.change(OFFER.id, _S.WITHDRAWN)
    in_tray.look()
    assert not [text for text in in_tray.entries() if "wants to send" in text]
    assert in_tray.tool_tip().startswith("Byhand · 3 running")


def test_what_is_told_is_shown_at_the_next_tick_and_not_before(in_tray: InTray) -> None:
    before = len(in_tray.icon.shown)
    for moving in MOVING:
        in_tray.opened.service.change(moving.id, _S.PAUSED)
    assert len(in_tray.icon.shown) == before
    in_tray.look()
    assert len(in_tray.icon.shown) == before + 1
    in_tray.look()
    assert len(in_tray.icon.shown) == before + 1


def test_nothing_is_looked_at_while_nothing_moves(at_rest: InTray, qtbot: QtBot) -> None:
    at_rest.look()
    assert not at_rest.tray._ticking.isActive()
    at_rest.opened.service.emit(TransferAdded(replace(MOVING[0])))
    assert at_rest.tray._ticking.isActive()
    at_rest.look()
    assert at_rest.tray._ticking.isActive()


@pytest.mark.parametrize("scheme", list(Scheme))
def test_every_state_has_a_shape_of_its_own_in_every_size(theme: Theme, scheme: Scheme) -> None:
    picture, colours = TrayPicture(), load_palette(scheme)
    for size in SIZES:
        drawn = [picture.pixmap(state, colours, size).toImage() for state in TrayState]
        greys = [image.convertToFormat(image.Format.Format_Grayscale8) for image in drawn]
        for number, one in enumerate(greys):
            assert not any(one == other for other in greys[:number])


def test_another_look_draws_the_icon_anew(in_tray: InTray, theme: Theme) -> None:
    before = len(in_tray.icon.shown)
    theme.set_system_scheme("dark")
    assert len(in_tray.icon.shown) == before + 1
    theme.set_system_scheme("light")


# --- what is done


def test_a_click_puts_the_window_away_and_brings_it_back(in_tray: InTray) -> None:
    window = in_tray.opened.window
    in_tray.icon.clicked.emit()
    assert not window.isVisible()
    in_tray.icon.clicked.emit()
    assert window.isVisible()
    window.showMinimized()
    in_tray.icon.clicked.emit()
    assert window.isVisible()
    assert not window.isMinimized()


def test_a_click_hides_no_window_with_an_open_dialog(in_tray: InTray) -> None:
    in_tray.opened.window.sidebar.settings_requested.emit()
    in_tray.icon.clicked.emit()
    assert in_tray.opened.window.isVisible()
    settings = in_tray.opened.window.findChild(QDialog, "settings")
    assert settings is not None
    settings.close()


def test_a_request_opens_the_window_at_its_card(in_tray: InTray) -> None:
    window = in_tray.opened.window
    window.hide()
    in_tray.entry("Lea Fontaine").trigger()
    assert window.isVisible()
    assert window.focusWidget() is window.pane.offers.first_card()


def test_an_entry_whose_card_has_gone_only_opens_the_window(in_tray: InTray) -> None:
    entry = in_tray.entry("Lea Fontaine")
    in_tray.opened.service.change(OFFER.id, _S.CHECKING)
    in_tray.opened.window.hide()
    entry.trigger()
    assert in_tray.opened.window.isVisible()


def test_all_is_held_and_let_go_from_the_menu(in_tray: InTray) -> None:
    in_tray.entry("Pause all").trigger()
    assert in_tray.opened.service.orders == [("queue.pause_all",)]


def test_files_are_chosen_for_the_friend_picked_in_the_menu(in_tray: InTray) -> None:
    friends = in_tray.entry("Send files…").menu()
    in_tray.opened.window.hide()
    assert isinstance(friends, QMenu)
    friends.actions()[0].trigger()
    assert in_tray.opened.window.isVisible()
    dialog = in_tray.opened.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.close()


def test_people_nearby_see_me_for_ten_minutes_or_no_longer(in_tray: InTray) -> None:
    in_tray.opened.service.emit(ProfileChanged(PROFILE))
    in_tray.look()
    entry = in_tray.entry("People nearby")
    entry.trigger()
    assert in_tray.opened.service.orders[-1] == ("set_visible", 600.0)
    in_tray.opened.service.emit(ProfileChanged(replace(PROFILE, visible_until=NOW + 600)))
    in_tray.look()
    assert entry.isChecked()
    entry.trigger()
    assert in_tray.opened.service.orders[-1] == ("set_visible", 0.0)
    in_tray.opened.service.emit(ProfileChanged(PROFILE))
    in_tray.look()
    assert not entry.isChecked()


def test_settings_open_in_the_window(in_tray: InTray) -> None:
    in_tray.opened.window.hide()
    in_tray.entry("Settings…").trigger()
    settings = in_tray.opened.window.findChild(QDialog, "settings")
    assert settings is not None
    assert in_tray.opened.window.isVisible()
    settings.close()


def test_quit_quits(in_tray: InTray, qtbot: QtBot) -> None:
    with qtbot.waitSignal(in_tray.opened.window.closed):
        in_tray.entry("Quit").trigger()


# --- a tray that comes and goes


def test_a_window_is_not_lost_with_the_tray(in_tray: InTray) -> None:
    window = in_tray.opened.window
    in_tray.icon.lost.emit()
    assert not window.isMinimized()
    window.hide()
    in_tray.icon.lost.emit()
    assert window.isMinimized()


def test_a_tray_is_gone_once_it_was_missed_for_a_while(theme: Theme) -> None:
    parent = QObject()
    menu = TrayMenu()
    icon = TrayIcon(menu, parent)
    lost: list[bool] = []
    icon.lost.connect(lambda: lost.append(True))
    for is_there in (*[False] * (LOOKS_WITHOUT - 1), True, *[False] * (LOOKS_WITHOUT - 1)):
        icon.look(is_there=is_there)
    assert lost == []
    for _ in range(LOOKS_WITHOUT):
        icon.look(is_there=False)
    assert lost == [True]
    icon.close()
    menu.deleteLater()


def test_quit_instead_is_offered_when_the_window_first_goes_into_the_tray(
    in_tray: InTray,
) -> None:
    in_tray.opened.window.close()
    (told,) = in_tray.opened.desktop.told
    assert [reply for reply, _ in told.replies] == [Reply.CLICK, Reply.QUIT]
