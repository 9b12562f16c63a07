"""Names and texts made to deceive: shown as they are, marked by us alone, and in nobody's way."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import combinations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QMessageBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from byhand.domain.codes import Code
from byhand.domain.events import FriendChanged, OrderFailed, TextShown, TransferAdded
from byhand.domain.friend import Friend, Presence, Trust
from byhand.domain.friend import Path as Way
from byhand.domain.history import EVERYTHING, HistoryDay, HistoryItem, HistoryPage
from byhand.domain.history_events import HistoryOutlined, HistoryTold
from byhand.domain.transfer import Direction, FileProblem, Transfer, TransferState
from byhand.errors import UsageError
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.friend_menu import Wish
from byhand.gui.offer_card import OfferCard
from byhand.gui.offer_headline import OfferHeadline
from byhand.gui.person_row import PersonRow
from byhand.gui.problem_box import open_problem_box
from byhand.gui.theme import Theme
from byhand.gui.transfer_list_delegate import TransferListDelegate
from byhand.gui.widgets import ElidedLabel, IconLabel
from tests.gui.conftest import Opened
from tests.gui.parts import settle
from tests.gui.rows import choose, model_of, row_of
from tests.helpers.sample_world import FRIENDS, NOW, OFFER, transfer

S, IN, OUT = TransferState, Direction.INCOMING, Direction.OUTGOING
MAREK, PRESENCE = FRIENDS["Marek Novák"]
MARKUP = (
    '<b>x</b><img src="file:///etc/passwd">',
    '<a href="file:///etc">click</a>',
    '<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAf////////f8">',
)
ZALGO = "Z\u0351\u036b\u0343\u036a" * 40
ODD = {
    "marks over marks": ZALGO,
    "one long word": "w" * 10_000,
    "from right to left": "شكرا جزيلا على الصور " * 60,
    "mixed digits": "١٢٣ 456 ७८९ " * 30,
}


def called(name: str, trust: Trust = Trust.UNVERIFIED) -> Friend:
    return replace(MAREK, name=name, computer=name, trust=trust)


def shows_no_markup(root: QWidget) -> None:
    """Look at every label and tool tip: nothing from outside is anything but text."""
    settle()
    for part in (root, *root.findChildren(QWidget)):
        tip = part.toolTip()
        assert "<img" not in tip
        assert "<a " not in tip
        assert "<b>" not in tip
        if isinstance(part, QLabel) and "<" in part.text():
            assert part.textFormat() is Qt.TextFormat.PlainText, part.text()


@pytest.fixture(params=MARKUP)
def markup(request: pytest.FixtureRequest) -> str:
    return str(request.param)


# --- G01


def test_G01_markup_in_names_is_shown_literally_everywhere_in_the_window(
    opened: Opened, markup: str
) -> None:
    opened.service.emit(FriendChanged(called(markup), PRESENCE))
    offered = replace(OFFER, friend_id=MAREK.id, title=markup, note=markup)
    opened.service.emit(TransferAdded(replace(offered, id=b"evil".ljust(16))))
    arrived = transfer(
        70, IN, "Marek Novák", markup, S.PARTLY_DONE, total_files=2, failed_files=1,
        ended_at=NOW, folder=f"/home/mira/{markup}", saved_paths=(f"/home/mira/{markup}",),
        problems=(FileProblem(markup, Code.DISK_ERROR),),
    )  # fmt: skip
    opened.service.emit(TransferAdded(arrived))
    row = row_of(opened, arrived)
    shown = markup.replace("/", "")
    assert markup in row.look.title or shown in row.look.title
    choose(opened, arrived)
    shows_no_markup(opened.window)
    cards = opened.window.pane.offers.findChildren(OfferCard)
    assert any("<" in each.accessibleName() for each in cards)


def test_G01_markup_is_literal_in_the_history(opened: Opened, markup: str) -> None:
    opened.window.show_history()
    past = transfer(73, IN, "Marek Novák", markup, S.DONE, total_files=1, ended_at=NOW)
    page = HistoryPage((HistoryItem(past, markup, False, False),), 0, 1)
    opened.service.emit(
        HistoryOutlined(EVERYTHING, (HistoryDay(datetime.fromtimestamp(NOW, UTC).date(), 1),))
    )
    opened.service.emit(HistoryTold(page))
    shows_no_markup(opened.window)
    model = opened.window.history.view.model()
    told = [
        str(model.data(model.index(row, column), Qt.ItemDataRole.DisplayRole))
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    assert any("<" in text for text in told)


def test_G01_markup_is_literal_in_questions_and_menus(opened: Opened, markup: str) -> None:
    opened.service.emit(FriendChanged(called(markup), PRESENCE))
    for wish in (Wish.REMOVE, Wish.RENAME, Wish.POLICY):
        opened.window.sidebar.view.wish_told.emit(wish, MAREK.id)
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        shows_no_markup(dialog)
        dialog.close()
        settle()


def test_G01_markup_is_literal_in_errors(opened: Opened, markup: str) -> None:
    opened.service.emit(OrderFailed(UsageError(markup)))
    shows_no_markup(opened.window)
    box = open_problem_box(markup, "", lambda _: None)
    assert isinstance(box, QMessageBox)
    assert box.text() == markup
    assert box.textFormat() is Qt.TextFormat.PlainText
    box.close()


def test_G01_a_text_is_copied_as_plain_words_and_nothing_else(
    opened: Opened, markup: str, qtbot: QtBot
) -> None:
    note = transfer(
        71, IN, "Marek Novák", "note.txt", S.DONE, is_text=True, total_bytes=9,
        saved_paths=("/profile/texts/1.txt",), ended_at=NOW,
    )  # fmt: skip
    opened.service.emit(TransferAdded(note))
    view = choose(opened, note)
    copy = view.findChild(QToolButton, "row-copy_text")
    assert copy is not None
    copy.click()
    opened.service.emit(TextShown(note.id, markup))
    mime = QApplication.clipboard().mimeData()
    assert mime.text() == markup
    assert not mime.hasHtml()


# --- G03


@pytest.mark.parametrize(
    "name", ["You", "System", "Anna ✓ Verified", "Byhand ✅", "Marek\n\nAccept all files? Yes"]
)
def test_G03_what_a_name_claims_verifies_nobody(opened: Opened, name: str) -> None:
    opened.service.emit(FriendChanged(called(name), PRESENCE))
    model = opened.window.sidebar.view.model()
    assert isinstance(model, FriendListModel)
    index = model.index_of(MAREK.id)
    row = model.row_at(index)
    assert isinstance(row, PersonRow)
    assert not row.is_verified
    assert "\n" not in row.name
    spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert not spoken.endswith(", verified")
    evil = replace(OFFER, id=b"evil".ljust(16), friend_id=MAREK.id)
    opened.service.emit(TransferAdded(evil))
    headline = opened.window.pane.offers.findChildren(OfferHeadline)[-1]
    (badge,) = headline.findChildren(IconLabel)
    assert badge.accessibleName() == "Not verified yet"


def test_G03_the_mark_stands_outside_of_the_name(opened: Opened) -> None:
    opened.service.emit(FriendChanged(called("Marek", Trust.VERIFIED), PRESENCE))
    evil = replace(OFFER, id=b"good".ljust(16), friend_id=MAREK.id)
    opened.service.emit(TransferAdded(evil))
    settle()
    headline = opened.window.pane.offers.findChildren(OfferHeadline)[-1]
    (badge,) = headline.findChildren(IconLabel)
    assert badge.accessibleName() == "Verified"
    labels = headline.findChildren(ElidedLabel)
    assert not any(each.geometry().intersects(badge.geometry()) for each in labels if each.text())


# --- G04


@pytest.mark.parametrize("name", ODD.values(), ids=ODD)
def test_G04_an_offer_keeps_its_buttons_apart_and_in_sight(
    opened: Opened, qtbot: QtBot, name: str
) -> None:
    opened.service.emit(FriendChanged(called(name[:120]), Presence(Way.SAME_NETWORK)))
    offered = replace(OFFER, id=b"odd".ljust(16), friend_id=MAREK.id, title=name, note=name)
    opened.service.emit(TransferAdded(offered))
    for width in (1120, 700):
        opened.window.resize(width, 760)
        settle()
        card = opened.window.pane.offers.findChildren(OfferCard)[-1]
        boxes = [box for _, box in leaves(card)]
        assert all(card.rect().contains(box) for box in boxes)
        for (one, box), (other, another) in combinations(leaves(card), 2):
            assert not box.intersects(another), f"{one.objectName()} lies over {other.objectName()}"
        assert card.width() <= opened.window.pane.width()


@pytest.mark.parametrize("name", ODD.values(), ids=ODD)
@pytest.mark.parametrize("state", [S.ACTIVE, S.DONE, S.FAILED])
def test_G04_a_row_keeps_its_parts_apart(
    opened: Opened, theme: Theme, name: str, state: TransferState
) -> None:
    sample: Transfer = transfer(72, IN, "Marek Novák", name, state, total_files=3, ended_at=NOW)
    opened.service.emit(FriendChanged(called(name[:120]), PRESENCE))
    opened.service.emit(TransferAdded(sample))
    view, row = choose(opened, sample), row_of(opened, sample)
    delegate = view.itemDelegate()
    assert isinstance(delegate, TransferListDelegate)
    bounds = view.visualRect(model_of(opened).index(model_of(opened).position_of(sample.id), 0))
    boxes = delegate.boxes(bounds, row)
    parts = [boxes.avatar, boxes.first, boxes.second, *boxes.buttons]
    assert bounds.height() == delegate.height(row)
    assert all(boxes.card.contains(part) for part in parts)
    assert not any(one.intersects(other) for one, other in combinations(parts, 2))
    assert len(row.look.title) <= 250


def leaves(card: QWidget) -> list[tuple[QWidget, QRect]]:
    """Return what is seen and holds nothing else, and where on the card it is."""
    return list(_leaves(card))


def _leaves(card: QWidget) -> Iterator[tuple[QWidget, QRect]]:
    for part in card.findChildren(QWidget):
        is_leaf = isinstance(part, (QLabel, QAbstractButton, IconLabel))
        if is_leaf and part.isVisible() and part.width() > 0:
            yield part, QRect(part.mapTo(card, part.rect().topLeft()), part.size())
