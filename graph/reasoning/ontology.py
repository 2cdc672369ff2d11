"""The rules of an ontology: owlrl closes it once, and what it then says is compiled into rules over data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import owlrl
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode
from rdflib import OWL

from ..terms import RdflibTriple, Term, from_rdflib, is_skolem, stored_literals, to_rdflib
from .axioms import rules_of
from .program import Program, term_program
from .redundancy import without_redundancy
from .unfolding import unfold
from .vocabulary import is_noise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..triples import Triple
    from .matching import Node
    from .rules import Rule


class _Semantics(owlrl.OWLRL_Semantics):  # type: ignore[misc]
    """OWL 2 RL without two rules: that everything is the same as itself, half of what owlrl would store, and keys.

    Keys hold for owlrl where all of their properties but the last agree. They say nothing of the ontology itself; its
    individuals are among the data.
    """

    def store_triple(self, t: RdflibTriple) -> None:
        subject, predicate, object_ = t
        if not (predicate == OWL.sameAs and subject == object_):
            super().store_triple(t)

    def _properties(self, triple: RdflibTriple, cycle_num: int) -> None:
        if triple[1] != OWL.hasKey:
            super()._properties(triple, cycle_num)


@dataclass(frozen=True)
class Rules:
    """What one ontology lets follow from data.

    `closed_ontology` is the ontology with all that owlrl infers about it, `ontology_inferences` those of the inferred
    triples that are worth telling, and `anonymous` are its nameless nodes, of which nothing is told.
    """

    rules: tuple[Rule, ...]
    closed_ontology: tuple[Triple, ...]
    ontology_inferences: tuple[Triple, ...]
    anonymous: frozenset[Term]

    @classmethod
    def from_closed_ontology(cls, closed: Iterable[Triple], stated: Iterable[Triple]) -> Rules:
        """Compile an ontology that was closed before; `stated` are the triples of the ontology itself."""
        closed, stated = tuple(sorted(closed, key=str)), frozenset(stated)
        anonymous = frozenset(
            term for s, _, o in closed for term in (s, o) if is_skolem(term) or isinstance(term, BlankNode)
        )
        new = (each for each in closed if each not in stated and each[1] not in anonymous)
        inferences = (each for each in new if not is_noise(*each, anonymous))
        rules = without_redundancy(unfold(rules_of(closed), stated, anonymous), stated)
        return cls(tuple(rules), closed, tuple(inferences), anonymous)

    @cached_property
    def inferences(self) -> frozenset[Triple]:
        """What follows from the ontology alone, as a set."""
        return frozenset(self.ontology_inferences)

    @cached_property
    def program(self) -> Program[Node]:
        """The rules, ready to be run over terms."""
        return term_program(self.rules)


def compile_ontology(ontology: Iterable[Triple]) -> Rules:
    """Close an ontology with owlrl and compile it; this takes owlrl half a second and more."""
    stated = frozenset(ontology)
    graph = rdflib.Graph(bind_namespaces="none")
    for triple in sorted(stated, key=str):
        graph.add(tuple(to_rdflib(term) for term in triple))  # type: ignore[arg-type]
    _Semantics(graph, False, False).closure()  # neither axioms nor those of datatypes
    read = [tuple(from_rdflib(term) for term in triple) for triple in graph]
    known = [each for each in read if not isinstance(each[0], Literal) and isinstance(each[1], NamedNode)]
    forms = stored_literals(each[2] for each in known if isinstance(each[2], Literal))
    closed = {(s, p, forms[o] if isinstance(o, Literal) else o) for s, p, o in known}
    return Rules.from_closed_ontology(closed | stated, stated)  # type: ignore[arg-type]
