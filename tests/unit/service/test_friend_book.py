"""The friend book: what it keeps of friends, and what it never does."""

import stat
import time
from collections.abc import Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from byhand.domain import trust
from byhand.domain.friend import Path as Way
from byhand.domain.friend import Policy, Presence, Trust
from byhand.domain.identity import PublicKeys, short_id
from byhand.domain.introduction import IntroductionId
from byhand.errors import DiskFullError, FriendOrderError, KeyChangedError, UnknownFriendError
from byhand.storage.friend_store import IntroductionRecord, InviteRecord
from tests.helpers.books import Book
from tests.helpers.people import keys_of

PSK, OTHER_PSK = b"p" * 32, b"q" * 32
A, B = keys_of("a"), keys_of("b")
INSTALLATIONS = [bytes([number]) * 16 for number in (1, 2)]


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path / "friends")


def introduction(number: int, expires_in: float = 1000.0) -> IntroductionRecord:
    return IntroductionRecord(
        IntroductionId(bytes([number]) * 16),
        A.friend_id,
        B,
        "Bea",
        "laptop",
        PSK,
        time.time() + expires_in,
        ("tcp://192.0.2.1:47800",),
    )


def test_a_friend_is_there_after_a_restart_with_all_that_was_said(book: Book) -> None:
    real = book.real
    friend = book.now(real.add(A, PSK, "Anna", "laptop", is_verified=True, introduced_by="Marek"))
    book.now(real.change(lambda f: trust.given_policy(f, friend.id, Policy(True, 5, "/in"))))
    book.now(real.note_installation(friend.id, INSTALLATIONS[0]))
    again = Book(book.path)
    assert list(again.real) == list(real)
    (kept,) = again.real
    assert kept.trust is Trust.VERIFIED
    assert kept.verified_at > 0
    assert (kept.introduced_by, kept.policy) == ("Marek", Policy(True, 5, "/in"))
    assert again.real.pinned(kept.id) == real.pinned(kept.id)


def test_modes_are_kept_of_whom_the_user_said_so_and_nobody_else_is(book: Book) -> None:
    real = book.real
    anna = book.now(real.add(A, PSK, "Anna", "laptop"))
    book.now(real.note_installation(anna.id, INSTALLATIONS[0]))
    assert not real.keeps_modes_of(anna.id)
    book.now(real.change(lambda f: trust.given_policy(f, anna.id, Policy(keeps_modes=True))))
    assert real.keeps_modes_of(anna.id)
    assert not real.keeps_modes_of(B.friend_id)
    book.now(real.note_installation(anna.id, INSTALLATIONS[1]))
    assert not real.keeps_modes_of(anna.id)


def test_a_key_with_another_partner_is_refused_and_nothing_is_kept(book: Book) -> None:
    book.now(book.real.add(A, PSK, "Anna", "laptop"))
    before = book.saved()
    for mixed in (PublicKeys(A.x25519, B.ed25519), PublicKeys(B.x25519, A.ed25519)):
        with pytest.raises(KeyChangedError):
            book.now(book.real.add(mixed, PSK, "Bea", "laptop", is_verified=True))
    assert book.saved() == before
    assert len(book.seen) == 1


def test_pairing_again_replaces_the_key_and_keeps_the_names(book: Book) -> None:
    first = book.now(book.real.add(A, PSK, "Anna", "laptop", is_verified=True))
    again = book.now(book.real.add(A, OTHER_PSK, "Mallory", "elsewhere"))
    assert again == first
    pinned = book.real.pinned(first.id)
    assert pinned is not None
    assert pinned.psk == OTHER_PSK
    (record,) = book.saved().friends
    assert record.psk == OTHER_PSK


def test_pairing_again_by_code_makes_sure(book: Book) -> None:
    book.now(book.real.add(A, PSK, "Anna", "laptop"))
    assert book.now(book.real.add(A, PSK, "Anna", "", is_verified=True)).trust is Trust.VERIFIED
    other = book.now(book.real.add(B, PSK, "Bea", "laptop"))
    book.now(book.real.set_verified(other.id))
    assert book.real.by_id()[other.id].trust is Trust.VERIFIED


def test_who_gets_verified_is_let_in_unasked_where_that_is_set(book: Book) -> None:
    real = book.real
    early = book.now(real.add(A, PSK, "Anna", "laptop", is_verified=True))
    real.accepts_verified = True
    later = book.now(real.add(B, PSK, "Bea", "laptop"))
    book.now(real.change(lambda f: trust.renamed(f, early.id, "Anne")))
    accepts = {friend.name: friend.policy.accepts_by_itself for friend in real}
    assert accepts == {"Anne": False, "Bea": False}
    book.now(real.set_verified(later.id))
    assert real.by_id()[later.id].policy == Policy(accepts_by_itself=True)
    book.now(real.change(lambda f: trust.given_policy(f, later.id, Policy())))
    assert not real.by_id()[later.id].policy.accepts_by_itself


