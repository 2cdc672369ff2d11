"""Commands that ask: query, export, evidence, explain, stats."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, BinaryIO

import click

from mithaq.graph import GRAPH_FORMATS, RESULT_FORMATS, KnowledgeGraph, Language, QueryError, parse_term

from . import presenting
from .behaviour import NOTHING_THERE, Failure, examples
from .options import language_option, report_format_option, store_option

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    epilog=examples(
        "mithaq query 'SELECT ?treaty ?party { ?treaty mithaq:party ?party }'",
        "mithaq query --format json --file question.rq",
        "echo 'ASK { ?anyone a mithaq:Person }' | mithaq query -",
    )
)
@store_option
@click.option(
    "--format",
    "format_name",
    type=click.Choice(tuple(dict.fromkeys((presenting.TABLE, *RESULT_FORMATS, *GRAPH_FORMATS)))),
    show_default="table; turtle for CONSTRUCT and DESCRIBE",
    help="How to write the result.",
)
@click.option("--file", type=click.File("rb"), metavar="F", help="Read the query from this file.")
@click.argument("query", metavar="[QUERY | -]", required=False)
def query(store: Path, format_name: str | None, file: BinaryIO | None, query: str | None) -> None:
    """Answer a SPARQL query.

    QUERY is the text of the query, or - to read it from standard input. The project's prefixes (mithaq:, id:,
    article:, …) need no declaration.
    """
    text = _query_text(query, file)
    with KnowledgeGraph.open(store) as graph:
        try:
            presenting.write_result(graph.query(text), format_name)
        except QueryError as error:
            raise Failure(f"{file.name}: {error}" if file else str(error)) from error


@click.command(
    epilog=examples(
        "mithaq export --output graph.ttl",
        "mithaq export --format trig --graph article:000_91707e2fd8b393ee --no-inferred",
    )
)
@store_option
@click.option("--format", "format_name", type=click.Choice(GRAPH_FORMATS), default="turtle", show_default=True)
@click.option("--graph", "graphs", multiple=True, metavar="IRI", help="Only this named graph; may be repeated.")
@click.option("--inferred/--no-inferred", default=True, show_default=True, help="With the inferred triples or without.")
@click.option("--output", "-o", type=click.File("wb", lazy=True), default="-", metavar="F", help="Write to this file.")
def export(store: Path, format_name: str, graphs: tuple[str, ...], output: BinaryIO, *, inferred: bool) -> None:
    """Write the graph as RDF.

    The same graph gives the same bytes. Turtle, N-Triples and RDF/XML hold the facts of all named graphs merged; TriG,
    N-Quads and JSON-LD hold the named graphs themselves, so that each fact stays with its sentence.
    """
    names = [str(parse_term(name).value) for name in graphs]
    with KnowledgeGraph.open(store) as graph:
        graph.export(output, format=format_name, graphs=names or None, inferred=inferred)


@click.command(
    epilog=examples(
        "mithaq evidence id:treaty-friendship-russia-abkhazia mithaq:party",
        "mithaq evidence '<https://w3id.org/mithaq/id/russia>'",
    )
)
@store_option
@language_option
@click.argument("subject")
@click.argument("predicate", required=False)
@click.argument("object", required=False)
@click.pass_context
def evidence(
    ctx: click.Context,
    store: Path,
    language: Language,
    *,
    subject: str,
    predicate: str | None,
    object: str | None,  # noqa: A002
) -> None:
    """Show the sentences behind triples.

    All triples of the SUBJECT are taken, or those with this PREDICATE, or the one with this OBJECT. A term is a
    prefixed name (id:russia), an <IRI>, or a quoted literal ('"معاهدة"@ar'). The exit code is 1 where the graph holds
    no such triple.
    """
    with KnowledgeGraph.open(store) as graph:
        grounds = graph.evidence(subject, predicate, object)
    presenting.write_evidence(grounds, language)
    ctx.exit(0 if grounds else NOTHING_THERE)


@click.command(epilog=examples("mithaq stats"))
@store_option
@language_option
def stats(store: Path, language: Language) -> None:
    """Count what the graph holds."""
    with KnowledgeGraph.open(store) as graph:
        presenting.write_statistics(graph.stats(), language)


def _query_text(text: str | None, file: BinaryIO | None) -> str:
    """Read the query from where it was given: exactly one of text, file, or standard input."""
    if (text is None) == (file is None):
        raise click.UsageError("Give the query once: as text, by --file F, or - for standard input.")
    if file is None and text != "-":
        return str(text)
    source = file or sys.stdin.buffer
    try:
        return source.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Failure(
            f"{source.name}: not UTF-8: byte {error.start} cannot be read. Save the query as UTF-8."
        ) from error


@click.command(
    epilog=examples(
        "mithaq explain id:russia mithaq:recognizes id:abkhazia",
        "mithaq explain --format turtle id:russia rdf:type mithaq:Agent",
    )
)
@store_option
@language_option
@report_format_option
@click.argument("subject")
@click.argument("predicate")
@click.argument("object")
@click.pass_context
def explain(
    ctx: click.Context,
    store: Path,
    language: Language,
    *,
    format_name: str,
    subject: str,
    predicate: str,
    object: str,  # noqa: A002
) -> None:
    """Show why a triple holds.

    An inferred triple is led back, by the shortest proof, to stated ones, and these to their sentences. The exit code
    is 1 where the graph holds no such triple. Terms are written as for mithaq evidence.
    """
    with KnowledgeGraph.open(store) as graph:
        explanation = graph.explain(subject, predicate, object)
    presenting.write_explanation(explanation, format_name, language)
    ctx.exit(0 if explanation.holds else NOTHING_THERE)


COMMANDS = (query, export, evidence, explain, stats)
