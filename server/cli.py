"""The command line: each command opens the graph, calls one method of it and presents what comes back."""

from __future__ import annotations

import logging
import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

import click

from mithaq.graph import (
    GRAPH_FORMATS,
    LANGUAGES,
    RESULT_FORMATS,
    KnowledgeGraph,
    Language,
    QueryError,
    ValidationReport,
    parse_term,
)

from . import presenting
from .commands import BROKEN, NOT_CONFORMING, CommandGroup, Failure, examples
from .console import progress_on_terminal
from .judging import judge_file
from .languages import language_of_locale
from .serving import Address, AddressError, claim, serve_until_stopped
from .settings import ServiceSettings

REPORT_FORMATS = ("text", "turtle", "json")

_log = logging.getLogger(__name__)

store_option = click.option(
    "--store",
    type=click.Path(path_type=Path),
    envvar="MITHAQ_STORE",
    default=Path("mithaq-store"),
    show_default="$MITHAQ_STORE, else ./mithaq-store",
    metavar="DIR",
    help="The folder of the built graph.",
)
language_option = click.option(
    "--lang",
    "language",
    type=click.Choice(LANGUAGES),
    default=lambda: language_of_locale(os.environ),
    show_default="by the locale",
    help="The language of what is said.",
)


def main() -> None:
    """Run the command line; a defect of the program is logged and ends with exit code 70."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    logging.getLogger("rdflib.term").setLevel(logging.CRITICAL)  # tells with a traceback what the reports tell in words
    try:
        commands(prog_name="mithaq")
    except Exception:  # noqa: BLE001 (the outermost edge: whatever comes must not end like a verdict, with 1)
        _log.exception("This is a defect of mithaq, please report it:")
        sys.exit(BROKEN)


@click.group(
    cls=CommandGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=examples(
        "mithaq build", "mithaq query 'SELECT ?treaty ?party { ?treaty mithaq:party ?party }'", "mithaq serve"
    ),
)
@click.version_option(package_name="mithaq", prog_name="mithaq", message="%(prog)s %(version)s")
def commands() -> None:
    """Ask Arabic news articles about states, treaties and obligations, and see the sentence behind each answer.

    Exit codes: 0 well; 1 something does not conform; 2 and above an error.
    """


@commands.command(epilog=examples("mithaq build", "mithaq build --store other-store my-articles"))
@store_option
@language_option
@click.argument("articles", metavar="[ARTICLES_DIR]", required=False, type=click.Path(path_type=Path))
@click.pass_context
def build(ctx: click.Context, store: Path, language: Language, articles: Path | None) -> None:
    """Build the graph from a folder of articles.

    ARTICLES_DIR holds articles (NAME.txt) and their facts (NAME.trig). Without it the shipped articles are taken; an
    empty folder gives an empty corpus. The store that was there is replaced when the facts conform, and kept when they
    do not.
    """
    with progress_on_terminal() as progress:
        built = KnowledgeGraph.build(store, articles, progress=progress)
    presenting.write_build_report(built, language)
    ctx.exit(0 if built.written else NOT_CONFORMING)


@commands.command(
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
    type=click.Choice((presenting.TABLE, *RESULT_FORMATS, *GRAPH_FORMATS)),
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


@commands.command(
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


@commands.command(
    epilog=examples("mithaq validate facts.ttl", "mithaq validate --lang ar --format json facts.ttl more.trig")
)
@store_option
@language_option
@click.option("--format", "format_name", type=click.Choice(REPORT_FORMATS), default="text", show_default=True)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_context
def validate(ctx: click.Context, store: Path, language: Language, format_name: str, files: tuple[Path, ...]) -> None:
    """Judge new facts in the context of the graph.

    Nothing is added. Each FILE (Turtle or TriG) is judged on its own. The exit code is 0 where all conform, 1 where
    one does not, 2 where one cannot be read.
    """
    with KnowledgeGraph.open(store) as graph:
        verdicts = [judge_file(graph, file) for file in files]
    presenting.write_verdicts(verdicts, format_name, language)
    ctx.exit(max(verdict.exit_code for verdict in verdicts))


@commands.command(
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
def evidence(store: Path, language: Language, subject: str, predicate: str | None, object: str | None) -> None:  # noqa: A002
    """Show the sentences behind triples.

    All triples of the SUBJECT are taken, or those with this PREDICATE, or the one with this OBJECT. A term is a
    prefixed name (id:russia), an <IRI>, or a quoted literal ('"معاهدة"@ar').
    """
    with KnowledgeGraph.open(store) as graph:
        presenting.write_evidence(graph.evidence(subject, predicate, object), language)


@commands.command(epilog=examples("mithaq check", "mithaq check --lang ar"))
@store_option
@language_option
@click.pass_context
def check(ctx: click.Context, store: Path, language: Language) -> None:
    """Check every rule that the shapes cannot say.

    Quotes and offsets against the articles' texts, the discipline of the named graphs, the hygiene queries.
    """
    with KnowledgeGraph.open(store) as graph:
        report = ValidationReport(tuple(graph.check()))
    presenting.write_findings(report, language)
    ctx.exit(0 if report.conforms else NOT_CONFORMING)


@commands.command(epilog=examples("mithaq stats"))
@store_option
@language_option
def stats(store: Path, language: Language) -> None:
    """Count what the graph holds."""
    with KnowledgeGraph.open(store) as graph:
        presenting.write_statistics(graph.stats(), language)


@commands.command(epilog=examples("mithaq serve", "mithaq serve --port 8080"))
@store_option
@language_option
@click.option("--host", default="127.0.0.1", show_default=True, metavar="H", help="The address to listen at.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, metavar="P", help="0: any free one."
)
def serve(store: Path, language: Language, host: str, port: int) -> None:
    """Serve the graph over HTTP until Ctrl-C.

    The start page, the SPARQL endpoint /sparql, and /validate. A store that is built anew is served at once.
    """
    try:
        address = claim(Address(host, port))
    except AddressError as error:
        raise Failure(f"{error}. Choose another one with --port or --host.") from error
    KnowledgeGraph.open(store).close()  # say now, and here, what is wrong with it
    serve_until_stopped(ServiceSettings(store), address, lambda at: presenting.write_address(at, language))


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
