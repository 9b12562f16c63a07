"""Friends and strangers who lie about who they are, and the rules that hold them.

Of security.md: sections 1 (identity), 9 (offers), 10 (accepting); ids as in hostile-tests.md.
"""

import asyncio
import contextlib
import errno
import hashlib
import secrets
import shutil
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.domain import trust
from byhand.domain.codes import Code
from byhand.domain.events import FriendAdded, FriendChanged
from byhand.domain.friend import Policy, Trust
from byhand.domain.identity import short_id
from byhand.domain.look_alike import pretends
from byhand.domain.names import collision_key
from byhand.domain.transfer import TransferId, TransferState
from byhand.errors import DiskFullError, KeyChangedError, StorageError, UnreachableError
from byhand.network.addresses import Hint
from byhand.network.dialer import dial
from byhand.protocol.credentials import Introduction, LocalIdentity, OpenInvite, PinnedFriend
from byhand.protocol.handshake import call_friend, use_invite
from byhand.protocol.messages import Answer, Offer, ProfileUpdate, Verdict
from byhand.service.friend_session import FriendSession
from byhand.service.offer_limits import OFFERS_A_FRIEND
from byhand.storage.friend_store import load_book, save_book
from byhand.storage.identity_store import INSTALLATION_ID_BYTES
from tests.helpers.books import KEY, Book
from tests.helpers.circles import (
    befriend,
    circle,
    friend,
    friends_of_the_first,
    id_of,
    seek,
    sends,
    until_offline,
    until_online,
)
from tests.helpers.faulty_disk import FaultyDisk
from tests.helpers.lanes import write_tree
from tests.helpers.people import keys_of
from tests.helpers.two_services import SECONDS, Party

_S = TransferState
PSK = b"p" * 32
CHECKSUM_BYTES = 8


@pytest.fixture
async def pair(tmp_path: Path) -> AsyncIterator[tuple[Party, Party]]:
    async with friends_of_the_first(tmp_path, "Alice", "Bob") as (alice, bob):
        yield alice, bob


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path / "friends")


async def settled(is_so: Callable[[], bool]) -> None:
    """Wait for what no event tells."""
    async with asyncio.timeout(SECONDS):
        while not is_so():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def session_of(somebody: Party, other: Party) -> FriendSession:
    """Return the session of two friends once transfers may be spoken of in it."""

    def session() -> FriendSession | None:
        return somebody.service._people.sessions.get(id_of(other))

    await settled(lambda: (here := session()) is not None and here.is_synced)
    found = session()
    assert found is not None
    return found


# --- whom nobody answers


async def is_answered(caller: Party, called: Party, pinned: PinnedFriend) -> bool:
    """Say whether a first message of somebody's brings a single byte back."""
    steps = call_friend(caller.service._stores.identity, pinned, time.time_ns())
    reader, writer = await asyncio.open_connection("127.0.0.1", called.service._people.port)
    try:
        writer.write(next(steps).send)
        async with asyncio.timeout(SECONDS):
            return await reader.read(1) != b""
    except ConnectionError:
        return False
    finally:
        steps.close()
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()


@pytest.mark.parametrize("how", ["removed", "blocked"])
async def test_H06_who_was_removed_or_blocked_meets_silence(
    pair: tuple[Party, Party], how: str
) -> None:
    alice, bob = pair
    pinned = bob.service._people.book.pinned(id_of(alice))
    assert pinned is not None
    assert await is_answered(bob, alice, pinned), "friends are answered"
    orders = alice.service.friends
    (orders.remove if how == "removed" else orders.block)(id_of(bob))
    await settled(lambda: alice.service._people.book.pinned(id_of(bob)) is None)
    await until_offline(bob, id_of(alice))
    assert not await is_answered(bob, alice, pinned)
    assert alice.service._people.sessions.get(id_of(bob)) is None


async def test_H06_who_was_blocked_meets_silence_with_their_link_too(
    pair: tuple[Party, Party],
) -> None:
    alice, bob = pair
    (invite,) = alice.service._people.book.openings.invites()
    secret = OpenInvite(invite.psk, int(invite.expires_at), id_of(alice))
    here = Hint("127.0.0.1", alice.service._people.port)
    identity = bob.service._stores.identity
    alice.service.friends.block(id_of(bob))
    await settled(lambda: friend(alice, id_of(bob)).is_held)
    with pytest.raises(UnreachableError):
        await dial([here], lambda: use_invite(identity, Introduction("Bob", ""), secret))


