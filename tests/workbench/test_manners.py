"""The manners of all pages: a reader's choice is kept, the keyboard leads everywhere, a phone shows all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from .conftest import Opening


QUOTES = "/query?query=SELECT%20*%20%7B%20%3Fspan%20mithaq%3Aexact%20%3Fwords%20%7D"
WRONG = r"""() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), wrong = [];
  while (texts.nextNode()) {
    const { data, parentElement: around } = texts.currentNode;
    if (!/[\u0600-\u06ff]/.test(data) || around.closest("script, svg")) continue;
    const arabic = around.closest("[lang]").lang === "ar" && getComputedStyle(around).direction === "rtl";
    if (!arabic) wrong.push(around.outerHTML);
  }
  return wrong;
}"""
"""Finds Arabic words that say to be of another language, or run from left to right."""


def ground_of(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(("theme", "switch"), [("light", "Dark"), ("dark", "Light")])
def test_theme_that_a_reader_chooses_is_kept(opening: Opening, theme: str, switch: str, *, scripts: bool) -> None:
    with opening("/", theme=theme, scripts=scripts) as page:
        before = ground_of(page)
        page.get_by_role("link", name=switch, exact=True).click()
        page.wait_for_url("**theme=*")
        page.get_by_role("link", name="Check", exact=True).click()
        page.wait_for_url("**/check")

        assert ground_of(page) != before
        assert page.get_by_role("link", name={"Dark": "Light", "Light": "Dark"}[switch], exact=True).is_visible()


def test_language_that_a_reader_chooses_is_kept(opening: Opening) -> None:
    with opening("/articles") as page:
        page.get_by_role("link", name="العربية").click()
        page.wait_for_url("**lang=ar")
        page.get_by_role("link", name="شاهد").click()
        page.wait_for_url("**/see")

        expect(page.locator("html")).to_have_attribute("dir", "rtl")


def test_first_key_leads_to_the_content(opening: Opening) -> None:
    with opening("/articles") as page:
        page.keyboard.press("Tab")
        assert page.locator(":focus").inner_text() == "Skip to the content"

        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.locator("main :focus").count() == 1


def test_arrow_keys_lead_through_the_views_of_a_result_from_right_to_left(opening: Opening) -> None:
    with opening("/query?query=SELECT%20*%20%7B%20%3Fa%20mithaq%3Aparty%20%3Fb%20%7D", "ar") as page:
        page.locator("#tab-table").focus()
        page.keyboard.press("ArrowLeft")

        expect(page.locator("#tab-picture")).to_be_focused()
        expect(page.locator("#tab-picture")).to_have_attribute("aria-selected", "true")


def test_rows_stand_below_each_other_on_a_phone_with_their_titles(opening: Opening) -> None:
    with opening("/id/treaty-strategic-partnership-russia-abkhazia", "ar", width=360) as page:
        row = page.locator("table.cards tbody tr").first
        tops = row.locator("td").evaluate_all("(cells) => cells.map((each) => each.getBoundingClientRect().top)")

        assert sorted(set(tops)) == tops
        assert row.evaluate("(each) => each.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    "path",
    ["/", "/articles", "/compare", "/id/russia", "/article/004_00f9922b9418dd7a", "/ontology", "/search?q=روس", QUOTES],
)
def test_arabic_words_are_marked_as_arabic_and_run_from_right_to_left(opening: Opening, path: str) -> None:
    with opening(path) as page:
        wrong = page.evaluate(WRONG)

        assert wrong == []
        assert page.locator("h1").evaluate("(each) => getComputedStyle(each).direction") == "ltr"
