"""Bonds read by their clause: relations, recognitions and memberships that end or return, whoever ends them standing anywhere in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from ..mentions.patterns import Sieve
from ..mentions.records import Form, Kind
from ..mentions.skeleton import pattern
from .modality import Modality, is_in_speech, modality_of
from .roles import FILLER, SIDE, acting, agent_after, agent_of
from .sides import sides_of
from .turn_records import is_told
from .turns import governor_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from ..mentions.patterns import Pattern
    from ..mentions.records import Mention
    from .context import Context, Sentence


@dataclass(frozen=True, slots=True)
class Family:
    """The words of one turn of a bond: stems of past and present, verbal nouns, what it is done to, and the other side."""

    stem: str
    past: str
    present: str
    noun: str
    object: str
    partner: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A bond that a clause ends or takes up again: which turn, its stretch of the skeleton, who does it, the other side."""

    stem: str
    begin: int
    end: int
    who: tuple[str, ...]
    other: tuple[str, ...]
    actor: Mention | None


_KIND: Final = r"(?: (?:ال)?(?:دبلوماسيه|ديبلوماسيه|سياسيه|قنصليه|كامله|رسميه|ثناييه|تامه))*"
_ALL: Final = r"(?:كافه |جميع |كل |مجمل )?"
_RELATIONS: Final = rf"{_ALL}(?:(?:ال)?(?:علاقات|صلات|روابط)|(?:علاقات|صلات|روابط)(?:ها|ه|هما|هم)|(?:علاقات|صلات) (?:بلاده|بلادها|بلديهما)){_KIND}"
_DIPLOMATIC: Final = rf"{_ALL}(?:ال)?علاقات(?:ها|ه|هما|هم)? (?:ال)?(?:دبلوماسيه|ديبلوماسيه){_KIND}"
_MUTUAL: Final = rf"{_ALL}علاقاتهما{_KIND}"
_RETURN: Final = "استيناف|استءناف|استعاده|اعاده|عوده|استنئاف|احياء"
_STATE: Final = r"(?:دوله |جمهوريه |حكومه |جارتها |جارته |نظام )?\"?"
_WITH: Final = rf" (?:(?:مع|ب) ?(?:كل من )?{_STATE}(?P<other>{{P}}|{{G}}|{{C}})|بين (?:كل من )?{_STATE}(?P<both>{{P}}|{{G}})|(?P<mutual>بينهما|بين البلدين))"
_RECOGNITION: Final = (
    r"(?:(?:ال)?اعتراف(?:ها|ه|هما)?|اعتراف (?:بلاده|بلادها|حكومته))(?: (?:ال)?(?:سابق|رسمي|دبلوماسي))?"
)
_OF: Final = r" ?ب(?:استقلال |دوله |جمهوريه |سياده |اقليم )*\"?(?P<other>{P}|{G})"
_SEAT: Final = r"(?:صفحه )?(?:عضويت(?:ها|ه|هم)|عضويه (?:بلاده|بلادها))(?: الكامله)?"
_IN: Final = r" (?:في|ب|من) ?(?:منظمه |مجموعه |تكتل )?\"?(?P<other>{R})"
_FROM: Final = r" (?:من|عن) (?:عضويه |منظمه |مجموعه |تكتل )?\"?(?P<other>{R})"
FAMILIES: Final = (
    Family("break", "قطع|انقطع|فصم|صرم", "قطع|فصم", "قطع|انقطاع|فصم", f" {_RELATIONS}", _WITH),
    Family("break", "قطع|انه|انهي", "قطع|نهي", "قطع|انهاء", f" {_MUTUAL}", ""),
    Family("break", "انه|انهي|اوقف|الغ|الغي", "نهي|وقف|لغي", "انهاء|ايقاف|وقف|الغاء", f" {_DIPLOMATIC}", _WITH),
    Family("resumption", "استانف|استعاد|اعاد|اعيد|استونف|استينف|استعيد", "ستانف|ستعيد|عيد", _RETURN, f" {_RELATIONS}", _WITH),
    Family("resumption", "اقام", "قيم", "اقامه", rf" {_RELATIONS} (?:من جديد|مجددا)", ""),
    Family("resumption", "استانف|استعاد|اعاد", "ستانف|ستعيد|عيد", _RETURN, f" {_MUTUAL}", ""),
    Family("withdrawal-of-recognition", "سحب|الغ|الغي|علق|جمد|اسقط", "سحب|لغي|علق|جمد", "سحب|الغاء|تعليق|تجميد|اسقاط", f" {_RECOGNITION}", _OF),
    Family("withdrawal-of-recognition", "تراجع|عدل|رجع|تخل|تخلي", "تراجع|عدل|تخلي", "تراجع|عدول|رجوع|تخلي", f" عن {_RECOGNITION}", _OF),
    Family("withdrawal-from-organization", "انه|انهي|طو|طوي|الغ|الغي", "نهي|طوي|لغي", "انهاء|الغاء|طي", f" {_SEAT}", _IN),
    Family("withdrawal-from-organization", "تخل|تخلي|تنازل", "تخلي|تنازل", "تخلي|تنازل", f" عن {_SEAT}", _IN),
    Family("withdrawal-from-organization", "انسحب|استقال", "نسحب|ستقيل", "انسحاب|خروج|استقاله", "", _FROM),
)  # fmt: skip
_BARRED: Final = r"[.؟!؛:]|{b}[وف]?(?:ان|انه|انها|الذي|التي|اللذين|اللتين|حيث|بعدما|بعد ان|فيما|بينما|لكن|حين|عندما|اثر|النظر|بناء|تقييم|صياغه|ترتيب|لعدم|عدم|قضيه|ملف|مسار|جلسه|اجتماع|مشروع|قرار|محادثات){e}"
_WHO_ANNOUNCED: Final = rf"{{w}}(?P<verb>اعلن|اعلنت|اعلنا|اعلنتا|قرر|قررت|ابلغ|ابلغت|اكد|اكدت) (?P<who>{SIDE})[^.؛]{{0,60}}?{{b}}[ب]?ان(?:ه|ها|هما| بلاده| بلادها| حكومته| حكومتها| حكومه بلاده| ادارته| بلديهما) (?:قد )?$"
"""Whoever announces that his own side has done it, does it: «أعلن الوزير أن بلاده قطعت …»."""


