"""Verdicts: files of facts judged, each on its own, in the context of the graph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mithaq.graph import ArticleError, FormatError, ParseError

from .behaviour import FAILED, NOT_CONFORMING

if TYPE_CHECKING:
    from pathlib import Path

    from mithaq.graph import KnowledgeGraph, MithaqError, ValidationReport


@dataclass(frozen=True)
class Verdict:
    """What is to be said of one file: the report, or why there can be none."""

    file: Path
    report: ValidationReport | None
    error: MithaqError | None = None

    @property
    def exit_code(self) -> int:
        """Give the exit code that the verdict asks for."""
        if self.report is None:
            return FAILED
        return 0 if self.report.conforms else NOT_CONFORMING


def judge_file(graph: KnowledgeGraph, file: Path) -> Verdict:
    """Judge one file; where it does not parse, the error is the verdict."""
    try:
        return Verdict(file, graph.validate_file(file))
    except (ArticleError, FormatError, ParseError) as error:
        return Verdict(file, None, error)
