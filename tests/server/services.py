"""Services that really run, in processes of their own: ours, and those it is compared with."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

MITHAQ: Final = Path(sys.executable).with_name("mithaq")
_PATIENCE: Final = 30.0
_PAUSE: Final = 0.02


@dataclass(frozen=True)
class RunningService:
    """A service that listens at an address without a last slash, and the process that was started for it."""

    address: str
    pid: int

    @property
    def netloc(self) -> str:
        """Its host and port."""
        return urlsplit(self.address).netloc

    @property
    def host_and_port(self) -> tuple[str, int]:
        """The same, as a socket wants them."""
        parts = urlsplit(self.address)
        return parts.hostname or "", parts.port or 0

    def memory(self) -> int:
        """Give what all its processes occupy, in bytes: each page that they share is shared out among them."""
        return sum(memory_of(pid) for pid in process_tree(self.pid))

    def workers(self) -> list[int]:
        """List its workers: the processes that the server of forks has made."""
        return [
            pid
            for server in process_tree(self.pid)
            if "forkserver" in _command_line(server)
            for pid in process_tree(server)[1:]
        ]


@contextmanager
def serve_mithaq(store: Path, *options: str, token: str = "") -> Iterator[RunningService]:
    """Run `mithaq serve` for the time of a block, perhaps with a token that may do everything.

    It makes no copy of the store in memory unless told to: what is in an order of its own then has the same each time.
    """
    command: list[str | Path] = [MITHAQ, "serve", "--store", store, "--port", "0", *options]
    environment = os.environ | {"LC_ALL": "C.UTF-8", "MITHAQ_COPIES": "0"} | ({"MITHAQ_TOKEN": token} if token else {})
    with (
        tempfile.TemporaryFile() as log,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True, env=environment) as process,
    ):
        try:
            assert process.stdout is not None
            announced = process.stdout.readline().split()
            assert announced, log.seek(0) or log.read()
            yield RunningService(announced[-1].rstrip("/"), process.pid)
        finally:
            _stop(process)


def wait_for_copy(service: RunningService, seconds: float = _PATIENCE) -> float:
    """Wait until a service answers from a copy of its store in memory, and give the seconds that took."""
    begun = time.monotonic()
    while "\nmithaq_copy_in_memory 1.0\n" not in _metrics(service):
        if time.monotonic() > begun + seconds:
            raise TimeoutError(service.address)
        time.sleep(_PAUSE)
    return time.monotonic() - begun


def _metrics(service: RunningService) -> str:
    with closing(http.client.HTTPConnection(service.netloc)) as connection:
        connection.request("GET", "/-/metrics")
        return connection.getresponse().read().decode()


@contextmanager
def serve_oxigraph(oxigraph: str, location: Path | None = None) -> Iterator[RunningService]:
    """Run `oxigraph serve` for the time of a block, on a folder or in memory."""
    port = free_port()
    folder = [] if location is None else ["--location", str(location)]
    command = [oxigraph, "serve", "--bind", f"127.0.0.1:{port}", *folder]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_until_listening(port, process)
            yield RunningService(f"http://127.0.0.1:{port}", process.pid)
        finally:
            _stop(process)


def free_port() -> int:
    """Give a port of this machine that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until_listening(port: int, process: subprocess.Popen[bytes], seconds: float = _PATIENCE) -> None:
    """Wait until a process listens at a port; raises TimeoutError when it takes too long, or has ended."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(_PAUSE)
    raise TimeoutError(port)


def process_tree(pid: int) -> list[int]:
    """List a process and all that it started, as far as they are alive."""
    found = [pid]
    for each in found:
        with suppress(OSError):
            for children in Path(f"/proc/{each}/task").glob("*/children"):
                found += map(int, children.read_text(encoding="ascii").split())
    return found


def memory_of(pid: int) -> int:
    """Give what a process occupies, in bytes; 0 where it has ended."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


def _command_line(pid: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8", errors="replace")
    return ""


def _stop(process: subprocess.Popen[str] | subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        for pid in reversed(process_tree(process.pid)):
            with suppress(OSError):
                os.kill(pid, signal.SIGKILL)
        raise
