"""Instruments that their kind alone does not tell: a declaration in quotation marks, a statute of a court, a document of ten articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .instruments import InstrumentWords, class_of
from .records import Form, Kind, Mention
from .skeleton import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .skeleton import Skeleton

_WORD: Final = r"[\u0621-\u064a]*[\ue000-\ue3ff\uf000-\uf1ff]|(?![يت][\u0621-\u064a]{3}\s)[\u0621-\u064a]{2,}"
_HEADS: Final = {"اعلان": "declaration", "بيان": "statement", "وثيقه": "document", "تفاهم": "memorandum"}
_QUOTED: Final = rf"(?<=\")(?P<title>(?P<head>{'|'.join(_HEADS)}) (?:{_WORD})(?: (?:{_WORD})){{0,2}})(?=\")"
_OF_SEVERAL: Final = (
    r"{w}[بكل]?(?P<title>(?P<head>اعلان|بيان) (?:[\u0621-\u064a]{3,} ){0,1}(?:{P}|{C}|[\u0621-\u064a]{3,}) (?:الثلاثي|الثنايي|الرباعي|الخماسي|المشترك))"
    r"{e}"
)
_STATUTE: Final = (
    r"{w}[بكل]?(?P<title>(?:ال|ل(?=ل))?نظام (?:ال)?اساسي (?:ل?{R}|ل(?:لمحكمه|محكمه|لمنظمه|منظمه|لوكاله|وكاله)(?: [\u0621-\u064a]{3,}){0,2})"
    r"|نظام (?:{C}|{P}) (?:ال)?اساسي){e}"
)
_MEMORANDUM: Final = r"{w}[بكل]?(?P<title>(?P<head>مذكره) (?:{C}|{P}))(?! (?:الي|ل|مع|بشان|حول|{S}))"
"""A memorandum that is called by the city where it was signed: «مذكرة بودابست»."""
_THE_STATUTE: Final = r"{b}(?:علي|من|الي|خارج|بموجب|في) (?P<name>النظام(?: الاساسي)?){e}(?! (?:ال|{A}))"
_OF_PARTS: Final = r"{w}(?P<name>(?:وثيقه|صك|ورقه) (?:من|في) (?:[\u0621-\u064a]{3,}|\d+)(?: (?:عشر|عشره))? (?:فصول|فصلا|بنود|بندا|مواد|ماده|ابواب)){e}"
_ANEW: Final = r"{b}(?P<title>(?P<head>بيانا|اعلانا) (?:ثانيا|ثالثا|رابعا|ثلاثيا|ثناييا|رباعيا|مشتركا|ختاميا)){e}"
_SIGNING: Final = re.compile(
    r"(?:وقع|ابرم|امض)[\u0621-\u064a]{0,4}\s[^.؛]{0,90}$|(?:ل|س|و|ف)?[يت](?:وقع|برم|مض)[\u0621-\u064a]{0,3}\s[^.؛]{0,90}$"
)


def named_instruments_of(skeleton: Skeleton) -> Iterator[Mention]:
    """Go through the instruments of a sentence that are known by name or make-up."""
    for words in (_QUOTED, _OF_SEVERAL):
        for match in pattern(words).finditer(skeleton.text):
            yield _titled(skeleton, match, _HEADS[match["head"]], definite=True)
    for match in pattern(_STATUTE).finditer(skeleton.text):
        yield _titled(skeleton, match, "statute", definite=True)
    yield from _memoranda(skeleton)
    for match in pattern(_THE_STATUTE).finditer(skeleton.text):
        yield _bare(skeleton, match, "statute", definite=True)
    for match in pattern(_OF_PARTS).finditer(skeleton.text):
        yield _bare(skeleton, match, "document", definite=False)
    for match in pattern(_ANEW).finditer(skeleton.text):
        if _SIGNING.search(skeleton.text[: match.start()]):
            yield _titled(skeleton, match, _HEADS[match["head"].removesuffix("ا")], definite=False)


def _memoranda(skeleton: Skeleton) -> Iterator[Mention]:
    for match in pattern(_MEMORANDUM).finditer(skeleton.text):
        if _SIGNING.search(skeleton.text[: match.start()]) and _is_of_a_capital(skeleton, match):
            yield _titled(skeleton, match, "memorandum", definite=True)


def _is_of_a_capital(skeleton: Skeleton, match: re.Match[str]) -> bool:
    """Tell a name of a city from that of a state: «مذكرة بودابست», not «مذكرة المجر»."""
    named = list(skeleton.inside(match["title"]))
    return all(each.form is Form.CAPITAL or each.kind is Kind.PLACE for each in named)


def _titled(skeleton: Skeleton, match: re.Match[str], head: str, *, definite: bool) -> Mention:
    span = skeleton.span(*match.span("title"))
    words = InstrumentWords(
        head, class_of(head), 1, definite, span, None, match["title"], span, quoted=True, another=not definite
    )
    return Mention(*span, Kind.INSTRUMENT, Form.NAME, (), data=words)


def _bare(skeleton: Skeleton, match: re.Match[str], head: str, *, definite: bool) -> Mention:
    span = skeleton.span(*match.span("name"))
    words = InstrumentWords(
        head, class_of(head), 1, definite, None, None, match["name"], span, demonstrative=not definite
    )
    return Mention(*span, Kind.INSTRUMENT, Form.NAME, (), data=words)
