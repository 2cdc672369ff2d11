"""When and where: the date and the place that stand with an event in its clause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from ..mentions.lexicon import plain_words
from ..mentions.records import Kind
from ..mentions.skeleton import pattern
from ..mentions.transliteration import transliterated
from ..reading.furniture import LineKind
from ..tables.polities import polities
from .ledger import TYPE, Name, Printed, Term, Words
from .timelines import OPENING

if TYPE_CHECKING:
    from .context import Context, Sentence
    from .ledger import Object


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Date and place around an event; places are in the skeleton, `city` is an identifier."""

    begin: int
    date: tuple[int, int] | None
    date_end: int
    city: str | None
    city_end: int

    @property
    def date_facts(self) -> dict[str, Object]:
        """Give the date as a fact of the event."""
        return self.dates_as("eventDate")

    def dates_as(self, predicate: str) -> dict[str, Object]:
        """Give the date as a fact in another role, such as that of a beginning."""
        return {predicate: Words(*self.date)} if self.date else {}


_AFTER: Final = r"(?:[^.؟!؛\ue800-\ue9ff\uea00-\uebff]{0,45}?)(?P<lead> ?،? ?(?:في |يوم |بتاريخ |مساء |صباح |اليوم |خلال |منذ )*)(?P<date>{D})"
_OTHER_TIME: Final = re.compile(
    r"(?:،\s*(?:صدق|صادق|اقر|دخل|الغ|نقض|انسحب|علق|مدد|جدد)[\u0621-\u064a]*\s|،\s*و(?!ذلك|في|يوم|تحديدا)[\u0621-\u064a]{3,}\s|(?<![\u0621-\u064a])ثم|مند|(?<![\u0621-\u064a])اذ(?![\u0621-\u064a])|لمده|حتي|التي|الذي|بعد|قبل|المقرر|مدتها|(?<![\u0621-\u064a])(?:دخلت?|[يت]دخل|سرت|[يت]سري|انتهت|[يت]نتهي|صادقت?|صدقت?|اقرت|نصت|[يت]نص)\s)"
)
_BEFORE: Final = r"{b}[وف]?(?P<lead>(?:في |يوم |بتاريخ |مساء |صباح )*)(?P<date>{D})(?: ?، [^،.؟!؛:\ue800-\ue9ff]{2,70} ?،| ?،)?(?: (?:كان|كانت|كانا|قد|رسميا|ايضا|ايضاً))* ?$"


CONCLUDED: Final = r"{b}(?:الموقعه?|المبرمه?|الموقعين|الموقعتين|المبرمين|المبرمتين|المعقوده?|الموروثه?){e}[^،]*$"
ASIDE: Final = r"{b}(?:التي|الذي|اللتان|اللذان|الموقعه?|المبرمه?|المعقوده?){e}[^،]*$"
"""A participle, or a relative clause that no comma closes: «دخلت المعاهدة، التي وقعت عام …، حيز النفاذ»."""


def surroundings(sentence: Sentence, begin: int, end: int, *, aside: str = "") -> Surroundings:
    """Find the date inside, after or before a stretch of a skeleton, and the place in it or after it.

    `aside`: words after which a date within the stretch belongs to something else («المعاهدة المبرمة عام …»).
    """
    text, skeleton = sentence.text, sentence.skeleton
    date_begin, date_end, date = begin, 0, None
    dates = [place for place in range(begin, end) if _kind(sentence, place) is Kind.DATE]
    inside = next((place for place in dates if not (aside and pattern(aside).search(text[begin:place]))), None)
    if inside is not None:
        date, date_end = inside, inside + 1
    elif (after := _date_after(text, end, aside)) and not _OTHER_TIME.search(text[end : after.start("date")]):
        date, date_end = after.start("date"), after.end("date")
    if date is None and (before := pattern(_BEFORE).search(text[:begin])):
        date, date_end = before.start("date"), before.end("date")
        date_begin = before.start("lead")
    if date is None and (line := pattern(OPENING).match(text)):
        date, date_end, date_begin = line.start("date"), line.end("date"), line.start("date")
    mention = skeleton.mention(text[date]) if date is not None else sentence.day
    city, city_end = _city(sentence, begin, end)
    return Surroundings(date_begin, (mention.begin, mention.end) if mention else None, date_end, city, city_end)


def _date_after(text: str, end: int, aside: str) -> re.Match[str] | None:
    """Find the date after a stretch, past one that dates what the stretch ends with."""
    after = pattern(_AFTER).match(text, end)
    if after is not None and aside and pattern(aside).search(text[end : after.start("date")]):
        return pattern(_AFTER).match(text, after.end("date"))
    return after


