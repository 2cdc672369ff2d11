"""A build writes everything or nothing, the same way each time, and says what it did."""

from __future__ import annotations

import io
import signal
import subprocess
import sys
import textwrap
import time
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad

from mithaq.graph import ArticleError, BuildFiles, KnowledgeGraph, ParseError, StoreError
from mithaq.graph.namespaces import ARTICLES, INFERRED_GRAPH, UNMERGED_GRAPHS
from mithaq.graph.store import open_store
from mithaq.graph.terms import in_merge

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Edit = Callable[[Path, str, str], None]


def exported(store: Path, syntax: str = "turtle") -> bytes:
    stream = io.BytesIO()
    with KnowledgeGraph.open(store) as graph:
        graph.export(stream, format=syntax)
    return stream.getvalue()


def quads_of(store: Path) -> set[Quad]:
    with open_store(store) as generation:
        return set(generation.quads)


def script(body: str, store: Path, files: BuildFiles) -> list[str]:
    """A command that runs some lines in a process of its own, with a store and files to build it from."""
    header = """
        import os, signal, sys, time
        from pathlib import Path
        from mithaq.graph import BuildFiles, KnowledgeGraph, StoreBusyError
        store, *folders = map(Path, sys.argv[1:])
        files = BuildFiles(*folders)
    """
    code = textwrap.dedent(header) + textwrap.dedent(body)
    return [sys.executable, "-c", code, *map(str, (store, files.ontology, files.shapes, files.articles))]


def test_report_counts_what_was_built(tmp_path: Path, small_files: BuildFiles) -> None:
    report = KnowledgeGraph.build(tmp_path / "store", files=small_files)

    assert report.written
    assert (report.articles, report.violations, report.warnings) == (3, 0, 0)
    assert (report.spans, report.inferred) == (14, 16)
    not_asserted = (INFERRED_GRAPH, *UNMERGED_GRAPHS, DefaultGraph())
    stated = {in_merge(quad) for quad in quads_of(report.store) if quad.graph_name not in not_asserted}
    assert report.asserted == len(stated)
    assert 0 < report.seconds < 60


def test_progress_goes_from_nothing_to_everything(tmp_path: Path, small_files: BuildFiles) -> None:
    news: list[tuple[str, int, int]] = []

    KnowledgeGraph.build(tmp_path / "store", files=small_files, progress=lambda *step: news.append(step))

    assert [done for _, done, _ in news] == sorted(done for _, done, _ in news)
    assert news[0][1] == 0
    assert news[-1][1] == news[-1][2]


@pytest.mark.parametrize("syntax", ["turtle", "trig"])
def test_two_builds_give_the_same_bytes_and_revision(tmp_path: Path, small_files: BuildFiles, syntax: str) -> None:
    one = KnowledgeGraph.build(tmp_path / "one", files=small_files)
    two = KnowledgeGraph.build(tmp_path / "two", files=small_files)
    three = KnowledgeGraph.build(tmp_path / "two", files=small_files)

    assert one.revision
    assert two.revision
    assert three.revision
    assert one.revision.digest == two.revision.digest == three.revision.digest
    assert (one.revision.number, two.revision.number, three.revision.number) == (1, 1, 2)
    assert exported(tmp_path / "one", syntax) == exported(tmp_path / "two", syntax)


def test_another_content_has_another_revision(tmp_path: Path, small_files: BuildFiles, edit: Edit) -> None:
    one = KnowledgeGraph.build(tmp_path / "one", files=small_files)
    edit(small_files.articles / "pact.trig", 'Abkhazia."@en', 'Abkhazia!"@en')
    two = KnowledgeGraph.build(tmp_path / "two", files=small_files)

    assert one.revision
    assert two.revision
    assert one.revision.digest != two.revision.digest


def test_every_triple_stands_where_it_belongs(small_store: Path) -> None:
    quads = quads_of(small_store)
    named = {quad for quad in quads if quad.graph_name != DefaultGraph()}
    inferred = {quad.triple for quad in named if quad.graph_name == INFERRED_GRAPH}
    stated = {quad.triple for quad in named if quad.graph_name not in {INFERRED_GRAPH, *UNMERGED_GRAPHS}}

    assert quads - named == {in_merge(quad) for quad in named if quad.graph_name not in UNMERGED_GRAPHS}
    assert not inferred & stated


