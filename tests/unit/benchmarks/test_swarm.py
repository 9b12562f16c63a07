"""The benchmark of simulated groups, in small, and the picture that it draws."""

import re
from xml.etree import ElementTree

import pytest

from tests.benchmarks import swarm
from tests.benchmarks.curves import HEIGHT, Curve, Panel, picture

SVG = "{http://www.w3.org/2000/svg}"


def test_a_group_is_measured_and_shown() -> None:
    grown = [swarm.measure(count, 64) for count in (2, 3)]
    assert [each.members for each in grown] == [2, 3]
    assert all(1.0 <= each.middle <= each.last < 2.0 for each in grown)
    assert all(each.member_bytes > 64 * each.members for each in grown)
    assert swarm.table(grown).count("\n") == 3
    names = {each.text for each in ElementTree.fromstring(swarm.plot(grown)).iter(f"{SVG}text")}
    assert {"goal", "last member", "sender's upload"} <= names


@pytest.mark.parametrize("arguments", [["0"], ["-1"], ["2", "many"], ["--help"]])
def test_what_is_no_number_of_members_is_answered_with_the_usage(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert swarm.main(arguments) == 2
    assert capsys.readouterr().out.strip() == swarm.USAGE


def test_curves_lie_within_their_panel_and_names_apart() -> None:
    curves = [
        Curve("one", [(2, 0.5), (500, 1.0)]),
        Curve("<other>", [(2, 0.4), (500, 1.0)], is_bound=True),
    ]
    root = ElementTree.fromstring(picture([Panel("Title", "members", curves)]))
    for line in root.iter(f"{SVG}polyline"):
        for place in line.attrib["points"].split():
            x, y = map(float, place.split(","))
            assert 0 <= x <= float(root.attrib["width"])
            assert 0 <= y <= HEIGHT
    ends = {each.text: float(each.attrib["y"]) for each in root.iter(f"{SVG}text")}
    assert abs(ends["one"] - ends["<other>"]) >= 12
    assert len(re.findall("stroke-dasharray", ElementTree.tostring(root, "unicode"))) == 1


def test_a_single_point_is_drawn_too() -> None:
    ElementTree.fromstring(picture([Panel("Title", "members", [Curve("one", [(8, 0.0)])])]))
