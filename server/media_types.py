"""Choose the format of an answer: which media types there are, and which of them the client likes best."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Preferences = Iterable[tuple[str, float]]


@dataclass(frozen=True)
class Format:
    """A format of answers: its name in the core, its media types (the first is its own) and its short names."""

    name: str
    media_types: tuple[str, ...]
    short_names: tuple[str, ...] = ()


_TURTLE = Format("turtle", ("text/turtle", "application/x-turtle"), ("ttl", "n3"))
SOLUTION_FORMATS = (
    Format("json", ("application/sparql-results+json", "application/json")),
    Format("xml", ("application/sparql-results+xml", "application/xml", "text/xml")),
    Format("csv", ("text/csv",)),
    Format("tsv", ("text/tab-separated-values",)),
    _TURTLE,
)
GRAPH_FORMATS = (
    _TURTLE,
    Format("ntriples", ("application/n-triples", "text/plain"), ("nt", "n-triples")),
    Format("jsonld", ("application/ld+json", "application/json"), ("json-ld", "json")),
    Format("rdfxml", ("application/rdf+xml", "application/xml", "text/xml"), ("rdf+xml", "rdf", "xml")),
    Format("trig", ("application/trig",)),
    Format("nquads", ("application/n-quads",), ("nq", "n-quads")),
)
HTML = Format("html", ("text/html",))
REPORT_FORMATS = (
    Format("json", ("application/json",)),
    Format("turtle", ("text/turtle",), ("ttl",)),
    Format("jsonld", ("application/ld+json",), ("json-ld",)),
    Format("text", ("text/plain",), ("txt",)),
    HTML,
)
REFUSAL_FORMATS = tuple(format_ for format_ in REPORT_FORMATS if format_ is not HTML)
EVIDENCE_FORMATS = tuple(format_ for format_ in REPORT_FORMATS if format_.name in {"json", "text", "html"})
DATASET_FORMATS = tuple(sorted(GRAPH_FORMATS, key=lambda format_: format_.name != "trig"))
FACT_FORMATS = (
    Format("turtle", ("text/turtle", "application/x-turtle"), ("ttl",)),
    Format("trig", ("application/trig", "application/x-trig")),
    Format("ntriples", ("application/n-triples",), ("nt",)),
    Format("nquads", ("application/n-quads",), ("nq",)),
    Format("jsonld", ("application/ld+json",), ("json-ld", "json")),
)


@dataclass(frozen=True)
class Choice:
    """What an answer will be written in: the format, and the media type by which the client asked for it."""

    format: Format
    media_type: str

    @property
    def content_type(self) -> str:
        """Give the value of the Content-Type header."""
        return f"{self.media_type}; charset=utf-8"


def choose_by_name(name: str, formats: Sequence[Format]) -> Choice | None:
    """Find the format that a short name (``?format=ttl``) asks for.

    >>> choose_by_name("ttl", GRAPH_FORMATS).content_type
    'text/turtle; charset=utf-8'
    """
    for format_ in formats:
        if name.lower() in {format_.name, *format_.short_names, *format_.media_types}:
            return Choice(format_, format_.media_types[0])
    return None


def choose_by_preference(preferences: Preferences, formats: Sequence[Format]) -> Choice | None:
    """Find the format that an Accept header, given as (media range, quality) pairs, likes best (RFC 9110, 12.5.1).

    The quality of a media type is that of the most specific range that names it. Among equals the more
    specifically named comes first, then the order of ``formats``; without any preference, their first.

    >>> choose_by_preference([("text/*", 0.5), ("text/csv", 0.9)], SOLUTION_FORMATS).format.name
    'csv'
    >>> choose_by_preference([("*/*", 1.0), ("application/sparql-results+json", 0.0)], SOLUTION_FORMATS).media_type
    'application/json'
    >>> choose_by_preference([("image/png", 1.0)], SOLUTION_FORMATS) is None
    True
    """
    ranges = [(_essence(media_range), quality) for media_range, quality in preferences]
    if not ranges:
        return Choice(formats[0], formats[0].media_types[0])
    best, best_rank = None, (0.0, -1)
    for choice in _choices(formats):
        specificity, quality = _judge(choice.media_type, ranges)
        if quality > 0 and (quality, specificity) > best_rank:
            best, best_rank = choice, (quality, specificity)
    return best


def media_types(formats: Sequence[Format]) -> tuple[str, ...]:
    """List the formats' own media types, for a message that says what there is."""
    return tuple(format_.media_types[0] for format_ in formats)


def _choices(formats: Sequence[Format]) -> Iterator[Choice]:
    return (Choice(format_, media_type) for format_ in formats for media_type in format_.media_types)


def _judge(media_type: str, ranges: Sequence[tuple[str, float]]) -> tuple[int, float]:
    """Give specificity and quality of the most specific range that holds the media type; -1 and 0 where none does."""
    found = [(_specificity(media_range, media_type), quality) for media_range, quality in ranges]
    return max(((specificity, quality) for specificity, quality in found if specificity >= 0), default=(-1, 0.0))


def _specificity(media_range: str, media_type: str) -> int:
    if media_range == media_type:
        return 2
    if media_range.endswith("/*") and media_type.startswith(media_range[:-1]):
        return 1
    return 0 if media_range in {"*/*", "*"} else -1


def _essence(media_range: str) -> str:
    return media_range.partition(";")[0].strip().lower()
