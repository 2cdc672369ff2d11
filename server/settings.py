"""What a running service is told from outside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class ServiceSettings:
    """The store that is served, and the limits of what a client may send (bytes)."""

    store: Path
    largest_body: int = 8 * MEBIBYTE
