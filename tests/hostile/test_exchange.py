"""Members of a group who lie, boast, or say nothing; PROTOCOL.md, section 22."""

import os
from contextlib import suppress
from pathlib import Path

import pytest

from byhand.domain.pieces import KIB, MIB, PACK_INDEX
from byhand.engine.reports import PeerLied
from byhand.errors import ConnectionLostError, HashMismatchError, RemoteProtocolError
from byhand.protocol.member_messages import Asked, Bits, CancelGet, Get, Have, No
from byhand.protocol.message import Message
from byhand.protocol.messages import Want
from tests.helpers.members import (
    deaf_stranger,
    eventually,
    link,
    loopback,
    members,
    saved,
    sessions,
    stranger,
)
from tests.helpers.trees import Tree, snapshot

ONE: Tree = {"film": os.urandom(MIB)}


def test_S01_a_wrong_piece_is_dropped_and_told_and_its_sender_never_taken_again(
    tmp_path: Path,
) -> None:
    with members(tmp_path, ONE) as (one, _), stranger(one) as liar:
        one.tell()
        liar.has()
        get = liar.hear(Get)
        entry, piece = get.rows[0].entry, get.rows[0].first
        liar.send(get.request, entry, piece, os.urandom(256 * KIB))
        assert one.report(PeerLied) == PeerLied(liar.tag, entry, piece)
        assert isinstance(liar.end().error, HashMismatchError)
        assert not one.exchange.had()
        assert one.exchange.received_bytes == 0
        assert one.arrival.content.received_bytes == 0
        assert one.arrival.pieces.bad_pieces == 0, "it is not the sender's fault"
        near, far = loopback()
        assert not one.exchange.open(liar.tag, near, sessions()[0])
        assert far.recv(1) == b""
        far.close()


def test_S01_a_wrong_piece_is_announced_to_nobody_and_comes_from_another(tmp_path: Path) -> None:
    with members(tmp_path, ONE) as (one, other):
        one.tell()
        with stranger(one) as liar, stranger(one, 8) as listener:
            liar.has()
            listener.has([])
            get = liar.hear(Get)
            liar.send(get.request, get.rows[0].entry, get.rows[0].first, bytes(256 * KIB))
            liar.end()
            other.get(other.places)
            other.tell()
            link(one, other)
            eventually(one.is_complete)
            told = listener.hear_have(Have)
            assert told.count() >= 1
        assert saved(one) == ONE


def test_S01_a_wrong_pack_is_written_nowhere(tmp_path: Path) -> None:
    tree: Tree = {"a": os.urandom(KIB), "b": os.urandom(KIB)}
    with members(tmp_path, tree) as (one, _), stranger(one) as liar:
        one.tell()
        liar.has()
        get = liar.hear(Get)
        liar.send(get.request, PACK_INDEX, 0, bytes(2 * KIB))
        assert one.report(PeerLied) == PeerLied(liar.tag, PACK_INDEX, 0)
        assert snapshot(Path(one.arrival.staging.path) / "tree") == {}


def test_S04_what_is_said_to_be_there_is_tried_and_not_believed(tmp_path: Path) -> None:
    with members(tmp_path, ONE) as (one, other), stranger(one) as boaster:
        boaster.has()
        one.tell()
        get = boaster.hear(Get)
        boaster.say(No(request=get.request, rows=get.rows))
        other.get(other.places)
        link(one, other)
        eventually(lambda: one.exchange.received_bytes >= MIB // 4)
        assert boaster.tag in {each.tag for each in one.exchange.standing() if each.is_open}


@pytest.mark.parametrize(
    "message",
    [
        Bits(rows=[]),
        Get(request=1, rows=[Asked(0, 4, 1)]),
        Get(request=1, rows=[Asked(7, 0, 1)]),
        Get(request=1, rows=[Asked(PACK_INDEX, 0, 1)]),
        No(request=1, rows=[Asked(0, 4, 1)]),
    ],
)
def test_S04_what_is_not_in_the_manifest_or_comes_twice_ends_the_link(
    tmp_path: Path, message: Message
) -> None:
    with members(tmp_path, ONE) as (one, _), stranger(one) as guest:
        guest.has([])
        guest.say(message)
        assert isinstance(guest.end().error, RemoteProtocolError)


def test_S04_a_have_before_bits_ends_the_link(tmp_path: Path) -> None:
    with members(tmp_path, ONE) as (one, _), stranger(one) as guest:
        guest.say(Have(rows=[]))
        assert isinstance(guest.end().error, RemoteProtocolError)


def test_S04_one_who_says_what_it_has_again_and_again_ends_the_link(tmp_path: Path) -> None:
    with members(tmp_path, ONE) as (one, _), stranger(one) as guest:
        guest.has([])
        one.clock.stop()
        have = Have(rows=[Want(0, [0, 1, 2, 1])] * 5000)
        with suppress(ConnectionLostError):
            for _ in range(100):
                guest.say(have)
        assert isinstance(guest.end().error, RemoteProtocolError)


def test_S04_a_request_whose_number_was_used_ends_the_link(tmp_path: Path) -> None:
    with members(tmp_path, ONE) as (one, _), stranger(one) as guest:
        guest.has([])
        guest.ask(1, (0, 0))
        guest.hear(No)
        guest.ask(1, (0, 1))
        assert isinstance(guest.end().error, RemoteProtocolError)


def test_S10_what_a_silent_peer_holds_up_is_asked_of_another(tmp_path: Path) -> None:
    with members(tmp_path, ONE) as (one, other), stranger(one) as silent:
        silent.has()
        one.tell([(0, 0), (0, 1)])
        get = silent.hear(Get)
        one.clock.ahead += 30
        assert silent.hear(CancelGet).request == get.request
        other.get(other.places)
        link(one, other)
        one.tell()
        eventually(one.is_complete)
        assert saved(one) == ONE


def test_S07_of_two_who_tell_the_same_lie_nothing_is_taken(tmp_path: Path) -> None:
    wrong = bytes(256 * KIB)
    with members(tmp_path, ONE) as (honest, source):
        honest.tell()
        with stranger(honest, 8) as one, stranger(honest, 9) as other:
            for liar in (one, other):
                liar.has()
                get = liar.hear(Get)
                liar.send(get.request, get.rows[0].entry, get.rows[0].first, wrong)
                assert honest.report(PeerLied).tag == liar.tag
            assert not honest.exchange.had()
        source.get(source.places)
        link(honest, source)
        eventually(honest.is_complete)
        assert saved(honest) == ONE


def test_S06_who_is_dropped_gets_nothing_more(tmp_path: Path) -> None:
    with members(tmp_path, ONE) as (one, _), stranger(one) as guest:
        guest.has([])
        one.get(one.places)
        one.exchange.drop(guest.tag)
        assert guest.end().error is None
        assert one.exchange.given_bytes == 0


def test_S04_more_questions_than_answers_are_taken_end_the_link(tmp_path: Path) -> None:
    with members(tmp_path, ONE) as (one, _), deaf_stranger(one) as guest:
        guest.has([])
        rows = [Asked(0, 2 * number % 4, 1) for number in range(16)]
        with suppress(ConnectionLostError):
            for request in range(1, 9000):
                guest.say(Get(request=request, rows=rows))
        assert isinstance(guest.end().error, RemoteProtocolError)


def test_S06_members_go_on_while_the_sender_is_away(tmp_path: Path) -> None:
    with members(tmp_path, ONE) as (one, other):
        one.tell()
        other.get(other.places)
        one.arrival.pieces.new_session()
        link(one, other)
        eventually(one.is_complete)
        assert saved(one) == ONE
