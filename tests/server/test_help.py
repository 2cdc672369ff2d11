"""Every command is documented by examples, and every example runs."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click import Context
from click.testing import CliRunner

from mithaq.server.cli import commands

COMMANDS = (
    "add", "backup", "build", "check", "diff", "evaluate", "evidence", "explain", "export", "extract", "log", "query",
    "restore", "retract", "review", "serve", "stats", "validate",
)  # fmt: skip
BIN = Path(sys.executable).parent
ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"
EXAMPLE = ROOT / "docs" / "your-article.md"
BLOCK = re.compile(r"^```(?P<kind>text|trig)\n(?P<body>.*?)\n```$", re.MULTILINE | re.DOTALL)


def help_of(command: str) -> str:
    return CliRunner().invoke(commands, [command, "--help"]).output


def examples_of(command: str) -> list[str]:
    lines = help_of(command).partition("Example")[2].splitlines()[1:]
    return [line.strip() for line in lines if line.strip()]


@pytest.fixture(scope="module")
def desk(shipped_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds what the examples speak of; its store has two revisions, and a backup beside it."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(shipped_store, folder / "mithaq-store")
    shutil.copytree(SEEDS, folder / "my-articles")
    blocks = {match["kind"]: match["body"] for match in BLOCK.finditer(EXAMPLE.read_text(encoding="utf-8"))}
    for kind, ending in (("text", "txt"), ("trig", "trig")):
        (folder / f"accord.{ending}").write_text(blocks[kind], encoding="utf-8")
    shutil.copytree(SEEDS, folder / "batch")
    proposed = ("mithaq extract accord.txt --output proposed.trig", "mithaq extract my-articles --output proposals")
    shutil.copy(folder / "accord.txt", folder / "new.txt")
    table = "mithaq review proposed.trig --output review.csv"
    for command in ("mithaq add accord.trig", "mithaq backup backups/monday", *proposed, table):
        assert run(command, folder).returncode == 0
    (folder / "question.rq").write_text("SELECT ?article { ?article a mithaq:Article }", encoding="utf-8")
    for name in ("facts.ttl", "more.trig"):
        (folder / name).write_text("# nothing new\n", encoding="utf-8")
    return folder


def run(example: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "MITHAQ_STORE"}
    environment["PATH"] = f"{BIN}{os.pathsep}{environment['PATH']}"
    return subprocess.run(
        ["sh", "-c", example], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=120
    )


def test_all_commands_are_there() -> None:
    assert tuple(commands.list_commands(Context(commands))) == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_help_tells_the_options_and_gives_an_example(command: str) -> None:
    shown = help_of(command)

    assert "--store DIR" in shown or command in ("evaluate", "review")
    assert examples_of(command)
    assert all(command in example for example in examples_of(command))


@pytest.mark.parametrize("example", [example for each in COMMANDS if each != "serve" for example in examples_of(each)])
def test_example_runs(desk: Path, tmp_path: Path, example: str) -> None:
    shutil.copytree(desk, tmp_path / "desk")
    if example.startswith("mithaq backup"):
        shutil.rmtree(tmp_path / "desk" / "backups")

    done = run(example, tmp_path / "desk")

    assert done.returncode == 0, done.stderr
    assert done.stdout or "--output" in example


@pytest.mark.parametrize("example", examples_of("serve"))
def test_example_of_serve_announces_its_address(desk: Path, example: str) -> None:
    command: list[str | Path] = [
        BIN / "mithaq",
        *shlex.split(example)[1:],
        "--port",
        "0",
    ]  # whatever port may be in use here

    with subprocess.Popen(command, cwd=desk, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        announcement = process.stdout.readline()
        process.terminate()

    assert "http://127.0.0.1:" in announcement
