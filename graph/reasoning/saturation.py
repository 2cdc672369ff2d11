"""Saturation: rules applied to triples that are new, and to what follows from them, until nothing new follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from .matching import Found, N, Searchable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .program import Program
    from .rules import Rule


class Growing(Searchable[N], Protocol[N]):
    """Triples that more can be put to."""

    def add(self, triple: Found[N], /) -> object:
        """Put a triple to them."""


def saturate(
    program: Program[N], triples: Growing[N], new: Iterable[Found[N]], may_say: Callable[[Found[N]], bool]
) -> tuple[list[Found[N]], list[tuple[Rule, tuple[Found[N], ...]]]]:
    """Put to triples what follows from some new ones among them.

    Gives what was put, and each rule that contradicts what is now there with the triples that it does so by.
    """
    queue = list(new)
    stated = len(queue)
    contradicted: list[tuple[Rule, tuple[Found[N], ...]]] = []
    keys = program.keys_in(triples)

    def is_wanted(conclusion: Found[N]) -> bool:
        return may_say(conclusion) and conclusion not in triples

    for triple in queue:  # grows while it is walked
        if triple[1] in program.keys:
            keys.add(triple[1])
        for firing in program.set_off_by(triple, keys):
            if firing.head is None:
                contradicted += [(firing.rule, premises) for premises in firing.premises(triple, triples)]
            else:
                for conclusion in firing.conclusions(triple, triples, is_wanted):
                    triples.add(conclusion)
                    queue.append(conclusion)
    return queue[stated:], contradicted
