"""Verbs of speech by families, in all their forms; words that stand for a speaker."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

HONOUR: Final = r"(?:(?:السيده?|الدكتوره?|الاستاذ|الشيخ|الامير|سمو|معالي|سعاده|فخامه|جلاله|دوله) )*"
SPEAKERS: Final = r"[\ue000-\ue1ff\ue400-\ue7ff\uec00-\uedff\uf200-\uf3ff\uf600-\uf7ff]"


@dataclass(frozen=True, slots=True)
class SpeechWord:
    """One form of a verb of speech: the kind of statement it makes, if it alone tells, and whether it is a participle."""

    kind: str
    family: str
    participle: bool


@dataclass(frozen=True, slots=True)
class _Verbs:
    """Verbs of one kind of statement: stems of the past and the present, and participles, each parted by a bar."""

    family: str
    kind: str
    past: str
    present: str
    participles: str = ""

    def forms(self) -> Iterator[tuple[str, bool]]:
        """Go through all forms, and whether each is a participle: «قال», «قالت», «تقول», «قائلا»."""
        for stem in self.past.split("|"):
            weak = stem.endswith("ي")
            yield from ((form, False) for form in (stem, *(stem[: -1 if weak else None] + end for end in _PAST)))
        for stem in self.present.split("|"):
            yield from ((first + stem + last, False) for first in "يتن" for last in ("", "ان", "ون"))
        for stem in filter(None, self.participles.split("|")):
            yield from ((stem + last, True) for last in ("ا", "ه", "ين", "تين"))


_NOUNS: Final = frozenset(["مذكره", "متابعه", "معلقه", "مبرره", "كاشفه", "امله", "يرده", "تقر", "قررا"])
"""Words of other meaning that look like forms of these verbs: «مذكرة» is a memorandum."""
_PAST: Final = ("ت", "ا", "تا", "وا")
_FAMILIES: Final = (
    _Verbs(
        "say",
        "",
        "قال|صرح|ذكر|اوضح|اضاف|اشار|لفت|افاد|اكد|شدد|كشف|زعم|ادعي|اعلن|نوه|جدد|تابع|ابلغ|كرر|رد|اجاب|علق|حكي|روي|كتب|غرد|اقر|اعترف|استدرك|استطرد|اردف|زاد|"
        "ختم|خلص|جزم|اصر|عقب|لاحظ|اخبر|ابرز|اورد|المح|احتج|سجل|برر|ذهب|تحدث",
        "قول|صرح|ذكر|وضح|ضيف|شير|لفت|فيد|وكد|شدد|كشف|زعم|دعي|علن|نوه|جدد|تابع|بلغ|كرر|رد|جيب|علق|حكي|روي|كتب|غرد|قر|عترف|ستدرك|ردف|زيد|ختم|خلص|جزم|صر|عقب|"
        "لاحظ|خبر|برز|ورد|لمح|حتج|سجل|برر|ذهب|تحدث",
        "موكد|موضح|مضيف|مشير|لافت|مشدد|مبين|معلن|منوه|زاعم|مذكر|قايل|مردف|متابع|مستدرك|مستطرد|مبرز|مصرح|كاشف|مجدد|مدعي|مبرر|معلق|مسجل|ملاحظ|معقب|مستحضر",
    ),
    _Verbs("judge", "Evaluation", "اعتبر|راي|عد", "عتبر|ري|عتقد", "معتبر"),
    _Verbs("foresee", "Prediction", "توقع|رجح|تنبا|تكهن|استبعد", "توقع|رجح|تنبا|تكهن|ستبعد", "متوقع|مرجح|مستبعد|واثق"),
    _Verbs("pledge", "Commitment", "تعهد|وعد|اقسم", "تعهد|قسم", "متعهد|واعد"),
    _Verbs("warn", "Warning", "حذر|نبه|هدد|توعد|انذر", "حذر|نبه|هدد|توعد|نذر", "محذر|منبه|مهدد|متوعد"),
    _Verbs("hope", "HopeStatement", "امل|تمني", "امل|تمني", "امل"),
    _Verbs("deny", "Claim", "نفي", "نفي", "نافي"),
)


@cache
def speech_words() -> dict[str, SpeechWord]:
    """Give all forms of the verbs of speech."""
    return {
        form: SpeechWord(family.kind, family.family, participle)
        for family in _FAMILIES
        for form, participle in family.forms()
        if form not in _NOUNS
    } | {form: SpeechWord("", "say", participle=True) for form in ("بالقول", "بقوله", "بقولها", "قوله", "قولها")}


_OF_SOURCE: Final = (
    r"(?:رفيع(?: المستوي)?|كبيره?|كبار|سابق|سابقون|سابقه|بارزه?|مطلعه?|مقربه?|خاصه?|موثوقه?|متطابقه|مسووله?|طبيه?|"
    r"(?:اوروبي|غربي|عربي|خليجي|افريقي|اسيوي|دولي|برلماني|نيابي|حكومي|رسمي|دبلوماسي|امني|اعلامي|عسكري|محلي|سياسي|وزاري|ملاحي|قانوني|اقتصادي|استراتيجي|قضايي|نفطي|حزبي|حقوقي)(?:ه|ون|ين)?|{A})"
)
SOURCE: Final = (
    r"(?:(?:كبير |كبار |احد |بعض )?(?:مصدر|مصادر|مسوول|مسوولون|مسوولين|مسووله|المسوولين|دبلوماسي|دبلوماسيه|دبلوماسيون|دبلوماسيين|خبراء|خبير|خبيره|مراقبون|محللون|محلل|محلله|باحثون|باحث|باحثه|"
    r"متحدث|متحدثه|ناطق|صحف|وسايل اعلام|اوساط|جهات|مقربون|معارضون|ناشطون|ناشطين|مفاوض|مفاوضون|مستشار ل(?:رييس الوزراء|لرييس|لرييسه)|قيادي في \"?(?:حركه |حزب )?{R}\"?)"
    rf"(?: {_OF_SOURCE})*(?: (?:في|ب|من|لدي|باسم) ?(?:ال)?(?:{{B}}|{{R}}|{{P}}|(?:وزاره|رياسه|حكومه|قطاع|مكتب|ديوان) [\u0621-\u064a]+(?: {{A}})?)(?: {_OF_SOURCE})*)?)"
)
"""Whoever is not named: «مصدر رفيع في الخارجية», «مسؤولون أوروبيون»."""
AGAIN: Final = (
    r"(?:(?:المصدر|المصادر|المسوول|المتحدث|المتحدثه|الناطق|الوزير|الوزيره|الرييس|الرييسه|الدبلوماسي|السفير|السفيره|الوزاره|البيان|بيان الوزاره|بيان الخارجيه|الامير|الملك|الشيخ|الجنرال|النايب)"
    r"(?: (?:نفسه|نفسها|ذاته|ذاتها|المشترك|الرسمي|{A}))*|سموه|سموها|جلالته|جلالتها|فخامته|معاليه|معاليها|سعادته|سيادته|دولته|غبطته|قداسته)(?![\u0621-\u064a])"
)
"""Words that refer back to whoever spoke or was named before."""
TITLED: Final = (
    r"(?:(?:ال)?(?:رييسه?|وزيره?|قايد|زعيمه?|امينه?|مديره?|نايبه?|عضوه?|كبيره?|مفاوضه?|مطران|بطريرك|مستشاره?|مبعوثه?|ممثله?|سفيره?|ناطقه?|متحدثه?|مفوضه?|خبيره?|باحثه?|محلله?|قيادي|مندوبه?|حاكم)"
    r" (?:[^.؛:،\"\ue600-\ue7ff\uf600-\uf7ff]{0,60}? )?(?=\"?[\ue600-\ue7ff\uf600-\uf7ff]))?"
)
"""A title that is no part of the name after it: «رئيس المرحلة الانتقالية في مالي العقيد فلان»."""
ADVERB: Final = r"(?:{D}|من جهته|من جانبه|من جانبها|من جهتها|من جهتهما|بدوره|بدورها|بدورهما|يومها|امس|اليوم|ايضا|كذلك|لاحقا|بوضوح|صراحه|مجددا|مرارا|حينها|انذاك|حينذاك|في المقابل|فيه|فيها|له|لها|لهم|متوعدا|محذرا|غاضبا|ساخرا|بالقول|بقوله|بقولها|قايلا|قايله|قوله|قولها)(?![\u0621-\u064a])"
OPENING: Final = (
    rf"(?:،|{ADVERB}|(?:[وف]?(?:في|خلال|عقب|بعد|قبل|امام|علي (?:هامش|لسان|حسابه|حسابها|صفحته|صفحتها|منصه|موقع|متن)|لدي|عبر|اثر|ضمن|اثناء|قبيل|بعيد|مع|الي|ردا علي|تعليقا علي|حول|بشان|بحضور|من|فور|عن|نقلا عن|التي|الذي|اللذان|اللذين|اللتان|اللتين|الذين|وهو|وهي))(?![\u0621-\u064a])"
    r"|ل(?:لصحف|لصحاف|وكال|قنا|صحيف|موقع|شبك|اذاع|هييه|مجل|تلفزيون|وسايل|نظير|لجزير|رويترز)[\u0621-\u064a]*|ل ?\"?[\ue400-\ue5ff]|\"?[\ue000-\ue1ff]\"? (?=(?:قبل|بعد|في|خلال|امس|[\ue800-\ue9ff]|[ب]?ان)))"
)
GAP: Final = rf"(?: ?(?={OPENING})[^.؛:؟]{{1,150}}?(?![\u0621-\u064a]))?"
"""What may stand between a speaker, the verb and the words: it begins like an adjunct, and goes on for so far at most."""
