"""Where people ask: the editor, what it completes, what is wrong with a query, and the result as page and as rows."""

from __future__ import annotations

import time
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from flask import Response, jsonify, request, url_for

from mithaq.graph import PREFIXES, compact

from ..example_queries import read_example_queries
from ..media_types import GRAPH_FORMATS, SOLUTION_FORMATS
from ..problems import ProblemError, bad_request
from ..questions import read_questions
from ..readings.names import search
from ..rendering import render_page
from ..requested_language import requested_language
from ..workers.tasks.pages import JudgeQuery, QueryTable
from .cells import as_object

if TYPE_CHECKING:
    from flask import Blueprint

    from ..questions import Topic
    from ..readings.names import Name
    from ..result_tables import ResultTable
    from ..service import Service
    from .newest import Newest

MOST_ROWS: Final = 5000
"""Rows that a script is given to show; whoever wants more downloads them."""

_MOST_COMPLETIONS: Final = 40


def add_asking(blueprint: Blueprint, service: Service, names: Newest[tuple[Name, ...]]) -> None:
    """Add these views to the pages of a service."""
    topics = read_questions()
    _add_page(blueprint, service, topics)
    _add_answers_to_scripts(blueprint, service)

    @blueprint.get("/query/completions")
    def completions() -> Response:
        text = request.args.get("text", "")
        return jsonify(completions=[*_prefixes(text), *map(_completion, _completing(names.value(), text))])


def _add_page(blueprint: Blueprint, service: Service, topics: tuple[Topic, ...]) -> None:
    questions = [*(each for topic in topics for each in topic.questions), *read_example_queries()]

    @blueprint.get("/query")
    def results() -> Response:
        query = _normal(request.args.get("query", ""))
        language = requested_language(request)
        asked = {each.query: each.question(language) for each in questions}
        values = {"query": query, "topics": topics, "title": asked.get(query), **_found(service, query)}
        problem = values.get("problem")
        status = getattr(problem, "status", HTTPStatus.OK)
        return render_page("query.html", service, status, **values)


def _add_answers_to_scripts(blueprint: Blueprint, service: Service) -> None:
    @blueprint.post("/query/rows")
    def rows() -> Response:
        begun = time.perf_counter()
        limits = service.settings.queries
        table = service.find(QueryTable(_query_sent(), requested_language(request), MOST_ROWS, limits))
        return jsonify(**_as_object(table), seconds=round(time.perf_counter() - begun, 4))

    @blueprint.post("/query/faults")
    def faults() -> Response:
        task = JudgeQuery(_query_sent(), service.settings.queries)
        try:
            service.find(task)
        except ProblemError as error:
            return jsonify(faults=[error.problem.body()])
        return jsonify(faults=[])


def _found(service: Service, query: str) -> dict[str, object]:
    """Give what the page shows of the result: the table with its downloads, or the problem."""
    if not query:
        return {}
    begun = time.perf_counter()
    try:
        table = service.find(QueryTable(query, requested_language(request), limits=service.settings.queries))
    except ProblemError as error:
        return {"problem": error.problem}
    formats = GRAPH_FORMATS if table.kind == "graph" else SOLUTION_FORMATS
    downloads = [(each.name, url_for("sparql.sparql", query=query, format=each.name)) for each in formats]
    return {"table": table, "downloads": downloads, "seconds": time.perf_counter() - begun}


def _as_object(table: ResultTable) -> dict[str, object]:
    """Give a table as scripts read it; a cell leaves out what it does not have."""
    rows = [[cell and as_object(cell) for cell in row] for row in table.rows]
    return {"kind": table.kind, "columns": table.columns, "rows": rows, "count": table.count, "verdict": table.verdict}


def _prefixes(text: str) -> list[dict[str, str]]:
    """Complete a prefix."""
    return [
        {"insert": f"{prefix}:", "label": f"{prefix}:", "detail": namespace, "kind": "namespace"}
        for prefix, namespace in PREFIXES.items()
        if prefix.startswith(text.lower())
    ]


def _completing(names: tuple[Name, ...], text: str) -> list[Name]:
    """Find names by any part of a label, or of what follows a prefix."""
    prefix, colon, rest = text.partition(":")
    if not colon or prefix not in PREFIXES:
        return search(names, text, _MOST_COMPLETIONS, terms=True)
    below = [name for name in names if name.iri.startswith(PREFIXES[prefix])]
    return search(below, rest, _MOST_COMPLETIONS, terms=True) if rest else below[:_MOST_COMPLETIONS]


def _completion(name: Name) -> dict[str, str]:
    label, language = name.label(requested_language(request))
    kind = "entity" if not name.term else ("class" if name.iri.rpartition("#")[2][:1].isupper() else "property")
    return {"insert": compact(name.iri), "label": label, "language": language, "kind": kind}


def _query_sent() -> str:
    query = _normal(request.form.get("query", ""))
    if not query:
        raise bad_request("The query is missing: send it as the parameter 'query'.")
    return query


def _normal(query: str) -> str:
    return query.replace("\r\n", "\n").strip()
