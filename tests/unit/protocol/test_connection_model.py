"""Two connections against a model that knows only who has said what."""

from collections import deque

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from byhand.domain.codes import Code
from byhand.domain.transfer import TransferId
from byhand.errors import LocalProtocolError, RemoteProtocolError
from byhand.protocol.connection import Connection
from byhand.protocol.message import Message
from byhand.protocol.messages import Bye, Ping
from byhand.protocol.records import seal
from byhand.protocol.resume_messages import Pause, Sync
from byhand.protocol.state import ConnectionState
from tests.helpers.connection_pair import HELLO, connection_pair, received

PAUSE = Pause(TransferId(bytes(16)))
sides = st.sampled_from([0, 1])


class Person:
    """One end as the model sees it."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.has_greeted = self.was_greeted = False
        self.has_synced = self.was_synced = False
        self.has_said_bye = self.was_told_bye = self.is_broken = False
        self.on_the_way: deque[tuple[bytes, Message | None]] = deque()

    @property
    def is_over(self) -> bool:
        return self.has_said_bye or self.was_told_bye or self.is_broken

    @property
    def expected_state(self) -> ConnectionState:
        if self.has_said_bye:
            return ConnectionState.CLOSED_BY_US
        if self.is_broken:
            return ConnectionState.BROKEN
        if self.was_told_bye:
            return ConnectionState.CLOSED_BY_THEM
        steps = (self.has_greeted + self.has_synced, self.was_greeted + self.was_synced)
        return {
            (0, 0): ConnectionState.NEW,
            (1, 0): ConnectionState.GREETED,
            (0, 1): ConnectionState.WELCOMED,
            (1, 1): ConnectionState.OPEN,
            (2, 1): ConnectionState.TOLD,
            (1, 2): ConnectionState.HEARD,
            (2, 2): ConnectionState.SYNCED,
        }[steps]


class Conversation(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.people = [Person(connection) for connection in connection_pair()]

    @rule(side=sides)
    def say_hello(self, side: int) -> None:
        me = self.people[side]
        if me.is_over or me.has_greeted:
            with pytest.raises(LocalProtocolError):
                me.connection.send(HELLO)
            return
        self.people[1 - side].on_the_way.append((me.connection.send(HELLO), HELLO))
        me.has_greeted = True

    @rule(side=sides, number=st.integers(0, 9))
    def say_something(self, side: int, number: int) -> None:
        me = self.people[side]
        if me.is_over or not me.has_greeted:
            with pytest.raises(LocalProtocolError):
                me.connection.send(Ping(number))
            return
        wire = me.connection.send(Ping(number))
        self.people[1 - side].on_the_way.append((wire, Ping(number)))

    @rule(side=sides, more=st.booleans())
    def say_sync(self, side: int, more: bool) -> None:
        me = self.people[side]
        if me.is_over or not (me.has_greeted and me.was_greeted) or me.has_synced:
            with pytest.raises(LocalProtocolError):
                me.connection.send(Sync(more=more))
            return
        wire = me.connection.send(Sync(more=more))
        self.people[1 - side].on_the_way.append((wire, Sync(more=more)))
        me.has_synced = not more

    @rule(side=sides)
    def speak_of_a_transfer(self, side: int) -> None:
        me = self.people[side]
        if me.is_over or not (me.has_synced and me.was_synced):
            with pytest.raises(LocalProtocolError):
                me.connection.send(PAUSE)
            return
        self.people[1 - side].on_the_way.append((me.connection.send(PAUSE), PAUSE))

    @rule(side=sides)
    def say_bye(self, side: int) -> None:
        me = self.people[side]
        wire = me.connection.close(Code.OK)
        if me.has_said_bye or (me.was_told_bye and not me.is_broken):
            assert wire == b""
            return
        self.people[1 - side].on_the_way.append((wire, Bye(Code.OK)))
        me.has_said_bye = True

    @precondition(lambda self: any(person.on_the_way for person in self.people))
    @rule(side=sides, cut=st.integers(0, 40))
    def deliver(self, side: int, cut: int) -> None:
        me = self.people[side]
        if not me.on_the_way or (me.is_broken and not me.has_said_bye):
            me.on_the_way.clear()
            return
        wire, message = me.on_the_way.popleft()
        if me.has_said_bye:
            assert received(me.connection, wire) == []
            return
        try:
            assert received(me.connection, wire[:cut]) == ([message] if cut >= len(wire) else [])
            arrived = received(me.connection, wire[cut:])
        except RemoteProtocolError:
            assert message is None or self._may_not_come(me, message)
            me.is_broken = True
            return
        assert arrived == ([message] if cut < len(wire) else [])
        assert message is not None
        assert not self._may_not_come(me, message)
        me.was_greeted |= message == HELLO
        me.was_synced |= message == Sync()
        me.was_told_bye |= isinstance(message, Bye)

    @rule(side=sides)
    def forge(self, side: int) -> None:
        me, other = self.people[side], self.people[1 - side]
        if me.is_over:
            return
        wire = bytearray(seal(me.connection.session.sending, b"\0\2\0\x81\xa1t\1"))
        wire[-1] ^= 1
        other.on_the_way.append((bytes(wire), None))

    @staticmethod
    def _may_not_come(me: Person, message: Message) -> bool:
        if me.was_told_bye:
            return True
        return not isinstance(message, Bye) and (message == HELLO) == me.was_greeted

    @invariant()
    def states_are_those_of_the_model(self) -> None:
        for person in self.people:
            assert person.connection.state is person.expected_state


Conversation.TestCase.settings = settings(max_examples=60, stateful_step_count=35, deadline=None)
TestConversation = Conversation.TestCase
