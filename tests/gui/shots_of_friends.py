"""Makes pictures of friends and doubts: python -m tests.gui.shots_of_friends FOLDER."""

import sys
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLineEdit,
    QMenu,
    QWidget,
)

from byhand.domain.events import (
    BackupRead,
    BackupWritten,
    FriendChanged,
    ProfileChanged,
    TransferAdded,
)
from byhand.domain.friend import Policy, Presence, Trust
from byhand.domain.identity import FriendId
from byhand.domain.profile import Network
from byhand.domain.transfer import TransferId
from byhand.gui.content import Content
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.friend_menu import Wish
from byhand.gui.main_window import MainWindow
from byhand.gui.theme import Theme
from tests.gui.shots import _save as save
from tests.gui.shots import _wait as wait
from tests.gui.shots import _window as show_window
from tests.helpers.fake_service import PROFILE, FakeService
from tests.helpers.sample_world import (
    FRIENDS,
    NOW,
    WAITING,
    doubtful_service,
    friend_id,
    own_computer,
    rivals,
    two_computers,
)

ANNA, DESKTOP = (friend for friend, _ in two_computers())
MAREK = FRIENDS["Marek Novák"][0]
PRIYA = FRIENDS["Priya Nair"][0]
SAM = FRIENDS["Sam Okafor"][0]
TALL = 900


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    theme = Theme(application, 10.0)
    for points, schemes in ((10.0, ("light", "dark", "high-contrast")), (14.0, ("light",))):
        theme.set_points(points)
        for scheme in schemes:
            theme.set_system_scheme(scheme)
            _shoot(theme, folder, f"{scheme}-{points:.0f}")
    theme.set_points(10.0)
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    _shoot(theme, folder, "right-to-left")


def _shoot(theme: Theme, folder: Path, look: str) -> None:
    service = doubtful_service()
    known = rivals()[0][0]
    held = replace(WAITING[1], id=TransferId(b"held".ljust(16)), friend_id=known.id)
    service.emit(TransferAdded(held))
    for_desktop = replace(WAITING[1], id=TransferId(b"desk".ljust(16)), friend_id=DESKTOP.id)
    service.emit(TransferAdded(for_desktop))
    window = show_window(theme, service)
    window.resize(1120, TALL)
    for name, friend in (("unverified", MAREK), ("changed", known), ("copied", SAM)):
        _choose(window, friend.id)
        save(window, folder / f"{name}-{look}.png")
    _choose(window, ANNA.id)
    window.sidebar.view.verticalScrollBar().setValue(10_000)
    save(window, folder / f"end-of-list-{look}.png")
    window.sidebar.view.verticalScrollBar().setValue(0)
    _shoot_popups(window, folder, look)
    _shoot_dialogs(window, service, folder, look)
    window.resize(700, TALL)
    save(window, folder / f"narrow-{look}.png")
    window.close()


def _shoot_popups(window: MainWindow, folder: Path, look: str) -> None:
    view = window.sidebar.view
    for name, friend in (
        ("menu-of-two", ANNA),
        ("menu", MAREK),
        ("menu-of-mine", own_computer()[0]),
    ):
        _choose(window, friend.id)
        view.menu_button.click()
        menu = view.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]
        save(menu, folder / f"{name}-{look}.png")
        menu.close()
        wait(20)
    place = window.mapToGlobal(QPoint(200, 200))
    window.send_to(Content(("/tmp/a",)), (ANNA.id,), place)
    _save_dialog(window, "friend-picker", folder / f"computers-{look}.png")
    window.pick_friend(Content(("/tmp/a",)), place)
    _save_dialog(window, "friend-picker", folder / f"picker-{look}.png")


def _shoot_dialogs(window: MainWindow, service: FakeService, folder: Path, look: str) -> None:
    view = window.sidebar.view
    known, newcomer = (friend for friend, _ in rivals())
    view.wish_told.emit(Wish.EXPLAIN, known.id)
    _save_dialog(window, "identity-changed", folder / f"identity-changed-{look}.png")
    verified = replace(newcomer, trust=Trust.VERIFIED, verified_at=NOW)
    service.emit(FriendChanged(verified, Presence()))
    view.wish_told.emit(Wish.EXPLAIN, known.id)
    _save_dialog(window, "identity-changed", folder / f"identity-proved-{look}.png")
    view.wish_told.emit(Wish.EXPLAIN, SAM.id)
    _save_dialog(window, "question", folder / f"identity-copied-{look}.png")
    view.wish_told.emit(Wish.POLICY, MAREK.id)
    _save_dialog(window, "policy", folder / f"policy-unverified-{look}.png")
    policy = Policy(True, 10_000_000_000, "/home/mira/Pictures/From Priya")
    service.emit(FriendChanged(replace(PRIYA, policy=policy), FRIENDS["Priya Nair"][1]))
    view.wish_told.emit(Wish.POLICY, PRIYA.id)
    _save_dialog(window, "policy", folder / f"policy-verified-{look}.png")
    networks = (Network("home", "Kohl at home", is_trusted=True), Network("cafe", "Café Central"))
    profile = replace(PROFILE, id=friend_id("Mira Kohl", 0), networks=networks)
    service.emit(ProfileChanged(profile))
    window.sidebar.settings_requested.emit()
    settings = window.findChild(QWidget, "settings")
    assert settings is not None
    save(settings, folder / f"settings-{look}.png")
    _shoot_copies(window, service, settings, folder, look)
    settings.resize(settings.width(), 1000)
    _save_dialog(window, "settings", folder / f"settings-whole-{look}.png")


def _shoot_copies(
    window: MainWindow, service: FakeService, settings: QWidget, folder: Path, look: str
) -> None:
    for button, path in (("save-identity", "/tmp/new"), ("take-over-identity", "/tmp/old")):
        part = settings.findChild(QAbstractButton, button)
        assert part is not None
        part.click()
        chooser = window.findChildren(QFileDialog)[-1]
        chooser.fileSelected.emit(path)
        chooser.close()
        dialog = window.findChildren(QWidget, "passphrase")[-1]
        for field, text in zip(dialog.findChildren(QLineEdit), ("secret", "secre"), strict=True):
            field.setText(text)
        save(dialog, folder / f"{button}-{look}.png")
        if button == "save-identity":
            dialog.close()
    service.emit(BackupRead("/tmp/old", "Mira Kohl", "Mira's old laptop", 12))
    _save_dialog(window, "question", folder / f"take-over-{look}.png")
    service.emit(BackupWritten("/tmp/byhand.identity"))


def _choose(window: MainWindow, friend: FriendId) -> None:
    model = window.sidebar.view.model()
    assert isinstance(model, FriendListModel)
    window.sidebar.view.setCurrentIndex(model.index_of(friend))
    window.sidebar.view.setFocus()


def _save_dialog(window: MainWindow, name: str, path: Path) -> None:
    dialog = window.findChildren(QWidget, name)[-1]
    save(dialog, path)
    dialog.close()
    wait(20)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
