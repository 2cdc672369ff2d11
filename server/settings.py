"""What a running service is told from outside."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .access import AccessSettings
from .query_limits import QueryLimits
from .workers.pool import Limits

if TYPE_CHECKING:
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
    copies: int = 0
    """Bytes of memory for copies of the store, one for each worker and one that they are made from; 0: none."""
    access: AccessSettings = field(default_factory=AccessSettings)
    log_queries: bool = False

    @property
    def copy(self) -> int:
        """Bytes that one copy may take; 0 where none is made: plain stores keep no record of their changes."""
        return self.copies // (self.workers + 1) if self.policy == "governed" else 0


def usual_for_copies() -> int:
    """Give the bytes that copies of the store may take unless somebody says otherwise: a quarter of the memory."""
    try:
        there = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, OSError, ValueError):  # a system that does not tell
        return 0
    return min(there, _allotted() or there) // 4


def _allotted() -> int | None:
    """Give the bytes of memory that the control group of this process may take (cgroups, version 2), if it has such."""
    with suppress(OSError, ValueError):
        group = Path("/proc/self/cgroup").read_text(encoding="ascii").strip().rpartition("::")[2]
        return int(Path(f"/sys/fs/cgroup{group}/memory.max").read_text(encoding="ascii"))
    return None
