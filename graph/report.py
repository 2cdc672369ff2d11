"""Reports: what was found, as text for people, as JSON for programs, and as the W3C's report in Turtle."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from .findings import Finding, Severity
from .languages import Language, Text
from .namespaces import PREFIXES, RULES, SHACL, TYPE, compact
from .shortening import shortened
from .terms import Term, write_term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONGEST_TERM: Final = 120
_VERDICTS: Final = {
    True: Text(en="Conforms", ar="مطابق"),
    False: Text(en="Does not conform", ar="غير مطابق"),
}
_SEVERITIES: Final = {
    Severity.VIOLATION: Text(en="violations", ar="المخالفات"),
    Severity.WARNING: Text(en="warnings", ar="التحذيرات"),
    Severity.INFO: Text(en="notes", ar="الملاحظات"),
}
_SEVERITY: Final = {
    Severity.VIOLATION: Text(en="Violation", ar="مخالفة"),
    Severity.WARNING: Text(en="Warning", ar="تحذير"),
    Severity.INFO: Text(en="Note", ar="ملاحظة"),
}
_LABELS: Final = {
    "fact": Text(en="fact", ar="الحقيقة"),
    "rule": Text(en="rule", ar="القاعدة"),
    "advice": Text(en="guidance", ar="إرشاد"),
    "quote": Text(en="words", ar="الكلمات"),
    "sentence": Text(en="sentence", ar="الجملة"),
}


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """Everything that was found; it conforms where there is no violation."""

    findings: tuple[Finding, ...]

    @property
    def conforms(self) -> bool:
        """Tell whether no finding is a violation."""
        return self.count(Severity.VIOLATION) == 0

    def count(self, severity: Severity) -> int:
        """Count the findings of one severity."""
        return sum(finding.severity == severity for finding in self.findings)

    def to_text(self, language: Language = "en") -> str:
        """Write the report for people: each finding with its place, rule, advice and evidence, then the verdict."""
        blocks = ["\n".join(_lines_of(finding, language)) for finding in self.findings]
        return "\n\n".join([*blocks, _verdict(self, language)]) + "\n"

    def to_json(self) -> str:
        """Write the report for programs; terms as N-Triples has them, messages by language."""
        document = {
            "conforms": self.conforms,
            "counts": {severity.value: self.count(severity) for severity in Severity},
            "findings": [_as_object(finding) for finding in self.findings],
        }
        return json.dumps(document, ensure_ascii=False, indent=2) + "\n"

    def to_turtle(self) -> str:
        """Write the report as SHACL has it (https://www.w3.org/TR/shacl/#validation-report)."""
        return reports_as_turtle([self])


def _lines_of(finding: Finding, language: Language) -> Iterator[str]:
    place = ":".join(str(part) for part in (finding.file, finding.line) if part is not None)
    yield f"{_SEVERITY[finding.severity].said_in(language)}: {finding.message.said_in(language)}"
    if place:
        yield f"  {place}"
    details = {
        "fact": _fact(finding),
        "rule": compact(finding.rule) if "://" in finding.rule else finding.rule,
        "advice": finding.advice.said_in(language),
        "quote": finding.quote and f"«{finding.quote}»",
        "sentence": finding.sentence and finding.sentence != finding.quote and f"«{finding.sentence}»",
    }
    yield from (f"  {_LABELS[name].said_in(language)}: {value}" for name, value in details.items() if value)


def _fact(finding: Finding) -> str:
    terms = (term for term in (finding.focus, finding.path, finding.value) if term is not None)
    return " ".join(shortened(write_term(term), _LONGEST_TERM) for term in terms)


def _verdict(report: ValidationReport, language: Language) -> str:
    counts = [f"{_SEVERITIES[each].said_in(language)}: {report.count(each)}" for each in Severity]
    comma = ", " if language == "en" else "، "
    return f"{_VERDICTS[report.conforms].said_in(language)}. {comma.join(counts)}"


def _as_object(finding: Finding) -> dict[str, object]:
    return {
        "severity": finding.severity.value,
        "rule": finding.rule,
        "component": finding.component,
        "focus": _written(finding.focus),
        "path": _written(finding.path),
        "value": _written(finding.value),
        "message": {"en": finding.message.said_in("en"), "ar": finding.message.said_in("ar")},
        "advice": {"en": finding.advice.said_in("en"), "ar": finding.advice.said_in("ar")},
        "file": finding.file,
        "line": finding.line,
        "graph": finding.graph,
        "quote": finding.quote,
        "sentence": finding.sentence,
    }


def _written(term: Term | None) -> str | None:
    return None if term is None else str(term)


def reports_as_turtle(reports: Iterable[ValidationReport]) -> str:
    """Write reports into one graph in SHACL's vocabulary; an evidence rule stands in the place of the shape.

    They say with sh:conformanceDisallows (SHACL 1.2) that warnings and notes do not keep facts from conforming.
    """
    triples = (triple for number, report in enumerate(reports, start=1) for triple in _triples(report, number))
    written = serialize(triples, format=RdfFormat.TURTLE, prefixes=dict(PREFIXES))
    return (written or b"").decode()


def _triples(report: ValidationReport, number: int) -> Iterator[Triple]:
    node = BlankNode(f"report{number}")
    yield Triple(node, TYPE, _shacl("ValidationReport"))
    yield Triple(node, _shacl("conforms"), Literal(report.conforms))
    yield Triple(node, _shacl("conformanceDisallows"), NamedNode(Severity.VIOLATION.iri))
    results = [(BlankNode(f"{node.value}-{place}"), each) for place, each in enumerate(report.findings, start=1)]
    yield from (Triple(node, _shacl("result"), result) for result, _ in results)
    for result, finding in results:
        yield from (Triple(result, predicate, value) for predicate, value in _properties(finding))


def _properties(finding: Finding) -> Iterator[tuple[NamedNode, Term]]:
    yield TYPE, _shacl("ValidationResult")
    yield _shacl("resultSeverity"), NamedNode(finding.severity.iri)
    yield _shacl("sourceShape"), _rule_node(finding.rule)
    yield _shacl("sourceConstraintComponent"), NamedNode(finding.component or RULES + "EvidenceConstraintComponent")
    yield _shacl("focusNode"), finding.focus or _rule_node(finding.graph or finding.rule)
    if finding.path is not None:
        yield _shacl("resultPath"), finding.path
    if finding.value is not None:
        yield _shacl("value"), finding.value
    for language in ("en", "ar"):
        message = f"{finding.message.said_in(language)} {finding.advice.said_in(language)}"
        yield _shacl("resultMessage"), Literal(message, language=language)


def _rule_node(name: str) -> NamedNode | BlankNode:
    return NamedNode(name) if ":" in name else BlankNode(name)


def _shacl(name: str) -> NamedNode:
    return NamedNode(SHACL + name)
