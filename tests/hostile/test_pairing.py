"""Hostile pairing: somebody in between, strangers who try too often, words that get lost (X)."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from byhand.domain.events import PairingWindowChanged
from byhand.domain.friend import Trust
from byhand.domain.pairing import PairingProblem, PairingStage
from byhand.domain.transfer import TransferId
from byhand.errors import AuthenticationError, ConnectionLostError, RemoteProtocolError
from byhand.network.addresses import Hint
from byhand.network.handshaking import run_handshake
from byhand.protocol.codec import encode_message
from byhand.protocol.connection import Connection
from byhand.protocol.credentials import LocalIdentity
from byhand.protocol.friend_messages import (
    PairCommit,
    PairLater,
    PairMessage,
    PairNo,
    PairNonce,
    PairOk,
    PairReveal,
)
from byhand.protocol.handshake import answer, pair_with
from byhand.protocol.messages import Addresses, Bye, Hello, Offer, Ping
from byhand.protocol.pairing import Comparison, ComparisonState
from byhand.protocol.resume_messages import Sync
from tests.helpers.comparisons import Grinder
from tests.helpers.connection_pair import ALICE_INTRODUCED, EVE, HandshakeEnd, run_ends
from tests.helpers.doors import Person
from tests.helpers.one_room import Side, both_compare, both_open, in_one_room, paired
from tests.helpers.relay import relay_to
from tests.helpers.stranger import (
    HELLO,
    Stranger,
    all_that_comes,
    begun,
    connected,
    stranger_answers,
    stranger_calls,
)

OFFER = Offer(TransferId(bytes(16)), 1, "gift")
_S = PairingStage
_P = PairingProblem


@pytest.fixture
async def bob(tmp_path: Path) -> AsyncIterator[Side]:
    """Bob alone in the room, with his window open."""
    async with in_one_room(tmp_path, "Bob") as (side,):
        side.orders.open()
        yield side


@pytest.fixture
async def pair(tmp_path: Path) -> AsyncIterator[tuple[Side, Side]]:
    async with in_one_room(tmp_path, "Alice", "Bob") as (alice, bob):
        yield alice, bob


def knows_nobody(side: Side) -> bool:
    return not side.friends and not list(side.party.service._people.book)


def is_warned(side: Side) -> bool:
    return side.window.is_warned


# X01, X02: somebody in between

Play = Callable[[Stranger, Stranger], Coroutine[None, None, None]]


async def play_both(with_alice: Stranger, with_bob: Stranger) -> None:
    """Eve compares with each of them by the rules, as the other."""
    at_alice, at_bob = with_alice.comparison(EVE), with_bob.comparison(EVE)
    await with_bob.say(at_bob.start())
    await asyncio.gather(_play(with_alice, at_alice), _play(with_bob, at_bob))


async def _play(end: Stranger, comparison: Comparison) -> None:
    while (message := await end.hear()) is not None:
        if isinstance(message, PairMessage) and comparison.state is not ComparisonState.OVER:
            reply = comparison.receive(message)
            if comparison.state is ComparisonState.ASKED:
                reply = comparison.accept()
            if reply is not None:
                await end.say(reply)


async def relay_both(with_alice: Stranger, with_bob: Stranger) -> None:
    """Eve hands every message on as it came: only the keys are hers."""
    await asyncio.gather(_relay(with_alice, with_bob), _relay(with_bob, with_alice))


async def _relay(source: Stranger, target: Stranger) -> None:
    while (message := await source.hear()) is not None:
        if isinstance(message, PairMessage):
            with contextlib.suppress(OSError):
                await target.say(message)
    target.hang_up()


@asynccontextmanager
async def in_between(alice: Side, bob: Side, play: Play) -> AsyncIterator[None]:
    """Let Alice pick Bob, and Eve stand between them with Bob's token and name."""
    both_open(alice, bob)
    token = bob.tokens[0]
    door = Person("Bob", identity=EVE, pairing_tokens=(token,))
    async with stranger_answers(door) as (hint, come):
        alice.party.service._people.discovery.see("Bob", token, hint)  # type: ignore[attr-defined]
        alice.pick("Bob")
        with_alice = await come.get()
        async with stranger_calls(bob.hint, EVE, token, "Alice") as with_bob:
            playing = asyncio.create_task(play(with_alice, with_bob))
            try:
                yield
            finally:
                playing.cancel()
                await asyncio.gather(playing, return_exceptions=True)


