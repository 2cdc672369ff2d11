"""Capitals: told apart by the words around them, a city as a place or a government by metonymy; and «السعودية» as an adjective."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from .records import Form, Kind, Mention, Thing
from .skeleton import Skeleton, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_AS_PLACE: Final = r"(?:(?<![\u0621-\u064a])[وفل]?(?:قاعده|معسكر|قصر|ريف|محيط|ضواحي|احياء|شوارع|سماء|في|قرب|بين عاصمتي|معاهده|اتفاق|اتفاقيه|اتفاقيات|اتفاقات|بروتوكول|ميثاق|موتمر|اعلان|ضاحيه|ميناء|جامعه|مدينه|من|الي|العاصمه|قرب|داخل|وسط|نحو|جنوب|شمال|شرق|غرب|قمه|محادثات|اجتماع|مطار|عن|غادر|وصل|زار|غادرت|زارت|مقره|مقرها|ب)\s*(?:العاصمه\s+)?(?:[\ue200-\ue3ff]\s+)?\"?|العاصمه\s+[\ue200-\ue3ff]\s*،?\s*|(?<![\u0621-\u064a])[وف]?(?:زار|زارت|يزور|تزور|غادر|غادرت|وصل|وصلت)\s+(?:(?:[\u0621-\u064a]+|[\ue200-\ue3ff])\s+){1,7})$"


_FROM_A_GOVERNMENT: Final = re.compile(
    r"(?:طلب|دعم|دعوه|موافقه|ضغط|ضغوط|تمويل|قرار|اعتراف|رد|مبادره|احتجاج|مطالب|اتهامات|قريب|مقرب)ا?\s+من\s+$|(?:^|\s)(?:صادر|كشف|دافع|رد|عبر|اعلن)\s+عن\s+$"
)


_DATELINE_END: Final = re.compile(r'\s*:\s*"?[^\s"]+(?:\s[^\s"]+){0,2}"?\s*$')
"""What follows the city that news is dated from: the outlet («لندن: الجريدة»)."""


@cache
def _place_before() -> re.Pattern[str]:
    return re.compile(_AS_PLACE)


def placed(skeleton: Skeleton) -> Skeleton:
    """Read each capital as a place or as its government, and a polity's name after a definite noun as an adjective."""
    return _adjectives(skeleton.placing(_cities(skeleton))) if _has(skeleton, Kind.PLACE) else _adjectives(skeleton)


def _has(skeleton: Skeleton, kind: Kind) -> bool:
    return any(mention.kind is kind for mention in skeleton.mentions.values())


def _cities(skeleton: Skeleton) -> Iterator[Mention]:
    for place, character in enumerate(skeleton.text):
        mention = skeleton.mentions.get(character)
        if mention is None or mention.kind is not Kind.PLACE or mention.form is not Form.CAPITAL:
            continue
        before, after = skeleton.text[:place], skeleton.text[place + 1 : place + 4]
        city = (
            bool(_place_before().search(before) and not _FROM_A_GOVERNMENT.search(before))
            or after.lstrip().startswith(("-", "(", "/"))
            or (not before.strip() and after.startswith("،"))
            or (not before.strip() and _DATELINE_END.match(skeleton.text, place + 1) is not None)
        )
        if not city:
            thing = mention.things[0]
            polity = Thing(thing.identifier, "Polity", "", "")
            yield Mention(mention.begin, mention.end, Kind.POLITY, Form.CAPITAL, (polity,))


def _adjectives(skeleton: Skeleton) -> Skeleton:
    return skeleton.replacing(
        pattern(
            r"(?:(?<=\s)ال[\u0621-\u064a]+(?:ه|ات|اء)|(?:مدينه|بلده|محافظه|منطقه) (?:{C}|[\u0621-\u064a]+)) (?P<name>{P})(?=[\s،.]|$)"
        ),
        _adjective,
    )


def _adjective(skeleton: Skeleton, match: re.Match[str]) -> Mention | None:
    mention = skeleton.mention(match["name"])
    if mention is None or mention.form is not Form.NAME or mention.end - mention.begin != len("السعوديه"):
        return None
    return (
        Mention(mention.begin, mention.end, Kind.ADJECTIVE, Form.ADJECTIVE, mention.things)
        if _ends_as_adjective(skeleton, mention)
        else None
    )


def _ends_as_adjective(skeleton: Skeleton, mention: Mention) -> bool:
    return mention.things[0].identifier == "saudi-arabia" and mention.form is Form.NAME and bool(skeleton)
