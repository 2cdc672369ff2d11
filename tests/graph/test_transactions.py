"""Transactions add what conforms and take out what may go, as a whole or not at all, and give what a build gives."""

from __future__ import annotations

import io
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import NamedNode, Quad, Store

from mithaq.graph import (
    BuildFiles,
    KnowledgeGraph,
    NotInGraphError,
    ParseError,
    RevisionUnknownError,
    Severity,
    StoreBusyError,
    Submission,
    ValidationReport,
    difference_lines,
    parse_facts_bytes,
    read_submission,
    set_aside,
    shipped_files,
)
from mithaq.graph.namespaces import INDIVIDUALS, INFERRED_GRAPH, MITHAQ, PREFIXES, RULES, SHAPES, TYPE
from mithaq.graph.terms import in_merge

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mithaq.graph import Transaction

    Edit = Callable[[Path, str, str], None]

HEADER = "@base <https://w3id.org/mithaq/article/> .\n" + "".join(
    f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items()
)
NAMES = ("pact.trig", "accord.trig", "weather.txt")


@pytest.fixture
def empty_store(tmp_path: Path, small_files: BuildFiles) -> Path:
    """A store under the small ontology and shapes, without any article."""
    (tmp_path / "none").mkdir()
    files = BuildFiles(small_files.ontology, small_files.shapes, tmp_path / "none")
    assert KnowledgeGraph.build(tmp_path / "empty", files=files).written
    return tmp_path / "empty"


@pytest.fixture
def store(tmp_path: Path, small_files: BuildFiles) -> Path:
    assert KnowledgeGraph.build(tmp_path / "store", files=small_files).written
    return tmp_path / "store"


def exported(store: Path, syntax: str = "trig") -> bytes:
    with KnowledgeGraph.open(store) as graph:
        assert graph.check() == []
        stream = io.BytesIO()
        graph.export(stream, format=syntax)
        return stream.getvalue()


def digest(store: Path) -> str:
    with KnowledgeGraph.open(store) as graph:
        return graph.revision.digest


def add(store: Path, *files: Path) -> Transaction:
    with KnowledgeGraph.writing(store) as graph:
        return graph.add([read_submission(file) for file in files])


def add_text(store: Path, text: str, name: str = "more.trig") -> Transaction:
    with KnowledgeGraph.writing(store) as graph:
        return graph.add([Submission(parse_facts_bytes((HEADER + text).encode(), "trig", name))])


def retract(store: Path, target: str) -> Transaction:
    with KnowledgeGraph.writing(store) as graph:
        return graph.retract(target)


def broken(report: ValidationReport, severity: Severity = Severity.VIOLATION) -> set[str]:
    rules = {finding.rule for finding in report.findings if finding.severity == severity}
    return {rule.removeprefix(RULES).removeprefix(SHAPES) for rule in rules}


@pytest.mark.parametrize("order", list(permutations(NAMES)), ids="-".join)
def test_articles_added_in_any_order_give_what_a_build_gives(
    store: Path, empty_store: Path, small_files: BuildFiles, order: tuple[str, ...]
) -> None:
    for name in order:
        assert add(empty_store, small_files.articles / name).revision is not None

    for syntax in ("turtle", "trig", "nquads"):
        assert exported(empty_store, syntax) == exported(store, syntax)
    assert digest(empty_store) == digest(store)


def test_shipped_articles_added_one_after_the_other_give_what_a_build_gives(
    shipped_store: Path, tmp_path: Path
) -> None:
    (tmp_path / "none").mkdir()
    assert KnowledgeGraph.build(tmp_path / "store", tmp_path / "none").written
    seeds = shipped_files().articles

    for file in sorted(seeds.glob("*.trig")):
        done = add(tmp_path / "store", file)
        assert done.revision is not None, done.report.to_text()

    assert exported(tmp_path / "store", "turtle") == exported(shipped_store, "turtle")
    assert exported(tmp_path / "store", "trig") == exported(shipped_store, "trig")


