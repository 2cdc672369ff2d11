"""Commands that change a store: build, add, retract."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mithaq.graph import KnowledgeGraph, Language, read_submission, set_aside

from ..iris import iri_of
from . import presenting
from .behaviour import NOT_CONFORMING, examples
from .console import progress_on_terminal
from .options import language_option, note_option, report_format_option, store_option

if TYPE_CHECKING:
    from mithaq.graph import Transaction


@click.command(epilog=examples("mithaq build", "mithaq build --store other-store my-articles"))
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


@click.command(
    epilog=examples("mithaq add accord.trig", "mithaq add --quarantine refused --note 'first batch' batch/*.trig")
)
@store_option
@language_option
@report_format_option
@note_option
@click.option(
    "--quarantine",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Keep what is refused here, with the report.",
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_context
def add(
    ctx: click.Context,
    store: Path,
    language: Language,
    *,
    format_name: str,
    note: str | None,
    quarantine: Path | None,
    files: tuple[Path, ...],
) -> None:
    """Add facts that conform, all together or none.

    Each FILE (TriG) is judged with the text NAME.txt and the sources.ttl beside it. A file that describes an article
    which the graph holds takes that article's place. Warnings do not refuse; a violation does, and nothing changes.
    """
    submissions = [read_submission(file) for file in files]
    with KnowledgeGraph.writing(store) as graph:
        done = graph.add(submissions, note=note)
    presenting.write_transaction(done, format_name, language)
    if done.refused and quarantine is not None:
        presenting.write_set_aside(set_aside(quarantine, files, done.report), language)
    ctx.exit(_exit_code(done))


@click.command(epilog=examples("mithaq retract accord", "mithaq retract 'article:004_00f9922b9418dd7a#char=2218,2233'"))
@store_option
@language_option
@report_format_option
@note_option
@click.argument("target", metavar="ARTICLE|SPAN")
@click.pass_context
def retract(
    ctx: click.Context, store: Path, language: Language, *, format_name: str, note: str | None, target: str
) -> None:
    """Take out an article, or what one span of it states.

    An article is named by its name or IRI, a span by its IRI. Nothing changes where what is left would not conform.
    """
    with KnowledgeGraph.writing(store) as graph:
        done = graph.retract(iri_of(target), note=note)
    presenting.write_transaction(done, format_name, language)
    ctx.exit(_exit_code(done))


def _exit_code(done: Transaction) -> int:
    return NOT_CONFORMING if done.refused else 0


COMMANDS = (build, add, retract)
