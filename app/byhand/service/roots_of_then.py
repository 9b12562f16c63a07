"""What files must be that come once more without anybody being asked, because they are lost."""

from collections.abc import Iterable, Sequence

from byhand.domain.manifest import Entry
from byhand.domain.outcomes import NO_ROOT, ROOT_BYTES
from byhand.domain.plan import IncomingPlan
from byhand.domain.transfer import Direction, Transfer
from byhand.service.earlier import Earlier, find_earlier
from byhand.service.surroundings import Surroundings
from byhand.storage.manifest_block import ENTRIES
from byhand.storage.manifest_spool import Spool


async def roots_of_then(
    entries: Sequence[Entry], transfer: Transfer, plan: IncomingPlan, around: Surroundings
) -> bytes:
    """Return the roots, joined, of files that had arrived before; zeros for any other entry.

    Empty if our user was asked, or nothing of it had. Raises StorageError.
    """
    if plan.retry_of is None or not transfer.accepted_by_policy:
        return b""
    friend_id, direction = transfer.friend_id, Direction.INCOMING
    earlier = await find_earlier(plan.retry_of, friend_id, direction, around)
    if earlier is None:
        return b""
    return await around.disk.run(_roots, entries, earlier)


def is_any_other(roots: Iterable[tuple[int, bytes]], then: bytes) -> bool:
    """Say whether any of some files has another root than it had then."""
    for entry, root in roots:
        before = then[entry * ROOT_BYTES : (entry + 1) * ROOT_BYTES]
        if before not in (root, NO_ROOT):
            return True
    return False


def _roots(entries: Sequence[Entry], earlier: Earlier) -> bytes:
    """Return them; what was accepted so comes in the order of then."""
    roots = bytearray(ROOT_BYTES * len(entries))
    then = Spool.open(earlier.spool, ENTRIES, earlier.manifest)
    try:
        known = enumerate(then)
        for index, entry in enumerate(entries):
            number = next((n for n, old in known if old.components == entry.components), None)
            if number is not None and number in earlier.arrived:
                roots[index * ROOT_BYTES : (index + 1) * ROOT_BYTES] = earlier.root(number)
    finally:
        then.close()
    return bytes(roots) if any(roots) else b""
