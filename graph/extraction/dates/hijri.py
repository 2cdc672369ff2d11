"""Hijri dates as days of the Gregorian calendar, by the arithmetical calendar: within two days of what is proclaimed anywhere."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

_FIRST_DAY: Final = date(622, 7, 19)
"""1 Muharram of the year 1 in the civil reckoning, in the proleptic Gregorian calendar."""

TOLERANCE: Final = timedelta(days=2)
"""How far the arithmetical calendar may be from a sighting of the moon, or from the calendar of Umm al-Qura."""

_LONGEST_MONTH: Final = 30
_MONTHS: Final = 12


def gregorian(year: int, month: int, day: int) -> date | None:
    """Give the day that a Hijri date means; nothing where there is no such date.

    Source: the thirty-year cycle of leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29, with the civil epoch.

    >>> gregorian(1445, 9, 12).isoformat()
    '2024-03-22'
    """
    if not (1 <= month <= _MONTHS and 1 <= day <= _LONGEST_MONTH and year >= 1):
        return None
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day - 1
    return _FIRST_DAY + timedelta(days=days)


def agrees(hijri: tuple[int, int, int], stated: date) -> bool:
    """Tell whether a Hijri date and the Gregorian one that is printed with it can mean one day."""
    day = gregorian(*hijri)
    return day is not None and abs(day - stated) <= TOLERANCE
