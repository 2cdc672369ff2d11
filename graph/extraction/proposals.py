"""What is proposed for one article: facts in the places of the untouched text, and how much was found."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from .facts.ledger import Claim, Name, Printed, Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ..articles import Article
    from ..folding import Folded
    from .facts.ledger import Ledger, Node, Object
    from .reading.sentences import Stretch

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Label:
    """A name that no article prints, for the reference graph."""

    identifier: str
    english: str
    arabic: str
    of_table: bool


@dataclass(frozen=True, slots=True)
class Publication:
    """What a user knows of an article's publication."""

    published: date | None = None
    url: str | None = None
    source: str | None = None


@dataclass(frozen=True)
class Proposals:
    """The facts that extraction proposes for an article; all places count code points of its text."""

    article: Article
    stretches: tuple[Stretch, ...]
    claims: tuple[Claim, ...]
    attributions: Mapping[Place, tuple[Name, Name | None]] = field(default_factory=dict)
    notes: tuple[tuple[Place, str, str], ...] = ()
    labels: tuple[Label, ...] = ()
    publication: Publication = Publication()
    origins: Mapping[Place, frozenset[str]] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    def claims_at(self, place: Place) -> Sequence[Claim]:
        """Give what one span states."""
        return self._by_place.get(place, ())

    @cached_property
    def _by_place(self) -> Mapping[Place, Sequence[Claim]]:
        grouped: dict[Place, list[Claim]] = {}
        for claim in self.claims:
            grouped.setdefault((claim.begin, claim.end), []).append(claim)
        return grouped

    def sentences_of(self, place: Place) -> list[Place]:
        """Give the sentences that a span lies in: one, or those that it stretches over."""
        return [(each.begin, each.end) for each in self.stretches if each.begin < place[1] and place[0] < each.end]


def in_article(
    article: Article, folded: Folded, stretches: Sequence[Stretch], ledger: Ledger, labels: Sequence[Label]
) -> Proposals:
    """Bring everything from the folded text back to the untouched one."""

    def place(begin: int, end: int) -> Place:
        return folded.span(begin, end)

    def words(node: Node) -> Node:
        return Words(*place(node.begin, node.end)) if isinstance(node, Words) else node

    def value(node: Object) -> Object:
        if isinstance(node, Printed):
            return Printed(*place(node.begin, node.end))
        return Words(*place(node.begin, node.end)) if isinstance(node, Words) else node

    claims: dict[tuple[object, ...], Claim] = {}
    for each in ledger:
        begin, end = place(each.begin, each.end)
        subject, thing = words(each.subject), value(each.object)
        claim = Claim(begin, end, subject, each.predicate, thing, each.pattern, each.confidence)
        claims.setdefault(claim.triple, claim)
    return Proposals(
        article,
        tuple(
            replace(each, begin=first, end=last) for each in stretches for first, last in [place(each.begin, each.end)]
        ),
        tuple(claims.values()),
        {place(*span): attribution for span, attribution in ledger.attributions.items()},
        tuple((place(begin, end), english, arabic) for begin, end, english, arabic in ledger.notes),
        tuple(labels),
        origins={place(*span): frozenset(patterns) for span, patterns in ledger.origins.items()},
    )
