"""The build: from the files of a corpus to a new generation of the store, or to a report of why not."""

from __future__ import annotations

import gc
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias

from pyoxigraph import RdfFormat, Store, serialize

from . import validation
from .cases import Case, quoted
from .contradictions import finding_of
from .corpus import Corpus, read_corpus
from .findings import Severity, in_order
from .forks import begun, cores
from .judgement import Places
from .namespaces import INFERRED_GRAPH
from .reasoning import close_all, compile_ontology
from .report import ValidationReport
from .rules import judge
from .statistics import Statistics, count
from .store import CATALOGUE, CLOSED_ONTOLOGY, digest_of, merged, replacing
from .triples import StoredTriples, quad_of, triple_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from .findings import Finding
    from .reasoning import Consequences
    from .shipped import BuildFiles
    from .store import Revision
    from .triples import Triple

_logger = logging.getLogger(__name__)

Progress: TypeAlias = Callable[[str, int, int], None]
_OBJECTS: Final = 500_000
_WORTH_FORKING: Final = 30_000

STAGES = ("read", "reason", "write", "judge", "done")


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did: the counts of what it read and inferred, what it found, and how long it took.

    Where the facts do not conform nothing was written, and the store is as it was.
    """

    store: Path
    statistics: Statistics
    report: ValidationReport
    seconds: float
    revision: Revision | None

    @property
    def written(self) -> bool:
        """Tell whether the store now holds this build."""
        return self.revision is not None

    @property
    def articles(self) -> int:
        """How many articles were read."""
        return self.statistics.articles

    @property
    def spans(self) -> int:
        """How many spans of their texts are described."""
        return self.statistics.spans

    @property
    def asserted(self) -> int:
        """How many different triples are stated in any graph, the shapes aside."""
        return self.statistics.asserted

    @property
    def inferred(self) -> int:
        """How many triples follow from them."""
        return self.statistics.inferred

    @property
    def violations(self) -> int:
        """How many violations were found."""
        return self.report.count(Severity.VIOLATION)

    @property
    def warnings(self) -> int:
        """How many warnings were found."""
        return self.report.count(Severity.WARNING)


def build(store: Path, files: BuildFiles, progress: Progress | None = None) -> BuildReport:
    """Build a store from files. Raises ParseError, ArticleError, ShapesError, StoreError; the old store then stays."""
    started = time.monotonic()
    tell = progress or _tell_nobody
    with replacing(store) as generation, _collecting_rarely():
        tell("read", 0, len(STAGES))
        corpus = read_corpus(files)
        tell("reason", 1, len(STAGES))
        rules = compile_ontology(triple_of(each.quad) for each in corpus.ontology)
        closure = close_all(rules, (triple_of(each.quad) for each in (*corpus.ontology, *corpus.statements)))
        quads = {*corpus.quads(), *(quad_of(triple, INFERRED_GRAPH) for triple in closure.inferred)}
        merge = Store()
        merge.bulk_extend(merged(quads))
        with _judged(corpus, merge) as found:
            tell("write", 2, len(STAGES))
            revision = generation.first_revision(f"build from {files.articles}", digest_of(quads))
            beside = {CLOSED_ONTOLOGY: _as_text(rules.closed_ontology), CATALOGUE: corpus.catalogue.to_text()}
            written = generation.write(quads, merge, revision, beside)
            tell("judge", 3, len(STAGES))
            statistics = count(written)
            report = _report_on(corpus, closure, written, found())
        if report.conforms:
            generation.accept(revision)
        del written  # closes its files
        tell("done", len(STAGES), len(STAGES))
    accepted = revision if report.conforms else None
    _logger.info("built %s: %s, %d quads", store, accepted, len(quads))
    return BuildReport(store, statistics, report, time.monotonic() - started, accepted)


@contextmanager
def _collecting_rarely() -> Iterator[None]:
    """Let Python look for cyclic garbage less often: among millions of objects that stay, that costs a fifth."""
    usual = gc.get_threshold()
    gc.set_threshold(_OBJECTS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _tell_nobody(_stage: str, _done: int, _total: int) -> None:
    """Take news of progress that nobody asked for."""


def _as_text(triples: Iterable[Triple]) -> str:
    quads = (quad_of(triple) for triple in triples)
    return (serialize(sorted((quad.triple for quad in quads), key=str), format=RdfFormat.N_TRIPLES) or b"").decode()


def _judged(corpus: Corpus, merge: Store) -> AbstractContextManager[Callable[[], list[list[Finding]]]]:
    """Apply the evidence rules, and every shape to everything, by several processes where that is worth while.

    The findings of the rules come first, then those of the shapes on each share of the nodes.
    """
    shapes = validation.Shapes.from_quads(each.quad for each in corpus.shapes)
    shares = cores() if len(merge) >= _WORTH_FORKING else 1

    def applied(share: int) -> list[Finding]:
        return list(shapes.validate_all(StoredTriples(merge), share=(share, shares)))

    works = [partial(judge, _case_of(corpus)), *(partial(applied, share) for share in range(shares))]
    return begun(works, apart=shares > 1)


def _case_of(corpus: Corpus) -> Case:
    return Case(corpus.statements, corpus.articles, corpus.terms, owners=corpus.owners)


def _report_on(
    corpus: Corpus, closure: Consequences, written: Store, found: Iterable[list[Finding]]
) -> ValidationReport:
    by_rules, *by_shapes = found
    broken = (*chain.from_iterable(by_shapes), *map(finding_of, closure.contradictions))
    case, places = _case_of(corpus), Places(corpus.statements, written)
    told = (*(places.placed(finding) for finding in broken), *corpus.remarks)
    with_words = [quoted(finding, corpus.articles, case.descriptions) for finding in told]
    return ValidationReport(tuple(in_order([*by_rules, *with_words])))
