"""What an expression of time means: a first and a last day, as far as its words or the publication date carry."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from .words import PARTS, SEASONS

if TYPE_CHECKING:
    from .expressions import DateWords

_DAYS: Final = {"امس": -1, "اول امس": -2, "اليوم": 0, "مساء اليوم": 0, "صباح اليوم": 0, "غدا": 1, "بعد غد": 2}
_REFERRING: Final = frozenset(
    {"same", "same month", "same year", "same day", "next day", "following", "following year"}
)


@dataclass(frozen=True, slots=True)
class Interval:
    """The days that an expression can mean, and whether its own words say so."""

    earliest: date
    latest: date
    stated: bool


def precision_of(words: DateWords) -> str:
    """Give the code of how finely the words tell the time."""
    if words.shift is not None:
        return words.shift[1]
    if words.decade is not None or words.since is not None:
        return "period" if words.decade is None else "decade"
    if words.part and words.month is None:
        return "partOfYear"
    if words.day or words.weekday is not None or words.relative in {*_DAYS, "same month", "same day", "next day"}:
        return "day"
    if words.month is not None or words.unit == "الشهر":
        return "month"
    return "year" if words.year is not None or words.unit in ("العام", "السنه") else "period"


def interval_of(words: DateWords, published: date | None) -> Interval | None:
    """Give the days that an expression can mean; nothing where neither its words nor the publication date tell."""
    try:
        stated = _stated(words)
        if stated is not None:
            return Interval(*stated, stated=True)
        resolved = _resolved(words, published) if published else None
    except (OverflowError, ValueError):
        return None
    return Interval(*resolved, stated=False) if resolved else None


def interval_after(words: DateWords, earlier: Interval) -> Interval | None:
    """Give the days that «of the same year», «of the same month», «the next day» mean after another date."""
    try:
        found = _shifted(words, earlier) if words.shift else _after(words, earlier)
    except (OverflowError, ValueError):
        return None
    return Interval(*found, stated=False) if found else None


def _after(words: DateWords, earlier: Interval) -> tuple[date, date] | None:
    first, last = earlier.earliest, earlier.latest
    if words.relative in ("same day", "next day"):
        return (first + timedelta(days=words.relative == "next day"),) * 2 if first == last else None
    if words.relative == "same month" or words.unit == "الشهر":
        return _in_month(words, first) if (first.year, first.month) == (last.year, last.month) else None
    return _in_year(words, first) if first.year == last.year else None


def _in_month(words: DateWords, first: date) -> tuple[date, date] | None:
    """Resolve «the tenth of the same month», «the following month»."""
    if words.relative == "same month":
        return (date(first.year, first.month, words.day),) * 2 if words.day else None
    return _day_of(words, _months_later(first, 1 if words.relative == "following" else 0))


def _day_of(words: DateWords, month: tuple[date, date]) -> tuple[date, date]:
    """Give the day of a month that the words name («السادس من الشهر الجاري»), else the month."""
    named = words.day is not None and words.day <= month[1].day
    return (month[0].replace(day=words.day or 1),) * 2 if named else month


def _in_year(words: DateWords, first: date) -> tuple[date, date] | None:
    """Resolve «June of the following year», «the following April», «the same year»."""
    following = words.relative in ("following", "following year")
    if words.month and words.relative == "following":
        return _of_year(words, first.year + (words.month <= first.month))
    if words.month:
        return _of_year(words, first.year + following)
    year = first.year + following
    return (date(year, 1, 1), date(year, 12, 31)) if words.unit in ("العام", "السنه") else None


def _shifted(words: DateWords, earlier: Interval) -> tuple[date, date] | None:
    """Count days, months or years from another date, as finely as that one is known."""
    count, unit = words.shift or (0, "")
    first, last = earlier.earliest, earlier.latest
    if unit == "day":
        return (first + timedelta(days=count),) * 2 if first == last else None
    if unit == "month":
        return _months_later(first, count) if (first.year, first.month) == (last.year, last.month) else None
    return (date(first.year + count, 1, 1), date(first.year + count, 12, 31)) if first.year == last.year else None


def _months_later(first: date, count: int) -> tuple[date, date]:
    months = first.year * 12 + first.month - 1 + count
    return date(months // 12, months % 12 + 1, 1), month_end(months // 12, months % 12 + 1)


def refers_back(words: DateWords) -> bool:
    """Tell an expression that only another date of the article can resolve: «العام نفسه», «بعد ثلاثة أيام»."""
    return words.shift is not None or words.relative in _REFERRING


def _stated(words: DateWords) -> tuple[date, date] | None:
    if words.hijri or refers_back(words):
        return None
    if words.decade is not None:
        first = (words.century or 0) + words.decade
        return (date(first, 1, 1), date(first + 9, 12, 31)) if words.century else None
    return _of_year(words, words.year) if words.year is not None else None


def _of_year(words: DateWords, year: int) -> tuple[date, date]:
    if words.month is None:
        first, last = (PARTS | SEASONS)[words.part] if words.part else (1, 12)
        return date(year, first, 1), month_end(year, last)
    if words.day is None:
        return date(year, words.month, 1), month_end(year, words.month)
    return date(year, words.month, words.since or words.day), date(year, words.month, words.day)


def month_end(year: int, month: int) -> date:
    """Give the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def _resolved(words: DateWords, published: date) -> tuple[date, date] | None:
    if words.hijri or refers_back(words):
        return None
    if words.month is not None:
        return _of_year(words, _year_of_month(words, words.month, published))
    if words.relative in _DAYS:
        day = published + timedelta(days=_DAYS[words.relative])
        return day, day
    if words.weekday is not None:
        day = _weekday_near(words.weekday, words.relative, published)
        return day, day
    return _of_unit(words, published)


def _year_of_month(words: DateWords, month: int, published: date) -> int:
    """Choose the year of a month without one: the nearest that fits «الماضي», «المقبل», or simply the nearest."""
    if words.unit == "year":
        return published.year + {"past": -1, "next": 1}.get(words.relative or "", 0)
    if words.relative == "past":
        return published.year - (month > published.month or (month == published.month and not words.day))
    if words.relative == "next":
        return published.year + (month < published.month)
    distances = {
        year: abs((date(year, month, 15) - published).days) for year in range(published.year - 1, published.year + 2)
    }
    return min(distances, key=distances.__getitem__)


def _weekday_near(weekday: int, relative: str | None, published: date) -> date:
    back = (published.weekday() - weekday) % 7
    if relative == "next":
        return published + timedelta(days=7 - back)
    return published - timedelta(days=back or (7 if relative == "past" else 0))


def _of_unit(words: DateWords, published: date) -> tuple[date, date] | None:
    step = {"past": -1, "present": 0, "next": 1}.get(words.relative or "")
    if step is None:
        return None
    if words.unit in ("العام", "السنه"):
        return date(published.year + step, 1, 1), date(published.year + step, 12, 31)
    if words.unit == "الشهر":
        return _day_of(words, _months_later(published, step))
    if words.unit == "الاسبوع":
        first = published - timedelta(days=(published.weekday() + 2) % 7 - 7 * step)
        return first, first + timedelta(days=6)
    return None
