"""The review of an offer: who it is from, where it goes, whether it fits, how it is answered."""

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from byhand.domain.events import (
    FileRow,
    FilesPage,
    FriendChanged,
    ProfileChanged,
    RoomTold,
    TransferChanged,
)
from byhand.domain.file_query import FileQuery
from byhand.domain.friend import Policy, Presence, Trust
from byhand.domain.transfer import Compared, EntryState, Transfer, TransferState
from byhand.gui.check_box import CheckBox
from byhand.gui.choose_files_dialog import ChooseFilesDialog
from byhand.gui.file_pages import PAGE_ROWS
from byhand.gui.offer_card import ARMING_MS
from byhand.gui.offer_list import FADING_MS
from byhand.gui.offered_files_view import OfferedFilesView
from byhand.gui.picker_button import PickerButton
from tests.gui.conftest import Opened
from tests.gui.parts import button, field, nameless, part, says, text_of, texts
from tests.gui.test_choosing import CHECK, CHECKED, FOLDERS, UNCHECKED, VIDEOS, rows_of
from tests.helpers.fake_service import PROFILE
from tests.helpers.sample_world import FRIENDS, OFFER

LEA, LEAS_PRESENCE = FRIENDS["Lea Fontaine"]
MAREK = FRIENDS["Marek Novák"][0]
ROWS = rows_of(VIDEOS, FOLDERS)
LEAS_FOLDER = OFFER.folder


def review(opened: Opened, offer: Transfer = OFFER) -> ChooseFilesDialog:
    opened.window.pane.offers.choose_requested.emit(offer)
    opened.service.emit(FilesPage(offer.id, 0, len(ROWS), ROWS))
    return part(opened.window, ChooseFilesDialog, "choose-files-dialog")


def of_marek(opened: Opened) -> Transfer:
    offer = replace(OFFER, friend_id=MAREK.id)
    opened.service.emit(TransferChanged(offer))
    return offer


def accept_of(dialog: ChooseFilesDialog) -> QPushButton:
    return part(dialog, QPushButton, "choose-accept")


def armed(dialog: ChooseFilesDialog, qtbot: QtBot) -> QPushButton:
    qtbot.waitUntil(accept_of(dialog).isEnabled, timeout=10 * ARMING_MS)
    return accept_of(dialog)


def given(opened: Opened) -> list[tuple[object, ...]]:
    """Return the orders that answer something."""
    asking = ("queue.request_files", "queue.request_room")
    return [order for order in opened.service.orders if order[0] not in asking]


def folders(dialog: ChooseFilesDialog) -> list[QAction]:
    button(dialog, "review-folder").click()
    menu = dialog.findChildren(QMenu, "review-folders")[-1]
    assert isinstance(menu, QMenu)
    return [entry for entry in menu.actions() if entry.text()]


# --- who it is from


def test_the_list_has_the_focus_and_no_button_is_the_default(opened: Opened) -> None:
    dialog = review(opened)
    assert isinstance(dialog.focusWidget(), OfferedFilesView)
    buttons = dialog.findChildren(QPushButton)
    assert not any(each.isDefault() or each.autoDefault() for each in buttons)
    assert nameless(dialog) == []


def test_G05_enter_and_an_early_click_accept_nothing(opened: Opened) -> None:
    dialog = review(opened)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    QTest.mouseClick(accept_of(dialog), Qt.MouseButton.LeftButton)
    assert given(opened) == []
    assert dialog.isVisible()


def test_escape_decides_later_and_the_card_stays(opened: Opened, qtbot: QtBot) -> None:
    QTest.keyClick(review(opened), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not opened.window.findChildren(ChooseFilesDialog))
    assert given(opened) == []
    assert opened.window.pane.offers.first_card() is not None


def test_it_can_be_declined(opened: Opened) -> None:
    button(review(opened), "choose-decline").click()
    assert given(opened) == [("decline", OFFER.id)]


def test_somebody_who_is_not_verified_is_warned_of(opened: Opened) -> None:
    dialog = review(opened, of_marek(opened))
    assert "Not verified yet" in texts(dialog)
    assert says(dialog, "You have not compared codes with Marek Novák yet. It may be someone else.")
    assert not part(dialog, CheckBox, "review-always").isVisible()
    button(dialog, "review-compare").click()
    assert given(opened) == [("pairing.compare_codes", MAREK.id)]
    assert not dialog.isVisible()


