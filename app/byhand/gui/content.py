"""What is dragged or pasted: files and folders, or a text."""

from dataclasses import dataclass

from PySide6.QtCore import QMimeData

LINK_SCHEMES = ("http", "https")


@dataclass(frozen=True, slots=True)
class Content:
    """Paths of local files and folders, or else a text."""

    paths: tuple[str, ...] = ()
    text: str = ""


def may_be_taken(mime: QMimeData) -> bool:
    """Say whether it looks as if something could be sent; cheap, while it is dragged about."""
    return mime.hasUrls() or mime.hasText()


def content_of(mime: QMimeData | None) -> Content | None:
    """Return what can be sent: files where there are any, else a link or a text."""
    if mime is None:
        return None
    if not mime.hasUrls():
        return Content(text=mime.text()) if mime.text().strip() else None
    urls = mime.urls()
    paths = tuple(url.toLocalFile() for url in urls if url.isLocalFile() and url.toLocalFile())
    if paths:
        return Content(paths)
    if all(url.scheme() in LINK_SCHEMES for url in urls):
        return Content(text="\n".join(url.toString() for url in urls))
    return None
