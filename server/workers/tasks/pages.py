"""What the pages find out: the overview of the graph, the names in it, and the result of a query as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from pyoxigraph import NamedNode

from mithaq.graph import KnowledgeGraph

from ...overviews import Overview, overview_of
from ...query_limits import DEFAULT_LIMITS, QueryLimits
from ...readings.articles import ArticleReading, read_article
from ...readings.comparison import Comparison, compare_articles
from ...readings.entities import EntityReading, read_entity
from ...readings.names import Name, names_of
from ...readings.sections import Section, SectionTable, fill
from ...readings.vocabulary import Chapter, read_shapes, read_terms
from ...result_tables import MOST_ROWS, Cell, ResultTable, cell_of, labels_of, read_result, shown
from ...submissions import submissions_of
from .records import Inquiry, Readable

if TYPE_CHECKING:
    from mithaq.graph import Language

    from ...submissions import Part


@dataclass(frozen=True)
class GraphOverview(Inquiry[KnowledgeGraph, Overview]):
    """Tell the size of the graph and its articles."""

    kind: ClassVar[str] = "overview"

    def find(self, graph: KnowledgeGraph) -> Overview:
        """Read the overview."""
        return overview_of(graph)


@dataclass(frozen=True)
class QueryTable(Inquiry[Readable, ResultTable]):
    """Answer a query as a table for a page in one language."""

    kind: ClassVar[str] = "query"
    text: str
    language: Language
    most: int = MOST_ROWS
    limits: QueryLimits = DEFAULT_LIMITS

    def find(self, graph: Readable) -> ResultTable:
        """Read the table; raises ProblemError where a limit is broken."""
        self.limits.require(self.text, "query")
        return read_result(graph.query(self.text), graph, self.language, self.most)


@dataclass(frozen=True)
class JudgeQuery(Inquiry[Readable, None]):
    """Find out whether a query can be asked: it is asked of nothing."""

    kind: ClassVar[str] = "judge"
    text: str
    limits: QueryLimits = DEFAULT_LIMITS

    def find(self, graph: Readable) -> None:
        """Raise what is wrong with it: QueryError with the place, ProblemError where a limit is broken."""
        self.limits.require(self.text, "query")
        graph.query(self.text, default_graphs=(), named_graphs=())


@dataclass(frozen=True)
class AllNames(Inquiry[KnowledgeGraph, tuple[Name, ...]]):
    """Collect the names of everything."""

    kind: ClassVar[str] = "names"

    def find(self, graph: KnowledgeGraph) -> tuple[Name, ...]:
        """Read the names."""
        return names_of(graph)


@dataclass(frozen=True)
class ReadEntity(Inquiry[KnowledgeGraph, EntityReading]):
    """Read what the page of a thing tells."""

    kind: ClassVar[str] = "describe"
    iri: str
    language: Language
    sections: tuple[Section, ...]

    def find(self, graph: KnowledgeGraph) -> EntityReading:
        """Read it; raises ProblemError."""
        return read_entity(graph, self.iri, self.language, self.sections)


@dataclass(frozen=True)
class ReadArticle(Inquiry[KnowledgeGraph, ArticleReading]):
    """Read what the page of an article tells."""

    kind: ClassVar[str] = "describe"
    iri: str
    language: Language

    def find(self, graph: KnowledgeGraph) -> ArticleReading:
        """Read it; raises NotInGraphError."""
        return read_article(graph, self.iri, self.language)


@dataclass(frozen=True)
class ReadOverviews(Inquiry[KnowledgeGraph, tuple[SectionTable, ...]]):
    """Fill in the tables that tell of the whole graph."""

    kind: ClassVar[str] = "describe"
    language: Language
    sections: tuple[Section, ...]

    def find(self, graph: KnowledgeGraph) -> tuple[SectionTable, ...]:
        """Read them."""
        return tuple(fill(each, graph, self.language) for each in self.sections)


@dataclass(frozen=True)
class ReadVocabulary(Inquiry[KnowledgeGraph, tuple[Chapter, ...]]):
    """Read what the page of the ontology, or of the shapes, tells."""

    kind: ClassVar[str] = "describe"
    part: Literal["ontology", "shapes"]
    language: Language

    def find(self, graph: KnowledgeGraph) -> tuple[Chapter, ...]:
        """Read it."""
        read = read_terms if self.part == "ontology" else read_shapes
        return read(graph, self.language)


@dataclass(frozen=True)
class CompareArticles(Inquiry[KnowledgeGraph, Comparison]):
    """Compare what two articles say."""

    kind: ClassVar[str] = "describe"
    first: str
    second: str
    language: Language

    def find(self, graph: KnowledgeGraph) -> Comparison:
        """Compare them; raises NotInGraphError."""
        return compare_articles(graph, self.first, self.second, self.language)


@dataclass(frozen=True)
class Foresee(Inquiry[KnowledgeGraph, tuple[tuple[Cell, ...], ...]]):
    """Tell what would follow from facts that were handed in; they are not stored."""

    kind: ClassVar[str] = "validate"
    parts: tuple[Part, ...]
    language: Language

    def find(self, graph: KnowledgeGraph) -> tuple[tuple[Cell, ...], ...]:
        """Work it out; raises ParseError and ArticleError."""
        handed_in = submissions_of(self.parts)
        triples = {each for one in handed_in for each in graph.consequences(one.facts, one.article, one.sources)}
        ordered = [(triple.subject, triple.predicate, triple.object) for triple in sorted(triples, key=str)]
        iris = [term.value for terms in ordered for term in terms if isinstance(term, NamedNode)]
        labels = labels_of(graph, iris, self.language)
        return tuple(tuple(shown(term, labels) for term in terms) for terms in ordered)


@dataclass(frozen=True)
class Names(Inquiry[KnowledgeGraph, dict[str, Cell]]):
    """Tell what to call some things in one language."""

    kind: ClassVar[str] = "label"
    iris: tuple[str, ...]
    language: Language

    def find(self, graph: KnowledgeGraph) -> dict[str, Cell]:
        """Read their labels."""
        labels = labels_of(graph, self.iris, self.language)
        return {iri: cell for iri in self.iris if (cell := cell_of(NamedNode(iri), labels)) is not None}
