"""Where the title of an instrument ends, and what the instrument is about, in a sentence in whose skeleton names are placed."""

from __future__ import annotations

import re
from typing import Final

from .lexicon import plain_words
from .records import Kind
from .skeleton import Skeleton, pattern

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
        "حيز",
        "لكن",
        "علي",
        "الي",
    ]
)
_TOKEN: Final = re.compile(r'[\u0621-\u064a]+[\ue000-\uf8ff]?|[\ue000-\uf8ff]|"|[^\s]')
_LONGEST_TITLE: Final = 9
_LONGEST_SUBJECT: Final = 16


_NAMED_AS_ITS_CAPITAL: Final = frozenset(
    {"algeria", "tunisia", "kuwait", "djibouti", "singapore", "luxembourg", "panama", "guatemala", "monaco", "mexico"}
)


def city_end(skeleton: Skeleton, end: int) -> int:
    """Take a city that has its state's name into a title: «اتفاق الجزائر», but not «اتفاق الجزائر مع فرنسا»."""
    match = pattern(r" (?P<city>{P})(?! (?:مع|و)|{S}| ?و)").match(skeleton.text, end)
    mention = skeleton.mention(match["city"]) if match else None
    named = mention is not None and len(mention.things) == 1 and mention.things[0].identifier in _NAMED_AS_ITS_CAPITAL
    return match.end() if match and named else end


def year_end(skeleton: Skeleton, end: int) -> int:
    """Take a year into a title: «اتفاق فض الاشتباك لعام 1974»."""
    match = pattern(r" ل(?P<year>{D})").match(skeleton.text, end)
    mention = skeleton.mention(match["year"]) if match else None
    words = mention.data if mention else None
    return match.end() if match and getattr(words, "month", 0) is None and getattr(words, "year", None) else end


_COMPLEMENTED: Final = re.compile(
    r"(?:ال)?(?:معروف|مسم[اي]|ملقب|شهير|مولف|مكون|متضمن|قايم|قاضي|قاض|هادف|رامي|داعي|عايد|مورخ|معلن|صادر|مطبق|ساري|نافذ|مستند|ممتد|مبني|سابق|لاحق|موقت|مقترح|مرتقب)[هان]?(?:ه|ان|ين)?"
)
"""Participles that begin a remark on an instrument rather than belong to its title: «المعاهدة المؤلفة من 47 مادة»."""
_CONCLUDED: Final = re.compile(r"(?:ال)?(?:موقع|مبرم)(?:ه|ين|ان|تين|تان)?")
_OTHER_INSTRUMENT: Final = re.compile(r"لل?(?:معاهد|اتفاق|ميثاق|بروتوكول)")
_WITH_PREPOSITION: Final = re.compile(
    r"\s+(?:ال)?(?:حد|خفض|تقليص|انسحاب|وقايه|تحقق|تخلص) من\s+|\s+(?:ال)?(?:قضاء|حفاظ|محافظه|رقابه|سيطره|اشراف) علي\s+|\s+(?:ال)?(?:دفاع|تنازل|افراج|كشف) عن\s+"
)
"""Nouns whose preposition belongs to a title: «معاهدة الحد من القوى النووية»."""


def title_end(text: str, start: int, *, definite: bool) -> int:
    """Find where the words that begin at a place stop being a title; the place itself where none are."""
    leading = _WITH_PREPOSITION.match(text, start)
    if leading is not None:
        return title_end(text, leading.end() - 1, definite=False)
    last, count = start, 0
    for token in _TOKEN.finditer(text, start):
        word = token[0]
        if _COMPLEMENTED.fullmatch(word) or _OTHER_INSTRUMENT.match(word):
            break
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
    if word in _NOUNS:
        return False
    return "\ue000" <= word[-1] <= "\uf8ff" or word.startswith(("ال", "وال", "غير")) or word == "لل"


_NOUNS: Final = frozenset(
    [
        "الدول",
        "الاطراف",
        "السفن",
        "القوات",
        "الطايرات",
        "الشركات",
        "الجنود",
        "المواطنين",
        "المواطنون",
        "الحكومه",
        "الدوله",
        "السلطات",
        "الجانب",
        "الجانبين",
        "البلدين",
        "الطرفين",
        "الاعضاء",
        "الدولتين",
        "الجيش",
        "الشرطه",
        "البحريه",
        "الحق",
        "التعاون",
        "الذي",
        "الدفاع",
        "السيطره",
        "العمل",
        "النزاع",
        "الحرب",
        "الحدود",
        "القاعده",
        "القواعد",
        "المياه",
        "الاسري",
        "السجناء",
        "السلاح",
    ]
)
"""Nouns that follow a definite instrument as another part of the clause, never as its adjective: «يلزم الاتفاق الدول»."""


