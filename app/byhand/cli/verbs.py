"""Which command carries an order out; each is loaded when it is wanted, and no other."""

import sys

from byhand.cli.asked import who_is_asked
from byhand.cli.happenings import Inbox
from byhand.cli.limit_orders import LimitOrder
from byhand.cli.orders import (
    ExitCode,
    IdentityOrder,
    MeetingOrder,
    Options,
    Order,
    OwnOrder,
    Receive,
    SendOrder,
)
from byhand.cli.output import Output
from byhand.cli.sent import Sent
from byhand.cli.transfer_orders import HistoryOrder, QueueOrder
from byhand.service.orders import Service


async def carry_out(
    order: Order, options: Options, output: Output, service: Service, inbox: Inbox, sent: Sent
) -> ExitCode:
    """Carry an order out; `sent` is what an earlier attempt has begun. Raises ByhandError."""
    if isinstance(order, SendOrder):
        from byhand.cli.send import send

        return await send(service, inbox, output, order, sent)
    if isinstance(order, Receive):
        from byhand.cli.receive import receive

        return await receive(service, inbox, output, order, who_is_asked(order, options))
    if isinstance(order, QueueOrder):
        from byhand.cli import queue

        return await queue.carry_out(service, inbox, output, order)
    if isinstance(order, HistoryOrder):
        from byhand.cli import history

        return await history.carry_out(service, inbox, output, order)
    if isinstance(order, MeetingOrder):
        from byhand.cli import meeting

        return await meeting.carry_out(service, inbox, output, order)
    if isinstance(order, LimitOrder):
        from byhand.cli import limits

        return await limits.carry_out(service, inbox, output, order)
    if isinstance(order, OwnOrder):
        from byhand.cli import people

        return await people.carry_out(service, inbox, output, order)
    from byhand.cli import friends

    return await friends.carry_out(service, inbox, output, order)


def carry_out_alone(order: IdentityOrder, options: Options, output: Output) -> ExitCode:
    """Carry out what is done while no service runs; raises ByhandError."""
    from byhand.cli import identity
    from byhand.cli.keyboard import Keyboard

    return identity.carry_out(order, options, output, Keyboard(sys.stdin))
