"""Instruments: treaties, agreements, laws and decisions as noun phrases, with their titles and subjects."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from .lexicon import plain_words
from .records import Form, Kind, Mention
from .skeleton import Skeleton, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class InstrumentWords:
    """What a noun phrase says of an instrument; places are in the folded text.

    `count` is 1, 2, or 0 for an uncounted plural; `definite` marks one that may refer back.
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
}
_PLURAL: Final = {
    "معاهدات": "treaty",
    "اتفاقيات": "agreement",
    "اتفاقات": "accord",
    "بروتوكولات": "protocol",
    "مذكرات تفاهم": "memorandum",
}
DOMESTIC: Final = frozenset({"law", "decision", "decree"})
_CLASSES: Final = {
    "treaty": "Treaty",
    "charter": "InternationalInstrument",
    "protocol": "InternationalInstrument",
    "memorandum": "InternationalInstrument",
    "statement": "InternationalInstrument",
    "declaration": "InternationalInstrument",
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
_TITLE_STOPS: Final = frozenset(
    [
        "مع",
        "بين",
        "حيز",
        "نافذا",
        "نافذه",
        "ساريا",
        "ساريه",
        "في",
        "من",
        "علي",
        "عن",
        "الي",
        "حيث",
        "لمده",
        "منذ",
        "قبل",
        "بعد",
        "خلال",
        "بحضور",
        "وذلك",
        "وقد",
        "لقد",
        "ان",
        "كما",
        "ثم",
        "لكن",
        "التي",
        "الذي",
        "اللتين",
        "اللذين",
        "اللتان",
        "اللذان",
        "علي",
        "حتي",
        "اذا",
        "لدي",
        "عقب",
        "اثر",
        "وفق",
        "وفقا",
        "المبرمه",
        "الموقعه",
        "المبرم",
        "الموقع",
        "المبرمين",
        "الموقعين",
        "المذكوره",
        "المذكور",
        "الجديده",
        "الاخيره",
        "نفسها",
        "ذاتها",
        "السابقه",
        "لا",
        "لم",
        "لن",
        "سوف",
        "قد",
        "هو",
        "هي",
        "هذه",
        "هذا",
        "او",
        "ايضا",
        "تحت",
        "ضد",
        "عام",
        "سنه",
        "يوم",
        "بموجبها",
        "بموجبه",
        "بهدف",
        "بغيه",
        "دون",
        "رغم",
        "بينما",
        "فيما",
        "كهذه",
        "كهذا",
        "مماثله",
        "مماثل",
        "ملزم",
        "ملزما",
        "ملزمه",
        "بلا",
        "اي",
        "بينهما",
        "بينهم",
        "لترسيخ",
        "لتعزيز",
        "اليوم",
        "امس",
        "تنص",
        "ينص",
        "نص",
        "نصت",
        "تقضي",
        "يقضي",
        "قضت",
        "تلزم",
        "يلزم",
        "الزمت",
        "تتضمن",
        "يتضمن",
        "تضمنت",
        "تضمن",
        "تشمل",
        "يشمل",
        "شملت",
        "تهدف",
        "يهدف",
        "تتيح",
        "يتيح",
        "تسمح",
        "يسمح",
        "تمنح",
        "يمنح",
        "تعتبر",
        "يعتبر",
        "تعد",
        "يعد",
        "تعد",
        "ستصبح",
        "سيصبح",
        "ستدخل",
        "سيدخل",
        "تدخل",
        "يدخل",
        "دخلت",
        "دخل",
        "تجيز",
        "تحظر",
        "تلغي",
        "تحدد",
        "يحدد",
        "ستتيح",
        "تستمر",
        "يستمر",
        "تنتهي",
        "ينتهي",
        "انتهت",
        "يلتزم",
        "تلتزم",
        "يتعهد",
        "تتعهد",
        "تعهدت",
        "تعهد",
        "تصبح",
        "يصبح",
        "اصبحت",
        "ستسري",
        "تسري",
        "يسري",
        "مدتها",
        "مدته",
        "حول",
        "بشان",
        "بخصوص",
        "يقضي",
        "باسم",
        "لم",
        "بهذا",
        "بذلك",
        "وملاحقها",
        "وملحقاتها",
        "وملاحقه",
    ]
)
_SUBJECT: Final = re.compile(r"(?:بشان|حول|بخصوص|المتعلقه? ب|الخاصه? ب|في مجالي?|في مجالات|لتنظيم|تتعلق ب)")
_SUBJECT_STOPS: Final = frozenset(
    [
        "التي",
        "الذي",
        "حيث",
        "وذلك",
        "وقد",
        "لمده",
        "خلال",
        "بحضور",
        "ان",
        "كما",
        "لكن",
        "وسط",
        "قبل",
        "بعد",
        "منذ",
        "امس",
        "اليوم",
        "مع",
        "بين",
    ]
)
_TOKEN: Final = re.compile(r'[\u0621-\u064a]+[\ue000-\uf8ff]?|[\ue000-\uf8ff]|"|[^\s]')
_LONGEST_TITLE: Final = 9
_LONGEST_SUBJECT: Final = 16


@cache
def _found() -> re.Pattern[str]:
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


def _is_other(text: str, match: re.Match[str]) -> bool:
    """Tell an agreement of opinions, and an organization named after a treaty, from an instrument."""
    before = text[: match.start()].split()[-1:]
    if match["head"] in ("اتفاق", "اتفاقا") and match["clitic"] and match["article"]:
        return bool(re.match(r"\s+(?:مع|علي|بين)", text[match.end() :])) and match["clitic"] == "ب"
    return (
        before == ["منظمه"]
        or (match["head"] in ("قانون", "قرار") and before == ["وزير"])
        or (match["head"] == "وثيقه" and not match["article"])
    )


def _read(skeleton: Skeleton, match: re.Match[str]) -> tuple[InstrumentWords, int]:
    kind, count = _HEADS[match["head"]]
    definite = bool(match["article"] or match["head"].startswith("ال") or match["gemination"] or match["this"])
    title, quoted, end = _title(skeleton, match, definite=definite)
    subject, subject_end = _subject(skeleton.text, end)
    if subject is None:
        subject_end = end
    if subject is not None and title is None and not definite:
        title = (match.start("head"), subject_end)
    elif subject is not None and title is not None and not quoted:
        title = (title[0], subject_end)
    if subject is None and title is not None and not quoted:
        subject = _nominal_subject(skeleton.text, match, title)
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
                match.start("phrase") if match["article"] == "ال" and not match["this"] else match.start("head"),
                max(end, match.end()),
            ),
            quoted,
            bool(match["this"]),
        ),
        end,
    )


