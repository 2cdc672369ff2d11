"""Terms keep their meaning on the way in, through the store, and to rdflib and back."""

from __future__ import annotations

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from mithaq.graph import TermError, compact, parse_term, write_term
from mithaq.graph.namespaces import PREFIXES, SKOLEM, XSD
from mithaq.graph.terms import from_rdflib, stored_literals, to_rdflib, to_rdflib_blank

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)
LITERALS = st.one_of(
    st.builds(Literal, TEXTS),
    st.builds(lambda text: Literal(text, language="ar"), TEXTS),
    st.builds(
        lambda text, name: Literal(text, datatype=NamedNode(XSD + name)),
        st.one_of(TEXTS, st.from_regex(r"[+-]?0?[0-9]{1,3}(\.0)?", fullmatch=True), st.just("P12M"), st.just("1")),
        st.sampled_from(["integer", "decimal", "boolean", "date", "yearMonthDuration", "gYear", "anyURI", "double"]),
    ),
)


@given(literal=LITERALS)
def test_literals_survive_rdflib(literal: Literal) -> None:
    assert from_rdflib(to_rdflib(literal)) == literal


@given(literals=st.lists(LITERALS, max_size=5))
def test_stored_forms_are_what_a_store_gives_back(literals: list[Literal]) -> None:
    forms = stored_literals(literals)

    for literal, form in forms.items():
        store = Store()
        store.add(Quad(NamedNode("urn:s"), NamedNode("urn:p"), literal))
        assert [quad.object for quad in store] == [form]
        assert stored_literals([form])[form] == form


def test_iri_of_a_blank_node_becomes_one_again_for_shapes_only() -> None:
    skolem = NamedNode(SKOLEM + "abc")

    assert isinstance(to_rdflib_blank(skolem), rdflib.BNode)
    assert to_rdflib(skolem) == rdflib.URIRef(SKOLEM + "abc")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("id:russia", "<https://w3id.org/mithaq/id/russia>"),
        ("<http://e/x>", "<http://e/x>"),
        ("http://e/x", "<http://e/x>"),
        ("article:a#char=0,5", "<https://w3id.org/mithaq/article/a#char=0,5>"),
        ("article:a\\#char\\=0\\,5", "<https://w3id.org/mithaq/article/a#char=0,5>"),
        ("a", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"),
        ('"روسيا"@ar', '"روسيا"@ar'),
        ('"http://e/x"', '"http://e/x"'),
        ('"2014"^^xsd:gYear', '"2014"^^<http://www.w3.org/2001/XMLSchema#gYear>'),
        ("true", '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'),
    ],
)
def test_terms_are_read_as_people_type_them(text: str, written: str) -> None:
    assert str(parse_term(text)) == written


@pytest.mark.parametrize(
    "text", ["", "russia", "nobody:x", '"open', "id:a , id:b", "<a b>", "[]", "id:a . id:b id:c id:d"]
)
def test_what_is_no_term_is_refused(text: str) -> None:
    with pytest.raises(TermError) as caught:
        parse_term(text)

    assert caught.value.term == text


def test_unknown_prefix_is_named_with_the_known_ones() -> None:
    with pytest.raises(TermError, match=r"the prefix nobody: is not known here; there are article:, .* id:, mithaq:"):
        parse_term("nobody:x")


@given(local=st.from_regex(r"[A-Za-z][A-Za-z0-9-]*", fullmatch=True), prefix=st.sampled_from(sorted(PREFIXES)))
def test_compact_iris_are_read_back(local: str, prefix: str) -> None:
    iri = PREFIXES[prefix] + local

    assert parse_term(compact(iri)) == NamedNode(iri)


@given(literal=LITERALS)
def test_written_literals_are_read_back(literal: Literal) -> None:
    assert parse_term(write_term(literal)) == literal
