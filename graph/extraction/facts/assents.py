"""Approvals and ratifications that no verb of approving tells alone: assent given, decreed, voted, completed, by the first to do so."""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from ..mentions.instruments import DOMESTIC
from ..mentions.patterns import Sieve
from ..mentions.records import Kind
from ..mentions.skeleton import pattern
from .approvals import approving, state_approval
from .events import CONCLUDED, surroundings
from .ledger import Name
from .modality import Modality, is_in_speech, modality_of
from .private_sides import is_of_a_private
from .treaties import instruments_at
from .turn_records import referred

if TYPE_CHECKING:
    import re

    from ..mentions.patterns import Pattern
    from ..mentions.records import Mention
    from .context import Context, Sentence
    from .instruments import KnownInstrument

_WHO: Final = r"\"?(?P<by>{B}|{O}|{P}|{R}|{N})\"?"
_BODY: Final = r"\"?(?P<by>{B}|{R})\"?"
_NEAR: Final = r"(?:(?:[^.؛؟!\ue000-\uf8ff]|{D}|{C}){0,50}? )?"
_ASSENT: Final = r"(?:مصادق|تصديق|موافق|اقرار|مبارك)"
_NOUN: Final = r"(?:مصادقه|تصديق|موافقه|اقرار|ابرام)"
_HOW: Final = r"(?: (?:ال)?(?:نهاييه?|رسميه?|مبدييه?|كامله?|اوليه?|خطيه?|برلمانيه?|تشريعيه?|ضروريه?|لازمه?|اجماعيه?))?"
_WHAT: Final = r"(?:(?:نص |مشروع |ابرام |توقيع |بنود )?\"?(?P<what>{I}))"
_ON_IT: Final = rf"(?:علي {_WHAT}|علي(?:ها|ه|هما){{e}})"
_RANK: Final = r"(?:اول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|احدث|اخر|الدوله|البلد|دوله|بلد)"
_MOST: Final = r"(?:باغلبيه|بالاغلبيه|بغالبيه|بالغالبيه|بالاجماع|باجماع|بتاييد|بالموافقه|بالايجاب|بنعم|بالقبول|بالمصادقه|لصالح|لمصلحه|لفايده|تاييدا ل)"
_WORDINGS: Final = (
    ("gave", rf"{{w}}(?P<verb>اعط|اعطي|منح|ابد|ابدي|سجل|قدم|اصدر|اعلن)(?:ت|ا|تا|وا)? {_WHO} ?{_NEAR}{_ASSENT}(?:ت?ه|ت?ها|ت?هما|تهم){_HOW} {_ON_IT}"),
    ("green-light", rf"{{w}}(?P<verb>اعط|اعطي|منح|اضاء)(?:ت|ا|تا|وا)? {_WHO} ?{_NEAR}(?:ال)?ضوء (?:ال)?اخضر (?:امام |ل){_WHAT}"),
    ("decreed", rf"{{w}}(?P<verb>وقع|امض|امضي|اصدر|نشر|ختم|مهر)(?:ت|ا|تا|وا)? {_WHO} ?{_NEAR}(?:{{I}}|وثيقه|وثايق|صك|صكوك|ظهيرا?|ادوات)(?: [^.؛،\ue000-\uf8ff]{{1,45}}?)? (?:علي )?(?P<what>{{I}})"),
    ("decreed-by", rf"{{w}}(?P<verb>صدر|صدرت) (?:عن|من) (?:(?:جلاله|فخامه|سمو|صاحب [\u0621-\u064a]+) )*{_WHO} ?{_NEAR}(?:{{I}})(?: [^.؛،\ue000-\uf8ff]{{1,45}}?)? (?:علي )?(?P<what>{{I}})"),
    ("approved-law-of", rf"{{w}}(?P<verb>صادق|صادقت|صدق|صدقت|وافق|وافقت|اقر|اقرت|اجاز|اجازت|اعتمد|اعتمدت) {_BODY} (?:[^.؛\uea00-\uebff]{{0,50}} )?(?:علي )?(?:مشروع )?(?:{{I}})(?: [^.؛،\uea00-\uebff]{{1,70}}?)? (?:علي )?(?P<what>{{I}})"),
    ("by-line", rf"(?P<by>{{B}}) ?: ?(?P<verb>(?:ال)?(?:موافقه|مصادقه|تصديق)|اقرار) (?:علي )?{_WHAT}"),
    ("completed", rf"{{w}}(?P<verb>استكمل|اكمل|انجز|اتم|انه|انهي)(?:ت|ا|تا|وا)? {_WHO} ?{_NEAR}(?:ال)?(?:مصادقه|تصديق)(?:ها|ه)? {_ON_IT}"),
    ("voted", rf"{{w}}(?P<verb>صوت|صوتت|اقترع) {_BODY} (?!ضد)(?:(?!ضد|رفض|تعليق|تاجيل|الغاء|انهاء|انسحاب|سحب|تعديل|حجب)[^.؛؟!\uea00-\uebff]){{0,60}}?{_MOST}(?:(?!ضد|رفض|تعليق|تاجيل|الغاء|انهاء|انسحاب|سحب|تعديل|حجب)[^.؛؟!\uea00-\uebff]){{0,40}}?(?P<what>{{I}})"),
    ("passed-it", rf"{{w}}(?P<verb>مرر|مررت|بارك|باركت|رخص|سوغ|قبل|قبلت) {_BODY} (?:[^.؛،\ue000-\uf8ff]{{0,25}} )?(?P<what>{{I}})"),
    ("was-first", rf"(?P<by>{{P}}) (?:(?:رسميا|بذلك|هكذا|هي|هو) )?{_RANK} (?:[^.؛،\ue000-\uf8ff]{{0,40}} )?(?:من )?(?:(?:التي|الذي|من) )?(?P<verb>[يت](?:صدق|صادق)|صدق|صادق|صدقت|صادقت) {_ON_IT}"),
    ("joined-those", rf"{{w}}(?P<verb>انضم|انضمت|التحقت?) (?P<by>{{P}}) (?:الي|ب)(?: ?(?:ركب|قايمه|نادي|مجموعه))? ?(?:ال)?(?:دول|اطراف|بلدان)? ?(?:التي )?(?:المصادقه|المصدقه|المصادقين|المصدقين|صادقت|صدقت) علي {_WHAT}"),
    ("by-depositing", rf"{{b}}(?:بعد|مع|منذ|عقب|اثر|ب) ?(?P<verb>ايداع|تسليم) (?P<by>{{P}}|{{O}}) (?:[^.؛\ue000-\uf8ff]{{0,20}} )?(?:صك|وثيقه|وثايق|صكوك|ادوات) (?:ال)?(?:تصديق|مصادقه)(?:ها|ه)? {_ON_IT}"),
    ("of-both", rf"{{b}}(?:بعد|منذ|عقب|اثر|مع|غداه|بعيد) (?P<verb>{_NOUN}) (?P<by>{{P}}|{{B}}|{{O}}|{{G}}|{{R}}) {_ON_IT}"),
)  # fmt: skip
_OF_PAPERS: Final = frozenset({"decreed", "decreed-by", "approved-law-of"})
"""Wordings in which a law or a decree stands before the instrument that it approves."""
_SIGNED: Final = ("وقع", "امض")
_PARTNER: Final = r"(?: (?:الموقعه?|المبرمه?|المعقوده?|الثناييه?))? مع (?:حكومه |كل من )?(?P<with>{P}|{R})"
_REJECTING: Final = r"{b}(?:علي |ب)?(?:رفض|عدم|تاجيل|ارجاء|تعليق|سحب|الانسحاب|الغاء|انهاء|نقض|رفضه|رفضها)(?:ه|ها)? "


