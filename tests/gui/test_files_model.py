"""The files of a transfer as a table over pages."""

import random
from collections.abc import Callable, Sequence

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from byhand.domain.codes import Code
from byhand.domain.events import UNKNOWN_SIZE, FileRow, FilesPage
from byhand.domain.file_query import EVERY_FILE, FileQuery
from byhand.domain.local_names import Caution
from byhand.domain.transfer import EntryState, Transfer, TransferId, TransferState
from byhand.gui.file_pages import PAGE_ROWS, PAGES_KEPT
from byhand.gui.files_model import Column, FileLook, FilesModel, file_look
from byhand.gui.friend_list_model import ROW_ROLE
from byhand.gui.transfer_row import Tone
from tests.helpers.sample_world import FINISHED, MOVING

MANY = 100_000
SUMMER = MOVING[0]
_E = EntryState
_Role = Qt.ItemDataRole


def rows_of(count: int, state: EntryState = _E.WAITING) -> list[FileRow]:
    return [FileRow(n, f"Summer 2026/IMG_{n:06}.jpg", 1000, False, state) for n in range(count)]


class Shelf:
    """Answers what a model asks when the test wants it, like the service."""

    def __init__(self, model: FilesModel, rows: Sequence[FileRow]) -> None:
        self.rows = rows
        self.asked: list[tuple[TransferId, int, int, FileQuery]] = []
        self.requests = 0
        self._model = model
        model.rows_requested.connect(self._ask)

    def _ask(self, transfer_id: TransferId, first: int, count: int, query: FileQuery) -> None:
        self.requests += 1
        self.asked.append((transfer_id, first, count, query))

    def tell(self) -> None:
        while self.asked:
            transfer_id, first, count, query = self.asked.pop(0)
            fit = [row for row in self.rows if query.fits(row.path)] if query.wanted else self.rows
            page = tuple(fit[first : first + count])
            self._model.take(FilesPage(transfer_id, first, len(fit), page, query, b"digest"))


@pytest.fixture
def model(qtbot: QtBot) -> FilesModel:
    return FilesModel()


def shelved(model: FilesModel, rows: Sequence[FileRow], transfer: Transfer = SUMMER) -> Shelf:
    shelf = Shelf(model, rows)
    model.show_files(transfer)
    shelf.tell()
    return shelf


def changes_of(model: FilesModel) -> list[tuple[int, int]]:
    """Return the rows that are said to have changed, as they are said."""
    changed: list[tuple[int, int]] = []

    def note(first: QModelIndex, last: QModelIndex) -> None:
        changed.append((first.row(), last.row()))

    model.dataChanged.connect(note)
    return changed


def texts(model: FilesModel, row: int) -> list[str]:
    return [model.data(model.index(row, column), _Role.DisplayRole) for column in Column]


# --- pages


def test_of_a_hundred_thousand_files_only_what_is_looked_at_is_asked_for(model: FilesModel) -> None:
    shelf = shelved(model, rows_of(MANY))
    assert model.rowCount() == MANY
    assert shelf.requests == 1
    for row in range(50_000, 50_020):  # a screen somewhere in the middle
        assert model.data(model.index(row, Column.NAME)) is None
    assert shelf.asked == [(SUMMER.id, 50_000, PAGE_ROWS, EVERY_FILE)]
    shelf.tell()
    assert texts(model, 50_010) == ["IMG_050010.jpg", "1.0 kB", "Waiting", ""]
    assert shelf.requests == 2


def test_a_long_way_through_all_of_them_keeps_few(model: FilesModel) -> None:
    shelf = shelved(model, rows_of(MANY))
    for row in range(0, MANY, PAGE_ROWS):
        model.data(model.index(row, Column.NAME))
        shelf.tell()
    assert shelf.requests == MANY // PAGE_ROWS
    kept = sum(model.row_at(row) is not None for row in range(MANY))
    assert kept == PAGES_KEPT * PAGE_ROWS


