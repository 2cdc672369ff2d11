"""The commands: results on standard output, messages on standard error, exit codes."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, parse

from mithaq.server.cli import commands

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import CliRunner, Result

    Mithaq = Callable[..., subprocess.CompletedProcess[bytes]]

ARTICLES = "SELECT ?article ?length { ?article a mithaq:Article ; mithaq:length ?length } ORDER BY ?article"
SEEDS = Path(__file__).resolve().parents[2] / "seeds"
NOTHING_WRONG = "# no fact at all\n"
ONE_PARTY = """@prefix id: <https://w3id.org/mithaq/id/> .
@prefix mithaq: <https://w3id.org/mithaq#> .

id:lonely a mithaq:Instrument ;
    mithaq:party id:russia .
"""


def test_version_is_that_of_the_distribution(mithaq: Mithaq) -> None:
    done = mithaq("--version")

    assert done.returncode == 0
    assert done.stdout.decode().split()[0] == "mithaq"


def test_build_says_what_it_did(mithaq: Mithaq, tmp_path: Path) -> None:
    done = mithaq("build", "--store", "new-store")

    told = dict(line.rsplit(maxsplit=1) for line in done.stdout.decode().splitlines()[-8:-1])
    assert done.returncode == 0
    assert (told["articles"], told["violations"]) == ("3", "0")
    assert {"spans", "asserted triples", "inferred triples", "seconds"} <= told.keys()
    assert (tmp_path / "new-store").is_dir()
    assert done.stderr == b""


def test_empty_folder_gives_an_empty_corpus(mithaq: Mithaq, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()

    built = mithaq("build", "--store", "empty", "nothing")
    asked = mithaq("query", "--store", "empty", "ASK { ?article a mithaq:Article }")

    assert built.returncode == 0
    assert asked.stdout == b"false\n"


def test_build_from_a_missing_folder_is_an_error(mithaq: Mithaq, tmp_path: Path) -> None:
    done = mithaq("build", "--store", "new-store", "no-such-folder")

    assert done.returncode == 2
    assert b"no-such-folder" in done.stderr
    assert not (tmp_path / "new-store" / "current").exists()


def test_file_in_the_place_of_the_store_is_told_and_stays(mithaq: Mithaq, tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("my only copy", encoding="utf-8")

    for command, store in (("build", "notes"), ("build", "notes/store"), ("stats", "notes")):
        done = mithaq(command, "--store", store)
        assert done.returncode == 2
        assert b"a file, not the folder of a store; nothing was touched: name another folder" in done.stderr
    assert (tmp_path / "notes").read_text(encoding="utf-8") == "my only copy"


def test_build_with_facts_that_do_not_parse_names_file_and_line(mithaq: Mithaq, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "a.txt").write_text("وقعت روسيا", encoding="utf-8")
    (tmp_path / "mine" / "a.trig").write_text(
        "@prefix id: <https://w3id.org/mithaq/id/> .\nid:a id:b ;;; ..", encoding="utf-8"
    )

    done = mithaq("build", "--store", "new-store", "mine")

    assert done.returncode == 2
    assert b"a.trig:2:" in done.stderr
    assert b"Traceback" not in done.stderr


def test_table_shows_prefixed_names_and_plain_words(mithaq: Mithaq) -> None:
    done = mithaq("query", "SELECT ?state ?name { ?state mithaq:name ?name FILTER(?name = 'روسيا'@ar) } LIMIT 1")

    lines = done.stdout.decode().splitlines()
    assert lines[0].split() == ["state", "name"]
    assert lines[2].split() == ["id:russia", "روسيا"]
    assert lines[-1] == "(1 row)"


@pytest.mark.parametrize(
    ("format_name", "beginning"),
    [
        ("json", b"{"),
        ("xml", b"<?xml"),
        ("csv", b"article,length"),
        ("tsv", b"?article\t?length"),
        ("turtle", b"@prefix rs: "),
    ],
)
def test_solutions_come_in_the_named_format(mithaq: Mithaq, format_name: str, beginning: bytes) -> None:
    done = mithaq("query", "--format", format_name, ARTICLES)

    assert done.returncode == 0
    assert done.stdout.startswith(beginning)
    assert done.stdout.count(b"https://w3id.org/mithaq/article/") == 3


@pytest.mark.parametrize(
    ("options", "format_"),
    [
        ((), RdfFormat.TURTLE),
        (("--format", "ntriples"), RdfFormat.N_TRIPLES),
        (("--format", "jsonld"), RdfFormat.JSON_LD),
        (("--format", "rdfxml"), RdfFormat.RDF_XML),
    ],
)
def test_constructed_graph_comes_in_the_named_format(
    mithaq: Mithaq, options: tuple[str, ...], format_: RdfFormat
) -> None:
    done = mithaq("query", *options, "CONSTRUCT WHERE { ?article mithaq:length ?length }")

    assert len(list(parse(done.stdout, format=format_))) == 3


@pytest.mark.parametrize(
    ("pattern", "answer"), [("?article a mithaq:Article", b"true\n"), ("<x:x> a mithaq:Article", b"false\n")]
)
def test_yes_or_no_question_is_answered_in_a_word(mithaq: Mithaq, pattern: str, answer: bytes) -> None:
    done = mithaq("query", f"ASK {{ {pattern} }}")

    assert (done.returncode, done.stdout) == (0, answer)


def test_query_is_read_from_a_file_or_from_standard_input(mithaq: Mithaq, tmp_path: Path) -> None:
    (tmp_path / "question.rq").write_text(f"\ufeff# بترتيب\n{ARTICLES}", encoding="utf-8")

    from_file = mithaq("query", "--format", "csv", "--file", "question.rq")
    from_stdin = mithaq("query", "--format", "csv", "-", stdin=ARTICLES.encode())

    assert from_file.stdout == from_stdin.stdout
    assert len(list(csv.reader(io.StringIO(from_file.stdout.decode())))) == 4


def test_faulty_query_is_told_with_file_line_and_column(mithaq: Mithaq, tmp_path: Path) -> None:
    (tmp_path / "faulty.rq").write_text("SELECT *\nWHERE { ?s ?p }", encoding="utf-8")

    done = mithaq("query", "--file", "faulty.rq")

    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"Error: faulty.rq: line 2, column 1")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("query",), "Give the query once"),
        (("query", "--file", "x.rq", "ASK {}"), "x.rq"),
        (("query", "--format", "csv", "CONSTRUCT WHERE { ?s ?p ?o }"), "turtle"),
        (("query", "--format", "docx", "ASK {}"), "docx"),
        (("query", "SELECT * { ?s nobody:knows ?o }"), "nobody"),
        (("query", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"), "SERVICE"),
        (("query", "--store", "no-store", "ASK {}"), "mithaq build"),
        (("export", "--graph", "https://example.org/nowhere"), "https://example.org/nowhere"),
        (("export", "--graph", "not a graph"), "not a graph"),
        (("export", "--output", "no/such/folder.ttl"), "no/such/folder.ttl"),
        (("evidence", "nobody:knows"), "nobody:knows"),
        (("evidence", '"a literal"'), "a literal"),
        (("evidence", "id:russia", '"a literal"'), "subjects and predicates are IRIs"),
        (("validate", "no-such-file.ttl"), "no-such-file.ttl"),
        (("validate", "."), "a folder"),
        (
            ("validate", "notes.docx"),
            "notes.docx: its name does not tell the syntax; let it end in one of: .ttl, .trig",
        ),
        (("validate",), "FILE"),
        (("stats", "--store", "no-store"), "mithaq build"),
        (("check", "--lang", "fr"), "fr"),
        (("serve", "--port", "70000"), "70000"),
        (("serve", "--host", "no.such.host.invalid"), "no.such.host.invalid"),
        (("serve", "--store", "no-store", "--port", "0"), "mithaq build"),
        (("explode",), "explode"),
    ],
)
def test_mistake_gets_a_message_and_never_a_traceback(mithaq: Mithaq, arguments: tuple[str, ...], told: str) -> None:
    done = mithaq(*arguments)

    assert done.returncode == 2
    assert done.stdout == b""
    assert told in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_query_that_is_not_utf8_is_told(mithaq: Mithaq) -> None:
    done = mithaq("query", "-", stdin=b"ASK { ?s ?p '\xff' }")

    assert done.returncode == 2
    assert b"UTF-8" in done.stderr


def test_reader_that_goes_away_ends_the_command_quietly(shipped_store: Path) -> None:
    command: list[str | Path] = [Path(sys.executable).with_name("mithaq"), "export", "--store", shipped_store]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        complaint = process.stderr.read()

    assert complaint == b""
    assert process.returncode == 141


def test_export_to_a_file_equals_export_to_standard_output(mithaq: Mithaq, tmp_path: Path) -> None:
    to_file = mithaq("export", "--output", "graph.ttl")
    to_stdout = mithaq("export")

    assert to_file.stdout == b""
    assert (tmp_path / "graph.ttl").read_bytes() == to_stdout.stdout
    assert len(to_stdout.stdout) > 10_000


def test_export_of_one_graph_holds_that_graph_alone(mithaq: Mithaq) -> None:
    done = mithaq("export", "--format", "nquads", "--graph", "article:accord")

    graphs = {quad.graph_name.value for quad in parse(done.stdout, format=RdfFormat.N_QUADS)}
    assert graphs == {"https://w3id.org/mithaq/article/accord"}


def test_export_without_inferred_triples_is_smaller(mithaq: Mithaq) -> None:
    assert len(mithaq("export", "--no-inferred").stdout) < len(mithaq("export").stdout)


def test_facts_that_break_a_shape_are_told_with_file_line_and_rule(mithaq: Mithaq, tmp_path: Path) -> None:
    (tmp_path / "lonely.ttl").write_text(ONE_PARTY, encoding="utf-8")

    done = mithaq("validate", "lonely.ttl")

    assert done.returncode == 1
    assert "shape:" in done.stdout.decode()
    assert "lonely.ttl:" in done.stdout.decode()


def test_ill_typed_literal_is_told_without_a_traceback(mithaq: Mithaq, tmp_path: Path) -> None:
    facts = tmp_path / "ill.ttl"
    facts.write_text('<urn:x> <urn:length> "x"^^<http://www.w3.org/2001/XMLSchema#integer> .', encoding="utf-8")

    done = mithaq("validate", facts)

    assert b"Traceback" not in done.stderr


def test_report_comes_as_json_and_as_turtle(mithaq: Mithaq, tmp_path: Path) -> None:
    (tmp_path / "lonely.ttl").write_text(ONE_PARTY, encoding="utf-8")

    as_json = mithaq("validate", "--format", "json", "lonely.ttl")
    as_turtle = mithaq("validate", "--format", "turtle", "lonely.ttl")

    assert (as_json.returncode, as_turtle.returncode) == (1, 1)
    assert json.loads(as_json.stdout)["conforms"] is False
    assert any(quad.object.value == "false" for quad in parse(as_turtle.stdout, format=RdfFormat.TURTLE))


def test_files_are_judged_one_by_one(mithaq: Mithaq, tmp_path: Path) -> None:
    (tmp_path / "lonely.ttl").write_text(ONE_PARTY, encoding="utf-8")
    (tmp_path / "fine.trig").write_text(NOTHING_WRONG, encoding="utf-8")
    (tmp_path / "faulty.ttl").write_text("a b", encoding="utf-8")

    done = mithaq("validate", "--format", "json", "lonely.ttl", "fine.trig", "faulty.ttl")

    verdict = json.loads(done.stdout)
    assert done.returncode == 2
    assert b"faulty.ttl:1:" in done.stderr
    assert verdict["conforms"] is False
    assert {each["file"]: each["conforms"] for each in verdict["reports"]} == {"lonely.ttl": False, "fine.trig": True}


def test_reports_on_several_files_are_one_graph_with_a_report_for_each(mithaq: Mithaq, tmp_path: Path) -> None:
    for name in ("one.trig", "other.trig"):
        (tmp_path / name).write_text(NOTHING_WRONG, encoding="utf-8")

    done = mithaq("validate", "--format", "turtle", "one.trig", "other.trig")

    reports = [
        quad.subject
        for quad in parse(done.stdout, format=RdfFormat.TURTLE)
        if quad.object.value.endswith("ValidationReport")
    ]
    assert done.returncode == 0
    assert len(set(reports)) == 2


@pytest.mark.parametrize(
    ("options", "variables", "verdict"),
    [
        ((), {}, "Conforms"),
        ((), {"LC_ALL": "ar_YE.UTF-8"}, "مطابق"),
        ((), {"LC_ALL": "ar_YE.UTF-8", "MITHAQ_LANG": "en"}, "Conforms"),
        (("--lang", "ar"), {}, "مطابق"),
        (("--lang", "ar"), {"MITHAQ_LANG": "en"}, "مطابق"),
        (("--lang", "en"), {"LC_ALL": "ar_YE.UTF-8"}, "Conforms"),
    ],
)
def test_language_is_chosen_by_option_variable_or_locale(
    mithaq: Mithaq, options: tuple[str, ...], variables: dict[str, str], verdict: str
) -> None:
    done = mithaq("check", *options, **variables)

    assert done.stdout.decode().splitlines()[-1].startswith(verdict)


def test_evidence_gives_the_words_behind_a_triple(mithaq: Mithaq) -> None:
    done = mithaq("evidence", "id:pact-friendship", "mithaq:party", "<https://w3id.org/mithaq/id/russia>")

    told = done.stdout.decode()
    assert done.returncode == 0
    assert "«وقعت روسيا معاهدة صداقة مع أبخازيا»" in told
    assert "#char=" in told


def test_triple_that_is_not_there_has_no_evidence(mithaq: Mithaq) -> None:
    done = mithaq("evidence", "id:russia", "mithaq:name", '"Atlantis"@en')

    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == b"The graph holds no such triple.\n"
    assert mithaq("explain", "id:russia", "mithaq:name", '"Atlantis"@en').returncode == 1


def test_statistics_count_the_articles(mithaq: Mithaq) -> None:
    done = mithaq("stats")

    assert done.stdout.decode().splitlines()[0].split() == ["articles", "3"]


def test_terminal_gets_arabic_cells_that_stay_in_their_columns(store: Path) -> None:
    query = "SELECT * { VALUES (?first ?second ?third) { ('روسيا' 'موسكو' id:russia) } }"
    ours, theirs = pty.openpty()
    subprocess.run(
        [Path(sys.executable).with_name("mithaq"), "query", "--store", store, query], stdout=theirs, check=True
    )
    os.close(theirs)

    shown = os.read(ours, 10_000).decode()
    os.close(ours)

    (row,) = [line for line in shown.splitlines() if "روسيا" in line]
    assert row.startswith("\u200e")
    assert [cell.strip("\u200e ") for cell in row.split("│")] == ["روسيا", "موسكو", "id:russia"]
    assert row.count("\u200e│\u200e") == 2


def test_commands_work_in_process(runner: CliRunner) -> None:
    result: Result = runner.invoke(commands, ["query", "ASK { ?article a mithaq:Article }"])

    assert (result.exit_code, result.stdout) == (0, "true\n")


def test_retracted_article_can_be_added_again(mithaq: Mithaq, own_store: Path, tmp_path: Path) -> None:
    article = "002_0f58a2ef757f010b"
    for name in (f"{article}.txt", f"{article}.trig", "sources.ttl"):
        shutil.copy(SEEDS / name, tmp_path / name)
    before = mithaq("export", "--store", str(own_store)).stdout

    retracted = mithaq("retract", "--store", str(own_store), f"article:{article}", "--note", "to be read again")
    without = mithaq("export", "--store", str(own_store)).stdout
    added = mithaq("add", "--store", str(own_store), f"{article}.trig")
    again = mithaq("add", "--store", str(own_store), f"{article}.trig")

    assert (retracted.returncode, added.returncode, again.returncode) == (0, 0, 0)
    assert retracted.stdout.decode().splitlines()[-1].startswith("Revision 2 (")
    assert "Nothing changed" in again.stdout.decode()
    assert without != before
    assert mithaq("export", "--store", str(own_store)).stdout == before
    log = json.loads(mithaq("log", "--store", str(own_store), "--format", "json").stdout)
    assert [(each["number"], each["note"]) for each in log][:2] == [(3, f"add {article}.trig"), (2, "to be read again")]
    assert mithaq("diff", "--store", str(own_store), "1", "3").stdout == b""
    patch = mithaq("diff", "--store", str(own_store), "--format", "patch", "1", "2").stdout.decode().splitlines()
    assert (patch[0], patch[-1]) == ("TX .", "TC .")
    assert all(line.startswith("D ") for line in patch[1:-1])


def test_refused_facts_leave_the_store_and_are_kept_aside(mithaq: Mithaq, own_store: Path, tmp_path: Path) -> None:
    (tmp_path / "lonely.ttl").write_text(ONE_PARTY, encoding="utf-8")

    done = mithaq("add", "--store", str(own_store), "--quarantine", "refused", "lonely.ttl")

    assert done.returncode == 1
    assert b"nothing changed" in done.stderr
    assert b"lonely.ttl:4" in done.stdout
    assert len(json.loads(mithaq("log", "--store", str(own_store), "--format", "json").stdout)) == 1
    assert sorted(file.name for file in tmp_path.glob("refused/**/*.ttl")) == ["lonely.ttl", "report.ttl"]


def test_change_is_told_to_programs_as_over_http(mithaq: Mithaq, own_store: Path, tmp_path: Path) -> None:
    (tmp_path / "lonely.ttl").write_text(ONE_PARTY, encoding="utf-8")
    as_json = ("--store", str(own_store), "--format", "json")

    retracted = json.loads(mithaq("retract", *as_json, "002_0f58a2ef757f010b").stdout)
    refused = json.loads(mithaq("add", *as_json, "lonely.ttl").stdout)

    assert (retracted["changed"], retracted["revision"]["number"], retracted["added"]) == (True, 2, 0)
    assert retracted["removed"] > 100
    assert (refused["changed"], refused["revision"], refused["report"]["conforms"]) == (False, None, False)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("retract", "no-such-article"), b"holds no article"),
        (("diff", "1", "9"), b"its revisions are 1 to 1"),
        (("add", "no-such-file.trig"), b"no-such-file.trig"),
        (("backup", "."), b"holds something already"),
        (("add", "."), b"a folder"),
        (("restore", "no-such-backup"), b"no-such-backup: no backup here"),
    ],
)
def test_what_cannot_be_done_is_said(mithaq: Mithaq, own_store: Path, arguments: tuple[str, ...], told: bytes) -> None:
    command, *rest = arguments

    done = mithaq(command, "--store", str(own_store), *rest)

    assert done.returncode == 2
    assert told in done.stderr


def test_backup_is_restored(mithaq: Mithaq, own_store: Path) -> None:
    before = mithaq("export", "--store", str(own_store)).stdout
    assert mithaq("backup", "--store", str(own_store), "copy").returncode == 0
    assert mithaq("retract", "--store", str(own_store), "002_0f58a2ef757f010b").returncode == 0

    restored = mithaq("restore", "--store", str(own_store), "copy")

    assert restored.returncode == 0
    assert b"revision 3" in restored.stdout
    assert mithaq("export", "--store", str(own_store)).stdout == before
