"""Sections: what the page of a thing says of it by its kind; each file of ``sections/KIND/`` is one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from mithaq.graph import PREFIXES, Text

from ..result_tables import Cell, cell_of, labels_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mithaq.graph import KnowledgeGraph, Language, Term

_FOLDER: Final = Path(__file__).resolve().parents[1] / "sections"
_TITLE: Final = re.compile(r"^# (?P<language>ar|en): (?P<title>.+)\n", re.MULTILINE)
_COLUMN: Final = re.compile(r"^# column (?P<name>\w+): (?P<en>.+) \| (?P<ar>.+)\n", re.MULTILINE)


@dataclass(frozen=True)
class Section:
    """One section: the class whose members have it, its title, its columns, and the query, about ``$this``."""

    kind: str
    title: Text
    columns: tuple[tuple[str, Text], ...]
    query: str


@dataclass(frozen=True)
class SectionTable:
    """A section filled in for one thing: each row with the words that say it, which lead to their place."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[Cell | None, ...], tuple[Cell, ...]], ...]


def read_sections() -> tuple[Section, ...]:
    """Read every section of a kind of things, in the order of the files' names."""
    return tuple(_read(file) for file in sorted(_FOLDER.glob("[A-Z]*/*.rq")))


def read_overviews() -> tuple[Section, ...]:
    """Read the sections that tell of the whole graph."""
    return tuple(_read(file) for file in sorted((_FOLDER / "see").glob("*.rq")))


def fill(section: Section, graph: KnowledgeGraph, language: Language, node: NamedNode | None = None) -> SectionTable:
    """Ask a section's query of a graph, about one thing or the whole; rows that differ in their words become one."""
    result = graph.query(section.query.replace("$this", str(node)))
    places = {name: index for index, name in enumerate(result.variables)}
    rows = list(result.rows())
    labels = labels_of(graph, [term.value for row in rows for term in row if isinstance(term, NamedNode)], language)
    merged: dict[tuple[Term | None, ...], list[Cell]] = {}
    for row in rows:
        evidence = _words(row, places)
        words = merged.setdefault(tuple(row[places[name]] for name, _ in section.columns), [])
        words.extend(each for each in evidence if each not in words)
    shown = tuple((tuple(cell_of(term, labels) for term in key), tuple(words)) for key, words in merged.items())
    columns = tuple(text.said_in(language) for _, text in section.columns)
    return SectionTable(section.title.said_in(language), columns, shown)


def _words(row: Sequence[Term | None], places: Mapping[str, int]) -> list[Cell]:
    words, span = (row[places[name]] for name in ("words", "span"))
    if isinstance(words, Literal) and isinstance(span, NamedNode):
        return [Cell(words.value, "ar", "rtl", iri=span.value)]
    return []


def _read(file: Path) -> Section:
    text = file.read_text(encoding="utf-8")
    titles = {match["language"]: match["title"] for match in _TITLE.finditer(text)}
    columns = tuple((match["name"], Text(en=match["en"], ar=match["ar"])) for match in _COLUMN.finditer(text))
    query = _COLUMN.sub("", _TITLE.sub("", text)).strip()
    return Section(PREFIXES["mithaq"] + file.parent.name, Text(en=titles["en"], ar=titles["ar"]), columns, query)
