"""What notifications say where nobody who looks over a shoulder shall learn who it is."""

from byhand.domain.transfer import Direction, Transfer, TransferState
from byhand.gui.translation import translate


def nameless_pairing() -> str:
    """Return that somebody asks to be paired, or to compare codes."""
    return translate("Nameless", "A friend wants to compare codes with you")


def nameless_introduction() -> str:
    """Return that somebody is introduced."""
    return translate("Nameless", "A friend introduces somebody to you")


def nameless_line(transfer: Transfer) -> str:
    """Return what there is to say of a transfer that is offered, comes by itself, or has ended."""
    if transfer.state is TransferState.OFFERED:
        return translate("Nameless", "A friend wants to send you something")
    if not transfer.is_final:
        return translate("Nameless", "Something is coming from a friend — accepted by itself")
    if transfer.state is TransferState.DECLINED:
        return translate("Nameless", "A friend declined")
    if transfer.state is TransferState.FAILED:
        return translate("Nameless", "A transfer has failed")
    if transfer.state is TransferState.PARTLY_DONE:
        return translate("Nameless", "Not all of a transfer has arrived")
    if transfer.direction is Direction.INCOMING:
        return translate("Nameless", "Something from a friend has arrived")
    return translate("Nameless", "What you sent has been delivered")