def test_texts_are_stored_untouched(small_store: Path, small_files: BuildFiles) -> None:
    with KnowledgeGraph.open(small_store) as graph:
        for name in ("pact", "accord", "weather"):
            assert graph.text_of(name) == (small_files.articles / f"{name}.txt").read_bytes().decode()


def test_alignments_are_not_loaded(small_store: Path) -> None:
    with KnowledgeGraph.open(small_store) as graph:
        assert not graph.query("ASK { ?s owl:equivalentClass foaf:Person }")


def test_sources_stand_in_the_graph_of_their_article(small_store: Path) -> None:
    source = NamedNode(ARTICLES + "pact#source")
    graphs = {quad.graph_name for quad in quads_of(small_store) if quad.subject == source}

    assert graphs == {NamedNode(ARTICLES + "pact"), DefaultGraph()}


def test_empty_folder_gives_an_empty_corpus(tmp_path: Path, small_files: BuildFiles) -> None:
    (tmp_path / "none").mkdir()

    report = KnowledgeGraph.build(
        tmp_path / "store", files=BuildFiles(small_files.ontology, small_files.shapes, tmp_path / "none")
    )

    assert report.written
    assert (report.articles, report.spans) == (0, 0)


def test_reference_of_an_article_that_is_not_there_is_left_out(tmp_path: Path, small_files: BuildFiles) -> None:
    reference = small_files.ontology / "reference" / "dates.ttl"
    reference.write_text(
        """@base <https://w3id.org/mithaq/article/> .
        @prefix dcterms: <http://purl.org/dc/terms/> .
        @prefix id: <https://w3id.org/mithaq/id/> .
        @prefix mithaq: <https://w3id.org/mithaq#> .
        <gone#char=0,5> dcterms:source "a calendar" .
        id:note-on-gone dcterms:source "a calendar" ; mithaq:sentence <gone#char=0,5> .
        id:georgia dcterms:source <gone> .
        """,
        encoding="utf-8",
    )

    assert KnowledgeGraph.build(tmp_path / "store", files=small_files).written
    gone = {str(quad.subject) for quad in quads_of(tmp_path / "store") if "gone" in str(quad)}
    assert gone == {"<https://w3id.org/mithaq/id/georgia>"}


def test_violation_keeps_the_store_as_it_was(tmp_path: Path, small_files: BuildFiles, edit: Edit) -> None:
    store = tmp_path / "store"
    KnowledgeGraph.build(store, files=small_files)
    before = exported(store)
    edit(small_files.articles / "pact.trig", 'mithaq:exact "معاهدة صداقة"', 'mithaq:exact "معاهدة سلام"')

    report = KnowledgeGraph.build(store, files=small_files)

    assert not report.written
    assert report.violations == 1
    assert "معاهدة سلام" in report.report.to_text("ar")
    assert exported(store) == before


def test_warning_does_not_keep_a_build_back(tmp_path: Path, small_files: BuildFiles, edit: Edit) -> None:
    edit(small_files.articles / "pact.trig", '"معاهدة صداقة"@ar', '"معاهدة صداقة"@ar , "معاهدة"@ar')

    report = KnowledgeGraph.build(tmp_path / "store", files=small_files)

    assert report.written
    assert (report.violations, report.warnings) == (0, 1)


def test_several_processes_find_what_one_finds(tmp_path: Path, small_files: BuildFiles, edit: Edit) -> None:
    edit(small_files.articles / "pact.trig", '"معاهدة صداقة"@ar', '"معاهدة صداقة"@ar , "معاهدة"@ar')
    several = """
        from mithaq.graph import building
        building._WORTH_FORKING, building.cores = 0, lambda: 3
    """
    show = """
        print(KnowledgeGraph.build(store, files=files).report.to_text("ar"))
    """

    texts = [
        subprocess.run(script(body, tmp_path / "store", small_files), capture_output=True, text=True, check=True).stdout
        for body in (show, several + show)
    ]

    assert "معاهدة" in texts[0]
    assert texts[0] == texts[1]


@pytest.mark.parametrize(
    ("file", "content", "error"),
    [
        ("articles/pact.trig", b"<pact> { ", ParseError),
        ("articles/pact.txt", "سلام".encode("cp1256"), ArticleError),
        ("shapes/small.ttl", b"not turtle", ParseError),
        ("ontology/small.ttl", b"not turtle", ParseError),
    ],
)
def test_faulty_file_keeps_the_store_as_it_was(
    tmp_path: Path, small_files: BuildFiles, file: str, content: bytes, error: type[Exception]
) -> None:
    store = tmp_path / "store"
    KnowledgeGraph.build(store, files=small_files)
    before = exported(store)
    (small_files.articles.parent / file).write_bytes(content)

    with pytest.raises(error, match=file.rpartition("/")[2]):
        KnowledgeGraph.build(store, files=small_files)

    assert exported(store) == before


