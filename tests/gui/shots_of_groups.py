"""Makes pictures of what several receive: python -m tests.gui.shots_of_groups FOLDER."""

import sys
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from byhand.domain.events import TransferChanged
from byhand.domain.group_events import GroupChanged
from byhand.domain.transfer import Compared, Transfer
from byhand.gui.content import Content
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.friend_list_view import FriendListView
from byhand.gui.friend_picker import FriendPicker
from byhand.gui.main_window import MainWindow
from byhand.gui.theme import Theme
from byhand.gui.transfer_actions import Action
from tests.gui.shots import _save, _wait, _window
from tests.helpers.fake_service import FakeService
from tests.helpers.sample_groups import (
    INVITATION,
    OFFERED,
    SENT,
    SUMMER,
    VIDEO,
    group_service,
)
from tests.helpers.sample_world import FRIENDS

FRIENDS_TICKED = ("Anna Lindqvist", "Jonas Weber")


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    theme = Theme(application, 10.0)
    for scheme in ("light", "dark", "high-contrast"):
        theme.set_system_scheme(scheme)
        _shoot(theme, folder, scheme)
    theme.set_system_scheme("light")
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    _shoot(theme, folder, "mirrored")
    application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    _shoot(theme, folder, "narrow", (560, 620))
    theme.set_points(14.0)
    _shoot(theme, folder, "large-font", (1206, 900))


def _shoot(theme: Theme, folder: Path, name: str, size: tuple[int, int] = (1120, 840)) -> None:
    service = group_service()
    service.emit(GroupChanged(replace(SENT, may_leave=True)))
    window = _window(theme, service)
    window.resize(*size)
    _save(window, folder / f"group-card-{name}.png")
    compared = replace(OFFERED, compared=Compared(2, 3, 4), programs=1)
    service.emit(TransferChanged(compared))
    _save(window, folder / f"group-card-full-{name}.png")
    for what, transfer in (("sent", SUMMER), ("received", VIDEO), ("passed-on", INVITATION)):
        _open(window, transfer)
        _save(window, folder / f"group-{what}-{name}.png")
    _shoot_review(window, service, folder / f"group-review-{name}.png")
    _shoot_picker(window, folder / f"group-picker-{name}.png")
    window.close()


def _open(window: MainWindow, transfer: Transfer) -> None:
    view, model = window.pane.view, window.pane.view.model()
    index = model.index(model.position_of(transfer.id), 0)  # type: ignore[attr-defined]
    view.setCurrentIndex(index)
    view.action_requested.emit(Action.DETAILS, transfer)
    window.details.tabs._group.button(2).click()
    _wait(200)
    view.scrollTo(index)


def _shoot_review(window: MainWindow, service: FakeService, path: Path) -> None:
    window.pane.offers.choose_requested.emit(OFFERED)
    dialog = window.findChild(QWidget, "choose-files-dialog")
    assert dialog is not None
    _save(dialog, path)
    dialog.close()
    assert service.orders


def _shoot_picker(window: MainWindow, path: Path) -> None:
    window.pick_friend(Content(("/tmp/a", "/tmp/b")), window.mapToGlobal(QPoint(300, 200)))
    picker = window.findChild(FriendPicker)
    assert picker is not None
    view = picker.findChild(FriendListView)
    assert view is not None
    model = view.model()
    assert isinstance(model, FriendListModel)
    for name in FRIENDS_TICKED:
        model.toggle(FRIENDS[name][0].id)
    QTest.qWait(50)
    _save(picker, path)
    picker.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
