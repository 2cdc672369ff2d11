"""Names of persons, read beside a title: after it, before it, or from a given name on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ...folding import folded
from .lexicon import is_title, name_length
from .offices import Person
from .records import Form, Kind

if TYPE_CHECKING:
    from .skeleton import Skeleton

_FORMER: Final = frozenset(
    [
        "السابق",
        "السابقه",
        "الاسبق",
        "الراحل",
        "الراحله",
        "حينها",
        "حينذاك",
        "انذاك",
        "وقتها",
        "الحالي",
        "الجديد",
        "الجديده",
        "المنتخب",
        "الموقت",
        "الانتقالي",
        "المكلف",
        "بالوكاله",
        "بالانابه",
        "المنتهيه",
        "ولايته",
        "يومذاك",
        "وقتذاك",
        "حينيذ",
        "وقتيذ",
    ]
)
_THEN: Final = re.compile(r"(?:في\s+(?:ذلك|تلك)\s+(?:الحين|الوقت|الفتره)\s+|في\s+حينه\s+)?")
_WORD: Final = re.compile(r"[\u0621-\u064a]+")
_BEFORE_NAME: Final = re.compile(r'\s*(?:،\s*|\(\s*|"\s*)?')


def person_after(skeleton: Skeleton, place: int) -> Person | None:
    """Read the name after a title; a comma and further titles may stand between."""
    text = skeleton.text
    start = _BEFORE_NAME.match(text, place).end()  # type: ignore[union-attr]
    if start == place:
        return None
    first = skeleton.mentions.get(text[start : start + 1])
    if (
        first is not None
        and first.kind is Kind.POLITY
        and first.form is Form.NAME
        and text[start + 1 : start + 2] == " "
    ):
        rest = words_from(text, start + 2)
        length = name_length([word for word, _, _ in rest])
        if length and rest and rest[0][0] not in ("في", "و"):
            begin, end = skeleton.span(start, rest[length - 1][2])
            return Person(
                f"{folded(first.things[0].arabic)} {' '.join(word for word, _, _ in rest[:length])}", begin, end
            )
    words = words_from(text, _THEN.match(text, start).end())  # type: ignore[union-attr]
    while words and (is_title(words[0][0]) or words[0][0] in _FORMER):
        words = words[1:]
    named = person_of(skeleton, words, least=1 if "،" not in text[place:start] else 2)
    if (
        named is None
        and len(words) >= 2
        and words[0][0].startswith("ال")
        and words[1][0] in ("الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس")
    ):
        return Person(" ".join(word for word, _, _ in words[:2]), *skeleton.span(words[0][1], words[1][2]))
    return named


def words_from(text: str, start: int) -> list[tuple[str, int, int]]:
    """Give the words that begin at a place and that only space parts, with their places."""
    found: list[tuple[str, int, int]] = []
    place = start
    for match in _WORD.finditer(text, start):
        if found and not text[place : match.start()].isspace():
            break
        if not found and match.start() != start:
            break
        found.append((match[0], match.start(), match.end()))
        place = match.end()
        if len(found) > 12:
            break
    return found


def person_of(skeleton: Skeleton, words: list[tuple[str, int, int]], least: int) -> Person | None:
    """Read the name that some words begin with; nothing where it has less words than it must."""
    length = name_length([word for word, _, _ in words])
    if length < least:
        return None
    twice = length > 2 and words[length - 1][0] == words[length - 2][0]  # its last part printed twice
    length_of_name = length - twice
    begin, end = skeleton.span(words[0][1], words[length - 1][2])
    return Person(" ".join(word for word, _, _ in words[:length_of_name]), begin, end)


def person_before(skeleton: Skeleton, place: int) -> Person | None:
    """Read a name that stands before its title, with a comma between: «سيرغي لافروف، وزير الخارجية الروسي»."""
    before = re.search(r"((?:[\u0621-\u064a]+\s+){1,3}[\u0621-\u064a]+)\s*،\s*$", skeleton.text[:place])
    if before is None:
        return None
    words = [
        (match[0], match.start(), match.end())
        for match in _WORD.finditer(skeleton.text, before.start(1), before.end(1))
    ]
    for first in range(len(words) - 1):
        if name_length([word for word, _, _ in words[first:]]) == len(words) - first:
            return person_of(skeleton, words[first:], least=2)
    return None
