"""One row a person: which computers it stands for, what it says, and where a drop goes."""

import random

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from byhand.domain.events import FriendAdded, FriendChanged, FriendRemoved
from byhand.domain.friend import Friend, Nearby, Path, Presence, Trust
from byhand.gui.content import Content
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.friend_list_rows import HeadingRow, SidebarRow
from byhand.gui.friend_list_view import FriendListView
from byhand.gui.friend_picker import FriendPicker
from byhand.gui.person_row import PersonRow, Standing
from byhand.gui.transfer_row import Tone
from tests.gui.conftest import Opened
from tests.helpers.dragging import drag_over, drop, files
from tests.helpers.sample_world import (
    FRIENDS,
    NOW,
    blocked_friend,
    copied_friend,
    friend_id,
    own_computer,
    rivals,
    two_computers,
)

(LAPTOP, LAPTOP_THERE), (DESKTOP, DESKTOP_AWAY) = two_computers()
MINE = own_computer()[0]
VICTOR = blocked_friend()[0]
SAM = copied_friend()[0]
JONAS, NEWCOMER = (friend for friend, _ in rivals())
MAREK = FRIENDS["Marek Novák"][0]
THERE = Presence(Path.SAME_NETWORK)
CONTROL = Qt.KeyboardModifier.ControlModifier


def model_of(opened: Opened) -> FriendListModel:
    model = opened.window.sidebar.view.model()
    assert isinstance(model, FriendListModel)
    return model


def rows(model: FriendListModel) -> list[SidebarRow | None]:
    return [model.row_at(model.index(number)) for number in range(model.rowCount())]


def names(model: FriendListModel) -> list[str]:
    return [row.name for row in rows(model) if isinstance(row, PersonRow)]


def person(opened: Opened, friend: Friend) -> PersonRow:
    row = model_of(opened).row_at(model_of(opened).index_of(friend.id))
    assert isinstance(row, PersonRow)
    return row


def spoken(opened: Opened, friend: Friend) -> str:
    index = model_of(opened).index_of(friend.id)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def tip(opened: Opened, friend: Friend) -> str:
    return str(model_of(opened).index_of(friend.id).data(Qt.ItemDataRole.ToolTipRole))


def choose(opened: Opened, friend: Friend) -> FriendListView:
    view = opened.window.sidebar.view
    view.setCurrentIndex(model_of(opened).index_of(friend.id))
    return view


def picker_of(opened: Opened) -> FriendPicker:
    picker = opened.window.findChildren(FriendPicker)[-1]
    assert isinstance(picker, FriendPicker)
    return picker


def list_of(picker: FriendPicker) -> FriendListView:
    view = picker.findChild(FriendListView)
    assert isinstance(view, FriendListView)
    return view


def picked_from(picker: FriendPicker) -> list[str]:
    model = list_of(picker).model()
    assert isinstance(model, FriendListModel)
    return names(model)


# --- who is one person


def test_friends_of_one_name_share_a_row_that_names_their_computers(doubtful: Opened) -> None:
    row = person(doubtful, LAPTOP)
    assert row == person(doubtful, DESKTOP)
    assert row.places == ("laptop", "desktop")
    assert spoken(doubtful, LAPTOP) == (
        "Anna Lindqvist, laptop, desktop, On this network, verified"
    )


def test_a_person_is_there_if_any_computer_is(doubtful: Opened) -> None:
    assert person(doubtful, DESKTOP).presence.is_online
    doubtful.service.emit(FriendChanged(LAPTOP, Presence(None, NOW - 60)))
    row = person(doubtful, LAPTOP)
    assert not row.presence.is_online
    assert row.line == "Last seen 1 min ago"


def test_the_shield_needs_every_computer_that_is_not_held(doubtful: Opened) -> None:
    assert person(doubtful, LAPTOP).is_verified
    doubtful.service.emit(FriendChanged(replace(DESKTOP, trust=Trust.UNVERIFIED), DESKTOP_AWAY))
    row = person(doubtful, LAPTOP)
    assert not row.is_verified
    assert (row.line, row.tone) == ("desktop not verified yet", Tone.WARNING)
    doubtful.service.emit(FriendChanged(replace(DESKTOP, trust=Trust.BLOCKED), DESKTOP_AWAY))
    assert person(doubtful, LAPTOP).is_verified


