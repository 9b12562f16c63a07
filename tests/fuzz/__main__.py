"""Fuzzes every target in turn, two at once: python -m tests.fuzz [SECONDS] [TARGET...].

What is found stays in .cache/fuzz: inputs that reach new code, and those that crash.
"""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from tests.fuzz.targets import TARGETS
from tests.helpers.checkout import ROOT

PROCESSES = 2
SECONDS = 60
FOLDER = ROOT / ".cache/fuzz"


def main(arguments: list[str]) -> int:
    """Share the seconds, of each process, among the targets; return 1 if anything crashed."""
    seconds = int(arguments[0]) if arguments and arguments[0].isdecimal() else SECONDS
    names = [name for name in arguments if not name.isdecimal()] or list(TARGETS)
    unknown = [name for name in names if name not in TARGETS]
    if unknown:
        print(f"There is no target called {unknown[0]}. There are: {', '.join(TARGETS)}")
        return 2
    share = max(1, seconds * PROCESSES // len(names))
    with ThreadPoolExecutor(PROCESSES) as pool:
        results = list(pool.map(lambda name: _fuzzed(name, share), names))
    return max(results)


def _fuzzed(name: str, seconds: int) -> int:
    """Fuzz one target in a process of its own and say how it went."""
    folder = FOLDER / name
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.one", name, str(seconds), str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    runs = re.search(r"number_of_executed_units:\s*(\d+)", done.stderr)
    tried = f"{int(runs[1]):,} inputs in {seconds} s" if runs else "no figures"
    print(f"{name:16} {tried}{', no crash' if done.returncode == 0 else ': CRASH'}", flush=True)
    if done.returncode:
        log = folder / "crash.log"
        folder.mkdir(parents=True, exist_ok=True)
        log.write_text(done.stdout + done.stderr, "utf-8")
        print(f"{'':16} {_last_error(done.stdout + done.stderr)}; see {log.relative_to(ROOT)}")
    return int(done.returncode != 0)


def _last_error(text: str) -> str:
    """Return the exception's line, where there is one."""
    lines = [
        line for line in text.splitlines() if re.match(r"^(=+ Uncaught|\w*(Error|Exception))", line)
    ]
    return lines[-1] if lines else "no exception: a hang, or too much memory"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