async def test_H06_who_is_held_may_not_use_an_invite_nor_keeps_it_from_others(
    pair: tuple[Party, Party],
) -> None:
    alice, bob = pair
    alice.service.friends.block(id_of(bob))
    await settled(lambda: friend(alice, id_of(bob)).is_held)
    openings = alice.service._people.book.openings
    before = set(openings.invites())
    alice.service.make_invite()
    await settled(lambda: len(openings.invites()) > len(before))
    (invite,) = set(openings.invites()) - before
    refusal = alice.service._people.newcomers.refusal
    assert refusal(invite.psk, id_of(bob)) is Code.DENIED
    assert refusal(invite.psk, LocalIdentity.generate().friend_id) is Code.OK


async def test_H06_who_calls_while_being_removed_is_hung_up_on(pair: tuple[Party, Party]) -> None:
    alice, bob = pair
    people = alice.service._people
    async with people.book._file.turn:  # as while something else is being saved
        alice.service.friends.remove(id_of(bob))
        await until_offline(bob, id_of(alice))
        await until_offline(alice, id_of(bob))
        await seek(bob, alice)
    await settled(lambda: people.book.get(id_of(bob)) is None)
    await settled(lambda: not people.sessions.here())


async def test_H06_both_rivals_meet_silence(tmp_path: Path) -> None:
    async with circle(tmp_path, "Alice", "Bob", "Bob") as (alice, bob, other):
        await befriend(alice, bob)
        await befriend(alice, other)
        for held in (bob, other):
            pinned = held.service._people.book.pinned(id_of(alice))
            assert pinned is not None
            assert not await is_answered(held, alice, pinned)
        assert alice.service._people.book.secrets() == {}, "nobody held is announced to"


# --- one identity on two computers


def moved_profile(profile: Path, copy: Path) -> None:
    """Copy a profile as a thief would, or somebody who moves: the installation is another."""
    shutil.copytree(profile, copy, ignore=shutil.ignore_patterns("*.sock", "lock"))
    key = copy / "identity.key"
    content = key.read_bytes()[: -CHECKSUM_BYTES - INSTALLATION_ID_BYTES]
    content += secrets.token_bytes(INSTALLATION_ID_BYTES)
    key.write_bytes(content + hashlib.blake2s(content, digest_size=CHECKSUM_BYTES).digest())
    key.chmod(0o600)


def was_told_of_a_copy(somebody: Party) -> bool:
    told = (each for each in somebody.events if isinstance(each, FriendChanged))
    return any(each.friend.is_copied for each in told)


async def test_H15_a_stolen_identity_is_noticed_and_accepts_nothing_by_itself(
    tmp_path: Path,
) -> None:
    source = await asyncio.to_thread(write_tree, tmp_path / "from", [10])
    async with friends_of_the_first(tmp_path, "Alice", "Bob") as (alice, bob):
        await alice.service._people.book.set_verified(id_of(bob))
        alice.service.friends.set_policy(id_of(bob), Policy(True))
        await alice.until(lambda: friend(alice, id_of(bob)).policy.accepts_by_itself)
        unasked = sends(bob, alice, source)
        assert (await alice.until_final(unasked)).accepted_by_policy
        await bob.until_final(unasked)  # else the thief would go on with that one
        thief_folder = tmp_path / "thief"
        thief_folder.mkdir()
        await asyncio.to_thread(moved_profile, tmp_path / "profile 1", thief_folder / "profile 0")
        async with circle(thief_folder, "Bob") as (thief,):
            assert id_of(thief) == id_of(bob)
            await until_online(thief, id_of(alice))
            await alice.until(lambda: was_told_of_a_copy(alice))
            # Something else: what was sent before may still be on the copied list, and be joined.
            other = await asyncio.to_thread(write_tree, tmp_path / "other", [10])
            asked = sends(thief, alice, other)
            await alice.until_offered(asked)
            assert alice.transfers()[asked].state is _S.OFFERED
            assert not alice.transfers()[asked].accepted_by_policy


