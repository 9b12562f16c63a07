"""The lane on which an outgoing transfer is sent in one session: opened, used, lost and opened."""

import asyncio
from collections.abc import Callable

from msgspec.structs import replace

from byhand.engine.lane_orders import Drop, Hold, Push
from byhand.engine.reports import LaneEnded
from byhand.engine.sending_lane import SendingLane
from byhand.errors import ByhandError
from byhand.service.friend_session import FriendSession
from byhand.service.surroundings import LaneFailed, LaneOpened, Surroundings

LANE_RETRY_SECONDS = 2.0


class Pushing:
    """Pushes one wish at a time: once there is one, a lane, and the turn."""

    def __init__(
        self,
        around: Surroundings,
        put: Callable[[object], None],
        lost: Callable[[Push, int, int], None],
    ) -> None:
        """`lost` is told of a wish whose rest was lost with a lane: its index, and its frames."""
        self._around = around
        self._put = put
        self._lost = lost
        self._session: FriendSession | None = None
        self._lane: SendingLane | None = None
        self._is_opening = False
        self._has_turn = False
        self._is_pushing = False
        self.pushed: Push | None = None
        """What is wished for and has not left yet."""

    def attach(self, session: FriendSession | None) -> None:
        """Use the lanes of a session, or none."""
        self._session = session
        self._lane = self.pushed = None
        self._is_opening = self._is_pushing = False

    def push(self, push: Push) -> None:
        """Send this instead of what was wished for before, unless it extends that."""
        if push.extends and self.pushed is not None and not self._is_pushing:
            # No lane knows of this former part yet.
            wishes = (*self.pushed.wishes, *push.wishes)
            push = replace(push, wishes=wishes, extends=self.pushed.extends)
        self.pushed = push
        self._is_pushing = False
        self._around.turns_changed()
        self._go()

    def give_turn(self, *, has_turn: bool) -> None:
        """Send only while it is this transfer's turn; then go on where it was."""
        is_other = has_turn != self._has_turn
        self._has_turn = has_turn
        if is_other and self._is_pushing and self._lane is not None and self.pushed is not None:
            self._lane.order(Hold(self.pushed.pieces.number, is_held=not has_turn))
        self._go()

    def served(self) -> None:
        """Take note that all of it has left."""
        self.pushed = None
        self._is_pushing = False
        self._around.turns_changed()

    def stop(self, number: int) -> None:
        """Send nothing more of the transfer of this number."""
        if self._lane is not None:
            self._lane.order(Drop(number))
        if self.pushed is not None:
            self.served()

    def lane_changed(self, event: LaneEnded | LaneOpened | LaneFailed) -> None:
        """Use a lane that is there now; try again for one that did not come."""
        match event:
            case LaneOpened() | LaneFailed() if event.session is not self._session:
                pass  # that session is over
            case LaneOpened(session, lane):
                self._is_opening = False
                if session.lanes.is_open(lane):
                    self._lane = lane
                    self._go()
                elif self.pushed is not None:
                    self._lost(self.pushed, lane.index, 0)
            case LaneFailed(session):
                loop = asyncio.get_running_loop()
                loop.call_later(LANE_RETRY_SECONDS, self._try_again, session)
            case LaneEnded(index, _, frames) if (
                self._lane is not None and index == self._lane.index
            ):
                self._lane = None
                if self._is_pushing and self.pushed is not None:
                    self._lost(self.pushed, index, frames)

    def _go(self) -> None:
        session = self._session
        if self.pushed is None or session is None or self._is_pushing or not self._has_turn:
            return
        if self._lane is not None:
            self._is_pushing = True
            self._lane.order(self.pushed)
        elif not self._is_opening:
            self._is_opening = True
            self._around.spawn(self._open(session))

    def _try_again(self, session: FriendSession) -> None:
        if session is self._session:
            self._is_opening = False
            self._go()

    async def _open(self, session: FriendSession) -> None:
        try:
            self._put(LaneOpened(session, await session.lanes.sending_lane()))
        except ByhandError as exc:
            self._put(LaneFailed(session, exc))
