"""When the program had the profile open, in which boot, and whether it came to its end by itself.

Journals say in which openings they were written; this says what to believe of them.
"""

from msgspec import Struct

from byhand.storage.database import Database


class Opening(Struct, frozen=True):
    """The profile is open; the last two are of the opening before, and true if there was none."""

    number: int
    boot_id: str
    was_stopped_well: bool
    is_same_boot: bool


def mark_opened(database: Database, boot_id: str) -> Opening:
    """Remember that the profile is open, in this boot; raises as the database does."""
    with database.transaction():
        last = database.rows(
            "SELECT number, boot_id, was_stopped_well FROM openings ORDER BY number DESC LIMIT 1"
        )
        before, last_boot, was_stopped_well = last[0] if last else (0, boot_id, 1)
        assert isinstance(before, int)
        opening = Opening(before + 1, boot_id, bool(was_stopped_well), last_boot == boot_id)
        database.run("INSERT INTO openings VALUES (?, ?, 0)", opening.number, boot_id)
        # Those that no journal was written in have nothing to say any more.
        database.run(
            "DELETE FROM openings WHERE number < ?1"
            " AND number < (SELECT ifnull(min(first_opening), ?1) FROM journals)",
            opening.number,
        )
    return opening


def mark_stopped(database: Database, opening: Opening) -> None:
    """Remember that the program ends by itself, and everything it had written is flushed."""
    database.run("UPDATE openings SET was_stopped_well = 1 WHERE number = ?", opening.number)
