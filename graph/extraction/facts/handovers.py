"""Facts of dated turns in a territory's fate and of judgments: what was handed over, retaken or nationalized, and what a court ruled."""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from ..mentions.lexicon import plain_words
from ..mentions.patterns import Sieve
from ..mentions.records import Kind
from ..mentions.skeleton import pattern
from .events import surroundings
from .ledger import TYPE, Name, Term
from .modality import Modality, is_in_speech, modality_of
from .offices import persons_of
from .sides import sides_of

if TYPE_CHECKING:
    import re

    from ..mentions.patterns import Pattern
    from ..mentions.records import Mention
    from .context import Context, Sentence
    from .ledger import Object

_WHO: Final = r"(?P<who>{P}|{O}|{N}|{B})"
_WHEN: Final = r"(?:(?:في|يوم|مساء|صباح|رسميا)? ?{D} |رسميا )?"
_LAND: Final = (
    r"(?P<land>(?:ال)?(?:جزيره|جزيرتي|جزيرتين|جزر|مدينه|اقليم|منطقه|ميناء|قناه|ارخبيل|مقاطعه|اراضي|شبه جزيره|بلده|شريط|هضبه|مضيق|قطاع|حقل|مرتفعات|مثلث)(?: [\u0621-\u064a]+| {any}){1,3}?"
    r"|{P}|{C}|(?!ال)[\u0621-\u064a]{4,}(?: [\u0621-\u064a]{3,})??)"
)
_TO: Final = r"(?: (?:الي|ل) ?(?:السياده |السيطره )?(?P<to>{P}|{A}))"
_HANDOVERS: Final = (
    rf"(?P<all>{{w}}(?P<verb>سلمت|سلم|اعادت|اعاد|ردت) {_WHO} {_WHEN}{_LAND}{_TO})",
    rf"(?P<all>{{w}}(?P<verb>تسلمت|تسلم|استعادت|استعاد|استردت|استرد|استرجعت) {_WHO} {_WHEN}{_LAND}(?= ?،? ?(?:في|يوم|عام|سنه|مساء|صباح|من|بعد|{{D}})))",
    rf"(?P<all>{{w}}(?:تم|تمت|جري|جرت) (?P<verb>تسليم|اعاده|نقل السياده علي) {_LAND}{_TO})",
    rf"(?P<all>{{w}}(?P<verb>قامت|قام) {_WHO} {_WHEN}(?:ب)(?:تسليم|اعاده) {_LAND}{_TO})",
    rf"(?P<all>{{w}}(?P<verb>استعادت|استعاد|بسطت|بسط|فقدت|فقد|احكمت|احكم) {_WHO} {_WHEN}(?:ال)?(?:سيطره|سيطرتها|سيطرته|سياده|سيادتها|سيادته) (?:كامله |الكامله )?علي {_LAND})",
    rf"(?P<all>{{w}}(?P<verb>سلمت|سلم) {_WHO} (?P<to>{{P}}) (?:(?:[\u0621-\u064a]+ )?(?:ال)?(?:قري|قريه|بلدات|بلده|مدينه|مدن|جزيره|جزر|منطقه|مناطق|اقليم|اراضي|جيوب)(?: (?:حدوديه|محتله|متنازع عليها))?))",
    r"(?P<all>{w}(?P<verb>عادت|عاد|انتقلت|انتقل|الت) (?P<who>{P}|{C}) (?:رسميا )?الي (?:ال)?(?:سياده|حكم) (?P<to>{A}|{P}))",
    r"(?P<all>{w}(?P<verb>غيرت|غير|بدلت) (?P<who>{P}) (?:رسميا )?(?:اسمها|اسمه) (?:رسميا )?(?:من|الي|ليصبح))",
    r"(?P<all>{w}(?P<verb>رفعت|رفع|شطبت|شطب|ازالت|ازال|ادرجت|ادرج) (?P<who>{P}) (?:رسميا )?(?:اسم )?(?P<to>{P}) (?:من|علي|في) (?:ال)?(?:قايمه|لايحه|قايمتها|لايحتها) [^.؛،]{0,30}?(?:ارهاب|عقوبات|سوداء|رماديه))",
    r"(?P<all>{w}(?P<verb>فتحت|فتح|اغلقت|اغلق|اعادت فتح|اعاد فتح) (?P<who>{P}) (?:اجواءها|اجواءه|مجالها الجوي|مجاله الجوي|حدودها|حدوده)(?: [^.؛،\ue000-\uf8ff]{0,40}?)? (?:امام |مع |في وجه )(?:ال(?:طايرات|رحلات|سفن|طيران|شاحنات|لاجيين) )?(?P<to>{P}|{A})(?=[^.؛،\ue000-\ue7ff]{0,30}{D}))",
    r"(?P<all>{w}(?P<verb>توحد|توحدت) (?:شطرا|شطري) (?P<who>{P}))",
    r"(?P<all>{w}(?P<verb>اممت|امم) (?:حكومه )?(?P<who>{P}|{O}|{N}|{B}) [^.؛،\ue800-\ue9ff]{3,40}?)(?= ?،? ?(?:في|يوم|عام|سنه)? ?{D})",
    r"(?P<all>{w}(?P<verb>نالت|نال|حصلت|حصل|انتزعت) (?P<who>{P}) (?:علي )?استقلال(?:ها|ه)(?: (?:التام|الكامل))?(?: (?:عن|من) (?P<to>{P}))?)",
)
_HEAD: Final = (
    r"(?:ال)?(?:جزير|جزر|مدين|اقليم|منطق|ميناء|قناه|ارخبيل|مقاطع|اراضي|شبه|بلده|شريط|هضب|مضيق|قطاع|حقل|مرتفع|مثلث)"
)
_NO_LAND: Final = r"(?:ا|ات|ين|ه|هم|ها)$"
"""How words end that are things rather than the name of a place, where nothing says that they are one."""
_COURT: Final = r"(?P<who>{R}|{B}|(?:(?:ال)?محكمه (?:ال)?(?:دوليه|دستوريه|عليا|اتحاديه|تحكيم)|هييه (?:ال)?تحكيم|المحكمه)(?: (?:ال)?(?:دوليه|دستوريه|عليا|اتحاديه|{A}))*)"
_RULES: Final = r"(?:قضت|حكمت|افتت|قضي|حكم)"
_JUDGMENTS: Final = (
    rf"(?P<all>{{w}}(?P<verb>{_RULES}) {_COURT}(?: [^.؛،\ue800-\ue9ff]{{0,30}}?)? ?،? ?{_WHEN}،? ?(?:بان|ب|لصالح|ضد|ان|في)[^.،؛:]*)",
    rf"(?P<all>{_COURT} (?:قد )?(?P<verb>{_RULES}) {_WHEN}(?:بان|ب|لصالح|ضد|ان|في)[^.،؛:]*)",
    rf"(?P<all>{{w}}(?P<verb>اصدرت|اصدر) {_COURT}(?: [^.؛،\ue800-\ue9ff]{{0,30}}?)? ?،? ?{_WHEN}،? ?(?:حكما|حكمها|قرارا|قرارها|رايا استشاريا|مذكره (?:توقيف|اعتقال)|مذكرتي (?:توقيف|اعتقال)|مذكرات (?:توقيف|اعتقال)|امرا))",
)
_COURTS: Final = frozenset(
    {"international-court-of-justice", "international-criminal-court", "permanent-court-of-arbitration"}
)


