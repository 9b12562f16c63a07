"""The BLAKE3 package against its designers' vectors: pieces and roots rest on it."""

from itertools import cycle, islice
from typing import Any

import pytest
from blake3 import blake3

from tests.helpers.noise_pair import load_json

VECTORS = load_json("blake3/test_vectors.json")
MODES: dict[str, dict[str, Any]] = {
    "hash": {},
    "keyed_hash": {"key": VECTORS["key"].encode("ascii")},
    "derive_key": {"derive_key_context": VECTORS["context_string"]},
}


def test_no_case_is_missing() -> None:
    assert len(VECTORS["cases"]) == 35


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["input_len"])
def test_each_mode_and_its_extended_output_equal_the_vectors(
    case: dict[str, Any], mode: str
) -> None:
    content = bytes(islice(cycle(range(251)), int(case["input_len"])))
    expected = bytes.fromhex(case[mode])
    hasher = blake3(content, **MODES[mode])
    assert hasher.digest(len(expected)) == expected
    assert hasher.digest() == expected[:32]


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["input_len"])
def test_content_fed_in_parts_has_the_same_hash(case: dict[str, Any]) -> None:
    content = memoryview(bytes(islice(cycle(range(251)), int(case["input_len"]))))
    hasher = blake3()
    for start in range(0, len(content), 1000):
        hasher.update(content[start : start + 1000])
    assert hasher.digest().hex() == case["hash"][:64]
