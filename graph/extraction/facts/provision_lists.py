"""Provisions in a list: «وينص الاتفاق على:» and what stands under it line by line, each item a provision of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..mentions.records import Kind
from ..mentions.skeleton import pattern
from .provision_words import BIND, RULES, STATES
from .provisions import instruments_of, state_provision
from .wordings import Wording

if TYPE_CHECKING:
    from .context import Context, Sentence

_NOUNS: Final = r"(?:(?:ال)?(?:بنود|نقاط|احكام|شروط|مبادي|التزامات|مواد)(?:ها|ه)?|(?:مما|ما) (?:جاء|ورد|نصت?|تضمنت?|[يت]تضمن|[يت]نص)(?: عليه)?(?: فيها| فيه)?)"
_OWN: Final = r"(?:بنود|نقاط|احكام|شروط|مواد|طرفي|طرفا|اطراف)(?:ها|ه|هما){e}|(?:عليه|فيها|فيه){e}"
_OPENING: Final = (
    rf"(?:{{w}}(?P<verb>{STATES}|{RULES})|{{w}}(?P<noun>(?:(?:من )?(?:ابرز|اهم) )?{_NOUNS}))[^.؛؟!:]{{0,90}}:\s*$"
)
_ASKING: Final = rf"^ ?[وف]?(?P<verb>بم|بماذا|ماذا|علام|علي ماذا|ما الذي|ما(?= (?:ابرز|اهم|بنود))|ما هي) [^.؛:]{{0,40}}?(?:{STATES}|{RULES}|{BIND}|بنود|احكام|شروط|نقاط)[^.؛:]{{0,60}}؟"
_ITEM: Final = r"(?P<lead>(?:(?:اولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|الاول[يه]?|الثاني[ه]?|الثالثه?) ?[:،-] ?)?)(?P<all>(?P<verb>)(?P<who>)(?P<content>[^.؟!؛:]{8,}))"
_FREE: Final = r"(?P<all>(?P<verb>ل)(?P<them>ها|ه|هما|هم)(?P<who>) (?:ان|(?:ال)?حق في) (?P<content>[^.؟!؛:]{8,}))"
_MARKED: Final = re.compile(r"\n[ \t]*(?:[-–—•●▪■◾►▶*·»]+\s*|\d{1,2}\s*[.)-]\s*)$")
_ORDERED: Final = r"(?:اولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا) ?[:،-]"
_LISTED: Final = "listed"


def list_things(context: Context, sentence: Sentence) -> None:
    """State what stands in a list of provisions, and notice where one begins."""
    opening = pattern(_OPENING).search(sentence.text)
    opening = opening or pattern(_ASKING).search(sentence.text)
    if opening is not None and (_names_one(sentence) or pattern(_OWN).search(sentence.text)):
        context.listed = sentence.place, instruments_of(context, sentence, opening, None)
        return
    place, instruments = context.listed
    if not instruments or sentence.place != place + 1 or not _is_item(context, sentence):
        return
    context.listed = sentence.place, instruments
    item = pattern(_ITEM).match(sentence.text)
    if item is None or any(at == sentence.place for at, _ in context.provided):
        return
    wording = Wording(_LISTED, "content", pattern(_ITEM), 0.76)
    if free := pattern(_FREE).match(sentence.text):
        item, wording = free, Wording("listed-for-it", "liberty", pattern(_FREE), 0.7)
    for instrument in instruments:
        words = (item.start("content"), *item.span("content"))
        state_provision(context, sentence, wording, item, instrument, words)
    context.last_provision = sentence.place


def _names_one(sentence: Sentence) -> bool:
    """Tell whether a sentence names an instrument, or its sides: «بم يُلزم طرفيه؟»."""
    return any(each.kind in (Kind.INSTRUMENT, Kind.GROUP) for each in sentence.skeleton.inside(sentence.text))


def _is_item(context: Context, sentence: Sentence) -> bool:
    begin = sentence.stretch.begin
    before = context.folded.text[max(0, begin - 8) : begin]
    return _MARKED.search(before) is not None or pattern(_ORDERED).match(sentence.text) is not None
