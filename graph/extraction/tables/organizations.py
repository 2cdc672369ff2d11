"""International organizations and news agencies by name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from .rows import alternatives, rows_of


@dataclass(frozen=True, slots=True)
class OrganizationNames:
    """How news calls an organization, and its class in the ontology."""

    identifier: str
    english: str
    kind: str
    names: tuple[str, ...]


@cache
def organizations() -> tuple[OrganizationNames, ...]:
    """Read all organizations."""
    return tuple(
        OrganizationNames(identifier, english, kind, alternatives(names))
        for identifier, english, kind, names in rows_of("organizations")
    )
