"""What never was, or is not known to have been: events that are feared, threatened, prevented, or told of in fiction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern

if TYPE_CHECKING:
    from .context import Sentence

_VERBS: Final = (
    r"{b}[وف]?(?:[يت]?حذر|حذرت|حذرا|حذرتا|حذروا|[يت]حذران|يحذرون|محذرا|محذره|محذرين|[يت]خشي|يخشون|خشيت?|[يت]خاف|يخافون|خافت?|[يت]تخوف|تخوفت?|"
    r"[يت]لوح|لوحت?|ملوحا|ملوحه|[يت]هدد|[يت]هددان|هدد|هددت|هددتا|مهددا|مهدده|[يت]توعد|توعدت?|متوعدا|متوعده|[يت]نذر|انذرت?|"
    r"تجنبت?|تجنبا|تجنبتا|[يت]تجنب|جنبت?|[يت]جنب|تفادت|تفادتا|تفادي|تفاديا|[يت]تفادي|تلافت|تلافي|[يت]منع|منعت|اشترطت?|[يت]شترط|مشترطا|مشترطه|احبطت?|[يت]حبط|درات?|[يت]درا){e}"
)
"""Verbs of fear, warning, threat, prevention and condition: what they govern has not happened."""
_NOUNS: Final = (
    r"{b}[وفبل]?(?:ال)?(?:مخاوف|مخاوفه|مخاوفها|مخاوفهم|تخوف|تخوفات|خشيه|خشيته|خشيتها|خوفا|خوف|تحذير|تحذيرات|تحذيره|تحذيرها|تهديد|تهديدات|تهديده|تهديدها|تلويح|"
    r"انذار|خطر|مخاطر|شبح|سيناريو|سيناريوهات|احتمال|احتمالات|لعبه|العاب|محاكاه|طبول|نذر|فتيل|حافه|شفا|منع|تجنب|تجنيب|تفادي|تلافي|حيلوله|درء|"
    r"لمنع|منعا|لتجنب|تجنبا|لتجنيب|لتفادي|تفاديا|لتلافي|تلافيا|تحسبا|للحيلوله|درءا|لدرء){e}"
)
"""Nouns of the same: they govern what follows at once, while the verb of their clause goes its own way."""
_OUTBREAK: Final = r"(?:(?:اندلاع|نشوب|وقوع|قيام|شن|اعلان|تفجر|انفجار|تجدد|خوض|دخول|حدوث|عوده|اشعال|اشتعال|خطر|شبح|احتمال|احتمالات|امكانيه|انزلاق|الانزلاق|اي|الي) ){0,4}"
_AT_ONCE: Final = (
    rf"(?:{_NOUNS}(?: [^\s،.؛]+){{0,4}}? (?:من|ب|ل|دون|بشان|حول) {_OUTBREAK}$)|(?:{_NOUNS} {_OUTBREAK}$)"
    rf"|(?:{_NOUNS}(?: [^\s،.؛]+){{0,4}}? (?:من )?[ب]?ان [يت][^،.؛]*$)|(?:{_NOUNS}(?: [^\s،.؛]+){{0,4}}? ب?(?:اندلاع|نشوب|شن|اعلان) $)"
)
_GOVERNED: Final = rf"{_VERBS}[^،.؛]*$"
_STANDS: Final = (
    r"(?:{b}[وفبل]?(?:بعد|منذ|عقب|خلال|اثناء|ابان|غداه|اثر|نتيجه|بسبب|جراء|رغم|ظل|اعقاب|تداعيات|استمرار|مواصله|تبعات|اثار|عواقب|اطاله|توسع|توسيع|اتساع|تصاعد|تفاقم|تكرار|انهاء|انتهاء|نهايه|وقف)"
    r"(?: (?:اندلاع|نشوب|انتهاء|نهايه|بدء|توقيع|ابرام))?(?: ل)? )$"
)
"""What stands after these is there already: «بعد الحرب», «تداعيات الحرب»."""
_WHO_PREVENTS: Final = rf"{_VERBS} $"
"""«منعت الحرب بين … التجارة»: what follows a verb at once with its article prevents, and is not prevented."""
_FICTION: Final = (
    r"{b}[وفبل]?(?:ال)?(?:روايه|فيلم|مسلسل|مسرحيه|قصه قصيره|لعبه فيديو|سيناريو خيالي|حكايه|ملحمه)(?:ه|ها)?{e}"
    r"(?! (?:رسميه|الرسميه|موسكو|واشنطن|الحكومه|{P}|{A}|{O}|{B}|شهود|اخري|الوثايقي|وثايقي|وثايقيا))"
)
_IS_ABOUT: Final = rf"{{b}}[وفب]?(?:محور|موضوع|حبكه|قصه|احداث|ابطال|بطل|بطله) {_FICTION}|{_FICTION} [^.؛،]{{0,30}}?(?:[يت]تناول|تناولت?|[يت]روي|[يت]حكي|[يت]تخيل)"
"""What a novel or film is about, wherever it stands in the sentence."""
_TELLS: Final = r"{b}[وف]?(?:[يت]?روي|روت|[يت]حكي|حكت?|[يت]تخيل|تخيلت?|[يت]تناول|[يت]دور|دارت|[يت]صور|[يت]ظهر|[يت]جسد|[يت]فترض|بطل|ابطال|بطله|احداث|حبكه|حبكته|حبكتها|خياليه?|الخيال|قصته|قصتها|في)(?=[^\u0621-\u064a])"
_PRODUCTS: Final = r" (?:[^.؛،]{0,20} )?ب(?:منتجات|بضايع|سلع|صادرات|اغاني|افلام|مسلسلات|منتوجات|تطبيقات|هواتف|سيارات)"


def is_unreal(sentence: Sentence, clause: str, place: int) -> bool:
    """Tell what the words of its clause, or a novel or film in its sentence, keep from having happened."""
    return _is_averted(sentence, clause, place) or _is_fiction(sentence, place)


def _is_averted(sentence: Sentence, clause: str, place: int) -> bool:
    if pattern(_STANDS).search(clause):
        return False
    if pattern(_AT_ONCE).search(clause):
        return True
    prevents = pattern(_WHO_PREVENTS).search(clause) and sentence.text.startswith("ال", place)
    return not prevents and pattern(_GOVERNED).search(clause) is not None


def _is_fiction(sentence: Sentence, place: int) -> bool:
    """Tell what a novel or film tells: it stands before the place, and a word that tells beside it."""
    if pattern(_IS_ABOUT).search(sentence.text):
        return True
    before = sentence.text[:place]
    found = pattern(_FICTION).search(sentence.text) and pattern(_FICTION).search(before)
    return bool(found and pattern(_TELLS).search(before))


def conquers_with_goods(words: str) -> bool:
    """Tell «غزت الصين روسيا بمنتجاتها» from an invasion, by what follows."""
    return pattern(_PRODUCTS).match(words) is not None
