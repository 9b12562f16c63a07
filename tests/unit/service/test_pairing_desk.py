from byhand.domain.codes import Code
from byhand.domain.events import Event, PairingChanged
from byhand.domain.friend import Friend
from byhand.domain.pairing import Pairing, PairingProblem, PairingStage
from byhand.service.pairing_desk import Desk
from byhand.service.pairing_limits import ASKS_A_FRIEND, RUNS_AT_ALL, PairingLimits
from byhand.service.pairing_run import PairingRun
from tests.helpers.comparisons import LARGER

ANNA = Friend(LARGER, "Anna", "laptop")


class OpenWindow:
    """A window that lets strangers ask as long as the test says so."""

    def __init__(self) -> None:
        self.may_ask = True
        self.ended: list[bool] = []

    def stranger_asks(self) -> bool:
        return self.may_ask

    def end_run(self, *, went_well: bool) -> None:
        self.ended.append(went_well)


class Setting:
    def __init__(self) -> None:
        self.told: list[Pairing] = []
        self.limits = PairingLimits(lambda: 0.0)
        self.window = OpenWindow()
        self.desk = Desk(self.limits, self.window, self.tell)  # type: ignore[arg-type]

    def tell(self, event: Event) -> None:
        assert isinstance(event, PairingChanged)
        self.told.append(event.pairing)


def test_every_run_has_a_number_of_its_own_and_is_told() -> None:
    setting = Setting()
    first, second = setting.desk.pick("Anna"), setting.desk.pick("Marek", nearby_key="ab")
    assert first.pairing.id != second.pairing.id
    assert second.pairing.nearby_key == "ab"
    assert [each.name for each in setting.told] == ["Anna", "Anna", "Marek"]


def test_one_run_takes_the_place_of_another() -> None:
    setting = Setting()
    first = setting.desk.pick("Anna")
    second = setting.desk.pick("Marek")
    assert first.over.is_set()
    assert first.pairing.problem is None
    assert setting.desk.picked() is second
    assert setting.desk.get(first.pairing.id) is None
    assert list(setting.desk) == [second]


def test_who_asks_is_not_picked() -> None:
    setting = Setting()
    asking = setting.desk.stranger_asks("Anna", "laptop")
    assert asking is not None
    assert setting.desk.asked() is asking
    assert setting.desk.picked() is None
    assert asking.pairing.stage is PairingStage.ASKED


def test_a_stranger_may_ask_only_while_the_window_says_so() -> None:
    setting = Setting()
    setting.window.may_ask = False
    assert setting.desk.stranger_asks("Anna", "laptop") is None
    assert not setting.told


def test_a_friend_who_asks_is_told_why_not_now() -> None:
    setting = Setting()
    setting.desk.pick("Marek")
    assert setting.desk.friend_asks(ANNA) is Code.BUSY
    setting.desk.end_picked()
    assert isinstance(setting.desk.friend_asks(ANNA), PairingRun)
    assert setting.desk.friend_asks(ANNA) is Code.BUSY


def test_a_friend_who_asks_too_often_is_told_so() -> None:
    setting = Setting()
    for _ in range(ASKS_A_FRIEND):
        run = setting.desk.friend_asks(ANNA)
        assert isinstance(run, PairingRun)
        run.end(None)
    assert setting.desk.friend_asks(ANNA) is Code.LIMIT


def test_after_too_many_runs_nobody_may_begin() -> None:
    setting = Setting()
    for _ in range(RUNS_AT_ALL):
        setting.limits.count()
    assert setting.desk.friend_asks(ANNA) is Code.LIMIT
    run = setting.desk.pick("Anna")
    assert not setting.desk.may_go_on(run)
    assert run.pairing.problem is PairingProblem.TOO_MANY


def test_the_window_hears_once_how_each_run_ended() -> None:
    setting = Setting()
    setting.desk.pick("Anna").end(PairingProblem.LOST)
    setting.desk.pick("Anna").finish(ANNA)
    assert setting.window.ended == [False, True]
