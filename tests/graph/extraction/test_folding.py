"""Folding levels spelling, and its offsets lead back to the untouched text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mithaq.graph.folding import fold, folded

ARABIC = st.text(alphabet="أإآابتثةىيئؤءـًٌٍَُِّْ وقع٠١٢«»“”\u200f\ufeff ﻻ،.-\n", max_size=60)


@settings(max_examples=200, deadline=None)
@given(ARABIC)
def test_every_folded_letter_leads_back_into_the_text(text: str) -> None:
    made = fold(text)

    assert len(made.text) == len(made.offsets)
    assert list(made.offsets) == sorted(made.offsets)
    assert all(0 <= place < len(text) for place in made.offsets)


@settings(max_examples=200, deadline=None)
@given(ARABIC)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("printed", "same"),
    [
        ("الأُخوّة", "الاخوه"),
        ("اتفـــاق", "اتفاق"),
        ("٢٠١٥", "2015"),
        ("«سلام»", '"سلام"'),
        ("إلى", "الي"),
        ("ﻻ", "لا"),
        ("وقع\ue000ت", "وقع ت"),
    ],
)
def test_spellings_are_levelled(printed: str, same: str) -> None:
    assert folded(printed) == same


def test_a_span_takes_the_marks_of_its_last_letter() -> None:
    text = "وُقِّعَت المعاهدةُ."
    made = fold(text)
    begin = made.text.index("المعاهده")

    first, last = made.span(begin, begin + len("المعاهده"))

    assert text[first:last] == "المعاهدةُ"