def _title(skeleton: Skeleton, match: re.Match[str], *, definite: bool) -> tuple[tuple[int, int] | None, bool, int]:
    text, end = skeleton.text, match.end()
    opening = re.match(r'\s*(?:ال)?"', text[end:])
    if opening:
        closing = text.find('"', end + opening.end())
        if 0 < closing < end + 120:
            return (end + opening.end(), closing), True, closing + 1
    last = _title_end(text, end, definite=bool(match["article"] or match["gemination"]))
    if last == end:
        return None, False, end
    dual = _HEADS[match["head"]][1] == 2
    begin = end + len(text[end:]) - len(text[end:].lstrip()) if dual else match.start("head")
    if definite and not match["article"] and not match["gemination"]:
        return None, False, end
    return (match.start("article") if match["article"] == "ال" and not dual else begin, last), False, last


def _title_end(text: str, start: int, *, definite: bool) -> int:
    last, count = start, 0
    for token in _TOKEN.finditer(text, start):
        word = token[0]
        bare = word.removeprefix("و") if len(word) > 3 else word
        if not text[last : token.start()].isspace() and token.start() != last:
            break
        if count >= _LONGEST_TITLE or not _in_title(word, bare, first=count == 0):
            break
        if definite and not _agrees(word):
            break
        last, count = token.end(), count + 1
    return last


def _agrees(word: str) -> bool:
    """Tell an adjective of a definite noun («الاتفاقية الأمنية») from what else may follow it."""
    return "\ue000" <= word[-1] <= "\uf8ff" or word.startswith(("ال", "وال", "غير")) or word == "لل"


