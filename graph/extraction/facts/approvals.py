"""Facts of approval and ratification: by parliaments, governments and heads of state, as verbs and as nouns."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from ..mentions.records import Kind, Mention
from ..mentions.skeleton import pattern
from .clauses import read_clause
from .events import CONCLUDED, surroundings
from .ledger import TYPE, Name, Term
from .modality import Modality, is_in_speech, modality_of, tells_in_the_present
from .offices import attest, officials
from .private_sides import is_of_a_private
from .treaties import instruments_at
from .turn_records import referred

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from ..mentions.patterns import Pattern
    from .clauses import Clause
    from .context import Context, Sentence
    from .instruments import KnownInstrument
    from .ledger import Object

_APPROVING: Final = (
    r"(?:صادقا|صادقت|صادقوا|صادق|صدقت|صدق|اقرت|اقروا|اقر|وافقت|وافق|اجازت|اجاز|اعتمدت|اعتمد|زكت|زكي|ايدت|ايد)"
)
_TO_APPROVE: Final = r"(?:يصادق|تصادق|يصدق|تصدق|يقر|تقر|يوافق|توافق|يجيز|تجيز)"


@cache
def _approvals() -> tuple[tuple[str, Pattern, Modality | None], ...]:
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
            pattern(
                r"{w}(?P<verb>صوت|صوتت)(?P<object>)(?= [^.؛]{0,50}?(?:بالموافقه|لصالح|بالمصادقه|بالاغلبيه))(?![^.؛]{0,70}?{b}(?:ضد|[بل]?(?:ال)?(?:رفض|انسحاب|تعليق|تاجيل|الغاء|انهاء)){e})"
            ),
            None,
        ),
        (
            "to-be-approved",
            pattern(
                rf"{{b}}[وف]?(?:من المقرر|المقرر|مقررا|من المرتقب|من المنتظر|ينتظر|يفترض) (?P<verb>ان {_TO_APPROVE})(?P<object>ها|ه|هما)?{{e}}"
            ),
            Modality.PLANNED,
        ),
        (
            "approval-by-noun",
            pattern(
                r"(?:بعد|منذ|عقب|اثر|رغم|مع|من|يوم) (?P<verb>مصادقه|تصديق|موافقه|اقرار)(?P<object>) (?=[\ue000-\ue1ff\ue600-\ue7ff\uec00-\uedff][^.؛،]{0,30}?علي)"
            ),
            None,
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
            if pattern(_OTHER_THINGS).match(sentence.text, match.end()):
                continue
            _approve(context, sentence, match, name, modality)


_OTHER_THINGS: Final = r" (?:[^.؛،\uea00-\uebff]{0,40}? )?علي (?:(?:ال)?(?:وقف|هدنه|تهدئه)|اجراء|عقد|استيناف|ارسال|نشر|فتح|تشكيل) (?!العمل|{I})"
"""«وافق الطرفان على وقف إطلاق النار، ووقعا …» approves no instrument."""
_IN_HEADLINE: Final = r"(?:^|[:–-] ?|\.\. ?)(?P<who>{O}|{B}|{P}|{N}|{R})\"? (?:(?:نهاييا|رسميا|بالاجماع|بالاغلبيه) )?(?P<verb>[يت](?:صدق|صادق|قر|وافق|جيز|عتمد|زكي|بارك|مرر))(?P<object>ها|ه)?{e}(?=(?: (?:نهاييا|رسميا|بالاجماع|بالاغلبيه))?(?: علي)? \"?{I})"


def approve_in_headline(context: Context, sentence: Sentence) -> None:
    """A headline and a timeline tell in the present what has happened: «الرئيس المصري يصدق على اتفاقية»."""
    if tells_in_the_present(sentence):
        for match in pattern(_IN_HEADLINE).finditer(sentence.text):
            _approve(context, sentence, match, "headline-in-the-present", Modality.ACTUAL)


def _approve(context: Context, sentence: Sentence, match: re.Match[str], name: str, modality: Modality) -> None:
    pronoun = bool(match["object"]) or bool(pattern(_UPON_IT).match(sentence.text, match.end()))
    clause = read_clause(sentence, match.start("verb"), match.end(), pronoun=pronoun)
    by = _approver(clause)
    if by is None and not clause.objects:
        return
    instruments = objects_of(context, sentence, clause, pronoun=pronoun)
    of_another = all(each.is_domestic for each in instruments) and _is_of_another(sentence, clause)
    if by is None or not instruments or of_another or is_of_a_private(sentence, by):
        return
    end = clause.core_end
    if pronoun and (after := pattern(_UPON_IT).match(sentence.text, match.end())):
        end = max(end, after.end())
    around = surroundings(sentence, clause.begin, end, aside=CONCLUDED)
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
        state_approval(context, span, instrument, by, name, modality, around.date_facts)


_UPON_IT: Final = r"[^.؛،\uea00-\uebff]{0,60}? ?علي(?:ها|ه|هما){e}"
_OF_ANOTHER: Final = r"(?P<between>(?: [^.؛،\uea00-\uebff]{1,70}?)?) (?:علي )?{I}"


def _is_of_another(sentence: Sentence, clause: Clause) -> bool:
    """Tell a law that only approves an instrument, which is what is approved: «مشروع قانون بالموافقة على اتفاقية»."""
    place = sentence.place_of(clause.object) if clause.object is not None else None
    after = pattern(_OF_ANOTHER).match(sentence.text, place + 1) if place is not None else None
    words = getattr(clause.object.data, "words", "") if clause.object is not None else ""
    told = f"{words} {after['between']}" if after else ""
    return pattern(r"(?:ال)?(?:مصادقه|تصديق|موافقه|ابرام){e}").search(told) is not None


def _approver(clause: Clause) -> Mention | None:
    return next((each for each in clause.subjects if each.kind is not Kind.GROUP), None)


_BOTH: Final = r"[^.؛،\uea00-\uebff]{0,90}?(?:علي|[\u0621-\u064a]{3,})هما{e}"


def objects_of(context: Context, sentence: Sentence, clause: Clause, *, pronoun: bool) -> tuple[KnownInstrument, ...]:
    """Give the instruments that a clause is about: its objects, or what a pronoun refers back to."""
    if clause.objects:
        return tuple(
            dict.fromkeys(each for mention in clause.objects for each in instruments_at(context, sentence, mention))
        )
    before = list(sentence.skeleton.inside(sentence.text[: clause.begin], Kind.INSTRUMENT))
    known = [each for each in context.instruments.known if each.titled or each.hints]
    if pronoun and pattern(_BOTH).match(sentence.text, clause.begin):
        last = sorted((each for each in known if not each.is_domestic), key=lambda each: each.last_place)[-2:]
        return tuple(last)
    if pronoun and before:
        return instruments_at(context, sentence, before[-1])
    if not pronoun or not known:
        return ()
    recent = max(known, key=lambda each: each.last_place)
    together = [
        each
        for each in known
        if each.last_place == recent.last_place or (recent.pair is not None and each.pair == recent.pair)
    ]
    return tuple(together)


def state_approval(
    context: Context,
    span: tuple[int, int],
    instrument: KnownInstrument,
    by: Mention,
    name: str,
    modality: Modality,
    dates: Mapping[str, Object],
) -> None:
    """State that a body approves an instrument, or that a polity, by its head, ratifies it."""
    thing = Name(f"{instrument.provisional}#")
    pattern_name, sure = f"approval:{name}", 0.85
    instrument.signed = instrument.signed or instrument.is_domestic
    facts: dict[str, Object | tuple[Object, ...]] = {"eventStatus": Term(modality.value), **dates}
    agent, polity, is_head = approving(context, by)
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
    _, polity, _ = approving(context, by)
    return (polity.local, *(each.identifier for each in others)) if polity and others else ()


def approving(context: Context, by: Mention) -> tuple[Name | None, Name | None, bool]:
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
    if by.kind is Kind.ORGANIZATION:
        return Name(by.things[0].identifier), None, "parliament" not in by.things[0].identifier
    if by.kind is Kind.POLITY:
        return Name(by.things[0].identifier), Name(by.things[0].identifier), True
    owner = getattr(by.data, "owner", None)
    heads = str(getattr(by.data, "stem", "")).startswith("presidency")
    return Name(by.things[0].identifier), (Name(owner.identifier) if owner else None), heads


_CONSENT: Final = r"(?:مباركه|ضوء اخضر من|موافقه|مصادقه|تصديق|اقرار|تاييد|ثقه)"
_WON: Final = r"(?:نال|نالت|حظي|حظيت|حاز|حازت|حصل|حصلت|لقي|لقيت)"
_MADE: Final = r"(?:تمت|تم|جرت|جري|صدرت|جاءت|تاخرت)"
_BY: Final = r"(?:[^.؛\ue000-\uf8ff]|{D}){0,40}?\"?(?P<by>{B}|{O}|{P}|{R})\"?"
_OF_PAPERS: Final = r"(?:وثيقه|وثايق|وثيقتي|صك|صكوك|صكي|ادوات|اداه) (?:ال)?(?:تصديق|مصادقه|ابرام|قبول|تصديقها|تصديقه|مصادقتها|مصادقته|تصديقهما|قبولها|ابرامها)(?: (?:بلاده|بلادها|{P}))?"
_CONSENTS: Final = (
    (
        "passed",
        r"(?P<all>{w}(?P<verb>مر|مرت|عبر|عبرت|اجتاز|اجتازت|جاز|جازت|تخطي|تخطت) (?P<what>{I}) (?:(?:بسلام|بصعوبه|اخيرا|عقبه|امتحان|حاجز) )?(?:في |ب|من |امام )?(?P<by>{B}))",
    ),
    (
        "won",
        rf"(?P<all>(?P<what>{{I}}) ?،? (?:التي |الذي |قد )*(?P<verb>{_WON}) (?:علي |ب)?(?:اخيرا )?{_CONSENT} {_BY})",
    ),
    (
        "it-won",
        rf"(?P<all>{{w}}(?P<verb>{_WON}) (?:(?:مشروع )?(?P<what>{{I}}) )?(?:(?:بين|مع) {{S}} )?(?:[^.؛\ue000-\uf8ff]{{0,20}} )?(?:علي |ب)?{_CONSENT} {_BY})",
    ),
    (
        "was-made",
        rf"(?P<all>{{w}}(?P<verb>{_MADE}) (?:رسميا )?(?:ال)?{_CONSENT} (?:علي (?P<what>{{I}}) |عليها |عليه |عليهما )?(?:في |من قبل |من جانب |من طرف |من |امام )?{_BY})",
    ),
    (
        "deposited",
        rf"(?P<all>{{w}}(?P<verb>اودعت|اودع|سلمت|سلم|قدمت|قدم) (?P<by>{{P}}|{{O}}) (?:[^.؛\uea00-\uebff]{{0,60}}? )?{_OF_PAPERS}(?: الخاصه)?(?: (?:علي |ب|ل)?(?:(?P<what>{{I}})|ها|ه|عليها|عليه)|{{e}}))",
    ),
)


def consent_to_things(context: Context, sentence: Sentence) -> None:
    """State approvals told by a noun: «حظيت الاتفاقية بموافقة البرلمان», «تمت المصادقة عليها في مجلس الشورى»."""
    for name, words in _CONSENTS:
        for match in pattern(words).finditer(sentence.text):
            place = match.start("verb")
            if modality_of(sentence, place) is not Modality.ACTUAL or is_in_speech(sentence, place):
                continue
            by = sentence.skeleton.mentions[match["by"]]
            mention = sentence.skeleton.mention(match["what"])
            found = referred(context, sentence, place, match.end("all")) if mention is None else None
            instruments = instruments_at(context, sentence, mention) if mention else found[0] if found else ()
            begin = match.start("what") if mention and match.start("what") < place else place
            around = surroundings(sentence, begin, match.end("all"))
            span = sentence.skeleton.span(min(begin, around.begin), max(match.end("all"), around.date_end))
            for instrument in instruments:
                state_approval(context, span, instrument, by, f"consent-{name}", Modality.ACTUAL, around.date_facts)
