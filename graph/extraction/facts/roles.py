"""Who acts in a clause of any order: the side after a verb or a verbal noun, before it, or carried over from the verb before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.records import Kind, Mention
from ..mentions.skeleton import pattern
from ..reading.furniture import LineKind
from .offices import officials
from .sides import sides_of

if TYPE_CHECKING:
    from .context import Context, Sentence

SIDE: Final = "[\ue000-\ue1ff\ue400-\ue7ff\uec00-\uedff\uf200-\uf3ff\uf600-\uf7ff]"
_TIME: Final = r"(?:(?:في|يوم|منذ|مساء|صباح|ليله|فجر|اليوم|امس|خلال|عام|قبل|بعد|بحلول|شهر|الي|من) ?)*{D}(?: الي {D})?"
_ADVERB: Final = (
    r"(?:رسميا|احاديا|ايضا|لاحقا|بدورها|بدوره|كذلك|نهاييا|موقتا|فورا|مجددا|بالفعل|حينها|وقتها|يومها|انذاك|فجاه|من جانب واحد|بشكل احادي|بصوره احاديه"
    r"|من طرف واحد|بصفه احاديه|بشكل (?:رسمي|نهايي|مفاجي|موقت)|بصوره (?:رسميه|نهاييه)|للمره الاولي|من جانبها|من جانبه|من جهتها|من جهته|هي الاخري|هو الاخر|هناك)"
)
FILLER: Final = rf"(?:،? ?(?:{_TIME}|{_ADVERB}|\"?ب(?:اثر|مفعول) فوري\"?|(?:في|ب) ?{{C}}|(?:العمل ب|من|عن|ب|الي|علي|في|ل|معها|معه)(?:ها|ه|هما){{e}})(?: ?،)?)"
_ASIDE: Final = r"(?: ?، [^،.؟!؛:]{2,60} ?،)"
_TITLE: Final = r"(?:(?:دول(?= [\ue400-\ue5ff])|كل من|كلا من|حكومه|حكومتا|حكومات|سلطات|قياده|اداره|جمهوريه|دوله|مملكه|سلطنه|الحكومه|السلطات) )?"
_AFTER: Final = rf"(?:{{e}}(?:{_ASIDE}|{FILLER}|\s)*)? ?{_TITLE}\"?(?P<who>{SIDE})"
_BEFORE: Final = (
    rf"(?P<begin>(?:(?:كان|كانت|كانا) )?{_TITLE}\"?(?P<who>{SIDE}))\"?"
    rf"(?: (?:الانتقاليه|الانتقالي|نفسها|نفسه|ذاتها|ذاته|الجديده|السابقه))?(?:{_ASIDE}|{FILLER}|\s|،)*"
    r"(?:(?:التي|الذي|اللتان|اللتين|اللذان|اللذين|الذين) )?(?:(?:فقد|قد|كان|كانت|كانا|كانتا|كانوا|عادت|عاد|سبق ان) )*$"
)
_NOT_BEFORE: Final = r"{b}[وف]?(?:الي|علي|عن|من|مع|في|بين|ضد|لدي|نحو|تجاه|زياره|مقابل|داخل|خارج|بعد|قبل|منذ|خلال|ب|ل|ك|جنوب|شمال|شرق|غرب|انسحاب|رييس|شعب)\s*\"?$"


def agent_after(sentence: Sentence, place: int) -> tuple[Mention, int] | None:
    """Find the side right after a verb or a verbal noun, with times, adverbs and asides between, and where it ends."""
    match = pattern(_AFTER).match(sentence.text, place)
    mention = sentence.skeleton.mention(match["who"]) if match else None
    return (mention, match.end()) if match and mention else _own_side(sentence, place)


_OWN: Final = rf"{{e}}(?:{FILLER}|\s)*(?:بلاده|بلادها|حكومته|حكومتها|ادارته|ادارتها|سلطات بلاده|حكومه بلاده){{e}}"


def _own_side(sentence: Sentence, place: int) -> tuple[Mention, int] | None:
    """Find whose «بلاده», «إدارتها» are: the official, person or polity named last before them."""
    match = pattern(_OWN).match(sentence.text, place)
    before = [
        mention
        for mention in sentence.skeleton.inside(sentence.text[:place])
        if mention.kind in (Kind.OFFICIAL, Kind.PERSON, Kind.POLITY, Kind.BODY) and len(mention.things) <= 1
    ]
    return (before[-1], match.end()) if match and before else None


def agent_before(sentence: Sentence, place: int) -> tuple[Mention, int] | None:
    """Find the side right before a verb, or the head of its relative clause, and where its words begin."""
    match = pattern(_BEFORE).search(sentence.text[:place])
    if match is None or pattern(_NOT_BEFORE).search(sentence.text[: match.start("begin")]):
        return _of_headline(sentence, place)
    mention = sentence.skeleton.mention(match["who"])
    return (mention, match.start("begin")) if mention else None


def _of_headline(sentence: Sentence, place: int) -> tuple[Mention, int] | None:
    """A headline may open with whom it is about: «النيجر: السلطات تنهي الاتفاق»."""
    match = pattern(r"^\"?(?P<who>{P})\"? ?[:.،] ?").match(sentence.text)
    mention = sentence.skeleton.mention(match["who"]) if match else None
    if mention is None or sentence.stretch.kind is not LineKind.HEADLINE or place - 1 > _NEAR:
        return None
    return mention, 0


_NEAR: Final = 40


def agent_carried(sentence: Sentence, place: int) -> tuple[Mention, int] | None:
    """Find the subject of the verb before, where a verb without one is joined to it: «انسحبت فرنسا من …، ثم علقت …»."""
    if not pattern(r"(?:{b}ثم|،|{b}و|{b}ف|{b}كما|{b}بل|قبل ان|بعد ان) ?(?:قد )?$").search(sentence.text[:place]):
        return None
    feminine = pattern(r"[\u0621-\u064a]+ت{e}|ت[\u0621-\u064a]+").match(sentence.text, place) is not None
    verb = r"ت" if feminine else r"(?!ت)[\u0621-\u064a]"
    earlier = [
        match
        for match in pattern(rf"{{b}}[\u0621-\u064a]{{2,}}{verb}(?:{FILLER}|\s)* {_TITLE}\"?(?P<who>{SIDE})").finditer(
            sentence.text[:place]
        )
        if not pattern(_NOT_BEFORE).search(sentence.text[: match.start("who")])
    ]
    mention = sentence.skeleton.mention(earlier[-1]["who"]) if earlier else None
    return (mention, place) if mention and _agrees(mention, feminine=feminine) else None


def _agrees(mention: Mention, *, feminine: bool) -> bool:
    """Most polities and organizations are feminine in Arabic; officials, persons and most bodies are not."""
    sides = mention.kind in (Kind.POLITY, Kind.ORGANIZATION)
    masculine = sides and any(each.identifier in _MASCULINE for each in mention.things)
    return len(mention.things) <= 1 and (sides and not masculine) == feminine


_MASCULINE: Final = frozenset({"iraq", "jordan", "lebanon", "morocco", "sudan", "south-sudan", "yemen"})


def agent_of(sentence: Sentence, begin: int, end: int) -> tuple[Mention, int, int] | None:
    """Find who does what a verb says, and the stretch of the skeleton from the first to the last of both."""
    if after := agent_after(sentence, end):
        return after[0], begin, after[1]
    if before := agent_before(sentence, begin):
        return before[0], before[1], end
    if carried := agent_carried(sentence, begin):
        return carried[0], begin, end
    return None


def acting(context: Context, mention: Mention | None) -> tuple[str, ...]:
    """Give the polities and organizations that act through a side, an official, a body or a person shown in office."""
    if mention is not None and mention.kind is Kind.PERSON:
        shown = context.people.officials_of(mention.things[0].identifier)
        return tuple(each.office.owner.identifier for each in shown if each.office and each.office.owner)
    if mention is not None and mention.kind is Kind.OFFICIAL and not sides_of(context, mention):
        return tuple(
            known.owner
            for each in officials(mention)
            if (known := context.people.of_official(each)) is not None and known.owner
        )
    return sides_of(context, mention)
