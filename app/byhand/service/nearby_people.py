"""Who shows themselves on the networks around us, as it was told last."""

from collections.abc import Callable, Iterator

from byhand.domain.events import Event, NearbyAppeared, NearbyGone
from byhand.domain.friend import Nearby


class NearbyPeople:
    """Keeps who is there and tells who comes and goes."""

    def __init__(self, tell: Callable[[Event], None]) -> None:
        self._tell = tell
        self._nearby: dict[str, Nearby] = {}

    def present(self) -> Iterator[Event]:
        """Yield who is there, as events."""
        return map(NearbyAppeared, tuple(self._nearby.values()))

    def get(self, key: str) -> Nearby | None:
        """Return somebody who is there."""
        return self._nearby.get(key)

    def appeared(self, nearby: Nearby) -> None:
        """Take note of somebody who is there, or has another name."""
        self._nearby[nearby.key] = nearby
        self._tell(NearbyAppeared(nearby))

    def gone(self, key: str) -> None:
        """Take note that somebody is not seen any more."""
        if self._nearby.pop(key, None) is not None:
            self._tell(NearbyGone(key))
