"""Pausing and going on: one transfer or all, by button and key, and what is read aloud of it."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QToolButton

from byhand.domain.codes import Code
from byhand.domain.events import TransferAdded, TransferRemoved
from byhand.domain.transfer import FileProblem, Transfer, TransferState
from byhand.gui.transfer_announcer import TransferAnnouncer
from tests.gui.conftest import Opened
from tests.gui.parts import button, part, says
from tests.gui.rows import choose, row_of
from tests.helpers import waiting_world as world
from tests.helpers.sample_world import FINISHED, FRIENDS, MOVING, OFFER

CONTROL = Qt.KeyboardModifier.ControlModifier
S = TransferState
ANNA = FRIENDS["Anna Lindqvist"][0]


# --- one


@pytest.mark.parametrize(
    ("sample", "order"),
    [
        (world.RUNNING, "queue.pause"),
        (world.AWAY, "queue.pause"),
        (world.FULL_HERE, "queue.pause"),
        (world.NEXT, "queue.pause"),
        (world.PAUSED_BY_FRIEND, "queue.pause"),
        (world.PAUSED_BY_BOTH, "queue.resume"),
        (world.PUT_DOWN, "queue.resume"),
    ],
    ids=lambda value: value.title if isinstance(value, Transfer) else "",
)
def test_space_holds_a_transfer_or_lets_it_go_on(
    waiting: Opened, sample: Transfer, order: str
) -> None:
    QTest.keyClick(choose(waiting, sample), Qt.Key.Key_Space)
    assert waiting.service.orders == [(order, sample.id)]


@pytest.mark.parametrize("sample", [world.FINALIZING, world.TEXT_HERE])
def test_space_does_nothing_to_what_cannot_be_held(waiting: Opened, sample: Transfer) -> None:
    view = choose(waiting, sample)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert waiting.service.orders == []
    assert view.selectedIndexes() == [view.currentIndex()]


def test_f5_lets_go_on_what_the_user_holds(waiting: Opened) -> None:
    QTest.keyClick(choose(waiting, world.PUT_DOWN), Qt.Key.Key_F5)
    assert waiting.service.orders == [("queue.resume", world.PUT_DOWN.id)]


def test_the_rows_button_pauses_and_then_resumes(opened: Opened) -> None:
    view = choose(opened, MOVING[0])
    pause = button(view, "row-pause")
    assert pause.accessibleName() == "Pause: Summer 2026"
    pause.click()
    opened.service.change(MOVING[0].id, S.PAUSED, paused_by_me=True)
    resume = button(view, "row-resume")
    assert resume.isVisible()
    assert resume.accessibleName() == "Resume: Summer 2026"
    resume.click()
    assert [order[0] for order in opened.service.orders] == ["queue.pause", "queue.resume"]


def test_what_was_held_keeps_its_bar_where_it_was(opened: Opened) -> None:
    opened.service.change(MOVING[0].id, S.PAUSED, paused_by_me=True)
    row = row_of(opened, MOVING[0])
    assert row.fraction == pytest.approx(0.62)
    assert row.look.figures == ("", "")


# --- all


def hold_button(opened: Opened) -> QToolButton:
    found = button(opened.window, "hold-all")
    assert isinstance(found, QToolButton)
    return found


def test_the_header_pauses_all_while_anything_goes_on(opened: Opened) -> None:
    hold = hold_button(opened)
    assert hold.accessibleName() == "Pause all"
    hold.click()
    assert opened.service.orders == [("queue.pause_all",)]


def test_control_p_pauses_all_and_once_all_is_held_resumes_all(opened: Opened) -> None:
    QTest.keyClick(opened.window, Qt.Key.Key_P, CONTROL)
    for sample in MOVING[:2]:
        opened.service.change(sample.id, S.PAUSED, paused_by_me=True)
    assert hold_button(opened).accessibleName() == "Pause all"
    for number in (6, 7):
        waiting_id = MOVING[0].id[:-1] + bytes([number])
        opened.service.change(waiting_id, S.PAUSED, paused_by_me=True)  # type: ignore[arg-type]
    assert hold_button(opened).accessibleName() == "Resume all"
    QTest.keyClick(opened.window, Qt.Key.Key_P, CONTROL)
    assert opened.service.orders == [("queue.pause_all",), ("queue.resume_all",)]


def test_with_nothing_on_the_way_there_is_nothing_to_hold(empty: Opened) -> None:
    assert not hold_button(empty).isEnabled()
    QTest.keyClick(empty.window, Qt.Key.Key_P, CONTROL)
    assert empty.service.orders == []
    empty.service.emit(TransferAdded(FINISHED[0]))
    assert hold_button(empty).isVisible()
    assert not hold_button(empty).isEnabled()


def test_the_summary_counts_what_is_held_apart(empty: Opened) -> None:
    summary = empty.window.pane.header.summary
    for sample in (world.PAUSED_BY_FRIEND, world.AWAY):
        empty.service.emit(TransferAdded(sample))
    assert summary.full_text() == "1 paused · 1 waiting"


def test_the_sidebar_counts_what_waits_for_a_friend(waiting: Opened) -> None:
    waits = {row.friend.name: row.waiting for row in waiting.controller._friends.friends()}
    assert (waits["Elsa Berg"], waits["Dad"], waits["Jonas Weber"]) == (1, 1, 0)


# --- once more


def test_what_failed_of_a_transfer_is_tried_again(waiting: Opened) -> None:
    view = choose(waiting, world.PARTLY_SENT)
    again = button(view, "row-try_again")
    assert again.toolTip() == "<span>Try the 2 files again</span>"
    again.click()
    QTest.keyClick(view, Qt.Key.Key_F5)
    assert waiting.service.orders == [("queue.retry", world.PARTLY_SENT.id)] * 2


def test_where_no_file_is_to_blame_everything_is_sent_again(opened: Opened) -> None:
    QTest.keyClick(choose(opened, FINISHED[1]), Qt.Key.Key_F5)
    assert opened.service.orders == [("send_again", FINISHED[1].id)]


def test_nothing_is_sent_again_to_who_is_no_friend_any_more(opened: Opened) -> None:
    opened.service.lost.add(FINISHED[1].id)
    QTest.keyClick(choose(opened, FINISHED[1]), Qt.Key.Key_F5)
    assert says(part(opened.window, QDialog, "question"), "not a friend of yours any more")
    assert opened.service.orders == []


def test_one_file_is_not_several(waiting: Opened) -> None:
    problem = (FileProblem("Receipts/a.pdf", Code.SOURCE_UNREADABLE),)
    waiting.service.change(world.PARTLY_SENT.id, S.PARTLY_DONE, failed_files=1, problems=problem)
    view = choose(waiting, world.PARTLY_SENT)
    assert button(view, "row-try_again").toolTip() == "<span>Try the 1 file again</span>"


# --- what is read aloud


class Said:
    """Takes what an announcer says."""

    def __init__(self) -> None:
        self.texts: list[tuple[str, bool]] = []
        self.announcer = TransferAnnouncer(
            lambda text, is_urgent: self.texts.append((text, is_urgent)), lambda: {ANNA.id: "Anna"}
        )

    def follow(self, sample: Transfer, *, is_told: bool = True, **changes: object) -> None:
        changed = replace(sample, **changes)
        self.announcer.follow(changed, ANNA, is_told=is_told)


def test_who_holds_a_transfer_is_said_once() -> None:
    said = Said()
    said.follow(world.RUNNING)
    for _ in range(2):
        said.follow(world.RUNNING, state=S.PAUSED, paused_by_friend=True)
    assert said.texts == [("Summer 2026, to Anna Lindqvist, Paused by Anna", False)]
    said.follow(world.RUNNING, state=S.PAUSED, paused_by_friend=True, paused_by_me=True)
    assert said.texts[1:] == [("Summer 2026, to Anna Lindqvist, Paused by you and Anna", False)]


def test_that_it_goes_on_needs_no_words() -> None:
    said = Said()
    said.follow(world.RUNNING, state=S.PAUSED, paused_by_me=True, is_told=False)
    said.follow(world.RUNNING)
    assert said.texts == []


def test_a_pause_before_anything_was_accepted_is_said_too() -> None:
    said = Said()
    said.follow(world.NEXT, paused_by_me=True)
    assert said.texts == [
        ("Winter 2026, to Anna Lindqvist, Paused by you · 300 files · 3.0 GB", False)
    ]


def test_what_was_there_before_is_not_said() -> None:
    said = Said()
    said.follow(world.PAUSED_BY_FRIEND, is_told=False)
    said.follow(world.PAUSED_BY_FRIEND)
    assert said.texts == []


def test_an_end_is_said_without_a_word_about_pauses() -> None:
    said = Said()
    said.follow(world.RUNNING, state=S.PAUSED, paused_by_me=True, is_told=False)
    said.follow(world.RUNNING, state=S.CANCELLED, paused_by_me=True, ended_by_me=True)
    assert said.texts == [("Summer 2026, to Anna Lindqvist, You cancelled", False)]


def test_that_a_friend_has_accepted_is_said_once() -> None:
    said = Said()
    said.follow(world.RUNNING, state=S.OFFERED)
    for _ in range(2):
        said.follow(world.RUNNING)
    assert said.texts == [("Anna Lindqvist accepted: Summer 2026", False)]


def test_what_goes_on_was_accepted_before() -> None:
    said = Said()
    said.follow(world.RUNNING, state=S.STALLED)
    said.follow(world.RUNNING)
    assert said.texts == []


def test_an_offer_is_urgent_once_and_again_when_it_comes_again() -> None:
    said = Said()
    said.follow(OFFER)
    said.follow(OFFER, is_put_off=True)
    assert said.texts == [("Anna Lindqvist wants to send you 6 files", True)]
    said.announcer.forget(OFFER.id)
    said.follow(OFFER)
    assert len(said.texts) == 2


def test_a_transfer_off_the_list_is_forgotten(waiting: Opened) -> None:
    waiting.service.emit(TransferRemoved(world.TEXT_HERE.id))
    assert world.TEXT_HERE.id not in waiting.controller._announcer._told
