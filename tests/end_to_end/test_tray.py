"""A real window in a real tray, and notifications that are really answered."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.helpers import desktop_session
from tests.helpers.desktop_session import DesktopSession
from tests.helpers.needs import needs_tool
from tests.helpers.notification_daemon import NotificationDaemon
from tests.helpers.private_network import needs_private_network
from tests.helpers.processes import (
    HANG_SECONDS,
    Byhand,
    Somebody,
    become_friends,
    copied,
    ran,
    running,
)
from tests.helpers.screen import TOOLS, Box, Screen, Window, wait_until
from tests.helpers.tray_host import TrayHost
from tests.helpers.window_layout import Spot

pytestmark = [needs_private_network(), needs_tool(*TOOLS, *desktop_session.TOOLS)]

OPEN = "from byhand.__main__ import window; window()"
ICON, ICONS_EDGE = Spot(12, 12), Spot(22, 22)
"""Two places on the first icon of the tray; clicks on one right after the other are a double one.
"""
ICON_BOX = Box(0, 0, 32, 32)
GROUND = "#5450cf"
QUESTION = "Anna wants to send you 1 file"
CHOOSE_ACCEPT = "#!/bin/sh\ngrep -m 1 Accept\n"
"""What dunst asks which of the actions the user wants; it is given them line by line."""


@pytest.fixture
def screen() -> Iterator[Screen]:
    with Screen(1400, 900) as screen:
        yield screen


@pytest.fixture
def desktop(screen: Screen) -> Iterator[DesktopSession]:
    with DesktopSession(screen) as desktop:
        yield desktop


@pytest.fixture
def daemon(desktop: DesktopSession) -> Iterator[NotificationDaemon]:
    with NotificationDaemon(desktop.address) as daemon:
        yield daemon


@pytest.fixture
def people(tmp_path: Path) -> tuple[Somebody, Somebody]:
    return Somebody("Anna", tmp_path / "anna"), Somebody("Marek", tmp_path / "marek")


class Opened:
    """Somebody's window."""

    def __init__(self, screen: Screen, process: "subprocess.Popen[str]", downloads: Path) -> None:
        self._screen = screen
        self._process = process
        self.downloads = downloads

    def is_seen(self) -> bool:
        """Say whether the window is on the screen."""
        return self._screen.shows(self._process.pid, "^Byhand$")

    def waits_until_seen(self, is_seen: bool = True) -> None:
        wait_until(lambda: self.is_seen() is is_seen, f"the window is seen: {not is_seen}")

    def window(self, title: str = "^Byhand$") -> Window:
        return self._screen.window_of(self._process.pid, title)

    def has_ended(self) -> int:
        return self._process.wait(HANG_SECONDS)


