"""Commands that weigh proposed facts, by reviewed ones or by a human: evaluate, review."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mithaq.graph import decided, evaluate_all, parse_facts, read_fact_set, review_rows, write_csv, write_html

from .behaviour import NOT_CONFORMING, Failure, examples
from .console import write_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mithaq.graph import Evaluation


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
    kept, accepted, rejected = decided(_text_of(table), proposed, keep_open=not only_accepted)
    output.write_text(kept, encoding="utf-8")
    click.echo(f"{output}: {accepted} facts accepted, {rejected} left out")
    ctx.exit(0 if accepted or not rejected else NOT_CONFORMING)


def _text_of(table: Path) -> str:
    try:
        return table.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise Failure(
            f"{table}: not UTF-8: byte {error.start} cannot be read. Save the table as CSV in UTF-8."
        ) from error


COMMANDS = (evaluate, review)
