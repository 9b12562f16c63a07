"""The benchmark `group`: one file to several friends over a network of 100 Mbit/s a machine."""

import argparse
import math
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from byhand.domain.pieces import MIB
from tests.benchmarks.group.bound import bound_seconds, goodput
from tests.benchmarks.group.scenes import Network, Outcome, Scene, Trouble, play
from tests.benchmarks.transfer.memory import memory_folder, require_memory
from tests.benchmarks.transfer.peers import program
from tests.benchmarks.transfer.report import Figure, LeftOut, markdown, number, summary
from tests.helpers.gifts import make_film
from tests.helpers.handing_out import SENDER, Company, company

SIZE_MIB = 256
RATE_MBIT = 100.0
SLOW_SHARE = 0.1
MANY = 8
FASTER_GOAL = 6.0
LAB_TOOLS = ("ip", "tc", "sysctl", "iperf3")
SCENES: Mapping[str, Scene] = {
    "two": Scene("2 receivers", 2, time_goal=1.15, upload_goal=1.10),
    "four": Scene("4 receivers", 4, time_goal=1.15, upload_goal=1.10),
    "eight": Scene("8 receivers", MANY, time_goal=1.20, upload_goal=1.15),
    "direct": Scene("8 receivers, each sent to directly", MANY, is_group=False),
    "slow": Scene(
        "8 receivers, one at a tenth of the speed", MANY, trouble=Trouble.SLOW, time_goal=1.25
    ),
    "leaves": Scene("8 receivers, one leaves", MANY, trouble=Trouble.LEAVES, time_goal=1.25),
    "lies": Scene("8 receivers, one lies", MANY, trouble=Trouble.LIES, time_goal=1.45),
}
HEADER = ("", "last member s", "bound s", "× bound", "sender × size", "CPU-s", "machine busy")


def main(arguments: Sequence[str]) -> int:
    """Print the tables; return 0 if every goal is met, 1 if not, 2 if nothing can be measured."""
    asked = _parsed(arguments)
    size = asked.size * MIB
    try:
        _require_a_lab()
        require_memory((MANY + 1) * size)
    except LeftOut as reason:
        print(f"group: left out, {reason}")
        return 2
    network = Network(asked.rate, asked.rate * SLOW_SHARE)
    count = max(SCENES[name].count for name in asked.scenes)
    with memory_folder() as place, company(place / "profiles", count) as people:
        source = make_film(place / "film.bin", size)
        network.shape(people, None)
        rate = goodput(people.lab, SENDER, people.names()[0])
        print(f"iperf3 reaches {rate * 8 / 1e6:.1f} of {asked.rate:g} Mbit/s", flush=True)
        outcomes = {name: _played(SCENES[name], people, network, source) for name in asked.scenes}
    return _tell(outcomes, size, rate)


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="packaging/dev bench group",
        description=__doc__,
        epilog="scenes:\n"
        + "\n".join(f"  {name:8}{each.question}" for name, each in SCENES.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("scenes", nargs="*", metavar="SCENE", help="all of them by default")
    parser.add_argument("--size", type=int, default=SIZE_MIB, help="MiB, by default %(default)s")
    parser.add_argument(
        "--rate", type=float, default=RATE_MBIT, help="Mbit/s of a machine, by default %(default)g"
    )
    asked = parser.parse_args(arguments)
    asked.scenes = asked.scenes or list(SCENES)
    unknown = [name for name in asked.scenes if name not in SCENES]
    if unknown:
        parser.error(f"there is no scene {unknown[0]}; there are {', '.join(SCENES)}")
    return asked


def _require_a_lab() -> None:
    if sys.platform != "linux" or os.geteuid() != 0:
        raise LeftOut("only root on Linux can make machines of network namespaces")
    for name in LAB_TOOLS:
        program(name)


def _played(scene: Scene, people: Company, network: Network, source: Path) -> Outcome | None:
    """Return what a scene came to, None if it came to nothing: the others are still played."""
    try:
        outcome = play(scene, people, network, source)
    except AssertionError as error:
        print(f"{scene.question}: {str(error)[:2000]}", flush=True)
        return None
    print(f"{scene.question}: {outcome.seconds:.1f} s", flush=True)
    return outcome


def _tell(outcomes: Mapping[str, Outcome | None], size: int, rate: float) -> int:
    lines = [
        _line(SCENES[name], outcome, size, rate) for name, outcome in outcomes.items() if outcome
    ]
    figures = [
        figure
        for name, outcome in outcomes.items()
        for figure in figures_of(SCENES[name], outcome, size, rate)
    ]
    direct, group = outcomes.get("direct"), outcomes.get("eight")
    if direct is not None and group is not None:
        faster = direct.seconds / group.seconds
        figures.append(Figure("against sending directly", faster, "×", FASTER_GOAL, is_floor=True))
    print(f"\n### {size // MIB} MiB to several friends, on {os.cpu_count()} cores\n")
    print(markdown(HEADER, lines))
    print()
    print(summary(figures))
    return 0 if all(figure.is_met for figure in figures) else 1


def _bound(scene: Scene, size: int, rate: float) -> float:
    """Return the bound for those that count: as if the troubled one were like them."""
    return bound_seconds(size, rate, [rate] * scene.count)


def _line(scene: Scene, outcome: Outcome, size: int, rate: float) -> Sequence[str]:
    bound = _bound(scene, size, rate)
    return (
        scene.question,
        f"{outcome.seconds:.1f}",
        f"{bound:.1f}",
        f"{outcome.seconds / bound:.2f}",
        f"{outcome.uploaded_bytes / size:.2f}",
        number(outcome.cpu_seconds),
        f"{outcome.busy_share:.0%}",
    )


def figures_of(scene: Scene, outcome: Outcome | None, size: int, rate: float) -> Sequence[Figure]:
    """Return the figures of a scene; what has come to nothing took for ever."""
    figures = []
    if scene.time_goal:
        seconds = outcome.seconds if outcome else math.inf
        times = seconds / _bound(scene, size, rate)
        figures.append(Figure(f"{scene.question}: last", times, "× bound", scene.time_goal))
    if scene.upload_goal:
        uploaded = outcome.uploaded_bytes if outcome else math.inf
        times = uploaded / size
        figures.append(Figure(f"{scene.question}: upload", times, "× size", scene.upload_goal))
    if outcome:
        wrong = float(outcome.wrong_files)
        figures.append(Figure(f"{scene.question}: wrong files", wrong, "", 0.0))
    return figures
