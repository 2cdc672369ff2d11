"""New facts are judged in the context of the graph, and answer only for themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import NamedNode

from mithaq.graph import BuildFiles, KnowledgeGraph, Severity, parse_facts, parse_facts_bytes
from mithaq.graph.namespaces import INDIVIDUALS, PREFIXES, RULES, SHAPES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mithaq.graph import ValidationReport

    Edit = Callable[[Path, str, str], None]

HEADER = "@base <https://w3id.org/mithaq/article/> .\n" + "".join(
    f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items()
)
LINES_OF_HEADER = HEADER.count("\n")


def validated(graph: KnowledgeGraph, text: str, syntax: str = "trig", name: str = "new.trig") -> ValidationReport:
    return graph.validate(parse_facts_bytes((HEADER + text).encode(), syntax, name))


def names(report: ValidationReport, severity: Severity = Severity.VIOLATION) -> set[str]:
    iris = {finding.rule for finding in report.findings if finding.severity == severity}
    return {iri.removeprefix(RULES).removeprefix(SHAPES) for iri in iris}


@pytest.mark.parametrize("name", ["pact.trig", "accord.trig"])
def test_facts_of_the_graph_conform_to_it(graph: KnowledgeGraph, small_files: BuildFiles, name: str) -> None:
    assert graph.validate_file(small_files.articles / name).findings == ()
    assert graph.validate(parse_facts(small_files.articles / name)).findings == ()


def test_plain_facts_are_judged_by_the_shapes_and_told_the_rest(graph: KnowledgeGraph) -> None:
    report = validated(graph, "id:new a mithaq:Treaty ;\n mithaq:party id:russia .", "turtle", "new.ttl")

    assert names(report) == {"Instrument-party"}
    assert names(report, Severity.INFO) == {"evidence-needed-to-add"}
    (violation, _note) = report.findings
    assert (violation.file, violation.line) == ("new.ttl", LINES_OF_HEADER + 2)
    assert not report.conforms


def test_plain_facts_that_fit_conform_with_a_note(graph: KnowledgeGraph) -> None:
    report = validated(graph, "id:new a mithaq:Treaty ; mithaq:party id:russia , id:georgia .", "turtle")

    assert report.conforms
    assert names(report, Severity.INFO) == {"evidence-needed-to-add"}


def test_what_the_graph_knows_counts_for_the_new_facts(graph: KnowledgeGraph) -> None:
    contradiction = validated(graph, "id:russia a mithaq:Person .", "turtle")

    assert names(contradiction) == {"consistent"}
    (violation, _) = contradiction.findings
    assert "id:russia" in violation.said_in("en")
    assert violation.line == LINES_OF_HEADER + 1


def test_what_follows_from_the_new_facts_counts(graph: KnowledgeGraph) -> None:
    by_nobody = "id:act a mithaq:RecognitionAct ; mithaq:recognizer id:bagapsh ; mithaq:recognized id:georgia ."

    assert names(validated(graph, by_nobody, "turtle")) == {"Polity-recognized"}


def test_facts_in_a_known_span_are_added_to_its_article(graph: KnowledgeGraph) -> None:
    report = validated(graph, '<pact#char=27,34> { id:abkhazia mithaq:name "أبخازي"@ar }')

    assert report.findings == ()


def test_facts_in_an_unknown_span_are_refused(graph: KnowledgeGraph) -> None:
    report = validated(graph, '<pact#char=27,33> { id:abkhazia mithaq:name "أبخازي"@ar }')

    assert names(report) == {"span-declared"}
    assert report.findings[0].quote == "أبخازي"


def test_facts_of_an_unknown_article_are_refused(graph: KnowledgeGraph) -> None:
    report = validated(graph, "<nowhere#char=0,5> { id:russia a mithaq:Polity }")

    assert names(report) == {"known-article"}
    assert "article:nowhere" in report.findings[0].said_in("ar")


def test_fact_without_evidence_among_others_is_refused(graph: KnowledgeGraph) -> None:
    report = validated(graph, 'id:russia a mithaq:Polity . <pact#char=5,10> { id:russia mithaq:name "روسيا"@ar }')

    assert names(report) == {"evidence-missing"}


def test_article_may_come_with_its_text(graph: KnowledgeGraph, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text("زارت جورجيا روسيا.", encoding="utf-8")
    (tmp_path / "new.trig").write_text(
        HEADER
        + """<new> {
          <new#char=0,18> a mithaq:Sentence ; mithaq:inArticle <new> ; mithaq:begin 0 ; mithaq:end 18 ;
            mithaq:exact "زارت جورجيا روسيا." .
        }
        <new#char=0,18> { id:georgia mithaq:name "جورجيا"@ar }""",
        encoding="utf-8",
    )

    assert graph.validate_file(tmp_path / "new.trig").findings == ()
    (tmp_path / "new.txt").write_text("زارت أرمينيا روسيا.", encoding="utf-8")
    assert names(graph.validate_file(tmp_path / "new.trig")) == {"span-exact", "printed-in-span"}
    (tmp_path / "new.txt").unlink()
    assert names(graph.validate_file(tmp_path / "new.trig")) == {"known-article"}


