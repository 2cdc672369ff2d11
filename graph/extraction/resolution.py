"""Resolution: what an article speaks of and the graph already has keeps its name; in doubt both stay, with a note.

Nothing is merged for the likeness of letters alone. A polity or organization is the one that carries the same name; an office the
one of the same kind and owner; a person the one of the same full name who holds an office of the same owner; an instrument the one
with the same parties, kind and title, signed in the same time.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from ..folding import folded
from ..namespaces import INDIVIDUALS, INFERRED_GRAPH, MITHAQ, SKOS, TYPE
from .facts.instrument_names import stems
from .facts.ledger import TYPE as CLASS
from .facts.ledger import Name, Printed, Term, Value, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyoxigraph import Store

    from .facts.ledger import Claim
    from .proposals import Proposals

_NAMED: Final = frozenset(
    {"Polity", "State", "PartiallyRecognizedState", "FormerState", "InternationalOrganization", "NewsAgency"}
)
_OFFICES: Final = frozenset({"Office", "HeadOfStateOffice", "MinisterOffice", "SpeakerOffice", "MilitaryPost"})
_INSTRUMENTS: Final = frozenset(
    {"Treaty", "BilateralTreaty", "Agreement", "InternationalInstrument", "ExchangeOfNotes"}
)
_DATED: Final = ("earliest", "latest")


@dataclass(slots=True)
class Known:
    """What a graph says of its individuals: for each the values of each property, by local names."""

    values: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))

    def of_class(self, classes: frozenset[str]) -> list[str]:
        """Give the individuals of some classes, in the order of their names."""
        return sorted(each for each, facts in self.values.items() if facts[CLASS] & classes)

    def get(self, individual: str, predicate: str) -> set[str]:
        """Give the values of a property."""
        return self.values[individual][predicate] if individual in self.values else set()


def known_in(store: Store) -> Known:
    """Read what a store states, leaving out what is inferred."""
    known = Known()
    for quad in store.quads_for_pattern(None, None, None):
        subject, predicate = quad.subject, quad.predicate
        if not isinstance(subject, NamedNode) or quad.graph_name == INFERRED_GRAPH:
            continue
        if predicate == TYPE or predicate.value.startswith(MITHAQ) or predicate.value == SKOS + "prefLabel":
            name = CLASS if predicate == TYPE else predicate.value.removeprefix(MITHAQ).removeprefix(SKOS)
            known.values[_local(subject.value)][name].add(_value(quad.object))
    return known


def _local(iri: str) -> str:
    return iri.removeprefix(INDIVIDUALS)


def _value(term: object) -> str:
    if isinstance(term, NamedNode):
        return term.value.removeprefix(INDIVIDUALS).removeprefix(MITHAQ)
    return folded(term.value) if isinstance(term, Literal) else ""


def resolve(proposals: Proposals, known: Known) -> Proposals:
    """Give what the graph already has its name there; note where two may be the same."""
    own = _own(proposals)
    names = _named(own, known)
    names |= _offices(own, known, names)
    persons, doubts = _persons(own, known, names)
    names |= persons
    instruments, more = _instruments(own, known, names)
    names |= instruments
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


def _own(proposals: Proposals) -> Known:
    """Put the proposals in the form of what is known."""
    own = Known()
    dates: dict[tuple[int, int], dict[str, str]] = defaultdict(dict)
    for claim in proposals.claims:
        if isinstance(claim.subject, Words) and isinstance(claim.object, Value):
            dates[claim.subject.begin, claim.subject.end][claim.predicate] = claim.object.text
    for claim in proposals.claims:
        if isinstance(claim.subject, Name):
            own.values[claim.subject.local][claim.predicate].add(_said(proposals, claim))
            if isinstance(claim.object, Words) and claim.predicate == "eventDate":
                found = dates.get((claim.object.begin, claim.object.end), {})
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


def _named(own: Known, known: Known) -> dict[str, str]:
    """Match polities and organizations by their names; a name that two carry matches neither."""
    carriers: dict[str, set[str]] = defaultdict(set)
    for each in known.of_class(_NAMED):
        for name in known.get(each, "name") | known.get(each, "prefLabel"):
            carriers[name].add(each)
    found: dict[str, str] = {}
    candidates = {each for each in own.values if own.get(each, CLASS) & _NAMED or not own.get(each, CLASS)}
    for each in sorted(candidates - set(known.of_class(_NAMED))):
        matches = {other for name in own.get(each, "name") for other in carriers.get(name, ())}
        if len(matches) == 1:
            found[each] = matches.pop()
    return found


def _offices(own: Known, known: Known, names: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    theirs = known.of_class(_OFFICES)
    for each in own.of_class(_OFFICES):
        matches = [other for other in theirs if other != each and _same_office(own, each, known, other, names)]
        if len(matches) == 1 and each not in theirs:
            found[each] = matches[0]
    return found


def _same_office(own: Known, ours: str, known: Known, theirs: str, names: Mapping[str, str]) -> bool:
    owner = {names.get(each, each) for each in own.get(ours, "officeOf")}
    if not owner or owner != known.get(theirs, "officeOf") or not own.get(ours, CLASS) & known.get(theirs, CLASS):
        return False
    return "HeadOfStateOffice" in own.get(ours, CLASS) or bool(
        own.get(ours, "officeTitle") & known.get(theirs, "officeTitle")
    )


def _persons(own: Known, known: Known, names: Mapping[str, str]) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Match persons by full name and a common owner of their offices; the same name alone is a doubt."""
    found: dict[str, str] = {}
    doubts: list[tuple[str, str]] = []
    ours_of, theirs_of = _owners(own, names), _owners(known, {})
    theirs = known.of_class(frozenset({"Person"}))
    for each in own.of_class(frozenset({"Person"})):
        full = {name for name in own.get(each, "name") if " " in name}
        matches = [other for other in theirs if full & known.get(other, "name")]
        sure = [other for other in matches if ours_of[each] & theirs_of[other]]
        if each in theirs or not matches:
            continue
        if len(sure) == 1:
            found[each] = sure[0]
        else:
            doubts += [(each, other) for other in matches]
    return found, doubts


