"""Who does what in a clause: subjects before or after a verb, the object, the partner, by order and prepositions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..mentions.records import Kind, Mention
from ..mentions.skeleton import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .context import Sentence

_SIDES: Final = frozenset({Kind.POLITY, Kind.ORGANIZATION, Kind.GROUP, Kind.OFFICIAL, Kind.PERSON, Kind.BODY})
_END: Final = (
    r"[.؟!؛:]|،? (?:ثم|حل محل|حلت محل|التي|الذي|اللتين|اللذين|اللتان|وذلك|حيث|فيما|بينما|في حين|مكمله|منهيا|منهيه|منهيتين|بعدما|بعد ان|كما|لتوكد|عرفتا|عرفت|تتيح|يتيح|تمنح|يمنح|تقضي|يقضي|شملت|شمل|تنص|ينص|"
    r"(?:بحضور|برعايه|بوساطه)(?! [^،.؛\uea00-\uebff]{1,60}،[^.؛]{0,20}[\uea00-\uebff])|تنظم|ينظم|تسمح|يسمح|تهدف|يهدف|لتعزيز|بهدف|بشرط|خلال زياره|اثناء زياره){e}|، ?(?:و|ف)(?:ه[يو] |[يت][\u0621-\u064a]{3,} |(?:قال|اكد|اعلن|اضاف|دخل|كان|نص|ينص|شهد|حضر|صافح|تصافح|جري|جرت|رعي|رعت|سبق|حمل|بلغ|اصبح|صار|بات|وصف|راي|نفي|صادق|اقر|حل|حلت|مثل|تضمن)(?:ت|ا|تا|وا|ه|ها)?(?: |$)|انشووا|ستدخل)|\sو(?:صادق|صدق|اقر|وافق)(?:ت|ا|تا|وا)? علي(?:ها|ه|هما)(?: |$)"
)
_BLOCKING: Final = re.compile(
    r"(?:^|[\s،])[وف]?(?:الي|علي|حول|بشان|بحضور|ضد|عن|في|لدي|برعايه|بوساطه|من|مع|بين|عبر|تجاه|نحو|لصالح|باسم|بموجب|وفق|خلال|بعد|قبل|منذ|لدعم|بمشاركه|مقابل|بدعوه|ب|ل|ك|داخل|خارج|بعهد|قرب|زياره|الحاكم|حكومه|شعب|اراضي|جنوب|شمال|شرق|غرب|حدود|مستقبل|علاقات|دعم|منفذ|تمنح)\s*\"?$"
)
_NOT_AN_OBJECT: Final = re.compile(
    r"(?:^|[\s،])[وف]?(?:بموجب|في|من|حول|بشان|بعد|قبل|خلال|ضمن|وفق|وفقا|الي|مع|لتنفيذ|تنفيذ|مشروع|بنود|احكام|نص|ب|ل|ك|عن|بخصوص|اطار|لتعديل|تعديل|رغم|علي اساس|ضد|مفاوضات|تطبيق|لتطبيق|ملحق|ملاحق|مسوده|(?:ال|بال|لل)?(?:تصديق|مصادقه|موافقه) علي)\s*\"?$"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """The parts of a clause; places are in the skeleton."""

    begin: int
    end: int
    subjects: tuple[Mention, ...]
    object: Mention | None
    objects: tuple[Mention, ...]
    partners: tuple[Mention, ...]
    core_end: int
    subject_end: int


def clause_end(sentence: Sentence, place: int, *, least: int = 0) -> int:
    """Find where the clause of a verb ends."""
    match = pattern(_END).search(sentence.text, place + least)
    return match.start() if match else len(sentence.text)


def read_clause(
    sentence: Sentence,
    begin: int,
    verb_end: int,
    *,
    kind: Kind = Kind.INSTRUMENT,
    pronoun: bool = False,
    before: bool = True,
) -> Clause:
    """Read the clause of a verb: subjects, object of a kind, partners named by «مع» or «بين»."""
    end = clause_end(sentence, verb_end)
    after = pattern(_ITS_OWN_VERB).search(sentence.text, verb_end, end) if pronoun else None
    end = after.start() if after is not None else end
    placed = list(_mentions(sentence, verb_end, end))
    objects = [] if pronoun else list(_objects(sentence, placed, kind))
    first_object = objects[0][0] if objects else None
    earlier = _subject_before(sentence, begin) if before else None
    subjects = [(place, each) for place, each in placed if _is_subject(sentence, place, each, first_object, kind)]
    partners = [
        (place, each)
        for place, each in placed
        if each.kind in _SIDES and _preposition(sentence, place) in ("مع", "بين")
    ]
    if first_object is not None:
        partners = [
            (place, each)
            for place, each in partners
            if place > first_object or not subjects or _signs_with(sentence, subjects[0][0], place)
        ]
    if earlier is None and not subjects and pattern(_OF_BOTH).match(sentence.text, begin):
        subjects = _both_before(sentence, begin)
        begin = subjects[0][0] if subjects else begin
    if earlier is not None and not subjects:
        begin, subjects = earlier[0], [earlier]
    if (
        partners
        and not subjects
        and earlier is None
        and pattern(_BY_HER).search(sentence.text, max(0, begin - 1), verb_end)
    ):
        subjects = _side_before(sentence, begin)
    core = max(
        [
            verb_end,
            *(_end_of_parties(sentence, place + 1) for place, _ in objects),
            *(place + 1 for place, _ in objects),
            *(place + 1 for place, _ in subjects),
        ]
    )
    return Clause(
        begin,
        max([core, *(place + 1 for place, _ in partners)]),
        tuple(each for _, each in subjects),
        objects[0][1] if objects else None,
        tuple(each for _, each in objects),
        tuple(each for _, each in partners),
        core,
        max([verb_end, *(place + 1 for place, _ in subjects)]),
    )


_ITS_OWN_VERB: Final = (
    r"، (?:[\u0621-\u064a]{2,}(?<!ا)ت|انهي|اغضب|مهد|الزم|اثار|شكل|وضع|نص|قضي|اعاد|ادي|منح|حدد|رسم|لم|لا|لن) "
)
"""Where a relative clause on an instrument ends: «المعاهدة، التي وقعها الوزراء، أغضبت …» says nothing more of who signed."""
_BY_HER: Final = r"{w}(?:وقع|ابرم|عقد)ت(?:ها|ه|هما){e}"


def _side_before(sentence: Sentence, begin: int) -> list[tuple[int, Mention]]:
    """Give the polity that a clause before is about: «علقت الجزائر المعاهدة التي أبرمتها مع إسبانيا»."""
    found = [
        (place, each)
        for place, each in _mentions(sentence, 0, begin)
        if each.kind is Kind.POLITY and len(each.things) == 1 and not _BLOCKING.search(sentence.text[:place])
    ]
    return found if len(found) == 1 else []


_OF_BOTH: Final = r"[وف]?(?:قد )?(?:وقع|ابرم)(?:ا|تا)(?:ها|ه|هما)?{e}"


def _both_before(sentence: Sentence, begin: int) -> list[tuple[int, Mention]]:
    """Give the two officials named before a verb in the dual: «اجتمع الرئيس فلان مع نظيره فلان، ووقعا …»."""
    found = [(place, each) for place, each in _mentions(sentence, 0, begin) if each.kind is Kind.OFFICIAL]
    return found if len(found) == len("ab") else []


_MEETING: Final = r"{b}(?:ال|ب|ل)?(?:لقاء|اجتماع|محادثات|مباحثات|قمه|اتصال|حديث|تعاون|علاقات|علاقه|حرب|خلاف|مفاوضات|موتمر|التقي|اجتمع|بحث|تباحث)[\u0621-\u064a]* [^،.؛]{0,30}$"


def _signs_with(sentence: Sentence, subject: int, place: int) -> bool:
    """Tell who acts together with the subject, named before the object, from whom somebody met."""
    between = sentence.text[subject + 1 : place]
    return len(between) < _NEAR and subject < place and not pattern(_MEETING).search(between)


_NEAR: Final = 25


def _end_of_parties(sentence: Sentence, place: int) -> int:
    """An instrument's parties belong to its noun phrase: «معاهدة بين روسيا وأبخازيا», «معاهدة بينهما»."""
    match = pattern(r" (?:بينهما|بين (?:كل من )?\"?{S}\"?)").match(sentence.text, place)
    return match.end() if match else place


