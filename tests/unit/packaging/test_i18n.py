"""packaging/dev i18n: every text is found, translated and compiled, and none is broken."""

import ast
import inspect
from pathlib import Path

import pytest

from byhand import wording
from byhand.domain.language import LANGUAGES as SPOKEN
from i18n import __main__ as command
from i18n.catalogue import UNREVIEWED, Translation, brought_up_to_date, load, save
from i18n.checks import problems
from i18n.languages import LANGUAGES, SOURCE
from i18n.sources import WRAPPERS, Message, SourceError, messages
from tests.helpers.checkout import APP, RESOURCES

CATALOGUES = RESOURCES / "translations"
GERMAN, FRENCH, ARABIC = LANGUAGES["de"], LANGUAGES["fr"], LANGUAGES["ar"]
FILES = Message("A", "%n file(s)", "", is_plural=True)
ASKED = Message("A", "Ask {name} for “{title}”…")


# --- what is in the checkout


def test_nothing_is_untranslated_stale_or_broken() -> None:
    assert list(command.all_problems(messages(APP))) == []


def test_the_window_speaks_every_language_that_there_is_a_catalogue_of() -> None:
    assert sorted(SPOKEN) == sorted(LANGUAGES)
    assert sorted(path.name for path in CATALOGUES.iterdir()) == sorted(
        f"byhand_{code}.{ending}" for code in LANGUAGES for ending in ("qm", "ts")
    )


def test_every_text_that_is_asked_for_anywhere_is_in_every_catalogue() -> None:
    """Found otherwise than the tool finds them: by what the calls look like."""
    asked, contexts = set(), {message.context for message in messages(APP)}
    for call, name in _calls():
        first, *rest = call.args
        if isinstance(first, ast.Constant) and rest and isinstance(rest[0], ast.Constant):
            is_translating = ast.unparse(call.func) == "translate"
            assert is_translating or first.value not in contexts, f"{name}: {ast.unparse(call)}"
            if is_translating:
                asked.add((first.value, rest[0].value))
        else:
            is_translating = isinstance(call.func, ast.Name) and call.func.id == "translate"
            assert not is_translating, f"{name}: {ast.unparse(call)}"
    assert len(asked) > 500
    for code in SPOKEN:
        if code != SOURCE:
            known = {(m.context, m.source) for m in load(CATALOGUES / f"byhand_{code}.ts")}
            assert known == asked


def test_translate_goes_by_no_other_name() -> None:
    """Texts asked for by another name would not be found."""
    others = []
    for path in sorted(APP.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.alias) and node.name == "translate" and node.asname:
                others.append(f"{path}: as {node.asname}")
            if isinstance(node, ast.Assign) and ast.unparse(node.value).endswith("translate"):
                others.append(f"{path}: {ast.unparse(node)}")
    assert others == []


