"""Outlets that no table knows: newspapers, channels and sites by the name in quotation marks after their kind, as those who pass on what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern
from .ledger import TYPE, Name, Printed, Term

if TYPE_CHECKING:
    from .context import Context, Sentence
    from .ledger import Object

_KIND: Final = r"(?:صحيفه|جريده|قناه|شبكه|وكاله|موقع|مجله|اذاعه|تلفزيون)"
_NAMED: Final = rf"{_KIND} (?:{{A}} )?\"(?P<name>[\u0621-\u064a0-9][^\"؛:]{{1,24}})\""
OUTLET: Final = rf"(?:(?:نقلت|نقلا عن|بحسب|حسب|وفق|وفقا ل|ل|الي|مع|عبر|ما (?:ذكرت|نقلت|اوردت|افادت)(?: به)?|نقلته|اوردته|بثته|نشرته|كما (?:ذكرت|نقلت|افادت)) ?)(?P<outlet>{_NAMED})"
"""An outlet behind what tells that it passes on: «نقلت صحيفة «كذا» عن»."""


def outlet_near(context: Context, sentence: Sentence, begin: int, end: int) -> Name | None:
    """Find the outlet that passes on what is said in a stretch of a sentence, and state it."""
    found = pattern(OUTLET).search(sentence.text, max(0, begin), end)
    if found is None:
        return None
    span = sentence.skeleton.span(*found.span("name"))
    words = context.words(span)
    known = next((each for each, name in context.outlets.items() if name == words), None)
    number = len(context.outlets) + 1
    outlet = known or (f"outlet-of-{context.tag}" if number == 1 else f"outlet-no{number}-of-{context.tag}")
    context.outlets[outlet] = words
    facts: dict[str, Object] = {TYPE: Term("NewsAgency"), "name": Printed(*span)}
    context.ledger.state(span, Name(outlet), facts, pattern="outlet-in-quotes", confidence=0.75)
    return Name(outlet)
