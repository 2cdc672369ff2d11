"""Service descriptions: what the three tests of the suite say in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, RdfFormat

from .files import quads_in

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from .endpoint import Answer, Endpoint
    from .suite import Case

_SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_TYPE: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_ACCEPT: Final = "text/turtle, application/rdf+xml;q=0.9"
_DOMAINS: Final = {
    "endpoint": "Service",
    "feature": "Service",
    "defaultEntailmentRegime": "Service",
    "entailmentRegime": "NamedGraph",
    "defaultSupportedEntailmentProfile": "Service",
    "supportedEntailmentProfile": "NamedGraph",
    "extensionFunction": "Service",
    "extensionAggregate": "Service",
    "languageExtension": "Service",
    "supportedLanguage": "Service",
    "propertyFeature": "Service",
    "defaultDataset": "Service",
    "availableGraphs": "Service",
    "resultFormat": "Service",
    "inputFormat": "Service",
    "defaultGraph": "Dataset",
    "namedGraph": "GraphCollection",
    "name": "NamedGraph",
    "graph": "NamedGraph",
}
"""The properties of the vocabulary, and the class that has each."""
_SUBCLASSES: Final = {"GraphCollection": {"GraphCollection", "Dataset"}}


def judge_service_description(case: Case, endpoint: Endpoint) -> str:
    """Get the endpoint without a query, and look at what it says."""
    answer = endpoint.send("GET", endpoint.paths.query, headers={"Accept": _ACCEPT})
    checks = {
        "returns-rdf": _is_rdf,
        "has-endpoint-triple": _names_endpoint,
        "conforms-to-schema": _conforms,
    }
    return checks[case.name](answer, endpoint)


def _is_rdf(answer: Answer, endpoint: Endpoint) -> str:
    return "" if answer.succeeded and _quads(answer, endpoint) else answer.text


def _names_endpoint(answer: Answer, endpoint: Endpoint) -> str:
    address = NamedNode(endpoint.address)
    named = {quad.object for quad in _quads(answer, endpoint) if quad.predicate.value == f"{_SD}endpoint"}
    return "" if address in named else f"endpoints {named}"


def _conforms(answer: Answer, endpoint: Endpoint) -> str:
    quads = _quads(answer, endpoint)
    types: dict[object, set[str]] = {}
    for quad in quads:
        if quad.predicate == _TYPE and isinstance(quad.object, NamedNode):
            types.setdefault(quad.subject, set()).add(quad.object.value.removeprefix(_SD))
    used = [quad for quad in quads if quad.predicate.value.startswith(_SD)]
    return next((str(quad) for quad in used if not _fits(quad, types.get(quad.subject, set()))), "")


def _fits(quad: Quad, types: set[str]) -> bool:
    domain = _DOMAINS.get(quad.predicate.value.removeprefix(_SD))
    return (
        domain is not None and bool(types & _SUBCLASSES.get(domain, {domain})) and not isinstance(quad.object, Literal)
    )


def _quads(answer: Answer, endpoint: Endpoint) -> list[Quad]:
    format_ = RdfFormat.from_media_type(answer.media_type)
    assert format_ is not None, answer.media_type
    return quads_in(answer.body, format_, endpoint.address)
