"""Makes pictures of the details of a transfer: python -m tests.gui.shots_of_details FOLDER."""

import math
import sys
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from byhand.domain.bottleneck import Bottleneck
from byhand.domain.codes import Code
from byhand.domain.events import FileRow, FilesPage, FriendChanged, TransferChanged
from byhand.domain.progress import Progress
from byhand.domain.transfer import EntryState, FileProblem, Transfer
from byhand.gui.details import Details
from byhand.gui.main_window import MainWindow
from byhand.gui.theme import Theme
from byhand.gui.transfer_actions import Action
from tests.gui.shots import _save, _wait, _window
from tests.helpers.fake_service import FakeService
from tests.helpers.sample_world import FINISHED, FRIENDS, MOVING, NOW, sample_service

SUMMER, RECEIPTS = MOVING[0], FINISHED[-1]
ANNA, PRESENCE = FRIENDS["Anna Lindqvist"]
_E = EntryState
DIGEST = bytes(range(32))


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    theme = Theme(application, 10.0)
    for scheme in ("light", "dark", "high-contrast"):
        theme.set_system_scheme(scheme)
        _shoot(theme, folder, scheme)
    theme.set_system_scheme("light")
    _shoot_files(theme, folder / "details-mirrored.png", is_mirrored=True)
    _shoot_files(theme, folder / "details-narrow.png", (620, 560))
    theme.set_points(14.0)
    _shoot_files(theme, folder / "details-large-font.png", (1206, 840))


def _shoot(theme: Theme, folder: Path, scheme: str) -> None:
    window, _ = _shoot_files(theme, folder / f"details-{scheme}.png", keeps=True)
    window.details.tabs._group.button(1).click()
    _save(window, folder / f"details-technical-{scheme}.png")
    window.close()
    service = sample_service()
    window = _window(theme, service)
    window.resize(1120, 840)
    problems = (
        FileProblem("Receipts/2026/march.pdf", Code.SOURCE_UNREADABLE),
        FileProblem("Receipts/2026/may.pdf", Code.SOURCE_GONE),
    )
    receipts = replace(RECEIPTS, problems=problems)
    service.emit(TransferChanged(receipts))
    _open(window, receipts)
    service.emit(FilesPage(receipts.id, 0, 480, _finished_rows()))
    _save(window, folder / f"details-partly-{scheme}.png")
    window.close()


def _shoot_files(
    theme: Theme,
    path: Path,
    size: tuple[int, int] = (1120, 840),
    *,
    keeps: bool = False,
    is_mirrored: bool = False,
) -> tuple[MainWindow, FakeService]:
    service = sample_service()
    verified = replace(ANNA, verified_at=NOW - 90 * 86_400)
    there = replace(PRESENCE, address="192.168.1.23", cipher="AES-256-GCM")
    service.emit(FriendChanged(verified, there))
    window = _window(theme, service)
    window.resize(*size)
    if is_mirrored:
        window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    _open(window, SUMMER)
    _run_for_a_while(window, service)
    service.emit(FilesPage(SUMMER.id, 0, 480, _moving_rows(), digest=DIGEST))
    view = window.details.files.view
    view.scrollTo(view.model().index(5, 0), view.ScrollHint.PositionAtTop)
    view.setCurrentIndex(view.model().index(8, 0))
    _save(window, path)
    if not keeps:
        window.close()
    return window, service


def _open(window: MainWindow, transfer: Transfer) -> None:
    view, model = window.pane.view, window.pane.view.model()
    view.setCurrentIndex(model.index(model.position_of(transfer.id), 0))  # type: ignore[attr-defined]
    window.pane.view.action_requested.emit(Action.DETAILS, transfer)
    _wait(200)


def _run_for_a_while(window: MainWindow, service: FakeService) -> None:
    """Let seconds pass for the speeds without waiting for them."""
    details = window.findChild(Details, "details-feed")
    assert details is not None
    seconds = 0.0
    log = details.speeds
    log._clock = lambda: seconds
    log._noted_at = None
    log._courses.clear()
    done = 2_108_000_000 - 82 * 41_000_000
    for second in range(80):
        seconds = 1_000_000.0 + 1.1 * second
        speed = 38e6 + 5e6 * math.sin(second / 5) + 2e6 * math.sin(second * 1.7)
        speed = speed if second < 60 or second > 66 else 14e6
        done += int(speed * 1.1)
        log.note({SUMMER.id: Progress(max(0, done), 3_400_000_000, 312, 480, speed, 31)})
    seconds += 2
    log.note({SUMMER.id: service.latest[SUMMER.id]})
    seconds += 0.5
    service.latest[SUMMER.id] = replace(service.latest[SUMMER.id], bottleneck=Bottleneck.DISK_THERE)
    details.show_progress(service.latest)
    details._show_words()


def _moving_rows() -> tuple[FileRow, ...]:
    states = [_E.DONE] * 5 + [_E.COMPLETE] * 2 + [_E.PARTIAL, _E.PARTIAL]
    rows = [FileRow(0, "Summer 2026", 0, True, _E.COMPLETE)]
    for number in range(1, 200):
        state = states[number - 1] if number <= len(states) else _E.WAITING
        size = 4_000_000 + 7_919 * number % 3_900_000
        name = f"Summer 2026/Lake/IMG_{4300 + number}.jpg"
        rows.append(FileRow(number, name, size, False, state, here=int(size * 0.4)))
    rows[4] = replace(rows[4], state=_E.SKIPPED)
    rows[6] = replace(rows[6], state=_E.FAILED, code=Code.SOURCE_UNREADABLE)
    rows[11] = replace(rows[11], state=_E.NOT_CHOSEN)
    rows[12] = replace(rows[12], state=_E.CANCELLED)
    return tuple(rows)


def _finished_rows() -> tuple[FileRow, ...]:
    rows = [FileRow(0, "Receipts", 0, True, _E.DONE), FileRow(1, "Receipts/2026", 0, True, _E.DONE)]
    months = ["january", "february", "march", "april", "may", "june", "july", "august", "september"]
    for number in range(2, 200):
        month = months[number % len(months)]
        name = f"Receipts/2026/{month}-{number}.pdf"
        rows.append(FileRow(number, name, 180_000 + 911 * number, False, _E.DONE))
    rows[4] = replace(
        rows[4], path="Receipts/2026/march.pdf", state=_E.FAILED, code=Code.SOURCE_UNREADABLE
    )
    rows[6] = replace(rows[6], path="Receipts/2026/may.pdf", state=_E.FAILED, code=Code.SOURCE_GONE)
    return tuple(rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
