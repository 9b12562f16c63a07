"""A queue of a hundred thousand transfers: work is done for what is seen, not for what is there."""

import random
from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from byhand.domain.events import FriendChanged, TransferAdded, TransferChanged, TransferRemoved
from byhand.domain.friend import Presence
from byhand.domain.transfer import Transfer, TransferId, TransferState
from byhand.gui import transfer_actions, transfer_row
from byhand.gui.theme import Theme
from byhand.gui.transfer_actions import Action
from byhand.gui.transfer_list_model import TransferListModel
from tests.gui.conftest import Opened, _opened
from tests.gui.rows import model_of, shown_in
from tests.helpers.sample_world import FINISHED, FRIENDS, MOVING, WAITING, sample_service

HELD = replace(WAITING[0], paused_by_me=True)
ROWS = 100_000
SEEN = 60
"""More rows than a window shows, and a few times over."""


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[Transfer]:
    """The transfers whose looks were made."""
    made: list[Transfer] = []

    def row_look(transfer: Transfer, *rest: object) -> object:
        made.append(transfer)
        return transfer_row.row_look(transfer, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("byhand.gui.shown_transfer.row_look", row_look)
    return made


@pytest.fixture(params=[FINISHED[0], WAITING[0]], ids=["finished", "waiting"])
def long(
    request: pytest.FixtureRequest, theme: Theme, qtbot: QtBot, looks: object
) -> Iterator[Opened]:
    service = sample_service()
    for number in range(ROWS):
        identity = TransferId(number.to_bytes(16, "big"))
        at = float(number)
        more = replace(request.param, id=identity, place=at, created_at=at)
        service.emit(TransferAdded(replace(more, ended_at=at) if more.is_final else more))
    yield from _opened(theme, qtbot, service)


def test_only_what_is_seen_is_put_into_words(long: Opened, looks: list[Transfer]) -> None:
    view, model = long.window.pane.view, model_of(long)
    assert model.rowCount() > ROWS
    view.grab()
    assert len(looks) < SEEN
    bar = view.verticalScrollBar()
    for part in range(1, 11):
        bar.setValue(bar.maximum() * part // 10)
        view.grab()
    assert len(looks) < 11 * SEEN


def test_a_change_costs_the_rows_that_are_seen(long: Opened, looks: list[Transfer]) -> None:
    view, model, service = long.window.pane.view, model_of(long), long.service
    view.grab()
    middle = TransferId((ROWS // 2).to_bytes(16, "big"))
    sample = next(each for each in (FINISHED[0], WAITING[0]) if model.position_of(each.id) >= 0)
    looks.clear()
    service.emit(FriendChanged(*FRIENDS["Anna Lindqvist"]))
    service.emit(TransferRemoved(middle))
    service.emit(TransferAdded(replace(sample, id=TransferId(b"newcomer".ljust(16)))))
    view.grab()
    assert model.position_of(middle) == -1
    assert len(looks) < SEEN


def test_what_is_loaded_at_once_comes_to_the_same_places(theme: Theme) -> None:
    chance = random.Random(7)
    samples = [
        replace(
            chance.choice([*MOVING, *WAITING, *FINISHED]),
            id=TransferId(bytes([number]) * 16),
            place=float(chance.randrange(5)),
            created_at=float(number),
            ended_at=float(number),
        )
        for number in range(100)
    ]
    one_by_one, at_once = TransferListModel(), TransferListModel()
    for sample in samples:
        one_by_one.put(sample, None, Presence())
    with at_once.loading():
        for sample in samples:
            at_once.put(sample, None, Presence())
        at_once.put(samples[0], None, Presence())
        at_once.remove(TransferId(b"nobody's".ljust(16)))
    assert shown_in(at_once) == shown_in(one_by_one)
    assert at_once.awaited() == one_by_one.awaited()
    assert at_once.holding() == one_by_one.holding()


def test_what_can_be_held_is_counted_as_transfers_change(theme: Theme) -> None:
    model, nobody = TransferListModel(), Presence()
    first, second = (replace(WAITING[0], id=TransferId(bytes([n]) * 16)) for n in (1, 2))
    held = replace(first, paused_by_me=True)
    ended = replace(held, state=TransferState.CANCELLED)
    for transfer, possible in (
        (first, {Action.PAUSE}),
        (second, {Action.PAUSE}),
        (held, {Action.PAUSE, Action.RESUME}),
        (held, {Action.PAUSE, Action.RESUME}),
        (ended, {Action.PAUSE}),
        (held, {Action.PAUSE, Action.RESUME}),
    ):
        model.put(transfer, None, nobody)
        assert model.holding() == possible
    model.remove(second.id)
    assert model.holding() == {Action.RESUME}
    model.remove(held.id)
    assert model.holding() == set()


@pytest.mark.parametrize("long", [HELD], ids=["held"], indirect=True)
def test_to_let_one_of_many_go_on_looks_at_no_other(
    long: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[Transfer] = []

    def holding_actions(transfer: Transfer) -> tuple[Action, ...]:
        looked_at.append(transfer)
        return transfer_actions.holding_actions(transfer)

    monkeypatch.setattr("byhand.gui.holding_count.holding_actions", holding_actions)
    last = replace(HELD, id=TransferId((ROWS - 1).to_bytes(16, "big")), place=float(ROWS - 1))
    long.service.emit(TransferChanged(replace(last, paused_by_me=False)))
    assert len(looked_at) == 2
    assert long.window.pane.header.hold.accessibleName() == "Pause all"
