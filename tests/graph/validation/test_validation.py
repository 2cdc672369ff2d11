"""The shapes find what breaks them, in both languages, and leave rdflib as it was."""

from __future__ import annotations

import pytest
import rdflib
from pyoxigraph import NamedNode, Quad

from mithaq.graph import Severity, ShapesError, parse_facts_bytes
from mithaq.graph.namespaces import INDIVIDUALS, MITHAQ, PREFIXES, SHAPES
from mithaq.graph.validation import Shapes

HEADER = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
PARTIES = """
shape:Treaty a sh:NodeShape ; sh:targetClass mithaq:Treaty ; sh:property shape:Treaty-party .
shape:Treaty-party a sh:PropertyShape ; sh:path mithaq:party ; sh:minCount 2 ; sh:class mithaq:Polity ;
    sh:message "A treaty has parties."@en , "للمعاهدة أطراف."@ar ;
    sh:description "Name them."@en , "اذكرها."@ar .
"""


def quads(turtle: str) -> list[Quad]:
    return [each.quad for each in parse_facts_bytes((HEADER + turtle).encode(), "turtle", "a.ttl").statements]


def shapes(turtle: str) -> Shapes:
    return Shapes.from_quads(quads(turtle))


def test_finding_has_what_a_person_needs_in_both_languages() -> None:
    (finding,) = shapes(PARTIES).validate(
        quads("id:t a mithaq:Treaty ; mithaq:party id:a , id:b . id:a a mithaq:Polity .")
    )

    assert finding.severity is Severity.VIOLATION
    assert finding.rule == SHAPES + "Treaty-party"
    assert finding.focus == NamedNode(INDIVIDUALS + "t")
    assert finding.path == NamedNode(MITHAQ + "party")
    assert finding.value == NamedNode(INDIVIDUALS + "b")
    assert (finding.message.en, finding.message.ar) == ("A treaty has parties.", "للمعاهدة أطراف.")
    assert (finding.advice.en, finding.advice.ar) == ("Name them.", "اذكرها.")


NAMELESS = """
shape:named a sh:NodeShape ; sh:targetClass mithaq:Treaty ; sh:sparql shape:named-query ;
    sh:message "This treaty has no name{place}."@en , "لا اسم لهذه المعاهدة{place}."@ar .
shape:named-query a sh:SPARQLConstraint ; sh:prefixes shape: ;
    sh:select "SELECT $this ?value {{ $this mithaq:party ?value FILTER NOT EXISTS {{ $this mithaq:name ?name }} }}" .
shape: sh:declare [ sh:prefix "mithaq" ; sh:namespace "https://w3id.org/mithaq#"^^xsd:anyURI ] .
"""


def test_finding_of_a_query_keeps_both_languages() -> None:
    (finding,) = shapes(NAMELESS.format(place="")).validate(quads("id:t a mithaq:Treaty ; mithaq:party id:a ."))

    assert (finding.message.en, finding.message.ar) == ("This treaty has no name.", "لا اسم لهذه المعاهدة.")


def test_places_in_a_message_are_filled() -> None:
    (finding,) = shapes(NAMELESS.format(place=" of {?value}")).validate(
        quads("id:t a mithaq:Treaty ; mithaq:party id:a .")
    )

    assert INDIVIDUALS + "a" in finding.message.said_in("en")


def test_facts_that_fit_give_no_finding() -> None:
    facts = "id:t a mithaq:Treaty ; mithaq:party id:a , id:b . id:a a mithaq:Polity . id:b a mithaq:Polity ."

    assert shapes(PARTIES).validate(quads(facts)) == []


@pytest.mark.parametrize("severity", Severity)
def test_severity_is_the_shapes(severity: Severity) -> None:
    strict = PARTIES.replace("sh:minCount 2", f"sh:severity sh:{severity} ; sh:minCount 2")

    (finding,) = shapes(strict).validate(quads("id:t a mithaq:Treaty ."))

    assert finding.severity is severity


def test_shape_without_an_iri_is_named_by_the_one_around_it() -> None:
    nested = """
    shape:Treaty a sh:NodeShape ; sh:targetClass mithaq:Treaty ; sh:description "Look at the treaty."@en ;
        sh:property [ sh:path mithaq:party ; sh:minCount 1 ; sh:message "none"@en ] ."""

    (finding,) = shapes(nested).validate(quads("id:t a mithaq:Treaty ."))

    assert finding.rule == SHAPES + "Treaty"
    assert finding.advice.en == "Look at the treaty."


def test_paths_and_lists_of_blank_nodes_work_though_they_are_stored_as_iris() -> None:
    path = """
    shape:Polity a sh:NodeShape ; sh:targetClass mithaq:Polity ;
        sh:property [ sh:path ( [ sh:inversePath mithaq:party ] mithaq:name ) ; sh:minCount 1 ] ;
        sh:in ( id:a id:b ) ."""
    facts = """id:t mithaq:party id:a , id:c ; mithaq:name 'x' .
        id:a a mithaq:Polity . id:b a mithaq:Polity . id:c a mithaq:Polity ."""

    found = {(finding.focus, finding.value) for finding in shapes(path).validate(quads(facts))}

    b, c = (NamedNode(INDIVIDUALS + name) for name in "bc")
    assert found == {(b, None), (c, c)}


def test_missing_language_falls_back_on_the_other() -> None:
    english = PARTIES.replace(' , "للمعاهدة أطراف."@ar', "")

    (finding,) = shapes(english).validate(quads("id:t a mithaq:Treaty ."))

    assert finding.said_in("ar") == "A treaty has parties."


@pytest.mark.parametrize("normalize", [True, False])
def test_setting_of_rdflib_is_as_it_was(monkeypatch: pytest.MonkeyPatch, *, normalize: bool) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", normalize)

    shapes(PARTIES).validate(quads("id:t a mithaq:Treaty ."))

    assert normalize is rdflib.NORMALIZE_LITERALS


@pytest.mark.parametrize(
    "faulty",
    [
        "shape:Bad a sh:NodeShape ; sh:targetClass mithaq:Treaty ; sh:property [ sh:minCount 1 ] .",
        "shape:Bad a sh:NodeShape ; sh:targetClass mithaq:Treaty ; sh:sparql [ sh:select 'SELECT nonsense' ] .",
        "shape:Bad a sh:NodeShape ; sh:targetClass mithaq:Treaty ; sh:minLength 'two' .",
    ],
)
def test_shapes_at_fault_are_an_error_of_their_own(faulty: str) -> None:
    with pytest.raises(ShapesError, match="the shapes cannot be used"):
        shapes(faulty).validate(quads("id:t a mithaq:Treaty ."))
