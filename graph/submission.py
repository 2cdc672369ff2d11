"""Submissions: what somebody hands in together, a file of facts with the text and the sources that belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .articles import SOURCES_FILE, Article, read_article
from .errors import ArticleError
from .facts import Facts, parse_facts
from .namespaces import ARTICLES

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Submission:
    """Facts, the text that they bring if they bring one, and what is known of its publication."""

    facts: Facts
    article: Article | None = None
    sources: Facts | None = None

    @property
    def namesake(self) -> str:
        """The IRI of the article that the file of facts is named after, whether there is one or not."""
        return ARTICLES + self.facts.scope


def read_submission(path: Path) -> Submission:
    """Read a file of facts; the text NAME.txt and the sources.ttl beside it belong to it. Or a text without facts.

    Raises ParseError, FormatError, ArticleError.
    """
    if path.is_dir():
        raise ArticleError(path, "a folder. Name the files of facts in it, or build it: mithaq build FOLDER.")
    text, sources = path.with_suffix(".txt"), path.with_name(SOURCES_FILE)
    article = read_article(text) if text.is_file() else None
    known_sources = parse_facts(sources) if article and sources.is_file() else None
    facts = Facts(str(path), path.stem, ()) if path == text else parse_facts(path)
    return Submission(facts, article, known_sources)
