"""Turns told by what becomes of an instrument: it is no longer in force, another takes its place, it is put on hold, amended or registered."""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from ..mentions.patterns import Sieve
from ..mentions.skeleton import pattern
from .modality import Modality
from .roles import agent_of
from .treaties import instruments_at
from .turn_records import Turn, is_told, referred

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from ..mentions.patterns import Pattern
    from .context import Context, Sentence

_GAP: Final = r"(?:[^.؛:،\uea00-\uebff]{0,50}? )?"
_TERM: Final = r"(?:العمل ب(?:ها|ه)|(?:مدت|صلاحيت|مفعول|اجل|سريان|مهلت|فتر[هت])(?:ها|ه))"
_LAPSES: Final = (
    ("Expiry", False, rf"(?P<all>{{w}}(?P<verb>انتهت|انتهي|انقضت|انقضي|نفدت|نفد) (?:رسميا )?{_TERM}{{e}})"),
    ("Termination", False, rf"(?P<all>{{w}}(?P<verb>ابطل|الغي|سقط|بطل) (?:رسميا )?{_TERM}{{e}})"),
    ("Expiry", False, r"(?P<all>{w}(?P<verb>لم (?:تعد|يعد)) (?P<what>{I}) (?:بين {P} )?(?:ساريه? المفعول|ساريه?|نافذه?|قايمه?|صالحه?){e})"),
    ("Termination", False, r"(?P<all>{w}(?P<verb>حلت|حل) (?:محلها|محله) (?:رسميا )?(?:معاهده|اتفاقيه|اتفاق|بروتوكول|{I}))"),
    ("Termination", False, r"(?P<all>{w}(?P<verb>حلت|حل) {I}(?: [^.؛\uea00-\uebff]{0,50}?)?،? محل (?P<what>{I}))"),
    ("Suspension", True, r"(?P<all>{w}(?P<verb>وضعت|وضع) (?:[^.؛:،\uea00-\uebff]{0,40} )?(?P<what>{I}) (?:قيد|في حاله|موضع|رهن) (?:ال)?تعليق)"),
    ("Suspension", True, r"(?P<all>{w}(?P<verb>علقت|علق|جمدت|جمد|اوقفت|اوقف)[^.؛:،\uea00-\uebff]{0,40}? (?:مشاركت(?:ها|ه)|التزام(?:ها|ه|اتها|اته)|العمل) (?:في|ب)(?:ها|ه){e})"),
    ("Withdrawal", True, r"(?P<all>{w}(?P<verb>سحبت|سحب)[^.؛:،\uea00-\uebff]{0,40}? توقيع(?:ها|ه) (?:من|علي|عن) (?P<what>{I}))"),
    ("InstrumentEvent", True, rf"(?P<all>{{w}}(?P<verb>ادخلت|ادخل|ادخلا|ادخلتا|اجرت|اجري|اجريا) {_GAP}(?:ال)?تعديل(?:ات|ا)?(?: [\u0621-\u064a]+)? (?:علي|في) (?P<what>{{I}}))"),
    ("InstrumentEvent", False, r"(?P<all>{w}(?P<verb>سجلت|سجل) (?P<what>{I}) (?:[^.؛:،\ue000-\uf8ff]{0,20} )?لدي (?:الامانه العامه ل)?{R})"),
)  # fmt: skip
"""Class, whether somebody must act, wording."""


@cache
def _sieve() -> Sieve[tuple[str, bool, Pattern]]:
    return Sieve([(kind, acted, pattern(words)) for kind, acted, words in _LAPSES], itemgetter(2))


def lapses_of(context: Context, sentence: Sentence) -> Iterator[Turn]:
    """Go through the turns that a sentence tells by what has become of an instrument."""
    for kind, acted, found in _sieve().through(sentence.text):
        for match in found.finditer(sentence.text):
            if is_told(sentence, match.start("verb"), present=False):
                yield from _turn(context, sentence, match, kind, acted=acted)
    yield from _by_law(context, sentence)


_DECREED: Final = r"(?P<all>{w}(?P<verb>اصدرت?|وقعت?|اقرت?|تبنت|تبني)[^.؛:\uea00-\uebff]{0,80}? (?P<law>{I}) (?:(?:من|عن) )?(?P<what>{I}))"
_BY_LAW: Final = (
    ("Withdrawal", r"(?:ال)?(?:انسحاب|خروج)(?: (?:بلاده|بلادها))?(?: من| عن)?$"),
    ("Suspension", r"(?:ال)?(?:تعليق|تجميد)(?: (?:العمل|مشاركه (?:بلاده|بلادها|{P})))?(?: في| ب)?$"),
    ("Termination", r"(?:ال)?(?:الغاء|انهاء|فسخ)(?: العمل)?(?: ب)?$"),
)


def _by_law(context: Context, sentence: Sentence) -> Iterator[Turn]:
    """Go through what a law or decree does to another instrument: «أصدر الرئيس أمرا بالانسحاب من الاتفاق»."""
    for match in pattern(_DECREED).finditer(sentence.text):
        law = sentence.skeleton.opened(match["law"]).text
        kind = next((kind for kind, words in _BY_LAW if pattern(words).search(law)), None)
        if kind is not None and is_told(sentence, match.start("verb"), present=False):
            yield from _turn(context, sentence, match, kind, acted=True)


def _turn(context: Context, sentence: Sentence, match: re.Match[str], kind: str, *, acted: bool) -> Iterator[Turn]:
    place, end = match.start("verb"), match.end("all")
    who = agent_of(sentence, *match.span("verb")) if acted else None
    if acted and (who is None or who[2] > end):
        return
    if match.groupdict().get("what"):
        found = instruments_at(context, sentence, sentence.skeleton.mentions[match["what"]])
    else:
        before = referred(context, sentence, place, end)
        found = before[0] if before else ()
    if found:
        begin = min(place, who[1]) if who else place
        yield Turn(kind, f"{kind.lower()}-by-lapse", Modality.ACTUAL, begin, end, end, who[0] if who else None, found)
