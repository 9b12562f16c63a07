"""What may be believed of friends, and what the user's word changes."""

import pytest
from msgspec.structs import replace

from byhand.domain import trust
from byhand.domain.friend import Friend, Policy, Trust
from byhand.domain.identity import FriendId
from byhand.domain.limits import UNLIMITED, RateLimits
from byhand.domain.manifest import SIZE_LIMIT, Entry, EntryKind
from byhand.errors import FriendOrderError, FriendProblem, KeyChangedError, UsageError
from tests.helpers.people import after, book_of, somebody

ANNA = somebody("a", "Anna", verified_at=5.0, policy=Policy(True, 1000, "/in"))
MAREK = somebody("m", "Marek")
NEW_ANNA = somebody("n", "ANNA", "desktop")
PROGRAM = Entry(("folder", "setup.exe"), EntryKind.FILE, 10)
PICTURE = Entry(("folder", "a.jpg"), EntryKind.FILE, 600)


def rivals(verified_at: float = 0.0) -> tuple[dict[FriendId, Friend], Friend, Friend]:
    """Return a book in which a newcomer came by Anna's name, and both of them."""
    friends = book_of(ANNA, MAREK)
    newcomer, old = trust.admitted(friends, NEW_ANNA, verified_at)
    return after(friends, newcomer, old), old, newcomer


def test_a_newcomer_by_another_name_is_nobodys_rival() -> None:
    (friend,) = trust.admitted(book_of(ANNA), MAREK, 0.0)
    assert friend == MAREK
    (friend,) = trust.admitted(book_of(ANNA), MAREK, 7.0)
    assert (friend.trust, friend.verified_at) == (Trust.VERIFIED, 7.0)


def test_a_newcomer_by_a_friends_name_is_held_and_so_is_the_friend() -> None:
    _, old, newcomer = rivals()
    assert (newcomer.name, newcomer.rival, newcomer.trust) == (
        "ANNA (2)",
        ANNA.id,
        Trust.UNVERIFIED,
    )
    assert (old.name, old.rival, old.trust) == ("Anna", NEW_ANNA.id, Trust.KEY_CHANGED)
    assert old.is_held
    assert newcomer.is_held


def test_policy_and_verification_stay_with_the_old_one() -> None:
    _, old, newcomer = rivals()
    assert (old.policy, old.verified_at) == (ANNA.policy, ANNA.verified_at)
    assert not newcomer.policy.accepts_by_itself


def test_of_a_persons_computers_the_one_called_the_same_is_doubted() -> None:
    friends = book_of(ANNA, somebody("d", "Anna", "Desktop", verified_at=3.0))
    newcomer, old = trust.admitted(friends, NEW_ANNA, 0.0)
    assert old.computer == "Desktop"
    assert newcomer.rival == old.id


def test_a_third_of_the_name_is_refused_while_two_are_in_doubt() -> None:
    friends, _, _ = rivals()
    for name in ("Anna", "Anna (2)"):
        with pytest.raises(KeyChangedError):
            trust.admitted(friends, somebody("t", name), 9.0)


def test_a_blocked_namesake_is_in_nobodys_way_and_stays_blocked() -> None:
    blocked = book_of(*trust.blocked(book_of(ANNA), ANNA.id))
    (newcomer,) = trust.admitted(blocked, NEW_ANNA, 0.0)
    assert newcomer.name == "ANNA (2)"
    assert not newcomer.is_held


def test_one_of_our_own_computers_is_no_rival_by_name() -> None:
    mine = somebody("n", "Anna", is_mine=True)
    assert trust.admitted(book_of(ANNA), mine, 0.0) == (mine,)
    assert trust.admitted(book_of(mine), ANNA, 5.0) == (ANNA,)


