"""The tickets of one group: told once, taken back, and made good again in the next session."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from byhand.domain.group import LinkKind
from byhand.protocol.preamble import LaneCipher
from byhand.service.group_send import RENEWAL_SECONDS, TICKET_SECONDS
from byhand.swarm.air import Link
from tests.helpers.group_parts import Sent, transfer_of

AT_HOME = Link(LinkKind.WIFI, b"at home!")
ON_A_WIRE = Link(LinkKind.WIRED)


def test_the_first_word_of_a_session_holds_all_tickets() -> None:
    sent = Sent()
    sent.attach_all(3)
    (word,) = sent.words(3)
    assert (word.epoch, len(word.rows), word.removed, word.is_over) == (1, 2, [], False)


def test_who_is_alone_is_told_that_there_is_nobody() -> None:
    sent = Sent()
    sent.attach(1)
    (word,) = sent.words(1)
    assert (word.epoch, word.rows) == (1, [])


def test_later_words_say_only_what_is_new() -> None:
    sent = Sent()
    sent.attach_all(4)
    words = sent.words(1)
    assert [word.epoch for word in words] == [1, 2, 3, 4]
    assert [len(word.rows) for word in words] == [0, 1, 1, 1]
    assert len({row.own_tag for word in words for row in word.rows}) == 3


def test_to_whom_nothing_is_new_nothing_is_said() -> None:
    sent = Sent()
    sent.attach_all(2)
    sent.words(1)
    sent.attach(2)
    assert sent.words(1) == []


def test_both_ends_of_a_pair_are_told_the_same_key_and_mirrored_tags() -> None:
    sent = Sent()
    sent.attach_all(2)
    (one,), (other,) = sent.known(1).values(), sent.known(2).values()
    assert (one.own_tag, one.their_tag, one.key) == (other.their_tag, other.own_tag, other.key)
    assert (one.hints, other.hints) == (["tcp://10.0.0.2:47800"], ["tcp://10.0.0.1:47800"])


def test_in_a_new_session_everything_is_told_anew_with_the_same_tags() -> None:
    sent = Sent()
    sent.attach_all(3)
    before = sent.known(2)
    sent.send.detach(transfer_of(2))
    sent.attach(2)
    (word,) = sent.words(2)
    assert word.epoch == 1
    assert {row.own_tag: row for row in word.rows} == before


def test_one_who_is_away_stays_whom_the_others_exchange_with() -> None:
    sent = Sent()
    sent.attach_all(3)
    before = sent.known(1)
    sent.send.detach(transfer_of(2))
    sent.attach(4)
    assert sent.known(1).items() >= before.items()
    assert sent.words(2)[-1].epoch == 2, "nothing is said to who is away"
    sent.attach(2)
    assert sent.reach(2) == {1, 3, 4}, "what happened meanwhile is in the first word"


def test_one_who_comes_back_elsewhere_is_told_to_the_others_by_the_same_tag() -> None:
    sent = Sent()
    sent.attach_all(2)
    tag = sent.tag(1, 2)
    sent.words(1)
    sent.attach(2, hints=["tcp://10.9.9.9:47800"])
    (word,) = sent.words(1)
    assert [(row.own_tag, row.hints) for row in word.rows] == [(tag, ["tcp://10.9.9.9:47800"])]
    assert word.removed == []


def test_S09_the_tickets_of_one_who_leaves_are_taken_back_from_everybody() -> None:
    sent = Sent()
    sent.attach_all(3)
    tags = {number: sent.tag(number, 2) for number in (1, 3)}
    theirs = set(sent.known(2))
    for number in (1, 2, 3):
        sent.words(number)
    sent.send.remove(transfer_of(2))
    for number in (1, 3):
        (word,) = sent.words(number)
        assert (word.rows, word.removed) == ([], [tags[number]])
    (last,) = sent.words(2)
    assert (last.rows, set(last.removed)) == ([], theirs)
    sent.attach(4)
    assert sent.words(2) == []


def test_one_who_was_never_there_cannot_leave() -> None:
    sent = Sent()
    sent.attach_all(2)
    sent.send.remove(transfer_of(9))
    assert sent.reach(1) == {2}


def test_S01_a_complaint_parts_one_pair_and_no_other() -> None:
    sent = Sent()
    sent.attach_all(3)
    sent.send.complain(transfer_of(1), sent.tag(1, 2))
    assert [sent.reach(number) for number in (1, 2, 3)] == [{3}, {3}, {1, 2}]


def test_S01_of_whom_two_complain_nobody_is_told_any_more() -> None:
    sent = Sent()
    sent.attach_all(4)
    for number in (1, 3):
        sent.send.complain(transfer_of(number), sent.tag(number, 2))
    assert sent.reach(2) == set()
    assert [sent.reach(number) for number in (1, 3, 4)] == [{3, 4}, {1, 4}, {1, 3}]
    sent.attach(5)
    assert sent.reach(5) == {1, 3, 4}


def test_S01_a_complaint_outlives_the_session_of_the_accused() -> None:
    sent = Sent()
    sent.attach_all(4)
    sent.send.complain(transfer_of(1), sent.tag(1, 2))
    sent.send.detach(transfer_of(2))
    sent.attach(2)
    assert sent.reach(2) == {3, 4}
    sent.send.complain(transfer_of(3), sent.tag(3, 2))
    assert sent.reach(2) == set()


def test_one_who_complains_twice_counts_once() -> None:
    sent = Sent()
    sent.attach_all(4)
    tag = sent.tag(1, 2)
    for _ in range(3):
        sent.send.complain(transfer_of(1), tag)
    assert sent.reach(2) == {3, 4}


@pytest.mark.parametrize("number", [1, 9])
def test_a_complaint_about_nobody_changes_nothing(number: int) -> None:
    sent = Sent()
    sent.attach_all(3)
    tag = sent.tag(3, 2)  # not theirs
    sent.send.complain(transfer_of(number), tag)
    assert sent.reach(2) == {1, 3}


@pytest.mark.parametrize(
    ("first", "second", "cipher"),
    [
        (True, True, LaneCipher.AESGCM),
        (True, False, LaneCipher.CHACHAPOLY),
        (False, True, LaneCipher.CHACHAPOLY),
        (False, False, LaneCipher.CHACHAPOLY),
    ],
)
def test_AES_seals_only_where_it_is_the_faster_one_at_both_ends(
    first: bool, second: bool, cipher: LaneCipher
) -> None:
    sent = Sent()
    sent.attach(1, has_fast_aes=first)
    sent.attach(2, has_fast_aes=second)
    assert [row.cipher for n in (1, 2) for row in sent.known(n).values()] == [cipher, cipher]


def test_a_ticket_ends_a_day_from_now() -> None:
    sent = Sent(now=5000.7)
    sent.attach_all(2)
    assert [row.expires_at for row in sent.known(1).values()] == [5000 + TICKET_SECONDS]


def test_one_who_joins_a_day_later_gets_tickets_that_are_good_at_both_ends() -> None:
    sent = Sent()
    sent.attach_all(2)
    sent.clock.now += TICKET_SECONDS - 1
    sent.attach(3)
    pairs = {row.own_tag: row.expires_at for row in sent.known(3).values()}
    assert set(pairs.values()) == {int(sent.clock.now) + TICKET_SECONDS}
    assert sent.known(1)[sent.tag(1, 3)].expires_at == int(sent.clock.now) + TICKET_SECONDS


def test_tickets_are_made_good_for_another_day_in_time() -> None:
    sent = Sent()
    sent.attach_all(3)
    before = sent.known(1)
    sent.words(1)
    sent.clock.now += RENEWAL_SECONDS - 1
    sent.send.renew()
    assert sent.words(1) == []
    sent.clock.now += 1
    for _ in range(2):
        sent.send.renew()
    (word,) = sent.words(1)
    assert word.removed == []
    ends_at = int(sent.clock.now) + TICKET_SECONDS
    assert {row.own_tag: row for row in word.rows} == {
        tag: replace(row, expires_at=ends_at) for tag, row in before.items()
    }


def test_at_one_access_point_nothing_is_exchanged_unless_the_sender_is_there_too() -> None:
    sent = Sent()
    sent.send.own_link = ON_A_WIRE
    sent.attach(1, link=AT_HOME)
    sent.attach(2, link=AT_HOME)
    sent.attach(3, link=ON_A_WIRE)
    assert [sent.reach(number) for number in (1, 2, 3)] == [{3}, {3}, {1, 2}]
    there = Sent()
    there.send.own_link = AT_HOME
    there.attach(1, link=AT_HOME)
    there.attach(2, link=AT_HOME)
    assert there.reach(1) == {2}


def test_where_our_user_forces_it_links_do_not_matter() -> None:
    sent = Sent(is_forced=True)
    sent.attach(1, link=AT_HOME)
    sent.attach(2, link=AT_HOME)
    assert sent.reach(1) == {2}


def test_all_who_are_here_are_told_once_that_it_is_over() -> None:
    sent = Sent()
    sent.attach_all(3)
    sent.send.detach(transfer_of(2))
    epochs = {number: sent.words(number)[-1].epoch for number in (1, 2, 3)}
    sent.send.end()
    for number in (1, 3):
        (word,) = sent.words(number)
        assert (word.is_over, word.epoch) == (True, epochs[number] + 1)
    assert sent.words(2) == []


def test_in_a_large_group_no_word_holds_more_than_there_may_be() -> None:
    sent = Sent()
    sent.attach_all(40)
    for number in range(1, 41):
        assert len(sent.known(number)) == 16
        words = sent.words(number)
        assert all(later.epoch == word.epoch + 1 for word, later in pairwise(words))
