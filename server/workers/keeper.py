"""Keeps a copy of the store in memory: has one made, moved on with the store, and made anew when it is lost or old."""

from __future__ import annotations

import logging
import threading
import time
from typing import TYPE_CHECKING, Final

from ..logs import MEMBERS
from .holder import Copied, Holder

if TYPE_CHECKING:
    from collections.abc import Callable

    from .sources import Source
    from .worker import Nursery

_LOOK: Final = 1.0
"""Seconds between two looks whether the copy is to be moved on."""
_SHORTEST: Final = 2.0
"""Seconds until a copy is made anew that was lost at once: twice as many each time."""
_LONGEST: Final = 3600.0
"""Seconds until then at most, and where the store is too large."""
_LAG: Final = 512 * 1024
"""Bytes of patches that a worker need not follow by itself: then a new one begins with a newer copy."""
_log: Final = logging.getLogger(__name__)


class Keeper:
    """Looks after the copy in a thread of its own; `renew` is called when workers are to begin with another one."""

    def __init__(self, source: Source, most: int, nursery: Nursery, largest: int, renew: Callable[[], None]) -> None:
        self._source, self._most, self._nursery, self._largest, self._renew = source, most, nursery, largest, renew
        self._closed = threading.Event()
        self._holders: list[Holder] = []
        self.in_use = False
        """Whether workers that are born, and those that were idle when the copy was made, begin with it."""
        threading.Thread(target=self._keep_always, daemon=True).start()

    def close(self) -> None:
        """Stop, and let go of all copies."""
        self._closed.set()
        for holder in list(self._holders):
            holder.end()

    def _keep_always(self) -> None:
        pause = _SHORTEST
        while not self._closed.is_set():
            begun = time.monotonic()
            copied = self._keep()
            if copied is Copied.WHOLE and time.monotonic() > begun + pause:
                pause = _SHORTEST
                continue
            pause = _LONGEST if copied is Copied.TOO_LARGE else min(2 * pause, _LONGEST)
            _log.info("another copy is made later", extra={MEMBERS: {"because": copied.value, "seconds": pause}})
            self._closed.wait(pause)

    def _keep(self) -> Copied:
        """Have a copy made, and keep it until it is lost, or so old that another one is to take its place."""
        begun = time.monotonic()
        holder, copied = self._made()
        if holder is None:
            self._use(None)
            return copied
        self._use(holder)
        _log.info("queries are answered from memory", extra={MEMBERS: {"seconds": round(time.monotonic() - begun, 1)}})
        if not self._is_old_after_following(holder):
            self._use(None)
        return copied

    def _made(self) -> tuple[Holder | None, Copied]:
        """Have a copy made, by a holder who is there as long as it is in use."""
        try:
            holder = Holder(self._source, self._largest, self._most)
        except OSError:  # too many files or processes for now
            return None, Copied.LOST
        self._holders.append(holder)
        if self._closed.is_set():
            holder.end()
        copied = holder.copied()
        return (holder if copied is Copied.WHOLE else None), copied

    def _use(self, holder: Holder | None) -> None:
        """Have workers begin with what a holder has, or without a copy, and end all other holders."""
        if holder is not self._nursery.holder:
            self._nursery.holder = holder
            self._renew()
        self.in_use = holder is not None
        for other in [each for each in self._holders if each is not holder]:
            other.end()
            self._holders.remove(other)

    def _is_old_after_following(self, holder: Holder) -> bool:
        """Move the copy on until it is lost or old, and tell which."""
        renewed = 0
        while not self._closed.wait(_LOOK):
            followed = holder.follow()
            if followed is None:
                return False
            if followed.old:
                return True
            if followed.applied - renewed > _LAG:
                renewed = followed.applied
                self._renew()
        return False
