"""What happens when a friend sends files: what can be chosen, for whom, and which order it is."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QWidget

from byhand.domain.events import FriendChanged, FriendRemoved
from byhand.domain.friend import Friend, Path, Policy, Presence, Trust
from byhand.errors import UsageError
from byhand.gui.check_box import CheckBox
from byhand.gui.friend_menu import Wish
from byhand.gui.policy_dialog import PolicyDialog
from byhand.gui.segmented import SegmentedControl
from byhand.gui.widgets import ElidedLabel
from tests.gui.conftest import Opened
from tests.gui.parts import button, part
from tests.helpers.sample_world import FRIENDS, NOW, two_computers

ANNA = FRIENDS["Anna Lindqvist"][0]
MAREK = FRIENDS["Marek Novák"][0]
THERE = Presence(Path.SAME_NETWORK)


def dialog_of(opened: Opened, friend: Friend) -> PolicyDialog:
    opened.window.sidebar.view.wish_told.emit(Wish.POLICY, friend.id)
    return opened.window.findChildren(PolicyDialog)[-1]


def control(dialog: QWidget, name: str) -> SegmentedControl:
    return part(dialog, SegmentedControl, name)


def choice(dialog: QWidget, text: str) -> QAbstractButton:
    return next(b for b in dialog.findChildren(QAbstractButton) if b.text() == text)


def words(dialog: QWidget) -> str:
    labels = [label for label in dialog.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.text() for label in labels)


def where(dialog: QWidget) -> str:
    label = dialog.findChild(ElidedLabel)
    assert isinstance(label, ElidedLabel)
    return label.full_text()


def test_of_several_computers_the_one_is_named(doubtful: Opened) -> None:
    desktop = two_computers()[1][0]
    dialog = dialog_of(doubtful, desktop)
    assert dialog.windowTitle() == "When Anna Lindqvist (desktop) sends files"
    choice(dialog, "Accept by itself").click()
    button(dialog, "policy-save").click()
    assert doubtful.service.orders == [("set_policy", desktop.id, Policy(True))]


def test_asking_every_time_is_how_it_begins(opened: Opened) -> None:
    dialog = dialog_of(opened, ANNA)
    assert dialog.windowTitle() == "When Anna Lindqvist sends files"
    assert choice(dialog, "Ask every time").isChecked()
    assert "Programs are always asked about." in words(dialog)
    assert not control(dialog, "policy-sizes").isEnabled()


def test_a_verified_friends_files_are_accepted_up_to_a_size_into_a_folder(opened: Opened) -> None:
    dialog = dialog_of(opened, ANNA)
    choice(dialog, "Accept by itself").click()
    choice(dialog, "10 GB").click()
    button(dialog, "policy-folder").click()
    chooser = opened.window.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit("/home/mira/Pictures")
    chooser.close()
    assert where(dialog) == "Pictures"
    button(dialog, "policy-save").click()
    policy = Policy(True, 10_000_000_000, "/home/mira/Pictures")
    assert opened.service.orders == [("set_policy", ANNA.id, policy)]
    assert not dialog.isVisible()


def test_the_usual_folder_can_be_chosen_again(opened: Opened) -> None:
    policy = Policy(True, 1_000_000_000, "/home/mira/Pictures")
    opened.service.emit(FriendChanged(replace(ANNA, policy=policy), THERE))
    dialog = dialog_of(opened, ANNA)
    button(dialog, "policy-usual").click()
    assert where(dialog) == "The usual folder"
    button(dialog, "policy-save").click()
    assert opened.service.orders == [("set_policy", ANNA.id, Policy(True, 1_000_000_000, ""))]


def test_a_limit_set_elsewhere_is_shown_and_kept(opened: Opened) -> None:
    policy = Policy(True, 5_000_000_000)
    opened.service.emit(FriendChanged(replace(ANNA, policy=policy), THERE))
    dialog = dialog_of(opened, ANNA)
    assert choice(dialog, "5 GB").isChecked()
    button(dialog, "policy-save").click()
    assert opened.service.orders == [("set_policy", ANNA.id, policy)]


def test_any_friends_executable_files_may_stay_executable(opened: Opened) -> None:
    dialog = dialog_of(opened, MAREK)
    keep = part(dialog, CheckBox, "policy-modes")
    assert keep.text() == "Keep executable files executable"
    assert not keep.isChecked()
    keep.click()
    button(dialog, "policy-save").click()
    policy = Policy(keeps_modes=True)
    assert opened.service.orders == [("set_policy", MAREK.id, policy)]
    opened.service.emit(FriendChanged(replace(MAREK, policy=policy), THERE))
    assert part(dialog_of(opened, MAREK), CheckBox, "policy-modes").isChecked()


@pytest.mark.parametrize(
    "friend",
    [MAREK, replace(ANNA, trust=Trust.UNVERIFIED, policy=Policy(True))],
    ids=["never verified", "not verified any more"],
)
def test_without_codes_compared_it_can_only_be_asked_and_says_why(
    opened: Opened, friend: Friend
) -> None:
    opened.service.emit(FriendChanged(friend, THERE))
    told: list[object] = []
    opened.window.sidebar.view.verify_requested.connect(told.append)
    dialog = dialog_of(opened, friend)
    assert not choice(dialog, "Accept by itself").isEnabled()
    assert choice(dialog, "Ask every time").isChecked()
    assert "Only for friends with whom you have compared codes" in words(dialog)
    button(dialog, "policy-compare").click()
    assert told == [friend.id]


def test_codes_compared_meanwhile_make_it_possible(opened: Opened) -> None:
    dialog = dialog_of(opened, MAREK)
    verified = replace(MAREK, trust=Trust.VERIFIED, verified_at=NOW)
    opened.service.emit(FriendChanged(verified, THERE))
    assert choice(dialog, "Accept by itself").isEnabled()
    assert "Only for friends" not in words(dialog)
    opened.service.emit(FriendChanged(MAREK, Presence(None, NOW)))
    assert not choice(dialog, "Accept by itself").isEnabled()
    assert not button(dialog, "policy-compare").isEnabled()


def test_it_goes_with_the_friend(opened: Opened) -> None:
    dialog = dialog_of(opened, ANNA)
    opened.service.emit(FriendRemoved(ANNA.id))
    assert not dialog.isVisible()


def test_what_cannot_be_is_said_and_nothing_is_lost(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise UsageError("Compare codes with Anna first.")

    monkeypatch.setattr(opened.service.friends, "set_policy", refuse)
    dialog = dialog_of(opened, ANNA)
    choice(dialog, "Accept by itself").click()
    button(dialog, "policy-save").click()
    assert dialog.isVisible()
    assert "Compare codes with Anna first." in words(dialog)
    assert choice(dialog, "Accept by itself").isChecked()
