"""Charges: the loaded words of what is said, and whom a claim charges with a deed that it names by such words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern
from .institutions import government_under
from .ledger import Name, Printed
from .speakers import identifiers_of

if TYPE_CHECKING:
    from ..mentions.records import Mention
    from .context import Context, Sentence

_CHARGES: Final = frozenset(
    [
        "عدوان",
        "العدوان",
        "عدوانا",
        "غزو",
        "الغزو",
        "اباده",
        "الاباده",
        "عسكره",
        "ابتزاز",
        "استفزاز",
        "موامره",
        "خيانه",
        "ارهابيه",
        "ارهابي",
        "مرتزقه",
        "انقلاب",
    ]
)
_IN_QUOTES: Final = re.compile(r'"([^"\s]+)"')
_DEED: Final = (
    r"^[\" ]*(?:استمرار|مواصله|تمادي|امعان|اصرار|مضي|لجوء|اقدام|قيام) "
    r"(?:(?P<rule>نظام|حكم|اداره|حكومه|{B}) )?(?P<who>{O}|{P}|{G})[\" ]"
)
_BREACH: Final = (
    r"^[\" ]*(?P<who>{P}|{R}|{B})\"? (?:هي (?:التي|من) |هو (?:الذي|من) |قد )?\"?(?:(?:انتهك|خرق|اخل|نقض|تنصل|اعتد)(?:ت|وا)?"
    r"|لم (?:[يت](?:ف|لتزم|حترم))(?:وا)?|[يت](?:نتهك|خرق|نقض)) (?=ب|من|علي|ال|{I}|كل|{word})"
)
"""Who is said to have broken something: «روسيا خرقت الهدنة»."""


@dataclass(frozen=True, slots=True)
class Charged:
    """Who is charged: by what words, under which names, and which sides that is about."""

    mention: Mention
    names: tuple[Name, ...]
    sides: tuple[Name, ...]


def loaded_words(context: Context, gist: Printed) -> tuple[Printed, ...]:
    """Give loaded words of what is said: one in quotation marks of its own, or a charge."""
    words = context.words((gist.begin, gist.end))
    found = [match.span(1) for match in _IN_QUOTES.finditer(words) if match[1] not in (words, words.strip('"'))]
    found += [match.span() for match in re.finditer(r"[\u0621-\u064a]+", words) if match[0] in _CHARGES]
    return tuple(dict.fromkeys(Printed(gist.begin + begin, gist.begin + end) for begin, end in found))


def charged_with_deeds(context: Context, sentence: Sentence, words: str, own: str | None) -> Charged | None:
    """Tell whose deed words are that begin with it: «استمرار حكومة فلان في …», «لجوء روسيا إلى …»."""
    found = (pattern(_DEED).match(words) if _is_charge(words) else None) or pattern(_BREACH).match(words)
    mention = sentence.skeleton.mention(found["who"]) if found else None
    if found is None or mention is None:
        return None
    if found.groupdict().get("rule") and (government := government_under(context, mention)):
        return Charged(mention, (Name(government.name),), (Name(government.owner),))
    names = tuple(map(Name, identifiers_of(context, mention)))
    blamed = names and own not in {each.local for each in names} and not found.groupdict().get("rule")
    return Charged(mention, names, names) if blamed else None


def _is_charge(words: str) -> bool:
    return any(each[0].removeprefix("ال") in _CHARGES for each in re.finditer(r"[\u0621-\u064a]+", words))