async def test_H15_a_stolen_identity_is_not_faster_than_the_disk(tmp_path: Path) -> None:
    source = await asyncio.to_thread(write_tree, tmp_path / "from", [10])
    async with friends_of_the_first(tmp_path, "Alice", "Bob") as (alice, bob):
        book = alice.service._people.book
        await book.set_verified(id_of(bob))
        alice.service.friends.set_policy(id_of(bob), Policy(True))
        await alice.until(lambda: friend(alice, id_of(bob)).policy.accepts_by_itself)
        thief_folder = tmp_path / "thief"
        thief_folder.mkdir()
        await asyncio.to_thread(moved_profile, tmp_path / "profile 1", thief_folder / "profile 0")
        async with circle(thief_folder, "Bob") as (thief,):
            async with book._file.turn:  # as while something else is being saved
                await seek(thief, alice)
                asked = sends(thief, alice, source)
                await alice.until_offered(asked)
                assert not friend(alice, id_of(bob)).is_copied
            await alice.until(lambda: was_told_of_a_copy(alice))
            assert alice.transfers()[asked].state is _S.OFFERED


async def test_H15_who_has_moved_is_believed_once_the_user_says_so(tmp_path: Path) -> None:
    source = await asyncio.to_thread(write_tree, tmp_path / "from", [10])
    async with circle(tmp_path, "Alice") as (alice,):
        bobs = tmp_path / "bob"
        bobs.mkdir()
        async with circle(bobs, "Bob") as (bob,):
            await befriend(alice, bob)
            await until_online(alice, id_of(bob))
            await alice.service._people.book.set_verified(id_of(bob))
            alice.service.friends.set_policy(id_of(bob), Policy(True))
        await until_offline(alice, id_of(bob))
        new = tmp_path / "new"
        new.mkdir()
        await asyncio.to_thread(moved_profile, bobs / "profile 0", new / "profile 0")
        async with circle(new, "Bob") as (moved,):
            await alice.until(lambda: was_told_of_a_copy(alice))
            alice.service.friends.confirm_moved(id_of(bob))
            await alice.until(lambda: not friend(alice, id_of(bob)).is_copied)
            await until_online(moved, id_of(alice))
            transfer_id = sends(moved, alice, source)
            assert (await alice.until_final(transfer_id)).accepted_by_policy


# --- names


async def test_D03_a_name_told_by_a_friend_changes_nothing(pair: tuple[Party, Party]) -> None:
    alice, bob = pair
    for name in ("Mallory", "✓ Verified", "Alice"):
        (await session_of(bob, alice)).post(ProfileUpdate(name=name, computer=f"{name}'s desk"))
    await alice.until(lambda: friend(alice, id_of(bob)).computer == "Alice's desk")
    assert friend(alice, id_of(bob)).name == "Bob"
    told = (each for each in alice.events if isinstance(each, FriendAdded | FriendChanged))
    assert {each.friend.name for each in told} == {"Bob"}


PRETENDERS = (
    *("You", "System", "✓ Verified", "✔️", "🛡️ Byhand", "Byhand", "Ｓｙｓｔｅｍ", "Sуstem", "y o u"),
    *(
        "✅ Anna",
        "Anna ☑",
        "Anna\n\nByhand: your disk is full",
        "🔒Anna🔒",
        "\u202eAnna",
        "An\u200bna",
    ),
)


@pytest.mark.parametrize("proposed", PRETENDERS)
def test_G03_no_name_passes_for_the_app_or_carries_its_marks(book: Book, proposed: str) -> None:
    newcomer = book.now(book.real.add(keys_of("a"), PSK, proposed, proposed, is_verified=True))
    assert not pretends(newcomer.name)
    assert newcomer.name.isprintable()
    assert newcomer.computer.isprintable()
    assert newcomer.name == short_id(newcomer.id) or "Anna" in newcomer.name


async def test_G03_a_guest_who_calls_itself_verified_goes_by_its_id(tmp_path: Path) -> None:
    async with circle(tmp_path, "Alice", "✓ Verified") as (alice, guest):
        await befriend(alice, guest)
        assert friend(alice, id_of(guest)).name == short_id(id_of(guest))
        assert friend(alice, id_of(guest)).trust is Trust.UNVERIFIED


