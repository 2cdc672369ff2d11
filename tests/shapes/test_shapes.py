"""The shapes are well-formed, named, told in both languages, and speak only of terms that exist."""

import re
from collections.abc import Iterable

import pyshacl
import pytest
from rdflib import RDF, RDFS, SH, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from .examples import MITHAQ, SHAPE, rules
from .judged import validate

ARABIC_LETTERS = re.compile(r"[\u0621-\u064a]{2}")
SHAPE_KINDS = (SH.NodeShape, SH.PropertyShape, SH.SPARQLConstraint, SH.PrefixDeclaration)


def _named(shapes: Graph, kinds: Iterable[Node] = SHAPE_KINDS) -> set[Node]:
    return {node for kind in kinds for node in shapes.subjects(RDF.type, kind)}


def _texts(shapes: Graph, subject: Node, predicate: URIRef) -> dict[str | None, list[str]]:
    texts: dict[str | None, list[str]] = {}
    for literal in shapes.objects(subject, predicate):
        assert isinstance(literal, Literal)
        texts.setdefault(literal.language, []).append(str(literal))
    return texts


def test_the_shapes_are_well_formed(shapes: Graph) -> None:
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=shapes, meta_shacl=True, inference="none")
    assert conforms, text


def test_every_shape_constraint_and_prefix_has_an_iri(shapes: Graph) -> None:
    predicates = SH.property | SH.node | SH.sparql | SH["not"] | SH.qualifiedValueShape | SH.declare
    spoken_of = set(shapes.objects(None, predicates))
    lists = shapes.objects(None, SH["or"] | SH["and"] | SH.xone)
    members = {member for head in lists for member in shapes.items(head)}
    everything = _named(shapes) | spoken_of | members
    assert {node for node in everything if isinstance(node, BNode) or not str(node).startswith(SHAPE)} == set()


def test_every_shape_is_typed(shapes: Graph) -> None:
    assert rules(shapes) <= _named(shapes)


@pytest.mark.parametrize("predicate", [RDFS.label, SH.description], ids=["label", "description"])
def test_every_shape_is_told_in_both_languages(shapes: Graph, predicate: URIRef) -> None:
    for shape in _named(shapes, (SH.NodeShape, SH.PropertyShape)):
        _assert_bilingual(shapes, shape, predicate)


def test_every_property_shape_is_named_as_it_is_labelled(shapes: Graph) -> None:
    for shape in _named(shapes, (SH.PropertyShape,)):
        assert _texts(shapes, shape, SH.name) == _texts(shapes, shape, RDFS.label)


def test_every_rule_has_a_message_in_both_languages(shapes: Graph) -> None:
    for rule in rules(shapes):
        _assert_bilingual(shapes, rule, SH.message)


def test_messages_stand_alone(shapes: Graph) -> None:
    """The validator drops the language of a message that it fills in, so messages have no gaps to fill."""
    for message in shapes.objects(None, SH.message):
        assert not re.search(r"\{[?$]", str(message))


def test_no_two_rules_share_a_label_or_a_message(shapes: Graph) -> None:
    for predicate in (RDFS.label, SH.message):
        texts = [text for rule in rules(shapes) for text in shapes.objects(rule, predicate)]
        assert len(texts) == len(set(texts))


def test_severities_are_violation_or_warning(shapes: Graph) -> None:
    assert set(shapes.objects(None, SH.severity)) <= {SH.Violation, SH.Warning}


def test_terms_that_shapes_use_are_defined_by_the_ontology(shapes: Graph, ontology: Graph) -> None:
    used = {str(term) for triple in shapes for term in triple if isinstance(term, URIRef)}
    texts = [
        str(text) for predicate in (SH.select, SH.message, SH.description) for text in shapes.objects(None, predicate)
    ]
    used |= {MITHAQ + name for text in texts for name in re.findall(r"mithaq:(\w+)", text)}
    terms = {term for term in used if term.startswith(MITHAQ)}
    assert {term for term in terms if (URIRef(term), RDF.type, None) not in ontology} == set()


def test_the_ontology_itself_raises_nothing(shapes: Graph, ontology: Graph) -> None:
    data = Graph()
    data += ontology
    assert validate(data, shapes) == []


def _assert_bilingual(shapes: Graph, shape: Node, predicate: URIRef) -> None:
    texts = _texts(shapes, shape, predicate)
    assert texts.keys() == {"en", "ar"}, shape
    assert all(len(in_language) == 1 for in_language in texts.values()), shape
    assert ARABIC_LETTERS.search(texts["ar"][0]), shape
    assert not ARABIC_LETTERS.search(re.sub("«.*?»", "", texts["en"][0])), shape