def _mentions(sentence: Sentence, begin: int, end: int) -> Iterator[tuple[int, Mention]]:
    for place in range(begin, end):
        mention = sentence.skeleton.mentions.get(sentence.text[place])
        if mention is not None:
            yield place, mention


def _objects(sentence: Sentence, placed: list[tuple[int, Mention]], kind: Kind) -> Iterator[tuple[int, Mention]]:
    last: int | None = None
    for place, mention in placed:
        if mention.kind is not kind:
            continue
        before = pattern(_AMOUNT).sub("", sentence.text[:place])
        if (last is None and not _NOT_AN_OBJECT.search(before)) or (
            last is not None and sentence.text[last + 1 : place].strip() in ("و", "،", "، و")
        ):
            last = place
            yield place, mention


_AMOUNT: Final = r"{b}(?:حزمه|عدد|عددا|سلسله|مجموعه|جمله|رزمه|باقه|عشرات|العديد|اكثر|نحو) (?:من )?(?:\d+ )?$"
"""How many are signed, before what: «حزمة من مذكرات التفاهم»."""


def _is_subject(sentence: Sentence, place: int, mention: Mention, first_object: int | None, kind: Kind) -> bool:
    if mention.kind not in _SIDES or mention.kind is kind:
        return False
    before = sentence.text[:place]
    if pattern(r"(?:عن|من) الجانب {A}?\s*$").search(before):
        return True
    if _BLOCKING.search(_without_all_of(before)):
        return False
    if first_object is None or place < first_object:
        return True
    between = sentence.text[first_object + 1 : place]
    return (
        bool(pattern(r"^ ?(?:(?:في|ب) ?{C} |(?:اليوم|امس|{D}) |،)*(?:كل من )?\"?$").match(between))
        or between.strip() == "كل من"
    )


