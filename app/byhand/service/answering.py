"""What the receiver says of an offer: accepted, declined, or later; and which entries it chose."""

from collections.abc import Iterator

from byhand.domain.codes import Code
from byhand.domain.columns import Columns
from byhand.domain.plan import IncomingPlan, not_chosen
from byhand.domain.transfer import TransferId
from byhand.protocol.codec import RANGES_LIMIT, batches, cut_ranges
from byhand.protocol.group_consent import GroupConsent
from byhand.protocol.message import Message
from byhand.protocol.messages import Answer, Cancel, FileRow, Files, FileState, Verdict


def answer(
    transfer_id: TransferId,
    plan: IncomingPlan,
    verdict: Verdict,
    code: Code,
    consent: GroupConsent | None = None,
) -> Answer:
    """Return the answer; a choice that does not fit a message is made by `narrowing`, too."""
    chosen = None
    if verdict is Verdict.ACCEPT and plan.chosen is not None and _fits(plan.chosen):
        chosen = list(plan.chosen)
    return Answer(
        transfer_id=transfer_id,
        digest=plan.digest,
        verdict=verdict,
        chosen=chosen,
        code=code,
        group=consent if verdict is Verdict.ACCEPT else None,
    )


def narrowing(transfer_id: TransferId, plan: IncomingPlan, columns: Columns) -> Iterator[Message]:
    """Yield what makes a wider choice the one that did not fit; to be said in every session."""
    if plan.chosen is None or _fits(plan.chosen):
        return
    for part in cut_ranges(not_chosen(plan, len(columns)).encode()):
        yield Cancel(transfer_id=transfer_id, entries=part)
    cancelled = _narrowed(plan, columns)
    files = (FileRow(entry, FileState.CANCELLED, Code.CANCELLED) for entry in cancelled)
    for rows in batches(files):
        yield Files(transfer_id=transfer_id, rows=rows)


def narrowed(plan: IncomingPlan, columns: Columns) -> int:
    """Return how many files `narrowing` tells as cancelled."""
    return sum(1 for _ in _narrowed(plan, columns))


def _narrowed(plan: IncomingPlan, columns: Columns) -> Iterator[int]:
    if plan.chosen is not None and not _fits(plan.chosen):
        for start, end in not_chosen(plan, len(columns)):
            yield from (entry for entry in range(start, end) if not columns.is_folder(entry))


def _fits(ranges: tuple[int, ...]) -> bool:
    return len(ranges) <= 2 * RANGES_LIMIT