def test_facts_are_joined_with_what_the_ontology_says_of_individuals(tmp_path: Path, small_files: BuildFiles) -> None:
    ontology = small_files.ontology / "small.ttl"
    said = """
    @prefix id: <https://w3id.org/mithaq/id/> .
    mithaq:neighbour a owl:ObjectProperty .
    mithaq:partyBeside a owl:ObjectProperty ; owl:propertyChainAxiom ( mithaq:party mithaq:neighbour ) .
    id:georgia mithaq:neighbour id:armenia .
    """
    ontology.write_text(ontology.read_text(encoding="utf-8") + said, encoding="utf-8")
    (tmp_path / "none").mkdir()
    assert KnowledgeGraph.build(tmp_path / "built", files=small_files).written
    empty = BuildFiles(small_files.ontology, small_files.shapes, tmp_path / "none")
    assert KnowledgeGraph.build(tmp_path / "added", files=empty).written
    for name in NAMES:
        assert add(tmp_path / "added", small_files.articles / name).revision is not None

    with KnowledgeGraph.open(tmp_path / "built") as graph:
        assert graph.query("ASK { id:accord mithaq:partyBeside id:armenia }")
        assert "closure-exact" not in broken(graph.audit())
    assert digest(tmp_path / "built") == digest(tmp_path / "added")


def test_all_at_once_gives_the_same_as_one_by_one(store: Path, empty_store: Path, small_files: BuildFiles) -> None:
    done = add(empty_store, *(small_files.articles / name for name in NAMES))

    assert done.revision is not None
    assert done.revision.number == 2
    assert exported(empty_store) == exported(store)


@pytest.mark.parametrize("order", list(permutations(("pact", "accord", "weather"))), ids="-".join)
def test_articles_taken_out_in_any_order_leave_nothing(store: Path, empty_store: Path, order: tuple[str, ...]) -> None:
    for name in order:
        assert retract(store, name).revision is not None

    assert exported(store) == exported(empty_store)
    assert digest(store) == digest(empty_store)


def test_adding_again_changes_nothing(store: Path, small_files: BuildFiles) -> None:
    done = add(store, small_files.articles / "pact.trig")

    assert not done.refused
    assert done.revision is None
    assert (done.added, done.removed, done.inferred) == (0, 0, 0)


def test_article_that_comes_again_takes_the_place_of_the_old(
    store: Path, tmp_path: Path, small_files: BuildFiles, edit: Edit
) -> None:
    edit(small_files.articles / "pact.trig", "a mithaq:Treaty ;", "a mithaq:Instrument ;")

    done = add(store, small_files.articles / "pact.trig")

    assert done.revision is not None
    assert KnowledgeGraph.build(tmp_path / "anew", files=small_files).written
    assert exported(store) == exported(tmp_path / "anew")


def test_refused_facts_change_nothing(store: Path, small_files: BuildFiles, edit: Edit) -> None:
    before = exported(store)
    edit(small_files.articles / "pact.trig", "mithaq:party id:russia , id:abkhazia .", "mithaq:party id:russia .")

    done = add(store, small_files.articles / "pact.trig")

    assert done.refused
    assert done.revision is None
    assert broken(done.report) == {"Instrument-party"}
    assert exported(store) == before
    with KnowledgeGraph.open(store) as graph:
        assert graph.revision.number == 1


def test_one_that_is_refused_refuses_all(store: Path, small_files: BuildFiles, edit: Edit) -> None:
    assert retract(store, "pact").revision is not None
    before = exported(store)
    edit(small_files.articles / "accord.trig", "mithaq:party id:armenia , id:georgia .", "mithaq:party id:armenia .")

    done = add(store, small_files.articles / "pact.trig", small_files.articles / "accord.trig")

    assert done.refused
    assert exported(store) == before


def test_contradiction_with_what_is_there_is_refused(store: Path) -> None:
    done = add_text(store, "<pact#char=5,10> { id:russia a mithaq:Person }")

    assert broken(done.report) == {"consistent"}
    assert add_text(store, "<pact#char=5,10> { id:russia a mithaq:Polity }").revision is None


def test_two_that_are_valid_alone_and_not_together(store: Path) -> None:
    """Both readings of one name conform to the graph as it is; the second one to come is refused."""
    one = "<pact#char=27,34> { id:place a mithaq:Polity ; mithaq:name 'أبخازيا'@ar }"
    other = "<pact#char=27,34> { id:place a mithaq:Person ; mithaq:name 'أبخازيا'@ar }"
    with KnowledgeGraph.open(store) as graph:
        for text in (one, other):
            assert graph.validate(parse_facts_bytes((HEADER + text).encode(), "trig", "f.trig")).conforms

    assert add_text(store, one).revision is not None
    refused = add_text(store, other)

    assert broken(refused.report) == {"consistent"}
    assert refused.revision is None


def test_warnings_do_not_refuse(store: Path, small_files: BuildFiles, edit: Edit) -> None:
    edit(small_files.articles / "pact.trig", '"معاهدة صداقة"@ar', '"معاهدة صداقة"@ar , "معاهدة"@ar')

    done = add(store, small_files.articles / "pact.trig")

    assert broken(done.report, Severity.WARNING) == {"Instrument-title"}
    assert done.revision is not None