def _owners(known: Known, names: Mapping[str, str]) -> Mapping[str, set[str]]:
    """Give for each person the polities and bodies whose offices he holds."""
    found: dict[str, set[str]] = defaultdict(set)
    for tenure in known.of_class(frozenset({"Tenure"})):
        for holder in known.get(tenure, "holder"):
            for office in known.get(tenure, "heldOffice"):
                found[holder] |= {
                    names.get(each, each)
                    for each in known.get(names.get(office, office), "officeOf") | known.get(office, "officeOf")
                }
    return found


def _instruments(own: Known, known: Known, names: Mapping[str, str]) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Match instruments by parties, kind, title and time of signing; where the time is not known it is a doubt."""
    found: dict[str, str] = {}
    doubts: list[tuple[str, str]] = []
    signed, known_signed = _signed(own), _signed(known)
    theirs = known.of_class(_INSTRUMENTS)
    for each in own.of_class(_INSTRUMENTS):
        parties = {names.get(party, party) for party in own.get(each, "party")}
        alike = [
            other
            for other in theirs
            if len(parties) >= 2 and parties == known.get(other, "party") and _same_kind(own, each, known, other)
        ]
        titled = [
            other
            for other in alike
            if _same_title(own.get(each, "titleAsReported"), known.get(other, "titleAsReported"))
        ]
        sure = [other for other in titled if _same_time(signed[each], known_signed[other])]
        if each in theirs:
            continue
        if len(sure) == 1:
            found[each] = sure[0]
        else:
            doubts += [(each, other) for other in titled if not _another_time(signed[each], known_signed[other])]
    return found, doubts


def _same_kind(own: Known, ours: str, known: Known, theirs: str) -> bool:
    treaties = frozenset({"Treaty", "BilateralTreaty"})
    one, other = own.get(ours, CLASS) & _INSTRUMENTS, known.get(theirs, CLASS) & _INSTRUMENTS
    return bool(one & other) or bool(one & treaties and other & treaties)


def _same_title(ours: set[str], theirs: set[str]) -> bool:
    for one in ours:
        for other in theirs:
            a, b = set(stems(one)), set(stems(other))
            if a and b and len(a & b) / min(len(a), len(b)) >= 0.66:
                return True
    return False


def _signed(known: Known) -> Mapping[str, set[tuple[str, str]]]:
    """Give for each instrument the first and last days between which it was signed, as far as the graph tells."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for event in known.of_class(frozenset({"SigningEvent"})):
        days: set[tuple[str, str]] = set()
        for value in known.get(event, "dated"):
            first, _, last = value.partition("/")
            days.add((first, last))
        for date in known.get(event, "eventDate"):
            first, last = (next(iter(known.get(date, each)), "") for each in _DATED)
            days.add((first, last))
        for instrument in known.get(event, "signedInstrument"):
            found[instrument] |= {(first, last) for first, last in days if first and last}
    return found


def _same_time(one: Iterable[tuple[str, str]], other: Iterable[tuple[str, str]]) -> bool:
    return any(a[0] <= b[1] and b[0] <= a[1] for a in one for b in other)


def _another_time(one: set[tuple[str, str]], other: set[tuple[str, str]]) -> bool:
    return bool(one) and bool(other) and not _same_time(one, other)


def _dependent(own: Known, known: Known, names: Mapping[str, str]) -> dict[str, str]:
    """Events and tenures that say the same of the same: one signing of an instrument, one tenure of a person in an office."""
    found: dict[str, str] = {}
    for kind, keys in (
        ("Tenure", ("holder", "heldOffice")),
        ("SigningEvent", ("signedInstrument",)),
        ("EntryIntoForce", ("affects",)),
    ):
        of_kind = frozenset({kind})
        theirs = {tuple(frozenset(known.get(each, key)) for key in keys): each for each in known.of_class(of_kind)}
        for each in own.of_class(of_kind):
            same = theirs.get(tuple(frozenset(names.get(value, value) for value in own.get(each, key)) for key in keys))
            if same and same != each and own.get(each, "eventStatus") == known.get(same, "eventStatus"):
                found[each] = same
    return found


def _node(node: Name, names: Mapping[str, str]) -> Name:
    return Name(names.get(node.local, node.local))


def _renamed(claim: Claim, names: Mapping[str, str]) -> Claim:
    subject = _node(claim.subject, names) if isinstance(claim.subject, Name) else claim.subject
    node = _node(claim.object, names) if isinstance(claim.object, Name) else claim.object
    return replace(claim, subject=subject, object=node)


def _note(proposals: Proposals, ours: str, theirs: str) -> Iterable[tuple[tuple[int, int], str, str]]:
    """Note beside the words that name something that it is possibly the same as something the graph has."""
    naming = ("name", "titleAsReported")
    place = next(
        (
            (claim.begin, claim.end)
            for claim in proposals.claims
            if claim.subject == Name(ours) and claim.predicate in naming
        ),
        None,
    )
    if place is not None:
        yield place, f"possibly same: id:{ours} and id:{theirs}", f"ربما كانا واحدا: id:{ours} و id:{theirs}"
