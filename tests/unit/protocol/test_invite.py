import base64
import hashlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from byhand.domain.identity import FriendId
from byhand.domain.person_name import fitting_name
from byhand.errors import InviteError, InviteProblem, LocalProtocolError
from byhand.protocol.invite import (
    HINT_LIMIT,
    PREFIX,
    TEXT_CHARACTERS,
    Invite,
    decode_link,
    encode_link,
    fitting_hints,
)

INVITE = Invite(
    bytes(range(32)),
    FriendId(bytes(range(32, 64))),
    1_800_000_000,
    ("tcp://192.168.1.20:47800", "tcp://[fd00::1]:47800"),
    "Zoë 🐢",
)
LINK = encode_link(INVITE)

hints = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=249)
invites = st.builds(
    Invite,
    psk=st.binary(min_size=32, max_size=32),
    friend_id=st.binary(min_size=32, max_size=32).map(FriendId),
    expires_at=st.integers(0, 2**64 - 1),
    hints=st.lists(hints.map("tcp://".__add__), max_size=6).map(tuple),
    name=st.text().map(fitting_name),
)


def link_of(content: bytes) -> str:
    """A link as somebody else might make it: any content, a checksum that is right."""
    checksum = hashlib.blake2s(content).digest()[:4]
    return PREFIX + base64.urlsafe_b64encode(content + checksum).decode().rstrip("=")


def content_of(hints: bytes = b"\0", name: bytes = b"\3Ada", version: int = 1) -> bytes:
    return bytes([version]) + bytes(72) + hints + name


def problem_of(text: str) -> InviteProblem:
    with pytest.raises(InviteError) as caught:
        decode_link(text)
    return caught.value.problem


@given(invites)
def test_a_link_comes_back_as_it_went(invite: Invite) -> None:
    link = encode_link(invite)
    assert decode_link(link) == invite
    assert link.isascii()
    assert not set("+/= \n") & set(link.removeprefix(PREFIX))


def test_white_space_of_a_chat_does_not_count() -> None:
    assert decode_link(f"  {LINK}\r\n") == INVITE
    assert decode_link("\n ".join(LINK[at : at + 40] for at in range(0, len(LINK), 40))) == INVITE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "https://example.org/add/x",
        LINK.removeprefix("byhand://"),
        LINK.replace("add", "ask"),
        "x" * 1_000_000,
        LINK.replace("://", ":"),
    ],
)
def test_other_text_is_not_an_invite(text: str) -> None:
    assert problem_of(text) is InviteProblem.NOT_AN_INVITE


def test_an_invite_of_a_later_version_is_none_of_ours() -> None:
    assert decode_link(link_of(content_of())).name == "Ada"
    assert problem_of(link_of(content_of(version=2))) is InviteProblem.NOT_AN_INVITE


@pytest.mark.parametrize("size", range(len(PREFIX), len(LINK)))
def test_a_truncated_link_is_damaged(size: int) -> None:
    assert problem_of(LINK[:size]) is InviteProblem.DAMAGED


@pytest.mark.parametrize("place", range(len(PREFIX), len(LINK)))
def test_a_link_with_any_other_character_is_damaged(place: int) -> None:
    other = "A" if LINK[place] != "A" else "B"
    assert problem_of(LINK[:place] + other + LINK[place + 1 :]) is InviteProblem.DAMAGED


LONGEST = encode_link(
    Invite(INVITE.psk, INVITE.friend_id, 2**64 - 1, ("tcp://" + "x" * 249,) * 16, "字" * 32)
)
WRAPPED = "\n".join(LINK[at : at + 40] for at in range(0, len(LINK), 40))


@pytest.mark.parametrize(
    "pasted",
    [
        f'"{LINK}"',
        f"“{LINK}”",
        f"«{LINK}»",
        f"'{LINK}'",
        f"`{LINK}`",
        f"<{LINK}>",
        f"({LINK})",
        f"**{LINK}**",
        f"[add me]({LINK}).",
        f'<a href="{LINK}">{LINK}</a>',
        f"{LINK}.",
        f"{LINK}?!",
        f"See {LINK}",
        f"Use {LINK} before tomorrow; it is a secret.",
        f"Hello Anna,\n\n{WRAPPED}\n\nis my invitation.\nMarek",
        f"<{WRAPPED}>",
        f"Hello, this is my link: {LINK.replace('byhand', 'Byhand')}",
        LINK.replace("add/", "add/\u200b") + "\u2060",
        LINK[:90] + "\u00ad" + LINK[90:],
        "byhand:\n//add/" + LINK.removeprefix(PREFIX),
        f"{LINK[:-1]} was cut off, so once more: {LINK}",
        LONGEST + " and a few words",
    ],
)
def test_a_link_is_found_in_what_people_copy(pasted: str) -> None:
    assert decode_link(pasted) in (INVITE, decode_link(LONGEST))


