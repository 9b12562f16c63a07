"""Texts from outside are judged before anybody sees them, and nothing takes one for markup.

Of what shows anything the code itself is read: a label or a tool tip that is made otherwise than
the rest, or a name that is shown as it came, is found here before anybody has to see it.
"""

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

from tests.helpers.checkout import APP

SHOWING = ("gui", "cli", "desktop", "wording", "demo", "main", "__main__.py")
JUDGES = {
    *("safe_text", "safe_lines", "shown_text", "person_name", "computer_name", "folder_name"),
    *("title", "heading", "progress_text"),
}
"""What a text goes through before it is shown; the last three are the terminal's, and judge it."""

MARKUP = {
    *("RichText", "AutoText", "MarkdownText", "setHtml", "insertHtml", "appendHtml", "setMarkdown"),
    *("QTextEdit", "QTextBrowser", "QTextDocument", "QStaticText", "QWebEngineView"),
    *("QErrorMessage", "QWhatsThis", "setWhatsThis", "setStatusTip", "QSystemTrayIcon"),
    *("setInformativeText", "setDetailedText", "setOpenExternalLinks", "showMessage"),
}
"""What takes text for markup, or may."""

THINGS = {
    *("transfer", "friend", "friends", "pairing", "introduced", "introducer", "nearby", "profile"),
    *("backup", "network", "other", "item", "problem", "newcomer", "me", "stored"),
}
"""How values of domain/ are called; rows of the window are made of texts that were judged."""
ROWS_OF_THE_TERMINAL = {"row"}
FROM_OUTSIDE = {
    *("title", "note", "name", "computer", "introduced_by", "path", "friend_name", "introducer"),
    "text",
}

RAW = {
    # What scripts read is JSON in ASCII, and must say what there is.
    "cli/json_lines.py": "any",
    "cli/transfer_fields.py": "any",
    # An Output judges what it is told.
    "cli/present.py": "friend_name names",
    "cli/identity.py": "_tell",
    "cli/send.py": "_check",
    # What is typed, or was set, is compared with what there is.
    "cli/people.py": "_changes look_nearby",
    "cli/pairing.py": "_appeared _wants",
    "cli/choosing.py": "entries_chosen",
    # A row of the window, whatever it is called: it was judged when it was made.
    "gui/doubt_dialogs.py": "_ask_name",
    "gui/identity_dialog.py": "__init__",
    # By these rows are put together, ordered, or looked for; nobody sees them.
    "gui/circle.py": "_renew",
    "gui/person_row.py": "person_key",
    "gui/transfer_list_model.py": "_order_of",
    "gui/transfer_row.py": "shown_title transfer_icon",
    # Judged in the next line.
    "gui/pairing_words.py": "person_shown",
    "wording/failures.py": "code_sentence",
    # The order that follows is about that file.
    "gui/backup_dialogs.py": "_ask_whether",
    # What the user types into a field, as they typed it.
    "gui/you_section.py": "show_profile",
    "gui/first_run_dialog.py": "__init__ name computer",
    # An order: nobody sees it.
    "gui/first_run.py": "_finished _begin",
}
"""Where something from outside is read without being judged there: functions, by module."""

TOOL_TIPS_OF_OURS = {
    "gui/notice_card.py": "one word of ours",
    "gui/transfer_list_view.py": "what a button does, of a table of our own words",
    "gui/widgets.py": "what an icon stands for; every other tool tip in it is escaped",
    "gui/transfer_orders.py": "one word of ours",
    "gui/tray_icon.py": "how many wait and run, in words of ours alone",
}
TERMINAL = ("std", "stream", "_out", "_err")
STREAMS = {
    "cli/terminal.py": "error _say invite",
    "cli/json_lines.py": "_write",
    "demo/show.py": "_say _say_beside show",
    "main/report.py": "report",
    "__main__.py": "_refuse",
}
"""Who writes to the terminal: sentences of wording, and of the command line's Output."""


class Scan:
    """One module, read as code."""

    def __init__(self, path: Path) -> None:
        self.name = path.relative_to(APP).as_posix()
        self.tree = ast.parse(path.read_bytes(), path.name)
        self._parents = {
            child: parent
            for parent in ast.walk(self.tree)
            for child in ast.iter_child_nodes(parent)
        }

    def calls(self, *names: str) -> Iterator[ast.Call]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and _last_name(node.func) in names:
                yield node

    def above(self, node: ast.AST) -> Iterator[ast.AST]:
        parent = self._parents.get(node)
        while parent is not None:
            yield parent
            parent = self._parents.get(parent)

    def place(self, node: ast.AST) -> str:
        """Return the function that something stands in."""
        kinds = ast.FunctionDef | ast.AsyncFunctionDef
        return next((each.name for each in self.above(node) if isinstance(each, kinds)), "")

    def is_only_looked_at(self, node: ast.AST) -> bool:
        """Say whether something is only compared, or asked whether it is there."""
        below = node
        for each in self.above(node):
            if isinstance(each, ast.Compare) or _is_condition(each, below):
                return True
            if isinstance(each, ast.Call) and _last_name(each.func) == "bool":
                return True
            below = each
        return False


