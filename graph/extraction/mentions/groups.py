"""Mentions of several: coordinated names, designations such as «الطرفان», and names with «جمهورية» before them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from .records import Form, Kind, Mention
from .skeleton import Skeleton, pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from .patterns import Pattern

_DESIGNATIONS: Final = (
    "الجانبان|الجانبين|الطرفان|الطرفين|البلدان|البلدين|الدولتان|الدولتين|الجمهوريتان|الجمهوريتين|الاقليمان|الاقليمين|الموسستان|الموسستين|"
    "المنظمتان|المنظمتين|الحكومتان|الحكومتين|طرفيها|طرفاها|طرفيه|طرفاه|الجارتان|الجارتين|المملكتان|المملكتين|العاصمتان|العاصمتين|القوتان|القوتين|القوتان العظميان|القوتين العظميين|الجاران|الجارين|الحليفان|الحليفين|الخصمان|الخصمين|الفريقان|الفريقين|الطرفان المتعاقدان|الطرفين المتعاقدين|البلدان الجاران|الدولتان المتعاقدتان|"
    "(?:الدول|البلدان|الاطراف|الجمهوريات|الحكومات) (?:الثلاث|الثلاثه|الاربع|الاربعه|الخمس|الخمسه|الست|السته)"
)
_DELEGATES: Final = "المفوضون|المفوضين|المندوبون|المندوبين|الممثلون|الممثلين|المفاوضون|المفاوضين|الوفدان|الوفدين|المبعوثون|المبعوثين|المسوولون|المسوولين"
"""Who acts for two sides that adjectives tell: «المفوضون المصريون والبريطانيون»."""
_DEMONSTRATIVE: Final = "(?:هاتين |هذين |هاتان |هذان |كلا |كلتا |كل من )?"
_PREFIXES: Final = "جمهوريه|دوله|مملكه|سلطنه|اماره"
_LEADERS: Final = "قاده|زعماء|ممثلو|ممثلي|رووساء|وزراء خارجيه|وزراء دفاع|حكومات|حكومتا|حكومتي|مندوبو"


def extended(skeleton: Skeleton) -> Skeleton:
    """Take «جمهورية» and the like before a polity's name into the name."""
    named = skeleton.replacing(pattern(rf"{{b}}(?:[وفبكل]{{1,2}})?(?P<name>(?:{_PREFIXES}) {{P}})"), _named)
    return named.replacing(
        pattern(rf"{{b}}[وفبك]?(?P<name>{_STATES} {{A}})(?! (?:السابق|الساحلي|المجاور|العربيه))"), _by_adjective
    )


_STATES: Final = (
    "(?:الجمهوريه|المملكه|الامبراطوريه|الجماهيريه|الدوله|السلطنه)"
    "(?: (?:الاسلاميه|العربيه|الاتحاديه|الشعبيه|الديمقراطيه|الاشتراكيه|الفيدراليه|البوليفاريه))*"
)


def _by_adjective(skeleton: Skeleton, match: re.Match[str]) -> Mention | None:
    """A state by its form and adjective: «الجمهورية الفرنسية», «المملكة المغربية»."""
    adjective = skeleton.mention(match["name"][-1])
    begin, end = skeleton.span(*match.span("name"))
    return Mention(begin, end, Kind.POLITY, Form.NAME, adjective.things) if adjective else None


def _named(skeleton: Skeleton, match: re.Match[str]) -> Mention | None:
    polity = skeleton.mention(match["name"][-1])
    begin, end = skeleton.span(*match.span("name"))
    return Mention(begin, end, Kind.POLITY, Form.NAME, polity.things, (polity,)) if polity else None


def designated(skeleton: Skeleton) -> Iterator[Mention]:
    """Go through the designations of two that the article has named before."""
    for match in pattern(
        rf"{{b}}(?<!حل\s)(?<!مبدا\s)[وف]?[بكل]?(?P<name>{_DEMONSTRATIVE}(?:{_DESIGNATIONS})){{e}}(?!\s+(?:التي|الاخري|العربيه|الاسلاميه|الناميه|الاعضاء|المجاوره))"
    ).finditer(skeleton.text):
        begin, end = skeleton.span(*match.span("name"))
        yield Mention(begin, end, Kind.GROUP, Form.DESIGNATION, ())
    for match in pattern(rf"{{w}}[بكل]?(?P<name>{_DELEGATES})(?= {{A}} ?و ?{{A}})").finditer(skeleton.text):
        yield Mention(*skeleton.span(*match.span("name")), Kind.GROUP, Form.DESIGNATION, ())
    for match in pattern(rf"{{b}}[وف]?ل(?P<name>ل(?:{_DESIGNATIONS.replace('ال', '')})){{e}}").finditer(skeleton.text):
        begin, end = skeleton.span(*match.span("name"))
        yield Mention(begin, end, Kind.GROUP, Form.DESIGNATION, ())


_THEN: Final = r"(?:واخيرا|وكذلك|وايضا|ومن ثم|ومن بعدها|وبعدها|ثم اخيرا|ثم|ف)\s*"
"""What joins one to another besides «و»: «كندا أولا، فأستراليا، ثم بريطانيا، وأخيرا البرتغال»."""


@cache
def _lists() -> tuple[Pattern, Pattern]:
    side = r'"?[\ue000-\ue1ff\ue400-\ue5ff]"?'
    joined = rf"(?: (?:اولا|بدايه))?\s*(?:،\s*{_THEN}|\s+{_THEN}|{_THEN})"
    sides = pattern(rf"(?P<list>{side}(?:(?:\s*(?:،\s*و?|\s+و\s*|و\s*)|{joined}){side})+)")
    officials = pattern(r"(?P<list>{O}(?:\s*(?:،\s*و|\s+و\s*)(?:نظيراه |نظيراها )?{O})+)")
    return sides, officials


def coordinated(skeleton: Skeleton) -> Skeleton:
    """Put one mention in the place of coordinated sides, and of coordinated officials."""
    for found in _lists():
        skeleton = skeleton.replacing(found, _together)
    return skeleton


def _together(skeleton: Skeleton, match: re.Match[str]) -> Mention | None:
    parts = tuple(skeleton.inside(match["list"]))
    if not any(joint in match["list"] for joint in ("و", "ثم", "ف")):  # «جورجيا، الجمهورية السابقة» is one in two names
        return None
    begin, end = skeleton.span(*match.span("list"))
    kind = parts[0].kind if len({part.kind for part in parts}) == 1 else Kind.POLITY
    things = tuple(dict.fromkeys(thing for part in parts for thing in part.things))
    data = tuple(each for part in parts for each in (part.data if isinstance(part.data, tuple) else ()))
    return Mention(begin, end, kind, parts[0].form, things, parts, data or None)
