"""Choosing some files of an offer, of which only some pages are here at once."""

import random
from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from byhand.domain.events import FileRow, FilesPage, TransferChanged, TransferRemoved
from byhand.domain.local_names import Caution
from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import EntryState, TransferState
from byhand.gui.choose_files_dialog import ChooseFilesDialog
from byhand.gui.file_choice import FileChoice
from byhand.gui.file_pages import PAGE_ROWS, PAGES_KEPT
from byhand.gui.offer_card import ARMING_MS
from byhand.gui.offered_files_model import OfferedFile, OfferedFilesModel
from byhand.gui.offered_files_view import OfferedFilesView
from tests.gui.conftest import Opened
from tests.gui.parts import button, part, texts
from tests.helpers.sample_world import OFFER

VIDEOS = (
    ("Concert videos", 0),
    ("Concert videos/encore-4k.mp4", 1_200_000_000),
    ("Concert videos/extras", 0),
    ("Concert videos/extras/crew.jpg", 3_400_000),
    ("Concert videos/extras/plan.png", 2_600_000),
    ("Concert videos/opening.mp4", 412_000_000),
    ("Concert videos/setlist.pdf", 82_000_000),
    ("Concert videos/soundcheck.mp4", 200_000_000),
)
FOLDERS = {"Concert videos", "Concert videos/extras"}
CHECK = Qt.ItemDataRole.CheckStateRole
CHECKED, PARTLY, UNCHECKED = (
    Qt.CheckState.Checked,
    Qt.CheckState.PartiallyChecked,
    Qt.CheckState.Unchecked,
)


def rows_of(files: tuple[tuple[str, int], ...], folders: set[str]) -> tuple[FileRow, ...]:
    return tuple(
        FileRow(index, path, size, path in folders, EntryState.WAITING)
        for index, (path, size) in enumerate(files)
    )


def many_rows(count: int) -> tuple[FileRow, ...]:
    """Return a folder of many files, and one file beside it."""
    inside = tuple((f"box/{n:06}.jpg", 10) for n in range(count - 2))
    return rows_of((("box", 0), *inside, ("last.txt", 5)), {"box"})


class Shelf:
    """Holds an offer's entries and tells those that are asked for, when the test wants it."""

    def __init__(self, rows: tuple[FileRow, ...]) -> None:
        self.rows = rows
        self.asked: list[tuple[int, int]] = []
        files = sum(not row.is_folder for row in rows)
        self.choice = FileChoice(self.ask, files, sum(row.size for row in rows))

    def ask(self, first: int, count: int) -> None:
        self.asked.append((first, count))

    def page(self, first: int, count: int = PAGE_ROWS) -> FilesPage:
        return FilesPage(OFFER.id, first, len(self.rows), self.rows[first : first + count])

    def tell(self, take: Callable[[FilesPage], None] | None = None) -> None:
        """Tell everything that is asked for, and what is asked for after that."""
        while self.asked:
            (take or self.choice.take)(self.page(self.asked.pop(0)[0]))


def is_settled(shelf: Shelf) -> bool:
    return shelf.choice.is_settled


@pytest.fixture
def videos() -> Shelf:
    shelf = Shelf(rows_of(VIDEOS, FOLDERS))
    shelf.choice.start()
    shelf.tell()
    return shelf


# --- what is chosen


def test_everything_is_chosen_at_first(videos: Shelf) -> None:
    assert videos.choice.ranges() is None
    assert (videos.choice.files, videos.choice.bytes) == (6, 1_900_000_000)


def test_a_file_left_out_is_missing_in_ranges_and_sums(videos: Shelf) -> None:
    videos.choice.choose(videos.rows[5], is_chosen=False)
    assert videos.choice.ranges() == (0, 5, 6, 2)
    assert (videos.choice.files, videos.choice.bytes) == (5, 1_488_000_000)
    videos.choice.choose(videos.rows[5], is_chosen=True)
    assert videos.choice.ranges() is None
    assert (videos.choice.files, videos.choice.bytes) == (6, 1_900_000_000)


