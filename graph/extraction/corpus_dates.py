"""Dates that an article leaves open, settled by what another one says of the same event, and what then follows within the article.

A recognition «في 26 آب الماضي» is of the year in which another article of the folder dates the same recognition on the same day.
From it follow the year of a day of «the current» month, and within that month, in which the article must have been published, what
«last Wednesday» can mean. Each date says which spans it rests on.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from ..folding import fold
from .dates.calendar import interval_of, month_end
from .dates.expressions import DateWords, dates_of
from .facts.ledger import Claim, Elsewhere, Name, Term, Value, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .facts.ledger import Object
    from .proposals import Proposals

    Day = tuple[str, int, int]

PATTERN = "date-of-corpus"


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An event that is the same in every article, the whole day on which one dates it, and the words that do."""

    event: str
    day: date
    span: Elsewhere


@dataclass(frozen=True, slots=True)
class _Settled:
    first: date
    last: date
    basis: tuple[Words | Elsewhere, ...]


@dataclass(slots=True)
class _Open:
    """A date of the article that nothing has resolved, with its words and the events that it dates."""

    node: Words
    words: DateWords
    events: list[str] = field(default_factory=list)


def dated_events(proposals: Proposals) -> tuple[DatedEvent, ...]:
    """Give the events of an article that have the same name in all articles and that its own words date on a day."""
    days = {node: claims for node, claims in _by_node(proposals).items() if _basis(claims) == "stated"}
    found = []
    for claim in proposals.claims:
        if claim.predicate != "eventDate" or not isinstance(claim.subject, Name) or "-in-" in claim.subject.local:
            continue
        bounds = _bounds(days.get(claim.object, [])) if isinstance(claim.object, Words) else None
        if bounds is not None and bounds[0] == bounds[1]:
            span = Elsewhere(proposals.article.name, claim.begin, claim.end)
            event = claim.subject.local.removesuffix(f"-{bounds[0].year}")  # as an article names it that tells no year
            found.append(DatedEvent(event, bounds[0], span))
    return tuple(found)


def is_open(proposals: Proposals) -> bool:
    """Tell whether an article dates an event by a day and a month, without a year that it tells."""
    return any(each.events and each.words.month and each.words.day for each in _open(proposals))


def settled(proposals: Proposals, known: Iterable[DatedEvent]) -> Proposals:
    """Settle the open dates of an article by what is known of its events, where that tells anything."""
    days: dict[Day, list[DatedEvent]] = {}
    for event in known:
        days.setdefault((event.event, event.day.month, event.day.day), []).append(event)
    left = _open(proposals)
    found: dict[Words, _Settled] = {}
    for each in left:
        if (told := _by_event(each, days)) is not None:
            found[each.node] = told
    _settle_present(left, found)
    _settle_within_month(left, found)
    return _with_dates(proposals, found) if found else proposals


def _open(proposals: Proposals) -> list[_Open]:
    dates = {
        node: _Open(node, words)
        for node, claims in _by_node(proposals).items()
        if _basis(claims) == "unresolved" and (words := _words(proposals, node)) is not None
    }
    for claim in proposals.claims:
        node = claim.object if isinstance(claim.object, Words) else None
        if claim.predicate == "eventDate" and isinstance(claim.subject, Name) and node in dates:
            dates[node].events.append(claim.subject.local)
    return [dates[node] for node in sorted(dates, key=lambda each: each.begin)]


def _by_node(proposals: Proposals) -> Mapping[Words, list[Claim]]:
    found: dict[Words, list[Claim]] = {}
    for claim in proposals.claims:
        if isinstance(claim.subject, Words):
            found.setdefault(claim.subject, []).append(claim)
    return found


def _basis(claims: Iterable[Claim]) -> str | None:
    told = [each.object for each in claims if each.predicate == "dateBasis"]
    return told[0].local if told and isinstance(told[0], Term) else None


def _bounds(claims: Iterable[Claim]) -> tuple[date, date] | None:
    told = {each.predicate: each.object.text for each in claims if isinstance(each.object, Value)}
    if "earliest" not in told or "latest" not in told:
        return None
    return date.fromisoformat(told["earliest"]), date.fromisoformat(told["latest"])


def _words(proposals: Proposals, node: Words) -> DateWords | None:
    return next(dates_of(fold(proposals.article.text[node.begin : node.end]).text), None)


def _by_event(each: _Open, days: Mapping[Day, list[DatedEvent]]) -> _Settled | None:
    """Settle a day and month by the one year in which others date the same event on that day."""
    if not each.words.month or not each.words.day:
        return None
    told = [other for event in each.events for other in days.get((event, each.words.month, each.words.day), ())]
    if len({other.day for other in told}) != 1:
        return None
    spans = tuple(dict.fromkeys(other.span for other in told))
    return _Settled(told[0].day, told[0].day, spans)


def _settle_present(left: list[_Open], found: dict[Words, _Settled]) -> None:
    """Settle days of «the current» month by a settled day of a month that is past: the first such month after it."""
    past = [each for each in left if each.node in found and each.words.relative == "past"]
    for each in left:
        month = each.words.month
        if each.node in found or each.words.relative != "present" or not month or not past:
            continue
        before = found[past[-1].node]
        year = before.first.year + (month < before.first.month)
        first = date(year, month, each.words.day or 1)
        last = first if each.words.day else month_end(year, month)
        found[each.node] = _Settled(first, last, (past[-1].node, *before.basis))


def _settle_within_month(left: list[_Open], found: dict[Words, _Settled]) -> None:
    """Bound what «last Wednesday» and the like mean by the month in which the article was published, from its latest day on."""
    present = [each for each in left if each.node in found and each.words.relative == "present"]
    if not present:
        return
    latest = max(present, key=lambda each: found[each.node].first)
    told = found[latest.node]
    for each in left:
        if each.node in found or each.words.month:
            continue
        first = interval_of(each.words, told.first)
        last = interval_of(each.words, month_end(told.first.year, told.first.month))
        if first is not None and last is not None:
            found[each.node] = _Settled(first.earliest, last.latest, (latest.node, *told.basis))


def _with_dates(proposals: Proposals, found: Mapping[Words, _Settled]) -> Proposals:
    claims = [claim for claim in proposals.claims if not (claim.subject in found and claim.predicate == "dateBasis")]
    for node, told in found.items():
        facts: list[tuple[str, Object]] = [
            ("earliest", Value(told.first.isoformat(), "date")),
            ("latest", Value(told.last.isoformat(), "date")),
            ("dateBasis", Term("corpusStatement")),
            *(("basisSpan", each) for each in told.basis),
        ]
        claims += [Claim(node.begin, node.end, node, name, value, PATTERN, 0.75) for name, value in facts]
    return replace(proposals, claims=tuple(claims))
