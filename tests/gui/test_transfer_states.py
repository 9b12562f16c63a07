"""Transfers that wait, are held or want something: what their rows say, show and offer."""

import pytest
from msgspec.structs import replace

from byhand.domain.events import FriendChanged, TransferAdded, TransferChanged
from byhand.domain.friend import Path, Presence
from byhand.domain.progress import Progress
from byhand.domain.transfer import Direction, Transfer, TransferState
from byhand.gui.transfer_actions import Action, Neighbours, actions_of, button_actions
from byhand.gui.transfer_row import Bar, Section, Tone, has_bar, row_look, section_of
from tests.gui.conftest import Opened
from tests.gui.rows import model_of, row_of, shown_in
from tests.helpers import waiting_world as world
from tests.helpers.sample_world import FRIENDS, transfer

S = TransferState
A = Action


@pytest.mark.parametrize(
    ("sample", "line", "icon", "tone", "bar"),
    [
        *(
            (world.PAUSED_BY_FRIEND, "Paused by Anna · 48 % kept", "circle-pause", "warning", 0.48),
            (
                world.PAUSED_BY_BOTH,
                "Paused by you and Jonas · 31 % kept",
                "circle-pause",
                "warning",
                0.31,
            ),
            (
                world.FULL_HERE,
                "Your disk is full — free 1.1 GB and it goes on by itself",
                "triangle-alert",
                "warning",
                0.85,
            ),
            (
                world.FULL_THERE,
                "Jonas's disk is full — 9.3 GB more needed, goes on by itself",
                "triangle-alert",
                "warning",
                0.25,
            ),
        ),
        *(
            (
                world.AWAY,
                "Elsa is offline — continues by itself · 1.4 GB of 2.0 GB",
                "wifi-off",
                "plain",
                0.71,
            ),
            (
                world.FINALIZING,
                "Checking that every byte arrived · 48 MB",
                "shield-check",
                "accent",
                1.0,
            ),
            (world.NEXT, "Next after “Summer 2026”", "clock", "plain", None),
            (
                world.LATER,
                "Dad is offline — starts by itself when they're back",
                "wifi-off",
                "plain",
                None,
            ),
            (world.PUT_DOWN, "Paused by you · 90 MB", "circle-pause", "warning", None),
            (world.PUT_OFF, "Marek decides later · 86 MB", "clock", "plain", None),
            (world.TEXT_HERE, "212 bytes · Text received", "circle-check", "good", None),
        ),
    ],
    ids=lambda value: value.title if isinstance(value, Transfer) else "",
)
def test_a_row_says_who_acts_next(
    waiting: Opened, sample: Transfer, line: str, icon: str, tone: str, bar: float | None
) -> None:
    row = row_of(waiting, sample)
    assert row.look.line == line
    assert row.look.line_icon == icon
    assert row.look.tone == tone
    assert row.fraction == bar
    assert line in row.look.spoken


@pytest.mark.parametrize(
    ("sample", "tone"),
    [
        (world.PAUSED_BY_FRIEND, Tone.WARNING),
        (world.FULL_HERE, Tone.WARNING),
        (world.AWAY, Tone.IDLE),
        (world.FINALIZING, Tone.ACCENT),
    ],
    ids=lambda value: value.title if isinstance(value, Transfer) else "",
)
def test_the_bar_has_the_colour_of_the_state(waiting: Opened, sample: Transfer, tone: Tone) -> None:
    bar = row_of(waiting, sample).look.bar
    assert bar is not None
    assert bar.tone is tone
    assert not bar.is_striped


def test_what_is_held_stands_among_what_is_in_progress_and_what_waits_below(
    waiting: Opened,
) -> None:
    assert shown_in(model_of(waiting)) == [
        *("# In progress 4", "Summer 2026", "Scans", "mixdown.flac", "poster.png"),
        *("# Waiting 7", "Photo library", "Festival footage", "Garden videos", "Winter 2026"),
        *("recipes.pdf", "drafts.zip", "3 files"),
        *("# Finished 2", "See you at eight by the old harbour", "Receipts"),
    ]


def test_how_far_it_is_stays_unsaid_until_it_is_known() -> None:
    look = row_look(world.AWAY, None, "Elsa Berg", "Elsa")
    assert look.percent == ""
    assert "0%" not in look.spoken
    assert look.bar is not None


def test_a_friend_who_is_back_is_being_connected_to(waiting: Opened) -> None:
    elsa, _ = FRIENDS["Elsa Berg"]
    waiting.service.emit(FriendChanged(elsa, Presence(Path.INTERNET)))
    row = row_of(waiting, world.AWAY)
    assert row.look.line == "Connecting to Elsa… · 1.4 GB of 2.0 GB"
    assert row.look.line_icon == "clock"


def test_counting_goes_on_without_a_bar_while_it_is_paused() -> None:
    counting = transfer(70, Direction.OUTGOING, "Dad", "Film", S.SCANNING, total_bytes=5_000_000)
    assert has_bar(counting)
    assert not has_bar(replace(counting, paused_by_me=True))


