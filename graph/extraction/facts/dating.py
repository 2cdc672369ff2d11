"""Facts of dating: every expression of time that dates something is a node of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ..dates.calendar import Interval, interval_after, interval_of, precision_of, refers_back
from ..dates.expressions import DateWords
from ..dates.hijri import agrees, gregorian
from ..mentions.records import Kind, Mention
from ..mentions.skeleton import pattern
from .context import Context, Sentence, mentions_in
from .ledger import TYPE, Name, Printed, Term, Value, Words

if TYPE_CHECKING:
    from datetime import date

    from .ledger import Object

PATTERN = "date-expression"
_DATING = frozenset({"eventDate", "eventStart", "statementDate", "tenureStart", "tenureEnd"})


def date_things(context: Context) -> None:
    """State what is known of each expression of time that dates something."""
    used = {claim.object for claim in context.ledger if isinstance(claim.object, Words) and claim.predicate in _DATING}
    for sentence, mention in sorted(mentions_in(context, Kind.DATE), key=lambda each: -each[1].begin):
        if Words(mention.begin, mention.end) not in used and not _stands_among_facts(context, sentence, mention):
            continue
        anchor = _anchor(context, mention, mention.data) if isinstance(mention.data, DateWords) else None
        used |= {Words(*anchor[0])} if anchor else set()  # the date that another one rests on is stated too
        words: DateWords = mention.data  # type: ignore[assignment]
        span = (mention.begin, mention.end)
        _compare_calendars(context, span, words)
        facts: dict[str, Object | tuple[Object, ...]] = {
            TYPE: Term("DateExpression"),
            "rawText": Printed(*span),
            "datePrecision": Term(precision_of(words)),
        }
        context.ledger.state(
            span, Words(*span), {**facts, **_reading(context, mention, words)}, pattern=PATTERN, confidence=0.95
        )


_TELLING: Final = frozenset({"eventStatus", "speaker", "party"})
_ACTING: Final = frozenset({Kind.POLITY, Kind.ORGANIZATION, Kind.OFFICIAL, Kind.BODY, Kind.PERSON})


def _stands_among_facts(context: Context, sentence: Sentence, mention: Mention) -> bool:
    """Tell a date with its year in a sentence of which other facts are told, or that names who acts in an article of facts; not a dateline's."""
    if not isinstance(mention.data, DateWords) or mention.data.year is None or _is_of_dateline(sentence, mention):
        return False
    here = context.ledger.within(sentence.stretch.begin, sentence.stretch.end)
    if any(claim.predicate in _TELLING for claim in here):
        return True
    acting = any(each.kind in _ACTING for each in sentence.skeleton.inside(sentence.text))
    return acting and any(claim.predicate in _TELLING for claim in context.ledger)


def _is_of_dateline(sentence: Sentence, mention: Mention) -> bool:
    match = pattern(_DATELINE).match(sentence.text)
    return match is not None and sentence.skeleton.mention(match["date"]) is mention


def _compare_calendars(context: Context, span: tuple[int, int], words: DateWords) -> None:
    """Note a Hijri date and a Gregorian one that are printed as the same day and are not."""
    interval = interval_of(words, None)
    if words.hijri_date is None or interval is None or interval.earliest != interval.latest:
        return
    day = gregorian(*words.hijri_date)
    if day is not None and not agrees(words.hijri_date, interval.earliest):
        english = f"The Hijri date is about {day.isoformat()}, not {interval.earliest.isoformat()}: one of the two is mistaken."
        arabic = f"التاريخ الهجري يوافق {day.isoformat()} تقريبا لا {interval.earliest.isoformat()}: أحدهما خطأ."
        context.ledger.notes.append((*span, english, arabic))


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
    if not refers_back(words):
        found = _by_dateline(context, mention, words)
        return found or (
            _year_of_article(context, words) or _year_of_story(context, mention, words)
            if words.month and not context.published
            else None
        )
    before = [other for _, other in mentions_in(context, Kind.DATE) if other.end <= mention.begin]
    for other in reversed(before):
        known = _known(context, other)
        interval = interval_after(words, known) if known else None
        if interval:
            return (other.begin, other.end), interval
    return None


def _known(context: Context, mention: Mention) -> Interval | None:
    words: DateWords = mention.data  # type: ignore[assignment]
    if refers_back(words) or words.year is None:
        anchor = _anchor(context, mention, words)
        return anchor[1] if anchor else interval_of(words, context.published)
    return interval_of(words, context.published)


