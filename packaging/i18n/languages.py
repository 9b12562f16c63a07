"""The languages that Byhand is translated into, and how each is written."""

from dataclasses import dataclass

SOURCE = "en"


@dataclass(frozen=True)
class Language:
    """A language's plural forms, as lrelease orders them, and its quotation marks.

    `lone` are those forms that stand for one number alone: they may leave the figure out.
    """

    code: str
    forms: int
    quotes: str
    lone: frozenset[int] = frozenset()


LANGUAGES = {
    language.code: language
    for language in (
        Language(SOURCE, 2, "“”", frozenset({0})),
        Language("de", 2, "„“", frozenset({0})),
        # One form for 0 and 1.
        Language("fr", 2, "«»"),
        Language("es", 2, "«»", frozenset({0})),
        Language("pl", 3, "„”", frozenset({0})),
        Language("zh_CN", 1, "“”"),
        # None, one, two, few, many, others.
        Language("ar", 6, "«»", frozenset({0, 1, 2})),
    )
}
