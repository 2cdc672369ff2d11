"""Facts of forces that come and go: soldiers who left, landed or were evacuated on a day that the article tells."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from ..mentions.patterns import Patterns
from ..mentions.skeleton import pattern
from .events import surroundings
from .ledger import TYPE, Name, Term
from .modality import Modality, is_in_speech, modality_of, tells_in_the_present

if TYPE_CHECKING:
    import re

    from .context import Context, Sentence
    from .ledger import Object

_FORCE: Final = r"(?:\"?{F}\"?|(?:قوات|قوه|بعثه|وحدات|مهمه) \"?{R}\"?|(?:ال)?(?:جنديا?|جنود(?:ها|ه)?|قوات(?:ها|ه)?|قوه|عسكري|عسكريين|وحدات|كتيبه|لواء|فرقه|طايرات|سفن|اسطول){e}(?: من)?(?: (?:ال)?{A}| {P})?)"
_SOLDIERS: Final = rf"(?:(?:اخر|اول|طلايع|جميع|كل|كافه|بقايا|دفعه من|(?:ال)?دفعه (?:الاولي |الاخيره |جديده |اولي )?من|مييات|مئات|الاف|عشرات|نحو|[\u0621-\u064a]+ الاف|\d+) ){{0,2}}{_FORCE}"
_WENT: Final = r"غادر|غادرت|رحل|رحلت|نزلت|نزل|وصل|وصلت|انسحبت|انسحب|خرج|خرجت|جلت|جلا|دخلت|دخل|عبرت|عبر|انتشرت|انتشر|حطت|توغلت|تمركزت|عادت"
_LEAVING: Final = r"(?:انسحاب|جلاء|خروج|رحيل|مغادره|سحب|اجلاء|وصول|نشر|انتشار|دخول|ارسال)"
_SENT: Final = r"نشرت|نشر|ارسلت|ارسل|سحبت|سحب|اجلت|اجلي|ابتعثت|اوفدت|دفعت ب|حشدت|انزلت|انزل|اعادت|اعاد"
_WHERE: Final = r"(?: (?:من |الي |في |عن |ب)?(?:البلاد|هناك|(?:اراضي |اراضيها |شمال |جنوب |شرق |غرب |منطقه |اقليم |مدينه )*(?:{P}|{C}|\"?{F}\"?)))?"
_BY: Final = r"(?:{P}|{O}|{B}|{F})"
_MOVES: Final = (
    rf"(?P<all>{{w}}(?P<verb>{_WENT}) {_SOLDIERS}{_WHERE})",
    rf"(?P<all>{{w}}(?P<verb>(?:تم|تمت|جري|جرت|اكتمل|اكتملت|انتهي|استكمل|بدا|بدات|انجز)) (?:عمليه |عمليات )?{_LEAVING} {_SOLDIERS}{_WHERE})",
    rf"(?P<all>{{w}}(?P<verb>{_SENT}) {_BY} (?:{{D}} )?{_SOLDIERS}{_WHERE})",
    rf"(?P<all>{{w}}(?P<verb>اكملت|اكمل|اتمت|اتم|استكملت|استكمل|انهت|انهي|بدات|بدا|باشرت) {_BY} (?:{{D}} )?(?:عمليه )?(?:انسحابها|انسحابه|جلاءها|سحب|انتشارها|اجلاء|نشر)(?: {_SOLDIERS})?{_WHERE})",
    rf"(?P<all>{{w}}{_FORCE} (?:قد |كانت )?(?P<verb>{_WENT}){_WHERE})",
)
_LEAVES: Final = r"يغادر|تغادر|يغادرون|ينسحب|تنسحب|ينسحبون|تدخل|يدخل|يدخلون|يصل|تصل|يصلون|يعبر|تعبر"
_NOW: Final = rf"(?P<all>{_SOLDIERS} (?P<verb>{_LEAVES}){_WHERE})"
"""What a headline or a line of a timeline tells in the present."""
_PLANS: Final = (
    rf"(?P<all>{{w}}(?P<verb>تعتزم|يعتزم|تنوي|ينوي|تخطط|يخطط) {_BY} (?:ل)?(?:نشر|ارسال|سحب|ايفاد) {_SOLDIERS}{_WHERE})",
    rf"(?P<all>{{w}}(?P<verb>ستنشر|سينشر|سترسل|سيرسل|ستسحب|سيسحب) {_BY} {_SOLDIERS}{_WHERE})",
)
_OF_POLICE: Final = r"{b}(?:ال)?(?:قوات|عناصر|رجال) (?:ال)?(?:امن|شرطه|درك|حرس|اطفاء|دفاع المدني|مكافحه)"
"""Police on the streets of their own country are no forces that move."""


@cache
def _sieve(*, now: bool) -> Patterns:
    return Patterns(map(pattern, (*_MOVES, _NOW) if now else _MOVES))


def move_forces(context: Context, sentence: Sentence) -> None:
    """State dated movements of forces, which are events without a class of their own."""
    taken: list[tuple[int, int]] = []
    for match in (match for words in _PLANS for match in pattern(words).finditer(sentence.text)):
        told = modality_of(sentence, match.start(), within=30) is not Modality.DENIED
        if told and not is_in_speech(sentence, match.start()):
            taken.append(match.span())
            _state(context, sentence, match, "planned" if match["verb"].startswith("س") else "intended")
    moves = _sieve(now=tells_in_the_present(sentence))
    for match in moves.matches(sentence.text):
        place = match.start("verb")
        if (
            modality_of(sentence, place) is Modality.ACTUAL
            and not is_in_speech(sentence, place)
            and not pattern(_OF_POLICE).search(sentence.text[match.start() : match.end() + _CLOSE])
            and pattern(_NAMED).search(match["all"])
            and not any(begin < match.end() and match.start() < end for begin, end in taken)
        ):
            taken.append(match.span())
            _state(context, sentence, match)


_CLOSE: Final = 12
_NAMED: Final = r"[\ue000-\uf8ff]|{b}(?:جنود|قوات)(?:ها|ه){e}|{b}(?:اخر|اول) (?:ال)?(?:جندي|جنود|عسكري)"


def _state(context: Context, sentence: Sentence, match: re.Match[str], status: str = "occurred") -> None:
    around = surroundings(sentence, match.start("verb"), match.end("all"))
    if around.date is None:
        return
    span = sentence.skeleton.span(min(match.start("verb"), around.begin), max(match.end("all"), around.date_end))
    facts: dict[str, Object] = {TYPE: Term("Event"), "eventStatus": Term(status), **around.date_facts}
    context.ledger.state(span, Name(context.fresh("movement-of-forces")), facts, pattern="movement", confidence=0.72)
