"""Facts of bonds between polities that end or return: relations severed and resumed, recognition taken back, organizations left."""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from ..mentions.patterns import Sieve
from ..mentions.skeleton import pattern
from .events import surroundings
from .ledger import TYPE, Name, Term
from .modality import Modality, is_in_speech, modality_of, tells_in_the_present
from .offices import attest
from .sides import sides_of
from .ties import ties_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from ..mentions.patterns import Pattern
    from ..mentions.records import Mention
    from .context import Context, Sentence
    from .ledger import Object

_WHO: Final = r"(?:حكومه |سلطات )?\"?(?P<who>{P}|{G}|{O}|{B}|{R})\"?"
_GAP: Final = r"(?:[^.؛\ue000-\ue1ff]{0,50}? )?"
_LONG: Final = r"(?:[^.؛\ue000-\ue1ff]{0,70}? )?"
_RELATIONS: Final = r"(?:(?:ال)?(?:علاقات|علاقاتها|علاقاته|علاقاتهما|علاقات بلاده|علاقات بلادها){e}(?: (?:ال)?(?:دبلوماسيه|ديبلوماسيه|سياسيه|كامله|رسميه|ثناييه))*)"
_WITH: Final = r"(?: (?:كافه |جميع )?(?:مع|ب) ?(?:كل من )?\"?(?P<with>{P}|{G})\"?)"
_BETWEEN: Final = r"(?: بين (?P<with>{P}|{G})| بينهما)"
_ANNOUNCED: Final = r"(?:اعلنت|اعلن|قررت|قرر|اعلنا|اعلنتا|قررتا|قررا|اعلنوا|تعلن|يعلن)"
_RECOGNITION: Final = r"(?:اعترافها|اعترافه|اعتراف بلاده|اعتراف بلادها|الاعتراف|اعترافهما)"
_OF: Final = r"(?: السابق| الرسمي)? ب(?:استقلال |دوله |جمهوريه |سياده )?\"?(?P<with>{P}|{G})\"?"
_ORGANIZATION: Final = r"(?:عضويه |منظمه |مجموعه |اتفاقيه )?\"?(?P<with>{R})\"?"
_OWN: Final = r"(?:انسحابها|انسحابه|انسحاب بلاده|انسحاب بلادها|الانسحاب|خروجها|الخروج|انسحابهما|انسحابهم)(?: [^.؛،\ue000-\uf8ff]{0,25}?)?"

_CLASSES: Final = {
    "break": "SeveranceOfRelations",
    "resumption": "ResumptionOfRelations",
    "withdrawal-of-recognition": "RecognitionWithdrawal",
    "withdrawal-from-organization": "MembershipWithdrawal",
}
_STEMS: Final = {
    "break": "break-of-relations-of-{}",
    "resumption": "resumption-of-relations-of-{}",
    "withdrawal-of-recognition": "withdrawal-of-recognition-by-{}",
    "withdrawal-from-organization": "withdrawal-of-{}",
}


@cache
def _wordings() -> tuple[tuple[str, Pattern], ...]:
    return tuple(
        (stem, pattern(rf"(?P<all>{words})"))
        for stem, words in (*_severed(), *_severed_by_nouns(), *_resumed(), *_taken_back(), *_left())
    )


def _severed() -> Iterator[tuple[str, str]]:
    cut = "قطعت|قطع|قطعتا|قطعا|قطعوا"
    yield "break", rf"{{w}}(?P<verb>{cut}) {_WHO} {_GAP}{_RELATIONS}{_WITH}"
    yield (
        "break",
        rf"{_WHO} ?،? ?(?:التي |الذي )?(?:كان |كانت )?(?:قد )?(?P<verb>{cut}|تقطع|يقطع|تقطعان|يقطعان) (?:بدورها |بدوره |جميع |كل )?{_RELATIONS}{_WITH}",
    )
    yield "break", rf"{{w}}(?P<verb>{_ANNOUNCED}) {_WHO} ?،? ?{_LONG}قطع {_RELATIONS}{_WITH}"
    yield "break", rf"(?:اعلان|قرار) {_WHO} (?P<verb>قطع) {_RELATIONS}{_WITH}"
    yield "break", rf"(?:بعد|منذ|عقب|اثر|غداه|رغم) (?:ان )?(?P<verb>قطع|قطعت) {_WHO} {_RELATIONS}{_WITH}"
    yield "break", rf"{{w}}(?:كانت |كان )?(?P<verb>قطعت|انقطعت) (?:ال)?علاقات(?: الدبلوماسيه)?{_BETWEEN}"
    yield "break", rf"{{w}}(?:ال)?علاقات(?: الدبلوماسيه)?{_BETWEEN} (?:قد |كانت |مقطوعه )*(?P<verb>قطعت|انقطعت|مقطوعه)"
    yield "break", rf"{{w}}(?:ال)?علاقات(?: الدبلوماسيه)? (?P<verb>(?:ال)?مقطوعه){_BETWEEN}"
    yield "break", r"{w}(?:ال)?(?P<verb>قطيعه) (?:ال)?(?:دبلوماسيه|سياسيه) بين (?P<with>{P}|{G})"


