"""Extraction from many files, in worker processes where there are many; memory does not grow with their number."""

from __future__ import annotations

import pickle
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from multiprocessing import get_context
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Final

from ..articles import Article, read_article
from ..errors import ArticleError, ForkEndedError, MithaqError
from .corpus_dates import DatedEvent, dated_events, is_open, settled
from .extracting import extract
from .models import Endpoint, model_reader
from .reading.condition import why_unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from .proposals import Proposals, Publication

LONGEST: Final = 1_000_000
"""How many characters an article may have: more is not a news article but a file gone astray."""

_AHEAD: Final = 4


@dataclass(frozen=True, slots=True)
class Extracted:
    """What became of one file: its proposals, or why there are none."""

    path: Path
    name: str
    proposals: Proposals | None = None
    error: str | None = None


def extract_files(
    paths: Sequence[Path], publication: Publication, *, workers: int = 1, endpoint: Endpoint | None = None
) -> Iterator[Extracted]:
    """Propose facts for files; a file that cannot be read does not stop the others.

    They come in their order, but an article whose dates another one may settle comes at the end, with what is then known.
    Raises ForkEndedError where a worker is killed.
    """
    known: list[DatedEvent] = []
    with TemporaryFile() as held:
        left = 0
        for result in _each(paths, publication, workers, endpoint):
            if result.proposals is not None:
                known += dated_events(result.proposals)
            if result.proposals is not None and len(paths) > 1 and is_open(result.proposals):
                pickle.dump(result, held)
                left += 1
            else:
                yield result
        held.seek(0)
        for _ in range(left):
            yield _settled(pickle.load(held), known)  # noqa: S301 - written above


def _settled(result: Extracted, known: Sequence[DatedEvent]) -> Extracted:
    return replace(result, proposals=settled(result.proposals, known)) if result.proposals else result


def _each(
    paths: Sequence[Path], publication: Publication, workers: int, endpoint: Endpoint | None
) -> Iterator[Extracted]:
    if workers <= 1 or len(paths) <= 1:
        yield from (extract_file(path, publication, endpoint) for path in paths)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[Extracted]] = deque()
        for path in paths:
            waiting.append(_submitted(pool, path, publication, endpoint))
            if len(waiting) >= workers * _AHEAD:
                yield _given(waiting.popleft())
        while waiting:
            yield _given(waiting.popleft())


def _submitted(
    pool: ProcessPoolExecutor, path: Path, publication: Publication, endpoint: Endpoint | None
) -> Future[Extracted]:
    try:
        return pool.submit(extract_file, path, publication, endpoint)
    except BrokenProcessPool as error:
        raise ForkEndedError(None) from error


def _given(result: Future[Extracted]) -> Extracted:
    try:
        return result.result()
    except BrokenProcessPool as error:
        raise ForkEndedError(None) from error


def extract_file(path: Path, publication: Publication, endpoint: Endpoint | None = None) -> Extracted:
    """Propose facts for one file."""
    try:
        article = read_readable(path)
        second = model_reader(endpoint, article) if endpoint else None
        proposals = replace(extract(article, publication.published, second), publication=publication)
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
