"""Members that hand each other what they have; each with real files, over real connections."""

import os
import queue
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from blake3 import blake3

from byhand.domain.codes import Code
from byhand.domain.pieces import KIB, MIB, PACK_INDEX
from byhand.engine.bandwidth import Bucket, Pacer
from byhand.engine.held_back import HeldBack
from byhand.engine.reports import LinkEnded, PeerLied, ReceivingFailed
from byhand.errors import DiskFullError, RemoteProtocolError
from byhand.protocol.data_frame import FLAG_FRAGMENT, FLAG_HASHES, FLAG_LAST, FrameHeader
from byhand.protocol.member_messages import Asked, Bits, CancelGet, Get, Have, No
from byhand.protocol.message import Message
from tests.helpers.arrivals import Receiver, give_up
from tests.helpers.clock import Clock
from tests.helpers.faulty_disk import FaultyDisk
from tests.helpers.members import (
    Member,
    Stranger,
    eventually,
    link,
    loopback,
    members,
    saved,
    sessions,
    stranger,
    tag_of,
)
from tests.helpers.trees import Tree, open_descriptors

FILE = os.urandom(2 * MIB + 5)
TREE: Tree = {
    "film": FILE,
    "photos": None,
    **{f"photos/{number}": os.urandom(90 * KIB + number) for number in range(30)},
    "empty": b"",
}
ONE: Tree = {"film": os.urandom(MIB)}


def test_each_piece_leaves_the_sender_once_and_both_members_have_all(tmp_path: Path) -> None:
    with members(tmp_path, TREE) as (one, other):
        link(one, other)
        one.tell()
        other.tell()
        one.get(one.places[::2])
        other.get(other.places[1::2])
        eventually(lambda: one.is_complete() and other.is_complete())
        assert one.exchange.sender_bytes + other.exchange.sender_bytes == sum(
            len(content or b"") for content in TREE.values()
        )
        assert one.exchange.received_bytes == other.exchange.given_bytes > 0
        assert saved(one) == TREE
        assert saved(other) == TREE


def test_what_one_of_three_has_reaches_the_last_by_the_one_between(tmp_path: Path) -> None:
    with members(tmp_path, TREE, 3) as (first, between, last):
        link(first, between, 1)
        link(between, last, 2)
        for member in (first, between, last):
            member.tell()
        first.get(first.places)
        eventually(last.is_complete)
        assert last.exchange.sender_bytes == 0
        assert saved(last) == TREE