@pytest.mark.parametrize("by", ["rename", "rename the old one", "keep apart", "block", "block old"])
def test_who_is_somebody_else_is_held_no_more(by: str) -> None:
    friends, old, newcomer = rivals()
    changed = {
        "rename": lambda: trust.renamed(friends, newcomer.id, "Anna K."),
        "rename the old one": lambda: trust.renamed(friends, old.id, "Old Anna"),
        "keep apart": lambda: trust.kept_apart(friends, newcomer.id, "Anna (2)"),
        "block": lambda: trust.blocked(friends, newcomer.id),
        "block old": lambda: trust.blocked(friends, old.id),
    }[by]()
    friends = after(friends, *changed)
    assert friends[old.id].rival is None
    assert friends[newcomer.id].rival is None
    expected = {
        "block": (Trust.VERIFIED, Trust.BLOCKED),
        "block old": (Trust.BLOCKED, Trust.UNVERIFIED),
    }.get(by, (Trust.VERIFIED, Trust.UNVERIFIED))
    assert (friends[old.id].trust, friends[newcomer.id].trust) == expected
    assert friends[old.id].policy == ANNA.policy


def test_renaming_to_the_same_name_settles_nothing() -> None:
    friends, old, newcomer = rivals()
    assert trust.renamed(friends, old.id, old.name) == ()
    assert trust.renamed(friends, newcomer.id, f" {newcomer.name} ") == ()


def test_only_a_verified_newcomer_may_join_the_one_by_whose_name_it_came() -> None:
    friends, old, newcomer = rivals()
    assert problem_of_joining(friends, newcomer, old) is FriendProblem.NOT_BELIEVED
    friends, old, newcomer = rivals(verified_at=8.0)
    assert problem_of_joining(friends, old, newcomer) is FriendProblem.IN_DOUBT
    assert problem_of_joining(friends, newcomer, MAREK) is FriendProblem.IN_DOUBT
    assert problem_of_joining(friends, MAREK, old) is FriendProblem.IN_DOUBT
    friends = after(friends, *trust.joined(friends, newcomer.id, old.id))
    assert friends[newcomer.id].name == friends[old.id].name == "Anna"
    assert {friends[each].trust for each in (old.id, newcomer.id)} == {Trust.VERIFIED}
    assert not any(friend.is_held for friend in friends.values())


def problem_of_joining(
    friends: dict[FriendId, Friend], friend: Friend, person: Friend
) -> FriendProblem:
    with pytest.raises(FriendOrderError) as caught:
        trust.joined(friends, friend.id, person.id)
    return caught.value.problem


def test_a_verified_person_is_joined_by_verified_computers_only() -> None:
    friends = book_of(ANNA, MAREK, somebody("k", "Anna's NAS"))
    assert problem_of_joining(friends, MAREK, ANNA) is FriendProblem.NOT_BELIEVED
    (joined,) = trust.joined(friends, MAREK.id, somebody("k", "").id)
    assert joined.name == "Anna's NAS"
    mine, blocked = somebody("i", "Me", is_mine=True), somebody("b", "Bea", trust=Trust.BLOCKED)
    friends = book_of(ANNA, mine, blocked)
    assert problem_of_joining(friends, mine, ANNA) is FriendProblem.MINE
    assert problem_of_joining(friends, ANNA, mine) is FriendProblem.MINE
    assert problem_of_joining(friends, blocked, ANNA) is FriendProblem.BLOCKED
    assert problem_of_joining(friends, ANNA, blocked) is FriendProblem.BLOCKED


def test_a_person_is_renamed_with_all_computers_and_kept_apart_with_one() -> None:
    desktop = somebody("d", "Anna", "desktop", verified_at=3.0)
    friends = book_of(ANNA, desktop, MAREK)
    renamed = after(friends, *trust.renamed(friends, desktop.id, "Anna Lindqvist"))
    assert [friend.name for friend in renamed.values()] == ["Anna Lindqvist"] * 2 + ["Marek"]
    apart = after(friends, *trust.kept_apart(friends, desktop.id, "Dora"))
    assert [friend.name for friend in apart.values()] == ["Anna", "Dora", "Marek"]
    with pytest.raises(FriendOrderError):
        trust.kept_apart(friends, desktop.id, "anna")


