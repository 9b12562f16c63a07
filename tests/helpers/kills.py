"""Two real programs of which one is killed at a random moment, and started again."""

import os
import random
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.helpers.leftovers import leftovers_of
from tests.helpers.processes import HANG_SECONDS, Byhand, Somebody, become_friends, command_of
from tests.helpers.trees import snapshot, write_files

BIG_BYTES = 24 * 1024 * 1024
SMALL_FILES = 300
LIMIT = "60MB"
"""So that kills land inside."""
LATEST_SECONDS = 0.12
MOMENTS = {
    "sender": ("offered", "active", "active", "active", "closing", "done"),
    "receiver": ("offered", "checking", "active", "active", "active", "finalizing", "done"),
}
"""States after which a program may be killed; what is there more often is more likely."""
ANY_SECONDS = 1.5
"""How long after its start a program is killed when it is at no certain state."""
SETTLED_SECONDS = 0.05
POLL_SECONDS = 0.001


@dataclass(frozen=True, slots=True)
class Kill:
    """Who is killed: so long after it told a state, or after its start if that is empty."""

    who: str
    state: str
    seconds: float

    @classmethod
    def chosen(cls, chance: random.Random) -> "Kill":
        """Return one at random."""
        who = chance.choice(tuple(MOMENTS))
        if chance.random() < 0.25:
            return cls(who, "", chance.uniform(0, ANY_SECONDS))
        return cls(who, chance.choice(MOMENTS[who]), chance.uniform(0, LATEST_SECONDS))


@dataclass
class Couple:
    """Anna, who sends, and Marek, who receives as long as nobody kills him."""

    folder: Path
    anna: Somebody = field(init=False)
    marek: Somebody = field(init=False)
    inbox: Path = field(init=False)

    def __post_init__(self) -> None:
        self.anna = Somebody("Anna", self.folder / "anna")
        self.marek = Somebody("Marek", self.folder / "marek")
        self.inbox = self.folder / "inbox"
        self.inbox.mkdir()
        self._receiving: Byhand | None = None
        become_friends(self.anna, self.marek)

    def cycle(self, seed: int) -> list[Kill]:
        """Hand a folder over, with one kill or two; return them, when all is as it should be.

        AssertionError names the seed.
        """
        chance = random.Random(seed)
        kills = [Kill.chosen(chance) for _ in range(1 if chance.random() < 0.7 else 2)]
        source = self._source(seed)
        try:
            times = self._hand_over(source, kills)
            self._insist_on_all(source, times)
        except BaseException as exc:
            raise AssertionError(f"cycle {seed}, {kills}") from exc
        finally:
            shutil.rmtree(source)
        for name in os.listdir(self.inbox):
            shutil.rmtree(self.inbox / name)
        return kills

    def close(self) -> None:
        """End the program that receives."""
        if self._receiving is not None:
            self._receiving.close()

    def _source(self, seed: int) -> Path:
        small = {f"small {number}": 1 + number * 37 % 9000 for number in range(SMALL_FILES)}
        return write_files(self.folder / f"from {seed}", {"big": BIG_BYTES, "empty": 0, **small})

    def _hand_over(self, source: Path, kills: Sequence[Kill]) -> int:
        """Do so; return how often at most: who is killed after the end may send it once more."""
        receiving, sending = self._receiver(), self._sender(source)
        times = 1
        try:
            for kill in kills:
                victim = sending if kill.who == "sender" else receiving
                _wait_for(kill, victim, sending)
                victim.kill()
                if victim is sending:
                    times += any(line.get("state") == "done" for line in sending.lines)
                    sending = self._sender(source)
                else:
                    self._receiving = None
                    receiving = self._receiver()
            _until(lambda: sending.has_ended, sending)
            assert sending.ended() == 0, sending.lines
        finally:
            sending.close()
        return times

    def _receiver(self) -> Byhand:
        if self._receiving is None:
            arguments = ("receive", "--accept", "friends", "--into", str(self.inbox))
            self._receiving = Byhand(command_of(self.marek, *arguments), {})
        return self._receiving

    def _sender(self, source: Path) -> Byhand:
        arguments = ("send", str(source), "--to", "Marek", "--limit", LIMIT)
        return Byhand(command_of(self.anna, *arguments), {})

    def _insist_on_all(self, source: Path, times: int) -> None:
        """Insist on equal bytes, and nothing else; the receiver may be behind."""
        wanted, end = snapshot(source), time.monotonic() + HANG_SECONDS
        while left := [
            *leftovers_of(self.anna.profile, self.inbox),
            *leftovers_of(self.marek.profile, self.inbox),
        ]:
            assert time.monotonic() < end, left
            time.sleep(SETTLED_SECONDS)
        names = sorted(os.listdir(self.inbox))
        assert 1 <= len(names) <= times, names
        assert names[0] == source.name, names
        for name in names:
            assert snapshot(self.inbox / name) == wanted, name
        states = {*_states(self.anna.profile), *_states(self.marek.profile)}
        assert states <= {"done", "cancelled", "withdrawn"}, states


def _wait_for(kill: Kill, victim: Byhand, sending: Byhand) -> None:
    """Wait for the moment of a kill; what does not come any more is not waited for."""
    seen = len(victim.lines)

    def has_come() -> bool:
        is_over = victim.has_ended or sending.has_ended
        told = (line.get("state") for line in victim.lines[seen:])
        return is_over or not kill.state or kill.state in told

    _until(has_come, victim)
    time.sleep(kill.seconds)


def _until(is_so: Callable[[], bool], program: Byhand) -> None:
    end = time.monotonic() + HANG_SECONDS
    while not is_so():
        assert time.monotonic() < end, f"it never comes to that: {program.lines}"
        time.sleep(POLL_SECONDS)


def _states(profile: Path) -> Iterator[str]:
    with closing(sqlite3.connect(f"file:{profile / 'byhand.db'}?mode=ro", uri=True)) as database:
        yield from (state for (state,) in database.execute("SELECT state FROM transfers"))


@contextmanager
def couple_in_memory() -> Iterator[Couple]:
    """Two people whose files are in memory, where the system has that."""
    memory = "/dev/shm"
    place = memory if os.path.isdir(memory) else None
    with tempfile.TemporaryDirectory(prefix="byhand-kills-", dir=place) as folder:
        couple = Couple(Path(folder))
        try:
            yield couple
        finally:
            couple.close()
