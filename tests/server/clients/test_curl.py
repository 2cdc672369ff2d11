"""curl asks, changes and reads, by every method and in every format."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, parse, parse_query_results

if TYPE_CHECKING:
    from pathlib import Path

CURL = shutil.which("curl")
pytestmark = pytest.mark.skipif(CURL is None, reason="no curl: install it")

PREFIX = "PREFIX : <http://example.org/> "
NAMES = PREFIX + 'SELECT ?name { ?state :name ?name FILTER(LANG(?name) = "ar") ?state :area ?area } ORDER BY ?name'
ANY = PREFIX + "ASK { :egypt :name ?name }"
GRAPH = PREFIX + "CONSTRUCT WHERE { ?state :area ?area ; :name ?name }"
INSERT = PREFIX + 'INSERT DATA { GRAPH :new { :iraq :name "العراق"@ar } }'
NEW = "http%3A%2F%2Fexample.org%2Fnew"
SOLUTION_FORMATS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
GRAPH_FORMATS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/trig": RdfFormat.TRIG,
    "application/n-quads": RdfFormat.N_QUADS,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
}


@dataclass(frozen=True)
class Got:
    """What curl wrote: the status, the content type, and the body."""

    status: int
    content_type: str
    body: bytes


def curl(*arguments: str, stdin: bytes = b"") -> Got:
    command = ["curl", "--silent", "--show-error", "--max-time", "30", "--write-out", "\n%{http_code} %{content_type}"]
    done = subprocess.run([*command, *arguments], input=stdin, capture_output=True, check=True)
    body, _, told = done.stdout.rpartition(b"\n")
    status, _, content_type = told.decode().partition(" ")
    return Got(int(status), content_type, body)


def rows(got: Got, format_: QueryResultsFormat) -> int:
    solutions = parse_query_results(got.body, format_)
    assert isinstance(solutions, QuerySolutions)
    return len(list(solutions))


@pytest.mark.parametrize("media_type", SOLUTION_FORMATS)
def test_solutions_come_in_the_accepted_format(scratch: str, media_type: str) -> None:
    got = curl("--get", f"{scratch}/sparql", "--data-urlencode", f"query={NAMES}", "--header", f"Accept: {media_type}")

    assert (got.status, got.content_type) == (200, f"{media_type}; charset=utf-8")
    assert rows(got, SOLUTION_FORMATS[media_type]) == 2
    assert "الأردن" in got.body.decode() or b"\\u" in got.body


def test_solutions_come_as_csv(scratch: str) -> None:
    got = curl("--get", f"{scratch}/sparql", "--data-urlencode", f"query={NAMES}", "--header", "Accept: text/csv")

    assert (got.status, got.content_type) == (200, "text/csv; charset=utf-8")
    assert got.body.decode().splitlines() == ["name", "الأردن", "مصر"]


@pytest.mark.parametrize("media_type", ["application/sparql-results+json", "application/sparql-results+xml"])
def test_truth_comes_in_the_accepted_format(scratch: str, media_type: str) -> None:
    got = curl("--get", f"{scratch}/sparql", "--data-urlencode", f"query={ANY}", "--header", f"Accept: {media_type}")

    verdict = parse_query_results(got.body, SOLUTION_FORMATS[media_type])
    assert isinstance(verdict, QueryBoolean)
    assert bool(verdict)


@pytest.mark.parametrize("media_type", GRAPH_FORMATS)
def test_graphs_come_in_the_accepted_format(scratch: str, media_type: str) -> None:
    got = curl("--get", f"{scratch}/sparql", "--data-urlencode", f"query={GRAPH}", "--header", f"Accept: {media_type}")

    assert (got.status, got.content_type) == (200, f"{media_type}; charset=utf-8")
    assert len(set(parse(got.body, GRAPH_FORMATS[media_type]))) == 6


@pytest.mark.parametrize(
    "way",
    [
        ["--data-urlencode", f"query={NAMES}"],
        ["--header", "Content-Type: application/sparql-query", "--data-binary", NAMES],
        ["--request", "QUERY", "--header", "Content-Type: application/sparql-query", "--data-binary", NAMES],
    ],
    ids=["form", "direct", "query method"],
)
def test_query_is_answered_by_each_method(scratch: str, way: list[str]) -> None:
    got = curl(f"{scratch}/sparql", *way)

    assert got.status == 200
    assert rows(got, QueryResultsFormat.JSON) == 2


@pytest.mark.parametrize(
    "way",
    [
        ["--data-urlencode", f"update={INSERT}"],
        ["--header", "Content-Type: application/sparql-update", "--data-binary", INSERT],
    ],
    ids=["form", "direct"],
)
def test_update_is_carried_out_by_each_method(scratch: str, way: list[str]) -> None:
    done = curl(f"{scratch}/update", *way)

    assert done.status in {200, 204}
    assert "العراق" in curl(f"{scratch}/data?graph={NEW}", "--header", "Accept: application/n-quads").body.decode()


@pytest.mark.parametrize("media_type", GRAPH_FORMATS)
def test_graph_comes_back_in_each_format(scratch: str, media_type: str) -> None:
    treaties = f"{scratch}/data?graph=http%3A%2F%2Fexample.org%2Ftreaties"

    got = curl(treaties, "--header", f"Accept: {media_type}")

    assert (got.status, got.content_type) == (200, f"{media_type}; charset=utf-8")
    assert len(list(parse(got.body, GRAPH_FORMATS[media_type]))) == 2


def test_graph_is_put_added_to_and_deleted(scratch: str, tmp_path: Path) -> None:
    turtle, graph = "Content-Type: text/turtle", f"{scratch}/data?graph={NEW}"
    files = [tmp_path / "one.ttl", tmp_path / "two.ttl"]
    for file, value in zip(files, ['"قيمة"@ar', "2"], strict=True):
        file.write_text(f"<a> <b> {value} .", encoding="utf-8")

    put = curl("--upload-file", str(files[0]), "--header", turtle, graph)
    posted = curl("--data-binary", "<a> <b> 1 .", "--header", turtle, graph)
    parts = curl(*(part for file in files for part in ("--form", f"{file.stem}=@{file};type=text/turtle")), graph)
    got = curl(graph, "--header", "Accept: application/n-triples")
    deleted = curl("--request", "DELETE", graph)
    gone = curl(graph)

    assert (put.status, posted.status, parts.status) == (201, 204, 204)
    assert len(list(parse(got.body, RdfFormat.N_TRIPLES))) == 3
    assert b"<http://example.org/a>" in got.body
    assert (deleted.status, gone.status) == (204, 404)


def test_malformed_document_changes_nothing(scratch: str) -> None:
    graph = f"{scratch}/data?graph=http%3A%2F%2Fexample.org%2Ftreaties"

    refused = curl(
        "--request", "PUT", "--header", "Content-Type: text/turtle", "--data-binary", "<a> <b> <c> . <d", graph
    )

    assert (refused.status, refused.content_type) == (400, "application/problem+json; charset=utf-8")
    assert len(list(parse(curl(graph).body, RdfFormat.TURTLE))) == 2


def test_answer_comes_compressed(scratch: str) -> None:
    many = "SELECT ?a ?b ?c ?d ?e { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f }"
    asked = ["--get", f"{scratch}/sparql", "--data-urlencode", f"query={many}", "--header", "Accept: text/csv"]

    plain, packed = curl(*asked), curl("--compressed", *asked)
    raw = curl("--header", "Accept-Encoding: gzip", *asked)

    assert sorted(packed.body.splitlines()) == sorted(plain.body.splitlines())
    assert len(raw.body) < len(plain.body) / 2


def test_compressed_body_is_understood(scratch: str, tmp_path: Path) -> None:
    file = tmp_path / "query.rq"
    file.write_text(NAMES, encoding="utf-8")
    packed = subprocess.run(["gzip", "--stdout", str(file)], check=True, capture_output=True).stdout
    headers = ["--header", "Content-Type: application/sparql-query", "--header", "Content-Encoding: gzip"]

    got = curl("--data-binary", "@-", *headers, f"{scratch}/sparql", stdin=packed)

    assert rows(got, QueryResultsFormat.JSON) == 2


def test_failure_is_told_by_the_exit_code(scratch: str) -> None:
    done = subprocess.run(
        ["curl", "--fail", "--silent", "--get", f"{scratch}/sparql", "--data-urlencode", "query=nonsense"],
        capture_output=True,
        check=False,
    )

    assert done.returncode == 22
