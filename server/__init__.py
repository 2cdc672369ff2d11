"""Mithaq over HTTP and on the command line: thin skins over ``mithaq.graph``."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .app import create_app
    from .settings import ServiceSettings

__all__ = ["ServiceSettings", "create_app"]

_HOMES: Final = {"ServiceSettings": ".settings", "create_app": ".app"}
"""Where they stand; they are imported when they are asked for, as most commands serve nothing."""

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Give what serves."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(importlib.import_module(_HOMES[name], __name__), name)
