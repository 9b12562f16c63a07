"""What an offer's card offers besides accepting and declining all of it."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QDialog, QMenu
from pytestqt.qtbot import QtBot

from byhand.domain.events import TransferAdded, TransferChanged
from byhand.domain.transfer import Compared, Transfer, TransferId, TransferState
from byhand.errors import UsageError
from byhand.gui.acceptance import Acceptance
from byhand.gui.check_box import CheckBox
from byhand.gui.offer_card import ARMING_MS, OfferCard
from byhand.gui.offer_words import comparison_line
from tests.gui.conftest import Opened
from tests.gui.parts import button, part, says, texts
from tests.helpers.sample_world import OFFER

SINGLE = replace(OFFER, total_files=1, is_folder=False, title="encore-4k.mp4")
ONE_FOLDER = replace(OFFER, total_files=0, is_folder=True)
TEXT = replace(SINGLE, is_text=True)


def card_of(opened: Opened, offer: Transfer | None = None) -> OfferCard:
    if offer is not None:
        opened.service.emit(TransferChanged(offer))
    card = opened.window.pane.offers.first_card()
    assert isinstance(card, OfferCard)
    return card


def menu_of(opened: Opened) -> QMenu:
    card = card_of(opened)
    button(card, "offer-more").click()
    menu = card.findChildren(QMenu, "offer-menu")[-1]
    assert isinstance(menu, QMenu)
    return menu


def entries_of(opened: Opened) -> list[str]:
    return [entry.text() for entry in menu_of(opened).actions() if entry.text()]


def test_the_answer_can_be_put_off_and_the_friend_is_told(opened: Opened) -> None:
    menu = menu_of(opened)
    next(entry for entry in menu.actions() if entry.text() == "Decide later").trigger()
    assert opened.service.orders == [("queue.put_off", OFFER.id)]


def test_what_cannot_be_accepted_is_said(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise UsageError("Its files are still being counted.")

    monkeypatch.setattr(opened.service, "accept", refuse)
    opened.window.pane.offers.accept_requested.emit(OFFER.id, Acceptance("/tmp", (0, 1)))
    question = part(opened.window, QDialog, "question")
    assert says(question, "Its files are still being counted.")


def test_a_card_that_is_put_off_stays_and_can_still_be_answered(opened: Opened) -> None:
    card = card_of(opened, replace(OFFER, is_put_off=True))
    assert "You decide later" in texts(card)
    assert entries_of(opened) == ["Review…", "Block Lea Fontaine"]
    button(card, "offer-decline").click()
    assert opened.service.orders == [("decline", OFFER.id)]


def test_what_is_still_counted_cannot_be_put_off_or_chosen_from(opened: Opened) -> None:
    card = card_of(opened, replace(OFFER, is_counted=False))
    assert entries_of(opened) == ["Block Lea Fontaine"]
    assert button(card, "offer-choose").isHidden()


@pytest.mark.parametrize(
    ("offer", "has_parts"),
    [(OFFER, True), (ONE_FOLDER, True), (SINGLE, False), (TEXT, False)],
    ids=["files", "folder", "file", "text"],
)
def test_only_what_has_parts_can_be_looked_through(
    opened: Opened, offer: Transfer, has_parts: bool
) -> None:
    card = card_of(opened, offer)
    assert button(card, "offer-choose").isHidden() is not has_parts
    assert ("Review…" in entries_of(opened)) is has_parts


def test_where_room_is_scarce_the_menu_alone_leads_to_the_files(
    opened: Opened, qtbot: QtBot
) -> None:
    card = card_of(opened)
    choose, more = button(card, "offer-choose"), button(card, "offer-more")
    assert choose.isVisible()
    opened.window.resize(700, 700)
    qtbot.waitUntil(lambda: more.isVisible() and not choose.isVisible())
    assert "Review…" in entries_of(opened)


def test_a_friends_note_is_shown_as_harmless_text(opened: Opened) -> None:
    card = card_of(opened, replace(OFFER, note="From <b>last</b>\nSaturday\u202e"))
    assert "“From <b>last</b> Saturday⟨U+202E⟩”" in texts(card)


def test_a_card_grows_with_what_is_said_and_no_further(opened: Opened, qtbot: QtBot) -> None:
    pane = opened.window.pane
    before = card_of(opened).height()
    opened.service.emit(TransferChanged(replace(OFFER, note="From last Saturday")))
    qtbot.waitUntil(lambda: card_of(opened).height() > before)
    opened.service.emit(TransferAdded(replace(SINGLE, id=TransferId(b"second".ljust(16)))))
    cards = pane.offers.findChildren(OfferCard)
    gap = opened.window.theme.metrics.card_gap
    heights = [card.heightForWidth(card.width()) for card in cards]
    qtbot.waitUntil(lambda: pane.offers.height() == sum(heights) + gap)
    opened.service.emit(TransferChanged(OFFER))
    qtbot.waitUntil(lambda: card_of(opened).height() == before)


# --- a folder that is here already

COMPARED = replace(OFFER, compared=Compared(new=12, changed=3, identical=400))


def update_box(card: OfferCard) -> CheckBox:
    return part(card, CheckBox, "offer-update")


def test_a_folder_that_is_here_can_be_updated(opened: Opened, qtbot: QtBot) -> None:
    card = card_of(opened, COMPARED)
    box = update_box(card)
    assert box.isVisible()
    assert not box.isChecked()
    assert "12 new, 3 changed, 400 identical" in texts(card)
    accept = button(card, "offer-accept")
    qtbot.waitUntil(accept.isEnabled, timeout=10 * ARMING_MS)
    box.click()
    accept.click()
    assert opened.service.orders == [("accept", OFFER.id, OFFER.folder, True)]


def test_unless_that_is_wanted_it_lands_beside_it(opened: Opened, qtbot: QtBot) -> None:
    card = card_of(opened, COMPARED)
    accept = button(card, "offer-accept")
    qtbot.waitUntil(accept.isEnabled, timeout=10 * ARMING_MS)
    accept.click()
    assert opened.service.orders == [("accept", OFFER.id, OFFER.folder)]


def test_some_files_can_update_it_too(opened: Opened) -> None:
    card = card_of(opened, COMPARED)
    update_box(card).click()
    opened.window.pane.offers.accept_chosen(OFFER.id, (0, 3), takes_part=True)
    assert opened.service.orders == [("accept", OFFER.id, OFFER.folder, [0, 3], True)]


def test_in_another_folder_there_is_nothing_to_update(opened: Opened) -> None:
    card = card_of(opened, COMPARED)
    update_box(card).click()
    opened.window.pane.offers.set_folder(OFFER.id, "/mnt/stick")
    assert update_box(card).isHidden()
    opened.window.pane.offers.accept_chosen(OFFER.id, None, takes_part=True)
    assert opened.service.orders == [("accept", OFFER.id, "/mnt/stick")]
    opened.window.pane.offers.set_folder(OFFER.id, OFFER.folder)
    assert update_box(card).isVisible()


def test_without_such_a_folder_nothing_is_said_of_updates(opened: Opened) -> None:
    assert update_box(card_of(opened)).isHidden()


@pytest.mark.parametrize(
    ("compared", "line"),
    [
        (Compared(0, 0, 2400), "2,400 identical"),
        (Compared(1, 0, 0), "1 new"),
        (Compared(0, 3, 1), "3 changed, 1 identical"),
    ],
)
def test_what_there_is_none_of_is_not_counted(compared: Compared, line: str) -> None:
    assert comparison_line(replace(OFFER, compared=compared)) == line


def test_an_offer_that_is_taken_back_has_nothing_to_choose(opened: Opened) -> None:
    note = replace(OFFER, note="From last Saturday", is_put_off=True)
    ended = replace(note, state=TransferState.WITHDRAWN, ended_at=1.0)
    card = card_of(opened, ended)
    for name in ("offer-choose", "offer-more", "offer-accept"):
        assert button(card, name).isHidden()
    assert not any("Saturday" in text for text in texts(card))