def test_the_window_has_its_words_said_in_the_reader_s_language() -> None:
    """What wording says is English unless it is told how to translate."""
    english = []
    for path in sorted((APP / "gui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            if ast.unparse(node.func.value) != "wording":
                continue
            said = getattr(wording, node.func.attr)
            if inspect.isfunction(said) and "translate" in inspect.signature(said).parameters:
                arguments = [*node.args, *(each.value for each in node.keywords)]
                if "translate" not in map(ast.unparse, arguments):
                    english.append(f"{path.name}: {ast.unparse(node)}")
    assert english == []


def test_every_translation_says_whether_a_native_speaker_has_reviewed_it() -> None:
    for code in set(LANGUAGES) - {SOURCE}:
        remarks = {each.remark for each in load(CATALOGUES / f"byhand_{code}.ts").values()}
        assert remarks <= {UNREVIEWED, ""}


def test_english_has_its_plurals_alone() -> None:
    catalogue = load(CATALOGUES / "byhand_en.ts")
    assert all(message.is_plural for message in catalogue)
    assert catalogue[Message("wording", "%n file(s)", "", True)].forms == (
        "%Ln file",
        "%Ln files",
    )


def _calls() -> list[tuple[ast.Call, str]]:
    return [
        (node, path.name)
        for path in sorted(APP.rglob("*.py"))
        if path.relative_to(APP).as_posix() not in WRAPPERS
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Call) and node.args
    ]


# --- finding texts


def found(tmp_path: Path, code: str) -> list[Message]:
    (tmp_path / "module.py").write_text(code, "utf-8")
    return messages(tmp_path)


def test_texts_are_found_in_whatever_quotes_and_over_several_lines(tmp_path: Path) -> None:
    code = """
translate("B", "One " 'and two')
f"{translate('A', 'Three')}"
translate("A", "%n file(s)", "", len(files))
translate("A", "Open", "a door")
translate("B", "One and two")
badge.translate(-4, -4)
"""
    assert found(tmp_path, code) == [
        Message("A", "Three"),
        FILES,
        Message("A", "Open", "a door"),
        Message("B", "One and two"),
    ]


@pytest.mark.parametrize(
    "code",
    [
        'translate("A", f"Hello {name}")',
        'translate("A", "Hello " + name)',
        'translate("A", text)',
        'translate("A")',
        'translate("A", text="Hello")',
        'translate("A", "%n files")',
        'translate("A", "No number", "", 3)',
        'translate("A", "%n", "", 3); translate("A", "%n", "", 3, 4)',
    ],
)
def test_a_text_that_is_not_written_out_is_refused(tmp_path: Path, code: str) -> None:
    with pytest.raises(SourceError):
        found(tmp_path, code)


# --- keeping translations


def test_a_catalogue_comes_back_as_it_was_written(tmp_path: Path) -> None:
    catalogue = {
        ASKED: Translation(("<Bitte> {name}\n& „{title}“…",), remark=""),
        FILES: Translation(("%Ln Datei", "%Ln Dateien")),
        Message("B", "Open", "a door"): Translation(("",)),
    }
    path = tmp_path / "x.ts"
    save(path, GERMAN, catalogue)
    assert load(path) == catalogue
    assert path.read_text("utf-8").count('type="unfinished"') == 1


def test_new_texts_get_an_empty_place_and_old_ones_go() -> None:
    kept = Translation(("Bitte",), remark="")
    catalogue = {ASKED: kept, Message("A", "Gone"): Translation(("Weg",))}
    assert brought_up_to_date(catalogue, [FILES, ASKED], ARABIC) == {
        FILES: Translation(("",) * 6),
        ASKED: kept,
    }


# --- what is wrong with one


@pytest.mark.parametrize(
    "form",
    [
        "Bitte {nam} um „{title}“…",
        "Bitte {name} {name} um „{title}“…",
        "Bitte {name} um „{title}“… {",
        "Bitte {name} um „{title}“",
        " Bitte {name} um „{title}“…",
        "Bitte {name} um “{title}”…",
        'Bitte {name} um "{title}"…',
        "Bitte {name} um {title}…",
        "Bitte {name}'s „{title}“…",
        "Bitte {name}\num „{title}“…",
        "&Bitte {name} um „{title}“…",
        "Bitte {name} um „{title}“ in Byhand…",
        "Bitte {name} um 100 % „{title}“…",
        "Ask {name} for “{title}”…",
    ],
)
def test_a_broken_translation_is_found(form: str) -> None:
    assert list(problems(ASKED, Translation(("Bitte {name} um „{title}“…",)), GERMAN)) == []
    assert list(problems(ASKED, Translation((form,)), GERMAN)) != []


@pytest.mark.parametrize(
    "forms",
    [
        ("%Ln Dateien",),
        ("%Ln Datei", "Dateien"),
        ("%Ln Datei", "%n Dateien"),
        ("%Ln Datei", "%Ln %Ln Dateien"),
    ],
)
def test_plurals_have_all_forms_and_say_their_number(forms: tuple[str, ...]) -> None:
    assert list(problems(FILES, Translation(("Eine Datei", "%Ln Dateien")), GERMAN)) == []
    assert list(problems(FILES, Translation(forms), GERMAN)) != []


def test_a_form_for_more_than_one_number_says_which() -> None:
    assert list(problems(FILES, Translation(("un fichier", "%Ln fichiers")), FRENCH)) != []


def test_french_has_its_gaps() -> None:
    really = Message("A", "Really?")
    assert list(problems(really, Translation(("Vraiment\u202f?",)), FRENCH)) == []
    assert list(problems(really, Translation(("Vraiment ?",)), FRENCH)) != []
