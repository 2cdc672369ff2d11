"""The line between the service and a worker: whole messages, one after another, some of them with an open file.

A message is its length, in eight bytes, and a pickled record. Whoever must not wait takes it bit by bit, as it comes.
Each end speaks only when the other has spoken, so that what has come is never more than one message.
"""

from __future__ import annotations

import pickle
import select
import socket
import struct
from typing import Any, Final, TypeAlias

Message: TypeAlias = tuple[Any, int | None]
"""A record, and the file that came with it."""
_LENGTH: Final = struct.Struct("!Q")
_FILE: Final = struct.Struct("i")
_ROOM_FOR_A_FILE: Final = socket.CMSG_SPACE(_FILE.size)
_AT_FIRST, _AT_ONCE = 16 * 1024, 256 * 1024
"""Bytes that are taken at once: room for more costs the system a call, and more than it keeps on its way is no use."""


def line() -> tuple[Line, Line]:
    """Make a line, and give its two ends."""
    ours, theirs = socket.socketpair()
    return Line(ours), Line(theirs)


class Line:
    """One end of a line, for one thread."""

    def __init__(self, end: socket.socket) -> None:
        self._end = end
        self._came = bytearray()
        self._file: int | None = None

    def fileno(self) -> int:
        """Give the number by which the system can tell that something has come."""
        return self._end.fileno()

    def send(self, record: object, file: int | None = None) -> None:
        """Send a record, and perhaps a file with it; raises OSError where the other end is gone."""
        data = pickle.dumps(record, pickle.HIGHEST_PROTOCOL)
        length = _LENGTH.pack(len(data))
        parts = [length, data]
        sent = self._end.sendmsg(parts) if file is None else socket.send_fds(self._end, parts, [file])
        if sent < len(length) + len(data):
            self._send_rest(memoryview(b"".join(parts))[sent:])

    def receive(self) -> Message:
        """Wait for a message; raises EOFError or OSError where the other end is gone."""
        while True:
            try:
                message = self._take(0)
            except BlockingIOError:
                self._wait(select.POLLIN)
            else:
                if message is not None:
                    return message

    def take(self) -> Message | None:
        """Take what has come, without waiting, and give the message when it is whole; raises as above."""
        try:
            return self._take(socket.MSG_DONTWAIT)
        except BlockingIOError:
            return None

    def close(self) -> None:
        """Close this end."""
        self._end.close()

    def _send_rest(self, data: memoryview) -> None:
        while data:
            try:
                data = data[self._end.send(data) :]
            except BlockingIOError:
                self._wait(select.POLLOUT)

    def _wait(self, event: int) -> None:
        """Wait as a socket does by itself, unless an event loop watched it: uvloop has it wait no more."""
        news = select.poll()
        news.register(self._end, event)
        news.poll()

    def _take(self, flags: int) -> Message | None:
        size = _AT_ONCE if self._came else _AT_FIRST
        data, beside, _, _ = self._end.recvmsg(size, _ROOM_FOR_A_FILE, flags)
        if not data:
            raise EOFError
        for _, _, number in beside:
            (self._file,) = _FILE.unpack(number[: _FILE.size])
        came: bytes | bytearray = data  # most messages come at once
        if self._came:
            self._came += data
            came = self._came
        if len(came) < _LENGTH.size or len(came) < _LENGTH.size + _LENGTH.unpack_from(came)[0]:
            if came is data:
                self._came = bytearray(data)
            return None
        file, self._came, self._file = self._file, bytearray(), None
        return pickle.loads(memoryview(came)[_LENGTH.size :]), file  # noqa: S301 - from our own process
