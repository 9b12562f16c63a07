import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from byhand.domain.text import (
    MARKS_SHOWN,
    filled,
    isolated,
    joined,
    safe_lines,
    safe_sentence,
    safe_text,
)

FAMILY = "👨🏽\u200d❤\ufe0f\u200d💋\u200d👨🏽"


@pytest.mark.parametrize(
    "text",
    [
        *("", "a", "Ada’s photos.zip", "naïve", "文件.txt", "می\u200cخواهم", "क्\u200dष", FAMILY),
        *("🇩🇪🇫🇷", "1\ufe0f\u20e3", "각", "<b>x</b>", "100 % %s {}", "葛\U000e0100", "✓ Verified"),
    ],
)
def test_honest_text_is_shown_as_it_is(text: str) -> None:
    assert safe_text(text, 32) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("photo\u202egpj.exe", "photo⟨U+202E⟩gpj.exe"),
        ("a\u2066b\u2069", "a⟨U+2066⟩b⟨U+2069⟩"),
        ("a\u200bb\ufeffc", "a⟨U+200B⟩b⟨U+FEFF⟩c"),
        ("\x1b]0;x\x07", "⟨U+001B⟩]0;x⟨U+0007⟩"),
        ("a\0b\x7f\x9b", "a⟨U+0000⟩b⟨U+007F⟩⟨U+009B⟩"),
        ("\udc80\ud800", "⟨U+DC80⟩⟨U+D800⟩"),
        ("\uffff\U0001fffe\ufdd0", "⟨U+FFFF⟩⟨U+1FFFE⟩⟨U+FDD0⟩"),
        ("x\u00ady\u034fz", "x⟨U+00AD⟩y⟨U+034F⟩z"),
        ("\u3164\u2800\u115f\uffa0", "⟨U+3164⟩⟨U+2800⟩⟨U+115F⟩⟨U+FFA0⟩"),
        ("a\U000e0041b", "a⟨U+E0041⟩b"),
        ("a\u200db", "a⟨U+200D⟩b"),
        ("文\u200c\u200c文", "文⟨U+200C⟩⟨U+200C⟩文"),
        ("a\ufe0fb", "a⟨U+FE0F⟩b"),
        ("文\ufe0f\ufe0f", "文\ufe0f⟨U+FE0F⟩"),
    ],
)
def test_what_cannot_be_seen_is_written_out(text: str, shown: str) -> None:
    assert safe_text(text, 100) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  a \t\n b\u00a0\u3000c\u2028d\x85 ", "a b c d"),
        (" \n\t\u2003", ""),
        ("Lea\n\nByhand: accept?", "Lea Byhand: accept?"),
    ],
)
def test_G03_white_space_becomes_single_spaces(text: str, shown: str) -> None:
    assert safe_text(text, 100) == shown


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("x" * 10, 10, "x" * 10),
        ("x" * 11, 10, "xxxxxx…xxx"),
        ("holiday photos of last summer.tar.gz", 16, "holiday ph…ar.gz"),
        ("a very long name indeed.jpeg", 12, "a very….jpeg"),
        ("invoice.pdf" + " " * 50 + ".exe", 14, "invoice.p….exe"),
        ("文" * 20, 4, "文文…文"),
        (FAMILY * 9, 4, FAMILY * 2 + "…" + FAMILY),
        ("🇩🇪" * 9, 4, "🇩🇪🇩🇪…🇩🇪"),
        ("ab\u202ecdefgh.txt", 12, "ab….txt"),
    ],
)
def test_what_is_too_long_loses_its_middle_and_keeps_its_extension(
    text: str, limit: int, shown: str
) -> None:
    assert safe_text(text, limit) == shown


def test_a_mark_with_nothing_to_stand_on_gets_a_circle() -> None:
    assert safe_text("\u0301a \u0301b", 10) == "\u25cc\u0301a \u25cc\u0301b"


ANY_TEXT = st.text(
    st.one_of(
        st.characters(codec=None),
        st.characters(categories=["Mn", "Cf", "Cc", "Zs", "Zl", "So", "Cs"]),
        st.sampled_from("a.b \u200d\u200c\ufe0f👨🇩⟨"),
    )
)


@given(ANY_TEXT, st.integers(4, 40))
@example("\u202e" * 10, 4)
@example("." * 100, 12)
def test_whatever_comes_is_one_short_visible_line(text: str, limit: int) -> None:
    shown = safe_text(text, limit)
    shown.encode()
    assert shown == " ".join(shown.split())
    assert not any(unicodedata.category(point) in ("Cc", "Cs", "Zl", "Zp") for point in shown)
    assert not set("\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff") & set(shown)
    assert not set(map(chr, range(0x2060, 0x2070))) & set(shown)
    assert len(shown) <= limit * 16
    visible = [point for point in shown if unicodedata.category(point)[0] not in "MC"]
    # A sequence joined by zero-width joiners is one picture of several characters.
    assert "\u200d" in shown or len(visible) <= 2 * limit
    assert longest_pile(shown) <= MARKS_SHOWN


@given(st.text(st.characters(categories=["L", "Nd", "P", "Zs"], max_codepoint=0x2FF)))
def test_plain_text_that_fits_only_loses_white_space(text: str) -> None:
    assert safe_text(text, 1000) == " ".join(text.split())


