"""Commands that propose facts and weigh them: extract, evaluate, review."""

from __future__ import annotations

import os
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
    decided,
    evaluate_all,
    extract_files,
    parse_facts,
    read_fact_set,
    read_submission,
    review_rows,
    write_csv,
    write_html,
    write_trig,
)

from . import presenting
from .behaviour import NOT_CONFORMING, Failure, examples
from .console import progress_on_terminal, write_table
from .options import language_option, store_option

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from mithaq.graph import Evaluation, Extracted


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

    Rules alone, no network: the same article gives the same proposals. Read them, or weigh them with mithaq review,
    before they are added. A file that cannot be read is named, and the others go on; the exit code is then 2.
    """
    if bool(output) == adding:
        raise click.UsageError("Say where the proposals go: --output FILE or DIR, or --add.")
    paths = list(_articles(files))
    if not paths:
        raise Failure("no articles: name files or a folder that holds NAME.txt files")
    publication = Publication(published.date() if published else None, url, source)
    results = _with_progress(
        extract_files(paths, publication, workers=workers, endpoint=_endpoint() if with_model else None), len(paths)
    )
    failed = False
    for result in results:
        if result.proposals is None:
            failed = True
            click.echo(result.error, err=True)
            continue
        for remark in result.proposals.remarks:
            click.echo(remark, err=True)
        proposals = _resolved(store, result.proposals, needed=adding)
        if adding:
            failed = not _add(store, language, result.path, proposals) or failed
        elif output is not None:
            _write(output, proposals, alone=len(paths) == 1 and output.suffix == ".trig")
    ctx.exit(2 if failed else 0)


def _endpoint() -> Endpoint | None:
    """Read from the environment where the model is; without it the rules alone work, and that is said."""
    url, model, key = (os.environ.get(f"MITHAQ_LLM_{name}", "") for name in ("URL", "MODEL", "KEY"))
    if not (url and model and key):
        click.echo(
            "no model: set MITHAQ_LLM_URL, MITHAQ_LLM_MODEL and MITHAQ_LLM_KEY; the rules alone are used", err=True
        )
        return None
    return Endpoint(url, model, key)


def _resolved(store: Path, proposals: Proposals, *, needed: bool) -> Proposals:
    """Name what the graph already has by its name there, where there is a graph."""
    try:
        with KnowledgeGraph.open(store) as graph:
            return next(iter(graph.resolve([proposals])))
    except StoreMissingError:
        if needed:
            raise
        return proposals


def _articles(files: Iterable[Path]) -> Iterator[Path]:
    for file in files:
        yield from sorted(file.glob("*.txt")) if file.is_dir() else (file,)


def _with_progress(results: Iterable[Extracted], total: int) -> Iterator[Extracted]:
    with progress_on_terminal() as report:
        for done, result in enumerate(results, start=1):
            if report is not None:
                report(result.name, done, total)
            yield result


def _write(output: Path, proposals: Proposals, *, alone: bool) -> None:
    target = output if alone else output / f"{proposals.article.name}.trig"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(write_trig(proposals), encoding="utf-8")
    click.echo(f"{target}: {len(proposals.claims)} facts proposed")


def _add(store: Path, language: Language, path: Path, proposals: Proposals) -> bool:
    facts = path.with_suffix(".trig")
    if facts.exists():
        raise Failure(f"{facts}: there already; its facts are not replaced by proposals. Use --output.")
    facts.write_text(write_trig(proposals), encoding="utf-8")
    with KnowledgeGraph.writing(store) as graph:
        done = graph.add([read_submission(facts)], note=f"extract {path.name}")
    presenting.write_transaction(done, "text", language)
    return not done.refused


@click.command(
    epilog=examples("mithaq evaluate proposals my-articles", "mithaq evaluate --misses proposed.trig accord.trig")
)
@click.option("--misses", is_flag=True, help="Show each fact that was missed or is false, with its sentence.")
@click.option("--markdown", is_flag=True, help="Write the table as Markdown.")
@click.argument("candidate", type=click.Path(path_type=Path, exists=True))
@click.argument("reviewed", type=click.Path(path_type=Path, exists=True))
def evaluate(candidate: Path, reviewed: Path, *, misses: bool, markdown: bool) -> None:
    """Weigh proposed facts against reviewed ones, kind by kind.

    CANDIDATE and REVIEWED are files of facts, or folders in which the files of one name belong together. Individuals
    are matched by what is said of them, whatever they are called. Strict: the same triple in the same words; by
    overlap: in words that overlap.
    """
    pairs = list(_pairs(candidate, reviewed))
    if not pairs:
        raise Failure("nothing to compare: the two folders hold no files of one name")
    found = evaluate_all((read_fact_set(ours), read_fact_set(theirs)) for ours, theirs in pairs)
    rows = list(_rows(found))
    if markdown:
        for row in (_COLUMNS, ["---"] * len(_COLUMNS), *rows):
            click.echo(f"| {' | '.join(row)} |")
    else:
        write_table(_COLUMNS, rows)
    for miss in found.misses if misses else ():
        fact = f"{miss.fact.subject} {miss.fact.predicate} {miss.fact.object}"
        click.echo(f"\n{'false' if miss.proposed else 'missed'} {miss.kind}: {fact}\n  {miss.sentence}")


_COLUMNS = ("kind", "proposed", "reviewed", "precision", "recall", "F1", "P overlap", "R overlap", "F1 overlap")


def _pairs(candidate: Path, reviewed: Path) -> Iterator[tuple[Path, Path]]:
    if candidate.is_dir() != reviewed.is_dir():
        raise Failure("name two files or two folders")
    if not candidate.is_dir():
        yield candidate, reviewed
        return
    for theirs in sorted(reviewed.glob("*.trig")):
        if (ours := candidate / theirs.name).is_file():
            yield ours, theirs


def _rows(found: Evaluation) -> Iterator[tuple[str, ...]]:
    totals = ("all", found.total(strict=True), found.total(strict=False))
    for kind, strict, loose in (
        *((kind, score, found.by_overlap[kind]) for kind, score in found.strict.items()),
        totals,
    ):
        figures = (strict.precision, strict.recall, strict.f1, loose.precision, loose.recall, loose.f1)
        yield (kind, str(strict.proposed), str(strict.reviewed), *(f"{figure:.2f}" for figure in figures))


@click.command(
    epilog=examples(
        "mithaq review proposed.trig --output review.csv",
        "mithaq review proposed.trig --apply review.csv --output accepted.trig",
    )
)
@click.option(
    "--apply",
    "table",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="TABLE",
    help="A table with decisions, to be carried out.",
)
@click.option("--only-accepted", is_flag=True, help="With --apply: leave out what is undecided too.")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="FILE",
    help="A table (.csv, .html), or with --apply a file of facts.",
)
@click.argument("facts", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_context
def review(ctx: click.Context, table: Path | None, output: Path, facts: Path, *, only_accepted: bool) -> None:
    """Put proposed facts before a human, and carry out what he decides.

    Without --apply, writes a table with a row for each fact: the sentence, the fact in words, and an empty decision.
    With --apply, writes the facts again without those that the table rejects.
    """
    proposed = parse_facts(facts)
    if table is None:
        rows = review_rows(proposed)
        text = write_html(rows, facts.name) if output.suffix == ".html" else write_csv(rows)
        output.write_text(text, encoding="utf-8", newline="")
        click.echo(f"{output}: {len(rows)} facts to decide on")
        return
    kept, accepted, rejected = decided(table.read_text(encoding="utf-8"), proposed, keep_open=not only_accepted)
    output.write_text(kept, encoding="utf-8")
    click.echo(f"{output}: {accepted} facts accepted, {rejected} left out")
    ctx.exit(0 if accepted or not rejected else NOT_CONFORMING)


COMMANDS = (extract, evaluate, review)
