"""Scenes one after another against one service, and what must hold after each and at the end."""

import asyncio
import os
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

from byhand.domain.transfer import TransferState
from tests.fuzz.gift import Gift, random_tree
from tests.fuzz.giver import Giver
from tests.fuzz.liar import Liar
from tests.fuzz.plot import Plot
from tests.fuzz.victim import Victim
from tests.fuzz.watching import Crashes, Fault, Watch
from tests.helpers.leftovers import leftovers_of
from tests.helpers.trees import Tree

QUIET_SECONDS: Final = 0.6
"""After so long without a word a liar's scene is over: something was lied away."""
HONEST_SECONDS: Final = 30.0
SESSIONS: Final = 5
QUIETS: Final = 2
"""After so many sessions in which nothing comes any more nothing will."""
HONEST: Final = Plot(-1, *(0.0,) * 4, 1, *(False,) * 7)


@dataclass
class Tally:
    """What a run has reached."""

    scenes: int = 0
    sessions: int = 0
    worst_block: float = 0.0
    lies: Counter[str] = field(default_factory=Counter)
    heard: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)

    def lines(self) -> Iterator[str]:
        """Yield it as text."""
        yield f"{self.scenes} scenes, {self.sessions} sessions"
        yield f"the loop stood still for {self.worst_block:.2f} s at most"
        for name, counts in (("ends", self.states), ("heard", self.heard), ("lies", self.lies)):
            rows = ", ".join(f"{key} {count}" for key, count in sorted(counts.items()))
            yield f"{name}: {rows}"


@contextmanager
def stage() -> Iterator[Path]:
    """A place with a home, a neighbour and sources that nobody may touch."""
    with tempfile.TemporaryDirectory(prefix="byhand-fuzz-") as name:
        root = Path(name)
        for folder in ("home", "beside", "sources"):
            (root / folder).mkdir()
            (root / folder / "decoy").write_bytes(os.urandom(100))
        yield root


async def play(
    seeds: Iterator[int], scenes: int, tally: Tally, is_over: Callable[[], bool] = lambda: False
) -> None:
    """Play scenes against one service, from its start to its end; raise Fault with the seed."""
    crashes = Crashes()
    crashes.listen_to_loop()
    first = seed = None
    with crashes.caught(), stage() as root:
        watch = Watch(root, crashes)
        measuring = asyncio.get_running_loop().create_task(watch.measure())
        try:
            async with Victim.at(root) as victim:
                for _ in range(scenes):
                    seed = next(seeds)
                    first = seed if first is None else first
                    await _scene(victim, watch, Plot.of(seed), tally)
                    if is_over():
                        break
                await _scene(victim, watch, HONEST, tally)
            _judge_end(root)
            await watch.judge()
            watch.judge_closed()
        except Exception as exc:
            found = "\n".join(each for each in crashes.found if Fault.__name__ not in each)
            raise Fault(
                f"scene {seed}, in the chain --seed {first} --scenes"
                f" {(seed or 0) - (first or 0) + 1}: {type(exc).__name__} {exc}\n{found}"
            ) from exc
        finally:
            measuring.cancel()
            tally.worst_block = max(tally.worst_block, watch.worst_block)


async def _scene(victim: Victim, watch: Watch, plot: Plot, tally: Tally) -> None:
    """Play one scene, and judge what it left."""
    before = victim.friends()
    identity = (victim.root / "profile/identity.key").read_bytes()
    liar = await victim.befriend(plot, tally.heard)
    for number in range(plot.gives):
        _give(liar, watch, plot, number)
    if plot.victim_sends:
        victim.send(_source(victim.root, watch, plot))
    await _sessions(victim, liar, plot, tally)
    if plot.is_honest and not plot.cuts:
        _judge_honest(victim, liar, plot)
    await victim.part()
    tally.scenes += 1
    tally.lies.update(liar.mouth.lies + liar.frame_lies.lies)
    tally.states.update(victim.states)
    victim.states.clear()
    await watch.judge()
    if victim.friends() != before:
        raise Fault("the friend book is another")
    if (victim.root / "profile/identity.key").read_bytes() != identity:
        raise Fault("the identity is another")
    if not watch.is_counting:
        watch.count()


