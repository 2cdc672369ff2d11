"""Write log records as lines of JSON, one for each, so that programs can read them."""

from __future__ import annotations

import json
import logging
import sys
import threading
import time
from contextlib import nullcontext
from datetime import UTC, datetime
from multiprocessing.util import Finalize
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from collections.abc import Mapping

MEMBERS: Final = "members"
"""Under this name a record carries what its line says besides time, level and message."""
_GATHERING: Final = 0.05
"""Seconds in which records are gathered."""
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, default=str)


class JsonLines(logging.Formatter):
    """Formats a record as one line: an object with time, level, logger, message, and the members it carries."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the line, without its end."""
        members: Mapping[str, object] = getattr(record, MEMBERS, {})
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **members,
        }
        if record.exc_info:
            line["failure"] = self.formatException(record.exc_info)
        return _ENCODER.encode(line)


class Gathered(logging.Handler):
    """Writes records to a stream, some hundredths of a second later and several at once, so that nobody waits for it.

    What is more than information is written at once, and whatever is left when the process ends.
    """

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self.setFormatter(JsonLines())
        self._stream = stream
        self._records: list[logging.LogRecord] = []
        self._there_are_some = threading.Event()
        self._writer = threading.Thread(target=self._write_from_time_to_time, name="log", daemon=True)
        Finalize(None, self.flush, exitpriority=0)  # the processes of a service end without `logging.shutdown`

    def emit(self, record: logging.LogRecord) -> None:
        """Take a record."""
        self._records.append(record)
        if record.levelno > logging.INFO:
            self.flush()
        elif len(self._records) == 1:
            if self._writer.ident is None:
                self._writer.start()
            self._there_are_some.set()

    def flush(self) -> None:
        """Write what was gathered."""
        with self.lock or nullcontext():
            records, self._records = self._records, []
            try:
                self._stream.write("".join(f"{self.format(record)}\n" for record in records))
                self._stream.flush()
            except Exception:  # noqa: BLE001 - as `logging` itself does it
                self.handleError(records[0])

    def _write_from_time_to_time(self) -> None:
        while self._there_are_some.wait():
            time.sleep(_GATHERING)
            self._there_are_some.clear()
            self.flush()


def write_logs_as_json(stream: TextIO | None = None, level: int = logging.INFO) -> None:
    """Have all loggers of this process write to a stream, standard error where none is given."""
    handler = Gathered(stream or sys.stderr)
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("mithaq").setLevel(level)
