"""Which transfer somebody means by an id, the start of one, or a title."""

from collections.abc import Callable, Iterable

from byhand.cli.names import short_transfer_id, shown_text, title
from byhand.domain.transfer import Transfer
from byhand.errors import UsageError

PREFIX_DIGITS = 4
WORD_CHARACTERS = 80
SHOWN_IDS = 4


def is_unfinished(transfer: Transfer) -> bool:
    """Say whether something will still happen to a transfer."""
    return not transfer.is_final


def is_over(transfer: Transfer) -> bool:
    """Say whether a transfer has ended."""
    return transfer.is_final


def transfer_meant(
    text: str,
    transfers: Iterable[Transfer],
    is_fit: Callable[[Transfer], bool] | None = None,
    otherwise: str = "",
) -> Transfer:
    """Return the transfer that is meant: by ≥ 4 digits of its id, or by its title.

    Those that fit are looked at first. Raises UsageError for none and for several, and for one
    that does not fit: `otherwise` says what cannot be.
    """
    known = list(transfers)
    fitting = known if is_fit is None else list(filter(is_fit, known))
    found = _matching(text, fitting) or _matching(text, known)
    if len(found) != 1:
        raise UsageError(_not_one(text, found))
    if found[0] not in fitting:
        raise UsageError(f"“{title(found[0])}” {otherwise}")
    return found[0]


def _matching(text: str, transfers: Iterable[Transfer]) -> list[Transfer]:
    digits, called = text.strip().lower(), text.strip().casefold()
    found = []
    for transfer in transfers:
        id_ = transfer.id.hex()
        if id_ == digits:
            return [transfer]
        is_prefix = len(digits) >= PREFIX_DIGITS and id_.startswith(digits)
        if is_prefix or called in (transfer.title.casefold(), title(transfer).casefold()):
            found.append(transfer)
    return found


def _not_one(text: str, found: list[Transfer]) -> str:
    shown = shown_text(text, WORD_CHARACTERS)
    if not found:
        return (
            f"No transfer is called “{shown}” or has an id that begins so: byhand queue and"
            " byhand history show them."
        )
    ids = ", ".join(short_transfer_id(transfer.id) for transfer in found[:SHOWN_IDS])
    return f"{len(found)} transfers fit “{shown}”: say which by its id ({ids}), or more of it."