async def test_X01_somebody_in_between_is_found_by_the_codes(pair: tuple[Side, Side]) -> None:
    alice, bob = pair
    async with in_between(alice, bob, play_both):
        assert (await bob.until(_S.ASKED)).name == "Alice"
        bob.accept()
        alices = (await alice.until(_S.COMPARING)).shown
        bobs = (await bob.until(_S.COMPARING)).shown
        for _ in range(3):
            alice.type(bobs)
            bob.type(alices)
        for side in pair:
            assert (await side.until(_S.FAILED)).problem is _P.WRONG_CODE
            assert knows_nobody(side)


async def test_X02_a_proxy_that_swaps_only_the_keys_stops_both(pair: tuple[Side, Side]) -> None:
    alice, bob = pair
    async with in_between(alice, bob, relay_both):
        await bob.until(_S.ASKED)
        bob.accept()
        assert (await bob.until(_S.FAILED)).problem is _P.PROTOCOL
        assert (await alice.until(_S.FAILED)).problem in (_P.PROTOCOL, _P.LOST)
    assert bob.now.shown == ""
    assert knows_nobody(alice)
    assert knows_nobody(bob)


async def test_X02_a_users_word_that_they_differ_stops_both_at_once(
    pair: tuple[Side, Side],
) -> None:
    alice, bob = pair
    async with in_between(alice, bob, play_both):
        await bob.until(_S.ASKED)
        bob.accept()
        await alice.until(_S.COMPARING)
        await bob.until(_S.COMPARING)
        for side in pair:
            side.orders.refuse(side.now.id, codes_differ=True)
            assert (await side.until(_S.FAILED)).problem is _P.WRONG_CODE
            assert knows_nobody(side)


def test_X01_grinding_gains_nothing_against_the_commitment() -> None:
    tries, grinder = 20_000, Grinder(digits=3, seed=7)
    hits = sum(grinder.try_against_the_commitment() for _ in range(tries))
    assert 0 < hits <= 0.0015 * tries


def test_X01_grinding_succeeds_where_there_is_no_commitment() -> None:
    grinder = Grinder(digits=3, seed=7)
    assert sum(grinder.try_without_a_commitment() for _ in range(60)) >= 59


# H10, D09: who is not answered


async def first_message(hint: Hint, token: bytes) -> bytes:
    """Send a first message of use 1 and return every byte that comes back."""
    sock = await connected(hint)
    try:
        opening = next(pair_with(EVE, ALICE_INTRODUCED, token)).send
        await asyncio.get_running_loop().sock_sendall(sock, opening)
        return await all_that_comes(sock)
    except ConnectionError:
        return b""
    finally:
        sock.close()


async def test_D09_a_first_message_without_the_token_is_met_with_silence(bob: Side) -> None:
    for token in (bytes(8), bob.tokens[0][::-1], bob.tokens[0][:7] + b"\0"):
        assert await first_message(bob.hint, token) == b""
    assert not bob.seen


async def test_H10_outside_the_window_the_right_token_is_met_with_silence(bob: Side) -> None:
    token = bob.tokens[0]
    bob.party.service.profile.set_visible(600)
    bob.orders.close()
    discovery = bob.party.service._people.discovery
    assert discovery.tokens() == (token,)  # it is still announced
    assert await first_message(bob.hint, token) == b""
    with pytest.raises((ConnectionLostError, ConnectionError)):
        async with stranger_calls(bob.hint, EVE, token):
            pass
    assert not bob.seen


