"""Commands that judge: validate, check."""

from __future__ import annotations

from pathlib import Path

import click

from mithaq.graph import KnowledgeGraph, Language, ValidationReport

from . import presenting
from .behaviour import NOT_CONFORMING, examples
from .options import language_option, report_format_option, store_option
from .verdicts import Verdict, judge_file


@click.command(
    epilog=examples(
        "mithaq validate facts.ttl",
        "mithaq validate --lang ar --format json facts.ttl more.trig",
        "mithaq validate --full",
    )
)
@store_option
@language_option
@report_format_option
@click.option("--full", is_flag=True, help="Judge all that the graph holds, instead of files.")
@click.argument("files", metavar="[FILE...]", nargs=-1, type=click.Path(path_type=Path))
@click.pass_context
def validate(
    ctx: click.Context, store: Path, language: Language, *, format_name: str, full: bool, files: tuple[Path, ...]
) -> None:
    """Judge new facts in the context of the graph.

    Nothing is added. Each FILE (Turtle, TriG or another syntax of RDF) is judged on its own. The exit code is 0 where
    all conform, 1 where one does not, 2 where one cannot be read. With --full the graph itself is judged: every rule,
    every shape, and whether what is inferred is just what follows.
    """
    if full == bool(files):
        raise click.UsageError("Name files of facts, or give --full to judge the graph itself.")
    with KnowledgeGraph.open(store) as graph:
        verdicts = [Verdict(store, graph.audit())] if full else [judge_file(graph, file) for file in files]
    presenting.write_verdicts(verdicts, format_name, language)
    ctx.exit(max(verdict.exit_code for verdict in verdicts))


@click.command(epilog=examples("mithaq check", "mithaq check --lang ar"))
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


COMMANDS = (validate, check)
