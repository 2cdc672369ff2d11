"""Validation over HTTP."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, parse

if TYPE_CHECKING:
    from flask.testing import FlaskClient

ONE_PARTY = b"""@prefix id: <https://w3id.org/mithaq/id/> .
@prefix mithaq: <https://w3id.org/mithaq#> .

id:lonely a mithaq:Instrument ;
    mithaq:party id:russia .
"""
NOTHING_WRONG = b"# no fact at all\n"


def test_facts_that_break_a_shape_do_not_conform(client: FlaskClient) -> None:
    response = client.post("/validate", data=ONE_PARTY, content_type="text/turtle")

    report = response.get_json()
    assert response.status_code == 200
    assert response.content_type == "application/json; charset=utf-8"
    assert report["conforms"] is False
    assert report["findings"]


def test_facts_without_fault_conform(client: FlaskClient) -> None:
    response = client.post("/validate", data=NOTHING_WRONG, content_type="application/trig")

    assert (response.status_code, response.get_json()["conforms"]) == (200, True)


def test_report_comes_as_w3c_turtle(client: FlaskClient) -> None:
    response = client.post("/validate", data=ONE_PARTY, content_type="text/turtle", headers={"Accept": "text/turtle"})

    triples = [(quad.predicate.value, quad.object.value) for quad in parse(response.data, format=RdfFormat.TURTLE)]
    assert response.content_type == "text/turtle; charset=utf-8"
    assert ("http://www.w3.org/ns/shacl#conforms", "false") in triples


@pytest.mark.parametrize(("language", "other"), [("ar", "en"), ("en", "ar")])
def test_report_comes_in_the_language_of_the_reader(client: FlaskClient, language: str, other: str) -> None:
    def report(**asked: str) -> str:
        headers = {"Accept": "text/plain", "Accept-Language": asked.get("header", "fr")}
        query = {"lang": asked["parameter"]} if "parameter" in asked else {}
        sent = client.post("/validate", data=ONE_PARTY, content_type="text/turtle", headers=headers, query_string=query)
        return sent.get_data(as_text=True)

    assert report(header=language) == report(parameter=language, header=other)
    assert report(header=language) != report(header=other)


def test_faulty_syntax_is_a_problem_with_line_and_column(client: FlaskClient) -> None:
    response = client.post(
        "/validate",
        data=b"@prefix id: <https://w3id.org/mithaq/id/> .\nid:a id:b ;;; .. id:c",
        content_type="text/turtle",
    )

    problem = response.get_json()
    assert response.status_code == 400
    assert response.mimetype == "application/problem+json"
    assert problem["line"] == 2
    assert problem["column"] > 1


@pytest.mark.parametrize("content_type", ["application/json", "text/html", ""])
def test_body_of_another_type_is_not_understood(client: FlaskClient, content_type: str) -> None:
    response = client.post("/validate", data=ONE_PARTY, content_type=content_type)

    assert response.status_code == 415
    assert "text/turtle" in response.headers["Accept-Post"]


@pytest.mark.parametrize(("name", "status"), [("مُعاهدة", 200), ("a~b", 200), ("a b", 400), ("..", 400)])
def test_article_bears_the_names_that_its_file_may_bear(client: FlaskClient, name: str, status: int) -> None:
    text = (io.BytesIO("وقعت روسيا معاهدة.".encode()), f"{name}.txt")

    assert client.post("/validate", data={"text": text}).status_code == status


def test_validation_needs_a_post(client: FlaskClient) -> None:
    response = client.get("/validate")

    assert response.status_code == 405
    assert "POST" in response.headers["Allow"]


def test_report_in_an_unknown_format_is_not_acceptable(client: FlaskClient) -> None:
    response = client.post(
        "/validate", data=ONE_PARTY, content_type="text/turtle", headers={"Accept": "application/pdf"}
    )

    assert response.status_code == 406


def test_too_large_a_body_is_refused(client: FlaskClient) -> None:
    response = client.post("/validate", data=b"#" * 30_000, content_type="text/turtle")

    assert response.status_code == 413
