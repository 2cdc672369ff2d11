"""The build: from the files of a corpus to a new generation of the store, or to a report of why not."""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from .corpus import Corpus, read_corpus
from .findings import Severity
from .judgement import judge_corpus
from .namespaces import SHAPES_GRAPH
from .report import ValidationReport
from .statistics import Statistics, count
from .store import Manifest, NewGeneration, replacing
from .terms import in_merge
from .validation import Shapes

if TYPE_CHECKING:
    from pathlib import Path

    from pyoxigraph import Quad

    from .shipped import BuildFiles

_logger = logging.getLogger(__name__)

Progress: TypeAlias = Callable[[str, int, int], None]
STAGES = ("read", "judge", "write", "done")


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did: the counts of what it read and inferred, what it found, and how long it took.

    Where the facts do not conform nothing was written, and the store is as it was.
    """

    store: Path
    statistics: Statistics
    report: ValidationReport
    seconds: float
    revision: str | None

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
    with replacing(store) as generation:
        tell("read", 0, len(STAGES))
        corpus = read_corpus(files)
        tell("judge", 1, len(STAGES))
        judgement = judge_corpus(corpus, Shapes.from_quads(each.quad for each in corpus.shapes))
        report = ValidationReport(judgement.findings)
        quads = all_quads(corpus, judgement.closure.quads())
        revision = None
        if report.conforms:
            tell("write", 2, len(STAGES))
            revision = _write(generation, quads, report)
        else:
            generation.abandon()
        tell("done", len(STAGES), len(STAGES))
    _logger.info("built %s: revision %s, %d quads", store, revision, len(quads))
    return BuildReport(store, count(quads), report, time.monotonic() - started, revision)


def _tell_nobody(_stage: str, _done: int, _total: int) -> None:
    """Take news of progress that nobody asked for."""


def all_quads(corpus: Corpus, inferred: Iterable[Quad]) -> list[Quad]:
    """Give every quad of a store, in order: the named graphs, and in the default graph their merge without shapes."""
    named = {*corpus.quads(), *inferred}
    merge = {in_merge(quad) for quad in named if quad.graph_name != SHAPES_GRAPH}
    return sorted(named | merge, key=str)


def _write(generation: NewGeneration, quads: list[Quad], report: ValidationReport) -> str:
    revision = hashlib.sha256("\n".join(map(str, quads)).encode()).hexdigest()[:16]
    generation.write(quads, Manifest(revision), report.to_json())
    return revision