@pytest.mark.parametrize("proposed", ["", "You", "✓ Verified", "🛡️", "\u200b", "Sуstem"])
def test_a_newcomer_without_an_honest_name_goes_by_its_id(book: Book, proposed: str) -> None:
    friend = book.now(book.real.add(A, PSK, proposed, "laptop\n✓"))
    assert friend.name == short_id(friend.id)
    assert friend.computer == "laptop ✓"


def test_held_friends_are_not_pinned_nor_announced_to_nor_here(book: Book) -> None:
    old = book.now(book.real.add(A, PSK, "Anna", "laptop"))
    book.real.set_presence(old.id, Presence(Way.SAME_NETWORK, 5.0))
    newcomer = book.now(book.real.add(B, PSK, "Anna", "laptop", is_verified=True))
    for keys in (A, B):
        assert book.real.pinned(keys.friend_id) is None
        assert book.real.pinned_by_static(keys.x25519) is None
    assert book.real.secrets() == {}
    assert book.seen[old.id][1] == Presence(None, 5.0)
    assert book.held == [(old.id, True)]
    book.now(book.real.remove(old.id))
    assert book.held == [(old.id, True), (newcomer.id, False)]
    assert book.real.secrets() == {newcomer.id: PSK}
    assert list(book.seen) == [newcomer.id]


def test_a_blocked_friend_who_pairs_again_stays_blocked(book: Book) -> None:
    friend = book.now(book.real.add(A, PSK, "Anna", "laptop"))
    book.now(book.real.change(lambda friends: trust.blocked(friends, friend.id)))
    again = book.now(book.real.add(A, OTHER_PSK, "Anna", "laptop", is_verified=True))
    assert again.trust is Trust.BLOCKED
    assert book.real.secrets() == {}
    book.now(book.real.change(lambda friends: trust.unblocked(friends, friend.id)))
    assert book.real.by_id()[friend.id].trust is Trust.VERIFIED
    assert book.real.secrets() == {friend.id: OTHER_PSK}


def test_an_identity_on_a_second_installation_may_be_a_copy(book: Book) -> None:
    friend_id = book.now(book.real.add(A, PSK, "Anna", "laptop")).id
    here, there = INSTALLATIONS
    book.now(book.real.note_installation(friend_id, here))
    book.now(book.real.note_installation(friend_id, here))
    assert not book.real.by_id()[friend_id].is_copied
    book.now(book.real.note_installation(friend_id, there))
    assert book.real.by_id()[friend_id].is_copied
    book.disk.is_full = True
    for met_on in (here, there, here, there):
        book.now(book.real.note_installation(friend_id, met_on))
    book.disk.is_full = False
    book.now(book.real.confirm_moved(friend_id))
    for again in (book, Book(book.path)):
        again.now(again.real.note_installation(friend_id, there))
        assert not again.real.by_id()[friend_id].is_copied, "the newest is believed"
    book.now(book.real.note_installation(friend_id, here))
    assert book.real.by_id()[friend_id].is_copied


def test_when_a_friend_was_last_used_outlasts_their_coming_and_going(book: Book) -> None:
    friend_id = book.now(book.real.add(A, PSK, "Anna", "laptop")).id
    book.real.note_used(friend_id, 7.0)
    book.real.set_presence(friend_id, Presence(Way.INTERNET, 8.0))
    book.real.set_presence(friend_id, Presence(None, 9.0))
    assert book.seen[friend_id][1] == Presence(None, 9.0, 7.0)


def test_introductions_are_kept_replaced_dropped_and_expire(book: Book) -> None:
    first, second, late = introduction(1), introduction(2), introduction(3, expires_in=-1.0)
    for record in (first, second, late):
        book.now(book.real.openings.keep_introduction(record))
    agreed = replace(first, is_agreed=True)
    book.now(book.real.openings.keep_introduction(agreed))
    assert book.real.openings.introductions() == (second, agreed)
    assert Book(book.path).real.openings.introductions() == (second, agreed)
    book.now(book.real.openings.drop_introduction(second.id))
    book.now(book.real.openings.drop_introduction(second.id))
    assert book.saved().introductions == (agreed,)


def test_an_invite_is_good_for_one_friend(book: Book) -> None:
    invite = InviteRecord(PSK, time.time() + 1000, "byhand://add/x")
    book.now(book.real.openings.open_invite(invite))
    used = replace(invite, used_by=A.friend_id)
    assert book.now(book.real.openings.use_invite(PSK, A.friend_id)) == used
    assert book.now(book.real.openings.use_invite(PSK, A.friend_id)) == used
    assert book.now(book.real.openings.use_invite(PSK, B.friend_id)) is None
    assert book.now(book.real.openings.use_invite(OTHER_PSK, B.friend_id)) is None


