from byhand.domain.flags import places_of_ones


def test_ones_are_found_in_order_also_those_set_meanwhile() -> None:
    flags = bytearray([1, 0, 0, 1])
    found = []
    for place in places_of_ones(flags):
        found.append(place)
        flags[2] = 1
    assert found == [0, 2, 3]
    assert list(places_of_ones(bytes(3))) == []
