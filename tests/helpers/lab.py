"""Machines on one network switch, made of network namespaces: root only, all in a place apart.

with Lab("alice", "bob") as lab:
    lab.run("alice", "ping", "-c1", lab.ipv4("bob"))
    lab.cut("bob")
"""

import contextlib
import itertools
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

import pytest

from tests.helpers.needs import find_tool, needs_namespaces, needs_root, needs_tool

INTERFACE = "eth0"
CABLE = "eth1"
"""The second interface of machines that `Lab.connect` has joined by a cable of their own."""
_SWITCH = "switch"
_labs = itertools.count()
# Nothing answers there, but the other one's hardware address is asked for and told.
_MEET = """
import socket, sys
with socket.socket() as sock:
    sock.connect_ex((sys.argv[1], 9))
"""


def needs_lab() -> Sequence[pytest.MarkDecorator]:
    """Return the marks for a test or module (`pytestmark = …`) that makes a lab."""
    return [needs_root(), needs_namespaces(), needs_tool("ip", "tc", "nft", "sysctl")]


class Lab:
    """Machines, each with one interface, on one switch; all is gone after the `with` block.

    Each has an IPv4 and a unique local IPv6 address, and a link-local one, usable at once.
    """

    def __init__(self, *machines: str, with_ipv4: bool = True, with_ipv6: bool = True) -> None:
        self._prefix = f"byhand-{os.getpid()}-{next(_labs)}"
        self._machines = {name: number for number, name in enumerate(machines, start=1)}
        self._with_ipv4 = with_ipv4
        self._with_ipv6 = with_ipv6
        self._processes: list[subprocess.Popen[Any]] = []

    def __enter__(self) -> Self:
        try:
            self._make_switch()
            for name in self._machines:
                self._make_machine(name)
        except BaseException:
            self._remove()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._remove()

    def ipv4(self, machine: str) -> str:
        """Return a machine's IPv4 address."""
        return f"10.77.0.{self._machines[machine]}"

    def ipv6(self, machine: str) -> str:
        """Return a machine's unique local IPv6 address."""
        return f"fd77::{self._machines[machine]:x}"

    def namespace(self, machine: str) -> str:
        """Return the name that `ip netns` knows a machine by."""
        return f"{self._prefix}-{machine}"

    def command(self, machine: str, *command: str | Path) -> list[str]:
        """Return the words that run a command on a machine."""
        return [_tool("ip"), "netns", "exec", self.namespace(machine), *map(str, command)]

    def run(
        self, machine: str, *command: str | Path, timeout: float = 60, check: bool = True
    ) -> subprocess.CompletedProcess[str]:
        """Run a command on a machine to its end and return what it wrote."""
        return subprocess.run(
            self.command(machine, *command),
            capture_output=True,
            text=True,
            timeout=timeout,
            check=check,
        )

    def start(
        self,
        machine: str,
        *command: str | Path,
        stdin: int | IO[Any] | None = subprocess.PIPE,
        stdout: int | IO[Any] | None = subprocess.PIPE,
        stderr: int | IO[Any] | None = None,
        env: Mapping[str, str] | None = None,
    ) -> "subprocess.Popen[str]":
        """Start a command on a machine, with text pipes; killed at the end if it still runs."""
        process = subprocess.Popen(
            self.command(machine, *command),
            stdin=stdin,
            stdout=stdout,
            stderr=stderr,
            env=env,
            text=True,
        )
        self._processes.append(process)
        return process

    def cut(self, machine: str) -> None:
        """Pull the machine's cable: it loses its carrier."""
        _ip("-n", self.namespace(_SWITCH), "link", "set", "dev", _port(machine), "down")

    def restore(self, machine: str) -> None:
        """Plug the machine's cable in again."""
        _ip("-n", self.namespace(_SWITCH), "link", "set", "dev", _port(machine), "up")

    def divide(self, machine: str) -> None:
        """Cut a machine off without its noticing: the switch passes nothing on."""
        port = _port(machine)
        rules = f"iifname {port} drop\noifname {port} drop"
        self._filter(_SWITCH, "forward", rules, family="bridge")

    def join(self) -> None:
        """End what `divide` began."""
        self._filter(_SWITCH, "forward", "", family="bridge")

    def readdress(self, machine: str, ipv4: str) -> None:
        """Give a machine another IPv4 address (with prefix length) in place of all others."""
        namespace = self.namespace(machine)
        _ip("-n", namespace, "-4", "address", "flush", "dev", INTERFACE)
        _ip("-n", namespace, "address", "add", ipv4, "dev", INTERFACE)

    def connect(self, one: str, other: str) -> None:
        """Join two machines by a cable of their own, beside the switch: 10.78.0.0/24, fd78::/64."""
        namespace, far = self.namespace(one), self.namespace(other)
        peer = ("type", "veth", "peer", "name", CABLE, "netns", far)
        _ip("-n", namespace, "link", "add", "name", CABLE, *peer)
        for machine in (one, other):
            place, number = self.namespace(machine), self._machines[machine]
            _ip("-n", place, "address", "add", f"10.78.0.{number}/24", "dev", CABLE)
            _ip("-n", place, "address", "add", f"fd78::{number:x}/64", "dev", CABLE, "nodad")
            _ip("-n", place, "link", "set", "dev", CABLE, "up")

    def set_router(self, machine: str, router: str) -> None:
        """Let a machine reach the rest of the world through another one, whom it has met."""
        _ip("-n", self.namespace(machine), "route", "replace", "default", "via", self.ipv4(router))
        self.run(machine, *python("-c", _MEET, self.ipv4(router)))

    def hardware_address(self, machine: str) -> str:
        """Return the hardware address of a machine's interface on the switch."""
        return self.run(machine, "cat", f"/sys/class/net/{INTERFACE}/address").stdout.strip()

    def sent_bytes(self, machine: str) -> int:
        """Return how many bytes a machine's interface on the switch has sent so far."""
        counter = f"/sys/class/net/{INTERFACE}/statistics/tx_bytes"
        return int(self.run(machine, "cat", counter).stdout)

    def limit(self, machine: str, rate: str) -> None:
        """Limit what a machine sends and what it receives to a rate in tc's words: "100mbit"."""
        places = ((machine, INTERFACE), (_SWITCH, _port(machine)))
        for where, device in places:
            _run(
                *(_tool("tc"), "-n", self.namespace(where), "qdisc", "replace"),
                *("dev", device, "root", "tbf", "rate", rate, "burst", "256kb", "latency", "50ms"),
            )

    def lose(self, machine: str, percent: float) -> None:
        """Drop this share of the packets that reach a machine; 0 drops none."""
        share = f"numgen random mod 10000 < {round(percent * 100)}"
        self._filter(machine, "input", f"{share} drop" if percent > 0 else "")

    def firewall(self, machine: str, *matches: str) -> None:
        """Refuse to let a machine send what these nft expressions match; without any, allow all."""
        self._filter(machine, "output", "\n".join(f"{match} drop" for match in matches))

    def shut(self, machine: str, *matches: str) -> None:
        """Let nothing in to a machine that these nft expressions match; without any, all."""
        self._filter(machine, "input", "\n".join(f"{match} drop" for match in matches))

    def forward(self, machine: str, port: int, to: str, to_port: int) -> None:
        """Let a machine pass on what reaches one of its TCP ports, as a home router does."""
        self.run(machine, _tool("sysctl"), "-qw", "net.ipv4.ip_forward=1")
        script = (
            "table ip lab_forward {\n"
            "chain in {\ntype nat hook prerouting priority dstnat\n"
            f"tcp dport {port} dnat to {self.ipv4(to)}:{to_port}\n}}\n"
            "chain out {\ntype nat hook postrouting priority srcnat\n"
            f"ip daddr {self.ipv4(to)} masquerade\n}}\n}}\n"
        )
        nft = self.command(machine, _tool("nft"), "-f", "-")
        subprocess.run(nft, input=script, text=True, check=True)

    def _filter(self, machine: str, hook: str, rules: str, *, family: str = "inet") -> None:
        table = f"{family} lab_{hook}"
        script = (
            f"table {table}\ndelete table {table}\ntable {table} {{\nchain filter {{\n"
            f"type filter hook {hook} priority 0\n{rules}\n}}\n}}\n"
        )
        nft = self.command(machine, _tool("nft"), "-f", "-")
        subprocess.run(nft, input=script, text=True, check=True)

    def _make_switch(self) -> None:
        namespace = self.namespace(_SWITCH)
        _ip("netns", "add", namespace)
        # Without snooping all multicast goes everywhere, as through most home routers.
        bridge = ("type", "bridge", "stp_state", "0", "forward_delay", "0", "mcast_snooping", "0")
        _ip("-n", namespace, "link", "add", "name", _SWITCH, *bridge)
        _ip("-n", namespace, "link", "set", "dev", _SWITCH, "up")

    def _make_machine(self, name: str) -> None:
        namespace, switch = self.namespace(name), self.namespace(_SWITCH)
        _ip("netns", "add", namespace)
        _ip("-n", namespace, "link", "set", "dev", "lo", "up")
        self._set_sysctls(name)
        peer = ("type", "veth", "peer", "name", _port(name), "netns", switch)
        _ip("-n", namespace, "link", "add", "name", INTERFACE, *peer)
        _ip("-n", switch, "link", "set", "dev", _port(name), "master", _SWITCH)
        _ip("-n", switch, "link", "set", "dev", _port(name), "up")
        _ip("-n", namespace, "link", "set", "dev", INTERFACE, "up")
        if self._with_ipv4:
            address = f"{self.ipv4(name)}/24"
            _ip("-n", namespace, "address", "add", address, "dev", INTERFACE)
        if self._with_ipv6:
            address = f"{self.ipv6(name)}/64"
            _ip("-n", namespace, "address", "add", address, "dev", INTERFACE, "nodad")

    def _set_sysctls(self, name: str) -> None:
        settings = ["net.ipv6.conf.default.accept_dad=0", "net.ipv6.conf.all.accept_dad=0"]
        if not self._with_ipv6:
            settings += ["net.ipv6.conf.default.disable_ipv6=1"]
        _run(*self.command(name, _tool("sysctl"), "-qw", *settings))

    def _remove(self) -> None:
        for process in self._processes:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            with process:  # closes its pipes and waits
                pass
        present = set(_namespaces())
        for name in (*self._machines, _SWITCH):
            if self.namespace(name) in present:
                _ip("netns", "delete", self.namespace(name))


def python(*arguments: str | Path) -> list[str]:
    """Return the words that run this Python with warnings as errors, unbuffered."""
    return [sys.executable, "-u", "-W", "error", *map(str, arguments)]


def _port(machine: str) -> str:
    return f"to-{machine}"


def _namespaces() -> Iterator[str]:
    listed = subprocess.run(
        [_tool("ip"), "netns", "list"], capture_output=True, text=True, check=True
    )
    for line in listed.stdout.splitlines():
        yield line.split()[0]


def _ip(*words: str) -> None:
    _run(_tool("ip"), *words)


def _run(*words: str) -> None:
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(words)}: {done.stderr.strip()}")


def _tool(name: str) -> str:
    found = find_tool(name)
    assert found is not None, f"{name} is missing; mark the test with needs_lab()"
    return found