def _severed_by_nouns() -> Iterator[tuple[str, str]]:
    whose = r"(?:حكومه |سلطات )?\"?(?P<who>{P}|{G}|{O}|{B}|{N})\"?"
    yield (
        "break",
        rf"{{w}}(?P<verb>اقدام|قيام|مبادره|قرار|اعلان) {whose} (?:[^.؛\ue000-\ue1ff]{{0,40}}? )?(?:علي |ب)?قطع {_RELATIONS}{_WITH}",
    )
    yield (
        "break",
        rf"{{w}}(?P<verb>اقدمت|اقدم|بادرت|بادر|سارعت|سارع|لجات|لجا|قامت|قام) {whose} (?:[^.؛\ue000-\ue1ff]{{0,40}}? )?(?:علي |ب|الي )قطع {_RELATIONS}{_WITH}",
    )
    yield (
        "break",
        rf"{{w}}(?P<verb>امر|امرت|وجه|اصدر|اصدرت|اتخذت|اتخذ) {whose} (?:[^.؛\ue000-\ue1ff]{{0,40}}? )?قطع {_RELATIONS}{_WITH}",
    )
    yield (
        "break",
        r"(?:بعد|منذ|عقب|اثر|غداه|رغم|الي) (?P<verb>قطع) (?:ال)?علاقات(?: الدبلوماسيه)? بين (?P<with>{P}|{G})",
    )
    yield (
        "break",
        rf"{_WHO} ?،? ?(?:التي |الذي )?(?:كان |كانت )?(?:قد )?(?P<verb>قطعت|قطع) (?:[^.؛،\ue000-\uf8ff]{{0,40}}? ){_RELATIONS}{_WITH}",
    )
    yield (
        "break",
        rf"{{w}}(?P<verb>قطع|قطعت|قطعا|قطعتا) (?P<who>{{P}}|{{G}}) (?:كل |جميع |كافه )?(?:صلاته|صلاتها|روابطه|روابطها|علاقاتهما)(?: الدبلوماسيه)?{_WITH}?",
    )


def _resumed() -> Iterator[tuple[str, str]]:
    back = "استانفت|استانف|استانفتا|استانفا|اعادت|اعاد|اعادتا|اعادا"
    noun = "استيناف|استءناف|اعاده|عوده|استنئاف|استيناف"
    yield (
        "resumption",
        rf"{{w}}(?P<verb>{back}) {_WHO} (?!النظر|بناء|ترتيب|تقييم|صياغه|تعريف|تاكيد|ضبط|هيكله){_GAP}{_RELATIONS}{_WITH}?",
    )
    yield (
        "resumption",
        rf"{_WHO} ?،? ?(?:كان |كانت )?(?:قد )?(?P<verb>{back}|تستانف|يستانف|تستانفان|يستانفان|تعيدان|يعيدان) {_RELATIONS}{_WITH}?",
    )
    yield (
        "resumption",
        rf"{{w}}(?P<verb>اتفق|اتفقت|اتفقا|اتفقتا|{_ANNOUNCED}) {_WHO} ?،? ?{_LONG}(?:علي |ب)?(?:{noun}) {_RELATIONS}{_WITH}?",
    )
    yield (
        "resumption",
        rf"{{w}}(?P<verb>عادت|استونفت|استينفت|استنفت|تجددت|رممت|طبعت) (?:ال)?علاقات(?: الدبلوماسيه)?{_BETWEEN}(?: رسميا)?",
    )
    yield "resumption", rf"{{w}}(?:ال)?علاقات(?: الدبلوماسيه)?{_BETWEEN} (?:قد |كانت )*(?P<verb>عادت|استونفت|استينفت)"
    yield "resumption", rf"(?:بعد|منذ|عقب|اثر|غداه|الي|اعلان|يوم) (?P<verb>{noun}) {_RELATIONS}{_BETWEEN}"
    yield "resumption", rf"{{w}}(?:تم|جري) (?P<verb>{noun}) {_RELATIONS}{_BETWEEN}"


