"""How far the words before a verb or noun take back what it says: denied, planned, intended, conditional, reported."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern
from ..reading.furniture import LineKind
from .timelines import OPENING
from .unreal import is_unreal

if TYPE_CHECKING:
    from .context import Sentence


class Modality(Enum):
    """How something is told; only what is actual is a fact."""

    ACTUAL = "occurred"
    PLANNED = "planned"
    INTENDED = "intended"
    CONDITIONAL = "conditional"
    DENIED = "denied"


_CLAUSE: Final = re.compile(
    r'[.؟!؛:"]|،\s*(?=ثم|اذ |بل |حيث |كما (?!لو)|[وف]?(?:قال|اكد|اضاف|كان|قد|بينما|فيما|لكن|الا|حين|عندما|حيث|ثم))|،\s*(?=و[\u0621-\u064a]{2,}تا? )|،\s*(?=و[يت](?:توجب|تعين|حق|جوز|لتزم|تعهد|نص|قضي|لزم|حظر|منح|سمح|تيح|ضمن|كفل)|و[\ue600-\ue7ff\uf600-\uf7ff] ?[يت]?[\u0621-\u064a]+)'
)
_DENIED: Final = r"{b}[وف]?(?:لم|لن|لا(?! بد)|ليس|ليست|نفي|نفت|ينفي|تنفي|نافيا|نافيه|كذب|كذبت|رفض|رفضت|يرفض|ترفض|رافضا|امتنع|امتنعت|دون|بدون|عدم|(?:ال)?(?:مزاعم|شايعات|شايعه|اشاعات|اشاعه|تسريبات|تكهنات|ادعاءات)|(?:ال)?انباء (?:[\u0621-\u064a]+ )?(?:عن|حول|بشان)|ما (?:اشيع|يشاع|تردد|يتردد|قيل|يقال|تداولته)|استبعد|استبعدت|يستبعد|تستبعد|تعثر|تعثرت|تاجل|تاجلت|ارجا|ارجات|تاجيل|ارجاء|فشل|فشلت|اخفق|اخفقت|الغي|الغت|الغاء|لولا|كاد|كادت|تردد|ترددت|يتردد|زعم|زعمت){e}|{b}قبل(?! (?:ذلك|نحو|اكثر|حوالي|اسابيع|اسبوع|اسبوعين|ايام|يوم|يومين|اشهر|شهر|شهرين|عام|عامين|سنه|سنوات|سنتين|عقود|عقدين|ساعات|قليل|قرن|{D}|\d)){e}(?=[^،]*$)"
_CONDITIONAL: Final = r"{b}[وف]?(?:اذا|لو|في حال|حال|شريطه|بشرط|ما لم|ان لم|في حاله|عند|بمجرد|فور|ريثما|(?<!اشاره\s)(?<!اشار\s)(?<!اشارت\s)(?<!مشيرا\s)(?<!مشيره\s)(?<!لفت\s)(?<!لفتت\s)(?<!يشار\s)(?<!نظرا\s)الي ان|حتي){e}"
_PLANNED: Final = r"{b}[وف]?(?:من المقرر|مقرر|المقرر|يتوقع|من المتوقع|المتوقع|متوقع|المرتقب|من المرتقب|مرتقب|من المنتظر|ينتظر|المنتظر|منتظر|المزمع|مزمع|تمهيدا|استعدادا|مشروع|مسوده|سوف|سيتم|سيجري|لوضع|بانتظار|ينبغي|يجب|يتعين|يلزم|لابد|ما زال|لا يزال|ما تزال|لا تزال|في انتظار|قيد|علي وشك|قريبا|المقبل|القادم){e}"
_INTENDED: Final = r"{b}[وف]?(?:يعتزم|تعتزم|يعتزمان|تعتزمان|ينوي|تنوي|ينويان|تنويان|يسعي|تسعي|يسعيان|تسعيان|يامل|تامل|امل|املا|ياملان|املها|امله|يرغب|ترغب|تطلع|يتطلع|تتطلع|يدرس|تدرس|يبحث|تبحث|بحث|بحثا|بحثت|يبحثان|ناقش|ناقشا|ناقشت|يناقش|تفاوض|يتفاوض|تتفاوض|مفاوضات|محادثات|مباحثات|التفاوض|اقترح|اقترحت|مقترح|اقتراح|دعا|دعت|يدعو|تدعو|دعوه|طالب|طالبت|حث|حثت|عرض|عرضت|تعهد|تعهدت|وعد|وعدت|يمكن|يمكنها|ربما|لعل|رغبه|رغبتها|رغبته|نيه|عزم|عزمها|عزمه|استعداد|استعداده|استعدادها|هدد|هددت|تهديد|بهدف|بغيه|كي|لكي|من اجل|تسريع|يهدف|تهدف|امكانيه|احتمال|ضروره|اهميه|لاقناع|الضغط|حق(?:ها|ه|هما|هم|نا) في){e}"
_MAY: Final = r"{b}[وف]?قد [يت][\u0621-\u064a]+(?<!ت|ا){e}"
_NO_SOONER: Final = r"{b}[وف]?(?:لم|ما) (?:تمض|يمض|تمر|يمر|تكد|يكد|تلبث|يلبث|لبث|لبثت|ينقض|تنقض|كاد|كادت|ان)(?: [^،.؛]{0,40}?)? (?:حتي|ان){e}"
"""«لم تمض شهور حتى …» denies nothing: what follows has happened."""
_UNTIL: Final = r"{b}(?:الي ان|حتي) ?$"
"""«إلى أن وقّع» tells what has happened, «إلى أن يوقع» does not."""
_NOT_UNTIL: Final = r"(?<=لم\s)[يت][\u0621-\u064a]+ [^.؛،]{0,50}?الا (?=(?:في|مع|بعد|عام|سنه|يوم|مطلع|اواخر|اوايل|اول|{D})[ \ue800-\ue9ff])"
"""«لم يبدأ سريانها إلا في 2002»: it did."""
_FICTION: Final = r"(?:ال)?(?:روايه|فيلم|مسلسل|مسرحيه|قصه|لعبه|اسطوره)"
_TELLS: Final = r"(?:[يت](?:حكي|روي|صور|تخيل|سرد|دور|تناول)|حك[يت]|روت|تخيلت?|نصت?)"
_IN_FICTION: Final = (
    rf"{{b}}[وف]?{_TELLS} (?:احداث |وقايع )?{_FICTION}{{e}}|{{b}}[وف]?{_FICTION} [^.؛،]{{0,60}}{{b}}{_TELLS}{{e}}"
)
"""«تحكي الرواية أن ملكا وقع معاهدة» tells of no signing."""
_WINDOW: Final = 90


def modality_of(sentence: Sentence, place: int, *, within: int = _WINDOW) -> Modality:
    """Tell from the words of the same clause before a place how what follows is told; a question tells nothing."""
    if sentence.text.rstrip('" ').endswith("؟"):
        return Modality.CONDITIONAL
    if pattern(_IN_FICTION).search(sentence.text, 0, place):
        return Modality.CONDITIONAL
    if pattern(_NOT_UNTIL).match(sentence.text, place):
        return Modality.ACTUAL
    first = max(0, place - within)
    ends = [each.end() for each in _CLAUSE.finditer(sentence.text, first, place + _WINDOW) if each.end() <= place + 1]
    clause = pattern(_NO_SOONER).sub(" ", sentence.text[max([first, *ends]) : place])
    if not pattern(r"[يتن]").match(sentence.text, place):
        clause = pattern(_UNTIL).sub("", clause)
    for words, modality in (
        (_DENIED, Modality.DENIED),
        (_CONDITIONAL, Modality.CONDITIONAL),
        (_PLANNED, Modality.PLANNED),
        (_INTENDED, Modality.INTENDED),
    ):
        if pattern(words).search(clause):
            return modality
    if is_unreal(sentence, clause, place):
        return Modality.DENIED
    verb = re.match(r"[\u0621-\u064a]*", sentence.text[place:])
    return Modality.INTENDED if verb and pattern(_MAY).search(clause + verb[0]) else Modality.ACTUAL


def is_in_speech(sentence: Sentence, place: int) -> bool:
    """Tell what somebody says («قال إن …») from what the article says itself."""
    before = pattern(r"^.*(?:؛|{b}(?:في حين|فيما|بينما)(?= ))").sub("", sentence.text[:place])
    found = pattern(
        r"{b}[وف]?(?:قال|قالت|نقل|نقلت|نسب|نسبت|يقول|صرح|صرحت|اكد|اكدت|يوكد|اوضح|اوضحت|ذكر|ذكرت|اضاف|اضافت|زعم|زعمت|ادعي|ادعت|اعتبر|اعتبرت|راي|رات|توقع|توقعت|افاد|افادت|اعلن|اعلنت|مضيفا|موضحا|موكدا|مشيرا|قايلا|معتبرا|معلنا|مبينا|كشف|كشفت|لفت|اشار|اشارت|رجح|يري|يعتقد|يعتبر|نفي|نفت){e}(?! (?:(?:نص |ديباجه |بنود )?(?:الماده|البند|الفقره|{I}|نصها|نصه)))[^.؛]*?{b}(?<!قبل\s)(?<!بعد\s)(?<!دون\s)(?<!منذ\s)[ب]?ان(?:ه|ها|هما|هم|نا)?{e}"
    ).search(before)
    return found is not None


def tells_in_the_present(sentence: Sentence) -> bool:
    """Tell a headline or a line of a timeline («5 يونيو 2017: السعودية تقطع …»), whose present tense tells of the past."""
    if "؟" in sentence.text:
        return False
    opened = pattern(OPENING).match(sentence.text) or pattern(_OF_A_YEAR).match(sentence.text)
    in_line = sentence.day is not None or opened is not None
    return sentence.stretch.kind is LineKind.HEADLINE or in_line


_OF_A_YEAR: Final = r"^[-•\s]*(?:عام |سنه )?[0-9]{4} ?[:–] "
"""A line of a timeline of years: «2002: الولايات المتحدة تخرج من …»."""
