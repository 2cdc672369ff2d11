"""Which clauses tell of a signing: active, passive, by a verbal noun or a participle, by the signatures that an instrument bears."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from ..mentions.patterns import Sieve
from ..mentions.records import Kind
from ..mentions.skeleton import pattern
from .clauses import Clause, begins_with_party, read_clause
from .modality import Modality, modality_of, tells_in_the_present
from .offices import officials
from .passives import passive_of_last
from .signatures import borne, compelled, dated, side_beside
from .signing_wordings import PRESENT, SigningPattern, signing_patterns

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from ..mentions.records import Mention
    from .context import Context, Sentence


@dataclass(frozen=True, slots=True)
class Signing:
    """One signing as a pattern finds it."""

    name: str
    confidence: float
    modality: Modality
    clause: Clause
    begin: int
    pronoun: bool
    verb: str = ""


def signings_in(context: Context, sentence: Sentence) -> Iterator[Signing]:
    """Go through the signings of a sentence, those first that tell who signed."""
    yield from _borne(sentence)
    yield from _signings(context, sentence)
    yield from _in_headline(sentence)
    yield from _dated(sentence)
    for clause in compelled(sentence):
        yield Signing("signing:was-made-to-sign", 0.75, Modality.ACTUAL, clause, clause.begin, pronoun=False)


def _borne(sentence: Sentence) -> Iterator[Signing]:
    """Go through the signings that are told by whose signatures an instrument bears."""
    for clause in borne(sentence):
        yield Signing(
            "signing:bears-signatures", 0.8, Modality.ACTUAL, clause, clause.begin, pronoun=not clause.objects
        )


def _dated(sentence: Sentence) -> Iterator[Signing]:
    for clause in dated(sentence):
        yield Signing("signing:goes-back-to", 0.7, Modality.ACTUAL, clause, clause.begin, pronoun=False)


@cache
def _sieve() -> Sieve[SigningPattern]:
    return Sieve(signing_patterns(), attrgetter("found"))


def _signings(context: Context, sentence: Sentence) -> Iterator[Signing]:
    for each in _sieve().through(sentence.text):
        for match in each.found.finditer(sentence.text):
            signing = (
                _participle(sentence, each, match)
                if each.name == "signed-participle"
                else _signing(context, sentence, each, match)
            )
            if signing is not None and not _is_initialled(sentence, match.start(), signing.clause.end):
                yield signing


def _signing(context: Context, sentence: Sentence, made: SigningPattern, match: re.Match[str]) -> Signing | None:
    begin = match.start("verb")
    pronoun = bool(match.groupdict().get("object"))
    modality = made.fixed or modality_of(sentence, begin)
    if not _is_told(sentence, made, match, modality):
        return None
    if not (_is_free(made, pronoun=pronoun) or begins_with_party(sentence, match.end())):
        return None
    clause = _clause(sentence, made, match, pronoun=pronoun)
    if made.name == "signs-on-a-day-to-come" and not (clause.subjects and _is_to_come(sentence, clause)):
        return None
    if clause.object is None and not pronoun and not clause.subjects:
        back = passive_of_last(context, sentence, match)
        if back is not None:
            clause = replace(clause, begin=back)
            return Signing("signing:was-signed-itself", 0.72, modality, clause, back, pronoun=True)
    of_a_side = pattern(_FOR_A_SIDE).match(sentence.text, match.end()) and not made.nominal
    pronoun = pronoun or bool(of_a_side)
    if clause.object is None and not (pronoun and context.instruments.known):
        return None
    first = min(begin, clause.begin)
    return Signing(f"signing:{made.name}", made.confidence, modality, clause, first, pronoun, match["verb"])


def _is_free(made: SigningPattern, *, pronoun: bool) -> bool:
    """Tell a wording after which anything may stand."""
    return made.nominal or pronoun or made.name == "put-their-names-under"


def _is_told(sentence: Sentence, made: SigningPattern, match: re.Match[str], modality: Modality) -> bool:
    """Tell what is told as done, or planned, from what is denied or hoped."""
    if made.name == "put-their-names-under" and match["verb"][0] in "يت" and not tells_in_the_present(sentence):
        return False
    if modality in (Modality.DENIED, Modality.INTENDED, Modality.CONDITIONAL):
        return False
    if made.name == "before-they-signed":
        return not pattern(_NOT_YET).search(sentence.text[: match.start("verb")])
    if made.name == "headline-noun":
        return modality is Modality.ACTUAL and tells_in_the_present(sentence)
    if made.name in ("the-signing-of", "the-signing-by"):
        return modality is Modality.ACTUAL and _happened(sentence, match.start("verb"))
    return made.fixed is not None or made.nominal or modality is Modality.ACTUAL


_NOT_YET: Final = (
    r"{b}[وف]?(?:لن|لا|لم|ليس|يجب|ينبغي|يتعين|يمكن|سوف|يشترط|تشترط|يتوقع|ينتظر|المقرر|س[يت][\u0621-\u064a]{3,}){e}"
)
"""What makes «قبل أن يوقعا» a condition or a plan rather than what came next."""


def _is_to_come(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether the words of a clause, or right after it, name a day that is still to come: «غدا», «الأسبوع المقبل»."""
    dates = sentence.skeleton.inside(sentence.text[clause.begin : clause.end + 30], Kind.DATE)
    return any(getattr(each.data, "relative", None) in ("غدا", "بعد غد", "next") for each in dates)


