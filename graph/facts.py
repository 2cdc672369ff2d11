"""Facts: statements parsed from a file, each with its line, blank nodes named and literals as the store keeps them."""

from __future__ import annotations

import codecs
import io
import itertools
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple, parse

from .errors import ParseError
from .formats import Syntax, syntax_named, syntax_of_file
from .namespaces import RDF, XSD
from .skolem import TooMuchAlikeError, name_blank_nodes, replace_blank_nodes
from .terms import stored_literals

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_QUOTE = re.compile(r"""["'\\]""")
_PLAIN_DATATYPES = frozenset({XSD + "string", RDF + "langString"})


@dataclass(frozen=True, slots=True)
class Statement:
    """One quad, with the file and line that it was read from where it was read from a file."""

    quad: Quad
    file: str | None = None
    line: int | None = None
    graph: str | None = field(init=False, compare=False, repr=False)
    """The IRI of its named graph; nothing for the default graph."""

    def __post_init__(self) -> None:
        name = self.quad.graph_name
        object.__setattr__(self, "graph", name.value if isinstance(name, NamedNode) else None)

    def placed_in(self, graph: NamedNode) -> Statement:
        """Give the same statement in another graph."""
        quad = self.quad
        return Statement(Quad(quad.subject, quad.predicate, quad.object, graph), self.file, self.line)


@dataclass(frozen=True, slots=True)
class Facts:
    """The statements of one file; `scope` is the file's name without its ending."""

    file: str
    scope: str
    statements: tuple[Statement, ...]

    def __len__(self) -> int:
        return len(self.statements)


def parse_facts(path: Path, format: str | None = None) -> Facts:  # noqa: A002 - the word of the field
    """Parse a file; the syntax by its ending unless it is named. Raises ParseError, FormatError."""
    syntax = syntax_named(format) if format else syntax_of_file(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ParseError(str(path), f"cannot be read ({error.strerror})") from error
    return _facts(data, syntax, file=str(path), scope=path.stem)


def parse_facts_bytes(data: bytes, format: str, name: str) -> Facts:  # noqa: A002 - the word of the field
    """Parse bytes in a syntax given by name, ending or media type; `name` stands for the file in reports.

    >>> facts = parse_facts_bytes(b"<http://example.org/s> a <http://example.org/C> .", "turtle", "example.ttl")
    >>> [(str(statement.quad.object), statement.line) for statement in facts.statements]
    [('<http://example.org/C>', 1)]
    """
    return _facts(data, syntax_named(format), file=name, scope=Path(name).stem)


def _facts(data: bytes, syntax: Syntax, *, file: str, scope: str) -> Facts:
    read = list(_read(data.removeprefix(codecs.BOM_UTF8), syntax, file))
    try:
        names = name_blank_nodes((quad for quad, _ in read), scope)
    except TooMuchAlikeError as error:
        raise ParseError(file, str(error)) from error
    literals = stored_literals(literal for quad, _ in read if (literal := _typed_literal(quad)) is not None)
    first_lines: dict[Quad, int | None] = {}
    for quad, line in read:
        first_lines.setdefault(_settled(quad, names, literals), line)
    return Facts(file, scope, tuple(Statement(quad, file, line) for quad, line in first_lines.items()))


def _typed_literal(quad: Quad) -> Literal | None:
    literal = quad.object
    return literal if isinstance(literal, Literal) and literal.datatype.value not in _PLAIN_DATATYPES else None


def _settled(quad: Quad, names: Mapping[BlankNode, NamedNode], literals: Mapping[Literal, Literal]) -> Quad:
    subject, predicate, object_, graph = quad
    if isinstance(object_, Literal) and object_ in literals:
        quad = Quad(subject, predicate, literals[object_], graph)
    return replace_blank_nodes(quad, names) if names else quad


class _LineByLine:
    """A file that gives one line at each read, so that the parser has never read further than it has understood."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)
        self._rest = b""
        self.lines: list[bytes] = []

    def read(self, size: int = -1) -> bytes:
        """Give the next line, or as much of it as is asked for."""
        if not self._rest:
            self._rest = self._data.readline()
            if self._rest:
                self.lines.append(self._rest)
        taken = len(self._rest) if size < 0 else size
        piece, self._rest = self._rest[:taken], self._rest[taken:]
        return piece


def _read(data: bytes, syntax: Syntax, file: str) -> Iterator[tuple[Quad, int | None]]:
    source = _LineByLine(data)
    previous = 1
    try:
        for quad in parse(source, format=syntax.format):  # type: ignore[arg-type]
            _refuse_triple_terms(quad, file, len(source.lines))
            previous = _line_of(quad, source.lines, previous)
            yield quad, previous if syntax.numbers_lines else None
    except SyntaxError as error:
        reason = str(error.msg).partition(": ")[2] or str(error.msg)
        raise ParseError(file, reason, line=error.lineno, column=error.offset) from error
    except ValueError as error:
        raise ParseError(file, str(error), line=len(source.lines)) from error


def _refuse_triple_terms(quad: Quad, file: str, line: int) -> None:
    object_ = quad.object
    if isinstance(object_, Triple) or (isinstance(object_, Literal) and object_.direction):
        raise ParseError(file, "triple terms and text directions of RDF 1.2 cannot be used here", line=line)


def _line_of(quad: Quad, lines: list[bytes], earliest: int) -> int:
    """Give the line where a quad's object begins.

    The parser looks past a string for a language tag or a datatype, and a long string ends lines after its beginning:
    so go back from the last line read to the nearest one that shows the beginning of the string.
    """
    last, object_ = len(lines), quad.object
    if not isinstance(object_, Literal):
        return last
    beginning = _printed_beginning(object_.value).encode()
    return next((line for line in range(last, earliest - 1, -1) if beginning in lines[line - 1]), last)


def _printed_beginning(value: str) -> str:
    """Cut a string before the first character that a file may have to write as an escape."""
    plain = _QUOTE.split(value, maxsplit=1)[0]
    return plain if plain.isprintable() else "".join(itertools.takewhile(str.isprintable, plain))


def in_default_graph(statement: Statement) -> bool:
    """Tell whether a statement names no graph."""
    return isinstance(statement.quad.graph_name, DefaultGraph)
