"""What has arrived is dragged out of the queue: what is there alone, and a drag is no click."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from byhand.domain.events import TransferAdded
from byhand.domain.history import Located
from byhand.domain.history_events import FilesLocated
from byhand.domain.transfer import Transfer
from byhand.gui.row_dragging import RowDragging
from tests.gui.conftest import Opened
from tests.gui.rows import choose, current_title, model_of
from tests.helpers import waiting_world as world
from tests.helpers.sample_world import FINISHED, MOVING

ARRIVED, SENT, SLIDES = FINISHED[0], FINISHED[4], FINISHED[3]
LEFT = Qt.MouseButton.LeftButton
HERE = QPoint(40, 20)


@dataclass
class Hand:
    """A pointer over a list whose only row is a transfer."""

    viewport: QWidget
    transfer: Transfer | None = ARRIVED
    asked: list[bytes] = field(default_factory=list)
    dragged: list[tuple[str, ...]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.dragging = RowDragging(
            self.viewport,
            lambda _: self.transfer,
            lambda _, paths: self.dragged.append(tuple(paths)),
        )
        self.dragging.files_wanted.connect(self.asked.append)

    def press(self) -> None:
        QTest.mousePress(self.viewport, LEFT, pos=HERE)

    def move(self, pixels: int) -> None:
        QTest.mouseMove(self.viewport, HERE + QPoint(pixels, 0))

    def release(self) -> None:
        QTest.mouseRelease(self.viewport, LEFT, pos=HERE)

    def tell(self, *there: str) -> None:
        assert self.transfer is not None
        self.dragging.take({self.transfer.id: there})


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:
    viewport = QWidget()
    viewport.resize(300, 200)
    qtbot.addWidget(viewport)
    with qtbot.waitExposed(viewport):
        viewport.show()
    return Hand(viewport)


FAR = 60


def test_a_press_asks_and_a_move_drags_what_is_there(hand: Hand) -> None:
    hand.press()
    assert hand.asked == [ARRIVED.id]
    hand.tell(*ARRIVED.saved_paths)
    assert hand.dragged == []
    hand.move(FAR)
    assert hand.dragged == [ARRIVED.saved_paths]


def test_the_drag_waits_until_it_is_known_what_is_there(hand: Hand) -> None:
    hand.press()
    hand.move(FAR)
    assert hand.dragged == []
    hand.tell("/home/mira/Downloads/Invitation.pdf")
    assert hand.dragged == [("/home/mira/Downloads/Invitation.pdf",)]
    hand.tell("/elsewhere")
    assert len(hand.dragged) == 1


def test_a_hand_that_trembles_only_clicks(hand: Hand) -> None:
    hand.press()
    hand.tell(*ARRIVED.saved_paths)
    hand.move(QApplication.startDragDistance() - 1)
    hand.release()
    hand.move(FAR)
    assert hand.dragged == []


def test_who_has_let_go_drags_nothing_that_is_known_later(hand: Hand) -> None:
    hand.press()
    hand.move(FAR)
    hand.release()
    hand.tell(*ARRIVED.saved_paths)
    assert hand.dragged == []


def test_what_is_gone_says_so(hand: Hand) -> None:
    hand.press()
    hand.move(FAR)
    hand.tell()
    assert hand.dragged == []
    assert "It was moved or deleted" in QToolTip.text()
    QToolTip.hideText()


def test_of_what_the_history_does_not_keep_the_saved_paths_are_dragged(hand: Hand) -> None:
    hand.press()
    hand.move(FAR)
    hand.dragging.take({})
    assert hand.dragged == [ARRIVED.saved_paths]


def test_what_is_told_of_another_transfer_is_no_answer(hand: Hand) -> None:
    hand.press()
    hand.move(FAR)
    hand.dragging.take({SLIDES.id: SLIDES.saved_paths})
    assert hand.dragged == []
    hand.tell("/home/mira/Downloads/Invitation.pdf")
    assert hand.dragged == [("/home/mira/Downloads/Invitation.pdf",)]


@pytest.mark.parametrize("sample", [SENT, MOVING[1], world.TEXT_HERE, None])
def test_what_has_no_files_of_ours_is_not_dragged(hand: Hand, sample: Transfer | None) -> None:
    hand.transfer = sample
    hand.press()
    hand.move(FAR)
    assert hand.asked == []
    hand.release()


def test_the_queue_asks_the_service_and_a_drag_chooses_no_other_row(empty: Opened) -> None:
    for sample in (ARRIVED, SLIDES):
        empty.service.emit(TransferAdded(sample))
    view = choose(empty, ARRIVED)
    dragged: list[tuple[str, ...]] = []
    view.dragging._drag = lambda _, paths: dragged.append(tuple(paths))
    place = view.visualRect(view.currentIndex()).center()
    index = model_of(empty).index(model_of(empty).position_of(SLIDES.id), 0)
    below = view.visualRect(index).center()
    QTest.mousePress(view.viewport(), LEFT, pos=place)
    assert empty.service.orders == [("history.locate", [ARRIVED.id])]
    QTest.mouseMove(view.viewport(), below)
    empty.service.emit(FilesLocated((Located(ARRIVED.id, ARRIVED.saved_paths),)))
    assert dragged == [ARRIVED.saved_paths]
    QTest.mouseMove(view.viewport(), below)
    QTest.mouseRelease(view.viewport(), LEFT, pos=below)
    assert current_title(empty) == "Invitation.pdf"
    assert empty.desktop.opened_files == []
