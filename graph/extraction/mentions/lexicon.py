"""Words that cannot be part of a name: particles, common nouns, verbs in the forms that news uses."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from ...folding import folded
from ..dates.words import cardinals
from ..tables.rows import alternatives, rows_of

_PAST: Final = ("", "ت", "ا", "تا", "وا", "ه", "ها", "هما")


@cache
def plain_words() -> frozenset[str]:
    """Give all plain words in folded spelling; verbs of the table are inflected."""
    return frozenset(
        form
        for kind, words in rows_of("plain-words")
        if kind != "deeds"
        for word in map(folded, alternatives(words))
        for form in (_inflected(word) if kind == "verbs" else (word, "و" + word))
    ) | {word for number in cardinals() for word in number.split()}


_DEFINITE = ("ال", "بال", "وال", "ب")
_SHORT = 4
_ROOT = 3
"""How many letters a plain verb has; one that begins with «و» loses it in the present: «وضع», «يضع»."""


@cache
def deeds() -> frozenset[str]:
    """Give nouns that follow a name without being part of it, though they may stand in the title of an instrument."""
    return frozenset(
        form
        for kind, words in rows_of("plain-words")
        if kind == "deeds"
        for word in map(folded, alternatives(words))
        for form in ((word, *(f"{clitic}{word}" for clitic in _DEFINITE)) if len(word) > _SHORT else (word,))
    )


def _inflected(verb: str) -> tuple[str, ...]:
    stem = verb[:-1] if verb[-1] in "يا" and len(verb) > 2 else verb
    past = {verb + ending for ending in _PAST} | {stem + "ت", stem + "تا", stem + "وا", stem + "يا"}
    present_stems = (
        (verb.removeprefix("ا"), verb[1:]) if verb[0] == "و" and len(verb) == _ROOT else (verb.removeprefix("ا"),)
    )
    present = {prefix + stem + ending for prefix in "يت" for stem in present_stems for ending in ("", "ان", "ون")}
    forms = past | present | {"س" + form for form in present}
    return tuple(forms | {"و" + form for form in forms} | {"ف" + form for form in forms})


_PARTICLES: Final = frozenset(
    {
        "بن",
        "ابن",
        "بنت",
        "ال",
        "عبد",
        "ابو",
        "ابي",
        "دي",
        "دا",
        "دو",
        "فان",
        "فون",
        "ولد",
        "لا",
        "لو",
        "دير",
        "ام",
        "سان",
        "نور",
        "سيف",
        "عز",
        "صلاح",
        "شمس",
        "سعد",
        "خير",
        "ماء",
    }
)
_TITLES: Final = frozenset(
    folded(word)
    for word in (
        "الدكتور", "الدكتورة", "السيد", "السيدة", "الشيخ", "الشيخة", "الأمير", "الأميرة", "الملك", "الجنرال", "الفريق", "اللواء",
        "العميد", "المشير", "المهندس", "الأستاذ", "السلطان", "الإمام", "البابا", "سمو", "جلالة", "فخامة", "معالي", "دولة", "د", "العقيد",
        "أول", "ركن", "الركن", "الحاج", "القس", "الأب", "الكاردينال", "المطران", "البطريرك", "السير", "اللورد", "القاضي", "السفير", "النائب", "العماد", "الرائد", "النقيب", "المقدم", "الملازم", "المارشال", "الأدميرال", "الأميرال", "الكولونيل", "الماجور", "السيناتور", "البروفيسور", "المحامي", "القائد", "الزعيم", "الرفيق", "الشريف", "الباشا", "المخضرم", "المخضرمة", "آية", "الله",
    )
)  # fmt: skip
_ORDINALS: Final = frozenset(
    ("الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر")
)
LONGEST_NAME: Final = 5


def name_length(words: list[str]) -> int:
    """Tell how many of some words, from the first, make up a person's name; 0 where none do.

    >>> name_length("فلاديمير بوتين قال ان".split()), name_length("محمد بن سلمان بن عبد العزيز ان".split())
    (2, 6)
    """
    plain, taken, open_ended = plain_words(), 0, False
    for place, word in enumerate(words):
        if (
            place >= LONGEST_NAME + 2 * sum(each in _PARTICLES for each in words[:place])
            or not word.isalpha()
            or len(word) == 1
            or (place > 1 and _is_indefinite(words[place : place + 2]))
        ):
            break
        if word in _PARTICLES:
            open_ended = True
        elif (
            not open_ended
            and not (place == 0 and word in given_names())
            and (
                word in plain
                or word in deeds()
                or (
                    place
                    and (len(word) > 4 or (word[0] == "ب" and len(word) > 3 and word not in given_names()))
                    and word[0] in "لبك"
                    and (word[1:] in plain or word[1:] in deeds())
                )
            )
        ) or (not open_ended and not _fits(word, place) and not _family(words, place)):
            break
        else:
            open_ended = False
        taken = place + 1
        if place and word in _ORDINALS:
            taken += place + 1 < len(words) and words[place + 1] == "عشر"  # «محمد السادس», «لويس السادس عشر»
            break
    while taken and words[taken - 1] in _PARTICLES and taken > 1 and open_ended:
        taken -= 1
    return taken


def _is_indefinite(words: list[str]) -> bool:
    """Tell a noun with its adjective in the accusative, which no name ends with: «جسرا جديدا»."""
    return len(words) == len("ab") and all(
        each.endswith("ا") and len(each) >= _SHORT and each not in given_names() for each in words
    )


def _family(words: list[str], place: int) -> bool:
    """Tell a family name that looks like a plural or an adjective after a given name of the table: «أنور السادات»."""
    return place == 1 and words[0] in given_names() and words[1].startswith("ال") and words[1] not in plain_words()


def _fits(word: str, place: int) -> bool:
    if len(word) < 2 or (word.startswith("ل") and word.endswith("تين")):
        return False
    if place == 0 and (_SIGNATURE.fullmatch(word) or word.startswith(("بال", "فال", "كال", "وال"))):
        return False
    if place == 0:
        return (
            not word.startswith("ال")
            or word in given_names()
            or word
            in (
                "البرت",
                "الكسندر",
                "الكسي",
                "اليكسي",
                "الهام",
                "الياس",
                "الفريد",
                "الان",
                "الفارو",
                "البيرتو",
                "الكساندر",
                "الفا",
                "اليكسيس",
                "الن",
                "اليس",
                "الكسندرو",
                "الطاهر",
                "الحبيب",
                "الباجي",
                "الهادي",
                "المنصف",
                "البشير",
                "المختار",
                "الشاذلي",
                "الصادق",
                "المنجي",
            )
        )
    if place and word in _TO_MEDIA | _ACCUSATIVES:
        return False
    foreign = _FOREIGN.fullmatch(word) or (
        word.startswith("وو") and not word.startswith(_OFFICES) and word[1:] not in plain_words()  # «بيني وونغ»
    )
    joined = word.startswith("و") and place > 0 and len(word) > 3 and word not in given_names() and not foreign
    return not joined and not _adverb_or_noun(word) and not (place > 0 and _CLAUSE.fullmatch(word))


_TO_MEDIA: Final = frozenset(
    f"ل{word}"
    for word in ("اذاعه", "صحيفه", "وكاله", "قناه", "شبكه", "مجله", "هييه", "جريده", "محطه", "منصه", "موقع", "تلفزيون")
)
"""To whom somebody speaks: «فلان لإذاعة محلية»."""
_ACCUSATIVES: Final = frozenset(
    (
        "طرفا",
        "ضيفا",
        "رييسا",
        "وزيرا",
        "عضوا",
        "شاهدا",
        "مندوبا",
        "ممثلا",
        "سفيرا",
        "قايدا",
        "زعيما",
        "اتفاقا",
        "بروتوكولا",
        "بيانا",
        "معاهده",
        "ملكا",
        "اميرا",
        "وليا",
        "امينا",
        "مستشارا",
        "مبعوثا",
        "نايبا",
        "حاكما",
        "سلطانا",
        "مهام",
        "مهامه",
        "مهامها",
        "منصبه",
        "منصبها",
        "منصب",
        "رياسه",
        "رييسه",
        "عرش",
        "حقيبه",
        "حقيبته",
        "حقيبتها",
        "ولايته",
        "ولايتها",
        "استقالته",
        "استقالتها",
        "اليمين",
        "خلفا",
        "رسميا",
        "لولايه",
        "لولايتين",
        "ولايتين",
        "مقاليد",
        "حبريته",
    )
)
"""What is said of somebody right after the name: «لم يكن فلان طرفا»."""
_FOREIGN: Final = re.compile(r"و[يا][\u0621-\u064a]+(?:وف|سون|سكي|مان|لز|مز|يتش|غتون)")
"""Family names whose first letter is no «and»: «ستيف ويتكوف», «هارولد ويلسون»."""
_OFFICES: Final = ("ووزير", "وولي", "ووكيل", "ووفد", "ووالي")
_SIGNATURE: Final = re.compile(r"[وف]?[بل]?(?:توقيع|امضاء|تواقيع|توقيعات|امضاءات|اسم|حضور|مشاركه)")
_CLAUSE: Final = re.compile(
    r"ي[\u0621-\u064a]{3,}ون|[\u0621-\u064a]{3,}(?:هما|يهما)|باسم|ب(?:ختم|يد|اسم|صفت|دور|حضور|مشاركت)(?:ه|ها|هم)|ب?(?:توقيع|امضاء|ختم|تواقيع)(?:ه|ها|هم|هما)?"
)
"""What goes on after a name: «يمهرون», «إمضاءيهما», «باسم», «بختمه»."""


def _adverb_or_noun(word: str) -> bool:
    possessive = len(word) > len("ترحيب") and word.endswith(("هما", "هم"))  # «ترحيبهما»
    return (
        possessive
        or word.startswith(("وال", "بال", "لل", "فال"))
        or (word.startswith("ال") and word.endswith(("يه", "ات", "ين")) and len(word) > 6)
    )


@cache
def given_names() -> frozenset[str]:
    """Give the words of the table that open a person's name."""
    return frozenset(folded(name) for _, names in rows_of("given-names") for name in alternatives(names))


@cache
def surnames() -> frozenset[str]:
    """Give the family names of the table, by which news calls people of public life."""
    return frozenset(folded(name) for _, names in rows_of("surnames") for name in alternatives(names))


def is_title(word: str) -> bool:
    """Tell a title before a name («الشيخ») from the name."""
    return word in _TITLES
