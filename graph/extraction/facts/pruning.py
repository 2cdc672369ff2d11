"""Leave out what turns out not to be an instrument between polities, with all that was said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .ledger import Name

if TYPE_CHECKING:
    from .context import Context
    from .instruments import KnownInstrument
    from .ledger import Claim

_OF_INSTRUMENT: Final = frozenset({"signedInstrument", "ratifiedInstrument", "affects", "implements"})
_NAMED: Final = frozenset({"treaty", "agreement", "charter"})


def prune(context: Context) -> None:
    """Drop instruments without parties that nothing happens to, and everything that refers to them."""
    dropped = [f"{each.provisional}#" for each in context.instruments if not _is_kept(context, each)]
    gone = {
        claim.subject if claim.predicate in _OF_INSTRUMENT else claim.object
        for claim in context.ledger
        if (claim.predicate in _OF_INSTRUMENT or claim.predicate == "hasProvision") and _mentions(claim, dropped)
    }
    gone |= {Name(each) for each in dropped}
    kept = {
        key: claim
        for key, claim in context.ledger.claims.items()
        if claim.subject not in gone and claim.object not in gone and not _mentions(claim, dropped)
    }
    context.ledger.claims = kept


def _is_kept(context: Context, known: KnownInstrument) -> bool:
    events = [
        claim
        for claim in context.ledger
        if claim.object == Name(f"{known.provisional}#")
        and claim.predicate in ("signedInstrument", "ratifiedInstrument", "affects")
    ]
    if known.is_domestic:
        return bool(events)
    return (
        bool(known.parties)
        or (known.head in _NAMED and known.signed and bool(known.titles))
        or _is_of_planned_event(known, events)
        or (known.head in _NAMED and _is_left_by_a_polity(context, events))
    )


def _is_left_by_a_polity(context: Context, events: list[Claim]) -> bool:
    """Say whether a polity ended, extended, left or joined it, by a pattern of such steps."""
    steps = {claim.subject for claim in events if claim.predicate == "affects"}
    return any(claim.subject in steps and claim.predicate == "participant" for claim in context.ledger)


def _is_of_planned_event(known: KnownInstrument, events: list[Claim]) -> bool:
    return bool(events) and bool(known.hints)


def _mentions(claim: Claim, dropped: list[str]) -> bool:
    nodes = [node.local for node in (claim.subject, claim.object) if isinstance(node, Name)]
    return any(each in node for each in dropped for node in nodes)
