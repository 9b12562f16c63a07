"""Two whole services in one process: from the invite to the files, and every way it can end."""

import asyncio
import builtins
import contextlib
import dataclasses
import functools
import gc
import itertools
import os
import socket
import sqlite3
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import force_setattr

from byhand.domain.codes import Code
from byhand.domain.events import AddingFriend, AddingStage, InviteMade, TransferRemoved
from byhand.domain.identity import FriendId
from byhand.domain.transfer import TransferId, TransferState
from byhand.domain.trust import renamed
from byhand.engine.arrival import begin_arrival
from byhand.errors import InviteProblem, RemoteProtocolError, StorageError
from byhand.protocol.handshake import LaneTicket, open_lane
from byhand.protocol.invite import Invite, encode_link
from byhand.protocol.messages import Hello, Lanes, Offer
from byhand.service import arrivals
from byhand.service.friend_session import FriendSession
from byhand.service.incoming import Incoming
from byhand.service.ourselves import TEXT
from byhand.service.outgoing import Outgoing
from byhand.service.sessions import Connected
from byhand.service.transfer_service import DISK_THREADS
from byhand.storage.disk import SYSTEM_DISK
from tests.helpers import connection_pair
from tests.helpers.faulty_disk import ALL_CALLS, LOOKING, disk_of
from tests.helpers.lanes import write_tree
from tests.helpers.loopback import is_answered
from tests.helpers.trees import open_descriptors, snapshot
from tests.helpers.two_services import SECONDS, Party, party, two_services

_S = TransferState