@given(invites, st.text(max_size=60), st.text(max_size=60))
def test_words_around_a_link_do_not_hide_it(invite: Invite, before: str, after: str) -> None:
    assert decode_link(f"{before} {encode_link(invite)} {after}") == invite


def test_a_pasted_book_is_looked_at_for_a_moment_only() -> None:
    words = f"{LINK[:-1]} " + "word " * 1_000_000
    assert problem_of(words) is InviteProblem.DAMAGED
    assert problem_of("word " * TEXT_CHARACTERS + LINK) is InviteProblem.NOT_AN_INVITE


@pytest.mark.parametrize("addition", ["A", "AAAA", "=", "é", "\0", "%20", "_"])
def test_a_longer_link_is_damaged(addition: str) -> None:
    assert problem_of(LINK + addition) is InviteProblem.DAMAGED


@pytest.mark.parametrize(
    "content",
    [
        content_of()[:-1],
        content_of() + b"\0",
        content_of(name=b""),
        content_of(name=b"\5Ada"),
        content_of(name=b"\2\xff\xfe"),
        content_of(name=b"\3a\nb"),
        content_of(name=bytes([33]) + b"x" * 33),
        content_of(hints=b"\1"),
        content_of(hints=b"\1\x0bhttp://a:99"),
        content_of(hints=b"\1\x06tcp://"),
        content_of(hints=b"\1\x09tcp://a b"),
        content_of(hints=b"\1\x09tcp://a\nb"),
        content_of(hints=b"\1\x09tcp://\xc3\xa9b"),
        content_of(hints=b"\1\x08tcp://\xff\xff"),
        content_of(hints=bytes([17]) + b"\x07tcp://a" * 17),
        content_of(hints=b"\xff"),
    ],
)
def test_a_link_with_unlawful_content_is_damaged_though_its_checksum_holds(content: bytes) -> None:
    assert problem_of(link_of(content)) is InviteProblem.DAMAGED


@given(st.text() | st.text(st.sampled_from("AB-_xyz019")).map(PREFIX.__add__))
@example("byhand://add/")
@example("byhand://add/A")
@example("byhand://add/AAAAAA")
def test_random_text_raises_nothing_but_invite_errors(text: str) -> None:
    problem_of(text)


@given(st.binary(max_size=300))
def test_random_content_raises_nothing_but_invite_errors(content: bytes) -> None:
    try:
        invite = decode_link(link_of(content))
    except InviteError:
        return
    assert content[0] == 1
    assert len(invite.hints) <= HINT_LIMIT


def test_hints_that_no_link_may_hold_are_our_own_fault() -> None:
    for some in (("tcp://a",) * 17, ("udp://a",), ("tcp://" + "a" * 250,), ("tcp://ä",)):
        with pytest.raises(LocalProtocolError):
            encode_link(Invite(INVITE.psk, INVITE.friend_id, 0, some, ""))


@given(st.lists(hints.map("tcp://".__add__) | st.text(), max_size=40))
def test_hints_that_fit_make_a_link_whatever_they_come_from(some: list[str]) -> None:
    fitting = fitting_hints(some)
    link = encode_link(Invite(INVITE.psk, INVITE.friend_id, 0, fitting, ""))
    assert decode_link(link).hints == fitting
    assert len(set(fitting)) == len(fitting)


def test_the_first_hints_are_those_that_are_kept() -> None:
    many = [f"tcp://a:{number}" for number in range(20)]
    assert fitting_hints([*many[:3], "tcp://ä:1", many[0], *many]) == tuple(many[:16])


def test_a_name_is_made_fit_to_travel() -> None:
    link = encode_link(Invite(INVITE.psk, INVITE.friend_id, 0, (), "A\nda" + "x" * 99))
    assert decode_link(link).name == "Ada" + "x" * 29


def test_the_secret_is_not_shown() -> None:
    assert repr(INVITE.psk)[2:-1] not in repr(INVITE)
