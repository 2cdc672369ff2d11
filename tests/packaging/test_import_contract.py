"""Imports go one way only, and the contract that says so can fail."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINT_IMPORTS, "--no-cache", "--config", folder / "pyproject.toml"],
        cwd=folder / ".src", capture_output=True, text=True, check=False,
        env={"PYTHONPATH": str(folder / ".src"), "PATH": ""},
    )  # fmt: skip


@pytest.fixture
def copied_checkout(tmp_path: Path) -> Path:
    for package in ("graph", "server"):
        shutil.copytree(CHECKOUT / package, tmp_path / ".src" / "mithaq" / package)
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    return tmp_path


def test_imports_go_one_way() -> None:
    linted = lint_imports(CHECKOUT)

    assert linted.returncode == 0, linted.stdout


@pytest.mark.parametrize(
    ("module", "statement"),
    [
        ("graph/errors.py", "from mithaq.server import app"),
        ("graph/errors.py", "from . import store"),
        ("server/settings.py", "from . import app"),
        ("server/settings.py", "from mithaq.graph import store"),
    ],
)
def test_wrong_import_breaks_the_contract(copied_checkout: Path, module: str, statement: str) -> None:
    with (copied_checkout / ".src" / "mithaq" / module).open("a", encoding="utf-8") as source:
        source.write(f"\n{statement}\n")

    linted = lint_imports(copied_checkout)

    assert linted.returncode == 1, linted.stdout + linted.stderr
    assert "BROKEN" in linted.stdout
