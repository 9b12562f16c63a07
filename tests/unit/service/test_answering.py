from byhand.domain.codes import Code
from byhand.domain.columns import Columns, columns_of
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.plan import IncomingPlan
from byhand.domain.transfer import TransferId
from byhand.protocol.codec import RANGES_LIMIT, encode_message
from byhand.protocol.messages import Answer, Cancel, Files, FileState, Verdict
from byhand.service.answering import answer, narrowed, narrowing

ID = TransferId(bytes(16))
DIGEST = bytes(range(32))
EVERY_OTHER = tuple(number for start in range(0, 4 * RANGES_LIMIT, 2) for number in (start, 1))


def columns(count: int) -> Columns:
    """A folder, and files."""
    folder = [Entry(("a",), EntryKind.FOLDER)]
    return columns_of(
        folder + [Entry(("a", f"{each}"), EntryKind.FILE, 1, 1) for each in range(count - 1)]
    )


def test_an_answer_binds_the_manifest_and_the_choice() -> None:
    plan = IncomingPlan(digest=DIGEST, chosen=(1, 2))
    assert answer(ID, plan, Verdict.ACCEPT, Code.OK) == Answer(
        transfer_id=ID, digest=DIGEST, verdict=Verdict.ACCEPT, chosen=[1, 2], code=Code.OK
    )
    assert list(narrowing(ID, plan, columns(4))) == []
    assert narrowed(plan, columns(4)) == 0


def test_whoever_declines_has_chosen_nothing() -> None:
    plan = IncomingPlan(digest=DIGEST, chosen=(1, 2))
    said = answer(ID, plan, Verdict.DECLINE, Code.NAME_REFUSED)
    assert (said.chosen, said.code) == (None, Code.NAME_REFUSED)


def test_a_choice_that_does_not_fit_a_message_is_made_of_a_wider_one() -> None:
    plan = IncomingPlan(digest=DIGEST, chosen=EVERY_OTHER)
    said = answer(ID, plan, Verdict.ACCEPT, Code.OK)
    assert said.chosen is None
    offered = columns(4 * RANGES_LIMIT)
    messages = list(narrowing(ID, plan, offered))
    for message in (said, *messages):
        encode_message(message)
    cancelled = [
        start + each
        for message in messages
        if isinstance(message, Cancel)
        for start, count in zip(message.entries[::2], message.entries[1::2], strict=True)  # type: ignore[index]
        for each in range(count)
    ]
    assert cancelled == list(range(1, 4 * RANGES_LIMIT, 2))
    told = [row for each in messages if isinstance(each, Files) for row in each.rows]
    assert [row.entry for row in told] == cancelled
    assert narrowed(plan, offered) == len(told)
    assert {row.state for row in told} == {FileState.CANCELLED}


def test_of_what_is_left_out_folders_are_not_told_as_files() -> None:
    chosen = tuple(number for start in range(1, 4 * RANGES_LIMIT, 2) for number in (start, 1))
    messages = list(narrowing(ID, IncomingPlan(chosen=chosen), columns(4 * RANGES_LIMIT)))
    told = [row.entry for each in messages if isinstance(each, Files) for row in each.rows]
    assert told[0] == 2