def _kind(sentence: Sentence, place: int) -> Kind | None:
    mention = sentence.skeleton.mention(sentence.text[place])
    return mention.kind if mention else None


_CITY: Final = r"{b}(?:في |ب)(?P<all>(?:(?:ال)?(?:مدينه|عاصمه|بلده|منتجع|قصر) )(?:{A} )?(?P<name>[\u0621-\u064a]+(?: ال[\u0621-\u064a]+)?|{C})(?: {A})?|(?:(?:ال)?(?:جامعه|مطار|قاعه|ميناء|فندق|معبر) )?(?P<capital>{C}))"


def _city(sentence: Sentence, begin: int, end: int) -> tuple[str | None, int]:
    for match in pattern(_CITY).finditer(sentence.text, begin, min(len(sentence.text), end + 60)):
        if "؛" in sentence.text[end : match.start()]:
            break
        character = match["capital"] or (match["name"] if match["name"] and len(match["name"]) == 1 else None)
        mention = sentence.skeleton.mention(character)
        if mention is not None:
            return city_identifier(mention.things[0].english), match.end()
        if match["name"] and match["name"] not in plain_words():
            return transliterated(match["name"]), match.end()
    return None, 0


def city_identifier(english: str) -> str:
    """Make the identifier of a city out of its English name."""
    slug = re.sub(r"[^a-z0-9]+", "-", english.lower()).strip("-")
    return f"{slug}-city" if slug in _polities() else slug


@cache
def _polities() -> frozenset[str]:
    return frozenset(each.identifier for each in polities())


def name_cities(context: Context) -> None:
    """State the cities that events are placed in, and those that the tables know."""
    seen: set[str] = set()
    _name_known(context, seen)
    for sentence in context.sentences:
        for match in pattern(_CITY).finditer(sentence.text):
            character = match["capital"] or (match["name"] if match["name"] and len(match["name"]) == 1 else None)
            mention = sentence.skeleton.mention(character)
            identifier = city_identifier(mention.things[0].english) if mention else transliterated(match["name"])
            place = match.span("capital") if match["capital"] else match.span("name")
            if identifier in seen:
                _state_country(context, sentence, match, identifier)
            if identifier in seen or (mention is None and match["name"] in plain_words()):
                continue
            city = Name(identifier)
            if not any(claim.predicate == "eventPlace" for claim in context.ledger.naming(city)):
                continue
            seen.add(identifier)
            span = sentence.skeleton.span(*place)
            context.ledger.state(
                span,
                Name(identifier),
                {TYPE: Term("City"), "name": Printed(*span)},
                pattern="city-of-event",
                confidence=0.85,
            )
            _state_country(context, sentence, match, identifier)


_OPENING: Final = r"^\"?[\uf000-\uf1ff\ue000-\ue1ff](?: ?[/و،] ?[\uf000-\uf1ff\ue000-\ue1ff])* ?[-–—/(:،]"


def _name_known(context: Context, seen: set[str]) -> None:
    """State each city of the tables where it is first named as a place, not in the headline or before the news."""
    for sentence in context.sentences:
        if sentence.stretch.kind is LineKind.HEADLINE:
            continue
        opening = pattern(_OPENING).match(sentence.text)
        for place, character in enumerate(sentence.text):
            mention = sentence.skeleton.mentions.get(character)
            if mention is None or mention.kind is not Kind.PLACE or not mention.things[0].english:
                continue
            identifier = city_identifier(mention.things[0].english)
            dated = place < (opening.end() if opening else 0)
            if identifier in seen or dated:
                continue
            seen.add(identifier)
            span = (mention.begin, mention.end)
            facts: dict[str, Object] = {TYPE: Term("City"), "name": Printed(*span)}
            context.ledger.state(span, Name(identifier), facts, pattern="city-of-table", confidence=0.85)


def _state_country(context: Context, sentence: Sentence, match: re.Match[str], identifier: str) -> None:
    adjective = next(sentence.skeleton.inside(match["all"], Kind.ADJECTIVE), None)
    if adjective is not None:
        span = sentence.skeleton.span(*match.span("all"))
        context.ledger.state(
            span,
            Name(identifier),
            {TYPE: Term("City"), "inCountry": Name(adjective.things[0].identifier)},
            pattern="city-with-adjective",
            confidence=0.8,
        )
