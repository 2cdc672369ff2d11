"""Every example of the page about HTTP gives what the page says."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCS = Path(__file__).resolve().parents[2] / "docs"
EXAMPLE = re.compile(r"^(?P<lines>    \$ .*\n(?:    .*\n)*)", re.MULTILINE)
BLOCK = re.compile(r"^```(?P<kind>text|trig)\n(?P<body>.*?)\n```$", re.MULTILINE | re.DOTALL)
WRITTEN_ADDRESS = "http://127.0.0.1:8000"
TOKEN = "a-secret-for-the-tests-alone"


@dataclass(frozen=True)
class Example:
    """A command of the page, and what it gives."""

    command: str
    output: str


def examples() -> list[Example]:
    text = (DOCS / "http.md").read_text(encoding="utf-8")
    return [_example(match["lines"]) for match in EXAMPLE.finditer(text)]


def _example(block: str) -> Example:
    """Take a command from the beginning of a block; it goes on over lines until its quotation marks are closed."""
    lines = [line.removeprefix("    ") for line in block.splitlines(keepends=True)]
    for end in range(1, len(lines) + 1):
        with suppress(ValueError):
            shlex.split("".join(lines[:end]))
            return Example("".join(lines[:end]).removeprefix("$ "), "".join(lines[end:]))
    raise AssertionError(block)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the article that the documentation writes out."""
    folder = tmp_path_factory.mktemp("http-page")
    page = (DOCS / "your-article.md").read_text(encoding="utf-8")
    for match in BLOCK.finditer(page):
        name = {"text": "accord.txt", "trig": "accord.trig"}[match["kind"]]
        (folder / name).write_text(match["body"], encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """The address of a service on the shipped articles, which somebody may change."""
    mithaq = Path(sys.executable).with_name("mithaq")
    store = folder / "store"
    subprocess.run([mithaq, "build", "--store", store], check=True, capture_output=True, timeout=300)
    command: list[str | Path] = [mithaq, "serve", "--store", store, "--port", "0"]
    environment = os.environ | {"MITHAQ_TOKEN": TOKEN, "LC_ALL": "C.UTF-8"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        yield process.stdout.readline().split()[-1].rstrip("/")
        process.terminate()


def test_examples_of_the_page_give_what_it_says(address: str, folder: Path) -> None:
    checker = doctest.OutputChecker()
    environment = os.environ | {"TOKEN": TOKEN, "LC_ALL": "C.UTF-8"}

    for example in examples():
        done = subprocess.run(
            ["bash", "-c", example.command.replace(WRITTEN_ADDRESS, address)],
            cwd=folder, env=environment, capture_output=True, check=False, timeout=60,
        )  # fmt: skip
        given = done.stdout.decode().replace(address, WRITTEN_ADDRESS)
        wanted = example.output.replace("…", "...")
        assert checker.check_output(wanted, given, doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE), (
            f"{example.command}\ngave\n{given}\n{done.stderr.decode()}"
        )


def test_page_has_an_example_of_every_kind_of_request() -> None:
    commands = "".join(example.command for example in examples())

    for path in ("/sparql", "/update", "/data", "/validate", "/facts", "/evidence", "/explain", "/id/", "/-/"):
        assert path in commands


def test_page_names_every_type_of_problem() -> None:
    server = DOCS.parent / "server"
    sources = "".join(file.read_text(encoding="utf-8") for file in server.rglob("*.py"))

    kinds = set(re.findall(r'(?:HTTPStatus\.[A-Z_]+,\s*|_refused\()"([a-z-]+)"', sources))

    page = (DOCS / "http.md").read_text(encoding="utf-8")
    assert len(kinds) > 20
    assert {kind for kind in kinds if f"`{kind}`" not in page} == set()
