"""Makes pictures of the history: python -m tests.gui.shots_of_history FOLDER."""

import sys
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QWidget

from byhand.domain.events import FriendAdded, TransferAdded
from byhand.domain.history_events import CheckedAgain, CheckingAgain
from byhand.gui.history_columns import Column
from byhand.gui.history_row import HistoryRow
from byhand.gui.main_window import MainWindow
from byhand.gui.text_dialog import show_text
from byhand.gui.theme import Theme
from tests.gui.shots import _save, _wait, _window
from tests.helpers.history_world import ITEMS, OLD, Past, ended
from tests.helpers.sample_world import FINISHED, FRIENDS, OFFER, sample_service

ATTEMPTS = 20


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    theme = Theme(application, 10.0)
    for scheme in ("light", "dark", "high-contrast"):
        theme.set_system_scheme(scheme)
        _shoot_scheme(theme, folder, scheme)
    theme.set_system_scheme("light")
    _shoot_narrow(theme, folder, "10")
    _shoot_right_to_left(theme, folder)
    theme.set_points(14.0)
    window, _ = _history(theme)
    window.resize(1206, 760)
    _save(window, folder / "history-large-font.png")
    window.close()
    _shoot_narrow(theme, folder, "14")


def _shoot_scheme(theme: Theme, folder: Path, scheme: str) -> None:
    window, past = _history(theme)
    service = past.service
    view = window.history.view
    for transfer, event in (
        (FINISHED[0], CheckingAgain(FINISHED[0].id, 882_000, 2_100_000)),
        (FINISHED[3], CheckedAgain(FINISHED[3].id, 11, 2, 1, could_be_fetched=True)),
    ):
        window.history.model.set_check(transfer.id, event)
    _wait(60)
    view.setCurrentIndex(view.model().index(4, Column.NAME))
    _save(window, folder / f"history-{scheme}.png")
    service.emit(TransferAdded(replace(OFFER, id=b"asks".ljust(16))))
    _save(window, folder / f"history-offer-{scheme}.png")
    window.history.header.search.setText("zebra")
    _wait(400)
    past.answer_all()
    _save(window, folder / f"history-no-match-{scheme}.png")
    show_text(theme, window, "See you at eight", "See you at eight.\nBring the cables!")
    dialog = window.findChild(QWidget, "text")
    assert dialog is not None
    _save(dialog, folder / f"history-text-{scheme}.png")
    dialog.close()
    window.close()
    empty, _ = _history(theme, is_empty=True)
    _save(empty, folder / f"history-empty-{scheme}.png")
    empty.close()


def _shoot_narrow(theme: Theme, folder: Path, points: str) -> None:
    window, past = _history(theme)
    window.resize(560, 540)
    _wait(100)
    past.answer_all()
    _save(window, folder / f"history-560-{points}.png")
    window.close()


def _shoot_right_to_left(theme: Theme, folder: Path) -> None:
    window, past = _history(theme, "ar")
    ruth, presence = FRIENDS["Anna Lindqvist"]
    past.service.emit(FriendAdded(replace(ruth, name="רות לוי"), presence))
    past.items[0] = ended(ITEMS[0].transfer, title="תמונות מהקיץ של רות.pdf")
    window.history.model.look_for(window.history.model.query)
    past.answer_all()
    _wait(100)
    past.answer_all()
    _save(window, folder / "history-right-to-left.png")
    window.close()


def _history(
    theme: Theme, language: str = "en", *, is_empty: bool = False
) -> tuple[MainWindow, Past]:
    service = sample_service()
    service.profile.language = language
    past = Past(service, () if is_empty else ITEMS)
    past.gone.add(OLD.id)
    window = _window(theme, service)
    window.show_history()
    for _ in range(ATTEMPTS):
        past.answer_all()
        _wait(100)
        if is_empty or isinstance(window.history.model.row_at(1), HistoryRow):
            return window, past
    raise AssertionError("The history is not shown")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
