"""The languages that the window speaks."""

from byhand.errors import UsageError

SYSTEM_LANGUAGE = "system"
"""Whatever language the desktop is set to, if it is one of ours."""
LANGUAGES = ("en", "de", "fr", "es", "pl", "zh_CN", "ar")
"""As QLocale names them; a catalogue of each is in resources/translations."""


def judged_language(language: str) -> str:
    """Return a language that can be chosen; UsageError for any other."""
    if language not in (SYSTEM_LANGUAGE, *LANGUAGES):
        raise UsageError("Byhand does not speak that language.")
    return language


def spoken_language(chosen: str, wanted: tuple[str, ...]) -> str:
    """Return the language to speak: what was chosen, else the first of those wanted that we have.

    `wanted` are names as "de-Latn-AT", "de-AT" or "de", the dearest first.
    """
    if chosen in LANGUAGES:
        return chosen
    for name in wanted:
        parts = name.replace("_", "-").split("-")
        is_chinese = parts[0] == "zh"
        if is_chinese and not {"Hant", "TW", "HK", "MO"} & set(parts):
            return "zh_CN"
        if not is_chinese and parts[0] in LANGUAGES:
            return parts[0]
    return LANGUAGES[0]
