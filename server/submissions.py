"""What somebody hands in over HTTP: parts, as they came, and the submissions that they make together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from mithaq.graph import NAMES_ALLOWED, Article, Facts, ParseError, Submission, is_article_name, parse_facts_bytes

from .problems import bad_request

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

UNNAMED: Final = "<body>"
"""The name by which a report calls what came without one: no article bears it."""

_REMOTE_CONTEXT: Final = "No LoadDocumentCallback"


class PartKind(StrEnum):
    """What a part is."""

    FACTS = "facts"
    TEXT = "text"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Part:
    """One part: what it is, the name of its file, its syntax (none for a text), and its bytes."""

    kind: PartKind
    file: str
    format: str
    data: bytes

    @property
    def name(self) -> str:
        """The name of the file without its ending: facts and text of one article have the same."""
        return PurePath(self.file).stem


def submissions_of(parts: Sequence[Part]) -> list[Submission]:
    """Put together what belongs together: facts and text of the same name, and the sources for all of them.

    Raises ParseError, and ProblemError where a name comes twice or a text is none.
    """
    facts = _by_name(part for part in parts if part.kind is PartKind.FACTS)
    texts = _by_name(part for part in parts if part.kind is PartKind.TEXT)
    described = _sources([part for part in parts if part.kind is PartKind.SOURCES])
    articles = {name: _article(part) for name, part in texts.items()}
    return [
        Submission(
            _facts(facts[name]) if name in facts else Facts(texts[name].file, name, ()),
            articles.get(name),
            described if name in articles else None,
        )
        for name in dict.fromkeys((*facts, *texts))
    ]


def _by_name(parts: Iterable[Part]) -> dict[str, Part]:
    found: dict[str, Part] = {}
    for part in parts:
        if part.name in found:
            raise bad_request(f"There are two parts of {part.kind} named {part.name}; give each article a name.")
        found[part.name] = part
    return found


def _facts(part: Part) -> Facts:
    try:
        return parse_facts_bytes(part.data, part.format, part.file)
    except ParseError as error:
        if _REMOTE_CONTEXT in error.reason:
            advice = "remote contexts are not fetched: write the context into the document"
            raise ParseError(part.file, advice) from error
        raise


def _sources(parts: Sequence[Part]) -> Facts | None:
    if len(parts) > 1:
        raise bad_request("There are two parts of sources; send one for all articles.")
    return _facts(parts[0]) if parts else None


def _article(part: Part) -> Article:
    if not is_article_name(part.name):
        raise bad_request(f"An article cannot be named {part.name!r}: {NAMES_ALLOWED}")
    try:
        return Article.from_bytes(part.name, part.data)
    except UnicodeDecodeError as error:
        raise bad_request(f"The text {part.file} is not UTF-8: byte {error.start} cannot be read.") from error
