"""Instruments: treaties, agreements, laws and decisions as noun phrases, with their titles and subjects."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from .records import Form, Kind, Mention
from .skeleton import Skeleton, pattern
from .subjects import nominal_subject, subject_at
from .titles import city_end, day_end, title_end, year_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .patterns import Pattern


@dataclass(frozen=True, slots=True)
class InstrumentWords:
    """What a noun phrase says of an instrument; places are in the folded text.

    `count` is 1, 2, or 0 for an uncounted plural; `definite` marks one that may refer back, `another` one that does not.
    """

    head: str
    kind: str
    count: int
    definite: bool
    title: tuple[int, int] | None
    subject: tuple[int, int] | None
    words: str
    bare: tuple[int, int] = (0, 0)
    quoted: bool = False
    demonstrative: bool = False
    another: bool = False


_SINGULAR: Final = {
    "معاهده": "treaty",
    "اتفاقيه": "agreement",
    "اتفاق": "accord",
    "اتفاقا": "accord",
    "بروتوكول": "protocol",
    "بروتوكولا": "protocol",
    "ميثاق": "charter",
    "ميثاقا": "charter",
    "مذكره تفاهم": "memorandum",
    "مذكره التفاهم": "memorandum",
    "المذكره": "memorandum",
    "قانون": "law",
    "قانونا": "law",
    "قرار": "decision",
    "قرارا": "decision",
    "مرسوم": "decree",
    "مرسوما": "decree",
    "وثيقه": "document",
    "بيان مشترك": "statement",
    "بيانا مشتركا": "statement",
    "البيان المشترك": "statement",
    "اعلان مشترك": "declaration",
    "اعلانا مشتركا": "declaration",
    "الاعلان المشترك": "declaration",
    "اعلان نوايا": "declaration",
    "اعلان": "declaration",
    "اعلانا": "declaration",
    "بيان": "statement",
    "عهد": "charter",
    "وثيقه عهد": "charter",
    "مشروع قانون": "law",
    "امر تنفيذي": "decision",
    "امرا تنفيذيا": "decision",
    "بروتوكول اتفاق": "protocol",
    "برتوكول": "protocol",
    "برتوكولا": "protocol",
    "بروتكول": "protocol",
    "مذكره تعاون": "memorandum",
    "مذكره اتفاق": "memorandum",
    "مذكره شفويه": "memorandum",
}
_DUAL: Final = {
    "معاهدتان": "treaty",
    "معاهدتين": "treaty",
    "معاهدتا": "treaty",
    "معاهدتي": "treaty",
    "اتفاقيتان": "agreement",
    "اتفاقيتين": "agreement",
    "اتفاقيتا": "agreement",
    "اتفاقيتي": "agreement",
    "اتفاقان": "accord",
    "اتفاقين": "accord",
    "بروتوكولان": "protocol",
    "بروتوكولين": "protocol",
    "مذكرتا تفاهم": "memorandum",
    "مذكرتي تفاهم": "memorandum",
    "المذكرتان": "memorandum",
    "المذكرتين": "memorandum",
    "الاتفاقان": "accord",
    "الاتفاقين": "accord",
    "اتفاقي": "accord",
}
_PLURAL: Final = {
    "معاهدات": "treaty",
    "اتفاقيات": "agreement",
    "اتفاقات": "accord",
    "بروتوكولات": "protocol",
    "مذكرات تفاهم": "memorandum",
    "مذكرات التفاهم": "memorandum",
    "مذكرات تعاون": "memorandum",
    "ملحقان": "annex",
    "ملحقين": "annex",
    "ملحقا": "annex",
    "ملحقي": "annex",
}
DOMESTIC: Final = frozenset({"law", "decision", "decree"})
_CLASSES: Final = {
    "treaty": "Treaty",
    "charter": "InternationalInstrument",
    "protocol": "InternationalInstrument",
    "memorandum": "InternationalInstrument",
    "statement": "InternationalInstrument",
    "declaration": "InternationalInstrument",
    "annex": "InternationalInstrument",
    "statute": "Treaty",
    "law": "Law",
    "decision": "Decision",
    "decree": "Decision",
}
_HEADS: Final = {
    **{word: (kind, 1) for word, kind in _SINGULAR.items()},
    **{word: (kind, 2) for word, kind in _DUAL.items()},
    **{word: (kind, 0) for word, kind in _PLURAL.items()},
}
_ALTERNATIVES: Final = "|".join(sorted(_HEADS, key=lambda each: -len(each)))
_ONLY_BY_NAME: Final = {
    "اعلان": r"\s+[\u0621-\u064a]{3,}\s*،?\s+(?:الذي|التي)\s+(?:وقع|امضا|ابرم)|\s+(?:ال)?(?:مبادي|نوايا)|\s+[\uf000-\uf1ff](?![\u0621-\u064a])|\s+المشترك",
    "اعلانا": r"\s+(?:مشتركا|للسلام|للمبادي|للنوايا)",
    "بيان": r"\s+[\uf000-\uf1ff](?![\u0621-\u064a])",
    "عهد": r"\s+(?!الرييس|الملك)[\uf000-\uf1ff]",
}


_ANOTHER: Final = re.compile(r"\s+(?:سابقه?|اخري|اخر|اقدم|قديمه?|منفصله?|ثانيه?)(?![\u0621-\u064a])")
"""What tells an instrument from the one spoken of so far: «معاهدة سابقة»."""


_LIKE_THIS: Final = re.compile(r"\s+(?:كهذه|كهذا|من\s+هذا\s+(?:النوع|القبيل))(?![\u0621-\u064a])")
"""What makes an instrument any of its kind: «معاهدة كهذه»."""
_FIGURATIVE: Final = re.compile(r"\s+(?:شرف|حب|غير\s+مكتوبه?|غير\s+معلنه?|ضمنيه?|روحيه?|اخلاقيه?)(?![\u0621-\u064a])")
"""What makes a treaty a figure of speech: «معاهدة شرف», «ميثاق غير مكتوب»."""
_OF_METHOD: Final = re.compile(
    r"\s+(?:ال)?(?:علاج|علاجي|طبي|سريري|عيادي|تشخيص|تخدير|تطعيم|انترنت|نقل\s+(?:ال)?(?:ملفات|بيانات)|اتصال|تشفير)(?![\u0621-\u064a])"
)
"""What makes a protocol a method of physicians or machines: «بروتوكول علاج»."""
_COUNTED: Final = re.compile(
    r"(?:(?<![\u0621-\u064a])(?:ثلاث|اربع|خمس|ست|سبع|ثماني?|تسع|عشر|احدي\s+عشره|اثنتي\s+عشره|(?:ثلاث|اربع|خمس|ست|سبع|ثماني?|تسع)\s+عشره|عده|عشرات|عشرين)ه?|(?<!\d)(?:[3-9]|[1-9]\d))\s+$"
)
"""Number words before a kind of instrument that make it several: «إحدى عشرة مذكرة تفاهم»."""
_OF_FIELDS: Final = re.compile(r"\s+في\s+")
"""What several instruments are about is no title of theirs: «اتفاقيات في مختلف المجالات»."""


@cache
def _found() -> Pattern:
    return pattern(
        rf"(?<![\u0621-\u064a])[وف]?(?P<clitic>[بكل]?)(?P<phrase>(?P<this>(?:هذه|هذا|هاتين|هذين|تلك|ذلك|هاتان) )?"
        rf"(?P<article>ال|ل(?=ل))?(?P<gemination>(?<=ل)ل)?(?P<head>{_ALTERNATIVES})){{e}}"
    )


def class_of(head: str) -> str:
    """Give the class of an instrument by its head.

    >>> class_of("law"), class_of("accord")
    ('Law', 'Agreement')
    """
    return _CLASSES.get(head, "Agreement")


def instruments_of(skeleton: Skeleton) -> Iterator[Mention]:
    """Go through the instruments of a sentence in whose skeleton names, dates and officials are placed."""
    last = 0
    for match in _found().finditer(skeleton.text):
        if match.start("phrase") < last or _is_other(skeleton.text, match):
            continue
        words, end = _read(skeleton, match)
        begin, stop = skeleton.span(match.start("phrase") if not match["gemination"] else match.start("head"), end)
        last = end
        yield Mention(begin, stop, Kind.INSTRUMENT, Form.NAME, (), data=words)


_OF_A_SIGNING: Final = re.compile(
    r"(?:وقع|ابرم|يوقع|توقع|امضي|امضت)(?:ت|ا|تا|وا|ان|ون)?\s[^.،؛]{0,80}$|توقيع(?:\s+علي)?\s+$"
)


_SCIENCE: Final = re.compile(
    r"(?:ال)?قانون\s+(?:ال)?(?:دولي|انساني|عام|خاص|دستوري|بحار|جنايي|مدني|مقارن)(?![\u0621-\u064a])"
)
"""A field of law rather than a law: «القانون الدولي»."""


def _is_other(text: str, match: re.Match[str]) -> bool:
    """Tell an agreement of opinions, and an organization named after a treaty, from an instrument."""
    before = text[: match.start()].split()[-1:]
    if _LIKE_THIS.match(text, match.end()) or _FIGURATIVE.match(text, match.end()):
        return True
    if match["head"] in ("اتفاق", "اتفاقا") and match["clitic"] and match["article"]:
        return bool(re.match(r"\s+(?:مع|علي|بين)", text[match.end() :])) and match["clitic"] == "ب"
    if _HEADS[match["head"]][0] == "protocol" and _OF_METHOD.match(text, match.end()):
        return True
    back = match["head"] == "اعلان" and (match["article"] or match["gemination"])  # «بموجب الإعلان»
    if back and not re.match(r"\s+(?:عن|ان|ال(?!مشترك)|رسمي)", text[match.end() :]):
        return False
    if match["head"] in _ONLY_BY_NAME and not re.match(_ONLY_BY_NAME[match["head"]], text[match.end() :]):
        return not (match["head"] in ("اعلان", "بيان") and _OF_A_SIGNING.search(text[: match.start()]))
    return (
        before == ["منظمه"]
        or bool(_SCIENCE.match(text[match.start("phrase") :]))
        or (match["head"] in ("قانون", "قرار") and before == ["وزير"])
        or (match["head"] == "وثيقه" and not match["article"])
    )


def _read(skeleton: Skeleton, match: re.Match[str]) -> tuple[InstrumentWords, int]:
    kind, count = _HEADS[match["head"]]
    counted = _COUNTED.search(skeleton.text, 0, match.start("phrase")) if not match["article"] else None
    count = 0 if counted else count
    definite = bool(match["article"] or match["head"].startswith("ال") or match["gemination"] or match["this"])
    title, quoted, end = _title(skeleton, match, definite=definite)
    subject, subject_end = subject_at(skeleton.text, end)
    if subject is None:
        subject_end = end
    if subject is not None and title is None and not definite and (count or not _OF_FIELDS.match(skeleton.text, end)):
        title = (match.start("head"), subject_end)
    elif subject is not None and title is not None and not quoted:
        title = (title[0], subject_end)
    if subject is None and title is not None and not quoted and not _TO_WHOM.search(skeleton.text, 0, match.start()):
        subject = nominal_subject(skeleton.text, match, title)
        if subject is not None:
            title, subject_end = (title[0], max(title[1], subject[1])), subject[1]
    end = max(end, subject_end)
    return (
        InstrumentWords(
            kind,
            class_of(kind),
            count,
            definite,
            skeleton.span(*title) if title else None,
            skeleton.span(*subject) if subject else None,
            skeleton.text[match.start("head") : end],
            skeleton.span(
                counted.start()
                if counted
                else match.start("phrase")
                if match["article"] == "ال" and not match["this"]
                else match.start("head"),
                max(end, match.end()),
            ),
            quoted,
            bool(match["this"]),
            not definite and _ANOTHER.match(skeleton.text, match.end()) is not None,
        ),
        end,
    )


_TO_WHOM: Final = re.compile(
    r"(?<![\u0621-\u064a])[وف]?س?[يتا]?(?:لزم|منح|عطي|عطت|جبر|خول|كلف|حرم|عفي|عف|مهل|وجب|منع)ت?\s+(?:ال(?:ماده|بند|فقره|فصل)\s[^.،؛]{0,24}?\sمن\s+)?$"
)
"""Verbs of what an instrument does to a side, which stands right after its name: «ألزمت معاهدة باريس ألمانيا»."""


def _feminine_end(text: str, begin: int, end: int) -> int:
    """Give the end of the adjectives that agree with a definite name: «منحت الاتفاقية الجنوب حكما»."""
    found = re.match(r"(?:\s+ال[\u0621-\u064a]+(?:ه|يه))*", text[begin:end])
    return begin + (found.end() if found else 0)


_SIDE: Final = re.compile(
    r"\s+(?:[\ue000-\ue1ff\ue400-\ue5ff]|ال(?:دول|دولتين|اطراف|طرفين|حكومه|حكومتين|سفن|مواطنين|بلدين|جانبين|موقعين|قوي|شركات|مليشيات|ميليشيات|فصايل)(?![\u0621-\u064a]))"
)


def _before_side(text: str, begin: int, end: int) -> int:
    """Give the end of a title without the side that the verb before it is about."""
    side = _SIDE.search(text[begin:end])
    return begin + side.start() if side and side.start() else end


def _title(skeleton: Skeleton, match: re.Match[str], *, definite: bool) -> tuple[tuple[int, int] | None, bool, int]:
    text, end = skeleton.text, match.end()
    opening = re.match(r'\s*(?:ال)?"', text[end:])
    if opening:
        closing = text.find('"', end + opening.end())
        named = not match["article"] or re.match(
            r"(?:ال|[\ue000-\uf8ff]|\w+ ?\d|ستارت|سالت)", text[end + opening.end() :]
        )
        if named and 0 < closing < end + 120:
            return (end + opening.end(), closing), True, closing + 1
    single = match["head"] in _SINGULAR and match["article"]
    last = title_end(
        text,
        end,
        definite=bool(match["article"] or match["gemination"]),
        feminine=match["head"].endswith("ه") if single else None,
    )
    if last > end and match["article"] and _TO_WHOM.search(text, 0, match.start("phrase")):
        last = _feminine_end(text, end, last)
    if last > end and _TO_WHOM.search(text, 0, match.start("phrase")):
        last = _before_side(text, end, last)
    last = year_end(skeleton, city_end(skeleton, end) if last == end and not match["article"] else last)
    if last == end and not definite and (day := day_end(skeleton, end)):
        return (match.start("head"), day), False, day if text[day - 1].isdigit() else end
    if last == end:
        return None, False, end
    dual = _HEADS[match["head"]][1] == 2
    begin = end + len(text[end:]) - len(text[end:].lstrip()) if dual else match.start("head")
    if definite and not match["article"] and not match["gemination"]:
        return None, False, end
    return (match.start("article") if match["article"] == "ال" and not dual else begin, last), False, last
