"""Write what the core gives back to standard output, as a person or a program wants to read it."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

import click
from pyoxigraph import Literal, NamedNode, Triple
from rich.cells import cell_len

from mithaq.graph import (
    Text,
    ValidationReport,
    compact,
    difference_lines,
    patch_lines,
    reports_as_turtle,
)

from ..grounds import NOTHING_FOUND, grounds_as_text
from ..outcomes import said_of
from ..outcomes import write_transaction as transaction_as_bytes
from .console import write_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from mithaq.graph import (
        BuildReport,
        Change,
        Evidence,
        Explanation,
        Language,
        QueryResult,
        Revision,
        Statistics,
        Term,
        Transaction,
    )

    from ..serving import Address
    from .verdicts import Verdict

TABLE = "table"
_TRIPLE = ("subject", "predicate", "object")
_NOT_WRITTEN = Text(en="Nothing was written: {store} is as it was.", ar="لم يُكتب شيء: بقي {store} كما كان.")
_BUILT = Text(en="Built {store}, revision {number} ({digest}).", ar="بُني {store}، المراجعة {number} ({digest}).")
_SET_ASIDE = Text(en="Kept aside in {folder}.", ar="حُفظ جانبًا في {folder}.")
_BACKED_UP = Text(
    en="Revision {number} ({digest}) is copied to {target}.", ar="نُسخت المراجعة {number} ({digest}) إلى {target}."
)
_RESTORED = Text(
    en="{store} is restored, as revision {number} ({digest}).", ar="استُعيد {store}، وهو المراجعة {number} ({digest})."
)
_ANSWERS_AT = Text(en="Mithaq answers at {url}", ar="ميثاق يجيب على العنوان {url}")
_COUNTED = {
    "articles": Text(en="articles", ar="المقالات"),
    "sentences": Text(en="sentences", ar="الجمل"),
    "spans": Text(en="spans", ar="المقاطع"),
    "facts": Text(en="facts with evidence", ar="الحقائق ذات الدليل"),
    "reference": Text(en="reference triples", ar="ثلاثيات المرجع"),
    "ontology": Text(en="ontology triples", ar="ثلاثيات الأنطولوجيا"),
    "shapes": Text(en="shapes triples", ar="ثلاثيات الأشكال"),
    "asserted": Text(en="asserted triples", ar="الثلاثيات المذكورة"),
    "inferred": Text(en="inferred triples", ar="الثلاثيات المستنتجة"),
    "triples": Text(en="triples", ar="كل الثلاثيات"),
    "individuals": Text(en="individuals", ar="الأفراد"),
    "violations": Text(en="violations", ar="المخالفات"),
    "warnings": Text(en="warnings", ar="التحذيرات"),
    "seconds": Text(en="seconds", ar="الثواني"),
}
"""What is counted, by the names that the core gives it."""


def write_result(result: QueryResult, format_name: str | None) -> None:
    """Write a query's result; unless a format is named, graphs as Turtle and everything else as a table."""
    if format_name not in {None, TABLE} or (format_name is None and result.kind == "graph"):
        _write_bytes(result.serialize(format_name or "turtle"))
    elif result.kind == "boolean":
        click.echo("true" if result else "false")
    else:
        _write_rows(result)


def _write_bytes(data: bytes) -> None:
    """Write bytes as they are; only on a terminal is a last line ended that does not end itself."""
    sys.stdout.buffer.write(data)
    if sys.stdout.isatty() and not data.endswith(b"\n"):
        sys.stdout.buffer.write(b"\n")


def _write_rows(result: QueryResult) -> None:
    columns = result.variables if result.kind == "solutions" else _TRIPLE
    rows = [[_shown(term) for term in row] for row in result]
    write_table(columns, rows)
    click.echo(f"({len(rows)} row{'' if len(rows) == 1 else 's'})")


def _shown(term: Term | Triple | None) -> str:
    """Show a term as people read it: IRIs by prefix, literals without quotation marks."""
    if isinstance(term, NamedNode):
        return compact(term.value)
    if isinstance(term, Literal):
        return term.value
    return "" if term is None else str(term)


def write_verdicts(verdicts: Sequence[Verdict], format_name: str, language: Language) -> None:
    """Write the reports on files; why a file cannot be judged goes to standard error."""
    for verdict in verdicts:
        if verdict.error is not None:
            click.echo(f"Error: {verdict.error}", err=True)
    judged = {str(verdict.file): verdict.report for verdict in verdicts if verdict.report is not None}
    if not judged:
        return
    if format_name == "json":
        click.echo(_reports_as_json(judged), nl=False)
    elif format_name == "turtle":
        click.echo(reports_as_turtle(judged.values()), nl=False)
    else:
        click.echo(_reports_as_text(judged, language, with_names=len(verdicts) > 1), nl=False)