def test_article_that_comes_again_takes_the_place_of_the_old(
    graph: KnowledgeGraph, small_files: BuildFiles, edit: Edit
) -> None:
    file = small_files.articles / "pact.trig"
    edit(file, 'mithaq:titleAsReported "معاهدة صداقة"@ar', 'mithaq:titleAsReported "معاهدة"@ar')

    assert graph.validate_file(file).findings == ()
    elsewhere = graph.validate(parse_facts_bytes(file.read_bytes(), "trig", "another-name.trig"))
    assert elsewhere.findings == ()


def test_fact_taken_away_from_an_article_is_missed(graph: KnowledgeGraph, small_files: BuildFiles, edit: Edit) -> None:
    file = small_files.articles / "pact.trig"
    edit(file, "mithaq:party id:russia , id:abkhazia .", "mithaq:party id:russia .")

    assert names(graph.validate_file(file)) == {"Instrument-party"}


def test_old_warnings_are_not_held_against_new_facts(tmp_path: Path, small_files: BuildFiles, edit: Edit) -> None:
    edit(small_files.articles / "pact.trig", '"معاهدة صداقة"@ar', '"معاهدة صداقة"@ar , "معاهدة"@ar')
    assert KnowledgeGraph.build(tmp_path / "store", files=small_files).warnings == 1

    with KnowledgeGraph.open(tmp_path / "store") as graph:
        assert validated(graph, '<pact#char=27,34> { id:abkhazia mithaq:name "أبخازي"@ar }').findings == ()
        again = graph.validate_file(small_files.articles / "pact.trig")

    assert names(again, Severity.WARNING) == {"Instrument-title"}


def test_article_that_comes_again_is_told_what_it_was_told_at_first(
    tmp_path: Path, small_files: BuildFiles, edit: Edit
) -> None:
    lacking = "sh:path mithaq:gist ;\n    sh:minCount 1 ;"
    edit(small_files.shapes / "small.ttl", "sh:path mithaq:titleAsReported ;\n    sh:maxCount 1 ;", lacking)
    (tmp_path / "none").mkdir()
    empty = BuildFiles(small_files.ontology, small_files.shapes, tmp_path / "none")
    KnowledgeGraph.build(tmp_path / "empty", files=empty)
    KnowledgeGraph.build(tmp_path / "store", files=small_files)
    file = small_files.articles / "pact.trig"

    with KnowledgeGraph.open(tmp_path / "empty") as without, KnowledgeGraph.open(tmp_path / "store") as with_it:
        at_first, again = without.validate_file(file), with_it.validate_file(file)

    assert names(again, Severity.WARNING) == {"Instrument-title"}
    assert again == at_first


def test_reference_facts_need_a_source(graph: KnowledgeGraph) -> None:
    georgia = '<https://w3id.org/mithaq/graph/reference> { id:georgia skos:prefLabel "Georgia"@en }'
    russia = '<https://w3id.org/mithaq/graph/reference> { id:russia skos:altLabel "Russian Federation"@en }'

    assert names(validated(graph, georgia)) == {"reference-sourced"}
    assert validated(graph, russia).findings == ()


def test_file_without_facts_conforms_and_is_noted(graph: KnowledgeGraph) -> None:
    report = validated(graph, "")

    assert report.conforms
    assert names(report, Severity.INFO) == {"something-stated"}


def test_finding_stands_at_the_new_statement_that_caused_it(graph: KnowledgeGraph) -> None:
    report = validated(graph, "id:georgia mithaq:name 'x'@ar .\n\nid:abkhazia a mithaq:Person .\n", "turtle", "new.ttl")

    found = [each for each in report.findings if each.focus == NamedNode(INDIVIDUALS + "abkhazia")]
    assert {(each.file, each.line) for each in found} == {("new.ttl", LINES_OF_HEADER + 3)}
