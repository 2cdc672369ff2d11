"""How news words that sides fight: verbs of attack and defence, wars that go on, are won and lost, and fights by their noun."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern

if TYPE_CHECKING:
    from ..mentions.patterns import Pattern

_TROOPS: Final = r"(?:قوات |جيش |جيشا |جيشي |القوات |الجيش |قوات من |حكومه )?"
_ONE: Final = rf"{_TROOPS}(?P<one>{{P}}|{{G}}|{{F}}|{{B}}|{{R}})"
_OTHER: Final = rf"{_TROOPS}(?P<other>{{P}}|{{F}}|{{B}}|{{R}})"
_PAIR: Final = rf"{_ONE}(?: ?و ?(?:بين )?{_OTHER})?"
_WORDS: Final = r"(?: [\u0621-\u064a0-9]+){0,3}?"
_FEW: Final = r"(?:[^.؛،\ue000-\uf8ff]{0,25} )?"
_WHEN: Final = r"(?: (?:فجر|ليله|صباح|مساء|يوم|في)? ?{D})?"
_ARMED: Final = r"(?:ال)?(?:مسلحه?|حدوديه?|عنيفه?|داميه?|ضاريه|عسكريه?|متقطعه|محدوده|شرسه?|بريه|جويه)"


@cache
def further_conflicts() -> tuple[tuple[str, str, Pattern], ...]:
    """Give further wordings with their class and name."""
    return (*_attacks(), *_wars(), *_fights())


def _attacks() -> tuple[tuple[str, str, Pattern], ...]:
    invade = r"غزت|غزا|اجتاحت|اجتاح|هاجمت|هاجم|حاربت|حارب|قاتلت|قاتل"
    begin = r"بدات|بدا|شنت|شن|اطلقت|اطلق|باشرت|نفذت|نفذ|واصلت"
    return (
        ("War", "attacked:forces", pattern(rf"(?P<all>{{w}}(?:{invade}) {_ONE}{_WHEN} {_OTHER})")),
        ("War", "attacked:subject-first", pattern(rf"(?P<all>(?P<one>{{P}}|{{F}}) (?:قد )?(?:{invade}) {_OTHER})")),
        ("War", "began-its-invasion", pattern(rf"(?P<all>{{w}}(?:{begin}) {_ONE}{_WHEN} {_FEW}(?:غزوها|غزوه|اجتياحها|حربها|حربه|هجومها|عدوانها|غزو|اجتياح) {_FEW}(?:ل|علي |ضد )?{_OTHER})")),
        ("War", "its-war-on", pattern(rf"(?P<all>(?P<one>{{P}}) (?:[^.؛\ue000-\ue1ff]{{0,40}} )?(?:(?:في|خلال|ابان|بعد|منذ) )?(?:حربها|حربه|غزوها|غزوه|اجتياحها) (?:[\u0621-\u064a]+ )?(?:ل|علي |ضد |مع ){_OTHER})")),
        ("War", "war-of-one-on", pattern(rf"(?P<all>{{w}}(?:حرب|حروب|غزو|اجتياح|عدوان) (?P<one>{{P}}) (?:[\u0621-\u064a]+ )?(?:ضد |مع |علي |ل){_OTHER})")),
        ("ArmedConflict", "occupied", pattern(r"(?P<all>{w}(?:احتلت|احتل) (?P<one>{P})(?: في {D})? (?P<other>{P}))")),
        ("ArmedConflict", "bombed", pattern(rf"(?P<all>{{w}}(?:قصفت|قصف|ضربت) (?:طايرات |مقاتلات |قوات )?(?P<one>{{P}}|{{F}}){_WHEN} (?:[^.؛،\ue000-\uf8ff]{{0,25}} (?:في|داخل) )?(?P<other>{{P}}))")),
        ("ArmedConflict", "struck", pattern(rf"(?P<all>{{w}}(?:{begin}) (?P<one>{{P}}|{{F}}){_WHEN} {_FEW}(?:ضربات|غارات|ضربه|قصفا|هجمات)(?: [^.؛،\ue000-\uf8ff]{{0,30}})? (?:علي|ضد|في|داخل) (?P<other>{{P}}))")),
    )  # fmt: skip


def _wars() -> tuple[tuple[str, str, Pattern], ...]:
    return (
        ("War", "fights-now", pattern(rf"(?P<all>{{w}}(?:تخوض|يخوض|تخوضان|يخوضان) {_ONE} {_FEW}(?:حربا|حربها|حروبا)(?: [\u0621-\u064a]+)?(?: (?:ضد|مع) {_OTHER})?)")),
        ("War", "between-them-a-war", pattern(rf"(?P<all>{{w}}(?:اندلعت|نشبت|دارت|وقعت|قامت|اشتعلت|تفجرت) بين {_PAIR} (?:حرب|الحرب))")),
        ("War", "defeated", pattern(r"(?P<all>{w}(?:هزمت|هزم|دحرت|دحر) (?P<one>{P}) (?P<other>{P}) (?:عسكريا|في (?:ال)?(?:حرب|معركه)))")),
        ("War", "lost-to", pattern(r"(?P<all>{w}(?:خسرت|خسر|كسبت|كسب|ربحت) (?P<one>{P}) (?:ال)?(?:حرب|حربا)(?:ها|ه)? (?:[^.؛،\ue000-\uf8ff]{0,20} )?(?:امام|ضد|مع|علي) (?P<other>{P}))")),
        ("War", "triumphed", pattern(r"(?P<all>{w}(?:انتصرت|انتصر|تغلبت|انهزمت|انهزم) (?P<one>{P}) (?:علي|امام) (?P<other>{P}) في (?:ال)?حرب)")),
        ("War", "met-in-war", pattern(rf"(?P<all>{{w}}(?:تواجهت|تواجه|تحاربت|تحارب|تقاتلت|تقاتل|اقتتلت|تصادمت) (?P<one>{{P}}|{{G}}) {_FEW}في (?:ال)?(?:حرب|حروب))")),
        ("War", "ended-their-war", pattern(r"(?P<all>{w}(?:انهي|انهت|منهيا|منهيه|منهيين|لينهي|لتنهي|لينهيا|وضع حدا ل|وضعت حدا ل) ?(?P<war>(?:ال)?حرب(?:ا)?) (?:دامت|استمرت|اودت|خلفت|اندلعت|نشبت|استغرقت|بدات|بينهما))")),
        ("War", "declared-war", pattern(rf"(?P<all>{{w}}(?P<verb>اعلنت|اعلن|شنت|شن) (?:ال)?حرب(?:ا)? (?:علي|ضد) {_OTHER})")),
        ("War", "war-of-many", pattern(rf"(?P<all>(?:ال)?حرب{_WORDS} بين {_ONE} من جهه ?،? و{_OTHER} من جهه (?:اخري|ثانيه))")),
        ("War", "war-going-on", pattern(rf"(?P<all>(?:ال)?حرب ?،? (?:(?:ال)?(?:دايره|مستمره|قايمه|جاريه|مشتعله|مندلعه|مستعره|طاحنه|ضروس)|التي (?:تدور|اندلعت|اشتعلت|تفجرت|نشبت|دارت|تجددت))(?: [^.؛،\ue000-\ue7ff]{{0,25}})? بين {_PAIR})")),
    )  # fmt: skip


def _fights() -> tuple[tuple[str, str, Pattern], ...]:
    noun = r"(?:ال)?(?:قتال|اقتتال|معارك|اشتباكات|مواجهات|مناوشات|نزاع|صراع|اعمال القتال|تصعيد عسكري)"
    goes_on = r"(?:تجدد|تجددت|اندلع|اندلعت|دار|دارت|نشب|نشبت|استمر|استمرت|تواصل|تواصلت|احتدم|احتدمت|تفجر|توقف|توقفت|شهد|شهدت|وقعت|وقع)"
    return (
        ("ArmedConflict", "fights-go-on", pattern(rf"(?P<all>{{w}}(?:{goes_on} {noun}|تصاعدت? (?:ال)?(?:قتال|اقتتال|معارك|اشتباكات))(?: {_ARMED}| من جديد| مجددا){{0,2}} بين {_PAIR})")),
        ("ArmedConflict", "fights-that", pattern(rf"(?P<all>{noun}(?: {_ARMED}){{0,2}} ?،? (?:(?:الذي|التي) {goes_on} |(?:ال)?(?:داير|دايره|مستمر|مستمره|جاري|جاريه) )(?:[^.؛،\ue000-\ue7ff]{{0,20}} )?بين {_PAIR})")),
        ("ArmedConflict", "armed-conflict", pattern(rf"(?P<all>(?:ال)?(?:نزاع|صراع|مواجهه|قتال) (?:ال)?(?:مسلحه?|عسكريه?|داميه?|دامي) بين {_PAIR})")),
        ("ArmedConflict", "fights-of-armies", pattern(rf"(?P<all>{{w}}{goes_on} {noun}(?: {_ARMED}| من جديد| مجددا){{0,2}} بين (?:(?:ال)?(?:جيشين|قوات|جيش|جانبين|طرفين) (?P<one>{{A}})|(?P<forces>{{F}})) و(?:(?:ال)?(?:جيش|قوات) )?(?P<other>{{A}}))")),
        ("ArmedConflict", "clashed", pattern(r"(?P<all>{w}(?:اشتبكت|اشتبك|تواجهت|تقاتلت|تبادلت) قوات (?:من )?(?P<one>{P}) (?:علي|في|قرب|عند|اطلاق النار|القصف|النار))")),
    )  # fmt: skip
