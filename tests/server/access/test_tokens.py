"""Tokens: read from a file, found by their secret, and kept as digests."""

from __future__ import annotations

import hashlib
import pickle
from typing import TYPE_CHECKING

import pytest

from mithaq.server.access import Scope, Tokens, TokensError

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "correct-horse-battery-staple"
DIGEST = f"sha256:{hashlib.sha256(SECRET.encode()).hexdigest()}"


def tokens_of(tmp_path: Path, text: str) -> Tokens:
    file = tmp_path / "tokens"
    file.write_text(text, encoding="utf-8")
    return Tokens.of(file)


@pytest.mark.parametrize("written", [SECRET, DIGEST])
def test_token_is_found_by_its_secret(tmp_path: Path, written: str) -> None:
    tokens = tokens_of(tmp_path, f"# who may do what\n\neditor read,write {written}\n")

    found = tokens.find(SECRET)

    assert found is not None
    assert (found.name, found.scopes) == ("editor", frozenset({Scope.READ, Scope.WRITE}))
    assert tokens.find(SECRET[:-1]) is None
    assert tokens.find(DIGEST) is None


def test_secrets_are_not_kept(tmp_path: Path) -> None:
    tokens = tokens_of(tmp_path, f"editor read {SECRET}\n")

    assert SECRET.encode() not in pickle.dumps(tokens)
    assert "digest" not in repr(tokens.find(SECRET))


@pytest.mark.parametrize(
    ("text", "place", "advice"),
    [
        ("editor read\n", "tokens:1", "NAME SCOPES SECRET"),
        (f"\neditor fly {SECRET}\n", "tokens:2", "read, write, admin"),
        ("editor read short\n", "tokens:1", "too short"),
        ("editor read sha256:12\n", "tokens:1", "64 hexadecimal"),
        ("editor read sha256:wrong\n", "tokens:1", "64 hexadecimal"),
        (f"editor read {SECRET}\neditor read {SECRET}x\n", "tokens:2", "taken"),
    ],
)
def test_faulty_line_is_named_with_advice(tmp_path: Path, text: str, place: str, advice: str) -> None:
    with pytest.raises(TokensError) as caught:
        tokens_of(tmp_path, text)

    assert caught.value.place.endswith(place)
    assert advice in str(caught.value)
    assert SECRET not in str(caught.value)


def test_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(TokensError, match="nowhere"):
        Tokens.of(tmp_path / "nowhere")


def test_single_secret_allows_everything() -> None:
    found = Tokens.of(secret=SECRET).find(SECRET)

    assert found is not None
    assert found.scopes == frozenset(Scope)