@cache
def _verbs() -> Sieve[tuple[Family, Pattern]]:
    found = []
    for each in FAMILIES:
        verb = rf"(?P<verb>(?:{each.past})(?:ت|ا|تا|وا)?|(?P<present>[يت](?:{each.present})(?:ان|ون)?))"
        found.append((each, pattern(rf"{{w}}{verb}{{e}}(?P<gap>[^.؟!؛:]{{0,90}}?){each.object}{each.partner}")))
    return Sieve(found, itemgetter(1))


@cache
def _nouns() -> Sieve[tuple[Family, Pattern]]:
    found = []
    for each in FAMILIES:
        noun = rf"{{b}}[وف]?(?P<before>ب|ل)?(?:ال)?(?P<verb>{each.noun})(?P<object>ها|ه|هما|هم)?{{e}}"
        found.append((each, pattern(rf"{noun}(?P<gap>[^.؟!؛:]{{0,70}}?){each.object}{each.partner}")))
    return Sieve(found, itemgetter(1))


def ties_of(context: Context, sentence: Sentence) -> Iterator[Tie]:
    """Go through the bonds that a sentence ends or takes up again."""
    for family, found in _verbs().through(sentence.text):
        for match in found.finditer(sentence.text):
            yield from _by_verb(context, sentence, family, match)
    for family, found in _nouns().through(sentence.text):
        for match in found.finditer(sentence.text):
            yield from _by_noun(context, sentence, family, match)


def _by_verb(context: Context, sentence: Sentence, family: Family, match: re.Match[str]) -> Iterator[Tie]:
    """A finite verb whose subject stands anywhere: «كولومبيا التي كانت قد قطعت علاقاتها مع …»."""
    place, end = match.span("verb")
    told = is_told(sentence, place, present=bool(match["present"]))
    if told and match.groupdict().get("both") and not match["gap"].strip():
        yield from _tie(context, sentence, family, match, place, (), None)
    agent = agent_of(sentence, place, end) if told else _announced(sentence, place)
    if agent is None or agent[2] > match.end("gap") or not _is_near(match["gap"], agent[2] - end):
        return
    if agent[2] <= end and not pattern(rf"(?:{FILLER}|\s|،)*").fullmatch(match["gap"]):
        return  # the subject stands after the verb, and is none that is known
    who = acting(context, agent[0])
    yield from _tie(context, sentence, family, match, min(agent[1], place), who, agent[0])


def _announced(sentence: Sentence, place: int) -> tuple[Mention, int, int] | None:
    """Find who announces what his own side has done."""
    match = pattern(_WHO_ANNOUNCED).search(sentence.text[:place])
    if match is None or modality_of(sentence, match.start("verb")) is not Modality.ACTUAL:
        return None
    mention = sentence.skeleton.mention(match["who"])
    told = mention is not None and not is_in_speech(sentence, match.start("verb"))
    return (mention, match.start("verb"), match.end("who")) if told and mention else None


def _by_noun(context: Context, sentence: Sentence, family: Family, match: re.Match[str]) -> Iterator[Tie]:
    """A verbal noun that is decided or told as done: «جرى قطع العلاقات بين …», «أعقب سحب بيرو اعترافها ب…»."""
    governed = governor_of(sentence, match)
    if governed is None:
        return
    _, begin, who = governed
    owner = agent_after(sentence, match.end("verb"))
    if owner is not None and owner[1] <= match.end("gap"):
        who = owner[0]
    if _is_near(match["gap"], owner[1] - match.end("verb") if owner else 0):
        yield from _tie(context, sentence, family, match, begin, acting(context, who), who)


def _is_near(gap: str, agent: int) -> bool:
    """Tell whether nothing but an agent, times and adverbs stand between a word and what it is about."""
    rest = gap[max(0, agent) :]
    return not pattern(_BARRED).search(gap) and not pattern(r"[\ue000-\ue7ff]").search(rest)


def _tie(
    context: Context,
    sentence: Sentence,
    family: Family,
    match: re.Match[str],
    begin: int,
    who: tuple[str, ...],
    actor: Mention | None,
) -> Iterator[Tie]:
    """Give the tie where both of its sides are told."""
    groups = match.groupdict()
    other = _named(context, sentence.skeleton.mention(groups.get("other")), who)
    if groups.get("both"):
        both = _named(context, sentence.skeleton.mention(groups["both"]), ())
        who, other, actor = both[:1], both[1:], None
    if family.stem == "withdrawal-from-organization" and (actor is None or actor.kind is not Kind.POLITY):
        return
    if len({*who, *other}) >= len(("one", "other")):
        yield Tie(family.stem, begin, match.end(), who, other, actor)


def _named(context: Context, mention: Mention | None, other_than: tuple[str, ...]) -> tuple[str, ...]:
    """Give the sides that a mention names, a capital for its state."""
    if mention is not None and mention.kind is Kind.PLACE:
        return (mention.things[0].identifier,) if mention.form is Form.CAPITAL else ()
    return sides_of(context, mention, other_than)