def test_the_link_that_brought_a_removed_friend_brings_them_back_no_more(book: Book) -> None:
    used, open_to_all = (InviteRecord(key, time.time() + 1000, "x") for key in (PSK, OTHER_PSK))
    book.now(book.real.add(A, PSK, "Anna", "laptop"))
    book.now(book.real.openings.open_invite(used))
    book.now(book.real.openings.open_invite(open_to_all))
    book.now(book.real.openings.use_invite(PSK, A.friend_id))
    book.now(book.real.remove(A.friend_id))
    assert book.real.openings.invites() == book.saved().invites == (open_to_all,)


Change = Callable[[Book], Coroutine[Any, Any, object]]
CHANGES: dict[str, Change] = {
    "add": lambda book: book.real.add(B, PSK, "Anna", "desk", is_verified=True),
    "add again": lambda book: book.real.add(A, OTHER_PSK, "Anna", "desk", is_verified=True),
    "verify": lambda book: book.real.set_verified(A.friend_id),
    "computer": lambda book: book.real.set_computer(A.friend_id, "desk"),
    "installation": lambda book: book.real.note_installation(A.friend_id, INSTALLATIONS[1]),
    "block": lambda book: book.real.change(lambda f: trust.blocked(f, A.friend_id)),
    "remove": lambda book: book.real.remove(A.friend_id),
    "invite": lambda book: book.real.openings.open_invite(InviteRecord(PSK, 1e12, "")),
    "introduction": lambda book: book.real.openings.keep_introduction(introduction(1)),
}


@pytest.mark.parametrize("name", CHANGES)
def test_P8_on_a_full_disk_everything_is_as_it_was(book: Book, name: str) -> None:
    book.now(book.real.add(A, PSK, "Anna", "laptop"))
    book.now(book.real.note_installation(A.friend_id, INSTALLATIONS[0]))
    saved, seen, pinned = book.saved(), dict(book.seen), book.real.pinned(A.friend_id)
    book.disk.is_full = True
    with pytest.raises(DiskFullError):
        book.now(CHANGES[name](book))
    assert (book.saved(), book.seen, book.held) == (saved, seen, [])
    assert book.real.pinned(A.friend_id) == pinned
    assert list(book.real) == [record.friend for record in saved.friends]
    assert book.real.openings.introductions() == ()
    book.disk.is_full = False
    book.now(CHANGES[name](book))
    assert book.saved() != saved


def test_what_changes_nothing_writes_nothing(book: Book) -> None:
    book.now(book.real.add(A, PSK, "Anna", "laptop"))
    book.disk.is_full = True
    book.now(book.real.set_computer(A.friend_id, "laptop"))
    book.now(book.real.set_computer(B.friend_id, "laptop"))
    book.now(book.real.note_installation(B.friend_id, INSTALLATIONS[0]))
    book.now(book.real.remove(B.friend_id))
    book.now(book.real.openings.drop_introduction(introduction(1).id))
    book.now(book.real.change(lambda friends: trust.unblocked(friends, A.friend_id)))
    assert len(book.seen) == 1


def test_what_may_not_be_changes_nothing(book: Book) -> None:
    friend = book.now(book.real.add(A, PSK, "Anna", "laptop"))
    with pytest.raises(FriendOrderError):
        book.now(book.real.change(lambda friends: trust.renamed(friends, friend.id, "")))
    assert list(book.real) == [friend]


def test_nobody_has_the_keys_of_a_stranger(book: Book) -> None:
    with pytest.raises(UnknownFriendError):
        book.real.keys(A.friend_id)
    assert book.real.pinned(A.friend_id) is None
    assert book.real.pinned_by_static(A.x25519) is None


def test_the_file_is_for_its_owner_alone(book: Book) -> None:
    book.now(book.real.add(A, PSK, "Anna", "laptop"))
    assert stat.S_IMODE(book.path.stat().st_mode) == 0o600


def test_who_is_announced_and_does_not_answer_is_told_until_they_do(book: Book) -> None:
    real = book.real
    friend = book.now(real.add(A, PSK, "Anna", "laptop"))
    real.set_unreachable(friend.id, is_unreachable=True)
    assert book.seen[friend.id][1].is_unreachable
    assert not book.seen[friend.id][1].is_online
    real.set_presence(friend.id, Presence(Way.SAME_NETWORK, 5.0))
    assert book.seen[friend.id][1] == Presence(Way.SAME_NETWORK, 5.0)