def _in_title(word: str, bare: str, *, first: bool) -> bool:
    character = word[-1]
    if "\ue000" <= character <= "\uf8ff":
        kind = Kind(ord(character) - (ord(character) - 0xE000) % 0x200)
        return kind in (Kind.ADJECTIVE, Kind.PLACE, Kind.BODY) or (
            kind in (Kind.POLITY, Kind.ORGANIZATION, Kind.FORCE) and not first and len(word) == 1
        )
    if not ("\u0621" <= word[0] <= "\u064a") or word in _TITLE_STOPS or bare in _TITLE_STOPS:
        return False
    if word in plain_words() and word not in (
        "سلام",
        "السلام",
        "توقيع",
        "حرب",
        "الحرب",
        "علاقات",
        "العلاقات",
        "الدفاع",
        "دفاع",
        "القوات",
        "قوات",
        "جيش",
        "بعض",
        "غير",
        "التجاره",
        "الاولي",
    ):
        return False
    return not _looks_verbal(word) and (first or not (word.startswith("ب") and len(word) >= 4))


def _looks_verbal(word: str) -> bool:
    """Tell a verb in the imperfect («ينص», «تلزم») from a verbal noun («تعاون», «تسليم»)."""
    if word[0] == "ي" and len(word) <= 6:
        return True
    return word[0] == "ت" and len(word) in (3, 4) and word not in ("تجاره", "تعاون")


def _subject(text: str, place: int) -> tuple[tuple[int, int] | None, int]:
    match = re.compile(r"\s+(?:" + _SUBJECT.pattern + r")\s*").match(text, place)
    if match is None:
        return None, place
    return _subject_from(text, match.end())


def _subject_from(text: str, begin: int) -> tuple[tuple[int, int] | None, int]:
    last, count = begin, 0
    for token in _TOKEN.finditer(text, begin):
        word = token[0]
        stop = word in _SUBJECT_STOPS or word in ("،", ".", ":", "؛", "؟", '"', "(", ")") or _is_date(word)
        if stop or count >= _LONGEST_SUBJECT or (count and (_looks_verbal(word) or _future(word))):
            break
        last, count = token.end(), count + 1
    kept = _without_particles(text, begin, last)
    if text[begin:kept] in ("هذا الشان", "بهذا الشان", "ذلك"):
        return None, begin
    return ((begin, kept), kept) if kept > begin else (None, begin)


def _without_particles(text: str, begin: int, end: int) -> int:
    """Leave out a preposition that the end of a subject leaves hanging."""
    found = re.search(r"(?:\s+(?:في|من|علي|عن|الي|و|يوم|خلال|بعد|قبل|مع|بين))+\s*$", text[begin:end])
    return begin + found.start() if found else end


def _future(word: str) -> bool:
    return bool(re.match(r"س[يتن][\u0621-\u064a]{3,}", word)) and word not in (
        "سيطره",
        "سياده",
        "سياسه",
        "سياسات",
        "سياحه",
    )


def _is_date(word: str) -> bool:
    return (
        Kind.DATE.value <= ord(word[-1]) < Kind.DATE.value + 0x200
        or Kind.OFFICIAL.value <= ord(word[-1]) < Kind.OFFICIAL.value + 0x200
    )


_DEVERBAL: Final = re.compile(
    r"\s+(?P<subject>(?:انضمام|ترسيم|تسليم|حظر|منع|انشاء|تبادل|تشكيل|تسويه|حمايه|تنظيم|نشر|اقامه|استخدام|استيراد|تصدير|تاجير|بناء|تعليم|تقاسم)\s.+)"
)


def _nominal_subject(text: str, match: re.Match[str], title: tuple[int, int]) -> tuple[int, int] | None:
    """A title that begins with a deverbal noun says what the instrument is about."""
    found = _DEVERBAL.match(text, match.end(), title[1])
    if found is None:
        return None
    _, last = _subject_from(text, found.start("subject"))
    return found.start("subject"), max(last, title[1])
