"""Random bytes for whoever answers and for whoever dials: nothing but protocol errors comes of it.

packaging/dev soak random_handshakes [RUNS]
"""

import random
import sys
import time
from collections import Counter

from byhand.errors import RemoteProtocolError
from byhand.noise.handshake_state import HandshakeState
from byhand.protocol.handshake import answer
from byhand.protocol.preamble import RULES, Preamble, Use, encode_preamble
from tests.helpers.connection_pair import FakeDoor, HandshakeEnd
from tests.helpers.noise_pair import PROTOCOLS_IN_USE, handshake_pair

RUNS = 1_000_000
TOLD_EVERY = 100_000
LONGEST = 300
ANSWERED = (Use.INVITE, Use.FRIEND, Use.LANE, Use.MEMBER)


def main(runs: int = RUNS) -> None:
    """Count what the runs end in; anything else than a refusal comes out as it is."""
    chance = random.Random(0)
    ends: Counter[str] = Counter()
    started = time.monotonic()
    for number in range(1, runs + 1):
        ends[one_run(number, chance)] += 1
        if number % TOLD_EVERY == 0 or number == runs:
            seconds = time.monotonic() - started
            print(f"{number:9,} runs in {seconds:5.0f} s: {dict(ends.most_common())}", flush=True)


def one_run(number: int, chance: random.Random) -> str:
    """Send rubbish and return the name of the error it is refused with."""
    try:
        if number % 2:
            at_the_door(chance)
        else:
            inside_noise(PROTOCOLS_IN_USE[number // 2 % len(PROTOCOLS_IN_USE)], chance)
    except RemoteProtocolError as exc:
        return type(exc).__name__
    return "more is waited for"


def at_the_door(chance: random.Random) -> None:
    """Open as a right use does, or as none, and go on with rubbish."""
    bob = HandshakeEnd(answer(FakeDoor()))
    if chance.random() < 0.9:
        use = chance.choice(ANSWERED)
        size = chance.choice(RULES[use].first_message)
        bob.inbox += encode_preamble(Preamble(use, size))
    bob.inbox += chance.randbytes(chance.randrange(LONGEST))
    bob.run()
    if bob.sent or bob.is_done:
        sys.exit("rubbish was answered")


def inside_noise(protocol_name: str, chance: random.Random) -> None:
    """Let one side of a handshake read rubbish, as its first message or as the answer."""
    initiator, responder = handshake_pair(protocol_name)
    side: HandshakeState = responder
    if chance.random() < 0.5:
        initiator.write_message()
        side = initiator
    side.read_message(chance.randbytes(chance.randrange(LONGEST)))
    side.write_message()
    side.read_message(chance.randbytes(chance.randrange(LONGEST)))
    if side.is_finished:
        sys.exit("rubbish made a session")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
