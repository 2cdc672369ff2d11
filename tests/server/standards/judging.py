"""Judging: each test on an emptied store, by the judge of its kind."""

from __future__ import annotations

import http.client
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .endpoint import UnexpectedAnswerError
from .exchanges import judge_graph_store, judge_protocol
from .queries_and_updates import (
    judge_negative_query_syntax,
    judge_negative_update_syntax,
    judge_positive_query_syntax,
    judge_positive_update_syntax,
    judge_query,
    judge_update,
)
from .service_descriptions import judge_service_description
from .syntaxes import judge_evaluation, judge_negative_syntax, judge_positive_syntax

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .endpoint import Endpoint
    from .suite import Case, Suite

_OF_SPARQL: Final[dict[str, Callable[[Case, Endpoint], str]]] = {
    "QueryEvaluationTest": judge_query,
    "CSVResultFormatTest": judge_query,
    "UpdateEvaluationTest": judge_update,
    "PositiveSyntaxTest": judge_positive_query_syntax,
    "NegativeSyntaxTest": judge_negative_query_syntax,
    "PositiveUpdateSyntaxTest": judge_positive_update_syntax,
    "NegativeUpdateSyntaxTest": judge_negative_update_syntax,
    "ProtocolTest": judge_protocol,
    "GraphStoreProtocolTest": judge_graph_store,
    "ServiceDescriptionTest": judge_service_description,
}
_OF_RDF: Final[dict[str, Callable[[Case, Endpoint], str]]] = {
    "NegativeSyntax": judge_negative_syntax,
    "NegativeEval": judge_negative_syntax,
    "PositiveSyntax": judge_positive_syntax,
    "Eval": judge_evaluation,
}


@dataclass(frozen=True)
class Verdict:
    """How a test went; no fault says that it passed."""

    section: str
    group: str
    name: str
    fault: str

    @property
    def passed(self) -> bool:
        """Whether nothing was wrong."""
        return not self.fault


def judge_section(suite: Suite, section: str, endpoint: Endpoint) -> Iterator[Verdict]:
    """Judge all tests of a part of the suites."""
    for case in suite.cases(section):
        yield Verdict(section, case.group, case.name, _fault(case, endpoint))


def _fault(case: Case, endpoint: Endpoint) -> str:
    try:
        endpoint.empty()
        return _judge(case.kind)(case, endpoint)
    except (http.client.HTTPException, OSError, SyntaxError, ValueError, UnexpectedAnswerError) as error:
        return f"{type(error).__name__}: {error}"


def _judge(kind: str) -> Callable[[Case, Endpoint], str]:
    """Find the judge of a kind; those of RDF's syntaxes have the syntax in their names."""
    of_sparql = _OF_SPARQL.get(kind)
    return of_sparql or next(judge for ending, judge in _OF_RDF.items() if kind.endswith(ending))