def test_codes_are_compared_with_somebody_who_is_there(opened: Opened) -> None:
    dialog = review(opened, of_marek(opened))
    assert button(dialog, "review-compare").isEnabled()
    opened.service.emit(FriendChanged(MAREK, Presence()))
    assert not button(dialog, "review-compare").isEnabled()


def test_the_warning_goes_once_codes_were_compared(opened: Opened) -> None:
    dialog = review(opened, of_marek(opened))
    verified = replace(MAREK, trust=Trust.VERIFIED)
    opened.service.emit(FriendChanged(verified, FRIENDS["Marek Novák"][1]))
    assert not says(dialog, "have not compared codes")
    assert part(dialog, CheckBox, "review-always").isVisible()


def test_of_a_verified_friend_nobody_warns(opened: Opened) -> None:
    dialog = review(opened)
    assert "Verified friend · On this network" in texts(dialog)
    assert not says(dialog, "have not compared codes")


def test_a_friends_note_is_told(opened: Opened) -> None:
    dialog = review(opened, replace(OFFER, note="From <b>last</b> Saturday"))
    assert says(dialog, "“From <b>last</b> Saturday”")


# --- always accept


def test_a_verified_friend_can_be_accepted_without_asking_from_now_on(
    opened: Opened, qtbot: QtBot
) -> None:
    dialog = review(opened)
    box = part(dialog, CheckBox, "review-always")
    assert box.text() == "Always accept from Lea"
    assert not says(dialog, "Up to 1 GB at once")
    box.click()
    assert says(dialog, "Up to 1 GB at once. Programs are always asked about.")
    armed(dialog, qtbot).click()
    assert given(opened) == [
        ("set_policy", LEA.id, Policy(accepts_by_itself=True)),
        ("accept", OFFER.id, LEAS_FOLDER),
    ]


def test_closing_it_changes_nothing_for_the_next_time(opened: Opened) -> None:
    dialog = review(opened)
    part(dialog, CheckBox, "review-always").click()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert given(opened) == []


def test_who_asks_again_of_a_friend_keeps_the_rest_of_the_policy(
    opened: Opened, qtbot: QtBot
) -> None:
    policy = Policy(accepts_by_itself=True, limit_bytes=100_000_000, folder="/mnt/lea")
    opened.service.emit(FriendChanged(replace(LEA, policy=policy), LEAS_PRESENCE))
    dialog = review(opened)
    part(dialog, CheckBox, "review-always").click()
    armed(dialog, qtbot).click()
    assert given(opened)[0] == ("set_policy", LEA.id, replace(policy, accepts_by_itself=False))


# --- where it goes


def test_the_folder_and_its_room_are_told(opened: Opened) -> None:
    dialog = review(opened)
    assert ("queue.request_room", LEAS_FOLDER) in opened.service.orders
    assert part(dialog, PickerButton, "review-folder").choice() == "Downloads / Lea"
    assert text_of(dialog, "review-room") == ""
    opened.service.emit(RoomTold(LEAS_FOLDER, 212_000_000_000))
    assert text_of(dialog, "review-room") == "212 GB free"


def test_the_room_of_another_folder_is_passed_over(opened: Opened) -> None:
    dialog = review(opened)
    opened.service.emit(RoomTold("/mnt", 5))
    assert text_of(dialog, "review-room") == ""


def test_the_usual_folder_is_one_click_away_and_any_other_two(opened: Opened, qtbot: QtBot) -> None:
    dialog = review(opened)
    entries = folders(dialog)
    assert [entry.text() for entry in entries] == [
        "Downloads / Lea",
        "Downloads",
        "Another folder…",
    ]
    entries[1].trigger()
    assert opened.service.orders[-1] == ("queue.request_room", PROFILE.downloads)
    folders(dialog)[-1].trigger()
    chooser = dialog.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit("/mnt/a & b")
    chooser.close()
    assert part(dialog, PickerButton, "review-folder").choice() == "mnt / a & b"
    assert folders(dialog)[0].text() == "mnt / a && b"
    armed(dialog, qtbot).click()
    assert given(opened) == [("accept", OFFER.id, "/mnt/a & b")]


