"""What a liar says in place of what an honest friend would."""

from collections import Counter
from collections.abc import Callable
from typing import Final

from byhand.protocol.codec import encode_message
from byhand.protocol.message import Message
from byhand.protocol.messages import Hello
from byhand.protocol.records import RECORD_PAYLOAD_BYTES
from byhand.protocol.resume_messages import Sync
from tests.fuzz.grammar import KINDS, said, spoilt, spoilt_of
from tests.fuzz.values import Known

GENTLE: Final = (Hello, Sync)
"""Without these nothing else is heard: they are lies less often."""

Ways = tuple[tuple[int, Callable[[Message], list[bytes]]], ...]


class Mouth:
    """Says the truth, or with some probability something else; seeded by `known`."""

    def __init__(self, known: Known, rate: float) -> None:
        self.known = known
        self.rate = rate
        self.lies: Counter[str] = Counter()
        self._held: list[bytes] = []
        self._ways: Ways = (
            (30, self._spoilt),
            (8, self._dropped),
            (10, self._twice),
            (8, self._later),
            (10, self._after_another),
            (10, self._in_place_of_it),
            (8, self._spoilt_of_any),
            (5, self._garbage),
            (4, self._unknown),
        )

    def contents(self, message: Message) -> list[bytes]:
        """Return the plaintexts of the records that are sent."""
        rate = self.rate / 8 if isinstance(message, GENTLE) else self.rate
        if self.known.rng.random() >= rate:
            return [encode_message(message), *self._let_go()]
        weights, ways = zip(*self._ways, strict=True)
        (way,) = self.known.rng.choices(ways, weights)
        self.lies[way.__name__.strip("_")] += 1
        return [*way(message), *(self._let_go() if way != self._later else ())]

    def anything(self) -> list[bytes]:
        """Return some message that nothing called for."""
        return [said(self.known.rng.choice(KINDS), self.known)]

    def _let_go(self) -> list[bytes]:
        held, self._held = self._held, []
        return held

    def _spoilt(self, message: Message) -> list[bytes]:
        return [spoilt(message, self.known)]

    def _dropped(self, message: Message) -> list[bytes]:
        return []

    def _twice(self, message: Message) -> list[bytes]:
        return [encode_message(message)] * self.known.rng.choice((2, 2, 3, 20))

    def _later(self, message: Message) -> list[bytes]:
        self._held.append(encode_message(message))
        return []

    def _after_another(self, message: Message) -> list[bytes]:
        return [*self.anything(), encode_message(message)]

    def _in_place_of_it(self, message: Message) -> list[bytes]:
        return self.anything()

    def _spoilt_of_any(self, message: Message) -> list[bytes]:
        return [spoilt_of(self.known.rng.choice(KINDS), self.known), encode_message(message)]

    def _garbage(self, message: Message) -> list[bytes]:
        rng, true = self.known.rng, encode_message(message)
        at = rng.randrange(len(true))
        return [
            rng.choice(
                (
                    rng.randbytes(rng.randint(1, 200)),
                    true[:at] + bytes([rng.randrange(256)]) + true[at + 1 :],
                    true[: max(1, at)],
                    true[:3] + b"\x91" * 60_000,
                    true[:3] + b"\x81\xa1a" * 20_000,
                    true[:3] + b"\xdd\xff\xff\xff\xff",
                    true[:3] + b"\xa1\xff",
                    true + b"\0",
                    bytes([true[0] | rng.choice((2, 4, 128))]) + true[1:],
                    true[:3] + bytes(RECORD_PAYLOAD_BYTES - 3),
                )
            )
        ]

    def _unknown(self, message: Message) -> list[bytes]:
        number = self.known.rng.choice((0, 10, 11, 14, 46, 54, 64, 80, 65535))
        is_critical = self.known.rng.random() < 0.3
        unknown = bytes([is_critical]) + number.to_bytes(2, "little") + b"\x80"
        return [unknown, encode_message(message)]
