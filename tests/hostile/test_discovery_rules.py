"""The rules for mDNS that no numbered case covers: what we announce, and what we keep."""

import ipaddress
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from byhand.domain.friend import NAME_CHARACTERS
from byhand.domain.identity import FriendId
from byhand.domain.profile import Visibility
from byhand.network.addresses import Hint, Interface
from byhand.network.announcement import (
    HINTS_IN_TURN,
    NAME_BYTES,
    TEXT_LIMIT,
    Announcement,
    Nickname,
    Sighting,
    is_instance,
    judge_text,
    new_announcement,
)
from byhand.network.hints import EPOCH_SECONDS, epoch_at, friend_secret, keyed_hint
from byhand.network.nearby_batches import NearbyBatches
from byhand.network.recognition import Findings, Recognition
from byhand.network.showing import Showing, Wishes
from byhand.protocol.pair_handshake import TOKEN_BYTES

NOW = 1_740_000_000.0
US, BOB = FriendId(b"u" * 32), FriendId(b"b" * 32)
PSK, TOKEN = bytes(32), b"8 bytes!"
ETHERNET = Interface(
    "eth0", 2, (ipaddress.ip_interface("192.0.2.1/24"), ipaddress.ip_interface("fe80::1/64"))
)
BOBS_HINT = Hint("192.0.2.2", 47800)


@dataclass
class Watch:
    """A recognition that has Bob for a friend, and what it told; floods wait for nobody's turn."""

    now: float = NOW
    told: list[object] = field(default_factory=list)
    heard: int = 0

    def __post_init__(self) -> None:
        def tell(*what: object) -> None:
            self.told.append(what)

        self.recognition = Recognition(
            US, 47800, Findings(tell, tell, tell, tell), lambda: self.now
        )
        self.recognition.set_secrets({BOB: PSK}, {})

    def see(self, announcement: Announcement, *hints: Hint) -> None:
        self.heard += 1
        sighting = Sighting(announcement.instance, hints or (BOBS_HINT,), announcement.text)
        self.recognition.see(ETHERNET, sighting, float(self.heard))


@pytest.fixture
def watch() -> Watch:
    return Watch()


def announced_by_bob(at: float = NOW) -> Announcement:
    return new_announcement([friend_secret(PSK, BOB, US)], epoch_at(at), 0)


def text_of(*fields: bytes) -> bytes:
    return b"".join(bytes([len(each)]) + each for each in fields)


def fields_of(text: bytes) -> dict[bytes, bytes]:
    found = {}
    place = 0
    while place < len(text):
        key, _, value = text[place + 1 : place + 1 + text[place]].partition(b"=")
        found[key] = value
        place += 1 + text[place]
    return found


@pytest.mark.parametrize("friends", [0, 1, 42, 500])
def test_an_announcement_has_one_form_however_many_friends_there_are(friends: int) -> None:
    secrets = [friend_secret(number.to_bytes(32, "big"), US, BOB) for number in range(friends)]
    announcement = new_announcement(secrets, 0, 0)
    assert is_instance(announcement.instance)
    assert is_instance(announcement.server)
    fields = fields_of(announcement.text)
    assert {key: len(value) for key, value in fields.items()} == {b"v": 1, b"n": 8, b"h": 252}
    assert fields[b"v"] == b"1"


def test_friends_who_were_here_last_are_always_announced_to_and_the_rest_in_turn() -> None:
    secrets = [friend_secret(number.to_bytes(32, "big"), US, BOB) for number in range(100)]
    seen: list[set[int]] = []
    for turn in range(4):
        heard = judge_text(new_announcement(secrets, 7, turn).text)
        assert heard is not None
        seen.append(
            {
                number
                for number, each in enumerate(secrets)
                if keyed_hint(each.key, heard.nonce, each.ours, 7) in heard.hints
            }
        )
    assert all(set(range(HINTS_IN_TURN)) <= each and len(each) == 42 for each in seen)
    assert set().union(*seen) == set(range(100))


@pytest.mark.parametrize(("epochs", "is_known"), [(-2, False), (-1, True), (1, True), (2, False)])
def test_neighbouring_half_hours_are_accepted_and_no_others(
    watch: Watch, epochs: int, is_known: bool
) -> None:
    watch.see(announced_by_bob(NOW + epochs * EPOCH_SECONDS))
    assert bool(watch.told) == is_known


def test_D10_a_clock_that_is_off_by_15_minutes_does_not_matter() -> None:
    for minute, off in itertools.product(range(0, 60, 5), (-15, 15)):
        watch = Watch(NOW + 60 * minute)
        watch.see(announced_by_bob(watch.now + 60 * off))
        assert watch.told == [(BOB, BOBS_HINT)]


@pytest.mark.parametrize(("more", "is_heard"), [(0, True), (1, False)])
def test_a_text_of_more_than_400_bytes_is_not_read(more: int, is_heard: bool) -> None:
    known = text_of(b"v=1", b"n=" + bytes(8), b"h=" + bytes(252))
    filler = b"x=" + bytes(TEXT_LIMIT - len(known) - 3 + more)
    assert (judge_text(known + text_of(filler)) is not None) == is_heard


