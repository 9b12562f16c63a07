"""How the window's texts reach the reader's language."""

from PySide6.QtCore import QCoreApplication

from byhand.wording import plain


def translate(context: str, text: str, disambiguation: str = "", n: int = -1) -> str:
    """Return the text in the reader's language, `%n` filled in and its plural chosen."""
    translated = QCoreApplication.translate(context, text, disambiguation, n)
    is_untranslated = translated == text.replace("%n", str(n))
    return plain(context, text, disambiguation, n) if is_untranslated else translated