@pytest.fixture
def quick_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory, where the system has one."""
    memory = "/dev/shm"
    with tempfile.TemporaryDirectory(dir=memory if os.path.isdir(memory) else None) as folder:
        yield Path(folder)


def session_of(party: Party) -> FriendSession:
    session = party.service._people.sessions.get(party.friend.id)
    assert session is not None
    return session


async def offered(sender: Party, receiver: Party, *paths: Path) -> TransferId:
    transfer_id = sender.service.send([str(path) for path in paths], sender.friend.id)
    await receiver.until_offered(transfer_id)
    return transfer_id


async def handed_over(sender: Party, receiver: Party, *paths: Path) -> TransferId:
    transfer_id = await offered(sender, receiver, *paths)
    receiver.service.accept(transfer_id)
    await sender.until_final(transfer_id)
    await receiver.until_final(transfer_id)
    return transfer_id


async def test_what_is_raised_while_a_service_runs_comes_out_in_no_group(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        async with party(tmp_path / "alice", tmp_path):
            raise StorageError(tmp_path, "the disk is gone")


async def test_a_folder_arrives_in_both_directions(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    source = write_tree(tmp_path / "Fotos – Žluť", [0, 1, 256 * 1024, 3_000_000, 20, 0])
    (source / "empty").mkdir()
    for sender, receiver in ((alice, bob), (bob, alice)):
        transfer_id = await handed_over(sender, receiver, source)
        for side in (sender, receiver):
            transfer = side.transfers()[transfer_id]
            assert transfer.state is _S.DONE
            assert (transfer.done_files, transfer.total_files) == (6, 6)
        assert snapshot(receiver.folder / source.name) == snapshot(source)


async def test_a_text_for_an_older_byhand_ends_with_a_reason_and_disturbs_nothing(
    pair: tuple[Party, Party],
) -> None:
    alice, bob = pair
    await alice.until_synced()
    session = session_of(alice)
    session.capabilities -= {TEXT}
    transfer_id = alice.service.send_text("See you at eight", alice.friend.id)
    ended = await alice.until_final(transfer_id)
    assert (ended.state, ended.code, ended.title) == (
        _S.FAILED,
        Code.UNSUPPORTED,
        "See you at eight",
    )
    await alice.until_quiet()
    assert session_of(alice) is session
    assert transfer_id not in bob.transfers()
    session.capabilities |= {TEXT}
    again = alice.service.send_again(transfer_id)
    await bob.until_offered(again)
    bob.service.accept(again)
    assert (await alice.until_final(again)).state is _S.DONE


async def settled(is_so: Callable[[], bool]) -> None:
    """Wait for what no event tells."""
    async with asyncio.timeout(SECONDS):
        while not is_so():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


def running(party: Party) -> list[Incoming | Outgoing]:
    return party.service._handing_over.transfers._running.all()


async def test_nothing_is_left_behind_after_many_ends(tmp_path: Path) -> None:
    gc.collect()
    before = await asyncio.to_thread(open_descriptors)
    source = write_tree(tmp_path / "from", [300_000, 5])
    async with two_services(tmp_path) as (alice, bob):
        await handed_over(alice, bob, source)
        withdrawn = await offered(alice, bob, source)
        alice.service.cancel(withdrawn)
        await bob.until(lambda: TransferRemoved(withdrawn) in bob.events)
        declined = await offered(alice, bob, source)
        bob.service.decline(declined)
        await alice.until_state(declined, _S.DECLINED)
        await settled(lambda: not running(alice) + running(bob))
        folder = bob.folder
    assert not await asyncio.to_thread(open_descriptors) - before
    assert await asyncio.to_thread(os.listdir, folder) == ["from"]


async def test_both_ask_for_each_other_at_once(pair: tuple[Party, Party], tmp_path: Path) -> None:
    alice, bob = pair
    source = write_tree(tmp_path / "from", [2_000_000])
    ids = await asyncio.gather(handed_over(alice, bob, source), handed_over(bob, alice, source))
    assert all(alice.transfers()[each].state is _S.DONE for each in ids)


async def test_five_sends_at_once_show_three_and_all_arrive(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    sources = [write_tree(tmp_path / f"from {number}", [1000]) for number in range(5)]
    ids = [alice.service.send([str(source)], alice.friend.id) for source in sources]
    for transfer_id in ids[:3]:
        await bob.until_offered(transfer_id)
    assert not set(ids[3:]) & set(bob.transfers())
    for transfer_id in ids:
        await bob.until_offered(transfer_id)
        bob.service.accept(transfer_id)
        assert (await alice.until_final(transfer_id)).state is _S.DONE
    states = [each.transfer.state for each in alice.events if hasattr(each, "transfer")]
    assert _S.FAILED not in states


async def test_a_busy_receiver_gets_the_offer_later(
    pair: tuple[Party, Party], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice, bob = pair
    source = write_tree(tmp_path / "from", [10])
    monkeypatch.setattr("byhand.service.offer_limits.OFFERS_IN_ALL", 0)
    transfer_id = alice.service.send([str(source)], alice.friend.id)
    await alice.until_state(transfer_id, _S.QUEUED)
    assert transfer_id not in bob.transfers()
    monkeypatch.setattr("byhand.service.offer_limits.OFFERS_IN_ALL", 10)
    transfers = alice.service._handing_over.transfers
    transfers._around.refusals.accepted(alice.friend.id)  # time passes
    transfers.offer_next(alice.friend.id)
    await bob.until_offered(transfer_id)
    bob.service.accept(transfer_id)
    assert (await alice.until_final(transfer_id)).state is _S.DONE


async def test_half_of_the_sources_gone_means_partly_done_on_both_sides(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    source = write_tree(tmp_path / "from", [10] * 50 + [400_000] * 2)
    transfer_id = await offered(alice, bob, source)
    for number in range(25):
        (source / f"{number:05}").unlink()
    (source / "00050").unlink()
    bob.service.accept(transfer_id)
    for side in (alice, bob):
        transfer = await side.until_final(transfer_id)
        assert transfer.state is _S.PARTLY_DONE
        assert (transfer.done_files, transfer.failed_files) == (26, 26)
        assert {problem.code for problem in transfer.problems} == {Code.SOURCE_GONE}
    assert snapshot(bob.folder / "from") == snapshot(source)


async def test_thousands_of_lost_sources_do_not_flood_the_receiver(
    pair: tuple[Party, Party], quick_folder: Path
) -> None:
    alice, bob = pair
    bob.service.profile.set_downloads(str(quick_folder))
    source = write_tree(quick_folder / "from", [1] * 12_001)
    transfer_id = await offered(alice, bob, source)
    for number in range(12_000):
        (source / f"{number:05}").unlink()
    bob.service.accept(transfer_id)
    for side in (alice, bob):
        transfer = await side.until_final(transfer_id)
        assert transfer.state is _S.PARTLY_DONE
        assert (transfer.done_files, transfer.failed_files) == (1, 12_000)


async def test_a_friend_who_offers_and_withdraws_does_not_fill_the_list(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    source = write_tree(tmp_path / "from", [10])
    for _ in range(5):
        transfer_id = await offered(alice, bob, source)
        alice.service.cancel(transfer_id)
        await bob.until(lambda: TransferRemoved(transfer_id) in bob.events)  # noqa: B023
    assert list(bob.service._handing_over.queue) == []


async def test_an_offer_under_an_id_of_ours_ends_the_session(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    transfer_id = await handed_over(alice, bob, write_tree(tmp_path / "from", [10]))
    for side in (alice, bob):
        with pytest.raises(RemoteProtocolError):
            side.service._handing_over.transfers.offered(
                session_of(side), Offer(transfer_id=transfer_id, number=9, title="x"), "/"
            )
        assert side.transfers()[transfer_id].state is _S.DONE


async def test_an_offer_outlives_the_session_that_it_was_made_in(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    transfer_id = await offered(alice, bob, write_tree(tmp_path / "from", [10]))
    session_of(alice)._channel.abort()
    await alice.until_state(transfer_id, _S.QUEUED)
    assert bob.transfers()[transfer_id].state is _S.OFFERED
    alice.service._people.sessions.look_for(alice.friend.id, afresh=True)
    await alice.until_state(transfer_id, _S.OFFERED)
    bob.service.accept(transfer_id)
    assert (await alice.until_final(transfer_id)).state is _S.DONE


async def test_a_lane_that_breaks_is_opened_anew_and_the_rest_arrives(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    source = write_tree(tmp_path / "from", [60_000_000])
    transfer_id = await offered(alice, bob, source)
    bob.service.accept(transfer_id)
    await alice.until_state(transfer_id, _S.ACTIVE, _S.CLOSING)
    lanes = session_of(alice).lanes
    async with asyncio.timeout(10):
        await lanes.sending_lane()
    for lane in lanes._sending.values():
        lane.interrupt()
    for side in (alice, bob):
        assert (await side.until_final(transfer_id)).state is _S.DONE
    assert snapshot(bob.folder / "from") == snapshot(source)


async def test_F11_lanes_end_with_their_control_connection(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    await handed_over(alice, bob, write_tree(tmp_path / "from", [10]))
    sessions = [session_of(side) for side in (alice, bob)]
    threads = [
        thread
        for lanes in (session.lanes for session in sessions)
        for thread in (
            *(sending._thread for sending in lanes._sending.values()),
            *(receiving._thread for receiving in lanes._receiving.values()),
        )
    ]
    assert len(threads) == 2
    disk = alice.service._handing_over.transfers._around.disk
    blocker = asyncio.gather(*(disk.run(_wait) for _ in range(DISK_THREADS)))
    sessions[0]._channel.abort()
    for thread in threads:
        await asyncio.to_thread(thread.join, 10)
        assert not thread.is_alive()
    _GO.set()
    await blocker


_GO = threading.Event()


def _wait() -> None:
    _GO.wait(20)


async def test_closing_leaves_nothing_half_written_under_a_name(tmp_path: Path) -> None:
    source = write_tree(tmp_path / "from", [80_000_000])
    async with two_services(tmp_path) as (alice, bob):
        transfer_id = await offered(alice, bob, source)
        bob.service.accept(transfer_id)
        await bob.until_state(transfer_id, _S.ACTIVE)
        folder = bob.folder
    left = await asyncio.to_thread(os.listdir, folder)
    assert left == ["from"] or all(name.startswith(".byhand-") for name in left)


async def test_a_service_ends_though_a_friend_reads_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write_tree(tmp_path / "from", [1] * 100)
    async with two_services(tmp_path) as (alice, _):
        session = session_of(alice)

        async def drain() -> None:
            await session._channel._queue.wait_until(-1)  # until the session is over

        monkeypatch.setattr(session, "drain", drain)
        transfer_id = alice.service.send([str(source)], alice.friend.id)
        await alice.until(lambda: alice.transfers()[transfer_id].is_counted)
        alice.service.cancel(transfer_id)
        await alice.until_final(transfer_id)
        alice.service.send([str(source)], alice.friend.id)


async def test_an_observer_with_a_bug_harms_nobody_else(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair

    def fail(event: object) -> None:
        if hasattr(event, "transfer"):
            raise ZeroDivisionError

    alice.service.subscribe(fail)
    transfer_id = await handed_over(alice, bob, write_tree(tmp_path / "from", [10]))
    assert alice.transfers()[transfer_id].state is _S.DONE


async def test_friends_meet_again_after_a_restart(tmp_path: Path) -> None:
    async with two_services(tmp_path) as (alice, bob):
        port = alice.service._people.port
        names = alice.friend.name, bob.friend.name
    async with (
        party(tmp_path / "alice", tmp_path / "alice's downloads") as alice,
        party(tmp_path / "bob", tmp_path / "bob's downloads") as bob,
    ):
        assert (alice.friend.name, bob.friend.name) == names
        bob.service.send([str(tmp_path)], bob.friend.id, f"127.0.0.1:{alice.service._people.port}")
        await alice.until(lambda: alice.is_friend_online)
        assert port


GUARDED = (
    (builtins, "open"),
    *((os, name) for name in ("open", "stat", "lstat", "scandir", "listdir", "fsync", "mkdir")),
    *((os, name) for name in ("unlink", "rmdir", "rename", "replace", "statvfs", "preadv")),
    (sqlite3, "connect"),
)


async def test_the_loop_never_touches_a_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever two services do together, no call that may wait on a disk is made by their loop."""
    source = await asyncio.to_thread(write_tree, tmp_path / "from", [0, 10, 700_000])
    loop_thread = threading.current_thread()
    seen: list[str] = []

    def guarded(name: str, call: Callable[..., object]) -> Callable[..., object]:
        def judged(*arguments: object, **named: object) -> object:
            if threading.current_thread() is loop_thread:
                frames = itertools.islice(traceback.walk_stack(None), 8)
                seen.append(name + "".join(f" <{f.f_code.co_filename}:{n}" for f, n in frames))
            return call(*arguments, **named)

        return judged

    with monkeypatch.context() as patch:
        for module, name in GUARDED:
            patch.setattr(module, name, guarded(name, getattr(module, name)))
        # Receiving has its calls from a disk, which took them before they were guarded.
        disk = disk_of(
            lambda name: guarded(name, getattr(SYSTEM_DISK, name)), {*ALL_CALLS, *LOOKING}
        )
        patch.setattr(arrivals, "begin_arrival", functools.partial(begin_arrival, disk=disk))
        os.stat(tmp_path)
        assert len(seen) == 1, "the guard sees nothing"
        async with two_services(tmp_path) as (alice, bob):
            await handed_over(alice, bob, source)
            declined = await offered(bob, alice, source)
            alice.service.decline(declined)
            await bob.until_final(declined)
            bob.service.profile.set_names("Bob", "desk")
            bob.service.friends.rename(bob.friend.id, "Al")
            await bob.until(lambda: bob.service._people.book.get(bob.friend.id).name == "Al")  # type: ignore[union-attr]
            bob.service.friends.remove(bob.friend.id)
            await alice.until(lambda: not alice.is_friend_online)
    assert seen[1:] == []


