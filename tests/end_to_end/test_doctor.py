"""Two machines, a firewall between them, and the command that names it: `byhand doctor`."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from byhand.network.addresses import DEFAULT_PORT
from tests.helpers.lab import Lab, needs_lab
from tests.helpers.lab_people import inhabitant
from tests.helpers.processes import Line, Somebody, become_friends, copied, ran, running

pytestmark = needs_lab()

FINE = "ok"


@pytest.fixture(scope="module")
def machines() -> Iterator[Lab]:
    with Lab("anna", "marek") as lab:
        yield lab


@pytest.fixture
def lab(machines: Lab) -> Iterator[Lab]:
    """The machines, without any firewall after each test."""
    yield machines
    machines.shut("anna")


@pytest.fixture(scope="module")
def friends(machines: Lab, tmp_path_factory: pytest.TempPathFactory) -> tuple[Somebody, Somebody]:
    place = tmp_path_factory.mktemp("friends")
    anna = inhabitant(machines, "anna", "Anna", place / "anna")
    marek = inhabitant(machines, "marek", "Marek", place / "marek")
    become_friends(anna, marek)
    return anna, marek


@pytest.fixture
def couple(friends: tuple[Somebody, Somebody], tmp_path: Path) -> tuple[Somebody, Somebody]:
    return copied(friends, tmp_path / "profiles")


@contextmanager
def at_home(somebody: Somebody, inbox: Path) -> Iterator[None]:
    """Let somebody have Byhand open."""
    with running(somebody, "receive", "--into", str(inbox)) as receiving:
        receiving.wait_for("ready")
        yield


def found(lines: Sequence[Line]) -> dict[str, tuple[str, str]]:
    return {
        line["step"]: (line["found"], line["verdict"])
        for line in lines
        if line["event"] == "finding"
    }


def test_a_port_that_is_kept_closed_is_told_and_one_that_was_opened_is_fine(
    lab: Lab, couple: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    anna, marek = couple
    lab.shut("anna", f"tcp dport {DEFAULT_PORT}")
    with at_home(marek, tmp_path / "first"):
        code, lines = ran(anna, "doctor", "Marek")
    assert found(lines)["friend"] == ("unreached", "problem")
    assert found(lines)["port"] == ("listening", FINE)
    assert found(lines)["discovery"] == ("others_heard", FINE)
    assert code == 1
    lab.shut("anna")
    # Marek has opened Byhand anew: he would not call twice in a minute.
    with at_home(marek, tmp_path / "second"):
        code, lines = ran(anna, "doctor")
        again, told_again = ran(anna, "doctor", "Marek")
    assert {verdict for _, verdict in found(lines).values()} == {FINE}, lines
    assert found(lines)["friend"] == ("reached", FINE)
    assert code == 0
    assert found(told_again)["friend"] == ("tried_lately", "unknown")
    assert again == 0


def test_a_network_that_carries_no_announcements_is_told(
    lab: Lab, couple: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    anna, marek = couple
    lab.shut("anna", "udp dport 5353")
    with at_home(marek, tmp_path / "inbox"):
        code, lines = ran(anna, "doctor", "Marek")
    assert found(lines)["discovery"] == ("nothing_heard", "problem")
    assert found(lines)["friend"] == ("reached", FINE), "friends still work"
    assert code == 1


def test_a_friend_who_is_away_and_nobody_else_around(
    lab: Lab, couple: tuple[Somebody, Somebody]
) -> None:
    anna, _ = couple
    code, lines = ran(anna, "doctor", "Marek")
    assert found(lines)["friend"] == ("away", "unknown")
    assert found(lines)["discovery"] == ("only_ourselves", "unknown")
    assert code == 0


def test_somebody_who_is_no_friend_is_wrong_use(
    lab: Lab, couple: tuple[Somebody, Somebody]
) -> None:
    code, lines = ran(couple[0], "doctor", "Nobody")
    assert code == 2
    assert not found(lines)