def _taken_back() -> Iterator[tuple[str, str]]:
    verbs = "سحبت|سحب|الغت|الغي|علقت|علق|جمدت|جمد"
    yield "withdrawal-of-recognition", rf"{{w}}(?P<verb>{verbs}) {_WHO} {_GAP}{_RECOGNITION}{_OF}"
    yield "withdrawal-of-recognition", rf"{_WHO} (?:قد )?(?P<verb>{verbs}|تسحب|يسحب) {_RECOGNITION}{_OF}"
    yield "withdrawal-of-recognition", rf"{{w}}(?P<verb>تراجعت|تراجع) {_WHO} {_GAP}عن {_RECOGNITION}{_OF}"
    yield (
        "withdrawal-of-recognition",
        rf"{{w}}(?P<verb>{_ANNOUNCED}) {_WHO} ?،? ?{_LONG}(?:سحب|الغاء|تعليق|تجميد) {_RECOGNITION}{_OF}",
    )
    yield "withdrawal-of-recognition", rf"(?:بعد|منذ|عقب|اثر) (?P<verb>سحب) {_WHO} {_RECOGNITION}{_OF}"


def _left() -> Iterator[tuple[str, str]]:
    stem = "withdrawal-from-organization"
    gone = "انسحبت|انسحب|انسحبا|انسحبتا|انسحبوا|خرجت|خرج"
    yield stem, rf"{{w}}(?P<verb>{gone}) {_WHO} (?:[^.؛\ue400-\ue5ff\uea00-\uebff]{{0,40}}? )?من {_ORGANIZATION}"
    yield stem, rf"{{w}}(?P<verb>غادرت|غادر|تركت) (?:كل من |كلا من )?(?P<who>{{P}}) (?:رسميا )?{_ORGANIZATION}"
    yield (
        stem,
        rf"{{w}}(?P<verb>{_ANNOUNCED}|ابلغت|ابلغ|اخطرت|اخطر) {_WHO} {_ORGANIZATION} (?:[^.؛\ue000-\uf8ff]{{0,30}}? )?ب?{_OWN} (?:منها|منه)",
    )
    yield (
        stem,
        rf"{_WHO} ?،? ?(?:التي |الذي )?(?:كان |كانت )?(?:قد )?(?P<verb>{gone}|تنسحب|ينسحب) (?:[^.؛،\ue000-\uf8ff]{{0,25}} )?من {_ORGANIZATION}",
    )
    yield (
        stem,
        rf"{{w}}(?P<verb>{_ANNOUNCED}|ابلغت) {_WHO} ?،? ?(?:[^.؛\ue400-\ue5ff\uea00-\uebff]{{0,70}}? )?{_OWN} من {_ORGANIZATION}",
    )
    yield stem, rf"(?:بعد|منذ|عقب|اثر|غداه) (?P<verb>انسحاب|خروج) (?P<who>{{P}}) (?:رسميا )?من {_ORGANIZATION}"


@cache
def _sieve() -> Sieve[tuple[str, Pattern]]:
    return Sieve(_wordings(), itemgetter(1))


def end_bonds(context: Context, sentence: Sentence) -> None:
    """State bonds that end or return."""
    done: set[tuple[str, str]] = set()
    for stem, match in (
        (stem, match) for stem, found in _sieve().through(sentence.text) for match in found.finditer(sentence.text)
    ):
        groups = match.groupdict()
        who = sides_of(context, sentence.skeleton.mention(groups.get("who")))
        other = sides_of(context, sentence.skeleton.mention(groups.get("with")), who)
        if not is_told_as_done(sentence, match) or len({*who, *other}) < len(("one", "other")):
            continue
        for sides in _of_each(stem, who, other):
            if (stem, "-".join(sorted(sides))) not in done:
                done.add((stem, "-".join(sorted(sides))))
                _state(context, sentence, match, stem, sides)
    _end_by_clauses(context, sentence, done)
    _resume_again(context, sentence)


