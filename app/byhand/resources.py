"""Where the icons, fonts and tokens are: inside an installed package, else in the checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_INSTALLED = _PACKAGE / "_resources"
_CHECKOUT = _PACKAGE.parents[1] / "resources"


def resource_path(relative: str) -> Path:
    """Return the file or folder `relative` ("icons/send.svg") of our resources.

    Raises FileNotFoundError when it is not there: the installation is incomplete.
    """
    path = _root() / relative
    if not path.exists():
        raise FileNotFoundError(f"This installation of Byhand is incomplete: {path} is missing")
    return path


def _root() -> Path:
    return _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
