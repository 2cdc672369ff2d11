"""Facts over HTTP: added when they conform, refused with a report and nothing changed, retracted, given out."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, parse

from mithaq.graph import KnowledgeGraph

if TYPE_CHECKING:
    from pathlib import Path

    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

    from mithaq.graph import BuildFiles

HEADER = """@base <https://w3id.org/mithaq/article/> .
@prefix id: <https://w3id.org/mithaq/id/> .
@prefix mithaq: <https://w3id.org/mithaq#> .
"""
NAME = HEADER + '<pact#char=27,34> { id:abkhazia mithaq:name "أبخازي"@ar }'
WRONG_NAME = HEADER + '<pact#char=27,34> { id:abkhazia mithaq:name "روسيا"@ar }'
HAS_NAME = 'ASK { id:abkhazia mithaq:name "أبخازي"@ar }'


def post(client: FlaskClient, facts: str, **headers: str) -> TestResponse:
    return client.post("/facts", data=facts.encode(), content_type="application/trig", headers=headers)


def holds(client: FlaskClient, question: str) -> bool:
    return bool(client.get("/sparql", query_string={"query": question, "format": "json"}).get_json()["boolean"])


def revision(client: FlaskClient) -> int:
    return int(client.get("/-/health").get_json()["revision"])


def files(folder: Path, *names: str) -> dict[str, list[tuple[io.BytesIO, str]]]:
    """Give files as the parts of a form, by what they are."""
    kinds = {".trig": "facts", ".txt": "text", ".ttl": "sources"}
    parts: dict[str, list[tuple[io.BytesIO, str]]] = {}
    for name in names:
        file = folder / name
        parts.setdefault(kinds[file.suffix], []).append((io.BytesIO(file.read_bytes()), name))
    return parts


def test_facts_that_conform_become_the_next_revision(client: FlaskClient, store: Path) -> None:
    response = post(client, NAME)

    told = response.get_json()
    assert response.status_code == 201
    assert (told["changed"], told["revision"]["number"], told["added"]) == (True, 2, 1)
    assert response.headers["Mithaq-Revision"] == "2"
    assert response.headers["ETag"] == f'"{told["revision"]["digest"]}"'
    assert holds(client, HAS_NAME)
    with KnowledgeGraph.open(store) as graph:
        assert graph.check() == []
        assert next(graph.revisions()).note == "add <body> (by single)"


def test_facts_that_do_not_conform_are_refused_with_the_report(client: FlaskClient) -> None:
    response = post(client, WRONG_NAME)

    problem = response.get_json()
    assert (response.status_code, response.mimetype) == (409, "application/problem+json")
    assert problem["type"].endswith("/refused")
    assert problem["report"]["findings"][0]["line"] == 4
    assert revision(client) == 1


@pytest.mark.parametrize(
    ("accept", "format_"), [("text/turtle", RdfFormat.TURTLE), ("application/ld+json", RdfFormat.JSON_LD)]
)
def test_refusal_comes_as_a_w3c_report(client: FlaskClient, accept: str, format_: RdfFormat) -> None:
    response = post(client, WRONG_NAME, Accept=accept)

    triples = [(quad.predicate.value, quad.object.value) for quad in parse(response.data, format=format_)]
    assert (response.status_code, response.mimetype) == (409, accept)
    assert ("http://www.w3.org/ns/shacl#conforms", "false") in triples


@pytest.mark.parametrize(("language", "refused"), [("en", "Refused: nothing changed."), ("ar", "مرفوض: لم يتغير شيء.")])
@pytest.mark.parametrize("accept", ["text/plain", "text/html"])
def test_refusal_comes_in_the_language_of_the_reader(
    client: FlaskClient, accept: str, language: str, refused: str
) -> None:
    response = post(client, WRONG_NAME, **{"Accept": accept, "Accept-Language": language})

    assert (response.status_code, response.mimetype) == (409, accept)
    assert refused in response.get_data(as_text=True)


def test_facts_that_are_there_already_change_nothing(client: FlaskClient) -> None:
    post(client, NAME)

    again = post(client, NAME)

    assert (again.status_code, again.get_json()["changed"]) == (200, False)
    assert revision(client) == 2


def test_article_is_retracted_and_added_again_with_its_text_and_sources(
    client: FlaskClient, small_files: BuildFiles
) -> None:
    before = client.get("/-/health").get_json()["digest"]

    gone = client.delete("/facts", query_string={"article": "pact"})
    back = client.post("/facts", data=files(small_files.articles, "pact.trig", "pact.txt", "sources.ttl"))

    assert (gone.status_code, back.status_code) == (201, 201)
    assert client.get("/-/health").get_json()["digest"] == before
    assert revision(client) == 3


def test_several_articles_come_in_one_request_and_one_revision(client: FlaskClient, small_files: BuildFiles) -> None:
    before = client.get("/-/health").get_json()["digest"]
    for name in ("pact", "accord"):
        client.delete("/facts", query_string={"article": name})

    names = ("pact.trig", "pact.txt", "accord.trig", "accord.txt", "sources.ttl")
    response = client.post("/facts", data=files(small_files.articles, *names))

    assert response.status_code == 201, response.get_json()
    assert revision(client) == 4
    assert client.get("/-/health").get_json()["digest"] == before


def test_what_one_span_states_is_retracted(client: FlaskClient) -> None:
    post(client, NAME)

    response = client.delete("/facts", query_string={"span": "article:pact#char=27,34"})

    assert (response.status_code, response.get_json()["removed"] > 0) == (201, True)
    assert not holds(client, HAS_NAME)
    assert revision(client) == 3


@pytest.mark.parametrize("query", [{}, {"article": "pact", "span": "article:pact#char=0,34"}, {"article": ""}])
def test_retraction_names_one_thing(client: FlaskClient, query: dict[str, str]) -> None:
    assert client.delete("/facts", query_string=query).status_code == 400


def test_article_that_is_not_there_cannot_be_retracted(client: FlaskClient) -> None:
    response = client.delete("/facts", query_string={"article": "nothing"})

    assert (response.status_code, response.mimetype) == (404, "application/problem+json")


def test_facts_are_added_only_to_the_revision_that_was_asked_for(client: FlaskClient) -> None:
    seen = client.get("/facts").headers["ETag"]

    first = post(client, NAME, **{"If-Match": seen})
    second = post(client, NAME, **{"If-Match": seen})

    assert (first.status_code, second.status_code) == (201, 412)
    assert second.get_json()["revision"] == 2
    assert post(client, NAME, **{"If-Match": second.headers["ETag"]}).status_code == 200


def test_of_two_writers_that_saw_the_same_revision_one_is_too_late(client: FlaskClient) -> None:
    seen = f'"{client.get("/-/health").get_json()["digest"]}"'
    names = ('"أبخازيا "@ar', '"أبخازي"@ar')

    def write(name: str) -> int:
        facts = f"{HEADER}<pact#char=27,34> {{ id:abkhazia mithaq:name {name} }}"
        own = client.application.test_client()
        own.environ_base.update(client.environ_base)
        return post(own, facts.replace("أبخازيا ", "أبخاز"), **{"If-Match": seen}).status_code

    with ThreadPoolExecutor(2) as writers:
        assert sorted(writers.map(write, names)) == [201, 412]


def test_same_request_with_the_same_key_is_carried_out_once(client: FlaskClient) -> None:
    first = post(client, NAME, **{"Idempotency-Key": "one"})
    again = post(client, NAME, **{"Idempotency-Key": "one"})

    assert (first.status_code, again.status_code) == (201, 201)
    assert again.get_json() == first.get_json()
    assert again.headers["Idempotency-Replayed"] == "true"
    assert revision(client) == 2


def test_key_of_another_request_is_refused(client: FlaskClient) -> None:
    post(client, NAME, **{"Idempotency-Key": "one"})

    response = post(client, WRONG_NAME, **{"Idempotency-Key": "one"})

    assert (response.status_code, response.get_json()["type"].rpartition("/")[2]) == (422, "key-used")


def test_key_of_a_failed_request_may_be_used_again(client: FlaskClient) -> None:
    faulty = post(client, "this is no TriG", **{"Idempotency-Key": "one"})

    assert (faulty.status_code, post(client, NAME, **{"Idempotency-Key": "one"}).status_code) == (400, 201)


def test_facts_without_a_span_are_refused(client: FlaskClient) -> None:
    response = client.post(
        "/facts", data=HEADER + "id:a a mithaq:Polity .", content_type="text/turtle", headers={"Accept": "text/plain"}
    )

    assert response.status_code == 409
    assert revision(client) == 1


def test_faulty_part_of_a_form_is_named_with_line_and_column(client: FlaskClient) -> None:
    response = client.post("/facts", data={"facts": (io.BytesIO(b"<a> <b> .\n"), "faulty.trig")})

    problem = response.get_json()
    assert response.status_code == 400
    assert (problem["file"], problem["line"]) == ("faulty.trig", 1)


@pytest.mark.parametrize(
    "form",
    [
        {"picture": (io.BytesIO(b"x"), "x.trig")},
        {},
        {"text": (io.BytesIO(b"\xff\xfe"), "x.txt")},
        {"text": (io.BytesIO(b"x"), "x y<z>.txt")},
    ],
)
def test_form_that_makes_no_sense_is_a_bad_request(client: FlaskClient, form: dict[str, object]) -> None:
    response = client.post("/facts", data=form, content_type="multipart/form-data")

    assert (response.status_code, response.mimetype) == (400, "application/problem+json")


def test_form_without_a_boundary_is_a_bad_request(client: FlaskClient) -> None:
    response = client.post("/facts", data=b"x", headers={"Content-Type": "multipart/form-data"})

    assert response.status_code == 400


def test_file_of_an_unknown_kind_is_not_understood(client: FlaskClient) -> None:
    assert client.post("/facts", data={"facts": (io.BytesIO(b"x"), "facts.pdf")}).status_code == 415


def test_facts_and_texts_in_another_charset_are_refused(client: FlaskClient) -> None:
    text = {"text": (io.BytesIO("نص".encode("utf-16")), "x.txt", "text/plain; charset=utf-16")}
    alone = client.post("/facts", data=NAME.encode("utf-16"), content_type="application/trig; charset=utf-16")

    assert [alone.status_code, client.post("/facts", data=text).status_code] == [415, 415]
    assert alone.get_json()["detail"] == "The Content-Type names the charset utf-16; send UTF-8."


def test_facts_as_json_ld_may_not_have_anything_fetched(client: FlaskClient) -> None:
    document = b'{"@context": "http://127.0.0.1:9/context", "@id": "http://example.org/a"}'

    response = client.post("/facts", data=document, content_type="application/ld+json")

    assert response.status_code == 400
    assert "not fetched" in response.get_json()["detail"]


def test_facts_of_an_article_are_given_out_and_can_be_handed_in_again(client: FlaskClient) -> None:
    given = client.get("/facts", query_string={"article": "pact"})

    assert given.mimetype == "application/trig"
    assert "معاهدة صداقة" in given.get_data(as_text=True)
    assert "char=0,30" not in given.get_data(as_text=True)
    assert post(client, given.get_data(as_text=True)).status_code == 200


def test_facts_that_have_not_changed_are_not_sent_again(client: FlaskClient) -> None:
    tag = client.get("/facts").headers["ETag"]

    unchanged = client.get("/facts", headers={"If-None-Match": tag})
    post(client, NAME)
    changed = client.get("/facts", headers={"If-None-Match": tag})

    assert (unchanged.status_code, unchanged.data, changed.status_code) == (304, b"", 200)


def test_note_of_a_revision_can_be_given(client: FlaskClient, store: Path) -> None:
    client.post("/facts?note=first+try", data=NAME.encode(), content_type="application/trig")

    with KnowledgeGraph.open(store) as graph:
        assert next(graph.revisions()).note == "first try (by single)"


def test_nobody_changes_anything_without_a_token(stranger: FlaskClient) -> None:
    answers = [post(stranger, NAME), stranger.delete("/facts?article=pact")]

    assert [answer.status_code for answer in answers] == [401, 401]
    assert all(answer.headers["WWW-Authenticate"].startswith("Bearer") for answer in answers)
    assert revision(stranger) == 1
