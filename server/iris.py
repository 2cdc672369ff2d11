"""The names of things: prefixed by people, whole in the graph, and the addresses where the service tells of them."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

from mithaq.graph import PREFIXES

from .problems import ProblemError, not_in_graph

HOME: Final = "https://w3id.org/mithaq/"
"""Below this stand the IRIs of individuals, articles, graphs, shapes; the service tells of each at the same path."""

ONTOLOGY: Final = "https://w3id.org/mithaq"
GRAPHS: Final = HOME + "graph/"
RULES: Final = HOME + "rule/"


def iri_of(name: str) -> str:
    """Give the IRI of a prefixed name; anything else as it is.

    >>> iri_of("article:pact"), iri_of("pact")
    ('https://w3id.org/mithaq/article/pact', 'pact')
    """
    prefix, colon, rest = name.partition(":")
    return PREFIXES[prefix] + rest if colon and prefix in PREFIXES else name


def node_of(iri: str) -> NamedNode:
    """Make a node of an IRI that somebody sent; raises ProblemError where it is none, so that nothing bears it."""
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise unknown(iri) from error


def unknown(iri: str) -> ProblemError:
    """Say that the graph says nothing of an IRI."""
    return not_in_graph(f"The graph says nothing of {iri}.")


def path_of(iri: str) -> str | None:
    """Give the path at which the service tells of an IRI; nothing where it is not one of ours.

    >>> path_of("https://w3id.org/mithaq/id/russia"), path_of("https://w3id.org/mithaq#State"), path_of("urn:x")
    ('/id/russia', '/ontology#State', None)
    """
    if iri == ONTOLOGY or iri.startswith(f"{ONTOLOGY}#"):
        return f"/ontology{iri.removeprefix(ONTOLOGY)}"
    return f"/{iri.removeprefix(HOME)}" if iri.startswith(HOME) else None
