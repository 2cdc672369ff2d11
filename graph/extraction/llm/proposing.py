"""Facts of a model's frames: each grounded, tied to what the rules have named, and marked with its origin."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Final

from ...folding import folded
from ..facts.ledger import TYPE, Name, Printed, Term
from ..facts.modality import Modality, is_in_speech, modality_of
from ..mentions.names import names
from .grounding import ground

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..facts.context import Context, Sentence
    from ..facts.instruments import KnownInstrument
    from ..facts.ledger import Object
    from ..mentions.records import Thing
    from .frames import Frame

CONFIDENCE: Final = 0.5
_TAKING_BACK: Final = frozenset({Modality.DENIED, Modality.CONDITIONAL})
_POSITIONS: Final = {
    "duty": ("Duty", "obligor"),
    "prohibition": ("Prohibition", "bearer"),
    "liberty": ("Liberty", "bearer"),
}

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many frames became facts, and how many did not: not in the article, taken back there, or about nothing known."""

    taken: int
    not_grounded: int
    taken_back: int
    not_tied: int


def propose(context: Context, frames: Iterable[Frame]) -> Tally:
    """Write the facts of frames to the ledger; what cannot be grounded, or is taken back, is dropped and counted."""
    outcomes: Counter[str] = Counter()
    near = 0
    for frame in frames:
        place = ground(frame.quote, context.folded, near=near)
        sentence = _sentence_of(context, place) if place is not None else None
        if place is None or sentence is None:
            outcomes["not_grounded"] += 1
            continue
        near = place[0]
        told = _as_told(sentence, frame, place)
        if told is None:
            outcomes["taken_back"] += 1
        else:
            outcomes["taken" if _state(context, told, place) else "not_tied"] += 1
    return Tally(*(outcomes[each.name] for each in fields(Tally)))


def _sentence_of(context: Context, place: Place) -> Sentence | None:
    inside = (each for each in context.sentences if each.stretch.begin <= place[0] and place[1] <= each.stretch.end)
    return next(inside, None)


def _as_told(sentence: Sentence, frame: Frame, place: Place) -> Frame | None:
    """Give a frame no surer than the words around its quote make it; nothing where they, or it, take it back."""
    if frame.kind == "statement":
        return frame if frame.status != "denied" else None
    begin = bisect_left(sentence.skeleton.begins, place[0])
    second = sentence.text.find(" ", begin) + 1  # a quote may begin with the word that denies it
    modality = modality_of(sentence, begin)
    taken_back = modality in _TAKING_BACK or modality_of(sentence, second) is Modality.DENIED
    if frame.status in {each.value for each in _TAKING_BACK} or taken_back or is_in_speech(sentence, begin):
        return None
    return replace(frame, status=modality.value) if modality is not Modality.ACTUAL else frame


def _state(context: Context, frame: Frame, place: Place) -> bool:
    sides = tuple(thing for side in frame.sides if (thing := _thing(context, side)))
    if len(sides) < len(frame.sides):
        return False
    if frame.kind == "recognition":
        return _recognition(context, frame, place, sides)
    if frame.kind == "statement":
        return _statement(context, frame, place)
    instrument = _instrument(context, frame, place, sides)
    if instrument is None:
        return False
    for thing in sides:
        context.polities.setdefault(thing.identifier, thing)
    return _OF_INSTRUMENTS[frame.kind](context, frame, place, instrument, sides)


def _thing(context: Context, words: str) -> Thing | None:
    """Find the polity or organization that words name, if the article has these words."""
    if ground(words, context.folded) is None:
        return None
    return next((mention.things[0] for mention in names().find(folded(words))), None)


def _instrument(context: Context, frame: Frame, place: Place, sides: tuple[Thing, ...]) -> KnownInstrument | None:
    """Find the instrument that the rules know at these words or by this title; else one of these sides, else a new one."""
    for (begin, end), known in context.instruments.of_mention.items():
        if place[0] <= begin and end <= place[1] and known:
            return known[0]
    title = ground(frame.instrument, context.folded, near=place[0])
    for (begin, end), known in context.instruments.of_mention.items():
        if title is not None and known and begin < title[1] and title[0] < end:
            return known[0]
    if title is None or len(sides) < 2:
        return None
    made = context.instruments.add("agreement", context.words(title))
    made.add_parties(each.identifier for each in sides)
    context.ledger.state(
        title,
        Name(f"{made.provisional}#"),
        {TYPE: Term(f"class-of-{made.provisional}"), "titleAsReported": Printed(*title)},
        pattern="model:instrument",
        confidence=CONFIDENCE,
    )
    return made