async def test_H09_who_reflects_us_to_ourselves_pairs_with_nobody(bob: Side) -> None:
    """Somebody announces our own address and token under another name."""
    discovery = bob.party.service._people.discovery
    discovery.see("Marek", bob.tokens[0], bob.hint)  # type: ignore[attr-defined]
    bob.pick("Marek")
    assert (await bob.until(_S.FAILED)).problem is _P.OURSELVES
    assert knows_nobody(bob)
    assert {each.stage for each in bob.seen} == {_S.CONNECTING, _S.FAILED}


async def test_H09_one_of_our_keys_with_another_partner_is_refused(bob: Side) -> None:
    own = bob.party.service._stores.identity
    twisted = LocalIdentity.from_private(EVE.x25519.private, own.ed25519_private)
    with pytest.raises(ConnectionLostError):
        async with stranger_calls(bob.hint, twisted, bob.tokens[0]):
            pass
    assert not bob.seen


async def test_a_friends_key_with_another_partner_is_refused_both_ways(
    pair: tuple[Side, Side],
) -> None:
    alice, bob = pair
    await paired(alice, bob)
    friends_key = alice.party.service._stores.identity.ed25519_private
    twisted = LocalIdentity.from_private(EVE.x25519.private, friends_key)
    before, book = len(bob.seen), tuple(bob.party.service._people.book)
    async with stranger_calls(bob.hint, twisted, bob.tokens[0]) as stranger:
        await begun(stranger, twisted)
        assert not [m for m in await stranger.hear_all() if isinstance(m, PairNonce)]
    assert len(bob.seen) == before
    door = Person("Alice", identity=twisted, pairing_tokens=(bytes(8),))
    async with stranger_answers(door) as (hint, _):
        discovery = bob.party.service._people.discovery
        discovery.see("Alice", bytes(8), hint)  # type: ignore[attr-defined]
        bob.pick("Alice")
        assert (await bob.until(_S.FAILED)).problem is _P.KEY_CHANGED
    assert tuple(bob.party.service._people.book) == book


# X04: limits


async def test_our_random_value_leaves_only_once_our_user_has_said_yes(bob: Side) -> None:
    async with stranger_calls(bob.hint, EVE, bob.tokens[0]) as stranger:
        comparison, _ = await begun(stranger, EVE)
        await bob.until(_S.ASKED)
        assert isinstance(await stranger.hear(), Hello)
        silence = asyncio.create_task(stranger.hear())
        await asyncio.sleep(0.05)
        assert not silence.done()
        bob.accept()
        nonce = await silence
        assert isinstance(nonce, PairNonce)
        assert isinstance(comparison.receive(nonce), PairReveal)


async def abandoned_run(bob: Side) -> None:
    """A run that is given up as soon as Bob's random value is there."""
    async with stranger_calls(bob.hint, EVE, bob.tokens[0]) as stranger:
        await begun(stranger, EVE)
        await bob.until(_S.ASKED)
        bob.accept()
        await stranger.hear_a(PairNonce)
    assert (await bob.until(_S.FAILED)).problem is _P.LOST


async def test_X04_three_abandoned_runs_close_the_window_with_a_warning(bob: Side) -> None:
    token = bob.tokens[0]
    for _ in range(3):
        assert bob.window.open_until
        await abandoned_run(bob)
    assert is_warned(bob)
    assert bob.window.open_until == 0
    assert await first_message(bob.hint, token) == b""
    windows = [e for e in bob.party.events if isinstance(e, PairingWindowChanged)]
    assert len(windows) == 2


async def test_X04_five_runs_in_ten_minutes_are_all_that_windows_give(bob: Side) -> None:
    for _ in range(3):
        await abandoned_run(bob)
    bob.orders.open()
    assert not is_warned(bob)
    for _ in range(2):
        await abandoned_run(bob)
    assert is_warned(bob)
    bob.orders.open()
    assert is_warned(bob)
    assert not bob.tokens
    discovery = bob.party.service._people.discovery
    bob.orders.pair(discovery.see("Marek", bytes(8), bob.hint))  # type: ignore[attr-defined]
    assert (await bob.until(_S.FAILED)).problem is _P.TOO_MANY


