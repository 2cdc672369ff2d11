"""The parsers that are fuzzed, each as a function of bytes that raises nothing but a defect."""

from __future__ import annotations

from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from flask import Flask, request
from werkzeug.exceptions import HTTPException

from mithaq.graph import MithaqError, Span, parse_facts_bytes
from mithaq.server.handed_in import read_parts
from mithaq.server.iris import iri_of, path_of
from mithaq.server.media_types import GRAPH_FORMATS, choose_by_preference
from mithaq.server.parameters import read_sparql_request, read_update_request
from mithaq.server.problems import ProblemError
from mithaq.server.sparql_tokens import depth_of, is_doubtful, tokens_of, without_silent_services
from mithaq.server.submissions import submissions_of
from mithaq.server.update_texts import read_update

if TYPE_CHECKING:
    from collections.abc import Callable

_FORMATS: Final = ("turtle", "trig", "ntriples", "nquads", "jsonld", "rdfxml")
_BOUNDARY: Final = "x"


def query_tokens(data: bytes) -> None:
    """Tokenize a SPARQL text: the tokens stand one behind the other, and measuring them ends."""
    text = data.decode(errors="replace")
    tokens = list(tokens_of(text))
    assert all(token.text == text[token.begin : token.end] for token in tokens)
    assert all(one.end <= other.begin for one, other in pairwise(tokens))
    assert depth_of(text) <= len(text)
    is_doubtful(tokens)
    assert len(without_silent_services(text)) <= len(text) + 2


def update_operations(data: bytes) -> None:
    """Split a SPARQL update into its operations, and write it anew."""
    with suppress(ProblemError):
        update = read_update(data.decode(errors="replace"))
        for operation in update.operations:
            assert operation.source in operation.text
            operation.blocks()
            operation.names_after("USING", "WITH")
        update.with_dataset(("urn:a",), ("urn:b",))


def parameters(data: bytes) -> None:
    """Read the parameters of a query and of an update, from the address and from a form."""
    address, _, form = data.partition(b"\0")
    application = Flask(__name__)
    for method in ("GET", "POST"):
        with application.test_request_context(
            "/sparql",
            method=method,
            query_string=address.decode("latin-1"),
            data=form,
            content_type="application/x-www-form-urlencoded",
            headers={"Accept": address.decode("latin-1").replace("\r", "").replace("\n", "")},
        ):
            choose_by_preference(request.accept_mimetypes, GRAPH_FORMATS)
            with suppress(ProblemError, HTTPException):
                read_sparql_request(request)
            with suppress(ProblemError, HTTPException):
                read_update_request(request)


def parts(data: bytes) -> None:
    """Read a form of facts, texts and sources."""
    with (
        Flask(__name__).test_request_context(
            "/facts", method="POST", data=data, content_type=f"multipart/form-data; boundary={_BOUNDARY}"
        ),
        suppress(ProblemError, HTTPException, MithaqError),
    ):
        submissions_of(read_parts(request))


def facts(data: bytes) -> None:
    """Parse facts in the syntax that the first byte chooses."""
    with suppress(MithaqError):
        parse_facts_bytes(data[1:], _FORMATS[data[0] % len(_FORMATS)] if data else "turtle", "fuzzed")


def names(data: bytes) -> None:
    """Read names of things, and spans."""
    text = data.decode(errors="replace")
    path_of(iri_of(text))
    span = Span.from_iri(text)
    assert span is None or span.begin <= span.end


TARGETS: Final[dict[str, Callable[[bytes], None]]] = {
    "query-tokens": query_tokens,
    "update-operations": update_operations,
    "parameters": parameters,
    "parts": parts,
    "facts": facts,
    "names": names,
}
SEEDS: Final = (
    b'PREFIX a: <urn:a#> SELECT * { ?s a:b \'c\\\'d\'@en ; ?p <<( ?a ?b ?c )>> FILTER(?x<?y && """z""" > \'#\') } # e',
    b"ASK { ?s ?p ?o . SERVICE SILENT <urn:x> { {} } }",
    b"WITH <urn:g> DELETE { ?s ?p ?o } INSERT { ?s ?p 1.5e0 } USING NAMED <urn:h> WHERE {} ; LOAD SILENT <urn:x>",
    b"query=ASK%7B%7D&default-graph-uri=urn%3Ax&timeout=1&format=json\0update=CLEAR%20ALL&using-graph-uri=urn%3Ax",
    (
        b'--x\r\nContent-Disposition: form-data; name="facts"; filename="a.trig"\r\n\r\n<urn:a> <urn:b> <urn:c> .\r\n'
        b'--x\r\nContent-Disposition: form-data; name="text"; filename="a.txt"\r\n\r\nword\r\n--x--\r\n'
    ),
    b"\1@prefix a: <urn:a> . a:g { a:s a:p 'o'@ar, [ a:q ( 1 2.5 true ) ] }",
    b'\4{"@context": {"a": "urn:a"}, "@id": "urn:s", "a": {"@value": "x", "@language": "ar"}}',
    b'\5<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="urn:a#"><a r:about="urn:x"/></r:RDF>',
    "https://w3id.org/mithaq/article/معاهدة#char=0,78".encode(),
)
"""What a fuzzer begins with."""
