"""Families of words that tell a step in the life of an instrument: verbs, what it does by itself, verbal nouns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern

if TYPE_CHECKING:
    from ..mentions.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Family:
    """The words of one step: stems of past and present, what an instrument does by itself, verbal nouns, prepositions."""

    kind: str
    past: str
    present: str
    alone: str
    noun: str
    preposition: str = ""


FAMILIES: Final = (
    Family("Withdrawal", "انسحب|خرج|تحلل|انسلخ|تراجع|نفض|غسل|سحب", "نسحب|خرج|تراجع", "", "انسحاب|خروج|تحلل|تراجع", "(?:من|عن)"),
    Family("Suspension", "علق|جمد|اوقف", "علق|جمد|وقف", "علق|جمد|اوقف|توقف", "تعليق|تجميد|وقف|ايقاف"),
    Family("Termination", "الغ|الغي|انه|انهي|فسخ|نقض|ابطل|اسقط(?!ت? {B})|طوي|طو|مزق", "لغي|نهي|فسخ|نقض|بطل|سقط|طوي", "الغي|انهي|فسخ|ابطل|سقط|بطل|انهار|نقض", "الغا(?:ء|و|ي)?|انها(?:ء|و|ي)|فسخ|نقض|ابطال|اسقاط|سقوط|انهيار|بطلان|طي|عدم (?:تجديد|تمديد)"),
    Family("Abandonment", "تخل|تخلي", "تخلي", "", "تخلي|تخل", "عن"),
    Family("Extension", "مدد|جدد", "مدد|جدد", "مدد|جدد|تجدد", "تمديد|تجديد"),
    Family("Expiry", "", "", "انته|انتهي|انقض|انقضي", "انتها(?:ء|و|ي)?|انقضا(?:ء|و|ي)?"),
    Family("Accession", "انضم|التحق", "نضم|لتحق", "", "انضمام|التحاق", "(?:الي|ل|ب)"),
    Family("InstrumentEvent", "عدل|نقح", "عدل|نقح", "عدل|نقح", "تعديل|تنقيح"),
)  # fmt: skip
PAST: Final = r"(?:ت|ا|تا|وا)?"
_THAT: Final = r"انها?(?:ما)?"
"""«أنه», «أنها», which look like forms of «أنهى»."""
_OBJECT: Final = r"(?:ها|ه|هما)"


@cache
def families() -> tuple[tuple[Family, Pattern | None, Pattern | None, Pattern], ...]:
    """Give each family with the patterns of its verbs, of what the instrument does by itself, and of its nouns."""
    return tuple((each, _verbs(each), _alone_words(each), _nouns(each)) for each in FAMILIES)


def _verbs(family: Family) -> Pattern | None:
    finite = rf"(?:(?:{family.past}){PAST}|(?P<present>[يت](?:{family.present})(?:ان|ون)?))"
    words = rf"{{w}}(?!{_THAT}{{e}})(?P<verb>{finite})(?P<object>{_OBJECT})?{{e}}{_of(family)}"
    return pattern(words) if family.past else None


def _alone_words(family: Family) -> Pattern | None:
    return pattern(rf"{{w}}(?P<verb>(?:{family.alone})(?:ت|ا|تا)?){{e}}") if family.alone else None


def _nouns(family: Family) -> Pattern:
    return pattern(
        rf"{{b}}[وف]?(?P<before>ب|ل)?(?:ال)?(?P<verb>{family.noun})(?P<object>ها|ه|هما|هم)?{{e}}{_of(family)}"
    )


_FIRE: Final = r"(?! (?:كل |جميع |كافه )?(?:ل?(?:ال)?(?:اطلاق|نار|قتال|اقتتال|عدوان|تصعيد|هجمات|غارات|ضربات|معارك|حرب)|(?:ال)?(?:اعمال|عمليات) (?:ال)?(?:قتال|قتاليه|عدا|عداييه|عسكريه|عنف)))"
"""What stops is the fire, and no instrument: «وافق الطرفان على وقف إطلاق النار، ووقعا …»."""


def _of(family: Family) -> str:
    return _FIRE if family.kind == "Suspension" else ""