def test_a_computer_that_is_joined_leaves_its_own_row(doubtful: Opened) -> None:
    assert "Marek Novák" in names(model_of(doubtful))
    doubtful.service.emit(FriendChanged(replace(MAREK, name=LAPTOP.name), THERE))
    assert "Marek Novák" not in names(model_of(doubtful))
    assert len(person(doubtful, LAPTOP).computers) == 3
    doubtful.service.emit(FriendRemoved(LAPTOP.id))
    assert len(person(doubtful, DESKTOP).computers) == 2


def test_my_computers_stand_on_top_each_by_its_own_name(doubtful: Opened) -> None:
    first, second, third, *_ = rows(model_of(doubtful))
    assert first == HeadingRow("My computers")
    assert isinstance(second, PersonRow)
    assert second.name == "Mira's studio"
    assert third == HeadingRow("Friends", "6 online")
    other = replace(MINE, id=friend_id("another of mine"), computer="server")
    doubtful.service.emit(FriendAdded(other, Presence()))
    assert names(model_of(doubtful))[:2] == ["Mira's studio", "server"]


def test_somebody_with_several_computers_is_found_by_the_name_of_one(doubtful: Opened) -> None:
    doubtful.window.sidebar.search.setText("deskt")
    assert names(model_of(doubtful)) == ["Anna Lindqvist"]


def test_a_transfer_says_which_of_several_computers_it_is_for(doubtful: Opened) -> None:
    assert model_of(doubtful).short_names()[DESKTOP.id] == "Anna (desktop)"
    assert model_of(doubtful).short_names()[SAM.id] == "Sam"


def test_a_person_whose_computers_take_turns_stays_chosen(doubtful: Opened) -> None:
    view = choose(doubtful, LAPTOP)
    doubtful.service.emit(FriendChanged(LAPTOP, Presence(None, NOW)))
    doubtful.service.emit(FriendChanged(DESKTOP, THERE))
    assert view.chosen_friends() == (DESKTOP.id,)


# --- states of trust


@pytest.mark.parametrize(
    ("friend", "standing", "line", "tone"),
    [
        (MAREK, Standing.UNVERIFIED, "Not verified yet", Tone.WARNING),
        (LAPTOP, Standing.VERIFIED, "On this network", Tone.PLAIN),
        (SAM, Standing.COPIED, "Used on two computers", Tone.WARNING),
        (JONAS, Standing.CHANGED, "Identity has changed", Tone.BAD),
        (NEWCOMER, Standing.CHANGED, "Who is this?", Tone.BAD),
        (VICTOR, Standing.BLOCKED, "Blocked", Tone.IDLE),
    ],
    ids=lambda value: value.name if isinstance(value, Friend) else "",
)
def test_every_state_is_said_in_words_and_in_a_tone(
    doubtful: Opened, friend: Friend, standing: Standing, line: str, tone: Tone
) -> None:
    row = person(doubtful, friend)
    assert (row.standing, row.line, row.tone) == (standing, line, tone)
    assert line in spoken(doubtful, friend)
    has_sign = standing in (Standing.COPIED, Standing.CHANGED, Standing.BLOCKED)
    assert bool(row.icon) == has_sign


def test_whoever_is_blocked_stands_at_the_end_of_the_friends(doubtful: Opened) -> None:
    doubtful.service.emit(FriendChanged(VICTOR, Presence(None, NOW - 1)))
    assert names(model_of(doubtful))[-1] == "Victor Hale"


def test_the_name_of_somebody_blocked_makes_nobody_doubtful(doubtful: Opened) -> None:
    priya = FRIENDS["Priya Nair"][0]
    twin = person(doubtful, Friend(friend_id("look-alike", 3), "", "")).friend
    doubtful.service.emit(FriendChanged(replace(twin, trust=Trust.BLOCKED), Presence()))
    assert person(doubtful, priya).warning == ""


