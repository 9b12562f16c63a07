"""Curves as an SVG picture, with nothing but text."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 720, 300
LEFT, RIGHT, TOP, BOTTOM = 70, 180, 40, 50
LINE = 15
COLOURS = ("#1b6ca8", "#d1495b", "#3d7f4a", "#8a6d1d")


@dataclass(frozen=True)
class Curve:
    """A named line through points; `is_bound`: what shall not be crossed, drawn broken."""

    name: str
    points: Sequence[tuple[float, float]]
    is_bound: bool = False


@dataclass(frozen=True)
class Panel:
    """Curves over one another, from 0 up; to the right in powers of two."""

    title: str
    across: str
    curves: Sequence[Curve]


def picture(panels: Sequence[Panel]) -> str:
    """Return an SVG document with the panels one below the other."""
    height = HEIGHT * len(panels)
    drawn = "".join(
        f'<g transform="translate(0 {HEIGHT * place})">{_panel(panel)}</g>'
        for place, panel in enumerate(panels)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" font-family="sans-serif" font-size="12">'
        f'<rect width="{WIDTH}" height="{height}" fill="white"/>{drawn}</svg>\n'
    )


def _panel(panel: Panel) -> str:
    scale = _Scale([point for curve in panel.curves for point in curve.points])
    parts = [_text(LEFT, TOP - 16, panel.title, weight="bold")]
    for value in scale.steps():
        y = scale.y(value)
        parts.append(_line([(LEFT, y), (WIDTH - RIGHT, y)], "#ddd"))
        parts.append(_text(LEFT - 8, y + 4, f"{value:g}", anchor="end"))
    for value in sorted({x for curve in panel.curves for x, _ in curve.points}):
        parts.append(_text(scale.x(value), HEIGHT - BOTTOM + 18, f"{value:g}", anchor="middle"))
    parts.append(_text(LEFT, HEIGHT - BOTTOM + 38, panel.across))
    for curve, colour in zip(panel.curves, COLOURS, strict=False):
        points = [(scale.x(x), scale.y(y)) for x, y in curve.points]
        parts.append(_line(points, "#555" if curve.is_bound else colour, curve.is_bound))
    return "".join([*parts, *_names(panel.curves, scale)])


def _names(curves: Sequence[Curve], scale: "_Scale") -> Iterator[str]:
    """Yield the names beside the ends of the curves, each on a line of its own."""
    floor = -math.inf
    for y, name in sorted((scale.y(curve.points[-1][1]), curve.name) for curve in curves):
        floor = max(y, floor + LINE)
        yield _text(WIDTH - RIGHT + 8, floor + 4, name)


class _Scale:
    def __init__(self, points: Sequence[tuple[float, float]]) -> None:
        self._low = math.log2(min(x for x, _ in points))
        self._wide = math.log2(max(x for x, _ in points)) - self._low or 1.0
        most = max(y for _, y in points) or 1.0
        self._step: float = 10.0 ** math.floor(math.log10(most))
        if most / self._step < 3:
            self._step /= 5
        self._most = math.ceil(most * 1.02 / self._step) * self._step

    def x(self, value: float) -> float:
        share = (math.log2(value) - self._low) / self._wide
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def y(self, value: float) -> float:
        return HEIGHT - BOTTOM - value / self._most * (HEIGHT - TOP - BOTTOM)

    def steps(self) -> list[float]:
        return [step * self._step for step in range(round(self._most / self._step) + 1)]


def _line(points: Sequence[tuple[float, float]], colour: str, is_broken: bool = False) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    broken = ' stroke-dasharray="5 4"' if is_broken else ""
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"{broken}/>'


def _text(x: float, y: float, text: str, anchor: str = "start", weight: str = "normal") -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-weight="{weight}"'
    return f"<text {place}>{escape(text)}</text>"