@cache
def _sieve() -> Sieve[tuple[bool, Pattern]]:
    told = [(False, pattern(words)) for words in _HANDOVERS] + [(True, pattern(words)) for words in _JUDGMENTS]
    return Sieve(told, itemgetter(1))


def hand_over(context: Context, sentence: Sentence) -> None:
    """State dated handovers and judgments."""
    taken: list[tuple[int, int]] = []
    for judges, found in _sieve().through(sentence.text):
        for match in found.finditer(sentence.text):
            free = not any(begin < match.end() and match.start() < end for begin, end in taken)
            if free and _is_told(sentence, match) and (_rules(sentence, match) if judges else _is_land(match)):
                taken.append(match.span())
                _state(context, sentence, match)


def _is_told(sentence: Sentence, match: re.Match[str]) -> bool:
    place = match.start("verb")
    return modality_of(sentence, place) is Modality.ACTUAL and not is_in_speech(sentence, place)


def _is_land(match: re.Match[str]) -> bool:
    """Tell a place that changes hands from a thing: «تسلمت مصر طابا», not «تسلمت مصر قرضا»."""
    words = (match.groupdict().get("land") or "").split()
    bare = words and not pattern(rf"{_HEAD}|[\ue000-\uf8ff]").match(words[0])
    return not (bare and (words[0] in plain_words() or pattern(_NO_LAND).search(words[0])))


def _rules(sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell an international or a high court from any other organization or body."""
    mention = sentence.skeleton.mention(match["who"]) if len(match["who"]) == 1 else None
    if mention is None:
        return len(match["who"]) > 1
    return mention.things[0].identifier in _COURTS or "court" in mention.things[0].identifier


def _state(context: Context, sentence: Sentence, match: re.Match[str]) -> None:
    begin = min(match.start("verb"), match.start("who")) if match.groupdict().get("who") else match.start("verb")
    was = pattern(r"{b}(?:كانت|كان) $").search(sentence.text[:begin])
    begin = was.start() if was else begin
    around = surroundings(sentence, begin, match.end("all"))
    groups = match.groupdict()
    undated = match["verb"] in ("تسليم", "سلمت", "سلم") and pattern(_HEAD).match(groups.get("land") or "")
    if (around.date is None and not undated) or _is_known(context, sentence, match):
        return
    found = [sentence.skeleton.mention(groups.get(each) or None) for each in ("who", "to")]
    names = tuple(dict.fromkeys(name for each in found if each for name in _participants(context, each)))
    span = sentence.skeleton.span(min(begin, around.begin), max(match.end("all"), around.date_end))
    facts: dict[str, Object | tuple[Object, ...]] = {
        TYPE: Term("Event"),
        "eventStatus": Term("occurred"),
        "participant": tuple(map(Name, names)),
        **around.date_facts,
    }
    facts |= {"eventPlace": Name(around.city)} if around.city else {}
    context.ledger.state(span, Name(context.fresh("turn-of-fate")), facts, pattern="handover", confidence=0.74)


def _participants(context: Context, mention: Mention) -> tuple[str, ...]:
    if mention.kind in (Kind.OFFICIAL, Kind.PERSON):
        return tuple(persons_of(context, mention))
    if mention.kind in (Kind.BODY, Kind.ADJECTIVE):
        return tuple(each.identifier for each in mention.things)
    return sides_of(context, mention)


def _is_known(context: Context, sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell whether another pattern tells the same verb as an event already."""
    begin = sentence.skeleton.begins[match.start("verb")]
    return any(
        claim.predicate == "eventStatus" and claim.begin <= begin < claim.end and claim.begin > begin - _NEAR
        for claim in context.ledger
    )


_NEAR: Final = 30
