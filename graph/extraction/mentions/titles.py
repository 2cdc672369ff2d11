"""Where the title of an instrument ends, in a sentence in whose skeleton names are placed."""

from __future__ import annotations

import re
from typing import Final

from .lexicon import plain_words
from .records import Kind
from .skeleton import Skeleton, pattern
from .title_words import NOUNS, PLAYERS, TITLE_STOPS

TOKEN: Final = re.compile(r'[\u0621-\u064a]+[\ue000-\uf8ff]?|[\ue000-\uf8ff]|"|[^\s]')
_LONGEST_TITLE: Final = 9


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


def day_end(skeleton: Skeleton, end: int) -> int:
    """Find where a day or a year that names an instrument ends: «بروتوكول 20 مارس 1956», «معاهدة 1936»; 0 where none does."""
    match = pattern(r" (?:(?P<date>{D})|(?:1[5-9]|20)\d\d(?![\d\u0621-\u064a]))").match(skeleton.text, end)
    mention = skeleton.mention(match["date"]) if match else None
    words = mention.data if mention else None
    whole = mention is None or (getattr(words, "year", None) and getattr(words, "day", None))
    return match.end() if match and whole else 0


COMPLEMENTED: Final = re.compile(
    r"(?:ال)?(?:معروف|مسم[اي]|ملقب|شهير|مولف|مكون|متضمن|قايم|قاضي|قاض|هادف|رامي|داعي|عايد|مورخ|معلن|صادر|مطبق|ساري|نافذ|مستند|ممتد|مبني|سابق|لاحق|موقت|مقترح|مرتقب)[هان]?(?:ه|ان|ين)?"
)
"""Participles that begin a remark on an instrument rather than belong to its title: «المعاهدة المؤلفة من 47 مادة»."""
CONCLUDED: Final = re.compile(r"(?:ال)?(?:موقع|مبرم)(?:ه|ين|ان|تين|تان)?")
_OTHER_INSTRUMENT: Final = re.compile(r"لل?(?:معاهد|اتفاق|ميثاق|بروتوكول)")
_WITH_PREPOSITION: Final = re.compile(
    r"\s+(?:ال)?(?:حد|خفض|تقليص|انسحاب|وقايه|تحقق|تخلص) من\s+|\s+(?:ال)?(?:قضاء|حفاظ|محافظه|رقابه|سيطره|اشراف) علي\s+|\s+(?:ال)?(?:دفاع|تنازل|افراج|كشف) عن\s+"
)
"""Nouns whose preposition belongs to a title: «معاهدة الحد من القوى النووية»."""


def title_end(text: str, start: int, *, definite: bool, feminine: bool | None = None) -> int:
    """Find where the words that begin at a place stop being a title; the place itself where none are."""
    leading = _WITH_PREPOSITION.match(text, start)
    if leading is not None:
        return title_end(text, leading.end() - 1, definite=False)
    last, count = start, 0
    for token in TOKEN.finditer(text, start):
        word = token[0]
        if COMPLEMENTED.fullmatch(word) or _OTHER_INSTRUMENT.match(word):
            break
        bare = word.removeprefix("و") if len(word) > 3 else word
        if not text[last : token.start()].isspace() and token.start() != last:
            break
        if count >= _LONGEST_TITLE or not _in_title(word, bare, first=count == 0):
            break
        if definite and not _agrees(word, feminine=feminine, two=_TWO.search(text, 0, start) is not None):
            break
        if count and word in PLAYERS and text[start:last].rsplit(maxsplit=1)[-1].startswith("ال"):
            break
        last, count = token.end(), count + 1
    return last


_MEN: Final = re.compile(r"ال[\u0621-\u064a]+(?<!ت)ين")
"""Whom an instrument is for, not what it is called: «منحت المعاهدة الصيادين …»."""
_TWO: Final = re.compile(r"(?:ين|ان)$")


def _agrees(word: str, *, feminine: bool | None, two: bool) -> bool:
    """Tell an adjective of a definite noun («الاتفاقية الأمنية») from what else may follow it."""
    if feminine is not None and word.startswith("ال") and word.endswith("ه") != feminine:
        return False
    if word in NOUNS or "\uf000" <= word <= "\uf1ff" or (_MEN.fullmatch(word) and not two):
        return False  # «المعاهدة لندن» is no name
    return "\ue000" <= word[-1] <= "\uf8ff" or word.startswith(("ال", "وال", "غير")) or word == "لل"


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
    if not ("\u0621" <= word[0] <= "\u064a") or word in TITLE_STOPS or bare in TITLE_STOPS:
        return False
    if (
        word in plain_words()
        and word
        not in (
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
        )
        and not (first and word in _EXCHANGED)
    ):
        return False
    return (
        not looks_verbal(word)
        and not _SIGNED.fullmatch(word)
        and (first or not (word.startswith("ب") and len(word) >= 4 and word not in _WITH_BA))
    )


_WITH_BA: Final = frozenset(
    {"بيكو", "بلانتيشن", "بحري", "بحريه", "بريه", "بييي", "بيييه", "بيولوجيه", "بريطاني", "بريطانيه"}
)
"""Words of titles whose first letter is no preposition."""
_EXCHANGED: Final = frozenset({"تبادل", "نقل", "اعاده", "تقاسم"})
"""Nouns that open a title although a verb looks alike: «اتفاقية تبادل السكان»."""
_SIGNED: Final = re.compile(r"و?(?:وقع|ابرم|امض[يا]|عقد)(?:ت|ا|تا|وا|يا)?(?:ه|ها|هما)?(?<!عقد)")


_NOUNS_OF_FOUR: Final = frozenset({"تجاره", "تعاون", "تجنب", "تنقل", "تملك", "تحكم", "تحول", "توسع", "تطور", "تقدم"})
"""Verbal nouns as short as a verb in the imperfect: «اتفاقية تجنب الازدواج الضريبي»."""


def looks_verbal(word: str) -> bool:
    """Tell a verb in the imperfect («ينص», «تلزم») from a verbal noun («تعاون», «تسليم»)."""
    if word[0] == "ي" and len(word) <= 6:
        return True
    if word.startswith(("تت", "تست")) and not word.startswith(("تتويج", "تتبع", "تتابع", "تتار")):
        return True
    return word[0] == "ت" and len(word) in (3, 4) and word not in _NOUNS_OF_FOUR
