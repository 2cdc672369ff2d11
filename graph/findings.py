"""Findings: what a rule, a shape or the reasoner has to say of one fact."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from .namespaces import SHACL

if TYPE_CHECKING:
    from .facts import Statement
    from .languages import Language, Text
    from .terms import Term


class Severity(StrEnum):
    """How grave a finding is, in SHACL's words."""

    VIOLATION = "Violation"
    WARNING = "Warning"
    INFO = "Info"

    @property
    def iri(self) -> str:
        """SHACL's IRI of the severity."""
        return SHACL + self.value


_GRAVEST_FIRST = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: which rule or shape, of which fact, why, what to do, and where the fact stands.

    `rule` is an IRI; `graph` names the span whose words the fact was taken from, `quote` gives those words and
    `sentence` the sentence around them. `component` is SHACL's constraint component where a shape found it.
    """

    severity: Severity
    rule: str
    message: Text
    advice: Text
    focus: Term | None = None
    path: Term | None = None
    value: Term | None = None
    component: str | None = None
    graph: str | None = None
    file: str | None = None
    line: int | None = None
    quote: str | None = None
    sentence: str | None = None

    @property
    def identity(self) -> tuple[str, ...]:
        """What makes this the same finding as another one, wherever its fact was read from."""
        terms = (self.component, self.focus, self.path, self.value)
        return (self.rule, *("" if term is None else str(term) for term in terms))

    def said_in(self, language: Language) -> str:
        """Give the message in one language."""
        return self.message.said_in(language)

    def at(self, statement: Statement) -> Finding:
        """Give the same finding with the place of the statement that it is about."""
        return replace(self, graph=statement.graph, file=statement.file, line=statement.line)

    def quoting(self, quote: str | None, sentence: str | None) -> Finding:
        """Give the same finding with the words that the fact was taken from."""
        return replace(self, quote=quote, sentence=sentence)


def in_order(findings: list[Finding]) -> list[Finding]:
    """Sort findings: the gravest first, then by file, line, rule and fact."""
    return sorted(
        dict.fromkeys(findings),
        key=lambda each: (
            _GRAVEST_FIRST[each.severity],
            each.file or "",
            each.line or 0,
            each.graph or "",
            each.identity,
        ),
    )
