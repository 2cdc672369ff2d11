"""Facts of missions and bases that are opened, shut or handed over, which are events without a class of their own."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ..mentions.records import Kind
from ..mentions.skeleton import pattern
from .bonds import is_told_as_done
from .events import surroundings
from .ledger import TYPE, Name, Term
from .offices import attest, officials
from .sides import sides_of

if TYPE_CHECKING:
    import re

    from ..mentions.patterns import Pattern
    from ..mentions.records import Mention
    from .context import Context, Sentence
    from .ledger import Object


def open_missions(context: Context, sentence: Sentence) -> None:
    """State missions and bases opened, shut or handed over."""
    for match in (match for found in _missions() for match in found.finditer(sentence.text)):
        if is_told_as_done(sentence, match):
            _mission(context, sentence, match)


@cache
def _missions() -> tuple[Pattern, ...]:
    opened = r"افتتحت|افتتح|فتحت|دشنت|دشن|اعادت فتح|اعاد فتح|اعادت|اعاد|اغلقت|اغلق|سلمت|سلم|اخلت|اخلي"
    taken = r"تسلمت|تسلم|استلمت|استلم|استعادت|استعاد"
    base = r"\"?(?P<base>{F})\"?"
    day = r"(?: ?،? (?:(?:في|يوم|مساء|صباح) )?{D} ?،?)?"
    what = r"(?:فتح )?\"?(?:ال)?(?:سفارتها|سفارته|سفاره|سفارتيهما|قنصليتها|قنصليه|(?:قاعدتها|قاعده|القاعده)(?! (?:ال)?(?:بيانات|جماهيري|شعبي|معلومات|انتخابي|صناعي|عملاء|قانوني|اجتماعي|ذهبي|واسع|علمي|اقتصادي))|معسكر(?! (?:[\u0621-\u064a]+ )?(?:ل|ال)?(?:لاجي|نازح|مهاجر|تدريب|اعتقال|صيف|كشف)))"
    where = r"(?: [^.؛،\ue000-\uf8ff]{0,40}?)?(?: (?:في|لدي|الي|ب) ?{any}| هناك)?"
    return (
        pattern(
            rf"(?P<all>{{w}}(?P<verb>{opened}|{taken}) (?P<who>{{P}}|{{G}}|{{O}}|{{F}}){day} (?:[^.؛،\ue000-\ue1ff]{{0,30}}? )?{what}{where})"
        ),
        pattern(
            rf"(?P<all>{{w}}(?P<verb>{opened}|{taken}) (?P<who>{{P}}|{{G}}|{{O}}|{{F}}){day} (?:[^.؛،\ue000-\ue1ff\uee00-\uefff]{{0,30}}? )?{base}(?: (?:في|الي) {{any}})?)"
        ),
        pattern(rf"(?P<all>{{w}}(?:قد )?(?P<verb>سلمت|اخليت|افتتحت|اغلقت|دشنت|ستسلم|ستغلق|ستفتتح)(?P<who>) {base})"),
        pattern(
            rf"(?P<all>(?P<who>{{P}}) (?:قد )?(?P<verb>{opened}|تعيد فتح|تعيدان فتح|تفتح|تغلق|تفتتح) {what}{where})"
        ),
    )


def _agents(context: Context, who: Mention | None, sides: tuple[str, ...]) -> tuple[Name, ...]:
    """Give the persons who open or hand over, or else their sides."""
    if who is None or who.kind is not Kind.OFFICIAL:
        return tuple(map(Name, sides))
    persons = [context.people.of_official(each) for each in officials(who)]
    return tuple(Name(each.identifier) for each in persons if each is not None)


def _mission(context: Context, sentence: Sentence, match: re.Match[str]) -> None:
    who = sentence.skeleton.mention(match["who"] or None)
    sides = sides_of(context, who)
    held = sentence.skeleton.mention(match.groupdict().get("base") or None)
    is_base = held is None or getattr(held.data, "kind", "") == "MilitaryBase"
    passive = who is not None and getattr(who.data, "kind", "") == "MilitaryBase"
    gives = match["verb"] == "تسلم" and pattern(r"[\ue000-\uf8ff]\"? $").search(sentence.text[: match.start("verb")])
    if bool(match["who"]) != bool(sides) or not is_base or passive or gives:
        return
    begin = min(match.start("who"), match.start("verb")) if who else match.start("verb")
    end = match.end("all")
    around = surroundings(sentence, begin, end)
    span = sentence.skeleton.span(min(begin, around.begin), max(end, around.date_end))
    event = Name(context.fresh(f"mission-of-{'-'.join(sides) or 'unsaid'}"))
    facts: dict[str, Object | tuple[Object, ...]] = {
        TYPE: Term("Event"),
        "eventStatus": Term("planned" if match["verb"].startswith("ست") else "occurred"),
        "participant": _agents(context, who, sides),
        **around.date_facts,
    }
    context.ledger.state(span, event, facts, pattern="bond:mission", confidence=0.78)
    attest(context, span, who, event, "bond:mission")
