"""Where one file of a transfer stands, in words."""

from byhand.domain.events import FileRow
from byhand.domain.transfer import Direction, EntryState, Transfer
from byhand.wording.failures import file_problem
from byhand.wording.translation import Translate, plain

_E = EntryState


def file_line(row: FileRow, transfer: Transfer, translate: Translate = plain) -> str:
    """Return where a file stands: "Sending", "Saved", "Could not be read"; "" for a folder."""
    if row.is_folder:
        return ""
    if row.state is EntryState.FAILED:
        reason = file_problem(row.code, translate)
        return reason[:1].upper() + reason[1:]
    if transfer.direction is Direction.OUTGOING:
        return _sent(row, translate)
    return _received(row, transfer, translate)


def _sent(row: FileRow, translate: Translate) -> str:
    texts = {
        _E.PARTIAL: translate("wording", "Sending"),
        _E.COMPLETE: translate("wording", "Sent"),
        _E.DONE: translate("wording", "Delivered"),
        _E.SKIPPED: translate("wording", "Was there already"),
    }
    return texts.get(row.state) or _either_way(row, translate)


def _received(row: FileRow, transfer: Transfer, translate: Translate) -> str:
    is_over = transfer.is_final
    texts = {
        _E.PARTIAL: translate("wording", "Receiving"),
        _E.COMPLETE: translate("wording", "Being checked"),
        _E.DONE: translate("wording", "Saved") if is_over else translate("wording", "Arrived"),
        _E.SKIPPED: translate("wording", "Already here"),
    }
    return texts.get(row.state) or _either_way(row, translate)


def _either_way(row: FileRow, translate: Translate) -> str:
    return {
        _E.NOT_CHOSEN: translate("wording", "Not chosen"),
        _E.CANCELLED: translate("wording", "Left out"),
    }.get(row.state) or translate("wording", "Waiting")
