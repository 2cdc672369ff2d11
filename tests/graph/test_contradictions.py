"""Every contradiction that owlrl can tell of is told to readers in both languages."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from mithaq.graph import parse_facts_bytes
from mithaq.graph.namespaces import INDIVIDUALS, PREFIXES
from mithaq.graph.reasoning import close

HEADER = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())


@pytest.mark.parametrize(
    ("statements", "told"),
    [
        ("mithaq:A owl:disjointWith mithaq:B . id:x a mithaq:A , mithaq:B .", "id:x is both mithaq:"),
        ("mithaq:A owl:complementOf mithaq:B . id:x a mithaq:A , mithaq:B .", "something is both mithaq:"),
        ("mithaq:p a owl:IrreflexiveProperty . id:x mithaq:p id:x .", "id:x stands in mithaq:p to itself"),
        ("mithaq:p a owl:AsymmetricProperty . id:x mithaq:p id:y . id:y mithaq:p id:x .", "in mithaq:p to each other"),
        ("mithaq:p owl:propertyDisjointWith mithaq:q . id:x mithaq:p id:y ; mithaq:q id:y .", "id:x stands to id:y"),
        ("id:x owl:sameAs id:y ; owl:differentFrom id:y .", "to be the same, and to be different"),
        ("id:x a owl:Nothing .", "id:x is of a class that nothing can be of"),
        ('id:x mithaq:p "soon"^^xsd:date .', "“soon” is no value of xsd:date"),
    ],
)
def test_contradiction_is_told_in_both_languages(statements: str, told: str) -> None:
    quads = [each.quad for each in parse_facts_bytes((HEADER + statements).encode(), "turtle", "a.ttl").statements]

    findings = close(quads, []).findings()

    assert any(told in finding.said_in("en") for finding in findings)
    for finding in findings:
        assert finding.said_in("ar") != finding.said_in("en")
        assert "owlrl" not in finding.said_in("en")
        assert finding.focus is None or finding.focus in {NamedNode(INDIVIDUALS + name) for name in "xy"}