def _year_of_article(context: Context, words: DateWords) -> tuple[tuple[int, int], Interval] | None:
    """A day and month without a year are of the one year in which all whole dates of the article lie."""
    if words.year is not None or words.relative or words.hijri or not words.day:
        return None
    whole = [
        (other, other.data)
        for _, other in mentions_in(context, Kind.DATE)
        if isinstance(other.data, DateWords) and other.data.year and other.data.month and other.data.day
    ]
    years = {data.year for _, data in whole}
    if len(years) != 1:
        return None
    interval = interval_of(replace(words, year=years.pop()), None)
    return ((whole[0][0].begin, whole[0][0].end), interval) if interval else None


def _year_of_story(context: Context, mention: Mention, words: DateWords) -> tuple[tuple[int, int], Interval] | None:
    """A month without a year goes on in the year of the date told shortly before it, if it is not earlier in the year."""
    if words.year is not None or words.relative or words.hijri:
        return None
    place = next(each.place for each in context.sentences if mention.begin < each.stretch.end)
    near = [
        other
        for sentence in context.sentences[max(0, place - _STORY) : place + 1]
        for other in sentence.skeleton.inside(sentence.text, Kind.DATE)
        if other.end <= mention.begin and isinstance(other.data, DateWords) and other.data.year and other.data.month
    ]
    known = interval_of(near[-1].data, None) if near else None  # type: ignore[arg-type]
    interval = interval_of(replace(words, year=known.earliest.year), None) if known else None
    if known is None or interval is None or interval.latest < known.earliest:
        return None
    return (near[-1].begin, near[-1].end), interval


_STORY: Final = 2
"""How many sentences back the date may be whose year a story goes on in."""


def _by_dateline(context: Context, mention: Mention, words: DateWords) -> tuple[tuple[int, int], Interval] | None:
    """Resolve «اليوم», «أمس» and the like by the day that the article's first line prints: «أبوظبي في 26 مايو 2009 / …»."""
    if context.published is not None or interval_of(words, None) is not None or words.hijri:
        return None
    for sentence in context.sentences[:2]:
        match = pattern(_DATELINE).match(sentence.text)
        other = sentence.skeleton.mention(match["date"]) if match else None
        day = interval_of(other.data, None) if other is not None and isinstance(other.data, DateWords) else None
        if other is not None and other is not mention and day is not None and day.earliest == day.latest:
            resolved = interval_of(words, day.earliest)
            return ((other.begin, other.end), resolved) if resolved else None
    return None


_DATELINE: Final = r"^[^.،؛]{0,30}?(?P<date>{D}) ?(?:م )?(?:[/–—:(-]|واس|وام|وكالات|$)"


def _dated_elsewhere(context: Context, mention: Mention) -> tuple[int, int] | None:
    """Find the latest date of this century of what has happened: it tells which century «the last» is."""
    if "القرن الماضي" not in " ".join(context.words((mention.begin, mention.end)).split()):
        return None
    occurred = Term("occurred")
    told = {claim.subject for claim in context.ledger if claim.object == occurred}
    happened = {claim.object for claim in context.ledger if claim.predicate in _DATING and claim.subject in told}
    dates = [
        (interval.latest, other)
        for _, other in mentions_in(context, Kind.DATE)
        if isinstance(other.data, DateWords)
        and (interval := interval_of(other.data, None))
        and interval.earliest.year >= _THIS_CENTURY
    ]
    fitting = [each for each in dates if Words(each[1].begin, each[1].end) in happened] or dates
    latest = max(fitting, key=lambda each: (each[0], each[1].begin), default=None)
    return (latest[1].begin, latest[1].end) if latest else None


_THIS_CENTURY: Final = 2001


def date_of(mention: Mention | None) -> dict[str, Words]:
    """Give the date of an event, if its words hold one."""
    return {"eventDate": Words(mention.begin, mention.end)} if mention else {}


def day_of(context: Context, span: tuple[int, int] | None) -> date | None:
    """Give the one day that the words of a date can mean."""
    words = next((each.data for _, each in mentions_in(context, Kind.DATE) if (each.begin, each.end) == span), None)
    interval = interval_of(words, context.published) if isinstance(words, DateWords) else None
    return interval.earliest if interval is not None and interval.earliest == interval.latest else None


def signing_times(context: Context) -> dict[str, Interval]:
    """Give the days between which each instrument was signed, where the article tells the year."""
    dates = {Words(mention.begin, mention.end): mention.data for _, mention in mentions_in(context, Kind.DATE)}
    signed = {
        claim.subject: claim.object.local
        for claim in context.ledger
        if claim.predicate == "signedInstrument" and isinstance(claim.object, Name)
    }
    found: dict[str, Interval] = {}
    for claim in context.ledger:
        instrument = signed.get(claim.subject)
        words = dates.get(claim.object) if claim.predicate == "eventDate" and isinstance(claim.object, Words) else None
        if instrument and isinstance(words, DateWords):
            interval = interval_of(words, context.published)
            if interval is not None and interval.earliest.year == interval.latest.year:
                found[instrument.removesuffix("#")] = interval
    return found