_FOR_A_SIDE: Final = r" (?:عن|من|باسم|نيابه عن) (?:ال)?(?:جانب|حكومه|وفد|طرف) ?[\ue000-\uf8ff]"
"""What follows a verb of signing where the instrument was named before: «ووقع عن الجانب الأسترالي …»."""
_OF_WHICH: Final = r"(?P<what>{I})(?:[^.؛\uea00-\uebff]{0,60}?) ?،? ?(?:(?:التي|الذي|اللتين|اللذين|اللتان|اللذان) )?(?:كان |كانت )?(?:قد )?$"


def _clause(sentence: Sentence, made: SigningPattern, match: re.Match[str], *, pronoun: bool) -> Clause:
    """Read the clause with what a pronoun or a passive verb refers back to, and whom a second verb shares with the first."""
    begin = match.start("verb")
    clause = read_clause(sentence, begin, match.end(), pronoun=pronoun, before=not made.nominal)
    if clause.object is None and not pronoun:
        clause = _passive_after(sentence, clause, match)
    if not clause.subjects and made.name == "came-to-sign":
        clause = replace(clause, begin=match.start(), subjects=_who_came(sentence, match))
    elif not clause.subjects and made.name == "before-they-signed":
        clause = replace(clause, subjects=_both_before(sentence, begin))
    elif not clause.subjects and made.name in _BY_WHOM_BEFORE:
        clause = replace(clause, subjects=side_beside(sentence, match, clause))
    elif not clause.subjects and not made.nominal and match["verb"].endswith(_PLURAL):
        clause = _with_earlier_subject(sentence, clause)
    which = pattern(_OF_WHICH).search(sentence.text[:begin]) if pronoun else None
    if which is None:
        return clause
    return _with_object(clause, sentence.skeleton.mentions[which["what"]], _lead(sentence, begin), match.end())


_BY_WHOM_BEFORE: Final = frozenset({"its-signing-by", "was-first-to-sign"})
_PLURAL: Final = ("ا", "وا", "تا")


def _who_came(sentence: Sentence, match: re.Match[str]) -> tuple[Mention, ...]:
    """Give those who came to sign: one, or the first two where two sign."""
    told = [
        each
        for each in sentence.skeleton.inside(sentence.text[match.start() : match.start("verb")])
        if each.kind in (Kind.OFFICIAL, Kind.PERSON)
    ]
    return tuple(told[: 2 if match["verb"].endswith("ا") else 1])


def _both_before(sentence: Sentence, place: int) -> tuple[Mention, ...]:
    """Give the two or more sides named last before a place, who are meant by «قبل أن يوقعا»."""
    told = [
        each
        for each in sentence.skeleton.inside(sentence.text[:place])
        if each.kind is Kind.GROUP or (each.kind is Kind.POLITY and len(each.things) > 1)
    ]
    return tuple(told[-1:])


def _with_earlier_subject(sentence: Sentence, clause: Clause) -> Clause:
    """A second verb in the plural has the subject of the first: «اجتمع في مدريد فلان وفلان، وأبرموا الاتفاقية»."""
    match = pattern(
        r"(?P<first>[\u0621-\u064a]{3,}) (?P<where>(?:(?:في|ب) ?{C} |{D} |في |امس |،)*)(?P<who>[\ue600-\ue7ff\ue000-\ue1ff\uf600-\uf7ff](?: ?،? ?و? ?(?:{A} )?[\ue600-\ue7ff\ue000-\ue1ff\uf600-\uf7ff])*)(?P<rest>[^.؛\ue000-\uf8ff]{0,60}) ?،? و$"
    ).search(sentence.text[: clause.begin])
    if match is None:
        return clause
    subjects = tuple(each for each in sentence.skeleton.inside(match["who"]) if each.kind is not Kind.ADJECTIVE)
    several = sum(max(1, len(each.things), len(officials(each))) for each in subjects)
    return replace(clause, begin=match.start("first"), subjects=subjects) if several > 1 else clause


def _happened(sentence: Sentence, begin: int) -> bool:
    """Tell a signing that a noun speaks of as done, by the words before it."""
    return bool(
        pattern(
            r"(?:سبق|سبقها|سبقه|سبقت|شهد|شهدت|تلا|تلاه|تلاها|اعقب|اعقبه|تبادل|تبادلا|تبادلت|اعتبر|علي|ان|منذ|اعلن|اعلنت|اعلنا|اثر|توج|تكلل|تكللت|انتهي|انتهت|اختتم|اختتمت|ذكري){e}[^.،]{0,60}$|{w}(?:جاء|كان|شكل|مثل|حضر|حضرت|صادف) $"
        ).search(sentence.text[:begin])
    )


