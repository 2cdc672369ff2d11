"""Surroundings: the machine and the versions that figures were measured with."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from typing import Final

_PACKAGES: Final = ("mithaq", "owlrl", "pyoxigraph", "pyshacl", "rdflib")
_GIBIBYTE: Final = 2**30


def surroundings() -> list[tuple[str, str]]:
    """Give what a reader must know to compare figures, as names and values."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / _GIBIBYTE
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return [
        ("Cores", str(os.cpu_count())),
        ("Memory", f"{memory:.0f} GiB"),
        ("System", f"{platform.system()} {platform.machine()}"),
        ("Python", python),
        *((package, version(package)) for package in _PACKAGES),
    ]
