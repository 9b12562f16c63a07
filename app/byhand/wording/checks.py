"""What came of comparing files with their receipt once more."""

from byhand.domain.events import CheckedAgain
from byhand.wording.translation import Translate, plain


def check_line(checked: CheckedAgain, translate: Translate = plain) -> str:
    """Return how many files were checked and what is wrong with them, in one line."""
    count = checked.right + checked.missing + checked.changed
    text = translate("wording", "%n file(s) checked", "", count)
    if not checked.missing and not checked.changed:
        return f"{text} — {translate('wording', 'all are as they were handed over')}"
    missing = translate("wording", "%n missing", "", checked.missing)
    changed = translate("wording", "%n changed", "", checked.changed)
    parts = [(checked.missing, missing), (checked.changed, changed)]
    return f"{text} — {', '.join(part for number, part in parts if number)}"
