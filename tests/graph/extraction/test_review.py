"""The review table goes out with every fact, and comes back with decisions."""

from __future__ import annotations

import csv
import io

import pytest

from mithaq.graph import ReviewError
from mithaq.graph.extraction import decided, review_rows, write_csv, write_html, write_trig
from mithaq.graph.facts import Facts, parse_facts_bytes

from .conftest import proposals_for

TEXT = "وقعت روسيا معاهدة صداقة مع الصين لمدة 20 سنة."


@pytest.fixture
def facts() -> Facts:
    return parse_facts_bytes(write_trig(proposals_for(TEXT)).encode(), "trig", "article.trig")


def table_with(facts: Facts, **decisions: str) -> str:
    rows = list(csv.DictReader(io.StringIO(write_csv(review_rows(facts)).removeprefix("\ufeff"))))
    for row in rows:
        row["decision"] = decisions.get(row["says"].replace(" ", "_"), "")
    stream = io.StringIO()
    writer = csv.DictWriter(stream, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def test_every_fact_is_a_row_with_its_sentence_pattern_and_confidence(facts: Facts) -> None:
    rows = review_rows(facts)

    assert {row.sentence for row in rows} == {TEXT}
    assert all(row.pattern and 0 < float(row.confidence) <= 1 for row in rows)
    assert any((row.says, row.object) == ("term length", "P20Y") for row in rows)


def test_what_is_rejected_is_left_out_and_all_else_stays(facts: Facts) -> None:
    kept, accepted, rejected = decided(table_with(facts, term_length="reject", party="accept"), facts)

    again = parse_facts_bytes(kept.encode(), "trig", "article.trig")
    assert (accepted, rejected) == (2, 1)
    assert {each.quad for each in facts.statements} - {each.quad for each in again.statements} == {
        each.quad for each in facts.statements if "termLength" in str(each.quad.predicate)
    }


def test_only_what_is_accepted_can_be_kept(facts: Facts) -> None:
    kept, accepted, _ = decided(table_with(facts, party="accept"), facts, keep_open=False)

    assert accepted == 2
    assert "termLength" not in kept


def test_a_word_that_is_no_decision_is_refused_with_its_line(facts: Facts) -> None:
    with pytest.raises(ReviewError, match="line"):
        decided(table_with(facts, party="maybe"), facts)


def test_a_table_of_another_file_is_refused(facts: Facts) -> None:
    with pytest.raises(ReviewError, match="does not hold"):
        decided("fact,decision\nsomething,accept\n", facts)


def test_the_page_marks_the_words_and_escapes_them(facts: Facts) -> None:
    page = write_html(review_rows(facts), "a <b> BODY $body")

    assert page.count("<mark>") == len(review_rows(facts))
    assert page.count("a &lt;b&gt; BODY $body") == 2


def test_a_cell_cannot_become_a_formula() -> None:
    proposals = proposals_for('وقعت روسيا معاهدة "=1+1" مع الصين.')
    facts = parse_facts_bytes(write_trig(proposals).encode(), "trig", "article.trig")

    assert not any(line.startswith("=") or ",=" in line for line in write_csv(review_rows(facts)).splitlines())
