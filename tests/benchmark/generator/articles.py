"""Articles: which sentences stand together, laid out as text with spans, quads and TriG."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from mithaq.graph import Article

from .layout import lay_out
from .phrases import Scene
from .repertoire import compose
from .world import World
from .writing import Writer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import NamedNode, Quad


@dataclass(frozen=True)
class GeneratedArticle:
    """An article and its facts; the quads are those that parsing the TriG gives, in the same order.

    Not among them is the text itself, which a build adds.
    """

    name: str
    text: str
    quads: tuple[Quad, ...]
    _writer: Writer = field(repr=False, compare=False)

    @property
    def trig(self) -> str:
        """The facts as the file NAME.trig has them."""
        return self._writer.write(self.quads)

    @property
    def article(self) -> Article:
        """The text as the core keeps it."""
        return Article.from_bytes(self.name, self.text.encode())


def articles(seed: int) -> Iterator[GeneratedArticle]:
    """Write articles without end, one after the other; the same seed gives the same ones.

    >>> first = next(articles(1))
    >>> first == next(articles(1)), first == next(articles(2))
    (True, False)
    """
    world, writer = World(seed), Writer()
    curated: set[NamedNode] = set()
    for number in count():
        world.next_day()
        name = f"{number:06d}_{world.rng.getrandbits(64):016x}"
        text, quads = lay_out(name, compose(Scene(world, name)), world.today, curated)
        yield GeneratedArticle(name, text, tuple(quads), writer)