def test_a_large_piece_comes_in_fragments(tmp_path: Path) -> None:
    with members(tmp_path, TREE) as (one, _), stranger(one) as guest:
        guest.has([])
        one.get([(0, 0)])
        one.up.limit(4 * MIB)  # frames of 50 ms
        guest.ask(1, (0, 0))
        header, body = guest.hear_frame()
        assert header == FrameHeader(
            FLAG_FRAGMENT | FLAG_HASHES, 1, 0, 0, 0, 0, 4 * MIB // 20, 0, request_id=1
        )
        assert body[32:] == FILE[: 4 * MIB // 20]
        header, body = guest.hear_frame()
        assert header.flags == FLAG_FRAGMENT | FLAG_LAST
        assert body == FILE[4 * MIB // 20 : 256 * KIB]


def test_fragments_of_a_piece_are_put_together(tmp_path: Path) -> None:
    with members(tmp_path, TREE) as (one, other):
        other.up.limit(2 * MIB)
        link(one, other)
        other.get([(0, piece) for piece in range(4)])
        one.tell()
        eventually(lambda: one.exchange.had().count() == 4)
        assert one.exchange.received_bytes == MIB


def test_data_that_was_not_asked_for_ends_the_link(tmp_path: Path) -> None:
    with members(tmp_path, ONE) as (one, _), stranger(one) as guest:
        guest.has()
        guest.send(1, 0, 0, one.content(0, 0))
        assert isinstance(guest.end().error, RemoteProtocolError)
        assert not one.exchange.had()


def test_a_piece_is_asked_for_once_its_hash_is_told_and_not_before(tmp_path: Path) -> None:
    with members(tmp_path, ONE) as (one, _), stranger(one) as guest:
        guest.has()
        guest.hear(Bits)
        one.tell([(0, 2)])
        get = guest.hear(Get)
        assert get.rows == [Asked(0, 2, 1)]


def test_hashes_of_what_was_not_offered_are_the_senders_fault(tmp_path: Path) -> None:
    with members(tmp_path, ONE) as (one, _):
        for entry, first, hashes in [(1, 0, 32), (0, 4, 32), (0, 3, 64), (0, 0, 31), (0, 0, 0)]:
            with pytest.raises(RemoteProtocolError):
                one.exchange.hashes_told(entry, first, 0, bytes(hashes))


def test_what_was_here_before_the_link_is_in_bits_and_what_comes_in_have(tmp_path: Path) -> None:
    with members(tmp_path, ONE) as (one, _):
        one.get([(0, 1)])
        with stranger(one) as guest:
            assert list(guest.hear_have(Bits)) == [(1, 2)]
            one.get([(0, 3)])
            assert list(guest.hear_have(Have)) == [(3, 4)]


def test_what_came_from_the_sender_is_cancelled_at_the_peer(tmp_path: Path) -> None:
    with members(tmp_path, ONE) as (one, _), stranger(one) as guest:
        guest.has()
        one.tell([(0, 0)])
        get = guest.hear(Get)
        one.get([(0, 0)])
        assert guest.hear(CancelGet).request == get.request
        guest.send(get.request, 0, 0, one.content(0, 0))  # it was on the way
        one.tell([(0, 1)])
        guest.hear(Get)
        assert one.arrival.content.received_bytes == 256 * KIB


def test_what_was_cancelled_is_answered_by_no(tmp_path: Path) -> None:
    with members(tmp_path, ONE) as (one, _), stranger(one) as guest:
        guest.has([])
        one.get(one.places)
        one.arrival.served.let_go()  # nothing leaves
        guest.ask(1, (0, 0), (0, 1))
        guest.say(CancelGet(request=1))
        no = guest.hear(No)
        assert (no.request, no.code) == (1, Code.CANCELLED)
        assert no.rows == [Asked(0, 0, 2)]


def test_what_is_not_here_is_refused(tmp_path: Path) -> None:
    with members(tmp_path, ONE) as (one, _), stranger(one) as guest:
        guest.has([])
        guest.ask(5, (0, 3))
        no = guest.hear(No)
        assert (no.request, no.rows, no.code) == (5, [Asked(0, 3, 1)], Code.NOT_FOUND)


def test_nobody_is_given_more_than_the_cap(tmp_path: Path) -> None:
    with members(tmp_path, ONE) as (one, _), stranger(one) as greedy:
        greedy.has([])
        one.get(one.places)
        given = 0
        for request in range(1, 1000):
            greedy.ask(request, (0, 0))
            heard = greedy.heard.get(timeout=20)
            while isinstance(heard, Bits | Have):
                heard = greedy.heard.get(timeout=20)
            if isinstance(heard, No):
                assert heard.code is Code.LIMIT
                break
            given += 256 * KIB
        assert given == 65 * MIB + MIB // 2


def test_a_link_that_is_killed_costs_nothing_but_itself(tmp_path: Path) -> None:
    with members(tmp_path, TREE) as (one, other):
        other.get(other.places)
        one.tell()
        with stranger(one) as dying:
            dying.has()
            dying.hear(Get)
        assert dying.end().error is not None
        link(one, other)
        eventually(one.is_complete)
        assert saved(one) == TREE


def test_a_second_link_of_a_ticket_may_follow_the_first(tmp_path: Path) -> None:
    with members(tmp_path, TREE) as (one, other):
        other.get(other.places)
        link(one, other)
        near, far = loopback()
        assert not one.exchange.open(tag_of(1), near, sessions()[0])
        far.close()
        one.exchange.drop(tag_of(1))
        assert one.report(LinkEnded) == LinkEnded(tag_of(1), None)
        other.report(LinkEnded)
        one.tell()
        link(one, other)
        eventually(one.is_complete)
        (standing,) = one.exchange.standing()
        assert standing.is_open
        assert standing.received_bytes == sum(len(content or b"") for content in TREE.values())


def test_what_was_saved_is_given_on_from_where_it_was_saved(tmp_path: Path) -> None:
    with members(tmp_path, TREE) as (one, other):
        (one.receiver.base / "film").write_bytes(b"it was here before")
        one.get(one.places)
        link(one, other)
        one.save()
        one.arrival.discard()
        assert (one.receiver.base / "film (1)").read_bytes() == FILE
        other.tell()
        eventually(other.is_complete)
        assert other.exchange.sender_bytes == 0
        assert saved(other) == TREE


@pytest.mark.parametrize("change", ["content", "link", "gone", "shorter"])
def test_what_the_user_changed_after_it_was_saved_is_not_given(tmp_path: Path, change: str) -> None:
    with members(tmp_path, ONE) as (one, _), stranger(one) as guest:
        guest.has([])
        one.get(one.places)
        one.save()
        film = one.receiver.base / "film"
        content = film.read_bytes()
        if change == "content":
            film.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
        elif change == "shorter":
            film.write_bytes(content[:-1])
        else:
            film.unlink()
        if change == "link":
            elsewhere = tmp_path / "elsewhere"
            elsewhere.write_bytes(content)
            film.symlink_to(elsewhere)
        guest.ask(1, (0, 3))
        assert guest.hear(No).code is Code.NOT_FOUND
        if change == "content":
            guest.ask(2, (0, 0))
            assert guest.hear_piece() == content[: 256 * KIB], "this piece is as it was"


def test_what_is_asked_for_while_all_is_saved_is_given_after_it(tmp_path: Path) -> None:
    with members(tmp_path, ONE) as (one, _), stranger(one) as guest:
        guest.has([])
        one.get(one.places)
        one.arrival.served.let_go()
        guest.ask(1, (0, 1))
        one.save()
        assert guest.hear_piece() == one.content(0, 1)


def test_nothing_is_asked_for_while_the_disk_refuses(tmp_path: Path) -> None:
    with members(tmp_path, ONE) as (one, _), stranger(one) as guest:
        guest.has()
        one.tell([(0, 0)])
        get = guest.hear(Get)
        one.arrival.pieces.is_blocked = True
        guest.send(get.request, 0, 0, one.content(0, 0))
        eventually(lambda: one.exchange.received_bytes)
        assert not one.exchange.had()
        one.arrival.pieces.unblock()
        again = guest.hear(Get)
        guest.send(again.request, 0, 0, one.content(0, 0))
        eventually(one.exchange.had)


def test_while_it_is_held_nothing_is_asked_or_given_and_then_it_may_be_asked_again(
    tmp_path: Path,
) -> None:
    with members(tmp_path, ONE) as (one, _), stranger(one) as guest:
        guest.has()
        one.get([(0, 0)])
        guest.hear(Have)
        one.exchange.hold(is_held=True)
        one.tell([(0, 1)])
        guest.ask(1, (0, 0))
        assert guest.hear(No).code is Code.BUSY
        assert not [each for each in _all(guest) if isinstance(each, Get)]
        one.exchange.hold(is_held=False)
        heard = {type(each): each for each in (guest.hear(Message), guest.hear(Message))}
        assert heard.keys() == {Get, Have}
        assert heard[Have] == Have(rows=[]), "what it says once need not be said anew"


def test_a_source_that_changes_is_exchanged_no_more(tmp_path: Path) -> None:
    with members(tmp_path, TREE) as (one, _), stranger(one) as guest:
        guest.has()
        one.get([(0, 0)])
        one.tell([(0, 1)])
        get = guest.hear(Get)
        old = one.content(0, 1)
        one.arrival.content.source_changed(0, 1)
        assert guest.hear(CancelGet).request == get.request
        guest.send(get.request, 0, 1, old)  # it was on the way, and right when it left
        one.exchange.hashes_told(0, 2, 1, bytes(32))
        one.exchange.hashes_told(0, 2, 0, bytes(32))
        guest.ask(1, (0, 0))
        assert guest.hear(No).code is Code.NOT_FOUND
        one.receiver.sender.generations[0] = 1
        one.get([(0, 0)])
        guest.ask(2, (0, 0))
        assert guest.hear(No).code is Code.NOT_FOUND, "it is of another version"
        one.tell([(PACK_INDEX, 0)])
        assert guest.hear(Get).rows == [Asked(PACK_INDEX, 0, 1)]


def test_a_file_that_is_given_up_is_exchanged_no_more_nor_is_its_pack(tmp_path: Path) -> None:
    with members(tmp_path, TREE) as (one, _), stranger(one) as guest:
        guest.has()
        one.get([(PACK_INDEX, 0)])
        one.exchange.source_changed(2)
        guest.ask(1, (PACK_INDEX, 0))
        assert guest.hear(No).code is Code.NOT_FOUND


def test_a_piece_that_comes_from_both_is_written_once(tmp_path: Path) -> None:
    with members(tmp_path, ONE) as (one, _), stranger(one) as guest:
        guest.has()
        one.tell([(0, 0)])
        get = guest.hear(Get)
        one.receiver.sender.send_piece(one.arrival, 0, 0)
        guest.send(get.request, 0, 0, one.content(0, 0))
        one.tell([(0, 1)])
        guest.hear(Get)
        assert one.arrival.content.received_bytes == 256 * KIB
        assert one.arrival.content.present_bytes == 256 * KIB


def test_what_the_sender_sends_too_is_no_flood(tmp_path: Path) -> None:
    """Of a large file more may come twice than anybody else may send unasked."""
    tree: Tree = {"film": bytes(100 * MIB)}
    with members(tmp_path, tree) as (one, other):
        link(one, other)
        other.get(other.places)
        one.tell()
        eventually(one.is_complete)
        one.get(one.places)
        assert one.arrival.content.received_bytes == 100 * MIB


def test_after_a_stop_what_is_here_is_given_and_the_rest_asked_for(tmp_path: Path) -> None:
    with members(tmp_path, TREE, 1) as (other,), stopped(tmp_path / "stopped") as resumed:
        numbers = [0, *(resumed.exchange.numbering.number(0, piece) for piece in (0, 3))]
        had = resumed.exchange.had()
        assert [each for run in had for each in range(*run)] == numbers
        with stranger(resumed) as guest:
            guest.has([])
            shown = guest.hear_have(Bits)
            assert shown.count() == 2, "of the pack no hash is known yet"
            resumed.tell([(PACK_INDEX, 0)])
            assert list(guest.hear_have(Have)) == [(0, 1)]
            guest.ask(1, (PACK_INDEX, 0))
            assert guest.hear_piece() == resumed.content(PACK_INDEX, 0)
        other.get(other.places)
        resumed.tell()
        link(resumed, other)
        eventually(resumed.is_complete)
        assert saved(resumed) == TREE


@contextmanager
def stopped(base: Path) -> Iterator[Member]:
    """A member who had two pieces and a pack when it was stopped, and goes on."""
    with Receiver(base, TREE) as receiver:
        first = receiver.begin()
        for entry, piece in ((0, 0), (0, 3), (PACK_INDEX, 0)):
            receiver.sender.send_piece(first, entry, piece)
        receiver.sender.vouch(first, PACK_INDEX, 0)
        resumed = Member.of(receiver, receiver.resume(receiver.stop(first)))
        try:
            yield resumed
        finally:
            resumed.close()


def test_news_are_told_once(tmp_path: Path) -> None:
    with members(tmp_path, ONE) as (one, _):
        one.get([(0, 0), (0, 1)])
        assert list(one.exchange.take_news()) == [(0, 2)]
        one.get([(0, 1), (0, 3)])
        assert list(one.exchange.take_news()) == [(3, 4)]
        assert list(one.exchange.had()) == [(0, 2), (3, 4)]
        assert not one.exchange.take_news()


def test_nothing_is_left_open(tmp_path: Path) -> None:
    before = open_descriptors()
    with members(tmp_path, TREE, 3) as group:
        for number, (one, other) in enumerate([(0, 1), (1, 2), (0, 2)], 1):
            link(group[one], group[other], number)
        for member in group:
            member.tell()
        group[0].get(group[0].places)
        eventually(lambda: all(member.is_complete() for member in group))
        for member in group:
            member.save()
    assert open_descriptors() == before


def test_abandoned_links_end_at_once_and_no_more_are_opened(tmp_path: Path) -> None:
    with members(tmp_path, ONE) as (one, other):
        link(one, other)
        one.exchange.abandon()
        near, far = loopback()
        assert not one.exchange.open(tag_of(5), near, sessions()[0])
        assert far.recv(1) == b""
        far.close()
        other.report(LinkEnded)


def _all(guest: Stranger) -> list[object]:
    found: list[object] = []
    while not guest.heard.empty():
        found.append(guest.heard.get())
    return found


def test_hash_of_a_piece_is_what_the_sender_told(tmp_path: Path) -> None:
    with members(tmp_path, ONE) as (one, _), stranger(one) as guest:
        guest.has()
        wrong = os.urandom(256 * KIB)
        one.exchange.hashes_told(0, 0, 0, blake3(wrong).digest())
        get = guest.hear(Get)
        guest.send(get.request, 0, 0, wrong)
        eventually(one.exchange.had)
        one.exchange.hashes_told(0, 0, 0, blake3(b"another").digest())
        guest.ask(1, (0, 0))
        assert guest.hear_piece() == wrong


def test_what_is_held_back_is_asked_for_once_it_is_released(tmp_path: Path) -> None:
    with Receiver(tmp_path / "to", TREE) as receiver:
        arrival = receiver.begin()
        hints = bytearray(len(arrival.accepted.columns))
        hints[0] = hints[2] = 1
        held = HeldBack(arrival.accepted.packs, hints)
        member = Member.of(receiver, arrival, held)
        try:
            with stranger(member) as guest:
                guest.has()
                member.tell([(0, 0), (PACK_INDEX, 0), (PACK_INDEX, 2)])
                assert guest.answer() == [Asked(PACK_INDEX, 2, 1)]
                member.exchange.released(held.release([2]))
                assert guest.answer() == [Asked(PACK_INDEX, 0, 1)]
                member.exchange.released(held.release([0]))
                assert guest.answer() == [Asked(0, 0, 1)]
        finally:
            member.close()


def test_what_was_given_up_before_is_not_exchanged(tmp_path: Path) -> None:
    with Receiver(tmp_path / "to", TREE) as receiver:
        arrival = receiver.begin()
        receiver.sender.send_piece(arrival, 0, 0)
        arrival.content.source_changed(0, 1)
        receiver.sender.send_piece(arrival, PACK_INDEX, 0)
        give_up(arrival, [14])
        member = Member.of(receiver, arrival)
        try:
            assert list(member.exchange.had()) == [(0, 1)]
            with stranger(member) as guest:
                guest.has()
                member.tell()
                assert guest.answer() == [Asked(PACK_INDEX, 2, 1)]
        finally:
            member.close()


@pytest.mark.parametrize("seed", range(3))
def test_whatever_happens_in_whatever_order_everybody_gets_everything(
    tmp_path: Path, seed: int
) -> None:
    """Links break, some lie, the sender gives anything to anybody; hashes come at any time."""
    chance = Random(seed)
    with members(tmp_path, TREE, 4) as group:
        pairs = list(enumerate(combinations(group, 2), 1))
        for step in range(60):
            happen(chance, *chance.choice(pairs), step)
        for number, pair in pairs:
            link_anew(number, pair)
        for member in group:
            member.tell()
        for place in group[0].places:
            chance.choice(group).get([place])
        eventually(lambda: all(member.is_complete() for member in group))
        assert [saved(member) for member in group] == [TREE] * 4


def happen(chance: Random, number: int, pair: tuple[Member, Member], step: int) -> None:
    one = chance.choice(pair)
    match chance.choice(["link", "link", "drop", "give", "tell", "lie", "hold"]):
        case "link":
            link_anew(number, pair)
        case "drop":
            one.exchange.drop(tag_of(number))
        case "give":
            one.get([chance.choice(one.places)])
        case "tell":
            one.tell(chance.sample(one.places, 3))
        case "lie":
            lie_to(one, 100 + step)
        case "hold":
            one.exchange.hold(is_held=True)
            one.exchange.hold(is_held=False)


def link_anew(number: int, pair: tuple[Member, Member]) -> None:
    for member in pair:
        member.exchange.drop(tag_of(number))
    link(*pair, number)


def lie_to(member: Member, number: int) -> None:
    """Answer the first question of a member, if there is one, by something else."""
    with stranger(member, number) as liar:
        liar.has()
        heard = liar.heard.get(timeout=20)
        while isinstance(heard, Bits | Have):
            try:
                heard = liar.heard.get(timeout=0.05)
            except queue.Empty:
                return
        if isinstance(heard, Get):
            row = heard.rows[0]
            length = len(member.content(row.entry, row.first))
            liar.send(heard.request, row.entry, row.first, bytes(length))
            assert member.report(PeerLied).tag == liar.tag


def test_a_disk_that_refuses_is_nobodys_fault_and_told_once(tmp_path: Path) -> None:
    full = FaultyDisk(fail_at=1, only={"write_at"})
    with Receiver(tmp_path / "to", ONE, full.disk) as receiver:
        member = Member.of(receiver)
        try:
            with stranger(member) as guest:
                guest.has()
                member.tell()
                guest.answer()
                report = receiver.told.get(timeout=20)
                assert isinstance(report, ReceivingFailed)
                assert isinstance(report.error, DiskFullError)
                assert not member.exchange.had()
                member.arrival.pieces.unblock()
                guest.answer_until(member.is_complete)
            assert saved(member) == ONE
        finally:
            member.close()


def test_a_pack_whose_files_came_singly_is_asked_for_no_more_and_given_on(tmp_path: Path) -> None:
    tree: Tree = {"a": b"a", "b": b"b", "film": ONE["film"]}
    with members(tmp_path, tree) as (one, _), stranger(one) as guest:
        guest.has()
        one.get([(0, 0), (1, 0)])
        one.tell([(PACK_INDEX, 0), (2, 1)])
        assert guest.answer() == [Asked(2, 1, 1)]
        guest.ask(1, (PACK_INDEX, 0))
        assert guest.hear_piece() == b"ab"


def test_what_is_not_taken_is_not_asked_for_again_and_again(tmp_path: Path) -> None:
    with members(tmp_path, TREE) as (one, _), stranger(one) as guest:
        guest.has()
        one.arrival.pieces.held.add(0)  # somebody makes it of what is here
        one.tell([(0, 0)])
        assert guest.answer() == [Asked(0, 0, 1)]
        one.tell([(PACK_INDEX, 0)])
        assert guest.answer() == [Asked(PACK_INDEX, 0, 1)]
        one.arrival.pieces.held.discard(0)
        one.get([(0, 0)])
        eventually(lambda: 3 in one.exchange.had())


def test_what_is_given_and_what_comes_is_held_back_by_limits(tmp_path: Path) -> None:
    up, down = Bucket(clock=Clock()), Bucket(clock=Clock())  # what is owed is never paid
    with Receiver(tmp_path / "to", ONE) as receiver:
        member = Member.of(receiver, up=up)
        try:
            with stranger(member) as guest:
                guest.has()
                member.get([(0, 0)])
                up.limit(MIB)
                guest.ask(1, (0, 0))
                guest.hear_frame()
                assert up.ask(Pacer()) > 0
                member.tell([(0, 1)])
                get = guest.hear(Get)
                member.arrival.pieces.bucket = down
                down.limit(MIB)
                guest.send(get.request, 0, 1, member.content(0, 1))
                eventually(lambda: down.ask(Pacer()) > 0)
                assert list(member.exchange.had()) == [(0, 1)]
        finally:
            member.close()


def test_what_came_again_in_a_new_session_is_told_and_given_as_before(tmp_path: Path) -> None:
    with members(tmp_path, TREE) as (one, other):
        one.tell()
        other.tell()
        one.get(one.places)
        one.arrival.pieces.new_session()
        one.exchange.had()
        wished = one.exchange.numbering.numbers(one.arrival.content.wish())
        one.get([one.exchange.numbering.place(number) for run in wished for number in range(*run)])
        assert one.exchange.take_news() == wished
        link(one, other)
        eventually(other.is_complete)


def test_a_peer_that_has_asked_for_much_is_told_that_all_is_held(tmp_path: Path) -> None:
    with members(tmp_path, TREE) as (one, _), stranger(one) as guest:
        guest.has([])
        one.get([(0, 8)])
        one.up.limit(1)
        for request in range(1, 4001):
            guest.ask(request, (0, 8))
        guest.say(CancelGet(request=4000))
        assert guest.hear(No).request == 4000
        one.exchange.hold(is_held=True)
        while guest.hear(No).request != 3999:
            pass
        assert one.exchange.is_open(guest.tag)
