import pytest
from hypothesis import given
from hypothesis import strategies as st

from byhand.domain.local_names import (
    WINDOWS_UNITS,
    Caution,
    System,
    acts_by_itself,
    caution_about,
    is_program,
    is_refused_base,
    local_name,
)
from byhand.domain.names import check_component, cleaned_component, collision_key

DOS = [System.WINDOWS, System.FAT]


@pytest.mark.parametrize("system", DOS)
@pytest.mark.parametrize(
    ("name", "saved"),
    [
        *(("C:x", "C_x"), ("a:$DATA", "a_$DATA"), ("a::$INDEX_ALLOCATION", "a__$INDEX_ALLOCATION")),
        *(('<>:"|?*', "_______"), ("a.", "a_"), ("a...", "a___"), ("...", "___")),
        *(("CON", "_CON"), ("con.txt", "_con.txt"), ("Nul.tar.gz", "_Nul.tar.gz")),
        *(("COM1", "_COM1"), ("com¹", "_com¹"), ("LPT³.x", "_LPT³.x"), ("CONIN$", "_CONIN$")),
        *(("aux .txt", "_aux .txt"), ("COM10", "COM10"), ("COM0", "COM0"), ("icon", "icon")),
        *(("PROGRA~1", "PROGRA~1"), ("naïve.txt", "naïve.txt"), (".x", ".x")),
    ],
)
def test_N06_names_that_a_dos_system_cannot_keep_are_changed(
    name: str, saved: str, system: System
) -> None:
    check_component(name)
    assert local_name(name, system) == saved


@pytest.mark.parametrize(
    "name",
    [
        *("x" * 239 + "." + "y" * 15, "x" * 237 + ".." + "z" * 16, "con" + " " * 248 + "x"),
        *("con" + " " * 245 + "x.txt", "aux." + "y" * 236 + "." + "z" * 14, "文" * 84 + ".."),
        *("nul" + " " * 236 + "." + "y" * 10, "lpt¹." + "x" * 230 + "." * 19, "a" * 254 + ":"),
    ],
)
@pytest.mark.parametrize("system", DOS)
def test_N07_what_is_cut_to_fit_ends_as_a_dos_system_keeps_it(name: str, system: System) -> None:
    check_component(name)
    saved = local_name(name, system)
    assert not saved.endswith((".", " "))
    assert saved.partition(".")[0].rstrip().casefold() not in {"con", "aux", "nul", "lpt¹"}
    assert local_name(saved, system) == saved


def test_linux_saves_every_name_as_it_travelled() -> None:
    for name in ["C:x", "CON", "a.", "-rf", '<>:"|?*', "~"]:
        assert local_name(name, System.LINUX) == name


def test_macos_has_no_colon_in_names() -> None:
    assert local_name("a:b*", System.MACOS) == "a_b*"


NAMES = st.text(
    st.one_of(st.characters(), st.sampled_from('<>:"|?*. conaux1¹$~')), max_size=300
).map(cleaned_component)


@given(NAMES, st.sampled_from(System))
def test_N20_the_mapping_is_idempotent_and_stays_a_name(name: str, system: System) -> None:
    saved = local_name(name, system)
    assert local_name(saved, system) == saved
    check_component(saved)
    if system in DOS:
        assert not saved.endswith((".", " "))
        assert not set('<>:"|?*') & set(saved)


@given(NAMES)
def test_on_windows_a_name_has_room(name: str) -> None:
    assert len(local_name(name, System.WINDOWS).encode("utf-16-le")) // 2 <= WINDOWS_UNITS


def test_a_long_name_keeps_its_extension_on_windows() -> None:
    assert local_name("x" * 251 + ".txt", System.WINDOWS) == "x" * 236 + ".txt"


@pytest.mark.parametrize(
    "name",
    [
        *("autorun.inf", "desktop.ini", "Desktop.INI", "x.lnk", "x.desktop", ".DS_Store", "a.URL"),
        *("Thumbs.db", "folder.htt", "a.scf", "a.library-ms", "x.lnk.", "x.l\u200dnk"),
    ],
)
def test_N11_files_that_act_unopened_deserve_a_warning(name: str) -> None:
    assert acts_by_itself(name)
    assert is_program(name)


@pytest.mark.parametrize(
    "name",
    [
        *("a.exe", "A.EXE", "a.txt.bat", "x.sh", "x.AppImage", "s.scr.", "help.chm", "disk.vhdx"),
        *("a.settingcontent-ms", "a.appref-ms", "a.jnlp", "a.inetloc", "a.terminal", "a.scpt"),
        *("sheet.XLSM", "a.xll", "a.flatpakref", "a.msixbundle", "a.mobileconfig", "a.pyz"),
    ],
)
def test_programs_are_known_by_their_extension(name: str) -> None:
    assert is_program(name)
    assert not acts_by_itself(name)


@given(st.text() | NAMES)
def test_a_plain_name_is_judged_as_any_other(name: str) -> None:
    key = collision_key(name)
    assert is_program(name) is is_program(key)
    assert acts_by_itself(name) is acts_by_itself(key)


@pytest.mark.parametrize(
    ("name", "is_executable", "caution"),
    [
        ("setup.exe", False, Caution.PROGRAM),
        ("build", True, Caution.PROGRAM),
        ("desktop.ini", True, Caution.ACTS_BY_ITSELF),
        (".bashrc", False, Caution.HIDDEN),
        (".run.sh", False, Caution.PROGRAM),
        ("build", False, None),
    ],
)
def test_N11_what_deserves_a_warning_is_said_beside_the_name(
    name: str, is_executable: bool, caution: Caution | None
) -> None:
    assert caution_about(name, is_executable=is_executable) is caution


@pytest.mark.parametrize("name", ["exe", "a.txt", "lnk", "photo.jpg", ".ssh", "notes.exe.txt"])
def test_other_files_are_neither(name: str) -> None:
    assert not is_program(name)
    assert not acts_by_itself(name)


@pytest.mark.parametrize(
    "path",
    [
        *("/home/ada", "/", "/home", "/etc", "/etc/cron.d", "/usr/local/bin", "/home/ada/.ssh"),
        *("/home/ada/.config/autostart", "/home/ada/.local/share/x", "/boot", "/proc/1", "/dev"),
        *("/tmp/autostart", "/var/spool/cron", "/home/ada/Library/LaunchAgents", "/run/systemd"),
    ],
)
def test_places_that_act_or_belong_to_the_system_are_refused(path: str) -> None:
    assert is_refused_base(path, "/home/ada")


@pytest.mark.parametrize(
    "path",
    [
        *("/home/ada/Downloads", "/tmp", "/tmp/x", "/dev/shm", "/dev/shm/x", "/mnt/disk"),
        *("/run/media/ada/STICK", "/home/ada/autostart/x", "/libraries/x", "/home/bob", "/media/x"),
    ],
)
def test_other_places_may_be_received_into(path: str) -> None:
    assert not is_refused_base(path, "/home/ada")
