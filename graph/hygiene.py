"""Hygiene: SPARQL queries kept in files, every row of which is a failure.

A file NAME.rq begins with comments `# severity:`, `# en:`, `# ar:`, `# do-en:` and `# do-ar:`; the messages may name
the query's variables in braces. `?focus`, `?path`, `?value` and `?graph` say what the finding is about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode, Store

from .findings import Finding, Severity
from .languages import Text
from .namespaces import RULES
from .queries import query
from .terms import Term, write_in_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_COMMENT: Final = re.compile(r"^# (?P<name>severity|en|ar|do-en|do-ar): (?P<text>.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class HygieneQuery:
    """One query and what each of its rows means."""

    name: str
    text: str
    severity: Severity
    message: Text
    advice: Text

    def run(self, store: Store) -> Iterator[Finding]:
        """Ask the store; each row is a finding."""
        result = query(store, self.text)
        for row in result.rows():
            yield self._finding(dict(zip(result.variables, row, strict=True)))

    def _finding(self, row: Mapping[str, Term | None]) -> Finding:
        written = {name: "" if term is None else write_in_sentence(term) for name, term in row.items()}
        graph = row.get("graph")
        return Finding(
            self.severity,
            RULES + self.name,
            self.message.filled(**written),
            self.advice.filled(**written),
            focus=row.get("focus"),
            path=row.get("path"),
            value=row.get("value"),
            graph=graph.value if isinstance(graph, NamedNode) else None,
        )


def hygiene_queries() -> list[HygieneQuery]:
    """Read the queries that Mithaq ships."""
    folder = Path(__file__).resolve().parent / "hygiene"
    return [read_hygiene_query(path) for path in sorted(folder.glob("*.rq"))]


def read_hygiene_query(path: Path) -> HygieneQuery:
    """Read one query with what its comments say."""
    text = path.read_text(encoding="utf-8")
    said = {comment["name"]: comment["text"].strip() for comment in _COMMENT.finditer(text)}
    return HygieneQuery(
        name=path.stem,
        text=text,
        severity=Severity(said["severity"]),
        message=Text(en=said["en"], ar=said["ar"]),
        advice=Text(en=said["do-en"], ar=said["do-ar"]),
    )
