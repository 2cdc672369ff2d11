"""Dates as newspapers print them, with what their words alone say, or say together with the article's dateline."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING, Final

from .passages import Passage, passage
from .vocabulary import TYPE, M, arabic, date, integer

if TYPE_CHECKING:
    import datetime as dt

    from pyoxigraph import NamedNode

_MONTHS: Final = (
    ("يناير", "كانون الثاني"),
    ("فبراير", "شباط"),
    ("مارس", "آذار"),
    ("أبريل", "نيسان"),
    ("مايو", "أيار"),
    ("يونيو", "حزيران"),
    ("يوليو", "تموز"),
    ("أغسطس", "آب"),
    ("سبتمبر", "أيلول"),
    ("أكتوبر", "تشرين الأول"),
    ("نوفمبر", "تشرين الثاني"),
    ("ديسمبر", "كانون الأول"),
)
_DECEMBER: Final = 12


def on_day(day: dt.date, *, both_names: bool = False) -> Passage:
    """Print a whole date, with both Arabic names of the month where that is the newspaper's way.

    >>> import datetime as dt
    >>> on_day(dt.date(2015, 3, 8)).words
    '8 مارس 2015'
    """
    words = f"{day.day} {_month(day, both_names=both_names)} {day.year}"
    return _expression(words, M.day, M.stated, day, day)


def in_month(day: dt.date) -> Passage:
    """Print the month and the year of a day."""
    last = calendar.monthrange(day.year, day.month)[1]
    return _expression(
        f"{_MONTHS[day.month - 1][0]} {day.year}", M.month, M.stated, day.replace(day=1), day.replace(day=last)
    )


def in_year(day: dt.date) -> Passage:
    """Print the year of a day."""
    return _expression(
        f"عام {day.year}",
        M.year,
        M.stated,
        day.replace(month=1, day=1),
        day.replace(month=_DECEMBER, day=31),
    )


def without_year(day: dt.date, *, both_names: bool = True) -> Passage:
    """Print a day and its month, and leave it open which year is meant."""
    words = f"{day.day} {_month(day, both_names=both_names)}"
    expression = _expression(words, M.day, M.unresolved)
    return expression.state(expression, (M.dateMonth, integer(day.month)), (M.dateDay, integer(day.day)))


def yesterday(day: dt.date, dateline: Passage) -> Passage:
    """Print the day before that of the dateline, which is what resolves it."""
    expression = _expression("أمس", M.day, M.corpusStatement, day, day)
    return expression.state(expression, (M.basisSpan, dateline))


def english_day(day: dt.date) -> str:
    """Print a day in English.

    >>> import datetime as dt
    >>> english_day(dt.date(2015, 3, 8))
    '8 March 2015'
    """
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def _month(day: dt.date, *, both_names: bool) -> str:
    names = _MONTHS[day.month - 1]
    return "/ ".join(names) if both_names else names[0]


def _expression(
    words: str,
    precision: NamedNode,
    basis: NamedNode,
    earliest: dt.date | None = None,
    latest: dt.date | None = None,
) -> Passage:
    expression = passage("{words}", words=words)
    expression.state(expression, (TYPE, M.DateExpression), (M.rawText, arabic(words)))
    if earliest and latest:
        expression.state(expression, (M.earliest, date(earliest)), (M.latest, date(latest)))
    return expression.state(expression, (M.datePrecision, precision), (M.dateBasis, basis))
