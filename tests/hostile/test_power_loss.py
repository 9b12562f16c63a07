"""The power fails at any moment: nothing wrong ever stands under a final name, nothing is lost."""

import contextlib
import os
import random
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from byhand.domain.pieces import KIB
from byhand.engine.arrival import Arrival
from byhand.errors import StagingGoneError
from tests.helpers.arrivals import Receiver
from tests.helpers.faulty_disk import Killed
from tests.helpers.lossy_disk import LossyDisk
from tests.helpers.trees import Tree, open_descriptors, snapshot

PIECE = 256 * KIB
TREE: Tree = {
    "a": None,
    "a/big": os.urandom(2 * PIECE + 7),
    "a/inner": None,
    "a/inner/nothing": b"",
    "a/inner/small": b"small",
    "b": os.urandom(PIECE),
    "c": b"c" * 100,
}
STEPS = {
    "piece": 6,
    "all": 1,
    "record": 4,
    "flush": 2,
    "power": 3,
    "kill": 1,
    "save": 2,
    "new session": 1,
}
"""What happens, and how often."""
KILLED: dict[str, object] = {"was_stopped_well": False, "is_same_boot": True}
POWER_LOST: dict[str, object] = {"was_stopped_well": False, "is_same_boot": False}


class Story:
    """One transfer through kills and power losses."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        (folder / "attic").mkdir()
        self.chance = chance
        self.lossy = LossyDisk(folder / "attic")
        self.receiver = Receiver(folder / "to", TREE, self.lossy.disk)
        self.attic = folder / "attic"

    def play(self, steps: list[str]) -> None:
        """Take the steps, then go on without harm, and check what there is."""
        with self.receiver:
            arrival = self.receiver.begin()
            # The transfer has its folder for good before anything is said to the sender.
            self.receiver.flush(arrival)
            for step in [*steps, "done"]:
                arrival = self.take(step, arrival)
                self.check_names()
            self.receiver.sender.serve(arrival)
            self.receiver.save(arrival)
            assert snapshot(self.receiver.base) == TREE

    def take(self, step: str, arrival: Arrival) -> Arrival:
        self.lossy.left = 10**9 if step in ("done", "flush") else self.chance.choice([10**9, 12])
        try:
            self.act(step, arrival)
        except Killed:
            step = self.chance.choice(["kill", "power"])
        self.lossy.left = 10**9
        if step not in ("kill", "power", "save"):
            return arrival
        path = self.receiver.kill(arrival)
        self.check_names()
        if step != "power":
            return self.receiver.resume(path, **KILLED)
        self.lossy.lose(self.chance)
        self.receiver.journal.lose(self.chance)
        self.check_names()
        return self.after_power_loss(path)

    def act(self, step: str, arrival: Arrival) -> None:
        match step:
            case "piece":
                self.receiver.sender.serve(arrival, limit=1)
            case "all":
                self.receiver.sender.serve(arrival)
            case "record":
                self.receiver.record()
            case "flush":
                self.receiver.flush(arrival)
            case "new session":
                arrival.pieces.new_session()
            case "save" if not arrival.content.wish() and not arrival.content.states.unproven:
                arrival.save()

    def after_power_loss(self, path: str) -> Arrival:
        """Go on; what can happen at worst is that all begins again."""
        try:
            return self.receiver.resume(path, **POWER_LOST)
        except StagingGoneError:
            return self.receiver.begin(self.receiver.journal.journal(**POWER_LOST))

    def check_names(self) -> None:
        """Whatever stands under a final name is whole and right."""
        found = snapshot(self.receiver.base)
        final = {path: content for path, content in found.items() if path[0] != "."}
        tops = {path.split("/")[0] for path in final}
        assert final == {path: c for path, c in TREE.items() if path.split("/")[0] in tops}


@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.integers(0, 2**32))
def test_P2_P3_after_power_losses_at_any_moment_everything_arrives_once_and_right(
    seed: int,
) -> None:
    folder = Path(tempfile.mkdtemp(dir="/dev/shm" if os.path.isdir("/dev/shm") else None))
    before = open_descriptors()
    try:
        chance = random.Random(seed)
        steps = chance.choices(list(STEPS), list(STEPS.values()), k=chance.randint(4, 16))
        Story(folder, chance).play(steps)
    finally:
        shutil.rmtree(folder)
        # A killed process leaves them to the system.
        for fd in open_descriptors() - before:
            with contextlib.suppress(OSError):
                os.close(int(fd))
