"""Access: who may do what, and how much of it.

scopes        what there is to be allowed, and what a request needs
tokens        the secrets that allow it, of which only digests are kept
clients       whom a request comes from
rates         how often and how much at once a client may ask
settings      what a service is told of all this
gate          all of it, before any view is called
"""

from __future__ import annotations

from .clients import Client
from .scopes import Scope
from .settings import AccessSettings
from .tokens import Token, Tokens, TokensError

__all__ = ["AccessSettings", "Client", "Scope", "Token", "Tokens", "TokensError"]
