"""Facts of dating: every expression of time that dates something is a node of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dates.calendar import Interval, interval_after, interval_of, precision_of
from ..dates.expressions import DateWords
from ..mentions.records import Kind, Mention
from .context import Context, mentions_in
from .ledger import TYPE, Name, Printed, Term, Value, Words

if TYPE_CHECKING:
    from .ledger import Object

PATTERN = "date-expression"
_DATING = frozenset({"eventDate", "eventStart", "statementDate", "tenureStart", "tenureEnd"})


def date_things(context: Context) -> None:
    """State what is known of each expression of time that dates something."""
    used = {claim.object for claim in context.ledger if isinstance(claim.object, Words) and claim.predicate in _DATING}
    for _, mention in mentions_in(context, Kind.DATE):
        if Words(mention.begin, mention.end) not in used:
            continue
        words: DateWords = mention.data  # type: ignore[assignment]
        span = (mention.begin, mention.end)
        facts: dict[str, Object | tuple[Object, ...]] = {
            TYPE: Term("DateExpression"),
            "rawText": Printed(*span),
            "datePrecision": Term(precision_of(words)),
        }
        context.ledger.state(
            span, Words(*span), {**facts, **_reading(context, mention, words)}, pattern=PATTERN, confidence=0.95
        )


def _reading(context: Context, mention: Mention, words: DateWords) -> dict[str, Object | tuple[Object, ...]]:
    anchor = _anchor(context, mention, words)
    interval = anchor[1] if anchor else interval_of(words, context.published)
    parts: dict[str, Object | tuple[Object, ...]] = {}
    if words.year is None and not words.hijri:
        parts |= {"dateMonth": Value(str(words.month), "integer")} if words.month else {}
        parts |= {"dateDay": Value(str(words.day), "integer")} if words.day else {}
    if interval is None:
        return {**parts, "dateBasis": Term("unresolved")}
    days = {
        "earliest": Value(interval.earliest.isoformat(), "date"),
        "latest": Value(interval.latest.isoformat(), "date"),
    }
    basis = (
        anchor[0]
        if anchor
        else _dated_elsewhere(context, mention)
        if words.century is not None and words.decade is not None
        else None
    )
    if interval.stated and basis is None:
        return {**parts, **days, "dateBasis": Term("stated")}
    if basis is not None:
        return {**parts, **days, "dateBasis": Term("corpusStatement"), "basisSpan": Words(*basis)}
    return {**parts, **days, "dateBasis": Term("assumption")}


def _anchor(context: Context, mention: Mention, words: DateWords) -> tuple[tuple[int, int], Interval] | None:
    """Find the date before that «of the same year» and the like refer to."""
    if words.relative not in ("same month", "same year", "next day"):
        return None
    before = [other for _, other in mentions_in(context, Kind.DATE) if other.end <= mention.begin]
    for other in reversed(before):
        known = interval_of(other.data, context.published) if isinstance(other.data, DateWords) else None
        interval = interval_after(words, known) if known else None
        if interval:
            return (other.begin, other.end), interval
    return None


def _dated_elsewhere(context: Context, mention: Mention) -> tuple[int, int] | None:
    """Find a date with a year of this century: it tells which century «the last» is."""
    if "القرن الماضي" not in " ".join(context.words((mention.begin, mention.end)).split()):
        return None
    dates = [(other, other.data) for _, other in mentions_in(context, Kind.DATE)]
    years = [other for other, words in dates if isinstance(words, DateWords) and words.year and words.year >= 2001]
    return (years[0].begin, years[0].end) if years else None


def date_of(mention: Mention | None) -> dict[str, Words]:
    """Give the date of an event, if its words hold one."""
    return {"eventDate": Words(mention.begin, mention.end)} if mention else {}


def signing_years(context: Context) -> dict[str, int]:
    """Give the year of the signing of each instrument, where the article tells it."""
    dates = {Words(mention.begin, mention.end): mention.data for _, mention in mentions_in(context, Kind.DATE)}
    signed = {
        claim.subject: claim.object.local
        for claim in context.ledger
        if claim.predicate == "signedInstrument" and isinstance(claim.object, Name)
    }
    found: dict[str, int] = {}
    for claim in context.ledger:
        instrument = signed.get(claim.subject)
        words = dates.get(claim.object) if claim.predicate == "eventDate" and isinstance(claim.object, Words) else None
        if instrument and isinstance(words, DateWords):
            interval = interval_of(words, context.published)
            if interval is not None and interval.earliest.year == interval.latest.year:
                found[instrument.removesuffix("#")] = interval.earliest.year
    return found