def test_facts_without_evidence_are_refused(store: Path) -> None:
    done = add_text(store, "id:pact-friendship mithaq:party id:georgia .")

    assert broken(done.report) == {"evidence-missing"}


def test_facts_can_be_added_to_a_span_and_taken_out_again(store: Path) -> None:
    before = exported(store)

    assert add_text(store, '<pact#char=27,34> { id:abkhazia mithaq:name "أبخازي"@ar }').added == 1
    article = "https://w3id.org/mithaq/article/pact"
    done = retract(store, f"{article}#char=27,34")

    assert done.revision is not None
    assert exported(store) != before
    with KnowledgeGraph.open(store) as graph:
        assert not graph.query(f"ASK {{ GRAPH <{article}#char=27,34> {{ ?s ?p ?o }} }}")
        assert not graph.query(f"ASK {{ <{article}#char=27,34> ?p ?o }}")


def test_span_that_others_need_cannot_be_taken_out(store: Path) -> None:
    before = exported(store)

    done = retract(store, "https://w3id.org/mithaq/article/pact#char=0,34")  # the parties of the treaty

    assert "Instrument-party" in broken(done.report)
    assert exported(store) == before


def test_sentence_stays_when_what_it_states_is_taken_out(store: Path) -> None:
    sentence = "https://w3id.org/mithaq/article/accord#char=0,30"

    done = retract(store, sentence)

    assert "Instrument-party" in broken(done.report)
    with KnowledgeGraph.open(store) as graph:
        assert graph.query(f"ASK {{ <{sentence}> a mithaq:Sentence }}")


@pytest.mark.parametrize(
    "target", ["nowhere", "https://w3id.org/mithaq/article/pact#char=1,2", "not an iri", "id:russia"]
)
def test_what_is_not_there_cannot_be_taken_out(store: Path, target: str) -> None:
    with pytest.raises(NotInGraphError, match="holds no article or span"):
        retract(store, target)


def test_reference_that_two_articles_brought_goes_with_the_second(store: Path, small_files: BuildFiles) -> None:
    block = """
    <https://w3id.org/mithaq/graph/reference> {
      id:georgia skos:altLabel "Sakartvelo"@en ; dcterms:source <http://example.org/georgia> .
    }"""
    for name in ("pact.trig", "accord.trig"):
        file = small_files.articles / name
        file.write_text(file.read_text(encoding="utf-8") + HEADER + block, encoding="utf-8")
        assert add(store, file).revision is not None
    question = 'ASK { GRAPH <https://w3id.org/mithaq/graph/reference> { id:georgia skos:altLabel "Sakartvelo"@en } }'

    assert retract(store, "pact").revision is not None
    with KnowledgeGraph.open(store) as graph:
        assert graph.query(question)
    assert retract(store, "accord").revision is not None
    with KnowledgeGraph.open(store) as graph:
        assert not graph.query(question)


def test_catalogue_follows_what_articles_speak_of(store: Path) -> None:
    question = "ASK { GRAPH <https://w3id.org/mithaq/graph/reference> { id:russia ?p ?o } }"
    with KnowledgeGraph.open(store) as graph:
        assert graph.query(question)

    assert retract(store, "pact").revision is not None

    with KnowledgeGraph.open(store) as graph:
        assert not graph.query(question)


def test_every_revision_is_logged_and_can_be_compared(store: Path, small_files: BuildFiles) -> None:
    assert retract(store, "accord").revision is not None
    assert add(store, small_files.articles / "accord.trig").revision is not None

    with KnowledgeGraph.open(store) as graph:
        notes = [(each.number, each.note.partition(" ")[0]) for each in graph.revisions()]
        gone, back = graph.difference(1, 2), graph.difference(2, 3)
        none = graph.difference(1, 3)
        with pytest.raises(RevisionUnknownError, match="1 to 3"):
            graph.difference(1, 4)

    assert notes == [(3, "add"), (2, "retract"), (1, "build")]
    assert gone == back.undone()
    assert not none
    lines = list(difference_lines(back))
    assert "+ id:accord mithaq:party id:armenia" in lines
    assert any(line.endswith("accord#char=13,19  «اتفاقا»") for line in lines)
    assert max(map(len, lines)) < 300