@pytest.mark.parametrize("stage", ["read", "reason", "write", "judge", "done"])
def test_build_killed_at_any_stage_leaves_the_previous_store(
    tmp_path: Path, small_files: BuildFiles, edit: Edit, stage: str
) -> None:
    store = tmp_path / "store"
    KnowledgeGraph.build(store, files=small_files)
    before = exported(store)
    edit(small_files.articles / "pact.trig", 'Abkhazia."@en', 'Abkhazia!"@en')
    body = f"""
        def kill(stage, done, total):
            if stage == {stage!r}:
                os.kill(os.getpid(), signal.SIGKILL)
        KnowledgeGraph.build(store, files=files, progress=kill)
    """

    killed = subprocess.run(script(body, store, small_files), check=False)

    assert killed.returncode == -signal.SIGKILL
    assert exported(store) == before
    assert KnowledgeGraph.build(store, files=small_files).written
    assert exported(store) != before
    assert len(list((store / "generations").iterdir())) == 1


def test_build_killed_at_any_moment_leaves_a_whole_store(tmp_path: Path, small_files: BuildFiles, edit: Edit) -> None:
    store = tmp_path / "store"
    old = KnowledgeGraph.build(store, files=small_files).revision
    assert old is not None
    edit(small_files.articles / "pact.trig", 'Abkhazia."@en', 'Abkhazia!"@en')
    new = KnowledgeGraph.build(tmp_path / "other", files=small_files).revision
    assert new is not None
    body = "print('ready', flush=True); KnowledgeGraph.build(store, files=files); print('done', flush=True)"
    with subprocess.Popen(script(body, tmp_path / "third", small_files), stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        begun = time.monotonic()
        process.stdout.readline()
        whole = time.monotonic() - begun

    for moment in range(1, 13):
        with subprocess.Popen(script(body, store, small_files), stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(whole * moment / 12)
            process.kill()
        with KnowledgeGraph.open(store) as graph:
            assert graph.revision.digest in (old.digest, new.digest)
            assert graph.check() == []


def test_second_build_at_the_same_time_is_refused_and_the_first_goes_on(
    tmp_path: Path, small_files: BuildFiles
) -> None:
    store = tmp_path / "store"
    first = """
        def wait(stage, done, total):
            if stage == "judge":
                print("waiting", flush=True)
                sys.stdin.readline()
        KnowledgeGraph.build(store, files=files, progress=wait)
    """
    second = """
        try:
            KnowledgeGraph.build(store, files=files)
        except StoreBusyError as error:
            print(error)
    """

    with subprocess.Popen(
        script(first, store, small_files), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdout.readline()
        refused = subprocess.run(script(second, store, small_files), capture_output=True, text=True, check=True)
        process.stdin.write("\n")
        process.stdin.close()
        assert process.wait() == 0

    assert "another process is writing" in refused.stdout
    assert exported(store)


def test_full_disk_is_a_clear_error_and_leaves_the_previous_store(tmp_path: Path, small_files: BuildFiles) -> None:
    store = tmp_path / "store"
    KnowledgeGraph.build(store, files=small_files)
    before = exported(store)
    body = """
        import resource
        from mithaq.graph import StoreError
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
        try:
            KnowledgeGraph.build(store, files=files)
        except StoreError as error:
            print(error)
    """

    full = subprocess.run(script(body, store, small_files), capture_output=True, text=True, check=True)

    assert "cannot be written" in full.stdout
    assert exported(store) == before


def test_store_in_a_place_that_cannot_be_made_is_a_clear_error(small_files: BuildFiles) -> None:
    with pytest.raises(StoreError, match="a file, not the folder of a store"):
        KnowledgeGraph.build(small_files.articles / "pact.txt" / "store", files=small_files)


def test_reference_is_kept_of_what_the_articles_speak_of(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()

    built = KnowledgeGraph.build(tmp_path / "store", tmp_path / "articles")

    assert built.written
    with KnowledgeGraph.open(tmp_path / "store") as graph:
        assert not graph.query("ASK { GRAPH <https://w3id.org/mithaq/graph/reference> { ?s ?p ?o } }")
