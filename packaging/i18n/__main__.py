"""Brings the translations up to date and compiles them, or says what is wrong with them."""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from i18n.catalogue import Catalogue, Translation, brought_up_to_date, load, save, written
from i18n.checks import FIGURE, problems
from i18n.languages import LANGUAGES, SOURCE, Language
from i18n.sources import Message, SourceError, messages

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "app/byhand"
FOLDER = ROOT / "resources/translations"
SHOWN = 20


def main() -> int:
    """Do what the arguments say; return the exit code."""
    parser = argparse.ArgumentParser("packaging/dev i18n", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing, only say it")
    is_checking = parser.parse_args().check
    try:
        wanted = messages(PACKAGE)
    except SourceError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    if not is_checking:
        for language in LANGUAGES.values():
            update(language, wanted)
    found = list(all_problems(wanted))
    for line in found[:SHOWN]:
        sys.stderr.write(f"{line}\n")
    if len(found) > SHOWN:
        sys.stderr.write(f"and {len(found) - SHOWN} more\n")
    languages = len(LANGUAGES)
    sys.stdout.write(f"{len(wanted)} texts, {languages} languages, {len(found)} problems\n")
    return 1 if found else 0


def update(language: Language, wanted: list[Message]) -> None:
    """Write what a language has of the texts that are wanted, and compile it."""
    path = FOLDER / f"byhand_{language.code}.ts"
    save(path, language, up_to_date(language, load(path), wanted))
    compile_file(path, path.with_suffix(".qm"))


def up_to_date(
    language: Language, catalogue: Mapping[Message, Translation], wanted: list[Message]
) -> Catalogue:
    """Return a language's translations of what is wanted; English has its plurals alone."""
    if language.code != SOURCE:
        return brought_up_to_date(catalogue, wanted, language)
    return {
        message: Translation(tuple(_english(message.source, n) for n in (1, 2)), "")
        for message in wanted
        if message.is_plural
    }


def compile_file(source: Path, target: Path) -> None:
    """Make a .qm of a .ts; raises CalledProcessError."""
    command = ["pyside6-lrelease", str(source), "-qm", str(target), "-silent"]
    script = Path(sys.executable).with_name(command[0])
    subprocess.run([str(script), *command[1:]], check=True)


def all_problems(wanted: list[Message]) -> Iterator[str]:
    """Yield everything that is untranslated, stale or broken, in words."""
    for language in LANGUAGES.values():
        path = FOLDER / f"byhand_{language.code}.ts"
        catalogue = load(path)
        current = up_to_date(language, catalogue, wanted)
        for message, translation in current.items():
            where = f"{language.code} {message.context}: “{message.source}”"
            if not translation.is_finished:
                yield f"{where} is not translated"
            else:
                yield from (f"{where}: {each}" for each in problems(message, translation, language))
        if not path.exists() or path.read_text("utf-8") != written(language, current):
            yield f"{path.name} is not up to date: run packaging/dev i18n"
        elif not _is_compiled(path):
            yield f"{path.stem}.qm is not up to date: run packaging/dev i18n"


def _is_compiled(path: Path) -> bool:
    compiled = path.with_suffix(".qm")
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / compiled.name
        compile_file(path, fresh)
        return compiled.exists() and compiled.read_bytes() == fresh.read_bytes()


def _english(source: str, n: int) -> str:
    return source.replace("%n", FIGURE).replace("(s)", "" if n == 1 else "s")


if __name__ == "__main__":
    sys.exit(main())