def test_one_of_our_own_computers_is_what_it_is_called() -> None:
    mine = [somebody(letter, "Mira", f"computer {letter}", is_mine=True) for letter in "xy"]
    friends = book_of(*mine, ANNA)
    (renamed,) = trust.renamed(friends, mine[0].id, "NAS")
    assert (renamed.name, renamed.computer) == ("NAS", "NAS")
    with pytest.raises(FriendOrderError):
        trust.renamed(friends, mine[0].id, "Computer Y")


def test_who_is_taken_out_of_our_own_computers_joins_nobody() -> None:
    mine = somebody("x", "Anna", is_mine=True)
    (other,) = trust.kept_as_mine(book_of(mine, ANNA), mine.id, False)
    assert other.name == "Anna (2)"


def test_a_rival_who_is_our_own_computer_is_in_doubt_no_more() -> None:
    friends, old, newcomer = rivals()
    friends = after(friends, *trust.kept_as_mine(friends, newcomer.id, True))
    assert friends[newcomer.id].is_mine
    assert not friends[newcomer.id].is_held
    assert friends[old.id].trust is Trust.VERIFIED


def test_codes_make_sure_and_blocking_forgets_nothing() -> None:
    (sure,) = trust.verified(book_of(MAREK), MAREK.id, 3.0)
    assert (sure.trust, sure.verified_at) == (Trust.VERIFIED, 3.0)
    (blocked,) = trust.blocked(book_of(sure), sure.id)
    assert (blocked.trust, blocked.verified_at) == (Trust.BLOCKED, 3.0)
    assert trust.unblocked(book_of(blocked), sure.id) == (sure,)
    (blocked,) = trust.blocked(book_of(MAREK), MAREK.id)
    assert trust.unblocked(book_of(blocked), MAREK.id) == (MAREK,)
    assert trust.unblocked(book_of(MAREK), MAREK.id) == ()


def test_a_new_pairing_makes_surer_and_never_less() -> None:
    assert trust.met_again(book_of(ANNA), ANNA, 0.0) == ()
    (sure,) = trust.met_again(book_of(MAREK), MAREK, 4.0)
    assert sure.trust is Trust.VERIFIED
    (mine,) = trust.met_again(book_of(ANNA), somebody("a", "x", is_mine=True), 0.0)
    assert (mine.is_mine, mine.trust, mine.name) == (True, Trust.VERIFIED, "Anna")


def test_who_is_held_stays_held_when_codes_are_compared() -> None:
    friends, old, newcomer = rivals()
    (surer,) = trust.met_again(friends, old, 9.0)
    assert (surer.trust, surer.verified_at) == (Trust.KEY_CHANGED, 9.0)
    (surer,) = trust.met_again(friends, newcomer, 9.0)
    assert (surer.trust, surer.rival) == (Trust.VERIFIED, old.id)
    (blocked,) = trust.blocked(book_of(MAREK), MAREK.id)
    (surer,) = trust.verified(book_of(blocked), MAREK.id, 9.0)
    assert surer.trust is Trust.BLOCKED


@pytest.mark.parametrize("name", ["", "  ", "x" * 33, "ANNA", "anna.", "Anna\u200b"])
def test_names_that_cannot_be_given(name: str) -> None:
    with pytest.raises(FriendOrderError):
        trust.renamed(book_of(ANNA, MAREK), MAREK.id, name)


def test_a_policy_that_accepts_is_for_verified_friends_and_has_a_limit() -> None:
    friends = book_of(ANNA, MAREK)
    with pytest.raises(FriendOrderError):
        trust.given_policy(friends, MAREK.id, Policy(True))
    for limit in (0, -1, SIZE_LIMIT + 1):
        with pytest.raises(FriendOrderError):
            trust.given_policy(friends, ANNA.id, Policy(True, limit))
    (asked,) = trust.given_policy(friends, MAREK.id, Policy(folder="/mnt"))
    assert asked.policy.folder == "/mnt"


