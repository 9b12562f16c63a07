"""Somebody in between tries 100,000 times to give two people one code of three digits.

packaging/dev soak pairing_grind
"""

import sys

from tests.helpers.comparisons import Grinder

TRIES = 100_000
DIGITS = 3
MOST_AGAINST_THE_COMMITMENT = 0.0015
LEAST_WITHOUT_ONE = 0.99
TRIES_WITHOUT_ONE = 1000


def main() -> None:
    """Attack with and without the commitment; exit with a sentence if either is not as promised."""
    grinder = Grinder(DIGITS, seed=1)
    hits = sum(grinder.try_against_the_commitment() for _ in range(TRIES))
    print(f"against the commitment: {hits} of {TRIES} ({hits / TRIES:.5f}; chance is 0.001)")
    found = sum(grinder.try_without_a_commitment() for _ in range(TRIES_WITHOUT_ONE))
    print(f"without a commitment: {found} of {TRIES_WITHOUT_ONE}")
    if hits > MOST_AGAINST_THE_COMMITMENT * TRIES:
        sys.exit("The commitment does not hold what it promises.")
    if found < LEAST_WITHOUT_ONE * TRIES_WITHOUT_ONE:
        sys.exit("The attack is too weak to show anything.")


if __name__ == "__main__":
    main()
