"""The style sheet made from the tokens."""

from string import Template

from byhand.gui.fonts import Fonts
from byhand.gui.palette import Metrics, Palette, mixed

CELL_PADDING = 8
"""Before and behind the words of a table's cell."""

TABLE_EDGE = 12
"""Before its first cell, and behind the last."""

_SHEET = Template("""
QToolTip { color: $text; background: $surface; border: 1px solid $border_strong; padding: 4px 6px; }
QDialog, #MainPane, #HistoryPane { background: $window; }
#Sidebar { background: $sidebar; }
#SidebarEdge, #check-divider { background: $border; }
QLabel[tone="secondary"] { color: $text_secondary; }
QLabel[tone="tertiary"] { color: $text_tertiary; }
QLabel[tone="warning"] { color: $warn; }
QLabel[tone="bad"] { color: $bad; }
QLabel[tone="good"] { color: $ok; }

QLineEdit {
    color: $text; background: $surface; border: 1px solid $control;
    border-radius: ${radius}px; padding: 0 11px; min-height: ${height}px; max-height: ${height}px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:hover { border-color: $text_tertiary; }
QLineEdit:focus {
    border: 2px solid $accent;
    padding: 0 10px;
    min-height: ${inner}px;
    max-height: ${inner}px;
}
QLineEdit:disabled { color: $idle; border-color: $border_strong; }
CodeField, CodeField:focus, CodeField:hover {
    background: transparent; border: none; padding: 0;
    min-height: ${digit_box}px; max-height: ${digit_box}px;
}

QPushButton {
    color: $text; background: $surface; border: 1px solid $border_strong;
    border-radius: ${radius}px; padding: 0 14px; min-height: ${height}px; max-height: ${height}px;
    font-weight: 600;
}
QPushButton:hover { border-color: $control; background: $hover; }
QPushButton:pressed { background: $track; }
QPushButton:focus {
    border: 2px solid $accent;
    padding: 0 13px;
    min-height: ${inner}px;
    max-height: ${inner}px;
}
QPushButton:disabled { color: $idle; background: $surface; border-color: $border; }
QPushButton[look="primary"] { color: $on_accent; background: $accent; border: 1px solid $accent; }
QPushButton[look="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[look="primary"]:pressed { background: $accent_pressed; }
QPushButton[look="primary"]:focus { border: 2px solid $focus_on_accent; }
QPushButton[look="primary"]:disabled { color: $idle; background: $track; border-color: $track; }
QPushButton[look="soft"] {
    color: $accent_text;
    background: $accent_soft;
    border: 1px solid $accent_soft;
}
QPushButton[look="soft"]:hover { background: $soft_hover; border-color: $soft_hover; }
QPushButton[look="soft"]:focus { border: 2px solid $accent; }
QPushButton[look="soft"]:disabled { color: $idle; background: $track; border-color: $track; }
QPushButton[look="picker"], QPushButton[look="picker"]:hover { border-color: $control; }
QPushButton[look="picker"]:focus { border-color: $accent; }
QPushButton[look="flat"] {
    color: $text_secondary;
    background: transparent;
    border: 1px solid transparent;
}
QPushButton[look="flat"]:hover { color: $text; background: $track; }
QPushButton[look="flat"]:focus { border: 2px solid $accent; }
QPushButton[look="link"] {
    color: $accent_text; background: transparent; border: none; border-radius: 4px; padding: 0 3px;
    min-height: 0; max-height: 100px; font-weight: 400; font-size: ${small}pt; text-align: left;
}
QPushButton[look="link"]:hover { text-decoration: underline; background: transparent; }
QPushButton[look="link"]:focus { border: 1px solid $accent; padding: 0 2px; }

QToolButton { background: transparent; border: none; border-radius: ${radius}px; }
QToolButton:hover { background: $track; }
QToolButton:focus { border: 2px solid $accent; }

#DetailsPane { background: $sidebar; border-top: 1px solid $border; }
#details-splitter::handle { background: transparent; }
#files QHeaderView { background: transparent; border: none; }
#files QHeaderView::section {
    color: $text_tertiary; background: transparent; border: none; padding: 2px 8px;
    font-size: ${small}pt;
}

QAbstractItemView { background: transparent; border: none; outline: none; }
QFileDialog QAbstractItemView { background: $surface; }
#group-members::item { padding: 0 8px; }
#group-members QHeaderView::section { padding: 2px 8px; font-size: ${small}pt; }
#queue, #offered-files, #files, #history, #group-members {
    selection-background-color: transparent;
}
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
    color: $text_tertiary; background: transparent; border: none; padding: 0 ${cell}px;
}
QHeaderView::section:first { padding: 0 ${edge}px; }
QPlainTextEdit {
    color: $text; background: $surface; border: 1px solid $border; border-radius: ${card}px;
    padding: 8px; selection-background-color: $accent; selection-color: $on_accent;
}
QPlainTextEdit:focus { border: 2px solid $accent; padding: 7px; }
#introduce-list {
    color: $text; background: $surface; border: 1px solid $border; border-radius: ${card}px;
    padding: 4px;
}
#offered-files {
    background: $surface; border: 1px solid $border; border-radius: ${card}px; padding: 6px 0;
}
#introduce-list:focus { border: 2px solid $accent; padding: 3px; }
#introduce-list::item { padding: 0 8px; border-radius: ${row}px; }
#introduce-list::item:hover { background: $hover; }
#introduce-list::item:selected { color: $text; background: $accent_soft; }
QScrollArea, #ScrollContent { background: transparent; border: none; }
ThinScrollBar:vertical { background: transparent; width: 8px; margin: 0; border: none; }
ThinScrollBar::handle:vertical {
    background: $border_strong;
    border-radius: 3px;
    margin-right: 2px;
    min-height: 28px;
}
ThinScrollBar::handle:vertical:hover { background: $control; }
ThinScrollBar::add-line, ThinScrollBar::sub-line { height: 0; width: 0; }
ThinScrollBar::add-page, ThinScrollBar::sub-page { background: transparent; }
QMenu { color: $text; background: $surface; border: 1px solid $border_strong; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: ${segment}px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $idle; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
""")


def digit_box_height(fonts: Fonts) -> int:
    """Return how high a box for one digit is."""
    return round(fonts.digits.height * 1.7)


def stylesheet(palette: Palette, metrics: Metrics, fonts: Fonts) -> str:
    """Return the application's style sheet for a scheme."""
    height = metrics.hit_target + max(0, round((fonts.body.points - 10) * 1.4))
    names = [name for name in Palette.__struct_fields__ if name != "avatars"]
    colours = {name: getattr(palette, name).name() for name in names}
    return _SHEET.substitute(
        colours,
        hover=mixed(palette.surface, palette.track, 0.35).name(),
        soft_hover=mixed(palette.accent_soft, palette.accent, 0.12).name(),
        accent_hover=mixed(palette.accent, palette.text, 0.12).name(),
        accent_pressed=mixed(palette.accent, palette.text, 0.22).name(),
        focus_on_accent=mixed(palette.accent, palette.text, 0.55).name(),
        radius=metrics.radius_button,
        segment=metrics.radius_segment,
        row=metrics.radius_row,
        card=metrics.radius_card,
        cell=CELL_PADDING,
        edge=TABLE_EDGE,
        height=height,
        inner=height - 2,
        digit_box=digit_box_height(fonts),
        small=f"{fonts.small.points:.1f}",
    )
