"""Asking in the browser: the editor completes and tells faults, results come in all views, links lead back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from tests.result_sets import ResultSet

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from .conftest import Opening

PARTIES = "SELECT ?treaty ?party { ?treaty mithaq:party ?party }"
TRIPLES = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 9"


def path_of(query: str) -> str:
    return "/query?" + urlencode({"query": query})


def write(page: Page, text: str) -> None:
    page.locator(".cm-content").click()
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def test_class_is_completed_by_its_arabic_label(opening: Opening) -> None:
    with opening("/query", "ar") as page:
        write(page, "SELECT * { ?x a معاهد")
        option = page.locator(".cm-tooltip-autocomplete li").filter(has_text="mithaq:Treaty").first
        option.wait_for()
        option.click()

        assert "?x a mithaq:Treaty" in page.locator(".cm-content").inner_text()


def test_fault_is_marked_where_it_is(opening: Opening) -> None:
    with opening("/query") as page:
        write(page, "SELECT * {\n?x mithaq:party }\n")
        mark = page.locator(".cm-lintRange-error")
        mark.wait_for()

        assert page.locator(".cm-line").nth(1).locator(".cm-lintRange-error").count() == 1


def test_keys_run_the_query_and_the_result_tells_its_rows_and_time(opening: Opening) -> None:
    with opening("/query", "en") as page:
        write(page, PARTIES)
        page.keyboard.press("Escape")
        page.keyboard.press("Control+Enter")
        page.locator(".rows tbody tr").first.wait_for()

        assert re.search(r"Rows: 14 · \d\.\d{3} s", page.locator("#shown").inner_text())
        assert page.locator(".rows tbody tr").count() == 14
        assert page.locator(".rows").get_by_role("link", name="Abkhazia", exact=True).count() == 3


def test_rows_are_sorted_by_a_column(opening: Opening) -> None:
    with opening(path_of("SELECT ?begin { ?span mithaq:begin ?begin }")) as page:
        head = page.get_by_role("columnheader", name="begin")
        head.get_by_role("button").click()
        head.get_by_role("button").click()
        values = [int(each) for each in page.locator(".rows tbody td:nth-child(1)").all_inner_texts()]

        assert head.get_attribute("aria-sort") == "descending"
        assert values == sorted(values, reverse=True)
        assert len(values) == 200  # the others come as somebody scrolls


def test_more_rows_come_as_somebody_scrolls(opening: Opening) -> None:
    with opening(path_of("SELECT * { ?s ?p ?o }")) as page:
        assert page.locator(".rows tbody tr").count() == 200
        page.locator(".rows").evaluate("(box) => box.scrollTo(0, box.scrollHeight)")
        page.locator(".rows tbody tr").nth(250).wait_for(state="attached")

        assert "download the result to have all" in page.locator("#shown").inner_text()


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(
    ("query", "view", "shown"),
    [
        (PARTIES, "picture", ".picture canvas"),
        ("SELECT ?date ?earliest { ?date mithaq:earliest ?earliest }", "timeline", ".plot circle"),
        ("SELECT ?kind (COUNT(*) AS ?n) { ?x a ?kind } GROUP BY ?kind LIMIT 20", "chart", ".plot rect"),
        ("CONSTRUCT { ?s mithaq:party ?o } WHERE { ?s mithaq:party ?o }", "raw", "pre.raw"),
    ],
)
def test_result_is_shown_in_each_view(opening: Opening, language: str, query: str, view: str, shown: str) -> None:
    with opening(path_of(query), language) as page:
        page.locator(f"#tab-{view}").click()
        page.locator(shown).first.wait_for()

        assert page.locator(f"#tab-{view}").get_attribute("aria-selected") == "true"


def test_picture_is_saved_as_svg(opening: Opening, tmp_path: Path) -> None:
    with opening(path_of("SELECT ?date ?earliest { ?date mithaq:earliest ?earliest }")) as page:
        page.locator("#tab-timeline").click()
        with page.expect_download() as download:
            page.get_by_role("button", name="Save as SVG").click()
        download.value.save_as(tmp_path / "saved.svg")

    assert (tmp_path / "saved.svg").read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.parametrize(
    ("query", "formats", "told"),
    [
        (PARTIES, ["json", "xml", "csv", "tsv", "turtle"], '"bindings"'),
        (TRIPLES, ["turtle", "ntriples", "jsonld", "rdfxml", "trig", "nquads"], "@prefix"),
    ],
)
def test_result_is_downloaded_in_each_format(opening: Opening, query: str, formats: list[str], told: str) -> None:
    with opening(path_of(query)) as page:
        page.locator("#tab-table").wait_for()
        links = page.locator(".downloads a")
        answers = [page.request.get(str(each.evaluate("(link) => link.href"))) for each in links.all()]

        assert [answer.status for answer in answers] == [200] * len(formats)
        assert [answer.url.rpartition("=")[2] for answer in answers] == formats
        assert told in answers[0].text()


def test_download_in_turtle_is_a_result_set(opening: Opening) -> None:
    with opening(path_of(PARTIES)) as page:
        page.locator("#tab-table").wait_for()
        address = page.locator(".downloads a", has_text="turtle").evaluate("(link) => link.href")
        answer = page.request.get(str(address))

        assert answer.headers["content-type"] == "text/turtle; charset=utf-8"
        assert len(ResultSet(answer.body()).rows()) == 14


def test_on_a_phone_the_result_comes_before_the_questions(opening: Opening) -> None:
    with opening(path_of(PARTIES), width=360) as page:
        page.locator("#tab-table").wait_for()
        places = [page.locator(each).bounding_box() for each in ("#result", ".questions")]

        assert places[0]
        assert places[1]
        assert places[0]["y"] < places[1]["y"]


def test_question_on_a_phone_shows_its_result(opening: Opening) -> None:
    with opening("/query", width=360) as page:
        page.locator("summary").last.click()
        page.locator(".questions details[open] a").last.click()
        page.locator("#shown > *").first.wait_for()

        assert page.locator("#result-title").evaluate("(each) => each.getBoundingClientRect().top >= 0")
        assert page.locator("#shown").evaluate("(each) => each.getBoundingClientRect().top < innerHeight")


def test_link_to_a_query_opens_it(opening: Opening) -> None:
    with opening("/query") as page:
        write(page, PARTIES)
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Copy a link").click()
        page.locator("#status").get_by_text("The link is copied.").wait_for()
        link = page.evaluate("navigator.clipboard.readText()")
    with opening(link[link.index("/query") :]) as page:
        page.locator(".rows tbody tr").first.wait_for()

        assert PARTIES in page.locator(".cm-content").inner_text()


def test_queries_are_kept_in_tabs(opening: Opening) -> None:
    with opening("/query") as page:
        write(page, "# First\nASK {}")
        page.get_by_role("button", name="New query").click()
        write(page, "# Second\nASK {}")
        page.reload()
        page.get_by_role("tab", name="First").click()

        assert "# First" in page.locator(".cm-content").inner_text()
        assert page.locator("[id^=tab-query-]").all_inner_texts() == ["First", "Second"]


def test_question_opens_with_its_answer(opening: Opening) -> None:
    with opening("/query", "ar") as page:
        page.get_by_text("الاعتراف والعلاقات").click()
        page.get_by_role("link", name="أي كيان يعترف بأي كيان").click()
        page.locator(".rows tbody tr").first.wait_for()

        assert "mithaq:recognizes" in page.locator(".cm-content").inner_text()


def test_running_query_is_cancelled(opening: Opening) -> None:
    with opening("/query") as page:
        write(page, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
        page.keyboard.press("Escape")
        page.keyboard.press("Control+Enter")
        page.get_by_role("button", name="Cancel").click()
        page.get_by_text("Cancelled.").wait_for()


def test_query_that_takes_the_place_of_another_is_said_to_run(opening: Opening) -> None:
    with opening("/query") as page:
        write(page, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
        page.keyboard.press("Escape")
        page.keyboard.press("Control+Enter")
        page.keyboard.press("Control+Enter")

        assert page.locator("#status").inner_text() == "Asking…"


def test_view_that_cannot_be_had_says_why(opening: Opening) -> None:
    with opening(path_of(PARTIES), told_too="status of 503") as page:
        page.route("**/sparql", lambda route: route.fulfill(status=503, json={"detail": "Too much is asked at once."}))
        page.locator("#tab-raw").click()

        page.locator("#view").get_by_text("Too much is asked at once.").wait_for()


def test_question_is_answered_without_scripts(opening: Opening) -> None:
    with opening("/query", scripts=False) as page:
        page.locator("textarea").fill(PARTIES)
        page.get_by_role("button", name="Run").click()

        assert page.locator("#result tbody tr").count() == 14
