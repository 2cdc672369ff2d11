"""However facts come and go, what follows is the closure of those that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mithaq.graph.reasoning import add_to, close_all, compile_ontology, proving, remove_from
from mithaq.graph.triples import ChangedTriples, TriplesInMemory

from .generated import (
    CLASS_AXIOMS,
    EQUALITIES,
    PROPERTY_AXIOMS,
    REFUSING_AXIOMS,
    STATEMENTS,
    facts,
    ontologies,
    triples,
)
from .graphs import ReasonedGraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import NamedNode

    from mithaq.graph.contradictions import Contradiction
    from mithaq.graph.reasoning import Consequences, Rules
    from mithaq.graph.terms import Term
    from mithaq.graph.triples import Triple

ONTOLOGIES = ontologies(CLASS_AXIOMS, PROPERTY_AXIOMS)
FACTS = facts(STATEMENTS, EQUALITIES)


def closure(rules: Rules, graph: ReasonedGraph) -> set[Triple]:
    return set(close_all(rules, graph.asserted).inferred)


@given(ontology=ONTOLOGIES, lines=FACTS, data=st.data())
@settings(max_examples=40, deadline=None)
def test_any_order_and_any_batches_give_the_closure_of_all(
    ontology: str, lines: list[str], data: st.DataObject
) -> None:
    axioms = triples(ontology)
    rules = compile_ontology(axioms)
    graph = ReasonedGraph(rules, axioms)

    waiting = data.draw(st.permutations(triples("\n".join(lines))))
    while waiting:
        size = data.draw(st.integers(1, len(waiting)))
        batch, waiting = waiting[:size], waiting[size:]
        graph.add(batch)

    assert graph.inferred == closure(rules, graph)


@pytest.mark.parametrize("effort", [500, 2, 0])
def test_removal_leaves_the_closure_of_what_is_left(effort: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proving, "_EFFORT", effort)

    @given(ontology=ONTOLOGIES, lines=FACTS, data=st.data())
    @settings(max_examples=25, deadline=None)
    def check(ontology: str, lines: list[str], data: st.DataObject) -> None:
        axioms = triples(ontology)
        rules = compile_ontology(axioms)
        graph = ReasonedGraph(rules, axioms)
        stated = triples("\n".join(lines))
        graph.add(stated)
        while stated:
            removed = data.draw(st.lists(st.sampled_from(stated), min_size=1, unique=True))
            stated = [each for each in stated if each not in removed]
            graph.remove(removed)
            assert graph.inferred == closure(rules, graph)

    check()


@given(ontology=ONTOLOGIES, lines=FACTS, more=FACTS)
@settings(max_examples=25, deadline=None)
def test_what_is_added_and_removed_again_leaves_no_trace(ontology: str, lines: list[str], more: list[str]) -> None:
    axioms = triples(ontology)
    graph = ReasonedGraph(compile_ontology(axioms), axioms)
    graph.add(triples("\n".join(lines)))
    before, asserted = set(graph.triples), set(graph.asserted)

    graph.add(triples("\n".join(more)))
    graph.remove([each for each in triples("\n".join(more)) if each not in asserted])

    assert set(graph.triples) == before


@given(ontology=ONTOLOGIES, old=FACTS, new=FACTS)
@settings(max_examples=25, deadline=None)
def test_removing_and_adding_at_once_gives_the_closure(ontology: str, old: list[str], new: list[str]) -> None:
    axioms = triples(ontology)
    rules = compile_ontology(axioms)
    graph = ReasonedGraph(rules, axioms)
    graph.add(triples("\n".join(old)))

    graph.replace(triples("\n".join(old[::2])), triples("\n".join(new)))

    assert graph.inferred == closure(rules, graph)


@given(ontology=ontologies(CLASS_AXIOMS, PROPERTY_AXIOMS, REFUSING_AXIOMS), old=FACTS, new=FACTS)
@settings(max_examples=40, deadline=None)
def test_only_contradictions_that_a_change_brings_about_are_told(ontology: str, old: list[str], new: list[str]) -> None:
    axioms = triples(ontology)
    rules = compile_ontology(axioms)
    graph = ReasonedGraph(rules, axioms)
    graph.add(triples("\n".join(old)))
    before = close_all(rules, graph.asserted)

    told = graph.add(triples("\n".join(new)))

    after = close_all(rules, graph.asserted)
    assert known(told) == known(after) - known(before)


def known(consequences: Consequences) -> set[Contradiction]:
    return {each for each in consequences.contradictions if each.rule != "eq-bound"}


ONTOLOGY = """
:Treaty rdfs:subClassOf :Instrument . :party rdfs:range :State . :recognizer rdfs:range :State .
:State rdfs:subClassOf :Polity . :partyTo owl:inverseOf :party .
"""


def test_one_of_many_reasons_less_changes_nothing_else() -> None:
    axioms = triples(ONTOLOGY)
    graph = ReasonedGraph(compile_ontology(axioms), axioms)
    graph.add(triples(" ".join(f":t{number} :party :russia ." for number in range(50))))

    consequences = graph.remove(triples(":t7 :party :russia ."))

    assert set(consequences.withdrawn) == set(triples(":russia :partyTo :t7 ."))


def test_statement_taken_back_that_still_follows_becomes_an_inference() -> None:
    axioms = triples(ONTOLOGY)
    graph = ReasonedGraph(compile_ontology(axioms), axioms)
    graph.add(triples(":t :party :russia . :russia a :State , :Polity ."))

    consequences = graph.remove(triples(":russia a :Polity ."))

    assert consequences.inferred == tuple(triples(":russia a :Polity ."))
    assert not consequences.withdrawn


def test_statement_taken_back_with_the_reason_it_had_goes() -> None:
    axioms = triples(ONTOLOGY)
    graph = ReasonedGraph(compile_ontology(axioms), axioms)
    graph.add(triples(":t :party :russia . :russia a :State , :Polity ."))

    graph.remove(triples(":t :party :russia . :russia a :State , :Polity ."))

    assert not graph.inferred - set(graph.rules.ontology_inferences)


def test_two_that_only_prove_each_other_go_together() -> None:
    axioms = triples(":p a owl:SymmetricProperty , owl:TransitiveProperty .")
    graph = ReasonedGraph(compile_ontology(axioms), axioms)
    graph.add(triples(":a :p :b . :b :p :c ."))

    graph.remove(triples(":a :p :b ."))

    assert graph.inferred == set(triples(":c :p :b . :b :p :b . :c :p :c ."))


MANY_REASONS = " ".join(f":r{number} rdfs:subPropertyOf :q ." for number in range(6))


@pytest.mark.parametrize(
    ("ontology", "stated"),
    [
        (":q owl:propertyChainAxiom ( rdf:type :p ) .", ":x a :C ; :r1 :y . :C :p :y ."),
        ("rdf:type rdfs:subPropertyOf :q .", ":x a :y ; :r1 :y ."),
        (":q owl:inverseOf rdf:type .", ":y a :x . :x :r1 :y ."),
    ],
)
def test_reason_that_lies_in_some_class_is_found(ontology: str, stated: str) -> None:
    axioms = triples(ontology + MANY_REASONS)
    graph = ReasonedGraph(compile_ontology(axioms), axioms)
    graph.add(triples(stated))

    graph.remove(triples(":x :r1 :y ."))

    assert set(triples(":x :q :y .")) <= graph.inferred


class _Counted(TriplesInMemory):
    """Triples that count what is asked of them."""

    asked = 0

    def match(self, subject: Term | None, predicate: NamedNode | None, object_: Term | None) -> Iterator[Triple]:
        for triple in super().match(subject, predicate, object_):
            self.asked += 1
            yield triple


def test_cost_does_not_grow_with_what_is_known_of_a_hub() -> None:
    axioms = triples(ONTOLOGY + ":hosts owl:propertyChainAxiom ( :partyTo :on ) .")
    rules = compile_ontology(axioms)
    asked = []
    for size in (10, 1000):
        everything = [*axioms, *triples(" ".join(f":t{number} :party :russia ." for number in range(size)))]
        counted = _Counted([*everything, *close_all(rules, everything).inferred])
        counted.asked = 0
        changed = ChangedTriples(counted)
        new = triples(":t :party :russia , :france . :u :party :russia .")
        add_and_remove(rules, changed, new, set(everything))
        asked.append(counted.asked)

    assert asked[1] <= asked[0] + 10


def add_and_remove(rules: Rules, changed: ChangedTriples, new: list[Triple], asserted: set[Triple]) -> None:
    for triple in new:
        changed.add(triple)
    add_to(rules, changed, new)
    remove_from(rules, changed, new, asserted.__contains__)
    assert not len(changed.added)
    assert not len(changed.removed)
