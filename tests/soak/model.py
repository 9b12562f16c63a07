"""Whatever befalls two friends, in whatever order, for hours.

packaging/dev soak model [EXAMPLES [STEPS]]
"""

import sys

import hypothesis
from hypothesis.stateful import run_state_machine_as_test

from tests.helpers.going_on_model import machine_on, stage
from tests.helpers.private_network import enter_private_network

EXAMPLES = 1000
STEPS = 40


def main(examples: int = EXAMPLES, steps: int = STEPS) -> None:
    """Play so many examples; the shortest that fails is printed as a program."""
    enter_private_network()
    settings = hypothesis.settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        print_blob=True,
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    with stage() as built:
        run_state_machine_as_test(machine_on(built), settings=settings)
    print(f"{examples:,} examples of up to {steps} steps")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
