import pytest

from byhand.errors import LocalProtocolError
from byhand.protocol.counted import counted


@pytest.mark.parametrize(
    ("text", "encoded"),
    [("", b"\0"), ("a", b"\1a"), ("Büro", b"\5B\xc3\xbcro"), ("x" * 255, b"\xff" + b"x" * 255)],
)
def test_a_text_is_preceded_by_its_length_in_bytes(text: str, encoded: bytes) -> None:
    assert counted(text) == encoded


@pytest.mark.parametrize("text", ["x" * 256, "ü" * 128])
def test_a_text_that_cannot_be_counted_in_one_byte_is_our_own_fault(text: str) -> None:
    with pytest.raises(LocalProtocolError):
        counted(text)
