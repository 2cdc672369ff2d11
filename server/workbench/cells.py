"""Cells of tables as the scripts of the pages read them."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from ..iris import path_of

if TYPE_CHECKING:
    from ..result_tables import Cell


def as_object(cell: Cell) -> dict[str, str]:
    """Give a cell without what it does not have, with the address where there is more about it."""
    known = {name: value for name, value in asdict(cell).items() if value is not None}
    if cell.iri is not None:
        known["address"] = path_of(cell.iri) or cell.iri
    return known
