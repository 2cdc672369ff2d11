"""The distribution as users get it: sdist, wheel built from the sdist, a fresh environment, the commands."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.packaging

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGES = {"graph", "ontology", "seeds", "server", "shapes"}
BIN = "Scripts" if os.name == "nt" else "bin"


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command far from the checkout, with nothing of this environment's Python, and give what it printed."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MITHAQ", "PYTHON", "VIRTUAL"))}
    done = subprocess.run(command, cwd=cwd, env=kept, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("distributions")
    run(sys.executable, "-m", "build", "--outdir", folder, CHECKOUT, cwd=folder)  # the wheel is built from the sdist
    return folder


@pytest.fixture(scope="module")
def wheel(distributions: Path) -> Path:
    return next(distributions.glob("*.whl"))


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder away from the checkout, with a fresh environment ``venv`` in which only the wheel is installed."""
    folder = tmp_path_factory.mktemp("elsewhere")
    venv.create(folder / "venv", with_pip=True)
    pip = (folder / "venv" / BIN / "python", "-m", "pip", "--disable-pip-version-check", "--quiet")
    run(*pip, "install", wheel, cwd=folder)
    return folder


def test_wheel_puts_only_the_namespace_package_into_site_packages(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    top = {name.partition("/")[0] for name in names}
    packages = {name.split("/")[1] for name in names if name.startswith("mithaq/")}

    assert {name for name in top if not name.endswith(".dist-info")} == {"mithaq"}
    assert packages == PACKAGES


def test_wheel_holds_every_file_of_the_packages(wheel: Path) -> None:
    folders = [CHECKOUT / name for name in PACKAGES]
    files = [file.relative_to(CHECKOUT) for folder in folders for file in folder.rglob("*") if file.is_file()]
    expected = {f"mithaq/{file.as_posix()}" for file in files if "__pycache__" not in file.parts}

    assert expected
    assert expected <= set(zipfile.ZipFile(wheel).namelist())


def test_sdist_holds_the_tests_and_no_file_twice(distributions: Path) -> None:
    with tarfile.open(next(distributions.glob("*.tar.gz"))) as sdist:
        names = [name.partition("/")[2] for name in sdist.getnames()]

    assert "tests/packaging/test_distribution.py" in names
    assert not [name for name in names if name.startswith(".src/")]


def test_installed_command_builds_and_answers(elsewhere: Path) -> None:
    mithaq = elsewhere / "venv" / BIN / "mithaq"

    version = run(mithaq, "--version", cwd=elsewhere)
    built = run(mithaq, "build", cwd=elsewhere)
    answer = run(
        mithaq,
        "query",
        "--format",
        "csv",
        "SELECT (COUNT(*) AS ?articles) { ?article a mithaq:Article }",
        cwd=elsewhere,
    )

    assert version.startswith("mithaq ")
    assert built
    assert (elsewhere / "mithaq-store").is_dir()
    assert answer.split() == ["articles", "3"]
