"""What is wrong with a translation, as far as a program can tell."""

import re
from collections import Counter
from collections.abc import Iterator

from i18n.catalogue import Translation, form_count
from i18n.languages import LANGUAGES, Language
from i18n.sources import Message

PLACE = re.compile(r"\{\w*\}")
FIGURE = "%Ln"
"""The number in the reader's own figures, with thousands apart."""
ASCII_QUOTES = "\"'`"
ALL_QUOTES = {mark for language in LANGUAGES.values() for mark in language.quotes} | {"‚", "‘"}
SENTENCE_WORDS = 3
# French sets these apart, so that no line begins with one.
FRENCH_GAP = re.compile("(?<![\u202f\u00a0])[;?!»]|(?<!\u00a0):(?=\\s|$)|«(?![\u202f\u00a0])")


def problems(message: Message, translation: Translation, language: Language) -> Iterator[str]:
    """Yield what is wrong with a finished translation, in words."""
    expected = form_count(message, language)
    if len(translation.forms) != expected:
        yield f"{len(translation.forms)} forms instead of {expected}"
    for number, form in enumerate(translation.forms):
        yield from _form_problems(message, form, language, is_lone=number in language.lone)


def _form_problems(
    message: Message, form: str, language: Language, *, is_lone: bool
) -> Iterator[str]:
    source = message.source
    if Counter(PLACE.findall(source)) != Counter(PLACE.findall(form)):
        yield f"other places to fill in: {form}"
    rest = PLACE.sub("", form)
    if "{" in rest or "}" in rest:
        yield f"a brace too many: {form}"
    figures = form.count(FIGURE)
    if form.replace(FIGURE, "").count("%") != source.replace("%n", "").count("%"):
        yield f"a % that is no {FIGURE}: {form}"
    if figures > message.is_plural or (figures < message.is_plural and not is_lone):
        yield f"{FIGURE} is missing, or there twice: {form}"
    if _edges(form) != _edges(source):
        yield f"other white space around it: “{form}”"
    if form.count("\n") != source.count("\n"):
        yield f"other lines: {form}"
    if form.count("&") != source.count("&"):
        yield f"an accelerator: {form}"
    if source.endswith("…") != form.endswith("…"):
        yield f"“…” at the end of one only: {form}"
    if source.count("Byhand") != form.count("Byhand"):
        yield f"Byhand is called otherwise: {form}"
    yield from _writing_problems(message, form, language)


def _writing_problems(message: Message, form: str, language: Language) -> Iterator[str]:
    if any(mark in form for mark in ASCII_QUOTES) and language.code != "en":
        yield f"a typewriter's quotation mark: {form}"
    if {mark for mark in ALL_QUOTES if mark in form} - set(language.quotes):
        yield f"another language's quotation marks: {form}"
    wanted = message.source.count("“"), message.source.count("”")
    if tuple(map(form.count, language.quotes)) != wanted:
        yield f"other quotation marks than “{message.source}”: {form}"
    if language.code == "fr" and FRENCH_GAP.search(form):
        yield f"no gap beside : ; ? ! « »: {form}"
    is_sentence = len(re.findall("[a-z]{2,}", message.source)) >= SENTENCE_WORDS
    if language.code != "en" and is_sentence and form == message.source:
        yield f"still English: {form}"


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
