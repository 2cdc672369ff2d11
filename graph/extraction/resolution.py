"""Resolution: what an article speaks of and the graph already has keeps its name; in doubt both stay, with a note.

Nothing is merged for the likeness of letters alone. A polity or organization is the one that carries the same name; an office the
one of the same kind and owner; a person the one of the same full name who holds an office of the same owner; an instrument the one
with the same parties, kind and title, signed in the same time, and without a title on the same day.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ..folding import folded
from .facts.instrument_names import stems
from .facts.ledger import TYPE as CLASS
from .facts.ledger import Name, Printed, Term, Value, Words
from .known import Told

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .facts.ledger import Claim
    from .known import Known, Sayings
    from .proposals import Proposals

    Days = tuple[str, str]

_NAMED: Final = frozenset(
    {"Polity", "State", "PartiallyRecognizedState", "FormerState", "InternationalOrganization", "NewsAgency"}
)
_OFFICES: Final = frozenset({"Office", "HeadOfStateOffice", "MinisterOffice", "SpeakerOffice", "MilitaryPost"})
_PERSONS: Final = frozenset({"Person"})
_TREATIES: Final = frozenset({"Treaty", "BilateralTreaty"})
_INSTRUMENTS: Final = frozenset({*_TREATIES, "Agreement", "InternationalInstrument", "ExchangeOfNotes"})
_BASES: Final = frozenset({"MilitaryBase"})
_DATED: Final = ("earliest", "latest")
_DEPENDENT: Final = (
    ("Tenure", ("holder", "heldOffice")),
    ("SigningEvent", ("signedInstrument",)),
    ("EntryIntoForce", ("affects",)),
)
"""Events and tenures that are the same where these properties say the same."""
_ALIKE: Final = 0.66


def resolve(proposals: Proposals, known: Known) -> Proposals:
    """Give what the graph already has its name there; note where two may be the same."""
    own = _own(proposals)
    names = _named(own, known)
    names |= _offices(own, known, names)
    persons, doubts = _persons(own, known, names)
    names |= persons
    instruments, more = _instruments(own, known, names)
    names |= instruments
    doubts += _bases(own, known, names)
    names |= _dependent(own, known, names)
    claims = tuple(dict.fromkeys(_renamed(claim, names) for claim in proposals.claims))
    notes = tuple(note for ours, theirs in (*doubts, *more) for note in _note(proposals, ours, theirs))
    return replace(
        proposals,
        claims=claims,
        notes=(*proposals.notes, *notes),
        labels=tuple(
            each
            for each in proposals.labels
            if each.identifier not in names and not known.get(each.identifier, "prefLabel")
        ),
        attributions={
            place: (_node(speaker, names), _node(relay, names) if relay else None)
            for place, (speaker, relay) in proposals.attributions.items()
        },
    )


def _own(proposals: Proposals) -> Told:
    """Put the proposals in the form of what is known."""
    own = Told()
    dates: dict[Words, dict[str, str]] = defaultdict(dict)
    for claim in proposals.claims:
        if isinstance(claim.subject, Words) and isinstance(claim.object, Value):
            dates[claim.subject][claim.predicate] = claim.object.text
    for claim in proposals.claims:
        if isinstance(claim.subject, Name):
            own.values[claim.subject.local][claim.predicate].add(_said(proposals, claim))
            if isinstance(claim.object, Words) and claim.predicate == "eventDate":
                found = dates[claim.object]
                own.values[claim.subject.local]["dated"].add("/".join(found.get(each, "") for each in _DATED))
    for label in proposals.labels:
        own.values[label.identifier]["name"].add(folded(label.arabic))
    return own


def _said(proposals: Proposals, claim: Claim) -> str:
    node = claim.object
    if isinstance(node, Name | Term):
        return node.local
    if isinstance(node, Printed):
        return folded(proposals.article.text[node.begin : node.end])
    return node.text if isinstance(node, Value) else ""


def _named(own: Told, known: Known) -> dict[str, str]:
    """Match polities and organizations by their names; a name that two carry matches neither."""
    found: dict[str, str] = {}
    for each in sorted(own.values):
        classes = own.get(each, CLASS)
        if (classes and not classes & _NAMED) or known.get(each, CLASS) & _NAMED:
            continue
        matches = {other for name in own.get(each, "name") for other in _of(known, _NAMED, known.named(name))}
        if len(matches) == 1:
            found[each] = matches.pop()
    return found


def _of(known: Known, classes: frozenset[str], individuals: Iterable[str]) -> list[str]:
    return [each for each in individuals if known.get(each, CLASS) & classes]


def _new(own: Told, known: Known, classes: frozenset[str]) -> list[str]:
    """Give the article's individuals of some classes that the graph does not have by that name."""
    return [each for each in own.of_class(classes) if not known.get(each, CLASS) & classes]


