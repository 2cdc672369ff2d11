"""Recognise expressions of time in folded text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from .words import DECADES, PARTS, SEASONS, STEPS, cardinals, either, hijri_months, months, ordinals, weekdays

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAST: Final = "الماضي|الماضيه|الفايت|الفايته|المنصرم|المنصرمه|السابق|الاخير"
_PRESENT: Final = "الجاري|الجاريه|الحالي|الحاليه|هذا"
_NEXT: Final = "المقبل|المقبله|القادم|القادمه|الاتي|الاتيه"
_FOLLOWING: Final = "التالي|التاليه|الموالي|المواليه|اللاحق|اللاحقه"
_SAME: Final = "نفسه|نفسها|ذاته|ذاتها|عينه|عينها"
_RELATIVE: Final = f"(?:{_PAST}|{_PRESENT}|{_NEXT}|{_FOLLOWING})"
_SENSES: Final = (
    ("past", _PAST),
    ("present", _PRESENT),
    ("next", _NEXT),
    ("following", _FOLLOWING),
    ("same", _SAME),
)
_NOT_AFTER: Final = r"(?:(?<![\u0621-\u064a\d])|(?<=(?<![\u0621-\u064a])[وفبل]))"
_END: Final = r"(?![\u0621-\u064a\d])"


@dataclass(frozen=True, slots=True)
class DateWords:
    """An expression of time, by its place in the folded text and what its words say."""

    begin: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: str | None = None
    decade: int | None = None
    century: int | None = None
    relative: str | None = None
    unit: str | None = None
    hijri: bool = False
    hijri_date: tuple[int, int, int] | None = None
    shift: tuple[int, str] | None = None
    since: int | None = None
    """The day of the same month on which a stretch of days begins that ends on this one: «من 21 إلى 28 فبراير»."""


def dates_of(text: str, begin: int = 0, end: int | None = None) -> Iterator[DateWords]:
    """Go through the expressions of time in a stretch of folded text.

    >>> [(each.day, each.month, each.year) for each in dates_of("في 26 اغسطس - اب عام 2008 وفي مايو 2016")]
    [(26, 8, 2008), (None, 5, 2016)]
    """
    for match in _grammar().finditer(text, begin, len(text) if end is None else end):
        read = _read(match)
        if read is not None:
            yield read


@cache
def _grammar() -> re.Pattern[str]:
    month, hijri, week, day = either(months()), either(hijri_months()), either(weekdays()), either(ordinals())
    relative = f"(?P<relative{{0}}>{_RELATIVE})"
    year = r"(?:(?:من\s+)?(?:(?:ال)?عام|(?:ال)?سنه|لعام|لسنه)\s+)?(?P<year{0}>[12]\d{{3}})(?:\s*م(?![\u0621-\u064a]))?"
    of_year = (
        r"(?:\s*(?:،\s*)?(?:"
        + year
        + r"|(?:من\s+)?(?P<ofyear{0}>(?:ال)?(?:عام|سنه)\s+"
        + f"(?:{_RELATIVE}|{_SAME})"
        + r")|"
        + relative
        + "))?"
    )
    double = rf"(?:شهر\s+)?(?P<month{{0}}>{month}){_END}(?:(?:\s*[-/(]\s*|\s+(?={month}\s+(?:(?:ال)?(?:عام|سنه)\s+)?[12]\d{{{{3}}}})){month}\)?{_END})?"
    hijri_date = rf"(?:(?P<hijriday>\d{{1,2}}|{day})\s+(?:من\s+)?(?:شهر\s+)?(?P<hijrimonth>{hijri})(?:\s+(?:(?:من\s+)?(?:عام|سنه)\s+)?(?P<hijriyear>1[34]\d\d)\s*(?:ه(?:ـ|\.)?)?)?(?:\s*،?\s*\(?الموافق\s+(?:ل|لـ)?|\s*\(\s*)?\s*)?"
    full = (
        rf"(?:(?P<weekday1>{week})\s*،?\s*(?:الموافق\s+)?)?(?:{hijri_date})(?:(?:(?<=من\s)|(?<=بين\s))(?P<since>\d{{1,2}})\s+(?:الي|حتي|و)\s*(?=\d))?"
        rf"(?P<day1>(?:(?:ال\s?)?\d{{1,2}})|{day})\s*(?:من\s+|[-/]\s*)?{double.format(1)}{of_year.format(1)}"
    )
    part = rf"(?P<part>{'|'.join(PARTS)})\s+"
    monthly = rf"(?:{part})?{double.format(2)}(?P<needs>{of_year.format(2)})"
    yearly = rf"(?:{part.replace('part', 'part3')}(?:(?:ال)?(?:عام|سنه)\s+)?|(?:ال)?(?:عام|سنه)\s+)(?P<year3>[12]\d{{3}})(?:\s*م(?![\u0621-\u064a]))?"
    mark, era = r"\s?[-/.]\s?", r"(?:\s*م(?![\u0621-\u064a]))?"
    numeric = rf"(?P<day4>\d{{1,2}}){mark}(?P<month4>\d{{1,2}}){mark}(?P<year4>[12]\d{{3}}){era}|(?P<year5>[12]\d{{3}}){mark}(?P<month5>\d{{1,2}}){mark}(?P<day5>\d{{1,2}})"
    decade = rf"(?:{part.replace('part', 'part6')})?(?P<decade>(?:ال)?{either(DECADES)})(?:\s+(?:من\s+)?القرن\s+(?P<century>الماضي|العشرين|المنصرم|الفايت|الحالي|التاسع عشر|الحادي والعشرين))?"
    century = r"القرن\s+(?P<century6>الماضي|العشرين|المنصرم|التاسع عشر)"
    daily = (
        rf"(?P<daily>(?:اول\s+)?امس|غدا|بعد\s+غد|(?<!هذا\s)(?<!ذلك\s)(?<!نفس\s)(?<!حتي\s)(?<!منذ\s)اليوم(?!\s+(?:التالي|نفسه|ذاته|ال(?!اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|احد)|الذي))|مساء\s+اليوم|صباح\s+اليوم)(?:\s+(?P<weekday7>{week}))?"
        rf"|ليله\s+(?P<weekday13>{week})(?:\s*(?:الي|[-/])\s*{week})?"
        rf"|(?P<weekday8>{week})(?:\s+(?P<relative8>{_RELATIVE}))?"
    )
    same = rf"(?P<day11>\d{{1,2}}|{day})\s+(?:من\s+)?(?:(?P<same>(?:ال)?شهر\s+(?:{_SAME}))|(?P<unit14>الشهر)\s+(?P<relative14>{_RELATIVE}))|(?P<nextday>اليوم\s+(?:التالي|الموالي))|(?P<sameday>اليوم\s+(?:{_SAME})|(?:نفس|ذات)\s+اليوم)"
    later = rf"(?P<way>بعد|قبل)(?:(?:ها|ه|\s+ذلك)\s+ب)?\s*(?P<count>(?:{either(cardinals())}|\d{{1,2}})\s+)?(?P<step>{either(STEPS)})(?=\s*[.،؛]|\s*$)"
    season = rf"(?P<season>{'|'.join(SEASONS)})\s+(?:(?:ال)?(?:عام|سنه)\s+)?(?P<year12>[12]\d{{3}})"
    period = rf"(?P<unit>العام|الشهر|الاسبوع|السنه)\s+(?P<relative9>{_RELATIVE}|{_SAME})|(?P<likewise>نفس|ذات)\s+(?P<unit15>العام|الشهر|السنه)"
    bare = r"(?:(?<=في\s)|(?<=منذ\s)|(?<=حتي\s))(?P<year10>(?:1[89]|20)\d\d)(?=\s|،|\.|$)"
    opening = r"(?m:^)(?:[-•*]\s*)?(?P<year16>(?:1[5-9]|20)\d\d)(?=\s?[:–—-]\s)"
    hijri_alone = (
        hijri_date.rstrip("?").replace("hijriday", "hday").replace("hijrimonth", "hmonth").replace("hijriyear", "hyear")
    )
    either_of = f"{full}|{same}|{season}|{hijri_alone}|{numeric}|{monthly}|{yearly}|{decade}|{century}|{daily}|{period}|{later}|{bare}|{opening}"
    return re.compile(f"{_NOT_AFTER}(?:{either_of}){_END}")


def _read(match: re.Match[str]) -> DateWords | None:
    groups = {name: value for name, value in match.groupdict().items() if value}
    begin, end = match.start(), match.start() + len(match[0].rstrip(" ،(."))
    if _BEFORE_CHRIST.match(match.string, end):
        return None
    if groups.get("day1") in _FIRSTS and not _dated_month(groups, match):
        return None
    if "month2" in groups and not _dated_month(groups, match):
        return None
    return DateWords(
        begin,
        end,
        year=_number(groups, "year", (1, 2, 3, 4, 5, 10, 12, 16)),
        month=_month(groups),
        day=_day(groups),
        weekday=next(
            (weekdays()[_spaced(groups[f"weekday{n}"])] for n in (1, 7, 8, 13) if f"weekday{n}" in groups), None
        ),
        part=groups.get("part") or groups.get("part3") or groups.get("part6") or groups.get("season"),
        decade=DECADES[groups["decade"].removeprefix("ال")] if "decade" in groups else None,
        century=_century(groups.get("century") or groups.get("century6")),
        relative=_relative(groups),
        unit=groups.get("unit")
        or groups.get("unit14")
        or groups.get("unit15")
        or ("year" if any(f"ofyear{n}" in groups for n in (1, 2)) else None),
        hijri="hmonth" in groups and "month1" not in groups,
        hijri_date=_hijri_date(groups),
        shift=_shift(groups),
        since=_since(groups),
    )


_FIRSTS: Final = frozenset({"فاتح", "غره"})
"""Words of the first of a month that may also be names."""
_BEFORE_CHRIST: Final = re.compile(r"\s+(?:قبل\s+الميلاد|ق\s?\.\s?م)")


def _shift(groups: dict[str, str]) -> tuple[int, str] | None:
    """Give by how many days, months or years a date stands after another one: «بعد ثلاثة أيام»."""
    if "step" not in groups:
        return None
    number, unit = STEPS[groups["step"]]
    written = _spaced(groups.get("count", ""))
    count = int(written) if written.isdecimal() else cardinals().get(written, 1)
    return number * count * (-1 if groups["way"] == "قبل" else 1), unit


def _hijri_date(groups: dict[str, str]) -> tuple[int, int, int] | None:
    """Give year, month and day of a whole Hijri date, whether or not a Gregorian one stands beside it."""
    for year, month, day in (("hijriyear", "hijrimonth", "hijriday"), ("hyear", "hmonth", "hday")):
        if year in groups and month in groups and day in groups:
            written = _spaced(groups[day])
            number = int(written) if written.isdecimal() else ordinals()[written]
            return int(groups[year]), hijri_months()[_spaced(groups[month])], number
    return None


def _dated_month(groups: dict[str, str], match: re.Match[str]) -> bool:
    """Tell the name of a month from the same word used otherwise («آب», «ماي»)."""
    return (
        "needs" in groups
        or "year1" in groups
        or "part" in groups
        or bool(re.search(r"(?:في|منذ|شهر|حتي|خلال|نهايه|مطلع)\s+$", match.string[: match.start()]))
    )


def _number(groups: dict[str, str], name: str, places: tuple[int, ...]) -> int | None:
    return next((int(groups[f"{name}{place}"]) for place in places if f"{name}{place}" in groups), None)


def _spaced(words: str) -> str:
    return " ".join(words.split())


def _month(groups: dict[str, str]) -> int | None:
    named = groups.get("month1") or groups.get("month2")
    return months()[_spaced(named)] if named else _number(groups, "month", (4, 5))


def _day(groups: dict[str, str]) -> int | None:
    written = groups.get("day1") or groups.get("day4") or groups.get("day5") or groups.get("day11")
    if written is None:
        return None
    digits = written.removeprefix("ال").strip()
    day = int(digits) if digits.isdecimal() else ordinals()[_spaced(written)]
    return day if 1 <= day <= 31 else None


def _since(groups: dict[str, str]) -> int | None:
    first, last = int(groups.get("since", 0)), _day(groups)
    return first if last is not None and 0 < first < last else None


def _century(words: str | None) -> int | None:
    if words is None:
        return None
    return {"التاسع عشر": 1800, "الحالي": 2000, "الحادي والعشرين": 2000}.get(_spaced(words), 1900)


_REFERRING: Final = (("same", "same month"), ("nextday", "next day"), ("sameday", "same day"))


def _relative(groups: dict[str, str]) -> str | None:
    referring = next((told for name, told in _REFERRING if name in groups), None)
    if referring is not None:
        return referring
    if "likewise" in groups:
        return "same"
    if "daily" in groups:
        return _spaced(groups["daily"])
    of_year = next((groups[name].split()[-1] for name in ("ofyear1", "ofyear2") if name in groups), "")
    alone = next((groups[f"relative{n}"].split()[-1] for n in (1, 2, 8, 9, 14) if f"relative{n}" in groups), "")
    name = next((name for name, those in _SENSES if (of_year or alone) in those.split("|")), None)
    return f"{name} year" if of_year and name in ("same", "following") else name
