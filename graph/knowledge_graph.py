"""The knowledge graph: the one object that everything else is a skin over."""

from __future__ import annotations

from functools import cached_property
from typing import IO, TYPE_CHECKING, Self

from pyoxigraph import Literal, NamedNode

from .articles import SOURCES_FILE, Article, read_article
from .assessment import KnownFinding, assess, known_findings
from .building import BuildReport, Progress, build
from .checking import check
from .corpus import Corpus, articles_of, corpus_of
from .errors import TermError
from .evidence import Evidence, evidence
from .export import export
from .facts import Facts, parse_facts
from .labels import labels
from .namespaces import ARTICLES
from .queries import QueryResult, query
from .shipped import BuildFiles, shipped_files
from .statistics import Statistics, count
from .store import Generation, is_current, open_store
from .summaries import ArticleSummary, summaries
from .terms import Term, parse_term
from .validation import Shapes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from .findings import Finding
    from .languages import Language
    from .report import ValidationReport


class KnowledgeGraph:
    """A built graph, open for reading: what it holds does not change while it is open.

    Several threads may share it. Use it in a `with` block, or close it.
    """

    def __init__(self, store: Path, generation: Generation) -> None:
        self._path = store
        self._generation = generation
        self._quads = generation.quads

    @classmethod
    def build(
        cls,
        store: Path,
        articles: Path | None = None,
        *,
        files: BuildFiles | None = None,
        progress: Progress | None = None,
    ) -> BuildReport:
        """Build a store from the shipped articles, another folder of articles, or other files altogether.

        A build whose facts do not conform writes nothing, and its report says why. Raises ParseError, ArticleError,
        ShapesError, StoreError; the store then is as it was.
        """
        return build(store, files or shipped_files(articles), progress)

    @classmethod
    def open(cls, store: Path) -> KnowledgeGraph:
        """Open a built store for reading; raises a StoreError that says what to do."""
        return cls(store, open_store(store))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store, so that a later build may remove what this object read."""
        self._generation.close()

    @property
    def store(self) -> Path:
        """The folder of the store."""
        return self._path

    @property
    def revision(self) -> str:
        """A short digest of everything that the graph holds: the same for the same content."""
        return self._generation.manifest.revision

    def is_current(self) -> bool:
        """Tell whether no later build has taken the place of what this object reads."""
        return is_current(self._path, self._generation)

    def query(
        self,
        text: str,
        *,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
    ) -> QueryResult:
        """Ask a SPARQL query; raises QueryError (syntax with line and column, SERVICE, broken off)."""
        return query(self._quads, text, default_graphs=default_graphs, named_graphs=named_graphs)

    def export(
        self,
        stream: IO[bytes],
        *,
        format: str = "turtle",  # noqa: A002 - the word of the field
        graphs: Sequence[str] | None = None,
        inferred: bool = True,
    ) -> None:
        """Write the graph, or some of its named graphs, to a stream; the same graph gives the same bytes."""
        export(self._quads, stream, syntax=format, graphs=graphs, inferred=inferred)

    def validate(
        self, facts: Facts, articles: Iterable[Article] = (), sources: Facts | None = None
    ) -> ValidationReport:
        """Judge new facts in the context of this graph; `articles` are texts that they bring with them."""
        return assess(self._corpus, self._shapes, self._known, facts, articles=articles, sources=sources)

    def validate_file(self, path: Path) -> ValidationReport:
        """Judge a file of new facts; the text NAME.txt and the sources.ttl beside it belong to it."""
        text, sources = path.with_suffix(".txt"), path.with_name(SOURCES_FILE)
        articles = [read_article(text)] if text.is_file() and text != path else []
        known_sources = parse_facts(sources) if articles and sources.is_file() else None
        return self.validate(parse_facts(path), articles, known_sources)

    def evidence(
        self,
        subject: Term | str | None,
        predicate: Term | str | None = None,
        object: Term | str | None = None,  # noqa: A002
    ) -> list[Evidence]:
        """Give the words behind all triples that fit a pattern; raises TermError where a text is no term."""
        subject, predicate, object_ = (_term(each) for each in (subject, predicate, object))
        return evidence(self._quads, _iri(subject), _iri(predicate), object_)

    def check(self) -> list[Finding]:
        """Look for everything that breaks a rule which the shapes cannot say: quotes, offsets, graphs, hygiene."""
        return check(self._quads)

    def stats(self) -> Statistics:
        """Count what the graph holds."""
        return count(self._quads)

    def labels(self, iris: Iterable[str], language: Language) -> Mapping[str, Literal]:
        """Give the best label, with the language it is in, for each IRI that has one."""
        return labels(self._quads, iris, language)

    def articles(self) -> list[ArticleSummary]:
        """List the articles, with what is known of each."""
        return summaries(self._quads)

    def text_of(self, article: str) -> str | None:
        """Give the text of an article, named by its IRI or its name; nothing where it is not known."""
        iri = article if article.startswith(ARTICLES) else ARTICLES + article
        return next((each.text for each in articles_of(self._quads) if each.iri == iri), None)

    @cached_property
    def _corpus(self) -> Corpus:
        return corpus_of(self._quads)

    @cached_property
    def _shapes(self) -> Shapes:
        return Shapes.from_quads(statement.quad for statement in self._corpus.shapes)

    @cached_property
    def _known(self) -> list[KnownFinding]:
        return known_findings(self._generation.report)


def _term(term: Term | str | None) -> Term | None:
    return parse_term(term) if isinstance(term, str) else term


def _iri(term: Term | None) -> NamedNode | None:
    if term is None or isinstance(term, NamedNode):
        return term
    raise TermError(str(term), "subjects and predicates are IRIs")
