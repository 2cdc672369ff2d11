"""How long instruments last, and what else lasts for years."""

from __future__ import annotations

import pytest

from .conftest import kinds_in, proposals_for, stated

SIGNED = "أبرمت سنغافورة وأستراليا معاهدة دفاع"


@pytest.mark.parametrize(
    ("rest", "length"),
    [
        (" أمدها ثلاثون سنة.", "P30Y"),
        (" لثلاثة أعوام.", "P3Y"),
        (" لفترة سنتين.", "P2Y"),
        (" يمتد أجلها 15 عاما.", "P15Y"),
        (" تظل سارية مدة ست سنوات.", "P6Y"),
        (" صالحة لعشر سنوات.", "P10Y"),
        (" في عام 1990 لمدة عشرين سنة.", "P20Y"),
        (". ويسري مفعولها لسنتين قابلتين للتجديد.", "P2Y"),
        (". وصلاحيتها أربع سنوات.", "P4Y"),
        (". وحُدد أجل الاتفاق بسبع سنوات.", "P7Y"),
        (". وهي سارية لخمس سنوات تبدأ من تاريخ التوقيع.", "P5Y"),
        (". نصت المعاهدة على سريانها عشرين سنة.", "P20Y"),
    ],
)
def test_the_term_of_an_instrument_is_read_in_every_wording(rest: str, length: str) -> None:
    terms = stated(proposals_for(SIGNED + rest), "TermClause")

    assert [each["termLength"] for each in terms] == [{length}]


def test_a_term_without_end_has_its_words_and_no_length() -> None:
    terms = stated(proposals_for(f"{SIGNED} لأجل غير مسمى."), "TermClause")

    assert [each["lengthAsReported"] for each in terms] == [{"أجل غير مسمى"}]
    assert "termLength" not in terms[0]


@pytest.mark.parametrize(
    ("rest", "length"),
    [
        (" مدتها خمسون عاما يجوز تمديدها خمسة وعشرين عاما أخرى.", "P25Y"),
        (" لعشر سنوات مع خيار التمديد لخمس سنوات أخرى.", "P5Y"),
    ],
)
def test_what_a_term_may_be_prolonged_by_is_an_option(rest: str, length: str) -> None:
    options = stated(proposals_for(SIGNED + rest), "ExtensionOption")

    assert [each["extensionLength"] for each in options] == [{length}]


@pytest.mark.parametrize(
    "rest",
    [
        "وزار الوزير القاعدة في جولة مدتها سنتان.",
        "ونال قرضا مدته عشرون عاما.",
        "ومدة ولايته خمس سنوات.",
        "وكان عمره ستين عاما.",
        "قضت المحكمة بسجنه لمدة خمس سنوات.",
        "واستغرقت المفاوضات خمس سنوات.",
        "وبقيت المعاهدة حبرا على ورق عشر سنوات.",
        "والاتفاق قائم منذ عشر سنوات.",
        "وظل الخلاف قائما مدة عشر سنوات.",
    ],
)
def test_years_of_something_else_are_no_term(rest: str) -> None:
    assert "TermClause" not in kinds_in(proposals_for(f"{SIGNED}. {rest}"))