@pytest.mark.parametrize("proposed", ["Anna", "ANNA", "anna ", "Anna.", "Ann\u00ada", "✓ Anna"])
def test_a_friends_name_with_another_identity_holds_both(book: Book, proposed: str) -> None:
    """Section 1 b: nothing moves to the newcomer, and there is no way to go on regardless."""
    old = book.now(book.real.add(keys_of("a"), PSK, "Anna", "laptop", is_verified=True))
    policy = Policy(True, 1000, "/in")
    book.now(book.real.change(lambda friends: trust.given_policy(friends, old.id, policy)))
    newcomer = book.now(book.real.add(keys_of("b"), PSK, proposed, "laptop"))
    friends = book.real.by_id()
    assert collision_key(newcomer.name) != collision_key("Anna")
    assert friends[old.id].trust is Trust.KEY_CHANGED
    assert (friends[old.id].rival, newcomer.rival) == (newcomer.id, old.id)
    assert friends[old.id].policy == policy
    assert not newcomer.policy.accepts_by_itself
    assert trust.policy_in_force(friends[old.id]) is None
    for keys in (keys_of("a"), keys_of("b")):
        assert book.real.pinned_by_static(keys.x25519) is None
    for again in ("a", "b"):
        book.now(book.real.add(keys_of(again), PSK, "Anna", "laptop", is_verified=True))
        assert all(each.is_held for each in book.real), "pairing alone says not who is who"


def test_half_of_a_friends_keys_with_another_partner_is_refused(book: Book) -> None:
    """Section 1 a: nothing is stored, and nothing of the friend changes."""
    known, stranger = keys_of("a"), keys_of("b")
    book.now(book.real.add(known, PSK, "Anna", "laptop"))
    before = book.saved()
    for mixed in (
        replace(known, ed25519=stranger.ed25519),
        replace(known, x25519=stranger.x25519),
        replace(stranger, ed25519=known.x25519),
    ):
        with pytest.raises(KeyChangedError):
            book.now(book.real.add(mixed, PSK, "Somebody", "laptop", is_verified=True))
    assert book.saved() == before


# --- the book's file


def test_P7_a_newer_book_is_refused_with_text_and_not_touched(book: Book) -> None:
    body = b"byhand friends 9\nwhatever"
    content = body + hashlib.blake2s(body, key=KEY, digest_size=32).digest()
    book.path.write_bytes(content)
    with pytest.raises(StorageError) as caught:
        Book(book.path)
    assert "newer" in caught.value.reason
    assert book.path.read_bytes() == content


def test_P8_a_full_disk_leaves_the_old_book_whichever_call_it_stops(book: Book) -> None:
    book.now(book.real.add(keys_of("a"), PSK, "Anna", "laptop"))
    old = book.saved()
    new = replace(old, friends=())
    fail_at = 0
    while True:
        fail_at += 1
        disk = FaultyDisk(fail_at, errno.ENOSPC)
        try:
            save_book(book.path, KEY, new, disk.disk)
        except DiskFullError:
            assert load_book(book.path, KEY) in (old, new)
            assert [each.name for each in book.path.parent.iterdir()] == ["friends"]
            continue
        break
    assert fail_at > 4
    assert load_book(book.path, KEY) == new


# --- offers


async def answers_to(sender: Party, receiver: Party, count: int) -> list[Code]:
    """Offer again and again without listening to anything; return what was answered."""
    session = await session_of(sender, receiver)
    answers: dict[bytes, Answer] = {}
    ids = [TransferId(secrets.token_bytes(16)) for _ in range(count)]
    for transfer_id in ids:

        def hear(message: object) -> None:
            if isinstance(message, Answer):
                answers[message.transfer_id] = message

        session.route(transfer_id, hear)
        session.post(Offer(transfer_id=transfer_id, number=session.next_number(), title="x"))
    await settled(lambda: len(answers) >= count - OFFERS_A_FRIEND)
    assert all(each.verdict is Verdict.DECLINE for each in answers.values())
    return [answers[each].code for each in ids if each in answers]


async def test_of_many_offers_three_are_shown_and_the_rest_is_busy(
    pair: tuple[Party, Party],
) -> None:
    """Section 9: 3 a friend wait for an answer, the next is refused."""
    alice, bob = pair
    codes = await answers_to(bob, alice, 50)
    assert codes == [Code.BUSY] * (50 - OFFERS_A_FRIEND)
    assert len(alice.transfers()) == OFFERS_A_FRIEND


