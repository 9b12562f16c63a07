"""What a friend may get, or make us write, by asking for files again, or by offering them again."""

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.pieces import KIB
from byhand.domain.plan import AS_IT_IS
from byhand.domain.transfer import Transfer, TransferId, TransferState
from byhand.protocol.message_types import AGAIN_TYPE
from byhand.protocol.messages import ErrorReport
from byhand.protocol.resume_messages import Again
from byhand.service import repairing
from byhand.service.earlier import Earlier
from byhand.service.friend_session import FriendSession
from byhand.service.lost_files import Lost
from byhand.service.starting import plan_of
from tests.helpers.exchanging import Wire, handed_over, offered
from tests.helpers.lanes import write_tree
from tests.helpers.three_services import id_of, three_services
from tests.helpers.trees import snapshot
from tests.helpers.two_services import Party

_S = TransferState
EVERYTHING = [0, 4]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_tree(tmp_path / "photos", [10, 2000, 30])


def session_of(side: Party) -> FriendSession:
    session = side.service._people.sessions.synced(side.friend.id)
    assert session is not None
    return session


def repeats(side: Party, transfer_id: TransferId) -> list[Transfer]:
    return [each for each in side.transfers().values() if each.again_of == transfer_id]


def refusals(wire: Wire) -> list[ErrorReport]:
    reports = [message for message in wire.messages if isinstance(message, ErrorReport)]
    return [report for report in reports if report.about == AGAIN_TYPE]


async def is_refused(side: Party, wire: Wire, transfer_id: TransferId) -> bool:
    """Ask for all of a transfer; say whether that is refused, and nothing offered."""
    session_of(side).post(Again(transfer_id=transfer_id, entries=EVERYTHING))
    await side.until_quiet()
    is_said = [(each.transfer_id, each.code) for each in refusals(wire)] == [
        (transfer_id, Code.NOT_FOUND)
    ]
    return is_said and not repeats(side, transfer_id)


async def test_what_was_never_accepted_is_not_to_be_had_by_asking_again(
    pair: tuple[Party, Party], source: Path, wire: Wire
) -> None:
    alice, bob = pair
    declined = await offered(alice, bob, source)
    bob.service.decline(declined)
    await alice.until_final(declined)
    assert await is_refused(bob, wire, declined)


async def test_nor_is_what_was_not_chosen(
    pair: tuple[Party, Party], source: Path, wire: Wire
) -> None:
    alice, bob = pair
    first = await offered(alice, bob, source)
    bob.service.accept(first, chosen=[1, 1])
    assert (await alice.until_final(first)).state is _S.DONE
    session_of(bob).post(Again(transfer_id=first, entries=[2, 2]))
    await bob.until_quiet()
    assert [each.transfer_id for each in refusals(wire)] == [first]
    assert not repeats(bob, first)


async def test_nor_what_another_friend_was_given(tmp_path: Path, source: Path, wire: Wire) -> None:
    async with three_services(tmp_path) as (anna, marek, mira):
        for each in (marek, mira):
            await each.until(lambda: each.is_friend_online)  # noqa: B023
            await each.until_synced()
        transfer_id = anna.service.send([str(source)], id_of(marek))
        await marek.until_offered(transfer_id)
        marek.service.accept(transfer_id)
        assert (await anna.until_final(transfer_id)).state is _S.DONE
        assert await is_refused(mira, wire, transfer_id)


async def test_ranges_that_cannot_be_end_the_session(
    pair: tuple[Party, Party], source: Path, wire: Wire
) -> None:
    alice, bob = pair
    first = await handed_over(alice, bob, source)
    session = session_of(bob)
    session.post(Again(transfer_id=first, entries=[0, 5]))
    await bob.until(lambda: session.ended_with is not None)
    assert not repeats(alice, first)


async def test_asked_a_hundred_times_it_is_offered_once(
    pair: tuple[Party, Party], source: Path
) -> None:
    alice, bob = pair
    first = await handed_over(alice, bob, source)
    for _ in range(100):
        session_of(bob).post(Again(transfer_id=first, entries=EVERYTHING))
    await bob.until(lambda: bool(repeats(bob, first)))
    await bob.until_quiet()
    assert len(repeats(alice, first)) == len(repeats(bob, first)) == 1
    assert repeats(bob, first)[0].state is _S.OFFERED, "whose user has not asked is asked"


async def test_nor_is_there_more_than_one_offer_if_other_files_are_asked_for_each_time(
    pair: tuple[Party, Party], source: Path
) -> None:
    alice, bob = pair
    first = await handed_over(alice, bob, source)
    for index in (1, 2, 3) * 3:
        session_of(bob).post(Again(transfer_id=first, entries=[index, 1]))
    await bob.until(lambda: bool(repeats(bob, first)))
    await bob.until_quiet()
    assert len(repeats(alice, first)) == 1


