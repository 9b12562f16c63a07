"""How a name that travelled is saved on a given system, and which names deserve a warning."""

import re
from collections.abc import Sequence
from enum import StrEnum

from byhand.domain.names import COMPONENT_BYTES, collision_key, fitted

WINDOWS_UNITS = 240
"""A component's longest length on Windows, in UTF-16 units."""


class System(StrEnum):
    """Whose rules for names the target keeps; FAT stands for vfat, exFAT and NTFS anywhere."""

    LINUX = "linux"
    MACOS = "macos"
    WINDOWS = "windows"
    FAT = "fat"


_DEVICE_NUMBERS = "123456789¹²³"
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in _DEVICE_NUMBERS}
)
_DOS_SYSTEMS = frozenset({System.WINDOWS, System.FAT})
_REPLACED = {
    System.MACOS: re.compile(":"),
    System.WINDOWS: re.compile('[<>:"|?*]'),
    System.FAT: re.compile('[<>:"|?*]'),
}
_TRAILING = re.compile(r"[. ]+\Z")


def local_name(component: str, system: System) -> str:
    """Return what a name that keeps the wire rule is saved as."""
    if system is System.LINUX:
        return component
    name = _REPLACED[system].sub("_", component)
    if system not in _DOS_SYSTEMS:
        return name
    # Judged as it is cut: the cut may bare a dot or a space, or leave a device of "con … x".
    name = _cut(name, system)
    return _cut("_" + name, system) if _is_device(name) else name


_ACTING_NAMES = frozenset(
    {"desktop.ini", "thumbs.db", ".ds_store", "autorun.inf", "folder.htt", ".directory"}
)
_ACTING_EXTENSIONS = frozenset({"lnk", "url", "scf", "library-ms", "search-ms", "desktop"})
_PROGRAM_EXTENSIONS = frozenset(
    {
        *("apk", "app", "appimage", "bash", "bin", "command", "csh", "deb", "dmg", "elf", "fish"),
        *("jar", "ksh", "lua", "out", "pkg", "pl", "py", "pyc", "pyw", "rb", "rpm", "run", "sh"),
        *("so", "workflow", "xpi", "zsh"),
        *("appx", "bat", "cmd", "com", "cpl", "dll", "exe", "gadget", "hta", "inf", "ins", "iso"),
        *("js", "jse", "msc", "msi", "msix", "msp", "mst", "pif", "ps1", "psm1", "reg", "scr"),
        *("sct", "sys", "vb", "vbe", "vbs", "ws", "wsf", "wsh"),
        # Installers, images of disks that open by themselves, and links that start something.
        *("appinstaller", "application", "appref-ms", "appxbundle", "crx", "flatpak"),
        *("flatpakref", "img", "mobileconfig", "mpkg", "msixbundle", "msu", "snap", "vhd", "vhdx"),
        *("fileloc", "inetloc", "rdp", "searchconnector-ms", "webloc", "website"),
        # What another program runs when it opens it, macros of documents among them.
        *("action", "chm", "class", "diagcab", "hlp", "jnlp", "kext", "prefpane", "ps1xml", "pyz"),
        *("pyzw", "scpt", "scptd", "settingcontent-ms", "terminal", "theme", "themepack", "tool"),
        *("vsto", "wsc", "xbap", "xll"),
        *("docm", "dotm", "potm", "ppam", "ppsm", "pptm", "sldm", "xlam", "xlsb", "xlsm", "xltm"),
    }
)


class Caution(StrEnum):
    """What deserves a warning beside the name of a file that is offered."""

    PROGRAM = "program"
    ACTS_BY_ITSELF = "acts_by_itself"
    HIDDEN = "hidden"


def caution_about(name: str, *, is_executable: bool = False) -> Caution | None:
    """Return what is to be said of a file of this name, one that would be executable or not."""
    if acts_by_itself(name):
        return Caution.ACTS_BY_ITSELF
    if could_run(name, is_executable=is_executable):
        return Caution.PROGRAM
    return Caution.HIDDEN if name.startswith(".") else None


def acts_by_itself(name: str) -> bool:
    """Say whether a file of this name may act without being opened; shown with a warning."""
    return _acts(_key(name))


def is_program(name: str) -> bool:
    """Say whether a file of this name runs something when opened; never accepted by itself."""
    key = _key(name)
    return _acts(key) or _extension(key) in _PROGRAM_EXTENSIONS


def could_run(name: str, *, is_executable: bool) -> bool:
    """Say whether a file would be a program here, by its name or by being executable."""
    return is_executable or is_program(name)


# Below these nothing is received; the inner ones are where people and tests do keep files.
REFUSED_TREES = (
    *("/bin", "/boot", "/dev", "/etc", "/lib", "/lib32", "/lib64", "/libx32", "/proc", "/run"),
    *("/sbin", "/sys", "/usr", "/var/lib", "/var/spool"),
    *("/Applications", "/Library", "/System"),
)
ALLOWED_TREES = ("/dev/shm", "/run/media", "/run/user")  # noqa: S108  # nothing is made there
REFUSED_BASES = ("/", "/home", "/opt", "/srv", "/Users", "/var")
"""Folders that nothing is received into directly; what lies in them may be fine."""
REFUSED_PLACES = (
    ("autostart",),
    ("start menu", "programs", "startup"),
    ("library", "launchagents"),
    ("library", "launchdaemons"),
)
"""Folders, by the end of their path in lower case, whose files the system runs by itself."""


def is_refused_base(path: str, home: str) -> bool:
    """Say whether nothing may be received into a folder; both paths absolute and normalised."""
    if path == home or path in REFUSED_BASES:
        return True
    components = tuple(path.casefold().strip("/").split("/"))
    if any(component.startswith(".") for component in components):
        return True
    if any(components[-len(place) :] == place for place in REFUSED_PLACES):
        return True
    return _is_in(path, REFUSED_TREES) and not _is_in(path, ALLOWED_TREES)


def _cut(name: str, system: System) -> str:
    """Return a name as long as a DOS system takes, and with an end that it keeps."""
    limit = COMPONENT_BYTES
    cut = fitted(name, limit)
    while system is System.WINDOWS and _units(cut) > WINDOWS_UNITS:
        limit -= 1
        cut = fitted(name, limit)
    return _TRAILING.sub(lambda match: "_" * len(match[0]), cut)


def _is_device(name: str) -> bool:
    return name.partition(".")[0].rstrip().casefold() in _DEVICES


def _units(name: str) -> int:
    return len(name.encode("utf-16-le")) // 2


def _acts(key: str) -> bool:
    return key in _ACTING_NAMES or _extension(key) in _ACTING_EXTENSIONS


def _key(name: str) -> str:
    # The same, at a third of the cost: a million names are looked at before anybody is asked.
    return name.lower().rstrip(". ") if name.isascii() else collision_key(name)


def _extension(key: str) -> str:
    return key.rpartition(".")[2] if "." in key else ""


def _is_in(path: str, trees: Sequence[str]) -> bool:
    return any(path == tree or path.startswith(tree + "/") for tree in trees)
