"""Each hygiene query finds its fault, says so in both languages, and finds nothing in a clean graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, Store

from mithaq.graph import LANGUAGES, KnowledgeGraph
from mithaq.graph.hygiene import hygiene_queries
from mithaq.graph.namespaces import PREFIXES, SHAPES_GRAPH
from mithaq.graph.store import open_store
from mithaq.graph.terms import in_merge

if TYPE_CHECKING:
    from pathlib import Path

QUERIES = {query.name: query for query in hygiene_queries()}
HEADER = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
GRAPH = "https://w3id.org/mithaq/graph/"
SPAN = "https://w3id.org/mithaq/article/pact#char=5,10"

# For each query: what to add to the small graph, and what it then finds.
FAULTS = {
    "circular-class": (
        f"<{GRAPH}ontology> {{ mithaq:Agent rdfs:subClassOf mithaq:Polity }}", "mithaq#Agent"),
    "curated-in-article": (f'<{SPAN}> {{ id:russia skos:prefLabel "Russia"@en }}', "id/russia"),
    "dangling-individual": (f"<{SPAN}> {{ id:pact-friendship mithaq:party id:nobody }}", "id/nobody"),
    "foreign-individual": (f"<{SPAN}> {{ <http://e/russia> a mithaq:Polity }}", "e/russia"),
    "idle-reference": (f'<{GRAPH}reference> {{ id:nobody skos:prefLabel "Nobody"@en }}', "id/nobody"),
    "padded-text": (f'<{SPAN}> {{ id:russia mithaq:name "روسيا "@ar }}', "id/russia"),
    "printed-in-reference": (f'<{GRAPH}reference> {{ id:russia mithaq:name "روسيا"@ar }}', "id/russia"),
    "same-individuals": (f"<{GRAPH}inferred> {{ id:a owl:sameAs id:b }}", "id/a"),
    "shared-authority": (
        f"<{GRAPH}reference> {{ id:russia mithaq:wikidata wd:Q1 . id:abkhazia mithaq:wikidata wd:Q1 }}", "id/abkhazia"),
    "shared-label": (f'<{GRAPH}ontology> {{ mithaq:Agent rdfs:label "polity"@en }}', "mithaq#Agent"),
    "undefined-term": (f"<{SPAN}> {{ id:russia mithaq:unheardOf 1 }}", "mithaq#unheardOf"),
    "undocumented-term": (
        f'<{GRAPH}ontology> {{ mithaq:New a owl:Class ; rdfs:label "new"@en , "جديد"@ar ; skos:definition "New."@en }}',
        "mithaq#New"),
    "untyped-individual": (f"<{SPAN}> {{ id:unknown mithaq:partyTo id:accord }}", "id/unknown"),
    "unused-span": (
        "article:pact { article:pact\\#char\\=0\\,4 mithaq:inArticle article:pact ; mithaq:exact 'وقعت' }",
        "pact#char=0,4"),
}  # fmt: skip


def store_with(small_store: Path, addition: str) -> Store:
    with open_store(small_store) as generation:
        store = Store()
        store.extend(generation.quads)
    added = Store()
    added.load((HEADER + addition).encode(), RdfFormat.TRIG)
    store.extend(added)
    store.extend(in_merge(quad) for quad in added if quad.graph_name != SHAPES_GRAPH)
    return store


def test_every_query_has_a_fault_here() -> None:
    assert set(FAULTS) == set(QUERIES)


@pytest.mark.parametrize("name", FAULTS)
def test_query_finds_its_fault_and_says_so_in_both_languages(small_store: Path, name: str) -> None:
    addition, focus = FAULTS[name]

    findings = list(QUERIES[name].run(store_with(small_store, addition)))

    (found,) = {str(finding.focus).strip("<>") for finding in findings}
    assert found.endswith(focus)
    for finding in findings:
        assert finding.rule == f"https://w3id.org/mithaq/rule/{name}"
        for language in LANGUAGES:
            assert "{" not in finding.said_in(language) + finding.advice.said_in(language)
        assert finding.message.ar != finding.message.en


@pytest.mark.parametrize("name", QUERIES)
def test_clean_graph_breaks_no_query(small_store: Path, name: str) -> None:
    assert list(QUERIES[name].run(store_with(small_store, ""))) == []


def test_check_of_a_built_graph_finds_nothing(graph: KnowledgeGraph) -> None:
    assert graph.check() == []
