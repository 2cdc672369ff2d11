"""Send responses through granian, from any thread, and notice clients that go away before theirs."""

from __future__ import annotations

import os
import time
from typing import IO, TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, Task

    from .rsgi import HeaderList, HttpProtocol

_UNNOTICED: Final = 0.04
"""Seconds that a request may take before anybody looks whether its client is still there."""
_UNTIL_OPENED: Final = 30.0
"""Seconds in which granian surely opens a file that it is to send."""


def send_bytes(protocol: HttpProtocol, status: int, headers: HeaderList, data: bytes) -> None:
    """Send a response whose body is there, or has no bytes."""
    if data:
        protocol.response_bytes(status, headers, data)
    else:
        protocol.response_empty(status, headers)


def send_file(
    protocol: HttpProtocol, status: int, headers: HeaderList, file: IO[bytes], loop: AbstractEventLoop
) -> None:
    """Send a response whose body is an open file, all of it; the caller may close the file."""
    kept = os.dup(file.fileno())
    protocol.response_file(status, headers, f"/dev/fd/{kept}")
    loop.call_soon_threadsafe(loop.call_later, _UNTIL_OPENED, os.close, kept)


class Departure:
    """Tells, when called during a block, whether a client has gone away; short requests are over before it looks."""

    def __init__(self, protocol: HttpProtocol, loop: AbstractEventLoop) -> None:
        self._protocol, self._loop = protocol, loop
        self._begun = time.monotonic()
        self._watching = self._over = self._gone = False
        self._notice: Task[None] | None = None

    def __call__(self) -> bool:
        """Tell whether the client has gone away, and begin to look; any thread may ask."""
        if not self._watching and time.monotonic() - self._begun > _UNNOTICED:
            self._watching = True
            self._loop.call_soon_threadsafe(self._watch)
        return self._gone

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._over = True
        if self._notice is not None:
            self._notice.cancel()

    def _watch(self) -> None:
        if not self._over:
            self._notice = self._loop.create_task(self._wait())

    async def _wait(self) -> None:
        await self._protocol.client_disconnect()
        self._gone = True