async def test_who_was_declined_is_not_shown_again_for_a_while(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    """Section 9: back-off 10 s, 60 s, 10 min; an accept forgives."""
    alice, bob = pair
    around = alice.service._handing_over.transfers._around
    now = 1000.0
    around.declines._clock = lambda: now
    source = await asyncio.to_thread(write_tree, tmp_path / "from", [10])
    for wait in (10.0, 60.0, 600.0, 600.0):
        bob.service._handing_over.transfers._around.refusals.accepted(id_of(alice))
        offer = sends(bob, alice, source)
        await alice.until_offered(offer)
        alice.service.decline(offer)
        await bob.until_final(offer)
        now += wait - 0.1
        shown = len(alice.transfers())
        session = await session_of(bob, alice)
        refused: list[object] = []
        transfer_id = TransferId(secrets.token_bytes(16))
        session.route(transfer_id, refused.append)
        session.post(Offer(transfer_id=transfer_id, number=session.next_number(), title="x"))
        await settled(lambda heard=refused: bool(heard))  # type: ignore[misc]
        (answer,) = refused
        assert isinstance(answer, Answer)
        assert answer.code is Code.BUSY
        assert len(alice.transfers()) == shown
        now += 0.1
    offer = sends(bob, alice, source)
    await alice.until_offered(offer)
    alice.service.accept(offer)
    await bob.until_final(offer)
    assert not around.declines.is_waiting(id_of(bob))


async def test_one_click_blocks_a_friend_who_floods_and_takes_all_offers_away(
    pair: tuple[Party, Party],
) -> None:
    """Section 9: "Block" is one order; afterwards nothing of the friend waits for an answer."""
    alice, bob = pair
    await answers_to(bob, alice, 20)
    alice.service.friends.block(id_of(bob))
    await until_offline(alice, id_of(bob))
    await alice.until(lambda: all(each.is_final for each in alice.transfers().values()))
    assert alice.service._handing_over.queue.open_offers() == 0


# --- accepting


@pytest.mark.parametrize("reason", ["off", "unverified", "too large", "program", "hidden program"])
async def test_nothing_comes_in_unasked_that_may_not(
    pair: tuple[Party, Party], tmp_path: Path, reason: str
) -> None:
    """Section 10: off by default, verified friends only, a limit, never a program."""
    alice, bob = pair
    book = alice.service._people.book
    if reason != "unverified":
        await book.set_verified(id_of(bob))
    if reason not in ("off", "unverified"):
        alice.service.friends.set_policy(id_of(bob), Policy(True, 100))
        await alice.until(lambda: friend(alice, id_of(bob)).policy.accepts_by_itself)
    if reason == "unverified":
        # Not even one that was written into the book by somebody else than the user.
        policy = Policy(True, 10**9)
        await book.change(lambda f: [replace(f[id_of(bob)], policy=policy)])
    source = tmp_path / "from"
    source.mkdir()
    names = {"program": "setup.exe", "hidden program": "Photos.JPG.lnk", "too large": "big"}
    (source / names.get(reason, "a.jpg")).write_bytes(bytes(101 if reason == "too large" else 10))
    offer = sends(bob, alice, source)
    await alice.until_offered(offer)
    transfer = alice.transfers()[offer]
    assert (transfer.state, transfer.accepted_by_policy) == (_S.OFFERED, False)
    assert list(alice.folder.iterdir()) == []


async def test_what_comes_in_unasked_can_always_be_seen(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    """Section 10: always visible, from the moment it is accepted to its end."""
    alice, bob = pair
    await alice.service._people.book.set_verified(id_of(bob))
    alice.service.friends.set_policy(id_of(bob), Policy(True, 10**6))
    await alice.until(lambda: friend(alice, id_of(bob)).policy.accepts_by_itself)
    offer = sends(bob, alice, await asyncio.to_thread(write_tree, tmp_path / "from", [10]))
    await alice.until_final(offer)
    seen = [each.transfer for each in alice.events if hasattr(each, "transfer")]
    after = [each for each in seen if each.state not in (_S.OFFERED,)]
    assert after
    assert all(each.accepted_by_policy for each in after)


@pytest.mark.parametrize(("first", "second"), [("a", "b"), ("b", "a")])
def test_no_order_of_pairing_lets_a_namesake_take_the_place(
    book: Book, first: str, second: str
) -> None:
    """Section 1: whoever comes second is the one who is numbered, verified or not."""
    kept = book.now(book.real.add(keys_of(first), PSK, "Anna", "laptop"))
    newcomer = book.now(book.real.add(keys_of(second), PSK, "Anna", "laptop", is_verified=True))
    book.now(book.real.remove(newcomer.id))
    assert list(book.real) == [kept]
    assert book.real.pinned(kept.id) is not None