def test_where_there_is_too_little_room_nothing_can_be_accepted(
    opened: Opened, qtbot: QtBot
) -> None:
    dialog = review(opened)
    accept = armed(dialog, qtbot)
    opened.service.emit(RoomTold(LEAS_FOLDER, 800_000_000))
    assert says(
        dialog,
        "Needs 1.9 GB, 800 MB free here — choose another folder or fewer files",
    )
    assert not accept.isEnabled()
    dialog.model.setData(dialog.model.index(1, 0), UNCHECKED, CHECK)
    assert not says(dialog, "Needs")
    assert accept.isEnabled()
    dialog.model.choose_all(is_chosen=True)
    assert not accept.isEnabled()
    opened.service.emit(RoomTold(LEAS_FOLDER, 1_900_000_000))
    assert accept.isEnabled()


def test_coming_back_from_making_room_is_enough(opened: Opened) -> None:
    dialog = review(opened)
    opened.service.emit(RoomTold(LEAS_FOLDER, 0))
    opened.service.orders.clear()
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.WindowActivate))
    assert opened.service.orders == [("queue.request_room", LEAS_FOLDER)]


def test_a_disk_that_does_not_tell_stops_nobody(opened: Opened, qtbot: QtBot) -> None:
    dialog = review(opened)
    opened.service.emit(RoomTold(LEAS_FOLDER, None))
    assert text_of(dialog, "review-room") == ""
    assert armed(dialog, qtbot).isEnabled()


def test_what_is_brought_up_to_date_may_need_less_than_it_holds(
    opened: Opened, qtbot: QtBot
) -> None:
    offer = replace(OFFER, compared=Compared(1, 0, 5))
    opened.service.emit(TransferChanged(offer))
    part(opened.window.pane, CheckBox, "offer-update").click()
    dialog = review(opened, offer)
    opened.service.emit(RoomTold(LEAS_FOLDER, 800_000_000))
    assert armed(dialog, qtbot).isEnabled()
    entries = folders(dialog)
    entries[1].trigger()
    opened.service.emit(RoomTold(PROFILE.downloads, 800_000_000))
    assert not accept_of(dialog).isEnabled()


# --- when it changes meanwhile


def test_what_is_taken_back_is_said_and_goes_by_itself(opened: Opened, qtbot: QtBot) -> None:
    dialog = review(opened)
    accept = armed(dialog, qtbot)
    opened.service.emit(
        TransferChanged(replace(OFFER, state=TransferState.WITHDRAWN, ended_at=1.0))
    )
    assert text_of(dialog, "review-question") == "Lea Fontaine took it back"
    assert not accept.isEnabled()
    assert not button(dialog, "choose-decline").isEnabled()
    opened.service.emit(RoomTold(LEAS_FOLDER, 212_000_000_000))
    assert not accept.isEnabled()
    qtbot.waitUntil(
        lambda: not opened.window.findChildren(ChooseFilesDialog), timeout=10 * FADING_MS
    )
    assert given(opened) == []


def test_G06_each_of_two_alike_offers_has_its_own_review(opened: Opened, qtbot: QtBot) -> None:
    second = replace(OFFER, id=OFFER.id[:-1] + b"2")
    opened.service.emit(TransferChanged(second))
    opened.window.pane.offers.choose_requested.emit(second)
    dialog = part(opened.window, ChooseFilesDialog, "choose-files-dialog")
    opened.service.emit(FilesPage(OFFER.id, 0, len(ROWS), ROWS))
    assert dialog.model.rowCount() == 0
    opened.service.emit(FilesPage(second.id, 0, len(ROWS), ROWS))
    opened.service.emit(TransferChanged(replace(OFFER, is_counted=False)))
    armed(dialog, qtbot).click()
    assert given(opened) == [("accept", second.id, LEAS_FOLDER)]


def test_what_is_said_of_an_offer_besides_its_files_changes_no_review(opened: Opened) -> None:
    dialog = review(opened)
    opened.service.emit(TransferChanged(replace(OFFER, is_put_off=True)))
    opened.service.emit(ProfileChanged(PROFILE))
    assert dialog.isVisible()


# --- many files

MANY = replace(OFFER, total_files=1000, is_folder=True)
BOX = (
    FileRow(0, "box", 0, True, EntryState.WAITING),
    *(FileRow(n, f"box/{n:04}.jpg", 10, False, EntryState.WAITING) for n in range(1, 1001)),
)


def review_of_many(opened: Opened) -> ChooseFilesDialog:
    opened.service.emit(TransferChanged(MANY))
    opened.window.pane.offers.choose_requested.emit(MANY)
    opened.service.emit(FilesPage(MANY.id, 0, len(BOX), BOX[:PAGE_ROWS]))
    return part(opened.window, ChooseFilesDialog, "choose-files-dialog")


