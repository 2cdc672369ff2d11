"""Which proposed individual is which reviewed one: by what is said of them and where, not by their names."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from .kinds import kind_of_node
from .records import Fact, FactSet, is_individual

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...spans import Span

_THRESHOLDS: Final = (6.0, 4.0, 3.0, 2.0, 1.0, 1.0)
_BROAD: Final = {
    "ratifications": "life",
    "endings": "life",
    "names": "names",
    "forces": "names",
    "signings": "signings",
}


def align(candidate: FactSet, reviewed: FactSet) -> dict[str, str]:
    """Give for proposed individuals the reviewed ones that they stand for, one for one, the surest pairs first."""
    theirs = _described(reviewed.facts)
    ours = _described(candidate.facts)
    found: dict[str, str] = {}
    for threshold in _THRESHOLDS:
        taken = set(found.values())
        scores = [
            (score, a, b)
            for a in ours
            if a not in found
            for b in _possible(a, candidate, reviewed, theirs)
            if b not in taken and (score := _score(a, b, ours[a], theirs[b], found)) >= threshold
        ]
        for _, a, b in sorted(scores, key=lambda each: (-each[0], each[1], each[2])):
            if a not in found and b not in taken:
                found[a] = b
                taken.add(b)
    return found


def _described(facts: Iterable[Fact]) -> Mapping[str, list[Fact]]:
    """Give for each individual the facts that it stands in."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in sorted(facts):
        for node in {fact.subject, fact.object}:
            if is_individual(node):
                found[node].append(fact)
    return found


def _possible(node: str, candidate: FactSet, reviewed: FactSet, theirs: Mapping[str, list[Fact]]) -> Iterable[str]:
    kind = _broad(kind_of_node(node, candidate))
    return (other for other in theirs if _broad(kind_of_node(other, reviewed)) == kind)


def _broad(kind: str) -> str:
    return _BROAD.get(kind, kind)


def _score(a: str, b: str, ours: list[Fact], theirs: list[Fact], found: Mapping[str, str]) -> float:
    """Count what both are said to be: the same words count most, then the same place, then known neighbours."""
    score = 1.5 if a == b else 0.0
    rest = list(theirs)
    for fact in ours:
        best, value = None, 0.0
        for other in rest:
            if other.predicate == fact.predicate and (worth := _worth(a, b, fact, other, found)) > value:
                best, value = other, worth
        if best is not None:
            rest.remove(best)
            score += value
    return score


def _worth(a: str, b: str, fact: Fact, other: Fact, found: Mapping[str, str]) -> float:
    if (fact.subject == a) != (other.subject == b):
        return 0.0
    near = 1.0 if fact.span == other.span else 0.5 if overlap(fact.span, other.span) else 0.0
    if fact.subject != a:
        return (1.0 + near) if found.get(fact.subject) == other.subject else 0.0
    if is_individual(fact.object):
        return (1.0 + near) if found.get(fact.object) == other.object else 0.0
    same = fact.object == other.object
    if fact.object.startswith('"'):
        return (2.0 + near if same else 0.5 * near) if fact.predicate in _TELLING else 0.5 * near * same
    return near * (1.0 if same else 0.5)


_TELLING: Final = frozenset(
    {
        "name",
        "titleAsReported",
        "officeTitle",
        "gist",
        "contentAsReported",
        "rawText",
        "lengthAsReported",
        "subjectMatter",
    }
)


def overlap(one: Span, other: Span) -> bool:
    """Tell whether two spans of one article share a letter."""
    return one.article == other.article and one.begin < other.end and other.begin < one.end