def test_with_a_folder_goes_what_is_in_it_and_nothing_else(videos: Shelf) -> None:
    videos.choice.choose(videos.rows[2], is_chosen=False)
    assert videos.choice.ranges() == (0, 2, 5, 3)
    assert videos.choice.files == 4
    videos.choice.choose(videos.rows[0], is_chosen=False)
    assert not videos.choice.has_any
    assert (videos.choice.files, videos.choice.bytes) == (0, 0)
    videos.choice.choose(videos.rows[2], is_chosen=True)
    assert videos.choice.ranges() == (2, 3)


def test_a_name_that_only_begins_like_a_folders_is_not_in_it() -> None:
    shelf = Shelf(rows_of((("a", 0), ("a/x", 1), ("ab", 2)), {"a"}))
    shelf.choice.start()
    shelf.tell()
    shelf.choice.choose(shelf.rows[0], is_chosen=False)
    assert shelf.choice.ranges() == (2, 1)


def test_a_folder_is_chosen_in_part_while_its_content_differs(videos: Shelf) -> None:
    folder = videos.rows[0]
    assert not videos.choice.is_partly_chosen(folder)
    videos.choice.choose(videos.rows[4], is_chosen=False)
    assert videos.choice.is_partly_chosen(folder)
    assert videos.choice.is_partly_chosen(videos.rows[2])
    assert not videos.choice.is_partly_chosen(videos.rows[4])
    videos.choice.choose(folder, is_chosen=False)
    assert not videos.choice.is_partly_chosen(folder)
    videos.choice.choose(videos.rows[7], is_chosen=True)
    assert videos.choice.is_partly_chosen(folder)


def test_all_or_nothing_is_said_at_once(videos: Shelf) -> None:
    videos.choice.choose_all(is_chosen=False)
    assert not videos.choice.has_any
    assert videos.choice.bytes == 0
    videos.choice.choose_all(is_chosen=True)
    assert videos.choice.ranges() is None


# --- what is here of a large offer


def test_only_what_is_looked_at_is_asked_for_and_once() -> None:
    shelf = Shelf(many_rows(1000))
    shelf.choice.start()
    assert shelf.choice.total == 0
    assert not is_settled(shelf)
    shelf.tell()
    for _ in range(2):
        assert shelf.choice.row(450) is None
        assert shelf.choice.row(451) is None
    assert shelf.asked == [(400, PAGE_ROWS)]
    shelf.tell()
    assert shelf.choice.row(450) == shelf.rows[450]


def test_a_large_folder_is_gone_through_page_by_page() -> None:
    shelf = Shelf(many_rows(1000))
    shelf.choice.start()
    shelf.tell()
    shelf.choice.choose(shelf.rows[0], is_chosen=False)
    assert not is_settled(shelf)
    assert shelf.asked == [(200, PAGE_ROWS)]
    shelf.tell()
    assert is_settled(shelf)
    assert shelf.choice.ranges() == (999, 1)
    assert (shelf.choice.files, shelf.choice.bytes) == (1, 5)


def test_what_was_said_last_holds_for_a_folder_that_is_still_gone_through() -> None:
    shelf = Shelf(many_rows(1000))
    shelf.choice.start()
    shelf.tell()
    shelf.choice.choose(shelf.rows[0], is_chosen=False)
    shelf.choice.choose(shelf.rows[0], is_chosen=True)
    shelf.tell()
    assert is_settled(shelf)
    assert shelf.choice.ranges() is None
    shelf.choice.choose(shelf.rows[0], is_chosen=False)
    shelf.choice.choose_all(is_chosen=True)
    assert is_settled(shelf)


