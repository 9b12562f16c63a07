"""Files are dragged out under their own names, as copies."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from byhand.gui.drag_out import WIDEST, _label, drag_files, files_drag
from byhand.gui.theme import Theme


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> QWidget:
    view = QWidget()
    qtbot.addWidget(view)
    return view


def uris(mime: QMimeData) -> list[str]:
    return bytes(mime.data("text/uri-list").data()).decode().split()


def test_a_drag_carries_every_path_and_nothing_else(view: QWidget) -> None:
    mime = files_drag(view, ["/home/mira/a b.txt", "/home/mira/100 %.txt"]).mimeData()
    assert mime.formats() == ["text/uri-list"]
    assert uris(mime) == ["file:///home/mira/a%20b.txt", "file:///home/mira/100%20%25.txt"]


def test_a_name_that_is_no_text_leads_to_the_same_file(view: QWidget, tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\nx")
    assert uris(files_drag(view, [path]).mimeData()) == [f"file://{tmp_path}/caf%E9%0Ax"]


def test_files_are_copied_never_moved(view: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[Qt.DropAction, ...]] = []
    monkeypatch.setattr(QDrag, "exec", lambda _drag, *actions: asked.append(actions))
    drag_files(view, ["/home/mira/a"])
    assert asked == [(Qt.DropAction.CopyAction, Qt.DropAction.CopyAction)]


def test_what_hangs_from_the_pointer_says_which_and_how_many() -> None:
    assert _label(["/home/mira/notes.txt"]) == "notes.txt"
    assert _label(["/home/mira/notes.txt", "/a", "/b"]) == "notes.txt and 2 more"
    assert _label(["/home/mira/photo\u202egpj.exe"]) == "photo⟨U+202E⟩gpj.exe"


def test_a_long_name_widens_nothing_beyond_reason(view: QWidget) -> None:
    drag = files_drag(view, ["/home/mira/" + "long " * 50])
    assert drag.pixmap().deviceIndependentSize().width() <= WIDEST
