from collections.abc import Coroutine

import pytest

from byhand.domain.events import Event, PairingWindowChanged
from byhand.domain.pairing import WINDOW_SECONDS, PairingWindow
from byhand.service.pairing_limits import PairingLimits
from byhand.service.pairing_window import Window


class Setting:
    """A window with its limits, somebody who shows us, and a list of what was told."""

    def __init__(self) -> None:
        self.events: list[PairingWindow] = []
        self.waiting: list[Coroutine[None, None, None]] = []
        self.visible_until = 0.0
        self.shown_for: list[float] = []
        self.now = 0.0
        self.limits = PairingLimits(lambda: self.now)
        self.window = Window(
            self.limits,
            self.show,
            lambda: self,  # type: ignore[arg-type, return-value]
            self.tell,
            self.waiting.append,
        )

    def tokens(self) -> tuple[bytes, ...]:
        return (bytes(8),)

    def show(self, seconds: float) -> None:
        self.shown_for.append(seconds)
        self.visible_until = 1e10 + seconds if seconds else 0.0

    def tell(self, event: Event) -> None:
        assert isinstance(event, PairingWindowChanged)
        self.events.append(event.window)

    def close_timers(self) -> None:
        for timer in self.waiting:
            timer.close()


@pytest.fixture
def setting() -> Setting:
    return Setting()


@pytest.fixture(autouse=True)
def _timers(setting: Setting) -> object:
    yield
    setting.close_timers()


def test_there_are_tokens_only_while_it_is_open_and_runs_are_left(setting: Setting) -> None:
    assert setting.window.tokens() == ()
    setting.window.open()
    assert setting.window.tokens() == (bytes(8),)
    for _ in range(3):
        setting.limits.count()
    assert setting.window.tokens() == ()


def test_it_is_told_when_it_opens_and_closes_and_not_again(setting: Setting) -> None:
    setting.window.open()
    setting.window.close()
    setting.window.close()
    assert [bool(window.open_until) for window in setting.events] == [True, False]
    assert setting.shown_for == [WINDOW_SECONDS, 0.0]


def test_a_run_that_is_not_the_last_changes_nothing(setting: Setting) -> None:
    setting.window.open()
    setting.limits.count()
    setting.window.end_run(went_well=False)
    assert len(setting.events) == 1


def test_the_last_run_closes_it_with_a_warning(setting: Setting) -> None:
    setting.window.open()
    for _ in range(3):
        setting.limits.count()
        setting.window.end_run(went_well=False)
    assert setting.events[-1] == setting.window.now == PairingWindow(0.0, is_warned=True)
    assert setting.shown_for[-1] == 0


def test_too_many_who_ask_close_it_with_a_warning(setting: Setting) -> None:
    setting.window.open()
    while setting.window.stranger_asks():
        assert setting.window.now.open_until
    assert setting.window.now == PairingWindow(0.0, is_warned=True)
    assert not setting.window.stranger_asks()


def test_after_too_many_runs_opening_warns_and_shows_us_to_nobody(setting: Setting) -> None:
    for _ in range(5):
        setting.limits.count()
    setting.window.open()
    assert setting.window.now == PairingWindow(0.0, is_warned=True)
    assert not setting.shown_for
    assert not setting.waiting


def test_who_is_seen_for_longer_anyway_is_not_shown_again(setting: Setting) -> None:
    setting.visible_until = 2e10
    setting.window.open()
    setting.window.close()
    assert not setting.shown_for
    assert setting.visible_until == 2e10