def _give(liar: Liar, watch: Watch, plot: Plot, number: int) -> None:
    rng = Random(f"{plot.seed} gift {number}")
    tree: Tree = {"text": b"Hello."} if plot.is_text else random_tree(rng)
    gift = Gift(rng, tree, is_text=plot.is_text)
    for path, content in tree.items():
        if content is not None:
            watch.allow(path.rpartition("/")[2], content)
    if plot.spoils:
        gift.spoil(rng)
    liar.known.ids.append(gift.id)
    liar.known.digests.append(gift.digest)
    changed = random_change(gift, rng) if plot.changes_a_file else None
    if changed is not None:
        name = gift.entries[changed[0]].components[-1]
        watch.allow(name, changed[1])
        watch.allow(name, bytes(len(changed[1])))  # as in its pack, if SOURCE is lied away
    liar.givers[gift.id] = Giver(gift, changed)


def random_change(gift: Gift, rng: Random) -> tuple[int, bytes] | None:
    """Return a file of a gift and what becomes of it, of the same size."""
    entry = rng.choice(gift.files() or [0])
    content = list(gift.tree.values())[entry]
    return (entry, rng.randbytes(len(content))) if content else None


def _source(root: Path, watch: Watch, plot: Plot) -> Path:
    """Write a folder that the victim sends."""
    rng = Random(f"{plot.seed} source")
    folder = root / "sources" / f"source-{plot.seed}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for path, content in random_tree(rng).items():
        if content is None:
            (folder / path).mkdir()
        else:
            (folder / path).write_bytes(content)
    watch.expect_changes()
    return folder


async def _sessions(victim: Victim, liar: Liar, plot: Plot, tally: Tally) -> None:
    """Call, and call again, until all is over or nothing comes any more."""
    quiet = 0
    for _ in range(SESSIONS):
        talk = await liar.call(victim.port)
        if talk is None:
            continue
        tally.sessions += 1
        twin = await liar.call(victim.port) if plot.calls_twice else None
        talks = [each for each in (talk, twin) if each is not None]
        try:
            quiet += await _is_quiet(victim, liar, plot)
        finally:
            for each in talks:
                await each.close()
        if quiet == QUIETS or (liar.is_over and victim.is_settled()):
            return


async def _is_quiet(victim: Victim, liar: Liar, plot: Plot) -> bool:
    """Wait until all is over, the session has ended, or nothing comes; say whether it is that."""
    ends_at = time.monotonic() + HONEST_SECONDS
    patience = HONEST_SECONDS if plot.is_honest and not plot.cuts else QUIET_SECONDS
    while True:
        liar.was_heard.clear()
        victim.party.grew.clear()
        if liar.has_hung_up or (liar.is_over and victim.is_settled()):
            return False
        if time.monotonic() > ends_at:
            raise Fault("a session without end")
        try:
            async with asyncio.timeout(patience):
                await liar.until_heard(victim.party.grew)
        except TimeoutError:
            return True


def _judge_honest(victim: Victim, liar: Liar, plot: Plot) -> None:
    """Raise Fault unless all of an honest scene arrived, byte for byte."""
    ends = [each.state for each in victim.of_liar()]
    wanted = plot.gives + plot.victim_sends
    if len(ends) != wanted or set(ends) - {TransferState.DONE, TransferState.DECLINED}:
        raise Fault(f"honest, but {ends}")
    found = (victim.root / "in").rglob("file-*")
    received = {path.name: path.read_bytes() for path in found if path.is_file()}
    for giver in liar.givers.values():
        for at in giver.gift.files():
            name, true = giver.gift.entries[at].components[-1], giver.gift.sender.contents[at]
            if received.get(name) != true:
                raise Fault(f"honest, but {name} did not arrive as it is")


def _judge_end(root: Path) -> None:
    """Raise Fault if a closed service leaves anything of what is over."""
    left = leftovers_of(root / "profile", root / "in")
    if left:
        raise Fault(f"left over: {left}")
