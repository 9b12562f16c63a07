"""Where the checkout's parts are, for tests about the checkout itself."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
APP = ROOT / "app/byhand"
RESOURCES = ROOT / "resources"
REQUIREMENTS = ROOT / "packaging/requirements.txt"
DEV = ROOT / "packaging/dev"
