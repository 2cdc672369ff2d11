"""Facts of forces that come and go: soldiers who left, landed or were evacuated on a day that the article tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern
from .events import surroundings
from .ledger import TYPE, Name, Term
from .modality import Modality, is_in_speech, modality_of

if TYPE_CHECKING:
    import re

    from .context import Context, Sentence
    from .ledger import Object

_SOLDIERS: Final = (
    r"(?:(?:اخر|اول|طلايع|جميع|كل|كافه|بقايا|دفعه من|الدفعه الاولي من|الدفعه الاخيره من) )?"
    r"(?:\"?{F}\"?|(?:ال)?(?:جندي|جنود|جنودها|جنوده|قوات|قواتها|قواته|العسكريين|الوحدات)(?: (?:ال)?{A})?)"
)
_WENT: Final = r"غادر|غادرت|رحل|رحلت|نزلت|نزل|وصل|وصلت|انسحبت|انسحب|خرج|خرجت|جلت|جلا|دخلت|عبرت|انتشرت|حطت"
_LEAVING: Final = r"(?:انسحاب|جلاء|خروج|رحيل|مغادره|سحب|اجلاء|وصول|نشر)"
_WHERE: Final = r"(?: (?:من |الي |في |عن |ب)?(?:البلاد|هناك|(?:اراضي |اراضيها )?(?:{P}|{C})))?"
_MOVES: Final = (
    rf"(?P<all>{{w}}(?P<verb>{_WENT}) {_SOLDIERS}{_WHERE})",
    rf"(?P<all>{{w}}(?P<verb>(?:تم|جري|اكتمل|انتهي|استكمل|بدا)) {_LEAVING} {_SOLDIERS}{_WHERE})",
)


def move_forces(context: Context, sentence: Sentence) -> None:
    """State dated movements of forces, which are events without a class of their own."""
    for match in (match for words in _MOVES for match in pattern(words).finditer(sentence.text)):
        place = match.start("verb")
        if modality_of(sentence, place) is Modality.ACTUAL and not is_in_speech(sentence, place):
            _state(context, sentence, match)


def _state(context: Context, sentence: Sentence, match: re.Match[str]) -> None:
    around = surroundings(sentence, match.start("verb"), match.end("all"))
    if around.date is None:
        return
    span = sentence.skeleton.span(min(match.start("verb"), around.begin), max(match.end("all"), around.date_end))
    facts: dict[str, Object] = {TYPE: Term("Event"), "eventStatus": Term("occurred"), **around.date_facts}
    context.ledger.state(span, Name(context.fresh("movement-of-forces")), facts, pattern="movement", confidence=0.72)
