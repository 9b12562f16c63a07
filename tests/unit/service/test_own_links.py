"""What the sender of a group is told of our link names its access point for that group alone."""

from byhand.domain.group import LinkKind
from byhand.network.link_kind import CarriedBy
from byhand.protocol.group_consent import GroupConsent, network_name
from byhand.service.own_links import own_link
from tests.helpers.transfer_parts import FakeSession

SESSION = FakeSession(own_host="192.168.1.7")
ACCESS_POINT = bytes(range(6))


def carried_by(found: CarriedBy) -> GroupConsent:
    """Return what is said if our address is carried so."""

    def table(host: str) -> CarriedBy:
        assert host == "192.168.1.7"
        return found

    return own_link(SESSION.real, b"g" * 16, table)


def test_an_access_point_has_another_name_in_each_group() -> None:
    found = CarriedBy(LinkKind.WIFI, ACCESS_POINT)
    consent = carried_by(found)
    assert consent == GroupConsent(LinkKind.WIFI, network_name(b"g" * 16, ACCESS_POINT))
    assert len(consent.network) == 8
    other = own_link(SESSION.real, b"h" * 16, lambda _: found)
    assert consent.network not in (other.network, ACCESS_POINT)


def test_without_an_access_point_there_is_no_name() -> None:
    assert carried_by(CarriedBy(LinkKind.WIRED)) == GroupConsent(LinkKind.WIRED)
    assert carried_by(CarriedBy(LinkKind.WIFI)) == GroupConsent(LinkKind.WIFI)
    assert carried_by(CarriedBy()) == GroupConsent()