@pytest.mark.parametrize("state", [S.CLOSING, S.FINALIZING, S.CHECKING, S.DONE])
def test_a_pause_shows_only_where_the_words_say_it(state: TransferState) -> None:
    sample = transfer(71, Direction.OUTGOING, "Dad", "Film", state, paused_by_friend=True)
    look = row_look(sample, None, "Dad", "Dad")
    assert "Paused" not in look.line
    assert look.line_icon != "circle-pause"


IN_LINE = replace(world.NEXT, state=S.ACTIVE, others_first=True)


def test_what_waits_for_its_turn_stands_among_what_waits_and_says_after_what(
    waiting: Opened,
) -> None:
    waiting.service.emit(TransferChanged(replace(world.NEXT, state=S.ACTIVE)))
    assert row_of(waiting, IN_LINE).section is Section.IN_PROGRESS
    waiting.service.emit(TransferChanged(IN_LINE))
    row = row_of(waiting, IN_LINE)
    assert row.section is Section.WAITING
    assert row.look.line == "Next after “Summer 2026” · 3.0 GB"
    assert row.look.line_icon == "clock"
    assert row.look.bar == Bar(Tone.IDLE, 0.0)
    assert row.look.actions == (A.MOVE_UP, A.CANCEL)
    waiting.service.emit(TransferChanged(replace(IN_LINE, others_first=False)))
    assert row_of(waiting, IN_LINE).section is Section.IN_PROGRESS


def test_what_waits_for_its_turn_at_the_sender_says_so_and_can_be_paused() -> None:
    theirs = replace(world.PAUSED_BY_BOTH, state=S.ACTIVE, paused_by_me=False, others_first=True)
    idle = Progress(0, theirs.total_bytes, 0, 1, 0.0, None, 15.0)
    look = row_look(theirs, idle, "Jonas Weber", "Jonas")
    assert look.line == "Jonas sends something else first · 0 bytes of 1.0 GB"
    assert look.bar == Bar(Tone.IDLE, 0.0)
    assert look.figures == ("", "")
    assert look.actions == (A.PAUSE, A.CANCEL)


# --- what can be done

BUTTONS = [
    (world.RUNNING, (A.PAUSE, A.CANCEL)),
    (world.PAUSED_BY_FRIEND, (A.CANCEL,)),
    (world.PAUSED_BY_BOTH, (A.RESUME, A.CANCEL)),
    (world.FINALIZING, (A.CANCEL,)),
    (world.FULL_HERE, (A.PAUSE, A.CANCEL)),
    (world.FULL_THERE, (A.PAUSE, A.CANCEL)),
    (world.AWAY, (A.CANCEL,)),
    (world.NEXT, (A.MOVE_UP, A.CANCEL)),
    (world.PUT_DOWN, (A.RESUME, A.CANCEL)),
    (world.PUT_OFF, (A.CANCEL,)),
    (world.TEXT_HERE, (A.COPY_TEXT, A.MORE)),
    (world.PARTLY_SENT, (A.DETAILS, A.TRY_AGAIN)),
]


@pytest.mark.parametrize(("sample", "buttons"), BUTTONS, ids=[t.title for t, _ in BUTTONS])
def test_the_likeliest_actions_are_buttons(
    waiting: Opened, sample: Transfer, buttons: tuple[Action, ...]
) -> None:
    assert row_of(waiting, sample).look.actions == buttons


@pytest.mark.parametrize("direction", list(Direction))
@pytest.mark.parametrize("state", list(TransferState))
@pytest.mark.parametrize("is_text", [False, True])
def test_buttons_are_among_the_actions_and_there_is_always_a_way_out(
    direction: Direction, state: TransferState, is_text: bool
) -> None:
    both = Neighbours(has_above=True, has_below=True)
    for mine in (False, True):
        sample = transfer(72, direction, "Dad", "x", state, paused_by_me=mine, is_text=is_text)
        possible = actions_of(sample, both)
        assert set(button_actions(sample, both)) - {A.MORE} <= set(possible)
        assert len(set(possible)) == len(possible)
        assert (A.REMOVE if sample.is_final else A.CANCEL) in possible
        assert len({A.PAUSE, A.RESUME} & set(possible)) <= 1


@pytest.mark.parametrize("state", list(TransferState))
def test_only_what_is_not_over_can_be_held_and_moved(state: TransferState) -> None:
    sample = transfer(73, Direction.OUTGOING, "Dad", "x", state)
    possible = set(actions_of(sample, Neighbours(has_above=True, has_below=True)))
    assert (A.MOVE_UP in possible) is (section_of(sample) is not Section.FINISHED)
    if state in (S.CLOSING, *(each for each in S if replace(sample, state=each).is_final)):
        assert not {A.PAUSE, A.RESUME, A.LIMIT_SPEED} & possible


def test_the_first_row_of_a_section_has_none_above_to_go_before(empty: Opened) -> None:
    for sample in (world.NEXT, world.LATER):
        empty.service.emit(TransferAdded(sample))
    assert row_of(empty, world.NEXT).look.actions == (A.CANCEL,)
    assert row_of(empty, world.LATER).look.actions == (A.MOVE_UP, A.CANCEL)
    empty.service.change(world.NEXT.id, S.ACTIVE)
    assert row_of(empty, world.LATER).look.actions == (A.CANCEL,)