async def test_what_our_user_has_ended_is_not_offered_again(
    pair: tuple[Party, Party], source: Path, wire: Wire
) -> None:
    alice, bob = pair
    first = await handed_over(alice, bob, source)
    session_of(bob).post(Again(transfer_id=first, entries=EVERYTHING))
    await alice.until(lambda: bool(repeats(alice, first)))
    (repeated,) = repeats(alice, first)
    await bob.until_offered(repeated.id)
    alice.service.cancel(repeated.id)
    await alice.until_final(repeated.id)
    session_of(bob).post(Again(transfer_id=first, entries=EVERYTHING))
    await bob.until_quiet()
    assert [each.transfer_id for each in refusals(wire)] == [first]
    assert len(repeats(alice, first)) == 1


def rewrite(path: Path, content: bytes) -> None:
    """Write to a file of the same length, and leave its date as it was."""
    status = path.stat()
    assert len(content) == status.st_size
    path.write_bytes(content)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


async def test_what_has_changed_since_behind_the_same_date_is_not_to_be_had(
    pair: tuple[Party, Party], source: Path, wire: Wire
) -> None:
    """As the containers do that encrypt files."""
    alice, bob = pair
    first = await handed_over(alice, bob, source)
    for path, size in (("00000", 10), ("00001", 2000), ("00002", 30)):
        rewrite(source / path, b"!" * size)
    assert await is_refused(bob, wire, first)
    assert not repeats(alice, first)


async def test_what_changes_once_it_is_offered_again_is_not_sent(
    pair: tuple[Party, Party], source: Path
) -> None:
    alice, bob = pair
    first = await handed_over(alice, bob, source)
    session_of(bob).post(Again(transfer_id=first, entries=EVERYTHING))
    await bob.until(lambda: bool(repeats(bob, first)))
    (again,) = repeats(bob, first)
    await bob.until_offered(again.id)
    secret = b"!" * 2000
    rewrite(source / "00001", secret)
    bob.service.accept(again.id)
    ended = [await side.until_final(again.id) for side in (alice, bob)]
    assert [each.failed_files for each in ended] == [1, 1]
    await bob.until_quiet()
    assert secret not in snapshot(bob.folder).values()


async def test_more_than_was_asked_for_does_not_come_along(
    pair: tuple[Party, Party], source: Path
) -> None:
    """Else a friend would replace files that are right."""
    alice, bob = pair
    first = await handed_over(alice, bob, source)
    before = snapshot(bob.folder)
    lost = Lost(first, bob.friend.id, [1, 1])
    bob.service._handing_over.repairing._around.lost.want(lost)
    plan = replace(plan_of([str(source)], AS_IT_IS), retry_of=first, again=(1, 2))
    again = alice.service._handing_over.transfers.repeat(plan, alice.friend.id)
    await bob.until_offered(again)
    assert bob.transfers()[again].state is _S.OFFERED
    bob.service.decline(again)
    await alice.until_final(again)
    assert snapshot(bob.folder) == before


@pytest.mark.parametrize("size", [2000, 600 * KIB], ids=["in a pack", "in pieces"])
async def test_something_else_in_place_of_what_was_lost_is_not_taken(
    pair: tuple[Party, Party], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    """Nobody is asked, so it has to be what our user has accepted before."""
    alice, bob = pair
    source = write_tree(tmp_path / "films", [10, size])
    first = await handed_over(alice, bob, source)
    (bob.folder / "films/00001").unlink()
    before = snapshot(bob.folder)
    rewrite(source / "00001", b"!" * size)
    monkeypatch.setattr(Earlier, "is_as_handed_over", lambda *_: True)
    bob.service.history.fetch_again(first)
    await bob.until(lambda: any(each.is_final for each in repeats(bob, first)))
    (again,) = repeats(bob, first)
    assert (again.state, again.code) == (_S.FAILED, Code.PROTOCOL)
    await bob.until_quiet()
    assert snapshot(bob.folder) == before


async def test_a_link_in_place_of_the_folder_is_not_mended(
    pair: tuple[Party, Party], source: Path, tmp_path: Path
) -> None:
    alice, bob = pair
    first = await handed_over(alice, bob, source)
    (bob.folder / "photos/00001").write_bytes(b"damaged")
    (bob.folder / "photos").rename(tmp_path / "elsewhere")
    (bob.folder / "photos").symlink_to(tmp_path / "elsewhere")
    before = snapshot(tmp_path / "elsewhere")
    bob.service.history.fetch_again(first)
    await bob.until(lambda: any(each.is_final for each in repeats(bob, first)))
    assert snapshot(tmp_path / "elsewhere") == before
    assert (bob.folder / "photos (1)/00001").read_bytes() == (source / "00001").read_bytes()


async def test_there_is_an_end_to_asking_again(
    pair: tuple[Party, Party], source: Path, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repairing, "REPAIRS_OF_ONE", 2)
    alice, bob = pair
    first = await handed_over(alice, bob, source)
    for number in (1, 2):
        session_of(bob).post(Again(transfer_id=first, entries=EVERYTHING))
        await bob.until(lambda: len(repeats(bob, first)) == number)  # noqa: B023
        again = repeats(bob, first)[-1].id
        await bob.until_offered(again)
        bob.service.decline(again)
        await alice.until_final(again)
    assert not refusals(wire)
    session_of(bob).post(Again(transfer_id=first, entries=EVERYTHING))
    await bob.until_quiet()
    assert [each.code for each in refusals(wire)] == [Code.NOT_FOUND]
    assert len(repeats(alice, first)) == 2