def test_what_is_said_of_single_entries_holds_for_a_folder_that_is_still_gone_through() -> None:
    inner = (*((f"box/in/{n:03}", 10) for n in range(300)), ("last.txt", 5))
    shelf = Shelf(rows_of((("box", 0), ("box/in", 0), *inner), {"box", "box/in"}))
    shelf.choice.start()
    shelf.tell()
    shelf.choice.choose(shelf.rows[0], is_chosen=False)
    shelf.choice.choose(shelf.rows[1], is_chosen=True)
    shelf.choice.choose(shelf.rows[5], is_chosen=False)
    assert not is_settled(shelf)
    shelf.tell()
    assert shelf.choice.ranges() == (1, 4, 6, 297)


def test_a_folder_is_not_gone_through_again_each_time_it_is_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shelf = Shelf(many_rows(1000))
    shelf.choice.start()
    shelf.tell()
    looked_at: list[int] = []
    known = shelf.choice._pages.known

    def look(entry: int) -> FileRow | None:
        looked_at.append(entry)
        return known(entry)

    monkeypatch.setattr(shelf.choice._pages, "known", look)
    for _ in range(2):
        looked_at.clear()
        assert not shelf.choice.is_partly_chosen(shelf.rows[0])
    assert looked_at == [PAGE_ROWS]


def test_of_many_pages_the_latest_stay_here() -> None:
    pages = PAGES_KEPT + 20
    shelf = Shelf(many_rows(pages * PAGE_ROWS))
    shelf.choice.start()
    shelf.tell()
    for number in range(pages):
        shelf.choice.row(number * PAGE_ROWS)
        shelf.tell()
    assert len(shelf.choice._pages._pages) == PAGES_KEPT
    assert shelf.choice.row((pages - 1) * PAGE_ROWS) is not None
    assert shelf.choice.row(0) is None
    shelf.tell()
    assert shelf.choice.row(0) == shelf.rows[0]


def test_pages_that_others_asked_for_are_passed_over() -> None:
    shelf = Shelf(many_rows(1000))
    shelf.choice.start()
    shelf.choice.take(shelf.page(200))
    shelf.choice.take(shelf.page(0, count=50))
    shelf.choice.take(shelf.page(3))
    assert shelf.choice.total == 0
    shelf.choice.take(shelf.page(0, count=900))
    assert shelf.choice.total == 0
    shelf.choice.take(shelf.page(0))
    assert shelf.choice.total == 1000
    assert shelf.choice.row(PAGE_ROWS) is None


def test_any_choices_come_to_what_they_say() -> None:
    shelf = Shelf(many_rows(450))
    shelf.choice.start()
    shelf.tell()
    chance = random.Random(5)
    wanted = RangeSet([(0, 450)])
    for _ in range(80):
        index, is_chosen = chance.choice([0, chance.randrange(450)]), chance.random() < 0.5
        end = 449 if index == 0 else index + 1
        (wanted.add if is_chosen else wanted.subtract)(index, end)
        shelf.choice.choose(shelf.rows[index], is_chosen=is_chosen)
        shelf.tell()
        ranges = shelf.choice.ranges()
        assert ranges == (None if wanted.count() == 450 else tuple(wanted.encode()))
        chosen = [row for row in shelf.rows if row.index in wanted]
        assert shelf.choice.files == sum(not row.is_folder for row in chosen)
        assert shelf.choice.bytes == sum(row.size for row in chosen)


# --- as rows


def model_over(shelf: Shelf) -> OfferedFilesModel:
    model = OfferedFilesModel(shelf.choice)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    model.tester = QAbstractItemModelTester(model, fatal)  # type: ignore[attr-defined]
    return model