async def test_X04_runs_that_we_begin_count_as_well(pair: tuple[Side, Side]) -> None:
    alice, bob = pair
    both_open(alice, bob)
    for number in range(3):
        alice.pick("Bob")
        await bob.until(_S.ASKED)
        bob.accept()
        await alice.until(_S.COMPARING)
        alice.orders.refuse(alice.now.id)
        await bob.until(_S.FAILED)
        assert is_warned(alice) == is_warned(bob) == (number == 2)


async def test_X04_three_friends_made_in_one_window_are_no_reason_to_warn(
    tmp_path: Path,
) -> None:
    names = "Bob", "Anna", "Marek", "Mira"
    async with in_one_room(tmp_path, *names) as (bob, *others):
        for other in others:
            await both_compare(other, bob)
            other.orders.put_off(other.now.id)
            bob.orders.put_off(bob.now.id)
            await bob.until(_S.DONE)
        assert bob.window.open_until == 0
        assert not is_warned(bob)
        assert len(bob.friends) == 3


async def test_X04_a_flood_of_strangers_is_asked_about_twenty_times_at_most(bob: Side) -> None:
    token, asked = bob.tokens[0], 0
    for number in range(100):
        identity = LocalIdentity.generate()
        try:
            async with stranger_calls(bob.hint, identity, token, f"M{number}") as stranger:
                await begun(stranger, identity)
                await bob.party.until(lambda: _is_asked_by(bob, number) or is_warned(bob))  # noqa: B023
                asked += _is_asked_by(bob, number)
        except (ConnectionLostError, ConnectionError):
            break
        await bob.party.until(lambda: bob.now.stage is _S.FAILED)
    assert asked <= 20
    assert is_warned(bob) or asked < 20
    assert not any(each.shown for each in bob.seen)
    assert knows_nobody(bob)


def _is_asked_by(bob: Side, number: int) -> bool:
    return bool(bob.seen) and bob.now.name == f"M{number}" and bob.now.stage is _S.ASKED


# X05: words that get lost


async def settled_and_lost(bob: Side) -> tuple[LocalIdentity, bytes]:
    """A newcomer who has Bob's word, and whose own was lost; the key that both would share."""
    identity = LocalIdentity.generate()
    async with stranger_calls(bob.hint, identity, bob.tokens[0], "Anna") as anna:
        comparison, _ = await begun(anna, identity)
        await bob.until(_S.ASKED)
        bob.accept()
        nonce = await anna.hear_a(PairNonce)
        assert isinstance(nonce, PairNonce)
        reveal = comparison.receive(nonce)
        assert reveal is not None
        await anna.say(reveal)
        await bob.until(_S.COMPARING)
        bob.type(comparison.shown)
        await anna.hear_a(PairOk)
        psk = anna.established.session.exporter(b"byhand/v1/friend")
    assert (await bob.until(_S.FAILED)).problem is _P.LOST
    assert knows_nobody(bob)
    return identity, psk


def calling(identity: LocalIdentity, bob: Side, psk: bytes) -> Person:
    """The newcomer as a friend who has stored Bob."""
    anna = Person("Anna", identity=identity)
    anna.pin(stand_in(bob), psk)
    return anna


async def test_X05_who_has_stored_us_becomes_a_friend_not_verified(bob: Side) -> None:
    identity, psk = await settled_and_lost(bob)
    anna = calling(identity, bob, psk)
    async with as_friend(anna, bob):
        await bob.party.until(lambda: identity.friend_id in bob.friends)
        friend = bob.friends[identity.friend_id]
        assert (friend.name, friend.trust) == ("Anna", Trust.UNVERIFIED)
        assert friend.verified_at == 0


