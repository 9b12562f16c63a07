"""What happens while something is handed out, and what came of it."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tests.benchmarks.transfer.memory import memory_folder
from tests.benchmarks.transfer.usage import machine_times, usage_of
from tests.helpers.handing_out import SENDER, Company, HandOut, handing_out, wrong_files
from tests.helpers.lying_member import LIAR

PATIENCE_SECONDS = 900.0


class Trouble(StrEnum):
    """What is the matter with the last of the receivers; the figures are the others'."""

    NONE = "none"
    SLOW = "slow"
    LEAVES = "leaves"
    LIES = "lies"


@dataclass(frozen=True, slots=True)
class Scene:
    """How many receive, whether as a group, what goes wrong, and what is to be reached.

    `time_goal` is in times of the bound, `upload_goal` in times of the size; 0 for none.
    """

    question: str
    count: int
    is_group: bool = True
    trouble: Trouble = Trouble.NONE
    time_goal: float = 0.0
    upload_goal: float = 0.0


@dataclass(frozen=True, slots=True)
class Network:
    """The rate of a machine and of a slow one, in Mbit/s."""

    rate: float
    slow_rate: float

    def shape(self, people: Company, slow: str | None) -> None:
        """Give everybody their rate, both ways."""
        for machine in (SENDER, *people.names()):
            rate = self.slow_rate if machine == slow else self.rate
            people.lab.limit(machine, f"{rate:g}mbit")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one scene came to.

    Seconds from the last accept to the last FINISHED of those that count; what the sender's
    interface sent until then; CPU seconds of all processes; the share of the machine that was
    busy; files under a final name that are not what was sent.
    """

    seconds: float
    uploaded_bytes: int
    cpu_seconds: float
    busy_share: float
    wrong_files: int


def play(scene: Scene, people: Company, network: Network, source: Path) -> Outcome:
    """Hand a file out once; AssertionError if somebody does not get it who should."""
    with ExitStack() as stack:
        profiles, inbox = (stack.enter_context(memory_folder()) for _ in range(2))
        present = people.first(scene.count, profiles)
        troubled = present.names()[-1] if scene.trouble is not Trouble.NONE else None
        network.shape(present, troubled if scene.trouble is Trouble.SLOW else None)
        handed = stack.enter_context(
            handing_out(
                present,
                source,
                inbox,
                *("--group", "on" if scene.is_group else "off"),
                programs={troubled: LIAR} if troubled and scene.trouble is Trouble.LIES else {},
                patience_seconds=PATIENCE_SECONDS,
            )
        )
        counted = [name for name in present.names() if name != troubled]
        return _measured(scene, present, handed, counted, source)


def _measured(
    scene: Scene, people: Company, handed: HandOut, counted: Sequence[str], source: Path
) -> Outcome:
    troubled = people.names()[-1]
    pids = [handed.sender.pid, *(handed.receivers[name].pid for name in counted)]
    cpu_before, sent_before = _cpu_seconds(pids), people.lab.sent_bytes(SENDER)
    times_before = machine_times()
    accepted_at = handed.accept()
    if scene.trouble is Trouble.LEAVES:
        handed.until_it_has(troubled, source.stat().st_size // 2)
        handed.receivers[troubled].kill()
    if scene.trouble is Trouble.LIES:
        handed.receivers[troubled].has_told("lied")
    finished_at = max(handed.finished_at(name) for name in counted)
    times = machine_times()
    return Outcome(
        finished_at - accepted_at,
        people.lab.sent_bytes(SENDER) - sent_before,
        _cpu_seconds(pids) - cpu_before,
        times.busy_share_since(times_before),
        wrong_files(source, [handed.received(name) for name in people.names()]),
    )


def _cpu_seconds(pids: Sequence[int]) -> float:
    return sum(usage_of(pid).cpu_seconds for pid in pids)
