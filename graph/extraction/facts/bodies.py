"""Facts of bodies of government and forces: what each is, whose, and how it is named, where another fact speaks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..mentions.bodies import Body
from ..mentions.people import Category
from ..mentions.records import Kind, Mention
from .context import Context, mentions_in
from .ledger import TRUE, TYPE, Name, Printed, Term

if TYPE_CHECKING:
    from .ledger import Object

_FORCES = frozenset({"ArmedForces", "MilitaryFormation", "MilitaryBase"})


def name_bodies(context: Context) -> None:
    """State the bodies and forces that other facts speak of."""
    used = {node.local for claim in context.ledger for node in (claim.subject, claim.object) if isinstance(node, Name)}
    seen: set[tuple[str, str]] = set()
    for kind in (Kind.BODY,):
        for _, mention in mentions_in(context, kind):
            body = mention.data
            if not isinstance(body, Body) or body.identifier not in used:
                continue
            words = context.words((mention.begin, mention.end))
            if (body.identifier, words) not in seen:
                seen.add((body.identifier, words))
                _state(context, mention, body)


def name_people(context: Context) -> None:
    """State the categories of people that positions are vested in."""
    used = {claim.object.local for claim in context.ledger if isinstance(claim.object, Name)}
    for _, mention in mentions_in(context, Kind.PEOPLE):
        category = mention.data
        if isinstance(category, Category) and category.identifier in used:
            span = (mention.begin, mention.end)
            facts: dict[str, Object] = {
                TYPE: Term("PersonCategory"),
                "categoryOf": Name(category.polity.identifier),
                "categoryBasis": Term(category.basis),
                "membershipCriterion": Printed(*span),
            }
            context.ledger.state(span, Name(category.identifier), facts, pattern="category-of-people", confidence=0.8)


def _state(context: Context, mention: Mention, body: Body) -> None:
    span = (mention.begin, mention.end)
    facts: dict[str, Object | tuple[Object, ...]] = {TYPE: Term(body.kind), "name": Printed(*span)}
    if body.owner is not None:
        whose = {"ArmedForces": "forceOf", "MilitaryFormation": "forceOf", "MilitaryBase": "operator"}.get(
            body.kind, "bodyOf"
        )
        facts[whose] = Name(body.owner.identifier)
    facts |= {"collective": TRUE} if body.several else {}
    context.ledger.state(span, Name(body.identifier), facts, pattern="body-with-owner", confidence=0.85)
