"""Precision, recall and F1 of proposed facts, per kind: strictly, and by overlap of evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ...namespaces import MITHAQ
from ...spans import Span
from .alignment import align, overlap
from .kinds import BROADER, KINDS, kind_of
from .records import Fact, FactSet

if TYPE_CHECKING:
    from collections.abc import Iterable

_ALIKE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Score:
    """How many facts were proposed, reviewed, and found."""

    proposed: int = 0
    reviewed: int = 0
    found: int = 0

    @property
    def precision(self) -> float:
        """The share of what was proposed that is right; 1 where nothing was."""
        return self.found / self.proposed if self.proposed else 1.0

    @property
    def recall(self) -> float:
        """The share of what was to be found that was; 1 where nothing was."""
        return self.found / self.reviewed if self.reviewed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.proposed + self.reviewed
        return 2 * self.found / total if total else 1.0

    def __add__(self, other: Score) -> Score:
        return Score(self.proposed + other.proposed, self.reviewed + other.reviewed, self.found + other.found)


@dataclass(frozen=True, slots=True)
class Miss:
    """A fact that was not found, or a false one, with its sentence."""

    kind: str
    fact: Fact
    sentence: str
    proposed: bool


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures by kind, and all misses by overlap."""

    strict: dict[str, Score]
    by_overlap: dict[str, Score]
    misses: tuple[Miss, ...] = field(default=())

    def total(self, *, strict: bool) -> Score:
        """Give the figures over all kinds."""
        return sum((self.strict if strict else self.by_overlap).values(), Score())

    def __add__(self, other: Evaluation) -> Evaluation:
        return Evaluation(
            _sum(self.strict, other.strict), _sum(self.by_overlap, other.by_overlap), self.misses + other.misses
        )


def _sum(one: dict[str, Score], other: dict[str, Score]) -> dict[str, Score]:
    return {kind: one.get(kind, Score()) + other.get(kind, Score()) for kind in KINDS if kind in one or kind in other}


def evaluate(candidate: FactSet, reviewed: FactSet) -> Evaluation:
    """Compare proposed facts with reviewed ones of the same article."""
    names = align(candidate, reviewed)
    proposed = {fact: _broadened(_renamed(fact, names), reviewed) for fact in candidate.facts}
    kinds = {fact: kind_of(fact, reviewed) for fact in reviewed.facts}
    kinds_proposed = {renamed: kind_of(fact, candidate) for fact, renamed in proposed.items()}
    strict = set(proposed.values()) & set(reviewed.facts)
    pairs = _overlapping(set(proposed.values()) - strict, set(reviewed.facts) - strict)
    pairs += [(fact, fact) for fact in strict]
    right, found = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    misses = [
        Miss(kinds[fact], fact, reviewed.sentence_of(fact.span), proposed=False)
        for fact in sorted(reviewed.facts - found)
    ]
    originals = {renamed: fact for fact, renamed in proposed.items()}
    misses += [
        Miss(kinds_proposed[fact], originals[fact], candidate.sentence_of(fact.span), proposed=True)
        for fact in sorted(set(proposed.values()) - right)
    ]
    return Evaluation(
        _scores(kinds_proposed, kinds, {fact: fact for fact in strict}),
        _scores(kinds_proposed, kinds, dict(pairs)),
        tuple(misses),
    )


def _renamed(fact: Fact, names: dict[str, str]) -> Fact:
    return Fact(
        fact.span,
        names.get(fact.subject, f"unmatched:{fact.subject}" if "/id/" in fact.subject else fact.subject),
        fact.predicate,
        names.get(fact.object, f"unmatched:{fact.object}" if "/id/" in fact.object else fact.object),
    )


def _broadened(fact: Fact, reviewed: FactSet) -> Fact:
    """Take a class for the broader one where the reviewed facts say no more than that."""
    broader = BROADER.get(fact.object.removeprefix(MITHAQ)) if fact.predicate == "type" else None
    known = reviewed.types.get(fact.subject, frozenset())
    if broader in known and fact.object.removeprefix(MITHAQ) not in known:
        return Fact(fact.span, fact.subject, fact.predicate, f"{MITHAQ}{broader}")
    return fact


def _overlapping(proposed: set[Fact], reviewed: set[Fact]) -> list[tuple[Fact, Fact]]:
    """Pair facts that say the same in overlapping words, the most overlapping first, each once."""
    index: dict[str, list[Fact]] = defaultdict(list)
    for fact in reviewed:
        index[fact.predicate].append(fact)
    possible = [
        (_shared(fact.span, other.span), fact, other)
        for fact in proposed
        for other in index[fact.predicate]
        if overlap(fact.span, other.span)
        and _same_node(fact.subject, other.subject)
        and _same_value(fact.object, other.object)
    ]
    pairs: dict[Fact, Fact] = {}
    taken: set[Fact] = set()
    for _, fact, other in sorted(possible, key=lambda each: (-each[0], each[1], each[2])):
        if fact not in pairs and other not in taken:
            pairs[fact] = other
            taken.add(other)
    return list(pairs.items())


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.begin, other.begin)


def _same_node(one: str, other: str) -> bool:
    if one == other:
        return True
    ours, theirs = Span.from_iri(one), Span.from_iri(other)
    return bool(ours and theirs and overlap(ours, theirs))


def _same_value(one: str, other: str) -> bool:
    if not one.startswith('"') or not other.startswith('"') or "^^" in one:
        return _same_node(one, other)
    ours, theirs = (set(each.strip('"').removesuffix('"@ar').split()) for each in (one, other))
    return len(ours & theirs) / max(1, len(ours | theirs)) >= _ALIKE


def _scores(proposed: dict[Fact, str], reviewed: dict[Fact, str], pairs: dict[Fact, Fact]) -> dict[str, Score]:
    """Count by kind; a pair counts for the kind of the reviewed fact on both sides."""
    ours = Counter(reviewed[pairs[fact]] if fact in pairs else kind for fact, kind in proposed.items())
    theirs, found = Counter(reviewed.values()), Counter(reviewed[fact] for fact in pairs.values())
    return {kind: Score(ours[kind], theirs[kind], found[kind]) for kind in KINDS if ours[kind] or theirs[kind]}


def evaluate_all(pairs: Iterable[tuple[FactSet, FactSet]]) -> Evaluation:
    """Compare article by article and add up."""
    total = Evaluation({}, {})
    for candidate, reviewed in pairs:
        total += evaluate(candidate, reviewed)
    return total