def _is_condition(statement: ast.AST, part: ast.AST) -> bool:
    kinds = ast.If | ast.IfExp | ast.While | ast.match_case
    if not isinstance(statement, kinds):
        return False
    return part is (statement.guard if isinstance(statement, ast.match_case) else statement.test)


def _last_name(node: ast.AST) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


@functools.cache
def scanned(path: Path) -> Scan:
    return Scan(path)


def scans(*places: str) -> list[Scan]:
    paths = [path for each in places for path in sorted((APP / each).rglob("*.py"))]
    paths += [APP / each for each in places if each.endswith(".py")]
    assert len(paths) >= len(places)
    return [scanned(path) for path in paths]


def is_listed(scan: Scan, node: ast.AST, listed: dict[str, str]) -> bool:
    functions = listed.get(scan.name, "").split()
    return "any" in functions or scan.place(node) in functions


def test_whatever_comes_from_outside_is_judged_where_it_is_read_to_be_shown() -> None:
    raw = []
    for scan in scans(*SHOWING):
        things = THINGS | ROWS_OF_THE_TERMINAL if scan.name.startswith("cli/") else THINGS
        for node in ast.walk(scan.tree):
            if not isinstance(node, ast.Attribute) or node.attr not in FROM_OUTSIDE:
                continue
            thing = _last_name(node.value).lstrip("_")
            if thing not in things or (thing, node.attr) == ("introduced", "introducer"):
                continue
            above = scan.above(node)
            is_judged = any(
                isinstance(each, ast.Call) and _last_name(each.func) in JUDGES for each in above
            )
            if (
                not is_judged
                and not scan.is_only_looked_at(node)
                and not is_listed(scan, node, RAW)
            ):
                raw.append(f"{scan.name} {scan.place(node)}: {ast.unparse(node)}")
    assert raw == []


