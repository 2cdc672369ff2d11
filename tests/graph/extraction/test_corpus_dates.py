"""Dates that an article leaves open are settled by another that dates the same event, and by nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mithaq.graph import Publication, extract_files
from mithaq.graph.extraction.corpus_dates import dated_events, is_open, settled
from mithaq.graph.extraction.facts.ledger import Elsewhere

from .conftest import extract_named, stated

if TYPE_CHECKING:
    from pathlib import Path

    from mithaq.graph.extraction import Proposals

OPEN = (
    "اعترفت كينيا في 5 نيسان الماضي باستقلال كوسوفو. وفي 9 أيار الجاري اعترفت أوغندا باستقلال كوسوفو. "
    "ووقعت كينيا الخميس الفائت معاهدة مع كوسوفو."
)
WHOLE = "في 5 أبريل 2012 اعترفت كينيا باستقلال كوسوفو."


def days(proposals: Proposals) -> dict[str, tuple[str, str]]:
    return {
        min(each["rawText"]): (min(each["earliest"]), min(each["latest"]))
        for each in stated(proposals, "DateExpression")
        if "earliest" in each
    }


def test_another_article_tells_the_year_and_what_follows_from_it() -> None:
    found = settled(extract_named(OPEN, "open"), dated_events(extract_named(WHOLE, "whole")))

    assert days(found) == {
        "5 نيسان الماضي": ("2012-04-05", "2012-04-05"),
        "9 أيار الجاري": ("2012-05-09", "2012-05-09"),
        "الخميس الفائت": ("2012-05-03", "2012-05-24"),
    }


def test_each_settled_date_names_the_words_that_it_rests_on() -> None:
    found = settled(extract_named(OPEN, "open"), dated_events(extract_named(WHOLE, "whole")))

    bases = [claim.object for claim in found.claims if claim.predicate == "basisSpan"]
    assert {each.article for each in bases if isinstance(each, Elsewhere)} == {"whole"}


def test_the_same_day_of_another_event_tells_nothing() -> None:
    other = extract_named("في 5 أبريل 2012 اعترفت كينيا باستقلال جنوب السودان.", "other")
    proposals = extract_named(OPEN, "open")

    assert is_open(proposals)
    assert settled(proposals, dated_events(other)) is proposals


def test_another_day_of_the_same_event_tells_nothing() -> None:
    other = extract_named("في 6 أبريل 2012 اعترفت كينيا باستقلال كوسوفو.", "other")
    proposals = extract_named(OPEN, "open")

    assert settled(proposals, dated_events(other)) is proposals


def test_two_years_for_the_same_day_tell_nothing() -> None:
    others = [extract_named(WHOLE.replace("2012", year), f"in-{year}") for year in ("2012", "2013")]
    proposals = extract_named(OPEN, "open")

    assert settled(proposals, [event for each in others for event in dated_events(each)]) is proposals


def test_an_article_whose_dates_others_settle_comes_once_and_last(tmp_path: Path) -> None:
    for name, text in (("open", OPEN), ("whole", WHOLE)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")

    found = list(extract_files(sorted(tmp_path.glob("*.txt")), Publication()))

    assert [each.name for each in found] == ["whole", "open"]
    assert found[1].proposals is not None
    assert "5 نيسان الماضي" in days(found[1].proposals)


def test_an_event_that_may_happen_again_is_known_without_its_year() -> None:
    whole = extract_named("زار الرئيس الروسي فلاديمير بوتين الصين في 5 أبريل 2012.", "whole")
    proposals = extract_named("زار الرئيس الروسي فلاديمير بوتين الصين في 5 نيسان الماضي.", "open")

    assert days(settled(proposals, dated_events(whole))) == {"5 نيسان الماضي": ("2012-04-05", "2012-04-05")}


def test_an_article_alone_comes_with_its_dates_open(tmp_path: Path) -> None:
    (tmp_path / "open.txt").write_text(OPEN, encoding="utf-8")

    (found,) = extract_files([tmp_path / "open.txt"], Publication())

    assert found.proposals is not None
    assert is_open(found.proposals)
