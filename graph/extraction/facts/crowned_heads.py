"""Crowned heads without a realm: an Arabic name is none of a kingdom in Europe or the East."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from ...folding import folded
from ..tables.rows import alternatives, rows_of

if TYPE_CHECKING:
    from ..mentions.offices import Official
    from ..mentions.records import Thing

_EUROPEAN: Final = frozenset(
    (
        "united-kingdom",
        "spain",
        "belgium",
        "netherlands",
        "sweden",
        "norway",
        "denmark",
        "thailand",
        "cambodia",
        "japan",
    )
)


def is_of_another_tongue(official: Official, owner: Thing) -> bool:
    """Tell a crowned head with an Arabic name from those of a kingdom in Europe or the East."""
    office, person = official.office, official.person
    crowned = office is not None and office.identifier in ("king", "sultan", "emir", "crown-prince")
    return (
        crowned and person is not None and owner.identifier in _EUROPEAN and person.name.split()[0] in _arabic_names()
    )


@cache
def _arabic_names() -> frozenset[str]:
    return frozenset(
        folded(name) for tongue, names in rows_of("given-names") if tongue == "arabic" for name in alternatives(names)
    )
