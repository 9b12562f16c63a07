"""Running the steps of a handshake over a socket."""

import socket
from collections.abc import Callable

from byhand.errors import LocalProtocolError
from byhand.network.sockets import receive_exactly, send_all
from byhand.protocol.handshake import Established, Steps

RECEIVED_AT_ONCE = 8192


async def run_handshake(
    sock: socket.socket, steps: Steps, on_answer: Callable[[], None] | None = None
) -> Established:
    """Send and receive exactly what the steps ask for and return what they establish.

    `on_answer` is called before anything is sent. Raises ConnectionLostError, and the
    RemoteProtocolError that a step raises.
    """
    try:
        step = next(steps)
        while True:
            if step.wanted > RECEIVED_AT_ONCE:
                raise LocalProtocolError(f"a handshake step that wants {step.wanted} bytes")
            if step.send:
                if on_answer is not None:
                    on_answer()
                await send_all(sock, step.send)
            step = steps.send(await receive_exactly(sock, step.wanted))
    except StopIteration as end:
        established: Established = end.value
        return established
    finally:
        steps.close()
