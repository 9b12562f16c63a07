"""The inputs that are kept: few, small, and each run again by the tests."""

from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"


def kept_inputs(target: str) -> list[Path]:
    """Return the files of a target, in order."""
    return sorted((CORPUS / target).iterdir())