def look_for(opened: Opened, dialog: ChooseFilesDialog, text: str, *found: int) -> FileQuery:
    field(dialog, "offered-filter").setText(text)
    QTest.keyClick(field(dialog, "offered-filter"), Qt.Key.Key_Return)
    query = FileQuery(text)
    rows = tuple(BOX[n] for n in found)
    opened.service.emit(FilesPage(MANY.id, 0, len(rows), rows, query))
    return query


def test_few_files_need_no_filter(opened: Opened) -> None:
    assert not field(review(opened), "offered-filter").isVisible()


def test_of_many_files_some_are_looked_for(opened: Opened) -> None:
    dialog = review_of_many(opened)
    assert field(dialog, "offered-filter").isVisible()
    query = look_for(opened, dialog, "07", 7, 70, 700)
    assert ("queue.request_files", MANY.id, 0, PAGE_ROWS, query) in opened.service.orders
    assert dialog.model.rowCount() == 3
    assert dialog.model.index(1, 0).data() == "box/0070.jpg"
    assert not part(dialog, QLabel, "offered-missing").isVisible()
    assert isinstance(dialog.focusWidget(), OfferedFilesView)


def test_what_is_left_out_of_what_was_found_is_left_out_of_the_offer(
    opened: Opened, qtbot: QtBot
) -> None:
    dialog = review_of_many(opened)
    look_for(opened, dialog, "07", 7, 70)
    dialog.model.setData(dialog.model.index(1, 0), UNCHECKED, CHECK)
    assert accept_of(dialog).text().startswith("Accept 999 files")
    field(dialog, "offered-filter").clear()
    QTest.keyClick(field(dialog, "offered-filter"), Qt.Key.Key_Return)
    assert dialog.model.rowCount() == 1001
    assert dialog.model.index(70, 0).data(CHECK) is UNCHECKED
    assert dialog.model.index(7, 0).data(CHECK) is CHECKED
    armed(dialog, qtbot).click()
    assert given(opened) == [("accept", MANY.id, LEAS_FOLDER, [0, 70, 71, 930])]


def test_the_largest_can_come_first(opened: Opened) -> None:
    dialog = review_of_many(opened)
    part(dialog, CheckBox, "offered-largest").click()
    largest = FileQuery(largest_first=True)
    assert opened.service.orders[-1] == ("queue.request_files", MANY.id, 0, PAGE_ROWS, largest)
    opened.service.emit(FilesPage(MANY.id, 0, 1000, BOX[PAGE_ROWS : 2 * PAGE_ROWS], largest))
    assert dialog.model.rowCount() == 1000
    part(dialog, CheckBox, "offered-largest").click()
    assert dialog.model.rowCount() == 1001


def test_nothing_found_is_said_once_it_is_known(opened: Opened) -> None:
    dialog = review_of_many(opened)
    field(dialog, "offered-filter").setText("zzz")
    QTest.keyClick(field(dialog, "offered-filter"), Qt.Key.Key_Down)
    missing = part(dialog, QLabel, "offered-missing")
    assert not missing.isVisible()
    opened.service.emit(FilesPage(MANY.id, 0, 0, (), FileQuery("zzz")))
    assert missing.isVisible()
    assert missing.text() == "No file called “zzz”."


def test_pages_of_what_was_looked_for_before_are_passed_over(opened: Opened) -> None:
    dialog = review_of_many(opened)
    look_for(opened, dialog, "07", 7)
    opened.service.emit(FilesPage(MANY.id, 0, 2, BOX[1:3], FileQuery("0")))
    assert dialog.model.rowCount() == 1


def test_escape_takes_the_words_away_before_it_leaves(opened: Opened) -> None:
    dialog = review_of_many(opened)
    look_for(opened, dialog, "07", 7)
    field(dialog, "offered-filter").setFocus()
    QTest.keyClick(field(dialog, "offered-filter"), Qt.Key.Key_Escape)
    assert field(dialog, "offered-filter").text() == ""
    assert dialog.isVisible()
    QTest.keyClick(field(dialog, "offered-filter"), Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_is_found_keeps_qts_rules(opened: Opened) -> None:
    dialog = review_of_many(opened)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(dialog.model, fatal)
    look_for(opened, dialog, "07", 7, 70)
    dialog.model.setData(dialog.model.index(0, 0), UNCHECKED, CHECK)
    look_for(opened, dialog, "")
    assert tester.model() is dialog.model
