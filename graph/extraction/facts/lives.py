"""Facts of the later life of instruments: entry into force, extension, suspension, withdrawal, end."""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from ..mentions.patterns import Sieve
from ..mentions.skeleton import pattern
from .events import ASIDE, CONCLUDED, surroundings
from .ledger import TYPE, Name, Term
from .modality import Modality, is_in_speech, modality_of, tells_in_the_present
from .offices import attest
from .outcomes import outcomes_of
from .private_sides import comes_from, is_of_a_private
from .roles import acting
from .steps import OF_ONE_SIDE, wordings
from .treaties import instruments_at, may_speak_of_one
from .turn_records import Turn
from .turns import turns_of

if TYPE_CHECKING:
    import re

    from ..mentions.records import Mention
    from .context import Context, Sentence
    from .entries import Wording
    from .ledger import Object


@cache
def _sieve() -> Sieve[Wording]:
    return Sieve(wordings(), attrgetter("found"))


def live_through(context: Context, sentence: Sentence) -> None:
    """State steps in the life of instruments."""
    if not may_speak_of_one(context, sentence):
        return
    done: list[tuple[str, int, int]] = []
    text = sentence.text
    for wording in _sieve().through(text):
        for match in wording.found.finditer(text):
            modality = wording.fixed or modality_of(sentence, match.start("verb"))
            if (
                modality is Modality.DENIED
                or (wording.fixed is None and modality is not Modality.ACTUAL)
                or is_in_speech(sentence, match.start())
                or (wording.name.endswith("announced") and pattern(_MEANT).search(match["all"]))
                or any(
                    kind == wording.kind and begin < match.end() and match.start() < end for kind, begin, end in done
                )
                or (wording.kind == "EntryIntoForce" and _of_something_else(sentence, match))
                or _of_talks(sentence, match)
                or (
                    wording.name.endswith(("subject-first", "force-after-subject"))
                    and not _may_be_told_in_the_present(sentence, match)
                )
            ):
                continue
            if _step(context, sentence, match, wording.kind, wording.name, modality):
                context.provided.add((sentence.place, match.start("verb")))
                done.append((wording.kind, *match.span("all")))
    _live_by_clauses(context, sentence, done)


_MEANT: Final = (
    r"{b}[بل]?(?:نيته|نيتها|نيه|عزمه|عزمها|رغبته|رغبتها|استعداده|استعدادها|احتمال|امكانيه|خطته|خطتها|رفضه|رفضها|عدم){e}"
)
"""What is announced is only an intention, or that it will not be."""


def _live_by_clauses(context: Context, sentence: Sentence, done: list[tuple[str, int, int]]) -> None:
    """State the steps that no fixed wording has found; of two readings of the same words the first counts."""
    for turn in (*turns_of(context, sentence), *outcomes_of(context, sentence)):
        taken = any(begin < turn.end and turn.begin < end for _, begin, end in done)
        if not taken and turn.instruments and _take(context, sentence, turn):
            done.append((turn.kind, turn.begin, turn.end))


def _of_talks(sentence: Sentence, match: re.Match[str]) -> bool:
    """Say whether talks on an instrument are ended or suspended, or a stance on it is renewed, and not the instrument."""
    if not match.groupdict().get("what"):
        return False
    between = sentence.text[min(match.end("verb"), match.start("what")) : match.start("what")]
    return bool(
        pattern(
            r"(?:مفاوضات|محادثات|مباحثات|مشاورات|مناقشات|جدل|خلاف|ازمه)|{b}(?:ال)?(?:التزام|تمسك|تاييد|دعم|رفض|تعهد|دعوت|دعوه|مطالبت|ثقت|حرص|تاكيد|ترحيب)(?:ه|ها|هما)?{e}"
        ).search(between)
    )


def _may_be_told_in_the_present(sentence: Sentence, match: re.Match[str]) -> bool:
    """A headline or a timeline tells in the present what has happened; elsewhere the verb has to be in the past."""
    present = match["verb"][0] in "يت" and match["verb"] not in ("تخلت", "تخلي")
    return not present or tells_in_the_present(sentence)


def _of_something_else(sentence: Sentence, match: re.Match[str]) -> bool:
    """Say whether it is a withdrawal, an extension or an amendment that enters into force."""
    return bool(
        pattern(r"{w}(?:ال)?(?:انسحاب|تمديد|تعديل|تعديلات|الغاء|انهاء|انضمام|وقف)").search(
            sentence.text[match.start() : match.end("all")]
        )
    )