@pytest.mark.parametrize("reason", ["unverified", "copied", "in doubt", "blocked", "asks"])
def test_a_policy_is_in_force_only_while_nothing_is_doubted(reason: str) -> None:
    assert trust.policy_in_force(ANNA) == ANNA.policy
    friend = {
        "unverified": somebody("a", "Anna", policy=ANNA.policy),
        "copied": trust.copied(book_of(ANNA), ANNA.id)[0],
        "in doubt": rivals()[1],
        "blocked": trust.blocked(book_of(ANNA), ANNA.id)[0],
        "asks": somebody("a", "Anna", verified_at=5.0),
    }[reason]
    assert trust.policy_in_force(friend) is None


def test_limits_are_given_to_one_computer_if_they_can_be_kept() -> None:
    friends = book_of(ANNA, MAREK)
    (limited,) = trust.given_limits(friends, ANNA.id, RateLimits(up=50_000))
    assert (limited.id, limited.limits) == (ANNA.id, RateLimits(up=50_000))
    assert trust.given_limits(book_of(limited), ANNA.id, UNLIMITED) == (ANNA,)
    with pytest.raises(UsageError):
        trust.given_limits(friends, ANNA.id, RateLimits(down=1))


def test_a_copy_is_believed_again_once_the_user_says_so() -> None:
    (copied,) = trust.copied(book_of(ANNA), ANNA.id)
    assert trust.moved(book_of(copied), ANNA.id) == (ANNA,)


@pytest.mark.parametrize(
    ("entries", "is_accepted"),
    [
        ([PICTURE], True),
        ([PICTURE, Entry(("b",), EntryKind.TEXT, 400)], True),
        ([PICTURE, Entry(("b",), EntryKind.FILE, 401)], False),
        ([PICTURE, PROGRAM], False),
        ([Entry(("x.EXE\u00ad",), EntryKind.FILE, 1)], False),
        (
            [Entry(("setup.exe",), EntryKind.FOLDER), Entry(("setup.exe", "a"), EntryKind.FILE)],
            False,
        ),
        ([Entry(("desktop.ini",), EntryKind.FILE, 1)], False),
        ([Entry(("program.exe", "a.jpg"), EntryKind.FILE, 1)], True),
    ],
)
def test_a_policy_takes_what_is_small_enough_and_cannot_run(
    entries: list[Entry], is_accepted: bool
) -> None:
    assert trust.policy_accepts(ANNA.policy, entries) is is_accepted


def test_where_modes_are_kept_what_is_marked_executable_can_run() -> None:
    script = Entry(("build",), EntryKind.FILE, 1, is_executable=True)
    assert trust.policy_accepts(ANNA.policy, [script])
    assert not trust.policy_accepts(replace(ANNA.policy, keeps_modes=True), [script])
    assert trust.policy_accepts(replace(ANNA.policy, keeps_modes=True), [PICTURE])


def test_of_somebody_unknown_no_rule_changes_anybody() -> None:
    friends, nobody = book_of(ANNA), MAREK.id
    assert not any(
        (
            trust.verified(friends, nobody, 1.0),
            trust.blocked(friends, nobody),
            trust.unblocked(friends, nobody),
            trust.renamed(friends, nobody, "X"),
            trust.kept_apart(friends, nobody, "X"),
            trust.joined(friends, nobody, ANNA.id),
            trust.joined(friends, ANNA.id, nobody),
            trust.joined(friends, ANNA.id, ANNA.id),
            trust.kept_as_mine(friends, nobody, True),
            trust.given_policy(friends, nobody, Policy(True)),
            trust.given_limits(friends, nobody, UNLIMITED),
            trust.moved(friends, nobody),
            trust.copied(friends, nobody),
            trust.on_computer(friends, nobody, "X"),
        )
    )


def test_all_verified_friends_are_let_in_unasked_and_nobody_else() -> None:
    (freed,) = trust.given_freedom(book_of(replace(ANNA, policy=Policy()), MAREK), accepts=True)
    assert (freed.id, freed.policy) == (ANNA.id, Policy(True))
    (asked,) = trust.given_freedom(book_of(ANNA, MAREK), accepts=False)
    assert asked.policy == replace(ANNA.policy, accepts_by_itself=False)
    assert trust.given_freedom(book_of(ANNA, MAREK), accepts=True) == ()
