"""The closure: what OWL 2 RL makes of ontology and facts, without the noise, and the contradictions that it meets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import owlrl
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple
from rdflib import OWL

from .contradictions import contradiction
from .namespaces import INFERRED_GRAPH, LANGUAGE_NAMESPACES
from .terms import RdflibTriple, from_rdflib, is_skolem, stored_literals, to_rdflib_graph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .findings import Finding


@dataclass(frozen=True, slots=True)
class Closure:
    """The triples that follow and were not stated, in order, and the contradictions that were met."""

    inferred: tuple[Triple, ...]
    contradictions: tuple[str, ...]

    def quads(self) -> list[Quad]:
        """Give the inferred triples in the graph that is theirs."""
        return [Quad(each.subject, each.predicate, each.object, INFERRED_GRAPH) for each in self.inferred]

    def findings(self) -> list[Finding]:
        """Give the contradictions as findings."""
        return [contradiction(sentence) for sentence in self.contradictions]


class _Semantics(owlrl.OWLRL_Semantics):  # type: ignore[misc]
    """OWL 2 RL without the rule that everything is the same as itself, half of what owlrl would store."""

    def store_triple(self, t: RdflibTriple) -> None:
        subject, predicate, object_ = t
        if not (predicate == OWL.sameAs and subject == object_):
            super().store_triple(t)


def close(ontology: Iterable[Quad], facts: Iterable[Quad]) -> Closure:
    """Close facts under an ontology.

    Left out: what was stated already; what has a literal as its subject, or a blank node; what is said of the blank
    nodes of the ontology; and what says no more than the languages themselves do (of the terms of RDF, RDFS, OWL and
    XSD, that a thing is a thing, that a class is its own subclass).
    """
    ontology, facts = list(ontology), list(facts)
    graph = to_rdflib_graph([*ontology, *facts])
    stated = set(graph)
    semantics = _Semantics(graph, False, False)  # neither axioms nor those of datatypes
    semantics.closure()
    anonymous: set[object] = {term for quad in ontology for term in (quad.subject, quad.object) if is_skolem(term)}
    new = (_triple(each) for each in graph if each not in stated)
    inferred = {each for each in new if each is not None and not _is_noise(each, anonymous)}
    known = {each.triple for each in (*ontology, *facts)}
    return Closure(
        inferred=tuple(sorted(_in_stored_form(inferred) - known, key=str)),
        contradictions=tuple(sorted(str(message) for message in semantics.error_messages)),
    )


def _triple(triple: RdflibTriple) -> Triple | None:
    subject, predicate, object_ = (from_rdflib(term) for term in triple)
    if isinstance(subject, Literal) or not isinstance(predicate, NamedNode):
        return None
    return Triple(subject, predicate, object_)


def _is_noise(triple: Triple, anonymous: set[object]) -> bool:
    subject, predicate, object_ = triple.subject, triple.predicate, triple.object
    if any(isinstance(term, BlankNode) or term in anonymous for term in (subject, object_)):
        return True
    if _is_of_the_languages(subject) or _is_of_the_languages(object_):
        return True
    return subject == object_ and _is_of_the_languages(predicate)


def _is_of_the_languages(term: object) -> bool:
    return isinstance(term, NamedNode) and term.value.startswith(LANGUAGE_NAMESPACES)


def _in_stored_form(triples: set[Triple]) -> set[Triple]:
    forms = stored_literals(each.object for each in triples if isinstance(each.object, Literal))
    return {
        Triple(each.subject, each.predicate, forms[each.object]) if isinstance(each.object, Literal) else each
        for each in triples
    }
