import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byhand.domain.identity import FriendId
from byhand.network.announcement import (
    HINT_COUNT,
    TEXT_LIMIT,
    Announcement,
    Nickname,
    is_instance,
    judge_text,
    new_announcement,
)
from byhand.network.hints import HintSecret, friend_secret, keyed_hint

ALICE, BOB = FriendId(b"a" * 32), FriendId(b"b" * 32)
SECRET = friend_secret(bytes(32), ALICE, BOB)
TOKEN = b"8 bytes!"


def secrets(count: int) -> list[HintSecret]:
    return [friend_secret(number.to_bytes(32, "big"), ALICE, BOB) for number in range(count)]


def shown(announcement: Announcement, candidates: list[HintSecret], epoch: int = 0) -> list[int]:
    """Return which of the secrets have their hint in an announcement."""
    heard = judge_text(announcement.text)
    assert heard is not None
    return [
        number
        for number, each in enumerate(candidates)
        if keyed_hint(each.key, heard.nonce, each.ours, epoch) in heard.hints
    ]


def text(**fields: bytes) -> bytes:
    parts = [key.encode() + b"=" + value for key, value in fields.items()]
    return b"".join(bytes([len(part)]) + part for part in parts)


def test_friends_hints_are_in_an_announcement() -> None:
    assert shown(new_announcement([SECRET], epoch=7, turn=0), [SECRET], epoch=7) == [0]


@pytest.mark.parametrize("count", [0, 1, 42, 43, 100])
def test_an_announcement_does_not_tell_how_many_friends_there_are(count: int) -> None:
    announcement = new_announcement(secrets(count), 0, 0)
    assert len(announcement.text) == len(text(v=b"1", n=bytes(8), h=bytes(252)))
    heard = judge_text(announcement.text)
    assert heard is not None
    assert len(heard.hints) == HINT_COUNT


def test_the_place_of_a_hint_tells_nothing() -> None:
    places = set()
    for _ in range(200):
        announcement = new_announcement([SECRET], 0, 0)
        heard = judge_text(announcement.text)
        assert heard is not None
        hint = keyed_hint(SECRET.key, heard.nonce, SECRET.ours, 0)
        places.add(announcement.text.index(hint))
    assert len(places) > 20


def test_two_announcements_share_nothing() -> None:
    one, other = (new_announcement(secrets(42), 0, 0) for _ in range(2))
    assert one.instance != other.instance
    assert one.server != other.server
    heard, heard_other = judge_text(one.text), judge_text(other.text)
    assert heard is not None
    assert heard_other is not None
    assert heard.nonce != heard_other.nonce
    assert not heard.hints & heard_other.hints


def test_of_many_friends_the_first_are_always_shown_and_the_rest_in_turn() -> None:
    many = secrets(100)
    turns = [shown(new_announcement(many, 0, turn), many) for turn in range(4)]
    for each in turns:
        assert len(each) == HINT_COUNT
        assert each[:21] == list(range(21))
    assert set().union(*turns) == set(range(100))


def test_names_are_random_and_of_one_form() -> None:
    announcement = new_announcement([], 0, 0)
    assert is_instance(announcement.instance)
    assert is_instance(announcement.server)


@pytest.mark.parametrize(
    "label",
    ["", "0123456789abcde", "0123456789abcdef0", "0123456789ABCDEF", "0123456789abcdeg", "é" * 16],
)
def test_other_instance_names_are_not_ours(label: str) -> None:
    assert not is_instance(label)


def test_a_nickname_is_shown_only_when_asked_for() -> None:
    heard = judge_text(new_announcement([], 0, 0).text)
    assert heard is not None
    assert heard.nickname is None
    heard = judge_text(new_announcement([], 0, 0, Nickname("Alice", TOKEN)).text)
    assert heard is not None
    assert heard.nickname == Nickname("Alice", TOKEN)


@given(st.text(max_size=80))
def test_every_nickname_fits_and_is_cut_between_characters(name: str) -> None:
    announcement = new_announcement([], 0, 0, Nickname(name, TOKEN))
    assert len(announcement.text) <= TEXT_LIMIT
    heard = judge_text(announcement.text)
    assert heard is not None
    if heard.nickname is not None:
        assert "\ufffd" not in heard.nickname.name or "\ufffd" in name


@given(st.binary(max_size=80))
def test_what_others_call_themselves_is_made_safe_to_show(name: bytes) -> None:
    heard = judge_text(text(v=b"1", n=bytes(8), h=bytes(252), name=name, at=TOKEN))
    assert heard is not None
    if heard.nickname is not None:
        shown = heard.nickname.name
        assert not any(unicodedata.category(each) in ("Cc", "Cs") for each in shown)
        assert shown == shown.strip()


@pytest.mark.parametrize(
    "wrong",
    [
        b"",
        b"\0",
        b"\xff",
        text(v=b"2", n=bytes(8), h=bytes(252)),
        text(n=bytes(8), h=bytes(252)),
        text(v=b"1", n=bytes(7), h=bytes(252)),
        text(v=b"1", n=bytes(8), h=bytes(246)),
        text(v=b"1", n=bytes(8)),
        text(v=b"1", n=bytes(8), h=bytes(252)) + text(v=b"1"),
        text(v=b"1", n=bytes(8), h=bytes(252)) + b"\x09cut",
        text(v=b"1", n=bytes(8), h=bytes(252)) + b"\x04word",
        text(v=b"1", n=bytes(8), h=bytes(252), x=bytes(130)),
        bytes(10_000),
    ],
)
def test_what_is_not_of_our_form_is_not_heard(wrong: bytes) -> None:
    assert judge_text(wrong) is None


def test_fields_of_later_versions_are_passed_over() -> None:
    assert judge_text(text(v=b"1", n=bytes(8), h=bytes(252), later=b"x")) is not None


@given(st.binary(max_size=600))
def test_no_text_breaks_the_judge(noise: bytes) -> None:
    heard = judge_text(noise)
    assert heard is None or len(noise) <= TEXT_LIMIT


@pytest.mark.parametrize("token", [b"", b"7 bytes", b"9 bytes !"])
def test_a_nickname_without_a_good_token_is_none(token: bytes) -> None:
    heard = judge_text(text(v=b"1", n=bytes(8), h=bytes(252), name=b"Alice", at=token))
    assert heard is not None
    assert heard.nickname is None
