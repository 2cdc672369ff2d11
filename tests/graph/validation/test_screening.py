"""Queries are asked of many focus nodes at once only where that gives what asking for each gives, and is quick."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, given, note, settings
from hypothesis import strategies as st

from mithaq.graph.terms import to_rdflib
from mithaq.graph.triples import TriplesInMemory
from mithaq.graph.validation import answering, screening
from mithaq.graph.validation.analysis import analyse
from mithaq.graph.validation.answering import Answers, Queries
from mithaq.graph.validation.screening import can_be_screened

from .generated import E, Writer, graphs

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

    from mithaq.graph.triples import Triple


def is_screened(where: str, select: str = "$this ?value") -> bool:
    text = f"PREFIX e: <urn:> SELECT {select} WHERE {{ {where} }}"
    return can_be_screened(text, analyse(text, frozenset({"this"})))


@pytest.mark.parametrize(
    "where",
    [
        "$this e:p ?value FILTER (?value > 1)",
        "$this e:p|^e:q ?value FILTER NOT EXISTS { ?value e:p $this }",
        "{ $this e:p ?value } UNION { ?value e:q $this }",
        "$this e:p ?value OPTIONAL { ?value e:q ?other } FILTER (!bound(?other))",
        "?value e:p/e:q* ?end . ?end e:r $this BIND (STR($this) AS ?name)",
    ],
)
def test_query_that_binds_the_focus_node_in_each_part_is_asked_at_once(where: str) -> None:
    assert is_screened(where)


@pytest.mark.parametrize(
    "where",
    [
        "FILTER NOT EXISTS { $this e:p ?value }",
        "?value e:p ?other FILTER (?other != $this)",
        "{ $this e:p ?value } UNION { ?value e:p ?other }",
        "?value e:p ?other OPTIONAL { $this e:p ?other }",
        "$this e:p ?value OPTIONAL { { ?value e:q ?other FILTER ($this != ?other) } } FILTER (!bound(?other))",
        "$this e:p* ?value",
        "$this e:p ?value MINUS { ?value e:q ?other }",
        "{ SELECT $this ?value { $this e:p ?value } LIMIT 1 }",
        "{ SELECT $this (COUNT(?each) AS ?value) { $this e:p ?each } GROUP BY $this }",
    ],
)
def test_query_that_may_mean_another_thing_is_not(where: str) -> None:
    assert not is_screened(where)


def test_query_that_does_not_select_the_focus_node_is_not() -> None:
    assert not is_screened("$this e:p ?value", select="?value")


def test_query_with_a_pattern_that_nothing_outside_leads_to_is_not() -> None:
    assert not is_screened("$this e:p ?value FILTER NOT EXISTS { ?value e:q ?first . ?first e:r ?second }")


@st.composite
def queries(draw: DrawFn) -> str:
    write = Writer(draw)
    first = write.one("$this ?any0 ?any1 .", "$this e:p0 ?a .", "")
    return f"PREFIX e: <{E}> SELECT $this ?value WHERE {{ {first} {write.group(2)} }}"


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(queries(), graphs(5, 25))
def test_nodes_left_out_have_no_answer(text: str, triples: list[Triple]) -> None:
    asked, merged = Queries(), TriplesInMemory(triples)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(answering, "_FEW", 0)
        patch.setattr(screening, "_is_quick", lambda _query: True)
        assume(asked.can_be_screened(text))
        note(text)
        nodes = list(dict.fromkeys(node for subject, _, object_ in triples for node in (subject, object_)))

        suspects = Answers(merged, asked).suspects(text, nodes)

    left_out = [node for node in nodes if node not in suspects]
    assert not [node for node in left_out if Answers(merged, asked).answer(text, {"this": to_rdflib(node)}).bindings]
