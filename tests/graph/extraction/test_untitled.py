"""Instruments, notes and bases without a title or name of their own are one only where a day says so."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from mithaq.graph import KnowledgeGraph, read_submission
from mithaq.graph.extraction import write_trig
from mithaq.graph.extraction.facts.ledger import Name, Term

from .conftest import extract_named

if TYPE_CHECKING:
    from pathlib import Path

    from mithaq.graph import Proposals

MAY = "وقعت روسيا اتفاقية مع الصين في 5 مايو 1990."
YEAR = "وقعت روسيا اتفاقية مع الصين عام 1990."


def of_class(proposals: Proposals, kind: str) -> set[str]:
    return {
        each.subject.local for each in proposals.claims if each.object == Term(kind) and isinstance(each.subject, Name)
    }


def named(text: str, article: str, kind: str) -> set[str]:
    return of_class(extract_named(text, article), kind)


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("Agreement", MAY, "وقعت روسيا اتفاقية مع الصين في 7 ديسمبر 1990."),
        ("Agreement", YEAR, YEAR),
        ("ExchangeOfNotes", "تبادلت روسيا مع الصين مذكرات.", "تبادلت روسيا مع الصين مذكرات."),
        (
            "ExchangeOfNotes",
            "تبادلت روسيا مع الصين مذكرات في 5 مايو 1990.",
            "تبادلت روسيا مع الصين مذكرات في 7 مايو 1990.",
        ),
        (
            "MilitaryBase",
            "تحتفظ الولايات المتحدة بقاعدة عسكرية في قطر.",
            "تحتفظ الولايات المتحدة بقاعدة عسكرية في قطر.",
        ),
    ],
)
def test_what_no_day_makes_one_stays_apart_between_articles(kind: str, one: str, other: str) -> None:
    first, second = named(one, "first", kind), named(other, "second", kind)

    assert len(first) == len(second) == 1
    assert first != second


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("Agreement", MAY),
        ("Agreement", "وقعت روسيا اتفاقية تعاون مع الصين عام 1990."),
        ("ExchangeOfNotes", "تبادلت روسيا مع الصين مذكرات في 5 مايو 1990."),
    ],
)
def test_what_a_day_or_a_title_makes_one_has_one_name(kind: str, text: str) -> None:
    first = named(text, "first", kind)

    assert first
    assert first == named(text, "second", kind)


@pytest.mark.parametrize("text", [YEAR, "تحتفظ الولايات المتحدة بقاعدة عسكرية في قطر."])
def test_what_may_be_the_same_gets_a_note(text: str, shipped_store: Path, tmp_path: Path) -> None:
    found = resolved_after(text, text, shipped_store, tmp_path)

    assert any("possibly same" in english and "-in-first" in english for _, english, _ in found.notes)


def test_an_agreement_of_the_same_day_is_the_same(shipped_store: Path, tmp_path: Path) -> None:
    found = resolved_after(MAY, "في 5 مايو 1990 وقعت الصين اتفاقية مع روسيا.", shipped_store, tmp_path)

    assert of_class(found, "Agreement") == {"agreement-russia-china-1990-05-05"}


def resolved_after(first: str, second: str, store: Path, folder: Path) -> Proposals:
    """Resolve what one article says against a graph to which another one was added."""
    shutil.copytree(store, folder / "store")
    (folder / "first.txt").write_text(first, encoding="utf-8")
    (folder / "first.trig").write_text(write_trig(extract_named(first, "first")), encoding="utf-8")
    with KnowledgeGraph.open(folder / "store") as graph:
        with graph.changing() as writer:
            assert writer.add([read_submission(folder / "first.trig")]).revision
        with graph.renewed() as renewed:
            return next(iter(renewed.resolve([extract_named(second, "second")])))
