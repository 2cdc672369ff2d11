"""LOAD from allowed addresses: the file is fetched, and its triples stand in the operation's place.

Only a plain store loads: the facts of a governed one are handed in with their articles. A LOAD whose address is not a
constant, or not allowed, is left as it is, to be refused.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from pyoxigraph import RdfFormat, parse

from .fetching import fetch, is_allowed
from .media_types import GRAPH_FORMATS
from .problems import Problem, ProblemError
from .update_texts import read_update

if TYPE_CHECKING:
    from .fetching import Addresses, Fetched
    from .update_texts import Operation

_ACCEPT: Final = "text/turtle, application/n-triples;q=0.9, application/rdf+xml;q=0.8, application/ld+json;q=0.7"
_NOTHING: Final = "INSERT DATA {}"


def with_files_loaded(text: str, allowed: Addresses) -> str:
    """Put what the files hold in the place of allowed LOADs; raises ProblemError where one fails that is not SILENT."""
    if not allowed or "load" not in text.lower():
        return text
    parts, end = [], 0
    for load in read_update(text).loads:
        url = next((token.text[1:-1] for token in load.tokens if token.kind == "iri"), "")
        if is_allowed(url, allowed):
            parts += [text[end : load.tokens[0].begin], _loaded(load, url, allowed)]
            end = load.tokens[-1].end
    return "".join([*parts, text[end:]])


def _loaded(load: Operation, url: str, allowed: Addresses) -> str:
    try:
        triples = _triples(url, fetch(url, {"Accept": _ACCEPT}, allowed))
    except ProblemError:
        if "SILENT" in load.words:
            return _NOTHING
        raise
    into = load.names_after("GRAPH")
    return f"INSERT DATA {{ {into} {{ {triples} }} }}" if into else f"INSERT DATA {{ {triples} }}"


def _triples(url: str, came: Fetched) -> str:
    names = (each.name for each in GRAPH_FORMATS if came.media_type in each.media_types)
    syntax = RdfFormat.from_media_type(came.media_type) if next(names, None) else RdfFormat.TURTLE
    try:
        quads = parse(came.data, format=syntax, base_iri=url, rename_blank_nodes=True)
        return " ".join(f"{quad.triple} ." for quad in quads)
    except (SyntaxError, ValueError) as error:
        detail = f"What stands at {url} cannot be read: {error}."
        raise ProblemError(Problem(HTTPStatus.BAD_GATEWAY, "fetch-failed", "Fetching failed", detail)) from error
