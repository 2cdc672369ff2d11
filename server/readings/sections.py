"""Sections: what the page of a thing says of it by its kind; each file of ``sections/KIND/`` is one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from pyoxigraph import Literal, NamedNode

from mithaq.graph import PREFIXES, Text

from ..result_tables import Cell, cell_of, labels_of
from .choosing import best_connected

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mithaq.graph import KnowledgeGraph, Language, Term

_Row: TypeAlias = "tuple[Term | None, ...]"

_FOLDER: Final = Path(__file__).resolve().parents[1] / "sections"
_TITLE: Final = re.compile(r"^# (?P<language>ar|en): (?P<title>.+)\n", re.MULTILINE)
_SHOWN: Final = re.compile(r"^# shown: (?P<names>.+)\n", re.MULTILINE)
_COLUMN: Final = re.compile(r"^# column (?P<name>\w+)(?P<several>\*?): (?P<en>.+) \| (?P<ar>.+)\n", re.MULTILINE)


READABLE: Final = 100
"""Things that a picture shows at most."""
MOST_ROWS: Final = 50
"""Rows that a section of a page has at most."""
READ_AT_ONCE: Final = 8
"""Values, or quotations, of one row that are shown; the others are counted."""


@dataclass(frozen=True)
class Section:
    """One section: the class whose members have it, its title, its columns, and the query, about ``$this``.

    Rows that differ in nothing but a column with ``several`` values are one. Where it is also a picture, ``shown``
    names the columns whose things are drawn.
    """

    kind: str
    title: Text
    columns: tuple[tuple[str, Text], ...]
    query: str
    shown: tuple[str, ...] = ()
    several: frozenset[str] = frozenset()


@dataclass(frozen=True)
class SectionTable:
    """A section filled in for one thing: the values of each column, and the words that say it, leading to their place.

    ``left_out`` rows, or things of a picture, are too many to be shown; the query tells of all.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[tuple[Cell, ...], ...], tuple[Cell, ...]], ...]
    query: str
    left_out: int = 0


@dataclass
class _Merged:
    values: list[dict[Term, None]]
    words: dict[Cell, None]


def read_sections() -> tuple[Section, ...]:
    """Read every section of a kind of things, in the order of the files' names."""
    return tuple(_read(file) for file in sorted(_FOLDER.glob("[A-Z]*/*.rq")))


def read_overviews() -> tuple[Section, ...]:
    """Read the sections that tell of the whole graph."""
    return tuple(_read(file) for file in sorted((_FOLDER / "see").glob("*.rq")))


def fill(section: Section, graph: KnowledgeGraph, language: Language, node: NamedNode | None = None) -> SectionTable:
    """Ask a section's query of a graph, about one thing or the whole; rows that differ in their words become one."""
    query = section.query.replace("$this", str(node))
    result = graph.query(query)
    places = {name: index for index, name in enumerate(result.variables)}
    rows, left_out = _readable([tuple(row) for row in result.rows()], [places[name] for name in section.shown])
    merged = _merged(section, rows, places)
    if not section.shown and len(merged) > MOST_ROWS:
        left_out = len(merged) - MOST_ROWS
        merged = merged[:MOST_ROWS]
    terms = (term for row in merged for values in row.values for term in islice(values, READ_AT_ONCE))
    labels = labels_of(graph, [term.value for term in terms if isinstance(term, NamedNode)], language)
    shown = tuple((tuple(_cells(values, labels) for values in row.values), tuple(row.words)) for row in merged)
    columns = tuple(text.said_in(language) for _, text in section.columns)
    return SectionTable(section.title.said_in(language), columns, shown, query, left_out)


def _cells(values: Iterable[Term], labels: Mapping[str, Literal]) -> tuple[Cell, ...]:
    return tuple(cell for term in values if (cell := cell_of(term, labels)))


def _merged(section: Section, rows: Iterable[_Row], places: Mapping[str, int]) -> list[_Merged]:
    """Make those rows one that differ in nothing but in their words and in columns with several values."""
    merged: dict[_Row, _Merged] = {}
    for row in rows:
        key = tuple(None if name in section.several else row[places[name]] for name, _ in section.columns)
        together = merged.setdefault(key, _Merged([{} for _ in section.columns], {}))
        for values, (name, _) in zip(together.values, section.columns, strict=True):
            values |= {term: None for term in [row[places[name]]] if term is not None}
        together.words |= dict.fromkeys(_words(row, places))
    return list(merged.values())


def _readable(rows: list[_Row], shown: Sequence[int]) -> tuple[list[_Row], int]:
    """Keep the rows of what a picture can show, and count the things that it cannot."""
    ends = [tuple(row[place] for place in shown) for row in rows]
    things = {thing for each in ends for thing in each if thing is not None}
    if len(things) <= READABLE:
        return rows, 0
    chosen = best_connected(ends, READABLE)
    kept = [row for row, each in zip(rows, ends, strict=True) if chosen.issuperset(filter(None, each))]
    return kept, len(things) - len(chosen)


def _words(row: Sequence[Term | None], places: Mapping[str, int]) -> list[Cell]:
    words, span = (row[places[name]] for name in ("words", "span"))
    if isinstance(words, Literal) and isinstance(span, NamedNode):
        return [Cell(words.value, "ar", "rtl", iri=span.value)]
    return []


def _read(file: Path) -> Section:
    text = file.read_text(encoding="utf-8")
    titles = {match["language"]: match["title"] for match in _TITLE.finditer(text)}
    columns = tuple((match["name"], Text(en=match["en"], ar=match["ar"])) for match in _COLUMN.finditer(text))
    drawn = _SHOWN.search(text)
    query = _SHOWN.sub("", _COLUMN.sub("", _TITLE.sub("", text))).strip()
    title = Text(en=titles["en"], ar=titles["ar"])
    shown = tuple(drawn["names"].split(", ")) if drawn else ()
    several = frozenset(match["name"] for match in _COLUMN.finditer(text) if match["several"])
    return Section(PREFIXES["mithaq"] + file.parent.name, title, columns, query, shown, several)