async def test_X05_who_shows_another_key_stays_a_stranger(bob: Side) -> None:
    identity, _ = await settled_and_lost(bob)
    with pytest.raises((ConnectionLostError, RemoteProtocolError)):
        async with as_friend(calling(identity, bob, bytes(32)), bob):
            pass
    assert knows_nobody(bob)


@pytest.mark.parametrize("codes_differ", [False, True])
async def test_X05_who_asks_again_and_is_refused_stays_a_stranger(
    bob: Side, codes_differ: bool
) -> None:
    identity, psk = await settled_and_lost(bob)
    async with stranger_calls(bob.hint, identity, bob.tokens[0], "Anna") as anna:
        await begun(anna, identity)
        await bob.until(_S.ASKED)
        bob.orders.refuse(bob.now.id, codes_differ=codes_differ)
        await anna.hear_a(PairNo)
        await bob.until(_S.FAILED)
    with pytest.raises((ConnectionLostError, RemoteProtocolError)):
        async with as_friend(calling(identity, bob, psk), bob):
            pass
    assert knows_nobody(bob)


async def test_X05_a_word_that_came_back_as_a_goodbye_leaves_nothing(bob: Side) -> None:
    """Who closes in order without a word of their own has not stored us."""
    identity = LocalIdentity.generate()
    async with stranger_calls(bob.hint, identity, bob.tokens[0], "Anna") as anna:
        comparison, _ = await begun(anna, identity)
        await bob.until(_S.ASKED)
        bob.accept()
        reveal = comparison.receive(await anna.hear_a(PairNonce))
        assert reveal is not None
        await anna.say(reveal)
        await bob.until(_S.COMPARING)
        bob.orders.put_off(bob.now.id)
        await anna.hear_a(PairLater)
        psk = anna.established.session.exporter(b"byhand/v1/friend")
        await anna.say_goodbye()
        await bob.until(_S.FAILED)
    with pytest.raises((ConnectionLostError, RemoteProtocolError)):
        async with as_friend(calling(identity, bob, psk), bob):
            pass
    assert knows_nobody(bob)


@asynccontextmanager
async def as_friend(person: Person, bob: Side) -> AsyncIterator[None]:
    """Call Bob by use 3."""
    sock = await connected(bob.hint)
    try:
        async with asyncio.timeout(20):
            await run_handshake(sock, person.calls(stand_in(bob)))
        yield
    finally:
        sock.close()


async def test_X05_the_last_word_lost_between_two_services_leaves_both_friends(
    pair: tuple[Side, Side],
) -> None:
    """Bob's word reaches Alice, hers does not reach him: her ordinary call makes it up."""
    alice, bob = pair
    await both_compare(alice, bob)
    bob.type(alice.now.shown)
    await alice.party.until(lambda: alice.now.has_other_settled)
    (line,) = alice.party.service.pairing._strangers._lines.values()
    line._channel.abort()
    alice.type(bob.now.shown)
    assert (await bob.until(_S.FAILED)).problem is _P.LOST
    assert (await alice.until_friends_with(bob)).trust is Trust.VERIFIED
    assert (await bob.until_friends_with(alice)).trust is Trust.UNVERIFIED


@pytest.mark.parametrize("bob_has_typed", [True, False])
async def test_X05_they_differ_says_one_user_whatever_the_other_has_typed(
    pair: tuple[Side, Side], bob_has_typed: bool
) -> None:
    alice, bob = pair
    await both_compare(alice, bob)
    if bob_has_typed:
        bob.type(alice.now.shown)
        await alice.party.until(lambda: alice.now.has_other_settled)
    alice.orders.refuse(alice.now.id, codes_differ=True)
    for side in pair:
        await side.until(_S.FAILED)
        assert knows_nobody(side)
    assert alice.now.problem is _P.WRONG_CODE
    assert bob.now.problem is _P.THEY_DIFFER


