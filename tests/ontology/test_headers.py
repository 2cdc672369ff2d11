"""Every file of the ontology is one that a stranger can read: it parses, says what it is, and is in stable order."""

import re
from pathlib import Path

import pytest
from rdflib import DCTERMS, OWL, RDF, VANN, XSD, Graph, Literal, URIRef

from .vocabulary import MITHAQ, ONTOLOGY, alignments_file, merged, module_files

REPOSITORY = Path(__file__).resolve().parents[2]
FILES = [*module_files(REPOSITORY), alignments_file(REPOSITORY)]
CREATIVE_COMMONS = URIRef("https://creativecommons.org/licenses/by/4.0/")
every_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)


def header_of(file: Path) -> tuple[Graph, URIRef]:
    graph = merged([file])
    (header,) = graph.subjects(RDF.type, OWL.Ontology)
    assert isinstance(header, URIRef)
    return graph, header


@every_file
def test_file_is_named_by_its_header(file: Path) -> None:
    _, header = header_of(file)

    assert header == (ONTOLOGY if file.stem == "mithaq" else URIRef(f"{ONTOLOGY}/ontology/{file.stem}"))


@every_file
def test_header_has_title_and_description_in_both_languages(file: Path) -> None:
    graph, header = header_of(file)

    for said in (DCTERMS.title, DCTERMS.description):
        assert sorted(text.language or "" for text in graph.objects(header, said) if isinstance(text, Literal)) == [
            "ar",
            "en",
        ]


@every_file
def test_header_says_who_when_under_what_licence_and_prefix(file: Path) -> None:
    graph, header = header_of(file)
    created, modified = graph.value(header, DCTERMS.created), graph.value(header, DCTERMS.modified)

    assert graph.value(header, DCTERMS.creator) == Literal("Mithaq")
    assert graph.value(header, DCTERMS.license) == CREATIVE_COMMONS
    assert graph.value(header, VANN.preferredNamespacePrefix) == Literal("mithaq")
    assert graph.value(header, VANN.preferredNamespaceUri) == Literal(str(MITHAQ))
    assert isinstance(created, Literal)
    assert isinstance(modified, Literal)
    assert created.datatype == modified.datatype == XSD.date
    assert created <= modified


@every_file
def test_version_iri_ends_in_the_version(file: Path) -> None:
    graph, header = header_of(file)

    assert graph.value(header, OWL.versionIRI) == URIRef(f"{header}/{graph.value(header, OWL.versionInfo)}")


def test_all_files_have_the_same_version() -> None:
    versions = {str(graph.value(header, OWL.versionInfo)) for graph, header in map(header_of, FILES)}

    assert len(versions) == 1


def test_root_imports_every_loaded_file_and_no_other() -> None:
    graph, root = header_of(REPOSITORY / "ontology" / "mithaq.ttl")
    modules = {header_of(file)[1] for file in module_files(REPOSITORY)} - {root}

    assert set(graph.objects(root, OWL.imports)) == modules


@every_file
def test_module_is_part_of_the_ontology(file: Path) -> None:
    graph, header = header_of(file)

    assert header == ONTOLOGY or graph.value(header, DCTERMS.isPartOf) == ONTOLOGY


@every_file
def test_prefixes_are_sorted_and_used(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    prefixes = re.findall(r"^@prefix ([\w-]+):", text, re.MULTILINE)
    body = re.sub(r"^@prefix.*$", "", text, flags=re.MULTILINE)

    assert prefixes == sorted(set(prefixes))
    assert [prefix for prefix in prefixes if not re.search(rf"(?<![\w-]){prefix}:\w", body)] == []


@every_file
def test_classes_come_before_properties_and_these_before_codes(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    kinds = re.findall(r"^mithaq:\w+ a owl:\w*?(Class|Property|NamedIndividual)\b", text, re.MULTILINE)
    places = [("Class", "Property", "NamedIndividual").index(kind) for kind in kinds]

    assert places == sorted(places)
