"""Dates in all naming systems are read as far as their words, or the day of publication, carry."""

from __future__ import annotations

from datetime import date

import pytest
from hijridate import Hijri
from hypothesis import given, settings
from hypothesis import strategies as st

from mithaq.graph.extraction.dates.calendar import Interval, interval_after, interval_of, precision_of
from mithaq.graph.extraction.dates.expressions import dates_of
from mithaq.graph.extraction.dates.hijri import TOLERANCE, agrees, gregorian
from mithaq.graph.extraction.dates.words import (
    DECADES,
    PARTS,
    SEASONS,
    STEPS,
    cardinals,
    hijri_months,
    months,
    ordinals,
    weekdays,
)
from mithaq.graph.folding import folded

from .conftest import proposals_for

PUBLISHED = date(2024, 5, 22)  # a Wednesday


def read(text: str, published: date | None = None) -> tuple[str, str, str] | None:
    words = next(iter(dates_of(folded(text))), None)
    interval = interval_of(words, published) if words else None
    return (
        (interval.earliest.isoformat(), interval.latest.isoformat(), precision_of(words))
        if words and interval
        else None
    )


@pytest.mark.parametrize("part", [*PARTS, *SEASONS])
def test_every_part_of_a_year_has_its_months(part: str) -> None:
    found = read(f"{part} عام 1990")

    assert found is not None
    assert {found[0][:4], found[1][:4]} == {"1990"}
    assert found[2] == "partOfYear"


NUMBERS = ("0", "5", "13", "31", "99", "1445", "1990", "2999")
BESIDE = ("-", "/", "،", "في", "من", "عام", "سنه", "بعد", "قبل", "القرن", "العام", "الشهر", "اليوم", "امس", "غدا")
RELATIVE = ("الماضي", "الجاري", "المقبل", "نفسه", "التالي")
TABLES = (months(), hijri_months(), weekdays(), ordinals(), cardinals(), STEPS, DECADES, PARTS, SEASONS)
PIECES = [*NUMBERS, *BESIDE, *RELATIVE, *(word for table in TABLES for word in table)]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8), st.dates(date(1, 1, 1), date.max))
def test_whatever_words_of_dates_stand_together_can_be_read(pieces: list[str], day: date) -> None:
    for words in dates_of(" ".join(pieces)):
        assert precision_of(words)
        for interval in (interval_of(words, day), interval_after(words, Interval(day, day, stated=True))):
            assert interval is None or interval.earliest <= interval.latest


def test_a_day_that_no_calendar_reaches_is_not_resolved() -> None:
    assert read("غدا", date.max) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("في 8 مارس 2015", "2015-03-08"),
        ("في الثامن من آذار 2015", "2015-03-08"),
        ("24 نوفمبر/ تشرين الثاني 2014", "2014-11-24"),
        ("26 أغسطس - آب عام 2008", "2008-08-26"),
        ("يوم ٢٦ أكتوبر ١٩٩٤م", "1994-10-26"),
        ("فاتح غشت، في 3 غشت 2011", "2011-08-03"),
        ("في 5 جويلية 1962", "1962-07-05"),
        ("في الحادي والثلاثين من كانون الأول (ديسمبر) 1999", "1999-12-31"),
        ("12 رمضان 1445هـ الموافق 22 مارس 2024م", "2024-03-22"),
        ("12/5/2016", "2016-05-12"),
        ("12 - 5 - 2016", "2016-05-12"),
        ("12.5.2016", "2016-05-12"),
        ("في الـ24 من شهر نوفمبر 2023", "2023-11-24"),
        ("في غرة يناير 1960", "1960-01-01"),
        ("في 3 يونيو حزيران 1988", "1988-06-03"),
        ("2016-05-12", "2016-05-12"),
    ],
)
def test_a_whole_date_states_its_day(text: str, day: str) -> None:
    assert read(text) == (day, day, "day")


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("في مايو 2016", ("2016-05-01", "2016-05-31", "month")),
        ("عام 2017", ("2017-01-01", "2017-12-31", "year")),
        ("في أواخر عام 2016", ("2016-07-01", "2016-12-31", "partOfYear")),
        ("منذ تسعينيات القرن الماضي", ("1990-01-01", "1999-12-31", "decade")),
    ],
)
def test_a_coarser_date_states_its_interval(text: str, interval: tuple[str, str, str]) -> None:
    assert read(text) == interval


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("أمس الثلاثاء", "2024-05-21"),
        ("الثلاثاء الماضي", "2024-05-21"),
        ("الخميس المقبل", "2024-05-23"),
        ("في التاسع من مايو الجاري", "2024-05-09"),
        ("في 30 ديسمبر الماضي", "2023-12-30"),
    ],
)
def test_a_relative_date_is_resolved_by_the_day_of_publication_alone(text: str, day: str) -> None:
    assert read(text) is None
    assert read(text, PUBLISHED) == (day, day, "day")


def test_a_hijri_date_alone_is_kept_open() -> None:
    assert read("14 ربيع الأول 1440هـ", PUBLISHED) is None


@pytest.mark.parametrize("text", ["قال أبي", "ماي فير", "1550 رأسا", "الفصل 12"])
def test_other_words_and_numbers_are_no_dates(text: str) -> None:
    assert not list(dates_of(folded(text)))


def test_an_impossible_day_has_no_interval() -> None:
    assert read("31 فبراير 2015") is None


ORACLE = [
    (hijri, date(*Hijri(*hijri).to_gregorian().datetuple()))
    for hijri in ((year, month, day) for year in range(1343, 1501, 7) for month in range(1, 13) for day in (1, 28))
]
"""Dates of the calendar of Umm al-Qura, as far as the oracle's tables go."""


def test_hijri_dates_are_those_of_the_oracle_within_two_days() -> None:
    far = [(hijri, stated) for hijri, stated in ORACLE if abs(gregorian(*hijri) - stated) > TOLERANCE]  # type: ignore[operator]

    assert len(ORACLE) > 500
    assert far == []


def test_both_calendars_are_read_out_of_one_expression_as_the_oracle_has_them() -> None:
    for (year, month, day), stated in ORACLE[::37]:
        name = (
            "محرم",
            "صفر",
            "ربيع الأول",
            "ربيع الآخر",
            "جمادى الأولى",
            "جمادى الآخرة",
            "رجب",
            "شعبان",
            "رمضان",
            "شوال",
            "ذو القعدة",
            "ذو الحجة",
        )[month - 1]
        text = f"{day} {name} {year}هـ الموافق {stated.day}/{stated.month}/{stated.year}"
        alone = next(dates_of(folded(f"{day} {name} {year}هـ")))

        assert alone.hijri_date == (year, month, day), text
        assert agrees((year, month, day), stated), text


def test_two_calendars_that_do_not_agree_get_a_note() -> None:
    signed = "وقعت مصر معاهدة صداقة مع السودان في 12 رمضان 1445هـ الموافق {} مارس 2024م."

    assert proposals_for(signed.format(22)).notes == ()
    assert "2024-03-22" in proposals_for(signed.format(12)).notes[0][1]
