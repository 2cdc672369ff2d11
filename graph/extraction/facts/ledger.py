"""The ledger of proposed facts: each with the words that state it, the pattern that found it and how sure that pattern is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


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


@dataclass(frozen=True, slots=True)
class Claim:
    """One triple in the words that state it; places are in the folded text."""

    begin: int
    end: int
    subject: Node
    predicate: str
    object: Object
    pattern: str
    confidence: float


@dataclass(slots=True)
class Ledger:
    """All that is proposed for one article."""

    claims: dict[tuple[object, ...], Claim] = field(default_factory=dict)
    attributions: dict[tuple[int, int], tuple[Name, Name | None]] = field(default_factory=dict)
    notes: list[tuple[int, int, str, str]] = field(default_factory=list)
    origins: dict[tuple[int, int], set[str]] = field(default_factory=dict)

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
                key = (*span, subject, predicate, value)
                known = self.claims.get(key)
                if known is None or known.confidence < confidence:
                    self.claims[key] = Claim(*span, subject, predicate, value, pattern, confidence)

    def attribute(self, span: tuple[int, int], speaker: Name, relay: Name | None) -> None:
        """Note to whom the article attributes what a span states, and through whom it came."""
        self.attributions[span] = (speaker, relay)

    def rename(self, names: Mapping[str, str], terms: Mapping[str, str], tag: str) -> None:
        """Give provisional individuals and classes their final names."""

        def renamed(node: object) -> object:
            if isinstance(node, Name):
                return Name(final_name(node.local, names, tag))
            return Term(terms.get(node.local, node.local)) if isinstance(node, Term) else node

        old, self.claims = list(self.claims.values()), {}
        for each in old:
            self.state(
                (each.begin, each.end),
                renamed(each.subject),  # type: ignore[arg-type]
                {each.predicate: renamed(each.object)},  # type: ignore[dict-item]
                pattern=each.pattern,
                confidence=each.confidence,
            )
        self.attributions = {
            span: (renamed(speaker), renamed(relay) if relay else None)  # type: ignore[misc]
            for span, (speaker, relay) in self.attributions.items()
        }

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.claims.values())


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
    for provisional, final in names.items():
        if provisional.startswith("#"):
            local = local.replace(f"{provisional}#", final)
    return names.get(local, local)


def _several(given: Object | Iterable[Object]) -> Iterable[Object]:
    return (given,) if isinstance(given, Name | Term | Words | Printed | Value | Elsewhere) else given