def test_a_name_like_anothers_is_marked_at_both_and_no_more_once_one_is_gone(
    doubtful: Opened,
) -> None:
    priya = FRIENDS["Priya Nair"][0]
    twin = friend_id("look-alike", 3)
    assert person(doubtful, priya).warning == "Looks like another name"
    assert person(doubtful, priya).icon == "triangle-alert"
    assert "Looks like another name" in spoken(doubtful, priya)
    assert "Make sure that this is who you mean." in tip(doubtful, priya)
    doubtful.service.emit(FriendRemoved(twin))
    assert person(doubtful, priya).warning == ""


def test_a_name_that_passes_for_the_apps_own_words_is_marked(opened: Opened) -> None:
    odd = Friend(friend_id("odd"), "Verified friend", "pc")
    opened.service.emit(FriendAdded(odd, THERE))
    assert person(opened, odd).warning == "Looks like another name"
    assert not any(person(opened, friend).warning for friend, _ in FRIENDS.values())


def test_a_state_of_trust_is_never_part_of_a_name(doubtful: Opened) -> None:
    liar = Friend(friend_id("liar"), "Lea ✓ verified", "pc")
    doubtful.service.emit(FriendAdded(liar, THERE))
    assert not person(doubtful, liar).is_verified
    assert not spoken(doubtful, liar).endswith(", verified")


# --- drops and choosers


def place_of(opened: Opened, friend: Friend) -> QPoint:
    view = opened.window.sidebar.view
    index = model_of(opened).index_of(friend.id)
    view.scrollTo(index)
    return view.visualRect(index).center()


def test_a_drop_on_a_person_with_one_computer_is_sent_at_once(doubtful: Opened) -> None:
    viewport = doubtful.window.sidebar.view.viewport()
    drop(viewport, place_of(doubtful, MAREK), ["/tmp/a"])
    assert doubtful.service.orders == [("send", ["/tmp/a"], MAREK.id)]


def test_a_drop_on_a_person_with_several_asks_for_the_computer_last_used_first(
    doubtful: Opened,
) -> None:
    viewport = doubtful.window.sidebar.view.viewport()
    drop(viewport, place_of(doubtful, LAPTOP), ["/tmp/a"])
    assert doubtful.service.orders == []
    picker = picker_of(doubtful)
    assert any(
        label.text() == "Send to which of Anna's computers?"
        for label in picker.findChildren(QLabel)
    )
    assert picked_from(picker) == ["desktop", "laptop"]
    QTest.keyClick(list_of(picker), Qt.Key.Key_Down)
    QTest.keyClick(list_of(picker), Qt.Key.Key_Return)
    assert doubtful.service.orders == [("send", ["/tmp/a"], LAPTOP.id)]


def test_the_chooser_closes_by_escape_and_nothing_is_sent(doubtful: Opened, qtbot: QtBot) -> None:
    drop(doubtful.window.sidebar.view.viewport(), place_of(doubtful, LAPTOP), ["/tmp/a"])
    QTest.keyClick(list_of(picker_of(doubtful)), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: doubtful.window.findChild(FriendPicker) is None)
    assert doubtful.service.orders == []


def test_a_computer_that_is_held_is_not_to_be_chosen(doubtful: Opened) -> None:
    doubtful.service.emit(FriendChanged(replace(DESKTOP, trust=Trust.BLOCKED), DESKTOP_AWAY))
    drop(doubtful.window.sidebar.view.viewport(), place_of(doubtful, LAPTOP), ["/tmp/a"])
    assert doubtful.service.orders == [("send", ["/tmp/a"], LAPTOP.id)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_O])
def test_from_the_keyboard_the_computer_is_chosen_before_the_files(
    doubtful: Opened, key: Qt.Key
) -> None:
    view = choose(doubtful, LAPTOP)
    modifiers = CONTROL if key is Qt.Key.Key_O else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(view, key, modifiers)
    QTest.keyClick(list_of(picker_of(doubtful)), Qt.Key.Key_Return)
    dialog = doubtful.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.filesSelected.emit(["/tmp/chosen"])
    assert doubtful.service.orders == [("send", ["/tmp/chosen"], DESKTOP.id)]
    dialog.close()


def test_pasted_files_ask_for_the_computer_too(doubtful: Opened) -> None:
    choose(doubtful, LAPTOP)
    QGuiApplication.clipboard().setMimeData(files("/tmp/pasted"))
    QTest.keyClick(doubtful.window, Qt.Key.Key_V, CONTROL)
    QTest.keyClick(list_of(picker_of(doubtful)), Qt.Key.Key_Return)
    assert doubtful.service.orders == [("send", ["/tmp/pasted"], DESKTOP.id)]


