"""Every state of a transfer and every error, line by line: its words, and the action that mends it.

The lines are those of the design's two tables, in their order. `why` says of a line whose words
are others than there, or that has other actions, why it has them.
"""

from collections.abc import Callable

import pytest
from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from byhand import wording
from byhand.domain.codes import Code
from byhand.domain.events import (
    AddingFriend,
    AddingStage,
    ClosedUnexpectedly,
    Event,
    FriendChanged,
    TransferAdded,
    Trouble,
    TroublesChanged,
)
from byhand.domain.friend import Presence, Trust
from byhand.domain.progress import Progress
from byhand.domain.transfer import Direction, FileProblem, Transfer, TransferState
from byhand.errors import InviteProblem
from byhand.gui.add_friend_dialog import Way
from byhand.gui.transfer_row import Tone
from tests.gui.conftest import Opened
from tests.gui.parts import button, part, says
from tests.gui.rows import choose, row_of
from tests.helpers import waiting_world as world
from tests.helpers.sample_world import FINISHED, FRIENDS, MOVING, NOW, transfer

IN, OUT, S = Direction.INCOMING, Direction.OUTGOING, TransferState


def away(name: str, **changes: object) -> FriendChanged:
    """Return that a friend is not there, and what else is another of them."""
    return FriendChanged(replace(FRIENDS[name][0], **changes), Presence(None, NOW - 1200))


def unreachable(name: str) -> FriendChanged:
    return FriendChanged(FRIENDS[name][0], Presence(None, NOW - 1200, is_unreachable=True))


def failed(name: str, direction: Direction, title: str, code: Code, **more: object) -> Transfer:
    return transfer(
        60, direction, name, title, S.FAILED, total_files=3, code=code, ended_at=NOW, **more
    )


def partly(title: str, failed_files: int, *problems: FileProblem) -> Transfer:
    return replace(
        world.PARTLY_SENT, title=title, failed_files=failed_files, problems=problems
    )  # of 480, of which 478 arrived


class Line(Struct, frozen=True):
    """A line of a table: what is there, what its row says and shows, and its buttons' words."""

    name: str
    transfer: Transfer
    line: str
    buttons: tuple[str, ...]
    bar: Tone | None = None
    progress: Progress | None = None
    before: tuple[Event, ...] = ()
    spoken: str = ""
    why: str = ""


