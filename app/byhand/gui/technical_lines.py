"""The technical details of a transfer: what can honestly be known of it, label by label."""

from msgspec import Struct
from PySide6.QtCore import QDateTime, QLocale

from byhand import wording
from byhand.domain.codes import Code
from byhand.domain.friend import Friend, Path, Presence
from byhand.domain.text import filled, joined, safe_text
from byhand.domain.transfer import Direction, Transfer
from byhand.gui.speed_log import Speeds
from byhand.gui.translation import translate

PATH_CHARACTERS = 300
ADDRESS_CHARACTERS = 64
GROUP = 8


class TechnicalLine(Struct, frozen=True):
    """One detail and what it is called; a code is shown in groups, and copied as it is."""

    label: str
    value: str
    is_code: bool = False

    @property
    def shown(self) -> str:
        """What is seen: a long code has places where its line may be broken."""
        if not self.is_code:
            return self.value
        starts = range(0, len(self.value), GROUP)
        return " ".join(self.value[start : start + GROUP] for start in starts)


def technical_lines(
    transfer: Transfer,
    friend: Friend | None,
    presence: Presence,
    speeds: Speeds | None,
    digest: bytes,
) -> tuple[TechnicalLine, ...]:
    """Return what is known; what is not has no line."""
    lines = (
        (translate("Technical", "Connection"), _connection(presence)),
        (translate("Technical", "Encryption"), _encryption(presence)),
        (translate("Technical", "Verified"), _verified(friend) if friend else ""),
        (translate("Technical", "Average speed"), _average(speeds)),
        (translate("Technical", "Started"), _moment(transfer.created_at)),
        (translate("Technical", "Ended"), _moment(transfer.ended_at)),
        (translate("Technical", "Folder"), _folder(transfer)),
        (translate("Technical", "Reason"), _reason(transfer)),
    )
    codes = (
        (translate("Technical", "Transfer"), transfer.id.hex()),
        (translate("Technical", "Digest of the list"), digest.hex()),
    )
    return (
        *(TechnicalLine(label, value) for label, value in lines if value),
        *(TechnicalLine(label, code, is_code=True) for label, code in codes if code),
    )


def copied_text(title: str, lines: tuple[TechnicalLine, ...]) -> str:
    """Return everything as text for the clipboard, a line each."""
    return "\n".join((title, *(f"{line.label}: {line.value}" for line in lines)))


def _connection(presence: Presence) -> str:
    if presence.path is None:
        return translate("Technical", "Not connected now")
    ways = {
        Path.SAME_NETWORK: translate("Technical", "Direct, on this network"),
        Path.INTERNET: translate("Technical", "Direct, over the internet"),
    }
    address = safe_text(presence.address, ADDRESS_CHARACTERS)
    return joined(part for part in (ways[presence.path], address) if part)


def _encryption(presence: Presence) -> str:
    if not presence.cipher:
        return ""
    return filled(translate("Technical", "{cipher}, end to end"), cipher=presence.cipher)


def _verified(friend: Friend) -> str:
    if not friend.verified_at:
        return translate("Technical", "Codes were not compared yet")
    day = QDateTime.fromSecsSinceEpoch(int(friend.verified_at)).date()
    date = QLocale().toString(day, QLocale.FormatType.LongFormat)
    return filled(translate("Technical", "Since {date}"), date=date)


def _average(speeds: Speeds | None) -> str:
    return wording.speed(speeds.average, translate) if speeds is not None and speeds.average else ""


def _moment(seconds: float) -> str:
    if not seconds:
        return ""
    moment = QDateTime.fromSecsSinceEpoch(int(seconds))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def _folder(transfer: Transfer) -> str:
    is_received = transfer.direction is Direction.INCOMING
    return safe_text(transfer.folder, PATH_CHARACTERS) if is_received else ""


def _reason(transfer: Transfer) -> str:
    return "" if transfer.code is Code.OK else transfer.code.name.lower()
