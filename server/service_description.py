"""The description of the endpoint (SPARQL 1.1 Service Description)."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import RdfFormat, parse, serialize

_DESCRIPTION = Path(__file__).resolve().parent / "service_description.ttl"


def describe_service(endpoint: str, media_type: str) -> bytes:
    """Write the description of the endpoint at this address; the media type is one of a graph format's own."""
    described = parse(_DESCRIPTION.read_bytes(), format=RdfFormat.TURTLE, base_iri=endpoint)
    description = serialize((quad.triple for quad in described), format=RdfFormat.from_media_type(media_type))
    return description or b""