SUMMER = MOVING[0]
IDLE = Progress(1_000_000, 3_400_000_000, 0, 480, 0.0, None, 15.0)
STATES = [
    Line(
        "preparing",
        transfer(50, OUT, "Dad", "Film", S.SCANNING, total_files=1204),
        "Counting files… 1,204 so far",
        ("Cancel",),
        Tone.ACCENT,
    ),
    Line(
        "offered (out)",
        replace(world.PUT_OFF, is_put_off=False),
        "Waiting for Marek to accept · 86 MB",
        ("Cancel",),
    ),
    Line(
        "queued",
        world.NEXT,
        "Next after “Summer 2026”",
        ("Move up", "Cancel"),
        before=(
            TransferAdded(world.RUNNING),
            TransferAdded(replace(world.LATER, place=6.5)),
        ),
    ),
    Line(
        "connecting",
        transfer(51, OUT, "Anna Lindqvist", "Film", S.QUEUED),
        "Connecting to Anna…",
        ("Cancel",),
    ),
    Line(
        "sending / receiving",
        SUMMER,
        "2.1 GB of 3.4 GB · 312 of 480 files",
        ("Pause", "Cancel"),
        Tone.ACCENT,
        Progress(2_108_000_000, 3_400_000_000, 312, 480, 41_800_000, 31),
        spoken="Summer 2026, to Anna Lindqvist, 2.1 GB of 3.4 GB · 312 of 480 files, 62%,"
        " 41.8 MB/s, 31 s left",
    ),
    Line(
        "paused by me",
        MOVING[3],
        "Paused by you · 48 % kept",
        ("Resume", "Cancel"),
        Tone.WARNING,
        Progress(5_900_000_000, 12_200_000_000, 0, 1),
    ),
    Line(
        "paused by friend",
        world.PAUSED_BY_FRIEND,
        "Paused by Anna · 48 % kept",
        ("Cancel",),
        Tone.WARNING,
        world.PROGRESS[world.PAUSED_BY_FRIEND.id],
        why="only who holds it can let it go on; that the user holds it, too, is in the menu",
    ),
    Line(
        "stalled",
        SUMMER,
        "No data for 15 s — still trying",
        ("Pause", "Cancel"),
        Tone.ACCENT,
        IDLE,
    ),
    Line(
        "offline",
        world.AWAY,
        "Elsa is offline — continues by itself · 1.4 GB of 2.0 GB",
        ("Cancel",),
        Tone.IDLE,
        world.PROGRESS[world.AWAY.id],
    ),
    Line(
        "verifying",
        world.FINALIZING,
        "Checking that every byte arrived · 48 MB",
        ("Cancel",),
        Tone.ACCENT,
    ),
    Line(
        "done in",
        FINISHED[0],
        "2.1 MB · Saved in Downloads",
        ("Show in folder", "More"),
    ),
    Line("done out", FINISHED[4], "412 MB · Delivered", ("More",)),
    Line(
        "done partly",
        world.PARTLY_SENT,
        "478 of 480 files arrived — 2 could not be read",
        ("Details", "Try the 2 files again"),
    ),
    Line("declined", FINISHED[2], "Lea declined", ("Offer again", "Remove from this list")),
    Line("cancelled", FINISHED[5], "You cancelled", ("Send again", "Remove from this list")),
    Line(
        "cancelled by friend",
        replace(FINISHED[5], ended_by_me=False),
        "Marek cancelled",
        ("Send again", "Remove from this list"),
    ),
    Line(
        "failed",
        FINISHED[1],
        "Jonas's disk is full — 9.3 GB more needed",
        ("Try again", "Remove from this list"),
    ),
]
ERRORS = [
    Line(
        "receiver disk full",
        world.FULL_THERE,
        "Jonas's disk is full — 9.3 GB more needed, goes on by itself",
        ("Pause", "Cancel"),
        Tone.WARNING,
        world.PROGRESS[world.FULL_THERE.id],
        why="nobody needs to try again: Jonas's Byhand looks for room every half second",
    ),
    Line(
        "my disk full",
        world.FULL_HERE,
        "Your disk is full — free 1.1 GB and it goes on by itself",
        ("Pause", "Cancel"),
        Tone.WARNING,
        world.PROGRESS[world.FULL_HERE.id],
        why="what is here already stays in its folder; another one is chosen before accepting",
    ),
    Line(
        "folder gone",
        failed("Jonas Weber", IN, "mixdown.flac", Code.DISK_ERROR, folder="/media/USB stick"),
        "“USB stick” is not there any more or can't be used — choose another folder",
        ("Ask Jonas to send it again", "Remove from this list"),
        why="what has failed is offered once more by the sender; the card has the folder",
    ),
    Line(
        "drive unplugged",
        replace(world.FULL_HERE, code=Code.DISK_ERROR, missing_bytes=0),
        "Your disk does not take it — goes on by itself once it does",
        ("Pause", "Cancel"),
        Tone.WARNING,
        why="a drive that is plugged in again is found by itself",
    ),
    Line(
        "source file changed during sending",
        failed(
            "Anna Lindqvist",
            OUT,
            "budget.xlsx",
            Code.SOURCE_CHANGED,
            failed_files=1,
            problems=(FileProblem("budget.xlsx", Code.SOURCE_CHANGED),),
        ),
        "budget.xlsx was changed while sending — send the new version",
        ("Send the new version", "Remove from this list"),
    ),
    Line(
        "source missing / unreadable",
        partly(
            "Receipts",
            2,
            FileProblem("Receipts/a.pdf", Code.DENIED),
            FileProblem("Receipts/b.pdf", Code.DENIED),
        ),
        "478 of 480 files arrived — 2 could not be read (no permission)",
        ("Details", "Try the 2 files again"),
        why="the rest is sent without being asked for",
    ),
    Line(
        "check failed after retries",
        failed("Priya Nair", OUT, "thesis.pdf", Code.HASH_MISMATCH),
        "The bytes arrived damaged and could not be repaired — try again",
        ("Try again", "Remove from this list"),
    ),
    Line(
        "friend offline",
        world.LATER,
        "Dad is offline — starts by itself when they're back",
        ("Cancel",),
    ),
    Line(
        "seen but not reachable",
        world.AWAY,
        "Elsa is online but can't be reached. A firewall may be in the way",
        ("Check connection…", "Cancel"),
        Tone.IDLE,
        before=(unreachable("Elsa Berg"),),
    ),
    Line(
        "identity changed",
        transfer(52, OUT, "Marek Novák", "Film", S.QUEUED),
        "Marek's identity has changed — nothing is sent until you pair again",
        ("Pair again…", "Cancel"),
        before=(away("Marek Novák", trust=Trust.KEY_CHANGED),),
        why="a line has room for what is to be done; the dialog has the rest, and Block",
    ),
    Line(
        "version too old",
        failed("Sam Okafor", OUT, "film.mov", Code.UNSUPPORTED),
        "Sam needs a newer Byhand to receive this",
        ("Tell Sam", "Remove from this list"),
    ),
    Line(
        "path too long",
        partly("Slides", 3, *[FileProblem(f"Slides/{n}", Code.PATH_TOO_LONG) for n in range(3)]),
        "478 of 480 files arrived — 3 had a name too long for the disk",
        ("Details", "Try the 3 files again"),
        why="how much did arrive is said first, as of every transfer that is done partly",
    ),
    Line(
        "too many files",
        transfer(53, OUT, "Dad", "Disk", S.SCANNING, total_files=1_204_311),
        "Counting 1,204,311 files takes a while",
        ("Cancel",),
        Tone.ACCENT,
    ),
]


@pytest.mark.parametrize("sample", [*STATES, *ERRORS], ids=lambda line: line.name)
def test_a_row_says_what_is_and_offers_what_can_be_done(
    empty: Opened, qtbot: QtBot, sample: Line
) -> None:
    for event in (*sample.before, TransferAdded(sample.transfer)):
        empty.service.emit(event)
    if sample.progress is not None:
        empty.service.latest = {sample.transfer.id: sample.progress}
        qtbot.waitUntil(lambda: row_of(empty, sample.transfer).progress is not None)
    row = row_of(empty, sample.transfer)
    assert row.look.line == sample.line
    assert (row.look.bar.tone if row.look.bar else None) is sample.bar
    view = choose(empty, sample.transfer)
    told = view.model().data(view.currentIndex(), 11)  # AccessibleTextRole
    assert told.startswith(f"{row.look.title}, {row.look.person}, {sample.line}")
    assert sample.spoken in ("", told)
    names = [f"{text}: {row.look.title}" for text in sample.buttons]
    assert shown_buttons(empty) == names


def test_a_stalled_bar_is_striped_and_a_failed_card_has_a_red_outline(
    empty: Opened, qtbot: QtBot
) -> None:
    empty.service.emit(TransferAdded(SUMMER))
    empty.service.latest = {SUMMER.id: IDLE}
    qtbot.waitUntil(lambda: row_of(empty, SUMMER).progress is not None)
    bar = row_of(empty, SUMMER).look.bar
    assert bar is not None
    assert bar.is_striped


# --- the actions


@pytest.mark.parametrize(
    ("name", "order"),
    [
        ("failed", ("send_again", FINISHED[1].id)),
        ("source file changed during sending", ("queue.retry", ERRORS[4].transfer.id)),
        ("check failed after retries", ("send_again", ERRORS[6].transfer.id)),
        ("declined", ("send_again", FINISHED[2].id)),
        ("cancelled", ("send_again", FINISHED[5].id)),
        ("paused by me", ("queue.resume", MOVING[3].id)),
    ],
)
def test_a_button_mends_it(empty: Opened, name: str, order: tuple[object, ...]) -> None:
    press_mending(empty, name)
    assert empty.service.orders == [order]


def test_whom_firewalls_keep_away_is_checked(empty: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(empty.window.check_requested) as asked:
        press_mending(empty, "seen but not reachable")
    assert asked.args == [FRIENDS["Elsa Berg"][0].id]


def test_a_changed_identity_leads_to_pairing_and_to_blocking(empty: Opened) -> None:
    press_mending(empty, "identity changed")
    question = next(w for w in QApplication.topLevelWidgets() if w.objectName() == "question")
    assert says(question, "The identity of Marek Novák has changed")
    assert button(question, "question-yes").text() == "Pair again…"
    button(question, "question-other").click()
    assert empty.service.orders == [("block_friend", FRIENDS["Marek Novák"][0].id)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "version too old",
            "Please update Byhand: yours is too old to receive “film.mov” from me.",
        ),
        ("folder gone", "“mixdown.flac” did not arrive here. Please send it to me again."),
    ],
)
def test_what_a_friend_has_to_do_is_copied_to_be_written_to_them(
    empty: Opened, name: str, text: str
) -> None:
    press_mending(empty, name)
    assert QApplication.clipboard().text() == text
    assert empty.service.orders == []