def _signing(
    context: Context, frame: Frame, place: Place, instrument: KnownInstrument, sides: tuple[Thing, ...]
) -> bool:
    thing, parties = Name(f"{instrument.provisional}#"), tuple(Name(each.identifier) for each in sides)
    facts: dict[str, Object | tuple[Object, ...]] = {
        TYPE: Term("SigningEvent"),
        "signedInstrument": thing,
        "eventStatus": Term(frame.status),
    }
    event = Name(f"signing-{instrument.provisional}#")
    if frame.status == "occurred":
        instrument.add_parties(each.local for each in parties)
        if parties:
            _write(context, place, thing, {"party": parties, "signatory": parties}, "model:signing")
    else:
        event = Name(f"planned-signing-{instrument.provisional}#") if instrument.signed else event
        facts |= {"participant": parties} if parties else {}
    _write(context, place, event, facts, "model:signing")
    return True


def _ratification(
    context: Context, frame: Frame, place: Place, instrument: KnownInstrument, sides: tuple[Thing, ...]
) -> bool:
    if len(sides) != 1 or instrument.is_domestic:
        return False
    polity = Name(sides[0].identifier)
    facts: dict[str, Object] = {
        TYPE: Term("Ratification"),
        "ratifiedInstrument": Name(f"{instrument.provisional}#"),
        "ratifyingPolity": polity,
        "eventStatus": Term(frame.status),
    }
    _write(
        context, place, Name(f"ratification-{instrument.provisional}#-by-{polity.local}"), facts, "model:ratification"
    )
    return True


def _recognition(context: Context, frame: Frame, place: Place, sides: tuple[Thing, ...]) -> bool:
    other = _thing(context, frame.other)
    if len(sides) != 1 or other is None or other.identifier == sides[0].identifier or frame.status != "occurred":
        return False
    facts: dict[str, Object] = {
        TYPE: Term("RecognitionAct"),
        "recognizer": Name(sides[0].identifier),
        "recognized": Name(other.identifier),
        "eventStatus": Term("occurred"),
    }
    _write(
        context, place, Name(f"recognition-of-{other.identifier}-by-{sides[0].identifier}"), facts, "model:recognition"
    )
    return True


def _position(
    context: Context, frame: Frame, place: Place, instrument: KnownInstrument, sides: tuple[Thing, ...]
) -> bool:
    content = ground(frame.content, context.folded, within=place)
    if content is None or frame.status != "occurred":
        return False
    kind, predicate = _POSITIONS[frame.kind]
    provision = Name(context.fresh(f"provision-of-model-{instrument.provisional}#"))
    position = Name(provision.local.replace("provision", frame.kind, 1))
    bearers: dict[str, Object | tuple[Object, ...]] = {"bearerBasis": Term("bearerNotStated")}
    if sides:
        bearers = {"bearerBasis": Term("bearerStated"), predicate: tuple(Name(each.identifier) for each in sides)}
    _write(context, place, Name(f"{instrument.provisional}#"), {"hasProvision": provision}, "model:provision")
    _write(context, place, provision, {TYPE: Term("Provision"), "createsPosition": position}, "model:provision")
    _write(context, place, position, {TYPE: Term(kind), "contentAsReported": Printed(*content)}, "model:provision")
    _write(context, place, position, bearers, "model:provision")
    return True


def _statement(context: Context, frame: Frame, place: Place) -> bool:
    gist = ground(frame.content, context.folded, within=place)
    person = context.people.find(folded(frame.person)) if frame.person else None
    if gist is None or person is None:
        return False
    act = Name(context.fresh(f"claim-of-model-{person.identifier}"))
    facts: dict[str, Object] = {
        TYPE: Term("Claim"),
        "speaker": Name(person.identifier),
        "gist": Printed(*gist),
        "modality": Term("actual"),
    }
    _write(context, place, act, facts, "model:statement")
    return True


_OF_INSTRUMENTS: Final = {
    "signing": _signing,
    "ratification": _ratification,
    **dict.fromkeys(_POSITIONS, _position),
}


def _write(
    context: Context,
    place: Place,
    subject: Name,
    facts: Mapping[str, Object | tuple[Object, ...]],
    pattern: str,
) -> None:
    """Write facts; what the rules say already in overlapping words gets the model as a second origin and no second graph."""
    rest: dict[str, Object | tuple[Object, ...]] = {}
    for predicate, given in facts.items():
        values = given if isinstance(given, tuple) else (given,)
        new = tuple(value for value in values if not _confirmed(context, place, (subject, predicate, value), pattern))
        if new:
            rest[predicate] = new
    context.ledger.state(place, subject, rest, pattern=pattern, confidence=CONFIDENCE)


def _confirmed(context: Context, place: Place, triple: tuple[Name, str, Object], pattern: str) -> bool:
    for claim in context.ledger.about(triple[0]):
        same = (claim.subject, claim.predicate, claim.object) == triple
        if same and claim.begin < place[1] and place[0] < claim.end and not claim.pattern.startswith("model:"):
            context.ledger.origins.setdefault((claim.begin, claim.end), set()).add(pattern)
            return True
    return False
