"""The words of dates, from tables and in folded spelling: months, ordinals, weekdays, numbers."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from ...folding import folded
from ..tables.rows import alternatives, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_UNITS: Final = {
    1: ("الاول", "الحادي", "واحد", "الواحد"),
    2: ("الثاني", "الثاني", "اثنين"),
    3: ("الثالث",),
    4: ("الرابع",),
    5: ("الخامس",),
    6: ("السادس",),
    7: ("السابع",),
    8: ("الثامن",),
    9: ("التاسع",),
    10: ("العاشر",),
}
_WEEKDAYS: Final = ("الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت", "الاحد")
_CARDINALS: Final = {
    1: ("واحد", "واحده", "عام", "سنه"),
    2: ("اثنان", "اثنين", "اثنتين", "اثنتان", "عامين", "عامان", "سنتين", "سنتان", "شهرين", "شهران"),
    3: ("ثلاث", "ثلاثه"),
    4: ("اربع", "اربعه"),
    5: ("خمس", "خمسه"),
    6: ("ست", "سته"),
    7: ("سبع", "سبعه"),
    8: ("ثماني", "ثمانيه", "ثمان"),
    9: ("تسع", "تسعه"),
    10: ("عشر", "عشره"),
    20: ("عشرين", "عشرون"),
    30: ("ثلاثين", "ثلاثون"),
    40: ("اربعين", "اربعون"),
    50: ("خمسين", "خمسون"),
    60: ("ستين", "ستون"),
    70: ("سبعين", "سبعون"),
    80: ("ثمانين", "ثمانون"),
    90: ("تسعين", "تسعون"),
    99: ("تسع وتسعين", "تسعه وتسعين"),
    100: ("مييه", "مايه", "ميه"),
}
STEPS: Final = {
    "يوم": (1, "day"),
    "يوما": (1, "day"),
    "يومين": (2, "day"),
    "ايام": (1, "day"),
    "اسبوع": (7, "day"),
    "اسبوعا": (7, "day"),
    "اسبوعين": (14, "day"),
    "اسابيع": (7, "day"),
    "شهر": (1, "month"),
    "شهرا": (1, "month"),
    "شهرين": (2, "month"),
    "اشهر": (1, "month"),
    "شهور": (1, "month"),
    "عام": (1, "year"),
    "عاما": (1, "year"),
    "عامين": (2, "year"),
    "اعوام": (1, "year"),
    "سنه": (1, "year"),
    "سنتين": (2, "year"),
    "سنوات": (1, "year"),
}
"""Lengths that tell how far one date is from another, in days, months or years."""
DECADES: Final = {
    "عشرينيات": 20,
    "ثلاثينيات": 30,
    "اربعينيات": 40,
    "خمسينيات": 50,
    "ستينيات": 60,
    "سبعينيات": 70,
    "ثمانينيات": 80,
    "تسعينيات": 90,
}


@cache
def months() -> Mapping[str, int]:
    """Give the number of each Gregorian month by its folded names."""
    return _numbered("months", "month-variants")


@cache
def hijri_months() -> Mapping[str, int]:
    """Give the number of each Hijri month by its folded names."""
    return _numbered("hijri-months")


def _numbered(*tables: str) -> Mapping[str, int]:
    return {
        folded(name): int(number)
        for table in tables
        for number, names in rows_of(table)
        for name in alternatives(names)
    }


@cache
def ordinals() -> Mapping[str, int]:
    """Give the days of a month by their ordinals in words.

    >>> ordinals()["السادس والعشرين"], ordinals()["الحادي عشر"], ordinals()["الثلاثين"]
    (26, 11, 30)
    """
    found = {word: number for number, words in _UNITS.items() for word in words if word.startswith("ال")}
    del found["الحادي"], found["الواحد"]
    for number, words in _UNITS.items():
        for word in words:
            found |= {f"{word} عشر": number + 10 for _ in range(number < 10)}
            found |= {f"{word} {tens}": number + 20 for tens in ("والعشرين", "والعشرون") if number < 10}
            found |= {f"{word} {tens}": 31 for tens in ("والثلاثين", "والثلاثون") if number == 1}
    return found | {"العشرين": 20, "العشرون": 20, "الثلاثين": 30, "الثلاثون": 30, "الفاتح": 1}


@cache
def weekdays() -> Mapping[str, int]:
    """Give the weekdays by name, Monday being 0."""
    return {folded(name): number for number, name in enumerate(_WEEKDAYS)}


@cache
def cardinals() -> Mapping[str, int]:
    """Give numbers up to a hundred in words.

    >>> cardinals()["خمس وعشرين"], cardinals()["خمسه عشر"], cardinals()["خمسين"]
    (25, 15, 50)
    """
    single = {word: number for number, words in _CARDINALS.items() for word in words}
    units = {word: number for word, number in single.items() if number < 10}
    teens = {f"{word} {ten}": number + 10 for word, number in units.items() for ten in ("عشر", "عشره")}
    teens |= {
        f"{word} {ten}": number + 10
        for word, number in (("احد", 1), ("احدي", 1), ("اثني", 2), ("اثنا", 2), ("اثنتي", 2))
        for ten in ("عشر", "عشره")
    }
    compound = {
        f"{word} و{tens}": number + value
        for word, number in units.items()
        for tens, value in single.items()
        if value in range(20, 100, 10)
    }
    return single | teens | compound


def either(words: Iterable[str]) -> str:
    """Write alternatives of a regular expression, the longest first."""
    return "(?:" + "|".join(sorted(words, key=lambda each: (-len(each), each))).replace(" ", r"\s+") + ")"
