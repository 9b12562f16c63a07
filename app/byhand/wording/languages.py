"""What is said of the translations themselves."""

from byhand.wording.translation import Translate, plain


def translations_line(translate: Translate = plain) -> str:
    """Return how good the translations are, for the settings and "About"."""
    return translate("wording", "Translations are not yet reviewed by native speakers.")
