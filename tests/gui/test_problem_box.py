"""The box that says why the window cannot open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from byhand.gui.problem_box import open_problem_box


def opened(qtbot: QtBot, remedy: str, answers: list[bool]) -> QMessageBox:
    box = open_problem_box("<b>It</b> is broken: mend it.", remedy, answers.append)
    qtbot.addWidget(box)
    return box


def button(box: QMessageBox, text: str) -> QPushButton:
    return next(each for each in box.findChildren(QPushButton) if each.text() == text)


def test_a_sentence_is_shown_as_it_is(qtbot: QtBot) -> None:
    box = opened(qtbot, "", [])
    assert box.text() == "<b>It</b> is broken: mend it."
    assert box.textFormat() is Qt.TextFormat.PlainText


def test_without_a_remedy_there_is_only_a_way_out(qtbot: QtBot) -> None:
    answers: list[bool] = []
    box = opened(qtbot, "", answers)
    (way_out,) = box.findChildren(QPushButton)
    way_out.click()
    assert answers == [False]


def test_the_remedy_is_chosen_by_its_button(qtbot: QtBot) -> None:
    answers: list[bool] = []
    box = opened(qtbot, "Mend it", answers)
    button(box, "Mend it").click()
    assert answers == [True]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_neither_enter_nor_escape_mends_anything(qtbot: QtBot, key: Qt.Key) -> None:
    answers: list[bool] = []
    box = opened(qtbot, "Mend it", answers)
    QTest.keyClick(box, key)
    assert answers == [False]
