"""Saying that the window cannot open."""

import asyncio
import sys

from byhand.gui.problem_box import open_problem_box
from byhand.main.endings import ended_by_signals


async def report(sentence: str, remedy: str) -> bool:
    """Say on the terminal and in a box what is wrong; return whether the remedy is wanted."""
    closed = asyncio.Event()
    answers = [False]

    def answer(is_wanted: bool) -> None:
        answers.append(is_wanted)
        closed.set()

    box = open_problem_box(sentence, remedy, answer)
    with ended_by_signals(closed):
        sys.stderr.write(f"byhand: {sentence}\n")
        await closed.wait()
    box.hide()
    return answers[-1]
