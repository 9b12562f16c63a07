"""The main job through two real windows, in two places on the network, with a real pointer."""

import filecmp
import os
from pathlib import Path

import pytest

from tests.helpers.drag_source import READY
from tests.helpers.gifts import make_file, make_tree
from tests.helpers.lab import needs_lab
from tests.helpers.needs import needs_tool
from tests.helpers.processes import become_friends, ran
from tests.helpers.screen import TOOLS, Box, wait_until
from tests.helpers.stage import HOLD, WIDTH, Stage
from tests.helpers.window_layout import Spot, accept_button, friend_row, row_bar, row_button

pytestmark = [*needs_lab(), needs_tool(*TOOLS)]

GIB = 1024 * 1024 * 1024
LONGEST_SECONDS = 200.0
QUEUE, OK_PIXELS = Box(320, 70, 780, 300), 10
"""Where finished transfers are told; two have so much pure green in their smoothed letters."""
BAR = Box(row_bar().x - 40, row_bar().y - 4, 80, 8)
"""The beginning of the bar on the queue's first row, as soon as a tenth is there."""
INVITE_LINK, LINK = Spot(412, 38), Spot(440, 270)
COPY, ADD = Box(572, 132, 70, 24), Box(602, 258, 44, 24)
"""Parts of the dialog "Add a friend": the second way, what is on its page, and two buttons."""


@pytest.mark.timeout(400)
def test_files_dragged_onto_a_friend_arrive_once_accept_is_clicked(
    stage: Stage, place: Path
) -> None:
    film = make_file(place / "sent/film.mov", GIB)
    folder = make_tree(place / "sent/Sömmer", 2000)
    become_friends(stage.anna.somebody, stage.marek.somebody)
    with stage.windows() as (left, right):
        stage.wait_for_friend(left)
        for gift in (film, folder):
            with stage.files(gift.name, gift) as files:
                stage.screen.drag(files, HOLD, left, friend_row(), READY)
                stage.wait_for_offer(right)
            stage.screen.click(right, accept_button(WIDTH))
            arrived = stage.marek.downloads / gift.name
            wait_until(arrived.exists, f"{gift.name} did not arrive", LONGEST_SECONDS)
            assert _differences(gift, arrived) == []
        for window in (left, right):
            stage.wait_for_colour(window, QUEUE, "ok", "nothing is told as done", least=OK_PIXELS)
    assert sorted(os.listdir(stage.marek.downloads)) == sorted([film.name, folder.name])


def test_a_click_holds_a_transfer_for_both_and_another_lets_it_go_on(
    stage: Stage, place: Path
) -> None:
    film = make_file(place / "sent/film.mov", 48_000_000)
    become_friends(stage.anna.somebody, stage.marek.somebody)
    assert ran(stage.anna.somebody, "limits", "--up", "8MB")[0] == 0
    with stage.windows() as (left, right):
        stage.wait_for_friend(left)
        with stage.files(film.name, film) as files:
            stage.screen.drag(files, HOLD, left, friend_row(), READY)
            stage.wait_for_offer(right)
        stage.screen.click(right, accept_button(WIDTH))
        stage.wait_for_colour(left, BAR, "accent", "nothing moves")
        stage.screen.click(left, row_button(WIDTH))
        for window in (left, right):
            stage.wait_for_colour(window, BAR, "warn_fill", "nobody says that it is held")
        assert not (stage.marek.downloads / film.name).exists()
        stage.screen.click(left, row_button(WIDTH))
        for window in (left, right):
            stage.wait_for_colour(window, BAR, "accent", "it does not go on")
        arrived = stage.marek.downloads / film.name
        wait_until(arrived.exists, "the film did not arrive", LONGEST_SECONDS)
        assert filecmp.cmp(film, arrived, shallow=False)


def test_two_people_become_friends_by_a_link_from_one_window_to_the_other(stage: Stage) -> None:
    for person in (stage.anna, stage.marek):
        assert ran(person.somebody, "me", "--name", person.somebody.name)[0] == 0
    with stage.windows() as (left, right):
        inviting, invited = stage.dialog(left), stage.dialog(right)
        for dialog in (inviting, invited):
            stage.screen.click(dialog, INVITE_LINK)
        stage.wait_for_colour(inviting, COPY, "accent_soft", "there is no invitation")
        stage.screen.click(inviting, Spot(COPY.x + COPY.width // 2, COPY.y + COPY.height // 2))
        stage.screen.click(invited, LINK)
        stage.screen.type_keys("ctrl+v")
        stage.wait_for_colour(invited, ADD, "accent", "no link was pasted")
        stage.screen.type_keys("Return")
        stage.wait_for_friend(left)
        stage.wait_for_friend(right)
    for person, friend in ((stage.anna, "Marek"), (stage.marek, "Anna")):
        code, lines = ran(person.somebody, "friends")
        assert (code, [line["name"] for line in lines]) == (0, [friend])


def _differences(one: Path, other: Path) -> list[str]:
    """Return the paths below two files or folders that are not the same byte for byte."""
    if one.is_file() or other.is_file():
        return [] if filecmp.cmp(one, other, shallow=False) else [one.name]
    mine, theirs = ({path.relative_to(root) for path in root.rglob("*")} for root in (one, other))
    found = [str(path) for path in mine ^ theirs]
    for path in mine & theirs:
        if (one / path).is_file() or (other / path).is_file():
            found += _differences(one / path, other / path)
    return found
