"""Spans of an article's text: from IRI to offsets and back, and the words between the offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from .namespaces import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterable

_SPAN_IRI: Final = re.compile(
    re.escape(ARTICLES) + r"(?P<name>[^/#?]+)#char=(?P<begin>0|[1-9][0-9]*),(?P<end>0|[1-9][0-9]*)"
)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text, as RFC 5147 counts: code points from 0, the end not included.

    >>> Span("https://w3id.org/mithaq/article/a", 3, 7).iri
    'https://w3id.org/mithaq/article/a#char=3,7'
    """

    article: str
    begin: int
    end: int

    @property
    def iri(self) -> str:
        """The IRI that names this span, and the graph of what it says."""
        return f"{self.article}#char={self.begin},{self.end}"

    @staticmethod
    def from_iri(iri: str) -> Span | None:
        """Read a span out of its IRI; nothing where the IRI is not one of a span.

        >>> Span.from_iri("https://w3id.org/mithaq/article/a#char=3,7")
        Span(article='https://w3id.org/mithaq/article/a', begin=3, end=7)
        >>> Span.from_iri("https://w3id.org/mithaq/article/a") is None
        True
        """
        match = _SPAN_IRI.fullmatch(iri)
        return match and Span(ARTICLES + match["name"], int(match["begin"]), int(match["end"]))

    def fits(self, length: int) -> bool:
        """Tell whether the span holds at least one character and ends within a text of this length."""
        return 0 <= self.begin < self.end <= length

    def cut(self, text: str) -> str:
        """Give the words of the text that the span covers.

        >>> Span("https://w3id.org/mithaq/article/a", 0, 5).cut("وقعت روسيا")
        'وقعت '
        """
        return text[self.begin : self.end]

    def contains(self, other: Span) -> bool:
        """Tell whether the other span lies within this one, in the same article."""
        return self.article == other.article and self.begin <= other.begin and other.end <= self.end


def enclosing(spans: Iterable[Span | None]) -> Span | None:
    """Give the stretch from the first to the last of some spans of one article.

    >>> article = "https://w3id.org/mithaq/article/a"
    >>> enclosing([Span(article, 5, 9), Span(article, 0, 4)])
    Span(article='https://w3id.org/mithaq/article/a', begin=0, end=9)
    """
    known = sorted(span for span in spans if span is not None)
    return Span(known[0].article, known[0].begin, max(span.end for span in known)) if known else None


@lru_cache(maxsize=4096)
def article_of(iri: str) -> str | None:
    """Give the IRI of the article that an IRI belongs to: the article itself or a fragment of it.

    >>> article_of("https://w3id.org/mithaq/article/a#curation")
    'https://w3id.org/mithaq/article/a'
    >>> article_of("https://w3id.org/mithaq/id/Russia") is None
    True
    """
    base = iri.partition("#")[0]
    name = base.removeprefix(ARTICLES)
    return base if base != name and name and not set(name) & set("/?") else None
