"""The end of an incoming transfer: what was saved is signed for, kept, and only then told."""

import time

from byhand.domain.plan import IncomingPlan
from byhand.domain.transfer import TransferState
from byhand.protocol.credentials import LocalIdentity
from byhand.protocol.messages import Finished
from byhand.protocol.receipt import Delivery, files_digest, sign_receipt
from byhand.service.receiving import Receiving
from byhand.service.remembering import remember_exchanged
from byhand.service.row import Row
from byhand.service.surroundings import Surroundings


async def finish(
    row: Row[IncomingPlan],
    receiving: Receiving,
    identity: LocalIdentity,
    around: Surroundings,
    paths: tuple[str, ...],
) -> None:
    """Say what is here, once it is certain that we shall say so after any stop, too.

    `paths` are the final names. Raises StorageError.
    """
    row.update(saved_paths=paths, done_files=receiving.whole_files())
    finished = _finished(row, receiving, identity, around)
    if paths:
        around.used(row.now.friend_id)
    row.receipt = finished.receipt
    await around.memory.keep_roots(row.id, receiving.roots())
    if not receiving.failed:
        row.end(TransferState.DONE)
    elif paths:
        row.end(TransferState.PARTLY_DONE)
    else:
        row.end(TransferState.FAILED, next(iter(receiving.failed.values())))
    await row.kept()
    receiving.say_finished(finished)
    around.spawn(remember_exchanged(row.stored, around))


def _finished(
    row: Row[IncomingPlan], receiving: Receiving, identity: LocalIdentity, around: Surroundings
) -> Finished:
    """Return what we say of what was saved, with our signature under it."""
    now, files = row.now, files_digest(receiving.roots())
    delivery = Delivery(now.id, now.friend_id, around.own_id, row.plan.digest, files)
    receipt = sign_receipt(identity, delivery, int(time.time()))
    return Finished(
        transfer_id=now.id, ok=now.done_files, bad=len(receiving.failed), receipt=receipt
    )
