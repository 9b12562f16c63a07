"""What the user says of themselves: `service.profile`, as `orders.ProfileOrders`."""

import os
from collections.abc import Awaitable, Callable, Coroutine
from pathlib import Path

from msgspec.structs import replace

from byhand.domain import trust
from byhand.domain.appearance import judged_appearance
from byhand.domain.events import BackupFailed, BackupRead, BackupWritten, Event, ProfileChanged
from byhand.domain.friend import Friend
from byhand.domain.friend_folder import folder_of
from byhand.domain.language import judged_language
from byhand.domain.limits import (
    RateLimits,
    Schedule,
    judged_at_once,
    judged_limits,
    judged_schedule,
)
from byhand.domain.notification import Telling
from byhand.domain.profile import HIGHEST_PORT, LOWEST_PORT, Network, Profile, Visibility
from byhand.domain.retention import Retention
from byhand.errors import BackupError, StorageError, UsageError
from byhand.network.showing import Wishes
from byhand.network.sockets import is_port_free
from byhand.protocol.credentials import Introduction
from byhand.service.people import People
from byhand.service.stores import Stores
from byhand.service.worker import Worker
from byhand.storage.backup import Backup, read_backup, write_backup
from byhand.storage.friend_store import load_book
from byhand.storage.settings_store import (
    TRUSTED_KEPT,
    Settings,
    TrustedNetwork,
    save_settings,
)

NETWORKS_SHOWN = 4