def _offices(own: Told, known: Known, names: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in _new(own, known, _OFFICES):
        owners = {names.get(owner, owner) for owner in own.get(each, "officeOf")}
        candidates = {other for owner in owners for other in _of(known, _OFFICES, known.having("officeOf", owner))}
        matches = [
            other
            for other in sorted(candidates)
            if owners == known.get(other, "officeOf") and _same_office(own, each, known, other)
        ]
        if len(matches) == 1:
            found[each] = matches[0]
    return found


def _same_office(own: Told, ours: str, known: Known, theirs: str) -> bool:
    """Tell whether two offices of one owner are of one kind and, but for heads of state, of one title."""
    classes = own.get(ours, CLASS) & known.get(theirs, CLASS)
    titled = own.get(ours, "officeTitle") & known.get(theirs, "officeTitle")
    return bool(classes) and ("HeadOfStateOffice" in classes or bool(titled))


def _persons(own: Told, known: Known, names: Mapping[str, str]) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Match persons by full name and a common owner of their offices; the same name alone is a doubt."""
    found: dict[str, str] = {}
    doubts: list[tuple[str, str]] = []
    for each in _new(own, known, _PERSONS):
        full = sorted(name for name in own.get(each, "name") if " " in name)
        matches = sorted({other for name in full for other in _of(known, _PERSONS, known.named(name))})
        owners = {names.get(owner, owner) for owner in _owners(each, own)}
        sure = [other for other in matches if owners & _owners(other, known)]
        if len(sure) == 1:
            found[each] = sure[0]
        else:
            doubts += [(each, other) for other in matches]
    return found, doubts


def _owners(person: str, told: Sayings) -> set[str]:
    """Give the polities and bodies whose offices a person holds."""
    offices = {office for tenure in told.having("holder", person) for office in told.get(tenure, "heldOffice")}
    return {owner for office in offices for owner in told.get(office, "officeOf")}


def _instruments(own: Told, known: Known, names: Mapping[str, str]) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Match instruments by parties, kind, title and time of signing; where the time is not known it is a doubt."""
    found: dict[str, str] = {}
    doubts: list[tuple[str, str]] = []
    for each in _new(own, known, _INSTRUMENTS):
        parties = {names.get(party, party) for party in own.get(each, "party")}
        alike = [other for other in _binding(parties, known) if _same_kind(own, each, known, other)]
        titled = [other for other in alike if _same_titles(own, each, known, other)]
        bare = [other for other in alike if not _is_titled(own, each) and not _is_titled(known, other)]
        days = _signed(each, own)
        sure = [other for other in titled if _meet(days, _signed(other, known))]
        sure += [other for other in bare if _whole(days) & _whole(_signed(other, known))]
        if len(sure) == 1:
            found[each] = sure[0]
        else:
            doubts += [(each, other) for other in (*titled, *bare) if not _are_apart(days, _signed(other, known))]
    return found, doubts


def _bases(own: Told, known: Known, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Note the bases of one operator in one polity: whether it is one base no name tells."""
    doubts: list[tuple[str, str]] = []
    for each in _new(own, known, _BASES):
        hosts = {names.get(host, host) for host in own.get(each, "hostPolity")}
        operators = sorted(names.get(operator, operator) for operator in own.get(each, "operator"))
        bases = {other for operator in operators for other in _of(known, _BASES, known.having("operator", operator))}
        nameless = [other for other in sorted(bases) if not known.get(other, "name")]
        doubts += [(each, other) for other in nameless if hosts & known.get(other, "hostPolity")]
    return doubts


def _binding(parties: set[str], known: Known) -> list[str]:
    """Give the instruments of just these parties, two at least."""
    if len(parties) < 2:
        return []
    return [other for other in known.having("party", min(parties)) if known.get(other, "party") == parties]


def _same_kind(own: Told, ours: str, known: Known, theirs: str) -> bool:
    one, other = own.get(ours, CLASS) & _INSTRUMENTS, known.get(theirs, CLASS) & _INSTRUMENTS
    return bool(one & other) or bool(one & _TREATIES and other & _TREATIES)


def _is_titled(told: Sayings, instrument: str) -> bool:
    return any(map(stems, told.get(instrument, "titleAsReported")))


def _same_titles(own: Told, ours: str, known: Known, theirs: str) -> bool:
    return any(
        _same_title(title, another)
        for title in own.get(ours, "titleAsReported")
        for another in known.get(theirs, "titleAsReported")
    )


def _same_title(one: str, other: str) -> bool:
    ours, theirs = set(stems(one)), set(stems(other))
    return bool(ours and theirs) and len(ours & theirs) / min(len(ours), len(theirs)) >= _ALIKE


def _signed(instrument: str, told: Sayings) -> set[Days]:
    """Give the first and last days between which an instrument was signed, as far as it is told."""
    days: set[Days] = set()
    for event in told.having("signedInstrument", instrument):
        if "SigningEvent" not in told.get(event, CLASS):
            continue
        for value in told.get(event, "dated"):
            first, _, last = value.partition("/")
            days.add((first, last))
        for date in told.get(event, "eventDate"):
            first, last = (min(told.get(date, each), default="") for each in _DATED)
            days.add((first, last))
    return {(first, last) for first, last in days if first and last}


def _meet(one: Iterable[Days], other: Iterable[Days]) -> bool:
    return any(a[0] <= b[1] and b[0] <= a[1] for a in one for b in other)


def _whole(days: set[Days]) -> set[Days]:
    return {(first, last) for first, last in days if first == last}


def _are_apart(one: set[Days], other: set[Days]) -> bool:
    return bool(one) and bool(other) and not _meet(one, other)


def _dependent(own: Told, known: Known, names: Mapping[str, str]) -> dict[str, str]:
    """Match what says the same of the same: one signing of an instrument, one tenure of a person in an office."""
    found: dict[str, str] = {}
    for kind, keys in _DEPENDENT:
        for each in own.of_class(frozenset({kind})):
            same = _saying_the_same(own, each, known, (kind, keys), names)
            if len(same) == 1 and each not in same:
                found[each] = same[0]
    return found


def _saying_the_same(
    own: Told, ours: str, known: Known, of: tuple[str, tuple[str, ...]], names: Mapping[str, str]
) -> list[str]:
    kind, keys = of
    wanted = {key: {names.get(value, value) for value in own.get(ours, key)} for key in keys}
    wanted["eventStatus"] = own.get(ours, "eventStatus")
    candidates = known.having(keys[0], min(wanted[keys[0]])) if wanted[keys[0]] else []
    return [
        other
        for other in _of(known, frozenset({kind}), candidates)
        if all(known.get(other, key) == values for key, values in wanted.items())
    ]


def _node(node: Name, names: Mapping[str, str]) -> Name:
    return Name(names.get(node.local, node.local))


def _renamed(claim: Claim, names: Mapping[str, str]) -> Claim:
    subject = _node(claim.subject, names) if isinstance(claim.subject, Name) else claim.subject
    node = _node(claim.object, names) if isinstance(claim.object, Name) else claim.object
    return claim._replace(subject=subject, object=node)


def _note(proposals: Proposals, ours: str, theirs: str) -> Iterable[tuple[tuple[int, int], str, str]]:
    """Note beside the words that name something that it is possibly the same as something the graph has."""
    said = {each.predicate: (each.begin, each.end) for each in reversed(proposals.claims) if each.subject == Name(ours)}
    place = said.get("name") or said.get("titleAsReported") or (said.get(CLASS) if "operator" in said else None)
    if place is not None:
        yield place, f"possibly same: id:{ours} and id:{theirs}", f"ربما كانا واحدا: id:{ours} و id:{theirs}"
