"""What a running service is told from outside."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from .access import AccessSettings
from .query_limits import QueryLimits
from .workers.pool import Limits

if TYPE_CHECKING:
    from pathlib import Path

    from .workers.sources import Policy

MEBIBYTE: Final = 1024 * 1024
GIBIBYTE: Final = 1024 * MEBIBYTE


@dataclass(frozen=True)
class ServiceSettings:
    """The store that is served, by which policy, by how many workers, and the limits (bytes, seconds)."""

    store: Path
    policy: Policy = "governed"
    workers: int = (os.cpu_count() or 2) + 2
    reading: Limits = field(default_factory=Limits)
    writing: Limits = field(default_factory=lambda: Limits(seconds=120.0, memory=2 * GIBIBYTE, patience=30.0))
    queries: QueryLimits = field(default_factory=QueryLimits)
    largest_body: int = 64 * MEBIBYTE
    body_seconds: float = 60.0
    cached: int = 64 * MEBIBYTE
    access: AccessSettings = field(default_factory=AccessSettings)
    log_queries: bool = False
