"""The syntaxes of RDF that Mithaq reads and writes, as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import RdfFormat

from .errors import FormatError

if TYPE_CHECKING:
    from pathlib import PurePath


@dataclass(frozen=True, slots=True)
class Syntax:
    """One syntax: its name here, Oxigraph's name, file extensions, media types, and whether it holds named graphs."""

    name: str
    format: RdfFormat
    extensions: tuple[str, ...]
    media_types: tuple[str, ...]
    holds_graphs: bool
    numbers_lines: bool = True


SYNTAXES: Final[tuple[Syntax, ...]] = (
    Syntax("turtle", RdfFormat.TURTLE, ("ttl", "turtle"), ("text/turtle", "application/x-turtle"), False),
    Syntax("trig", RdfFormat.TRIG, ("trig",), ("application/trig", "application/x-trig"), True),
    Syntax("ntriples", RdfFormat.N_TRIPLES, ("nt",), ("application/n-triples", "text/plain"), False),
    Syntax("nquads", RdfFormat.N_QUADS, ("nq",), ("application/n-quads",), True),
    Syntax("jsonld", RdfFormat.JSON_LD, ("jsonld", "json"), ("application/ld+json",), True, numbers_lines=False),
    Syntax("rdfxml", RdfFormat.RDF_XML, ("rdf", "xml", "owl"), ("application/rdf+xml",), False, numbers_lines=False),
)


def syntax_named(name: str) -> Syntax:
    """Find a syntax by its name, a file extension or a media type; raises FormatError.

    >>> syntax_named("text/turtle; charset=utf-8").name
    'turtle'
    >>> syntax_named(".nq").name
    'nquads'
    """
    key = name.partition(";")[0].strip().lower().removeprefix(".")
    for syntax in SYNTAXES:
        if key == syntax.name or key in syntax.extensions or key in syntax.media_types:
            return syntax
    raise FormatError(name, [syntax.name for syntax in SYNTAXES])


def syntax_of_file(path: PurePath) -> Syntax:
    """Find the syntax of a file by its extension; raises FormatError, which names the file.

    >>> from pathlib import Path
    >>> syntax_of_file(Path("facts.trig")).name
    'trig'
    """
    try:
        return syntax_named(path.suffix or path.name)
    except FormatError as error:
        endings = [f".{syntax.extensions[0]}" for syntax in SYNTAXES]
        raise FormatError(path.suffix, endings, file=str(path)) from error
