"""Parameters that make no sense are refused before any view is called, rather than read one way or another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flask import request

from mithaq.graph import LANGUAGES

from .problems import bad_request

if TYPE_CHECKING:
    from flask import Flask

_ONCE: Final = frozenset({"article", "default", "lang", "note", "object", "predicate", "span", "subject", "timeout"})
"""Parameters of which a second value would be lost without a word; others look after themselves."""


def refuse_senseless_parameters(app: Flask) -> None:
    """Have an application refuse parameters that come twice, and languages that it does not speak."""
    app.before_request(_look_at_parameters)


def _look_at_parameters() -> None:
    for name, values in request.args.lists():
        if name in _ONCE and len(values) > 1:
            raise bad_request(f"The parameter {name!r} is given {len(values)} times; give it once.")
    if request.args.get("lang", LANGUAGES[0]) not in LANGUAGES:
        raise bad_request(f"The languages are {' and '.join(LANGUAGES)}.")
