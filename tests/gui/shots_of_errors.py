"""Makes pictures of errors and of several friends: python -m tests.gui.shots_of_errors FOLDER."""

import sys
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, QPoint
from PySide6.QtWidgets import QApplication

from byhand.domain.events import ClosedUnexpectedly, TransferAdded, Trouble, TroublesChanged
from byhand.domain.transfer import TransferId
from byhand.gui.content import Content
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.friend_picker import FriendPicker
from byhand.gui.main_window import MainWindow
from byhand.gui.theme import Theme
from tests.gui.shots import _save, _window
from tests.gui.test_states_and_errors import ERRORS
from tests.helpers.sample_world import FRIENDS, sample_service

THREE = ("Anna Lindqvist", "Jonas Weber", "Lea Fontaine")


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    theme = Theme(QApplication(sys.argv[:1]), 10.0)
    for scheme in ("light", "dark", "high-contrast"):
        theme.set_system_scheme(scheme)
        _shoot(theme, folder, scheme)
    theme.set_system_scheme("light")
    theme.set_points(14.0)
    _shoot(theme, folder, "light-14")
    theme.set_points(10.0)
    _shoot(theme, folder, "light-right-to-left", "ar")


def _shoot(theme: Theme, folder: Path, look: str, language: str = "en") -> None:
    service = sample_service(with_transfers=False)
    service.profile.language = language
    for number, line in enumerate(ERRORS):
        row = replace(line.transfer, id=TransferId(bytes([number]) * 16))
        for event in (*line.before, TransferAdded(row)):
            service.emit(event)
    window = _window(theme, service)
    window.resize(1120, 1100)
    service.emit(TroublesChanged(frozenset({Trouble.OTHER_PORT})))
    service.emit(ClosedUnexpectedly(2, "/profile/log"))
    _save(window, folder / f"errors-{look}.png")
    _hold_over_three(window)
    _save(window, folder / f"several-{look}.png")
    window.pick_friend(Content(("/tmp/a", "/tmp/b")), QPoint(300, 200))
    picker = window.findChild(FriendPicker)
    assert picker is not None
    for name in THREE[1:]:
        picker._model.toggle(FRIENDS[name][0].id)
    _save(picker, folder / f"picker-{look}.png")
    picker.close()
    window.close()


def _hold_over_three(window: MainWindow) -> None:
    """Choose three friends, and hold something over one of them."""
    view = window.sidebar.view
    model = view.model()
    assert isinstance(model, FriendListModel)
    indexes = [model.index_of(FRIENDS[name][0].id) for name in THREE]
    for index in indexes:
        view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
    view._set_target(QPersistentModelIndex(indexes[1]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
