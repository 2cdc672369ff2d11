"""Exports are the same bytes for the same graph, can be read by people, and lose nothing."""

from __future__ import annotations

import io
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store, parse

from mithaq.graph import SYNTAXES, FormatError, KnowledgeGraph, UnknownGraphError
from mithaq.graph.export import export
from mithaq.graph.formats import syntax_named
from mithaq.graph.namespaces import INFERRED_GRAPH, ONTOLOGY_GRAPH, PREFIXES, REFERENCE_GRAPH, SHAPES_GRAPH, XSD
from mithaq.graph.terms import in_merge

if TYPE_CHECKING:
    from pathlib import Path

ALL = [syntax.name for syntax in SYNTAXES]
OF_TRIPLES = [syntax.name for syntax in SYNTAXES if not syntax.holds_graphs]
OF_QUADS = [syntax.name for syntax in SYNTAXES if syntax.holds_graphs]

IRIS = st.sampled_from([NamedNode(f"{PREFIXES['id']}{name}") for name in ("a", "b", "c")])
SPANS = st.sampled_from([NamedNode(f"{PREFIXES['article']}a#char={begin},9") for begin in (0, 1)])
PREDICATES = st.sampled_from([NamedNode(PREFIXES["rdf"] + "type"), NamedNode(PREFIXES["mithaq"] + "party")])
TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Z", "Mn")), max_size=6)
LITERALS = st.one_of(
    st.builds(Literal, TEXTS),
    st.builds(lambda text: Literal(text, language="ar"), TEXTS),
    st.integers().map(lambda number: Literal(f"{number:03d}", datatype=NamedNode(XSD + "integer"))),
)
GRAPHS = st.sampled_from([REFERENCE_GRAPH, ONTOLOGY_GRAPH, INFERRED_GRAPH, SHAPES_GRAPH])
QUADS = st.lists(
    st.builds(Quad, st.one_of(IRIS, SPANS), PREDICATES, st.one_of(IRIS, LITERALS), st.one_of(GRAPHS, SPANS)),
    unique_by=str,
    max_size=12,
)


def store_of(quads: list[Quad]) -> Store:
    store = Store()
    store.extend(quads)
    store.extend([in_merge(quad) for quad in quads if quad.graph_name != SHAPES_GRAPH])
    return store


def exported(store: Store, syntax: str, graphs: list[str] | None = None, *, inferred: bool = True) -> bytes:
    stream = io.BytesIO()
    export(store, stream, syntax=syntax, graphs=graphs, inferred=inferred)
    return stream.getvalue()


@given(quads=QUADS, data=st.data())
@settings(deadline=None, max_examples=40)
@pytest.mark.parametrize("syntax", ALL)
def test_order_of_insertion_leaves_no_trace(syntax: str, quads: list[Quad], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(quads))

    assert exported(store_of(quads), syntax) == exported(store_of(shuffled), syntax)


@given(quads=QUADS)
@settings(deadline=None, max_examples=40)
@pytest.mark.parametrize("syntax", OF_TRIPLES)
def test_syntaxes_of_triples_round_trip_the_merge(syntax: str, quads: list[Quad]) -> None:
    store = store_of(quads)

    read = parse(exported(store, syntax), format=syntax_named(syntax).format)

    assert set(read) == set(store.quads_for_pattern(None, None, None, DefaultGraph()))


@given(quads=QUADS)
@settings(deadline=None, max_examples=40)
@pytest.mark.parametrize("syntax", OF_QUADS)
def test_syntaxes_of_quads_round_trip_the_named_graphs(syntax: str, quads: list[Quad]) -> None:
    store = store_of(quads)

    read = set(parse(exported(store, syntax), format=syntax_named(syntax).format))

    assert read == {quad for quad in store if quad.graph_name != DefaultGraph()}
    assert exported(store_of(list(read)), syntax) == exported(store, syntax)


@given(quads=QUADS)
@settings(deadline=None, max_examples=40)
def test_without_inferred_leaves_out_what_is_only_inferred(quads: list[Quad]) -> None:
    read = set(parse(exported(store_of(quads), "turtle", inferred=False), format=syntax_named("turtle").format))

    assert read == {
        quad
        for each in store_of(quads)
        if each.graph_name not in (DefaultGraph(), INFERRED_GRAPH, SHAPES_GRAPH)
        for quad in [in_merge(each)]
    }


