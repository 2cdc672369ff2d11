"""Ranges of rows: parts of the same answer, as HTTP has it of any unit (RFC 9110, 13 to 15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.server.applications import open_client

from mithaq.server.query_limits import QueryLimits
from mithaq.server.row_ranges import RowRange, range_asked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

MOST = 400
TEN = "SELECT ?x { VALUES ?x { 0 1 2 3 4 5 6 7 8 9 } }"
TOO_MANY = f"SELECT ?x {{ VALUES ?x {{ {' '.join(map(str, range(500)))} }} }}"
CSV = "text/csv"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    limits = QueryLimits(most_rows=MOST)
    with open_client(tmp_path_factory.mktemp("plain") / "store", queries=limits) as client:
        yield client


def ask(client: FlaskClient, rows: str, query: str = TEN, method: str = "GET", **headers: str) -> TestResponse:
    headers = {"Accept": CSV, **{name.replace("_", "-"): value for name, value in headers.items()}}
    if rows:
        headers["Range"] = rows
    if method in {"GET", "HEAD"}:
        return client.open("/sparql", method=method, query_string={"query": query}, headers=headers)
    return client.open("/sparql", method=method, data=query, content_type="application/sparql-query", headers=headers)


def numbers(response: TestResponse) -> list[int]:
    return [int(line) for line in response.text.split()[1:]]


@pytest.mark.parametrize("method", ["GET", "QUERY"])
@pytest.mark.parametrize(
    ("rows", "told", "expected"),
    [
        ("rows=0-2", "rows 0-2/*", [0, 1, 2]),
        ("rows=3-3", "rows 3-3/*", [3]),
        ("rows=0-9", "rows 0-9/10", list(range(10))),
        ("rows=8-100", "rows 8-9/10", [8, 9]),
        ("rows=7-", "rows 7-9/10", [7, 8, 9]),
        ("Rows=0-99999999999999999999", "rows 0-9/10", list(range(10))),
        ("rows= ,4-5,", "rows 4-5/*", [4, 5]),
    ],
)
def test_part_is_given(client: FlaskClient, method: str, rows: str, told: str, expected: list[int]) -> None:
    response = ask(client, rows, method=method)

    assert response.status_code == 206
    assert response.headers["Content-Range"] == told
    assert response.headers["Accept-Ranges"] == "rows"
    assert response.mimetype == CSV
    assert response.content_length == len(response.data)
    assert numbers(response) == expected


@pytest.mark.parametrize("accept", ["application/sparql-results+json", "application/sparql-results+xml", CSV,
                                    "text/tab-separated-values"])  # fmt: skip
def test_parts_are_whole_answers(client: FlaskClient, accept: str) -> None:
    for first in (0, 3, 7):
        part = ask(client, f"rows={first}-{first + 2}", Accept=accept)
        values = f"{first} {first + 1} {first + 2}"

        assert part.data == ask(client, "", f"SELECT ?x {{ VALUES ?x {{ {values} }} }}", Accept=accept).data


@pytest.mark.parametrize(
    "rows",
    ["bytes=0-1", "rows", "rows=", "rows=-3", "rows=a-b", "rows=3-2", "rows=0-1,4-5", "rows=1-2;", "rows=٣-٤",
     f"rows={'9' * 5000}-", "rows 0-1"],
)  # fmt: skip
def test_other_units_and_what_makes_no_sense_are_ignored(client: FlaskClient, rows: str) -> None:
    response = ask(client, "", Range=rows.encode().decode("latin-1"))

    assert response.status_code == 200
    assert "Content-Range" not in response.headers
    assert numbers(response) == list(range(10))


@pytest.mark.parametrize("method", ["HEAD", "POST"])
def test_other_methods_ignore_ranges(client: FlaskClient, method: str) -> None:
    response = ask(client, "rows=1-2", method=method)

    assert response.status_code == 200
    assert response.headers["Accept-Ranges"] == "rows"
    assert response.content_length == len(ask(client, "").data)


@pytest.mark.parametrize(("query", "accept"), [("ASK {}", "*/*"), ("CONSTRUCT WHERE { ?s ?p ?o }", "text/turtle")])
def test_truth_values_and_graphs_have_no_rows(client: FlaskClient, query: str, accept: str) -> None:
    response = ask(client, "rows=1-2", query, Accept=accept)

    assert response.status_code == 200
    assert not {"Content-Range", "Accept-Ranges"} & set(response.headers.keys())


def test_description_of_the_service_has_no_rows(client: FlaskClient) -> None:
    assert client.get("/sparql", headers={"Range": "rows=0-1"}).status_code == 200


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_ranges_are_announced_on_all_solutions(client: FlaskClient, method: str) -> None:
    assert ask(client, "", method=method).headers["Accept-Ranges"] == "rows"


@pytest.mark.parametrize(
    ("query", "rows", "whole"),
    [(TEN, "rows=10-", 10), (TEN, "rows=10-12", 10), ("SELECT * { FILTER(false) }", "rows=0-", 0),
     (TOO_MANY, f"rows={MOST}-", MOST), (TOO_MANY, "rows=450-460", MOST)],
)  # fmt: skip
def test_rows_behind_the_last_are_refused(client: FlaskClient, query: str, rows: str, whole: int) -> None:
    response = ask(client, rows, query)

    assert response.status_code == 416
    assert response.headers["Content-Range"] == f"rows */{whole}"
    assert response.mimetype == "application/problem+json"
    assert response.get_json()["type"].endswith("/no-such-rows")


def test_no_more_rows_are_given_than_the_service_allows(client: FlaskClient) -> None:
    inside, across = ask(client, "rows=390-398", TOO_MANY), ask(client, "rows=390-", TOO_MANY)

    assert "Mithaq-Truncated" not in inside.headers
    assert inside.headers["Content-Range"] == "rows 390-398/*"
    assert across.headers["Mithaq-Truncated"] == f"rows={MOST}"
    assert across.headers["Content-Range"] == f"rows 390-{MOST - 1}/{MOST}"
    assert numbers(across) == list(range(390, MOST))


def test_part_bears_the_tag_of_the_whole(client: FlaskClient) -> None:
    whole, part, other = ask(client, ""), ask(client, "rows=1-2"), ask(client, "rows=5-6")

    assert whole.headers["ETag"] == part.headers["ETag"] == other.headers["ETag"]
    assert numbers(part) != numbers(other)


def test_part_that_the_client_has_is_not_sent_again(client: FlaskClient) -> None:
    tag = ask(client, "").headers["ETag"]

    assert ask(client, "rows=1-2", If_None_Match=tag).status_code == 304
    assert ask(client, "rows=1-2", If_None_Match='"other"').status_code == 206


def test_part_is_given_only_of_what_the_client_has_the_rest_of(client: FlaskClient) -> None:
    tag = ask(client, "").headers["ETag"]

    assert ask(client, "rows=1-2", If_Range=tag).status_code == 206
    for outdated in ('"other"', f"W/{tag}", tag.strip('"'), "Sat, 01 Jan 2028 00:00:00 GMT"):
        response = ask(client, "rows=1-2", If_Range=outdated)
        assert (response.status_code, numbers(response)) == (200, list(range(10)))


def test_change_of_the_graph_makes_a_part_the_whole(client: FlaskClient) -> None:
    tag = ask(client, "rows=1-2").headers["ETag"]
    assert client.post("/update", data={"update": "INSERT DATA { <a:a> <a:b> 1 }"}).status_code == 204

    assert ask(client, "rows=3-4", If_Range=tag).status_code == 200


def test_what_differs_each_time_has_parts_without_a_tag(client: FlaskClient) -> None:
    query = "SELECT ?x (RAND() AS ?random) { VALUES ?x { 0 1 2 } }"

    part = ask(client, "rows=1-1", query)

    assert part.status_code == 206
    assert "ETag" not in part.headers
    assert ask(client, "rows=1-1", query, If_Range='"any"').status_code == 200


def test_part_is_not_packed(client: FlaskClient) -> None:
    part = ask(client, "rows=0-398", TOO_MANY, Accept_Encoding="gzip")

    assert part.status_code == 206
    assert "Content-Encoding" not in part.headers
    assert not part.headers["ETag"].startswith("W/")


def test_parts_are_kept_each_for_itself(client: FlaskClient) -> None:
    cache = client.application.extensions["service"].cache
    first = ask(client, "rows=2-3")
    hits = cache.hits

    assert ask(client, "rows=2-3").data == first.data
    assert cache.hits == hits + 1
    assert numbers(ask(client, "rows=2-4")) == [2, 3, 4]


def test_pages_of_browsers_may_ask_for_parts(client: FlaskClient) -> None:
    beforehand = client.options("/sparql", headers={"Origin": "https://example.org"})

    assert {"Range", "If-Range"} <= set(beforehand.headers["Access-Control-Allow-Headers"].split(", "))
    exposed = set(beforehand.headers["Access-Control-Expose-Headers"].split(", "))
    assert {"Accept-Ranges", "Content-Range"} <= exposed


def test_range_is_read_as_it_is_written() -> None:
    assert range_asked(" rows=5-\t") == RowRange(5)
    assert RowRange(5).end(100) == 100
    assert RowRange(5, 7).end(100) == 8
    assert RowRange(5, 700).end(100) == 100