async def test_F10_a_lane_tag_works_once_and_only_if_announced(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    await handed_over(alice, bob, write_tree(tmp_path / "from", [10]))
    sessions = {session_of(side).is_initiator: (side, session_of(side)) for side in pair}
    (_, dialler), (listener, answering) = sessions[True], sessions[False]
    address = ("127.0.0.1", listener.service._people.port)

    async def opens(ticket: LaneTicket) -> bool:
        steps = open_lane(ticket)
        try:
            return await is_answered(address, next(steps).send)
        finally:
            steps.close()

    dialler.lanes._next_index = 200  # it meant to announce those below
    secret = dialler.lanes._make_ticket(100, 0)
    assert not await opens(secret)
    answering.lanes.announced(Lanes(indices=[100], direction=0))
    other_session = dataclasses.replace(secret, tag=bytes(16))
    assert not await opens(other_session)
    assert not await opens(dataclasses.replace(secret, psk=bytes(32)))
    assert not await opens(secret), "its tag was used by the one who did not know the key"
    answering.lanes.announced(Lanes(indices=[102], direction=0))
    good = dialler.lanes._make_ticket(102, 0)
    assert await opens(good)
    assert not await opens(good)
    with pytest.raises(RemoteProtocolError):
        answering.lanes.announced(Lanes(indices=[102], direction=0))


async def test_F01_F02_a_friend_who_stalls_or_trickles_is_hung_up_on(
    pair: tuple[Party, Party],
) -> None:
    """Single bytes of a record that never ends keep no session alive, by a clock of our own."""
    alice, bob = pair
    channel = session_of(alice)._channel
    now = 1000.0
    channel._keep_alive._clock = lambda: now
    channel._keep_alive.heard()
    loop = asyncio.get_running_loop()
    silent = session_of(bob)._channel
    monkey = silent._socket.dup()
    monkey.setblocking(False)
    await loop.sock_sendall(monkey, b"\xff\xff")
    for _ in range(44):
        now += 1
        await loop.sock_sendall(monkey, b"x")
        await asyncio.sleep(0.001)
    assert not channel._keep_alive.is_lost()
    now += 1
    assert channel._keep_alive.is_lost()
    channel.abort()
    monkey.close()
    await alice.until(lambda: not alice.is_friend_online)


async def test_a_connection_that_is_gone_before_its_session_begins_harms_nobody(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    near, far = socket.socketpair()
    near.close()
    far.close()
    ours, _ = connection_pair.session_pair()
    people = alice.service._people
    people.sessions.adopt(Connected(near, ours, alice.friend.id, 0, None))
    transfer_id = await handed_over(alice, bob, write_tree(tmp_path / "from", [10]))
    assert alice.transfers()[transfer_id].state is _S.DONE


async def test_a_disk_that_refuses_at_the_start_of_a_session_harms_nobody_else(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair

    async def refuse(*_: object) -> None:
        raise StorageError(tmp_path)

    callbacks = alice.service._people.sessions._callbacks
    confirmed = callbacks.confirmed
    force_setattr(callbacks, "confirmed", refuse)
    session_of(alice)._channel.abort()
    await alice.until(lambda: not alice.is_friend_online)
    force_setattr(callbacks, "confirmed", confirmed)
    await bob.until(lambda: not bob.is_friend_online)
    bob.service._people.sessions.look_for(bob.friend.id, afresh=True)
    await alice.until(lambda: alice.is_friend_online)


async def test_the_same_link_twice_makes_one_friend_and_both_orders_end(tmp_path: Path) -> None:
    async with (
        party(tmp_path / "alice", tmp_path / "in") as alice,
        party(tmp_path / "bob", tmp_path / "in") as bob,
    ):
        alice.service.make_invite()
        await alice.until(lambda: any(isinstance(each, InviteMade) for each in alice.events))
        link = next(each.link for each in alice.events if isinstance(each, InviteMade))
        bob.service.add_friend(link)
        bob.service.add_friend(link)
        added = AddingStage.ADDED

        def ends() -> list[AddingFriend]:
            told = [each for each in bob.events if isinstance(each, AddingFriend)]
            return [each for each in told if each.stage is added]

        await bob.until(lambda: len(ends()) == 2)
        assert len(list(bob.service._people.book)) == 1


async def made_invite(maker: Party) -> str:
    maker.service.make_invite()
    await maker.until(lambda: any(isinstance(each, InviteMade) for each in maker.events))
    return next(each.link for each in maker.events if isinstance(each, InviteMade))


def how_adding_ended(user: Party) -> list[AddingFriend]:
    told = [each for each in user.events if isinstance(each, AddingFriend)]
    return [each for each in told if each.stage is not AddingStage.CONNECTING]


@pytest.mark.parametrize("at_once", [True, False])
async def test_a_link_that_two_people_use_makes_one_friend_and_the_other_hears_why(
    tmp_path: Path, at_once: bool
) -> None:
    names = ("alice", "bob", "carol")
    async with contextlib.AsyncExitStack() as stack:
        alice, *users = [
            await stack.enter_async_context(party(tmp_path / name, tmp_path / "in"))
            for name in names
        ]
        link = await made_invite(alice)
        for user in users:
            user.service.add_friend(link)
            if not at_once:
                await user.until(lambda: bool(how_adding_ended(user)))  # noqa: B023
        for user in users:
            await user.until(lambda: bool(how_adding_ended(user)))  # noqa: B023
        ends = sorted(
            (how_adding_ended(user)[0].stage, how_adding_ended(user)[0].problem) for user in users
        )
        assert ends == [(AddingStage.ADDED, ""), (AddingStage.FAILED, InviteProblem.USED)]
        refused = next(user for user in users if how_adding_ended(user)[0].problem)
        assert not list(refused.service._people.book)
        await alice.until(lambda: bool(list(alice.service._people.book)))  # after the link's user
        assert len(list(alice.service._people.book)) == 1


async def test_a_friend_without_a_version_in_common_is_told_goodbye(
    pair: tuple[Party, Party],
) -> None:
    alice, _ = pair
    session = session_of(alice)
    hello = Hello(versions=[2], app="later", installation_id=bytes(16))
    with pytest.raises(RemoteProtocolError):
        session._handle(hello, lambda _: None)


async def test_a_friend_who_renames_their_computer_all_the_time_costs_few_writes(
    pair: tuple[Party, Party], monkeypatch: pytest.MonkeyPatch
) -> None:
    alice, _ = pair
    people = alice.service._people
    saved: list[str] = []
    keep = people.book.set_computer

    async def count(friend_id: FriendId, computer: str) -> None:
        saved.append(computer)
        await keep(friend_id, computer)

    monkeypatch.setattr(people.book, "set_computer", count)
    monkeypatch.setattr("byhand.service.told_computers.SAVED_APART_SECONDS", 0.01)
    for number in range(500):
        people._computers.called(alice.friend.id, f"desk {number}")
    await alice.until(
        lambda: people.book.get(alice.friend.id).computer == "desk 499"  # type: ignore[union-attr]
    )
    assert len(saved) <= 2


async def test_a_friend_list_that_cannot_be_saved_stays_as_it_was(
    pair: tuple[Party, Party], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    alice, _ = pair
    book = alice.service._people.book

    def refuse(*_: object) -> None:
        raise StorageError(tmp_path)

    with monkeypatch.context() as patch:
        patch.setattr("byhand.service.book_file.save_book", refuse)
        before = list(book)
        renaming = book.change(lambda friends: renamed(friends, alice.friend.id, "Other"))
        for change in (renaming, book.remove(alice.friend.id)):
            with pytest.raises(StorageError):
                await change
        assert list(book) == before


async def test_a_link_that_leads_nowhere_does_not_hold_up_the_end(tmp_path: Path) -> None:
    """Tried to its end, which takes 20 s, it would be told as failed."""
    expires_at = int(time.time()) + 1000
    nowhere = Invite(bytes(32), FriendId(bytes(range(32))), expires_at, ("tcp://127.0.0.1:9",), "X")
    async with party(tmp_path / "alice", tmp_path / "in") as alice:
        alice.service.add_friend(encode_link(nowhere))
        await alice.until(lambda: AddingFriend(AddingStage.CONNECTING) in alice.events)
        await settled(lambda: bool(alice.service._people.newcomers.inviting.given()))
    assert not alice.service._waiting
    assert all(each.stage is AddingStage.CONNECTING for each in told_about_adding(alice))


def told_about_adding(somebody: Party) -> list[AddingFriend]:
    return [each for each in somebody.events if isinstance(each, AddingFriend)]
