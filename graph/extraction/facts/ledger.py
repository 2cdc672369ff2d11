"""The ledger of proposed facts: each with the words that state it, the pattern that found it and how sure that pattern is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, partial
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    _Claims = dict[tuple[object, ...], "Claim"]


@dataclass(frozen=True, slots=True)
class Name:
    """An individual, by the last part of its IRI."""

    local: str


@dataclass(frozen=True, slots=True)
class Term:
    """A class, property or code of the ontology."""

    local: str


@dataclass(frozen=True, slots=True)
class Words:
    """A span of the article as a node: a date expression, a name form."""

    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Printed:
    """Words of the article as a value, as printed."""

    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Value:
    """A typed value: a date, a number, a duration, a truth value."""

    text: str
    datatype: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A span of another article as a node, in the places of its untouched text."""

    article: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Whole:
    """The article itself as a node."""


Node = Name | Words | Whole
Object = Name | Term | Words | Printed | Value | Elsewhere
TRUE = Value("true", "boolean")
TYPE = "type"
_Renamed = TypeVar("_Renamed")


class Claim(NamedTuple):
    """One triple in the words that state it; places are in the folded text. There are many, and a tuple is made fastest."""

    begin: int
    end: int
    subject: Node
    predicate: str
    object: Object
    pattern: str
    confidence: float

    @property
    def triple(self) -> tuple[int, int, Node, str, Object]:
        """What is said, and where."""
        return self.begin, self.end, self.subject, self.predicate, self.object


@dataclass(slots=True)
class Ledger:
    """All that is proposed for one article."""

    claims: dict[tuple[object, ...], Claim] = field(default_factory=dict)
    attributions: dict[tuple[int, int], tuple[Name, Name | None]] = field(default_factory=dict)
    notes: list[tuple[int, int, str, str]] = field(default_factory=list)
    origins: dict[tuple[int, int], set[str]] = field(default_factory=dict)
    _by_subject: dict[Node, _Claims] = field(default_factory=dict, repr=False)
    _by_object: dict[Object, _Claims] = field(default_factory=dict, repr=False)
    _by_place: dict[int, _Claims] = field(default_factory=dict, repr=False)

    def state(
        self,
        span: tuple[int, int],
        subject: Node,
        facts: Mapping[str, Object | Iterable[Object]],
        *,
        pattern: str,
        confidence: float,
    ) -> None:
        """Write down what a span states of a subject; of two patterns that say the same the surer one counts."""
        for predicate, given in facts.items():
            for value in _several(given):
                self.add(Claim(*span, subject, predicate, value, pattern, confidence))

    def add(self, claim: Claim) -> None:
        """Write down a claim, unless a pattern as sure has said the same."""
        triple = claim.triple
        known = self.claims.get(triple)
        if known is None or known.confidence < claim.confidence:
            self.claims[triple] = claim
            self._by_subject.setdefault(claim.subject, {})[triple] = claim
            self._by_object.setdefault(claim.object, {})[triple] = claim
            self._by_place.setdefault(claim.begin, {})[triple] = claim

    def about(self, subject: Node) -> tuple[Claim, ...]:
        """Give what is said of a subject, in the order in which it was said."""
        return tuple(self._by_subject.get(subject, {}).values())

    def naming(self, node: Object) -> tuple[Claim, ...]:
        """Give what is said with an object, in the order in which it was said."""
        return tuple(self._by_object.get(node, {}).values())

    def within(self, begin: int, end: int) -> Iterator[Claim]:
        """Go through what is said in words that begin in a stretch, by the places where they begin."""
        for place in range(begin, end):
            yield from self._by_place.get(place, {}).values()

    def drop(self, is_gone: Callable[[Claim], bool]) -> None:
        """Strike out some claims."""
        for triple in [triple for triple, claim in self.claims.items() if is_gone(claim)]:
            claim = self.claims.pop(triple)
            del self._by_subject[claim.subject][triple]
            del self._by_object[claim.object][triple]
            del self._by_place[claim.begin][triple]

    def take_all(self) -> list[Claim]:
        """Take all claims out, to be written down anew."""
        taken = list(self.claims.values())
        for each in (self.claims, self._by_subject, self._by_object, self._by_place):
            each.clear()
        return taken

    def attribute(self, span: tuple[int, int], speaker: Name, relay: Name | None) -> None:
        """Note to whom the article attributes what a span states, and through whom it came."""
        self.attributions[span] = (speaker, relay)

    def rename(self, names: Mapping[str, str], terms: Mapping[str, str], tag: str) -> None:
        """Give provisional individuals and classes their final names."""
        final = cache(partial(final_name, names=names, tag=tag))

        def renamed(node: _Renamed) -> _Renamed:
            if not isinstance(node, Name | Term):
                return node
            local = final(node.local) if isinstance(node, Name) else terms.get(node.local, node.local)
            return node if local == node.local else type(node)(local)

        for each in self.take_all():
            subject, value = renamed(each.subject), renamed(each.object)
            same = subject is each.subject and value is each.object
            made = (each.begin, each.end, subject, each.predicate, value, each.pattern, each.confidence)
            self.add(each if same else Claim(*made))
        self.attributions = {
            span: (renamed(speaker), renamed(relay) if relay else None)
            for span, (speaker, relay) in self.attributions.items()
        }

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.claims.values())


_PROVISIONAL: Final = re.compile(r"(#p?\d+)#")


def final_name(local: str, names: Mapping[str, str], tag: str) -> str:
    """Give the final name of a provisional individual, with one mark of the article at most."""
    return _tagged_once(_final(local, names), tag)


def _tagged_once(local: str, tag: str) -> str:
    """Keep one of the marks of the article that a composed name has gathered."""
    mark = f"-in-{tag}"
    return local.replace(mark, "") + mark if local.count(mark) > 1 else local


def _final(local: str, names: Mapping[str, str]) -> str:
    """Replace the provisional parts of a name («signing-#3») by their final ones."""
    if "#" not in local:
        return names.get(local, local)
    local = _PROVISIONAL.sub(lambda found: names.get(found[1], found[0]), local)
    return names.get(local, local)


def _several(given: Object | Iterable[Object]) -> Iterable[Object]:
    return (given,) if isinstance(given, Name | Term | Words | Printed | Value | Elsewhere) else given
