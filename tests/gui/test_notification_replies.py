"""What comes of a reply on a notification."""

import pytest
from msgspec.structs import replace

from byhand.domain.events import FriendAdded, TransferChanged
from byhand.domain.notification import Notification, Reply
from byhand.domain.transfer import TransferState
from byhand.gui.news import News
from byhand.gui.notification_replies import NotificationReplies
from tests.helpers.fake_desktop import FakeDesktop
from tests.helpers.fake_service import FakeService
from tests.helpers.sample_world import FRIENDS, OFFER

KNOWN = replace(OFFER, digest=b"what is offered")


class Desk:
    """An offer of Lea's that a notification has told of, and what a reply to it brings about."""

    def __init__(self) -> None:
        self.service = FakeService()
        self.desktop = FakeDesktop()
        self.news = News(lambda: False, self.desktop)
        for friend, presence in FRIENDS.values():
            self.news.handle(FriendAdded(friend, presence))
        self.news.handle(TransferChanged(KNOWN))
        self.notification = self.desktop.notifications[OFFER.id]
        self.forward: list[str] = []
        self.quits: list[bool] = []
        self.replies = NotificationReplies(
            self.service, self.news, self.forward.append, lambda: self.quits.append(True)
        )


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_accept_takes_the_offer_into_its_own_folder_and_leaves_the_window_alone(
    desk: Desk,
) -> None:
    desk.replies.take(desk.notification, Reply.ACCEPT, "")
    assert desk.service.orders == [("accept", OFFER.id, None)]
    assert desk.forward == []


def test_decline_refuses_it(desk: Desk) -> None:
    desk.replies.take(desk.notification, Reply.DECLINE, "")
    assert desk.service.orders == [("decline", OFFER.id)]


@pytest.mark.parametrize("reply", [Reply.CLICK, Reply.OPEN])
def test_open_brings_the_window_forward_with_the_desktops_leave(desk: Desk, reply: Reply) -> None:
    desk.replies.take(desk.notification, reply, "token")
    assert (desk.forward, desk.service.orders) == (["token"], [])


@pytest.mark.parametrize("reply", [Reply.ACCEPT, Reply.DECLINE])
@pytest.mark.parametrize(
    "now",
    [
        replace(KNOWN, digest=b"other"),
        replace(KNOWN, is_counted=False, digest=b""),
        replace(KNOWN, state=TransferState.WITHDRAWN),
    ],
)
def test_G06_an_answer_to_what_is_offered_no_more_opens_the_window_instead(
    desk: Desk, now: object, reply: Reply
) -> None:
    earlier = desk.notification
    desk.news.handle(TransferChanged(now))  # type: ignore[arg-type]
    desk.replies.take(earlier, reply, "")
    assert (desk.service.orders, desk.forward) == ([], [""])


def test_quit_quits(desk: Desk) -> None:
    desk.replies.take(Notification(b"tray", ""), Reply.QUIT, "")
    assert (desk.quits, desk.forward) == ([True], [])
