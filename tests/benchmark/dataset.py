"""Data sets: as many generated articles as make up a number of triples, in memory or in a folder.

The size of a data set is the number of asserted triples in named graphs: the facts in the graphs of their spans, the
description of article, sentences and spans in the graph of the article, and what the articles bring to the reference
graph. A triple counts once for each graph that holds it. The texts themselves, which a build adds, do not count.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .generator import articles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .generator import GeneratedArticle


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: how many articles, with how many triples."""

    articles: int
    triples: int


def articles_of_size(triples: int, seed: int) -> Iterator[GeneratedArticle]:
    """Give the articles of a data set: as few as hold at least this many triples."""
    total = 0
    for article in articles(seed):
        if total >= triples:
            return
        yield article
        total += len(article.quads)


def write_folder(folder: Path, triples: int, seed: int) -> Written:
    """Write a data set as `mithaq build` reads it, NAME.txt and NAME.trig for each article; the folder must be new."""
    folder.mkdir(parents=True)
    count = total = 0
    for article in articles_of_size(triples, seed):
        (folder / f"{article.name}.txt").write_bytes(article.text.encode())
        (folder / f"{article.name}.trig").write_bytes(article.trig.encode())
        count, total = count + 1, total + len(article.quads)
    return Written(count, total)
