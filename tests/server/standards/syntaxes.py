"""Syntaxes of RDF: documents sent to the graph store, and what it made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode, Quad
from rdflib import URIRef

from .comparing import same_quads
from .files import media_type, read_dataset, read_graph
from .queries_and_updates import expect_malformed
from .suite import MF

if TYPE_CHECKING:
    from .endpoint import Answer, Endpoint
    from .suite import Case

_WITNESS: Final = Quad(NamedNode("urn:a"), NamedNode("urn:b"), NamedNode("urn:c"))
_OF_DATASETS: Final = frozenset({".trig", ".nq"})


def judge_positive_syntax(case: Case, endpoint: Endpoint) -> str:
    """Expect the document to be stored."""
    answer = _send(case, endpoint)
    return "" if answer.succeeded else answer.text


def judge_evaluation(case: Case, endpoint: Endpoint) -> str:
    """Expect the statements of the document to be stored."""
    answer = _send(case, endpoint)
    if not answer.succeeded:
        return answer.text
    iri, result = str(case.value(MF.action)), str(case.value(MF.result))
    file = case.suite.file(result)
    name = None if _of_datasets(iri) else iri
    expected = read_dataset(file, result) if name is None else read_graph(file, result, name)
    actual = endpoint.quads()
    return "" if same_quads(expected, actual) else f"stored: {' '.join(map(str, actual))[:300]}"


def judge_negative_syntax(case: Case, endpoint: Endpoint) -> str:
    """Expect the document to be called malformed, and what is stored to stay as it was."""
    endpoint.fill(None, [_WITNESS])
    answer = _send(case, endpoint)
    actual = endpoint.quads()
    return expect_malformed(answer) or ("" if actual == [_WITNESS] else f"stored: {actual}")


def _send(case: Case, endpoint: Endpoint) -> Answer:
    """Put a graph in the place that bears the document's address, which is its base then; or put a whole dataset."""
    iri = URIRef(str(case.value(MF.action)))
    file = case.suite.file(iri)
    if _of_datasets(iri):
        return endpoint.put_all(_based(iri, file.read_bytes()), media_type(file))
    return endpoint.put(iri, file.read_bytes(), media_type(file))


def _of_datasets(iri: str) -> bool:
    return any(iri.endswith(ending) for ending in _OF_DATASETS)


def _based(iri: str, content: bytes) -> bytes:
    """Say the base of a document whose place has none."""
    return f"@base <{iri}> .\n".encode() + content if iri.endswith(".trig") else content
