"""What the words of an instrument's subject tell: a referendum to hold, a force to set up, units that change sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.bodies import Body, units_within
from ..mentions.groups import coordinated
from ..mentions.records import Kind, Thing
from ..mentions.skeleton import pattern
from .context import Sentence
from .forces import joint_forces
from .ledger import Name, Term
from .modality import Modality, modality_of
from .referendums import decide_on_voting

if TYPE_CHECKING:
    import re

    from ..mentions.instruments import InstrumentWords
    from ..mentions.records import Mention
    from ..mentions.skeleton import Skeleton
    from .context import Context
    from .instruments import KnownInstrument
    from .ledger import Object


def read_subjects(context: Context, sentence: Sentence) -> None:
    """State what the subjects of a sentence's instruments tell."""
    for place, character in enumerate(sentence.text):
        mention = sentence.skeleton.mentions.get(character)
        if mention is None or mention.kind is not Kind.INSTRUMENT:
            continue
        known = context.instruments.of_mention.get((mention.begin, mention.end), ())
        if len(known) == 1 and modality_of(sentence, place) is not Modality.DENIED:
            _read(context, sentence, place, mention, known[0])


def _read(context: Context, sentence: Sentence, place: int, mention: Mention, known: KnownInstrument) -> None:
    words: InstrumentWords = mention.data  # type: ignore[assignment]
    opened = coordinated(sentence.skeleton.opened(sentence.text[place]))
    span, thing = (mention.begin, mention.end), Name(f"{known.provisional}#")
    if words.subject is not None:
        _referendum(context, sentence, place, opened, (span, thing, known))
        for force in joint_forces(context, Sentence(sentence.place, sentence.stretch, opened)):
            if pattern(_SET_UP).search(opened.text):
                context.ledger.state(span, thing, {"establishes": force}, pattern="content:force", confidence=0.8)
    _moved_units(context, opened, (span, thing), begin=0)
    if not words.definite or pattern(_PROVIDING).search(sentence.text[:place]):
        _moved_units(context, sentence.skeleton, (span, thing), begin=place)


_PROVIDING: Final = r"{b}[وف]?(?:تقضي|يقضي|قضت|قضي|تنص|ينص|نصت|نص|تتضمن|يتضمن) $"
_SET_UP: Final = r"{w}[بل]?(?:انشاء|تشكيل|تاسيس|اقامه|استحداث|تكوين)"


def _referendum(
    context: Context,
    sentence: Sentence,
    place: int,
    opened: Skeleton,
    told: tuple[tuple[int, int], Name, KnownInstrument],
) -> None:
    span, thing, known = told
    event = decide_on_voting(context, sentence, place, opened) if known.is_domestic else None
    if event is not None:
        context.ledger.state(span, thing, {"providesFor": event}, pattern="content:referendum", confidence=0.8)
        _keep_its_date(context, event)


def _keep_its_date(context: Context, event: Name) -> None:
    """Leave the day of a referendum to it alone: «وقّع قرارا بإجراء استفتاء في أكتوبر» tells no day of signing."""
    dates = {claim.object for claim in context.ledger.about(event) if claim.predicate == "eventDate"}
    context.ledger.drop(
        lambda claim: claim.predicate == "eventDate" and claim.object in dates and claim.subject != event
    )


_MOVED: Final = r"(?:انضمام|ضم|الحاق|دمج|ادماج|اندماج) (?P<units>{F}|(?:بعض )?(?:ال)?(?:وحدات|كتايب|الويه|تشكيلات) من (?P<own>جيش|قوات)(?:ها|ه)) (?:الي|في|ب) ?(?:(?:قوام|صفوف|تشكيلات) )?(?P<force>{F})"


def _moved_units(context: Context, skeleton: Skeleton, told: tuple[tuple[int, int], Name], *, begin: int) -> None:
    """State what is to be part of whose forces: «انضمام بعض وحدات جيش … إلى القوات المسلحة …»."""
    match = pattern(_MOVED).search(skeleton.text, begin)
    if match is None:
        return
    force = skeleton.mentions[match["force"]].data
    units = skeleton.mention(match["units"]) if len(match["units"]) == 1 else None
    mentioned = units.data if units is not None else _own_units(skeleton, match)
    if not isinstance(force, Body) or not isinstance(mentioned, Body):
        return
    (start, stop), thing = told
    span = (start, max(stop, skeleton.span(*match.span())[1]))
    name = Name(mentioned.identifier)
    facts: dict[str, Name | Term] = {"plannedComponentOf": Name(force.identifier)}
    if units is None and mentioned.within is not None:
        facts["componentOf"] = Name(mentioned.within.identifier)
    context.ledger.state(span, name, facts, pattern="content:units", confidence=0.75)
    if units is not None:
        about: dict[str, Object] = {"providesAction": Term("forceIntegration"), "concerns": name}
        context.ledger.state(span, thing, about, pattern="content:units", confidence=0.75)


def _own_units(skeleton: Skeleton, match: re.Match[str]) -> Body | None:
    """Give the units of the army of the polity that stands before: «… بعض الوحدات من جيشها»."""
    owner = next(iter(reversed(list(skeleton.inside(skeleton.text[: match.start()], Kind.POLITY)))), None)
    if owner is None or len(owner.things) != 1:
        return None
    stem = "army" if match["own"] == "جيش" else "armed-forces"
    return units_within(Thing(f"{stem}-of-{owner.things[0].identifier}", "ArmedForces"), owner.things[0])