def _in_title(word: str, bare: str, *, first: bool) -> bool:
    character = word[-1]
    if "\ue000" <= character <= "\uf8ff":
        kind = Kind(ord(character) - (ord(character) - 0xE000) % 0x200)
        return kind in (Kind.ADJECTIVE, Kind.PLACE, Kind.BODY) or (
            kind in (Kind.POLITY, Kind.ORGANIZATION, Kind.FORCE)
            and (not first or kind is Kind.ORGANIZATION)
            and len(word) == 1
        )
    if word in ("وادي", "واحه"):
        return True
    if not ("\u0621" <= word[0] <= "\u064a") or word in _TITLE_STOPS or bare in _TITLE_STOPS:
        return False
    if word in plain_words() and word not in (
        "سلام",
        "السلام",
        "توقيع",
        "حرب",
        "الحرب",
        "اتحاد",
        "الاتحاد",
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
    return (
        not _looks_verbal(word)
        and not _SIGNED.fullmatch(word)
        and (first or not (word.startswith("ب") and len(word) >= 4))
    )


_SIGNED: Final = re.compile(r"و?(?:وقع|ابرم|امض[يا]|عقد)(?:ت|ا|تا|وا|يا)?(?:ه|ها|هما)?(?<!عقد)")


def _looks_verbal(word: str) -> bool:
    """Tell a verb in the imperfect («ينص», «تلزم») from a verbal noun («تعاون», «تسليم»)."""
    if word[0] == "ي" and len(word) <= 6:
        return True
    return word[0] == "ت" and len(word) in (3, 4) and word not in ("تجاره", "تعاون")


def subject_at(text: str, place: int) -> tuple[tuple[int, int] | None, int]:
    """Find what an instrument is about right after its title: «بشأن المياه», «في مجال الدفاع»."""
    match = re.compile(r"\s+(?:" + _SUBJECT.pattern + r")\s*").match(text, place)
    if match is None:
        return None, place
    return _subject_from(text, match.end())


_MOVING: Final = re.compile(
    r"(?:انضمام|ضم|نقل|تسليم|تحويل|اعاده|عوده|ارسال|تصدير)(?:\s+[\u0621-\u064a\ue000-\uf8ff]+){1,5}\s*$"
)
"""Nouns whose «إلى» belongs to what an instrument is about: «انضمام الإقليم إلى الاتحاد»."""


_AFTER_SIDES: Final = re.compile(
    r'(?:\s+(?:بين|مع)\s+(?:كل\s+من\s+)?"?[\ue000-\ue1ff\ue400-\ue5ff\uf200-\uf3ff]"?)\s+(?:'
    + _SUBJECT.pattern
    + r")\s*"
)


def subject_after_sides(text: str, place: int) -> tuple[int, int] | None:
    """Find what an instrument is about where its sides stand before that: «اتفاقية مع الصين بشأن التجارة»."""
    match = _AFTER_SIDES.match(text, place)
    return _subject_from(text, match.end())[0] if match else None


def _subject_from(text: str, begin: int) -> tuple[tuple[int, int] | None, int]:
    last, count = begin, 0
    for token in _TOKEN.finditer(text, begin):
        word = token[0]
        stop = (
            word in _SUBJECT_STOPS
            or _COMPLEMENTED.fullmatch(word) is not None
            or _CONCLUDED.fullmatch(word) is not None
            or word in ("،", ".", ":", "؛", "؟", '"', "(", ")")
            or _is_date(word)
        )
        stop = stop and not (word == "الي" and _MOVING.search(text, begin, token.start()))
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


def nominal_subject(text: str, match: re.Match[str], title: tuple[int, int]) -> tuple[int, int] | None:
    """A title that begins with a deverbal noun says what the instrument is about."""
    found = _DEVERBAL.match(text, match.end(), title[1])
    if found is None:
        return None
    _, last = _subject_from(text, found.start("subject"))
    return found.start("subject"), max(last, title[1])
