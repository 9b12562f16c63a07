"""Pictures of becoming friends, in every state: python -m tests.gui.befriending_shots FOLDER."""

import dataclasses
import sys
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from byhand.domain.events import (
    AddingFriend,
    AddingStage,
    Event,
    IntroductionAnswered,
    IntroductionChanged,
    InviteMade,
    InviteUsed,
    NearbyAppeared,
    NearbyGone,
    PairingChanged,
    PairingWindowChanged,
    TransferRemoved,
)
from byhand.domain.friend import Nearby
from byhand.domain.introduction import IntroductionStage
from byhand.domain.pairing import Pairing, PairingProblem, PairingStage, PairingWindow
from byhand.errors import InviteProblem
from byhand.gui.main_window import MainWindow
from byhand.gui.theme import Theme
from tests.gui import shots
from tests.helpers.fake_orders import BAD_ADDRESS
from tests.helpers.fake_service import FakeService
from tests.helpers.meetings import (
    ANNA,
    CONNECTING,
    DONE,
    FRIEND_ASKS,
    LEA,
    MAREK,
    NAMED,
    SETTLED,
    STRANGER,
    TOMAS,
    WAITING,
)
from tests.helpers.sample_world import NEARBY, NOW, OFFER, sample_service

INVITE = InviteMade("byhand://add/" + "3kq79fvdm2xp" * 12, NOW + 86400)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    theme = Theme(QApplication(sys.argv[:1]), 10.0)
    for points in (10.0, 14.0):
        theme.set_points(points)
        for scheme in ("light", "dark"):
            theme.set_system_scheme(scheme)
            shoot(theme, folder, f"{scheme}-{points:.0f}")
    theme.set_points(10.0)
    theme.set_system_scheme("light")
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shoot(theme, folder, "rtl-10")


def shoot(theme: Theme, folder: Path, look: str) -> None:
    """Save a picture of every state in the theme's present look."""
    stage = _Stage(theme, folder, look)
    _shoot_nearby(stage)
    _shoot_invite(stage)
    _shoot_pairing(stage)
    _shoot_cards(stage)
    stage.close()


class _Stage:
    """A window with sample people, whose dialogs are photographed."""

    def __init__(self, theme: Theme, folder: Path, look: str) -> None:
        self.service: FakeService = sample_service()
        self._folder = folder
        self._look = look
        self.window: MainWindow = shots._window(theme, self.service)

    def tell(self, *events: Event) -> None:
        for event in events:
            self.service.emit(event)

    def part(self, name: str) -> QWidget:
        found = self.window.findChild(QWidget, name)
        assert found is not None, name
        return found

    def press(self, name: str) -> None:
        button = self.part(name)
        assert isinstance(button, QPushButton)
        button.click()

    def type(self, name: str, text: str) -> None:
        field = self.part(name)
        assert isinstance(field, QLineEdit)
        field.setText(text)

    def shoot(self, name: str, part: QWidget | None = None, milliseconds: int = 40) -> None:
        shots._wait(milliseconds)
        shots.keep(part or self.window, self._folder / f"{name}-{self._look}.png")

    def close(self) -> None:
        self.window.close()


def _shoot_nearby(stage: _Stage) -> None:
    stage.window.sidebar.add_requested.emit()
    stage.tell(PairingWindowChanged(PairingWindow(NOW + 103)))
    dialog = stage.part("add-friend")
    stage.shoot("nearby", dialog)
    stage.tell(PairingChanged(STRANGER))
    stage.shoot("nearby-asked", dialog, 800)
    stage.tell(
        PairingChanged(replace(STRANGER, stage=PairingStage.FAILED)),
        PairingWindowChanged(PairingWindow()),
        *(NearbyGone(nearby.key) for nearby in NEARBY),
    )
    stage.shoot("nearby-nobody", dialog)
    crowd = [NearbyAppeared(Nearby(str(n), f"Guest {n}'s laptop")) for n in range(80)]
    stage.tell(PairingWindowChanged(PairingWindow(0.0, is_warned=True)), *crowd)
    stage.shoot("nearby-warned", dialog)
    stage.tell(*(NearbyGone(str(n)) for n in range(80)))
    stage.tell(*(NearbyAppeared(nearby) for nearby in NEARBY))
    dialog.close()
    shots._wait(20)


