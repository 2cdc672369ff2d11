"""Reports say the same for people, for programs, and in SHACL's words."""

from __future__ import annotations

import json

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode
from rdflib import RDF, SH

from mithaq.graph import Finding, Severity, Text, ValidationReport
from mithaq.graph.namespaces import ARTICLES, INDIVIDUALS, MITHAQ, RULES, SHAPES

FINDING = Finding(
    severity=Severity.VIOLATION,
    rule=SHAPES + "Polity-name",
    message=Text(en="The name is odd.", ar="الاسم غريب."),
    advice=Text(en="Look again.", ar="انظر مرة أخرى."),
    focus=NamedNode(INDIVIDUALS + "russia"),
    path=NamedNode(MITHAQ + "name"),
    value=Literal("روسيا", language="ar"),
    component=str(SH.PatternConstraintComponent),
    graph=ARTICLES + "pact#char=5,10",
    file="new.trig",
    line=7,
    quote="روسيا",
    sentence="وقعت روسيا معاهدة.",
)
NOTE = Finding(
    severity=Severity.INFO,
    rule=RULES + "evidence-needed-to-add",
    message=Text(en="Two facts.", ar="حقيقتان."),
    advice=Text(en="Write TriG.", ar="اكتب TriG."),
)
REPORT = ValidationReport((FINDING, NOTE))


def test_text_in_english_names_fault_place_fact_rule_advice_and_words() -> None:
    assert REPORT.to_text("en") == (
        "Violation: The name is odd.\n"
        "  new.trig:7\n"
        '  fact: id:russia mithaq:name "روسيا"@ar\n'
        "  rule: shape:Polity-name\n"
        "  guidance: Look again.\n"
        "  words: «روسيا»\n"
        "  sentence: «وقعت روسيا معاهدة.»\n"
        "\n"
        "Note: Two facts.\n"
        "  rule: rule:evidence-needed-to-add\n"
        "  guidance: Write TriG.\n"
        "\n"
        "Does not conform. violations: 1, warnings: 0, notes: 1\n"
    )


def test_text_in_arabic_has_no_english_sentence() -> None:
    text = REPORT.to_text("ar")

    assert text.startswith("مخالفة: الاسم غريب.\n")
    assert text.endswith("غير مطابق. المخالفات: 1، التحذيرات: 0، الملاحظات: 1\n")
    assert "Look" not in text


def test_json_holds_every_field() -> None:
    document = json.loads(REPORT.to_json())

    assert document["conforms"] is False
    assert document["counts"] == {"Violation": 1, "Warning": 0, "Info": 1}
    assert document["findings"][0] == {
        "severity": "Violation",
        "rule": SHAPES + "Polity-name",
        "component": str(SH.PatternConstraintComponent),
        "focus": f"<{INDIVIDUALS}russia>",
        "path": f"<{MITHAQ}name>",
        "value": '"روسيا"@ar',
        "message": {"en": "The name is odd.", "ar": "الاسم غريب."},
        "advice": {"en": "Look again.", "ar": "انظر مرة أخرى."},
        "file": "new.trig",
        "line": 7,
        "graph": ARTICLES + "pact#char=5,10",
        "quote": "روسيا",
        "sentence": "وقعت روسيا معاهدة.",
    }


def test_turtle_is_a_report_as_shacl_has_it() -> None:
    graph = rdflib.Graph().parse(data=REPORT.to_turtle(), format="turtle")
    (report,) = graph.subjects(RDF.type, SH.ValidationReport)
    results = list(graph.objects(report, SH.result))

    assert graph.value(report, SH.conforms) == rdflib.Literal(False)
    assert len(results) == 2
    for result in results:
        for required in (SH.focusNode, SH.resultSeverity, SH.sourceConstraintComponent, SH.sourceShape):
            assert len(list(graph.objects(result, required))) == 1
        languages = {message.language for message in graph.objects(result, SH.resultMessage)}  # type: ignore[attr-defined]
        assert languages == {"en", "ar"}


@pytest.mark.parametrize(("severity", "conforms"), [("Violation", False), ("Warning", True), ("Info", True)])
def test_only_violations_do_not_conform(severity: str, *, conforms: bool) -> None:
    finding = Finding(Severity(severity), RULES + "x", Text("", ""), Text("", ""))

    assert ValidationReport((finding,)).conforms is conforms


def test_empty_report_conforms_in_every_form() -> None:
    report = ValidationReport(())

    assert report.to_text("en") == "Conforms. violations: 0, warnings: 0, notes: 0\n"
    assert json.loads(report.to_json())["findings"] == []
    assert "sh:conforms true" in report.to_turtle()
