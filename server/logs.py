"""Write log records as lines of JSON, one for each, so that programs can read them."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from collections.abc import Mapping

MEMBERS: Final = "members"
"""Under this name a record carries what its line says besides time, level and message."""
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


def write_logs_as_json(stream: TextIO | None = None, level: int = logging.INFO) -> None:
    """Have all loggers of this process write to a stream, standard error where none is given."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("mithaq").setLevel(level)
