"""PROTOCOL.md says what the code does, where a table can be compared."""

import re
from pathlib import Path

import pytest

import byhand.protocol.messages
from byhand.domain.codes import Code
from byhand.domain.pairing import TRIES, WINDOW_SECONDS
from byhand.protocol.data_frame import (
    FLAG_FRAGMENT,
    FLAG_HASHES,
    FLAG_LAST,
    FLAG_SAME,
    FLAG_ZERO,
    FRAME_LIMIT,
    PAYLOAD_LIMIT,
)
from byhand.protocol.fields import FAILED_GENERATION, PIECES_HASHES
from byhand.protocol.group_consent import NETWORK_BYTES, OTHERS_LIMIT
from byhand.protocol.introduction import LABEL as INTRODUCTION_LABEL
from byhand.protocol.judgement import EXPIRY_LIMIT
from byhand.protocol.member_messages import (
    ASKED_PIECES,
    ASKED_ROWS,
    MEMBER_HINTS,
    TICKETS_LIMIT,
)
from byhand.protocol.message_types import CRITICAL, TYPES
from byhand.protocol.messages import EntriesEnd, FileState, Verdict
from byhand.protocol.newcomer import FRIEND_LABEL
from byhand.protocol.pairing import CODE_LABEL, COMMIT_LABEL
from byhand.protocol.resume_messages import Phase
from byhand.service.ourselves import CAPABILITIES

TEXT = (Path(byhand.protocol.messages.__file__).parent / "PROTOCOL.md").read_text("utf-8")
NAMES = {
    "ErrorReport": "ERROR",
    "ProfileUpdate": "PROFILE",
    "IntroduceAnswer": "INTRODUCE_ANSWER",
    "PairCommit": "PAIR_COMMIT",
    "PairNonce": "PAIR_NONCE",
    "PairReveal": "PAIR_REVEAL",
    "PairOk": "PAIR_OK",
    "PairLater": "PAIR_LATER",
    "PairNo": "PAIR_NO",
}


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


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [("`state` in FILES:", ".", FileState), ("verdict:", "|", Verdict), ("phase", ";", Phase)],
)
def test_words_have_the_numbers_of_the_text(
    before: str, after: str, kind: type[FileState | Verdict | Phase]
) -> None:
    numbered = section(8).split(f"{before} ")[1].split(after)[0]
    listed = re.findall(r"(\d) ([a-z]+)", numbered)
    assert {int(number): word for number, word in listed} == {
        each.value: each.name.lower() for each in kind
    }


def test_the_flags_of_frames_are_those_of_the_text() -> None:
    flags = {name: int(bit) for bit, name in re.findall(r"\| (\d+) \| ([A-Z]+) \|", section(9))}
    assert flags == {
        "HASHES": FLAG_HASHES,
        "FRAGMENT": FLAG_FRAGMENT,
        "LAST": FLAG_LAST,
        "ZERO": FLAG_ZERO,
        "SAME": FLAG_SAME,
    }


def test_the_limits_of_generations_and_hashes_are_those_of_the_text() -> None:
    assert f"generation` 0…{FAILED_GENERATION - 1:,}" in section(8)
    assert f"generation {FAILED_GENERATION}" in section(11)
    assert f"1…{PIECES_HASHES:,} × 32 bytes" in section(8)


def test_every_capability_that_is_announced_is_described() -> None:
    described = re.findall(r"`(\w+1)`", section(8).split("**Capabilities**")[1])
    assert set(CAPABILITIES) <= set(described)


def test_all_codes_are_listed() -> None:
    listed = re.findall(r"(\d+) ([A-Z_]+)", section(14))
    assert {int(number): name for number, name in listed} == {
        code.value: code.name for code in Code
    }


@pytest.mark.parametrize("limit", [FRAME_LIMIT, PAYLOAD_LIMIT])
def test_the_limits_of_frames_are_those_of_the_text(limit: int) -> None:
    assert f"{limit:,}" in section(9)
    assert f"{limit:,}" in section(13)


@pytest.mark.parametrize("label", [COMMIT_LABEL, CODE_LABEL, FRIEND_LABEL, INTRODUCTION_LABEL])
def test_the_labels_are_those_of_the_text(label: bytes) -> None:
    assert f'"{label.decode()}"' in section(17) + section(18)


def test_the_limits_of_pairing_are_those_of_the_text() -> None:
    row = next(line for line in section(13).splitlines() if line.startswith("| pairing"))
    assert f"window {WINDOW_SECONDS:.0f} s" in row
    assert f"{TRIES} tries a half" in row
    assert f"{EXPIRY_LIMIT - 1:,}" in section(8)


def test_sections_that_the_code_points_to_exist() -> None:
    folder = Path(byhand.protocol.messages.__file__).parent
    code = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    sections = {int(number) for number in re.findall(r"§(\d+)", code + TEXT)}
    assert sections
    for number in sections:
        assert section(number)


def test_the_limits_of_the_group_are_those_of_the_text() -> None:
    assert f"1…{ASKED_ROWS} rows" in section(8)
    assert f"a row names 1…{ASKED_PIECES} pieces" in section(8)
    assert f"at most {MEMBER_HINTS} hints" in section(8)
    assert f"≤ {TICKETS_LIMIT} rows, see below" in section(8)
    assert f"at most {TICKETS_LIMIT} for a transfer" in section(21)
    assert f"1…{OTHERS_LIMIT:,}" in section(8)
    assert f"first {NETWORK_BYTES} bytes" in section(21)
