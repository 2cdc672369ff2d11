"""The command that proposes facts."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mithaq.graph import (
    Endpoint,
    KnowledgeGraph,
    Language,
    Proposals,
    Publication,
    StoreMissingError,
    extract_files,
    read_submission,
    write_trig,
)

from . import presenting
from .behaviour import FAILED, NOT_CONFORMING, Failure, examples
from .console import progress_on_terminal
from .options import language_option, store_option

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from mithaq.graph import Extracted


@click.command(
    epilog=examples(
        "mithaq extract accord.txt --output proposed.trig",
        "mithaq extract new.txt --published 2009-03-01 --source 'El Khabar' --add",
        "mithaq extract my-articles --output proposals",
    )
)
@store_option
@language_option
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day of publication; relative dates are resolved by it.",
)
@click.option("--url", metavar="URL", help="Where the article is printed.")
@click.option("--source", metavar="NAME", help="Who published it.")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    metavar="FILE|DIR",
    help="Where the proposals go: a file for one article, else a folder.",
)
@click.option("--add", "adding", is_flag=True, help="Add the proposals to the graph at once, if they conform.")
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=lambda: os.cpu_count() or 1,
    show_default="one for each core",
    help="How many processes.",
)
@click.option(
    "--llm",
    "with_model",
    is_flag=True,
    help="Ask a language model too: $MITHAQ_LLM_URL, $MITHAQ_LLM_MODEL, $MITHAQ_LLM_KEY.",
)
@click.argument("files", metavar="FILE|DIR...", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.pass_context
def extract(
    ctx: click.Context,
    store: Path,
    language: Language,
    *,
    published: datetime | None,
    url: str | None,
    source: str | None,
    output: Path | None,
    adding: bool,
    with_model: bool,
    workers: int,
    files: tuple[Path, ...],
) -> None:
    """Propose facts for Arabic news articles, each in the graph of the words that state it.

    By rules alone and without network, unless --llm asks for more: the same article gives the same proposals. Read
    them, or decide on each with mithaq review, before they are added. An article that cannot be read, or with --add has
    facts beside it already, is named, and the others go on; the exit code is then 2.
    """
    if bool(output) == adding:
        raise click.UsageError("Say where the proposals go: --output FILE or DIR, or --add.")
    paths = list(_articles(files))
    if not paths:
        raise Failure("no articles: name files or a folder that holds NAME.txt files")
    _require_names_of_their_own(paths)
    failures: list[Path] = []
    if adding:
        paths = list(_without_facts(paths, failures))
    publication = Publication(published.date() if published else None, url, source)
    endpoint = _endpoint() if with_model else None
    results = _with_progress(extract_files(paths, publication, workers=workers, endpoint=endpoint), len(paths))
    proposed = _proposed(results, failures)
    if output is None:
        exit_codes = [0, *_added(store, language, proposed)]
    else:
        _write_all(store, proposed, output, alone=len(paths) == 1 and output.suffix == ".trig")
        exit_codes = [0]
    ctx.exit(FAILED if failures else max(exit_codes))


def _require_names_of_their_own(paths: Iterable[Path]) -> None:
    """Refuse two articles of one name, which become one in the graph, and their proposals one file."""
    known: dict[str, Path] = {}
    for path in paths:
        if (other := known.setdefault(path.stem, path)) != path:
            raise Failure(f"{other} and {path} have one name, by which the graph would know both: rename one of them")


def _without_facts(paths: Iterable[Path], failures: list[Path]) -> Iterator[Path]:
    """Leave out the articles that have facts beside them: proposals neither replace these nor speak for them."""
    for path in paths:
        facts = path.with_suffix(".trig")
        if facts.exists():
            failures.append(path)
            click.echo(f"{facts}: there already; its facts are not replaced by proposals. Use --output.", err=True)
        else:
            yield path


def _endpoint() -> Endpoint | None:
    """Read from the environment where the model is; without it the rules alone work, and that is said."""
    url, model, key = (os.environ.get(f"MITHAQ_LLM_{name}", "") for name in ("URL", "MODEL", "KEY"))
    if not (url and model and key):
        click.echo(
            "no model: set MITHAQ_LLM_URL, MITHAQ_LLM_MODEL and MITHAQ_LLM_KEY; the rules alone are used", err=True
        )
        return None
    return Endpoint(url, model, key)


def _articles(files: Iterable[Path]) -> Iterator[Path]:
    for file in files:
        yield from sorted(file.glob("*.txt")) if file.is_dir() else (file,)


def _with_progress(results: Iterable[Extracted], total: int) -> Iterator[Extracted]:
    with progress_on_terminal() as report:
        for done, result in enumerate(results, start=1):
            if report is not None:
                report(result.name, done, total)
            yield result


def _proposed(results: Iterable[Extracted], failures: list[Path]) -> Iterator[tuple[Path, Proposals]]:
    """Say what is to be said of each article, note those that cannot be read, pass on the other proposals."""
    for result in results:
        if result.proposals is None:
            failures.append(result.path)
            click.echo(result.error, err=True)
            continue
        for remark in result.proposals.remarks:
            click.echo(remark, err=True)
        yield result.path, result.proposals


def _write_all(store: Path, proposed: Iterable[tuple[Path, Proposals]], output: Path, *, alone: bool) -> None:
    """Write proposals; what the graph already has is named as there, where there is a graph."""
    with _resolving(store) as resolved:
        for proposals in resolved(each for _, each in proposed):
            target = output if alone else output / f"{proposals.article.name}.trig"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(write_trig(proposals), encoding="utf-8")
            click.echo(f"{target}: {len(proposals.claims)} facts proposed")


@contextmanager
def _resolving(store: Path) -> Iterator[Callable[[Iterable[Proposals]], Iterator[Proposals]]]:
    try:
        graph = KnowledgeGraph.open(store)
    except StoreMissingError:
        yield iter
        return
    with graph:
        yield graph.resolve


def _added(store: Path, language: Language, proposed: Iterable[tuple[Path, Proposals]]) -> Iterator[int]:
    """Add proposals, each article under what the graph holds by then; give the exit code of each."""
    graph = KnowledgeGraph.open(store)
    try:
        for path, proposals in proposed:
            yield _add(graph, language, path, proposals)
            with graph as outdated:
                graph = outdated.renewed()
    finally:
        graph.close()


def _add(graph: KnowledgeGraph, language: Language, path: Path, proposals: Proposals) -> int:
    """Add the proposals for one article, and leave them beside it for whoever would mend what is refused."""
    facts = path.with_suffix(".trig")
    (resolved,) = graph.resolve([proposals])
    facts.write_text(write_trig(resolved), encoding="utf-8")
    try:
        with graph.changing() as writer:
            done = writer.add([read_submission(facts)], note=f"extract {path.name}")
    except BaseException:
        facts.unlink()  # nobody has judged them, and they would keep the next attempt from being made
        raise
    presenting.write_transaction(done, "text", language)
    return NOT_CONFORMING if done.refused else 0


COMMANDS = (extract,)
