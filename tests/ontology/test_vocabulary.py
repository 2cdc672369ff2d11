"""Terms and their users meet: nothing undefined is used, nothing defined is idle."""

from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import FOAF, ORG, PROV, RDF, SDO, TIME, Graph, URIRef
from rdflib.namespace import GEO, ODRL2

from .vocabulary import (
    DECLARATIONS,
    MITHAQ,
    ONTOLOGY,
    fact_files,
    is_ours,
    mentions,
    merged,
    query_mentions,
    question_files,
    reference_files,
    shape_files,
    terms,
    used_terms,
    with_structure,
)

KNOWN = (FOAF, GEO, ODRL2, ORG, PROV, SDO, TIME)
"""The vocabularies whose terms rdflib knows by heart."""


def undefined(ontology: Graph, used: set[URIRef]) -> list[URIRef]:
    return sorted(used - set(terms(ontology)))


def test_ontology_uses_no_undefined_term(ontology: Graph) -> None:
    assert undefined(ontology, mentions(ontology)) == []


def test_alignments_use_no_undefined_term(ontology: Graph, alignments: Graph) -> None:
    assert undefined(ontology, mentions(alignments)) == []


def test_alignments_declare_no_term_of_ours(alignments: Graph) -> None:
    declared = {node for subject, kind in alignments.subject_objects(RDF.type) for node in (subject, kind)}

    assert [node for node in declared if is_ours(node)] == []


def test_loaded_files_say_nothing_of_foreign_terms_but_their_kind(ontology: Graph) -> None:
    described = [triple for triple in ontology if isinstance(triple[0], URIRef) and not triple[0].startswith(ONTOLOGY)]

    assert [triple for triple in described if triple[1] != RDF.type or triple[2] not in DECLARATIONS] == []


def test_alignments_say_nothing_of_foreign_terms(alignments: Graph) -> None:
    described = {subject for subject in alignments.subjects() if isinstance(subject, URIRef)}

    assert [subject for subject in described if not subject.startswith(ONTOLOGY)] == []


def test_alignments_point_to_terms_that_exist(alignments: Graph) -> None:
    targets = {str(value) for subject, value in alignments.subject_objects() if is_ours(subject)}
    checked = [(namespace, target) for namespace in KNOWN for target in targets if target.startswith(str(namespace))]

    assert {namespace for namespace, _ in checked} == set(KNOWN)
    assert [target for namespace, target in checked if URIRef(target) not in namespace] == []


@pytest.mark.parametrize("files", [fact_files, reference_files, shape_files], ids=["facts", "reference", "shapes"])
def test_shipped_graphs_use_no_undefined_term(
    repository: Path, ontology: Graph, files: Callable[[Path], list[Path]]
) -> None:
    shipped = files(repository)

    assert shipped
    assert undefined(ontology, mentions(merged(shipped))) == []


def test_questions_use_no_undefined_term(repository: Path, ontology: Graph) -> None:
    questions = {file.name: query_mentions(file.read_text(encoding="utf-8")) for file in question_files(repository)}

    assert questions
    assert {name: undefined(ontology, used) for name, used in questions.items() if undefined(ontology, used)} == {}


def test_no_term_is_idle(repository: Path, ontology: Graph) -> None:
    needed = with_structure(ontology, used_terms(repository))

    assert sorted(term.removeprefix(MITHAQ) for term in set(terms(ontology)) - needed) == []


def test_comments_of_a_question_use_nothing() -> None:
    query = (
        "# who mithaq:speaker is\nSELECT * { ?x a <https://w3id.org/mithaq#Treaty> ; mithaq:party ?y } # mithaq:bearer"
    )

    assert query_mentions(query) == {MITHAQ.Treaty, MITHAQ.party}


def test_only_axioms_that_infer_something_of_a_used_term_excuse_an_idle_one(ontology: Graph) -> None:
    needed = with_structure(ontology, {MITHAQ.BilateralTreaty, MITHAQ.holdsOffice, MITHAQ.embassyLevel})

    assert {term.removeprefix(MITHAQ) for term in needed} == {
        *("BilateralTreaty", "Treaty", "InternationalInstrument", "Instrument"),
        *("holdsOffice", "holderOf", "heldOffice"),
        *("embassyLevel", "RelationLevelScheme"),
    }
