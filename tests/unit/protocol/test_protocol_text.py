"""PROTOCOL.md says what the code does, where a table can be compared."""

import re
from pathlib import Path

import pytest

import byhand.protocol.messages
from byhand.domain.codes import Code
from byhand.protocol.data_frame import FRAME_LIMIT, PAYLOAD_LIMIT
from byhand.protocol.message_types import CRITICAL, TYPES
from byhand.protocol.messages import EntriesEnd

TEXT = (Path(byhand.protocol.messages.__file__).parent / "PROTOCOL.md").read_text("utf-8")
NAMES = {"ErrorReport": "ERROR", "ProfileUpdate": "PROFILE"}


def section(number: int) -> str:
    """The text of a section."""
    return TEXT.split(f"\n## {number}. ")[1].split("\n## ")[0]


def described() -> dict[int, tuple[bool, str, set[str]]]:
    """Number, whether critical, name and keys of every message in the table of section 8."""
    messages: dict[int, tuple[bool, str, set[str]]] = {}
    number = 0
    for line in section(8).splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) != 6 or cells[0] == "type" or set(cells[0]) == {"-"}:
            continue
        if cells[0]:
            number = int(cells[0].rstrip("*"))
            messages[number] = (cells[0].endswith("*"), cells[1], set())
        messages[number][2].update(re.findall(r"`(\w+)`", cells[3]))
    return messages


def test_every_message_is_described_with_its_keys() -> None:
    assert described() == {
        number: (
            kind in CRITICAL,
            NAMES.get(kind.__name__, re.sub("(?<=[a-z])(?=[A-Z])", "_", kind.__name__).upper()),
            set(kind.__struct_encode_fields__),
        )
        for number, kind in TYPES.items()
    }


def test_an_end_is_described_with_its_keys() -> None:
    sentence = section(8).split("**An end** is a map of")[1].split("\n\n")[0]
    keys = re.findall(r"`(\w+)`", sentence)
    assert tuple(keys) == EntriesEnd.__struct_encode_fields__


def test_reserved_numbers_are_not_in_use() -> None:
    reserved = re.findall(r"(\d+) [A-Z_]+", section(15).split("Message types")[1])
    assert len(reserved) > 10
    assert not {int(number) for number in reserved} & set(TYPES)


def test_all_codes_are_listed() -> None:
    listed = re.findall(r"(\d+) ([A-Z_]+)", section(14))
    assert {int(number): name for number, name in listed} == {
        code.value: code.name for code in Code
    }


@pytest.mark.parametrize("limit", [FRAME_LIMIT, PAYLOAD_LIMIT])
def test_the_limits_of_frames_are_those_of_the_text(limit: int) -> None:
    assert f"{limit:,}" in section(9)
    assert f"{limit:,}" in section(13)


def test_sections_that_the_code_points_to_exist() -> None:
    folder = Path(byhand.protocol.messages.__file__).parent
    code = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    sections = {int(number) for number in re.findall(r"§(\d+)", code + TEXT)}
    assert sections
    for number in sections:
        assert section(number)