def export_of(graph: KnowledgeGraph, **options: object) -> bytes:
    stream = io.BytesIO()
    graph.export(stream, **options)  # type: ignore[arg-type]
    return stream.getvalue()


def test_turtle_can_be_read_by_people(graph: KnowledgeGraph) -> None:
    lines = export_of(graph).decode().splitlines()
    prefixes = [line for line in lines if line.startswith("@prefix")]
    subjects = [line.split()[0] for line in lines if line and line[0] not in "@\t"]

    assert prefixes == sorted(prefixes)
    assert lines[: len(prefixes)] == prefixes
    assert len(subjects) == len(set(subjects))
    assert "id:pact-friendship a mithaq:Instrument , mithaq:Treaty ;" in lines
    assert "<https://w3id.org/mithaq/article/pact#char=5,10> a mithaq:TextSpan ;" in lines


def test_turtle_is_the_same_graph_for_rdflib(graph: KnowledgeGraph) -> None:
    from_turtle = rdflib.Graph().parse(data=export_of(graph), format="turtle")
    from_ntriples = rdflib.Graph().parse(data=export_of(graph, format="ntriples"), format="nt")

    assert set(from_turtle) == set(from_ntriples)
    assert len(from_turtle) == graph.stats().triples


def test_named_graphs_are_exported_with_the_shapes_and_without_the_merge(graph: KnowledgeGraph) -> None:
    quads = set(parse(export_of(graph, format="trig"), format=syntax_named("trig").format))
    graphs = {quad.graph_name for quad in quads}

    assert SHAPES_GRAPH in graphs
    assert NamedNode("https://w3id.org/mithaq/article/pact#char=5,10") in graphs
    assert DefaultGraph() not in graphs


def test_chosen_graphs_are_exported_alone(graph: KnowledgeGraph) -> None:
    span = "https://w3id.org/mithaq/article/pact#char=11,23"

    written = export_of(graph, format="ntriples", graphs=[span]).decode()

    assert written == (
        "<https://w3id.org/mithaq/id/pact-friendship> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
        " <https://w3id.org/mithaq#Treaty> .\n"
        '<https://w3id.org/mithaq/id/pact-friendship> <https://w3id.org/mithaq#titleAsReported> "معاهدة صداقة"@ar .\n'
    )


def test_inferences_are_exported_only_where_they_are_wanted(graph: KnowledgeGraph) -> None:
    assert b"partyTo" in export_of(graph, format="ntriples", graphs=[INFERRED_GRAPH.value])
    assert export_of(graph, format="ntriples", graphs=[INFERRED_GRAPH.value], inferred=False) == b""
    assert b"/id/russia> <https://w3id.org/mithaq#partyTo>" not in export_of(graph, format="ntriples", inferred=False)


@pytest.mark.parametrize("name", ["https://w3id.org/mithaq/graph/nothing", "no iri"])
def test_unknown_graph_is_named(graph: KnowledgeGraph, name: str) -> None:
    with pytest.raises(UnknownGraphError) as caught:
        export_of(graph, graphs=[name])

    assert caught.value.graph == name


def test_unknown_format_is_told_with_the_known_ones(graph: KnowledgeGraph) -> None:
    with pytest.raises(FormatError, match="turtle, trig, ntriples, nquads, jsonld, rdfxml"):
        export_of(graph, format="docx")


@pytest.mark.parametrize("syntax", ALL)
def test_another_process_writes_the_same_bytes(graph: KnowledgeGraph, small_store: Path, syntax: str) -> None:
    script = (
        "import sys; from pathlib import Path; from mithaq.graph import KnowledgeGraph\n"
        "with KnowledgeGraph.open(Path(sys.argv[1])) as graph: graph.export(sys.stdout.buffer, format=sys.argv[2])"
    )

    other = subprocess.run([sys.executable, "-c", script, small_store, syntax], capture_output=True, check=True)

    assert other.stdout == export_of(graph, format=syntax)
