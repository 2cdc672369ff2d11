"""Mithaq over HTTP and on the command line: thin skins over ``mithaq.graph``."""

from .app import create_app
from .settings import ServiceSettings

__all__ = ["ServiceSettings", "create_app"]
