"""The bundle of scripts that is made when the package is built, and that may be missing."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_STAMP: Final = Path(__file__).resolve().parent / "static" / "bundle" / "stamp"


def is_bundled() -> bool:
    """Tell whether the scripts are there."""
    return _STAMP.is_file()