@contextmanager
def window(screen: Screen, somebody: Somebody, *options: str) -> Iterator[Opened]:
    """Open somebody's window, and end it with the block."""
    home = somebody.profile.parent / "home"
    (home / "Downloads").mkdir(parents=True, exist_ok=True)
    assert ran(somebody, "me", "--name", somebody.name, "--computer", "computer")[0] == 0
    process = subprocess.Popen(
        [sys.executable, "-c", OPEN, "--profile", str(somebody.profile), *options],
        env={**screen.environment, "HOME": str(home)},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield Opened(screen, process, home / "Downloads")
        if process.poll() is None:
            process.terminate()
        _, errors = process.communicate(timeout=HANG_SECONDS)
        assert (process.returncode, errors) == (0, "")
    except BaseException as error:
        error.add_note(f"The screen then: {screen.save_picture()}")
        raise
    finally:
        process.kill()
        process.communicate()


@contextmanager
def tray(screen: Screen, desktop: DesktopSession) -> Iterator[None]:
    words = "--edge top --align left --widthtype pixel --width 200 --heighttype pixel --height 32"
    process = desktop.run("trayer", *words.split())
    screen.window_of(process, ".")
    yield


def has_icon(screen: Screen) -> bool:
    return screen.count_near(ICON_BOX, GROUND) >= 40


# --- the tray


@needs_tool("trayer")
def test_closing_leaves_byhand_in_the_tray_until_it_is_told_to_quit_instead(
    screen: Screen,
    desktop: DesktopSession,
    daemon: NotificationDaemon,
    people: tuple[Somebody, Somebody],
) -> None:
    with tray(screen, desktop), window(screen, people[0]) as opened:
        opened.waits_until_seen()
        wait_until(lambda: has_icon(screen), "nothing is in the tray")
        screen.close(opened.window())
        opened.waits_until_seen(False)
        told = wait_until(lambda: daemon.shown("Byhand keeps running in the tray"), "nothing said")
        for place, is_seen in ((ICON, True), (ICONS_EDGE, False), (ICON, True)):
            screen.click_at(place)
            opened.waits_until_seen(is_seen)
        daemon.click(told, "Quit instead")
        assert opened.has_ended() == 0


@needs_tool("trayer")
def test_hidden_it_starts_into_the_tray_whose_menu_opens_it_and_ends_it(
    screen: Screen, desktop: DesktopSession, people: tuple[Somebody, Somebody]
) -> None:
    with tray(screen, desktop), window(screen, people[0], "--hidden") as opened:
        wait_until(lambda: has_icon(screen), "nothing is in the tray")
        assert not opened.is_seen()
        screen.click_at(ICON, button=3)
        screen.type_keys("Up", "Up", "Return")
        opened.window("^Settings$")
        opened.waits_until_seen()
        screen.type_keys("Escape")
        screen.click_at(ICONS_EDGE, button=3)
        screen.type_keys("Up", "Return")
        assert opened.has_ended() == 0


def test_a_tray_on_the_session_bus_has_icon_and_menu(
    screen: Screen, desktop: DesktopSession, people: tuple[Somebody, Somebody]
) -> None:
    with TrayHost(desktop.address) as host, window(screen, people[0], "--hidden") as opened:
        wait_until(host.has_item, "nothing is in the tray")
        assert host.tool_tip() == "Byhand"
        assert host.entries() == [
            *("Open Byhand", "-", "People nearby can see me for 10 minutes", "Settings…", "Quit")
        ]
        assert not opened.is_seen()
        host.click()
        opened.waits_until_seen()
        host.choose("Quit")
        assert opened.has_ended() == 0


# --- notifications


@contextmanager
def minimised(screen: Screen, somebody: Somebody) -> Iterator[Opened]:
    """Open somebody's window and make it small."""
    with window(screen, somebody) as opened:
        screen.xdotool("windowminimize", opened.window().id)
        opened.waits_until_seen(False)
        yield opened


@pytest.fixture(scope="module")
def verified(tmp_path_factory: pytest.TempPathFactory) -> tuple[Somebody, Somebody]:
    """Return Anna and Marek, who have compared numbers."""
    place = tmp_path_factory.mktemp("verified")
    anna, marek = Somebody("Anna", place / "anna"), Somebody("Marek", place / "marek")
    for somebody in (anna, marek):
        assert ran(somebody, "me", "--name", somebody.name, "--computer", "computer")[0] == 0
    with (
        running(marek, "friends", "pair", "Anna") as his,
        running(anna, "friends", "pair", "Marek") as hers,
    ):
        his_number, her_number = _number(his), _number(hers)
        hers.write(his_number)
        his.write(her_number)
        assert hers.ended() == 0
        assert his.ended() == 0
    return anna, marek


@pytest.fixture
def friends(verified: tuple[Somebody, Somebody], tmp_path: Path) -> tuple[Somebody, Somebody]:
    """Return the two as they were then."""
    return copied(verified, tmp_path)


def _number(process: Byhand) -> str:
    number: str = process.wait_for("pairing", stage="comparing")["shown"]
    return number


@pytest.fixture
def gift(tmp_path: Path) -> Path:
    path = tmp_path / "song.flac"
    path.write_bytes(os.urandom(200_000))
    return path


def test_a_verified_friends_offer_is_declined_on_its_notification(
    screen: Screen,
    daemon: NotificationDaemon,
    friends: tuple[Somebody, Somebody],
    gift: Path,
) -> None:
    anna, marek = friends
    with (
        minimised(screen, marek),
        running(anna, "send", str(gift), "--to", marek.name) as sending,
    ):
        told = wait_until(lambda: daemon.shown(QUESTION), "nothing is told")
        assert (told.body, list(told.actions)) == (gift.name, ["Open", "Accept", "Decline"])
        daemon.click(told, "Decline")
        sending.wait_for("state", state="declined")


def test_what_an_unverified_friend_offers_can_only_be_looked_at_and_goes_with_the_offer(
    screen: Screen,
    daemon: NotificationDaemon,
    people: tuple[Somebody, Somebody],
    gift: Path,
) -> None:
    become_friends(*people)
    anna, marek = people
    sent = ("send", str(gift), "--to", marek.name)
    with minimised(screen, marek) as opened:
        with running(anna, *sent):
            told = wait_until(lambda: daemon.shown(QUESTION), "nothing is told")
            assert list(told.actions) == ["Open"]
            assert ran(anna, "queue", "cancel", gift.name)[0] == 0
            wait_until(lambda: daemon.shown(QUESTION) is None, "the question stays")
        with running(anna, *sent):
            told = wait_until(lambda: daemon.shown(QUESTION), "nothing is told")
            daemon.click(told, "Open")
            opened.waits_until_seen()


@needs_tool("dunst", "dunstctl")
def test_dunst_shows_an_offer_and_what_is_chosen_there_accepts_it(
    screen: Screen,
    desktop: DesktopSession,
    friends: tuple[Somebody, Somebody],
    gift: Path,
) -> None:
    chooser = desktop.folder / "choose"
    chooser.write_text(CHOOSE_ACCEPT)
    chooser.chmod(0o700)
    settings = desktop.folder / "dunstrc"
    settings.write_text(f"[global]\n  dmenu = {chooser}\n  idle_threshold = 0\n")
    desktop.run("dunst", "-conf", str(settings))
    wait_until(lambda: desktop.ask("dunstctl", "count", "displayed"), "dunst does not answer")
    anna, marek = friends
    sent = ("send", str(gift), "--to", marek.name)
    with minimised(screen, marek) as opened, running(anna, *sent):
        wait_until(lambda: desktop.ask("dunstctl", "count", "displayed") != "0", "nothing is shown")
        desktop.ask("dunstctl", "context")
        arrived = opened.downloads / gift.name
        wait_until(arrived.exists, "it did not arrive")
        assert arrived.read_bytes() == gift.read_bytes()
