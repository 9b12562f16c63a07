from typing import Any

import pytest

from byhand.domain.identity import FriendId
from byhand.network.hints import hint_key, keyed_hint
from tests.helpers.noise_pair import load_json


@pytest.mark.parametrize("case", load_json("wire/discovery_hints.json"))
def test_hints_are_those_of_the_protocol(case: dict[str, Any]) -> None:
    key = hint_key(bytes.fromhex(case["psk"]))
    assert key.hex() == case["key"]
    nonce, announcer = bytes.fromhex(case["nonce"]), FriendId(bytes.fromhex(case["announcer"]))
    assert keyed_hint(key, nonce, announcer, case["epoch"]).hex() == case["hint"]
