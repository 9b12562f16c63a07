"""Makes pictures of waiting and held transfers: python -m tests.gui.shots_of_transfers FOLDER."""

import sys
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from byhand.domain.events import FileRow, FilesPage, TransferAdded, TransferChanged
from byhand.domain.local_names import Caution
from byhand.domain.transfer import Compared, EntryState
from byhand.gui.theme import Theme
from byhand.gui.transfer_actions import Action
from tests.gui.shots import _save, _wait, _window
from tests.helpers.sample_world import MOVING, OFFER, sample_service
from tests.helpers.waiting_world import waiting_service

FILES = (
    ("Concert videos", 0),
    ("Concert videos/encore-4k.mp4", 1_200_000_000),
    ("Concert videos/opening.mp4", 412_000_000),
    ("Concert videos/soundcheck.mp4", 231_000_000),
    ("Concert videos/setlist.pdf", 84_000),
    ("Concert videos/stage-plan.png", 2_100_000),
    ("Concert videos/crew.jpg", 3_400_000),
)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    theme = Theme(application, 10.0)
    for scheme in ("light", "dark"):
        theme.set_system_scheme(scheme)
        _shoot_states(theme, folder, scheme)
        _shoot_offers(theme, folder, scheme)
        _shoot_speed(theme, folder, scheme)


def _shoot_states(theme: Theme, folder: Path, scheme: str) -> None:
    window = _window(theme, waiting_service())
    window.resize(1120, 1100)
    _wait(200)
    _save(window, folder / f"held-{scheme}.png")
    window.close()


def _shoot_offers(theme: Theme, folder: Path, scheme: str) -> None:
    service = sample_service()
    window = _window(theme, service)
    service.emit(
        TransferChanged(
            replace(
                OFFER, is_put_off=True, note="From last Saturday", compared=Compared(12, 3, 400)
            )
        )
    )
    programs = replace(OFFER, id=b"programs".ljust(16), title="Tools", programs=2)
    service.emit(TransferAdded(programs))
    text = replace(OFFER, id=b"text".ljust(16), title="See you at eight.txt", is_text=True)
    service.emit(TransferAdded(replace(text, total_files=1, total_bytes=212, is_folder=False)))
    _save(window, folder / f"offers-{scheme}.png")
    window.pane.offers.choose_requested.emit(OFFER)
    rows = tuple(
        FileRow(index, path, size, not size, EntryState.WAITING)
        for index, (path, size) in enumerate(FILES)
    )
    setup = replace(rows[-1], path="Concert videos/setup.exe", caution=Caution.PROGRAM)
    rows = (*rows[:-1], setup)
    service.emit(FilesPage(OFFER.id, 0, len(rows), rows))
    dialog = window.findChild(QWidget, "choose-files-dialog")
    assert dialog is not None
    view = dialog.findChild(QTableView, "offered-files")
    assert view is not None
    model = view.model()
    model.setData(model.index(3, 0), 0, 10)
    _wait(900)
    _save(dialog, folder / f"choose-{scheme}.png")
    dialog.close()
    window.close()


def _shoot_speed(theme: Theme, folder: Path, scheme: str) -> None:
    service = sample_service()
    window = _window(theme, service)
    window.pane.view.action_requested.emit(Action.LIMIT_SPEED, MOVING[0])
    dialog = window.findChild(QWidget, "speed")
    assert dialog is not None
    _save(dialog, folder / f"speed-{scheme}.png")
    dialog.close()
    window.sidebar.settings_requested.emit()
    settings = window.findChild(QWidget, "settings")
    assert settings is not None
    switch = settings.findChild(QWidget, "speed-has-hours")
    assert switch is not None
    switch.click()  # type: ignore[attr-defined]
    _wait(100)
    settings.resize(settings.width(), 980)
    _save(settings, folder / f"settings-speed-{scheme}.png")
    settings.close()
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
