"""The words of dates, from tables and in folded spelling: months, ordinals, weekdays, numbers."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from ...folding import folded
from ..tables.rows import alternatives, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_UNITS: Final = {
    1: ("الاول", "الحادي", "واحد", "الواحد"),
    2: ("الثاني", "اثنين"),
    3: ("الثالث",),
    4: ("الرابع",),
    5: ("الخامس",),
    6: ("السادس",),
    7: ("السابع",),
    8: ("الثامن",),
    9: ("التاسع",),
    10: ("العاشر",),
}
_ONLY_JOINED: Final = frozenset({"الحادي", "الواحد"})
"""Forms that are no ordinal by themselves: «الحادي عشر»."""
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
PARTS: Final = {
    "اواخر": (7, 12),
    "نهايه": (7, 12),
    "النصف الثاني من": (7, 12),
    "اوايل": (1, 6),
    "مستهل": (1, 6),
    "فاتحه": (1, 6),
    "ختام": (7, 12),
    "مطلع": (1, 6),
    "بدايه": (1, 6),
    "النصف الاول من": (1, 6),
    "منتصف": (4, 9),
    "اواسط": (4, 9),
    "خلال": (1, 12),
}
"""The first and last month of each part of a year."""
SEASONS: Final = {"ربيع": (3, 6), "صيف": (6, 9), "خريف": (9, 12), "شتاء": (1, 12)}
"""The same of its seasons; a winter may be that with which the year begins, or ends."""
DECADES: Final = {
    "عشرينيات": 20,
    "ثلاثينيات": 30,
    "اربعينيات": 40,
    "خمسينيات": 50,
    "ستينيات": 60,
    "سبعينيات": 70,
    "ثمانينيات": 80,
    "تسعينيات": 90,
    "عشرينات": 20,
    "ثلاثينات": 30,
    "اربعينات": 40,
    "خمسينات": 50,
    "ستينات": 60,
    "سبعينات": 70,
    "ثمانينات": 80,
    "تسعينات": 90,
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
    units = {word: number for number, words in _UNITS.items() for word in words}
    found = {word: number for word, number in units.items() if word.startswith("ال") and word not in _ONLY_JOINED}
    for word, number in units.items():
        if number < 10:
            found[f"{word} عشر"] = number + 10
            found |= {f"{word} {tens}": number + 20 for tens in ("والعشرين", "والعشرون")}
        if number == 1:
            found |= {f"{word} {tens}": 31 for tens in ("والثلاثين", "والثلاثون")}
    return found | {"العشرين": 20, "العشرون": 20, "الثلاثين": 30, "الثلاثون": 30, "الفاتح": 1, "فاتح": 1, "غره": 1}


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
    r"""Write alternatives of a regular expression, of which the longest counts; letter by letter, so that each is looked at once.

    >>> either(["نيسان", "ايار", "اب", "اب اغسطس"])
    '(?:ا(?:ب(?:\\s+اغسطس)?|يار)|نيسان)'
    """
    return _branching(sorted(set(words)))


def _branching(words: Sequence[str]) -> str:
    grouped = [
        (first, [each[1:] for each in those]) for first, those in groupby(filter(None, words), key=itemgetter(0))
    ]
    branches = [
        (r"\s+" if first == " " else first) + (_branching(rest) if any(rest) else "") for first, rest in grouped
    ]
    if len(branches) == 1 and all(words):
        return branches[0]
    return f"(?:{'|'.join(branches)}){'' if all(words) else '?'}"
