"""Tokens: the secrets that allow things, of which only digests are kept."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from mithaq.graph import MithaqError

from .scopes import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

SHORTEST_SECRET: Final = 16
_DIGEST: Final = "sha256:"
_ADVICE: Final = "write a line for each token: NAME SCOPES SECRET, for example: editor read,write sha256:9f86d081…"


class TokensError(MithaqError):
    """Tokens that cannot be used as they are given."""

    def __init__(self, place: str, advice: str) -> None:
        self.place = place
        super().__init__(f"{place}: {advice}")


@dataclass(frozen=True, slots=True)
class Token:
    """What one secret allows; its name stands for it in logs."""

    name: str
    scopes: frozenset[Scope]
    digest: bytes = field(repr=False)


class Tokens:
    """All tokens of a service."""

    def __init__(self, tokens: Iterable[Token] = ()) -> None:
        self._tokens = tuple(tokens)

    @classmethod
    def of(cls, file: Path | None = None, secret: str | None = None) -> Tokens:
        """Gather the tokens of a file, and one secret that allows everything; raises TokensError."""
        single = () if secret is None else (_single(secret),)
        return cls((*single, *(_read(file) if file else ())))

    def __bool__(self) -> bool:
        return bool(self._tokens)

    def find(self, secret: str) -> Token | None:
        """Find the token of a secret, in a time that tells nothing of how near it came.

        >>> tokens = Tokens.of(secret="a long and secret word")
        >>> tokens.find("a long and secret word").name, tokens.find("another word")
        ('single', None)
        """
        digest = _digest_of(secret)
        found = None
        for token in self._tokens:
            if hmac.compare_digest(token.digest, digest):
                found = token
        return found


def _single(secret: str) -> Token:
    return Token("single", frozenset(Scope), _digest_of(_long_enough(secret, "MITHAQ_TOKEN")))


def _read(file: Path) -> Iterator[Token]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TokensError(str(file), f"cannot be read ({getattr(error, 'strerror', None) or error})") from error
    names: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            token = _token(line.split(), f"{file}:{number}")
            if token.name in names:
                raise TokensError(f"{file}:{number}", f"the name {token.name} is taken already")
            names.add(token.name)
            yield token


def _token(parts: list[str], place: str) -> Token:
    if len(parts) != 3:  # noqa: PLR2004 - name, scopes, secret
        raise TokensError(place, _ADVICE)
    name, scopes, secret = parts
    try:
        allowed = frozenset(map(Scope, scopes.split(",")))
    except ValueError as error:
        raise TokensError(place, f"the scopes are {', '.join(Scope)}; {_ADVICE}") from error
    return Token(name, allowed, _written_digest(secret, place))


def _written_digest(secret: str, place: str) -> bytes:
    if not secret.startswith(_DIGEST):
        return _digest_of(_long_enough(secret, place))
    try:
        digest = bytes.fromhex(secret.removeprefix(_DIGEST))
    except ValueError:
        digest = b""
    if len(digest) != hashlib.sha256().digest_size:
        raise TokensError(place, f"after {_DIGEST} come 64 hexadecimal digits")
    return digest


def _long_enough(secret: str, place: str) -> str:
    if len(secret) < SHORTEST_SECRET:
        raise TokensError(place, f"the secret is too short to be one; take {SHORTEST_SECRET} random characters or more")
    return secret


def _digest_of(secret: str) -> bytes:
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).digest()
