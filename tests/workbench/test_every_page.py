"""What holds of every page: both languages, both themes, nothing in the console, no other host, nobody kept out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from .conftest import Opening

QUERY = "/query?query=SELECT%20*%20%7B%20%3Ftreaty%20mithaq%3Aparty%20%3Fparty%20%7D"
PAGES = {
    "start": "/",
    "ask": "/query",
    "result": QUERY,
    "check": "/check",
    "see": "/see",
    "compare": "/compare",
    "vocabulary": "/ontology",
    "shapes": "/shapes",
    "rule": "/rule/graph-is-span",
    "search": "/search?q=روسيا",
    "treaty": "/id/treaty-strategic-partnership-russia-abkhazia",
    "state": "/id/russia",
    "person": "/id/vladimir-putin",
    "article": "/article/004_00f9922b9418dd7a",
    "articles": "/articles",
    "why": "/explain?format=html&subject=id:russia&predicate=mithaq:recognizes&object=id:abkhazia",
    "missing": "/id/nobody",
}
NOT_THERE = "status of 404"
"""What the console tells of a page about nothing."""


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_nobody_is_kept_out(
    opening: Opening, barriers: Callable[[Page], list[str]], path: str, language: str, theme: str
) -> None:
    with opening(path, language, theme, told_too=NOT_THERE) as page:
        root = page.locator("html")

        assert root.get_attribute("lang") == language
        assert root.get_attribute("dir") == {"ar": "rtl", "en": "ltr"}[language]
        assert barriers(page) == []


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_page_works_without_scripts(opening: Opening, path: str) -> None:
    with opening(path, "ar", scripts=False, told_too=NOT_THERE) as page:
        assert page.locator("h1").is_visible()
        assert page.locator("main").inner_text()


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_page_fits_a_phone(opening: Opening, path: str) -> None:
    with opening(path, "ar", width=360, told_too=NOT_THERE) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("path", [PAGES[name] for name in ("start", "search", "treaty", "article")])
def test_page_carries_little_script(opening: Opening, path: str) -> None:
    with opening(path) as page:
        sizes = page.evaluate(
            "performance.getEntriesByType('resource').filter((each) => each.name.endsWith('.js'))"
            ".map((each) => each.encodedBodySize)"
        )

        assert sum(sizes) < 150_000
