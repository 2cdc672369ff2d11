"""The description of all requests together."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

from . import documents, facts, operations, protocols
from .schemas import SCHEMAS

if TYPE_CHECKING:
    from ..workers import Policy

_TAGS: Final = {
    protocols.TAG: "SPARQL 1.1 Protocol, SPARQL 1.1 Graph Store HTTP Protocol.",
    facts.TAG: "Facts: judged, added, retracted, led back to the words of the articles.",
    documents.TAG: "Linked data and pages: every IRI of the graph leads to what is said of it.",
    operations.TAG: "For those who run the service.",
}


def openapi_document(policy: Policy, address: str) -> dict[str, Any]:
    """Describe the requests that a service answers under its policy, at an address without its last slash."""
    parts = (protocols, operations) if policy == "open" else (protocols, facts, documents, operations)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Mithaq",
            "version": version("mithaq"),
            "summary": "States, treaties and obligations from Arabic news, each with the sentence that says it.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": address or "/"}],
        "tags": [{"name": part.TAG, "description": _TAGS[part.TAG]} for part in parts],
        "paths": {path: described for part in parts for path, described in part.paths().items()},
        "components": {
            "schemas": SCHEMAS,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }
