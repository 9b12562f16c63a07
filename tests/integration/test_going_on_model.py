"""Whatever befalls two friends, in whatever order: a short run of helpers/going_on_model.py."""

import hypothesis
from hypothesis.stateful import run_state_machine_as_test

from tests.helpers.going_on_model import machine_on, stage

EXAMPLES = 6
STEPS = 14


def test_whatever_happens_each_transfer_arrives_or_both_say_why_it_did_not() -> None:
    settings = hypothesis.settings(
        max_examples=EXAMPLES,
        stateful_step_count=STEPS,
        deadline=None,
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    with stage() as built:
        run_state_machine_as_test(machine_on(built), settings=settings)
