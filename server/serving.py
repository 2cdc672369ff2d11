"""Run the service: Flask on granian, one worker with four blocking threads."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import socket
import threading
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from .app import create_app

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask

    from .settings import ServiceSettings

BLOCKING_THREADS = 4
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
    """Serve until a signal stops it; announce the address as soon as it answers."""
    multiprocessing.set_start_method("spawn", force=True)  # a fork would share the threads and locks of an opened store
    threading.Thread(target=_announce_when_listening, args=(address, announce), daemon=True).start()
    server = Server(
        "mithaq",
        address=address.host,
        port=address.port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=BLOCKING_THREADS,
        websockets=False,
        respawn_failed_workers=True,
        log_level=LogLevels.warning,
    )
    server.serve(target_loader=partial(_load, settings), wrap_loader=False)


def _load(settings: ServiceSettings) -> Flask:
    """Make the application in the process that answers requests."""
    logging.basicConfig(level=logging.WARNING)
    if hasattr(os, "setpgrp"):
        os.setpgrp()  # Ctrl-C is for the parent, which stops this process: granian hangs where both come at once
    threading.Thread(target=_end_with_parent, daemon=True).start()
    return create_app(settings)


def _end_with_parent() -> None:
    """Stop this process when its parent is gone, killed perhaps, so that nobody is left holding the port."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)  # to the process: the main thread is asleep


def _announce_when_listening(address: Address, announce: Callable[[Address], None]) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        with suppress(OSError), socket.create_connection((address.host, address.port), timeout=1):
            announce(address)
            return
        time.sleep(_PAUSE)