def test_the_model_keeps_qts_rules_and_fills_itself_in(qtbot: QtBot) -> None:
    shelf = Shelf(many_rows(500))
    model = model_over(shelf)
    assert model.rowCount() == 0
    shelf.choice.start()
    shelf.tell(model.take)
    assert model.rowCount() == 500
    assert model.index(450, 0).data(Qt.ItemDataRole.UserRole) is None
    shelf.tell(model.take)
    row = model.index(450, 0).data(Qt.ItemDataRole.UserRole)
    assert row == OfferedFile("000449.jpg", "10 bytes", 1, False, CHECKED)
    assert model.setData(model.index(150, 0), UNCHECKED, CHECK)
    assert model.index(150, 0).data(CHECK) is UNCHECKED
    assert model.index(0, 0).data(CHECK) is PARTLY
    assert not model.setData(model.index(300, 0), UNCHECKED, Qt.ItemDataRole.EditRole)
    model.choose_all(is_chosen=False)
    assert model.index(499, 0).data(CHECK) is UNCHECKED


def test_a_row_says_what_it_is_and_whether_it_comes(qtbot: QtBot) -> None:
    shelf = Shelf(rows_of(VIDEOS, FOLDERS))
    model = model_over(shelf)
    shelf.choice.start()
    shelf.tell(model.take)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    model.setData(model.index(3, 0), UNCHECKED, CHECK)
    assert model.index(1, 0).data(spoken) == "encore-4k.mp4, 1.2 GB, chosen"
    assert model.index(2, 0).data(spoken) == "extras, folder, chosen in part"
    assert model.index(3, 0).data(spoken) == "crew.jpg, 3.4 MB, left out"


def test_hostile_names_are_shown_as_harmless_text(qtbot: QtBot) -> None:
    shelf = Shelf(rows_of((("a\u202egnp.exe\n<b>x</b>", 1),), set()))
    model = model_over(shelf)
    shelf.choice.start()
    shelf.tell(model.take)
    index = model.index(0, 0)
    assert "\u202e" not in index.data()
    assert "\n" not in index.data()
    assert "<b>" not in index.data(Qt.ItemDataRole.ToolTipRole)


# --- the dialog


def dialog_of(opened: Opened) -> ChooseFilesDialog:
    return part(opened.window, ChooseFilesDialog, "choose-files-dialog")


def open_dialog(opened: Opened, qtbot: QtBot) -> ChooseFilesDialog:
    card = opened.window.pane.offers.first_card()
    assert card is not None
    button(card, "offer-choose").click()
    assert ("queue.request_files", OFFER.id, 0, PAGE_ROWS) in opened.service.orders
    rows = rows_of(VIDEOS, FOLDERS)
    opened.service.emit(FilesPage(OFFER.id, 0, len(rows), rows))
    dialog = dialog_of(opened)
    qtbot.waitUntil(accept_of(dialog).isEnabled, timeout=10 * ARMING_MS)
    opened.service.orders.clear()
    return dialog


def accept_of(dialog: ChooseFilesDialog) -> QPushButton:
    return part(dialog, QPushButton, "choose-accept")


