"""Leave out what cannot have happened when it would have: a step of an instrument that the article dates before its signing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .ledger import TYPE, Term, Value, Words

if TYPE_CHECKING:
    from .context import Context
    from .ledger import Node

_LATER: Final = frozenset(
    {"Ratification", "EntryIntoForce", "Extension", "Expiry", "Termination", "Withdrawal", "Suspension", "Accession"}
)
_ABOUT: Final = frozenset({"affects", "ratifiedInstrument"})


def drop_impossible(context: Context) -> None:
    """Drop steps whose last possible day lies before the first possible day of the signing; one of the two was misread."""
    first, last = _days(context, "earliest"), _days(context, "latest")
    dated = {
        claim.subject: claim.object
        for claim in context.ledger
        if claim.predicate == "eventDate" and isinstance(claim.object, Words)
    }
    signed = {
        claim.object: first[dated[claim.subject]]
        for claim in context.ledger
        if claim.predicate == "signedInstrument" and dated.get(claim.subject) in first
    }
    later = {
        claim.subject
        for claim in context.ledger
        if claim.predicate == TYPE and isinstance(claim.object, Term) and claim.object.local in _LATER
    }
    gone = {
        claim.subject
        for claim in context.ledger
        if claim.predicate in _ABOUT
        and claim.subject in later
        and claim.object in signed
        and last.get(dated.get(claim.subject, Words(0, 0)), "9") < signed[claim.object]
    }
    if gone:
        context.ledger.drop(lambda claim: claim.subject in gone or claim.object in gone)


def _days(context: Context, predicate: str) -> dict[Node, str]:
    return {
        claim.subject: claim.object.text
        for claim in context.ledger
        if claim.predicate == predicate and isinstance(claim.object, Value)
    }
