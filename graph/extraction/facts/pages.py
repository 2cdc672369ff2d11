"""Facts of the page: the article's headline, and the line that says where and from whom the news comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern
from ..reading.furniture import LineKind
from .ledger import TRUE, TYPE, Name, Printed, Term, Whole

if TYPE_CHECKING:
    from .context import Context
    from .ledger import Object

_ROLES: Final = {LineKind.HEADLINE: "headline", LineKind.DATELINE: "dateline"}


def name_page(context: Context) -> None:
    """State the headline and the dateline of the article, each in its own line."""
    for kind, predicate in _ROLES.items():
        stretches = [each.stretch for each in context.sentences if each.stretch.kind is kind]
        if not stretches:
            continue
        span = (min(each.begin for each in stretches), max(each.end for each in stretches))
        context.ledger.state(span, Whole(), {predicate: Printed(*span)}, pattern=f"{predicate}-line", confidence=0.95)
        if kind is LineKind.DATELINE:
            _credit(context, span)


def _credit(context: Context, span: tuple[int, int]) -> None:
    """«وكالات» in a dateline are agencies that the article does not name."""
    match = pattern(r"{b}(?P<agencies>وكالات){e}").search(context.words(span))
    if match is None:
        return
    place = (span[0] + match.start("agencies"), span[0] + match.end("agencies"))
    agencies = Name(f"agencies-of-{context.tag}")
    context.ledger.state(span, Whole(), {"creditedTo": agencies}, pattern="dateline-line", confidence=0.9)
    facts: dict[str, Object] = {TYPE: Term("SourceGroup"), "name": Printed(*place), "collective": TRUE}
    context.ledger.state(place, agencies, facts, pattern="dateline-line", confidence=0.9)
