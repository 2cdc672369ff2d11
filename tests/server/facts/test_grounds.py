"""Evidence and explanations over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, parse

if TYPE_CHECKING:
    from flask.testing import FlaskClient

RECOGNIZES = {"subject": "id:russia", "predicate": "mithaq:recognizes", "object": "id:abkhazia"}
RECOGNIZER = {"subject": "id:recognition", "predicate": "mithaq:recognizer"}


def test_evidence_is_the_exact_words(client: FlaskClient) -> None:
    (ground,) = client.get("/evidence", query_string=RECOGNIZER).get_json()["evidence"]

    assert ground["quote"] == "روسيا اعترفت بأبخازيا"
    assert (ground["begin"], ground["end"]) == (51, 72)
    assert ground["attributedTo"] == ["https://w3id.org/mithaq/id/bagapsh"]


@pytest.mark.parametrize(("language", "said_by"), [("en", "said by"), ("ar", "القائل")])
def test_evidence_as_text_comes_in_the_language_of_the_reader(client: FlaskClient, language: str, said_by: str) -> None:
    headers = {"Accept": "text/plain", "Accept-Language": language}

    text = client.get("/evidence", query_string=RECOGNIZER, headers=headers).get_data(as_text=True)

    assert "«روسيا اعترفت بأبخازيا»" in text
    assert said_by in text


@pytest.mark.parametrize("path", ["/evidence", "/explain"])
@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_grounds_are_shown_on_a_page(client: FlaskClient, path: str, language: str, direction: str) -> None:
    query = {"subject": "id:recognition", "predicate": "mithaq:recognizer", "object": "id:russia"}

    response = client.get(path, query_string=query, headers={"Accept": "text/html", "Accept-Language": language})

    page = response.get_data(as_text=True)
    assert response.content_type == "text/html; charset=utf-8"
    assert f'dir="{direction}"' in page
    assert "روسيا اعترفت بأبخازيا" in page


def test_inferred_triple_is_led_back_to_the_words(client: FlaskClient) -> None:
    told = client.get("/explain", query_string=RECOGNIZES).get_json()

    quotes = {ground["quote"] for each in told["stated"] for ground in each["grounds"]}
    assert told["outcome"] == "proven"
    assert quotes == {"روسيا اعترفت بأبخازيا"}


@pytest.mark.parametrize(
    ("accept", "format_"), [("text/turtle", RdfFormat.TURTLE), ("application/ld+json", RdfFormat.JSON_LD)]
)
def test_proof_comes_as_rdf(client: FlaskClient, accept: str, format_: RdfFormat) -> None:
    response = client.get("/explain", query_string=RECOGNIZES, headers={"Accept": accept})

    assert any(quad.predicate.value.endswith("#wasDerivedFrom") for quad in parse(response.data, format=format_))


@pytest.mark.parametrize("path", ["/evidence", "/explain"])
def test_triple_that_does_not_hold_is_not_found(client: FlaskClient, path: str) -> None:
    response = client.get(path, query_string=RECOGNIZES | {"object": "id:nobody"})

    assert (response.status_code, response.mimetype) == (404, "application/problem+json")


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/evidence", {}),
        ("/evidence", {"subject": "no term at all"}),
        ("/explain", {"subject": "id:russia", "predicate": "mithaq:recognizes"}),
        ("/explain", RECOGNIZES | {"predicate": '"a literal"'}),
        ("/explain", RECOGNIZES | {"subject": "<a> . <b> <c> <d"}),
    ],
)
def test_terms_that_are_missing_or_none_are_a_bad_request(
    client: FlaskClient, path: str, query: dict[str, str]
) -> None:
    assert client.get(path, query_string=query).status_code == 400


def test_evidence_that_has_not_changed_is_not_sent_again(client: FlaskClient) -> None:
    tag = client.get("/evidence", query_string=RECOGNIZER).headers["ETag"]

    response = client.get("/evidence", query_string=RECOGNIZER, headers={"If-None-Match": tag})

    assert response.status_code == 304