@cache
def _sieve() -> Sieve[tuple[str, Pattern]]:
    return Sieve(((name, pattern(words)) for name, words in _WORDINGS), itemgetter(1))


def assent_to_things(context: Context, sentence: Sentence) -> None:
    """State approvals and ratifications told by light verbs, decrees, votes, and by the rank of who ratifies."""
    for name, found in _sieve().through(sentence.text):
        for match in found.finditer(sentence.text):
            _assent(context, sentence, match, name)


def _assent(context: Context, sentence: Sentence, match: re.Match[str], name: str) -> None:
    place = match.start("verb")
    by = sentence.skeleton.mentions[match["by"]]
    before = modality_of(sentence, min(place, match.start("by")))
    if before is not Modality.ACTUAL or modality_of(sentence, place) is not Modality.ACTUAL:
        return
    if is_in_speech(sentence, place) or is_of_a_private(sentence, by) or pattern(_REJECTING).search(match[0]):
        return
    found = _what(context, sentence, match, name)
    begin, end = match.span()
    partner = pattern(_PARTNER).match(sentence.text, end)
    end = partner.end() if partner else end
    begin += len(match[0]) - len(match[0].lstrip("وف")) if match.start("by") > place else 0
    around = surroundings(sentence, begin, end, aside=CONCLUDED)
    span = sentence.skeleton.span(min(begin, around.begin), max(end, around.date_end))
    for instrument in found:
        if not instrument.is_domestic:
            _state_sides(context, span, instrument, by, sentence.skeleton.mention(partner["with"]) if partner else None)
            state_approval(context, span, instrument, by, f"assent-{name}", Modality.ACTUAL, around.date_facts)


def _state_sides(
    context: Context, span: tuple[int, int], instrument: KnownInstrument, by: Mention, partner: Mention | None
) -> None:
    """State both sides of an instrument with another, of which one assents: «الاتفاقية مع اليابان»."""
    polity = approving(context, by)[1]
    if partner is None or polity is None:
        return
    sides = (polity.local, *(each.identifier for each in context.things_of(partner)))
    instrument.add_parties(sides)
    named = {"party": tuple(map(Name, sides))}
    context.ledger.state(span, Name(f"{instrument.provisional}#"), named, pattern="assent:with-partner", confidence=0.8)


def _what(context: Context, sentence: Sentence, match: re.Match[str], name: str) -> tuple[KnownInstrument, ...]:
    """Give the treaty that is assented to; a decree or law counts only where it is one of ratification."""
    what = sentence.skeleton.mention(match.groupdict().get("what"))
    if name in _OF_PAPERS:
        inside = sentence.skeleton.inside(match[0], Kind.INSTRUMENT)
        papers = next((each.data for each in inside if each is not what), None)
        told = f"{match[0]} {getattr(papers, 'words', '')}"
        if getattr(papers, "head", "law") not in DOMESTIC:
            return ()
        signed = match["verb"].startswith(_SIGNED) and getattr(papers, "head", "") == "law"
        if signed or not pattern(rf"(?:ال)?{_NOUN}").search(told):
            return ()  # a law of ratification that is signed is a law
    if what is not None:
        return instruments_at(context, sentence, what)
    told_before = referred(context, sentence, match.start("verb"), match.end())
    return told_before[0] if told_before else ()
