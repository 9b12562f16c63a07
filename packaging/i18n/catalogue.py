"""Reads and writes the translations of one language: Qt's TS format."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from i18n.languages import Language
from i18n.sources import Message

UNREVIEWED = "Not yet reviewed by a native speaker"
"""Stands beside every translation until somebody who speaks the language takes it away."""


@dataclass(frozen=True)
class Translation:
    """What a text is in a language, one for each plural form, and the translator's remark."""

    forms: tuple[str, ...]
    remark: str = UNREVIEWED

    @property
    def is_finished(self) -> bool:
        """Whether every form is there."""
        return all(self.forms)


Catalogue = dict[Message, Translation]


def load(path: Path) -> Catalogue:
    """Return the translations in a file; none if it is not there."""
    if not path.exists():
        return {}
    return {
        _message(context.findtext("name", ""), node): _translation(node)
        for context in ET.parse(path).getroot().iter("context")  # noqa: S314
        for node in context.iter("message")
    }


def save(path: Path, language: Language, catalogue: Mapping[Message, Translation]) -> None:
    """Write a file of translations, as Qt Linguist does."""
    path.write_text(written(language, catalogue), "utf-8")


def written(language: Language, catalogue: Mapping[Message, Translation]) -> str:
    """Return the text of a file of translations."""
    root = ET.Element("TS", version="2.1", language=language.code, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for message, translation in catalogue.items():
        context = contexts.get(message.context)
        if context is None:
            context = contexts[message.context] = ET.SubElement(root, "context")
            ET.SubElement(context, "name").text = message.context
        _add(context, message, translation)
    ET.indent(root, "    ")
    body = ET.tostring(root, "unicode", short_empty_elements=False)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


def brought_up_to_date(
    catalogue: Mapping[Message, Translation], messages: Sequence[Message], language: Language
) -> Catalogue:
    """Return what is translated of the messages, with empty places for the rest."""
    return {
        message: catalogue.get(message) or Translation(("",) * form_count(message, language))
        for message in messages
    }


def form_count(message: Message, language: Language) -> int:
    """Return how many forms the translation of a message has."""
    return language.forms if message.is_plural else 1


def _add(context: ET.Element, message: Message, translation: Translation) -> None:
    node = ET.SubElement(context, "message", {"numerus": "yes"} if message.is_plural else {})
    ET.SubElement(node, "source").text = message.source
    if message.comment:
        ET.SubElement(node, "comment").text = message.comment
    if translation.remark:
        ET.SubElement(node, "translatorcomment").text = translation.remark
    attributes = {} if translation.is_finished else {"type": "unfinished"}
    text = ET.SubElement(node, "translation", attributes)
    if not message.is_plural:
        (text.text,) = translation.forms
        return
    for form in translation.forms:
        ET.SubElement(text, "numerusform").text = form


def _message(context: str, node: ET.Element) -> Message:
    is_plural = node.get("numerus") == "yes"
    return Message(context, node.findtext("source", ""), node.findtext("comment", ""), is_plural)


def _translation(node: ET.Element) -> Translation:
    text = node.find("translation")
    if text is None:
        return Translation(("",))
    forms = tuple(form.text or "" for form in text.iter("numerusform"))
    return Translation(forms or (text.text or "",), node.findtext("translatorcomment", ""))
