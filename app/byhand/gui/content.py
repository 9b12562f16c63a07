"""What is dragged or pasted: files and folders, a picture, or a text."""

from msgspec import Struct
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage, QPixmap

from byhand.domain.group import GroupMode

LINK_SCHEMES = ("http", "https")
ADDRESS_SCHEMES = frozenset({*LINK_SCHEMES, "blob", "data", "file"})
PNG_TYPE = "image/png"
PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"

Picture = bytes | QImage
"""A PNG as somebody else made it, or what is still to be made one."""


class Content(Struct, frozen=True):
    """Paths of local files and folders, or else a picture, or else a text.

    `group`: whether several who get files pass them on to each other.
    """

    paths: tuple[str, ...] = ()
    text: str = ""
    picture: Picture | None = None
    group: GroupMode = GroupMode.AUTO


def may_be_taken(mime: QMimeData) -> bool:
    """Say whether it looks as if something could be sent; cheap, while it is dragged about."""
    return mime.hasUrls() or mime.hasText() or mime.hasImage() or mime.hasFormat(PNG_TYPE)


def content_of(mime: QMimeData | None) -> Content | None:
    """Return what can be sent: files where there are any, else a picture, a link or a text.

    A file manager adds a small picture of a file, and a browser the address of a picture: neither
    is meant. Writing and table programs add a picture of the words: there the words are.
    """
    if mime is None:
        return None
    urls = mime.urls()
    paths = tuple(url.toLocalFile() for url in urls if url.isLocalFile() and url.toLocalFile())
    if paths:
        return Content(paths)
    words = "" if urls else mime.text().strip()
    picture = None if words and not _is_address(words) else _picture_in(mime)
    if picture is not None:
        return Content(picture=picture)
    if not urls:
        return Content(text=mime.text()) if words else None
    if all(url.scheme() in LINK_SCHEMES for url in urls):
        return Content(text="\n".join(url.toString() for url in urls))
    return None


def _is_address(words: str) -> bool:
    return len(words.split(maxsplit=1)) == 1 and QUrl(words).scheme() in ADDRESS_SCHEMES


def _picture_in(mime: QMimeData) -> Picture | None:
    """Return a picture, as it came where that can be: then nobody waits until it is decoded."""
    if mime.hasFormat(PNG_TYPE):
        png = bytes(mime.data(PNG_TYPE).data())
        if png.startswith(PNG_SIGNATURE):
            return png
    image = mime.imageData() if mime.hasImage() else None
    if isinstance(image, QPixmap):
        image = image.toImage()
    return image if isinstance(image, QImage) and not image.isNull() else None