def test_a_name_is_cut_at_63_bytes_and_32_characters() -> None:
    long = ("й" * 40).encode()
    heard = judge_text(
        text_of(b"v=1", b"n=" + bytes(8), b"h=" + bytes(252), b"name=" + long, b"at=" + TOKEN)
    )
    assert heard is not None
    assert heard.nickname is not None
    assert heard.nickname.name == "й" * (NAME_BYTES // 2)
    ours = fields_of(new_announcement([], 0, 0, Nickname("文" * 40, TOKEN)).text)
    assert ours[b"name"].decode() == "文" * (NAME_BYTES // 3)
    assert len(fields_of(new_announcement([], 0, 0, Nickname("x" * 99, TOKEN)).text)[b"name"]) == (
        NAME_CHARACTERS
    )


@pytest.mark.parametrize("token", [b"", b"7 bytes", b"9 bytes!!"])
def test_a_name_without_a_good_token_is_not_shown(watch: Watch, token: bytes) -> None:
    text = text_of(b"v=1", b"n=" + bytes(8), b"h=" + bytes(252), b"name=Bob", b"at=" + token)
    watch.see(Announcement("0" * 16, "1" * 16, text))
    assert watch.told == []


def test_512_instances_are_kept_and_friends_among_them(watch: Watch) -> None:
    watch.see(announced_by_bob())
    for number in range(1000):
        crowd = new_announcement([], 0, 0, Nickname("Crowd", number.to_bytes(TOKEN_BYTES, "big")))
        watch.see(crowd, Hint(f"192.0.2.{number % 200 + 3}", 5000 + number // 200))
    assert len(watch.recognition._sightings.items()) == 512
    assert watch.recognition.hints_of(BOB) == (BOBS_HINT,)


def test_8_instances_of_one_address_are_kept(watch: Watch) -> None:
    for number in range(100):
        crowd = new_announcement([], 0, 0, Nickname("Crowd", number.to_bytes(TOKEN_BYTES, "big")))
        watch.see(crowd, Hint("192.0.2.9", 5000 + number))
    assert len(watch.recognition._sightings.items()) == 8


def test_a_flood_of_names_reaches_the_window_five_times_a_second() -> None:
    now, due = [0.0], list[tuple[float, Callable[[], None]]]()
    told_at: list[float] = []

    def tell(*_: object) -> None:
        told_at.append(now[0])

    def later(seconds: float, do: Callable[[], None]) -> None:
        due.append((now[0] + seconds, do))

    batches = NearbyBatches(Findings(tell, tell, tell, tell), lambda: now[0], later)
    recognition = Recognition(US, 47800, batches.findings, lambda: NOW)
    for number in range(10_000):
        now[0] = number / 1000
        crowd = new_announcement([], 0, 0, Nickname("Crowd", number.to_bytes(TOKEN_BYTES, "big")))
        hint = Hint(f"192.0.2.{number % 200 + 3}", 5000 + number % 1000)
        recognition.see(ETHERNET, Sighting(crowd.instance, (hint,), crowd.text), now[0])
        if number % 3:
            recognition.lose(ETHERNET.index, crowd.instance)
        while due and due[0][0] <= now[0]:
            due.pop(0)[1]()
    batches_told = sorted(set(told_at))
    assert len(batches_told) > 20
    for start in batches_told:
        assert sum(start <= at < start + 1 for at in batches_told) <= 5


@pytest.mark.parametrize(
    ("host", "scope", "may_be"),
    [
        *(("192.168.77.1", 0, True), ("10.1.2.3", 0, True), ("172.16.0.1", 0, True)),
        *(("fd12::1", 0, True), ("169.254.3.4", 0, True), ("192.0.2.77", 0, True)),
        *(("fe80::9", 2, True), ("fe80::9", 3, False), ("fe80::9", 0, False)),
        *(("8.8.8.8", 0, False), ("2a00:1450::1", 0, False), ("100.64.0.1", 0, False)),
        *(("172.32.0.1", 0, False), ("192.169.0.1", 0, False), ("host.example", 0, False)),
    ],
)
def test_only_neighbours_and_private_networks_are_called(
    watch: Watch, host: str, scope: int, may_be: bool
) -> None:
    hint = Hint(host, 47800, scope)
    watch.see(announced_by_bob(), hint)
    assert watch.told == ([(BOB, hint)] if may_be else [])


@pytest.mark.parametrize(("port", "may_be"), [(1023, False), (1024, True), (65_535, True)])
def test_no_port_below_1024_is_called(watch: Watch, port: int, may_be: bool) -> None:
    watch.see(announced_by_bob(), Hint("192.0.2.2", port))
    assert bool(watch.told) == may_be


def test_what_is_heard_has_no_way_to_say_that_a_friend_is_gone_or_here(watch: Watch) -> None:
    announcement = announced_by_bob()
    watch.see(announcement)
    watch.recognition.lose(ETHERNET.index, announcement.instance)
    assert watch.told == [(BOB, BOBS_HINT)]


def test_names_are_seen_for_minutes_or_on_trusted_networks_and_never_otherwise() -> None:
    """Every wish, network and length of time, against the rule itself."""
    for visibility, is_trusted, seconds, passed, index in itertools.product(
        Visibility, (False, True), (0, 600), (0, 599, 600), (2, 3, 4)
    ):
        now = [NOW]
        showing = Showing(lambda now=now: now[0])  # type: ignore[misc]
        showing.move({2: "home", 3: "café"}, has_left=False)
        showing.wish(Wishes("Anna", visibility, frozenset({"home"} if is_trusted else ())))
        if seconds:
            showing.show("Anna", seconds)
        now[0] += passed
        is_at_home = is_trusted and index == 2 and visibility is Visibility.FRIENDS
        may_be = passed < seconds or is_at_home
        assert (showing.nickname_on(index) is not None) == may_be
        assert showing.is_hidden == (visibility is Visibility.NOBODY and passed >= seconds)
        assert bool(showing.tokens()) == (
            passed < seconds or (is_trusted and visibility is Visibility.FRIENDS)
        )
