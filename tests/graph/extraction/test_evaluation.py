"""Evaluation matches individuals by what is said of them, and counts what is right, missed and false."""

from __future__ import annotations

import re
from pathlib import Path

from mithaq.graph.extraction import evaluate, read_facts

SEED = Path(__file__).resolve().parents[3] / "seeds" / "004_00f9922b9418dd7a.trig"


def renamed(folder: Path, old: str, new: str) -> Path:
    path = folder / SEED.name
    path.write_text(re.sub(old, new, SEED.read_text(encoding="utf-8")), encoding="utf-8")
    return path


def test_a_file_against_itself_is_perfect() -> None:
    found = evaluate(read_facts(SEED), read_facts(SEED))

    assert found.total(strict=True).f1 == 1.0
    assert found.misses == ()


def test_other_names_for_the_same_individuals_change_nothing(tmp_path: Path) -> None:
    other = renamed(tmp_path, r"\bid:(?=[a-z])", "id:x-")

    assert evaluate(read_facts(other), read_facts(SEED)).total(strict=True).f1 > 0.97


def test_a_changed_fact_is_both_missed_and_false(tmp_path: Path) -> None:
    other = renamed(tmp_path, '"P10Y"', '"P11Y"')

    found = evaluate(read_facts(other), read_facts(SEED))

    assert {(miss.kind, miss.proposed) for miss in found.misses} == {("terms", True), ("terms", False)}
    assert all("10" in miss.sentence for miss in found.misses)


def test_words_that_overlap_count_by_overlap_and_not_strictly(tmp_path: Path) -> None:
    whole, part = "#char=1694,1721", "#char=1699,1721"
    other = renamed(tmp_path, whole, part)

    found = evaluate(read_facts(other), read_facts(SEED))

    assert found.strict["terms"].f1 < 1.0
    assert found.by_overlap["terms"].f1 == 1.0


def test_nothing_proposed_is_precise_and_finds_nothing(tmp_path: Path) -> None:
    empty = tmp_path / "empty.trig"
    empty.write_text("", encoding="utf-8")

    total = evaluate(read_facts(empty), read_facts(SEED)).total(strict=True)

    assert (total.precision, total.recall, total.f1) == (1.0, 0.0, 0.0)