def test_more_opens_the_menu(empty: Opened) -> None:
    empty.service.emit(TransferAdded(FINISHED[4]))
    choose(empty, FINISHED[4])
    part(empty.window, QToolButton, "row-more").click()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert [each.text() for each in menu.actions() if each.text()] == [
        "Send again",
        "Details",
        "Remove from this list",
    ]
    menu.close()


# --- what is wrong here


def test_offline_is_told_on_top_and_goes_by_itself(opened: Opened) -> None:
    banner = opened.window.pane.banner
    opened.service.emit(TroublesChanged(frozenset({Trouble.OFFLINE})))
    assert says(banner, "You're offline — continues when you're back")
    assert not button(banner, "banner-act").isVisible()
    opened.service.emit(TroublesChanged(frozenset()))
    assert not banner.isVisible()


def test_a_busy_port_leads_to_the_settings(opened: Opened) -> None:
    banner = opened.window.pane.banner
    opened.service.emit(TroublesChanged(frozenset({Trouble.OTHER_PORT})))
    assert says(banner, "Another program uses our port — using 47800 instead")
    assert button(banner, "banner-act").text() == "Settings"
    button(banner, "banner-act").click()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.objectName() == "settings"
    dialog.close()


def test_why_nobody_nearby_is_seen_is_looked_into(opened: Opened) -> None:
    banner = opened.window.pane.banner
    opened.service.emit(TroublesChanged(frozenset({Trouble.NO_DISCOVERY})))
    assert says(banner, "Can't look for people nearby (the network blocks it). Friends still work")
    assert button(banner, "banner-act").text() == "Why?"
    button(banner, "banner-act").click()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert opened.service.orders[-1] == ("check_connection", None)
    dialog.close()


@pytest.mark.parametrize(
    ("going_on", "text"),
    [
        (0, "Byhand closed unexpectedly. Nothing is lost"),
        (1, "Byhand closed unexpectedly. One transfer continues now"),
        (2, "Byhand closed unexpectedly. 2 transfers continue now"),
    ],
)
def test_a_crash_of_the_run_before_is_told_with_its_report(
    opened: Opened, going_on: int, text: str
) -> None:
    opened.service.emit(ClosedUnexpectedly(going_on, "/profile/log"))
    offers = opened.window.pane.offers
    assert says(offers, text)
    assert button(offers, "notice-act").text() == "Show report"
    button(offers, "notice-act").click()
    assert opened.desktop.opened_files == ["/profile/log"]
    assert not says(offers, "unexpectedly")


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (InviteProblem.NOT_AN_INVITE, "That isn't an invitation"),
        (InviteProblem.EXPIRED, "This invitation has expired"),
        (InviteProblem.USED, "This invitation was used by somebody else"),
    ],
)
def test_a_bad_invitation_is_told_and_a_new_one_can_be_asked_for(
    opened: Opened, problem: InviteProblem, words: str
) -> None:
    opened.controller._dialogs._befriending.add_friend(Way.INVITE)
    dialog = next(w for w in QApplication.topLevelWidgets() if w.objectName() == "add-friend")
    opened.service.emit(AddingFriend(AddingStage.FAILED, None, problem))
    assert says(dialog, words)
    ask = button(dialog, "ask-for-link")
    assert ask.isVisible()
    assert ask.text() == "Ask for a new one"
    ask.click()
    assert QApplication.clipboard().text() == wording.invite_request()
    opened.service.emit(AddingFriend(AddingStage.CONNECTING))
    assert not ask.isVisible()
    dialog.close()


# --- how


def line_of(name: str) -> Line:
    return next(line for line in (*STATES, *ERRORS) if line.name == name)


def press_mending(opened: Opened, name: str) -> None:
    sample = line_of(name)
    for event in (*sample.before, TransferAdded(sample.transfer)):
        opened.service.emit(event)
    view = choose(opened, sample.transfer)
    shown = [each for each in view.findChildren(QToolButton) if each.isVisible()]
    looks = ("row-details", "row-remove", "row-cancel")
    next(each for each in shown if each.objectName() not in looks).click()


def shown_buttons(opened: Opened) -> list[str]:
    buttons: Callable[..., list[QToolButton]] = opened.window.pane.view.findChildren
    return [each.accessibleName() for each in buttons(QToolButton) if each.isVisible()]