@pytest.mark.parametrize("stage", [_S.ASKED, _S.COMPARING])
async def test_X05_a_connection_that_dies_before_anybody_has_settled_leaves_nothing(
    pair: tuple[Side, Side], stage: PairingStage
) -> None:
    alice, bob = pair
    both_open(alice, bob)
    alice.pick("Bob")
    await bob.until(_S.ASKED)
    if stage is _S.COMPARING:
        bob.accept()
        await alice.until(_S.COMPARING)
        await bob.until(_S.COMPARING)
    (line,) = alice.party.service.pairing._strangers._lines.values()
    line._channel.abort()
    for side in pair:
        assert (await side.until(_S.FAILED)).problem is _P.LOST
        assert knows_nobody(side)
        assert not side.party.service.pairing._pending._pending


# What else may not be said


@pytest.mark.parametrize(
    "wrong",
    [PairNonce(bytes(32)), PairReveal(bytes(32)), PairOk(), PairLater()],
    ids=lambda message: type(message).__name__,
)
async def test_a_stranger_who_begins_with_anything_else_is_hung_up_on(
    bob: Side, wrong: PairMessage
) -> None:
    async with stranger_calls(bob.hint, EVE, bob.tokens[0]) as stranger:
        await stranger.say(wrong)
        assert {type(message) for message in await stranger.hear_all()} <= {Hello, Bye}
    assert not bob.seen


@pytest.mark.parametrize("kind", ["offer", "second commit", "unknown"])
async def test_a_stranger_who_says_what_may_not_be_said_is_hung_up_on(bob: Side, kind: str) -> None:
    async with stranger_calls(bob.hint, EVE, bob.tokens[0]) as stranger:
        _, commit = await begun(stranger, EVE)
        await bob.until(_S.ASKED)
        match kind:
            case "offer":
                await stranger.say_sealed(encode_message(OFFER))
            case "second commit":
                await stranger.say(commit)
            case _:
                await stranger.say_sealed(b"\1\xff\xff\x80")
        assert (await bob.until(_S.FAILED)).problem is _P.PROTOCOL
        assert not [m for m in await stranger.hear_all() if isinstance(m, PairNonce)]
    assert knows_nobody(bob)


async def test_another_value_than_was_committed_to_ends_it(bob: Side) -> None:
    async with stranger_calls(bob.hint, EVE, bob.tokens[0]) as stranger:
        await stranger.say(PairCommit(bytes(32)))
        await bob.until(_S.ASKED)
        bob.accept()
        await stranger.hear_a(PairNonce)
        await stranger.say(PairReveal(bytes(32)))
        assert (await bob.until(_S.FAILED)).problem is _P.PROTOCOL
    assert not any(each.shown for each in bob.seen)


async def test_our_own_value_reflected_ends_it(bob: Side) -> None:
    async with stranger_calls(bob.hint, EVE, bob.tokens[0]) as stranger:
        await begun(stranger, EVE)
        await bob.until(_S.ASKED)
        bob.accept()
        nonce = await stranger.hear_a(PairNonce)
        await stranger.say(PairReveal(nonce.nonce))
        assert (await bob.until(_S.FAILED)).problem is _P.PROTOCOL
    assert knows_nobody(bob)


async def test_a_stranger_who_never_begins_holds_nobody_up(pair: tuple[Side, Side]) -> None:
    alice, bob = pair
    bob.orders.open()
    async with stranger_calls(bob.hint, EVE, bob.tokens[0]):
        await paired(alice, bob)