def test_some_of_an_offer_are_accepted_into_the_cards_folder(opened: Opened, qtbot: QtBot) -> None:
    opened.window.pane.offers.set_folder(OFFER.id, "/mnt/stick")
    dialog = open_dialog(opened, qtbot)
    view = part(dialog, OfferedFilesView, "offered-files")
    place = view.visualRect(dialog.model.index(7, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert accept_of(dialog).text() == "Accept 5 files · 1.7 GB"
    assert dialog.model.index(0, 0).data(Qt.ItemDataRole.UserRole).size == "5 of 6 chosen"
    accept_of(dialog).click()
    assert opened.service.orders == [("accept", OFFER.id, "/mnt/stick", [0, 7])]


def test_with_all_chosen_everything_is_accepted(opened: Opened, qtbot: QtBot) -> None:
    accept_of(open_dialog(opened, qtbot)).click()
    assert opened.service.orders == [("accept", OFFER.id, "/home/mira/Downloads/Lea")]


def test_space_chooses_and_leaves_out(opened: Opened, qtbot: QtBot) -> None:
    dialog = open_dialog(opened, qtbot)
    view = part(dialog, OfferedFilesView, "offered-files")
    assert view.currentIndex().row() == 0
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert dialog.model.index(1, 0).data(CHECK) is UNCHECKED
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert dialog.model.index(1, 0).data(CHECK) is CHECKED


def test_a_click_on_the_box_above_means_all_or_nothing(opened: Opened, qtbot: QtBot) -> None:
    opened.service.emit(TransferChanged(replace(OFFER, is_folder=False)))
    dialog = open_dialog(opened, qtbot)
    box = part(dialog, QCheckBox, "choose-all")
    assert box.isVisible()
    assert box.checkState() is CHECKED
    box.click()
    assert box.checkState() is UNCHECKED
    assert box.text() == "0 of 6 files chosen"
    assert not accept_of(dialog).isEnabled()
    dialog.model.setData(dialog.model.index(1, 0), CHECKED, CHECK)
    assert box.checkState() is PARTLY
    box.click()
    assert box.checkState() is CHECKED
    assert accept_of(dialog).isEnabled()


def test_accept_is_asleep_until_files_are_listed(opened: Opened, qtbot: QtBot) -> None:
    opened.window.pane.offers.choose_requested.emit(OFFER)
    dialog = dialog_of(opened)
    qtbot.wait(2 * ARMING_MS)
    assert not accept_of(dialog).isEnabled()
    assert not accept_of(dialog).isDefault()


def test_a_page_of_another_transfer_changes_nothing(opened: Opened, qtbot: QtBot) -> None:
    opened.window.pane.offers.choose_requested.emit(OFFER)
    other = FilesPage(OFFER.id[:-1] + b"x", 0, 1, rows_of((("x", 1),), set()))  # type: ignore[arg-type]
    opened.service.emit(other)
    assert dialog_of(opened).model.rowCount() == 0


@pytest.mark.parametrize(
    "event",
    [
        TransferChanged(replace(OFFER, state=TransferState.ACTIVE)),
        TransferChanged(replace(OFFER, is_counted=False)),
        TransferChanged(replace(OFFER, total_bytes=1_900_000_001)),
        TransferChanged(replace(OFFER, digest=b"another list, as long and as large")),
        TransferRemoved(OFFER.id),
    ],
    ids=["accepted elsewhere", "counted anew", "another offer", "another list", "removed"],
)
def test_it_closes_when_there_is_nothing_to_choose_from_any_more(
    opened: Opened, qtbot: QtBot, event: TransferChanged | TransferRemoved
) -> None:
    dialog = open_dialog(opened, qtbot)
    opened.service.emit(event)
    assert not dialog.isVisible()
    assert opened.service.orders == []


def test_what_kind_of_file_deserves_a_warning_and_another_name_are_said(
    opened: Opened, qtbot: QtBot
) -> None:
    opened.window.pane.offers.choose_requested.emit(OFFER)
    dialog = dialog_of(opened)
    row = FileRow(0, "aux.exe", 1000, False, EntryState.WAITING)
    told = replace(row, caution=Caution.PROGRAM, saved_as="_aux.exe")
    opened.service.emit(FilesPage(OFFER.id, 0, 1, (told,)))
    index = dialog.model.index(0, 0)
    shown = index.data(Qt.ItemDataRole.UserRole)
    assert (shown.tag, shown.saved_as) == ("program", "will be saved as _aux.exe")
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "aux.exe, program, 1.0 kB, will be saved as _aux.exe, chosen"


def test_closing_it_answers_nothing_and_it_can_be_opened_again(
    opened: Opened, qtbot: QtBot
) -> None:
    dialog = open_dialog(opened, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert opened.service.orders == []
    qtbot.waitUntil(lambda: not opened.window.findChildren(ChooseFilesDialog))
    open_dialog(opened, qtbot)


def test_the_question_stands_above_the_files(opened: Opened, qtbot: QtBot) -> None:
    said = texts(open_dialog(opened, qtbot))
    assert said[:3] == [
        "Lea Fontaine",
        "Verified friend · On this network",
        "wants to send you 6 files (1.9 GB)",
    ]
