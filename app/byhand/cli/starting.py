"""Which service the commands use: that of the profile, run here or by who has it open already."""

from contextlib import AbstractAsyncContextManager

from byhand.cli.orders import Options, Order, StayingOrder
from byhand.control.opening import service_of
from byhand.service.orders import Service
from byhand.storage.locations import default_profile_folder


def start_service(options: Options, order: Order) -> AbstractAsyncContextManager[Service]:
    """Return the service, there while the context is open; other commands can use it meanwhile.

    Not so beside an order that takes a moment: it would be gone before they are done.
    """
    profile = options.profile or default_profile_folder()
    return service_of(profile, stays=isinstance(order, StayingOrder))
