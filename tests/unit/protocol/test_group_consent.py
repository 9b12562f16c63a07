from byhand.protocol.group_consent import NETWORK_BYTES, network_name

AIR = bytes.fromhex("02deadbeef01")


def test_who_is_at_the_same_access_point_says_the_same_in_one_group() -> None:
    assert network_name(bytes(16), AIR) == network_name(bytes(16), AIR)
    assert len(network_name(bytes(16), AIR)) == NETWORK_BYTES


def test_a_name_says_nothing_in_another_group_and_of_another_access_point() -> None:
    names = {
        network_name(bytes(16), AIR),
        network_name(bytes(15) + b"\1", AIR),
        network_name(bytes(16), AIR[:5] + b"\2"),
    }
    assert len(names) == 3