def _end_by_clauses(context: Context, sentence: Sentence, done: set[tuple[str, str]]) -> None:
    """State what a clause tells of a bond in words that no fixed wording fits."""
    for tie in ties_of(context, sentence):
        for sides in _of_each(tie.stem, tie.who, tie.other):
            if (tie.stem, "-".join(sorted(sides))) not in done:
                done.add((tie.stem, "-".join(sorted(sides))))
                _write(context, sentence, (tie.begin, tie.end), tie.stem, sides, tie.actor)


_AGAIN: Final = r"(?P<all>{b}(?:قبل ان|ثم|و|لكنها|الي ان) ?(?P<verb>تستانف|استونفت|تستعاد|استعيدت|تعود|عادت|تعيداها|استانفاها|استانفتاها){e})"


def _resume_again(context: Context, sentence: Sentence) -> None:
    """Relations resumed in the sentence that told of their end: «قطع المغرب علاقاته مع …، قبل أن تستأنف في ماي 1988»."""
    begin, severed = sentence.stretch.begin, Term(_CLASSES["break"])
    for match in pattern(_AGAIN).finditer(sentence.text):
        broken = [claim for claim in context.ledger.naming(severed) if begin <= claim.begin < sentence.stretch.end]
        if not broken:
            return
        sides = sorted(
            claim.object.local
            for claim in context.ledger.about(broken[-1].subject)
            if claim.predicate == "participant" and isinstance(claim.object, Name)
        )
        around = surroundings(sentence, match.start("verb"), match.end("all"))
        span = sentence.skeleton.span(match.start("verb"), max(match.end("all"), around.date_end))
        facts: dict[str, Object | tuple[Object, ...]] = {
            TYPE: Term(_CLASSES["resumption"]),
            "eventStatus": Term("occurred"),
            "participant": tuple(map(Name, sides)),
            **around.date_facts,
        }
        event = Name(_STEMS["resumption"].format("-with-".join(sides)))
        context.ledger.state(span, event, facts, pattern="bond:resumed-again", confidence=0.75)


def is_told_as_done(sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell whether the verb of a wording tells what has been done."""
    place = match.start("verb")
    present = match["verb"][0] in "يت" and not match["verb"].startswith(("تراجع", "تركت", "تسلم"))
    if present and not tells_in_the_present(sentence):
        return False
    return modality_of(sentence, place, within=60) is Modality.ACTUAL and not is_in_speech(sentence, match.start())


def _of_each(stem: str, who: tuple[str, ...], other: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Each side that breaks with, leaves or takes back does so by itself; a resumption is of all."""
    if stem == "resumption" or not who or not other or len(who) == 1:
        return [tuple(dict.fromkeys((*who, *other)))]
    return [(one, *other) for one in who]


def _state(context: Context, sentence: Sentence, match: re.Match[str], stem: str, sides: tuple[str, ...]) -> None:
    begin = min(match.start(group) for group in ("verb", "who") if group in match.re.groupindex and match[group])
    who = sentence.skeleton.mention(match["who"]) if "who" in match.re.groupindex else None
    _write(context, sentence, (begin, match.end("all")), stem, sides, who)


def _write(
    context: Context,
    sentence: Sentence,
    place: tuple[int, int],
    stem: str,
    sides: tuple[str, ...],
    who: Mention | None,
) -> None:
    around = surroundings(sentence, *place)
    span = sentence.skeleton.span(min(place[0], around.begin), max(place[1], around.date_end))
    joint = "-from-" if stem == "withdrawal-from-organization" else "-of-" if "recognition" in stem else "-with-"
    event = Name(_STEMS[stem].format(joint.join((sides[0], "-".join(sides[1:])))))
    facts: dict[str, Object | tuple[Object, ...]] = {
        TYPE: Term(_CLASSES[stem]),
        "eventStatus": Term("occurred"),
        "participant": tuple(map(Name, sides)),
        **around.date_facts,
    }
    context.ledger.state(span, event, facts, pattern=f"bond:{stem}", confidence=0.85)
    if who is not None:
        attest(context, span, who, event, f"bond:{stem}")
