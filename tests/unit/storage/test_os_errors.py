import errno
import os
from pathlib import Path

import pytest

from byhand.errors import DiskFullError, ReadOnlyError, StorageError
from byhand.storage.os_errors import storage_error, translated


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        *((errno.ENOSPC, DiskFullError), (errno.EDQUOT, DiskFullError)),
        *((errno.EROFS, ReadOnlyError), (errno.EACCES, ReadOnlyError)),
        *((errno.EPERM, ReadOnlyError), (errno.EIO, StorageError), (errno.EFBIG, StorageError)),
        *((errno.ENOENT, StorageError), (errno.EMFILE, StorageError)),
    ],
)
def test_each_error_of_the_system_has_one_meaning(
    number: int, expected: type[StorageError]
) -> None:
    error = storage_error(OSError(number, os.strerror(number)), "/some/path")
    assert type(error) is expected
    assert error.path == Path("/some/path")
    assert error.reason


def test_an_error_is_translated_with_its_cause() -> None:
    with pytest.raises(DiskFullError) as caught, translated("/p"):
        raise OSError(errno.ENOSPC, "full")
    assert isinstance(caught.value.__cause__, OSError)


def test_other_errors_pass_untouched() -> None:
    with pytest.raises(ValueError, match="x"), translated("/p"):
        raise ValueError("x")
    with pytest.raises(DiskFullError) as caught, translated("/p"):
        raise DiskFullError(Path("/other"), 5)
    assert caught.value.missing_bytes == 5
    with translated("/p"):
        pass
