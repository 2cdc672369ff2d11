"""Every term is labelled and defined in English and in Arabic."""

from collections import Counter
from collections.abc import Iterable

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

from .vocabulary import CLASSES, CODES, DECLARATIONS, PROPERTIES, is_ours, terms

LANGUAGES = ["ar", "en"]
LATIN_IN_ARABIC = {"ATOP", "OWL", "RL", "SHA-256", "xsd:date", "xsd:yearMonthDuration"}
"""Names that have no Arabic spelling of their own."""


def texts(ontology: Graph, term: URIRef, said: URIRef) -> list[Literal]:
    return [text for text in ontology.objects(term, said) if isinstance(text, Literal)]


def not_in_both_languages(ontology: Graph, wanted: Iterable[URIRef], said: URIRef) -> list[URIRef]:
    return [term for term in wanted if sorted(text.language or "" for text in texts(ontology, term, said)) != LANGUAGES]


def is_arabic(text: str) -> bool:
    letters = [letter for word in text.split() if not any(name in word for name in LATIN_IN_ARABIC) for letter in word]
    return any("\u0600" <= letter <= "\u06ff" for letter in letters) and not any(
        letter.isascii() and letter.isalpha() for letter in letters
    )


@pytest.mark.parametrize("said", [RDFS.label, SKOS.definition], ids=["label", "definition"])
def test_every_term_has_one_text_in_each_language(ontology: Graph, said: URIRef) -> None:
    assert not_in_both_languages(ontology, terms(ontology), said) == []


def test_every_concept_is_preferably_called_what_it_is_labelled(ontology: Graph) -> None:
    codes = terms(ontology, CODES)

    assert codes
    assert [
        code for code in codes if set(texts(ontology, code, SKOS.prefLabel)) != set(texts(ontology, code, RDFS.label))
    ] == []


def test_every_concept_stands_in_one_scheme_below_a_top_or_at_it(ontology: Graph) -> None:
    schemes = set(terms(ontology, [SKOS.ConceptScheme]))
    for concept in terms(ontology, [SKOS.Concept]):
        (scheme,) = ontology.objects(concept, SKOS.inScheme)
        assert scheme in schemes
        tops = set(ontology.objects(concept, SKOS.topConceptOf))
        broader = set(ontology.objects(concept, SKOS.broader))
        assert tops == {scheme} or (not tops and all((other, SKOS.inScheme, scheme) in ontology for other in broader))


def test_every_scheme_holds_a_concept(ontology: Graph) -> None:
    held = set(ontology.objects(None, SKOS.inScheme))

    assert set(terms(ontology, [SKOS.ConceptScheme])) == held


@pytest.mark.parametrize("kinds", [CLASSES, PROPERTIES], ids=["classes", "properties"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_unique(ontology: Graph, kinds: tuple[URIRef, ...], language: str) -> None:
    labels = Counter(
        str(text)
        for term in terms(ontology, kinds)
        for text in texts(ontology, term, RDFS.label)
        if text.language == language
    )

    assert [label for label, count in labels.items() if count > 1] == []


def test_labels_of_concepts_are_unique_in_their_scheme(ontology: Graph) -> None:
    labels = Counter(
        (ontology.value(concept, SKOS.inScheme), text)
        for concept in terms(ontology, [SKOS.Concept])
        for text in texts(ontology, concept, SKOS.prefLabel)
    )

    assert [label for label, count in labels.items() if count > 1] == []


def test_definitions_are_unique(ontology: Graph) -> None:
    definitions = Counter(text for term in terms(ontology) for text in texts(ontology, term, SKOS.definition))

    assert [definition for definition, count in definitions.items() if count > 1] == []


def test_arabic_is_written_in_arabic_and_english_is_not(ontology: Graph) -> None:
    said = [(text, text.language) for text in ontology.objects() if isinstance(text, Literal) and text.language]

    assert [text for text, language in said if language == "ar" and not is_arabic(text)] == []
    assert [text for text, language in said if language == "en" and is_arabic(text)] == []


def test_definitions_are_sentences(ontology: Graph) -> None:
    definitions = [str(text) for term in terms(ontology) for text in texts(ontology, term, SKOS.definition)]

    assert [text for text in definitions if not text.endswith(".") or text != text.strip() or "  " in text] == []


def test_classes_are_written_upper_and_all_else_lower_camel_case(ontology: Graph) -> None:
    upper = {*terms(ontology, CLASSES), *terms(ontology, [SKOS.ConceptScheme])}

    assert [term for term in terms(ontology) if term.split("#")[1][0].isupper() != (term in upper)] == []


def test_every_term_has_one_kind(ontology: Graph) -> None:
    kinds = {term: [kind for kind in DECLARATIONS if (term, RDF.type, kind) in ontology] for term in terms(ontology)}

    assert {term: found for term, found in kinds.items() if len(found) > 1} == {}


def test_every_term_names_the_module_that_defines_it(ontology: Graph) -> None:
    modules = set(ontology.subjects(RDF.type, OWL.Ontology))

    assert [term for term in terms(ontology) if set(ontology.objects(term, RDFS.isDefinedBy)) - modules] == []
    assert [term for term in terms(ontology) if len(set(ontology.objects(term, RDFS.isDefinedBy))) != 1] == []


def test_every_described_subject_of_the_namespace_is_declared(ontology: Graph) -> None:
    subjects = {subject for subject in ontology.subjects() if isinstance(subject, URIRef) and is_ours(subject)}

    assert sorted(subjects - set(terms(ontology))) == []
