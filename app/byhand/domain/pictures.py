"""Which transfers are a picture, and how large one may be to go by the clipboard."""

from pathlib import PurePath

from byhand.domain.transfer import Direction, Transfer, TransferState

PICTURE_BYTES = 64 * 1024 * 1024
"""The largest file that goes to the clipboard, or is made of what comes from there."""
PICTURE_PIXELS = 64 * 1024 * 1024
"""As many are decoded at most: they take four bytes each."""
TOO_LARGE_TO_SEND = "This picture is too large for the clipboard: save it as a file, and send that."
TOO_LARGE_TO_COPY = "This picture is too large to copy: open it instead."
_SUFFIXES = frozenset({".gif", ".jpeg", ".jpg", ".png", ".webp"})


def is_picture(transfer: Transfer) -> bool:
    """Say whether a transfer is one picture that has arrived here, by the name it was saved as.

    What is in the file nobody has looked at.
    """
    if transfer.direction is not Direction.INCOMING or transfer.state is not TransferState.DONE:
        return False
    if transfer.is_folder or transfer.is_text or len(transfer.saved_paths) != 1:
        return False
    return PurePath(transfer.saved_paths[0]).suffix.lower() in _SUFFIXES


def may_be_copied(transfer: Transfer) -> bool:
    """Say whether a transfer is a picture whose file is small enough for the clipboard."""
    return is_picture(transfer) and transfer.total_bytes <= PICTURE_BYTES
