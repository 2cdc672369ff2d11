"""Facts of signing: who signs what with whom, for whom, when and where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from ..mentions.records import Kind, Mention, Thing
from ..mentions.skeleton import pattern
from ..reading.furniture import LineKind
from .clauses import Clause, begins_with_party, read_clause
from .events import Surroundings, surroundings
from .ledger import TYPE, Name, Term
from .modality import Modality, is_in_speech, modality_of
from .offices import attest, officials
from .treaties import instruments_at

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from ..mentions.officials import Official
    from .context import Context, Sentence
    from .instruments import KnownInstrument
    from .ledger import Object

_PAST: Final = r"(?:وقعا|وقعتا|وقعت|وقعوا|وقع|ابرما|ابرمتا|ابرمت|ابرموا|ابرم|امضي|امضت|امضيا|عقدت|عقدا|عقدتا)"
_PRESENT: Final = r"(?:يوقعان|توقعان|يوقعون|يوقع|توقع|يبرمان|تبرمان|تبرم|يبرم)"
_SUBJUNCTIVE: Final = r"(?:يوقعا|توقعا|يوقع|توقع|يوقعوا|يبرما|تبرما|يبرم|تبرم)"
_OCCASIONS: Final = r"(?:ختام|عقب|بعد|اثر|منذ|خلال|هامش|شهد|شهدا|شهدت|توج|توجت|انتهت|اسفرت عن|اثمرت|مراسم|حفل)"


@dataclass(frozen=True, slots=True)
class _Pattern:
    name: str
    confidence: float
    found: re.Pattern[str]
    fixed: Modality | None = None
    nominal: bool = False


@dataclass(frozen=True, slots=True)
class _Signing:
    """One signing as a pattern finds it."""

    name: str
    confidence: float
    modality: Modality
    clause: Clause
    begin: int
    pronoun: bool


@cache
def _patterns() -> tuple[_Pattern, ...]:
    return (
        _Pattern(
            "will-sign",
            0.8,
            pattern(rf"{{w}}(?P<verb>(?:س|سوف ){_PRESENT})(?P<object>ها|ه|هما)?{{e}}"),
            Modality.PLANNED,
        ),
        _Pattern(
            "to-be-signed",
            0.75,
            pattern(
                rf"{{b}}[وف]?(?:من المقرر|من المتوقع|من المرتقب|من المنتظر|المقرر|المتوقع|المزمع|المنتظر|المرتقب|ينتظر|يتوقع|يفترض|مقررا) (?P<verb>ان {_SUBJUNCTIVE})(?P<object>ها|ه|هما)?{{e}}"
            ),
            Modality.PLANNED,
        ),
        _Pattern(
            "signed",
            0.9,
            pattern(
                rf"{{b}}(?:[وف](?={_PAST}))?(?:كان |كانت )?(?:قد )?(?P<verb>{_PAST}|(?:وقع|وقعت|ابرم|ابرمت)(?P<object>ها|ه|هما)){{e}}"
            ),
        ),
        _Pattern(
            "was-signed-with-noun",
            0.82,
            pattern(rf"{{b}}[وف]?{_OCCASIONS} ب?(?P<verb>(?:مراسم |حفل )?(?:ال)?توقيع)(?P<object>ها|ه|هما)?{{e}}"),
            nominal=True,
        ),
        _Pattern(
            "ceremony",
            0.85,
            pattern(r"{b}[وفبل]?(?P<verb>(?:مراسم|حفل) (?:ال)?توقيع)(?P<object>ها|ه|هما)?{e}"),
            nominal=True,
        ),
        _Pattern(
            "was-signed",
            0.85,
            pattern(
                r"{w}(?P<verb>(?:تم|جري|جرت|جري)(?: [^.؛\uea00-\uebff]{0,60}?)? ?،? (?:مراسم |حفل )?(?:ال)?توقيع)(?P<object>ها|ه|هما)?{e}"
            ),
            nominal=True,
        ),
        _Pattern("the-signing-of", 0.7, pattern(r"{b}ب?(?P<verb>التوقيع علي|توقيع)(?= {I})"), nominal=True),
        _Pattern(
            "signed-participle",
            0.82,
            pattern(r"(?<=[\uea00-\uebff]) (?P<verb>الموقعه|الموقع|المبرمه|المبرم|الموقعتين|الموقعتان|المبرمتين){e}"),
        ),
    )


def sign_things(context: Context, sentence: Sentence) -> None:
    """State the signings of a sentence."""
    done: set[tuple[int, ...]] = set()
    for found in (*_signings(context, sentence), *_in_headline(sentence)):
        key = tuple(each.begin for each in found.clause.objects) or (found.begin,)
        if key not in done and _state(context, sentence, found):
            done.add(key)


def _signings(context: Context, sentence: Sentence) -> Iterator[_Signing]:
    for each in _patterns():
        for match in each.found.finditer(sentence.text):
            signing = (
                _participle(sentence, each, match)
                if each.name == "signed-participle"
                else _signing(context, sentence, each, match)
            )
            if signing is not None and not _is_initialled(sentence, match.start(), signing.clause.end):
                yield signing


def _signing(context: Context, sentence: Sentence, made: _Pattern, match: re.Match[str]) -> _Signing | None:
    begin, _end = match.span("verb")
    relative = pattern(
        r"(?P<what>{I})(?:[^.؛]{0,60}?) ?،? ?(?:(?:التي|الذي|اللتين|اللذين|اللتان|اللذان) )?(?:كان |كانت )?(?:قد )?$"
    ).search(sentence.text[:begin])
    pronoun = bool(match.groupdict().get("object"))
    modality = made.fixed or modality_of(sentence, begin)
    if modality in (Modality.DENIED, Modality.INTENDED, Modality.CONDITIONAL) or (
        made.fixed is None and modality is Modality.PLANNED and not made.nominal
    ):
        return None
    if not made.nominal and not pronoun and not begins_with_party(sentence, match.end()):
        return None
    clause = read_clause(sentence, begin, match.end(), pronoun=pronoun, before=not made.nominal)
    if clause.object is None and not pronoun:
        clause = _passive_after(sentence, clause, match)
    if pronoun and relative is not None:
        what = sentence.skeleton.mentions[relative["what"]]
        clause = _with_object(clause, what, sentence, begin, match.end())
    elif pronoun:
        clause = _with_last_instrument(context, clause)
    if clause.object is None and not (pronoun and context.instruments.known):
        return None
    if (
        made.nominal
        and made.name == "the-signing-of"
        and (modality is not Modality.ACTUAL or not _happened(sentence, begin))
    ):
        return None
    return _Signing(f"signing:{made.name}", made.confidence, modality, clause, min(begin, clause.begin), pronoun)


def _happened(sentence: Sentence, begin: int) -> bool:
    """Tell a signing that a noun speaks of as done, by the words before it."""
    return bool(
        pattern(
            r"(?:اعتبر|علي|ان|منذ|اعلن|اعلنت|اعلنا|اثر|توج|تكلل|تكللت|انتهي|انتهت|اختتم|اختتمت|ذكري){e}[^.،]{0,60}$"
        ).search(sentence.text[:begin])
    )


def _passive_after(sentence: Sentence, clause: Clause, match: re.Match[str]) -> Clause:
    """An instrument before a verb that agrees with it was signed: «وكانت الاتفاقية قد وُقعت»."""
    before = pattern(r"(?P<what>{I})(?:[^.؛\ue000-\ue1ff\ue600-\ue7ff]{0,20}?) ?(?:كان |كانت )?(?:قد )?$").search(
        sentence.text[: match.start("verb")]
    )
    if before is None or (clause.subjects and not pattern(r"(?:كانت|كان) $").search(sentence.text[: before.start()])):
        return clause
    what = sentence.skeleton.mentions[before["what"]]
    return Clause(before.start("what"), clause.end, (), what, (what,), clause.partners, match.end(), match.end())


def _with_object(clause: Clause, what: Mention, sentence: Sentence, begin: int, end: int) -> Clause:
    place = sentence.text.rfind(next(key for key, each in sentence.skeleton.mentions.items() if each is what), 0, begin)
    return Clause(
        place,
        clause.end,
        clause.subjects,
        what,
        (what,),
        clause.partners,
        max(clause.subject_end, end),
        clause.subject_end,
    )


def _with_last_instrument(context: Context, clause: Clause) -> Clause:
    del context
    return clause


def _participle(sentence: Sentence, made: _Pattern, match: re.Match[str]) -> _Signing | None:
    place = match.start()
    what = sentence.skeleton.mentions.get(sentence.text[place - 1])
    if what is None or modality_of(sentence, place - 1) in (Modality.DENIED, Modality.CONDITIONAL):
        return None
    clause = read_clause(sentence, place - 1, match.end(), pronoun=True, before=False)
    return _Signing(
        f"signing:{made.name}",
        made.confidence,
        Modality.ACTUAL,
        Clause(place - 1, clause.end, (), what, (what,), clause.partners, match.end(), match.end()),
        place - 1,
        pronoun=False,
    )


def _in_headline(sentence: Sentence) -> Iterator[_Signing]:
    """A headline tells in the present what has happened: «روسيا وأبخازيا توقعان معاهدة»."""
    if sentence.stretch.kind is not LineKind.HEADLINE or "؟" in sentence.text:
        return
    for match in pattern(rf"^\"?(?P<who>{{P}})\"? (?P<verb>{_PRESENT}){{e}}").finditer(sentence.text):
        clause = read_clause(sentence, match.start("verb"), match.end())
        if clause.object is not None:
            yield _Signing(
                "signing:headline-in-the-present",
                0.75,
                Modality.ACTUAL,
                clause,
                min(match.start(), clause.begin),
                pronoun=False,
            )


def _is_initialled(sentence: Sentence, begin: int, end: int) -> bool:
    """Tell initialling, which is no signing: «بالأحرف الأولى»."""
    return bool(pattern(r"بالاحرف الاولي|بالحروف الاولي").search(sentence.text[begin : end + 60]))


def _state(context: Context, sentence: Sentence, found: _Signing) -> bool:
    sides, signers = _sides(context, found.clause.subjects)
    others, other_signers = _sides(context, found.clause.partners, other_than=_parties(sides, signers))
    parties = _parties(sides, signers) + _parties(others, other_signers)
    instruments = _instruments(context, sentence, found, tuple(dict.fromkeys(parties)))
    if not instruments or (found.modality is Modality.ACTUAL and is_in_speech(sentence, found.begin)):
        return False
    if found.name == "signing:signed" and not found.clause.subjects and not found.clause.objects:
        return False
    around = surroundings(sentence, found.begin, found.clause.end)
    begin = min(found.begin, around.begin)
    core = sentence.skeleton.span(begin, max(found.clause.core_end, around.date_end, _city_end(around)))
    wide = sentence.skeleton.span(begin, max(found.clause.end, around.date_end, _city_end(around)))
    _state_parties(
        context,
        found,
        instruments,
        (_parties(sides, signers), _parties(others, other_signers)),
        wide if others or other_signers else core,
        named=bool(sides or others) and not signers,
    )
    for instrument in instruments:
        _state_event(
            context, found, instrument, (*signers, *other_signers), core, around, tuple(dict.fromkeys(parties))
        )
    return True


def _city_end(around: Surroundings) -> int:
    return around.city_end if around.city else 0


def _instruments(
    context: Context, sentence: Sentence, found: _Signing, parties: tuple[str, ...]
) -> tuple[KnownInstrument, ...]:
    if found.clause.objects:
        whose = parties if len(parties) >= 2 or len(found.clause.objects) == 1 else ()
        return tuple(
            dict.fromkeys(
                each for mention in found.clause.objects for each in instruments_at(context, sentence, mention, whose)
            )
        )
    recent = [each for each in context.instruments.known if not each.is_domestic]
    return (max(recent, key=lambda each: each.last_place),) if recent else ()


def _sides(
    context: Context, mentions: tuple[Mention, ...], other_than: tuple[str, ...] = ()
) -> tuple[tuple[Thing, ...], tuple[Official, ...]]:
    sides: list[Thing] = []
    signers: list[Official] = []
    for mention in mentions:
        if mention.kind is Kind.OFFICIAL:
            signers.extend(officials(mention))
        elif mention.kind is Kind.PERSON:
            signers.extend(context.people.officials_of(mention.things[0].identifier))
        elif mention.kind is not Kind.BODY:
            sides.extend(context.things_of(mention, other_than=other_than))
        elif getattr(mention.data, "owner", None) and getattr(mention.data, "stem", "") == "government":
            sides.append(mention.data.owner)  # type: ignore[attr-defined]
    return tuple(dict.fromkeys(sides)), tuple(signers)


def _parties(sides: tuple[Thing, ...], signers: tuple[Official, ...]) -> tuple[str, ...]:
    owners = tuple(
        each.office.owner.identifier
        for each in signers
        if each.office and each.office.owner and each.office.kind != "MilitaryPost"
    )
    return tuple(dict.fromkeys((*(side.identifier for side in sides), *owners)))


def _split(
    instruments: tuple[KnownInstrument, ...], first: tuple[str, ...], others: tuple[str, ...]
) -> Iterator[tuple[KnownInstrument, tuple[str, ...]]]:
    """Two treaties of one side with two others are one with each; otherwise all are parties of each."""
    if len(instruments) == 2 and len(first) == 1 and len(others) == 2:
        yield from zip(instruments, ((first[0], other) for other in others), strict=True)
        return
    for each in instruments:
        yield each, tuple(dict.fromkeys((*first, *others)))


def _state_parties(
    context: Context,
    found: _Signing,
    instruments: tuple[KnownInstrument, ...],
    sides: tuple[tuple[str, ...], tuple[str, ...]],
    span: tuple[int, int],
    *,
    named: bool,
) -> None:
    for instrument, parties in _split(instruments, *sides):
        if instrument.is_domestic or found.modality is not Modality.ACTUAL or not parties:
            continue
        instrument.add_parties(parties)
        facts: dict[str, tuple[Object, ...]] = {"party": tuple(Name(each) for each in parties)}
        if not named and set(parties) <= set(instrument.stated_parties):
            continue
        instrument.stated_parties.update(parties)
        stated = {**facts, "signatory": facts["party"]} if named else facts
        context.ledger.state(
            span, Name(f"{instrument.provisional}#"), stated, pattern=found.name, confidence=found.confidence
        )


def _state_event(
    context: Context,
    found: _Signing,
    instrument: KnownInstrument,
    signers: tuple[Official, ...],
    span: tuple[int, int],
    around: Surroundings,
    parties: tuple[str, ...],
) -> None:
    event = Name(f"signing-{instrument.provisional}#")
    facts: dict[str, Object | tuple[Object, ...]] = {
        TYPE: Term("SigningEvent"),
        "signedInstrument": Name(f"{instrument.provisional}#"),
        "eventStatus": Term(found.modality.value),
        **around.date_facts,
    }
    if around.city is not None:
        facts["eventPlace"] = Name(around.city)
    if found.modality is not Modality.ACTUAL:
        event = Name(f"planned-signing-{instrument.provisional}#") if instrument.signed else event
        facts["participant"] = tuple(Name(each) for each in parties)
    else:
        instrument.signed = True
    context.ledger.state(span, event, facts, pattern=found.name, confidence=found.confidence)
    if found.modality is Modality.ACTUAL:
        for official in signers:
            _state_signature(context, official, instrument, event, span, found)
        for mention in (*found.clause.subjects, *found.clause.partners):
            attest(context, span, mention, event, found.name)


def _state_signature(
    context: Context,
    official: Official,
    instrument: KnownInstrument,
    event: Name,
    span: tuple[int, int],
    found: _Signing,
) -> None:
    person = context.people.of_official(official)
    if person is None:
        return
    signature = Name(f"signature-{person.identifier}-{instrument.provisional}#")
    facts: dict[str, Object] = {TYPE: Term("Signature"), "signer": Name(person.identifier)}
    if official.office and official.office.owner:
        facts["inCapacity"] = Name(official.office.identifier)
        if not instrument.is_domestic:
            facts["onBehalfOf"] = Name(official.office.owner.identifier)
    context.ledger.state(span, event, {"hasSignature": signature}, pattern=found.name, confidence=found.confidence)
    context.ledger.state(span, signature, facts, pattern=found.name, confidence=found.confidence)
