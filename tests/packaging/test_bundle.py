"""The scripts of the pages are bundled by the build: with node and without, once, and never at its price."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from mithaq.server.assets import build_hook

pytestmark = pytest.mark.packaging

CHECKOUT = Path(__file__).resolve().parents[2]
NOBODY = "http://127.0.0.1:9/"
"""Where no package index listens."""


@pytest.fixture
def copied_checkout(tmp_path: Path) -> Path:
    """A checkout as it comes from the repository: nothing built, nothing installed."""
    left_out = shutil.ignore_patterns(
        "__pycache__", ".git", "bundle", "build", "dist", ".*_cache", ".hypothesis", "*.egg-info"
    )
    return shutil.copytree(CHECKOUT, tmp_path / "checkout", symlinks=True, ignore=left_out)


def build_wheel(checkout: Path, *options: str, **variables: str) -> tuple[str, set[str]]:
    """Build a wheel, and give what was said and the names in it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL"))}
    command: list[str | Path] = [sys.executable, "-m", "build", "--wheel", *options, checkout]
    done = subprocess.run(
        command, cwd=checkout.parent, env=kept | variables, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = (checkout / "dist").glob("*.whl")
    return done.stdout + done.stderr, set(zipfile.ZipFile(wheel).namelist())


def test_sources_are_bundled_once(copied_checkout: Path) -> None:
    assert build_hook.make_bundle(copied_checkout)
    assert not build_hook.make_bundle(copied_checkout)

    source = copied_checkout / "server" / "assets" / "src" / "page.js"
    source.write_text(source.read_text(encoding="utf-8") + "\nconsole.log(1);\n", encoding="utf-8")
    assert not build_hook.is_up_to_date(copied_checkout)
    assert build_hook.make_bundle(copied_checkout)
    assert "console.log(1)" in (copied_checkout / build_hook.BUNDLE / "page.js").read_text(encoding="utf-8")


def test_nothing_bundled_is_committed() -> None:
    done = subprocess.run(
        ["git", "ls-files", "server/static/bundle", "build"], cwd=CHECKOUT, capture_output=True, check=False
    )

    assert done.stdout == b""


def test_machine_without_node_gets_one_for_the_build(copied_checkout: Path, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()

    _, names = build_wheel(copied_checkout, PATH=str(tmp_path / "bin"))

    assert "mithaq/server/static/bundle/query.js" in names
    assert not [name for name in names if "nodejs" in name]


def test_build_without_network_goes_without_the_scripts_and_says_so(copied_checkout: Path, tmp_path: Path) -> None:
    offline = {
        "npm_config_registry": NOBODY,
        "npm_config_cache": str(tmp_path / "cache"),
        "npm_config_fetch_retries": "0",
    }

    told, names = build_wheel(copied_checkout, "--no-isolation", **offline)

    assert "The pages will do without their scripts" in told
    assert "mithaq/server/templates/page.html" in names
    assert not [name for name in names if "static/bundle" in name]


def test_pages_without_scripts_say_what_is_missing(copied_checkout: Path, shipped_store: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from mithaq.server import ServiceSettings, create_app\n"
        "app = create_app(ServiceSettings(Path(sys.argv[1]), workers=1))\n"
        "print(app.test_client().get('/query?lang=en').get_data(as_text=True))\n"
        "app.extensions['service'].close()\n"
    )
    environment = os.environ | {"PYTHONPATH": str(copied_checkout / ".src")}
    command: list[str | Path] = [sys.executable, "-c", program, shipped_store]
    page = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    assert "The editor and the pictures are not installed" in page
    assert "<script" not in page


def test_checkout_synced_by_uv_has_the_scripts(copied_checkout: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL", "UV_"))}
    command = [sys.executable, "-m", "uv", "sync", "--no-dev", "--quiet"]

    done = subprocess.run(command, cwd=copied_checkout, env=kept, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert build_hook.is_up_to_date(copied_checkout)
    assert (copied_checkout / ".venv" / "bin" / "mithaq").is_file()


@pytest.mark.parametrize("package", ["page.js", "licences.txt"])
def test_editable_install_has_the_scripts(package: str) -> None:
    assert (CHECKOUT / build_hook.BUNDLE / package).is_file()
