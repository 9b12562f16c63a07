"""What can be done with a transfer that has ended, from the history."""

from enum import Enum, auto

from msgspec import Struct

from byhand.domain.history import HistoryItem
from byhand.domain.history_events import CheckedAgain, CheckingAgain
from byhand.domain.pictures import is_picture
from byhand.domain.text import filled
from byhand.domain.transfer import Direction
from byhand.gui.translation import translate

Check = CheckingAgain | CheckedAgain


class HistoryAction(Enum):
    """What a row's buttons, its menu and its keys do."""

    FETCH_AGAIN = auto()
    OPEN = auto()
    SHOW_IN_FOLDER = auto()
    SHOW_TEXT = auto()
    OFFER_AGAIN = auto()
    CHECK_AGAIN = auto()
    FORGET = auto()


class Known(Struct, frozen=True):
    """What is known of an item beside how it ended.

    `there`: those of its saved files that are there now; None while nobody has looked.
    """

    there: tuple[str, ...] | None = None
    check: Check | None = None


def is_gone(item: HistoryItem, known: Known) -> bool:
    """Say whether everything that was saved has been moved or deleted since."""
    return known.there == () and bool(item.transfer.saved_paths) and not item.transfer.is_text


def actions_of(item: HistoryItem, known: Known) -> tuple[HistoryAction, ...]:
    """Return everything that can be done, the likeliest first."""
    transfer, gone = item.transfer, is_gone(item, known)
    is_outgoing = transfer.direction is Direction.OUTGOING
    has_files = bool(transfer.saved_paths) and not transfer.is_text and not gone
    has_text = transfer.is_text and (is_outgoing or bool(transfer.saved_paths))
    check = known.check
    possible = (
        (HistoryAction.FETCH_AGAIN, isinstance(check, CheckedAgain) and check.could_be_fetched),
        (HistoryAction.SHOW_TEXT, has_text),
        (HistoryAction.OPEN, has_files and is_picture(transfer)),
        (HistoryAction.SHOW_IN_FOLDER, has_files),
        (HistoryAction.OFFER_AGAIN, is_outgoing),
        (HistoryAction.CHECK_AGAIN, _can_be_checked(item) and not _is_being_checked(known)),
        (HistoryAction.FORGET, True),
    )
    return tuple(action for action, is_possible in possible if is_possible)


def action_icon(action: HistoryAction) -> str:
    """Return a button's icon; taking a row off the list is no dustbin: files stay."""
    return {
        HistoryAction.FETCH_AGAIN: "rotate-cw",
        HistoryAction.OPEN: "external-link",
        HistoryAction.SHOW_IN_FOLDER: "folder-open",
        HistoryAction.SHOW_TEXT: "file-text",
        HistoryAction.OFFER_AGAIN: "send",
        HistoryAction.CHECK_AGAIN: "shield-check",
        HistoryAction.FORGET: "x",
    }[action]


def action_text(action: HistoryAction) -> str:
    """Return what an action does, as menus and tool tips say it."""
    return {
        HistoryAction.FETCH_AGAIN: translate("History", "Fetch again what is missing"),
        HistoryAction.OPEN: translate("History", "Open"),
        HistoryAction.SHOW_IN_FOLDER: translate("History", "Show in folder"),
        HistoryAction.SHOW_TEXT: translate("History", "Show text"),
        HistoryAction.OFFER_AGAIN: translate("History", "Offer again"),
        HistoryAction.CHECK_AGAIN: translate("History", "Check again"),
        HistoryAction.FORGET: translate("History", "Take off the list"),
    }[action]


def action_name(text: str, title: str) -> str:
    """Return a button's full name, as a screen reader says it: "Check again: Slides"."""
    return filled(translate("History", "{action}: {title}"), action=text, title=title)


def _can_be_checked(item: HistoryItem) -> bool:
    return item.has_receipt and item.has_roots and not item.transfer.is_text


def _is_being_checked(known: Known) -> bool:
    return isinstance(known.check, CheckingAgain)