def _shoot_invite(stage: _Stage) -> None:
    stage.window.pane.first_friend.invite_requested.emit()
    dialog = stage.part("add-friend")
    stage.shoot("invite-making", dialog)
    stage.tell(INVITE)
    stage.shoot("invite", dialog)
    stage.press("also-reachable")
    stage.type("also-at", BAD_ADDRESS)
    stage.press("use-address")
    stage.type("their-link", "byhand://add/3kq79fvdm2xp")
    stage.tell(AddingFriend(AddingStage.FAILED, None, InviteProblem.USED))
    stage.shoot("invite-problems", dialog)
    stage.tell(InviteUsed(INVITE.link, TOMAS), AddingFriend(AddingStage.ADDED, ANNA))
    stage.shoot("invite-used", dialog)
    stage.tell(dataclasses.replace(INVITE, expires_at=NOW - 1))
    stage.shoot("invite-expired", dialog)
    dialog.close()
    shots._wait(20)


def _shoot_pairing(stage: _Stage) -> None:
    wrong = replace(NAMED, tries_left=2)
    rival = replace(DONE, friend=replace(TOMAS, rival=MAREK.id))
    states: dict[str, tuple[Pairing, ...]] = {
        "connecting": (CONNECTING,),
        "waiting": (WAITING,),
        "comparing": (NAMED,),
        "comparing-there": (replace(NAMED, has_other_settled=True),),
        "wrong": (NAMED, wrong),
        "settled": (NAMED, SETTLED),
        "rival": (NAMED, rival),
        "friend": (replace(NAMED, friend=MAREK, name=MAREK.name),),
    }
    for problem in (PairingProblem.NOT_READY, PairingProblem.WRONG_CODE):
        failed = replace(NAMED, stage=PairingStage.FAILED, problem=problem)
        states[f"failed-{problem}"] = (NAMED, failed)
    for number, (name, pairings) in enumerate(states.items()):
        own = [replace(pairing, id=100 + number) for pairing in pairings]
        stage.tell(PairingChanged(own[0]))
        if name in ("wrong", "settled"):
            stage.type("code-field", "71 30 42")
        stage.tell(*(PairingChanged(pairing) for pairing in own[1:]))
        dialog = stage.part("pairing")
        stage.shoot(f"pair-{name}", dialog)
        dialog.close()
        shots._wait(20)


def _shoot_cards(stage: _Stage) -> None:
    stage.tell(PairingChanged(NAMED), PairingChanged(DONE))
    stage.shoot("cards-paired", milliseconds=800)
    stage.tell(PairingChanged(FRIEND_ASKS), IntroductionChanged(LEA))
    stage.shoot("cards-asked", milliseconds=800)
    stage.tell(
        TransferRemoved(OFFER.id),
        PairingChanged(replace(FRIEND_ASKS, stage=PairingStage.FAILED)),
        IntroductionChanged(replace(LEA, stage=IntroductionStage.AGREED)),
        IntroductionAnswered(ANNA, "Priya Nair", True),
    )
    stage.window.pane.offers.block_requested.emit(MAREK.id)
    stage.shoot("cards-notices")
    stage.tell(IntroductionChanged(replace(LEA, stage=IntroductionStage.DONE)))
    stage.shoot("cards-done")
    stage.window.sidebar.view.introduce_requested.emit(ANNA.id)
    stage.shoot("introduce", stage.part("introduce"))
    stage.part("introduce").close()
    stage.window.resize(560, 540)
    stage.tell(PairingChanged(replace(FRIEND_ASKS, id=77)))
    stage.shoot("cards-narrow", milliseconds=800)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