def test_new_build_can_be_compared_with_what_was_there(store: Path, small_files: BuildFiles, edit: Edit) -> None:
    edit(small_files.articles / "accord.trig", "a mithaq:Instrument ;", "a mithaq:Treaty ;")
    assert KnowledgeGraph.build(store, files=small_files).written

    with KnowledgeGraph.open(store) as graph:
        lines = [line for line in difference_lines(graph.difference(1, 2)) if line[:2] in {"+ ", "- "}]

    assert lines == ["- id:accord rdf:type mithaq:Instrument", "+ id:accord rdf:type mithaq:Treaty"]


def test_backup_holds_the_newest_revision_and_the_history(store: Path, tmp_path: Path) -> None:
    assert retract(store, "accord").revision is not None
    with KnowledgeGraph.open(store) as graph:
        copied = graph.back_up(tmp_path / "backup")

    assert copied.number == 2
    assert exported(tmp_path / "backup") == exported(store)
    with KnowledgeGraph.open(tmp_path / "backup") as backup:
        assert [each.number for each in backup.revisions()] == [2, 1]
    assert add_text(tmp_path / "backup", '<pact#char=27,34> { id:abkhazia mithaq:name "أبخازي"@ar }').added == 1


def test_restoring_is_a_revision_that_readers_see(store: Path, tmp_path: Path) -> None:
    with KnowledgeGraph.open(store) as graph:
        graph.back_up(tmp_path / "backup")
        before = exported(store)
        assert retract(store, "accord").revision is not None
        restored = KnowledgeGraph.restore(tmp_path / "backup", store)
        assert not graph.is_current()
        with graph.renewed() as newest:
            assert newest.revision == restored

    assert restored.number == 3
    assert exported(store) == before
    assert KnowledgeGraph.restore(tmp_path / "backup", tmp_path / "elsewhere").number == 1
    assert exported(tmp_path / "elsewhere") == before


def test_second_writer_is_refused(store: Path) -> None:
    with KnowledgeGraph.writing(store), pytest.raises(StoreBusyError), KnowledgeGraph.writing(store):
        pass


def test_file_that_does_not_parse_is_named_with_its_line(store: Path, tmp_path: Path) -> None:
    (tmp_path / "new.trig").write_text("<http://a> <http://b> .", encoding="utf-8")

    with pytest.raises(ParseError, match=r"new\.trig:1:23"):
        add(store, tmp_path / "new.trig")


def test_refused_submission_can_be_kept_aside_with_its_report(
    store: Path, tmp_path: Path, small_files: BuildFiles, edit: Edit
) -> None:
    file = small_files.articles / "pact.trig"
    edit(file, "mithaq:party id:russia , id:abkhazia .", "mithaq:party id:russia .")

    folder = set_aside(tmp_path / "quarantine", [file], add(store, file).report)

    kept = folder / "submitted"
    assert (kept / "pact.trig").read_bytes() == file.read_bytes()
    assert (kept / "pact.txt").is_file()
    assert (kept / "sources.ttl").read_bytes() == (small_files.articles / "sources.ttl").read_bytes()
    assert "Instrument-party" in (folder / "report.json").read_text(encoding="utf-8")


def test_submissions_of_the_same_names_are_kept_aside_each(tmp_path: Path) -> None:
    files = [tmp_path / each for each in ("spring/a/pact.trig", "spring/b/pact.trig", "autumn/pact.trig", "report.ttl")]
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"# {file}", encoding="utf-8")
        file.with_name("sources.ttl").write_text(f"# of {file.parent}", encoding="utf-8")

    folder = set_aside(tmp_path / "quarantine", files, ValidationReport(()))

    for file in files:
        kept = folder / "submitted" / file.relative_to(tmp_path)
        assert kept.read_text(encoding="utf-8") == f"# {file}"
        assert kept.with_name("sources.ttl").read_text(encoding="utf-8") == f"# of {file.parent}"


def test_audit_finds_nothing_where_only_transactions_wrote(store: Path, small_files: BuildFiles) -> None:
    assert retract(store, "accord").revision is not None
    assert add(store, small_files.articles / "accord.trig").revision is not None

    with KnowledgeGraph.open(store) as graph:
        assert graph.audit().findings == ()


def test_audit_finds_what_other_means_changed(store: Path) -> None:
    stray = Quad(NamedNode(INDIVIDUALS + "russia"), TYPE, NamedNode(MITHAQ + "Person"), INFERRED_GRAPH)
    (quads,) = store.glob("generations/*/quads")
    opened = Store(str(quads))
    opened.extend([stray, in_merge(stray)])
    del opened

    with KnowledgeGraph.open(store) as graph:
        assert "closure-exact" in broken(graph.audit())
        assert graph.check() == []
