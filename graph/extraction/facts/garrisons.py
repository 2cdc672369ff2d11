"""Facts of garrisons: soldiers whom a state keeps somewhere, by their number, and what a force is for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from ..mentions.patterns import Patterns
from ..mentions.skeleton import pattern
from .ledger import TRUE, TYPE, Name, Printed, Term
from .modality import Modality, is_in_speech, modality_of
from .sides import sides_of

if TYPE_CHECKING:
    import re

    from .context import Context, Sentence
    from .ledger import Object

_NUMBER: Final = (
    r"(?:(?:نحو|حوالي|قرابه|زهاء|اكثر من|ما يزيد علي|ما يقرب من|ما يقارب) )?"
    r"(?:\d[\d.,٬]*(?: (?:الف|الاف|مييه))?|(?:[\u0621-\u064a]+ (?:و[\u0621-\u064a]+ )?)?(?:الف|الفا|الفي|الفين|الاف|مييه|مييات|ميه|مءه|مئه|مايه|ماتي|ميتي|مءتي|ماىه|مئات|ماءه|خمسمئه)(?: و[\u0621-\u064a]+)?|عشرات|مييات|مئات)"
)
_SOLDIERS: Final = r"(?:جندي|جنديا|جنود|عسكري|عسكريا|عسكريين|عنصر|عنصرا)"
_COUNTED: Final = rf"(?P<name>{_NUMBER} (?:من )?{_SOLDIERS}(?: (?P<of>{{A}}))?)"
_STAND: Final = r"(?:ينتشر|تنتشر|انتشر|يتمركز|تتمركز|تمركز|يرابط|ترابط|رابط|يوجد|يتواجد|يقيم|يتموضع|يعمل|يخدم|بقي|يبقي)"
_KEEP: Final = r"(?:تنشر|ينشر|نشرت|نشر|تحتفظ|يحتفظ|احتفظت|احتفظ|ابقت|ابقي|تبقي|تضع|يضع|تمتلك|تملك|لدي)"
_PLACE: Final = r"(?:في|علي|ب) ?[^.؛،\ue000-\uf8ff]{0,30}?(?:{P}|{C})"
_GARRISONS: Final = (
    rf"(?P<all>{{w}}{_STAND} (?:(?:هناك|فيها|حاليا|{_PLACE}) )*{_COUNTED}(?: [^.؛،\ue000-\uf8ff]{{0,20}}{_PLACE})?)",
    rf"(?P<all>{{w}}{_KEEP} (?P<by>{{P}}) (?:[^.؛،\ue000-\uf8ff0-9]{{0,12}} )?ب?{_COUNTED}(?: [^.؛،\ue000-\uf8ff]{{0,20}}{_PLACE}))",
    rf"(?P<all>{{w}}(?:تستضيف|يستضيف|تحتضن|يحتضن|تضم|تووي) (?P<where>{{P}}|{{F}}) (?:[^.؛\ue000-\uf8ff0-9]{{0,12}} )?{_COUNTED})",
)


@cache
def _sieve() -> Patterns:
    return Patterns(map(pattern, _GARRISONS))


def keep_soldiers(context: Context, sentence: Sentence) -> None:
    """State the soldiers whom a state keeps somewhere: «ينتشر في البلاد نحو ألف جندي أمريكي»."""
    taken: list[tuple[int, int]] = []
    for match in _sieve().matches(sentence.text):
        told = modality_of(sentence, match.start(), within=40) is Modality.ACTUAL
        if told and not is_in_speech(sentence, match.start()) and not any(_overlap(match, each) for each in taken):
            taken.append(match.span())
            _garrison(context, sentence, match)


def _overlap(match: re.Match[str], place: tuple[int, int]) -> bool:
    return place[0] < match.end() and match.start() < place[1]


def _garrison(context: Context, sentence: Sentence, match: re.Match[str]) -> None:
    groups = match.groupdict()
    whose = sentence.skeleton.mention(match["of"])
    owners = tuple(each.identifier for each in whose.things) if whose else ()
    owners = owners or sides_of(context, sentence.skeleton.mention(groups.get("by")))
    if len(owners) != 1:
        return
    span = sentence.skeleton.span(*match.span("name"))
    facts: dict[str, Object] = {
        TYPE: Term("MilitaryFormation"),
        "name": Printed(*span),
        "forceOf": Name(owners[0]),
        "collective": TRUE,
    }
    name = Name(context.fresh(f"soldiers-of-{owners[0]}"))
    context.ledger.state(span, name, facts, pattern="force:garrison", confidence=0.75)
