"""The friend book in any order of what may happen to it, beside a model of who is who."""

import contextlib
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from byhand.domain import trust
from byhand.domain.friend import Friend, Presence, Trust
from byhand.domain.friend import Path as Way
from byhand.domain.identity import FriendId
from byhand.domain.names import collision_key
from byhand.errors import DiskFullError, FriendOrderError, KeyChangedError
from byhand.service.friend_book import Rule
from tests.helpers.books import Book
from tests.helpers.people import keys_of

LETTERS = st.sampled_from("abc")
NAMES = st.sampled_from(["Anna", "ANNA", "✓ Anna", "Anna (2)", "Bea", ""])
COMPUTERS = st.sampled_from(["laptop", "Laptop", "desk"])


def id_of(letter: str) -> FriendId:
    return keys_of(letter).friend_id


class Friendships(RuleBasedStateMachine):
    """`persons` says whose computer each friend is, as the user has said it."""

    def __init__(self) -> None:
        super().__init__()
        memory = "/dev/shm"
        self.folder = tempfile.TemporaryDirectory(dir=memory if os.path.isdir(memory) else None)
        self.book = Book(Path(self.folder.name, "friends"))
        self.persons: dict[FriendId, int] = {}
        self.compared: set[FriendId] = set()
        self.number = 0

    def teardown(self) -> None:
        self.folder.cleanup()

    def fresh(self) -> int:
        self.number += 1
        return self.number

    def friend(self, letter: str) -> Friend | None:
        return self.book.real.get(id_of(letter))

    def changed(self, change: Rule) -> bool:
        """Change the book; say whether it could be."""
        try:
            self.book.now(self.book.real.change(change))
        except FriendOrderError:
            return False
        return True

    @initialize(is_old_verified=st.booleans(), is_verified=st.booleans(), is_mine=st.booleans())
    def begin(self, is_old_verified: bool, is_verified: bool, is_mine: bool) -> None:
        """Begin where it is most interesting: somebody has come by the name of a friend."""
        self.add("a", "Anna", "laptop", is_old_verified, False)
        self.add("b", "anna", "laptop", is_verified, is_mine)

    @rule(
        letter=LETTERS,
        name=NAMES,
        computer=COMPUTERS,
        is_verified=st.booleans(),
        is_mine=st.sampled_from([False, False, False, True]),
    )
    def add(self, letter: str, name: str, computer: str, is_verified: bool, is_mine: bool) -> None:
        known = self.friend(letter)
        adding = self.book.real.add(
            keys_of(letter), b"p" * 32, name, computer, is_verified=is_verified, is_mine=is_mine
        )
        try:
            friend = self.book.now(adding)
        except KeyChangedError:
            assert known is None
            return
        if known is None or (is_mine and not known.is_mine):
            self.persons[friend.id] = self.fresh()
        if is_verified:
            self.compared.add(friend.id)

    @rule(letter=LETTERS, name=NAMES)
    def rename(self, letter: str, name: str) -> None:
        self.changed(lambda friends: trust.renamed(friends, id_of(letter), name))

    @rule(letter=LETTERS, name=NAMES)
    def keep_apart(self, letter: str, name: str) -> None:
        friend = self.friend(letter)
        done = self.changed(lambda friends: trust.kept_apart(friends, id_of(letter), name))
        if done and friend is not None:
            self.persons[friend.id] = self.fresh()

    @rule(letter=LETTERS, person=LETTERS)
    def join(self, letter: str, person: str) -> None:
        friend, other = self.friend(letter), self.friend(person)
        done = self.changed(lambda friends: trust.joined(friends, id_of(letter), id_of(person)))
        if done and friend is not None and other is not None and friend != other:
            self.persons[friend.id] = self.persons[other.id]
            if friend.rival is not None:
                assert friend.id in self.compared, "a rival was believed without codes"

    @rule(letter=LETTERS, is_mine=st.booleans())
    def set_mine(self, letter: str, is_mine: bool) -> None:
        friend = self.friend(letter)
        self.changed(lambda friends: trust.kept_as_mine(friends, id_of(letter), is_mine))
        if friend is not None and friend.is_mine is not is_mine:
            self.persons[friend.id] = self.fresh()

    @rule(letter=LETTERS)
    def block(self, letter: str) -> None:
        self.changed(lambda friends: trust.blocked(friends, id_of(letter)))

    @rule(letter=LETTERS)
    def unblock(self, letter: str) -> None:
        self.changed(lambda friends: trust.unblocked(friends, id_of(letter)))

    @rule(letter=LETTERS)
    def compare_codes(self, letter: str) -> None:
        self.book.now(self.book.real.set_verified(id_of(letter)))
        if self.friend(letter) is not None:
            self.compared.add(id_of(letter))

    @rule(letter=LETTERS, installation=st.sampled_from([b"1" * 16, b"2" * 16]))
    def meet(self, letter: str, installation: bytes) -> None:
        self.book.now(self.book.real.note_installation(id_of(letter), installation))
        self.book.real.set_presence(id_of(letter), Presence(Way.SAME_NETWORK, 1.0))

    @rule(letter=LETTERS)
    def remove(self, letter: str) -> None:
        self.book.now(self.book.real.remove(id_of(letter)))
        self.persons.pop(id_of(letter), None)
        self.compared.discard(id_of(letter))
        self.book.held = [told for told in self.book.held if told[0] != id_of(letter)]

    @precondition(lambda self: self.persons)
    @rule(letter=LETTERS)
    def remove_on_a_full_disk(self, letter: str) -> None:
        before = list(self.book.real)
        self.book.disk.is_full = True
        with contextlib.suppress(DiskFullError):
            self.book.now(self.book.real.remove(id_of(letter)))
        self.book.disk.is_full = False
        assert list(self.book.real) == before

    @invariant()
    def persons_are_who_the_user_says(self) -> None:
        people = [friend for friend in self.book.real if not friend.is_mine]
        for friend in people:
            for other in people:
                is_one = self.persons[friend.id] == self.persons[other.id]
                assert (friend.name == other.name) is is_one
                is_alike = collision_key(friend.name) == collision_key(other.name)
                assert is_alike is is_one

    @invariant()
    def rivals_are_mutual_and_one_of_them_is_the_old_one(self) -> None:
        friends = self.book.real.by_id()
        for friend in friends.values():
            if friend.rival is None:
                assert friend.trust is not Trust.KEY_CHANGED
                continue
            rival = friends[friend.rival]
            assert rival.rival == friend.id
            assert [friend.trust, rival.trust].count(Trust.KEY_CHANGED) == 1
            assert not friend.is_mine
            assert Trust.BLOCKED not in (friend.trust, rival.trust)

    @invariant()
    def nobody_held_is_pinned(self) -> None:
        real = self.book.real
        for friend in real:
            is_known = not friend.is_held
            assert (real.pinned(friend.id) is not None) is is_known
            assert (real.pinned_by_static(real.keys(friend.id).x25519) is not None) is is_known
            assert (friend.id in real.secrets()) is is_known
            assert is_known or not real.presence(friend.id).is_online

    @invariant()
    def who_was_verified_is_so_for_good(self) -> None:
        for friend in self.book.real:
            assert bool(friend.verified_at) is (friend.id in self.compared)
            if friend.trust not in (Trust.BLOCKED, Trust.KEY_CHANGED):
                assert (friend.trust is Trust.VERIFIED) is (friend.id in self.compared)

    @invariant()
    def everybody_was_told_and_saved_as_they_are(self) -> None:
        here = list(self.book.real)
        assert {friend.id: friend for friend, _ in self.book.seen.values()} == {
            friend.id: friend for friend in here
        }
        assert [record.friend for record in self.book.saved().friends] == here
        held = dict(self.book.held)
        assert all(held.get(each.id, each.is_held) is each.is_held for each in here)


Friendships.TestCase.settings = settings(max_examples=250, stateful_step_count=20, deadline=None)
TestFriendships = pytest.mark.timeout(120)(Friendships.TestCase)