def _reports_as_text(judged: Mapping[str, ValidationReport], language: Language, *, with_names: bool) -> str:
    if not with_names:
        return "".join(report.to_text(language) for report in judged.values())
    return "\n".join(f"{file}\n{report.to_text(language)}" for file, report in judged.items())


def _reports_as_json(judged: Mapping[str, ValidationReport]) -> str:
    """Write one report as it is, several as a list under a common verdict."""
    if len(judged) == 1:
        return next(iter(judged.values())).to_json()
    conforms = all(report.conforms for report in judged.values())
    reports = [{"file": file, **json.loads(report.to_json())} for file, report in judged.items()]
    return json.dumps({"conforms": conforms, "reports": reports}, ensure_ascii=False, indent=2) + "\n"


def write_evidence(grounds: Sequence[Evidence], language: Language) -> None:
    """Write each triple with the words that it was taken from."""
    if grounds:
        click.echo(grounds_as_text(grounds, language), nl=False)
    else:
        click.echo(NOTHING_FOUND.said_in(language), err=True)


def write_explanation(explanation: Explanation, format_name: str, language: Language) -> None:
    """Write why a triple holds."""
    if format_name == "text":
        click.echo(explanation.to_text(language), nl=False)
    else:
        click.echo(explanation.to_json() if format_name == "json" else explanation.to_turtle(), nl=False)


def write_findings(report: ValidationReport, language: Language) -> None:
    """Write what a check found, and the verdict."""
    click.echo(report.to_text(language), nl=False)


def write_transaction(done: Transaction, format_name: str, language: Language) -> None:
    """Write the report on a transaction, and what became of it; as RDF there is the report alone."""
    if format_name != "text":
        _write_bytes(transaction_as_bytes(done, format_name, language))
        return
    write_findings(done.report, language)
    click.echo(said_of(done, language), err=done.refused)


def write_set_aside(folder: Path, language: Language) -> None:
    """Write where a refused submission is kept."""
    click.echo(_SET_ASIDE.filled(folder=folder).said_in(language), err=True)


def write_revisions(revisions: Sequence[Revision], format_name: str) -> None:
    """Write revisions as a table, or as a list of objects."""
    if format_name == "json":
        click.echo(json.dumps([asdict(each) for each in revisions], ensure_ascii=False, indent=2))
    else:
        rows = [[str(each.number), each.time, _short(each), each.note] for each in revisions]
        write_table(("revision", "time", "digest", "note"), rows)


def write_difference(change: Change, format_name: str) -> None:
    """Write a change as a patch, or as text."""
    lines = patch_lines(change) if format_name == "patch" else (f"{line}\n" for line in difference_lines(change))
    for line in lines:
        click.echo(line, nl=False)


def write_backup(revision: Revision, target: Path, language: Language) -> None:
    """Write what was copied where."""
    click.echo(_BACKED_UP.filled(target=target, **_of(revision)).said_in(language))


def write_restored(revision: Revision, store: Path, language: Language) -> None:
    """Write what a store holds now."""
    click.echo(_RESTORED.filled(store=store, **_of(revision)).said_in(language))


def _of(revision: Revision) -> dict[str, object]:
    return {"number": revision.number, "digest": _short(revision)}


def _short(revision: Revision) -> str:
    return revision.digest[:16]


def write_build_report(built: BuildReport, language: Language) -> None:
    """Write what a build did, and every finding with it."""
    write_findings(built.report, language)
    click.echo()
    counts: dict[str, int | str] = {
        "articles": built.articles,
        "spans": built.spans,
        "asserted": built.asserted,
        "inferred": built.inferred,
        "violations": built.violations,
        "warnings": built.warnings,
        "seconds": f"{built.seconds:.1f}",
    }
    _write_counts({_COUNTED[name].said_in(language): number for name, number in counts.items()})
    if built.revision is not None:
        click.echo(_BUILT.filled(store=built.store, **_of(built.revision)).said_in(language))
    else:
        click.echo(_NOT_WRITTEN.filled(store=built.store).said_in(language), err=True)


def write_statistics(statistics: Statistics, language: Language) -> None:
    """Write the counts of a graph, and the individuals of each class."""
    counts = ((text, getattr(statistics, name, None)) for name, text in _COUNTED.items())
    _write_counts({text.said_in(language): number for text, number in counts if number is not None})
    click.echo()
    _write_counts({compact(iri): number for iri, number in statistics.classes})


def write_address(address: Address, language: Language) -> None:
    """Write where the service answers."""
    click.echo(_ANSWERS_AT.filled(url=address.url).said_in(language))


def _write_counts(counts: Mapping[str, int | str]) -> None:
    width = max((cell_len(name) for name in counts), default=0)
    for name, count in counts.items():
        click.echo(f"{name}{' ' * (width - cell_len(name))}  {count:>8}")
