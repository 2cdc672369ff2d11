"""Facts of dated happenings without a class of their own: what took place at a time, bases opened and handed over, instruments deposited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..dates.expressions import DateWords
from ..mentions.records import Kind
from ..mentions.skeleton import pattern
from .events import surroundings
from .ledger import TYPE, Name, Term
from .modality import Modality, is_in_speech, modality_of, tells_in_the_present
from .offices import persons_of
from .sides import sides_of

if TYPE_CHECKING:
    import re

    from ..mentions.records import Mention
    from .context import Context, Sentence
    from .ledger import Object

_ADJECTIVE: Final = r"(?: (?:ال)?(?:داميه?|دمويه?|عنيفه?|ارهابيه?|شعبيه?|عسكريه?|مولمه?|اليمه?|ماساويه?|{A}))?"
_HAPPENED: Final = (
    r"(?P<all>{w}(?P<verb>ما (?:حدث|جري|وقع|حصل|دار|شهدته? (?:البلاد|المنطقه|{P}))) (?:(?:هناك|فيها|فيه|بينهما|بعدها|(?:في|ب) ?(?:{P}|{C})) )?(?:في |خلال |اثناء |ابان )?(?P<date>{D}))",
    rf"(?P<all>{{w}}[بكل]?(?P<verb>(?:ال)?(?:احداث|وقايع|هجمات|تفجيرات|احتجاجات|اضطرابات|مظاهرات|انقلاب|ثوره|انتفاضه|مجزره|مذبحه|زلزال|اجتياح)){_ADJECTIVE} (?:في |ل|خلال )?(?P<date>{{D}}))",
)
_DONE: Final = r"افتتحت|افتتح|دشنت|دشن|فتحت|فتح|اغلقت|اغلق|اخلت|اخلي|سلمت|سلم|تسلمت|تسلم|انشات|انشا|اسست|اسس|اقامت|اقام"
_DONE_TO: Final = r"افتتحت|افتتح|دشنت|دشن|اغلقت|اغلق|اخليت|اخلي|سلمت|سلم|انشيت|انشي|اسست|تاسست|تاسس|اقيمت|اقيم"
_TO_BE_DONE: Final = r"ست?ي?(?:فتتح|دشن|سلم|غلق|خلي|نشا)"
_BASE: Final = (
    r"\"?(?:{F}|(?:ال)?(?:قاعده|قاعدتها|قاعدته|قواعدها)(?! ?(?:بيانات|شعبيه))(?: (?:ال)?(?:عسكريه|جويه|بحريه))?)\"?"
)
_CLAUSES: Final = (
    (rf"(?P<all>{{w}}(?P<verb>{_DONE}) (?P<who>(?:[^.؛،\ue000-\uf8ff]{{0,15}} )?(?:{{O}}|{{P}}|{{N}})) (?:[^.؛،\ue000-\ue7ff]{{0,12}} ?)?(?:(?:في |يوم )?{{D}} ?)?{_BASE})", "occurred"),
    (rf"(?P<all>{{w}}(?P<verb>{_DONE_TO}) (?:رسميا )?{_BASE}(?: [^.؛،\ue800-\ue9ff]{{0,50}}?)?(?: ?بقرار من (?P<who>{{R}}|{{B}}|{{P}}|{{O}}))?)", "occurred"),
    (rf"(?P<all>{{w}}(?P<verb>{_TO_BE_DONE}) (?:رسميا )?{_BASE})", "planned"),
)  # fmt: skip
_DEPOSITED: Final = r"(?P<all>{w}(?P<verb>سلم|سلمت|اودع|اودعت|قدم|قدمت) (?P<who>{O}|{P}|{N}) (?:[^.؛،\ue000-\uf8ff]{0,15} )?(?:وثيقه|وثايق|صك|صكوك) (?:ال)?(?:انضمام|تصديق|مصادقه|ابرام|قبول|انسحاب)(?:ها|ه)?(?: (?:الي|علي|من) (?:{R}|{I}))?(?: (?:الي|لدي) (?P<whom>{O}|{P}|{N}|{R}))?)"


def happen(context: Context, sentence: Sentence) -> None:
    """State what took place at a time, and what befell bases and documents."""
    for match in (match for words in _HAPPENED for match in pattern(words).finditer(sentence.text)):
        day = sentence.skeleton.mentions[match["date"]].data
        if isinstance(day, DateWords) and day.year is not None:  # named as done, whatever is said of it
            _state(context, sentence, match, "occurred", "happening:dated")
    for words, status in _CLAUSES:
        _tell(context, sentence, words, status, "happening:base")
    _tell(context, sentence, _DEPOSITED, "occurred", "happening:deposited")


def _tell(context: Context, sentence: Sentence, words: str, status: str, name: str) -> None:
    for match in pattern(words).finditer(sentence.text):
        if _is_told(sentence, match):
            _state(context, sentence, match, status, name)


def _is_told(sentence: Sentence, match: re.Match[str]) -> bool:
    place = match.start("verb")
    actual = modality_of(sentence, place) in (Modality.ACTUAL, Modality.PLANNED)
    return actual and not is_in_speech(sentence, place) and not tells_in_the_present(sentence)


def _state(context: Context, sentence: Sentence, match: re.Match[str], status: str, name: str) -> None:
    around = surroundings(sentence, match.start("verb"), match.end("all"))
    dated = name != "happening:deposited"
    span = sentence.skeleton.span(min(match.start("verb"), around.begin), max(match.end("all"), around.date_end))
    if (dated and around.date is None) or _is_known(context, span):
        return
    groups = match.groupdict()
    who = [mention for each in ("who", "whom") for mention in sentence.skeleton.inside(groups.get(each) or "")]
    facts: dict[str, Object | tuple[Object, ...]] = {
        TYPE: Term("Event"),
        "eventStatus": Term(status),
        "participant": tuple(Name(each) for mention in who for each in _participants(context, mention)),
        **around.date_facts,
    }
    facts |= {"eventPlace": Name(around.city)} if around.city and not dated else {}
    context.ledger.state(span, Name(context.fresh("event")), facts, pattern=name, confidence=0.72)


def _participants(context: Context, mention: Mention) -> tuple[str, ...]:
    if mention.kind in (Kind.OFFICIAL, Kind.PERSON):
        return tuple(persons_of(context, mention))
    return (
        tuple(each.identifier for each in mention.things) if mention.kind is Kind.BODY else sides_of(context, mention)
    )


def _is_known(context: Context, span: tuple[int, int]) -> bool:
    """Tell whether another pattern tells the same words as an event already."""
    return any(
        claim.predicate == "eventStatus" and claim.begin < span[1] and span[0] < claim.end and _is_of_one(claim.pattern)
        for claim in context.ledger
    )


def _is_of_one(name: str) -> bool:
    """Tell a pattern whose event is the same as one that this module would tell."""
    return "bond:" in name or name in ("life:deposited", "approval:consent-deposited")
