"""The whole in pictures, each with its table; two articles side by side; the vocabulary term by term."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Opening


@pytest.mark.parametrize(
    ("picture", "shown"),
    [("timeline", "svg path"), ("matrix", "svg rect"), ("network", "canvas")],
)
def test_picture_is_drawn_and_saved(opening: Opening, tmp_path: Path, picture: str, shown: str) -> None:
    with opening("/see", "ar") as page:
        place = page.locator(f"#picture-{picture}")
        place.locator(shown).first.wait_for()
        with page.expect_download() as download:
            place.get_by_role("button", name="احفظ بصيغة SVG").click()
        download.value.save_as(tmp_path / "saved.svg")

    saved = (tmp_path / "saved.svg").read_text(encoding="utf-8")
    assert saved.startswith("<svg")
    assert "روسيا" in saved


def test_timeline_fits_a_phone(opening: Opening) -> None:
    with opening("/see", width=360) as page:
        plot = page.locator("#picture-timeline .plot")
        plot.wait_for()

        assert plot.evaluate("(each) => each.scrollWidth <= each.clientWidth")


def test_each_picture_has_its_table_without_scripts(opening: Opening) -> None:
    with opening("/see", scripts=False) as page:
        tables = page.locator("main table")
        page.locator("details").evaluate_all("(found) => found.forEach((each) => (each.open = true))")

        assert tables.count() == 3
        assert tables.nth(2).get_by_text("recognizes").count() >= 2


def test_network_of_a_hundred_things_is_drawn_whole(opening: Opening, tmp_path: Path) -> None:
    query = (
        "CONSTRUCT { ?a ?b ?c } WHERE { ?a ?b ?c FILTER(STRSTARTS(STR(?a), STR(id:)) && STRSTARTS(STR(?c), STR(id:))) }"
    )
    with opening("/query?" + urlencode({"query": query}), "ar") as page:
        page.locator("#tab-picture").click()
        page.locator("canvas").first.wait_for()
        with page.expect_download() as download:
            page.get_by_role("button", name="احفظ بصيغة SVG").click()
        download.value.save_as(tmp_path / "saved.svg")

    assert (tmp_path / "saved.svg").read_text(encoding="utf-8").count("<circle") >= 100


def test_articles_to_compare_are_chosen_from_a_list_by_their_titles(opening: Opening) -> None:
    with opening("/compare", "ar") as page:
        page.get_by_label("المقال الثاني").select_option(
            label="معاهدة للتعاون والشراكة الاستراتيجية بين روسيا وأبخازيا"
        )
        page.get_by_role("button", name="قارن").click()
        page.wait_for_url("**second=004_00f9922b9418dd7a")

        assert page.locator("#both").is_visible()


def test_two_articles_are_compared(opening: Opening) -> None:
    with opening("/compare?first=000_91707e2fd8b393ee&second=002_0f58a2ef757f010b") as page:
        both = page.locator("#both + .scroll tbody tr").filter(has_text="recogni")

        assert both.count() >= 2
        assert both.first.locator("td").nth(1).locator("a").count() > 0
        assert both.first.locator("td").nth(2).locator("a").count() > 0


def test_term_leads_to_where_it_is_used(opening: Opening) -> None:
    with opening("/ontology#BilateralTreaty") as page:
        entry = page.locator("#BilateralTreaty")
        assert entry.evaluate("(each) => each.matches(':target')")
        assert "معاهدة ثنائية" in entry.inner_text()

        entry.locator("a[href^='/query']").click()
        page.locator(".rows tbody tr").first.wait_for()
        assert page.locator(".rows tbody tr").count() >= 4


def test_shape_dereferences_to_its_entry(opening: Opening) -> None:
    with opening("/shape/bilateral-two-parties", "ar") as page:
        assert page.url.endswith("/shapes#bilateral-two-parties")
        assert page.locator("[id='bilateral-two-parties']").is_visible()
