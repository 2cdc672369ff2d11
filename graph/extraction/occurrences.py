"""What can happen more than once between the same two, told apart by its year: visits, wars, relations broken and resumed.

Patterns name an event by its kind and those who take part in it, so that all articles which tell of it name it alike. Its year
belongs to the name: «زار الصين عام 2005 ثم زارها عام 2010» tells of two visits, and so do two articles.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeVar

from .facts.ledger import TYPE, Name, Term, Value, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .facts.ledger import Claim, Ledger

    Occurrences = dict[str, dict[int, int]]
    """For each event the years in which it happens, by where they are told."""

_REPEATED: Final = frozenset(
    {
        "Accession", "ArmedConflict", "Extension", "InstrumentEvent", "Invitation", "MembershipWithdrawal", "OfficialVisit",
        "RecognitionWithdrawal", "ResumptionOfRelations", "SeveranceOfRelations", "Suspension", "War",
    }
)  # fmt: skip
_DATING: Final = frozenset({"eventDate", "eventStart"})
_ENDING: Final = re.compile(r"(?:انتهت|انتهي|انتهاء|نهايه|توقفت|توقف|اختتام)\s+$")
_NEAR: Final = 20
"""How far before an event, in letters, the word may begin that tells of its end."""
_Node = TypeVar("_Node")


def tell_apart(ledger: Ledger, text: str) -> None:
    """Give each event that may happen again the year in which it is told to happen; without its own, that told last before.

    The year in which a war ended is not that by which it is known; `text` is the folded one, whose places the ledger has.
    """
    told = _occurrences(ledger, text)
    for each in ledger.take_all() if told else ():
        subject, value = _of_its_year(each.subject, each.begin, told), _of_its_year(each.object, each.begin, told)
        ledger.state(
            (each.begin, each.end), subject, {each.predicate: value}, pattern=each.pattern, confidence=each.confidence
        )


def _occurrences(ledger: Ledger, text: str) -> Occurrences:
    years = _years(ledger)
    events = {claim.subject for claim in ledger if claim.predicate == TYPE and _is_repeated(claim)}
    found: Occurrences = {}
    for claim in ledger:
        dated = claim.predicate in _DATING and claim.subject in events and claim.object in years
        if dated and not _ENDING.search(text, max(0, claim.begin - _NEAR), claim.begin):
            found.setdefault(_local(claim.subject), {})[claim.begin] = years[claim.object]
    sides = {_local(claim.object): _local(claim.subject) for claim in ledger if claim.predicate == "hasSide"}
    return found | {side: found[event] for side, event in sides.items() if event in found}


def _is_repeated(claim: Claim) -> bool:
    return isinstance(claim.subject, Name) and isinstance(claim.object, Term) and claim.object.local in _REPEATED


def _years(ledger: Ledger) -> Mapping[object, int]:
    """Give the year of each date that lies in one."""
    bounds: dict[Words, set[str]] = {}
    for claim in ledger:
        if (
            claim.predicate in {"earliest", "latest"}
            and isinstance(claim.subject, Words)
            and isinstance(claim.object, Value)
        ):
            bounds.setdefault(claim.subject, set()).add(claim.object.text[:4])
    return {date: int(years.pop()) for date, years in bounds.items() if len(years) == 1}


def _local(node: object) -> str:
    return node.local if isinstance(node, Name) else ""


def _of_its_year(node: _Node, place: int, told: Occurrences) -> _Node:
    years = told.get(_local(node))
    if not years or not isinstance(node, Name):
        return node
    before = max((each for each in years if each <= place), default=min(years))
    return type(node)(f"{node.local}-{years[before]}")
