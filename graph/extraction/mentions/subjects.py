"""What an instrument is about: the words after «بشأن» and the like, after its sides, or in a title that begins with a verbal noun."""

from __future__ import annotations

import re
from typing import Final

from .records import Kind
from .title_words import SUBJECT_STOPS
from .titles import COMPLEMENTED, CONCLUDED, TOKEN, looks_verbal

_SUBJECT: Final = re.compile(
    r"(?:في(?=\s+(?:مختلف|شتي|جميع|كافه|عدد\s+من)\s+(?:ال)?(?:مجالات|ميادين|قطاعات)(?![\u0621-\u064a]))|بشان|حول|بخصوص|المتعلقه? ب|الخاصه? ب|في مجالي?|في مجالات|لتنظيم|تتعلق ب)"
)
_LONGEST_SUBJECT: Final = 16


def subject_at(text: str, place: int) -> tuple[tuple[int, int] | None, int]:
    """Find what an instrument is about right after its title: «بشأن المياه», «في مجال الدفاع»."""
    match = re.compile(r"\s+(?:" + _SUBJECT.pattern + r")\s*").match(text, place)
    if match is None:
        return None, place
    return _subject_from(text, match.end())


_MOVING: Final = re.compile(
    r"(?:ال)?(?:انضمام|ضم|دمج|ادماج|الحاق|نقل|تسليم|تحويل|اعاده|عوده|ارسال|تصدير)(?:\s+[\u0621-\u064a\ue000-\uf8ff]+){0,5}\s*$"
)
"""Nouns whose «إلى» belongs to what an instrument is about: «انضمام الإقليم إلى الاتحاد»."""


_AFTER_SIDES: Final = re.compile(
    r'(?:\s+(?:بين|مع)\s+(?:كل\s+من\s+)?"?[\ue000-\ue1ff\ue400-\ue5ff\uf200-\uf3ff]"?)\s+(?:'
    + _SUBJECT.pattern
    + r")\s*"
)


def subject_after_sides(text: str, place: int) -> tuple[int, int] | None:
    """Find what an instrument is about where its sides stand before that: «اتفاقية مع الصين بشأن التجارة»."""
    match = _AFTER_SIDES.match(text, place)
    return _subject_from(text, match.end())[0] if match else None


def _subject_from(text: str, begin: int) -> tuple[tuple[int, int] | None, int]:
    last, count = begin, 0
    for token in TOKEN.finditer(text, begin):
        word = token[0]
        stop = (
            word in SUBJECT_STOPS
            or COMPLEMENTED.fullmatch(word) is not None
            or CONCLUDED.fullmatch(word) is not None
            or word in ("،", ".", ":", "؛", "؟", '"', "(", ")")
            or _is_date(word)
        )
        stop = stop and not (word == "الي" and _MOVING.search(text, begin, token.start()))
        if stop or count >= _LONGEST_SUBJECT or (count and (looks_verbal(word) or _future(word))):
            break
        last, count = token.end(), count + 1
    if among := _AMONG.match(text, last):
        return (begin, among.end()), among.end()
    kept = _without_particles(text, begin, last)
    if text[begin:kept] in ("هذا الشان", "بهذا الشان", "ذلك"):
        return None, begin
    return ((begin, kept), kept) if kept > begin else (None, begin)


_AMONG: Final = re.compile(r"\s*،\s*بما\s+(?:في\s+ذلك|فيها|فيه|يشمل)(?:\s+[\u0621-\u064a]+){1,8}(?=\s*[.،؛])")
"""What a subject comprises among other things: «مختلف المجالات، بما في ذلك مجال الأمن»."""


def _without_particles(text: str, begin: int, end: int) -> int:
    """Leave out a preposition that the end of a subject leaves hanging."""
    city = re.search(
        r"\s+(?:في|ب)\s*[\uf000-\uf1ff]$", text[begin:end]
    )  # where it was signed: «تبادل الأسرى في القاهرة»
    end = begin + city.start() if city else end
    found = re.search(r"(?:\s+(?:في|من|علي|عن|الي|و|يوم|خلال|بعد|قبل|مع|بين))+\s*$", text[begin:end])
    return begin + found.start() if found else end


def _future(word: str) -> bool:
    return bool(re.match(r"س[يتن][\u0621-\u064a]{3,}", word)) and word not in (
        "سيطره",
        "سياده",
        "سياسه",
        "سياسات",
        "سياحه",
    )


def _is_date(word: str) -> bool:
    return (
        Kind.DATE.value <= ord(word[-1]) < Kind.DATE.value + 0x200
        or Kind.OFFICIAL.value <= ord(word[-1]) < Kind.OFFICIAL.value + 0x200
    )


_DEVERBAL: Final = re.compile(
    r"\s+(?P<subject>(?:انضمام|ضم|دمج|ادماج|الحاق|ترسيم|تسليم|حظر|منع|انشاء|تبادل|تشكيل|تسويه|حمايه|تنظيم|نشر|اقامه|استخدام|استيراد|تصدير|تاجير|بناء|تعليم|تقاسم)\s.+)"
)


def nominal_subject(text: str, match: re.Match[str], title: tuple[int, int]) -> tuple[int, int] | None:
    """A title that begins with a deverbal noun says what the instrument is about."""
    found = _DEVERBAL.match(text, match.end(), title[1])
    if found is None:
        return None
    _, last = _subject_from(text, found.start("subject"))
    return found.start("subject"), max(last, title[1])
