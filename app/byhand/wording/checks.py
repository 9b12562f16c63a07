"""What came of comparing files with their receipt once more."""

from byhand.domain.history_events import CheckedAgain
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
