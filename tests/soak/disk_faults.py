"""Every call to the disk of one arrival fails once, with every error; then it is gone on with.

packaging/dev soak disk_faults
"""

import errno
import itertools
import os
import tempfile
from pathlib import Path

from tests.helpers.disk_faults import ERRORS, hand_over_with_a_fault


def main() -> None:
    """Count the calls; anything that is lost or half-written is an AssertionError."""
    with tempfile.TemporaryDirectory(prefix="byhand-soak-") as folder:
        for number in ERRORS:
            for fail_at in itertools.count(1):
                base = Path(folder) / f"{number} {fail_at}"
                if not hand_over_with_a_fault(base, fail_at, number):
                    break
            print(f"{errno.errorcode[number]}: {fail_at - 1} calls, {os.strerror(number)}")


if __name__ == "__main__":
    main()
