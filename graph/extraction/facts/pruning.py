"""Leave out what turns out not to be an instrument between polities, with all that was said of it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from ...folding import folded
from ..mentions.records import Form, Kind
from ..tables.rows import alternatives, rows_of
from .instrument_names import stems
from .ledger import TYPE, Name, Term
from .private_sides import is_among_private_sides, is_between_private_sides, is_titled_after_private_sides

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .context import Context
    from .instruments import KnownInstrument
    from .ledger import Claim

_OF_INSTRUMENT: Final = frozenset({"signedInstrument", "ratifiedInstrument", "affects", "implements"})
_YEAR: Final = re.compile(r" ل(?:عام|سنه) [12]\d{3}$")
_DATED: Final = frozenset({"treaty", "agreement", "charter", "accord"})
_NAMED_PLAINLY: Final = frozenset({"treaty", "agreement", "accord", "protocol"})
_NAMED: Final = frozenset({"treaty", "agreement", "charter"})


def prune(context: Context) -> None:
    """Drop instruments without parties that nothing happens to, and everything that refers to them."""
    dropped = {each.provisional for each in context.instruments if not _is_kept(context, each)}
    if not dropped:
        return
    gone = {
        claim.subject if claim.predicate in _OF_INSTRUMENT else claim.object
        for claim in context.ledger
        if (claim.predicate in _OF_INSTRUMENT or claim.predicate == "hasProvision") and _mentions(claim, dropped)
    }
    gone |= {Name(f"{each}#") for each in dropped}
    context.ledger.drop(lambda claim: claim.subject in gone or claim.object in gone or _mentions(claim, dropped))


def _is_kept(context: Context, known: KnownInstrument) -> bool:
    thing = Name(f"{known.provisional}#")
    events = [
        claim
        for claim in context.ledger.naming(thing)
        if claim.predicate in ("signedInstrument", "ratifiedInstrument", "affects")
    ]
    if known.is_domestic:
        return bool(events) and _is_of_states(context, _ABROAD)
    if is_between_private_sides(context, known):
        return False
    if (
        known.parties
        or (is_known_by_name(known.titles) and not is_titled_after_private_sides(known))
        or (known.head in _NAMED and _is_left_by_a_polity(context, events))
        or (known.head == "accord" and _has_own_title(known) and _is_given_up_by_a_polity(context, events))
    ):
        return True
    return _is_told_as_of_states(context, known, events) and not is_among_private_sides(context, known)


def _is_told_as_of_states(context: Context, known: KnownInstrument, events: list[Claim]) -> bool:
    """Tell an instrument without a party from any other by how it is named, or by how many states its article names."""
    return (
        (known.head in _NAMED and known.signed and bool(known.titles) and _is_of_states(context, _ANY))
        or (known.signed_on is not None and bool(known.titled) and _is_of_states(context))
        or _is_of_planned_event(known, events)
        or (known.head in _DATED and any(_YEAR.search(title) for title in known.titles))
        or (bool(events) and _has_own_title(known) and _is_of_states(context))
        or (bool(events) and _has_own_title(known) and known.head == "treaty" and _is_of_states(context, _ANY))
        or (_has_own_title(known) and _binds_a_polity(context, known))
        or (known.head in _NAMED_PLAINLY and _is_of_states(context, _ABROAD) and _binds_a_polity(context, known))
    )


@cache
def _known_titles() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(folded(words).split()) for _, field in rows_of("treaties") for words in alternatives(field))


def is_known_by_name(titles: Iterable[str]) -> bool:
    """Tell whether a title is that of an instrument of many states in the table: «معاهدة عدم الانتشار»."""
    words = [set(title.replace("لل", "ال").split()) for title in titles]
    return any(telling <= title for title in words for telling in _known_titles())


def _has_own_title(known: KnownInstrument) -> bool:
    return any(stems(title) for title in known.titles)


def _binds_a_polity(context: Context, known: KnownInstrument) -> bool:
    """Tell whether a provision names a polity as the one that it binds or entitles: «يلزم اتفاق حرية التنقل سويسرا»."""
    thing = Name(f"{known.provisional}#")
    provisions = _values(context, thing, "hasProvision")
    positions = {each for provision in provisions for each in _values(context, provision, "createsPosition")}
    return any(
        claim.predicate in ("obligor", "bearer") and _is_named_in(claim, context)
        for position in positions
        for claim in context.ledger.about(position)
    )


def _values(context: Context, thing: Name, predicate: str) -> set[Name]:
    return {
        claim.object
        for claim in context.ledger.about(thing)
        if claim.predicate == predicate and isinstance(claim.object, Name)
    }


def _is_named_in(claim: Claim, context: Context) -> bool:
    """Tell whether the words of a claim name its object, a polity: «الجانبان» may be two universities."""
    return any(
        mention.kind is Kind.POLITY
        and mention.form is not Form.DESIGNATION
        and claim.begin <= mention.begin <= mention.end <= claim.end
        and claim.object in {Name(thing.identifier) for thing in mention.things}
        for sentence in context.sentences
        for mention in sentence.skeleton.mentions.values()
    )


def _named(context: Context, *kinds: Kind) -> set[str]:
    return {
        thing.identifier
        for sentence in context.sentences
        for mention in sentence.skeleton.mentions.values()
        if mention.kind in kinds
        for thing in mention.things
        if thing.kind != "NewsAgency"
    }


_ANY: Final = 1
_ABROAD: Final = 2
_STATES: Final = 3
"""How many polities or organizations of states an article names, at least, whose untold instrument is taken for one of theirs."""


def _is_of_states(context: Context, least: int = _STATES) -> bool:
    return len(_named(context, Kind.POLITY, Kind.ORGANIZATION, Kind.ADJECTIVE)) >= least


def _is_left_by_a_polity(context: Context, events: list[Claim]) -> bool:
    """Say whether a polity ended, extended, left or joined it, by a pattern of such steps."""
    steps = {claim.subject for claim in events if claim.predicate == "affects"}
    return any(claim.predicate == "participant" for step in steps for claim in context.ledger.about(step))


_GIVEN_UP: Final = frozenset({Term("Suspension"), Term("Withdrawal"), Term("Termination"), Term("Accession")})


def _is_given_up_by_a_polity(context: Context, events: list[Claim]) -> bool:
    """Say whether a polity that is named joined, left, ended or suspended it: «علقت روسيا مشاركتها في اتفاق الحبوب»."""
    steps = {claim.subject for claim in events if claim.predicate == "affects"}
    told = [claim for step in steps for claim in context.ledger.about(step)]
    left = {claim.subject for claim in told if claim.predicate == TYPE and claim.object in _GIVEN_UP}
    return any(
        claim.predicate == "participant" and claim.subject in left and _is_named_in(claim, context) for claim in told
    )


def _is_of_planned_event(known: KnownInstrument, events: list[Claim]) -> bool:
    return bool(events) and bool(known.hints)


def _mentions(claim: Claim, dropped: set[str]) -> bool:
    nodes = [node.local for node in (claim.subject, claim.object) if isinstance(node, Name) and "#" in node.local]
    return any(not dropped.isdisjoint(_PROVISIONAL.findall(node)) for node in nodes)


_PROVISIONAL: Final = re.compile(r"#\d+(?=#)")
