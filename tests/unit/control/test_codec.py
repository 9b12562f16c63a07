"""Every event and every error is on the other side what it was on this one."""

import json
import typing
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byhand.control.codec import decode, encode, judged, judged_event
from byhand.control.lines import Request, answer_in
from byhand.control.order_table import ORDERS
from byhand.domain.events import Event, OrderFailed
from byhand.domain.friend import Friend
from byhand.domain.identity import FriendId
from byhand.errors import (
    ByhandError,
    DiskFullError,
    FriendOrderError,
    FriendProblem,
    RemoteProtocolError,
    UsageError,
)
from tests.helpers.any_values import any_error, any_of, every_error, field_names

EVENTS = typing.get_args(Event)
ORDER_KINDS = list({kind: None for order in ORDERS.values() for kind in order.kinds.values()})
few = settings(max_examples=25)
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters()), inner),
    max_leaves=8,
)


class Doubt(UsageError):
    """An error of somebody who extends ours."""


def same(one: ByhandError, other: ByhandError) -> bool:
    return (type(one), one.args, vars(one)) == (type(other), other.args, vars(other))


@pytest.mark.parametrize("kind", [each for each in EVENTS if "error" not in field_names(each)])
@few
@given(data=st.data())
def test_every_event_comes_back_as_it_was(kind: type[Event], data: st.DataObject) -> None:
    event = data.draw(any_of(kind))
    line = encode(event)
    assert b"\n" not in line
    assert judged_event(kind.__name__, json.loads(line)) == event


@pytest.mark.parametrize("kind", [each for each in EVENTS if "error" in field_names(each)])
@few
@given(data=st.data())
def test_every_event_with_an_error_comes_back_as_it_was(
    kind: type[Event], data: st.DataObject
) -> None:
    event = data.draw(any_of(kind))
    back = judged_event(kind.__name__, json.loads(encode(event)))
    for name in field_names(kind):
        was, now = getattr(event, name), getattr(back, name)
        assert same(was, now) if isinstance(was, ByhandError) else was == now


@pytest.mark.parametrize("kind", every_error())
@few
@given(data=st.data())
def test_every_error_comes_back_with_all_its_parts(
    kind: type[ByhandError], data: st.DataObject
) -> None:
    error = data.draw(any_error(kind))
    assert same(decode(encode(error), ByhandError), error)


def test_an_error_of_a_class_that_only_one_side_knows_is_the_next_that_both_know() -> None:
    back = decode(encode(Doubt("That cannot be.")), ByhandError)
    assert same(back, UsageError("That cannot be."))


@pytest.mark.parametrize("kind", ORDER_KINDS, ids=str)
@few
@given(data=st.data())
def test_whatever_an_order_takes_or_returns_can_travel(kind: Any, data: st.DataObject) -> None:
    value = data.draw(any_of(kind))
    assert judged(json.loads(encode(value)), kind) == value


def test_a_file_name_that_is_no_unicode_travels() -> None:
    friend = Friend(FriendId(b"\xff" * 32), "Anna", "ann\udce9\udc0a")
    assert decode(encode(friend), Friend) == friend


@given(plain=ANY_JSON, kind=st.sampled_from([*EVENTS, *ORDER_KINDS, ByhandError, Request]))
def test_what_is_no_such_value_is_refused_and_nothing_else_happens(
    plain: object, kind: Any
) -> None:
    try:
        judged(plain, kind)
    except RemoteProtocolError:
        return


@given(st.binary() | st.text(st.characters()).map(lambda text: text.encode(errors="surrogatepass")))
def test_garbage_is_refused(line: bytes) -> None:
    with pytest.raises(RemoteProtocolError):
        answer_in(line)


@pytest.mark.parametrize(
    "line",
    [
        b"[" * 1_000_000,
        b"9" * 1_000_000,
        b'{"type":"failure","id":1,"error":{"error":"ByhandError"}}',
        b'{"type":"failure","id":1,"error":{"error":"Exception","of":[]}}',
        b'{"type":"failure","id":1,"error":{"error":"FriendOrderError","of":["x"]}}',
        b'{"type":"failure","id":1,"error":{"error":"FriendOrderError","of":{"problem":"x","name":""}}}',
        b'{"type":"failure","id":1,"error":{"error":"UsageError","of":[1]}}',
        b'{"type":"failure","id":1,"error":{"error":"DiskFullError","of":{"path":1,"missing_bytes":0}}}',
        b'{"type":"result"}',
        b'{"type":"\xed\xa0\x80","id":1}',
    ],
    ids=lambda line: line[:60].decode(errors="replace"),
)
def test_lines_that_look_like_ours_are_refused(line: bytes) -> None:
    with pytest.raises(RemoteProtocolError):
        answer_in(line)


@pytest.mark.parametrize("name", ["", "Event", "OrderFailed ", "ByhandError", "__class__"])
def test_an_event_that_there_is_not_is_refused(name: str) -> None:
    with pytest.raises(RemoteProtocolError):
        judged_event(name, {})


def test_an_error_inside_an_event_keeps_its_parts() -> None:
    error = FriendOrderError(FriendProblem.NAME_TAKEN, "Anna")
    event = judged_event("OrderFailed", json.loads(encode(OrderFailed(error))))
    assert isinstance(event, OrderFailed)
    assert same(event.error, error)


def test_what_is_no_value_of_ours_does_not_travel() -> None:
    with pytest.raises(NotImplementedError):
        encode(DiskFullError)
