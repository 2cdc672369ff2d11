"""Names of instruments: the telling words of a title, and the readable identifier that is made of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..mentions.transliteration import transliterated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..dates.calendar import Interval
    from .instruments import KnownInstrument

_ENGLISH: Final = {
    "صداقه": "friendship",
    "تعاون": "cooperation",
    "شراكه": "partnership",
    "استراتيجيه": "strategic",
    "دفاع": "defence",
    "سلام": "peace",
    "حدود": "borders",
    "حدوديه": "border",
    "تحالف": "alliance",
    "امن": "security",
    "امنيه": "security",
    "امني": "security",
    "تجاره": "trade",
    "تجاري": "trade",
    "تجاريه": "trade",
    "عسكري": "military",
    "عسكريه": "military",
    "تكامل": "integration",
    "حره": "free",
    "مشترك": "mutual",
    "عدم": "non",
    "اعتداء": "aggression",
    "جوار": "neighbourliness",
    "حسن": "good",
    "تسليم": "extradition",
    "مجرمين": "criminals",
    "مطلوبين": "criminals",
    "ترسيم": "demarcation",
    "بحريه": "maritime",
    "نوويه": "nuclear",
    "نووي": "nuclear",
    "اسلحه": "weapons",
    "هدنه": "armistice",
    "اطار": "framework",
    "استثمار": "investment",
    "اقتصادي": "economic",
    "اقتصاديه": "economic",
    "ثقافي": "cultural",
    "مياه": "water",
    "غاز": "gas",
    "طاقه": "energy",
    "قاعده": "base",
    "وحده": "union",
    "اتحاد": "union",
    "حمايه": "protection",
    "مساعده": "assistance",
    "متبادله": "mutual",
    "متبادل": "mutual",
    "حظر": "ban",
    "مناخ": "climate",
}
_NOT_TELLING: Final = frozenset(
    [
        "معاهده",
        "اتفاقيه",
        "اتفاق",
        "اتفاقا",
        "بروتوكول",
        "بروتوكولا",
        "ميثاق",
        "مذكره",
        "تفاهم",
        "قانونا",
        "قانون",
        "قرار",
        "قرارا",
        "مرسوم",
        "مرسوما",
        "معاهدتي",
        "معاهدتين",
        "اتفاقيتين",
        "جديده",
        "جديد",
        "جديدا",
        "تاريخيه",
        "تاريخي",
        "مهمه",
        "بشان",
        "حول",
        "في",
        "علي",
        "من",
        "الي",
    ]
)


def stems(title: str) -> list[str]:
    """Give the telling words of a title without articles and clitics.

    >>> stems("معاهده للتعاون والشراكه الاستراتيجيه")
    ['تعاون', 'شراك', 'استراتيجي']
    """
    words = [word for word in re.findall(r"[\u0621-\u064a]+", title) if word not in _NOT_TELLING]
    bare = [re.sub(r"^(?:و?لل|و?بال|وال|ال)?(?:و(?=[\u0621-\u064a]{4}))?", "", word) for word in words]
    level = [word[:-1] if word.endswith("ه") and len(word) > 4 else word for word in bare]
    return [word for word in level if word and word not in _NOT_TELLING and f"{word}ه" not in _NOT_TELLING]


def _name(known: KnownInstrument) -> str:
    head = {"accord": "agreement", "memorandum": "memorandum-of-understanding"}.get(known.head, known.head)
    telling = [
        _ENGLISH.get(word) or _ENGLISH.get(f"{word}ه") or transliterated(word)
        for word in (stems(known.titles[0]) if known.titles else [])[:2]
    ]
    parts = [head, *dict.fromkeys(telling), *(known.parties or known.hints)[:3]]
    return "-".join(part for part in parts if part)[:110].strip("-")


def dated_name(known: KnownInstrument, times: Mapping[str, Interval], tag: str) -> str:
    """Name an instrument by its kind, title and parties, and by the time of its signing or else by the article.

    The year tells two of one title apart; without a title only the day does, and only where both sides are known.
    """
    time = times.get(known.provisional)
    if time is None:
        return f"{_name(known)}-in-{tag}"
    if _is_titled(known):
        return f"{_name(known)}-{time.earliest.year}"
    whole = time.earliest == time.latest and len(known.parties or known.hints) > 1
    return f"{_name(known)}-{time.earliest}" if whole else f"{_name(known)}-{time.earliest.year}-in-{tag}"


def _is_titled(known: KnownInstrument) -> bool:
    return any(stems(each) or re.search(r"\d", each) for each in known.titles[:1])


def unique_name(name: str, used: dict[str, int], tag: str) -> str:
    """Number a name that is taken already; which of two is meant, the article alone tells."""
    used[name] = used.get(name, 0) + 1
    if used[name] == 1:
        return name
    return f"{name}-{used[name]}" if name.endswith(tag) else f"{name}-{used[name]}-in-{tag}"
