"""The ontology contradicts neither itself nor the shipped facts, and makes nothing of things that nobody said."""

from pathlib import Path

import pytest
from rdflib import RDF, RDFS, Graph, URIRef

from .reasoning import closed, complaints
from .vocabulary import fact_files, is_ours, merged, reference_files


@pytest.fixture(scope="module")
def facts(repository: Path) -> Graph:
    """Return all shipped facts, those of the reference graph included."""
    return merged([*fact_files(repository), *reference_files(repository)])


@pytest.fixture(scope="module")
def closure(ontology: Graph, facts: Graph) -> Graph:
    """Return what the ontology and the shipped facts entail."""
    return closed(ontology, facts)


def test_ontology_is_consistent(ontology: Graph) -> None:
    assert complaints(closed(ontology)) == []


def test_shipped_facts_are_consistent_with_the_ontology(closure: Graph) -> None:
    assert complaints(closure) == []


def test_domains_and_ranges_say_nothing_that_the_facts_do_not(ontology: Graph, facts: Graph, closure: Graph) -> None:
    """Domains and ranges document: where only they give a type, either they or the facts are wrong."""
    said = {
        (subject, general)
        for subject, kind in facts.subject_objects(RDF.type)
        for general in ontology.transitive_objects(kind, RDFS.subClassOf)
    }
    guessed = {
        (subject, kind)
        for subject, kind in closure.subject_objects(RDF.type)
        if isinstance(subject, URIRef) and not is_ours(subject) and is_ours(kind)
    } - said

    assert sorted(guessed) == []
