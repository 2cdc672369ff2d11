"""Articles on disk: a folder of NAME.txt, NAME.trig and sources.ttl, read into records."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Quad

from .errors import ArticleError
from .namespaces import ARTICLE, ARTICLES, LENGTH, SHA256, TEXT, TYPE, XSD

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SOURCES_FILE: Final = "sources.ttl"
NAMES_ALLOWED: Final = "the name becomes part of IRIs: use letters, digits, '_', '-' and '.' only."
_NOT_IN_AN_IRI: Final = frozenset("<>\"{}|^`\\/?#%[]@!$&'()*+,;= ")


@dataclass(frozen=True, slots=True)
class Article:
    """An article's text exactly as its file has it, decoded from UTF-8 and otherwise untouched."""

    name: str
    text: str
    sha256: str

    @property
    def iri(self) -> str:
        """The IRI of the article, which is also the name of the graph that describes it."""
        return ARTICLES + self.name

    @staticmethod
    def from_bytes(name: str, data: bytes) -> Article:
        """Make the record of an article out of the bytes of its file; raises UnicodeDecodeError.

        >>> Article.from_bytes("a", "سلام".encode()).iri
        'https://w3id.org/mithaq/article/a'
        """
        return Article(name=name, text=data.decode("utf-8"), sha256=hashlib.sha256(data).hexdigest())

    def describe(self) -> list[Quad]:
        """State what the file itself says of the article: its text, length and checksum, in its own graph."""
        node = NamedNode(self.iri)
        return [
            Quad(node, TYPE, ARTICLE, node),
            Quad(node, TEXT, Literal(self.text), node),
            Quad(node, LENGTH, Literal(str(len(self.text)), datatype=NamedNode(XSD + "integer")), node),
            Quad(node, SHA256, Literal(self.sha256), node),
        ]


@dataclass(frozen=True, slots=True)
class ArticleFolder:
    """What a folder of articles holds: the texts, the files of facts, and the file of sources if there is one."""

    path: Path
    articles: tuple[Article, ...]
    facts: tuple[Path, ...]
    sources: Path | None


def is_article_name(name: str) -> bool:
    """Tell whether an article may have a name, which becomes part of IRIs.

    >>> [is_article_name(name) for name in ("004_00f9922b9418dd7a", "مُعاهدة", "../etc", "..", "")]
    [True, True, False, False, False]
    """
    return bool(name.strip(".")) and name.isprintable() and _NOT_IN_AN_IRI.isdisjoint(name)


def read_article(path: Path) -> Article:
    """Read NAME.txt. Raises ArticleError where the file is not UTF-8, or its name cannot stand in an IRI."""
    if not is_article_name(path.stem):
        raise ArticleError(path, NAMES_ALLOWED)
    try:
        return Article.from_bytes(path.stem, path.read_bytes())
    except UnicodeDecodeError as error:
        raise ArticleError(
            path,
            f"not UTF-8: byte {error.start} cannot be read ({error.reason}). Save the file as UTF-8 and try again.",
        ) from error
    except OSError as error:
        raise ArticleError(path, f"cannot be read ({error.strerror}).") from error


def read_folder(path: Path) -> ArticleFolder:
    """Read every article of a folder; a text without facts is fine, facts without their text are not."""
    if not path.is_dir():
        raise ArticleError(path, "not a folder. Name a folder that holds NAME.txt files, each with its NAME.trig.")
    texts = sorted(path.glob("*.txt"))
    facts = sorted(path.glob("*.trig"))
    _require_texts(facts, texts)
    sources = path / SOURCES_FILE
    return ArticleFolder(
        path=path,
        articles=tuple(read_article(text) for text in texts),
        facts=tuple(facts),
        sources=sources if sources.is_file() else None,
    )


def _require_texts(facts: Iterable[Path], texts: Iterable[Path]) -> None:
    known = {text.stem for text in texts}
    for file in facts:
        if file.stem not in known:
            raise ArticleError(file, f"its article is missing: put {file.stem}.txt beside it, or take the facts away.")
