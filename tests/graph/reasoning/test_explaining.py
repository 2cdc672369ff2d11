"""Every inferred triple has a shortest proof, whose steps hold when they are applied again by someone else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from mithaq.graph.reasoning import Outcome, close_all, compile_ontology, explain
from mithaq.graph.reasoning.explanation import EFFORT
from mithaq.graph.reasoning.proving import Prover
from mithaq.graph.triples import TriplesInMemory

from .generated import CLASS_AXIOMS, PROPERTY_AXIOMS, STATEMENTS, THINGS, axiom, facts, ontologies, triples
from .verifier import faults_of

if TYPE_CHECKING:
    from mithaq.graph.reasoning import Proof
    from mithaq.graph.triples import Triple

ONTOLOGIES = ontologies(CLASS_AXIOMS, PROPERTY_AXIOMS)
FACTS = facts(STATEMENTS, axiom(THINGS, "owl:sameAs", THINGS))
NEVER = 10**6


class Known:
    """Facts with all that follows from them."""

    def __init__(self, ontology: str, stated: str) -> None:
        axioms = triples(ontology)
        self.rules = compile_ontology(axioms)
        self.stated = list(dict.fromkeys([*axioms, *triples(stated)]))
        self.inferred = close_all(self.rules, self.stated).inferred
        self.triples = TriplesInMemory([*self.stated, *self.inferred])

    def why(self, triple: Triple, effort: int = 100_000) -> Proof:
        return explain(self.rules, self.triples, set(self.stated).__contains__, triple, effort=effort)

    def told(self, triple: str) -> Proof:
        (wanted,) = triples(triple)
        return self.why(wanted)


@given(ontology=ONTOLOGIES, lines=FACTS)
@settings(max_examples=15, deadline=None)
def test_each_step_holds_when_owlrl_applies_it_again(ontology: str, lines: list[str]) -> None:
    known = Known(ontology, "\n".join(lines))

    for triple in [each for each in known.inferred if each not in known.rules.inferences][:6]:
        proof = known.why(triple)
        assert proof.outcome is Outcome.PROVEN
        assert not faults_of(proof, known.stated, known.rules.closed_ontology)


@given(ontology=ONTOLOGIES, lines=FACTS)
@settings(max_examples=40, deadline=None)
def test_no_proof_is_shorter(ontology: str, lines: list[str]) -> None:
    known = Known(ontology, "\n".join(lines))
    costs = fewest_applications(known)

    for triple in known.inferred[:12]:
        proof = known.why(triple)
        assert proof.outcome is Outcome.PROVEN
        assert applications(proof, triple) == costs[triple]


def fewest_applications(known: Known) -> dict[Triple, int]:
    """Count forwards, from the stated triples up, until nothing gets cheaper."""
    prover = Prover(known.rules, known.triples, set(known.stated).__contains__)
    ways = {each: list(prover.ways(each)) for each in known.inferred}
    costs = dict.fromkeys(known.stated, 0) | dict.fromkeys(known.rules.inferences - set(known.stated), 1)
    changed = True
    while changed:
        changed = False
        for triple, all_premises in ways.items():
            for premises in all_premises:
                cost = 1 + sum(costs.get(premise, NEVER) for premise in set(premises))
                if cost < costs.get(triple, NEVER):
                    costs[triple], changed = cost, True
    return costs


def applications(proof: Proof, triple: Triple) -> int:
    step = next((each for each in proof.steps if each.conclusion == triple), None)
    return 0 if step is None else 1 + sum(applications(proof, premise) for premise in set(step.premises))


@given(ontology=ONTOLOGIES, lines=FACTS)
@settings(max_examples=15, deadline=None)
def test_same_facts_in_another_order_have_the_same_proofs(ontology: str, lines: list[str]) -> None:
    one, other = Known(ontology, "\n".join(lines)), Known(ontology, "\n".join(lines[::-1]))

    for triple in sorted(one.inferred, key=str)[:8]:
        assert one.why(triple) == other.why(triple)


ONTOLOGY = """
:Treaty rdfs:subClassOf :Instrument . :partyTo owl:inverseOf :party . :party rdfs:range :Agent .
:bound owl:propertyChainAxiom ( :partyTo :binds ) . :Instrument rdfs:subClassOf :Thing .
:meets a owl:SymmetricProperty .
"""


def test_proof_names_rules_axioms_and_premises_down_to_what_is_stated() -> None:
    known = Known(ONTOLOGY, ":t :party :x ; :binds :y .")

    proof = known.told(":x :bound :y .")

    assert [step.rule for step in proof.steps] == ["prp-spo2", "prp-inv2"]
    assert proof.steps[0].premises == tuple(triples(":x :partyTo :t . :t :binds :y ."))
    assert proof.steps[1].premises == tuple(triples(":t :party :x ."))
    assert proof.steps[1].axioms == tuple(triples(":partyTo owl:inverseOf :party ."))


def test_axioms_are_told_as_the_ontology_has_them() -> None:
    known = Known(":A rdfs:subClassOf [ owl:onProperty :p ; owl:maxCardinality 01 ] .", ":a a :A ; :p :b , :c .")

    (step,) = known.told(":b owl:sameAs :c .").steps

    assert set(step.axioms) <= set(known.stated)


def test_stated_triple_needs_no_proof() -> None:
    known = Known(ONTOLOGY, ":t a :Treaty , :Instrument .")

    proof = known.told(":t a :Instrument .")

    assert (proof.outcome, proof.steps) == (Outcome.STATED, ())


def test_what_is_not_there_has_no_proof() -> None:
    assert Known(ONTOLOGY, ":t a :Treaty .").told(":t a :Agent .").outcome is Outcome.UNFOUNDED


def test_what_is_there_for_no_reason_but_itself_has_no_proof() -> None:
    known = Known(ONTOLOGY, ":t a :Treaty .")
    for triple in triples(":a :meets :b . :b :meets :a ."):
        known.triples.add(triple)

    assert known.told(":a :meets :b .").outcome is Outcome.UNFOUNDED


def test_what_follows_within_the_ontology_is_a_step_of_its_own() -> None:
    (step,) = Known(ONTOLOGY, "").told(":Treaty rdfs:subClassOf :Thing .").steps

    assert (step.rule, step.premises) == ("ontology", ())


@pytest.mark.parametrize(
    ("effort", "outcome"), [(1, Outcome.UNFINISHED), (200, Outcome.PERHAPS_LONGER), (10_000, Outcome.PROVEN)]
)
def test_effort_is_limited(effort: int, outcome: Outcome) -> None:
    known = Known(":p a owl:TransitiveProperty .", along_a_chain(":p", 12))
    (wanted,) = triples(":a0 :p :a12 .")

    proof = known.why(wanted, effort=effort)

    assert proof.outcome is outcome
    assert bool(proof.steps) is (outcome is not Outcome.UNFINISHED)


def along_a_chain(relation: str, links: int) -> str:
    return " ".join(f":a{number} {relation} :a{number + 1} ." for number in range(links))


@pytest.mark.parametrize(
    ("ontology", "stated", "conclusion", "steps"),
    [
        (":p a owl:TransitiveProperty .", along_a_chain(":p", 50), ":a0 :p :a50 .", 49),
        ("", along_a_chain("owl:sameAs", 31) + ":a0 :p :b .", ":a31 :p :b .", 31),
        (" ".join(f":C{each} rdfs:subClassOf :C{each + 1} ." for each in range(40)), ":a a :C0 .", ":a a :C40 .", 40),
    ],
)
def test_what_lies_far_from_what_is_stated_is_proven_all_the_same(
    ontology: str, stated: str, conclusion: str, steps: int
) -> None:
    known = Known(ontology, stated)
    (wanted,) = triples(conclusion)

    proof = known.why(wanted, effort=EFFORT)

    assert proof.outcome in {Outcome.PROVEN, Outcome.PERHAPS_LONGER}
    assert len(proof.steps) == steps


def test_hub_with_ever_so_many_reasons_is_explained_at_once() -> None:
    known = Known(ONTOLOGY, " ".join(f":t{number} :party :x ." for number in range(3000)))

    proof = known.told(":x a :Agent .")

    assert proof.outcome is Outcome.PROVEN
    assert len(proof.steps) == 1


def test_hub_whose_reasons_are_all_inferred_is_explained_all_the_same() -> None:
    ontology = "[ owl:inverseOf :party ] rdfs:subPropertyOf :engagement . :engagement rdfs:domain :Agent ."
    known = Known(ontology, " ".join(f":t{number} :party :x ." for number in range(3000)))

    proof = known.told(":x a :Agent .")

    assert proof.outcome is Outcome.PROVEN
    assert [step.rule for step in proof.steps] == ["prp-dom", "prp-spo1"]
