"""The service as it runs, asked by real clients over real connections."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen
from xml.dom.minidom import Document

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, JSONLD, N3, RDFXML, TSV, TURTLE, XML, SPARQLWrapper

from mithaq.graph import KnowledgeGraph

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from mithaq.graph import BuildFiles

PREFIX = "PREFIX mithaq: <https://w3id.org/mithaq#> "
ARTICLES = PREFIX + "SELECT ?article { ?article a mithaq:Article } ORDER BY ?article"
LENGTHS = PREFIX + "CONSTRUCT { ?article mithaq:length ?length } WHERE { ?article mithaq:length ?length }"


def get(address: str, **headers: str) -> tuple[int, str, bytes]:
    with urlopen(Request(address, headers=headers)) as response:  # noqa: S310 - our own service
        return response.status, response.headers["Content-Type"], response.read()


@pytest.mark.parametrize(
    ("query", "accept"),
    [
        (ARTICLES, "application/sparql-results+json"),
        (ARTICLES, "application/sparql-results+xml"),
        (ARTICLES, "text/csv"),
        (ARTICLES, "text/tab-separated-values"),
        (ARTICLES, "text/turtle"),
        (LENGTHS, "text/turtle"),
        (LENGTHS, "application/n-triples"),
        (LENGTHS, "application/ld+json"),
        (LENGTHS, "application/rdf+xml"),
    ],
)
def test_service_answers_in_every_format(service: str, query: str, accept: str) -> None:
    status, content_type, body = get(f"{service}/sparql?{urlencode({'query': query})}", Accept=accept)

    assert (status, content_type) == (200, f"{accept}; charset=utf-8")
    assert all(name in body for name in (b"accord", b"pact", b"weather"))


def test_service_is_well(service: str) -> None:
    _, _, body = get(f"{service}/-/health")

    assert json.loads(body)["status"] == "ok"


def test_service_shows_its_start_page(service: str) -> None:
    _, content_type, body = get(service + "/", **{"Accept-Language": "ar"})

    assert content_type == "text/html; charset=utf-8"
    assert 'dir="rtl"' in body.decode()


def test_body_without_a_stated_length_is_read_to_its_end(service: str) -> None:
    connection = http.client.HTTPConnection(urlsplit(service).netloc)
    parts = (ARTICLES[:40].encode(), ARTICLES[40:].encode())

    connection.request(
        "POST", "/sparql", iter(parts), {"Content-Type": "application/sparql-query"}, encode_chunked=True
    )
    response = connection.getresponse()

    assert response.status == 200
    assert len(json.loads(response.read())["results"]["bindings"]) == 3
    connection.close()


def test_body_without_a_stated_length_is_refused_when_it_grows_too_large(service: str) -> None:
    connection = http.client.HTTPConnection(urlsplit(service).netloc)

    parts = (b"#" * 1_000_000 for _ in range(9))
    connection.request("POST", "/sparql", parts, {"Content-Type": "application/sparql-query"}, encode_chunked=True)

    assert connection.getresponse().status == 413
    connection.close()


@pytest.mark.parametrize("return_format", [JSON, XML, CSV, TSV])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_sparqlwrapper_selects(service: str, method: str, return_format: str) -> None:
    client = SPARQLWrapper(service + "/sparql", returnFormat=return_format)
    client.setQuery(ARTICLES)
    client.setMethod(method)

    converted = client.query().convert()

    text = converted.toxml() if isinstance(converted, Document) else str(converted)
    assert text.count("https://w3id.org/mithaq/article/") == 3


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # what the client makes of it
@pytest.mark.parametrize("return_format", [TURTLE, N3, RDFXML, JSONLD, XML])
def test_sparqlwrapper_constructs(service: str, return_format: str) -> None:
    client = SPARQLWrapper(service + "/sparql", returnFormat=return_format)
    client.setQuery(LENGTHS)

    converted = client.query().convert()

    if isinstance(converted, bytes):  # these two formats it leaves to its user
        converted = rdflib.Graph().parse(converted)
    assert isinstance(converted, rdflib.Graph)
    assert len(converted) == 3


def test_sparqlwrapper_asks(service: str) -> None:
    client = SPARQLWrapper(service + "/sparql", returnFormat=JSON)
    client.setQuery(PREFIX + "ASK { ?article a mithaq:Article }")

    converted = client.queryAndConvert()

    assert isinstance(converted, dict)
    assert converted["boolean"] is True


@pytest.mark.parametrize("return_format", ["xml", "json", "csv", "tsv"])
@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_sparqlstore_of_rdflib_reads(service: str, method: str, return_format: str) -> None:
    store = SPARQLStore(service + "/sparql", method=method, returnFormat=return_format)
    graph = rdflib.Graph(store)
    article_class = rdflib.URIRef("https://w3id.org/mithaq#Article")

    found = set(graph.subjects(rdflib.RDF.type, article_class))

    assert len(found) == 3
    assert {row.article for row in graph.query(ARTICLES)} == found  # type: ignore[union-attr]


def test_many_clients_at_once_get_the_same_answer(service: str) -> None:
    address = f"{service}/sparql?{urlencode({'query': ARTICLES})}"

    with ThreadPoolExecutor(8) as clients:
        answers = set(clients.map(lambda _: get(address), range(80)))

    assert len(answers) == 1


def test_second_service_on_the_same_port_is_refused(service: str, store: Path) -> None:
    port = str(urlsplit(service).port)

    done = subprocess.run(
        [Path(sys.executable).with_name("mithaq"), "serve", "--store", store, "--port", port],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip

    assert done.returncode == 2
    assert f"port {port}" in done.stderr
    assert "--port" in done.stderr


def test_store_that_is_built_anew_is_served_at_once(
    serving: Callable[[Path], AbstractContextManager[str]], store: Path, small_files: BuildFiles, tmp_path: Path
) -> None:
    changing = tmp_path / "store"
    shutil.copytree(store, changing)
    shutil.rmtree(small_files.articles)
    small_files.articles.mkdir()

    with serving(changing) as service:
        address = f"{service}/sparql?{urlencode({'query': ARTICLES, 'format': 'csv'})}"
        before = get(address)
        KnowledgeGraph.build(changing, files=small_files)
        after = get(address)

    assert before[2].count(b"\n") == 4
    assert after[2].count(b"\n") == 1


def start(store: Path, *options: str) -> tuple[subprocess.Popen[str], str]:
    command: list[str | Path] = [Path(sys.executable).with_name("mithaq"), "serve", "--store", store, "--port", "0"]
    process = subprocess.Popen([*command, *options], stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert process.stdout is not None
    return process, process.stdout.readline().split()[-1]


def test_host_may_be_a_name(store: Path) -> None:
    process, address = start(store, "--host", "localhost")

    with process:
        process.terminate()

    assert urlsplit(address).hostname in {"127.0.0.1", "::1"}


def test_interrupt_from_the_keyboard_stops_the_service_quietly(store: Path) -> None:
    process, _ = start(store)

    with process:
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does it: to all processes at once
        code = process.wait(timeout=20)

    assert code == 0


def test_service_that_is_killed_leaves_nobody_at_its_port(store: Path) -> None:
    process, address = start(store)

    with process:
        process.kill()

    assert_refuses_soon(f"{address}-/health")


def assert_refuses_soon(address: str) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            get(address)
        except OSError:
            return
        time.sleep(0.05)
    pytest.fail(f"{address} still answers")
