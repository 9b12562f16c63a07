import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from byhand.errors import LocalProtocolError, RemoteProtocolError
from byhand.noise.patterns import parse_protocol_name
from byhand.protocol.preamble import (
    RULES,
    LaneCipher,
    Preamble,
    Use,
    decode_preamble,
    encode_preamble,
    lane_prologue,
    mac1,
    member_prologue,
    prologue,
)

WINDOWS = {
    Use.PAIR: (40, 96),
    Use.INVITE: (48, 112),
    Use.FRIEND: (108, 172),
    Use.LANE: (48, 112),
    Use.MEMBER: (48, 112),
}


@pytest.mark.parametrize("use", Use)
@pytest.mark.parametrize("cipher", LaneCipher)
def test_only_lengths_inside_a_uses_window_are_taken(use: Use, cipher: LaneCipher) -> None:
    smallest, largest = WINDOWS[use]
    may_choose = use in (Use.LANE, Use.MEMBER) or cipher is LaneCipher.CHACHAPOLY
    for size in (0, smallest - 1, smallest, largest, largest + 1, 65535):
        data = b"BYH1" + bytes([use, cipher]) + size.to_bytes(2, "big")
        if smallest <= size <= largest and may_choose:
            assert decode_preamble(data) == Preamble(use, size, cipher)
            assert encode_preamble(Preamble(use, size, cipher)) == data
            continue
        with pytest.raises(RemoteProtocolError):
            decode_preamble(data)
        with pytest.raises(LocalProtocolError):
            encode_preamble(Preamble(use, size, cipher))


@given(st.binary(max_size=16))
@example(b"BYH2\x03\x01\x00\x6c")
@example(b"BYH1\x00\x01\x00\x6c")
@example(b"BYH1\x06\x01\x00\x6c")
@example(b"BYH1\x03\x00\x00\x6c")
@example(b"BYH1\x03\x03\x00\x6c")
@example(b"BYH1\x03\x01\x6c")
@example(b"BYH1\x03\x01\x00\x6c\x00")
@example(b"GET / HT")
def test_bytes_of_another_program_are_refused(data: bytes) -> None:
    with pytest.raises(RemoteProtocolError):
        decode_preamble(data)


@pytest.mark.parametrize("use", Use)
def test_every_use_has_a_noise_protocol_that_exists(use: Use) -> None:
    for cipher in RULES[use].ciphers:
        name = Preamble(use, WINDOWS[use][0], cipher).noise_protocol_name
        assert parse_protocol_name(name).name == name


def test_what_follows_the_preamble_is_counted_with_tag_and_mac1() -> None:
    assert Preamble(Use.PAIR, 40).opening_bytes == 40
    assert Preamble(Use.INVITE, 64).opening_bytes == 64
    assert Preamble(Use.FRIEND, 108).opening_bytes == 108 + 16
    assert Preamble(Use.LANE, 48).opening_bytes == 16 + 48
    assert max(Preamble(use, WINDOWS[use][1]).opening_bytes for use in Use) <= 1024


def test_every_part_of_a_prologue_changes_it() -> None:
    lane = Preamble(Use.LANE, 48)
    prologues = [
        prologue(Preamble(Use.PAIR, 48)),
        prologue(Preamble(Use.INVITE, 48)),
        prologue(Preamble(Use.INVITE, 49)),
        prologue(Preamble(Use.FRIEND, 108)),
        lane_prologue(lane, bytes(16), bytes(32), 0, 0),
        lane_prologue(Preamble(Use.LANE, 48, LaneCipher.AESGCM), bytes(16), bytes(32), 0, 0),
        lane_prologue(Preamble(Use.LANE, 49), bytes(16), bytes(32), 0, 0),
        lane_prologue(lane, b"\1" * 16, bytes(32), 0, 0),
        lane_prologue(lane, bytes(16), b"\1" * 32, 0, 0),
        lane_prologue(lane, bytes(16), bytes(32), 1, 0),
        lane_prologue(lane, bytes(16), bytes(32), 0, 1),
    ]
    member = Preamble(Use.MEMBER, 48)
    prologues += [
        member_prologue(member, bytes(16), bytes(16), bytes(16)),
        member_prologue(member, b"\1" * 16, bytes(16), bytes(16)),
        member_prologue(member, bytes(16), b"\1" * 16, bytes(16)),
        member_prologue(member, bytes(16), bytes(16), b"\1" * 16),
        member_prologue(Preamble(Use.MEMBER, 49), bytes(16), bytes(16), bytes(16)),
    ]
    assert len(set(prologues)) == len(prologues)


def test_mac1_depends_on_the_key_and_on_every_byte_before_it() -> None:
    covered = bytes(range(116))
    macs = {mac1(b"k" * 32, covered), mac1(b"K" * 32, covered)}
    for place in range(len(covered)):
        changed = bytearray(covered)
        changed[place] ^= 1
        macs.add(mac1(b"k" * 32, bytes(changed)))
    assert len(macs) == 2 + len(covered)
    assert {len(mac) for mac in macs} == {16}
