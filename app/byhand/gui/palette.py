"""The colours and measures of the window, read once from the token files."""

import json
import zlib
from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import fields
from PySide6.QtGui import QColor

from byhand.gui.transfer_row import Tone
from byhand.resources import resource_path


class Scheme(StrEnum):
    """The sets of colours there are; the value is the token file's name."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


class AvatarColours(Struct, frozen=True):
    """One of the pairs that an avatar is painted with."""

    fill: QColor
    ink: QColor


class Palette(Struct, frozen=True):
    """Every colour of one scheme, by what it is for."""

    window: QColor
    sidebar: QColor
    surface: QColor
    border: QColor
    border_strong: QColor
    control: QColor
    track: QColor
    text: QColor
    text_secondary: QColor
    text_tertiary: QColor
    accent: QColor
    on_accent: QColor
    accent_soft: QColor
    accent_text: QColor
    ok: QColor
    warn: QColor
    warn_fill: QColor
    warn_soft: QColor
    bad: QColor
    bad_border: QColor
    idle: QColor
    presence: QColor
    badge: QColor
    on_badge: QColor
    avatars: tuple[AvatarColours, ...]

    def avatar(self, key: bytes) -> AvatarColours:
        """Return the colours that belong to an identity."""
        return self.avatars[zlib.crc32(key) % len(self.avatars)]

    def ink(self, tone: Tone) -> QColor:
        """Return the colour of a line of text in a tone."""
        return {
            Tone.PLAIN: self.text_secondary,
            Tone.ACCENT: self.accent_text,
            Tone.GOOD: self.ok,
            Tone.WARNING: self.warn,
            Tone.BAD: self.bad,
            Tone.IDLE: self.text_tertiary,
        }[tone]

    def fill(self, tone: Tone) -> QColor:
        """Return the colour of a bar in a tone."""
        return {
            Tone.WARNING: self.warn_fill,
            Tone.BAD: self.bad,
            Tone.IDLE: self.idle,
        }.get(tone, self.accent)


class Metrics(Struct, frozen=True):
    """Measures in pixels, and sizes relative to the user's font."""

    page_margin: int
    sidebar_width: int
    sidebar_margin: int
    sidebar_minimum_width: int
    sidebar_collapsed_width: int
    sidebar_collapses_below: int
    card_gap: int
    card_padding_horizontal: int
    card_padding_vertical: int
    radius_segment: int
    radius_button: int
    radius_row: int
    radius_card: int
    avatar_sidebar: int
    avatar_queue: int
    avatar_dialog: int
    badge: int
    bar: int
    icon: int
    hit_target: int
    icon_stroke: float
    heading1: float
    heading2: float
    small: float
    code: float


def load_palette(scheme: Scheme) -> Palette:
    """Read a scheme's colours; KeyError if the token file lacks one."""
    tokens = _tokens(scheme)
    names = [field.name for field in fields(Palette) if field.name != "avatars"]
    colours = {name: QColor(tokens["colors"][name]) for name in names}
    avatars = (
        AvatarColours(QColor(pair["fill"]), QColor(pair["ink"])) for pair in tokens["avatars"]
    )
    return Palette(**colours, avatars=tuple(avatars))


def load_metrics() -> Metrics:
    """Read the measures; KeyError if the token file lacks one."""
    tokens = _tokens("metrics")
    radii = {f"radius_{name}": value for name, value in tokens["radius"].items()}
    scale = {name: token["scale"] for name, token in tokens["type"].items()}
    return Metrics(
        **tokens["layout"],
        **tokens["size"],
        **radii,
        icon_stroke=tokens["icon_stroke"],
        heading1=scale["h1"],
        heading2=scale["h2"],
        small=scale["small"],
        code=scale["code"],
    )


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return `one` with a share (0 to 1) of `other` in it."""
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * share,
        one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share,
    )


def _tokens(name: str) -> dict[str, Any]:
    text = resource_path(f"tokens/{name}.json").read_text(encoding="utf-8")
    tokens: dict[str, Any] = json.loads(text)
    return tokens
