"""Each evidence rule fires on its fault, in the right place, and on nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mithaq.graph import LANGUAGES, Severity, parse_facts_bytes
from mithaq.graph.cases import Case
from mithaq.graph.corpus import read_corpus
from mithaq.graph.namespaces import RULES
from mithaq.graph.rule_table import RULE_TABLE
from mithaq.graph.rules import judge

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mithaq.graph import BuildFiles, Finding

    Edit = Callable[[Path, str, str], None]

PACT = "articles/pact.trig"
REFERENCE = "ontology/reference/polities.ttl"


def judged(files: BuildFiles) -> list[Finding]:
    corpus = read_corpus(files)
    case = Case(corpus.statements, corpus.articles, corpus.terms, owners=corpus.owners)
    return [*judge(case), *corpus.remarks]


def rules_broken(files: BuildFiles) -> set[str]:
    return {finding.rule.removeprefix(RULES) for finding in judged(files)}


def test_small_corpus_breaks_no_rule(small_files: BuildFiles) -> None:
    assert judged(small_files) == []


FAULTS = {
    "exact differs": (
        PACT, 'mithaq:exact "معاهدة صداقة"', 'mithaq:exact "معاهدة سلام"', {"span-exact"}),
    "begin differs from the IRI": (
        PACT, "mithaq:begin 11 ; mithaq:end 23", "mithaq:begin 12 ; mithaq:end 23", {"span-offsets"}),
    "end differs from the IRI": (
        PACT, "mithaq:begin 11 ; mithaq:end 23", "mithaq:begin 11 ; mithaq:end 22", {"span-offsets"}),
    "another article is named": (
        PACT, "<pact#char=78,89> a mithaq:BoilerplateHeadline ; mithaq:inArticle <pact>",
        "<pact#char=78,89> a mithaq:BoilerplateHeadline ; mithaq:inArticle <accord>", {"span-offsets"}),
    "span ends behind the text": (
        PACT, "<pact#char=5,10> {", "<pact#char=5,1000> {", {"span-declared", "span-bounds"}),
    "span is empty": (
        PACT, "<pact#char=5,10> {", "<pact#char=5,5> {", {"span-declared", "span-bounds"}),
    "span is not described": (
        PACT, "<pact#char=5,10> {", "<pact#char=4,10> {", {"span-declared"}),
    "exact is missing": (
        PACT, 'mithaq:exact "معاهدة صداقة" ;', "", {"span-complete", "span-declared"}),
    "begin is given twice": (
        PACT, "mithaq:begin 11 ;", "mithaq:begin 11 , 12 ;", {"span-complete", "span-offsets"}),
    "sentence is missing": (
        PACT, 'mithaq:exact "أمس" ; mithaq:sentence <pact#char=36,77> ;', 'mithaq:exact "أمس" ;', {"span-complete"}),
    "sentence is another one": (
        PACT, 'mithaq:exact "أمس" ; mithaq:sentence <pact#char=36,77> ;',
        'mithaq:exact "أمس" ; mithaq:sentence <pact#char=0,35> ;', {"span-sentence"}),
    "one of two sentences is another one": (
        PACT, 'mithaq:exact "أمس" ; mithaq:sentence <pact#char=36,77> ;',
        'mithaq:exact "أمس" ; mithaq:sentence <pact#char=0,35> , <pact#char=36,77> ;', {"span-sentence"}),
    "sentence is no sentence": (
        PACT, 'mithaq:exact "أمس" ; mithaq:sentence <pact#char=36,77> ;',
        'mithaq:exact "أمس" ; mithaq:sentence <pact#char=73,76> ;', {"span-sentence"}),
    "name is not in the words": (
        PACT, 'mithaq:name "روسيا"@ar', 'mithaq:name "الروسي"@ar', {"printed-in-span"}),
    "title is in the sentence but not in the span": (
        PACT, 'mithaq:titleAsReported "معاهدة صداقة"', 'mithaq:titleAsReported "معاهدة صداقة مع"', {"printed-in-span"}),
    "wording of a date is not that of its span": (
        PACT, "<pact#char=78,89> a mithaq:BoilerplateHeadline ;",
        '<pact#char=73,76> mithaq:rawText "أول أمس"@ar . <pact#char=78,89> a mithaq:BoilerplateHeadline ;',
        {"printed-in-span"}),
    "name of an article is not in its text": (
        PACT, "<pact> a mithaq:Article .", '<pact> a mithaq:Article ; mithaq:name "عنوان"@ar .', {"printed-in-span"}),
    "fact rests on a boilerplate headline": (
        PACT, "<pact#char=41,47> {", "<pact#char=78,89> { id:baku a mithaq:Polity }\n<pact#char=41,47> {",
        {"boilerplate-grounds-nothing"}),
    "fact rests on a part of a boilerplate headline": (
        PACT, "<pact#char=41,47> {", "<pact#char=85,89> { id:baku a mithaq:Polity }\n<pact#char=41,47> {",
        {"boilerplate-grounds-nothing", "span-declared"}),
    "date rests on a boilerplate headline": (
        PACT, "mithaq:eventDate <pact#char=73,76>", "mithaq:eventDate <pact#char=78,89>",
        {"boilerplate-grounds-nothing"}),
    "graph is no span": (
        PACT, "<pact#char=5,10> {", "<pact#page=5> {", {"graph-is-span"}),
    "graph is of another kind": (
        PACT, "<pact#char=5,10> {", "id:russia {", {"graph-is-span"}),
    "inferred graph is written": (
        PACT, "<pact#char=5,10> {", "<https://w3id.org/mithaq/graph/inferred> {", {"reserved-graph"}),
    "ontology is written": (
        PACT, "<pact#char=5,10> {", "<https://w3id.org/mithaq/graph/ontology> {", {"reserved-graph"}),
    "shapes are written": (
        PACT, "<pact#char=5,10> {", "<https://w3id.org/mithaq/graph/shapes> {", {"reserved-graph"}),
    "default graph is written": (
        PACT, "<pact#char=5,10> {", "{", {"evidence-missing"}),
    "another article is spoken for": (
        PACT, "<pact#char=41,47> {", "<accord#char=0,30> { id:accord mithaq:party id:russia }\n<pact#char=41,47> {",
        {"own-article"}),
    "article is not known": (
        PACT, "<pact#char=41,47> {", "<pakt#char=0,5> { id:russia a mithaq:Polity }\n<pact#char=41,47> {",
        {"known-article", "own-article"}),
    "fact stands in the graph of the article": (
        PACT, "<pact> a mithaq:Article .", "<pact> a mithaq:Article . id:russia a mithaq:Polity .",
        {"article-graph-describes-article"}),
    "checksum differs": (
        PACT, "<pact> a mithaq:Article .", '<pact> a mithaq:Article ; mithaq:sha256 "00" .', {"article-checksum"}),
    "length differs": (
        PACT, "<pact> a mithaq:Article .", "<pact> a mithaq:Article ; mithaq:length 5 .", {"article-checksum"}),
    "class is put below another": (
        PACT, "id:bagapsh a mithaq:Person", ("mithaq:Person <http://www.w3.org/2000/01/rdf-schema#subClassOf> "
        "mithaq:Agent . id:bagapsh a mithaq:Person"), {"no-axioms"}),
    "class is defined": (
        PACT, "id:bagapsh a mithaq:Person", ("id:Speaker a <http://www.w3.org/2002/07/owl#Class> . "
        "id:bagapsh a mithaq:Person"), {"no-axioms"}),
    "things are told apart by a list": (
        PACT, "id:bagapsh a mithaq:Person", ("[] a <http://www.w3.org/2002/07/owl#AllDifferent> ; "
        "<http://www.w3.org/2002/07/owl#members> ( id:russia id:abkhazia ) . id:bagapsh a mithaq:Person"),
        {"no-axioms"}),
    "term is not defined": (
        PACT, "id:bagapsh a mithaq:Person", "id:bagapsh a mithaq:Peron", {"term-defined"}),
    "reference names no source": (
        REFERENCE, "id:abkhazia skos:prefLabel", 'id:georgia skos:prefLabel "Georgia"@en .\nid:abkhazia skos:prefLabel',
        {"reference-sourced"}),
    "source is of no article": (
        "articles/sources.ttl", "<pact#source> a", "<pakt#source> a mithaq:SourceRecord .\n<pact#source> a",
        {"source-of-article"}),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_fault_breaks_exactly_its_rules(small_files: BuildFiles, edit: Edit, fault: str) -> None:
    file, old, new, broken = FAULTS[fault]

    edit(small_files.articles.parent / file, old, new)

    assert rules_broken(small_files) == broken


def test_every_rule_of_files_has_a_fault_above() -> None:
    not_of_files = {  # these judge a store, or what the reasoner found, or are only notes
        "consistent", "default-graph-is-merge", "inferred-apart", "no-blank-nodes", "evidence-needed-to-add",
        "something-stated", "closure-exact", "protected",
    }  # fmt: skip
    tested = set().union(*(broken for *_, broken in FAULTS.values()))

    assert tested == set(RULE_TABLE) - not_of_files


def test_every_rule_speaks_both_languages() -> None:
    for rule in RULE_TABLE.values():
        for text in (rule.message, rule.advice):
            assert all(text.said_in(language) for language in LANGUAGES)
            assert text.ar != text.en
            assert any("\u0600" <= letter <= "\u06ff" for letter in text.ar)


def test_finding_names_file_line_words_and_sentence(small_files: BuildFiles, edit: Edit) -> None:
    file = small_files.articles.parent / PACT
    edit(
        file,
        'id:russia a mithaq:Polity ; mithaq:name "روسيا"@ar',
        'id:russia a mithaq:Polity ;\n mithaq:name "الروس"@ar',
    )

    (finding,) = judged(small_files)

    assert finding.file == str(file)
    assert file.read_text(encoding="utf-8").splitlines()[(finding.line or 0) - 1].strip().startswith("mithaq:name")
    assert finding.quote == "روسيا"
    assert finding.sentence == "وقعت روسيا معاهدة صداقة مع أبخازيا."
    assert "«الروس»" in finding.said_in("ar")
    assert finding.severity is Severity.VIOLATION


def test_quote_that_stands_elsewhere_is_shown_where(small_files: BuildFiles, edit: Edit) -> None:
    edit(small_files.articles.parent / PACT, 'mithaq:exact "معاهدة صداقة"', 'mithaq:exact "صداقة مع"')

    (finding,) = judged(small_files)

    assert "These words stand at #char=18,26." in finding.advice.en


def test_misspelt_term_is_shown_its_nearest(small_files: BuildFiles, edit: Edit) -> None:
    edit(small_files.articles.parent / PACT, "id:bagapsh a mithaq:Person", "id:bagapsh a mithaq:Peron")

    (finding,) = judged(small_files)

    assert finding.advice.en.endswith("Is mithaq:Person meant?")


def test_span_over_two_sentences_names_both(small_files: BuildFiles, edit: Edit) -> None:
    edit(
        small_files.articles.parent / PACT,
        "  <pact#char=41,47> a",
        """  <pact#char=27,40> a mithaq:TextSpan ; mithaq:inArticle <pact> ; mithaq:begin 27 ; mithaq:end 40 ;
            mithaq:exact "أبخازيا. وقال" ; mithaq:sentence <pact#char=0,35> , <pact#char=36,77> .
          <pact#char=41,47> a""",
    )

    assert rules_broken(small_files) == set()


def test_undeclared_span_is_told_once_for_its_graph(small_files: BuildFiles, edit: Edit) -> None:
    edit(small_files.articles.parent / PACT, "<pact#char=51,72> {", "<pact#char=51,71> {")

    assert [finding.rule for finding in judged(small_files)] == [RULES + "span-declared"]


def test_plain_facts_are_told_that_adding_needs_evidence(small_files: BuildFiles) -> None:
    corpus = read_corpus(small_files)
    facts = parse_facts_bytes(b"<urn:s> <urn:p> 1 .\n<urn:s> <urn:p> 2 .", "turtle", "f.ttl")

    (note,) = judge(Case(facts.statements, corpus.articles, corpus.terms, adding=False))

    assert note.severity is Severity.INFO
    assert note.said_in("en").startswith("2 facts name no evidence")
    assert (note.file, note.line) == ("f.ttl", 1)
