"""Searching and reading in the browser: names are found as somebody types, facts lead to their words and back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from .conftest import Opening

ARTICLE = "/article/000_91707e2fd8b393ee"
WORDS = "char=86,120"


@pytest.mark.parametrize("sought", ["ابخاز", "Abkh"])
def test_names_are_found_as_somebody_types(opening: Opening, sought: str) -> None:
    with opening("/") as page:
        page.locator("#q").press_sequentially(sought)

        expect(page.locator("#found a").first).to_have_attribute("href", "/id/abkhazia")


def test_marked_words_lead_to_their_facts_and_back(opening: Opening) -> None:
    with opening(ARTICLE, "ar") as page:
        page.locator(f"[id='{WORDS}'] > a.number").last.click()
        facts = page.locator(f"[id='facts-{WORDS}']")
        page.wait_for_function(f"location.hash === '#facts-{WORDS}'")
        assert facts.is_visible()

        facts.locator("h3 a").click()
        page.wait_for_function(f"location.hash === '#{WORDS}'")
        assert page.locator(f"[id='{WORDS}']").evaluate("(mark) => mark.matches(':target')")


def test_text_of_the_article_stands_whole_on_its_page(opening: Opening) -> None:
    with opening(ARTICLE, scripts=False) as page:
        page.locator("a.number, .translation").evaluate_all("(found) => found.forEach((each) => each.remove())")
        shown = page.locator(".text").text_content() or ""
        query = "SELECT ?text { article:000_91707e2fd8b393ee mithaq:text ?text }"
        address = page.url.partition("/article")[0] + "/sparql"
        answer = page.request.get(address, params={"query": query, "format": "json"}).json()

    text = answer["results"]["bindings"][0]["text"]["value"]
    assert "".join(shown.split()) == "".join(text.split())


def test_quote_of_a_treaty_leads_into_the_article(opening: Opening) -> None:
    with opening("/id/treaty-strategic-partnership-russia-abkhazia", "ar") as page:
        page.locator(".quotes a").first.click()

        page.wait_for_url("**/article/004_00f9922b9418dd7a#char=*")


def test_inferred_statement_tells_why(opening: Opening) -> None:
    with opening("/id/treaty-strategic-partnership-russia-abkhazia") as page:
        page.locator("a.why").first.click()

        expect(page.locator("main")).to_contain_text("follows by")


def test_neighbourhood_is_drawn_when_it_is_wanted(opening: Opening) -> None:
    with opening("/id/russia", "ar") as page:
        page.locator("#neighbourhood summary").click()

        page.locator("#neighbourhood canvas").first.wait_for()


@pytest.mark.parametrize(
    ("name", "sections"),
    [
        ("treaty-strategic-partnership-russia-abkhazia", ["Parties", "Signatures", "Term and extension", "Provisions"]),
        ("russia", ["Recognition given", "Obligations it owes", "Officials"]),
        ("abkhazia", ["Recognition received", "Obligations due to it"]),
        ("vladimir-putin", ["Offices", "Signed"]),
    ],
)
def test_page_has_the_sections_of_its_kind(opening: Opening, name: str, sections: list[str]) -> None:
    with opening(f"/id/{name}") as page:
        shown = page.locator("h2").all_inner_texts()

        assert set(sections) <= set(shown)


def test_words_of_a_crossing_passage_are_shown_whole(opening: Opening) -> None:
    with opening(f"{ARTICLE}#facts-char=114,149") as page:
        pieces = page.locator("[id='char=114,149'], [data-of='char=114,149']")
        expect(pieces.last).to_have_class(re.compile("followed"))

        assert pieces.count() > 1
        assert all("followed" in (each.get_attribute("class") or "") for each in pieces.all())


def test_articles_are_found_as_somebody_types(opening: Opening) -> None:
    with opening("/articles", "ar") as page:
        page.locator("#q").press_sequentially("الإستراتيجية")

        expect(page.locator("#found tbody a")).to_have_count(1)
        expect(page.locator("#found tbody a")).to_have_attribute("href", "/article/004_00f9922b9418dd7a")