def _without_all_of(before: str) -> str:
    """«كل من روسيا والصين» are subjects, not «من»."""
    match = pattern(r"(?:(?:كل|كلا) من|من (?:قبل|جانب|طرف|لدن)|علي يد|علي ايدي|بيد|بيدي|بايدي|بتوقيع) \"?$").search(
        before
    )
    return before[: match.start()] if match else before


_ALLOWED_FIRST: Final = (
    r"^ ?\"?(?:[\ue000-\uf8ff]|(?:كل من|كلا من|علي|في|عن|امس|اليوم|يوم|مساء|صباح|رسميا|بين|لاحقا|ايضا|هنا|بموسكو|قاده|زعماء|ممثلو|ممثلا|ممثل|وفد|وفدا|رووساء|حكومه|حكومتا|"
    r"وزراء|مندوبو|من جانبها|من جانبه|ب|و|،|\d+ (?:دوله|دول|بلدا|بلدان)|(?:ثلاث|اربع|خمس|ست|سبع|ثماني|تسع|عشر) دول|سيد|نيابه|بهذه الصفه|بصفته)(?![\u0621-\u064a])|ب[\ue000-\uf8ff])"
)


def begins_with_party(sentence: Sentence, verb_end: int) -> bool:
    """Tell «وقعت روسيا …» from «وقعت الحرب …»: what follows the verb is somebody, a time, a place or the thing signed."""
    rest = sentence.text[verb_end:]
    return not rest.strip() or bool(pattern(_ALLOWED_FIRST).match(rest))


def _preposition(sentence: Sentence, place: int) -> str:
    words = sentence.text[:place].rstrip('" ').removesuffix("كل من").split()
    return words[-1].lstrip("و") if words else ""


def _subject_before(sentence: Sentence, begin: int) -> tuple[int, Mention] | None:
    """Find a subject that stands before its verb: «كانت روسيا وفرنسا قد وقعتا»."""
    match = pattern(
        r"(?P<who>[\ue000-\ue1ff\ue400-\ue7ff\uec00-\uedff\uf200-\uf3ff\uf600-\uf7ff])\"?(?P<between>(?: ?،? ?(?:الذي|التي|اللذان|اللتان|كان|كانت|كانا|كانتا|قد|رسميا|بدوره|(?:السابق|السابقه|الجديد|الجديده|نفسه|نفسها|(?:الاول|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع|العاشر|الحادي)(?: عشر)?)(?![\u0621-\u064a])|{D}|يوم|في|مساء|صباح|امس|اليوم|،))* ?،? ?(?:قد )?)$"
    ).search(sentence.text[:begin])
    if match is None or _BLOCKING.search(sentence.text[: match.start()]):
        return None
    was = pattern(r"(?P<was>كان|كانت|كانا|كانتا) \"?$").search(sentence.text[: match.start()])
    return was.start("was") if was else match.start("who"), sentence.skeleton.mentions[match["who"]]
