"""Pictures: pasted or dropped they are sent, received they can be opened and copied."""

import zlib
from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QToolTip
from pytestqt.qtbot import QtBot

from byhand.domain.events import TransferAdded
from byhand.domain.pictures import PICTURE_BYTES, PICTURE_PIXELS, TOO_LARGE_TO_SEND
from byhand.domain.transfer import Direction, TransferState
from byhand.errors import UsageError
from byhand.gui.content import Content, content_of, may_be_taken
from byhand.gui.friend_picker import FriendPicker
from byhand.gui.picture_codec import decoded, encoded
from byhand.gui.transfer_actions import Action, actions_of
from byhand.gui.transfer_menu import transfer_menu
from tests.gui.conftest import Opened
from tests.gui.handing import drop, paste
from tests.gui.parts import button, part, says
from tests.gui.rows import choose, row_of
from tests.helpers.dragging import drag_over, files
from tests.helpers.sample_world import FRIENDS, NOW, transfer

CONTROL = Qt.KeyboardModifier.ControlModifier
ANNA = FRIENDS["Anna Lindqvist"][0]
DAD = FRIENDS["Dad"][0]
COLOURS = (Qt.GlobalColor.red, Qt.GlobalColor.green, Qt.GlobalColor.blue)
PICTURE = transfer(
    60, Direction.INCOMING, "Anna Lindqvist", "harbour.png", TransferState.DONE, total_files=1,
    total_bytes=48_000, saved_paths=("/home/mira/Downloads/harbour.png",), ended_at=NOW + 60_000,
)  # fmt: skip


def drawn(width: int = 3, height: int = 1) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    for x, colour in enumerate(COLOURS[:width]):
        image.setPixelColor(x, 0, colour)
    return image


def file_of(image: QImage, kind: bytes = b"png") -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, kind).write(image)
    return bytes(buffer.data().data())


PNG = file_of(drawn())


def bitmap() -> QMimeData:
    """Return what programs put on the clipboard that know no PNG."""
    mime = QMimeData()
    mime.setImageData(drawn())
    return mime


def png(content: bytes = PNG) -> QMimeData:
    mime = QMimeData()
    mime.setData("image/png", QByteArray(content))
    return mime


def with_more(mime: QMimeData, *, text: str = "", html: str = "", link: str = "") -> QMimeData:
    if link:
        mime.setUrls([QUrl(link)])
    if text:
        mime.setText(text)
    if html:
        mime.setHtml(html)
    return mime


def file_with_thumbnail() -> QMimeData:
    mime = files("/tmp/a.png")
    mime.setImageData(drawn())
    return mime


def claimed_bitmap() -> QMimeData:
    mime = png(b"no PNG at all")
    mime.setImageData(drawn())
    return mime


def pixmap() -> QMimeData:
    mime = QMimeData()
    mime.setImageData(QPixmap.fromImage(drawn()))
    return mime


# --- what something dragged or pasted is


@pytest.mark.parametrize(
    "mime",
    [
        png(),
        # A browser's "Copy image", with and without where it is from; and a picture dragged.
        with_more(png(), html='<img src="https://example.org/a.png">'),
        with_more(png(), html="<img>", text="https://example.org/a.png"),
        with_more(png(), text="data:image/png;base64,AAAA"),
        with_more(png(), link="https://example.org/a.png"),
        with_more(png(), link="sftp://host/a.png"),
    ],
)
def test_a_picture_comes_before_where_it_is_from(mime: QMimeData) -> None:
    assert may_be_taken(mime)
    assert content_of(mime) == Content(picture=PNG)


@pytest.mark.parametrize(
    "words", ["Total\t12", "See https://example.org/a.png", "harbour", "note: buy milk"]
)
def test_words_that_a_program_has_also_drawn_stay_words(words: str) -> None:
    for mime in (with_more(png(), text=words), with_more(bitmap(), text=words, html="<b>x</b>")):
        assert content_of(mime) == Content(text=words)


def test_files_come_before_the_picture_of_them() -> None:
    assert content_of(file_with_thumbnail()) == Content(("/tmp/a.png",))


@pytest.mark.parametrize("made", [bitmap, pixmap, claimed_bitmap])
def test_what_is_no_png_yet_is_taken_as_pixels(
    qapp: QApplication, made: Callable[[], QMimeData]
) -> None:
    mime = made()
    assert may_be_taken(mime)
    content = content_of(mime)
    assert content is not None
    assert isinstance(content.picture, QImage)
    assert content.picture.pixelColor(1, 0) == drawn().pixelColor(1, 0)


