"""Which members of a group gain by exchanging, as far as their links tell (§21)."""

from msgspec import Struct

from byhand.domain.group import LinkKind


class Link(Struct, frozen=True):
    """A link; `network` names the access point for one group, empty if that is not known."""

    kind: LinkKind = LinkKind.UNKNOWN
    network: bytes = b""

    def shares_air_with(self, other: "Link") -> bool:
        """Say whether two are at the same access point."""
        return bool(self.network) and self.network == other.network


def may_exchange(one: Link, other: Link, sender: Link) -> bool:
    """Say whether two members gain by exchanging instead of being sent everything.

    At one access point a piece that one hands to the other goes through the air twice. From a
    sender on a wire, or at another access point, it goes once; only from one at the same, whose
    radio is what holds all up, it would go twice as well.
    """
    return not one.shares_air_with(other) or sender.shares_air_with(one)
