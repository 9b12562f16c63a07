"""What transfers leave behind: nothing, once they are over."""

import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path

STAGING = re.compile(r"\.byhand-[0-9a-f]{16}")
ROWS = {
    "stagings": "SELECT count(*) FROM stagings",
    # Of what has ended only that stays what became of files that were given up.
    "journals": "SELECT count(*) FROM journals JOIN transfers ON id = transfer"
    " WHERE ended_at IS NULL",
    "batches": "SELECT count(*) FROM batches WHERE seq > 0",
}


def leftovers_of(profile: Path, downloads: Path) -> list[str]:
    """Return staging folders, rows of what has not ended, and manifests that nobody needs.

    The profile may be in use.
    """
    # A friend may well have sent a file whose name only begins so.
    left = [name for name in os.listdir(downloads) if STAGING.fullmatch(name)]
    with closing(sqlite3.connect(f"file:{profile / 'byhand.db'}?mode=ro", uri=True)) as database:
        for table, query in ROWS.items():
            (count,) = database.execute(query).fetchone()
            left += [f"{count} rows of {table}"] if count else []
        unfinished = database.execute(
            "SELECT hex(id), direction, state FROM transfers WHERE ended_at IS NULL"
        )
        left += [f"unfinished: {row}" for row in unfinished]
        with_receipt = database.execute("SELECT hex(id) FROM transfers WHERE length(receipt) > 0")
        kept = {str(id_).lower() for (id_,) in with_receipt}
    spools = profile / "transfers"
    names = os.listdir(spools) if spools.is_dir() else []
    left += [name for name in names if name.removesuffix(".entries").split("-")[1] not in kept]
    return [f"{profile.name}: {each}" for each in left]
