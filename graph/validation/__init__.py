"""Validation: the shapes applied to a graph by pySHACL, to all of it or to what a change can affect."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .shapes import Shapes

__all__ = ["Shapes"]


def __getattr__(name: str) -> object:
    """Import pySHACL when it is needed: it takes longer than all the rest, and queries do without it."""
    if name in __all__:
        return getattr(import_module(".shapes", __name__), name)
    raise AttributeError(name)
