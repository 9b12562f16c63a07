"""Colours can be read by everybody, and every theme names the same ones."""

import json
from typing import Any

import pytest

from byhand.resources import resource_path

THEMES = ("light", "dark", "high-contrast")
GROUNDS = ("window", "sidebar", "surface")
TEXTS = ("text", "text_secondary", "text_tertiary", "accent", "accent_text", "ok", "warn", "bad")
TEXT_PAIRS = [
    *((text, ground) for text in TEXTS for ground in GROUNDS),
    *((text, "accent_soft") for text in ("text", "text_secondary", "accent_text", "warn", "bad")),
    ("on_accent", "accent"),
    ("on_badge", "badge"),
    ("text_secondary", "track"),
    ("warn", "warn_soft"),
]
SHAPE_PAIRS = [("control", "surface"), ("control", "window"), ("accent", "track")]
READABLE = 4.5
READABLE_AVATAR = 5.3
VISIBLE = 3.0


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read(theme: str, ink: str, ground: str) -> None:
    colors = _theme(theme)["colors"]
    assert _contrast(colors[ink], colors[ground]) >= READABLE


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_borders_and_bars_can_be_seen(theme: str, shape: str, ground: str) -> None:
    colors = _theme(theme)["colors"]
    assert _contrast(colors[shape], colors[ground]) >= VISIBLE


@pytest.mark.parametrize("theme", THEMES)
def test_initials_on_avatars_can_be_read(theme: str) -> None:
    avatars = _theme(theme)["avatars"]
    assert len(avatars) == 8
    assert min(_contrast(pair["ink"], pair["fill"]) for pair in avatars) >= READABLE_AVATAR


def test_high_contrast_is_higher() -> None:
    colors = _theme("high-contrast")["colors"]
    assert min(_contrast(colors[ink], colors[ground]) for ink, ground in TEXT_PAIRS) >= 7


def test_every_theme_names_the_same_colours() -> None:
    names = {tuple(_theme(theme)["colors"]) for theme in THEMES}
    assert len(names) == 1


def _theme(name: str) -> dict[str, Any]:
    tokens: dict[str, Any] = json.loads(resource_path(f"tokens/{name}.json").read_text("utf-8"))
    return tokens


def _contrast(one: str, other: str) -> float:
    """Contrast of two colours by WCAG 2.2: 1 for equal ones, 21 for black and white."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    red, green, blue = (_linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