def test_no_list_of_exceptions_is_longer_than_it_need_be() -> None:
    functions = {
        (scan.name, node.name)
        for scan in scans(*SHOWING)
        for node in ast.walk(scan.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    listed = {
        (name, function)
        for exceptions in (RAW, STREAMS)
        for name, names in exceptions.items()
        for function in names.split()
        if function != "any"
    }
    assert listed <= functions


def test_no_sentence_and_no_line_is_put_together_in_a_way_that_lets_a_name_turn_it() -> None:
    """What is filled in or joined is isolated by domain/text.py; on the terminal, each name is."""
    made = {
        f"{scan.name} {scan.place(call)}"
        for scan in scans("wording", "gui", "cli")
        for call in scan.calls("format", "format_map", "join")
        if isinstance(call.func, ast.Attribute)
        and (call.func.attr != "join" or ast.unparse(call.func.value) == "' · '")
    }
    assert made == {
        # A command in it is to be copied and typed as it stands.
        "wording/errors.py error_sentence",
        # What a clipboard's formats are called.
        "gui/secret_text.py ",
    }
    found = [
        f"{scan.name} {scan.place(node)}: {ast.unparse(value)}"
        for scan in scans("wording", "gui")
        for node in ast.walk(scan.tree)
        if isinstance(node, ast.JoinedStr) and len(node.values) > 1
        for value in node.values
        if isinstance(value, ast.FormattedValue)
        and (
            ast.unparse(value.value).endswith((".name", ".title", ".person", ".computer", ".note"))
            or (isinstance(value.value, ast.Call) and _last_name(value.value.func) in JUDGES)
        )
    ]
    assert found == []
    judges = {scan.name for scan in scans("cli") for _ in scan.calls("safe_text")}
    assert judges == {"cli/names.py"}


def test_nothing_in_the_window_takes_text_for_markup() -> None:
    found = [
        f"{scan.name}: {_last_name(node)}"
        for scan in scans("gui", "main", "desktop")
        for node in ast.walk(scan.tree)
        if isinstance(node, ast.Attribute | ast.Name) and _last_name(node) in MARKUP
    ]
    # Of what it shows only the tool tip may be taken for markup, and that is of our own words.
    assert set(found) == {"gui/tray_icon.py: QSystemTrayIcon"}


def test_every_label_and_box_shows_plain_text() -> None:
    """Labels are made in one place, boxes in another; each says that its text is plain."""
    made = {
        (scan.name, _last_name(call.func))
        for scan in scans("gui", "main")
        for call in scan.calls("QLabel", "QMessageBox")
    }
    assert made == {("gui/widgets.py", "QLabel"), ("gui/problem_box.py", "QMessageBox")}
    for scan in scans("gui"):
        bases = {"QLabel", "QMessageBox"}
        makers = [
            node
            for node in ast.walk(scan.tree)
            if (isinstance(node, ast.ClassDef) and bases & set(map(_last_name, node.bases)))
            or (isinstance(node, ast.FunctionDef) and _makes(node, bases))
        ]
        for maker in makers:
            assert "setTextFormat(Qt.TextFormat.PlainText)" in ast.unparse(maker), maker.name


def _makes(function: ast.FunctionDef, kinds: set[str]) -> bool:
    return any(
        isinstance(node, ast.Call) and _last_name(node.func) in kinds for node in ast.walk(function)
    )


def test_every_tool_tip_is_escaped_or_of_our_own_words() -> None:
    """Qt takes a tool tip for markup as soon as it looks like some."""
    raw = []
    for scan in scans("gui", "main"):
        for call in scan.calls("setToolTip", "showText"):
            text = call.args[-1]
            is_escaped = isinstance(text, ast.Call) and _last_name(text.func) == "plain_tool_tip"
            if not is_escaped and scan.name not in TOOL_TIPS_OF_OURS:
                raw.append(f"{scan.name}: {ast.unparse(call)}")
        for node in ast.walk(scan.tree):
            if isinstance(node, ast.match_case) and "ToolTipRole" in ast.unparse(node.pattern):
                told = ast.unparse(ast.Module(node.body, []))
                if "plain_tool_tip(" not in told and "tool_tip(row)" not in told:
                    raw.append(f"{scan.name}: {told}")
    assert raw == []


def test_what_is_called_like_a_file_is_drawn_so_that_its_extension_is_seen() -> None:
    ways = {
        (scan.name, _last_name(call.func), ast.unparse(argument))
        for scan in scans("gui")
        for call in scan.calls("text", "file_name", "draw_text", "centred_text")
        for argument in call.args
        if ast.unparse(argument) in ("look.title", "row.look.title")
        or (scan.name == "gui/offered_files_view.py" and ast.unparse(argument) == "row.name")
    }
    assert ways == {
        ("gui/transfer_list_delegate.py", "file_name", "look.title"),
        ("gui/history_painter.py", "file_name", "look.title"),
        ("gui/offered_files_view.py", "file_name", "row.name"),
    }


def test_only_places_on_this_computer_are_opened() -> None:
    opened = [
        ast.unparse(call.args[0])
        for scan in scans(*SHOWING)
        for call in scan.calls("openUrl", "startfile")
    ]
    assert opened == ["QUrl.fromLocalFile(path)"]


def test_few_places_write_to_the_terminal() -> None:
    found = []
    for scan in scans(*SHOWING):
        for call in scan.calls("print", "write"):
            to = ast.unparse(call.func)
            is_stream = to == "print" or any(each in to for each in TERMINAL)
            if is_stream and "stdin" not in to and not is_listed(scan, call, STREAMS):
                found.append(f"{scan.name} {scan.place(call)}: {to}")
    assert found == []


def test_a_log_entry_is_a_sentence_of_ours_and_its_parts_are_judged_by_the_one_formatter() -> None:
    """Nothing from outside is ever the pattern; whatever is filled in, the formatter escapes."""
    levels = ("debug", "info", "warning", "error", "exception", "critical")
    patterns, formatters = [], set()
    for scan in scans(""):
        for call in scan.calls(*levels):
            is_log = _last_name(getattr(call.func, "value", call)).strip("_") in ("logger", "log")
            if is_log and not isinstance(call.args[0], ast.Constant):
                patterns.append(f"{scan.name}: {ast.unparse(call)}")
        for call in scan.calls("Formatter", "basicConfig", "StreamHandler", "FileHandler"):
            formatters.add((scan.name, _last_name(call.func)))
    assert patterns == []
    assert formatters == {
        ("storage/log_file.py", "Formatter"),
        ("cli/performing.py", "StreamHandler"),
    }


def test_no_pattern_to_be_filled_in_comes_from_outside() -> None:
    found = [
        f"{scan.name}: {ast.unparse(node)}"
        for scan in scans("")
        for node in ast.walk(scan.tree)
        if isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Mod)
        and isinstance(node.left, ast.Attribute)
        and node.left.attr in FROM_OUTSIDE
    ]
    found += [
        f"{scan.name}: {ast.unparse(call)}"
        for scan in scans(*SHOWING)
        for call in scan.calls("format", "format_map")
        if isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Attribute)
        and call.func.value.attr in FROM_OUTSIDE
    ]
    assert found == []
