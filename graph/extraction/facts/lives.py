"""Facts of the life of instruments: approval, ratification, entry into force, extension, suspension, withdrawal, end."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from ..mentions.records import Kind, Mention
from ..mentions.skeleton import pattern
from ..reading.furniture import LineKind
from .clauses import read_clause
from .events import surroundings
from .ledger import TYPE, Name, Term
from .modality import Modality, is_in_speech, modality_of
from .offices import attest, officials
from .treaties import instruments_at

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from .clauses import Clause
    from .context import Context, Sentence
    from .instruments import KnownInstrument
    from .ledger import Object

_APPROVING: Final = r"(?:صادقا|صادقت|صادقوا|صادق|صدقت|صدق|اقرت|اقروا|اقر|وافقت|وافق|اجازت|اجاز|اعتمدت|اعتمد|ابرمت)"
_TO_APPROVE: Final = r"(?:يصادق|تصادق|يصدق|تصدق|يقر|تقر|يوافق|توافق|يجيز|تجيز)"
_FORCE: Final = r"(?:حيز (?:ال)?(?:نفاذ|تنفيذ|تطبيق|سريان)|طور التنفيذ|مرحله التنفيذ)"


@cache
def _approvals() -> tuple[tuple[str, re.Pattern[str], Modality | None], ...]:
    return (
        (
            "approved",
            pattern(
                rf"{{b}}(?:[وف](?={_APPROVING}))?(?:كان |كانت )?(?:قد )?(?P<verb>{_APPROVING})(?P<object>ها|ه|هما)?{{e}}"
            ),
            None,
        ),
        (
            "voted-for",
            pattern(r"{w}(?P<verb>(?:صوت|صوتت) (?:[^.؛]{0,50}?)(?:بالموافقه|لصالح|بالمصادقه|بالاغلبيه))(?P<object>)"),
            None,
        ),
        (
            "to-be-approved",
            pattern(
                rf"{{b}}[وف]?(?:من المقرر|من المتوقع|من المرتقب|من المنتظر|ينتظر|يتوقع|ينبغي|يجب|يتعين|يفترض) (?P<verb>ان {_TO_APPROVE})(?P<object>ها|ه|هما)?{{e}}"
            ),
            Modality.PLANNED,
        ),
        ("will-approve", pattern(rf"{{w}}(?P<verb>س{_TO_APPROVE})(?P<object>ها|ه|هما)?{{e}}"), Modality.PLANNED),
    )


def approve_things(context: Context, sentence: Sentence) -> None:
    """State approvals and ratifications."""
    for name, found, fixed in _approvals():
        for match in found.finditer(sentence.text):
            modality = fixed or modality_of(sentence, match.start("verb"))
            if (fixed is None and modality is not Modality.ACTUAL) or is_in_speech(sentence, match.start()):
                continue
            _approve(context, sentence, match, name, modality)


_IN_HEADLINE: Final = (
    r"^(?P<who>{O}|{B}|{P}) (?P<verb>يصدق|يصادق|تصدق|تصادق|يقر|تقر|يوافق|توافق)(?P<object>ها|ه)?{e} علي {I}"
)


def approve_in_headline(context: Context, sentence: Sentence) -> None:
    """A headline tells in the present what has happened: «الرئيس المصري يصدق على اتفاقية»."""
    if sentence.stretch.kind is LineKind.HEADLINE and "؟" not in sentence.text:
        for match in pattern(_IN_HEADLINE).finditer(sentence.text):
            _approve(context, sentence, match, "headline-in-the-present", Modality.ACTUAL)


def _approve(context: Context, sentence: Sentence, match: re.Match[str], name: str, modality: Modality) -> None:
    pronoun = bool(match["object"]) or bool(
        pattern(r"[^.؛،]{0,60}? ?علي(?:ها|ه|هما){e}").match(sentence.text, match.end())
    )
    clause = read_clause(sentence, match.start("verb"), match.end(), pronoun=pronoun)
    by = _approver(clause)
    if by is None and not clause.objects:
        return
    instruments = objects_of(context, sentence, clause, pronoun=pronoun)
    if by is None or not instruments:
        return
    end = clause.core_end
    if pronoun and (after := pattern(r"[^.؛،]{0,60}? ?علي(?:ها|ه|هما){e}").match(sentence.text, match.end())):
        end = max(end, after.end())
    around = surroundings(sentence, clause.begin, end)
    span = sentence.skeleton.span(
        min(clause.begin, around.begin), max(end, around.date_end, clause.end if clause.partners else 0)
    )
    parties = _parties_with(context, clause, by)
    for instrument in instruments:
        if parties and not instrument.is_domestic and modality is Modality.ACTUAL:
            instrument.add_parties(parties)
            named = {"party": tuple(Name(each) for each in parties)}
            context.ledger.state(
                span, Name(f"{instrument.provisional}#"), named, pattern=f"approval:{name}", confidence=0.8
            )
        _state_approval(context, span, instrument, by, name, modality, around.date_facts)


def _approver(clause: Clause) -> Mention | None:
    return next((each for each in clause.subjects if each.kind is not Kind.GROUP), None)


def objects_of(context: Context, sentence: Sentence, clause: Clause, *, pronoun: bool) -> tuple[KnownInstrument, ...]:
    """Give the instruments that a clause is about: its objects, or what a pronoun refers back to."""
    if clause.objects:
        return tuple(
            dict.fromkeys(each for mention in clause.objects for each in instruments_at(context, sentence, mention))
        )
    before = list(sentence.skeleton.inside(sentence.text[: clause.begin], Kind.INSTRUMENT))
    if pronoun and before:
        return instruments_at(context, sentence, before[-1])
    known = [each for each in context.instruments.known if each.titled or each.hints]
    if not pronoun or not known:
        return ()
    recent = max(known, key=lambda each: each.last_place)
    together = [
        each
        for each in known
        if each.last_place == recent.last_place or (recent.pair is not None and each.pair == recent.pair)
    ]
    return tuple(together)


def _state_approval(
    context: Context,
    span: tuple[int, int],
    instrument: KnownInstrument,
    by: Mention,
    name: str,
    modality: Modality,
    dates: Mapping[str, Object],
) -> None:
    thing = Name(f"{instrument.provisional}#")
    pattern_name, sure = f"approval:{name}", 0.85
    instrument.signed = instrument.signed or instrument.is_domestic
    facts: dict[str, Object | tuple[Object, ...]] = {"eventStatus": Term(modality.value), **dates}
    agent, polity, is_head = _agent(context, by)
    if agent is None:
        return
    if is_head and not instrument.is_domestic:
        event = Name(f"ratification-{instrument.provisional}#-by-{(polity or agent).local}")
        facts |= {TYPE: Term("Ratification"), "ratifiedInstrument": thing}
        facts |= {"ratifyingPolity": polity} if polity else {}
        facts |= {"ratifiedBy": agent} if agent != polity else {}
        if polity is not None and modality is Modality.ACTUAL:
            instrument.add_parties([polity.local])
    else:
        event = Name(f"approval-{instrument.provisional}#-by-{agent.local}")
        facts |= {TYPE: Term("DomesticApproval"), "affects": thing, "participant": agent}
    context.ledger.state(span, event, facts, pattern=pattern_name, confidence=sure)
    if modality is Modality.ACTUAL:
        attest(context, span, by, event, pattern_name)


def _parties_with(context: Context, clause: Clause, by: Mention) -> tuple[str, ...]:
    """An instrument with another («اتفاقية مع السعودية») that one side approves has both as parties."""
    others = [
        each
        for partner in clause.partners
        for each in context.things_of(partner)
        if partner.kind in (Kind.POLITY, Kind.ORGANIZATION)
    ]
    _, polity, _ = _agent(context, by)
    return (polity.local, *(each.identifier for each in others)) if polity and others else ()


def _agent(context: Context, by: Mention) -> tuple[Name | None, Name | None, bool]:
    """Give who approves, for which polity, and whether it is the polity or its head rather than a body."""
    if by.kind is Kind.OFFICIAL:
        official = officials(by)[0] if officials(by) else None
        person = context.people.of_official(official) if official else None
        owner = official.office.owner if official and official.office else None
        return (Name(person.identifier) if person else None), (Name(owner.identifier) if owner else None), True
    if by.kind is Kind.PERSON:
        shown = context.people.officials_of(by.things[0].identifier)
        owner = shown[0].office.owner if shown and shown[0].office else None
        return Name(by.things[0].identifier), (Name(owner.identifier) if owner else None), True
    if by.kind in (Kind.POLITY, Kind.ORGANIZATION):
        return Name(by.things[0].identifier), Name(by.things[0].identifier), True
    owner = getattr(by.data, "owner", None)
    heads = str(getattr(by.data, "stem", "")).startswith("presidency")
    return Name(by.things[0].identifier), (Name(owner.identifier) if owner else None), heads


@cache
def _steps() -> tuple[tuple[str, str, re.Pattern[str], Modality | None], ...]:
    return (
        (
            "EntryIntoForce",
            "entered-into-force",
            pattern(rf"(?P<all>{{w}}(?P<verb>دخلت|دخل|دخلتا|دخلا) (?:(?P<what>{{I}}) )?(?:[^.،؛]{{0,20}} )?{_FORCE})"),
            None,
        ),
        (
            "EntryIntoForce",
            "entered-into-force-after-subject",
            pattern(rf"(?P<all>(?P<what>{{I}}) (?:[^.،؛]{{0,20}})?(?:قد )?(?P<verb>دخلت|دخل|دخلتا) {_FORCE})"),
            None,
        ),
        (
            "EntryIntoForce",
            "became-effective",
            pattern(
                r"(?P<all>{w}(?P<verb>اصبحت|اصبح|باتت|بات) (?:(?P<what>{I}) )?(?:ساريه|ساري|نافذه|نافذا|سارية) (?:المفعول)?)"
            ),
            None,
        ),
        (
            "EntryIntoForce",
            "began-to-apply",
            pattern(r"(?P<all>{w}(?P<verb>بدا|سري|بدات) (?:سريان|العمل ب|تنفيذ|مفعول|نفاذ) ?(?P<what>{I}))"),
            None,
        ),
        (
            "EntryIntoForce",
            "will-enter-into-force",
            pattern(rf"(?P<all>{{w}}(?P<verb>ستدخل|سيدخل|ستدخلان) (?:(?P<what>{{I}}) )?(?:[^.،؛]{{0,20}} )?{_FORCE})"),
            Modality.PLANNED,
        ),
        (
            "EntryIntoForce",
            "will-not-enter-before",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>لن تدخل|لن يدخل|لا تدخل|لا يدخل) (?:(?P<what>{{I}}) )?{_FORCE} الا (?:بعد|ب|عند)[^.؛]*)"
            ),
            Modality.CONDITIONAL,
        ),
        (
            "Extension",
            "extended",
            pattern(
                r"(?P<all>{w}(?P<verb>مدد|مددت|مددا|مددتا|جدد|جددت|جددا|جددتا) (?P<who>{S}|{O}) (?:[^.،؛\uea00-\uebff]{0,40}? )?(?:العمل ب)?(?P<what>{I})(?: (?:لمده |حتي )?[^.،؛]{0,30}?(?:سنوات|سنه|اعوام|عاما|عام|اشهر|{D}))?)"
            ),
            None,
        ),
        (
            "Expiry",
            "expired",
            pattern(
                r"(?P<all>{w}(?P<verb>انتهت|انتهي|انقضت|انقضي) (?:صلاحيه |مده |مفعول |سريان |العمل ب)?(?P<what>{I}))"
            ),
            None,
        ),
        (
            "Expiry",
            "will-expire",
            pattern(
                r"(?P<all>{w}(?P<verb>تنتهي|ينتهي|ستنتهي|سينتهي|تنقضي) (?:صلاحيه |مده |مفعول |سريان |العمل ب)?(?P<what>{I}))"
            ),
            Modality.PLANNED,
        ),
        (
            "Termination",
            "terminated",
            pattern(
                r"(?P<all>{w}(?P<verb>الغي|الغت|الغيا|انهي|انهت|فسخ|فسخت|نقض|نقضت|ابطل|ابطلت) (?:حكومه (?:جمهوريه )?)?(?P<who>{S}|{O}|{B}) (?:[^.،؛\uea00-\uebff]{0,40}? )?(?:العمل ب)?(?P<what>{I}))"
            ),
            None,
        ),
        (
            "Termination",
            "announced-termination",
            pattern(
                r"(?P<all>{w}(?P<verb>اعلن|اعلنت|تعلن|قرر|قررت|اعلنا|ابلغت|ابلغ|اخطرت|اخطر) (?:حكومه (?:جمهوريه )?)?(?P<who>{S}|{O}|{B}) (?:[^.؛\uea00-\uebff]{0,70}? )?(?:ب)?(?:الغاء|انهاء|فسخ|الغاءها|انهاءها) (?:العمل ب)?(?P<what>{I}))"
            ),
            None,
        ),
        (
            "InstrumentEvent",
            "withdrew",
            pattern(
                r"(?P<all>{w}(?P<verb>انسحب|انسحبت|انسحبا|انسحبتا|خرج|خرجت|تنصلت|تنصل) (?P<who>{S}) (?:[^.؛\uea00-\uebff]{0,40}? )?من (?P<what>{I}))"
            ),
            None,
        ),
        (
            "InstrumentEvent",
            "announced-withdrawal",
            pattern(
                r"(?P<all>{w}(?P<verb>اعلن|اعلنت|تعلن|قرر|قررت|اعلنا|ابلغت|ابلغ|اخطرت|اخطر) (?:حكومه (?:جمهوريه )?)?(?P<who>{S}|{O}|{B}) (?:[^.؛\uea00-\uebff]{0,70}? )?(?:ب|عن )?(?:انسحاب بلاده|انسحاب بلادها|انسحابها|انسحابه|انسحابهما|انسحاب {P}|الانسحاب|خروجها|خروج بلاده|الخروج)(?: رسميا| الرسمي| الكامل| الفوري| بشكل احادي| من جانب واحد)* من (?P<what>{I}))"
            ),
            None,
        ),
        (
            "InstrumentEvent",
            "suspended",
            pattern(
                r"(?P<all>{w}(?P<verb>علق|علقت|جمد|جمدت|اوقف|اوقفت) (?P<who>{S}|{O}|{B}) (?:[^.؛\uea00-\uebff]{0,60}? )?(?:العمل ب|مشاركتها في |مشاركته في |مشاركه بلاده في |التزامها ب|تنفيذ )?(?P<what>{I}))"
            ),
            None,
        ),
        (
            "InstrumentEvent",
            "announced-suspension",
            pattern(
                r"(?P<all>{w}(?P<verb>اعلن|اعلنت|قرر|قررت) (?P<who>{S}|{O}|{B}) (?:[^.؛\uea00-\uebff]{0,70}? )?(?:تعليق|تجميد|وقف) (?:العمل ب|مشاركه بلاده في |مشاركه بلادها في |مشاركتها في |تنفيذ |التزامها ب)?(?P<what>{I}))"
            ),
            None,
        ),
        (
            "InstrumentEvent",
            "withdrew-from-it",
            pattern(r"(?P<all>{w}(?P<verb>انسحبت|انسحب|انسحبا|خرجت) (?:منها|منه) (?P<who>{S}))"),
            None,
        ),
        (
            "InstrumentEvent",
            "subject-withdrew",
            pattern(
                r"(?P<all>(?P<who>{P}|{O}) (?:التي |الذي )?(?:كانت |كان )?(?:قد )?(?P<verb>انسحبت|انسحب|خرجت|تنسحب|ينسحب) (?:[^.؛\uea00-\uebff]{0,30}? )?من (?P<what>{I}))"
            ),
            None,
        ),
        (
            "InstrumentEvent",
            "acceded-to-it",
            pattern(r"(?P<all>{w}(?P<verb>انضمت|انضم|انضما) (?:اليها|اليه) (?P<who>{S}))"),
            None,
        ),
        (
            "InstrumentEvent",
            "withdrawal-took-effect",
            pattern(
                r"(?P<all>{w}(?P<verb>اصبح|دخل|بات|صار) انسحاب (?P<who>{P})(?: من (?P<what>{I}))? (?:رسميا )?(?:نافذا|ساري المفعول|ساريا|حيز التنفيذ|حيز النفاذ|رسميا|نهاييا))"
            ),
            None,
        ),
        (
            "InstrumentEvent",
            "rejoined-after",
            pattern(r"(?P<all>{w}(?P<verb>عاد|عادت) (?P<who>{P}) (?:رسميا )?الي (?P<what>{I}))"),
            None,
        ),
        (
            "Extension",
            "extended-between",
            pattern(
                r"(?P<all>{w}(?P<verb>اتفقت|اتفق|اتفقا|اتفقتا) (?P<who>{S}|{O}) (?:[^.؛\uea00-\uebff]{0,70}? )?علي (?:تمديد|تجديد) (?:العمل ب)?(?P<what>{I}))"
            ),
            None,
        ),
        (
            "InstrumentEvent",
            "amended",
            pattern(
                r"(?P<all>{w}(?P<verb>عدل|عدلت|عدلا|عدلتا) (?P<who>{S}) (?:[^.؛\uea00-\uebff]{0,40}? )?(?P<what>{I}))"
            ),
            None,
        ),
        (
            "InstrumentEvent",
            "was-amended",
            pattern(r"(?P<all>(?P<what>{I}) (?:المذكوره? )?(?:كانت |كان )?(?:قد )?(?P<verb>عدلت|عدل) (?:في|عام) ?{D})"),
            None,
        ),
        (
            "Expiry",
            "ceased",
            pattern(r"(?P<all>{w}(?P<verb>انتهي|توقف) العمل ب(?P<what>{I}))"),
            None,
        ),
        (
            "InstrumentEvent",
            "acceded",
            pattern(
                r"(?P<all>{w}(?P<verb>انضم|انضمت|انضما|انضمتا) (?P<who>{S}) (?:[^.؛\uea00-\uebff]{0,40}? )?الي (?P<what>{I}))"
            ),
            None,
        ),
    )


def live_through(context: Context, sentence: Sentence) -> None:
    """State steps in the life of instruments."""
    done: set[tuple[str, int]] = set()
    for kind, name, found, fixed in _steps():
        for match in found.finditer(sentence.text):
            modality = fixed or modality_of(sentence, match.start("verb"))
            key = (kind, match.end("all"))
            if (
                modality is Modality.DENIED
                or (fixed is None and modality is not Modality.ACTUAL)
                or is_in_speech(sentence, match.start())
                or key in done
                or (kind == "EntryIntoForce" and _of_something_else(sentence, match))
            ):
                continue
            done.add(key)
            _step(context, sentence, match, kind, name, modality)


def _of_something_else(sentence: Sentence, match: re.Match[str]) -> bool:
    """Say whether it is a withdrawal, an extension or an amendment that enters into force."""
    return bool(
        pattern(r"{w}(?:ال)?(?:انسحاب|تمديد|تعديل|تعديلات|الغاء|انهاء|انضمام|وقف)").search(
            sentence.text[match.start() : match.end("all")]
        )
    )


def _step(context: Context, sentence: Sentence, match: re.Match[str], kind: str, name: str, modality: Modality) -> None:
    what = sentence.skeleton.mention(match.groupdict().get("what"))
    if what is not None:
        instruments = instruments_at(context, sentence, what)
    else:
        known = [each for each in context.instruments.known if not each.is_domestic and (each.parties or each.titled)]
        instruments = (max(known, key=lambda each: each.last_place),) if known else ()
    begin = (
        match.start("verb") if match.start("verb") < (match.start("what") if what else 10**6) else match.start("what")
    )
    around = surroundings(sentence, begin, match.end("all"))
    span = sentence.skeleton.span(min(begin, around.begin), max(match.end("all"), around.date_end))
    who = sentence.skeleton.mention(match.groupdict().get("who"))
    for instrument in instruments:
        event = Name(
            f"{_stem(name, kind)}-{instrument.provisional}#"
            + (f"-by-{_sides(context, who)[0]}" if kind == "InstrumentEvent" and _sides(context, who) else "")
        )
        facts: dict[str, Object | tuple[Object, ...]] = {
            TYPE: Term(kind),
            "affects": Name(f"{instrument.provisional}#"),
            "eventStatus": Term(modality.value),
            **around.date_facts,
        }
        sides = _sides(context, who)
        facts |= {"participant": tuple(Name(each) for each in sides)} if sides else {}
        context.ledger.state(span, event, facts, pattern=f"life:{name}", confidence=0.85)
        if modality is Modality.ACTUAL:
            attest(context, span, who, event, f"life:{name}")


def _stem(name: str, kind: str) -> str:
    if kind == "InstrumentEvent":
        return next(
            (
                stem
                for word, stem in (
                    ("withdr", "withdrawal-from"),
                    ("suspen", "suspension-of"),
                    ("rejoin", "return-to"),
                    ("amend", "amendment-of"),
                    ("acced", "accession-to"),
                )
                if word in name
            ),
            "event-of",
        )
    return {
        "EntryIntoForce": "entry-into-force",
        "Extension": "extension-of",
        "Expiry": "expiry-of",
        "Termination": "termination-of",
    }[kind]


def _sides(context: Context, who: Mention | None) -> tuple[str, ...]:
    """Give the polities that act: named, or those whose officials do."""
    if who is None:
        return ()
    if who.kind is Kind.OFFICIAL:
        return tuple(each.office.owner.identifier for each in officials(who) if each.office and each.office.owner)
    if who.kind is Kind.BODY:
        owner = getattr(who.data, "owner", None)
        return (owner.identifier,) if owner else ()
    return tuple(each.identifier for each in context.things_of(who))
