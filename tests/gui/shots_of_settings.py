"""Makes pictures of the first run, the settings and the review: python -m … FOLDER."""

import sys
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from byhand.domain.events import (
    FileRow,
    FilesPage,
    ProfileChanged,
    RoomTold,
    TransferAdded,
    TransferChanged,
)
from byhand.domain.local_names import Caution
from byhand.domain.transfer import EntryState, Transfer
from byhand.gui.main_window import MainWindow
from byhand.gui.theme import Theme
from tests.gui.shots import _save, _wait, _window
from tests.helpers.fake_service import PROFILE, FakeService
from tests.helpers.sample_world import FRIENDS, OFFER, sample_service

CHECK = Qt.ItemDataRole.CheckStateRole
SIZES = {
    "": 0,
    "/encore-4k.mp4": 1_200_000_000,
    "/opening.mp4": 412_000_000,
    "/soundcheck.mp4": 231_000_000,
    "/setlist.pdf": 84_000,
    "/stage-plan.png": 2_100_000,
    "/crew.jpg": 3_400_000,
}
VIDEOS = tuple(
    FileRow(index, f"Concert videos{path}", size, not size, EntryState.WAITING)
    for index, (path, size) in enumerate(SIZES.items())
)
_SETUP = "Concert videos/setup.exe"
WARNED = (
    *VIDEOS[:4],
    replace(VIDEOS[4], saved_as="setlist (1).pdf"),
    replace(VIDEOS[5], path=_SETUP, caution=Caution.PROGRAM),
    replace(VIDEOS[6], path="Concert videos/.profile", caution=Caution.HIDDEN),
)
MIRRORED = "mirrored"
LOOKS = (("light", 10.0), ("dark", 10.0), ("high-contrast", 10.0), ("light", 14.0))


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    theme = Theme(application, 10.0)
    for scheme, points in LOOKS:
        theme.set_system_scheme(scheme)
        theme.set_points(points)
        for shoot in (_shoot_first_run, _shoot_review, _shoot_settings):
            shoot(theme, folder, f"{scheme}-{points:.0f}")
    theme.set_points(10.0)
    theme.set_system_scheme("light")
    for shoot in (_shoot_first_run, _shoot_review, _shoot_settings):
        shoot(theme, folder, MIRRORED)


def _opened(theme: Theme, service: FakeService, look: str) -> MainWindow:
    window = _window(theme, service)
    # A window speaks its own language when it is made.
    if look == MIRRORED:
        QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return window


def _shoot_first_run(theme: Theme, folder: Path, look: str) -> None:
    window = _opened(theme, FakeService(replace(PROFILE, is_new=True)), look)
    _save(dialog_of(window, "first-run"), folder / f"first-run-{look}.png")
    window.close()


def _shoot_settings(theme: Theme, folder: Path, look: str) -> None:
    service = sample_service()
    busy = replace(PROFILE, wanted_port=47800, port=47801, is_port_taken=True)
    service.emit(ProfileChanged(busy))
    window = _opened(theme, service, look)
    window.sidebar.settings_requested.emit()
    dialog = dialog_of(window, "settings")
    _save(dialog, folder / f"settings-{look}.png")
    page = dialog.findChild(QWidget, "ScrollContent")
    assert page is not None
    dialog.resize(dialog.width(), page.sizeHint().height() + 160)
    _save(dialog, folder / f"settings-whole-{look}.png")
    window.close()


def _shoot_review(theme: Theme, folder: Path, look: str) -> None:
    service = sample_service()
    window = _opened(theme, service, look)
    review(window, service, OFFER, VIDEOS, 212_000_000_000)
    _save(dialog_of(window, "choose-files-dialog"), folder / f"review-{look}.png")
    dialog_of(window, "choose-files-dialog").close()
    _wait(50)
    marek = replace(OFFER, friend_id=FRIENDS["Marek Novák"][0].id, note="From last Saturday")
    service.emit(TransferChanged(marek))
    review(window, service, marek, WARNED, 800_000_000)
    _save(dialog_of(window, "choose-files-dialog"), folder / f"review-doubt-{look}.png")
    dialog_of(window, "choose-files-dialog").close()
    _wait(50)
    many = replace(OFFER, id=OFFER.id[:-1] + b"m", title="Garden", total_files=1204)
    service.emit(TransferAdded(many))
    review(window, service, many, VIDEOS, 212_000_000_000)
    _save(dialog_of(window, "choose-files-dialog"), folder / f"review-many-{look}.png")
    window.close()


def review(
    window: MainWindow,
    service: FakeService,
    offer: Transfer,
    rows: tuple[FileRow, ...],
    free: int,
) -> None:
    window.pane.offers.choose_requested.emit(offer)
    service.emit(FilesPage(offer.id, 0, len(rows), rows))
    service.emit(RoomTold(offer.folder, free))
    dialog = dialog_of(window, "choose-files-dialog")
    view = dialog.findChild(QTableView, "offered-files")
    assert view is not None
    view.model().setData(view.model().index(3, 0), 0, CHECK)
    _wait(900)


def dialog_of(window: QWidget, name: str) -> QWidget:
    dialog = window.findChild(QWidget, name)
    assert dialog is not None, name
    return dialog


if __name__ == "__main__":
    main(Path(sys.argv[1]))
