"""owlrl as the oracle of what the ontology entails."""

from typing import Final

import owlrl
from rdflib import Graph, URIRef

_ERROR: Final = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
"""The property under which owlrl leaves the inconsistencies that it finds."""


def closed(*graphs: Graph) -> Graph:
    """Return all that the graphs together entail under OWL 2 RL."""
    closure = Graph()
    for graph in graphs:
        closure += graph
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(closure)
    return closure


def complaints(closure: Graph) -> list[str]:
    """Return the inconsistencies that owlrl found."""
    return [str(message) for message in closure.objects(None, _ERROR)]
