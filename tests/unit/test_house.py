"""The tree keeps its shape: where things lie, and how long a module and a function may be."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.helpers.checkout import APP, ROOT

TOP_LEVEL = {"LICENSE", "README.md", "app", "packaging", "pyproject.toml", "resources", "tests"}
BUILT = {"dist"}
LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
REASONS_FOR_A_DATACLASS = ("repr=False", "compare=False", "order=True")


def test_top_level_holds_these_and_dot_files_only() -> None:
    names = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert names - BUILT == TOP_LEVEL


def test_app_is_the_source_root_of_one_package() -> None:
    assert [path.name for path in APP.parent.iterdir() if path.is_dir()] == ["byhand"]


def test_no_module_is_longer_than_one_sitting() -> None:
    lengths = {str(path.relative_to(APP)): len(_lines(path)) for path in _modules()}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_MODULE} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    lengths = dict(_functions())
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


def test_every_module_says_which_question_it_answers() -> None:
    silent = [str(path) for path in _modules() if ast.get_docstring(_parsed(path)) is None]
    assert silent == []


def test_frozen_values_are_structs_unless_a_dataclass_keeps_a_field_to_itself() -> None:
    """A start makes some hundred classes: dataclasses would take it forty times as long."""
    plain = {
        f"{path.relative_to(APP)}:{node.name}"
        for path in _modules()
        for node in ast.walk(_parsed(path))
        if isinstance(node, ast.ClassDef)
        and any("frozen=True" in ast.unparse(each) for each in node.decorator_list)
        and not any(reason in ast.unparse(node) for reason in REASONS_FOR_A_DATACLASS)
    }
    assert plain == set()


def _modules() -> list[Path]:
    found = sorted(APP.rglob("*.py"))
    assert found
    return found


def _functions() -> Iterator[tuple[str, int]]:
    for path in _modules():
        for node in ast.walk(_parsed(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                yield f"{path.relative_to(APP)}:{node.name}", lines


def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_bytes(), path.name)


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()
