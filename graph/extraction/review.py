"""A table for a human's eye: each proposed fact in words beside its sentence, to be accepted or rejected, out and back in."""

from __future__ import annotations

import csv
import html
import io
import re
from dataclasses import dataclass
from string import Template
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, RdfFormat, serialize

from ..errors import ReviewError
from ..namespaces import DCTERMS, EXACT, MITHAQ, TYPE, compact
from ..spans import Span, article_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..facts import Facts, Statement

COLUMNS: Final = ("fact", "decision", "sentence", "words", "subject", "says", "object", "pattern", "confidence")
ACCEPT: Final = frozenset({"accept", "yes", "y", "1", "قبول", "نعم"})
REJECT: Final = frozenset({"reject", "no", "n", "0", "رفض", "لا"})
_TAKEN_BY: Final = NamedNode(MITHAQ + "takenBy")
_SENTENCE: Final = NamedNode(MITHAQ + "sentence")
_CONFIDENCE: Final = NamedNode(MITHAQ + "confidence")
_TITLE: Final = NamedNode(DCTERMS + "title")


@dataclass(frozen=True, slots=True)
class Row:
    """One proposed fact: its key, the decision so far, and all that helps to decide."""

    fact: str
    decision: str
    sentence: str
    words: str
    subject: str
    says: str
    object: str
    pattern: str
    confidence: str

    def cells(self) -> tuple[str, ...]:
        """Give the row as it is written."""
        return tuple(getattr(self, column) for column in COLUMNS)


def review_rows(facts: Facts) -> list[Row]:
    """Give a row for each fact that stands in a span, in reading order."""
    about = _About(facts)
    rows = [about.row(statement) for statement in facts.statements if Span.from_iri(statement.graph or "")]
    return sorted(rows, key=lambda row: (_place(row), row.subject, row.says))


def _place(row: Row) -> tuple[int, int]:
    match = re.search(r"char=(\d+),(\d+)", row.fact)
    return (int(match[1]), -int(match[2])) if match else (0, 0)


class _About:
    """What the graph of the article says of its spans and extractions."""

    def __init__(self, facts: Facts) -> None:
        self._values: dict[tuple[str, NamedNode], str] = {}
        for statement in facts.statements:
            quad = statement.quad
            if isinstance(quad.subject, NamedNode) and quad.graph_name == NamedNode(
                article_of(quad.subject.value) or "urn:none"
            ):
                value = quad.object.value if isinstance(quad.object, Literal | NamedNode) else ""
                self._values.setdefault((quad.subject.value, quad.predicate), value)

    def row(self, statement: Statement) -> Row:
        """Make the row of one fact."""
        span, quad = statement.graph or "", statement.quad
        sentence = self._values.get((span, _SENTENCE), span)
        taken = self._values.get((span, _TAKEN_BY), "")
        return Row(
            key_of(statement),
            "",
            self._values.get((sentence, EXACT), ""),
            self._values.get((span, EXACT), ""),
            _said(str(quad.subject)),
            "is a" if quad.predicate == TYPE else in_words(quad.predicate.value),
            _said(str(quad.object)),
            self._values.get((taken, _TITLE), ""),
            self._values.get((span, _CONFIDENCE), ""),
        )


def key_of(statement: Statement) -> str:
    """Name a fact so that it is found again: its span and its triple."""
    quad = statement.quad
    span = (statement.graph or "").rpartition("/")[2]
    return f"{span} {quad.subject} {quad.predicate} {quad.object}"


def in_words(iri: str) -> str:
    """Write the name of a property in words.

    >>> in_words("https://w3id.org/mithaq#eventStatus")
    'event status'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", iri.rpartition("#")[2]).lower()


def _said(term: str) -> str:
    if term.startswith("<"):
        return compact(term.strip("<>")).removeprefix("id:").removeprefix("mithaq:")
    return re.sub(r'^"(.*)"(?:@\w+|\^\^.*)?$', r"\1", term, flags=re.DOTALL)


def write_csv(rows: Iterable[Row]) -> str:
    """Write rows as CSV, with a mark that spreadsheets read the encoding by."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    writer.writerows(_safe(row.cells()) for row in rows)
    return "\ufeff" + stream.getvalue()


