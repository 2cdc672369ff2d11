"""The distribution as users get it: sdist, wheel built from the sdist, a fresh environment, the commands."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path
from urllib.request import urlopen

import pytest

pytestmark = pytest.mark.packaging

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGES = {"graph", "ontology", "seeds", "server", "shapes"}
BIN = "Scripts" if os.name == "nt" else "bin"


def environment() -> dict[str, str]:
    """Give this environment without what belongs to this Python or this graph."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("MITHAQ", "PYTHON", "VIRTUAL"))}


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command far from the checkout, and give what it printed."""
    done = subprocess.run(
        command, cwd=cwd, env=environment(), capture_output=True, text=True, encoding="utf-8", check=False
    )
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
    left_out = {"__pycache__", "assets"}  # what scripts are bundled from is of no use without the checkout
    expected = {f"mithaq/{file.as_posix()}" for file in files if not left_out & set(file.parts)}

    assert expected
    assert expected <= set(zipfile.ZipFile(wheel).namelist())


def test_wheel_holds_the_scripts_of_the_pages_and_their_licences(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    assert {f"mithaq/server/static/bundle/{name}" for name in ("page.js", "query.js", "licences.txt", "stamp")} <= set(
        names
    )
    assert not [name for name in names if "assets" in name or "node_modules" in name]


def test_wheel_holds_the_questions_and_not_their_answers(wheel: Path) -> None:
    names = [name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("mithaq/server/questions/")]

    assert "mithaq/server/questions/treaties/parties-of-each-treaty.rq" in names
    assert all(name.endswith(".rq") for name in names)


def test_sdist_holds_the_tests_and_no_file_twice(distributions: Path) -> None:
    with tarfile.open(next(distributions.glob("*.tar.gz"))) as sdist:
        names = [name.partition("/")[2] for name in sdist.getnames()]

    assert "tests/packaging/test_distribution.py" in names
    assert {"server/assets/package-lock.json", "server/static/bundle/page.js"} <= set(names)
    assert not [name for name in names if name.startswith(".src/")]


@pytest.fixture(scope="module")
def built(elsewhere: Path) -> str:
    """What `mithaq build` says in that folder; afterwards it holds the store."""
    return run(elsewhere / "venv" / BIN / "mithaq", "build", cwd=elsewhere)


def test_installed_command_tells_its_version(elsewhere: Path) -> None:
    version = run(elsewhere / "venv" / BIN / "mithaq", "--version", cwd=elsewhere)

    assert re.fullmatch(r"mithaq \d+\.\d+\.\d+\S*\n", version)


def test_installed_command_builds_and_answers(elsewhere: Path, built: str) -> None:
    query = "SELECT (COUNT(*) AS ?articles) { ?article a mithaq:Article }"

    answer = run(elsewhere / "venv" / BIN / "mithaq", "query", "--format", "csv", query, cwd=elsewhere)

    assert "Built mithaq-store" in built
    assert (elsewhere / "mithaq-store").is_dir()
    assert answer.split() == ["articles", "3"]


def test_installed_command_serves_its_pages(elsewhere: Path, built: str) -> None:  # noqa: ARG001 (it must be built)
    command: list[str | Path] = [elsewhere / "venv" / BIN / "mithaq", "serve", "--port", "0"]

    with subprocess.Popen(command, cwd=elsewhere, env=environment(), stdout=subprocess.PIPE, text=True) as service:
        assert service.stdout is not None
        address = service.stdout.readline().split()[-1]
        paths = ("", "static/style.css", "static/bundle/page.js", "query")
        texts = [urlopen(address + path).read().decode() for path in paths]  # noqa: S310 (our own service)
        service.terminate()

    assert "bundle/page.js" in texts[0]
    assert "Treaties and other instruments" in texts[3]
