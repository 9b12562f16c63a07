"""A network of the tests' own: a namespace with loopback and one interface that leads nowhere.

Real processes announce themselves on every network there is; tests must not reach out of the
machine. So the whole test run leaves the machine's networks behind where it may.
"""

import ctypes
import os
import socket
import subprocess
import sys

import pytest

from tests.helpers.needs import MISSING, find_tool

INTERFACE = "byhand0"
_FAR_END = "nowhere"
_CLONE_NEWNET = 0x40000000
_SETUP = (
    "link set lo up",
    f"link add {INTERFACE} type veth peer name {_FAR_END}",
    f"link set {_FAR_END} addrgenmode none up",
    f"addr add 10.78.0.1/24 dev {INTERFACE}",
    f"addr add fd78::1/64 dev {INTERFACE} nodad",
    f"link set {INTERFACE} up",
)


def enter_private_network() -> bool:
    """Move this process, and all it will start, into such a namespace, if it may.

    To be called while there is one thread. The processes hear each other's multicast on the
    interface that leads nowhere. Return whether we are there now.
    """
    ip = find_tool("ip")
    if sys.platform != "linux" or os.geteuid() != 0 or ip is None:
        return False
    if ctypes.CDLL(None, use_errno=True).unshare(_CLONE_NEWNET) != 0:
        return False
    for words in _SETUP:
        subprocess.run([ip, *words.split()], check=True)
    return True


def is_private() -> bool:
    """Say whether there is no network around us but our own."""
    return {name for _, name in socket.if_nameindex()} == {"lo", INTERFACE, _FAR_END}


def needs_private_network() -> pytest.MarkDecorator:
    """Mark a test or module whose processes announce themselves wherever they are."""
    return pytest.mark.skipif(
        not is_private(), reason=f"{MISSING}the right to make a network namespace"
    )