@pytest.mark.parametrize(("words", "text"), [("", None), ("hello", "hello")])
def test_an_empty_picture_is_none(words: str, text: str | None) -> None:
    for mime in (png(b""), png(b"no PNG at all")):
        mime.setText(words)
        assert content_of(mime) == (None if text is None else Content(text=text))


# --- bytes


def test_a_picture_becomes_a_png_of_the_same_pixels() -> None:
    assert encoded(PNG) is PNG
    assert decoded(encoded(drawn())).convertToFormat(drawn().format()) == drawn()


def test_a_picture_of_too_many_pixels_is_not_made_a_file() -> None:
    image = QImage(PICTURE_PIXELS + 1, 1, QImage.Format.Format_Mono)
    if image.isNull():  # Qt knows no lines that long
        image = QImage(PICTURE_PIXELS // 32 + 1, 32, QImage.Format.Format_Mono)
    with pytest.raises(UsageError, match=TOO_LARGE_TO_SEND):
        encoded(image)


@pytest.mark.parametrize("kind", [b"png", b"jpeg", b"webp"])
def test_pictures_of_the_usual_kinds_are_decoded(kind: bytes) -> None:
    assert decoded(file_of(drawn(), kind)).size() == drawn().size()


def of_size(width: int, height: int) -> bytes:
    head = b"IHDR" + width.to_bytes(4) + height.to_bytes(4) + PNG[24:29]
    return PNG[:12] + head + zlib.crc32(head).to_bytes(4) + PNG[33:]


def bomb() -> bytes:
    """Return a small PNG that says it is of 2^31 - 1 pixels a side."""
    return of_size(2**31 - 1, 2**31 - 1)


def large() -> bytes:
    """Return a PNG of a few bytes that says it has too many pixels, by one line."""
    return of_size(8192, PICTURE_PIXELS // 8192 + 1)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "can't be copied as a picture"),
        (b"#!/bin/sh", "can't be copied as a picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "can't be copied"),
        (file_of(drawn(), b"bmp"), "can't be copied"),
        (PNG[:8], "can't be copied"),
        (PNG[:-20], "can't be copied"),
        (b"RIFF\xff\xff\xff\xffWEBPVP8L", "can't be copied"),
        (b"GIF89a" + b"\xff" * 40, "can't be copied|too large"),
        (bomb(), "can't be copied|too large"),
        (large(), "too large to copy: open it instead"),
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_a_hostile_file_is_no_picture(content: bytes, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        decoded(content)


# --- sending


def sent(opened: Opened, qtbot: QtBot) -> list[tuple[object, ...]]:
    qtbot.waitUntil(lambda: bool(opened.service.orders), timeout=10_000)
    return opened.service.orders


@pytest.mark.parametrize("made", [png, bitmap])
def test_a_pasted_picture_goes_to_the_chosen_friend(
    opened: Opened, qtbot: QtBot, made: Callable[[], QMimeData]
) -> None:
    opened.window.sidebar.view.choose_first()
    paste(opened, made())
    ((order, content, friend_id),) = sent(opened, qtbot)
    assert (order, friend_id) == ("pictures.send", ANNA.id)
    assert isinstance(content, bytes)
    assert decoded(content).pixelColor(2, 0) == drawn().pixelColor(2, 0)


def test_pictures_go_in_the_order_in_which_they_were_pasted(opened: Opened) -> None:
    opened.window.sidebar.view.choose_first()
    sizes = [400, 1, 30]
    for size in sizes:
        mime = QMimeData()
        mime.setImageData(drawn(size, size))
        paste(opened, mime)
    opened.controller.close()
    contents = [content for _, content, _ in opened.service.orders if isinstance(content, bytes)]
    assert [decoded(content).width() for content in contents] == sizes


def test_a_picture_pasted_just_before_the_window_closes_is_sent(opened: Opened) -> None:
    opened.window.sidebar.view.choose_first()
    paste(opened, bitmap())
    opened.controller.close()
    assert [order for order, *_ in opened.service.orders] == ["pictures.send"]


def test_a_picture_pasted_for_nobody_asks_for_a_friend(opened: Opened) -> None:
    paste(opened, png())
    picker = opened.window.findChild(FriendPicker)
    assert isinstance(picker, FriendPicker)
    assert says(picker, "Send the picture to")


@pytest.mark.parametrize("made", [png, bitmap])
def test_a_picture_dropped_on_a_friend_is_sent_to_them(
    opened: Opened, qtbot: QtBot, made: Callable[[], QMimeData]
) -> None:
    view = opened.window.sidebar.view
    index = opened.window._recipients._friends.index_of(DAD.id)
    view.scrollTo(index)
    place = view.visualRect(index).center()
    assert drag_over(view.viewport(), place, made()).dropAction() is Qt.DropAction.CopyAction
    assert drop(view.viewport(), place, made()).isAccepted()
    assert sent(opened, qtbot)[0][::2] == ("pictures.send", DAD.id)


def test_a_picture_dropped_beside_the_friends_asks_who_gets_it(opened: Opened) -> None:
    strip = opened.window.pane.strip
    assert drop(strip, strip.rect().center(), bitmap()).isAccepted()
    assert opened.window.findChild(FriendPicker) is not None


def test_a_picture_that_is_too_large_is_refused_in_one_sentence(
    opened: Opened, qtbot: QtBot
) -> None:
    opened.window.sidebar.view.choose_first()
    paste(opened, png(PNG + bytes(PICTURE_BYTES)))
    qtbot.waitUntil(lambda: opened.window.findChild(QDialog, "question") is not None)
    assert says(part(opened.window, QDialog, "question"), TOO_LARGE_TO_SEND)
    assert opened.service.orders == []


# --- receiving


@pytest.fixture
def arrived(opened: Opened) -> Opened:
    QGuiApplication.clipboard().setText("before")
    opened.service.emit(TransferAdded(PICTURE))
    return opened


def test_a_picture_that_has_arrived_can_be_opened_and_copied() -> None:
    always = (Action.SHOW_IN_FOLDER, Action.DETAILS, Action.REMOVE)
    assert actions_of(PICTURE) == (Action.OPEN, Action.COPY_PICTURE, *always)
    too_large = replace(PICTURE, total_bytes=PICTURE_BYTES + 1)
    assert Action.COPY_PICTURE not in actions_of(too_large)
    assert Action.OPEN in actions_of(too_large)
    program = replace(PICTURE, saved_paths=("/home/mira/Downloads/harbour.png.sh",))
    assert actions_of(program) == always


def test_the_button_opens_what_was_saved(arrived: Opened) -> None:
    opening = button(choose(arrived, PICTURE), "row-open")
    assert opening.accessibleName() == "Open: harbour.png"
    opening.click()
    assert arrived.desktop.opened_files == ["/home/mira/Downloads/harbour.png"]


def test_the_menu_offers_to_copy_the_picture(arrived: Opened) -> None:
    view = choose(arrived, PICTURE)
    menu = transfer_menu(view, row_of(arrived, PICTURE), view.action_requested.emit)
    names = [entry.text() for entry in menu.actions() if entry.text()]
    always = ["Show in folder", "Details", "Remove from this list"]
    assert names == ["Open", "Copy picture", *always]
    menu.actions()[1].trigger()
    assert arrived.service.orders == [("pictures.read", PICTURE.id)]
    menu.close()


def test_a_picture_is_decoded_when_it_is_to_be_copied_and_not_before(
    arrived: Opened, qtbot: QtBot
) -> None:
    assert arrived.service.pictures.asked == []
    view = choose(arrived, PICTURE)
    QTest.keyClick(view, Qt.Key.Key_C, CONTROL)
    assert arrived.service.orders == [("pictures.read", PICTURE.id)]
    assert QGuiApplication.clipboard().text() == "before"
    arrived.service.pictures.asked[0](PNG)
    qtbot.waitUntil(lambda: not QGuiApplication.clipboard().image().isNull(), timeout=10_000)
    copied = QGuiApplication.clipboard().image().convertToFormat(drawn().format())
    assert copied == drawn()
    assert QToolTip.text() == "Copied"
    QToolTip.hideText()


def test_one_picture_is_decoded_at_a_time(arrived: Opened, qtbot: QtBot) -> None:
    view = choose(arrived, PICTURE)
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_C, CONTROL)
    first, second = arrived.service.pictures.asked
    first(PNG)
    second(file_of(drawn(2)))
    QTest.keyClick(view, Qt.Key.Key_C, CONTROL)
    assert len(arrived.service.pictures.asked) == 2
    qtbot.waitUntil(lambda: not QGuiApplication.clipboard().image().isNull(), timeout=10_000)
    assert QGuiApplication.clipboard().image().width() == 3
    QToolTip.hideText()


def test_a_file_that_is_no_picture_leaves_the_clipboard_alone(
    arrived: Opened, qtbot: QtBot
) -> None:
    QTest.keyClick(choose(arrived, PICTURE), Qt.Key.Key_C, CONTROL)
    arrived.service.pictures.asked[0](b"#!/bin/sh")
    qtbot.waitUntil(lambda: arrived.window.findChild(QDialog, "question") is not None)
    dialog = part(arrived.window, QDialog, "question")
    assert says(dialog, "This file can't be copied as a picture")
    assert QGuiApplication.clipboard().text() == "before"
