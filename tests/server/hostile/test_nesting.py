"""However deep something nests, the service says no, or answers: a worker may end, the service goes on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import pytest

from .attacks import FLAT, ask, put, update

if TYPE_CHECKING:
    from ..services import RunningService
    from ..standards.endpoint import Answer

GROUPS: Final = 20_000


def many(part: str, number: int = FLAT) -> str:
    return part * number


QUERIES: Final = {
    "parentheses in a filter": "ASK { FILTER(" + many("(") + "1" + many(")") + ") }",
    "parentheses in a projection": "SELECT (" + many("(") + "1" + many(")") + " AS ?x) {}",
    "parentheses never closed": "ASK { FILTER(" + many("("),
    "groups": "SELECT * " + many("{", GROUPS) + many("}", GROUPS),
    "groups never closed": "SELECT * " + many("{", GROUPS),
    "groups around a pattern": "SELECT * " + many("{", GROUPS) + "?s ?p ?o" + many("}", GROUPS),
    "optionals within": "SELECT * {" + many("OPTIONAL { ?s ?p ?o ", 5_000) + many("}", 5_000) + "}",
    "optionals in a row": "SELECT * {" + many("OPTIONAL { ?s ?p ?o } ", 8_000) + "}",
    "unions in a row": "SELECT * {{}" + many(" UNION {}", 20_000) + "}",
    "unions within": "SELECT * {" + many("{ {} UNION ", 8_000) + "{}" + many("}", 8_000) + "}",
    "minuses in a row": "SELECT * { ?s ?p ?o " + many("MINUS { ?s ?p ?o } ", 8_000) + "}",
    "subqueries": many("SELECT * {{", GROUPS // 2) + many("}}", GROUPS // 2),
    "not exists": "SELECT * {" + many("FILTER NOT EXISTS {", 10_000) + many("}", 10_000) + "}",
    "graphs": "SELECT * {" + many("GRAPH ?g {", 20_000) + many("}", 20_000) + "}",
    "negations": "ASK { FILTER(" + many("!") + "true) }",
    "minus signs": "SELECT (" + many("- ") + "1 AS ?x) {}",
    "sums": "SELECT (1" + many("+1") + " AS ?x) {}",
    "ors": "ASK { FILTER(true" + many("||true", 30_000) + ") }",
    "comparisons": "ASK { FILTER(1" + many("=(1", 30_000) + many(")", 30_000) + ") }",
    "functions": "SELECT (" + many("STR(", 30_000) + "1" + many(")", 30_000) + " AS ?x) {}",
    "ifs": "SELECT (" + many("IF(true,", 20_000) + "1" + many(",2)", 20_000) + " AS ?x) {}",
    "starred paths": "SELECT * { ?s " + many("(", GROUPS) + "<urn:p>" + many("*)", GROUPS) + " ?o }",
    "inverse paths": "SELECT * { ?s " + many("^(", 30_000) + "<urn:p>" + many(")", 30_000) + " ?o }",
    "inverse signs": "SELECT * { ?s " + many("^") + "<urn:p> ?o }",
    "path sequence": "SELECT * { ?s <urn:p>" + many("/<urn:p>", 20_000) + " ?o }",
    "path alternatives": "SELECT * { ?s <urn:p>" + many("|<urn:p>", 20_000) + " ?o }",
    "negated path set": "SELECT * { ?s !(<urn:p>" + many("|<urn:p>", 20_000) + ") ?o }",
    "blank nodes": "SELECT * { ?s ?p " + many("[ ?p ", 20_000) + "1" + many("]", 20_000) + " }",
    "collections": "SELECT * { ?s ?p " + many("(") + many(")") + " }",
    "triple terms": "SELECT * { ?s ?p " + many("<<( ?s ?p ", 15_000) + "1" + many(")>>", 15_000) + " }",
    "list of values": "ASK { FILTER(1 IN (1" + many(",1", 100_000) + ")) }",
    "table of values": "SELECT * { VALUES ?x {" + many("1 ", 100_000) + "} }",
    "prefixes": many("PREFIX a:<urn:a>", 10_000) + "ASK {}",
    "projections": "SELECT " + "".join(f"(1 AS ?x{number})" for number in range(12_000)) + "{}",
    "triples": "SELECT * {" + many("?s ?p ?o .", 20_000) + "}",
    "filters": "SELECT * {" + many("FILTER(true)", 20_000) + "}",
    "binds": "SELECT * {" + "".join(f"BIND(1 AS ?x{number})" for number in range(10_000)) + "}",
    "backslashes": 'ASK { FILTER("' + many("\\\\") + '" = "") }',
    "quotation marks": "ASK { FILTER(" + many('"') + " }",
    "angle brackets": "ASK { " + many("<"),
    "comment signs": "ASK {} " + many("#\n"),
}
UPDATES: Final = {
    "operations": many("INSERT DATA {};", 15_000),
    "groups": "INSERT {} WHERE " + many("{", GROUPS) + many("}", GROUPS),
    "collections": "INSERT DATA { <urn:a> <urn:b> " + many("(") + many(")") + " }",
    "blank nodes": "INSERT { <urn:a> <urn:b> " + many("[<urn:b>", 20_000) + "1" + many("]", 20_000) + " } WHERE {}",
    "parentheses": "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(" + many("(") + "1" + many(")") + ") }",
}
DOCUMENTS: Final = {
    "turtle collections": ("text/turtle", "<urn:a> <urn:b> " + many("(") + many(")") + " ."),
    "turtle blank nodes": ("text/turtle", "<urn:a> <urn:b> " + many("[<urn:b>") + "1" + many("]") + " ."),
    "turtle blank nodes never closed": ("text/turtle", "<urn:a> <urn:b> " + many("[<urn:b>", 10**6)),
    "turtle triple terms": (
        "text/turtle",
        "<urn:a> <urn:b> " + many("<<( <urn:a> <urn:b> ") + "1" + many(")>>") + " .",
    ),
    "json arrays": ("application/ld+json", many("[", 10**6) + many("]", 10**6)),
    "json objects": ("application/ld+json", many('{"urn:a":', 10**5) + "1" + many("}", 10**5)),
    "json contexts": ("application/ld+json", many('{"@context":', 10**5) + "{}" + many("}", 10**5)),
    "xml elements": (
        "application/rdf+xml",
        '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="urn:a#">' + many("<a><b>", 10**5),
    ),
    "xml literal": (
        "application/rdf+xml",
        '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="urn:a#"><a><b r:parseType="Literal">'
        + many("<b>", 10**5)
        + many("</b>", 10**5)
        + "</b></a></r:RDF>",
    ),
}
LAUGHS: Final = (
    '<!DOCTYPE r:RDF [<!ENTITY l0 "ha">'
    + "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    + ']><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="urn:a#"><a><b>&l9;</b></a></r:RDF>'
)


def assert_civil(answer: Answer) -> None:
    """It was answered, or it was refused in the form of a problem that is not a defect of the service's own."""
    if not answer.succeeded:
        assert answer.media_type == "application/problem+json", answer.text
        assert not json.loads(answer.body)["type"].endswith("/internal"), answer.text


@pytest.mark.parametrize("name", QUERIES)
def test_query_is_answered_or_refused(governed: RunningService, name: str) -> None:
    assert_civil(ask(governed, QUERIES[name], seconds=2))


@pytest.mark.parametrize("name", ["parentheses in a filter", "groups", "starred paths", "collections"])
def test_query_that_nests_too_deeply_is_called_so(governed: RunningService, name: str) -> None:
    answer = ask(governed, QUERIES[name])

    assert answer.status in {400, 413}
    assert "nest" in json.loads(answer.body)["detail"] or "long" in json.loads(answer.body)["detail"]


@pytest.mark.parametrize("name", UPDATES)
def test_update_is_carried_out_or_refused(open_to_all: RunningService, name: str) -> None:
    assert_civil(update(open_to_all, UPDATES[name]))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_document_is_stored_or_refused(open_to_all: RunningService, name: str) -> None:
    media_type, text = DOCUMENTS[name]

    assert_civil(put(open_to_all, text.encode(), media_type))


def test_entities_that_multiply_are_refused_or_stopped(open_to_all: RunningService) -> None:
    answer = put(open_to_all, LAUGHS.encode(), "application/rdf+xml")

    assert answer.status in {400, 413, 503}, answer.text
