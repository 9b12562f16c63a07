"""A base folder that is not there: removed, or on a disk that was pulled out."""

from pathlib import Path

from byhand.storage.base_folder import is_removed


def test_a_folder_is_removed_only_if_its_disk_is_there_without_it(tmp_path: Path) -> None:
    device = tmp_path.stat().st_dev
    folder = tmp_path / "stick" / "Downloads"
    assert is_removed(str(folder), device)
    assert not is_removed(str(folder), device + 1), "it was on another disk"
    folder.parent.mkdir()
    folder.symlink_to("nowhere")
    assert not is_removed(str(folder), device), "something has its name"
