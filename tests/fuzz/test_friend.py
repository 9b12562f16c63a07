"""The fuzzer of sessions knows every field there is, and finds nothing in scenes that are fixed."""

import itertools
from random import Random

import msgspec
import pytest
from msgspec import Struct

from byhand.errors import ProtocolError
from byhand.protocol.codec import decode_message
from byhand.protocol.data_frame import FrameHeader
from byhand.protocol.message import Message
from byhand.protocol.message_types import TYPES
from byhand.protocol.messages import Offer
from tests.fuzz.chain import Tally, play
from tests.fuzz.frame_lies import FRAME_FIELDS
from tests.fuzz.grammar import MESSAGES, ROWS, said, spoilt_of
from tests.fuzz.plot import Plot
from tests.fuzz.values import Known

FIRST_SEED = 100
SCENES = 9
ATTEMPTS = 400


def structs_in(kind: object) -> set[type[Struct]]:
    """Return every struct that a type of a field is made of."""
    inside: set[type[Struct]] = set()
    for part in getattr(kind, "__args__", ()):
        inside |= structs_in(part)
    if isinstance(kind, type) and issubclass(kind, Struct):
        inside.add(kind)
    return inside


def test_every_field_of_every_message_is_lied_about() -> None:
    assert set(MESSAGES) == set(TYPES.values())
    for kind, fields in MESSAGES.items():
        assert set(fields) == set(kind.__struct_fields__), kind.__name__
        assert all(field.ways for field in fields.values())


def test_every_field_of_every_row_is_lied_about() -> None:
    hints = (field.type for kind in TYPES.values() for field in msgspec.structs.fields(kind))
    rows = set().union(*map(structs_in, hints))
    assert rows == set(ROWS)
    for row, fields in ROWS.items():
        assert list(fields) == list(row.__struct_fields__), row.__name__


def test_every_field_of_a_frame_is_lied_about() -> None:
    assert tuple(FRAME_FIELDS) == FrameHeader._fields


@pytest.mark.parametrize("kind", TYPES.values(), ids=lambda kind: kind.__name__)
def test_what_is_said_is_lawful_mostly_and_what_is_spoilt_is_not_always(
    kind: type[Message],
) -> None:
    known = Known(Random(7))
    lawful = sum(_is_taken(said(kind, known)) for _ in range(50))
    assert lawful >= 1
    if MESSAGES[kind]:
        assert not all(_is_taken(spoilt_of(kind, known)) for _ in range(ATTEMPTS))


def test_a_seed_says_all_that_happens_in_a_scene() -> None:
    assert Plot.of(7) == Plot.of(7)
    known = [Known(Random(7)) for _ in range(2)]
    assert spoilt_of(Offer, known[0]) == spoilt_of(Offer, known[1])


async def test_nothing_is_found_in_fixed_scenes_and_they_get_far() -> None:
    tally = Tally()
    await play(itertools.count(FIRST_SEED), SCENES, tally)
    assert tally.scenes == SCENES + 1
    assert tally.states["incoming done"], "nothing arrived"
    assert tally.states["outgoing done"], "nothing was sent"
    assert tally.heard["frame"], "nothing was sent on a lane"
    assert tally.lies, "nobody lied"


def _is_taken(content: bytes) -> bool:
    try:
        return decode_message(content) is not None
    except ProtocolError:
        return False
