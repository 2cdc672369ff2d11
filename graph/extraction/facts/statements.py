"""Facts of speech: who says what, in which mood, about whom, and who passes it on."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from ..mentions.patterns import Sieve
from ..mentions.records import Kind
from ..mentions.skeleton import pattern
from .actions import actions_in
from .charges import charged_with_deeds, loaded_words
from .gists import SHORTEST, end_of, goes_on, length_of, without_quotes
from .ledger import TYPE, Name, Printed, Term, Words
from .modality import Modality, modality_of
from .offices import attest
from .speakers import Said, identifiers_of, is_of_several, is_of_states, speakers_of
from .speech_clauses import utterances_in
from .speech_kinds import begins_with_own, endorses, is_foreseen, kind_of_words, mood_of
from .speech_stances import later_stances, stances
from .told_forms import INTERVIEW, told_in
from .treaties import instruments_at
from .utterances import Form, Utterance, forms, later_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..mentions.records import Mention
    from .context import Context, Sentence
    from .instruments import KnownInstrument
    from .ledger import Object


def speak(context: Context, sentence: Sentence) -> None:
    """State what is said in a sentence."""
    taken: list[tuple[int, int]] = []
    for utterance in _utterances(sentence):
        place = utterance.verb[0]
        if (
            (sentence.place, place) in context.provided
            or any(begin <= place < end for begin, end in taken)
            or _is_not_said(sentence, utterance)
            or (utterance.name in ("as-he-said", "according-to") and (taken or _is_told(context, sentence)))
        ):
            continue
        found = _statement(context, sentence, utterance)
        if found is not None:
            taken.append(found)


def _is_not_said(sentence: Sentence, utterance: Utterance) -> bool:
    """Tell what is denied or only to come; «رفض …، قائلا إن» denies nothing that is said."""
    place = utterance.verb[0]
    if utterance.name == "adding-that" and sentence.text[:place].rstrip(" و").endswith("،"):
        return False
    return modality_of(sentence, place, within=25) in (Modality.DENIED, Modality.PLANNED)


def _is_told(context: Context, sentence: Sentence) -> bool:
    """Tell whether the article states facts in a sentence, so that who is named at its end only vouches for them."""
    begin, end = sentence.stretch.begin, sentence.stretch.end
    return any(each.pattern.startswith(_TELLING) for each in context.ledger.within(begin, end))


_TELLING: Final = (
    *("signing:", "life:", "approval:", "provision:", "term:", "echo", "recognition:", "separation:", "relation:"),
    *("bond:", "membership:", "conflict:", "visit:", "referendum", "force:", "movement"),
)
"""How the patterns begin that state events and provisions."""


@cache
def _sieves() -> tuple[Sieve[Form], Sieve[Form]]:
    return Sieve((*stances(), *forms()), attrgetter("found")), Sieve(
        (*later_stances(), *later_forms()), attrgetter("found")
    )


def _utterances(sentence: Sentence) -> Iterator[Utterance]:
    first, later = _sieves()
    yield from told_in(sentence)
    for form in first.through(sentence.text):
        yield from (form.utterance(match) for match in form.found.finditer(sentence.text))
    yield from utterances_in(sentence)
    for form in later.through(sentence.text):
        yield from (form.utterance(match) for match in form.found.finditer(sentence.text))


def _statement(context: Context, sentence: Sentence, utterance: Utterance) -> tuple[int, int] | None:
    first, last = utterance.gist
    end = end_of(sentence, first, last)
    if first >= end or length_of(sentence, first, end) < SHORTEST:
        return None
    said = [
        each
        for each in speakers_of(context, sentence, utterance)
        if is_of_states(sentence, sentence.text[first:last])
        or _is_interviewed(context, utterance, each)
        or (each.own if each.mention else _goes_on(context, sentence, each) or _at_hand(context, sentence))
    ]
    if not said:
        return None
    begin = _after_relay(sentence, utterance)
    quoted = begin and sentence.text[begin - 1] == '"' and utterance.who and begin == utterance.who[0]
    _state_parts(context, sentence, utterance, said, (begin - bool(quoted), end))
    context.last_speakers = tuple((each.speaker, each.relay, each.own) for each in said)
    if utterance.name == INTERVIEW:
        context.interviewed = context.last_speakers
    context.last_spoken = sentence.place
    return min(begin, first), end


def _goes_on(context: Context, sentence: Sentence, said: Said) -> bool:
    """Tell one who speaks on: in the same sentence, or for a side right after one in which he was heard."""
    return context.last_spoken == sentence.place or (bool(said.own) and sentence.place - context.last_spoken == 1)


def _is_interviewed(context: Context, utterance: Utterance, said: Said) -> bool:
    """Tell the one whom an article of several states interviews, all whose answers count."""
    asked = utterance.name == INTERVIEW or (
        said.mention is None and said.speaker in {speaker for speaker, _, _ in context.interviewed}
    )
    return asked and is_of_several(context)


def _state_parts(
    context: Context, sentence: Sentence, utterance: Utterance, said: list[Said], place: tuple[int, int]
) -> None:
    """State what is said, and apart from it each further «وأن»."""
    (begin, end), first = place, utterance.gist[0]
    further = goes_on(sentence, first, end) if utterance.that else None
    stop = further[0] if further else end
    gist = Printed(*without_quotes(sentence, first, stop))
    for each in said:
        _state(context, sentence, utterance, each, sentence.skeleton.span(begin, max(stop, utterance.end)), gist)
    if further is not None and length_of(sentence, further[1], end) >= SHORTEST:
        rest = replace(utterance, gist=(further[1], end), verb=(further[0], further[0]), who=None, relay=None)
        _state_parts(context, sentence, rest, said, (further[0], end))


def _after_relay(sentence: Sentence, utterance: Utterance) -> int:
    """Find where a statement begins, with «وكالة» before the name of the one who passes it on."""
    begin = utterance.begin
    lead = pattern(r"(?:وكاله |صحيفه |شبكه |قناه )\"?$").search(sentence.text[:begin])
    return lead.start() if utterance.relay and lead and utterance.relay[0] == begin else begin


def _state(
    context: Context,
    sentence: Sentence,
    utterance: Utterance,
    said: Said,
    span: tuple[int, int],
    gist: Printed,
) -> None:
    first, last = utterance.gist
    words = sentence.text[first : end_of(sentence, first, last)]
    plain = " ".join(context.words((gist.begin, gist.end)).split())
    endorsed = _endorsed(context, sentence, words, said)
    kind = (
        "Endorsement" if endorsed else kind_of_words(utterance, words, own=begins_with_own(sentence, first, said.own))
    )
    if kind in ("Claim", "Evaluation") and is_foreseen(sentence, utterance, words):
        kind = "Prediction"
    charged = charged_with_deeds(context, sentence, words, said.own) if kind in ("Claim", "Evaluation") else None
    kind = "Accusation" if charged else kind
    act = Name(context.fresh(f"{_STEMS[kind]}-{said.speaker.local}"))
    facts: dict[str, Object | tuple[Object, ...]] = {
        TYPE: Term(kind),
        "speaker": said.speaker,
        "gist": gist,
        "modality": Term(utterance.mood or mood_of(kind, words)),
        "about": tuple(_about(context, sentence, words, said)),
        "actionType": tuple(Term(code) for code in actions_in(plain)) if _is_of_deeds(kind, words) else (),
    }
    facts |= {"reportedBy": said.relay} if said.relay is not None else {}
    facts |= {"endorses": endorsed} if endorsed else {}
    facts |= _day_of(sentence, utterance)
    facts |= {"contestedTerm": loaded} if (loaded := loaded_words(context, gist)) else {}
    context.spoken.setdefault(said.speaker.local, []).append(act)
    facts |= _occasion(context, sentence, utterance)
    if kind == "Accusation" and utterance.accused is not None:
        accused = sentence.skeleton.mention(sentence.text[slice(*utterance.accused)])
        facts["accused"] = tuple(Name(each) for each in identifiers_of(context, accused))
        matter = tuple(each for each in facts["about"] if each not in facts["accused"])  # type: ignore[union-attr, operator]
        facts["about"] = matter or facts["accused"]
    if charged:
        facts |= {"accused": charged.names, "about": charged.sides}
    context.ledger.state(span, act, facts, pattern=f"statement:{utterance.name}", confidence=utterance.confidence)
    context.ledger.attribute(span, said.speaker, said.relay)
    for named in (said.mention, charged.mention if charged else None):
        attest(context, span, named, act, f"statement:{utterance.name}")


def _day_of(sentence: Sentence, utterance: Utterance) -> dict[str, Object]:
    """Give the day on which something was said: the one between the verb and the words, or before the verb, or of the timeline."""
    begin, end = utterance.begin, utterance.gist[0]
    inside = (
        pattern(r"(?P<date>{D})").search(sentence.text, utterance.verb[1], end) if end > utterance.verb[1] else None
    )
    before = pattern(r"^[وف]*(?:(?:في|يوم) )?(?P<date>{D}) ?[،:]?[^.؛\ue000-\uf8ff]{0,12}$").match(
        sentence.text[:begin]
    )
    found = inside or before
    mention = sentence.skeleton.mention(found["date"]) if found else sentence.day
    return {"statementDate": Words(mention.begin, mention.end)} if mention is not None else {}


def _endorsed(context: Context, sentence: Sentence, words: str, said: Said) -> tuple[Name, ...]:
    """Give the statements of another that the speaker agrees with: «يتفق مع تصريحات الرئيس»."""
    if not endorses(words):
        return ()
    found: list[Name] = []
    for mention in sentence.skeleton.inside(words):
        for identifier in identifiers_of(context, mention) if mention.kind in (Kind.OFFICIAL, Kind.PERSON) else ():
            found.extend(context.spoken.get(identifier, ()) if identifier != said.speaker.local else ())
    return tuple(found)


def _occasion(context: Context, sentence: Sentence, utterance: Utterance) -> dict[str, tuple[Name, ...]]:
    """Give the signing at which something is said: «خلال مراسم توقيع الاتفاقية»."""
    found = pattern(
        r"(?:خلال|في ختام|عقب|بعد|اثر|علي هامش|لدي) (?:مراسم |حفل )?(?:ال)?توقيع (?:علي )?(?P<what>{I})"
    ).search(sentence.text, 0, max(utterance.gist[0], utterance.whole[0]))
    what = sentence.skeleton.mention(found["what"]) if found else None
    names = (
        tuple(Name(f"signing-{each.provisional}#") for each in instruments_at(context, sentence, what) if each.signed)
        if what
        else ()
    )
    return {"occasion": names} if names else {}


_STEMS: Final = {
    "Claim": "claim",
    "Evaluation": "evaluation",
    "Accusation": "accusation",
    "Prediction": "prediction",
    "Warning": "warning",
    "Commitment": "commitment",
    "IntentionStatement": "intention",
    "HopeStatement": "hope",
    "Endorsement": "endorsement",
}


def _is_of_deeds(kind: str, words: str) -> bool:
    """Tell what says what is to be done from what says how things are."""
    return kind not in ("Accusation", "Warning") and (kind != "Claim" or mood_of(kind, words) == "future")


def _about(context: Context, sentence: Sentence, words: str, said: Said) -> Iterator[Name]:
    seen: set[str] = set()
    first = sentence.skeleton.mention(words.lstrip('" ')[:1])
    for mention in sentence.skeleton.inside(words):
        names: tuple[str, ...] = ()
        if mention.kind is Kind.INSTRUMENT:
            names = tuple(
                f"{each.provisional}#" for each in instruments_at(context, sentence, mention) if not each.is_domestic
            )
        elif mention.kind in (Kind.POLITY, Kind.ORGANIZATION) or _is_land_of(sentence, mention):
            names = tuple(
                each.identifier
                for each in context.things_of(mention)
                if not (each.identifier == said.own and (mention is said.mention or mention is first))
            )
        for name in names:
            if name not in seen:
                seen.add(name)
                yield Name(name)
    if not seen:
        yield from [Name(f"{each.provisional}#") for each in _at_hand(context, sentence)] or _own_side(words, said)


def _is_land_of(sentence: Sentence, mention: Mention) -> bool:
    """Tell an adjective that stands for its polity: «الأراضي الفنلندية», «الشعب الكوري»."""
    place = sentence.place_of(mention) if mention.kind is Kind.ADJECTIVE else None
    return place is not None and pattern(_LAND).search(sentence.text[max(0, place - 14) : place]) is not None


_LAND: Final = r"{b}[وفبل]?(?:ال|لل)(?:اراضي|شعب|سياده|جانب|دوله|مياه|حدود|سلطات|جزيره|مناطق) $"


def _own_side(words: str, said: Said) -> list[Name]:
    """Give the speaker's own side, which words that name nothing else are about: «بلاده لم تطلب شيئا»."""
    return (
        [Name(said.own)] if said.own and pattern(r"{b}[وبل]?(?:بلاده|بلادها|حكومته|حكومتها){e}").search(words) else []
    )


def _at_hand(context: Context, sentence: Sentence) -> tuple[KnownInstrument, ...]:
    """Give the instrument that the sentence or the one before speaks of, which words that name nothing are about."""
    begin = context.sentences[max(0, sentence.place - 1)].stretch.begin
    near = [
        each for each in context.instruments if begin <= each.last_place < sentence.stretch.end and not each.is_domestic
    ]
    return tuple(near) if len(near) == 1 else ()
