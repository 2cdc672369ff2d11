"""The build: from the files of a corpus to a new generation of the store, or to a report of why not."""

from __future__ import annotations

import gc
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
from .store import CATALOGUE, CLOSED_ONTOLOGY, digest_of, replacing
from .triples import StoredTriples, quad_of, triple_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from .findings import Finding
    from .reasoning import Consequences, Rules
    from .shipped import BuildFiles
    from .store import Revision
    from .triples import Triple

_logger = logging.getLogger(__name__)

Progress: TypeAlias = Callable[[str, int, int], None]
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
    with replacing(store) as generation, _collecting_nothing():
        tell("read", 0, len(STAGES))
        corpus = read_corpus(files)
        tell("reason", 1, len(STAGES))
        rules = compile_ontology(triple_of(each.quad) for each in corpus.ontology)
        closure, merge = _closed(rules, corpus)
        with _by_shapes(corpus, merge) as by_shapes:
            tell("write", 2, len(STAGES))
            quads = {*corpus.quads(), *(quad_of(triple, INFERRED_GRAPH) for triple in closure.inferred)}
            revision = generation.first_revision(f"build from {files.articles}", digest_of(quads))
            beside = {CLOSED_ONTOLOGY: _as_text(rules.closed_ontology), CATALOGUE: corpus.catalogue.to_text()}
            written = generation.write(quads, merge, revision, beside)
            tell("judge", 3, len(STAGES))
            statistics = count(written, merge)
            report = _report_on(corpus, closure, written, by_shapes)
        if report.conforms:
            generation.accept(revision)
        del written  # closes its files
        tell("done", len(STAGES), len(STAGES))
    accepted = revision if report.conforms else None
    _logger.info("built %s: %s, %d quads", store, accepted, len(quads))
    return BuildReport(store, statistics, report, time.monotonic() - started, accepted)


@contextmanager
def _collecting_nothing() -> Iterator[None]:
    """Let Python not look for cyclic garbage: among millions of objects that stay, that costs a fifth."""
    usual = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if usual:
            gc.enable()


def _closed(rules: Rules, corpus: Corpus) -> tuple[Consequences, Store]:
    """Close what is stated, and give what follows, and all of it merged; facts in graphs unmerged break a rule."""
    stated = [triple_of(each.quad) for each in (*corpus.ontology, *corpus.statements)]
    closure = close_all(rules, stated)
    merge = Store()
    merge.bulk_extend(map(quad_of, {*stated, *closure.inferred}))
    return closure, merge


def _tell_nobody(_stage: str, _done: int, _total: int) -> None:
    """Take news of progress that nobody asked for."""


def _as_text(triples: Iterable[Triple]) -> str:
    quads = (quad_of(triple) for triple in triples)
    return (serialize(sorted((quad.triple for quad in quads), key=str), format=RdfFormat.N_TRIPLES) or b"").decode()


def _by_shapes(corpus: Corpus, merge: Store) -> AbstractContextManager[Callable[[], list[list[Finding]]]]:
    """Apply every shape to everything, each process to a share of the nodes where several are worth while."""
    shapes = validation.Shapes.from_quads(each.quad for each in corpus.shapes)
    shares = cores() if len(merge) >= _WORTH_FORKING else 1

    def applied(share: int) -> list[Finding]:
        return list(shapes.validate_all(StoredTriples(merge), share=(share, shares)))

    return begun([partial(applied, share) for share in range(shares)], apart=shares > 1)


def _case_of(corpus: Corpus) -> Case:
    return Case(corpus.statements, corpus.articles, corpus.terms, owners=corpus.owners)


def _report_on(
    corpus: Corpus, closure: Consequences, written: Store, by_shapes: Callable[[], list[list[Finding]]]
) -> ValidationReport:
    case, places = _case_of(corpus), Places(corpus.statements, written)
    by_rules = judge(case)
    broken = (*chain.from_iterable(by_shapes()), *map(finding_of, closure.contradictions))
    told = (*(places.placed(finding) for finding in broken), *corpus.remarks)
    with_words = [quoted(finding, corpus.articles, case.descriptions) for finding in told]
    return ValidationReport(tuple(in_order([*by_rules, *with_words])))
