"""Does what the user says on a notification."""

from collections.abc import Callable

from byhand.domain.notification import Notification, Reply
from byhand.gui.news import News
from byhand.service.orders import Service


class NotificationReplies:
    """Turns replies into orders; one that comes too late opens the window instead."""

    def __init__(
        self,
        service: Service,
        news: News,
        come_forward: Callable[[str], None],
        quit_now: Callable[[], None],
    ) -> None:
        """`come_forward` gets the desktop's leave to take the focus, or ""."""
        self._service = service
        self._news = news
        self._come_forward = come_forward
        self._quit_now = quit_now

    def take(self, notification: Notification, reply: Reply, activation: str) -> None:
        """Do what is wanted."""
        if reply is Reply.QUIT:
            self._quit_now()
            return
        offer = self._news.standing_offer(notification)
        if reply is Reply.ACCEPT and offer is not None:
            self._service.accept(offer)
        elif reply is Reply.DECLINE and offer is not None:
            self._service.decline(offer)
        else:
            self._come_forward(activation)