def test_answers_nobody_waits_for_are_passed_over(model: FilesModel) -> None:
    shelf = shelved(model, rows_of(3))
    row = rows_of(1)[0]
    other = TransferId(b"other".ljust(16))
    model.rows_requested.emit(SUMMER.id, 0, 0, EVERY_FILE)  # somebody else's question
    shelf.asked.clear()
    for page in (
        FilesPage(other, 0, 1, (row,)),
        FilesPage(SUMMER.id, 0, 1, (row,)),
        FilesPage(SUMMER.id, 0, 1, (row,), FileQuery("x")),
        FilesPage(SUMMER.id, 7, 9, (row, row)),
    ):
        model.take(page)
    assert model.rowCount() == 3


def test_a_page_that_lacks_rows_is_not_taken(model: FilesModel) -> None:
    Shelf(model, ())
    model.show_files(SUMMER)
    model.take(FilesPage(SUMMER.id, 0, 5, tuple(rows_of(2))))
    assert (model.rowCount(), model.is_told) == (0, False)


def test_nothing_is_told_too(model: FilesModel) -> None:
    shelved(model, ())
    assert (model.rowCount(), model.is_told) == (0, True)


# --- looking for some


def test_another_question_begins_anew_and_late_answers_to_the_last_are_passed_over(
    model: FilesModel,
) -> None:
    shelf = shelved(model, rows_of(MANY))
    model.data(model.index(70_000, Column.NAME))
    late = list(shelf.asked)
    model.show_files(SUMMER, FileQuery("0012"))
    shelf.tell()
    assert model.rowCount() == sum("0012" in row.path for row in shelf.rows)
    shelf.asked += late
    shelf.tell()
    assert model.rowCount() == sum("0012" in row.path for row in shelf.rows)
    assert model.digest == b"digest"


# --- while files move


def test_only_what_is_seen_is_asked_for_again_and_only_what_changed_is_said(
    model: FilesModel,
) -> None:
    shelf = shelved(model, rows_of(1_000))
    model.data(model.index(300, Column.NAME))
    shelf.tell()
    before, changed = shelf.requests, changes_of(model)
    rows = list(shelf.rows)
    for number in (210, 211, 212, 250):
        rows[number] = replace(rows[number], state=_E.DONE)
    rows[5] = replace(rows[5], state=_E.DONE)
    shelf.rows = rows
    model.renew(205, 220)
    assert model.row_at(210) is not None, "what was seen stays until it is told again"
    shelf.tell()
    assert shelf.requests == before + 1
    assert changed == [(210, 212), (250, 250)]
    assert texts(model, 211)[Column.STATE] == "Delivered"


def test_it_is_not_asked_for_twice_while_the_answer_is_on_its_way(model: FilesModel) -> None:
    shelf = shelved(model, rows_of(100))
    for _ in range(5):
        model.renew(0, 20)
    assert shelf.requests == 2


def test_what_is_no_longer_seen_is_told_anew_when_somebody_comes_back(model: FilesModel) -> None:
    shelf = shelved(model, rows_of(1_000))
    model.data(model.index(900, Column.NAME))
    shelf.tell()
    model.renew(900, 910)
    shelf.tell()
    assert model.row_at(0) is None
    model.data(model.index(0, Column.NAME))
    assert shelf.asked[-1][1] == 0


def test_the_list_grows_and_shrinks_at_its_end(model: FilesModel) -> None:
    shelf = shelved(model, rows_of(5))
    for count in (9, 2, 0, 3):
        shelf.rows = rows_of(count)
        model.renew(0, 0)
        shelf.tell()
        assert model.rowCount() == count


def test_at_the_end_words_change_without_being_asked_for(model: FilesModel) -> None:
    coming = MOVING[1]
    shelved(model, rows_of(3, _E.DONE), coming)
    assert texts(model, 0)[Column.STATE] == "Arrived"
    changed = changes_of(model)
    model.set_transfer(replace(coming, state=TransferState.DONE))
    assert changed == [(0, 2)]
    assert texts(model, 0)[Column.STATE] == "Saved"


# --- what a row says