def _passive_after(sentence: Sentence, clause: Clause, match: re.Match[str]) -> Clause:
    """An instrument before a verb that agrees with it was signed: «وكانت الاتفاقية قد وُقعت»."""
    before = pattern(
        r"(?P<what>{I})(?:[^.؛\ue000-\ue1ff\ue600-\ue7ff]{0,20}?| (?:بين|مع) (?:كل من )?{S} ?،?| ?،? (?:الذي|التي) (?:حمل|يحمل|تحمل|حملت|سمي|سميت|عرف|عرفت)[^.؛،\ue000-\ue1ff\ue600-\ue7ff]{2,50}?) ?(?P<which>(?:التي|الذي|اللتان|اللتين|اللذان|اللذين) )?(?:كان |كانت )?(?:قد )?$"
    ).search(sentence.text[: match.start("verb")])
    if before is not None and before["which"]:
        what, end = sentence.skeleton.mentions[before["what"]], match.end()
        last = max([end, *(place + 1 for each in clause.partners if (place := sentence.place_of(each)) is not None)])
        return Clause(before.start("what"), last, (), what, (what,), clause.partners, end, end)
    if before is None or (clause.subjects and not pattern(r"(?:كانت|كان) $").search(sentence.text[: before.start()])):
        return clause
    what = sentence.skeleton.mentions[before["what"]]
    return Clause(before.start("what"), clause.end, (), what, (what,), clause.partners, match.end(), match.end())


def _lead(sentence: Sentence, begin: int) -> int:
    """Take the particles before a verb, and a relative pronoun that leads it, into what states a signing."""
    words = pattern(
        r"(?:(?<![،و]) (?:التي|الذي|اللتين|اللذين|اللتان|اللذان) )?(?:{b}(?:كان|كانت) )?(?:{w}(?P<particle>قد) )?$"
    )
    match = words.search(sentence.text[:begin])
    if match is None:
        return begin
    if match["particle"] and not match[0].lstrip().startswith(("ال", "كان")):
        return match.start("particle")
    return match.start() + len(match[0]) - len(match[0].lstrip())


def _with_object(clause: Clause, what: Mention, begin: int, end: int) -> Clause:
    return Clause(
        begin,
        clause.end,
        clause.subjects,
        what,
        (what,),
        clause.partners,
        max(clause.subject_end, end),
        clause.subject_end,
    )


def _participle(sentence: Sentence, made: SigningPattern, match: re.Match[str]) -> Signing | None:
    place = match.start("what")
    what = sentence.skeleton.mentions[match["what"]]
    if modality_of(sentence, place) in (Modality.DENIED, Modality.CONDITIONAL):
        return None
    clause = read_clause(sentence, place, match.end(), pronoun=True, before=False)
    return Signing(
        f"signing:{made.name}",
        made.confidence,
        Modality.ACTUAL,
        Clause(place, clause.end, (), what, (what,), clause.partners, match.end(), match.end()),
        place,
        pronoun=False,
    )


def _in_headline(sentence: Sentence) -> Iterator[Signing]:
    """A headline tells in the present what has happened: «روسيا وأبخازيا توقعان معاهدة»."""
    if not tells_in_the_present(sentence):
        return
    for match in pattern(rf"{{w}}(?P<verb>{PRESENT}){{e}}").finditer(sentence.text):
        clause = read_clause(sentence, match.start("verb"), match.end())
        before = sentence.text[: match.start("verb")]
        if clause.object is not None and clause.subjects and clause.begin < match.start("verb") and _opens(before):
            yield Signing("signing:headline-in-the-present", 0.75, Modality.ACTUAL, clause, clause.begin, pronoun=False)
    for match in pattern(r"{P} ?(?P<verb>[يت]شهد (?:مراسم |حفل )?(?:ال)?توقيع)(?: علي)?{e}").finditer(sentence.text):
        clause = read_clause(sentence, match.start("verb"), match.end(), before=False)
        if clause.object is not None:
            yield Signing("signing:sees-signed", 0.75, Modality.ACTUAL, clause, match.start("verb"), pronoun=False)


def _opens(before: str) -> bool:
    """Tell the first verb of a headline from one that depends on another: «طهران تدرس توقع …»."""
    return not pattern(
        r"{b}(?:ان|لن|لا|لم|قد|سوف|كي|لكي|حتي|هل) ?$|{b}[يت](?:درس|بحث|نفي|نوي|عتزم|ناقش|رفض){e}"
    ).search(before)


def _is_initialled(sentence: Sentence, begin: int, end: int) -> bool:
    """Tell initialling, which is no signing: «بالأحرف الأولى»."""
    return bool(pattern(r"بالاحرف الاولي|بالحروف الاولي").search(sentence.text[begin : end + 60]))
