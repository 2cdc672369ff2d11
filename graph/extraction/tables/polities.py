"""Polities by name: from the tables to records."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from .rows import alternatives, rows_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_NO_CODE: Final = "-"
_RENAMED: Final = frozenset({"PS"})
"""Territories that news calls by other names than the CLDR does: «الأراضي الفلسطينية» is land, not a polity."""


@dataclass(frozen=True, slots=True)
class PolityNames:
    """How news calls a polity: names, adjectives (masculine singular), plurals of its people, capitals."""

    identifier: str
    english: str
    code: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    capital: str = ""


@cache
def polities() -> tuple[PolityNames, ...]:
    """Read all polities: the CLDR's territories with our own rows, then the polities that it does not have."""
    own = [_own(row) for row in rows_of("polities")]
    by_code = {each.code: each for each in own if each.code != _NO_CODE}
    territories = [_territory(row, by_code) for row in rows_of("territories")]
    return (*territories, *(each for each in own if each.code == _NO_CODE))


def _own(row: tuple[str, ...]) -> PolityNames:
    code, identifier, english, names, adjectives, plurals, capitals, capital = row
    several = [alternatives(each) for each in (names, adjectives, plurals, capitals)]
    return PolityNames(identifier, english, code, several[0], several[1], several[2], several[3], capital)


def _territory(row: tuple[str, ...], own: Mapping[str, PolityNames]) -> PolityNames:
    code, english, names = row
    added = own.get(code, PolityNames("", english, code, ()))
    names = "" if code in _RENAMED else names
    printed = tuple(name for name in alternatives(names) if not re.search(r"[()-]", name))
    return PolityNames(
        added.identifier or slug(english),
        english,
        code,
        tuple(dict.fromkeys((*printed, *added.names))),
        added.adjectives,
        added.plurals,
        added.capitals,
        added.capital,
    )


def slug(english: str) -> str:
    """Make the last part of an IRI out of an English name.

    >>> slug("Côte d’Ivoire")
    'cote-d-ivoire'
    """
    plain = "".join(each for each in unicodedata.normalize("NFKD", english) if not unicodedata.combining(each))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