def _safe(cells: Sequence[str]) -> list[str]:
    """Keep a spreadsheet from taking words of an article for a formula."""
    return [f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell for cell in cells]


def write_html(rows: Iterable[Row], title: str) -> str:
    """Write rows as a page of its own, with a choice for each and a button that gives the table back as CSV."""
    body = "\n".join(
        f'<tr><td hidden class="key">{html.escape(row.fact)}</td><td><select><option></option><option>accept</option><option>reject</option></select></td>'
        f'<td dir="rtl" lang="ar">{_marked(row)}</td><td>{html.escape(row.subject)}</td><td>{html.escape(row.says)}</td>'
        f'<td dir="auto">{html.escape(row.object)}</td><td>{html.escape(row.pattern)}</td><td>{html.escape(row.confidence)}</td></tr>'
        for row in rows
    )
    return _PAGE.substitute(title=html.escape(title), body=body)


def _marked(row: Row) -> str:
    before, words, after = row.sentence.partition(row.words)
    return (
        f"{html.escape(before)}<mark>{html.escape(words)}</mark>{html.escape(after)}"
        if words
        else html.escape(row.words)
    )


_PAGE: Final = Template("""<!doctype html>
<html lang="en"><meta charset="utf-8"><title>$title</title>
<style>body{font-family:system-ui,sans-serif}table{border-collapse:collapse}td,th{border:1px solid #bbb;padding:.3em;vertical-align:top}</style>
<h1>$title</h1><p>Choose for each fact; then save the decisions and hand the file to mithaq review --apply. What is left open stays.</p>
<button id="save">Save decisions</button>
<table><thead><tr><th>decision</th><th>sentence</th><th>subject</th><th>says</th><th>object</th><th>pattern</th><th>confidence</th></tr></thead><tbody>
$body
</tbody></table>
<script>
document.getElementById("save").onclick = () => {
  const quoted = text => '"' + text.replaceAll('"', '""') + '"';
  const lines = [...document.querySelectorAll("tbody tr")].map(row =>
    quoted(row.querySelector(".key").textContent) + "," + row.querySelector("select").value);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["fact,decision\\r\\n" + lines.join("\\r\\n")], {type: "text/csv"}));
  link.download = "decisions.csv";
  link.click();
};
</script></html>
""")


def decided(table: str, facts: Facts, *, keep_open: bool = True) -> tuple[str, int, int]:
    """Take the rejected facts out of a file of proposals; gives the file, how many were accepted and how many rejected.

    Raises ReviewError where the table has a decision that is none, or a fact that the file has not.
    """
    decisions = _read(table)
    known = {key_of(statement): statement for statement in facts.statements}
    strange = [key for key in decisions if key not in known]
    if strange:
        raise ReviewError(
            f"the table decides on a fact that the file does not hold: {strange[0]}. Is it the table of this file?"
        )
    rejected = {key for key, accepted in decisions.items() if accepted is False}
    if not keep_open:
        rejected |= {
            key for key, each in known.items() if Span.from_iri(each.graph or "") and decisions.get(key) is None
        }
    return _without(facts, rejected), sum(each is True for each in decisions.values()), len(rejected)


def _read(table: str) -> dict[str, bool | None]:
    found: dict[str, bool | None] = {}
    for number, row in enumerate(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"))), start=2):
        word = (row.get("decision") or "").strip().lower()
        if word and word not in ACCEPT | REJECT:
            raise ReviewError(f"line {number}: {word!r} is no decision; write accept or reject, or leave it empty.")
        found[row.get("fact") or ""] = None if not word else word in ACCEPT
    return found


def _without(facts: Facts, rejected: set[str]) -> str:
    """Write the statements anew, graph by graph, without the rejected ones; their spans stay described."""
    kept = [statement for statement in facts.statements if key_of(statement) not in rejected]
    data = serialize([statement.quad for statement in kept], format=RdfFormat.TRIG, prefixes={"mithaq": MITHAQ})
    return (data or b"").decode("utf-8")
