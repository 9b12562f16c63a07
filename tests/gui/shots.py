"""Makes pictures of the window with sample people: python -m tests.gui.shots FOLDER."""

import sys
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QEventLoop, QPersistentModelIndex, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from byhand.domain.events import FriendAdded, InviteMade, TransferAdded, TransferChanged
from byhand.domain.transfer import TransferId
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.main_window import MainWindow
from byhand.gui.opening import open_window
from byhand.gui.theme import Theme
from tests.helpers.fake_desktop import FakeDesktop
from tests.helpers.fake_service import FakeService
from tests.helpers.sample_world import FRIENDS, NOW, OFFER, friend_id, sample_service

HOME = "/home/mira"
PACE = 1.0
"""How long is waited for what moves, as a share of what it takes."""


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    theme = Theme(application, 10.0)
    for scheme in ("light", "dark", "high-contrast"):
        theme.set_system_scheme(scheme)
        _shoot_scheme(theme, folder, scheme)
    theme.set_system_scheme("light")
    for points in (10.0, 14.0):
        theme.set_points(points)
        _shoot_half_screens(theme, folder, points)
    window = _window(theme, sample_service())
    window.resize(1206, 760)
    _save(window, folder / "large-font-light.png")


def _shoot_scheme(theme: Theme, folder: Path, scheme: str) -> None:
    service = sample_service()
    window = _window(theme, service)
    _save(window, folder / f"main-{scheme}.png")
    _aim(window, "Jonas Weber")
    _save(window, folder / f"drag-{scheme}.png")
    _aim(window, "")
    window.pane.strip.set_target(True)
    _save(window, folder / f"drag-zone-{scheme}.png")
    window.pane.strip.set_target(False)
    bar = window.pane.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    _save(window, folder / f"finished-{scheme}.png")
    window.pane.first_friend.invite_requested.emit()
    service.emit(InviteMade("byhand://add/" + "3kq79fvdm2xp" * 12, NOW + 86400))
    dialog = window.findChild(QWidget, "add-friend")
    assert dialog is not None
    _save(dialog, folder / f"invite-{scheme}.png")
    dialog.close()
    window.sidebar.settings_requested.emit()
    settings = window.findChild(QWidget, "settings")
    assert settings is not None
    _save(settings, folder / f"settings-{scheme}.png")
    settings.close()
    service.emit(TransferChanged(replace(OFFER, is_counted=False, total_files=1204)))
    _save(window, folder / f"incoming-counting-{scheme}.png")
    window.close()
    empty = _window(theme, sample_service(with_transfers=False))
    _save(empty, folder / f"empty-{scheme}.png")
    nobody = _window(theme, sample_service(with_transfers=False, with_friends=False))
    _save(nobody, folder / f"no-friends-{scheme}.png")


def _shoot_half_screens(theme: Theme, folder: Path, points: float) -> None:
    for width in (632, 560):
        service = sample_service()
        marek, presence = FRIENDS["Marek Novák"]
        asking = replace(OFFER, id=TransferId(b"half".ljust(16)), total_files=1204)
        service.emit(TransferAdded(replace(asking, friend_id=marek.id)))
        name = "Maximilian-Alexander Hohenlohe"
        longest = replace(marek, id=friend_id(name), name=name)
        service.emit(FriendAdded(longest, presence))
        asking = replace(asking, id=TransferId(b"long".ljust(16)), friend_id=longest.id)
        service.emit(TransferAdded(asking))
        window = _window(theme, service)
        window.resize(width, 540)
        _save(window, folder / f"incoming-{width}-{points:.0f}.png")
        window.close()


def _window(theme: Theme, service: FakeService) -> MainWindow:
    window, _ = open_window(
        service,
        theme,
        FakeDesktop(),
        lambda: NOW,
        HOME,
        take_over=lambda _path, _passphrase: None,
    )
    window.show()
    _wait(900)
    return window


def _aim(window: MainWindow, name: str) -> None:
    view = window.sidebar.view
    model = view.model()
    assert isinstance(model, FriendListModel)
    index = model.index_of(FRIENDS[name][0].id) if name else QPersistentModelIndex()
    view._set_target(QPersistentModelIndex(index))


def _save(widget: QWidget, path: Path) -> None:
    _wait(60)
    keep(widget, path)


def keep(widget: QWidget, path: Path) -> None:
    """What is done with each screen, once it has settled."""
    widget.grab().save(str(path))
    print(path)


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(milliseconds * PACE), loop.quit)
    loop.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
