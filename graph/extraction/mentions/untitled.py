"""Persons without an office: after an honorific, beside a verb of speech, or by a given name of the table."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from ..dates.words import either
from .lexicon import given_names
from .offices import Official, Person
from .person_names import person_after, person_of, words_from
from .records import Form, Kind, Mention
from .skeleton import Skeleton, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .patterns import Pattern

_HONOURED: Final = r"(?:النايبه?|الشيخ|الامير|المطران|اللواء|الجنرال|العقيد|الفريق|السيناتور|المستشار|الدكتور|القيادي|الزعيم|الملك|السلطان|القيصر|الامبراطور|نايب(?:ه|ته|ها)|مستشاره|مستشارها|مبعوث(?:ه|ها)|سلف(?:ه|ها)|خلف(?:ه|ها)|خليفت(?:ه|ها)|مضيفه|ضيفه|منافسه|محاميه|زعيم (?:ال[\u0621-\u064a]+ ?){1,2})"
_SAYING: Final = r"(?:قال|قالت|اكد|اكدت|صرح|صرحت|اوضح|اوضحت|اضاف|اضافت|اعتبر|اعتبرت|ذكر|ذكرت|اتهم|اتهمت|وصف|وصفت|توقع|توقعت|حذر|حذرت|يري|تري|يقول|تقول|يحكي|حكي|روي|يروي|كتب|كتبت|اجاب|اجابت|شدد|شددت|لفت|لفتت|نبه|نبهت|وقعها|وقعه|ابرمها|ابرمه)"


def persons_of(skeleton: Skeleton) -> Iterator[Mention]:
    """Go through persons without an office: after an honorific, or between a verb of speech and what is said."""
    for match in pattern(rf"{{w}}(?P<honorific>{_HONOURED})(?= )").finditer(skeleton.text):
        person = person_after(skeleton, match.end())
        if person is not None and " " in person.name:
            begin, _ = skeleton.span(*match.span("honorific"))
            yield Mention(begin, person.end, Kind.OFFICIAL, Form.NAME, (), data=(Official(None, person),))
    for match in pattern(rf"{{w}}{_SAYING}(?= )").finditer(skeleton.text):
        person = person_after(skeleton, match.end())
        if person is None or len(person.name.split()) not in (2, 3):
            continue
        after = skeleton.text[skeleton.ends.index(person.end) + 1 :] if person.end in skeleton.ends else ""
        if pattern(r" ?(?:،|:|ان |انه|انها|في |بان |[\ue000-\uf8ff])").match(after):
            yield Mention(person.begin, person.end, Kind.OFFICIAL, Form.NAME, (), data=(Official(None, person),))
    yield from _persons_by_rank(skeleton)
    yield from _persons_by_name(skeleton)


_RANKS: Final = "باشا|باي|بك|بيك|افندي|خان"
"""Ranks that stand after a name: «عصمت باشا», «علي باي»."""


def _persons_by_rank(skeleton: Skeleton) -> Iterator[Mention]:
    """Go through persons with an Ottoman rank after their name, which belongs to it."""
    for match in pattern(rf"{{b}}(?P<name>(?:[\u0621-\u064a]{{3,}} ){{1,3}}(?:{_RANKS})){{e}}").finditer(skeleton.text):
        words = words_from(skeleton.text, match.start("name"))
        wanted = len(match["name"].split())
        known = [place for place, (word, _, _) in enumerate(words[: wanted - 1]) if word in given_names()]
        first = known[0] if known else wanted - 2
        person = person_of(skeleton, words[first:wanted], least=wanted - first)
        if person is None and words[first][0] == "علي":  # the name, not the preposition
            person = Person(f"علي {words[wanted - 1][0]}", *skeleton.span(words[first][1], words[wanted - 1][2]))
        if person is not None:
            yield Mention(person.begin, person.end, Kind.OFFICIAL, Form.NAME, (), data=(Official(None, person),))


_NOT_OF_A_PERSON: Final = r"(?:^|[\s،])[وفبل]?(?:ميناء|قاعده|شارع|جامعه|مطار|موسسه|جايزه|مستشفي|ملعب|جسر|مدينه|معسكر|قناه|ساحه|مركز|معهد|حي|سد|مسجد|كاتدراييه|عن عمر|من عمر|ال)\s+$"
_NOT_A_NAME: Final = (
    r"\s+(?:الجوار|جوار|النيه|نيه|الضيافه|السير|سير|المعامله|الاداء|الظن|الحظ|الي|ما)(?![\u0621-\u064a])"
)


@cache
def _openings() -> Pattern:
    return pattern(rf"{{b}}(?P<lead>[وف]?[بل]?)(?P<name>{either(given_names())}){{e}}")


def _persons_by_name(skeleton: Skeleton) -> Iterator[Mention]:
    """Go through persons whose name opens with a given name of the table: «وقّع دونالد ترامب»."""
    for match in _openings().finditer(skeleton.text):
        if re.search(_NOT_OF_A_PERSON, skeleton.text[: match.start()]) or re.match(
            _NOT_A_NAME, skeleton.text[match.end() :]
        ):
            continue
        person = person_of(skeleton, words_from(skeleton.text, match.start("name")), least=2)
        if person is not None:
            yield Mention(person.begin, person.end, Kind.OFFICIAL, Form.NAME, (), data=(Official(None, person),))
