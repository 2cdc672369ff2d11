"""The oracle: which articles are in the graph, and were at any time that an answer may speak of."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad, Triple

    from ...benchmark.generator import GeneratedArticle


@dataclass
class _State:
    """The articles that are present from some moment on, until some other: at the earliest, and at the latest."""

    names: frozenset[str]
    since: float
    until: float = float("inf")


class Oracle:
    """The articles of a load and what each of them says; it is told of each change by whoever asks for it."""

    def __init__(self, articles: Iterable[GeneratedArticle]) -> None:
        self.articles = {article.name: article for article in articles}
        self._quads = {
            name: frozenset(article.quads) | frozenset(article.article.describe())
            for name, article in self.articles.items()
        }
        self._lock = threading.Lock()
        self._states = [_State(frozenset(), 0.0)]
        self._told: list[str] = []

    def present(self) -> frozenset[str]:
        """Name the articles that are there now."""
        with self._lock:
            return self._states[-1].names

    def changing(self, name: str, *, added: bool) -> None:
        """Take note that a change is asked for: answers may show it from now on."""
        names = self.present()
        with self._lock:
            self._states.append(_State(names | {name} if added else names - {name}, time.monotonic()))
            self._told.append(f"{'add' if added else 'retract'} {name}")

    def changed(self) -> None:
        """Take note that the change was made: answers to what is asked from now on must show it."""
        with self._lock:
            self._states[-2].until = time.monotonic()
            self._told.append("made")

    def not_changed(self) -> None:
        """Take note that the change was not made, and no answer can have shown it."""
        with self._lock:
            self._states.pop()
            self._told.append("not made")

    def newest(self) -> str:
        """Tell of the newest changes, for whoever looks for what went wrong."""
        with self._lock:
            return f"newest changes: {', '.join(self._told[-8:])}; {len(self._states[-1].names)} articles"

    def since_change(self, moment: float) -> float:
        """Tell how long before a moment the newest change was known to be made; negative where it came later."""
        with self._lock:
            return moment - (self._states[-2].until if len(self._states) > 1 else 0.0)

    def possible(self, begun: float, ended: float) -> list[frozenset[str]]:
        """Give the states that an answer may speak of which was asked and came at these times."""
        with self._lock:
            return [state.names for state in self._states if state.since <= ended and state.until >= begun]

    def quads(self, name: str) -> frozenset[Quad]:
        """Give what is stored of an article, in its own graph and those of its spans."""
        own = f"https://w3id.org/mithaq/article/{name}"
        return frozenset(
            quad
            for quad in self._quads[name]
            if (graph := str(quad.graph_name)[1:-1]) == own or graph.startswith(f"{own}#")
        )

    def statements(self, name: str) -> frozenset[Triple]:
        """Give the triples that an article states."""
        return frozenset(quad.triple for quad in self.quads(name))
