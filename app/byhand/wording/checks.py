"""What came of comparing files with their receipt once more."""

from byhand.domain.history_events import CheckedAgain, CheckingAgain
from byhand.domain.text import filled
from byhand.wording.translation import Translate, plain


def check_line(checked: CheckedAgain, translate: Translate = plain) -> str:
    """Return how many files were checked and what is wrong with them, in one line."""
    count = checked.right + checked.missing + checked.changed
    text = translate("wording", "%n file(s) checked", "", count)
    found: list[str] = []
    if checked.missing:
        found.append(translate("wording", "%n missing", "", checked.missing))
    if checked.changed:
        found.append(translate("wording", "%n changed", "", checked.changed))
    if not found:
        found.append(translate("wording", "all are as they were handed over"))
    if checked.is_signed_right is False:
        found.append(translate("wording", "but the receipt is not signed for them"))
    return f"{text} — {', '.join(found)}"


def check_result(checked: CheckedAgain, *, is_incoming: bool, translate: Translate = plain) -> str:
    """Return what came of a check as a sentence: "2 files are missing, 1 changed"."""
    if checked.missing or checked.changed:
        return _damage(checked, translate)
    if checked.is_signed_right is False:
        return translate("wording", "The receipt is not signed for these files")
    count = checked.right
    if is_incoming:
        if count == 1:
            return translate("wording", "It is as it arrived")
        return translate("wording", "All %n files are as they arrived", "", count)
    if count == 1:
        return translate("wording", "It is as it was sent")
    return translate("wording", "All %n files are as they were sent", "", count)


def checking_line(checking: CheckingAgain, translate: Translate = plain) -> str:
    """Return how far a check is: "Checking… 42%", never 100% before it is."""
    share = checking.bytes / checking.total_bytes if checking.total_bytes else 0.0
    percent = min(99, int(share * 100))
    return filled(translate("wording", "Checking… {percent}%"), percent=percent)


def _damage(checked: CheckedAgain, translate: Translate) -> str:
    missing, changed = checked.missing, checked.changed
    if missing and changed:
        text = _missing(missing, translate)
        return filled(translate("wording", "{missing}, %n changed", "", changed), missing=text)
    if missing:
        return _missing(missing, translate)
    if changed == 1:
        return translate("wording", "1 file has changed")
    return translate("wording", "%n files have changed", "", changed)


def _missing(count: int, translate: Translate) -> str:
    if count == 1:
        return translate("wording", "1 file is missing")
    return translate("wording", "%n files are missing", "", count)
