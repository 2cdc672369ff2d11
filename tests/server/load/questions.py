"""Questions to a graph under load, and whether an answer fits the articles that are present."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

if TYPE_CHECKING:
    import random

    from pyoxigraph import QueryBoolean, QuerySolutions

    from .oracle import Oracle

ARTICLE: Final = "https://w3id.org/mithaq/article/"
_PREFIX: Final = "PREFIX mithaq: <https://w3id.org/mithaq#> "
_NAMES: Final = _PREFIX + "SELECT ?article { ?article a mithaq:Article }"
_SIZES: Final = _PREFIX + (
    "SELECT ?article (COUNT(*) AS ?size) { GRAPH ?article { ?article a mithaq:Article } GRAPH ?article { ?s ?p ?o } } "
    "GROUP BY ?article"
)


class Question(Protocol):
    """Something to ask."""

    @property
    def query(self) -> str:
        """The query."""

    @property
    def told(self) -> str:
        """What is asked, in short."""

    def fits(self, result: Any, names: frozenset[str]) -> bool:  # noqa: ANN401 - whatever the query gives
        """Tell whether a result is right where these articles are present."""


@dataclass(frozen=True)
class Names:
    """Which articles are there."""

    query: str = _NAMES
    told: str = "names"

    def fits(self, result: QuerySolutions, names: frozenset[str]) -> bool:
        """Compare the names."""
        return names_of(result) == names


@dataclass(frozen=True)
class Sizes:
    """How much the graph of each article holds."""

    oracle: Oracle
    query: str = _SIZES
    told: str = "sizes"

    def fits(self, result: QuerySolutions, names: frozenset[str]) -> bool:
        """Compare the sizes."""
        found = {_name(row["article"]): int(row["size"].value) for row in result}
        return found == {name: self._size(name) for name in names}

    def _size(self, name: str) -> int:
        own = f"<{ARTICLE}{name}>"
        return sum(str(quad.graph_name) == own for quad in self.oracle.quads(name))


@dataclass(frozen=True)
class Content:
    """What the graphs of one article hold, every triple of it."""

    oracle: Oracle
    name: str

    @property
    def query(self) -> str:
        """The query."""
        iri = f"{ARTICLE}{self.name}"
        return f'SELECT ?g ?s ?p ?o {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(?g = <{iri}> || STRSTARTS(STR(?g), "{iri}#")) }}'

    @property
    def told(self) -> str:
        """What is asked, in short."""
        return f"content of {self.name}"

    def fits(self, result: QuerySolutions, names: frozenset[str]) -> bool:
        """Compare the quads."""
        found = {(row["g"], row["s"], row["p"], row["o"]) for row in result}
        expected = self.oracle.quads(self.name) if self.name in names else ()
        return found == {(quad.graph_name, quad.subject, quad.predicate, quad.object) for quad in expected}


@dataclass(frozen=True)
class Stated:
    """Whether the graph as a whole holds what the articles that are there state of one thing."""

    oracle: Oracle
    name: str
    number: int

    @property
    def query(self) -> str:
        """The query."""
        triples = sorted(self.oracle.statements(self.name), key=str)
        triple = triples[self.number % len(triples)]
        return f"ASK {{ {triple.subject} {triple.predicate} {triple.object} }}"

    @property
    def told(self) -> str:
        """What is asked, in short."""
        return f"statement {self.number} of {self.name}"

    def fits(self, result: QueryBoolean, names: frozenset[str]) -> bool:
        """Expect yes where the article is there; where it is not, others may say the same."""
        return bool(result) or self.name not in names


def names_of(result: QuerySolutions) -> frozenset[str]:
    """Read names of articles."""
    return frozenset(_name(row["article"]) for row in result)


def _name(term: object) -> str:
    return str(term)[1:-1].removeprefix(ARTICLE)


def any_question(oracle: Oracle, chance: random.Random) -> Question:
    """Choose a question."""
    name = chance.choice(sorted(oracle.articles))
    questions = (Names(), Sizes(oracle), Content(oracle, name), Stated(oracle, name, chance.randrange(10_000)))
    return chance.choice(questions)


NAMES: Final = Names()
