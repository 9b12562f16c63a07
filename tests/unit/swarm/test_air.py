import pytest

from byhand.domain.group import LinkKind
from byhand.swarm.air import Link, may_exchange

WIRED = Link(LinkKind.WIRED)
UNKNOWN = Link()
NEAR = Link(LinkKind.WIFI, b"kitchen.")
NEAR_TOO = Link(LinkKind.WIFI, b"kitchen.")
FAR = Link(LinkKind.WIFI, b"attic...")
NAMELESS = Link(LinkKind.WIFI)


@pytest.mark.parametrize(
    ("one", "other", "sender", "may"),
    [
        pytest.param(WIRED, WIRED, WIRED, True, id="all on wires"),
        pytest.param(NEAR, WIRED, WIRED, True, id="one of them on a wire"),
        pytest.param(NEAR, NEAR_TOO, WIRED, False, id="one air, and a wire to the sender"),
        pytest.param(NEAR, NEAR_TOO, UNKNOWN, False, id="one air, and who knows"),
        pytest.param(NEAR, NEAR_TOO, FAR, False, id="one air, and the sender in another"),
        pytest.param(NEAR, NEAR_TOO, NEAR, True, id="the sender's radio holds all up"),
        pytest.param(NEAR, FAR, WIRED, True, id="two airs"),
        pytest.param(NAMELESS, NAMELESS, WIRED, True, id="airs that nobody names"),
        pytest.param(UNKNOWN, UNKNOWN, WIRED, True, id="links that nobody knows"),
    ],
)
def test_members_exchange_unless_that_costs_one_air_twice(
    one: Link, other: Link, sender: Link, may: bool
) -> None:
    assert may_exchange(one, other, sender) is may
    assert may_exchange(other, one, sender) is may