LOOKS = [
    (_E.WAITING, "", Tone.IDLE),
    (_E.PARTIAL, "", Tone.ACCENT),
    (_E.COMPLETE, "check", Tone.PLAIN),
    (_E.DONE, "check", Tone.GOOD),
    (_E.SKIPPED, "check", Tone.PLAIN),
    (_E.NOT_CHOSEN, "minus", Tone.IDLE),
    (_E.FAILED, "triangle-alert", Tone.BAD),
    (_E.CANCELLED, "ban", Tone.IDLE),
]


@pytest.mark.parametrize(("state", "icon", "tone"), LOOKS)
def test_every_state_is_words_and_never_colour_alone(
    state: EntryState, icon: str, tone: Tone
) -> None:
    look = file_look(FileRow(0, "a/b.jpg", 10, False, state, Code.DISK_FULL), SUMMER)
    assert (look.state_icon, look.tone) == (icon, tone)
    assert look.state
    assert look.state in look.spoken


def test_a_file_on_its_way_says_how_far_it_is() -> None:
    look = file_look(FileRow(0, "a/b.jpg", 1000, False, _E.PARTIAL, here=404), SUMMER)
    assert look.fraction == 0.404
    assert look.spoken == "b.jpg, 1.0 kB, Sending, 40%, a"


def test_what_is_to_be_said_of_a_file_stands_beside_it() -> None:
    row = FileRow(0, "a/aux.exe", 10, False, _E.DONE, caution=Caution.PROGRAM)
    assert file_look(row, SUMMER).remark == "program"
    assert file_look(replace(row, saved_as="_aux.exe"), SUMMER).remark == "saved as _aux.exe"


def test_of_a_file_of_which_only_the_path_is_known_no_size_is_said() -> None:
    row = FileRow(0, "a", UNKNOWN_SIZE, False, _E.FAILED, Code.SOURCE_GONE)
    assert file_look(row, FINISHED[1]).size == ""


def test_a_name_from_outside_is_shown_safely(model: FilesModel) -> None:
    shelved(model, [FileRow(0, "x/<b>a\u202egpj.exe", 1, False, _E.WAITING)])
    index = model.index(0, Column.NAME)
    assert model.data(index, _Role.DisplayRole) == "<b>a⟨U+202E⟩gpj.exe"
    assert "<b>" not in model.data(index, _Role.ToolTipRole)


def test_a_row_is_read_as_a_whole_and_its_columns_have_names(model: FilesModel) -> None:
    shelved(model, rows_of(2))
    spoken = [model.data(model.index(0, each), _Role.AccessibleTextRole) for each in Column]
    assert spoken == [
        *("IMG_000000.jpg, 1.0 kB, Waiting, Summer 2026", "1.0 kB", "Waiting", ""),
    ]
    heads = [model.headerData(each, Qt.Orientation.Horizontal) for each in Column]
    assert heads == ["Name", "Size", "State", "Progress"]
    assert isinstance(model.data(model.index(0, 0), ROW_ROLE), FileLook)


# --- Qt's rules


@pytest.mark.parametrize("seed", range(3))
def test_the_model_keeps_the_rules_whatever_comes(model: FilesModel, seed: int) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(model, fatal)
    shelf, dice = shelved(model, rows_of(450)), random.Random(seed)

    def look() -> None:
        if model.rowCount():
            model.data(model.index(dice.randrange(model.rowCount()), 0))

    def change() -> None:
        shelf.rows = [
            replace(row, state=dice.choice(list(_E))) for row in rows_of(dice.choice([0, 3, 450]))
        ]

    steps: list[Callable[[], object]] = [
        *(look, change, shelf.tell, shelf.tell),
        lambda: model.renew(0, dice.randrange(500)),
        lambda: model.show_files(SUMMER, FileQuery(dice.choice(["", "1", "99"]))),
        lambda: model.set_transfer(replace(SUMMER, state=dice.choice(list(TransferState)))),
        lambda: model.show_files(None),
        lambda: model.show_files(MOVING[1]),
    ]
    for _ in range(200):
        dice.choice(steps)()