async def test_a_stranger_who_is_too_slow_to_begin_is_hung_up_on(
    bob: Side, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("byhand.service.strangers.COMMIT_SECONDS", 0.05)
    async with stranger_calls(bob.hint, EVE, bob.tokens[0]) as stranger:
        assert {type(message) for message in await stranger.hear_all()} == {Hello, Bye}
    assert not bob.seen


# X08, X09: friends


async def test_X08_forgot_you_please_pair_again_is_never_automatic(
    pair: tuple[Side, Side],
) -> None:
    """A friend's own keys by use 1 get no further than a stranger's."""
    alice, bob = pair
    await paired(alice, bob)
    await bob.until_friends_with(alice)
    alices = alice.party.service._stores.identity
    token, before = bob.tokens[0], pinned_psk(bob, alice)
    seen = len(bob.seen)
    async with stranger_calls(bob.hint, alices, token, "Alice") as stranger:
        await begun(stranger, alices)
        await bob.party.until(lambda: len(bob.seen) > seen)
        assert bob.now.stage is _S.ASKED
        bob.orders.refuse(bob.now.id)
        assert not [m for m in await stranger.hear_all() if isinstance(m, PairNonce)]
    bob.orders.close()
    assert await first_message(bob.hint, token) == b""
    assert pinned_psk(bob, alice) == before
    assert bob.friends[alice.id].trust is Trust.VERIFIED


async def test_X08_a_friend_who_is_answered_by_another_pattern_hangs_up_and_pairs_with_nobody(
    pair: tuple[Side, Side],
) -> None:
    """Somebody in between answers a friend's call with the second message of use 1."""
    alice, bob = pair
    await paired(alice, bob)
    steps = friend_of(alice, bob).calls(stand_in(bob))
    next(steps)
    with pytest.raises(RemoteProtocolError):
        steps.send((96).to_bytes(2, "big"))
    assert alice.now.stage is _S.DONE


@pytest.mark.parametrize("place", range(8))
def test_X08_every_byte_of_the_preamble_is_part_of_the_handshake(place: int) -> None:
    """Another version, use, cipher or length: refused, or a handshake that does not verify."""
    alice = HandshakeEnd(pair_with(EVE, ALICE_INTRODUCED, bytes(8)))
    bob = HandshakeEnd(answer(Person("Bob", pairing_tokens=(bytes(8),))))

    def tamper(sent: bytes) -> bytes:
        is_preamble = sent[:4] == b"BYH1"
        return sent[:place] + bytes([sent[place] ^ 1]) + sent[place + 1 :] if is_preamble else sent

    with contextlib.suppress(RemoteProtocolError):
        run_ends(alice, bob, tamper)
    assert not alice.is_done
    assert not bob.is_done


async def test_X09_a_session_led_through_somebody_breaks_when_it_is_touched(
    pair: tuple[Side, Side],
) -> None:
    alice, bob = pair
    await paired(alice, bob)
    await bob.until_friends_with(alice)
    before = bob.friends[alice.id].trust, alice.friends[bob.id].trust
    async with relay_to(bob.hint) as relay:
        sock = await connected(relay.through)
        try:
            session = (
                await run_handshake(sock, friend_of(alice, bob).calls(stand_in(bob)))
            ).session
            relay.flips = True
            friend = Connection(session)
            said = friend.send(HELLO) + friend.send(Ping(1))
            await asyncio.get_running_loop().sock_sendall(sock, said)
            with contextlib.suppress(ConnectionError):
                friend.receive_data(await all_that_comes(sock))  # until Bob hangs up
            with contextlib.suppress(AuthenticationError):
                while (message := friend.next_message()) is not None:
                    assert isinstance(
                        message, Hello | Addresses | Sync
                    )  # sent before it was touched
        finally:
            sock.close()
    assert (bob.friends[alice.id].trust, alice.friends[bob.id].trust) == before


def stand_in(side: Side) -> Person:
    """Somebody with a side's keys."""
    return Person(side.name, identity=side.party.service._stores.identity)


def pinned_psk(side: Side, other: Side) -> bytes:
    """The key that a side shares with the other."""
    pinned = side.party.service._people.book.pinned(other.id)
    assert pinned is not None
    return pinned.psk


def friend_of(side: Side, other: Side) -> Person:
    """A stand-in that holds what a side has pinned of the other."""
    person = stand_in(side)
    person.pin(stand_in(other), pinned_psk(side, other))
    return person
