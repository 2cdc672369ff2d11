"""Values in words, where people read rather than compute: yes and no, and lengths of time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .texts import TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mithaq.graph import Language

_DURATION: Final = re.compile(r"P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?")
_ARABIC: Final = {"years": ("سنة", "سنتان", "سنوات", "سنة"), "months": ("شهر", "شهران", "أشهر", "شهرًا")}
"""One, two, three to ten, and eleven or more."""


def worded(text: str, datatype: str | None, language: Language) -> str:
    """Put a value into words; what needs none stays as it is.

    >>> worded("true", "xsd:boolean", "ar"), worded("P1Y6M", "xsd:yearMonthDuration", "en")
    ('نعم', '1 year, 6 months')
    >>> worded("P10Y", "xsd:yearMonthDuration", "ar"), worded("P2Y", "xsd:yearMonthDuration", "ar")
    ('10 سنوات', 'سنتان')
    """
    if datatype == "xsd:boolean":
        return TEXTS[language].yes if text == "true" else TEXTS[language].no
    found = _DURATION.fullmatch(text) if datatype == "xsd:yearMonthDuration" else None
    if found is None:
        return text
    counts = [(unit, int(number)) for unit, number in found.groupdict().items() if number]
    return ("، " if language == "ar" else ", ").join(_counted(counts, language)) or text


def _counted(counts: list[tuple[str, int]], language: Language) -> Iterator[str]:
    for unit, number in counts:
        if language == "en":
            yield f"{number} {unit if number != 1 else unit[:-1]}"
            continue
        one, two, few, many = _ARABIC[unit]
        yield {1: one, 2: two}.get(number) or f"{number} {few if 3 <= number % 100 <= 10 else many}"  # noqa: PLR2004
