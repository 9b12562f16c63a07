"""Running the steps of a handshake over a socket."""

import socket
from collections.abc import Awaitable, Callable

from byhand.errors import LocalProtocolError
from byhand.network.sockets import receive_exactly, send_all
from byhand.protocol.handshake import Established, Steps
from byhand.protocol.handshake_steps import Claim

RECEIVED_AT_ONCE = 1024


async def run_handshake(
    sock: socket.socket, steps: Steps, judge: Callable[[Claim], Awaitable[None]] | None = None
) -> Established:
    """Send and receive exactly what the steps ask for and return what they establish.

    `judge` hears the claim of a first message, may wait, and raises to refuse it. Raises
    ConnectionLostError, and the RemoteProtocolError that a step raises.
    """
    try:
        step = next(steps)
        while True:
            if step.wanted > RECEIVED_AT_ONCE:
                raise LocalProtocolError(f"a handshake step that wants {step.wanted} bytes")
            if step.claim is not None and judge is not None:
                await judge(step.claim)
            if step.send:
                await send_all(sock, step.send)
            step = steps.send(await receive_exactly(sock, step.wanted))
    except StopIteration as end:
        established: Established = end.value
        return established
    finally:
        steps.close()