def test_the_picker_shows_persons_and_the_chooser_of_computers_follows(doubtful: Opened) -> None:
    doubtful.window.pick_friend(Content(("/tmp/a",)), QPoint(400, 300))
    picker = picker_of(doubtful)
    assert picked_from(picker).count("Anna Lindqvist") == 1
    view = list_of(picker)
    model = view.model()
    assert isinstance(model, FriendListModel)
    view.setCurrentIndex(model.index_of(LAPTOP.id))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert picked_from(picker_of(doubtful)) == ["desktop", "laptop"]


def test_the_picker_lets_nobody_choose_a_friend_who_is_held(doubtful: Opened) -> None:
    doubtful.window.pick_friend(Content(("/tmp/a",)), QPoint(400, 300))
    view = list_of(picker_of(doubtful))
    model = view.model()
    assert isinstance(model, FriendListModel)
    for held in (JONAS, NEWCOMER, VICTOR):
        assert model.flags(model.index_of(held.id)) == Qt.ItemFlag.NoItemFlags


@pytest.mark.parametrize(
    ("friend", "reason"),
    [
        (JONAS, "Nothing is sent to Jonas Weber until you say who that is"),
        (VICTOR, "You have blocked Victor Hale: unblock them to send files"),
    ],
    ids=["changed", "blocked"],
)
def test_a_held_friend_takes_no_drop_and_the_tool_tip_says_why(
    doubtful: Opened, friend: Friend, reason: str
) -> None:
    viewport = doubtful.window.sidebar.view.viewport()
    place = place_of(doubtful, friend)
    move = drag_over(viewport, place, files("/tmp/a"))
    assert move.dropAction() is Qt.DropAction.IgnoreAction
    assert reason in QToolTip.text()
    assert reason in tip(doubtful, friend)
    assert not drop(viewport, place, ["/tmp/a"]).isAccepted()
    assert doubtful.service.orders == []
    QToolTip.hideText()


def test_somebody_nearby_takes_no_drop_and_the_tool_tip_says_what_to_do(opened: Opened) -> None:
    view, model = opened.window.sidebar.view, model_of(opened)
    view.scrollToBottom()
    index = model.index(model.rowCount() - 1)
    drag_over(view.viewport(), view.visualRect(index).center(), files("/tmp/a"))
    assert "press Add" in QToolTip.text()
    QToolTip.hideText()


# --- the model keeps Qt's rules


@pytest.mark.parametrize("kind", ["whole", "people", "computers"])
def test_the_model_keeps_the_rules_whatever_comes(qtbot: QtBot, kind: str) -> None:
    model = FriendListModel(lambda: NOW, is_whole=kind == "whole", by_computer=kind == "computers")
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, fatal)
    chance = random.Random(7)
    for _ in range(400):
        change_something(model, chance)
        people = [row for row in rows(model) if isinstance(row, PersonRow)]
        assert len({row.key for row in people}) == len(people)
        for row in people:
            assert model.index_of(row.friend.id) != QModelIndex()
    assert tester.model() is model


def change_something(model: FriendListModel, chance: random.Random) -> None:
    friend = Friend(
        friend_id(f"number {chance.randrange(8)}"),
        chance.choice(["Anna", "Аnna", "Marek", "Lea"]),
        "pc",
        chance.choice(list(Trust)),
        is_mine=chance.random() < 0.2,
        is_copied=chance.random() < 0.2,
        rival=chance.choice([None, None, friend_id("number 0")]),
    )
    match chance.randrange(8):
        case 0 | 1:
            model.put_friend(friend, THERE)
        case 2:
            model.put_friend(friend, Presence(None, NOW - 60))
        case 3:
            model.remove_friend(friend.id)
        case 4:
            model.put_nearby(Nearby(chance.choice("abc"), "somebody"))
        case 5:
            model.remove_nearby(chance.choice("abc"))
        case 6:
            model.set_waiting({friend.id: 2})
        case _:
            model.set_wanted(chance.choice(["", "", "an", "zzz"]))
            model.tell_times_again()