def _step(context: Context, sentence: Sentence, match: re.Match[str], kind: str, name: str, modality: Modality) -> bool:
    what = sentence.skeleton.mention(match.groupdict().get("what"))
    if what is not None:
        instruments = instruments_at(context, sentence, what)
    else:
        meant = context.instruments.meant()
        instruments = (meant,) if meant is not None else ()
    begin = (
        match.start("verb") if match.start("verb") < (match.start("what") if what else 10**6) else match.start("what")
    )
    who = sentence.skeleton.mention(match.groupdict().get("who"))
    what_end = match.end("what") if what else match.end("all")
    return _take(context, sentence, Turn(kind, name, modality, begin, match.end("all"), what_end, who, instruments))


def _take(context: Context, sentence: Sentence, turn: Turn) -> bool:
    """State one step of each of its instruments."""
    if is_of_a_private(sentence, turn.who) or comes_from(sentence, turn.begin, turn.who) or _is_a_court(turn.who):
        return False
    around = surroundings(sentence, turn.begin, turn.end, aside=ASIDE if turn.kind == "EntryIntoForce" else CONCLUDED)
    span = sentence.skeleton.span(min(turn.begin, around.begin), max(turn.end, around.date_end))
    span = _with_partner(context, sentence, turn, span)
    if turn.kind in ("Termination", "Suspension", "Withdrawal") and all(each.is_domestic for each in turn.instruments):
        return False
    sides = acting(context, turn.who)
    alone = f"-by-{sides[0]}" if turn.kind in OF_ONE_SIDE and sides else ""
    for instrument in turn.instruments:
        event = Name(f"{_stem(turn.name, turn.kind)}-{instrument.provisional}#{alone}")
        facts: dict[str, Object | tuple[Object, ...]] = {
            TYPE: Term(turn.kind),
            "affects": Name(f"{instrument.provisional}#"),
            "eventStatus": Term(turn.modality.value),
            **around.date_facts,
        }
        facts |= {"participant": tuple(Name(each) for each in sides)} if sides else {}
        facts |= {"eventPlace": Name(around.city)} if around.city and turn.kind == "InstrumentEvent" else {}
        context.ledger.state(span, event, facts, pattern=f"life:{turn.name}", confidence=0.85)
        if turn.modality is Modality.ACTUAL:
            attest(context, span, turn.who, event, f"life:{turn.name}")
    return bool(turn.instruments)


def _is_a_court(who: Mention | None) -> bool:
    """Tell a court, which rules on instruments and is no side of them: «قضت المحكمة بإلغاء الاتفاق»."""
    return who is not None and any("court" in each.identifier.split("-") for each in who.things)


_PARTNER: Final = r"(?: (?:الموقعه?|المبرمه?|القايمه?))?(?: (?:في |عام |منذ )?{D})? (?:الموقعه? |المبرمه? )?مع (?:حكومه )?(?P<with>{P})"


def _with_partner(context: Context, sentence: Sentence, turn: Turn, span: tuple[int, int]) -> tuple[int, int]:
    """State the sides of an instrument that its one side ends, leaves or extends: «ألغت مصر المعاهدة مع بريطانيا»."""
    partner = pattern(_PARTNER).match(sentence.text, turn.what_end)
    with_whom = sentence.skeleton.mention(partner["with"]) if partner else None
    sides = tuple(dict.fromkeys((*acting(context, turn.who), *acting(context, with_whom))))
    if partner is None or len(sides) < len(("one", "other")) or turn.who is None:
        return span
    wide = (span[0], max(span[1], sentence.skeleton.span(partner.start(), partner.end())[1]))
    for instrument in turn.instruments:
        if not instrument.is_domestic:
            instrument.add_parties(sides)
            named = {"party": tuple(Name(each) for each in sides)}
            thing = Name(f"{instrument.provisional}#")
            context.ledger.state(wide, thing, named, pattern="life:with-partner", confidence=0.8)
    return wide


def _stem(name: str, kind: str) -> str:
    if kind == "InstrumentEvent":
        return "amendment-of" if "amend" in name else "event-of"
    if kind == "Accession" and name.startswith("rejoined"):
        return "return-to"
    return {
        "EntryIntoForce": "entry-into-force",
        "Extension": "extension-of",
        "Expiry": "expiry-of",
        "Termination": "termination-of",
        "Withdrawal": "withdrawal-from",
        "Suspension": "suspension-of",
        "Accession": "accession-to",
    }[kind]
