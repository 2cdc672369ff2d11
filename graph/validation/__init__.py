"""Validation: the shapes applied to a graph by pySHACL, to all of it or to what a change can affect."""

from .shapes import Shapes

__all__ = ["Shapes"]
