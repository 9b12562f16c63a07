"""Which service the commands use: the real one, on the profile that was asked for."""

from contextlib import AbstractAsyncContextManager

from byhand.cli.orders import Options
from byhand.service.orders import Service
from byhand.service.transfer_service import open_service
from byhand.storage.locations import default_profile_folder


def start_service(options: Options) -> AbstractAsyncContextManager[Service]:
    """Return the service, which runs while the context is open."""
    return open_service(options.profile or default_profile_folder())
