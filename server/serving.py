"""Run the service: Flask on granian, in one process, with threads that wait for the workers."""

from __future__ import annotations

import math
import multiprocessing
import os
import socket
import threading
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server import Server

from mithaq.graph import end_with_parent

from .logs import write_logs_as_json
from .warming import keep_warm
from .workers.worker import begin_nursery

try:
    import resource
except ImportError:  # a system without such limits
    resource = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Callable

    from .gateway import Gateway
    from .settings import ServiceSettings

THREADS: Final = 128
"""Requests that are answered or wait for a worker at once."""
CONNECTIONS: Final = 16_384
SECONDS_FOR_HEADERS: Final = 15
_PATIENCE = 30.0  # seconds until nobody waits for the address any longer
_PAUSE = 0.02


@dataclass(frozen=True)
class Address:
    """Where a service listens; port 0 stands for any free one."""

    host: str
    port: int

    @property
    def url(self) -> str:
        """Give the address to open in a browser."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/"


class AddressError(Exception):
    """An address that cannot be listened at."""

    def __init__(self, address: Address, reason: str) -> None:
        self.address = address
        super().__init__(f"cannot listen at {address.host} port {address.port}: {reason}")


def claim(address: Address) -> Address:
    """Make sure that the address is free, give the host in numbers, and choose the port where none was asked for.

    Granian itself shares a port that is in use (SO_REUSEPORT), so that nobody would notice.

    Raises:
        AddressError: The port is in use, needs other rights, or the host is none of this machine.
    """
    try:
        family, _, _, _, listening = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)[0]
        with closing(socket.socket(family)) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(listening)
            probe.listen()
            return Address(*probe.getsockname()[:2])
    except (OSError, OverflowError) as error:
        raise AddressError(address, getattr(error, "strerror", None) or str(error)) from error


def serve_until_stopped(settings: ServiceSettings, address: Address, announce: Callable[[Address], None]) -> None:
    """Serve until a signal stops it; announce the address, from the process that serves, as soon as it answers.

    Requests that are being answered then are finished, within the time that a query may take.
    """
    if "fork" in multiprocessing.get_all_start_methods():
        multiprocessing.set_start_method("fork", force=True)  # nothing is open here, and nothing imported again
    server = Server(
        "mithaq",
        address=address.host,
        port=address.port,
        interface=Interfaces.RSGI,
        workers=1,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=SECONDS_FOR_HEADERS * 1000),
        websockets=False,
        backlog=CONNECTIONS,
        backpressure=CONNECTIONS,
        respawn_failed_workers=True,
        workers_kill_timeout=math.ceil(settings.reading.seconds + settings.reading.patience) + 1,
        log_level=LogLevels.warning,
    )
    load: Callable[..., Any] = partial(_load, settings, address, announce)
    server.serve(target_loader=load, wrap_loader=False)


def _load(settings: ServiceSettings, address: Address, announce: Callable[[Address], None]) -> Gateway:
    """Make the application in the process that answers requests."""
    write_logs_as_json()
    if hasattr(os, "setpgrp"):
        os.setpgrp()  # Ctrl-C is for the parent, which stops this process: granian hangs where both come at once
    end_with_parent(gently=True)  # so that nobody is left holding the port
    threading.Thread(target=_announce_when_listening, args=(address, announce), daemon=True).start()
    _allow_many_files()
    begin_nursery()
    from .app import create_app  # noqa: PLC0415 - while the nursery of the workers imports what they need
    from .gateway import Gateway  # noqa: PLC0415

    application = create_app(settings)
    if settings.policy == "governed":
        keep_warm(application)
    express = application.extensions["express"]
    largest, seconds = settings.largest_body, settings.body_seconds
    return Gateway(application, express, threads=THREADS, largest=largest, body_seconds=seconds)


def _allow_many_files() -> None:
    """Let this process have as many connections as the system allows it."""
    if resource is not None:
        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def _announce_when_listening(address: Address, announce: Callable[[Address], None]) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        with suppress(OSError), socket.create_connection((address.host, address.port), timeout=1):
            announce(address)
            return
        time.sleep(_PAUSE)
