"""packaging/dev: what it installs, when, and what it says. A stand-in plays Python's part."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.helpers.checkout import DEV, ROOT
from tests.helpers.needs import require_tool

VERBS = (
    *(
        "run",
        "demo",
        "test",
        "check",
        "fmt",
        "i18n",
        "lock",
        "bench",
        "shots",
        "soak",
        "fuzz",
        "package",
    ),
)
PROGRAMS = ("cat", "cp", "dirname", "flock", "head", "id", "mkdir", "rm", "sha256sum", "touch")
COPIED = (
    "pyproject.toml",
    "packaging/dev",
    "packaging/requirements.txt",
    "packaging/requirements-peers.txt",
)
STAND_IN = """#!/bin/sh
case "$1 $2" in
    "-c import sys"*) echo "${FAKE_VERSION-3.12}" ;;
    "-c import ensurepip") [ -z "${FAKE_WITHOUT_ENSUREPIP-}" ] ;;
    "-m venv")
        echo "new environment" >>"$FAKE_LOG"
        mkdir -p "$3/bin"
        for name in python byhand; do cp "$0" "$3/bin/$name"; done
        ;;
    "-m pip")
        echo "install" >>"$FAKE_LOG"
        [ -z "${FAKE_WITHOUT_NETWORK-}" ]
        ;;
    *) for argument in "$@"; do echo "argument: $argument" >>"$FAKE_LOG"; done ;;
esac
"""


@dataclass(frozen=True, slots=True)
class Checkout:
    """A checkout with only what packaging/dev reads, on a machine without apt and sudo."""

    root: Path
    machine: Path

    def dev(self, *arguments: str, **stand_in: str) -> subprocess.CompletedProcess[str]:
        """Run packaging/dev; `stand_in` are settings of the false Python."""
        log = {"FAKE_LOG": str(self.machine / "log")}
        return subprocess.run(
            ["/bin/sh", self.root / "packaging/dev", *arguments],
            env={"PATH": str(self.machine)} | log | stand_in,
            cwd="/",
            capture_output=True,
            text=True,
            check=False,
        )

    def done(self) -> list[str]:
        """Return what the false Python was asked to do since the last time."""
        log = self.machine / "log"
        lines = log.read_text("utf-8").splitlines() if log.exists() else []
        log.unlink(missing_ok=True)
        return lines


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A bare checkout in a folder whose name has a space."""
    root, machine = tmp_path / "the checkout", tmp_path / "bin"
    (root / "packaging").mkdir(parents=True)
    for name in COPIED:
        shutil.copy(ROOT / name, root / name)
    machine.mkdir()
    for program in PROGRAMS:
        (machine / program).symlink_to(require_tool(program))
    (machine / "python3").write_text(STAND_IN, "utf-8")
    (machine / "python3").chmod(0o755)
    return Checkout(root, machine)


@pytest.mark.parametrize("script", [DEV, ROOT / ".ci/run"])
def test_script_can_be_run_and_parsed(script: Path) -> None:
    assert os.access(script, os.X_OK)
    interpreter = script.read_text("utf-8").splitlines()[0].removeprefix("#!").split()
    subprocess.run([*interpreter, "-n", str(script)], check=True)


def test_without_a_verb_it_lists_them(checkout: Checkout) -> None:
    outcome = checkout.dev()
    assert outcome.returncode == 0
    assert [line.split()[0] for line in outcome.stdout.splitlines()[2:]] == list(VERBS)
    assert checkout.done() == []


def test_unknown_verb_is_wrong_use(checkout: Checkout) -> None:
    outcome = checkout.dev("tidy")
    assert outcome.returncode == 2
    assert outcome.stderr == "There is no verb 'tidy'; packaging/dev alone lists them.\n"


def test_arguments_reach_byhand_whole(checkout: Checkout) -> None:
    checkout.dev("run", "send", "a file with spaces", "")
    sent = [line for line in checkout.done() if line.startswith("argument: ")]
    assert sent == ["argument: send", "argument: a file with spaces", "argument: "]


def test_second_call_installs_nothing(checkout: Checkout) -> None:
    checkout.dev("run")
    assert checkout.done() == ["new environment", "install", "install"]
    outcome = checkout.dev("run")
    assert outcome.returncode == 0
    assert checkout.done() == []


@pytest.mark.parametrize("changed", ["packaging/requirements.txt", "pyproject.toml"])
def test_changed_requirements_are_installed_into_the_same_environment(
    checkout: Checkout, changed: str
) -> None:
    checkout.dev("run")
    checkout.done()
    with (checkout.root / changed).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    checkout.dev("run")
    assert checkout.done() == ["install", "install"]


def test_moved_checkout_gets_a_new_environment(checkout: Checkout) -> None:
    checkout.dev("run")
    checkout.done()
    moved = Checkout(checkout.root.rename(checkout.root.with_name("elsewhere")), checkout.machine)
    moved.dev("run")
    assert moved.done() == ["new environment", "install", "install"]


def test_peers_of_the_benchmark_get_an_environment_of_their_own_once(checkout: Checkout) -> None:
    checkout.dev("run")
    checkout.done()
    checkout.dev("bench", "transfer", "file")
    measured = ["-m", "tests.benchmarks", "transfer", "file"]
    sent = [f"argument: {word}" for word in measured]
    assert checkout.done() == ["new environment", "install", *sent]
    checkout.dev("bench")
    assert checkout.done() == sent[:2]


def test_peers_that_cannot_be_had_are_left_out(checkout: Checkout) -> None:
    checkout.dev("run")
    checkout.done()
    outcome = checkout.dev("bench", "transfer", FAKE_WITHOUT_NETWORK="1")
    assert outcome.returncode == 0
    assert outcome.stderr.endswith("That failed: magic-wormhole is left out.\n")
    assert checkout.done()[-1] == "argument: transfer"


def test_other_benchmarks_need_no_peers(checkout: Checkout) -> None:
    checkout.dev("run")
    checkout.done()
    checkout.dev("bench", "door")
    assert "install" not in checkout.done()


def test_failed_installation_is_tried_again(checkout: Checkout) -> None:
    assert checkout.dev("run", FAKE_WITHOUT_NETWORK="1").returncode != 0
    checkout.done()
    assert checkout.dev("run").returncode == 0
    assert "install" in checkout.done()


@pytest.mark.parametrize("version", ["3.9", "3.10", "3.14"])
def test_python_of_another_version_is_one_sentence(checkout: Checkout, version: str) -> None:
    outcome = checkout.dev("run", FAKE_VERSION=version)
    assert outcome.returncode == 2
    assert outcome.stderr == (
        f"Byhand needs Python 3.11, 3.12 or 3.13, but python3 here is {version}; install one of "
        "them, or name it: PYTHON=/path/to/python3.12 packaging/dev run\n"
    )
    assert checkout.done() == []


def test_no_python_is_one_sentence(checkout: Checkout) -> None:
    (checkout.machine / "python3").unlink()
    outcome = checkout.dev("run")
    assert outcome.returncode == 2
    assert outcome.stderr == (
        "Byhand needs Python 3.11, 3.12 or 3.13, but there is no python3 here; install one of "
        "them, or name it: PYTHON=/path/to/python3.12 packaging/dev run\n"
    )


def test_what_may_not_be_installed_is_one_sentence(checkout: Checkout) -> None:
    outcome = checkout.dev("run", FAKE_WITHOUT_ENSUREPIP="1")
    assert outcome.returncode != 0
    assert outcome.stderr == (
        "To make a Python environment Byhand needs system packages; "
        "have them installed: apt-get install python3.12-venv\n"
    )
    assert checkout.done() == []
