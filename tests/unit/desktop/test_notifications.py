"""Notifications: what the desktop is asked to show, and whose answers count."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

import pytest
from dbus_fast import Message, MessageType
from msgspec.structs import replace

from byhand.desktop.notifications import MOST_SHOWN, NOTIFICATIONS, Notifications
from byhand.desktop.session_bus import BUS
from byhand.domain.notification import Notification, Reply
from tests.helpers.fake_bus import PROGRAM, Answers, FakeBus, bus

ALL = ("body", "body-markup", "actions")
ANSWERS = ((Reply.CLICK, "Open"), (Reply.ACCEPT, "Accept"), (Reply.DECLINE, "Decline"))
OFFER = Notification(b"one", "Lea wants to", "<b>x</b> & y", "transfer", ANSWERS, b"digest")
STRANGER = ":1.66"


class Desk:
    """Notifications on a bus where a program shows them, numbered from 7 on."""

    def __init__(self, capabilities: Sequence[str] = ALL) -> None:
        self._numbers = count(7)
        self.at_look: Callable[[], None] = lambda: None
        self.at_notify: Callable[[], None] = lambda: None
        answers: Answers = {
            "AddMatch": lambda _: [],
            "GetCapabilities": lambda _: self._able(capabilities),
            "Notify": lambda call: self._shown(call.body[1] or next(self._numbers)),
            "CloseNotification": lambda _: [],
        }
        self.fake: FakeBus
        self.fake, connected = bus(answers)
        self.replies: list[tuple[Notification, Reply, str]] = []
        self.notifications = Notifications(connected, lambda *said: self.replies.append(said))

    def _able(self, capabilities: Sequence[str]) -> list[Any]:
        self.at_look()
        return [list(capabilities)]

    def _shown(self, number: int) -> list[Any]:
        self.at_notify()
        return [number]

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        task = asyncio.create_task(self.notifications.run())
        await settled()
        yield
        task.cancel()
        await asyncio.wait({task})

    async def show(self, *notifications: Notification) -> list[Any]:
        """Show some and return what was asked for the last."""
        for notification in notifications:
            self.notifications.show(notification)
            await settled()
        return self.fake.bodies("Notify")[-1]

    def action(self, reply: Reply) -> str:
        """Return what the newest notification calls an action."""
        actions: list[str] = self.fake.bodies("Notify")[-1][5]
        return next(each for each in actions if each.startswith(reply))

    def invoke(self, number: int, action: str, sender: str = PROGRAM) -> None:
        self.say("ActionInvoked", "us", [number, action], sender)

    def say(self, member: str, signature: str, body: list[Any], sender: str = PROGRAM) -> None:
        self.fake.say(
            Message(
                message_type=MessageType.SIGNAL,
                path=NOTIFICATIONS.path,
                interface=NOTIFICATIONS.interface,
                sender=sender,
                member=member,
                signature=signature,
                body=body,
            )
        )

    def change_owner(
        self,
        name: str = NOTIFICATIONS.name,
        sender: str = BUS.name,
        owners: tuple[str, str] = (PROGRAM, ""),
    ) -> None:
        self.fake.say(
            Message(
                message_type=MessageType.SIGNAL,
                path=BUS.path,
                interface=BUS.interface,
                sender=sender,
                member="NameOwnerChanged",
                signature="sss",
                body=[name, *owners],
            )
        )


async def settled() -> None:
    """Let everything happen that waits for nobody."""
    for _ in range(20):
        await asyncio.sleep(0)


@pytest.mark.parametrize(
    ("capabilities", "shown"),
    [(ALL, "&lt;b&gt;x&lt;/b&gt; &amp; y"), (["body"], "<b>x</b> & y")],
)
async def test_G01_a_notification_never_takes_a_name_for_markup(
    capabilities: Sequence[str], shown: str
) -> None:
    desk = Desk(capabilities)
    async with desk.running():
        assert (await desk.show(OFFER))[4] == shown


async def test_who_it_comes_from_and_how_urgent_it_is_are_told() -> None:
    desk = Desk()
    async with desk.running():
        program, replaced, icon, title, _, actions, hints, _ = await desk.show(OFFER)
    assert (program, replaced, icon, title) == ("Byhand", 0, "byhand", "Lea wants to")
    assert actions[::2][0] == "default"
    assert actions[1::2] == ["Open", "Accept", "Decline"]
    assert {key: (hint.signature, hint.value) for key, hint in hints.items()} == {
        "category": ("s", "transfer"),
        "desktop-entry": ("s", "byhand"),
        "urgency": ("y", 1),
    }


async def test_a_program_without_actions_is_given_none() -> None:
    desk = Desk(["body"])
    async with desk.running():
        assert (await desk.show(OFFER))[5] == []


async def test_a_newer_notification_takes_the_older_ones_place() -> None:
    desk = Desk()
    async with desk.running():
        await desk.show(OFFER, Notification(b"one", "done"), Notification(b"two", "other"))
        assert [body[1] for body in desk.fake.bodies("Notify")] == [0, 7, 0]
        assert desk.fake.bodies("GetCapabilities") == [[]]


async def test_of_those_that_come_while_the_program_is_slow_the_last_is_shown() -> None:
    desk = Desk()
    for title in "abc":
        desk.notifications.show(Notification(b"one", title))
    async with desk.running():
        assert [body[3] for body in desk.fake.bodies("Notify")] == ["c"]


@pytest.mark.parametrize("reply", [Reply.CLICK, Reply.ACCEPT, Reply.DECLINE])
async def test_a_reply_comes_back_with_the_notification_it_was_given_to(reply: Reply) -> None:
    desk = Desk()
    async with desk.running():
        await desk.show(OFFER)
        desk.invoke(7, desk.action(reply))
    assert desk.replies == [(OFFER, reply, "")]


async def test_the_desktops_leave_to_take_the_focus_comes_along() -> None:
    desk = Desk()
    async with desk.running():
        await desk.show(OFFER)
        desk.say("ActivationToken", "us", [7, "leave"])
        desk.invoke(7, "default")
    assert desk.replies == [(OFFER, Reply.CLICK, "leave")]


async def test_an_answer_to_what_was_shown_before_is_none_to_what_is_shown_now() -> None:
    desk = Desk()
    async with desk.running():
        await desk.show(OFFER)
        earlier = desk.action(Reply.ACCEPT)
        await desk.show(Notification(b"one", "another offer", replies=ANSWERS, digest=b"other"))
        desk.invoke(7, earlier)
        assert desk.replies == []
        desk.invoke(7, desk.action(Reply.ACCEPT))
    assert [said[0].digest for said in desk.replies] == [b"other"]


async def test_an_answer_while_the_next_is_on_its_way_is_none_to_that() -> None:
    desk = Desk()
    async with desk.running():
        await desk.show(OFFER)
        earlier = desk.action(Reply.ACCEPT)
        desk.notifications.show(Notification(b"one", "another", replies=ANSWERS))
        desk.invoke(7, earlier)
    assert desk.replies == []


def strangers_answers(desk: Desk) -> list[Callable[[], None]]:
    accept = desk.action(Reply.ACCEPT)
    return [
        lambda: desk.invoke(7, accept, STRANGER),
        lambda: desk.invoke(8, accept),
        lambda: desk.invoke(8, "default"),
        lambda: desk.invoke(0, "default"),
        lambda: desk.invoke(7, "accept"),
        lambda: desk.invoke(7, "accept."),
        lambda: desk.invoke(7, "quit.0000000000000000"),
        lambda: desk.say("ActionInvoked", "su", ["7", 7]),
        lambda: desk.say("ActionInvoked", "u", [7]),
        lambda: desk.say("NotificationReplied", "us", [7, accept]),
        lambda: desk.say("NotificationClosed", "uu", [7, 2], STRANGER),
        lambda: desk.change_owner(sender=STRANGER),
        lambda: desk.change_owner("org.example.Other"),
    ]


@pytest.mark.parametrize("number", range(13))
async def test_what_others_say_and_what_means_nothing_does_nothing(number: int) -> None:
    desk = Desk()
    async with desk.running():
        await desk.show(OFFER)
        lies = strangers_answers(desk)
        assert len(lies) == 13
        lies[number]()
        assert desk.replies == []
        desk.invoke(7, desk.action(Reply.DECLINE))
    assert [said[1] for said in desk.replies] == [Reply.DECLINE]


async def test_one_that_was_closed_cannot_be_answered_and_its_number_is_not_used_again() -> None:
    desk = Desk()
    async with desk.running():
        await desk.show(OFFER)
        action = desk.action(Reply.ACCEPT)
        desk.say("NotificationClosed", "uu", [7, 2])
        desk.invoke(7, action)
        assert desk.replies == []
        assert (await desk.show(OFFER))[1] == 0


async def test_what_is_withdrawn_is_closed_and_cannot_be_answered() -> None:
    desk = Desk()
    async with desk.running():
        await desk.show(OFFER)
        action = desk.action(Reply.ACCEPT)
        desk.notifications.withdraw(b"one")
        desk.invoke(7, action)
        await settled()
        assert desk.fake.bodies("CloseNotification") == [[7]]
        desk.notifications.withdraw(b"one")
        await settled()
        assert desk.fake.bodies("CloseNotification") == [[7]]
    assert desk.replies == []


async def test_what_is_withdrawn_before_it_is_shown_is_not_shown() -> None:
    desk = Desk()
    desk.notifications.show(OFFER)
    desk.notifications.withdraw(b"one")
    async with desk.running():
        assert desk.fake.bodies("Notify") == []


async def test_what_is_withdrawn_while_it_is_being_shown_is_closed() -> None:
    desk = Desk()
    async with desk.running():
        desk.at_notify = lambda: desk.notifications.withdraw(b"one")
        await desk.show(OFFER)
        assert desk.fake.bodies("CloseNotification") == [[7]]


async def test_a_program_that_takes_anothers_place_knows_no_numbers_of_its() -> None:
    desk = Desk()
    async with desk.running():
        await desk.show(OFFER)
        action = desk.action(Reply.ACCEPT)
        desk.change_owner()
        desk.fake.owner = ":1.8"
        desk.invoke(7, action, ":1.8")
        assert desk.replies == []
        assert (await desk.show(OFFER))[1] == 0
        assert len(desk.fake.bodies("GetCapabilities")) == 2
        desk.invoke(8, desk.action(Reply.ACCEPT), ":1.8")
    assert desk.replies == [(OFFER, Reply.ACCEPT, "")]


async def test_a_program_that_is_started_for_a_notification_is_listened_to() -> None:
    desk = Desk()
    desk.at_look = lambda: desk.change_owner(owners=("", PROGRAM))
    async with desk.running():
        await desk.show(OFFER)
        desk.invoke(7, desk.action(Reply.ACCEPT))
    assert desk.replies == [(OFFER, Reply.ACCEPT, "")]


async def test_a_number_that_somebody_else_tells_does_not_count() -> None:
    desk = Desk()
    async with desk.running():
        await desk.show(Notification(b"two", "first"))
        desk.fake.owner = STRANGER
        await desk.show(OFFER)
        for sender in (STRANGER, PROGRAM):
            desk.invoke(8, desk.action(Reply.ACCEPT), sender)
    assert desk.replies == []


async def test_a_desktop_without_notifications_is_quiet() -> None:
    fake, connected = bus({})
    notifications = Notifications(connected, lambda *_: None)
    task = asyncio.create_task(notifications.run())
    for title in "ab":
        notifications.show(Notification(b"one", title))
        await settled()
    assert not task.done()
    assert fake.bodies("Notify") == []
    task.cancel()
    await asyncio.wait({task})


async def test_one_that_is_never_closed_fills_no_memory() -> None:
    desk = Desk()
    async with desk.running():
        for number in range(MOST_SHOWN + 3):
            await desk.show(Notification(number.to_bytes(2, "big"), "again"))
        assert desk.fake.bodies("CloseNotification") == [[7], [8], [9]]


async def test_at_the_end_no_question_is_left_that_nobody_would_answer() -> None:
    desk = Desk()
    async with desk.running():
        await desk.show(OFFER, Notification(b"two", "done", replies=ANSWERS[:1]))
        assert desk.fake.bodies("CloseNotification") == []
    assert desk.fake.bodies("CloseNotification") == [[7]]
    assert desk.fake.handlers == []


async def test_a_bus_that_goes_away_takes_nothing_with_it() -> None:
    desk = Desk()
    task = asyncio.create_task(desk.notifications.run())
    await settled()
    await desk.show(OFFER)
    desk.fake.is_gone = True
    desk.notifications.show(Notification(b"two", "later"))
    desk.notifications.show(replace(OFFER, title="later"))
    await settled()
    assert not task.done()
    task.cancel()
    await asyncio.wait({task})
    assert task.cancelled()
