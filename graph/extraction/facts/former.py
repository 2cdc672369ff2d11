"""Facts of states that are no more: that they fell apart, when told as a time, and what once was a part of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern
from .ledger import TYPE, Name, Printed, Term, Words

if TYPE_CHECKING:
    from ..mentions.records import Mention
    from .context import Context, Sentence
    from .ledger import Object

FORMER: Final = frozenset(
    {"austria-hungary", "czechoslovakia", "east-germany", "ottoman-empire", "south-yemen", "soviet-union", "united-arab-republic", "yugoslavia"}
)  # fmt: skip
_PART: Final = r"(?P<all>(?P<part>{P}) ?،? ?(?:(?:وهي|التي كانت) )?(?:احدي |من )?(?:ال)?(?:جمهوريه|جمهوريات|مقاطعه) (?:{A} )?(?P<whole>{A}|{P})(?: ال[\u0621-\u064a]+)? (?:السابقه|سابقا))"
_END: Final = (
    r"(?P<all>(?P<end>انهيار|تفكك|زوال|حل|سقوط|انحلال|تفكيك|انفراط|انهار|انهارت|تفككت|انحل|انحلت|انفرط) (?P<whole>{P}))"
)
_AT_THE_END: Final = r"{b}(?P<time>(?:اثناء|ابان|خلال|غداه|عشيه|عقب|في اعقاب|بعد|قبل|منذ|مع) (?P<all>(?P<end>انهيار|تفكك|زوال|حل|سقوط|انحلال|تفكيك) (?P<whole>{P}))(?: و(?:ما )?(?:بعده|بعدها|قبله|قبلها))?)"


def tell_of_former_states(context: Context, sentence: Sentence) -> None:
    """State the ends of former states, the events that are told to fall in that time, and their former parts."""
    for match in pattern(_PART).finditer(sentence.text):
        part, whole = (sentence.skeleton.mentions[match[name]] for name in ("part", "whole"))
        if _is_former(whole) and len(part.things) == 1:
            span = sentence.skeleton.span(*match.span("all"))
            facts: dict[str, Object] = {"formerConstituentOf": Name(whole.things[0].identifier)}
            thing = Name(part.things[0].identifier)
            context.ledger.state(span, thing, facts, pattern="former-constituent", confidence=0.85)
            _name(context, whole)
    for match in pattern(_END).finditer(sentence.text):
        whole = sentence.skeleton.mentions[match["whole"]]
        if _is_former(whole):
            _end(context, whole, sentence.skeleton.span(*match.span("all")))
    for match in pattern(_AT_THE_END).finditer(sentence.text):
        if _is_former(sentence.skeleton.mentions[match["whole"]]):
            time = sentence.skeleton.span(*match.span("time"))
            clause = sentence.text.rfind("؛", 0, match.start()) + 1
            _date(context, sentence.skeleton.span(clause, match.start())[0], time)


def _is_former(mention: Mention) -> bool:
    return len(mention.things) == 1 and mention.things[0].identifier in FORMER


def _name(context: Context, whole: Mention) -> None:
    span = (whole.begin, whole.end)
    thing = Name(whole.things[0].identifier)
    context.ledger.state(span, thing, {TYPE: Term("Polity")}, pattern="former-constituent", confidence=0.85)


def _end(context: Context, whole: Mention, span: tuple[int, int]) -> None:
    thing = Name(whole.things[0].identifier)
    context.ledger.state(span, thing, {TYPE: Term("FormerState")}, pattern="dissolution", confidence=0.85)
    facts: dict[str, Object] = {
        TYPE: Term("StateDissolution"),
        "dissolvedPolity": thing,
        "eventStatus": Term("occurred"),
    }
    event = Name(f"dissolution-of-{thing.local}")
    context.ledger.state(span, event, facts, pattern="dissolution", confidence=0.85)


def _date(context: Context, begin: int, time: tuple[int, int]) -> None:
    """Date the event that is told right before by the end of a state, which no calendar resolves."""
    told = [
        claim
        for claim in context.ledger
        if claim.predicate == "eventStatus" and begin <= claim.begin and time[0] - _NEAR <= claim.end <= time[0]
    ]
    latest = max(told, key=lambda each: each.end, default=None)
    dated = {claim.subject for claim in context.ledger if claim.predicate in ("eventDate", "eventStart")}
    if latest is None or latest.subject in dated:
        return
    context.ledger.state(
        (latest.begin, time[1]), latest.subject, {"eventDate": Words(*time)}, pattern="date-by-event", confidence=0.7
    )
    facts: dict[str, Object] = {
        TYPE: Term("DateExpression"),
        "rawText": Printed(*time),
        "datePrecision": Term("period"),
        "dateBasis": Term("unresolved"),
    }
    context.ledger.state(time, Words(*time), facts, pattern="date-by-event", confidence=0.7)


_NEAR: Final = 3
"""How many letters may stand between an event and the time that it is told to fall in."""
