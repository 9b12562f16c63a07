"""What the user says of themselves: `service.profile`, as `orders.ProfileOrders`."""

import time
from collections.abc import Callable, Coroutine
from dataclasses import replace

from byhand.domain.events import Event, ProfileChanged
from byhand.domain.profile import Profile
from byhand.service.people import People
from byhand.service.stores import Stores
from byhand.service.worker import Worker
from byhand.storage.settings_store import Settings, save_settings


class OwnProfile:
    """Keeps the settings, tells them and saves them."""

    def __init__(
        self,
        stores: Stores,
        storage: Worker,
        people: People,
        tell: Callable[[Event], None],
        spawn: Callable[[Coroutine[None, None, None]], object],
        downloads: str | None,
    ) -> None:
        """`downloads` stands in for the settings' folder, for this run."""
        self._stores = stores
        self._storage = storage
        self._people = people
        self._tell = tell
        self._spawn = spawn
        self._settings = stores.settings
        self._downloads = downloads or stores.settings.downloads

    @property
    def settings(self) -> Settings:
        """What is set now."""
        return self._settings

    @property
    def downloads(self) -> str:
        """Where what arrives is saved."""
        return self._downloads

    @property
    def appearance(self) -> str:
        """The look that the user chose: system, light or dark."""
        return self._settings.appearance

    def now(self) -> Profile:
        """Return what is shown of us."""
        return Profile(
            self._stores.identity.friend_id,
            self._settings.name,
            self._settings.computer,
            self._downloads,
            self._people.port,
            self._people.visible_until,
        )

    def set_names(self, name: str, computer: str) -> None:
        """Change how we introduce ourselves."""
        self._change(replace(self._settings, name=name, computer=computer))
        self._people.tell_names(name, computer)
        if self._people.visible_until:
            self._people.set_visible(name, self._people.visible_until - time.time())

    def set_downloads(self, folder: str) -> None:
        """Change where what arrives is saved."""
        self._downloads = folder
        self._change(replace(self._settings, downloads=folder))

    def set_appearance(self, appearance: str) -> None:
        """Choose a look: system, light or dark."""
        self._change(replace(self._settings, appearance=appearance))

    def set_visible(self, seconds: float) -> None:
        """Show our name to people nearby for a while; 0 ends that."""
        self._people.set_visible(self._settings.name, seconds)
        self.tell()

    def tell(self) -> None:
        """Tell everybody what holds now."""
        self._tell(ProfileChanged(self.now()))

    def _change(self, settings: Settings) -> None:
        self._settings = settings
        self._spawn(self._storage.run(save_settings, self._stores.folder.settings, settings))
        self.tell()
