"""The knowledge graph: the one object that everything else is a skin over."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cached_property
from typing import IO, TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from .auditing import audit
from .building import BuildReport, Progress, build
from .checking import check
from .corpus import article_in
from .engine import Engine
from .errors import TermError
from .evidence import Evidence, evidence
from .explanations import Explanation, explanation_of
from .export import export
from .labels import labels
from .namespaces import ARTICLES
from .open_graph import OpenGraph
from .shipped import BuildFiles, shipped_files
from .statistics import Statistics, count
from .store import (
    Change,
    Generation,
    Revision,
    Writing,
    back_up,
    difference,
    is_current,
    open_store,
    restore,
    revisions,
    writing,
)
from .submission import Submission, read_submission
from .summaries import ArticleSummary, summaries
from .terms import Term, parse_term
from .transactions import Transaction, add, amend, assess, consequences, retract

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from pyoxigraph import Triple

    from .articles import Article
    from .extraction import FoldedNames, Proposals
    from .facts import Facts
    from .findings import Finding
    from .languages import Language
    from .report import ValidationReport


class KnowledgeGraph(OpenGraph[Generation]):
    """A built graph at one revision, open for reading."""

    def __init__(self, store: Path, generation: Generation, engine: Engine | None = None) -> None:
        super().__init__(store, generation)
        self._known_engine = engine
        self._names: FoldedNames | None = None

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

    @classmethod
    @contextmanager
    def writing(cls, store: Path, *, patience: float = 0.0) -> Iterator[GraphWriter]:
        """Hold a built store for writing, alone; another writer is waited for as many seconds as given.

        Raises StoreBusyError and other StoreErrors that say what to do.
        """
        with writing(store, patience) as session:
            yield GraphWriter(session)

    @staticmethod
    def restore(backup: Path, store: Path) -> Revision:
        """Make a store hold what a backup holds; whoever reads the store goes on with it at once."""
        return restore(backup, store)

    @property
    def revision(self) -> Revision:
        """The revision that this object reads, with a digest that is the same for the same content."""
        return self._held.revision

    def is_current(self) -> bool:
        """Tell whether what this object reads is still the newest revision."""
        return is_current(self._path, self._held)

    def renewed(self) -> KnowledgeGraph:
        """Open the newest revision; what can be shared with this object is."""
        generation = open_store(self._path)
        if generation.folder != self._held.folder:
            return KnowledgeGraph(self._path, generation)
        renewed = KnowledgeGraph(self._path, generation, self._engine)
        renewed._names = self._names_until(generation.revision.number)
        return renewed

    def _names_until(self, revision: int) -> FoldedNames | None:
        if self._names is not None:
            self._names.learn(difference(self._path, self.revision.number, revision).added)
        return self._names

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

    def validate(self, facts: Facts, article: Article | None = None, sources: Facts | None = None) -> ValidationReport:
        """Judge new facts in the context of this graph; `article` is a text that they bring with them."""
        return assess(self._quads, self._engine, Submission(facts, article, sources))

    def validate_file(self, path: Path) -> ValidationReport:
        """Judge a file of new facts; the text NAME.txt and the sources.ttl beside it belong to it."""
        return assess(self._quads, self._engine, read_submission(path))

    def consequences(
        self, facts: Facts, article: Article | None = None, sources: Facts | None = None
    ) -> frozenset[Triple]:
        """Tell what would follow from new facts that does not hold yet; the graph stays as it is."""
        return consequences(self._quads, self._engine, Submission(facts, article, sources))

    def evidence(
        self,
        subject: Term | str | None,
        predicate: Term | str | None = None,
        object: Term | str | None = None,  # noqa: A002
    ) -> list[Evidence]:
        """Give the words behind all triples that fit a pattern; raises TermError where a text is no term."""
        subject, predicate, object_ = (_term(each) for each in (subject, predicate, object))
        return evidence(self._quads, _iri(subject), _iri(predicate), object_)

    def explain(self, subject: Term | str, predicate: Term | str, object: Term | str) -> Explanation:  # noqa: A002
        """Tell why a triple holds: the shortest proof, down to stated triples and the words behind them.

        Raises TermError where a text is no term.
        """
        subject, predicate, object_ = (
            parse_term(each) if isinstance(each, str) else each for each in (subject, predicate, object)
        )
        if not isinstance(predicate, NamedNode):
            raise TermError(str(predicate), "subjects and predicates are IRIs")
        return explanation_of(self._quads, self._engine, (subject, predicate, object_))

    def resolve(self, proposals: Iterable[Proposals]) -> Iterator[Proposals]:
        """Give what proposals speak of and this graph already has its name here; doubts are noted beside the words."""
        from .extraction import FoldedNames, Known, resolve  # noqa: PLC0415 - as long to import as all the rest

        self._names = self._names or FoldedNames.of(self._quads)
        known = Known(self._quads, self._names)
        return (resolve(each, known) for each in proposals)

    def check(self) -> list[Finding]:
        """Look for everything that breaks a rule which the shapes cannot say: quotes, offsets, graphs, hygiene."""
        return check(self._quads)

    def audit(self) -> ValidationReport:
        """Judge all that the graph holds anew: everything that is checked, every shape, and the closure."""
        return audit(self._quads, self._engine)

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
        try:
            node = NamedNode(article if article.startswith(ARTICLES) else ARTICLES + article)
        except ValueError:  # no IRI, so no article bears it
            return None
        found = article_in(self._quads, node)
        return found.text if found else None

    def revisions(self) -> Iterator[Revision]:
        """Go through the revisions of the store, the newest first."""
        return revisions(self._path)

    def difference(self, older: int, newer: int) -> Change:
        """Give the quads that were added and removed from one revision to another; raises RevisionUnknownError."""
        return difference(self._path, older, newer)

    def back_up(self, target: Path) -> Revision:
        """Copy the store with its history, at its newest revision, into a folder that is missing or empty."""
        return back_up(self._path, target)

    @contextmanager
    def changing(self, *, patience: float = 0.0) -> Iterator[GraphWriter]:
        """Hold the store for writing as above, with what this object knows already; this object stays as it is."""
        with writing(self._path, patience) as session:
            same = session.generation == self._held.folder.name
            yield GraphWriter(session, self._engine if same else None)

    @property
    def _engine(self) -> Engine:
        if self._known_engine is None:
            self._known_engine = Engine.of(self._held)
        return self._known_engine


class GraphWriter:
    """A built graph, held for writing: every change is judged first, and written as a whole or not at all."""

    def __init__(self, session: Writing, engine: Engine | None = None) -> None:
        self._session = session
        self._known_engine = engine

    @property
    def revision(self) -> Revision:
        """The newest revision."""
        return self._session.revision

    def add(self, submissions: Sequence[Submission], *, note: str | None = None) -> Transaction:
        """Add facts with their articles, all of them or, with a report that says why, none."""
        names = ", ".join(each.facts.file for each in submissions)
        return add(self._session, self._engine, submissions, note or f"add {names}")

    def retract(self, target: str, *, note: str | None = None) -> Transaction:
        """Take out an article or what one span of it states, unless what is left would not conform.

        Raises NotInGraphError.
        """
        return retract(self._session, self._engine, target, note or f"retract {target}")

    def amend(self, added: Iterable[Quad], removed: Iterable[Quad], *, note: str | None = None) -> Transaction:
        """Add quads to their named graphs and take others out, all of it or, with a report that says why, none.

        An article that loses a part is judged as a whole, as it would then be.
        """
        return amend(self._session, self._engine, Change(frozenset(added), frozenset(removed)), note or "amend")

    @cached_property
    def _engine(self) -> Engine:
        return self._known_engine or Engine.of(self._session)


def _term(term: Term | str | None) -> Term | None:
    return parse_term(term) if isinstance(term, str) else term


def _iri(term: Term | None) -> NamedNode | None:
    if term is None or isinstance(term, NamedNode):
        return term
    raise TermError(str(term), "subjects and predicates are IRIs")
