"""scp and rsync, over an ssh server with keys and settings of its own."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.transfer.contest import Contestant, Lap
from tests.benchmarks.transfer.gifts import take_away
from tests.benchmarks.transfer.peers import free_port, program, server, timed

SERVER = """\
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
AuthorizedKeysFile {folder}/user.pub
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin prohibit-password
Subsystem sftp internal-sftp
"""
CLIENT = """\
Host peer
    HostName 127.0.0.1
    Port {port}
    IdentityFile {folder}/user
    IdentitiesOnly yes
    UserKnownHostsFile {folder}/known
    StrictHostKeyChecking accept-new
    BatchMode yes
    LogLevel ERROR
"""
PRIVILEGE_SEPARATION = Path("/run/sshd")


@dataclass(frozen=True, slots=True)
class SshServer:
    """A running server: its process id, and the settings by which a client reaches it."""

    pid: int
    client_settings: Path


@contextmanager
def ssh_server() -> Iterator[SshServer]:
    """Run a server on loopback; LeftOut if there is none on this system."""
    daemon, keygen = program("sshd"), program("ssh-keygen")
    with tempfile.TemporaryDirectory(prefix="byhand-bench-") as name:
        folder, port = Path(name), free_port()
        for key in ("host", "user"):
            make_key = [keygen, "-q", "-t", "ed25519", "-N", "", "-f", str(folder / key)]
            subprocess.run(make_key, check=True)
        if os.geteuid() == 0:
            PRIVILEGE_SEPARATION.mkdir(exist_ok=True)
        (folder / "server").write_text(SERVER.format(port=port, folder=folder), "utf-8")
        (folder / "client").write_text(CLIENT.format(port=port, folder=folder), "utf-8")
        command = [daemon, "-D", "-e", "-f", str(folder / "server")]
        with server(command, port, folder) as pid:
            yield SshServer(pid, folder / "client")


@contextmanager
def scp(source: Path, target: Path) -> Iterator[Contestant]:
    """Be ready to copy with scp."""
    with ssh_server() as serving:
        client = [program("scp"), "-q", "-r", "-F", str(serving.client_settings)]

        def laps() -> list[Lap]:
            lap = timed("scp", [*client, str(source), f"peer:{target}"], [serving.pid])
            take_away(target, source)
            return [lap]

        yield laps


@contextmanager
def rsync(source: Path, target: Path) -> Iterator[Contestant]:
    """Be ready to copy with rsync."""
    with ssh_server() as serving:
        shell = f"ssh -F {serving.client_settings}"
        client = [program("rsync"), "-a", "-e", shell]

        def laps() -> list[Lap]:
            lap = timed("rsync over ssh", [*client, str(source), f"peer:{target}"], [serving.pid])
            take_away(target, source)
            return [lap]

        yield laps
