"""Which icon stands for a kind of file."""

from pathlib import PurePath

_SUFFIXES = {
    "archive": "7z bz2 gz rar tar tgz xz zip zst",
    "file-text": "doc docx epub md odt pdf rtf tex txt",
    "film": "avi m4v mkv mov mp4 mpeg mpg webm",
    "image": "avif bmp gif heic jpeg jpg png raw svg tif tiff webp",
    "music": "aac aiff flac m4a mp3 oga ogg opus wav",
}
_ICON_OF_SUFFIX = {
    suffix: icon for icon, suffixes in _SUFFIXES.items() for suffix in suffixes.split()
}


def kind_icon(name: str, *, is_folder: bool = False) -> str:
    """Return the icon of a folder, or of a file by the end of its name."""
    if is_folder:
        return "folder"
    suffix = PurePath(name).suffix.removeprefix(".").lower()
    return _ICON_OF_SUFFIX.get(suffix, "file")