class OwnProfile:
    """Keeps the settings, tells them and saves them."""

    def __init__(
        self,
        stores: Stores,
        storage: Worker,
        disk: Worker,
        people: People,
        tell: Callable[[Event], None],
        spawn: Callable[[Coroutine[None, None, None]], object],
        downloads: str | None,
    ) -> None:
        """`downloads` stands in for the settings' folder, for this run."""
        self._stores = stores
        self._storage = storage
        self._disk = disk
        self._people = people
        self._tell = tell
        self._spawn = spawn
        self._settings = stores.settings
        self._downloads = downloads or stores.settings.downloads
        people.book.accepts_verified = stores.settings.accepts_verified
        self._announce()

    @property
    def settings(self) -> Settings:
        """What is set now."""
        return self._settings

    @property
    def downloads(self) -> str:
        """Where what arrives is saved."""
        return self._downloads

    @property
    def introduction(self) -> Introduction:
        """How we introduce ourselves."""
        return Introduction(self._settings.name, self._settings.computer)

    def folder_for(self, friend: Friend | None) -> str:
        """Return where what a friend sends is saved."""
        if friend is None or friend.policy.folder or not self._settings.has_folders:
            return (friend.policy.folder if friend else "") or self._downloads
        return os.path.join(self._downloads, folder_of(friend))

    @property
    def appearance(self) -> str:
        """The look that the user chose."""
        return self._settings.appearance

    @property
    def language(self) -> str:
        """The language that the user chose, or "system"."""
        return self._settings.language

    def now(self) -> Profile:
        """Return what is shown of us."""
        return Profile(
            self._stores.identity.friend_id,
            self._settings.name,
            self._settings.computer,
            self._downloads,
            self._people.port,
            self._people.visible_until,
            self._settings.visibility,
            self._networks(),
            self._settings.limits,
            self._settings.schedule,
            self._settings.at_once,
            self._settings.keeps_running,
            self._settings.knows_tray,
            self._settings.retention,
            self._settings.is_new and not any(self._people.book),
            self._settings.telling,
            self._settings.has_folders,
            self._settings.accepts_verified,
            self._settings.port,
            self._settings.port == self._stores.settings.port != self._people.port,
        )

    def set_names(self, name: str, computer: str) -> None:
        """Change how we introduce ourselves, or say that it is right: we are new no more."""
        self._change(replace(self._settings, name=name, computer=computer, is_new=False))
        self._people.tell_names(name, computer)

    def set_downloads(self, folder: str) -> None:
        """Change where what arrives is saved."""
        self._downloads = folder
        self._change(replace(self._settings, downloads=folder))

    def set_has_folders(self, has_folders: bool) -> None:
        """Save what arrives in a folder for each friend, or all in one."""
        self._change(replace(self._settings, has_folders=has_folders))

    def set_accepts_verified(self, accepts: bool) -> None:
        """Let files of verified friends in unasked, of those now and later, or ask about each.

        Said once more it changes nothing: what was said of single friends since stays.
        """
        if accepts is self._settings.accepts_verified:
            return
        book = self._people.book
        book.accepts_verified = accepts
        self._change(replace(self._settings, accepts_verified=accepts))
        self._spawn(book.change(lambda friends: trust.given_freedom(friends, accepts)))

    def set_port(self, port: int) -> None:
        """Listen on another port from the next start on; UsageError for one that cannot be had."""
        if not LOWEST_PORT <= port <= HIGHEST_PORT:
            raise UsageError(f"A port is a number from {LOWEST_PORT} to {HIGHEST_PORT}.")
        if port != self._people.port and not is_port_free(port):
            raise UsageError(f"Another program uses port {port}: yours stays as it was.")
        self._change(replace(self._settings, port=port))

    def set_appearance(self, appearance: str) -> None:
        """Choose a look; UsageError for one that there is not."""
        self._change(replace(self._settings, appearance=judged_appearance(appearance)))

    def set_language(self, language: str) -> None:
        """Choose a language, from the next start on; UsageError for one that we do not speak."""
        self._change(replace(self._settings, language=judged_language(language)))

    def set_visible(self, seconds: float) -> None:
        """Show our name to people nearby for a while; 0 ends that."""
        self._people.set_visible(seconds)

    def export(self, path: str, passphrase: str) -> None:
        """Write identity and friends to a new file; BackupWritten or BackupFailed."""
        self._spawn(self._told(self._write_backup, path, passphrase))

    def read_backup(self, path: str, passphrase: str) -> None:
        """Say what such a file holds; BackupRead or BackupFailed."""
        self._spawn(self._told(self._read_backup, path, passphrase))

    def set_visibility(self, visibility: Visibility) -> None:
        """Choose whom we are announced to; minutes that were asked for end with hiding."""
        self._change(replace(self._settings, visibility=visibility))

    def set_limits(self, limits: RateLimits) -> None:
        """Say how fast bytes go and come, all together; UsageError for what cannot be."""
        self._change(replace(self._settings, limits=judged_limits(limits)))

    def set_schedule(self, schedule: Schedule | None) -> None:
        """Say in which hours other limits hold, None for none; UsageError for what cannot be."""
        self._change(replace(self._settings, schedule=judged_schedule(schedule)))

    def set_at_once(self, count: int) -> None:
        """Say how many transfers go to one friend at once; UsageError for what cannot be."""
        self._change(replace(self._settings, at_once=judged_at_once(count)))

    def set_keeps_running(self, keeps_running: bool) -> None:
        """Say whether closing the window leaves Byhand running where there is a tray."""
        self._change(replace(self._settings, keeps_running=keeps_running))

    def set_knows_tray(self) -> None:
        """Take note that the user was told that closing the window leaves Byhand running."""
        self._change(replace(self._settings, knows_tray=True))

    def set_retention(self, retention: Retention) -> None:
        """Say how long the history is kept; what is older goes once that is saved."""
        self._change(replace(self._settings, retention=retention))

    def set_telling(self, telling: Telling) -> None:
        """Choose what notifications say."""
        self._change(replace(self._settings, telling=telling))

    def set_trusted(self, network_id: str, is_trusted: bool) -> None:
        """Always show our name on a network that we are in now, or not any more; UsageError."""
        others = [each for each in self._settings.trusted_networks if each.id != network_id]
        trusted = [*others, self._trustable(network_id)] if is_trusted else others
        networks = tuple(trusted[-TRUSTED_KEPT:])
        self._change(replace(self._settings, trusted_networks=networks))

    def tell(self) -> None:
        """Tell everybody what holds now."""
        self._tell(ProfileChanged(self.now()))

    def _networks(self) -> tuple[Network, ...]:
        """Return the networks around us, those that can be trusted first."""
        trusted = {each.id for each in self._settings.trusted_networks}
        networks = dict[str, Network]()
        for around in sorted(self._people.addresses.networks, key=lambda each: not each.router):
            can_be_trusted = bool(around.router)
            is_trusted = can_be_trusted and around.id in trusted
            if not around.interface.is_vpn:
                networks.setdefault(
                    around.id, Network(around.id, around.name, is_trusted, can_be_trusted)
                )
        return tuple(networks.values())[:NETWORKS_SHOWN]

    def _trustable(self, network_id: str) -> TrustedNetwork:
        for network in self._networks():
            if network.id == network_id and network.can_be_trusted:
                return TrustedNetwork(network.id, network.name)
            if network.id == network_id:
                raise UsageError(
                    f"{network.name} cannot be told from other networks like it, because no"
                    " router is known there. Show your name for some minutes instead."
                )
        raise UsageError("You are not in that network now. Connect to it and try again.")

    def _announce(self) -> None:
        trusted = frozenset(each.id for each in self._settings.trusted_networks)
        self._people.go_by(Wishes(self._settings.name, self._settings.visibility, trusted))

    def _change(self, settings: Settings) -> None:
        self._settings = settings
        self._announce()
        self._spawn(self._save(settings))

    async def _save(self, settings: Settings) -> None:
        """Tell what holds now once it will hold after the next start, too; StorageError."""
        await self._storage.run(save_settings, self._stores.folder.settings, settings)
        self.tell()

    async def _told(
        self, work: Callable[[str, str], Awaitable[Event]], path: str, passphrase: str
    ) -> None:
        try:
            self._tell(await work(path, passphrase))
        except (BackupError, StorageError) as error:
            self._tell(BackupFailed(path, error))

    async def _write_backup(self, path: str, passphrase: str) -> Event:
        stores = self._stores
        # As it is on the disk: a change counts once it is saved.
        book = await self._storage.run(load_book, stores.folder.friends, stores.book_key)
        backup = Backup(stores.identity, self._settings.name, self._settings.computer, book)
        await self._disk.run(write_backup, Path(path), passphrase, backup)
        return BackupWritten(path)

    async def _read_backup(self, path: str, passphrase: str) -> Event:
        backup = await self._disk.run(read_backup, Path(path), passphrase)
        return BackupRead(path, backup.name, backup.computer, len(backup.book.friends))
