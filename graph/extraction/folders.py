"""Extraction from many files, in worker processes where there are many; memory does not grow with their number."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from typing import TYPE_CHECKING, Final

from ..articles import Article, read_article
from ..errors import ArticleError, MithaqError
from .corpus_dates import DatedEvent, dated_events, is_open, settled
from .extracting import extract
from .models import Endpoint, model_reader
from .reading.condition import why_unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from .proposals import Proposals

LONGEST: Final = 1_000_000
"""How many characters an article may have: more is not a news article but a file gone astray."""

_AHEAD: Final = 4


@dataclass(frozen=True, slots=True)
class Publication:
    """What a user knows of an article's publication."""

    published: date | None = None
    url: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Extracted:
    """What became of one file: its proposals, or why there are none; `again` where others have settled its dates since."""

    path: Path
    name: str
    proposals: Proposals | None = None
    error: str | None = None
    again: bool = False


def extract_files(
    paths: Sequence[Path], publication: Publication, *, workers: int = 1, endpoint: Endpoint | None = None
) -> Iterator[Extracted]:
    """Propose facts for files, in their order; a file that cannot be read does not stop the others.

    An article whose dates another one of them settles comes a second time, at the end.
    """
    known: list[DatedEvent] = []
    left: list[Path] = []
    for result in _each(paths, publication, workers, endpoint):
        yield result
        if result.proposals is not None and len(paths) > 1:
            known.extend(dated_events(result.proposals))
            left += [result.path] if is_open(result.proposals) else []
    for path in left if known else ():
        result = extract_file(path, publication, endpoint)
        proposals = settled(result.proposals, known) if result.proposals is not None else None
        if proposals is not result.proposals:
            yield replace(result, proposals=proposals, again=True)


def _each(
    paths: Sequence[Path], publication: Publication, workers: int, endpoint: Endpoint | None
) -> Iterator[Extracted]:
    if workers <= 1 or len(paths) <= 1:
        yield from (extract_file(path, publication, endpoint) for path in paths)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[Extracted]] = deque()
        for path in paths:
            waiting.append(pool.submit(extract_file, path, publication, endpoint))
            if len(waiting) >= workers * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def extract_file(path: Path, publication: Publication, endpoint: Endpoint | None = None) -> Extracted:
    """Propose facts for one file."""
    try:
        article = read_readable(path)
        second = model_reader(endpoint, article) if endpoint else None
        proposals = replace(extract(article, publication.published, second), described=_source(article, publication))
    except MithaqError as error:
        return Extracted(path, path.stem, error=str(error))
    return Extracted(path, article.name, proposals)


def read_readable(path: Path) -> Article:
    """Read an article that has text in Arabic and is not too long; raises ArticleError that says what is wrong."""
    article = read_article(path)
    if len(article.text) > LONGEST:
        raise ArticleError(path, f"{len(article.text)} characters: longer than any article ({LONGEST}). Part the file.")
    if not any("\u0621" <= letter <= "\u064a" for letter in article.text):
        raise ArticleError(path, why_unreadable(article.text))
    return article


def _source(article: Article, publication: Publication) -> tuple[str, ...]:
    """Write what the user knows of the publication, as lines of the article's graph."""
    if publication == Publication():
        return ()
    facts = ["a mithaq:SourceRecord", f"mithaq:sourceOf <{article.name}>", "mithaq:knowledgeBasis mithaq:outsideSource"]
    facts.append(f"mithaq:publicationDateKnown {'true' if publication.published else 'false'}")
    if publication.published:
        facts.append(f'rdfs:comment "Published on {publication.published.isoformat()}, as given to the extraction."@en')
    if publication.url:
        facts.append(f'mithaq:printedAt "{_escaped(publication.url)}"^^xsd:anyURI')
    if publication.source:
        facts.append(f'mithaq:publisherAsKnown "{_escaped(publication.source)}"@{_language(publication.source)}')
    return (f"<{article.name}#source> " + " ;\n    ".join(facts) + " .",)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")


def _language(text: str) -> str:
    return "ar" if any("\u0621" <= letter <= "\u064a" for letter in text) else "en"