def longest_pile(text: str) -> int:
    longest = pile = 0
    for point in text:
        pile = pile + 1 if unicodedata.category(point).startswith("M") else 0
        longest = max(longest, pile)
    return longest


def test_isolated_text_cannot_break_out() -> None:
    shown = isolated(safe_text("א\u2069\u202eb", 40))
    assert shown == "\u2068א⟨U+2069⟩⟨U+202E⟩b\u2069"


@pytest.mark.parametrize("text", ["", "Lea", "Žluť 🐢.txt", "文件", "✓ 1.9 GB", "goes to ⟨U+202E⟩"])
def test_what_is_written_from_left_to_right_is_left_as_it_is(text: str) -> None:
    assert isolated(text) == text
    assert filled("{name} wants to send you 6 files", name=text)[: len(text)] == text
    assert joined((text, "1.9 GB")) == f"{text} · 1.9 GB"


@pytest.mark.parametrize("name", ["רות", "photos של רות", "ليلى", "١٢", "x ١"])
def test_what_is_written_from_right_to_left_does_not_move_what_stands_around_it(name: str) -> None:
    sentence = filled("{name} wants to send you {files} files", name=name, files=6)
    assert sentence == f"\u2068{name}\u2069 wants to send you 6 files"
    line = joined((name, "1.9 GB", filled("goes to {folder}", folder=name)))
    assert line == f"\u2068{name}\u2069 · 1.9 GB · goes to \u2068{name}\u2069"


def test_a_sentence_written_from_right_to_left_does_not_move_what_is_filled_in() -> None:
    assert filled("{name} שולח {files}", name="Lea (2)", files="6") == (
        "\u2068Lea (2)\u2069 שולח \u20686\u2069"
    )


def test_what_is_isolated_is_not_isolated_once_more() -> None:
    assert isolated(isolated("רות")) == isolated("רות")
    inner = filled("{name} ({computer})", name="רות", computer="desk")
    assert filled("Remove {name}?", name=inner) == "Remove \u2068רות\u2069 (desk)?"
    outer = filled("הסר את {name}", name=inner)
    assert outer == "הסר את \u2068\u2068רות\u2069 (desk)\u2069"
    assert isolated(f"\u2068{outer}\u2069") == f"\u2068{outer}\u2069"


RIGHT_TO_LEFT = st.text(
    st.one_of(
        st.characters(min_codepoint=0x5D0, max_codepoint=0x64A),
        st.sampled_from("אבג ١٢ab12()[]·.…⟨\u2068\u2069\u202e\u200f"),
    )
)


def outside(text: str) -> str:
    """Return what stands outside of isolates, each of which has its end."""
    found, depth = [], 0
    for point in text:
        if point == "\u2068":
            depth += 1
        elif point == "\u2069":
            depth -= 1
            assert depth >= 0
        elif depth == 0:
            found.append(point)
    assert depth == 0
    return "".join(found)


@given(RIGHT_TO_LEFT, ANY_TEXT, st.integers(4, 40))
def test_whatever_comes_turns_no_sentence_and_ends_its_isolates(
    one: str, other: str, limit: int
) -> None:
    texts = safe_text(one, limit), safe_text(other, limit)
    shown = joined((filled("{one} and {other} (6)", one=texts[0], other=texts[1]), *texts))
    assert shown.replace("\u2068", "").replace("\u2069", "") == (
        f"{texts[0]} and {texts[1]} (6) · {texts[0]} · {texts[1]}"
    )
    left = outside(shown)
    assert not {unicodedata.bidirectional(point) for point in left} & {"R", "AL", "AN"}
    assert all(part in left for part in (" and ", " (6) · ", " · "))


def test_a_sentence_keeps_its_isolates_and_hides_nothing_else() -> None:
    sentence = filled("No friend is called “{name}”:\n look \u202e", name="רות")
    shown = "No friend is called “\u2068רות\u2069”: look ⟨U+202E⟩"
    assert safe_sentence(sentence, 1000) == shown


@given(ANY_TEXT, st.integers(4, 40))
def test_a_sentence_without_isolates_is_shown_as_any_text(text: str, limit: int) -> None:
    bare = text.replace("\u2068", "").replace("\u2069", "")
    assert safe_sentence(bare, 1000) == safe_text(bare, 1000)
    assert len(safe_sentence(text * 20, limit)) <= limit * 16


def test_a_text_to_read_keeps_its_lines_and_blanks() -> None:
    text = "Dear  Anna,\r\n\n\tsee you\u2028there\n"
    assert list(safe_lines(text)) == ["Dear  Anna,", "", "    see you", "there"]


def test_a_text_to_read_cannot_move_the_cursor_or_turn_around() -> None:
    (line,) = safe_lines("a\x1b[2J\u202eb\0")
    assert line == "a⟨U+001B⟩[2J⟨U+202E⟩b⟨U+0000⟩"


@given(st.text())
def test_every_line_to_read_is_what_a_line_may_show(text: str) -> None:
    for line in safe_lines(text):
        assert not any(unicodedata.category(each) in ("Cc", "Cs") for each in line)
        assert not set(line) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2069")


@given(st.lists(st.text(st.characters(min_codepoint=32, max_codepoint=126))))
def test_plain_lines_to_read_stay_as_they_are(lines: list[str]) -> None:
    assert list(safe_lines("".join(line + "\n" for line in lines))) == lines
