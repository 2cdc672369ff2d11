"""The whole in pictures, each with its table; two articles side by side; the vocabulary term by term."""

from __future__ import annotations

from typing import TYPE_CHECKING

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


def test_each_picture_has_its_table_without_scripts(opening: Opening) -> None:
    with opening("/see", scripts=False) as page:
        tables = page.locator("main table")
        page.locator("details").evaluate_all("(found) => found.forEach((each) => (each.open = true))")

        assert tables.count() == 3
        assert tables.nth(2).get_by_text("recognizes").count() >= 2


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
