"""The closure holds what follows, and nothing that was said, says nothing, or cannot be said in RDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from owlrl import DeductiveClosure, OWLRL_Semantics
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple
from rdflib import BNode
from rdflib import Literal as RdflibLiteral

from mithaq.graph import parse_facts_bytes
from mithaq.graph.corpus import read_corpus
from mithaq.graph.namespaces import LANGUAGE_NAMESPACES, PREFIXES
from mithaq.graph.reasoning import close
from mithaq.graph.terms import to_rdflib_graph

if TYPE_CHECKING:
    from mithaq.graph import BuildFiles

HEADER = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
ONTOLOGY = """
mithaq:Treaty rdfs:subClassOf mithaq:Instrument . mithaq:Instrument rdfs:subClassOf mithaq:Thing .
mithaq:party owl:inverseOf mithaq:partyTo . mithaq:party rdfs:range mithaq:Agent .
mithaq:part a owl:TransitiveProperty . mithaq:borders a owl:SymmetricProperty .
mithaq:name rdfs:subPropertyOf rdfs:label .
mithaq:recognizes owl:propertyChainAxiom ( mithaq:recognizerOf mithaq:recognized ) .
mithaq:recognizerOf owl:inverseOf mithaq:recognizer .
[] a owl:AllDisjointClasses ; owl:members ( mithaq:Person mithaq:Polity ) .
mithaq:Crowned owl:equivalentClass [ a owl:Restriction ; owl:onProperty mithaq:crown ; owl:hasValue true ] .
"""


def quads(turtle: str) -> list[Quad]:
    return [each.quad for each in parse_facts_bytes((HEADER + turtle).encode(), "turtle", "a.ttl").statements]


def triples(turtle: str) -> set[Triple]:
    return {quad.triple for quad in quads(turtle)}


@pytest.mark.parametrize(
    ("facts", "follow"),
    [
        ("id:t a mithaq:Treaty .", "id:t a mithaq:Instrument , mithaq:Thing ."),
        ("id:t mithaq:party id:r .", "id:r mithaq:partyTo id:t ; a mithaq:Agent ."),
        ("id:a mithaq:part id:b . id:b mithaq:part id:c .", "id:a mithaq:part id:c ."),
        ("id:a mithaq:borders id:b .", "id:b mithaq:borders id:a ."),
        ('id:r mithaq:name "روسيا"@ar .', 'id:r rdfs:label "روسيا"@ar .'),
        (
            "id:act mithaq:recognizer id:r ; mithaq:recognized id:g .",
            "id:r mithaq:recognizerOf id:act ; mithaq:recognizes id:g .",
        ),
        ("id:k mithaq:crown true .", "id:k a mithaq:Crowned ."),
        ("id:k a mithaq:Crowned .", "id:k mithaq:crown true ."),
    ],
)
def test_what_follows_is_inferred_and_nothing_else(facts: str, follow: str) -> None:
    without_facts = set(close(quads(ONTOLOGY), []).inferred)

    assert set(close(quads(ONTOLOGY), quads(facts)).inferred) - without_facts == triples(follow)


def test_ontology_alone_gives_its_own_consequences_without_noise() -> None:
    inferred = close(quads(ONTOLOGY), []).inferred

    assert triples("mithaq:Treaty rdfs:subClassOf mithaq:Thing .") <= set(inferred)
    for triple in inferred:
        assert triple.subject != triple.object
        assert not str(triple.object).startswith("<http://www.w3.org/")
        assert not isinstance(triple.subject, BlankNode)
        assert "genid" not in str(triple)


def test_what_is_stated_is_not_inferred_again() -> None:
    stated = "id:t a mithaq:Treaty , mithaq:Instrument , mithaq:Thing ."

    assert not set(close(quads(ONTOLOGY), quads(stated)).inferred) & triples(stated)


def test_stated_literal_in_another_spelling_is_not_inferred_again() -> None:
    stated = "id:k a mithaq:Crowned ; mithaq:crown '1'^^xsd:boolean ."

    assert not any(
        triple.predicate.value.endswith("crown") for triple in close(quads(ONTOLOGY), quads(stated)).inferred
    )


def test_contradiction_is_a_finding_in_both_languages() -> None:
    closure = close(quads(ONTOLOGY), quads("id:x a mithaq:Person , mithaq:Polity ."))

    (finding,) = closure.findings()

    assert finding.rule.endswith("/consistent")
    assert "id:x" in finding.said_in("en")
    assert "mithaq:Person" in finding.said_in("ar")


def test_same_input_in_another_order_gives_the_same_closure(small_files: BuildFiles) -> None:
    corpus = read_corpus(small_files)
    ontology = [each.quad for each in corpus.ontology]
    facts = [each.quad for each in corpus.statements]

    assert close(ontology, facts) == close(ontology[::-1], facts[::-1])


NAMES = st.sampled_from([NamedNode(f"http://e/{name}") for name in "abc"])
CLASSES = st.sampled_from([NamedNode(f"{PREFIXES['mithaq']}{name}") for name in ("Treaty", "Instrument", "Crowned")])
RELATIONS = st.sampled_from(
    [NamedNode(f"{PREFIXES['mithaq']}{name}") for name in ("party", "part", "borders", "recognizer", "recognized")]
)
NAMING = NamedNode(PREFIXES["mithaq"] + "name")
TYPE = NamedNode(PREFIXES["rdf"] + "type")
FACTS = st.lists(
    st.one_of(
        st.builds(Quad, NAMES, RELATIONS, NAMES),
        st.builds(Quad, NAMES, st.just(TYPE), CLASSES),
        st.builds(Quad, NAMES, st.just(NAMING), st.builds(Literal, st.text("اب", max_size=2))),
    ),
    max_size=8,
)


@given(facts=FACTS)
@settings(max_examples=40, deadline=None)
def test_closure_is_owlrl_without_what_is_left_out(facts: list[Quad]) -> None:
    graph = to_rdflib_graph([*quads(ONTOLOGY), *facts])
    stated = set(graph)
    DeductiveClosure(OWLRL_Semantics).expand(graph)
    expected = {
        (str(s), str(p), str(o))
        for s, p, o in graph
        if (s, p, o) not in stated
        and not any(isinstance(term, BNode) or "genid" in str(term) for term in (s, p, o))
        and not isinstance(s, RdflibLiteral)
        and not str(s).startswith(LANGUAGE_NAMESPACES)
        and (isinstance(o, RdflibLiteral) or not str(o).startswith(LANGUAGE_NAMESPACES))
        and not (s == o and str(p).startswith(LANGUAGE_NAMESPACES))
    }

    found = {
        (each.subject.value, each.predicate.value, each.object.value)  # type: ignore[union-attr]
        for each in close(quads(ONTOLOGY), facts).inferred
    }

    assert found == expected
