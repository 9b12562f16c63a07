import msgspec
import pytest
from msgspec.structs import replace

from byhand.storage.file_stamps import SETTLED_NS, decode_stamp, encode_stamp, is_settled
from byhand.storage.source import FileStamp

STAMP = FileStamp(5, 1000, 1000, 7, 8)
READ_AT = 10**18


@pytest.mark.parametrize("name", ["mtime_ns", "ctime_ns"])
def test_a_file_is_settled_that_was_not_modified_for_two_seconds_before_it_was_read(
    name: str,
) -> None:
    assert is_settled(replace(STAMP, **{name: READ_AT - SETTLED_NS}), READ_AT)
    assert not is_settled(replace(STAMP, **{name: READ_AT - SETTLED_NS + 1}), READ_AT)
    assert not is_settled(replace(STAMP, **{name: READ_AT + 10**18}), READ_AT)


def test_a_stamp_comes_back_as_it_was() -> None:
    for stamp in (STAMP, FileStamp(2**63, -(2**63), 2**63 - 1, 2**64 - 1, 2**64 - 1)):
        assert decode_stamp(encode_stamp(stamp)) == stamp
    with pytest.raises(msgspec.DecodeError):
        decode_stamp(b"\xc1")
