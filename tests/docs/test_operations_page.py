"""What the pages for those who run the service name is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from mithaq.graph import KnowledgeGraph
from mithaq.server import ServiceSettings, create_app
from mithaq.server.access import Tokens
from mithaq.server.cli import commands

ROOT = Path(__file__).resolve().parents[2]
OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
THREATS = (ROOT / "THREATS.md").read_text(encoding="utf-8")


def test_every_flag_of_the_service_that_is_named_exists() -> None:
    help_text = CliRunner().invoke(commands, ["serve", "--help"]).output
    lines = [line for line in OPERATIONS.splitlines() if "mithaq serve" in line or line.startswith("| `--")]
    named = set(re.findall(r"(--[a-z-]+)", "\n".join([*lines, *re.findall(r"`(--[^`]*)`", OPERATIONS + THREATS)])))

    assert len(named) > 5
    assert {flag for flag in named if flag not in help_text} == {"--help"} - {"--help" if "--help" in help_text else ""}


def test_example_of_tokens_is_read(tmp_path: Path) -> None:
    line = next(line for line in OPERATIONS.splitlines() if line.strip().startswith("editor "))
    (tmp_path / "tokens").write_text(line, encoding="utf-8")

    assert Tokens.of(tmp_path / "tokens")


def test_every_metric_that_is_named_is_counted(small_store: Path) -> None:
    app = create_app(ServiceSettings(small_store, workers=1))
    client = app.test_client()
    client.get("/nothing").close()
    counted = client.get("/-/metrics").get_data(as_text=True)
    app.extensions["service"].close()

    named = set(re.findall(r"\bmithaq_[a-z_]+", OPERATIONS))
    assert len(named) > 4
    assert {name for name in named if name not in counted} == set()


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:tests|server)/[\w/.]+)`", THREATS))))
def test_promise_names_what_keeps_or_tests_it(path: str) -> None:
    assert (ROOT / path).exists()


def test_backup_is_made_and_restored_as_the_page_says(small_store: Path, tmp_path: Path) -> None:
    runner = CliRunner()

    for arguments in (
        ["backup", "--store", small_store, tmp_path / "b"],
        ["restore", "--store", tmp_path / "s", tmp_path / "b"],
    ):
        done = runner.invoke(commands, [str(each) for each in arguments])
        assert done.exit_code == 0, done.output

    with KnowledgeGraph.open(small_store) as first, KnowledgeGraph.open(tmp_path / "s") as second:
        assert first.revision.digest == second.revision.digest
