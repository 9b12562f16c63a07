"""Pictures as bytes and back, within limits; for a thread beside the window's."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from byhand.domain.pictures import PICTURE_PIXELS, TOO_LARGE_TO_COPY, TOO_LARGE_TO_SEND
from byhand.errors import UsageError
from byhand.gui.content import PNG_SIGNATURE, Picture

_SIGNATURES = (
    (PNG_SIGNATURE, b"png"),
    (b"\xff\xd8\xff", b"jpeg"),
    (b"GIF87a", b"gif"),
    (b"GIF89a", b"gif"),
)
_RIFF, _WEBP = b"RIFF", b"WEBP"


def encoded(picture: Picture) -> bytes:
    """Return a picture as PNG; UsageError for one that is too large."""
    if isinstance(picture, bytes):
        return picture
    if picture.width() * picture.height() > PICTURE_PIXELS:
        raise UsageError(TOO_LARGE_TO_SEND)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, b"png").write(picture):
        raise UsageError("This picture can't be made a file: save it as one, and send that.")
    return bytes(buffer.data().data())


def decoded(content: bytes) -> QImage:
    """Return the picture in a file of somebody else's, or its first frame, the right way up.

    Only the kinds that `is_picture` names are tried, and how large it is is judged before it is
    decoded. Raises UsageError.
    """
    kind = _kind_of(content)
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, kind)
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size() if kind else None
    if size is not None and size.width() * size.height() > PICTURE_PIXELS:
        raise UsageError(TOO_LARGE_TO_COPY)
    image = reader.read() if size is not None and size.isValid() else QImage()
    if image.isNull():
        raise UsageError("This file can't be copied as a picture: show it in its folder instead.")
    return image


def _kind_of(content: bytes) -> bytes:
    """Return Qt's name of what a file is by its beginning; empty for anything else."""
    if content.startswith(_RIFF) and content[8:12] == _WEBP:
        return b"webp"
    return next((kind for signature, kind in _SIGNATURES if content.startswith(signature)), b"")
