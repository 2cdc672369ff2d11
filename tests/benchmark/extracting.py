"""What extraction is measured at beside the engine: thousands of different articles, one after the other.

The memory of the process that reads them all is the figure to watch: it is the same for a hundred as for thousands.
These articles are short; those of real length are measured by `real_articles`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mithaq.graph.articles import Article
from mithaq.graph.extraction import extract, write_trig

from .dataset import articles_of_size
from .engine import timed

if TYPE_CHECKING:
    from .inputs import Inputs


def extract_articles(inputs: Inputs) -> list[float]:
    """Read each article of the data set by the rules and write what is proposed; the first one warms the tables."""
    seconds: list[float] = []
    for generated in articles_of_size(inputs.counts.size, inputs.counts.seed):
        article = Article.from_bytes(generated.name, generated.text.encode())
        with timed(seconds):
            assert write_trig(extract(article))
    return seconds[1:]
